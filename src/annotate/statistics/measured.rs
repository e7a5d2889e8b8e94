//! What a statistic measures: the noun behind "of", the noun it stands before, or the subject of its clause.

use super::amount::Amount;
use super::change::{Moved, before_bound};
use super::line::Line;
use super::noun::is_plural;
use super::statistic::StatisticKind;
use super::words::{Class, Part, Set, change, class, is};

/// The longest noun phrase that is given, in pieces.
const LONGEST: usize = 12;

/// How far before an amount its clause may begin, in pieces.
const REACH: usize = 40;

/// A run of pieces, first and end.
type Run = (usize, usize);

/// The pieces that name what the amount at index `at` measures.
pub(super) fn measured(line: &Line, amounts: &[Amount], at: usize, moved: Option<Moved>) -> Option<Run> {
    use StatisticKind::{Age, Count, Duration, Ordinal, Ratio, Score};
    let amount = &amounts[at];
    let floor = at.checked_sub(1).map_or(0, |before| amounts[before].end);
    let by_verb = moved.is_some_and(|moved| moved.part == Part::Verb);
    let head = || if by_verb { None } else { head(line, amounts, at) };
    let subject = || subject(line, amount, moved).and_then(|run| without_amount(line, amounts, run));
    match amount.kind {
        Some(Ordinal | Score) => None,
        Some(Age) => age(line, amount),
        Some(Ratio) => behind_of(line, amount).or_else(head).or_else(|| moved.and_then(|_| subject())),
        Some(Count | Duration) => tied(line, amount, floor, by_verb).or_else(subject),
        _ => behind_of(line, amount)
            .or_else(|| before_of(line, amount, floor))
            .or_else(head)
            .or_else(|| tied(line, amount, floor, true))
            .or_else(|| purpose(line, amount))
            .or_else(subject),
    }
}

/// The run without the amount that it begins with: of "78 per cent of the deal" the deal, of "twelve people" nothing.
fn without_amount(line: &Line, amounts: &[Amount], (first, end): Run) -> Option<Run> {
    let leading = amounts.iter().rev().find(|amount| amount.first <= first && first < amount.end);
    trimmed(line, leading.map_or(first, |amount| amount.end), end)
}

/// "60% of the workers", "3.4 gigawatts of storage".
fn behind_of(line: &Line, amount: &Amount) -> Option<Run> {
    (line.low(amount.end) == "of").then(|| phrase(line, amount.end + 1)).flatten()
}

/// The noun right behind: "a $3 million contract", "a 60 basis point improvement in margins", "50mph winds"; another
/// amount may stand between.
fn head(line: &Line, amounts: &[Amount], at: usize) -> Option<Run> {
    let amount = &amounts[at];
    if amounts.get(at + 1).is_some_and(|next| next.first == amount.end) {
        return head(line, amounts, at + 1);
    }
    let hyphen = usize::from(line.is_dash(amount.end) && line.glued(amount.end));
    let noun = amount.end + hyphen;
    let low = line.low(noun);
    let free = low.len() > 1
        && change(low, Part::Adverb).is_none()
        && !is(low, Set::Size)
        && !matches!(low, "next" | "last" | "more" | "less");
    let noun_first = class(low).is_none() || change(low, Part::Noun).is_some();
    (is_nominal(line, noun) && noun_first && free).then(|| phrase(line, noun)).flatten()
}

/// The noun that "of" ties the amount to: "revenue of $5m", "speeds of up to 400 metres per second".
fn before_of(line: &Line, amount: &Amount, floor: usize) -> Option<Run> {
    let tie = before_bound(line, amount.first).checked_sub(1).filter(|&tie| tie > floor && line.low(tie) == "of")?;
    noun_ending(line, tie, floor)
}

/// The noun that a preposition ties the amount to: "boost output to 1.2m tons", "levels at 1,200".
fn tied(line: &Line, amount: &Amount, floor: usize, sized: bool) -> Option<Run> {
    if let Some(found) = before_of(line, amount, floor) {
        return Some(found);
    }
    let tie = before_bound(line, amount.first).checked_sub(1).filter(|&tie| tie > floor)?;
    let low = line.low(tie);
    let money = amount.kind == Some(StatisticKind::Money);
    let ties = sized && matches!(low, "to" | "by" | "at" | "from" | "between" | "(" | "worth") || money && low == "for";
    let ending = |end: &str| line.before(tie, 1).ends_with(end) && matches!(low, "at" | "from");
    let participle = usize::from(ending("ed") || ending("ing"));
    let (first, end) = noun_ending(line, tie - participle, floor).filter(|_| ties)?;
    let predicate =
        matches!(class(line.before(first, 1)), Some(Class::Auxiliary | Class::Adverb)) || line.before(first, 1) == "as";
    let adverbial = change(line.low(end - 1), Part::Adverb).is_some() || is_verb(line, end - 1);
    (!predicate && !adverbial).then_some((first, end))
}

/// What money was for: "$12,000 for a new roof", "$550 off a laptop".
fn purpose(line: &Line, amount: &Amount) -> Option<Run> {
    let at = amount.end + 1;
    let noun = at + usize::from(class(line.low(at)) == Some(Class::Determiner));
    let period = matches!(line.low(noun), "year" | "month" | "quarter" | "week" | "day" | "first" | "time")
        || line.is_digits(noun);
    let money = amount.kind == Some(StatisticKind::Money);
    (money && matches!(line.low(amount.end), "for" | "off") && !period).then(|| phrase(line, at)).flatten()
}

/// Whose age: the name before "Jane Roe, 42," or the noun behind "a 5-year-old boy".
fn age(line: &Line, amount: &Amount) -> Option<Run> {
    let beside = amount
        .first
        .checked_sub(1)
        .filter(|&at| matches!(line.raw(at), "," | "("))
        .and_then(|at| noun_ending(line, at, 0));
    beside.or_else(|| if is_nominal(line, amount.end) { phrase(line, amount.end) } else { None })
}

/// The noun phrase that begins at `at`, determiners left out, with what "of" ties to it.
fn phrase(line: &Line, at: usize) -> Option<Run> {
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
    trimmed(line, first, end)
}

/// The noun phrase that ends before piece `end` and does not begin before `floor`.
fn noun_ending(line: &Line, end: usize, floor: usize) -> Option<Run> {
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
fn trimmed(line: &Line, mut first: usize, mut end: usize) -> Option<Run> {
    let edge = |at: usize| {
        is_adverb(line.low(at))
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
fn is_nominal(line: &Line, at: usize) -> bool {
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
fn ties(line: &Line, at: usize, first: usize) -> bool {
    if at <= first {
        return false;
    }
    let behind_tie = matches!(line.before(at, 1), "of" | "in") && class(line.low(at)) == Some(Class::Determiner);
    let tie = matches!(line.low(at), "of" | "’s" | "'s" | "&") || line.low(at) == "/" && line.glued(at);
    let place =
        line.low(at) == "in" && (line.is_capital(at + 1) || line.is_word(at + 2) && class(line.low(at + 1)).is_none());
    let hyphen = line.is_dash(at) && line.glued(at) && line.glued(at + 1);
    let growth = line.low(at) == "in" && change(line.before(at, 1), Part::Noun).is_some();
    tie || place || growth || hyphen || behind_tie || inside_hyphens(line, at)
}

/// "loan-to-value": a small word between hyphens.
fn inside_hyphens(line: &Line, at: usize) -> bool {
    at > 0 && line.is_dash(at - 1) && line.glued(at) && line.is_dash(at + 1) && line.glued(at + 1)
}

/// The subject of the clause that holds the amount. A pronoun stands for the subject of the sentence.
fn subject(line: &Line, amount: &Amount, moved: Option<Moved>) -> Option<Run> {
    let multiplies =
        amount.kind == Some(StatisticKind::Multiple) && moved.is_some_and(|moved| moved.cue == amount.first);
    let cue = moved.filter(|moved| moved.part == Part::Verb && moved.cue < amount.first && amount.from.is_none());
    let cue = cue.map(|moved| moved.cue).filter(|&at| !line.low(at).ends_with("ing"));
    let cue = if multiplies { Some(amount.first) } else { cue };
    let mut verb = cue.or_else(|| verb_before(line, amount.first))?;
    for _ in 0..4 {
        let group = first_of_group(line, verb);
        let edge = left_edge(line, group);
        let infinitive = line.before(group, 1) == "to";
        let caused = cue == Some(verb) && edge + 1 < group;
        if let Some(found) = trimmed(line, edge, group).filter(|_| !infinitive || caused || edge == 0) {
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
            Some(Class::Conjunction) => matches!(line.low(at), "and" | "or") && !has_verb(line, at),
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
fn has_verb(line: &Line, at: usize) -> bool {
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
    let opening = (comma.saturating_sub(LONGEST)..comma).rev().find(|&at| line.raw(at) == ",")?;
    noun_ending(line, opening, 0)
}

/// The subject of the sentence's first verb, where that stands before `limit`.
fn main_subject(line: &Line, limit: usize) -> Option<Run> {
    let verb = (0..limit).find(|&at| is_verb(line, at))?;
    trimmed(line, left_edge(line, first_of_group(line, verb)), verb)
}

/// Whether the word at `at` is the verb of a clause, as far as the words beside it tell.
fn is_verb(line: &Line, at: usize) -> bool {
    let low = line.low(at);
    let before = class(line.before(at, 1));
    let nominal = matches!(before, Some(Class::Determiner | Class::Preposition)) && line.before(at, 1) != "to";
    let takes = line.is_digits(at + 1)
        || matches!(line.raw(at + 1), "$" | "£" | "€")
        || class(line.low(at + 1)) == Some(Class::Pronoun);
    match class(low) {
        Some(Class::Auxiliary) => true,
        Some(Class::Verb) if low.ends_with("ing") || nominal => false,
        Some(Class::Verb) if is_noun_too(low) => takes || stands_as_a_verb(line, at),
        Some(Class::Verb) => true,
        Some(_) => false,
        None if change(low, Part::Verb).is_some() && !low.ends_with("ing") && !nominal => {
            !is_noun_too(low) || stands_as_a_verb(line, at)
        }
        None => {
            low.ends_with("ed")
                && low.len() > 4
                && low != "aged"
                && line.is_word(at)
                && !line.is_capital(at)
                && !nominal
                && line.is_word(at.wrapping_sub(1))
                && !line.is_dash(at + 1)
                && !is_attribute(line, at)
        }
    }
}

/// Whether a verb's form is a noun's as well: "rise", "reports", "vote".
fn is_noun_too(low: &str) -> bool {
    change(low, Part::Noun).is_some()
        || low.ends_with('s')
        || class(low) == Some(Class::Verb)
            && !low.ends_with("ed")
            && matches!(
                low,
                "work"
                    | "plan"
                    | "host"
                    | "cover"
                    | "end"
                    | "cause"
                    | "stay"
                    | "call"
                    | "play"
                    | "move"
                    | "start"
                    | "stop"
                    | "offer"
                    | "need"
                    | "use"
                    | "vote"
                    | "report"
                    | "show"
                    | "cost"
                    | "run"
                    | "set"
                    | "cut"
                    | "hit"
                    | "total"
                    | "average"
                    | "measure"
                    | "worth"
                    | "read"
                    | "pay"
                    | "hold"
                    | "lead"
                    | "estimate"
                    | "sign"
                    | "turn"
                    | "lay"
                    | "let"
                    | "put"
                    | "sell"
                    | "wear"
                    | "fly"
                    | "spend"
                    | "make"
                    | "fight"
                    | "produce"
                    | "show"
                    | "catch"
                    | "drive"
                    | "draw"
            )
}

/// Whether a word that may be a noun is a verb here: behind "to", a modal, a pronoun or a plural.
fn stands_as_a_verb(line: &Line, at: usize) -> bool {
    let before = line.before(at, 1);
    let plural_form = line.low(at).ends_with('s') && line.low(at).len() > 3;
    let subject = match class(before) {
        Some(Class::Auxiliary | Class::Pronoun | Class::Relative) => true,
        Some(Class::Adverb) => true,
        Some(class) if class != Class::Verb => before == "to",
        _ => at > 0 && (is_plural(line, at - 1) != plural_form || line.low(at) == "hit") && line.is_word(at - 1),
    };
    subject && !(plural_form && is_plural(line, at + 1))
}

/// Whether a participle stands before its noun: "the required amount".
fn is_attribute(line: &Line, at: usize) -> bool {
    line.is_word(at + 1) && class(line.low(at + 1)).is_none() && class(line.before(at, 1)).is_some()
}
