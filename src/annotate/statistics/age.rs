//! Ages: "a 27-year-old", "nine months old", "aged 9", "Jane Roe, 42, said".

use std::borrow::Cow;

use super::amount::Amount;
use super::line::Line;
use super::statistic::StatisticKind;
use super::words::{Set, is};

/// Makes an age of `amount` where the text says that it is one.
pub(super) fn take_age(line: &Line, amount: &mut Amount) {
    if amount.kind == Some(StatisticKind::Duration) {
        take_old(line, amount);
    } else if amount.kind.is_none() && is_age(line, amount) {
        set(amount, "year", "age beside a name or after “aged”");
    }
}

/// "-year-old", "years old", "years of age", "-year-olds".
fn take_old(line: &Line, amount: &mut Amount) {
    let hyphen = usize::from(line.is_dash(amount.end));
    let end = match line.low(amount.end + hyphen) {
        "old" | "olds" => amount.end + hyphen + 1,
        "of" if line.low(amount.end + 1) == "age" => amount.end + 2,
        _ if line.reads_before(amount.first, &["age", "of"]) || line.reads_before(amount.first, &["aged"]) => {
            amount.end
        }
        _ => return,
    };
    let unit = amount.unit.take().unwrap_or_default();
    amount.end = end;
    set(amount, &unit, "age in years, months or days");
}

fn set(amount: &mut Amount, unit: &str, rule: &'static str) {
    amount.kind = Some(StatisticKind::Age);
    amount.unit = Some(Cow::Owned(format!("{unit} of age")));
    amount.rule = rule;
}

/// Whether a number without a unit is an age.
fn is_age(line: &Line, amount: &Amount) -> bool {
    let whole = amount.value.fract() == 0.0 && amount.scale <= 1.0 && amount.high.is_none_or(|high| high <= 120.0);
    if !(whole && (1.0..=120.0).contains(&amount.value)) {
        return false;
    }
    let first = amount.first;
    let after_aged = line.before(first, 1) == "aged"
        || line.before(first, 1) == "age"
        || line.reads_before(first, &["age", "of"])
        || line.reads_before(first, &["ages"])
        || line.reads_before(first, &["aged", "between"])
        || line.reads_before(first, &["ages", "of"]);
    after_aged || turns(line, amount) || beside_a_name(line, amount)
}

/// "when she was six", "he will be 35", "who turned 80": somebody is a number and nothing follows that it could count.
fn turns(line: &Line, amount: &Amount) -> bool {
    let first = amount.first;
    let free = !line.is_word(amount.end) || line.has(amount.end, Set::AfterAge);
    let somebody = |word: &str| is(word, Set::Somebody);
    let is = matches!(line.before(first, 1), "was" | "is" | "be" | "turned" | "turns" | "turn" | "am");
    let person = (2..=4).any(|back| somebody(line.before(first, back))) || somebody(line.before(first, 1));
    let linked = is || somebody(line.before(first, 1));
    free && linked && person && (line.before(first, 1) != "was" || amount.value <= 110.0)
}

/// "Thomas Sam, 42, and", "Nkosi (37)": a number of a person's size between marks behind a name.
fn beside_a_name(line: &Line, amount: &Amount) -> bool {
    let Some(comma) = amount.first.checked_sub(1) else { return false };
    let opens_bracket = line.raw(comma) == "(";
    let opens = matches!(line.raw(comma), "," | "(");
    let closes = matches!(line.raw(amount.end), "," | ")" | "." | ";" | "–" | "—");
    let Some(name) = comma.checked_sub(1) else { return false };
    let named = line.is_capital(name) && line.class(name).is_none() && line.raw(name).len() > 1;
    let adult = amount.value >= if opens_bracket { 10.0 } else { 3.0 } && line.is_digits(amount.number);
    let listed = line.is_digits(amount.end + 1) && line.raw(amount.end) == ",";
    opens
        && closes
        && named
        && adult
        && !listed
        && line.is_capital(name.saturating_sub(1)) | (line.raw(amount.end) != ".")
}
