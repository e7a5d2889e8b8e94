//! Two numerals that are one statistic: ranges, scores, and amounts in two units ("5 ft 2 in").

use super::amount::{Amount, amount};
use super::line::Line;
use super::numeral::Form;
use super::statistic::StatisticKind;
use super::words::{Set, is};

/// Joins `first` with what follows it, where the two are one range, score or compound amount.
pub(super) fn joined(line: &Line, first: Amount, comma_is_point: bool) -> Amount {
    let first = compound(line, first, comma_is_point);
    let Some((at, tie)) = link_after(line, &first) else { return first };
    let Some(second) = amount(line, at, comma_is_point) else { return first };
    if !line.is_digits(second.number) && second.form == Form::Fraction || second.form == Form::Vague {
        return first;
    }
    match tie {
        Link::Dash if is_score(line, &first, &second) => score(first, &second),
        Link::Dash | Link::To | Link::And => range(first, &second, tie),
        Link::Or => alternatives(first, second),
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
    let units_fit = first.unit.is_none() || second.unit.is_none() || first.kind == second.kind;
    let dash_of_words = tie == Link::Dash && (first.form == Form::Spelled) != (second.form == Form::Spelled);
    if first.high.is_some() || !units_fit || dash_of_words {
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
        high: Some(second.value),
        scale: second.scale,
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
    let Some(second) = amount(line, at, comma_is_point).filter(|second| second.value < parts.1) else { return first };
    let named = second.unit.as_deref() == Some(parts.0) || parts.0 == "cent" && second.unit.as_deref() == Some("penny");
    let money = parts.0 == "cent";
    let bare = second.unit.is_none()
        && (money && !line.is_word(second.end) && line.raw(second.end) != "%" && !first.rule.ends_with("sign"));
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
