//! Mends the claims of the model where the rules see better: who tells and who is told, where what is said begins.

use std::ops::Range;

use super::draft::Draft;
use super::lexicon::Class;
use super::rules::{ACCORDING, AROUND, HEARSAY, INVERTED};
use super::words::Words;

/// Mends those of `linked`, the claims that the model found in a block, that have the cue of `rule`.
pub fn mend(words: &Words, rule: &Draft, linked: &mut [Draft]) {
    match rule.why.rule {
        ACCORDING => {
            leave_source(rule, linked);
            lead_whole(words, rule, linked);
            lead_behind_aside(words, rule, linked);
            lead_relative(words, rule, linked);
        }
        HEARSAY => whole_hearsay(rule, linked),
        INVERTED => inverted(words, rule, linked),
        AROUND => whole_sentence(words, rule, linked),
        _ => {}
    }
    before_addressee(words, rule, linked);
    with_source(rule, linked);
}

/// A source that the model missed, where the rules see one.
fn with_source(rule: &Draft, linked: &mut [Draft]) {
    for draft in linked.iter_mut().filter(|draft| draft.source.is_empty() && draft.cue.first() == rule.cue.first()) {
        let free =
            |run: &&Range<usize>| draft.content.iter().all(|told| told.end <= run.start || run.end <= told.start);
        draft.source = rule.source.iter().filter(free).cloned().collect();
    }
}

/// "…, said Ann Lind.": she is no part of what is said.
fn inverted(words: &Words, rule: &Draft, linked: &mut [Draft]) {
    let (Some(cue), [source], [told]) = (rule.cue.first(), &rule.source[..], &rule.content[..]) else { return };
    let named = words.entity(source.start).is_some_and(|(_, named)| named) && source.start == cue.end;
    let comma = cue.start.checked_sub(1).is_some_and(|before| words.text(before) == ",");
    for draft in linked.iter_mut().filter(|draft| named && comma && draft.cue.first() == Some(cue)) {
        if draft.content.iter().all(|run| run.start >= cue.end) && told.end <= cue.start {
            draft.source.clone_from(&rule.source);
            draft.content.clone_from(&rule.content);
        }
    }
}

/// "They need time, she added, if they are to learn.": what stands before her is told, too.
fn whole_sentence(words: &Words, rule: &Draft, linked: &mut [Draft]) {
    let (Some(cue), [source], [told, ..]) = (rule.cue.first(), &rule.source[..], &rule.content[..]) else { return };
    let between = source.start.checked_sub(1).is_some_and(|at| words.text(at) == ",") && words.text(cue.end) == ",";
    for draft in linked.iter_mut().filter(|draft| between && draft.cue.first() == Some(cue)) {
        let only_behind =
            draft.content.iter().all(|run| run.start > cue.end && run.clone().all(|at| words.quotation(at).is_none()));
        if only_behind && told.end <= source.start && words.has_verb(told.clone()) {
            draft.content.insert(0, told.clone());
        }
    }
}

/// A source that runs on from "according to X," begins behind it.
fn leave_source(rule: &Draft, linked: &mut [Draft]) {
    let [teller] = &rule.source[..] else { return };
    for draft in linked.iter_mut().filter(|draft| draft.cue.iter().all(|cue| cue.start > teller.end)) {
        for run in &mut draft.source {
            if run.start <= teller.start && run.end > teller.end + 1 {
                run.start = teller.end + 1;
            }
        }
    }
}

/// "According to X," at the head of a sentence tells all of it, where nothing of it is left untold.
fn lead_whole(words: &Words, rule: &Draft, linked: &mut [Draft]) {
    let (Some(cue), [whole]) = (rule.cue.first(), &rule.content[..]) else { return };
    if whole.start < cue.start {
        return;
    }
    for draft in linked.iter_mut().filter(|draft| draft.cue.first() == Some(cue)) {
        let partial =
            draft.content.len() == 1 && draft.content.iter().all(|run| run.start >= whole.start && run.end < whole.end);
        if partial && words.count(draft.content[0].end..whole.end) > 0 {
            draft.content.clone_from(&rule.content);
        }
    }
}

/// "According to X, who was there, …" tells what stands behind the clause, and not the clause.
fn lead_behind_aside(words: &Words, rule: &Draft, linked: &mut [Draft]) {
    let (Some(cue), [source], [told]) = (rule.cue.first(), &rule.source[..], &rule.content[..]) else { return };
    let hangs =
        (source.start + 1..source.end).any(|at| words.class(at) == Class::Relative && words.text(at - 1) == ",");
    for draft in linked.iter_mut().filter(|draft| hangs && draft.cue.first() == Some(cue)) {
        let in_clause = draft.content.first().is_some_and(|run| cue.end < run.start && run.start < source.end);
        if in_clause && told.start >= source.end {
            draft.source.clone_from(&rule.source);
            draft.content.clone_from(&rule.content);
        }
    }
}

/// "…, X told Y": Y is told, and X tells.
fn before_addressee(words: &Words, rule: &Draft, linked: &mut [Draft]) {
    let (Some(cue), [source]) = (rule.cue.first(), &rule.source[..]) else { return };
    let tells = rule.reading.is_some_and(|reading| reading.verb.lemma == "tell");
    for draft in linked.iter_mut().filter(|draft| tells && draft.cue.first() == Some(cue)) {
        let takes_addressee = draft.source.iter().any(|run| run.start == cue.end);
        if takes_addressee && source.end <= cue.start && words.count(source.end..cue.start) == 0 {
            draft.source.clone_from(&rule.source);
            draft.content.clone_from(&rule.content);
        }
    }
}

/// ", which, according to X, …" tells the relative clause, not the sentence that it hangs on.
fn lead_relative(words: &Words, rule: &Draft, linked: &mut [Draft]) {
    let (Some(cue), [clause]) = (rule.cue.first(), &rule.content[..]) else { return };
    let relative = cue.start.saturating_sub(2);
    let hangs = words.text(relative + 1) == "," && words.class(relative) == Class::Relative && clause.start > cue.end;
    for draft in linked.iter_mut().filter(|draft| hangs && draft.cue.first() == Some(cue)) {
        draft.content = vec![relative..relative + 1, clause.clone()];
    }
}

/// "The boat reportedly sank": the subject before the word and the predicate behind it are one content, with no source.
fn whole_hearsay(rule: &Draft, linked: &mut [Draft]) {
    let (Some(cue), [.., behind]) = (rule.cue.first(), &rule.content[..]) else { return };
    for draft in linked.iter_mut().filter(|draft| draft.cue.first() == Some(cue)) {
        if draft.source.iter().any(|run| run.end == cue.start) {
            draft.content.splice(..0, draft.source.drain(..));
        }
        match &draft.content[..] {
            _ if !draft.source.is_empty() => {}
            [only] if only.start >= cue.end => draft.content.clone_from(&rule.content),
            [only] if only.end == cue.start => draft.content.push(behind.clone()),
            _ => {}
        }
    }
}
