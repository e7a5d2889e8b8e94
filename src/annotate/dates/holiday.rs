//! Days that go by a name and lie on the same day of the calendar everywhere: `Christmas Eve`, `Good Friday`.

use jiff::civil::Date;

use super::cursor::Cursor;
use super::relative::ends_clause;
use super::when::{When, Year};
use super::years;

/// A day with a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holiday {
    /// Month and day.
    Fixed(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i8),
}

/// Names of days, word by word; the longer first where one begins another. Names of one word are names of other things
/// as well, so they have to stand where a day does.
const NAMES: &[(&[&str], Holiday)] = &[
    (&["Christmas", "Eve"], Holiday::Fixed(12, 24)),
    (&["Christmas", "Day"], Holiday::Fixed(12, 25)),
    (&["Boxing", "Day"], Holiday::Fixed(12, 26)),
    (&["New", "Year", "'s", "Eve"], Holiday::Fixed(12, 31)),
    (&["New", "Year", "’s", "Eve"], Holiday::Fixed(12, 31)),
    (&["New", "Year", "'s", "Day"], Holiday::Fixed(1, 1)),
    (&["New", "Year", "’s", "Day"], Holiday::Fixed(1, 1)),
    (&["Valentine", "'s", "Day"], Holiday::Fixed(2, 14)),
    (&["Valentine", "’s", "Day"], Holiday::Fixed(2, 14)),
    (&["Good", "Friday"], Holiday::Easter(-2)),
    (&["Easter", "Sunday"], Holiday::Easter(0)),
    (&["Easter", "Monday"], Holiday::Easter(1)),
    (&["Christmas"], Holiday::Fixed(12, 25)),
    (&["Easter"], Holiday::Easter(0)),
    (&["Halloween"], Holiday::Fixed(10, 31)),
];

/// What a name of one word stands behind where it is a day.
const BEFORE: &[&str] = &["on", "before", "after", "by", "since", "until", "till", "at", "this", "and", "between"];

/// The holiday at `at`, with its year where that is told, and the index after it.
pub fn holiday(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let reads = |words: &[&str]| words.iter().enumerate().all(|(i, word)| cursor.word(at + i) == *word);
    let &(words, holiday) = NAMES.iter().find(|(words, _)| reads(words))?;
    let end = at + words.len();
    let next = end + usize::from(cursor.word(end) == ",");
    if let Some(year) = years::digits(cursor, next) {
        return Some((When::Holiday(holiday, Some(Year::Told(year))), next + 1));
    }
    let stands = words.len() > 1 || cursor.after_any(at, BEFORE) && ends_clause(cursor, end);
    stands.then_some((When::Holiday(holiday, None), end))
}

impl Holiday {
    /// The day in `year`.
    pub fn on(self, year: i16) -> Option<Date> {
        match self {
            Self::Fixed(month, day) => Date::new(year, month, day).ok(),
            Self::Easter(days) => easter(year)?.checked_add(jiff::Span::new().days(days)).ok(),
        }
    }
}

/// Easter Sunday of the western churches, by the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", 1991,
/// chapter 8).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let day = moon + sunday - 7 * late + 114;
    Date::new(year as i16, (day / 31) as i8, (day % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_the_almanacs_have_it() {
        for day in ["1961-04-02", "1996-04-07", "2000-04-23", "2018-04-01", "2025-04-20", "2026-04-05", "2038-04-25"] {
            let date: Date = day.parse().expect("a day");
            assert_eq!(easter(date.year()), Some(date));
        }
    }
}
