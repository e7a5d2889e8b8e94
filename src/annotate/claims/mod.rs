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

use std::ops::Range;

use super::crf::Model;
use super::{Document, Resolved, Statistic, Why, parallel};

use draft::Draft;
use tagger::Tagger;
use words::Words;

/// The claims of `document`, sorted by hull; that order is what [`ClaimId`] counts in.
///
/// Speakers are looked up among `resolved`; a source that names nobody yet adds no entity.
pub fn find(document: &Document, resolved: &Resolved, _statistics: &[(Statistic, Why)]) -> Vec<(Claim, Why)> {
    let words = Words::new(document, resolved);
    let by_rule = rules::find(&words);
    let mut drafts = match tagger::model() {
        Some(model) => by_model(&words, &by_rule, model),
        None => by_rule,
    };
    quoted::settle(&words, &mut drafts);
    finish::finish(&words, resolved, &drafts)
}

/// Content of fewer tokens is not searched for claims told in it.
const LEAST_TOLD: usize = 6;

/// A claim told within another is believed only where the model is this sure of its cue, 0 to 1.
const SURE_WITHIN: f32 = 0.93;

/// The claims that the model finds, stretch by stretch, seeing what the rules found; then those told within them.
fn by_model(words: &Words, by_rule: &[Draft], model: &'static Model<'static>) -> Vec<Draft> {
    let stretches: Vec<_> = words.document.blocks().iter().flat_map(|block| words.stretches(block.range)).collect();
    let drafts = parallel::parts(&stretches, Range::len, |stretches| {
        let mut tagger = Tagger::new(model);
        stretches.iter().flat_map(|run| in_stretch(words, run, by_rule, &mut tagger)).collect::<Vec<_>>()
    });
    let mut drafts = drafts.concat();
    drafts.sort_by_key(Draft::start);
    drafts
}

fn in_stretch(words: &Words, run: &Range<usize>, by_rule: &[Draft], tagger: &mut Tagger) -> Vec<Draft> {
    let rules = draft::starting_in(by_rule, run);
    if let Some(draft) = quoted::whole_block(words, run, rules) {
        return vec![draft];
    }
    let mut linked = link::link(words, &tagger.spans(words, run.clone(), rules), rules);
    for draft in &mut linked {
        tidy::tidy(words, draft);
    }
    supplement::supplement(words, rules, &mut linked);
    let told: Vec<Draft> = linked.iter().flat_map(|draft| told_within(words, draft, by_rule, tagger)).collect();
    let new = told.into_iter().filter(|draft| !supplement::is_taken(draft, &linked)).collect::<Vec<_>>();
    linked.extend(new);
    linked
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
