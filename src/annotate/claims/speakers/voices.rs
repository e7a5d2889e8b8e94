//! Who is named in the sources of an article: they speak in it, before or after a source that is to be read.

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{EntityId, EntityKind, Resolved};

use super::super::draft::Draft;
use super::super::words::Words;
use super::source::{Inside, inside};

/// Those who are named in sources.
pub struct Voices {
    /// The first token of a name in a source, and whose it is, in the order of the text.
    named: Vec<(usize, EntityId)>,
    /// How often each is.
    counts: HashMap<EntityId, usize>,
}

impl Voices {
    /// Looks for the first person or organization that each source of `drafts` names.
    pub fn new(words: &Words, resolved: &Resolved, drafts: &[Draft]) -> Self {
        let speaks =
            |seen: &Inside| seen.how.is_name() && matches!(seen.kind, EntityKind::Person | EntityKind::Organization);
        let first = |run| inside(words, resolved, run).into_iter().find(speaks);
        let sources = drafts.iter().flat_map(|draft| &draft.source);
        let mut named: Vec<(usize, EntityId)> =
            sources.filter_map(first).map(|seen| (seen.run.start, seen.entity)).collect();
        named.sort_unstable();
        named.dedup();
        let mut counts = HashMap::new();
        for (_, entity) in &named {
            *counts.entry(*entity).or_default() += 1;
        }
        Self { named, counts }
    }

    /// How many sources name `entity`.
    pub fn count(&self, entity: EntityId) -> usize {
        self.counts.get(&entity).copied().unwrap_or(0)
    }

    /// How many sources from the token at `at` on come before the first that names `entity`, if that are not many.
    pub fn ahead(&self, at: usize, entity: EntityId) -> Option<usize> {
        const FAR: usize = 4;
        let first = self.named.partition_point(|(token, _)| *token < at);
        self.named[first..].iter().take(FAR).position(|(_, other)| *other == entity)
    }
}
