//! What a claim is: source, cue and content as ranges, and what is known about them.

use crate::annotate::EntityId;
use crate::text::TextRange;

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
    /// None of these: "declined to say", a belief, a wish.
    Other,
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
    /// All stances, in the order that lists show them.
    pub const ALL: [Self; 16] = [
        Self::Says,
        Self::Denies,
        Self::Confirms,
        Self::Warns,
        Self::Accuses,
        Self::Promises,
        Self::Demands,
        Self::Asks,
        Self::Praises,
        Self::Criticizes,
        Self::Announces,
        Self::Estimates,
        Self::Predicts,
        Self::Admits,
        Self::Suggests,
        Self::Other,
    ];

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
            Self::Other => "other",
        }
    }

    /// The stance whose [`name`](Self::name) is `name`.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.name() == name)
    }
}
