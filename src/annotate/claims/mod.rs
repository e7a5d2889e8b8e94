//! Claims: who says what, in which words, and who tells it.

mod assertions;
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
mod relations;
mod rules;
mod speaker;
mod stance;
mod supplement;
mod tagger;
mod tidy;
#[cfg(feature = "train")]
pub mod train;
mod words;

pub use assertions::find as unattributed;
pub use claim::{Claim, ClaimId, ClaimKind, Stance};

use super::{Document, Resolved, Statistic, Why};

use draft::Draft;
use tagger::Tagger;
use words::Words;

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

/// Content of fewer tokens is not searched for claims told in it.
const LEAST_TOLD: usize = 6;

/// A claim told within another is believed only where the model is this sure of its cue, 0 to 1.
const SURE_WITHIN: f32 = 0.93;

/// The claims that the model finds, block by block, seeing what the rules found; then those told within them.
fn by_model(words: &Words, by_rule: &[Draft], mut tagger: Tagger) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for run in words.document.blocks().iter().flat_map(|block| words.stretches(block.range)) {
        let rules = draft::starting_in(by_rule, &run);
        if let Some(draft) = quoted::whole_block(words, &run, rules) {
            drafts.push(draft);
            continue;
        }
        let mut linked = link::link(words, &tagger.spans(words, run, rules), rules);
        for draft in &mut linked {
            tidy::tidy(words, draft);
        }
        supplement::supplement(words, rules, &mut linked);
        let told: Vec<Draft> =
            linked.iter().flat_map(|draft| told_within(words, draft, by_rule, &mut tagger)).collect();
        let new = told.into_iter().filter(|draft| !supplement::is_taken(draft, &linked)).collect::<Vec<_>>();
        drafts.extend(linked);
        drafts.extend(new);
    }
    drafts.sort_by_key(Draft::start);
    drafts
}

/// The claims in the content of `teller`.
fn told_within(words: &Words, teller: &Draft, by_rule: &[Draft], tagger: &mut Tagger) -> Vec<Draft> {
    let mut told = Vec::new();
    for piece in teller.content.iter().filter(|piece| piece.len() >= LEAST_TOLD) {
        let rules = draft::starting_in(by_rule, piece);
        told.extend(link::link(words, &tagger.spans(words, piece.clone(), rules), rules));
    }
    // What is said in a quotation is the quoted one's own business, and hearsay has its teller already.
    let narrated = |draft: &Draft| words.quotation(draft.start()).is_none() && !draft.source.is_empty();
    told.retain(|draft| draft.why.score.is_none_or(|score| score >= SURE_WITHIN) && narrated(draft));
    told
}
