//! Names: the stretches of text that name a person, an organization, a place or the like, and which.

use crate::text::TextRange;

use super::{Document, Why};

/// What a named thing is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EntityKind {
    /// A human being, real or not.
    Person,
    /// A company, agency, party, club, outlet, band.
    Organization,
    /// A country, town, river, building.
    Place,
    /// Something made and used under its name: `ChatGPT`, `Boeing 737`.
    Product,
    /// `World War II`, `Brexit`.
    Event,
    /// A book, film, song, painting.
    Work,
    /// People by nationality, religion or conviction: `Germans`, `Catholics`.
    Group,
    /// A law, treaty or court case.
    Law,
}

/// A name found in the text.
#[derive(Clone, PartialEq, Debug)]
pub struct Name {
    /// Where, in bytes: the bare name, without title, leading "the" or possessive.
    pub range: TextRange,
    /// What it names.
    pub kind: EntityKind,
    /// Why it was taken for a name; its score, 0 to 1, tells how sure.
    pub why: Why,
}

impl EntityKind {
    /// All kinds, in the order that lists show them.
    pub const ALL: [Self; 8] =
        [Self::Person, Self::Organization, Self::Place, Self::Product, Self::Event, Self::Work, Self::Group, Self::Law];

    /// The name of the kind in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Product => "product",
            Self::Event => "event",
            Self::Work => "work",
            Self::Group => "group",
            Self::Law => "law",
        }
    }
}

/// The names of `document`, sorted by range; none overlaps another.
pub fn find(_document: &Document) -> Vec<Name> {
    Vec::new()
}
