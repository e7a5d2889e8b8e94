//! Ordinals and ranks: "first", "21st", "third-largest", "second to last".

use super::amount::Amount;
use super::line::Line;
use super::numeral::{Form, numeral, scale, small};
use super::statistic::StatisticKind;
use super::words::Set;

/// The ordinal that begins at piece `at`.
pub(super) fn ordinal(line: &Line, at: usize) -> Option<Amount> {
    if line.glued(at) && !line.is_dash(at.checked_sub(1)?) && line.is_word(at - 1) {
        return None;
    }
    let (value, end) = from_the_end(line, at).or_else(|| in_digits(line, at)).or_else(|| in_words(line, at))?;
    let ranked = line.is_dash(end) && line.glued(end) && is_superlative(line.low(end + 1));
    let whole = if ranked { end + 2 } else { end };
    let rule = if ranked { "rank" } else { "ordinal number" };
    let amount = Amount::spelled(at..whole, value, StatisticKind::Ordinal, rule);
    (!is_name(line, at, end)).then_some(Amount { number_end: end, ..amount })
}

fn is_superlative(word: &str) -> bool {
    word.ends_with("est") || matches!(word, "most" | "best" | "worst" | "least" | "ranked" | "placed" | "seeded")
}

/// `21st`
fn in_digits(line: &Line, at: usize) -> Option<(f64, usize)> {
    let suffix = matches!(line.low(at + 1), "st" | "nd" | "rd" | "th") && line.glued(at + 1) && line.is_digits(at);
    let value = super::numeral::digits(line.raw(at), false).filter(|value| suffix && value.fract() == 0.0)?;
    Some((value, at + 2))
}

/// "first", "twenty-first", "one hundred twenty-fifth", "three trillionth".
fn in_words(line: &Line, at: usize) -> Option<(f64, usize)> {
    if let Some(value) = last_word(line.low(at)) {
        return Some((value, at + 1));
    }
    let cardinal = numeral(line, at, false).filter(|cardinal| cardinal.form == Form::Spelled);
    let cardinal = cardinal?;
    let hyphen = usize::from(line.is_dash(cardinal.end) && line.glued(cardinal.end));
    let and = usize::from(hyphen == 0 && line.low(cardinal.end) == "and");
    let word = cardinal.end + hyphen + and;
    let low = line.low(word);
    if let Some(factor) = low.strip_suffix("th").and_then(scale) {
        return Some((cardinal.value * factor, word + 1));
    }
    let last = last_word(low)?;
    let tens = (20.0..100.0).contains(&(cardinal.value % 100.0)) && cardinal.value % 10.0 == 0.0;
    let fits = tens && last < 10.0 || cardinal.value >= 100.0 && cardinal.value % 100.0 == 0.0;
    // "five sixth-form colleges" and "two thirds" are no ordinals.
    fits.then_some((cardinal.value + last, word + 1))
}

/// The value of a word that ends an ordinal.
fn last_word(word: &str) -> Option<f64> {
    Some(match word {
        "first" => 1.0,
        "second" => 2.0,
        "third" => 3.0,
        "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        "eleventh" => 11.0,
        "twelfth" => 12.0,
        _ => {
            if let Some(tens) = word.strip_suffix("ieth") {
                return small(&format!("{tens}y")).map(|(value, _)| value);
            }
            let stem = word.strip_suffix("th")?;
            return small(stem).map(|(value, _)| value).filter(|value| *value >= 13.0).or_else(|| scale(stem));
        }
    })
}

/// "penultimate", "second to last", "third-from-last", "the last but one", "next to last": ranks from the end, negative.
fn from_the_end(line: &Line, at: usize) -> Option<(f64, usize)> {
    let dash = usize::from(line.is_dash(at + 1) && line.is_dash(at + 3));
    let to_last = matches!(line.low(at + 1 + dash), "to" | "from") && line.low(at + 2 + 2 * dash) == "last";
    match line.low(at) {
        low if to_last && last_word(low).is_some_and(|value| value > 1.0) => {
            last_word(low).map(|value| (-value, at + 3 + 2 * dash))
        }
        "penultimate" => Some((-2.0, at + 1)),
        "last" if line.reads(at + 1, &["but", "one"]) => Some((-2.0, at + 3)),
        "next" if line.reads(at + 1, &["to", "last"]) => Some((-2.0, at + 3)),
        _ => None,
    }
}

/// "the Second World War", "First Lady", "Fifth Avenue", "21st century", "4th of July", "a second later".
fn is_name(line: &Line, at: usize, end: usize) -> bool {
    let after = line.low(end);
    let title = line.is_capital(at) && at > 0 && line.is_capital(end) && !line.is_capital(at - 1);
    let street = line.is_capital(end) && line.has(end, Set::Street);
    let named = street || line.is_capital(at) && line.has(end, Set::OrdinalName);
    let period =
        matches!(after, "century" | "centuries" | "millennium") || line.is_dash(end) && line.low(end + 1) == "century";
    let quarter = matches!(after, "quarter" | "half" | "quarters") && !line.is_capital(end);
    let hyphen = usize::from(line.is_dash(end));
    let idiom = line.has(end + hyphen, Set::OrdinalIdiom) && hyphen == 1
        || matches!(after, "of") && line.low(end + 1) == "all"
        || matches!(after, "aid" | "amendment");
    let dated = super::guard::is_month(line, end)
        || after == "of" && super::guard::is_month(line, end + 1)
        || at > 0 && super::guard::is_month(line, at - 1);
    let moment = line.low(at) == "second"
        && end == at + 1
        && (matches!(line.before(at, 1), "per" | "one" | "each" | "every" | "split" | "half")
            || small(line.before(at, 1)).is_some()
            || at > 0 && (line.is_digits(at - 1) || line.is_dash(at - 1) && at > 1 && line.is_digits(at - 2))
            || line.before(at, 1) == "a" && matches!(after, "later" | "or" | "ago" | "." | "," | ""));
    let shouted =
        line.raw(at).len() > 3 && line.raw(at).chars().all(|c| c.is_ascii_uppercase()) && line.is_capital(end);
    let bracketed = line.is_capital(at) && line.before(at, 1) == "(" && line.raw(end) == ")";
    let adverb = line.low(at) == "first" && line.before(at, 1) == "at";
    adverb || title || shouted || bracketed || named || period || quarter || idiom || dated || moment
}
