//! Ratios and multiples: "one in five", "two-thirds of", "3-to-1", "doubled", "2.5 times as many".

use super::amount::Amount;
use super::line::Line;
use super::numeral::{Form, Numeral, numeral, small};
use super::statistic::StatisticKind;
use super::words::{Class, Set, is};

/// The rule that found "doubled" and its like, which say a change by themselves.
pub(super) const VERB_RULE: &str = "verb of multiplying";

/// The ratio or multiple that begins at piece `at`.
pub(super) fn ratio(line: &Line, at: usize) -> Option<Amount> {
    fraction(line, at)
        .or_else(|| one_and_a_half(line, at))
        .or_else(|| half(line, at))
        .or_else(|| fold(line, at))
        .or_else(|| verb(line, at))
        .or_else(|| twice(line, at))
}

fn made(first: usize, end: usize, value: f64, kind: StatisticKind, rule: &'static str) -> Amount {
    let unit = (kind == StatisticKind::Multiple).then_some("time".into());
    Amount { unit, ..Amount::spelled(first..end, value, kind, rule) }
}

/// "two-thirds", "three quarters of", "a third of", "one-fifth".
fn fraction(line: &Line, at: usize) -> Option<Amount> {
    let article = matches!(line.low(at), "a" | "one");
    let top = if article { 1.0 } else { small(line.low(at)).map(|(top, _)| top).filter(|&top| top < 20.0)? };
    let hyphen = line.is_dash(at + 1) && line.glued(at + 1);
    let word = at + 1 + usize::from(hyphen);
    let plural = line.low(word).ends_with('s') && line.low(word) != "s";
    let bottom = denominator(line.low(word).strip_suffix('s').unwrap_or(line.low(word)))?;
    if line.low(at) == "a" && line.low(word) == "half" {
        return None;
    }
    let of_a = usize::from(line.low(word + 1) == "of") + usize::from(line.reads(word + 1, &["of", "a"]));
    if super::numeral::scale(line.low(word + 1 + of_a)).is_some() {
        return None;
    }
    let certain = (plural && top > 1.0) || (hyphen && !line.is_dash(word + 1) && bottom > 2.0);
    let measure = part_of_unit(line, made(at, word + 1, top / bottom, StatisticKind::Ratio, "fraction in words"));
    if measure.unit.is_some() && line.is_word(word) && !matches!(line.before(at, 1), "per" | "the") {
        return Some(measure);
    }
    let whole = top < bottom && line.is_word(word) && (plural == (top > 1.0));
    (whole && (certain || stands_as_a_part(line, at, word + 1))).then_some(measure)
}

/// The fraction with the unit behind it, where it has one: "two-thirds of a mile", "a quarter of a percentage point",
/// "half an hour", "half-mile".
fn part_of_unit(line: &Line, fraction: Amount) -> Amount {
    let mut at = fraction.end;
    let of = line.low(at) == "of";
    at += usize::from(of);
    let article = matches!(line.low(at), "a" | "an");
    at += usize::from(article || line.is_dash(at) && line.glued(at) && line.glued(at + 1));
    let tied = article || line.is_dash(at - 1);
    let common = matches!(line.before(fraction.end, 1), "half" | "quarter");
    if of && !article || !tied && !common {
        return fraction;
    }
    if line.low(at) == "point" && line.is_dash(at - 1) {
        let unit = Some("percentage point".into());
        return Amount { kind: Some(StatisticKind::PercentagePoint), unit, end: at + 1, ..fraction };
    }
    let mut with_unit = Amount { kind: None, end: at, ..fraction.clone() };
    with_unit.take_unit_at(line, at);
    let countable = with_unit.kind.is_some_and(|kind| kind != StatisticKind::Percent || article || !of);
    if countable { with_unit } else { fraction }
}

fn denominator(word: &str) -> Option<f64> {
    Some(match word {
        "half" | "halve" => 2.0,
        "third" => 3.0,
        "quarter" | "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        "twentieth" => 20.0,
        "hundredth" => 100.0,
        "thousandth" => 1000.0,
        _ => return None,
    })
}

/// Whether a fraction's words at `first..end` mean a part and not a rank or a quarter of the year: "a third of", "by a
/// quarter", "nearly a fifth".
fn stands_as_a_part(line: &Line, first: usize, end: usize) -> bool {
    let quarter_of_year = line.before(end, 1) == "quarter" && (line.low(end) != "of" || line.is_digits(end + 1));
    let after = line.has(end, Set::AfterPart);
    let before = line.has_before(first, 1, Set::BeforePart);
    let alone = !line.is_word(end)
        || matches!(line.class(end), Some(Class::Preposition | Class::Conjunction | Class::Auxiliary));
    (after || before && alone) && (!quarter_of_year || before)
}

/// "half of", "half the", "half a year", "nearly half".
fn half(line: &Line, at: usize) -> Option<Amount> {
    if line.low(at) != "half" || line.glued(at) {
        return None;
    }
    let amount = part_of_unit(line, made(at, at + 1, 0.5, StatisticKind::Ratio, "fraction in words"));
    let article = line.before(at, 1) == "a" && !line.reads_before(at, &["and", "a"]);
    if amount.unit.is_some() && !matches!(line.before(at, 1), "first" | "second" | "other" | "final") {
        let first = at - usize::from(article && !line.is_dash(at + 1));
        return Some(Amount { first, number: first, ..amount });
    }
    if line.is_dash(at + 1) && line.glued(at + 1) {
        return None;
    }
    let before = line.before(at, 1);
    if is(before, Set::BeforeNotHalf) || line.is_capital(at) && at > 0 {
        return None;
    }
    let part = line.has(at + 1, Set::AfterHalf);
    let many = line.low(at + 1) == "as" && matches!(line.low(at + 2), "many" | "much");
    let alone = is(before, Set::BeforePart) && !line.is_word(at + 1);
    if many {
        return Some(made(at, at + 1, 0.5, StatisticKind::Multiple, "multiple in words"));
    }
    (part || alone).then(|| made(at, at + 1, 0.5, StatisticKind::Ratio, "fraction in words"))
}

/// "a year and a half", "a mile and a half".
fn one_and_a_half(line: &Line, at: usize) -> Option<Amount> {
    if !matches!(line.low(at), "a" | "an" | "one") || line.glued(at + 1) {
        return None;
    }
    let mut amount =
        Amount { kind: None, end: at + 1, ..made(at, at + 1, 1.5, StatisticKind::Ratio, "number with a unit") };
    amount.take_unit_at(line, at + 1);
    let halved = amount.kind.is_some() && line.reads(amount.end, &["and", "a", "half"]);
    halved.then(|| Amount { end: amount.end + 3, number_end: amount.end + 3, ..amount })
}

/// "threefold", "18-fold", "10-fold".
fn fold(line: &Line, at: usize) -> Option<Amount> {
    let low = line.low(at);
    if let Some(stem) = low.strip_suffix("fold")
        && let Some((value, _)) = small(stem)
    {
        return Some(made(at, at + 1, value, StatisticKind::Multiple, "multiple in words"));
    }
    let number = numeral(line, at, false)?;
    let hyphen = usize::from(line.is_dash(number.end));
    (line.low(number.end + hyphen) == "fold" && (hyphen == 1 || line.glued(number.end) || number.form == Form::Spelled))
        .then(|| Amount {
            number_end: number.end,
            high: number.high,
            ..made(at, number.end + hyphen + 1, number.value, StatisticKind::Multiple, "multiple in words")
        })
}

/// "doubled", "halved", "has more than tripled".
fn verb(line: &Line, at: usize) -> Option<Amount> {
    let value = match line.low(at) {
        "doubled" | "doubling" => 2.0,
        "tripled" | "trebled" | "tripling" | "trebling" => 3.0,
        "quadrupled" | "quadrupling" => 4.0,
        "quintupled" => 5.0,
        "halved" | "halving" => 0.5,
        "double" | "doubles" | "triple" | "treble" | "quadruple" | "halve"
            if line.has_before(at, 1, Set::BeforeDouble) && !line.is_dash(at + 1) =>
        {
            match line.low(at) {
                "double" | "doubles" => 2.0,
                "quadruple" => 4.0,
                "halve" => 0.5,
                _ => 3.0,
            }
        }
        _ => return None,
    };
    let name =
        matches!(line.low(at + 1), "digit" | "digits" | "figures" | "murder" | "bill" | "standard" | "standards");
    (!name && !line.is_dash(at + 1) && !matches!(line.low(at + 1), "down" | "back" | "over"))
        .then(|| made(at, at + 1, value, StatisticKind::Multiple, VERB_RULE))
}

/// "twice as many", "double the number", "triple last year's".
fn twice(line: &Line, at: usize) -> Option<Amount> {
    let value = match line.low(at) {
        "twice" | "double" => 2.0,
        "thrice" | "triple" | "treble" => 3.0,
        "quadruple" => 4.0,
        _ => return None,
    };
    let compares = match line.low(at + 1) {
        "as" => line.low(at) == "twice" && !line.is_capital(at + 2) || matches!(line.low(at + 2), "many" | "much"),
        "the" | "its" | "their" | "that" | "what" | "last" | "his" | "her" => !line.is_capital(at) || at == 0,
        _ => false,
    };
    let verb = line.low(at) != "twice"
        && line.class_before(at, 1).is_some_and(|class| {
            class == Class::Auxiliary && line.before(at, 1) != "was" && line.before(at, 1) != "is"
        });
    (compares && !verb).then(|| made(at, at + 1, value, StatisticKind::Multiple, "multiple in words"))
}

/// Makes a ratio or multiple of two numerals where the first is `amount`: "one in five", "9 out of 10", "3-to-1", "four
/// times as many".
pub(super) fn take_ratio(line: &Line, amount: &mut Amount) -> bool {
    if amount.unit.is_some() && amount.unit.as_deref() != Some("time") {
        return false;
    }
    take_one_in(line, amount) || take_odds(line, amount) || take_times(line, amount)
}

/// "one in five", "9 out of 10", "1 in every 4".
fn take_one_in(line: &Line, amount: &mut Amount) -> bool {
    let mut at = amount.end;
    let hyphen = usize::from(line.is_dash(at) && line.glued(at));
    at += hyphen;
    if line.low(at) == "out" && line.low(at + 1) == "of" {
        at += 2;
    } else if line.low(at) == "in" {
        at += 1;
    } else {
        return false;
    }
    at += usize::from(hyphen == 1 && line.is_dash(at));
    at += usize::from(line.low(at) == "every");
    let Some(below) = numeral(line, at, false).filter(|below| is_base(line, amount, below)) else { return false };
    amount.value /= below.value;
    amount.high = None;
    amount.end = below.end;
    amount.number_end = below.end;
    amount.kind = Some(StatisticKind::Ratio);
    amount.rule = "so many in so many";
    true
}

/// Whether `below` can be what `amount` is a part of: greater, and no year.
fn is_base(line: &Line, amount: &Amount, below: &Numeral) -> bool {
    let year = below.form == Form::Plain && (1500.0..=2199.0).contains(&below.value);
    let unit = super::lexicon::unit_at(line, below.end).is_some();
    below.value > amount.value && amount.value > 0.0 && !year && !unit && below.high.is_none() && below.value <= 1e6
}

/// "3-to-1", "3:1", "three to one": odds and proportions.
fn take_odds(line: &Line, amount: &mut Amount) -> bool {
    let dashed = line.is_dash(amount.end) && line.low(amount.end + 1) == "to" && line.is_dash(amount.end + 2);
    let colon = line.raw(amount.end) == ":"
        && line.glued(amount.end + 1)
        && (1..=8).any(|back| matches!(line.before(amount.first, back), "ratio" | "odds"));
    let spaced = line.low(amount.end) == "to"
        && matches!(line.low(amount.end + 1), "one" | "1")
        && !line.is_word(amount.end + 2);
    let at = if dashed { amount.end + 3 } else { amount.end + 1 };
    let Some(other) = numeral(line, at, false).filter(|other| (dashed || spaced || colon) && other.value > 0.0) else {
        return false;
    };
    if super::lexicon::unit_at(line, other.end).is_some() || dashed && line.is_dash(other.end) {
        return false;
    }
    amount.value /= other.value;
    amount.end = other.end;
    amount.number_end = other.end;
    amount.kind = Some(StatisticKind::Ratio);
    amount.rule = "one number to another";
    true
}

/// "four times as many", "2.5 times the size", "10x", "times higher": how many times as much; "three times a week" is a
/// count.
fn take_times(line: &Line, amount: &mut Amount) -> bool {
    let letter = line.raw(amount.end) == "x" || line.raw(amount.end) == "X" && amount.value < 100.0;
    let glued = letter && line.glued(amount.end);
    let times = line.low(amount.end) == "times";
    if !(glued || times) {
        return false;
    }
    amount.end += 1;
    amount.unit = Some("time".into());
    let compares = glued || line.has(amount.end, Set::AfterTimes);
    amount.kind = Some(if compares { StatisticKind::Multiple } else { StatisticKind::Count });
    amount.rule = if compares { "so many times as much" } else { "number of times" };
    true
}
