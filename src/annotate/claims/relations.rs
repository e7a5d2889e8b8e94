//! How claims hang together: which one tells another, and which one corrects an earlier one.

use super::claim::{Claim, ClaimId, Stance};
use super::words::Words;
use crate::annotate::Why;
use crate::text::TextRange;

/// How many claims before and behind one are looked at.
const REACH: usize = 8;

/// Finds, for each claim that stands in the content of another, the smallest such: its teller. Then what it corrects.
///
/// Who says "I" within a claim is the one who tells it.
pub fn relate(words: &Words, claims: &mut [(Claim, Why)]) {
    for at in 0..claims.len() {
        let teller = teller(claims, at);
        let i = claims[at].0.source.first().is_some_and(|range| range.of(words.document.text()) == "I");
        if let Some(ClaimId(teller)) = teller.filter(|_| i && claims[at].0.speaker.is_none()) {
            claims[at].0.speaker = claims[teller as usize].0.speaker;
        }
        claims[at].0.within = teller;
    }
    for at in 0..claims.len() {
        claims[at].0.corrects = corrected(words, claims, at);
    }
}

fn teller(claims: &[(Claim, Why)], inner: usize) -> Option<ClaimId> {
    let (claim, _) = &claims[inner];
    let held = claim.cue.first().or(claim.content.first())?;
    let near = inner.saturating_sub(REACH)..claims.len().min(inner + REACH);
    let holds = |at: usize| {
        let piece = claims[at].0.content.iter().filter(|piece| piece.covers(*held)).map(|piece| piece.len()).min()?;
        (at != inner).then_some((piece, at))
    };
    // Two claims that hold each other’s cues would be each other’s tellers: the longer content tells.
    let longer = |&(piece, at): &(usize, usize)| {
        let own: usize = claim.content.iter().map(|piece| piece.len()).sum();
        piece > own || at < inner && piece == own
    };
    near.filter_map(holds).filter(longer).min().map(|(_, at)| ClaimId(at as u32))
}

/// The earlier claim that the claim at `later` corrects or contradicts, where the text says so.
fn corrected(words: &Words, claims: &[(Claim, Why)], later: usize) -> Option<ClaimId> {
    let (claim, _) = &claims[later];
    let cue = claim.cue.first()?;
    let sets_right = words.document.tokens_in(*cue).any(|at| sets_right(words.lower(at)));
    let denies = claim.stance == Stance::Denies && (against(words, *cue) || points_back(words, claim));
    if !sets_right && !denies {
        return None;
    }
    let near = later.saturating_sub(REACH)..later;
    let earlier = near.rev().find(|&at| {
        let other = &claims[at].0;
        let other_voice = other.source != claim.source && (other.speaker.is_none() || other.speaker != claim.speaker);
        let before = other.content.first().is_some_and(|piece| piece.start() < cue.start()) && other.cue != claim.cue;
        before
            && close(words, other, *cue)
            && (other_voice || sets_right)
            && other.within.is_none()
            && claim.within != Some(ClaimId(at as u32))
    });
    earlier.map(|at| ClaimId(at as u32))
}

/// Whether two sentences at most lie between the earlier claim and the cue.
fn close(words: &Words, earlier: &Claim, cue: TextRange) -> bool {
    let sentence = |offset: usize| words.document.sentence_at(offset).unwrap_or(0);
    sentence(earlier.hull().end()) + 3 > sentence(cue.start())
}

fn sets_right(word: &str) -> bool {
    matches!(
        word,
        "clarified"
            | "clarifies"
            | "corrected"
            | "retracted"
            | "backtracked"
            | "backpedaled"
            | "contradicted"
            | "contradicts"
            | "walked"
    )
}

/// Whether the sentence turns against what stands before it: "However", "But".
fn against(words: &Words, cue: TextRange) -> bool {
    let Some(sentence) = words.document.sentence_at(cue.start()).and_then(|at| words.document.sentences().get(at))
    else {
        return false;
    };
    let before = words.document.tokens_in(cue).start;
    let first = sentence.tokens.start;
    (first..before).any(|at| matches!(words.lower(at), "however" | "but" | "though" | "although" | "while"))
}

/// Whether a denial is of something just said: "denied that", "rejected the claim".
fn points_back(words: &Words, claim: &Claim) -> bool {
    let Some(run) = claim.content.first().map(|&range| words.document.tokens_in(range)) else { return false };
    let last = words.lower(run.end.saturating_sub(1));
    let nouns = [
        "claim",
        "claims",
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "charge",
        "charges",
        "report",
        "reports",
    ];
    run.len() == 1 && matches!(last, "that" | "this" | "it") || run.len() <= 3 && nouns.contains(&last)
}
