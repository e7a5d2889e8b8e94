//! What the rules are sure of, beside what the model found: "according to", plain speech, a second sentence in one.

use std::ops::Range;

use super::draft::Draft;
use super::lexicon::{Class, Frame};
use super::mend::mend;
use super::rules::ACCORDING;
use super::words::Words;

/// Adds to `linked`, the claims that the model found in a block, those of `rules` that are sure, and makes room for them.
pub fn supplement(words: &Words, rules: &[Draft], linked: &mut Vec<Draft>) {
    for rule in rules {
        mend(words, rule, linked);
        if is_wanted(words, rule, linked) {
            linked.push(rule.clone());
        } else if is_second_sentence(words, rule, linked) {
            for draft in linked.iter_mut() {
                cut(draft, rule);
            }
            linked.push(rule.clone());
        }
    }
    linked.retain(|draft| !draft.content.is_empty());
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
