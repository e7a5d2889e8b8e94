//! Claims: who says what, in which words, and who tells it.

use crate::text::TextRange;

use super::entities::Resolved;
use super::{Document, EntityId, Statistic, Why};

/// The place of a claim among the article's claims, which stand in the order of the text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClaimId(pub u32);

/// Somebody says something. Every list of ranges is sorted, in bytes; source and content may be in pieces.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// Who says it, in the text's words; empty where nobody is named.
    pub source: Vec<TextRange>,
    /// The words that make it a claim: "said", "according to".
    pub cue: Vec<TextRange>,
    /// What is said.
    pub content: Vec<TextRange>,
    /// The entity behind the source.
    pub speaker: Option<EntityId>,
    /// Quoted or reported.
    pub kind: ClaimKind,
    /// What the source does with it.
    pub stance: Stance,
    /// Whether the teller keeps a distance: "reportedly", "appears to".
    pub hedged: bool,
    /// The claim that tells this one.
    pub within: Option<ClaimId>,
    /// The earlier claim that this one corrects or contradicts, where the text says so.
    pub corrects: Option<ClaimId>,
}

/// Quoted or reported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ClaimKind {
    /// In quotation marks.
    Direct,
    /// In the teller's words.
    Indirect,
    /// Partly each.
    Mixed,
}

/// What a source does with its claim.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Stance {
    Says,
    Denies,
    Confirms,
    Warns,
    Accuses,
    Promises,
    Demands,
    Asks,
    Praises,
    Criticizes,
    Announces,
    Estimates,
    Predicts,
    Admits,
    Suggests,
}

impl Claim {
    /// The smallest range that covers source, cue and content, in bytes.
    pub fn hull(&self) -> TextRange {
        let pieces = self.source.iter().chain(&self.cue).chain(&self.content).copied();
        pieces.reduce(TextRange::hull).unwrap_or_default()
    }
}

impl ClaimKind {
    /// The name of the kind in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

impl Stance {
    /// The name of the stance in the record, a verb in the third person.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Says => "says",
            Self::Denies => "denies",
            Self::Confirms => "confirms",
            Self::Warns => "warns",
            Self::Accuses => "accuses",
            Self::Promises => "promises",
            Self::Demands => "demands",
            Self::Asks => "asks",
            Self::Praises => "praises",
            Self::Criticizes => "criticizes",
            Self::Announces => "announces",
            Self::Estimates => "estimates",
            Self::Predicts => "predicts",
            Self::Admits => "admits",
            Self::Suggests => "suggests",
        }
    }
}

/// The claims of `document`, sorted by hull; that order is what [`ClaimId`] counts in.
///
/// Speakers are looked up among `resolved`; a source that names nobody yet adds no entity.
pub fn find(_document: &Document, _resolved: &Resolved, _statistics: &[(Statistic, Why)]) -> Vec<(Claim, Why)> {
    Vec::new()
}
