//! What a statistic measures: the noun behind "of", the noun it stands before, or the subject of its clause.

use super::amount::Amount;
use super::change::{Moved, before_bound, is_equivalent};
use super::line::Line;
use super::nominal::{Run, is_nominal, noun_before_of, noun_ending, phrase, trimmed};
use super::noun::is_plural;
use super::statistic::StatisticKind;
use super::subject::subject;
use super::verb::is_verb;
use super::words::{Class, Part, Set, change};

/// The pieces that name what the amount at index `at` measures.
pub(super) fn measured(line: &Line, amounts: &[Amount], at: usize, moved: Option<Moved>) -> Option<Run> {
    use StatisticKind::{Age, Count, Duration, Measure, Money, Multiple, Ordinal, Ratio, Score};
    let amount = &amounts[at];
    let floor = at.checked_sub(1).map_or(0, |before| amounts[before].end);
    let by_verb = moved.is_some_and(|moved| moved.part == Part::Verb);
    let head = || if by_verb { None } else { head(line, amounts, at) };
    let subject = || subject(line, amount, moved).and_then(|run| without_amount(line, amounts, run));
    match amount.kind {
        Some(Ordinal | Score) => None,
        Some(Age) => age(line, amount),
        Some(Multiple) => behind_of(line, amounts, at).or_else(subject),
        Some(Ratio) => behind_of(line, amounts, at).or_else(head).or_else(|| moved.and_then(|_| subject())),
        Some(Duration) if attributive(line, amount) => head().or_else(subject),
        Some(Count | Duration) => tied(line, amount, floor, by_verb).or_else(subject),
        Some(Money | Measure) if by_verb => tied(line, amount, floor, true)
            .or_else(|| behind_of(line, amounts, at))
            .or_else(|| kind_of_money(line, amount))
            .or_else(|| purpose(line, amounts, at))
            .or_else(subject),
        _ => object(line, amount, moved, floor)
            .or_else(|| behind_of(line, amounts, at))
            .or_else(|| kind_of_money(line, amount))
            .or_else(|| before_of(line, amount, floor))
            .or_else(head)
            .or_else(|| tied(line, amount, floor, true))
            .or_else(|| purpose(line, amounts, at))
            .or_else(subject),
    }
}

/// Whether the amount describes the noun behind it: "a 30 minute climb", "14-day quarantine".
fn attributive(line: &Line, amount: &Amount) -> bool {
    let hyphen = line.is_dash(amount.number_end) && line.glued(amount.number_end);
    let singular = matches!(line.before(amount.first, 1), "a" | "an") && amount.value > 1.0;
    hyphen || singular
}

/// The run without the amount that it begins with: of "78 per cent of the deal" the deal, of "twelve people" nothing.
fn without_amount(line: &Line, amounts: &[Amount], (first, end): Run) -> Option<Run> {
    let holding =
        amounts.get(amounts.partition_point(|amount| amount.end <= first)).filter(|amount| amount.first <= first);
    let aged = holding.filter(|amount| amount.kind == Some(StatisticKind::Age));
    let first = match (aged, holding) {
        // "the 43-year-old man": the age says whom it is of.
        (Some(age), _) => age.first,
        (None, Some(amount)) => amount.end,
        (None, None) => first,
    };
    let end = inner_amount(line, amounts, (first, end)).unwrap_or(end);
    if aged.is_some() { Some((first, end)) } else { trimmed(line, first, end) }
}

/// Where an amount within the run begins that says more of it: "homes [from $750,000]", "a laptop [of 16 inches]".
fn inner_amount(line: &Line, amounts: &[Amount], (first, end): Run) -> Option<usize> {
    use StatisticKind::{Age, Ordinal};
    let next = amounts.get(amounts.partition_point(|amount| amount.first <= first));
    let inner = next.filter(|amount| amount.first < end)?;
    let start = before_bound(line, inner.first);
    let tied = line.class_before(start, 1) == Some(Class::Preposition) || inner.end == end;
    (tied && start > first && !matches!(inner.kind, Some(Age | Ordinal))).then_some(start)
}

/// "pulled the sector 0.7 per cent lower": the object right before an amount whose direction stands behind it.
fn object(line: &Line, amount: &Amount, moved: Option<Moved>, floor: usize) -> Option<Run> {
    moved.filter(|moved| moved.part == Part::Adverb && moved.cue >= amount.end)?;
    let (first, end) = noun_ending(line, amount.first, floor)?;
    (line.class_before(first, 1) == Some(Class::Determiner)).then_some((first, end))
}

/// "60% of the workers", "40% of the 1,500 respondents", "3.4 gigawatts of storage".
fn behind_of(line: &Line, amounts: &[Amount], at: usize) -> Option<Run> {
    let (end, bracketed) = behind_bracket(line, amounts, at);
    if line.low(end) != "of" {
        return None;
    }
    phrase_or_head(line, amounts, end + 1, at + 1 + usize::from(bracketed))
}

/// The noun phrase at `noun`, or where the amount with the index `next` opens it, what that is of: "of [30%] acid", "for
/// an [8.5 kW] system", "of the [1,500] respondents".
fn phrase_or_head(line: &Line, amounts: &[Amount], noun: usize, next: usize) -> Option<Run> {
    match amounts.get(next).filter(|amount| amount.first <= noun + 1) {
        Some(amount) if amount.kind == Some(StatisticKind::Count) => trimmed(line, amount.number_end, amount.end),
        Some(_) => head(line, amounts, next),
        None => phrase(line, noun),
    }
}

/// The piece behind the amount and the same in other units between brackets, "8 miles (13 km)", and whether there is one.
fn behind_bracket(line: &Line, amounts: &[Amount], at: usize) -> (usize, bool) {
    let end = amounts[at].end;
    let same = amounts.get(at + 1).filter(|next| line.raw(end) == "(" && is_equivalent(line, &amounts[at], next));
    same.filter(|next| line.raw(next.end) == ")").map_or((end, false), |next| (next.end + 1, true))
}

/// The noun right behind: "a $3 million contract", "a 60 basis point improvement in margins", "50mph winds"; one or two
/// more amounts may stand between.
fn head(line: &Line, amounts: &[Amount], at: usize) -> Option<Run> {
    let goes_on = |at: &usize| amounts.get(at + 1).is_some_and(|next| next.first == amounts[*at].end);
    let last = (at..at + 2).take_while(goes_on).last().map_or(at, |at| at + 1);
    let amount = &amounts[last];
    let hyphen = usize::from(line.is_dash(amount.end) && line.glued(amount.end));
    let noun = amount.end + hyphen;
    let low = line.low(noun);
    let free = (low.len() > 1 || line.is_digits(noun + 1) && line.glued(noun + 1))
        && change(low, Part::Adverb).is_none()
        && !line.has(noun, Set::Size)
        && !(line.has(noun, Set::PeriodNoun) && matches!(line.low(noun + 1), "on" | "over"))
        && !matches!(low, "next" | "last" | "more" | "less");
    let compound = line.has(noun, Set::NounToo) && change(line.low(noun + 1), Part::Noun).is_some();
    let noun_first = line.class(noun).is_none() || change(low, Part::Noun).is_some() || compound;
    (is_nominal(line, noun) && noun_first && free).then(|| phrase(line, noun)).flatten()
}

/// The noun that "of" ties the amount to: "revenue of $5m", "speeds of up to 400 metres per second".
fn before_of(line: &Line, amount: &Amount, floor: usize) -> Option<Run> {
    if matches!(line.before(amount.first, 1), "a" | "an") {
        return None;
    }
    let tie = before_bound(line, amount.first).checked_sub(1).filter(|&tie| tie > floor && line.low(tie) == "of")?;
    noun_before_of(line, tie, floor)
}

/// The noun that a preposition ties the amount to: "boost output to 1.2m tons", "levels at 1,200".
fn tied(line: &Line, amount: &Amount, floor: usize, sized: bool) -> Option<Run> {
    if let Some(found) = before_of(line, amount, floor) {
        return Some(found);
    }
    let tie = before_bound(line, amount.first).checked_sub(1).filter(|&tie| tie > floor)?;
    let low = line.low(tie);
    let money = amount.kind == Some(StatisticKind::Money);
    let in_bracket = low == "(" && amount.kind == Some(StatisticKind::Count);
    let ties = in_bracket
        || sized && matches!(low, "to" | "by" | "at" | "from" | "between" | "(" | "worth")
        || money && low == "for"
        || amount.kind == Some(StatisticKind::Measure) && low == "with" && line.before(tie, 1) != "compared";
    let ending = |end: &str| line.before(tie, 1).ends_with(end) && matches!(low, "at" | "from");
    let participle = usize::from(ending("ed") || ending("ing"));
    let (first, end) = noun_ending(line, tie - participle, floor).filter(|_| ties)?;
    let first = head_of_phrase(line, first, floor);
    let inner = (first..end).rev().find(|&at| participle == 1 && line.low(at) == "of");
    let first = inner.map_or(first, |of| of + 1);
    let predicate =
        matches!(line.class_before(first, 1), Some(Class::Auxiliary | Class::Adverb)) || line.before(first, 1) == "as";
    let rising = change(line.low(end - 1), Part::Verb).is_some() && line.low(end - 1).ends_with("ing");
    let adverbial = rising || change(line.low(end - 1), Part::Adverb).is_some() || is_verb(line, end - 1);
    (!predicate && !adverbial).then_some((first, end))
}

/// Where the noun begins that a preposition ties the run from `first` on to: of "exports to China to $30bn" the exports.
fn head_of_phrase(line: &Line, first: usize, floor: usize) -> usize {
    let tie = first.checked_sub(1).filter(|&tie| matches!(line.low(tie), "to" | "in" | "from" | "with"));
    let head = tie.and_then(|tie| noun_ending(line, tie, floor).filter(|&(_, end)| end == tie));
    head.filter(|&(head, end)| !is_verb(line, end - 1) && head < first).map_or(first, |(head, _)| head)
}

/// What money was paid in: "$20 billion in farm products".
fn kind_of_money(line: &Line, amount: &Amount) -> Option<Run> {
    let paid_in = amount.kind == Some(StatisticKind::Money) && line.low(amount.end) == "in";
    let (first, end) = phrase(line, amount.end + 1).filter(|_| paid_in)?;
    let open = first == amount.end + 1 && is_plural(line, end - 1) && !line.is_capital(end - 1);
    (open && !(first..end).any(|at| line.has(at, Set::PeriodNoun))).then_some((first, end))
}

/// What money was for: "$12,000 for a new roof", "$550 off a laptop".
fn purpose(line: &Line, amounts: &[Amount], index: usize) -> Option<Run> {
    let amount = &amounts[index];
    let at = amount.end + 1;
    let noun = at + usize::from(line.class(at) == Some(Class::Determiner));
    let period = matches!(line.low(noun), "year" | "month" | "quarter" | "week" | "day" | "first" | "time")
        || line.is_digits(noun) && line.raw(noun).len() == 4;
    let money = amount.kind == Some(StatisticKind::Money);
    (money && matches!(line.low(amount.end), "for" | "off") && !period)
        .then(|| phrase_or_head(line, amounts, at, index + 1))
        .flatten()
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
