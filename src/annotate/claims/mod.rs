//! Claims: who says what, in which words, and who tells it.

mod according;
mod assertions;
mod claim;
mod cues;
mod draft;
mod features;
mod finish;
mod labels;
mod lexicon;
mod link;
mod mend;
mod phrases;
mod quoted;
mod quotes;
mod relations;
mod rules;
mod sieve;
mod speakers;
mod stance;
mod supplement;
mod tagger;
mod tidy;
#[cfg(feature = "train")]
pub mod train;
mod turns;
mod words;

pub use assertions::find as unattributed;
pub use claim::{Claim, ClaimId, ClaimKind, Stance};

use std::ops::Range;

use super::crf::Model;
use super::{Document, Resolved, Statistic, Why, parallel};
use crate::article::BlockKind;

use draft::Draft;
use tagger::Tagger;
use words::Words;

/// The claims of `document`, sorted by hull; that order is what [`ClaimId`] counts in.
///
/// Speakers are looked up among `resolved`; a body that speaks without a name, "the health ministry", is added to it.
pub fn find(document: &Document, resolved: &mut Resolved) -> Vec<(Claim, Why)> {
    let words = Words::new(document, resolved);
    let by_rule = rules::find(&words);
    let model = tagger::model();
    let mut drafts = model.map_or_else(|| by_rule.clone(), |model| by_model(&words, &by_rule, model));
    quoted::settle(&words, &mut drafts);
    if let Some(model) = model {
        add_told(&words, &by_rule, model, &mut drafts);
    }
    finish::finish(&words, resolved, &drafts)
}

/// Ties each statistic to the innermost claim whose content holds it. `claims` are as [`find`] gives them.
pub fn attribute(statistics: &mut [(Statistic, Why)], claims: &[(Claim, Why)]) {
    // Claims are short: only the last few that begin before a number can reach it.
    const REACH: usize = 64;
    for (statistic, _) in statistics {
        let end = claims.partition_point(|(claim, _)| claim.hull().start() < statistic.number.end());
        let near = (end.saturating_sub(REACH)..end).map(|at| (at, &claims[at].0));
        let holding = near.filter(|(_, claim)| claim.content.iter().any(|piece| piece.covers(statistic.number)));
        let innermost = holding.min_by_key(|(_, claim)| claim.hull().len());
        statistic.claim = innermost.map(|(at, _)| ClaimId(at as u32));
    }
}

/// A claim told within another is believed only where the model is this sure of its cue, 0 to 1.
const SURE_WITHIN: f32 = 0.9;

/// The claims that the model finds, stretch by stretch, seeing what the rules found.
fn by_model(words: &Words, by_rule: &[Draft], model: &'static Model<'static>) -> Vec<Draft> {
    // Nobody says anything in the cells of a table.
    let blocks = words.document.blocks().iter().filter(|block| block.kind != BlockKind::Table);
    let stretches: Vec<_> = blocks.flat_map(|block| words.stretches(block.range)).collect();
    let drafts = parallel::parts(&stretches, Range::len, |stretches| {
        let mut tagger = Tagger::new(model);
        stretches.iter().flat_map(|run| in_stretch(words, run, by_rule, &mut tagger)).collect::<Vec<_>>()
    });
    let mut drafts = drafts.concat();
    drafts.retain(|draft| sieve::is_claim(words, draft));
    drafts.sort_by_key(Draft::start);
    drafts
}

fn in_stretch(words: &Words, run: &Range<usize>, by_rule: &[Draft], tagger: &mut Tagger) -> Vec<Draft> {
    let rules = draft::starting_in(by_rule, run);
    if let Some(draft) = quoted::whole_block(words, run, rules) {
        return vec![draft];
    }
    let mut linked = link::link(words, &tagger.spans(words, run.clone(), rules, false), rules);
    for draft in &mut linked {
        tidy::tidy(words, draft);
    }
    supplement::supplement(words, rules, &mut linked);
    linked
}

/// Adds the claims that are told in the content of `drafts`.
fn add_told(words: &Words, by_rule: &[Draft], model: &'static Model<'static>, drafts: &mut Vec<Draft>) {
    // Drafts are in the order of their cues, and no cue is longer than this.
    const LONGEST_CUE: usize = 64;
    let pieces = drafts.iter().flat_map(|draft| &draft.content).filter(|piece| may_tell(words, piece));
    let pieces: Vec<_> = pieces.cloned().collect();
    let told = parallel::parts(&pieces, Range::len, |pieces| {
        let mut tagger = Tagger::new(model);
        pieces.iter().flat_map(|piece| told_in(words, piece, by_rule, &mut tagger)).collect::<Vec<_>>()
    });
    let mut told = told.concat();
    told.retain(|draft| {
        let near = draft.start().saturating_sub(LONGEST_CUE)..draft.start() + LONGEST_CUE;
        !supplement::is_taken(draft, draft::starting_in(drafts, &near))
    });
    drafts.extend(told);
    drafts.sort_by_key(Draft::start);
}

fn told_in(words: &Words, piece: &Range<usize>, by_rule: &[Draft], tagger: &mut Tagger) -> Vec<Draft> {
    let rules = draft::starting_in(by_rule, piece);
    let mut told = link::link(words, &tagger.spans(words, piece.clone(), rules, true), rules);
    told.retain(|draft| draft.why.score.is_none_or(|score| score >= SURE_WITHIN) && sieve::is_claim(words, draft));
    for draft in &mut told {
        tidy::tidy(words, draft);
    }
    told
}

/// Whether claims are looked for in a piece of content. What is told in a quotation is the quoted one's own business.
fn may_tell(words: &Words, piece: &Range<usize>) -> bool {
    const LEAST: usize = 4;
    piece.len() >= LEAST && words.quotation(piece.start).is_none_or(|index| !words.is_speech(index))
}
