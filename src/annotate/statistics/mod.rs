//! Statistics: numbers with their value, unit, direction, base and what they measure.

mod age;
mod amount;
mod base;
mod bound;
mod change;
mod context;
mod convert;
mod display;
mod guard;
mod join;
mod lexicon;
mod line;
mod measured;
mod nominal;
mod noun;
mod numeral;
mod ordinal;
mod period;
mod ratio;
mod scan;
mod statistic;
mod subject;
mod verb;
mod words;

pub use statistic::{Bound, Change, ChangeKind, Statistic, StatisticKind};

use super::{Date, Document, Name, Why};
use amount::Amount;
use line::Line;

/// The statistics of `document`, sorted by range; none overlaps another. Numbers inside names and dates are left alone.
pub fn find(document: &Document, names: &[Name], dates: &[(Date, Why)]) -> Vec<(Statistic, Why)> {
    let comma_is_point = writes_decimal_commas(document.text());
    let mut found = Vec::new();
    for sentence in document.sentences() {
        let line = Line::new(document.text(), sentence.range);
        let mut amounts = scan::amounts(&line, comma_is_point);
        amounts.retain(|amount| !is_taken(&line, amount, names, dates));
        let first = found.len();
        found.extend(context::statistics(&line, amounts));
        period::set_periods(&line, &mut found[first..], dates);
    }
    found
}

/// Whether the number of `amount` is part of a name or of a date; lengths of time stay statistics inside a date ("two
/// weeks ago"), and so does what has a unit inside a name.
fn is_taken(line: &Line, amount: &Amount, names: &[Name], dates: &[(Date, Why)]) -> bool {
    use StatisticKind::{Count, Number, Ordinal};
    let number = line.range(amount.number, amount.number_end);
    let timed = matches!(amount.kind, Some(StatisticKind::Duration | StatisticKind::Age));
    let name = names.get(names.partition_point(|name| name.range.end() <= number.start()));
    let in_name = name.is_some_and(|name| name.range.covers(number) && name.range != number);
    let date = dates.get(dates.partition_point(|(date, _)| date.range.end() <= number.start()));
    let in_date = date.is_some_and(|(date, _)| date.range.overlaps(number));
    let plain = matches!(amount.kind, None | Some(Count | Number | Ordinal));
    in_name && plain || in_date && !timed
}

/// Whether the text writes decimals with a comma: it has more numerals like `3,5` than like `3.5`.
fn writes_decimal_commas(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let decimal = |at: usize| {
        let short = !digit(at + 3) && !matches!(bytes.get(at + 3), Some(b',' | b'.'));
        at > 0 && digit(at - 1) && digit(at + 1) && (!digit(at + 2) || short)
    };
    let marks = memchr::memchr2_iter(b',', b'.', bytes).filter(|&at| decimal(at));
    let (commas, points) =
        marks.fold(
            (0, 0),
            |(commas, points), at| {
                if bytes[at] == b',' { (commas + 1, points) } else { (commas, points + 1) }
            },
        );
    commas > points
}
