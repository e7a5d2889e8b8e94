//! The amounts of a sentence, each read as far as it goes: joined with its second numeral, its age, noun or unit.

use super::amount::{Amount, amount, is_acronym};
use super::line::{Line, Shape};
use super::numeral::Form;
use super::statistic::StatisticKind;
use super::words::{Class, Set};
use super::{age, guard, join, noun, ordinal, ratio};

/// The amounts of a sentence, in order; none overlaps another.
pub(super) fn amounts(line: &Line, comma_is_point: bool) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        if !may_begin(line, at) {
            at += 1;
            continue;
        }
        let (amount, end) = next_amount(line, at, comma_is_point);
        found.extend(amount);
        at = end.max(at + 1);
    }
    lend_units(line, &mut found);
    found
}

/// A quick look at whether an amount may begin at piece `at`: most words begin none.
fn may_begin(line: &Line, at: usize) -> bool {
    let low = line.low(at);
    match line.piece(at).map(|piece| piece.shape) {
        Some(Shape::Digits) => true,
        Some(Shape::Word) => {
            let named = line.has(at, Set::NumberWord) || low.ends_with("th") || low.ends_with("fold");
            // A currency's code stands before its digits: "HK $ 5", "EUR50m".
            named || (at + 1..=at + 4).any(|at| line.is_digits(at))
        }
        Some(Shape::Mark) => !matches!(low, "," | ";" | ":" | "\"" | "'" | "’" | "“" | "”" | "(" | ")" | "?" | "!"),
        None => false,
    }
}

/// The amount that begins at piece `at`, if any, and the piece to go on from.
fn next_amount(line: &Line, at: usize, comma_is_point: bool) -> (Option<Amount>, usize) {
    if let Some(end) = guard::passed_over(line, at) {
        return (None, end);
    }
    if let Some(found) = ordinal::ordinal(line, at).or_else(|| ratio::ratio(line, at)) {
        let end = found.end;
        return (Some(found), end);
    }
    let Some(mut amount) = amount(line, at, comma_is_point) else { return (None, at + 1) };
    if guard::is_pronoun_one(line, at) {
        return (None, at + 1);
    }
    if guard::is_year(line, &amount) {
        let season = line.is_dash(amount.end) && line.glued(amount.end) && line.glued(amount.end + 1);
        return (None, amount.end + if season && line.is_digits(amount.end + 1) { 2 } else { 0 });
    }
    if !ratio::take_ratio(line, &mut amount) {
        amount = join::joined(line, amount, comma_is_point);
    }
    age::take_age(line, &mut amount);
    if guard::is_label(line, &amount) {
        return (None, amount.end);
    }
    if amount.kind.is_none() {
        if is_one_of_many(line, &amount, comma_is_point) {
            return (None, amount.end);
        }
        take_noun(line, &mut amount, comma_is_point);
    }
    let end = amount.end;
    (Some(amount), end)
}

/// "one of four concepts": the other number tells.
fn is_one_of_many(line: &Line, one: &Amount, comma_is_point: bool) -> bool {
    let at = one.end + 1;
    let many = at + usize::from(line.class(at) == Some(Class::Determiner));
    one.is_one() && line.low(one.end) == "of" && amount(line, many, comma_is_point).is_some()
}

/// Whether a name of two to five capitals that ends its phrase is what the number counts: "0.5 WAR", "12 RBI".
fn is_counted_acronym(line: &Line, at: usize) -> bool {
    is_acronym(line.raw(at))
        && line.raw(at).len() <= 5
        && !line.glued(at)
        && !line.is_word(at + 1)
        && !line.is_dash(at + 1)
}

/// Takes the noun phrase that the number counts: "400 charging stations", "thousands of jobs", "two of the judges".
fn take_noun(line: &Line, amount: &mut Amount, comma_is_point: bool) {
    let at = amount.end;
    let behind = if line.low(at) == "of" {
        noun_behind_of(line, amount)
    } else if let Some(end) = noun::phrase(line, at, amount.is_one()) {
        Some((at + usize::from(line.is_dash(at)), end))
    } else {
        is_counted_acronym(line, at).then_some((at, at + 1))
    };
    let Some((first, end)) = behind.or_else(|| noun_behind_measure(line, amount, comma_is_point)) else { return };
    amount.unit = Some(noun::lemma(line, first, end).into());
    amount.kind = Some(StatisticKind::Count);
    amount.rule = "number with a noun";
    if behind.is_some() {
        amount.end = end;
        amount.take_per(line);
    }
}

/// The noun phrase behind "of" after "thousands", "one", "two": by pieces, without its determiner.
fn noun_behind_of(line: &Line, amount: &Amount) -> Option<(usize, usize)> {
    let mut first = amount.end + 1;
    let determined =
        line.class(first) == Some(Class::Determiner) && !matches!(line.low(first), "those" | "these" | "this" | "that");
    first += usize::from(determined);
    let possessed = line.is_capital(first) && matches!(line.low(first + 1), "'s" | "’s");
    if amount.form != Form::Vague && !determined && !possessed || amount.form == Form::Fraction {
        return None;
    }
    let end = noun::phrase(line, first, false)?;
    noun::is_plural(line, end - 1).then_some((first, end))
}

/// "eight million 250ml bottles": the noun behind a measure that stands between.
fn noun_behind_measure(line: &Line, amount: &Amount, comma_is_point: bool) -> Option<(usize, usize)> {
    let measure = super::amount::amount(line, amount.end, comma_is_point)?;
    let sized = matches!(measure.kind, Some(StatisticKind::Measure | StatisticKind::Money | StatisticKind::Duration));
    let end = noun::phrase(line, measure.end, false).filter(|_| sized && !line.glued(amount.end))?;
    noun::is_plural(line, end - 1).then_some((measure.end, end))
}

/// Numbers without a unit borrow that of a neighbour.
fn lend_units(line: &Line, amounts: &mut [Amount]) {
    for at in 1..amounts.len() {
        let (before, behind) = amounts.split_at_mut(at);
        if let (Some(first), second) = (before.last(), &mut behind[0]) {
            lend_to_base(line, first, second);
        }
    }
    for at in (1..amounts.len()).rev() {
        let (before, behind) = amounts.split_at_mut(at);
        if let (Some(first), second) = (before.last_mut(), &behind[0]) {
            lend_to_list(line, first, second);
        }
    }
}

/// "3.9 million headsets, up from 2.4 million": the base counts the same.
fn lend_to_base(line: &Line, first: &Amount, second: &mut Amount) {
    let from = second.first.saturating_sub(1).max(first.end);
    let base = line.low(from) == "from" && (from == first.end || matches!(line.before(from, 1), "up" | "down"));
    if base && is_bare(second) && matches!(first.kind, Some(StatisticKind::Count | StatisticKind::Measure)) {
        second.unit.clone_from(&first.unit);
        second.kind = first.kind;
    }
}

/// "eight or nine euros", "280 million of the 1.5 billion shekels": the unit stands behind the last of a list.
fn lend_to_list(line: &Line, first: &mut Amount, second: &Amount) {
    use StatisticKind::{Age, Multiple, Ordinal, Ratio};
    let listed = match (line.low(first.end), second.first.saturating_sub(first.end)) {
        ("or" | "and", 1) => true,
        ("of", 2) => matches!(line.low(first.end + 1), "the" | "its" | "their" | "his" | "her"),
        (",", 2) => matches!(line.low(first.end + 1), "or" | "and"),
        _ => false,
    };
    let lends = second.unit.is_some() && !matches!(second.kind, Some(Age | Ordinal | Ratio | Multiple));
    if listed && lends && is_bare(first) {
        first.unit.clone_from(&second.unit);
        first.kind = second.kind;
        first.currency = second.currency;
        first.rule = "number in a list that shares a unit";
    }
}

fn is_bare(amount: &Amount) -> bool {
    amount.unit.is_none() && amount.kind.is_none()
}
