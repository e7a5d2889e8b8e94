//! The subject of the clause that an amount stands in.

use super::amount::Amount;
use super::change::Moved;
use super::line::Line;
use super::nominal::{Run, noun_ending, ties, trimmed};
use super::noun::is_plural;
use super::statistic::StatisticKind;
use super::verb::is_verb;
use super::words::{Class, Part, Set};

/// How far before an amount its clause may begin, in pieces.
const REACH: usize = 40;

/// The longest apposition that is skipped, in pieces.
const APPOSITION: usize = 12;

/// The subject of the clause that holds the amount. A pronoun stands for the subject of the sentence.
pub(super) fn subject(line: &Line, amount: &Amount, moved: Option<Moved>) -> Option<Run> {
    let multiplies =
        amount.kind == Some(StatisticKind::Multiple) && moved.is_some_and(|moved| moved.cue == amount.first);
    let cue = moved.filter(|moved| moved.part == Part::Verb && moved.cue < amount.first).map(|moved| moved.cue);
    if let Some(found) = cue.and_then(|at| beside_participle(line, at)) {
        return Some(found);
    }
    let cue = cue.filter(|&at| !line.low(at).ends_with("ing"));
    let cue = if multiplies { Some(amount.first) } else { cue };
    // "Blackmores up 9.4 per cent": no verb at all.
    let bare = moved.filter(|moved| moved.part == Part::Adverb && moved.cue < amount.first);
    if let Some(found) = bare.and_then(|moved| noun_ending(line, moved.cue, 0)) {
        return Some(found);
    }
    let mut verb = cue.or_else(|| verb_before(line, amount.first))?;
    for _ in 0..4 {
        let group = before_bracket(line, first_of_group(line, verb));
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
        match line.class(outer) {
            Some(Class::Relative) => return before_relative(line, outer, group),
            Some(Class::Pronoun) => return named_by_pronoun(line, outer),
            _ if low == "," && edge == group => return before_apposition(line, outer),
            _ => match verb_before(line, group.min(outer + 1)) {
                Some(earlier) => verb = earlier,
                None => return noun_ending(line, outer, 0).filter(|_| infinitive || low == "and"),
            },
        }
    }
    None
}

/// "with the index [advancing] 2%": the noun between "with" and a participle.
fn beside_participle(line: &Line, at: usize) -> Option<Run> {
    let (first, end) = noun_ending(line, at, 0).filter(|_| line.low(at).ends_with("ing"))?;
    let determined = usize::from(line.class_before(first, 1) == Some(Class::Determiner));
    (end == at && line.before(first, 1 + determined) == "with").then_some((first, end))
}

/// The noun that a relative clause with the verb group at `group` describes, before the relative pronoun at `outer`: of
/// "a rally in bank stocks, which were" the stocks.
fn before_relative(line: &Line, outer: usize, group: usize) -> Option<Run> {
    let (first, end) = noun_ending(line, outer - usize::from(line.before(outer, 1) == ","), 0)?;
    let many = matches!(line.low(group), "were" | "are" | "have") && is_plural(line, end - 1);
    let inner = (first + 1..end - 1).rev().find(|&at| matches!(line.low(at), "of" | "in"));
    let inner = inner.filter(|&tie| many && !is_plural(line, tie - 1));
    trimmed(line, inner.map_or(first, |tie| tie + 1), end)
}

/// Whom the pronoun at `at` stands for: the subject of the sentence; "they" is several.
fn named_by_pronoun(line: &Line, at: usize) -> Option<Run> {
    let main = main_subject(line, at);
    let several = |&(_, end): &Run| is_plural(line, end - 1) || line.low(at) != "they";
    main.filter(several).or_else(|| {
        let nearest = (at.saturating_sub(REACH)..at).rev().find(|&noun| line.is_word(noun) && is_plural(line, noun))?;
        noun_ending(line, nearest + 1, 0).filter(|_| line.low(at) == "they")
    })
}

/// The piece where a bracket begins that ends before `end`, or `end`: "Acme [(ACM)] rose".
fn before_bracket(line: &Line, end: usize) -> usize {
    if line.before(end, 1) != ")" {
        return end;
    }
    let near = (end.saturating_sub(APPOSITION)..end).rev().find(|&at| line.raw(at) == "(");
    near.filter(|&at| at > 0).unwrap_or(end)
}

/// A subject without the years before it and the time behind it: "revenue in the quarter", "samples between 2014 and
/// 2017".
fn without_time(line: &Line, run: Option<Run>) -> Option<Run> {
    let (mut first, end) = run?;
    let year = |at: usize| line.is_digits(at) && line.raw(at).len() == 4 && line.raw(at).starts_with(['1', '2']);
    while year(first) {
        first = trimmed(line, first + 1, end)?.0;
    }
    let lead = |at: usize| matches!(line.low(at), "in" | "for" | "during" | "over" | "since" | "between" | "from");
    let named = |at: usize| year(at) || line.has(at, Set::PeriodNoun);
    let timed = |at: usize| {
        named(at) || line.has(at, Set::PeriodLead) || line.has(at, Set::PeriodAdjective) || line.low(at) == "and"
    };
    let tie = (first + 1..end).rev().find(|&at| !timed(at)).filter(|&at| lead(at) && (at..end).any(named));
    let behind = (first + 1..end).rev().find(|&at| lead(at)).filter(|_| line.has(end - 1, Set::PeriodNoun));
    trimmed(line, first, tie.or(behind).unwrap_or(end))
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
        && (matches!(line.class(first - 1), Some(Class::Auxiliary | Class::Adverb))
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
        if line.class(at) == Some(Class::Determiner) && ends_a_noun(line, at) {
            return at;
        }
        let passes = match line.class(at) {
            Some(Class::Preposition) => !is_conjunction_too(line.low(at)) || !follows_a_verb(line, at),
            Some(Class::Determiner) => true,
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

/// Whether a noun ends before the determiner at `at`, so that another begins there: "in recent months | the bank".
fn ends_a_noun(line: &Line, at: usize) -> bool {
    let article =
        matches!(line.low(at), "the" | "a" | "an" | "its" | "their" | "his" | "her" | "our" | "this" | "these");
    let noun = at.checked_sub(1).is_some_and(|at| line.class(at).is_none() && (line.is_word(at) || line.is_digits(at)));
    article && noun
}

/// Prepositions that open clauses as well.
fn is_conjunction_too(low: &str) -> bool {
    matches!(low, "after" | "before" | "until" | "since" | "as" | "than")
}

/// Whether a verb stands before piece `at` in its part of the sentence.
fn follows_a_verb(line: &Line, at: usize) -> bool {
    (at.saturating_sub(12)..at).rev().take_while(|&at| !opens_clause(line, at)).any(|at| is_verb(line, at))
}

/// Whether the piece at `at` stands between two clauses.
fn opens_clause(line: &Line, at: usize) -> bool {
    let joins = matches!(line.low(at), "and" | "or" | "nor");
    matches!(line.raw(at), "," | ";" | ":" | "(" | "—")
        || matches!(line.class(at), Some(Class::Relative | Class::Conjunction)) && !joins
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
