//! Edges that the model left a word off: sources begin with their name, contents with their quotation.

use std::ops::Range;

use super::draft::Draft;
use super::lexicon::Class;
use super::words::Words;

/// Moves the edges of source and content out to those of the name or quotation they stand in.
pub fn tidy(words: &Words, draft: &mut Draft) {
    let cue = draft.cue.first().cloned().unwrap_or_default();
    draft.source.retain(|run| run.len() > 1 || !matches!(words.class(run.start), Class::Preposition | Class::To));
    for run in &mut draft.source {
        run.start = behind_dash(words, run);
        run.start = name_start(words, before_age(words, run.start));
        run.end = without_day(words, run);
    }
    for run in &mut draft.content {
        *run = whole_quotation(words, run, &cue);
    }
    draft.content.dedup();
    stay_in_sentence(words, &cue, &mut draft.content);
    if let [run, ..] = &mut draft.content[..] {
        run.start = behind_domain(words, run, &cue);
        run.start = with_lead_in(words, run, &cue);
    }
    if let Some(run) = draft.content.last_mut()
        && words.quotation(run.end - 1).is_none()
        && !words.has_verb(run.clone())
    {
        run.end = without_day(words, run);
    }
    if let Some(head) = interrupted_head(words, draft) {
        draft.content.insert(0, head);
    }
}

/// What is told without quotation marks ends with the sentence of its cue, but for what a colon opens.
fn stay_in_sentence(words: &Words, cue: &Range<usize>, content: &mut Vec<Range<usize>>) {
    let Some(unit) = words.units.get(words.unit_of(cue.start)) else { return };
    if cue.is_empty() || words.text(cue.end - 1) == ":" || words.text(cue.end) == ":" {
        return;
    }
    let plain = |run: &Range<usize>| run.clone().all(|at| words.quotation(at).is_none());
    content.retain(|run| run.start < unit.end || !plain(run));
    for run in content.iter_mut().filter(|run| run.end > unit.end && run.start >= cue.end) {
        if plain(run) {
            run.end = (run.start..unit.end).rev().find(|&at| !words.is_mark(at)).map_or(unit.end, |last| last + 1);
        }
    }
}

/// Where content begins that a quotation ends and the teller’s words open: "With so many systems, “there is no …”".
fn with_lead_in(words: &Words, run: &Range<usize>, cue: &Range<usize>) -> usize {
    let Some(unit) = words.units.get(words.unit_of(run.start)) else { return run.start };
    let mid_sentence =
        words.quotation(run.start).is_some() && words.text(run.start + 1).starts_with(char::is_lowercase);
    let lead = unit.start..run.start;
    let quiet = |at: usize| words.quotation(at).is_none() && words.cue_share(at).is_none_or(|share| share < 6);
    let plain = lead.clone().all(quiet) && lead.len() <= 25;
    if mid_sentence && cue.start >= run.end && plain { lead.start } else { run.start }
}

/// The end of a phrase without the day of speaking: "media outlets on Tuesday".
fn without_day(words: &Words, run: &Range<usize>) -> usize {
    let mut end = run.end;
    if end > run.start + 1 && words.class(end - 1) == Class::Day {
        end -= 1;
        if end > run.start + 1 && words.class(end - 1) == Class::Preposition {
            end -= 1;
        }
    }
    end
}

/// The subject that stands before source and cue where the content goes on with its verb: "The plan, she says, is …".
fn interrupted_head(words: &Words, draft: &Draft) -> Option<Range<usize>> {
    let ([source], [cue], [content]) = (&draft.source[..], &draft.cue[..], &draft.content[..]) else { return None };
    let begins = words.class(content.start) == Class::Auxiliary && words.text(content.start - 1) == ",";
    let first = source.start.min(cue.start);
    let unit = words.units.get(words.unit_of(first))?;
    if !begins || content.start < cue.end || first <= unit.start + 1 || words.text(first - 1) != "," {
        return None;
    }
    let head = unit.start..first - 1;
    let short = head.len() <= 14 && !words.has_verb(head.clone());
    (short && words.quotation(head.start).is_none()).then_some(head)
}

/// Where content begins that took in the end of an address on the web: "told Fact.info the story was false".
fn behind_domain(words: &Words, run: &Range<usize>, cue: &Range<usize>) -> usize {
    let end = |at: usize| words.range(&(at..at + 1)).end();
    let start = |at: usize| words.range(&(at..at + 1)).start();
    let at = run.start;
    let inside =
        at > cue.end + 1 && words.text(at - 1) == "." && end(at - 1) == start(at) && end(at - 2) == start(at - 1);
    if inside && run.len() > 1 { at + 1 } else { at }
}

/// Where a source begins that a dash parts from what stands before it: "Take breaks - the association recommends".
fn behind_dash(words: &Words, run: &Range<usize>) -> usize {
    let spaced = |at: usize| words.range(&(at - 1..at)).end() < words.range(&(at..at + 1)).start();
    let dash = |at: usize| matches!(words.text(at), "-" | "–" | "—") && spaced(at) && at + 1 < run.end;
    let first = run.start + 1..run.end;
    let named = |mut run: Range<usize>| run.any(|at| words.entity(at).is_some());
    let parts = |at: usize| words.has_verb(run.start..at) || !named(run.start..at) && named(at..run.end);
    first.rev().find(|&at| dash(at) && parts(at)).map_or(run.start, |at| at + 1)
}

/// The name before the age that the token at `at` is: "Farrow, 58, a dealer".
fn before_age(words: &Words, at: usize) -> usize {
    let age = words.lower(at).len() <= 3 && words.lower(at).bytes().all(|byte| byte.is_ascii_digit());
    let named = at >= 2 && words.text(at - 1) == "," && words.entity(at - 2).is_some_and(|(_, named)| named);
    if age && named { at - 2 } else { at }
}

/// Where the name begins that the token at `at` stands in.
fn name_start(words: &Words, at: usize) -> usize {
    let named = |at: usize| words.entity(at).is_some_and(|(_, named)| named);
    let mut start = at;
    while start > 0
        && named(start)
        && named(start - 1)
        && words.is_capital(start - 1)
        && words.class(start - 1) == Class::Open
    {
        start -= 1;
    }
    start
}

/// The run, with all of the speech in quotation marks that it holds half of.
fn whole_quotation(words: &Words, run: &Range<usize>, cue: &Range<usize>) -> Range<usize> {
    let grown = |at: usize| {
        let index = words.quotation(at).filter(|&index| words.is_speech(index))?;
        let quotation = words.quotations[index].tokens.clone();
        let shared = run.end.min(quotation.end).saturating_sub(run.start.max(quotation.start));
        let apart = cue.end <= quotation.start || quotation.end <= cue.start;
        (apart && shared * 2 >= quotation.len()).then_some(quotation)
    };
    let first = grown(run.start).map_or(run.start, |quotation| quotation.start.min(run.start));
    let last = grown(run.end - 1).map_or(run.end, |quotation| quotation.end.max(run.end));
    first..last
}
