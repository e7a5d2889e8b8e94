//! The subject of the clause that an amount stands in.

use super::amount::Amount;
use super::change::Moved;
use super::line::Line;
use super::nominal::{Run, noun_ending, ties, trimmed};
use super::statistic::StatisticKind;
use super::verb::is_verb;
use super::words::{Class, Part, Set, class, is};

/// How far before an amount its clause may begin, in pieces.
const REACH: usize = 40;

/// The longest apposition that is skipped, in pieces.
const APPOSITION: usize = 12;

/// The subject of the clause that holds the amount. A pronoun stands for the subject of the sentence.
pub(super) fn subject(line: &Line, amount: &Amount, moved: Option<Moved>) -> Option<Run> {
    let multiplies =
        amount.kind == Some(StatisticKind::Multiple) && moved.is_some_and(|moved| moved.cue == amount.first);
    let cue = moved.filter(|moved| moved.part == Part::Verb && moved.cue < amount.first && amount.from.is_none());
    let cue = cue.map(|moved| moved.cue).filter(|&at| !line.low(at).ends_with("ing"));
    let cue = if multiplies { Some(amount.first) } else { cue };
    // "Blackmores up 9.4 per cent": no verb at all.
    let bare = moved.filter(|moved| moved.part == Part::Adverb && moved.cue < amount.first);
    if let Some(found) = bare.and_then(|moved| noun_ending(line, moved.cue, 0)) {
        return Some(found);
    }
    let mut verb = cue.or_else(|| verb_before(line, amount.first))?;
    for _ in 0..4 {
        let group = first_of_group(line, verb);
        let edge = left_edge(line, group);
        let infinitive = line.before(group, 1) == "to";
        let caused = cue == Some(verb) && edge + 1 < group;
        if let Some(found) =
            without_time(line, trimmed(line, edge, group)).filter(|_| !infinitive || caused || edge == 0)
        {
            return Some(found);
        }
        let outer = edge.checked_sub(1)?;
        let low = line.low(outer);
        match class(low) {
            Some(Class::Relative) => return noun_ending(line, outer - usize::from(line.before(outer, 1) == ","), 0),
            Some(Class::Pronoun) => return main_subject(line, outer),
            _ if low == "," && edge == group => return before_apposition(line, outer),
            _ => match verb_before(line, group.min(outer + 1)) {
                Some(earlier) => verb = earlier,
                None => return noun_ending(line, outer, 0).filter(|_| infinitive || low == "and"),
            },
        }
    }
    None
}

/// A subject without the year before it and the period behind it: "revenue in the quarter".
fn without_time(line: &Line, run: Option<Run>) -> Option<Run> {
    let (first, end) = run?;
    let year = usize::from(line.is_digits(first) && line.raw(first).len() == 4);
    let lead = |at: usize| matches!(line.low(at), "in" | "for" | "during" | "over");
    let behind = (first + 1..end).rev().find(|&at| lead(at)).filter(|_| is(line.low(end - 1), Set::PeriodNoun));
    trimmed(line, first + year, behind.unwrap_or(end))
}

/// The last verb before piece `limit` in its part of the sentence.
fn verb_before(line: &Line, limit: usize) -> Option<usize> {
    (limit.saturating_sub(REACH)..limit)
        .rev()
        .take_while(|&at| !matches!(line.raw(at), ";" | ":"))
        .find(|&at| is_verb(line, at))
}

/// The first piece of the verb's group: "has been sharply cut".
fn first_of_group(line: &Line, verb: usize) -> usize {
    let mut first = verb;
    while first > 0
        && (matches!(class(line.low(first - 1)), Some(Class::Auxiliary | Class::Adverb))
            || is_verb(line, first - 1) && is_verb(line, first))
    {
        first -= 1;
    }
    first
}

/// How far a subject that ends before `end` reaches to the left: over nouns and their prepositions.
fn left_edge(line: &Line, end: usize) -> usize {
    let mut first = end;
    while first > 0 && end - first < REACH {
        let at = first - 1;
        let passes = match class(line.low(at)) {
            Some(Class::Preposition | Class::Determiner) => true,
            Some(Class::Conjunction) => matches!(line.low(at), "and" | "or") && !follows_a_verb(line, at),
            Some(Class::Adverb) => line.is_capital(at) && at > 0,
            Some(Class::Auxiliary | Class::Relative | Class::Pronoun) => false,
            _ => {
                !is_verb(line, at)
                    && (line.is_word(at)
                        || line.is_digits(at)
                        || ties(line, at, 0)
                        || matches!(line.raw(at), "%" | "$" | "&" | "’" | "'"))
            }
        };
        if !passes {
            break;
        }
        first = at;
    }
    first
}

/// Whether a verb stands before piece `at` in its part of the sentence.
fn follows_a_verb(line: &Line, at: usize) -> bool {
    (at.saturating_sub(12)..at).rev().take_while(|&at| !opens_clause(line, at)).any(|at| is_verb(line, at))
}

/// Whether the piece at `at` stands between two clauses.
fn opens_clause(line: &Line, at: usize) -> bool {
    let joins = matches!(line.low(at), "and" | "or" | "nor");
    matches!(line.raw(at), "," | ";" | ":" | "(" | "—")
        || matches!(class(line.low(at)), Some(Class::Relative | Class::Conjunction)) && !joins
}

/// "Healthcare, the best performing sector, dropped": the noun phrase before the commas that end at `comma`.
fn before_apposition(line: &Line, comma: usize) -> Option<Run> {
    let opening = (comma.saturating_sub(APPOSITION)..comma).rev().find(|&at| line.raw(at) == ",")?;
    noun_ending(line, opening, 0)
}

/// The subject of the sentence's first verb, where that stands before `limit`.
fn main_subject(line: &Line, limit: usize) -> Option<Run> {
    let verb = (0..limit).find(|&at| is_verb(line, at))?;
    trimmed(line, left_edge(line, first_of_group(line, verb)), verb)
}
