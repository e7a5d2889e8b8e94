//! Names: the stretches of text that name a person, an organization, a place or the like, and which.

mod features;
mod heads;
mod joined;
mod kinds;
mod lexicon;
mod memory;
mod parted;
mod sheet;
mod tagger;
mod titles;
mod told;
#[cfg(feature = "train")]
pub mod train;
mod word;

use std::sync::LazyLock;

use crate::text::TextRange;
use joined::Joiner;
use kinds::{Settled, Settler};
use sheet::Sheet;
use tagger::Tagger;

use super::{Document, Why};

/// The model in the binary; made by `train-names`.
static MODEL: &[u8] = include_bytes!("../../../assets/names.model");

static TAGGER: LazyLock<Option<Tagger>> = LazyLock::new(|| Tagger::read(MODEL));

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
pub fn find(document: &Document) -> Vec<Name> {
    let Some(tagger) = TAGGER.as_ref() else { return Vec::new() };
    names(document, tagger)
}

/// The names that `tagger` finds.
fn names(document: &Document, tagger: &Tagger) -> Vec<Name> {
    let sheet = Sheet::new(document, &tagger.lexicon);
    let spans = tagger.tag(&sheet);
    let settler = Settler::new(&sheet, &tagger.lexicon);
    let name = |(tokens, kind, why): Settled| {
        let tokens = document.tokens().get(tokens)?;
        let range = tokens.first()?.range.hull(tokens.last()?.range);
        Some(Name { range, kind, why })
    };
    let settled = spans.iter().flat_map(|span| settler.settle(span)).collect();
    let joined = Joiner::new(&sheet, &tagger.lexicon).join(settled);
    let parted = joined.into_iter().flat_map(|name| parted::part(&sheet, &tagger.lexicon, name));
    let mut names: Vec<Name> = parted.filter_map(name).collect();
    told::apply(document, |name| settler.may_be_people(&document.tokens_in(name.range)), &mut names);
    names
}
