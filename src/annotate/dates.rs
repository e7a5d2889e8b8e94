//! Dates: points and stretches of time, resolved against the article's own date where that is safe.

use crate::text::TextRange;

use super::{Document, Why};

/// A point or stretch of time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date {
    /// The whole phrase, in bytes.
    pub range: TextRange,
    /// ISO 8601, as exact as the text is: `2026-02-28`, `2026-02`, `2026-W09`, `202X`; `None` where unsure.
    pub value: Option<String>,
    /// The later end of a stretch, ISO 8601.
    pub high: Option<String>,
}

/// The dates of `document`, sorted by range; none overlaps another.
pub fn find(_document: &Document) -> Vec<(Date, Why)> {
    Vec::new()
}
