//! Numbers that are no statistics: years, dates, times, telephone numbers, versions, addresses, and names with numbers.

use super::amount::{Amount, is_acronym};
use super::lexicon::unit_at;
use super::line::Line;
use super::noun::{is_plural, phrase};
use super::numeral::{Form, numeral, small};
use super::words::{Class, Set, is};

/// Whether the amount is a name, a label or a point in time rather than a statistic.
pub(super) fn is_label(line: &Line, amount: &Amount) -> bool {
    if is_glued_into_a_name(line, amount) || is_time(line, amount) || is_slashed(line, amount) {
        return true;
    }
    if amount.unit.is_some() {
        return false;
    }
    is_month_day(line, amount)
        || is_zero_led(line, amount)
        || is_numbered(line, amount)
        || is_address(line, amount)
        || is_name(line, amount)
        || is_or_two(line, amount)
        || is_listing(line, amount)
}

/// `COVID-19`, `S23`, `747-400`, `5G`, `1990s`, `#1`, `@90`.
fn is_glued_into_a_name(line: &Line, amount: &Amount) -> bool {
    let (first, end) = (amount.first, amount.end);
    if is_timestamp(line, first) {
        return true;
    }
    if line.glued(first) && line.is_digits(amount.number) {
        let before = line.before(first, 1);
        // "COVID -19" comes from texts that were taken to pieces before.
        let tied = |at: usize| line.is_dash(at) && (line.glued(at) || at > 0 && is_acronym(line.raw(at - 1)));
        let hyphen = first.checked_sub(1).is_some_and(tied);
        let free = line.has_before(first, 2, Set::PrefixWord);
        if matches!(before, "#" | "@" | "_" | "№" | "=" | "&" | ".")
            || (hyphen && !free && is_tied_to_a_word(line, first))
        {
            return true;
        }
        if first > 0 && line.is_word(first - 1) && amount.first == amount.number {
            return true;
        }
    }
    let bracketed = line.before(first, 1) == "(" && line.raw(end) == ")";
    if bracketed && amount.kind.is_none() && amount.form == Form::Plain && amount.value < 1000.0 {
        return true;
    }
    // "a 4K screen"
    if line.raw(end - 1) == "K" && amount.value <= 8000.0 && amount.unit.is_none() {
        return true;
    }
    // "a 401(k)"
    if line.raw(end) == "(" && line.glued(end) && line.glued(end + 1) && line.is_word(end + 1) {
        return true;
    }
    let tail = line.glued(end) && line.is_word(end) && !line.low(end).starts_with(['\'', '’']);
    tail && line.is_digits(end - 1)
}

/// Whether the piece at `first` is the month or the day of `2019-09-01`.
fn is_timestamp(line: &Line, first: usize) -> bool {
    let behind = |back: usize| {
        first > back && line.is_dash(first - back) && line.glued(first - back) && line.is_digits(first - back - 1)
    };
    line.glued(first)
        && behind(1)
        && (is_year_text(line.raw(first - 2)) && line.raw(first).len() == 2
            || behind(3) && is_year_text(line.raw(first - 4)))
}

/// Whether the hyphen before piece `first` ties it to a word that is no number: `scp-173`, `mid-60`.
fn is_tied_to_a_word(line: &Line, first: usize) -> bool {
    first >= 2 && line.is_word(first - 2) && numeral(line, first - 2, false).is_none()
}

/// `11 a.m.`, `10.45pm`, `22:30`, "seven o'clock".
fn is_time(line: &Line, amount: &Amount) -> bool {
    let end = amount.number_end;
    let after = line.low(end);
    let clock = is(after, Set::Clock);
    let colon = after == ":" && line.glued(end) && line.glued(end + 1) && line.is_digits(end + 1);
    let behind = line.before(amount.number, 1) == ":"
        && line.glued(amount.number)
        && amount.number >= 2
        && line.is_digits(amount.number - 2)
        && line.glued(amount.number - 1);
    clock || colon || behind
}

/// `9/11`, `24/7`, `12/05/2019`, but no fraction and no price.
fn is_slashed(line: &Line, amount: &Amount) -> bool {
    let digits = |at: usize| line.is_digits(at);
    let behind = amount.first >= 2
        && line.before(amount.first, 1) == "/"
        && line.glued(amount.first)
        && digits(amount.first - 2);
    let ahead =
        line.raw(amount.end) == "/" && line.glued(amount.end) && line.glued(amount.end + 1) && digits(amount.end + 1);
    (behind || ahead) && amount.unit.is_none()
}

/// The month that a word names, capital or shortened.
pub(super) fn is_month(line: &Line, at: usize) -> bool {
    line.is_capital(at) && line.has(at, Set::Month)
}

/// `March 29`, `Dec. 2`, `29 March`, `March 4-7`.
fn is_month_day(line: &Line, amount: &Amount) -> bool {
    if amount.form != Form::Plain {
        return false;
    }
    let first = amount.first;
    let stop = usize::from(line.before(first, 1) == ".");
    let before = first > stop && is_month(line, first - 1 - stop);
    let later_day = first >= 3
        && (line.is_dash(first - 1) || matches!(line.low(first - 1), "and" | "to" | "or"))
        && is_month(line, first - 3);
    let after = is_month(line, amount.end) || (line.low(amount.end) == "of" && is_month(line, amount.end + 1));
    let day = (1.0..=31.0).contains(&amount.value);
    (before && (day || is_year_value(amount.value))) || (day && (later_day || after))
}

/// Whether `text` is four digits that may be a year.
fn is_year_text(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(is_year_value)
}

fn is_year_value(value: f64) -> bool {
    (1000.0..=2199.0).contains(&value) && value.fract() == 0.0
}

/// A bare number of four digits that reads as a year.
///
/// From 1900 on it takes strong evidence to be a count: a bound, or people and the like right behind it. Earlier ones are
/// years only behind a word that stands before years.
pub(super) fn is_year(line: &Line, amount: &Amount) -> bool {
    if amount.unit.is_some() {
        return false;
    }
    let decade = line.low(amount.number_end) == "s" && line.glued(amount.number_end);
    if amount.form != Form::Plain || !is_year_value(amount.value) {
        return decade;
    }
    let before = line.before(amount.first, 1);
    let second =
        matches!(before, "and" | "to" | "-" | "–") && amount.first >= 2 && is_year_text(line.raw(amount.first - 2));
    if second && line.raw(amount.first - 2) != line.raw(amount.first) && !line.is_digits(amount.end) {
        return true;
    }
    let pair = matches!(line.low(amount.end), "and" | "to" | "-" | "–") && is_year_text(line.raw(amount.end + 1));
    let temporal = is(before, Set::BeforeYear) || pair;
    let plural = phrase(line, amount.end, false).is_some_and(|end| is_plural(line, end - 1));
    if amount.value >= 1900.0 {
        return !(plural && is_countable(line, amount));
    }
    if amount.value >= 1500.0 {
        return temporal && !plural || !plural && line.class(amount.end).is_none() && line.is_word(amount.end);
    }
    temporal
        && !plural
        && (matches!(before, "a.d." | "ad") || !line.is_word(amount.end) && matches!(before, "in" | "since" | "and"))
}

/// Whether a number that could be a year counts something: a bound stands before it, or people right behind.
fn is_countable(line: &Line, amount: &Amount) -> bool {
    let bound = line.has_before(amount.first, 1, Set::Bounding);
    let people = line.has(amount.end, Set::Countable);
    bound || people
}

/// Numbers that are a way of speaking.
const IDIOMS: &[&[&str]] =
    &[&["9", "-", "to", "-", "5"], &["nine", "-", "to", "-", "five"], &["50", "-", "50"], &["fifty", "-", "fifty"]];

/// Where the number that begins at piece `at` ends, if it is a way of speaking or a telephone or account number.
pub(super) fn passed_over(line: &Line, at: usize) -> Option<usize> {
    let idiom = IDIOMS.iter().find(|words| line.reads(at, words));
    idiom.map(|words| at + words.len()).or_else(|| telephone(line, at))
}

/// Where the telephone number or account number that begins at piece `at` ends: `555-0134`, `+44 20 7946 0000`,
/// `1111-22223333-4444`.
fn telephone(line: &Line, at: usize) -> Option<usize> {
    let digits = |at: usize| if line.is_digits(at) { line.raw(at).len() } else { 0 };
    if line.raw(at) == "+" && line.glued(at + 1) && (1..=3).contains(&digits(at + 1)) && digits(at + 2) > 0 {
        return (at + 2..at + 9).find(|&at| digits(at) == 0 && !line.is_dash(at));
    }
    let dashed = |at: usize| line.is_dash(at) && line.glued(at) && line.glued(at + 1) && digits(at + 1) >= 3;
    let local = digits(at) == 3 && dashed(at + 1) && digits(at + 2) == 4;
    let long = digits(at) >= 3 && dashed(at + 1) && dashed(at + 3);
    let end = if long { at + 5 } else { at + 3 };
    (local || long).then(|| if dashed(end) { end + 2 } else { end })
}

/// "page 7", "No. 10", "Article 5", "category 4": a label before a plain number.
fn is_numbered(line: &Line, amount: &Amount) -> bool {
    let stop = usize::from(line.before(amount.first, 1) == ".");
    let Some(at) = amount.first.checked_sub(1 + stop) else {
        let before = line.text()[..line.whole().start()].trim_end();
        return before.ends_with("No.") || before.ends_with("no.") || before.ends_with("Nos.");
    };
    let word = line.low(at);
    if matches!(word, "no" | "nos" | "number" | "numbers") && (stop == 1 || word.starts_with("number")) {
        return true;
    }
    let label = is(word, Set::Label);
    let timed = is(word, Set::TimedLabel);
    let counts = phrase(line, amount.end, false).is_some_and(|end| is_plural(line, end - 1));
    (label || timed && (!counts || line.is_capital(at))) && amount.form != Form::Vague && amount.scale <= 1.0
}

/// `007`: no number, though made of digits.
fn is_zero_led(line: &Line, amount: &Amount) -> bool {
    let text = line.raw(amount.number);
    amount.form == Form::Plain && text.len() > 1 && text.starts_with('0')
}

/// "575 Wilbraham Road", "10 Downing Street", "22 Ave Foch", "9 E 71st St".
fn is_address(line: &Line, amount: &Amount) -> bool {
    let street = |at: usize| line.has(at, Set::Street) && line.is_capital(at);
    if amount.form != Form::Plain {
        return false;
    }
    // "9 E 71st St"
    let suffix = |at: usize| line.glued(at) && matches!(line.low(at), "st" | "nd" | "rd" | "th");
    let named = |at: &usize| line.is_capital(*at) || line.is_digits(*at) || suffix(*at);
    (amount.end..amount.end + 5).take_while(named).any(street)
}

/// "Boeing 737", "Windows 11", "Group of Seven", "S&P 500": a name's number.
fn is_name(line: &Line, amount: &Amount) -> bool {
    let Some(before) = amount.first.checked_sub(1) else { return false };
    if amount.form == Form::Spelled {
        return is_spelled_name(line, amount);
    }
    let versions = amount.form == Form::Written && amount.scale <= 1.0 && line.raw(amount.number).contains('.');
    if !(amount.form == Form::Plain && amount.scale <= 1.0 || versions) || line.raw(amount.number).contains(',') {
        return false;
    }
    if is_airliner(amount.value) && !line.has(amount.end, Set::Countable) {
        return true;
    }
    let capital = line.is_word(before) && line.raw(before).contains(char::is_uppercase) && line.class(before).is_none()
        || is_acronym(line.raw(before));
    let possessed = matches!(line.low(amount.end), "'s" | "’s");
    if !capital || line.glued(amount.end) && line.is_word(amount.end) && !possessed {
        return false;
    }
    let counts = phrase(line, amount.end, amount.is_one())
        .is_some_and(|end| is_plural(line, end - 1) && !line.is_capital(end - 1));
    !counts || is_series(line.low(before))
}

/// `737` to `787`: airliners go by their numbers alone.
fn is_airliner(value: f64) -> bool {
    matches!(value as u32, 707 | 717 | 727 | 737 | 747 | 757 | 767 | 777 | 787) && value.fract() == 0.0
}

/// Names of things that go by number.
fn is_series(word: &str) -> bool {
    is(word, Set::Series)
}

/// "Group of Seven", "the Big Three": a number word with a capital inside a sentence whose other words have none.
fn is_spelled_name(line: &Line, amount: &Amount) -> bool {
    if !line.is_capital(amount.number) || amount.scale > 1.0 {
        return false;
    }
    let before = amount.number.checked_sub(1).map_or("", |at| line.raw(at));
    let opens = before.is_empty()
        || matches!(before, "“" | "\"" | "‘" | "'" | "(" | ":" | "." | "—" | "–" | "-" | "[" | "•" | "…");
    if opens {
        return false;
    }
    let group = before == "of" && amount.number >= 2 && line.is_capital(amount.number - 2);
    group || !is_title_case(line, amount.number)
}

/// Whether the words of the line, its first and `number` left out, have capitals as headlines give them.
fn is_title_case(line: &Line, number: usize) -> bool {
    let content = |at: usize| matches!(line.class(at), None | Some(Class::Verb)) && line.raw(at).len() >= 3;
    (1..line.len().min(64)).filter(|&at| at != number && line.is_word(at) && content(at)).all(|at| line.is_capital(at))
}

/// "a year or two": hardly a number.
fn is_or_two(line: &Line, amount: &Amount) -> bool {
    let period = amount.first.checked_sub(2).filter(|_| line.before(amount.first, 1) == "or");
    line.low(amount.number) == "two" && period.is_some_and(|at| unit_at(line, at).is_some())
}

/// "1. First point", "(2)": the number of a list's item, or a number that is all of its line.
fn is_listing(line: &Line, amount: &Amount) -> bool {
    let short = line.is_digits(amount.number) && line.raw(amount.number).len() <= 2 && amount.form == Form::Plain;
    let mark = matches!(line.raw(amount.end), "." | ")") && line.glued(amount.end);
    let opens = amount.first == 0 || amount.first == 1 && line.raw(0) == "(";
    short && opens && mark && line.len() <= amount.end + 1 || short && opens && line.raw(amount.end) == ")"
}

/// Whether "one" at `at` is no number: "no one", "the one", "one another", "one-off".
pub(super) fn is_pronoun_one(line: &Line, at: usize) -> bool {
    if line.low(at) != "one" {
        return false;
    }
    let after = line.low(at + 1);
    let below = line.low(at + 2);
    if after == "in" && (line.is_digits(at + 2) || below == "every" || small(below).is_some()) {
        return false;
    }
    if line.has_before(at, 1, Set::BeforePronounOne) && line.low(at + 1) != "-" {
        return unit_at(line, at + 1).is_none();
    }
    if line.is_dash(at + 1) {
        return !line.has(at + 2, Set::OneHyphen);
    }
    if line.is_word(at + 1) && line.class(at + 1).is_none() {
        return line.has(at + 1, Set::AfterPronounOne);
    }
    !matches!(after, "of" | "or" | "and" | "to" | "per")
}
