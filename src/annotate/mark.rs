//! A mark: a range of the text, what is noted there, and why.

use crate::text::TextRange;

use super::{Claim, Date, Mention, Statistic, Why};

/// The place of a mark in [`Annotations::marks`](super::Annotations::marks).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MarkId(pub u32);

/// Something noted at a range of the text. Marks may nest and overlap.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    /// Where, in bytes. Of a claim, the hull of its source, cue and content.
    pub range: TextRange,
    /// What is noted.
    pub note: Note,
    /// Why.
    pub why: Why,
}

/// What a mark notes.
#[derive(Clone, PartialEq, Debug)]
pub enum Note {
    /// An entity is named or referred to here.
    Mention(Mention),
    /// A number with what it measures.
    Statistic(Box<Statistic>),
    /// A point or stretch of time.
    Date(Date),
    /// Somebody says something.
    Claim(Box<Claim>),
    /// A number or an accusation is asserted, and nobody is named who says so.
    Assertion,
}
