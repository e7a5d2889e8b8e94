//! What resolving an article gives: its entities, and the marks that mention them.

use crate::annotate::Mark;

use super::entity::Entity;

/// Entities with their mentions.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Resolved {
    /// The entities, in order of first mention.
    pub entities: Vec<Entity>,
    /// Marks whose note is a mention, sorted by range.
    pub mentions: Vec<Mark>,
}
