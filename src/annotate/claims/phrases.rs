//! Phrases around a cue: the noun phrase before or after it, and the words to step over on the way to the content.

use std::ops::Range;

use super::lexicon::{Class, Form};
use super::words::Words;

/// The noun phrase that ends at `end` and does not begin before `floor`, with an appositive where there is one.
pub fn before(words: &Words, end: usize, floor: usize) -> Option<Range<usize>> {
    if end <= floor {
        return None;
    }
    if !matches!(words.text(end - 1), "," | ")" | "—" | "–") {
        return head_before(words, end, floor).map(|start| start..end);
    }
    let close = end - 1;
    let open = (floor + 1..close).rev().take(28).find(|&at| is_bracket_of(words, at, close))?;
    let head = head_before(words, open, floor)?;
    let aside = open + 1;
    let incidental =
        matches!(words.class(aside), Class::Relative | Class::Preposition | Class::Subordinator | Class::Day)
            || words.readings(aside).iter().any(|reading| reading.form == Form::Gerund);
    if words.text(close) != "," || incidental { Some(head..open) } else { Some(head..close) }
}

fn is_bracket_of(words: &Words, at: usize, close: usize) -> bool {
    match words.text(close) {
        ")" => words.text(at) == "(",
        mark => words.text(at) == mark,
    }
}

/// Where the noun phrase without appositives begins that ends at `end`.
fn head_before(words: &Words, end: usize, floor: usize) -> Option<usize> {
    if end <= floor {
        return None;
    }
    if matches!(words.class(end - 1), Class::Pronoun)
        || matches!(words.lower(end - 1), "who" | "others" | "this" | "that")
    {
        return (words.lower(end - 1) != "who").then_some(end - 1);
    }
    let mut at = end;
    while at > floor && continues_left(words, at - 1, end) {
        at -= 1;
    }
    while at < end && !may_begin(words, at) {
        at += 1;
    }
    let start = after_opening_phrase(words, at..end);
    (start < end
        && (start..end)
            .any(|at| !words.is_mark(at) && words.class(at) == Class::Open || words.class(at) == Class::Determiner))
    .then_some(start)
}

/// Whether the token at `at` belongs to a noun phrase whose later words are already taken.
fn continues_left(words: &Words, at: usize, end: usize) -> bool {
    if words.quotation(at).is_some_and(|index| words.is_speech(index)) {
        return false;
    }
    if words.is_mark(at) {
        return matches!(words.text(at), "-" | "'" | "’" | "&" | "/" | "$" | "%" | "“" | "”" | "\"" | ".")
            && at + 1 < end
            && words.text(at) != ".";
    }
    match words.class(at) {
        Class::Pronoun | Class::ObjectPronoun | Class::Subordinator | Class::Relative | Class::Negation | Class::To => {
            false
        }
        Class::Auxiliary => matches!(words.text(at), "’s" | "'s") && at + 1 < end,
        Class::Conjunction => words.lower(at) == "and" && joins_names(words, at),
        _ => !is_finite(words, at),
    }
}

/// Whether "and" at `at` stands between two parts of one noun phrase.
fn joins_names(words: &Words, at: usize) -> bool {
    let left = at > 0 && words.is_capital(at - 1);
    let right = words.is_capital(at + 1);
    left && right
}

/// Whether the token is a finite form of a verb that makes claims: a clause ends before it.
fn is_finite(words: &Words, at: usize) -> bool {
    let finite = words.readings(at).iter().any(|reading| matches!(reading.form, Form::Past | Form::Third));
    finite && !words.is_capital(at) && at > 0 && !matches!(words.class(at - 1), Class::Determiner | Class::Preposition)
}

/// Whether a noun phrase may begin with the token.
fn may_begin(words: &Words, at: usize) -> bool {
    !words.is_mark(at) && !matches!(words.class(at), Class::Adverb | Class::Conjunction | Class::Day | Class::Auxiliary)
        || matches!(words.text(at), "“" | "\"")
}

/// Steps over an opening phrase that no comma closes: "In Kabul officials", "On Tuesday the group".
fn after_opening_phrase(words: &Words, run: Range<usize>) -> usize {
    if words.class(run.start) != Class::Preposition {
        return run.start;
    }
    let inner = run.start + 2..run.end;
    let by_article = inner
        .clone()
        .rev()
        .find(|&at| words.class(at) == Class::Determiner && words.class(at - 1) != Class::Preposition);
    let by_day = inner.clone().rev().find(|&at| words.class(at - 1) == Class::Day);
    by_article
        .or(by_day)
        .unwrap_or_else(|| (run.start + 1..run.end).find(|&at| !words.is_capital(at)).unwrap_or(run.end))
}

/// The noun phrase that begins at `start` and ends before `ceiling`, with an appositive where there is one.
///
/// `deep` takes every preposition as part of it, as behind "according to"; else only "of", "for" and the like.
pub fn after(words: &Words, start: usize, ceiling: usize, deep: bool) -> Range<usize> {
    let mut end = start;
    while end < ceiling && continues_right(words, end, start, deep) {
        end += 1;
    }
    while end > start
        && (words.is_mark(end - 1) && !matches!(words.text(end - 1), "”" | "\"")
            || matches!(
                words.class(end - 1),
                Class::Preposition | Class::Determiner | Class::Conjunction | Class::Adverb
            ) && end - 1 > start)
    {
        end -= 1;
    }
    if end > start && words.text(end) == "," {
        let named = words.is_capital(end - 1);
        let apposed = appositive_end(words, end, ceiling);
        let apposed =
            apposed.filter(|&close| !deep || named && words.text(close) == "," && !words.has_verb(end..close));
        end = apposed.unwrap_or(end);
    }
    start..end
}

fn continues_right(words: &Words, at: usize, start: usize, deep: bool) -> bool {
    if words.quotation(at).is_some_and(|index| words.is_speech(index)) {
        return false;
    }
    if words.is_mark(at) {
        return matches!(words.text(at), "-" | "'" | "’" | "&" | "/" | "$" | "%" | "“" | "”" | "\"" | "‘");
    }
    match words.class(at) {
        Class::Pronoun => at == start,
        Class::ObjectPronoun | Class::Subordinator | Class::Relative | Class::Negation | Class::To | Class::Adverb => {
            false
        }
        Class::Day => deep && at == start,
        Class::Auxiliary => matches!(words.text(at), "’s" | "'s"),
        Class::Preposition => {
            words.class(start) != Class::Pronoun
                && (deep && words.class(at + 1) != Class::Day
                    || matches!(words.lower(at), "of" | "for")
                    || matches!(words.lower(at), "at" | "from" | "with" | "in")
                        && at.checked_sub(1).is_none_or(|before| !words.is_capital(before)))
        }
        Class::Conjunction => {
            words.lower(at) == "and" && words.is_capital(at + 1) && words.class(start) != Class::Pronoun
        }
        _ => {
            // "media reports,": a verb has something behind it.
            let noun = deep && words.is_mark(at + 1);
            let verb = at > start && !noun && is_finite(words, at);
            words.class(start) != Class::Pronoun && !verb && !is_gerund(words, at)
        }
    }
}

fn is_gerund(words: &Words, at: usize) -> bool {
    words.readings(at).iter().any(|reading| reading.form == Form::Gerund)
}

/// The end of an appositive that the comma at `comma` opens: "a retired lineman from Pueblo", "58".
fn appositive_end(words: &Words, comma: usize, ceiling: usize) -> Option<usize> {
    let first = comma + 1;
    let describes = matches!(words.class(first), Class::Determiner) && !matches!(words.lower(first), "that" | "this")
        || words.lower(first).starts_with(|c: char| c.is_ascii_digit())
        || words.class(first) == Class::Open
            && !words.is_capital(first)
            && !words.is_mark(first)
            && words.readings(first).is_empty();
    if !describes || first >= ceiling || words.quotation(first).is_some() {
        return None;
    }
    let end = (first..ceiling).find(|&at| ends_appositive(words, at))?;
    let aged = words.count(first..end) == 1 && words.text(end) == ",";
    if aged { appositive_end(words, end, ceiling).or(Some(end)) } else { Some(end) }
}

fn ends_appositive(words: &Words, at: usize) -> bool {
    words.quotation(at).is_some()
        || matches!(words.text(at), "," | "." | ";" | ":" | "—" | "–" | "?" | "!")
        || words.class(at) == Class::Relative
        || words.class(at) == Class::Auxiliary && !matches!(words.text(at), "’s" | "'s")
}

/// Steps over the one who is spoken to: "told *reporters* that".
pub fn addressee(words: &Words, start: usize, ceiling: usize) -> Range<usize> {
    if start >= ceiling || words.is_mark(start) || words.quotation(start).is_some() {
        return start..start;
    }
    match words.class(start) {
        Class::ObjectPronoun => return start..start + 1,
        Class::Subordinator | Class::Relative | Class::To | Class::Preposition => return start..start,
        _ => {}
    }
    if matches!(words.lower(start), "you" | "it")
        || matches!(words.lower(start), "her" | "his") && words.class(start + 1) != Class::Open
    {
        return start..start + 1;
    }
    let mut end = start;
    while end < ceiling && continues_addressee(words, end, start) {
        end += 1;
    }
    start..end
}

fn continues_addressee(words: &Words, at: usize, start: usize) -> bool {
    if words.is_mark(at) {
        return matches!(words.text(at), "-" | "’" | "'" | "&");
    }
    if at == start {
        return true;
    }
    let named = words.is_capital(at - 1);
    match words.class(at) {
        Class::Open => {
            !named
                || words.is_capital(at)
                || words.class(at - 1) == Class::Auxiliary
                || matches!(
                    words.lower(at),
                    "news" | "newspaper" | "agency" | "television" | "radio" | "reporters" | "magazine"
                )
        }
        Class::Auxiliary => matches!(words.text(at), "’s" | "'s"),
        Class::Determiner => matches!(words.lower(at - 1), "of" | "all" | "both"),
        Class::Preposition => matches!(words.lower(at), "of"),
        Class::Conjunction => words.is_capital(at + 1) && named,
        _ => false,
    }
}

/// Steps over when, where and how something was said: "on Tuesday", "in a statement", "late last week".
pub fn adjunct(words: &Words, start: usize, ceiling: usize) -> usize {
    let mut at = start;
    while at < ceiling {
        let next = one_adjunct(words, at, ceiling);
        if next == at {
            break;
        }
        at = next;
    }
    at
}

fn one_adjunct(words: &Words, at: usize, ceiling: usize) -> usize {
    if words.class(at) == Class::Day {
        return at + 1;
    }
    let word = words.lower(at);
    if matches!(word, "last" | "this" | "earlier" | "late" | "early" | "later") && is_time(words, at + 1) {
        return (at + 1..ceiling).find(|&next| !is_time(words, next)).unwrap_or(ceiling);
    }
    if matches!(word, "yesterday" | "today" | "earlier" | "recently" | "later" | "afterward" | "afterwards") {
        return at + 1;
    }
    if words.class(at) == Class::Preposition && at + 1 < ceiling {
        let stop = (at + 1..ceiling).find(|&next| ends_adjunct(words, next)).unwrap_or(ceiling);
        let inner = at + 1..stop;
        let occasion = inner.clone().any(|next| is_time(words, next) || is_occasion(words, next));
        if occasion && inner.len() <= 16 {
            return stop;
        }
    }
    at
}

fn ends_adjunct(words: &Words, at: usize) -> bool {
    words.quotation(at).is_some()
        || words.is_mark(at) && !matches!(words.text(at), "-" | "’" | "'" | "&")
        || matches!(words.lower(at), "that" | "whether")
        || words.class(at) == Class::Pronoun
        || is_finite(words, at)
}

fn is_time(words: &Words, at: usize) -> bool {
    words.class(at) == Class::Day
        || matches!(
            words.lower(at),
            "week"
                | "month"
                | "year"
                | "night"
                | "morning"
                | "afternoon"
                | "evening"
                | "day"
                | "weekend"
                | "summer"
                | "spring"
                | "fall"
                | "winter"
                | "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
                | "monday"
                | "last"
        )
}

fn is_occasion(words: &Words, at: usize) -> bool {
    matches!(
        words.lower(at),
        "statement"
            | "interview"
            | "conference"
            | "briefing"
            | "speech"
            | "letter"
            | "email"
            | "report"
            | "post"
            | "tweet"
            | "hearing"
            | "rally"
            | "debate"
            | "memo"
            | "message"
            | "call"
            | "testimony"
            | "filing"
            | "press"
            | "release"
            | "broadcast"
            | "appearance"
            | "meeting"
            | "reporters"
            | "twitter"
            | "facebook"
            | "condition"
            | "telephone"
            | "phone"
            | "remarks"
            | "note"
            | "column"
            | "essay"
            | "book"
            | "video"
            | "address"
            | "paper"
            | "study"
            | "court"
            | "indictment"
            | "complaint"
            | "event"
            | "forum"
    )
}
