//! Claims: who says what, in which words, and who tells it.

mod claim;
mod cues;
mod draft;
mod finish;
mod lexicon;
mod phrases;
mod quoted;
mod quotes;
mod rules;
mod words;

pub use claim::{Claim, ClaimId, ClaimKind, Stance};

use super::entities::Resolved;
use super::{Document, Statistic, Why};

use words::Words;

/// The claims of `document`, sorted by hull; that order is what [`ClaimId`] counts in.
///
/// Speakers are looked up among `resolved`; a source that names nobody yet adds no entity.
pub fn find(document: &Document, resolved: &Resolved, _statistics: &[(Statistic, Why)]) -> Vec<(Claim, Why)> {
    let words = Words::new(document);
    let mut drafts = rules::find(&words);
    quoted::settle(&words, &mut drafts);
    finish::finish(&words, resolved, &drafts)
}
