//! Noun phrases in running text, forwards from their beginning and backwards from their end.

use super::line::Line;
use super::noun::is_plural;
use super::numeral::small;
use super::verb::is_verb;
use super::words::{Class, Part, Set, change};

/// The longest noun phrase that is given, in pieces.
const LONGEST: usize = 12;

/// A run of pieces, first and end.
pub(super) type Run = (usize, usize);

/// The noun phrase that begins at `at`, determiners left out, with what "of" ties to it.
pub(super) fn phrase(line: &Line, at: usize) -> Option<Run> {
    let mut first = at;
    while line.class(first) == Some(Class::Determiner) {
        first += 1;
    }
    let mut end = first;
    while end < line.len().min(first + LONGEST)
        && (is_nominal(line, end) || ties(line, end, first) || is_attribute(line, end))
    {
        end += 1;
        let heads = is_plural(line, end - 1) && !line.has(end - 1, Set::CompoundPlural);
        if heads && line.is_word(end) && !ties(line, end, first) {
            break;
        }
    }
    let governs = end > first && line.low(end - 1).ends_with("ing") && line.class(end) == Some(Class::Determiner);
    trimmed(line, first, end - usize::from(governs))
}

/// Whether a participle at `at` stands before a plural that it describes: "the total issued and outstanding shares".
fn is_attribute(line: &Line, at: usize) -> bool {
    let free = |at: usize| line.class(at).is_none() && small(line.low(at)).is_none() && !line.has(at, Set::PeriodNoun);
    let open = |at: usize| line.is_word(at) && free(at) || line.low(at) == "and";
    line.low(at).ends_with("ed")
        && line.class_before(at, 1) != Some(Class::Preposition)
        && (at + 1..at + 4).take_while(|&at| open(at)).any(|at| is_plural(line, at))
        && !line.has(at + 1, Set::PeriodAdjective)
}

/// Whether a stretch of time is named at `at`, and no part of what is measured: "in the [third quarter]".
fn names_period(line: &Line, at: usize) -> bool {
    (at..at + 3).take_while(|&at| line.is_word(at)).any(|at| line.has(at, Set::PeriodNoun))
}

/// The noun phrase whose last word stands before the "of" at `of` and that does not begin before `floor`. That word is a
/// noun, whatever it is elsewhere: "a net worth of", "estimates of".
pub(super) fn noun_before_of(line: &Line, of: usize, floor: usize) -> Option<Run> {
    let head = of.checked_sub(1).filter(|&head| head >= floor && line.is_word(head))?;
    let noun = match line.class(head) {
        None | Some(Class::Verb) => small(line.low(head)).is_none(),
        Some(Class::Preposition) => line.low(head) == "worth",
        Some(_) => false,
    };
    let first = noun_ending(line, head, floor).filter(|&(_, end)| end == head).map_or(head, |(first, _)| first);
    noun.then_some((first, of))
}

/// The noun phrase that ends before piece `end` and does not begin before `floor`.
pub(super) fn noun_ending(line: &Line, end: usize, floor: usize) -> Option<Run> {
    let mut first = end;
    while first > floor
        && end - first < LONGEST
        && (is_nominal(line, first - 1) || first < end && ties(line, first - 1, 0))
    {
        first -= 1;
    }
    trimmed(line, first, end)
}

/// Cuts what cannot stand at either end of a noun phrase.
pub(super) fn trimmed(line: &Line, mut first: usize, mut end: usize) -> Option<Run> {
    let edge = |at: usize| {
        matches!(line.low(at), "more" | "less")
            || is_adverb(line.low(at))
            || line.class(at).is_some_and(|class| class != Class::Verb)
            || !(line.is_word(at) || line.is_digits(at))
            || matches!(line.low(at), "'s" | "’s")
    };
    while first < end && edge(first) {
        first += 1;
    }
    while end > first && edge(end - 1) {
        end -= 1;
    }
    (first < end).then(|| (first, end + usize::from(has_stop(line, end))))
}

/// Whether the full stop at `end` belongs to the word before it, inside a sentence: "Acme Inc. rose".
fn has_stop(line: &Line, end: usize) -> bool {
    let short = matches!(line.before(end, 1), "inc" | "corp" | "co" | "ltd" | "bros" | "jr" | "sr" | "dept");
    short && line.raw(end) == "." && line.glued(end) && end + 1 < line.len()
}

/// Whether an unknown word ends as adverbs do.
fn is_adverb(low: &str) -> bool {
    low.len() > 5
        && low.ends_with("ly")
        && !matches!(low, "family" | "supply" | "assembly" | "monopoly" | "anomaly" | "butterfly")
}

/// Whether the piece at `at` may be a noun, an adjective or part of a name.
pub(super) fn is_nominal(line: &Line, at: usize) -> bool {
    if line.is_digits(at) {
        let named = at > 0 && line.is_word(at - 1) && line.raw(at - 1).contains(char::is_uppercase);
        return named || at > 0 && line.raw(at).len() == 4 && is_nominal(line, at + 1);
    }
    line.is_word(at)
        && match line.class(at) {
            None | Some(Class::Verb) => !is_verb(line, at),
            Some(_) => line.is_capital(at) && at > 0 && line.is_capital(at - 1),
        }
}

/// Whether the piece at `at` may stand between nouns: "of", "in", a possessive, a hyphen, an ampersand, a determiner
/// behind "of".
pub(super) fn ties(line: &Line, at: usize, first: usize) -> bool {
    if at <= first {
        return false;
    }
    let behind_tie = matches!(line.before(at, 1), "of" | "in") && line.class(at) == Some(Class::Determiner);
    let tie = matches!(line.low(at), "of" | "’s" | "'s" | "&") || line.low(at) == "/" && line.glued(at);
    let place =
        line.low(at) == "in" && (line.is_capital(at + 1) || line.is_word(at + 2) && line.class(at + 1).is_none());
    let inside = line.low(at) == "in" && line.class(at + 1) == Some(Class::Determiner) && !names_period(line, at + 2);
    let hyphen = line.is_dash(at) && line.glued(at) && line.glued(at + 1);
    let growth = line.low(at) == "in" && change(line.before(at, 1), Part::Noun).is_some();
    let abbreviated = line.raw(at) == "." && line.glued(at) && line.is_capital(at - 1) && line.raw(at - 1).len() <= 4;
    let adjectives = line.low(at) == "and"
        && !is_plural(line, at - 1)
        && !line.is_capital(at - 1)
        && small(line.low(at + 1)).is_none()
        && [at + 1, at + 2].iter().all(|&at| line.is_word(at) && !line.is_capital(at) && line.class(at).is_none());
    tie || place || inside || growth || abbreviated || adjectives || hyphen || behind_tie || inside_hyphens(line, at)
}

/// "loan-to-value": a small word between hyphens.
fn inside_hyphens(line: &Line, at: usize) -> bool {
    at > 0 && line.is_dash(at - 1) && line.glued(at) && line.is_dash(at + 1) && line.glued(at + 1)
}
