//! Claims: who says what, in which words, and who tells it.

mod claim;
mod cues;
mod draft;
mod features;
mod finish;
mod labels;
mod lexicon;
mod link;
mod phrases;
mod quoted;
mod quotes;
mod rules;
mod tagger;
#[cfg(feature = "train")]
mod train;
mod words;

pub use claim::{Claim, ClaimId, ClaimKind, Stance};

use super::{Document, Resolved, Statistic, Why};

use draft::Draft;
use tagger::Tagger;
use words::Words;

#[cfg(feature = "train")]
pub use train::learn;

/// The claims of `document`, sorted by hull; that order is what [`ClaimId`] counts in.
///
/// Speakers are looked up among `resolved`; a source that names nobody yet adds no entity.
pub fn find(document: &Document, resolved: &Resolved, _statistics: &[(Statistic, Why)]) -> Vec<(Claim, Why)> {
    let words = Words::new(document, resolved);
    let by_rule = rules::find(&words);
    let mut drafts = match Tagger::new() {
        Some(tagger) => by_model(&words, &by_rule, tagger),
        None => by_rule,
    };
    quoted::settle(&words, &mut drafts);
    finish::finish(&words, resolved, &drafts)
}

/// The claims that the model finds, block by block, seeing what the rules found.
fn by_model(words: &Words, by_rule: &[Draft], mut tagger: Tagger) -> Vec<Draft> {
    let blocks = words.document.blocks().iter();
    let runs = blocks.map(|block| words.document.tokens_in(block.range));
    runs.flat_map(|run| link::link(words, &tagger.spans(words, run, by_rule))).collect()
}
