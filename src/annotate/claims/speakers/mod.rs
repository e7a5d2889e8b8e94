//! The speakers: which entity stands behind the words of each source.
//!
//! Rules say who is named in a source and which body it describes; a ranker, learned from gold claims, weighs what they
//! say against everybody else who may be meant: "the spokesman", "she", "a report" (see [`ranker`]).

mod bodies;
mod candidates;
mod cast;
mod evidence;
mod features;
mod ranker;
mod rules;
mod source;
#[cfg(feature = "train")]
pub mod train;
mod unmarked;
mod voices;

use std::ops::Range;

use crate::annotate::{EntityId, EntityKind, Resolved};

use super::draft::Draft;
use super::words::Words;
use bodies::{Bodies, Body};
use candidates::{Candidate, candidates};
use cast::Cast;
use evidence::{Evidence, Heard, most_mentioned};
use features::features;
use ranker::ranker;
use source::Source;
use voices::Voices;

/// Those who may be behind a source, and those who spoke so far.
pub struct Speakers<'r> {
    resolved: &'r Resolved,
    cast: Cast,
    bodies: Bodies,
    voices: Voices,
    heard: Vec<Heard>,
}

/// A source, and those who may be meant by it.
struct Question {
    source: Source,
    by_rule: Option<EntityId>,
    body: Option<Body>,
    candidates: Vec<Candidate>,
}

impl Question {
    /// Whether the source is a person’s name with nothing before it but what the rules know: there is nothing to weigh.
    fn is_plain(&self) -> bool {
        let [seen, ..] = &self.source.inside[..] else { return false };
        let person = seen.kind == EntityKind::Person && seen.how.is_name() && seen.run.contains(&self.source.head);
        person && seen.run.start == self.source.run.start && self.by_rule == Some(seen.entity)
    }
}

impl<'r> Speakers<'r> {
    /// Nobody has spoken yet; `drafts` are all claims of the article.
    pub fn new(words: &Words, resolved: &'r Resolved, drafts: &[Draft]) -> Self {
        let (cast, voices) = (Cast::new(words, resolved), Voices::new(words, resolved, drafts));
        Self { resolved, cast, bodies: Bodies::new(resolved), voices, heard: Vec::new() }
    }

    /// The entity behind the source at `run` of the claim `draft`, which is now the one that spoke last; `None` where it
    /// is nobody in particular ("officials").
    pub fn speaker(&mut self, words: &Words, draft: &Draft, run: &Range<usize>) -> Option<EntityId> {
        let question = self.question(words, run)?;
        let mut best = (f32::MIN, Candidate::Nobody);
        match ranker().filter(|_| !question.is_plain()) {
            Some(ranker) => self.each(words, draft, &question, |candidate, features| {
                let score = ranker.score(features, candidate);
                if score > best.0 {
                    best = (score, candidate);
                }
            }),
            None => best.1 = question.by_rule.map_or(Candidate::Nobody, Candidate::Entity),
        }
        self.choose(words, &question, best.1)
    }

    /// Takes note of who spoke.
    fn choose(&mut self, words: &Words, question: &Question, chosen: Candidate) -> Option<EntityId> {
        let as_body = question.body.as_ref().filter(|body| match chosen {
            Candidate::Body => true,
            Candidate::Entity(entity) => body.known == Some(entity),
            Candidate::Nobody => false,
        });
        let speaker = match (as_body, chosen) {
            (Some(body), _) => {
                let entity = self.bodies.mention(words, body);
                self.cast.add(entity, body.kind, body.name(words), body.run.start);
                Some(entity)
            }
            (None, Candidate::Entity(entity)) => Some(entity),
            (None, _) => None,
        };
        if let Some(speaker) = speaker {
            self.cast.learn(speaker, &question.source);
        }
        let Source { sentence, noun, .. } = question.source;
        self.heard.push(Heard { entity: speaker, sentence, noun });
        speaker
    }

    fn question(&self, words: &Words, run: &Range<usize>) -> Option<Question> {
        let source = Source::new(words, self.resolved, run)?;
        let by_rule = rules::speaker(words, self.resolved, &source);
        let body = self.bodies.described(words, self.resolved, &self.cast, &source);
        let candidates = candidates(words, &self.cast, &self.heard, &source, body.as_ref());
        Some(Question { source, by_rule, body, candidates })
    }

    /// Gives each candidate with its features to `look`.
    fn each(&self, words: &Words, draft: &Draft, question: &Question, mut look: impl FnMut(Candidate, &[u32])) {
        let evidence = Evidence {
            draft,
            source: &question.source,
            heard: &self.heard,
            voices: &self.voices,
            by_rule: question.by_rule,
            body: question.body.as_ref(),
            most: most_mentioned(&self.cast, &question.candidates),
        };
        let mut found = Vec::new();
        for &candidate in &question.candidates {
            features(words, &self.cast, &evidence, candidate, &mut found);
            look(candidate, &found);
        }
    }

    /// The bodies that spoke without a name that was marked.
    pub fn into_bodies(self) -> Bodies {
        self.bodies
    }
}
