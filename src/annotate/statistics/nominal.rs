//! Noun phrases in running text, forwards from their beginning and backwards from their end.

use super::line::Line;
use super::noun::is_plural;
use super::verb::is_verb;
use super::words::{Class, Part, Set, change, class, is};

/// The longest noun phrase that is given, in pieces.
const LONGEST: usize = 12;

/// A run of pieces, first and end.
pub(super) type Run = (usize, usize);

/// The noun phrase that begins at `at`, determiners left out, with what "of" ties to it.
pub(super) fn phrase(line: &Line, at: usize) -> Option<Run> {
    let mut first = at;
    while class(line.low(first)) == Some(Class::Determiner) {
        first += 1;
    }
    let mut end = first;
    while end < line.len().min(first + LONGEST) && (is_nominal(line, end) || ties(line, end, first)) {
        end += 1;
        let heads = is_plural(line, end - 1) && !is(line.low(end - 1), Set::CompoundPlural);
        if heads && line.is_word(end) && !ties(line, end, first) {
            break;
        }
    }
    let governs = end > first && line.low(end - 1).ends_with("ing") && class(line.low(end)) == Some(Class::Determiner);
    trimmed(line, first, end - usize::from(governs))
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
            || class(line.low(at)).is_some_and(|class| class != Class::Verb)
            || !(line.is_word(at) || line.is_digits(at))
            || matches!(line.low(at), "'s" | "’s")
    };
    while first < end && edge(first) {
        first += 1;
    }
    while end > first && edge(end - 1) {
        end -= 1;
    }
    (first < end).then_some((first, end))
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
        return at > 0 && (line.is_capital(at - 1) || line.raw(at).len() == 4 && is_nominal(line, at + 1));
    }
    line.is_word(at)
        && match class(line.low(at)) {
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
    let behind_tie = matches!(line.before(at, 1), "of" | "in") && class(line.low(at)) == Some(Class::Determiner);
    let tie = matches!(line.low(at), "of" | "’s" | "'s" | "&") || line.low(at) == "/" && line.glued(at);
    let place =
        line.low(at) == "in" && (line.is_capital(at + 1) || line.is_word(at + 2) && class(line.low(at + 1)).is_none());
    let hyphen = line.is_dash(at) && line.glued(at) && line.glued(at + 1);
    let growth = line.low(at) == "in" && change(line.before(at, 1), Part::Noun).is_some();
    let abbreviated = line.raw(at) == "." && line.glued(at) && line.is_capital(at - 1) && line.raw(at - 1).len() <= 4;
    let adjectives = line.low(at) == "and"
        && !is_plural(line, at - 1)
        && !line.is_capital(at - 1)
        && [at + 1, at + 2].iter().all(|&at| line.is_word(at) && !line.is_capital(at) && class(line.low(at)).is_none());
    tie || place || growth || abbreviated || adjectives || hyphen || behind_tie || inside_hyphens(line, at)
}

/// "loan-to-value": a small word between hyphens.
fn inside_hyphens(line: &Line, at: usize) -> bool {
    at > 0 && line.is_dash(at - 1) && line.glued(at) && line.is_dash(at + 1) && line.glued(at + 1)
}
