//! Which entity a noun phrase is about.

use crate::annotate::{Document, EntityId, Note};
use crate::text::TextRange;

use super::Resolved;

impl Resolved {
    /// The entity that the noun phrase at `range` is about: what its head names or refers to, pronouns and roles followed.
    ///
    /// "OpenAI chief executive Sam Altman" is about Altman, "the company" about what it refers to. `None` where no
    /// mention lies in `range`.
    pub fn entity_in(&self, _document: &Document, range: TextRange) -> Option<EntityId> {
        let first = self.mentions.partition_point(|mark| mark.range.start() < range.start());
        let inside = self.mentions.iter().skip(first).take_while(|mark| mark.range.start() < range.end());
        inside.filter(|mark| range.covers(mark.range)).find_map(|mark| match &mark.note {
            Note::Mention(mention) => Some(mention.entity),
            _ => None,
        })
    }
}
