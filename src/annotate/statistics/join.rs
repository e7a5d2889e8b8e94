//! Two numerals that are one statistic: ranges, scores, and amounts in two units ("5 ft 2 in").

use super::amount::{Amount, amount};
use super::change::{before_bound, verb_of_course};
use super::line::Line;
use super::numeral::Form;
use super::statistic::{Change, StatisticKind};
use super::words::{Part, Set, change, is};

/// Joins `first` with what follows it, where the two are one range, score, course or compound amount.
pub(super) fn joined(line: &Line, first: Amount, comma_is_point: bool) -> Amount {
    let first = compound(line, first, comma_is_point);
    let course = (line.before(before_bound(line, first.first), 1) == "from")
        .then(|| verb_of_course(line, first.first))
        .flatten();
    let Some((at, tie)) = link_after(line, &first).or_else(|| course.and_then(|_| distant_to(line, &first))) else {
        return first;
    };
    let Some(second) = amount(line, at, comma_is_point).filter(|second| joins(line, &first, second, tie)) else {
        return first;
    };
    let second = if tie == Link::Dash { second } else { dashed(line, second, comma_is_point) };
    match tie {
        Link::Dash if is_score(line, &first, &second) => score(first, &second),
        Link::To if course.is_some_and(|cue| agrees(line, cue, &first, &second)) => from_to(first, second),
        Link::Dash | Link::To | Link::And => range(first, &second, tie),
        Link::Or => alternatives(first, second),
    }
}

/// `amount` with the upper end that a dash ties to it: "33-35 billion".
fn dashed(line: &Line, first: Amount, comma_is_point: bool) -> Amount {
    let tie = link_after(line, &first).filter(|(_, tie)| *tie == Link::Dash);
    match tie.and_then(|(at, _)| amount(line, at, comma_is_point)) {
        Some(second) if joins(line, &first, &second, Link::Dash) => range(first, &second, Link::Dash),
        _ => first,
    }
}

/// Whether the two numerals may be two ends of one statistic at all.
fn joins(line: &Line, first: &Amount, second: &Amount, tie: Link) -> bool {
    let vague = second.form == Form::Vague || second.form == Form::Fraction && !line.is_digits(second.number);
    let same = first.unit.is_none() || second.unit.is_none() || first.unit == second.unit;
    let alike =
        same || first.kind == second.kind && first.kind == Some(StatisticKind::Money) && same_money(first, second);
    // "rose 0.4 per cent to 13,176", "added 15 sen to 60 sen": by so much, to so much.
    let before = before_bound(line, first.first);
    let moved = change(line.before(before, 1), Part::Verb).or_else(|| change(line.before(before, 1), Part::Adverb));
    let by_and_to =
        tie == Link::To && moved.is_some() && first.unit.is_some() && first.kind != Some(StatisticKind::Percent);
    let lent_back =
        tie == Link::To && first.unit.is_some() && second.unit.is_none() && line.before(before, 1) != "from";
    !vague && alike && !by_and_to && !lent_back && !is_date_part(line, second)
}

/// "$250,000 to US$1 million" are one money; "110 yen to 1 dollar" are two.
fn same_money(first: &Amount, second: &Amount) -> bool {
    first.currency == second.currency && first.currency.is_some()
}

/// "4 to 10 March": the second is a day.
fn is_date_part(line: &Line, second: &Amount) -> bool {
    second.unit.is_none() && super::guard::is_month(line, second.end)
}

/// Whether the values go the way that the word at `cue` says; "down from the 89 to 93 million it had forecast" is no
/// course but a range.
fn agrees(line: &Line, cue: usize, first: &Amount, second: &Amount) -> bool {
    let ways = [Part::Verb, Part::Noun, Part::Adverb].map(|part| line.sets(cue).change(part));
    let first =
        if first.scale < second.scale && first.unit.is_none() { first.value * second.scale } else { first.value };
    let way = if second.value < first { Change::Down } else { Change::Up };
    ways.contains(&Some(way))
}

/// "from 20 miles per gallon in 2008 to 29": "to" a few words behind the first numeral.
fn distant_to(line: &Line, first: &Amount) -> Option<(usize, Link)> {
    let near = first.end..line.len().min(first.end + 8);
    let to = near.take_while(|&at| !matches!(line.raw(at), "," | ";" | ":" | "(")).find(|&at| line.low(at) == "to")?;
    let after = (to + 1..to + 6).find(|&at| line.is_digits(at) || matches!(line.raw(at), "$" | "€" | "£"))?;
    let only_bounds = (to + 1..after).all(|at| line.has(at, Set::BoundWord) || line.is_word(at) && line.glued(at + 1));
    only_bounds.then_some((after, Link::To))
}

/// The course of a change, "rose from 3% to 4%": the later value, with the earlier one as where it came from.
fn from_to(first: Amount, second: Amount) -> Amount {
    let shared = first.scale <= 1.0 && second.scale > 1.0 && first.value <= second.value / second.scale;
    let lend = shared && first.unit.is_none();
    Amount {
        first: first.first,
        from: Some(if lend { first.value * second.scale } else { first.value }),
        kind: second.kind.or(first.kind),
        unit: second.unit.or(first.unit),
        currency: second.currency.or(first.currency),
        rule: "value that a change came to",
        ..second
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// `10-15`
    Dash,
    /// "10 to 15", "10 up to 15"
    To,
    /// "between 10 and 15"
    And,
    /// "three or four"
    Or,
}

/// What ties `first` to a second numeral, and the piece where that begins.
fn link_after(line: &Line, first: &Amount) -> Option<(usize, Link)> {
    let at = first.end;
    if line.is_dash(at) && line.glued(at) == line.glued(at + 1) && !line.reads(at + 1, &["to"]) {
        return Some((at + 1, Link::Dash));
    }
    let hyphen = usize::from(line.is_dash(at) && line.low(at + 1) == "to");
    match line.low(at + hyphen) {
        "to" | "through" => {
            let after = at + hyphen + 1;
            Some((after + usize::from(line.is_dash(after) && line.glued(after)), Link::To))
        }
        "up" if line.low(at + 1) == "to" => Some((at + 2, Link::To)),
        "and" if line.before(first.first, 1) == "between" => Some((at + 1, Link::And)),
        "or" => Some((at + 1, Link::Or)),
        _ => None,
    }
}

/// `3-1`, `52–48`: whole numbers without a unit, the first not below the second, or beside a word of games and votes.
fn is_score(line: &Line, first: &Amount, second: &Amount) -> bool {
    let plain = |amount: &Amount| amount.form == Form::Plain && amount.unit.is_none() && amount.value < 1000.0;
    if !plain(first) || !plain(second) || !line.glued(first.end) {
        return false;
    }
    let word = |word: &str| is(word, Set::Contest);
    let near = (1..=6).any(|back| word(line.before(first.first, back)))
        || (0..=3).any(|ahead| word(line.low(second.end + ahead)));
    first.value >= second.value || near
}

fn score(first: Amount, second: &Amount) -> Amount {
    Amount {
        end: second.end,
        number_end: second.number_end,
        high: Some(second.value),
        form: Form::Written,
        kind: Some(StatisticKind::Score),
        rule: "two whole numbers with a dash between them",
        ..first
    }
}

/// Makes one range of the two, where their units allow it; each lends the other the scale or unit that it lacks.
fn range(first: Amount, second: &Amount, tie: Link) -> Amount {
    let dash_of_words = tie == Link::Dash && (first.form == Form::Spelled) != (second.form == Form::Spelled);
    if first.high.is_some() || dash_of_words {
        return first;
    }
    let mut low = first.value;
    let coefficient = second.value / second.scale;
    if first.scale <= 1.0 && second.scale > 1.0 && low <= coefficient && !lends_unit(&first, second) {
        low *= second.scale;
    }
    let ordered = low < second.value || tie == Link::To && first.unit.is_some();
    if !ordered
        || (tie == Link::Dash && first.unit.is_none() && second.unit.is_none() && looks_like_a_year(&first, second))
    {
        return first;
    }
    let lender = if second.unit.is_some() { second } else { &first };
    let (kind, unit, currency, rule) = (lender.kind, lender.unit.clone(), lender.currency, lender.rule);
    Amount {
        first: first.first,
        end: second.end,
        number: first.number,
        number_end: second.number_end,
        value: low,
        high: Some(second.high.unwrap_or(second.value)),
        scale: second.scale,
        from: None,
        form: if tie == Link::Dash { first.form } else { Form::Written },
        kind,
        unit,
        currency,
        rule: if rule == "number" { "range of two numbers" } else { rule },
    }
}

/// Whether the first amount has a unit of its own that is no currency sign, so that no scale passes over: "5 miles to 2
/// million".
fn lends_unit(first: &Amount, second: &Amount) -> bool {
    first.unit.is_some() && (first.kind != Some(StatisticKind::Money) || second.kind != Some(StatisticKind::Money))
}

/// `2014-17`, `1939-1945`: left to the guard.
fn looks_like_a_year(first: &Amount, second: &Amount) -> bool {
    let year = |value: f64| (1500.0..=2199.0).contains(&value);
    first.form == Form::Plain && year(first.value) && (year(second.value) || second.value < 100.0)
}

/// "three or four years": neighbours, the first without a unit, are a range.
fn alternatives(first: Amount, second: Amount) -> Amount {
    let neighbours = second.value > first.value && second.value - first.value <= first.value.max(1.0);
    let bare = first.unit.is_none() && first.high.is_none() && second.kind == Some(StatisticKind::Duration);
    if !neighbours || !bare {
        return first;
    }
    Amount {
        end: second.end,
        number_end: second.number_end,
        high: Some(second.value),
        kind: second.kind,
        unit: second.unit,
        rule: second.rule,
        form: Form::Written,
        ..first
    }
}

/// "5 ft 2 in", "3 dollars 50 cents", "15 dollars 50": the smaller unit is added to the larger.
fn compound(line: &Line, first: Amount, comma_is_point: bool) -> Amount {
    let Some(parts) = first.unit.as_deref().and_then(|unit| smaller(unit, first.kind)) else { return first };
    if first.scale > 1.0 || first.high.is_some() {
        return first;
    }
    let at = first.end + usize::from(line.low(first.end) == "and" || line.raw(first.end) == "," && parts.0 == "inch");
    let Some(mut second) = amount(line, at, comma_is_point).filter(|second| second.value < parts.1) else {
        return first;
    };
    if parts.0 == "inch" && second.unit.is_none() && matches!(line.low(second.end), "in" | "in.") {
        second.unit = Some("inch".into());
        second.end += 1;
    }
    let named = second.unit.as_deref() == Some(parts.0) || parts.0 == "cent" && second.unit.as_deref() == Some("penny");
    let money = parts.0 == "cent";
    let bare = second.unit.is_none()
        && (money
            && (!line.is_word(second.end) || line.low(second.end) == "more")
            && line.raw(second.end) != "%"
            && !first.rule.ends_with("sign"));
    if !(named || bare) || second.scale > 1.0 || first.value.fract() > 0.0 {
        return first;
    }
    Amount {
        end: second.end,
        number_end: second.number_end,
        value: first.value + second.value / parts.1,
        form: Form::Written,
        ..first
    }
}

/// The unit that is written behind a larger one, and how many make one of it.
fn smaller(unit: &str, kind: Option<StatisticKind>) -> Option<(&'static str, f64)> {
    match unit {
        "foot" => Some(("inch", 12.0)),
        _ if kind == Some(StatisticKind::Money) && !unit.contains(" per ") => Some(("cent", 100.0)),
        _ => None,
    }
}
