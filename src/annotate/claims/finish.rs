//! Drafts → claims: runs of tokens become ranges of bytes; kind, stance, hedge, speaker and teller are decided.

use std::ops::Range;

use crate::annotate::entities::Resolved;
use crate::annotate::{EntityId, Why};
use crate::text::TextRange;

use super::claim::{Claim, ClaimId, ClaimKind, Stance};
use super::draft::Draft;
use super::words::Words;

/// The claims of `drafts`, sorted by hull.
pub fn finish(words: &Words, resolved: &Resolved, drafts: &[Draft]) -> Vec<(Claim, Why)> {
    let mut claims: Vec<(Claim, Why)> = drafts.iter().filter_map(|draft| claim(words, resolved, draft)).collect();
    claims.sort_by_key(|(claim, _)| (claim.hull(), claim.cue.first().copied()));
    tell(&mut claims);
    claims
}

fn claim(words: &Words, resolved: &Resolved, draft: &Draft) -> Option<(Claim, Why)> {
    let content = ranges(words, &draft.content);
    if content.is_empty() {
        return None;
    }
    let source = ranges(words, &draft.source);
    let claim = Claim {
        speaker: speaker(words, resolved, &source),
        source,
        cue: draft.cue.iter().map(|run| words.range(run)).collect(),
        kind: kind(words, &draft.content),
        stance: draft.reading.map_or(Stance::Says, |reading| reading.verb.stance),
        hedged: hedged(words, draft),
        within: None,
        corrects: None,
        content,
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

fn hedged(words: &Words, draft: &Draft) -> bool {
    let cue = draft.cue.iter().flat_map(Clone::clone).any(|at| {
        matches!(words.lower(at), "reportedly" | "allegedly" | "supposedly" | "purportedly" | "believed" | "understood")
    });
    cue || draft.source.is_empty()
        && draft.reading.is_some_and(|reading| matches!(reading.verb.lemma, "say" | "report"))
}

/// The entity that the source names, or of which it says that it speaks.
fn speaker(words: &Words, resolved: &Resolved, source: &[TextRange]) -> Option<EntityId> {
    source.iter().find_map(|&range| resolved.entity_in(words.document, range))
}

/// Finds, for each claim that stands wholly in the content of another, the smallest such: its teller.
fn tell(claims: &mut [(Claim, Why)]) {
    for inner in 0..claims.len() {
        let hull = claims[inner].0.hull();
        let holds = |(at, (claim, _)): (usize, &(Claim, Why))| {
            let piece = claim.content.iter().filter(|piece| piece.covers(hull)).map(|piece| piece.len()).min()?;
            (at != inner).then_some((piece, at))
        };
        let teller = claims[..inner]
            .iter()
            .enumerate()
            .rev()
            .take(8)
            .chain(claims[inner..].iter().enumerate().map(|(at, claim)| (at + inner, claim)).take(8))
            .filter_map(holds)
            .min();
        claims[inner].0.within = teller.map(|(_, at)| ClaimId(at as u32));
    }
}
