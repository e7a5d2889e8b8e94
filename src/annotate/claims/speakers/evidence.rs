//! What tells who is meant by a source, beside the candidates themselves.

use crate::annotate::{EntityId, EntityKind};

use super::super::draft::Draft;
use super::bodies::Body;
use super::candidates::Candidate;
use super::cast::{Cast, Member};
use super::source::Source;
use super::voices::Voices;

/// Somebody who spoke.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    /// Who; `None` where it was nobody named.
    pub entity: Option<EntityId>,
    /// The number of the sentence.
    pub sentence: usize,
    /// The noun of the source, hashed.
    pub noun: u32,
}

/// What is known when a source is read.
pub struct Evidence<'e> {
    /// The claim.
    pub draft: &'e Draft,
    /// Its source.
    pub source: &'e Source,
    /// Those who spoke before, the last one last.
    pub heard: &'e [Heard],
    /// Who is named in the sources of the article.
    pub voices: &'e Voices,
    /// Whom the rules take for the speaker.
    pub by_rule: Option<EntityId>,
    /// The body that the source describes.
    pub body: Option<&'e Body>,
    /// How often the most prominent thing and the most prominent person among the candidates are mentioned.
    pub most: [usize; 2],
}

impl Evidence<'_> {
    /// The last of the lately heard whose source had the same noun.
    pub fn same_noun(&self) -> Option<&Heard> {
        const REACH: usize = 6;
        self.heard.iter().rev().take(REACH).find(|other| other.noun == self.source.noun)
    }

    /// Whether no candidate of its sort is mentioned more often.
    pub fn is_prominent(&self, member: &Member) -> bool {
        member.count == self.most[sort(member)]
    }
}

/// How often the most prominent thing and the most prominent person among `candidates` are mentioned.
pub fn most_mentioned(cast: &Cast, candidates: &[Candidate]) -> [usize; 2] {
    let mut most = [0; 2];
    for candidate in candidates {
        if let Candidate::Entity(entity) = candidate
            && let Some(member) = cast.get(*entity)
        {
            let most = &mut most[sort(member)];
            *most = member.count.max(*most);
        }
    }
    most
}

fn sort(member: &Member) -> usize {
    usize::from(member.kind == EntityKind::Person)
}
