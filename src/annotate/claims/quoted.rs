//! Direct quotations: every quotation that reads as speech belongs to a claim, its own or the one before.

use std::ops::Range;

use super::draft::{Draft, starting_in};
use super::lexicon::{Form, Frame};
use super::phrases;
use super::rules::TRANSCRIPT;
use super::words::Words;

/// Gives each quotation that reads as speech and is in no draft to the claim it continues, or makes it one of its own.
///
/// What is told within a quotation does not tell that quotation: such drafts go.
pub fn settle(words: &Words, drafts: &mut Vec<Draft>) {
    drafts.retain(|draft| !tells_itself(words, draft));
    for index in 0..words.quotations.len() {
        if !words.is_speech(index) {
            continue;
        }
        let run = words.quotations[index].tokens.clone();
        if near(drafts, &run).iter().any(|draft| draft.holds(run.start) || draft.holds(run.start + 1)) {
            continue;
        }
        if let Some(draft) = signed(words, &run) {
            insert(drafts, draft);
        } else if let Some(at) = continued(words, index, drafts) {
            drafts[at].content.push(run);
        } else if let Some(draft) = attributed_behind(words, &run) {
            insert(drafts, draft);
        }
    }
}

/// Whether the cue stands in the very quotation that is its content: "“I asked, and she said it was late.”"
fn tells_itself(words: &Words, draft: &Draft) -> bool {
    let Some(index) = draft.cue.first().and_then(|cue| words.quotation(cue.start)) else { return false };
    let quotation = &words.quotations[index];
    words.is_speech(index) && (quotation.closed || quotation.goes_on) && draft.holds(quotation.tokens.start)
}

/// The claim of a block that is one quotation: signed, or opened by the speaker’s name, as transcripts are.
pub fn whole_block(words: &Words, block: &Range<usize>, rules: &[Draft]) -> Option<Draft> {
    let quotation = words.quotation(block.start).map(|index| &words.quotations[index])?;
    if let Some(draft) = signed(words, &quotation.tokens) {
        return Some(draft);
    }
    let transcript = rules.iter().find(|draft| draft.why.rule == TRANSCRIPT)?;
    (transcript.source.first()?.start == block.start + 1).then(|| transcript.clone())
}

/// Those of `drafts` whose cue is near enough to the quotation that it may be their content.
fn near<'d>(drafts: &'d [Draft], run: &Range<usize>) -> &'d [Draft] {
    const REACH: usize = 2000;
    starting_in(drafts, &(run.start.saturating_sub(REACH)..run.end + REACH))
}

/// Keeps the drafts in the order of their content or cue.
fn insert(drafts: &mut Vec<Draft>, draft: Draft) {
    let at = drafts.partition_point(|other| other.start() <= draft.start());
    drafts.insert(at, draft);
}

/// `“…” — Name`: the signature behind a quotation that stands alone.
fn signed(words: &Words, run: &Range<usize>) -> Option<Draft> {
    let end = words.block_end(run.start);
    if !matches!(words.text(run.end), "—" | "–" | "―" | "-" | "--") || run.end + 1 >= end || end - run.end > 24 {
        return None;
    }
    let source = phrases::after(words, run.end + 1, end, true);
    let named = !source.is_empty() && words.is_capital(source.start);
    named.then(|| Draft::rule(vec![source], run.end..run.end + 1, vec![run.clone()], "a quotation with a signature"))
}

/// `“… .” Smith said.`: a sentence of its own behind the quotation says whose it is.
fn attributed_behind(words: &Words, run: &Range<usize>) -> Option<Draft> {
    let unit = words.units.get(words.units.partition_point(|unit| unit.end <= run.end))?;
    if unit.start != run.end || words.block_end(unit.start) != words.block_end(run.start) {
        return None;
    }
    let verb = (unit.start..unit.end.min(unit.start + 16)).find(|&at| words.takes(at, Frame::Quotation))?;
    let (reading, after) = words.reading(verb)?;
    let short = words.count(after..unit.end) <= 8 && words.quotation(verb).is_none();
    if !short || !matches!(reading.form, Form::Past | Form::Third) {
        return None;
    }
    let source = phrases::before(words, verb, unit.start)?;
    Some(
        Draft::rule(vec![source], verb..after, vec![run.clone()], "the sentence behind the quotation says whose it is")
            .with_reading(reading),
    )
}

/// The claim that the quotation goes on with: a quoted one just before it, or one left open in the block above.
fn continued(words: &Words, index: usize, drafts: &[Draft]) -> Option<usize> {
    let run = &words.quotations[index].tokens;
    if names_speaker(words, run) {
        return None;
    }
    let left_open = index > 0 && words.quotations[index - 1].goes_on;
    let block_end = words.block_end(run.start);
    let fills_block = words.begins_block(run.start) && run.end == block_end;
    let before = drafts.partition_point(|draft| draft.start() < run.start);
    let fits = |draft: &Draft| {
        let last = draft.content.iter().chain(&draft.cue).map(|piece| piece.end).max().unwrap_or(0);
        let quoted = draft.content.iter().any(|piece| words.quotation(piece.end - 1).is_some());
        let same_block = last <= run.start && last > 0 && words.block_end(last - 1) == block_end;
        let near = same_block && words.unit_of(run.start) <= words.unit_of(last - 1) + 1;
        // A block that is all quotation goes on with the one that ends the block above.
        let above = fills_block
            && last > 0
            && words.block_end(last - 1) == run.start
            && words.unit_of(last - 1) + 1 >= words.unit_of(run.start);
        quoted && (near || above) || left_open && draft.holds(words.quotations[index - 1].tokens.end - 1)
    };
    (before.saturating_sub(6)..before).rev().find(|&at| fits(&drafts[at]))
}

/// Whether the quotation opens with a name in capitals and a colon: another speaker’s turn.
fn names_speaker(words: &Words, run: &Range<usize>) -> bool {
    let Some(colon) = run.clone().take(6).find(|&at| words.text(at) == ":") else { return false };
    (run.start + 1..colon).all(|at| words.text(at).chars().all(|c| !c.is_lowercase()))
}
