//! Those who may be meant by a source: who is named in it, who spoke lately, who was mentioned nearby, who is called so.

use crate::annotate::{EntityId, EntityKind};

use super::super::words::Words;
use super::bodies::Body;
use super::cast::Cast;
use super::evidence::Heard;
use super::source::{Form, Source};

/// How many of those who spoke last.
const HEARD: usize = 8;
/// How many mentions before a source are looked at.
const BEFORE: usize = 30;
/// How many sentences before it.
const SENTENCES: usize = 5;
/// How many mentions behind it: a story may say "a lawyer" first and give the name later.
const BEHIND: usize = 8;
/// How many sentences behind it.
const SENTENCES_BEHIND: usize = 2;
/// How many of those named before who bear a word of the source.
const BEARERS: usize = 6;
/// How many of those named first behind it.
const BEARERS_BEHIND: usize = 2;

/// Somebody who may be meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Candidate {
    /// Nobody who has a name.
    Nobody,
    /// The body that the source describes, and that is none of the entities yet.
    Body,
    /// Somebody or something named.
    Entity(EntityId),
}

/// Those who may be meant by `source`, each once: nobody first.
pub fn candidates(words: &Words, cast: &Cast, heard: &[Heard], source: &Source, body: Option<&Body>) -> Vec<Candidate> {
    let mut found = vec![Candidate::Nobody];
    if is_writer(words, source) {
        return found;
    }
    found.extend(body.filter(|body| body.known.is_none()).map(|_| Candidate::Body));
    let mut add = |entity: EntityId| {
        let candidate = Candidate::Entity(entity);
        if can_speak(cast, source, entity) && !found.contains(&candidate) {
            found.push(candidate);
        }
    };
    body.and_then(|body| body.known).into_iter().for_each(&mut add);
    source.inside.iter().for_each(|seen| add(seen.entity));
    let spoke = heard.iter().rev().take(2 * HEARD).filter_map(|heard| heard.entity);
    spoke.take(HEARD).for_each(&mut add);
    let before = cast.before(source.run.start).take(BEFORE);
    before.take_while(|seen| seen.sentence + SENTENCES >= source.sentence).for_each(|seen| add(seen.entity));
    let behind = cast.from(source.run.end).take(BEHIND);
    behind.take_while(|seen| seen.sentence <= source.sentence + SENTENCES_BEHIND).for_each(|seen| add(seen.entity));
    for word in [Some(words.hash(source.head)), source.country].into_iter().flatten() {
        let bearers = cast.bearers(word);
        let known = bearers.partition_point(|&id| cast.get(id).is_some_and(|member| member.first < source.run.start));
        bearers[known.saturating_sub(BEARERS)..known].iter().copied().for_each(&mut add);
        bearers[known..].iter().take(BEARERS_BEHIND).copied().for_each(&mut add);
    }
    found
}

/// Whether it is the writer of the article who speaks: "I", outside of quotations and of what a transcript labels.
fn is_writer(words: &Words, source: &Source) -> bool {
    let first_person = matches!(words.lower(source.head), "i" | "we" | "me" | "us");
    first_person && source.run.len() == 1 && words.quotation(source.head).is_none() && !is_labelled(words, source.head)
}

/// Whether the block of the token begins with a label: "LIND: I never said so."
fn is_labelled(words: &Words, at: usize) -> bool {
    const LONGEST: usize = 6;
    let start = words.block_start(at);
    (start + 1..start + LONGEST).any(|at| words.text(at) == ":")
}

/// Whether the words of the source leave it open that `entity` speaks.
fn can_speak(cast: &Cast, source: &Source, entity: EntityId) -> bool {
    let Some(member) = cast.get(entity) else { return false };
    let speaks =
        matches!(member.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place | EntityKind::Group);
    match source.form {
        // A name that is wrongly taken for an organization’s may be a person’s still.
        Form::He | Form::She => member.kind == EntityKind::Person || speaks && member.classes.is_empty(),
        _ => speaks || source.inside.iter().any(|seen| seen.entity == entity),
    }
}
