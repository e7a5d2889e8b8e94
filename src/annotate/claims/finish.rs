//! Drafts → claims: runs of tokens become ranges of bytes; kind, stance, hedge, speaker and teller are decided.

use std::ops::Range;

use crate::annotate::{Resolved, Why};
use crate::text::TextRange;

use super::claim::{Claim, ClaimKind};
use super::draft::Draft;
use super::relations::relate;
use super::speakers::Speakers;
use super::stance::{hedged, stance};
use super::words::Words;

/// The claims of `drafts`, sorted by hull. Bodies that speak without a name are added to `resolved`.
pub fn finish(words: &Words, resolved: &mut Resolved, drafts: &[Draft]) -> Vec<(Claim, Why)> {
    let mut claims: Vec<(Claim, Why)> = Vec::with_capacity(drafts.len());
    let mut speakers = Speakers::new(words, resolved, drafts);
    for draft in drafts {
        claims.extend(claim(words, &mut speakers, draft));
    }
    speakers.into_bodies().join(resolved);
    claims.sort_by_key(|(claim, _)| (claim.hull(), claim.cue.first().copied()));
    relate(words, &mut claims);
    claims
}

/// The claim of `draft`.
fn claim(words: &Words, speakers: &mut Speakers, draft: &Draft) -> Option<(Claim, Why)> {
    let content = ranges(words, &draft.content);
    if content.is_empty() {
        return None;
    }
    let claim = Claim {
        source: ranges(words, &draft.source),
        cue: draft.cue.iter().map(|run| words.range(run)).collect(),
        content,
        speaker: draft.source.iter().find_map(|run| speakers.speaker(words, draft, run)),
        kind: kind(words, &draft.content),
        stance: stance(words, draft),
        hedged: hedged(words, draft),
        within: None,
        corrects: None,
    };
    Some((claim, draft.why.clone()))
}

/// The pieces in bytes, sorted, each without the punctuation that hangs on its edges.
fn ranges(words: &Words, runs: &[Range<usize>]) -> Vec<TextRange> {
    let mut ranges: Vec<TextRange> =
        runs.iter().map(|run| words.range(&trimmed(words, run))).filter(|range| !range.is_empty()).collect();
    ranges.sort();
    ranges.dedup();
    ranges
}

fn trimmed(words: &Words, run: &Range<usize>) -> Range<usize> {
    let hangs =
        |at: usize| matches!(words.text(at), "," | ";" | ":" | "—" | "–" | "-" | "--") && words.quotation(at).is_none();
    let mut run = run.clone();
    while run.start < run.end && hangs(run.start) {
        run.start += 1;
    }
    while run.start < run.end && hangs(run.end - 1) {
        run.end -= 1;
    }
    if run.clone().all(|at| words.is_mark(at)) { run.start..run.start } else { run }
}

/// Direct where nine tenths of the letters stand in quotation marks, indirect where none do.
fn kind(words: &Words, runs: &[Range<usize>]) -> ClaimKind {
    let (mut quoted, mut all) = (0, 0);
    for at in runs.iter().flat_map(Clone::clone).filter(|&at| !words.is_mark(at)) {
        let length = words.text(at).len();
        all += length;
        quoted += if words.quotation(at).is_some() { length } else { 0 };
    }
    match (quoted, all) {
        (0, _) => ClaimKind::Indirect,
        _ if quoted * 10 >= all * 9 => ClaimKind::Direct,
        _ => ClaimKind::Mixed,
    }
}
