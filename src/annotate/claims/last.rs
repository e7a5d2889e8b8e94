//! Whoever spoke last, to follow "he", "it" and "her letter" where nothing else tells whom they mean.

use std::collections::HashMap;
use std::ops::Range;

use crate::annotate::{EntityId, EntityKind, How, Note, Resolved, is_woman};

use super::speaker::is_document;
use super::words::Words;

/// The speakers so far. Few: a person may be both the last woman and the last of all.
#[derive(Default)]
pub struct Last {
    woman: Option<EntityId>,
    man: Option<EntityId>,
    body: Option<EntityId>,
    /// The people that a pronoun or a given name tells to be a woman, or else a man.
    women: HashMap<EntityId, bool>,
}

impl Last {
    /// Nobody yet. Who is a woman is read from the pronouns that are resolved and from given names.
    pub fn new(words: &Words, resolved: &Resolved) -> Self {
        let mut women = HashMap::new();
        for mark in &resolved.mentions {
            let Note::Mention(mention) = &mark.note else { continue };
            if mention.how == How::Pronoun {
                match mark.range.of(words.document.text()).to_lowercase().as_str() {
                    "she" | "her" | "hers" | "herself" => women.insert(mention.entity, true),
                    "he" | "him" | "his" | "himself" => women.insert(mention.entity, false),
                    _ => None,
                };
            }
        }
        for (at, entity) in resolved.entities.iter().enumerate() {
            if let Some(woman) = is_woman(&entity.name) {
                women.entry(EntityId(at as u32)).or_insert(woman);
            }
        }
        Self { women, ..Self::default() }
    }

    /// Takes note of a speaker of the given kind.
    pub fn note(&mut self, speaker: EntityId, kind: EntityKind) {
        match (kind, self.women.get(&speaker)) {
            (EntityKind::Person, Some(true)) => self.woman = Some(speaker),
            (EntityKind::Person, Some(false)) => self.man = Some(speaker),
            (EntityKind::Person, None) => (self.woman, self.man) = (Some(speaker), Some(speaker)),
            (EntityKind::Organization | EntityKind::Place, _) => self.body = Some(speaker),
            _ => {}
        }
    }

    /// The one that a source without a name goes on with: a lone pronoun, or an owner’s document.
    pub fn resume(&self, words: &Words, run: &Range<usize>) -> Option<EntityId> {
        let owned = run.len() == 2 && is_document(words.lower(run.end - 1));
        match words.lower(run.start) {
            "she" if run.len() == 1 => self.woman,
            "he" if run.len() == 1 => self.man,
            "her" if owned => self.woman,
            "his" if owned => self.man,
            "it" if run.len() == 1 => self.body,
            "its" if owned => self.body,
            "a" | "an" | "the" if run.len() == 2 && speaks_for(words.lower(run.end - 1)) => self.body,
            _ => None,
        }
    }
}

/// Nouns that, alone, are of the body that spoke last: "the statement", "a spokesman".
fn speaks_for(noun: &str) -> bool {
    noun.starts_with("spokes") || matches!(noun, "statement" | "report" | "survey" | "study" | "poll")
}
