//! What the rules are sure of, beside what the model found: "according to", plain speech, a second sentence in one.

use std::ops::Range;

use super::draft::Draft;
use super::lexicon::{Class, Frame};
use super::rules::{ACCORDING, HEARSAY};
use super::words::Words;

/// Adds to `linked`, the claims that the model found in a block, those of `rules` that are sure, and makes room for them.
pub fn supplement(words: &Words, rules: &[Draft], linked: &mut Vec<Draft>) {
    for rule in rules {
        if rule.why.rule == ACCORDING {
            let [source] = &rule.source[..] else { continue };
            for draft in linked.iter_mut() {
                leave_source(draft, source);
            }
            lead_whole(words, rule, linked);
            lead_behind_aside(words, rule, linked);
            lead_relative(words, rule, linked);
        }
        before_addressee(words, rule, linked);
        if rule.why.rule == HEARSAY {
            whole_hearsay(rule, linked);
        }
        if is_wanted(words, rule, linked) {
            linked.push(rule.clone());
        } else if is_second_sentence(words, rule, linked) {
            for draft in linked.iter_mut() {
                cut(draft, rule);
            }
            linked.push(rule.clone());
        }
    }
    linked.retain(|draft| !draft.content.is_empty() && !is_idiom(words, draft));
}

/// "what he calls “…”": a name for something in somebody’s words, and nothing told.
pub fn is_label(words: &Words, draft: &Draft) -> bool {
    let names = draft.cue.first().is_some_and(|cue| {
        let names = |at: usize| words.readings(at).iter().any(|reading| matches!(reading.verb.lemma, "call" | "term"));
        (cue.start..cue.end).any(names)
    });
    let [source] = &draft.source[..] else { return false };
    names && source.start.checked_sub(1).is_some_and(|before| words.lower(before) == "what")
}

/// "said goodbye", "said nothing": words that tell of speaking and not what was said. "One reason that" tells nothing.
fn is_idiom(words: &Words, draft: &Draft) -> bool {
    if draft.cue.last().is_some_and(|run| matches!(words.lower(run.end - 1), "reason" | "reasons")) {
        return true;
    }
    let says = draft.reading.is_some_and(|reading| matches!(reading.verb.lemma, "say" | "tell"));
    let idle = ["goodbye", "farewell", "hello", "grace", "mass", "prayers", "nothing", "little", "so"];
    let first = draft.content.first().map_or("", |run| words.lower(run.start));
    says && idle.contains(&first) && draft.content.iter().all(|run| run.len() <= 4)
}

/// A source that runs on from "according to X," begins behind it.
fn leave_source(draft: &mut Draft, teller: &Range<usize>) {
    for run in &mut draft.source {
        if run.start <= teller.start && run.end > teller.end + 1 && draft.cue.iter().all(|cue| cue.start > teller.end) {
            run.start = teller.end + 1;
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

/// Whether the cue of `rule` is already that of another claim.
pub fn is_taken(rule: &Draft, linked: &[Draft]) -> bool {
    let overlaps = |cue: &Range<usize>| {
        linked.iter().flat_map(|draft| &draft.cue).any(|run| run.start < cue.end && cue.start < run.end)
    };
    rule.cue.iter().any(overlaps)
}

/// Whether the claim that the rules found is to stand beside those of the model.
fn is_wanted(words: &Words, rule: &Draft, linked: &[Draft]) -> bool {
    let Some(cue) = rule.cue.first() else { return false };
    let nested = linked.iter().any(|draft| draft.holds(cue.start));
    let last = cue.end - 1;
    let speech = matches!(words.lower(last), "said" | "says" | "told" | "wrote")
        && !rule.source.is_empty()
        && rule.content.iter().any(|run| words.has_verb(run.clone()));
    !is_taken(rule, linked) && !nested && (rule.why.rule == ACCORDING || speech || closes(words, rule))
}

/// Whether a named source and its verb close the sentence: ", the Evening Post reports."
fn closes(words: &Words, rule: &Draft) -> bool {
    let ([source], [cue], [content]) = (&rule.source[..], &rule.cue[..], &rule.content[..]) else { return false };
    let reports = rule.reading.is_some_and(|reading| matches!(reading.verb.lemma, "report" | "say" | "write" | "note"));
    let last =
        words.units.get(words.unit_of(cue.start)).is_some_and(|unit| (cue.end..unit.end).all(|at| words.is_mark(at)));
    let named = (source.start..source.end).any(|at| words.is_capital(at));
    reports && last && named && source.end == cue.start && content.end < cue.start && words.has_verb(content.clone())
}

/// Whether the claim is a sentence of its own that the model took into another’s content: ", and he appealed to …".
fn is_second_sentence(words: &Words, rule: &Draft, linked: &[Draft]) -> bool {
    let (Some(cue), [source]) = (rule.cue.first(), &rule.source[..]) else { return false };
    let joined = source.end == cue.start
        && source.start > 1
        && words.class(source.start - 1) == Class::Conjunction
        && words.text(source.start - 2) == ",";
    let speaks = (cue.start..cue.end).any(|at| {
        words.takes(at, Frame::Clause) || words.takes(at, Frame::Quotation) || words.cue_share(at) >= Some(8)
    });
    joined && speaks && words.quotation(cue.start).is_none() && !is_taken(rule, linked)
}

/// Ends the content of `draft` before the sentence of `rule`.
fn cut(draft: &mut Draft, rule: &Draft) {
    let Some(at) = rule.source.first().map(|source| source.start - 2) else { return };
    if let Some(run) = draft.content.iter_mut().find(|run| run.contains(&at)) {
        run.end = at;
    }
    draft.content.retain(|run| run.start < at);
}
