//! Bases: what a statistic is compared with ("compared with a year earlier", "from 3.1%", "since 2019").

use super::amount::Amount;
use super::line::Line;
use super::words::{Class, Set, is};

/// How far behind an amount its base may begin, in pieces.
const REACH: usize = 16;

/// The base that `amount` is compared with, by pieces; `ceiling` is the first piece of the next amount but one.
pub(super) fn base(line: &Line, amount: &Amount, changed: bool) -> Option<(usize, usize)> {
    let mut at = amount.end;
    let mut comma = false;
    while at < line.len().min(amount.end + REACH) {
        let low = line.low(at);
        if at > amount.end && matches!(low, ";" | ":" | "while" | "but" | "whereas" | ".") {
            return None;
        }
        if let Some(skip) = opener(line, at, amount.end, changed, comma) {
            return Some((at, end(line, at + skip)));
        }
        comma |= low == ",";
        at += 1;
    }
    None
}

/// "year on year", "quarter-over-quarter": how many pieces it takes.
fn on_itself(line: &Line, at: usize) -> Option<usize> {
    let dash = usize::from(line.is_dash(at + 1));
    let again = at + 2 + 2 * dash;
    let doubled = line.has(at, Set::PeriodNoun) && line.low(at) == line.low(again);
    (doubled && matches!(line.low(at + 1 + dash), "on" | "over")).then_some(again + 1 - at)
}

/// Whether the word at `at` compares: "5% [higher] than in France".
fn is_comparative(line: &Line, at: usize) -> bool {
    matches!(line.low(at), "more" | "less" | "fewer") || line.low(at).ends_with("er")
}

/// How many pieces open a base at `at`, behind an amount that ends before `amount_end`.
fn opener(line: &Line, at: usize, amount_end: usize, changed: bool, comma: bool) -> Option<usize> {
    let next = line.low(at + 1);
    if let Some(length) = on_itself(line, at) {
        return changed.then_some(length);
    }
    match line.low(at) {
        "compared" | "relative" if matches!(next, "with" | "to") => Some(2),
        "versus" | "vs" | "against" if line.is_word(at + 1) || line.is_digits(at + 1) || next == "$" => {
            Some(1).filter(|_| line.low(at) != "against" || changed && is_period(line, at + 1))
        }
        "than" if is_period(line, at + 1) || at == amount_end + 1 && is_comparative(line, amount_end) => Some(1),
        "from"
            if changed
                && (is_period(line, at + 1) || line.is_digits(at + 1) || next == "$" || next == "£" || next == "€") =>
        {
            Some(1)
        }
        "since" if changed && !comma => Some(1),
        "on" | "over"
            if changed
                && is_period(line, at + 1)
                && !matches!(
                    next,
                    "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
                ) =>
        {
            Some(1)
        }
        _ => None,
    }
}

/// Whether a period of time is named at `at`: "a year earlier", "the previous quarter", "last week", "2019".
pub(super) fn is_period(line: &Line, at: usize) -> bool {
    let mut at = at;
    while line.has(at, Set::PeriodLead) {
        at += 1;
    }
    let time = |word: &str| is(word, Set::PeriodNoun);
    let year = line.is_digits(at) && line.raw(at).len() == 4 && line.raw(at).starts_with(['1', '2']);
    let relative = line.has(at, Set::PeriodAdjective);
    year || relative || time(line.low(at)) || super::guard::is_month(line, at)
}

/// Where the base that goes on at `at` ends: before a mark, a verb or a new clause.
fn end(line: &Line, from: usize) -> usize {
    let mut at = from;
    while at < line.len().min(from + 12) {
        let low = line.low(at);
        let stops = matches!(low, ";" | ":" | ")" | "(" | "—" | "–" | "\"" | "”" | "?" | "!")
            || matches!(low, "," | ".") && !(low == "." && line.glued(at + 1))
            || at > from && matches!(line.class(at), Some(Class::Conjunction | Class::Relative | Class::Auxiliary))
            || at > from && matches!(low, "according" | "after" | "said" | "on" | "with")
            || at > from && low == "to" && !line.is_dash(at - 1);
        if stops {
            break;
        }
        at += 1;
    }
    at.max(from)
}
