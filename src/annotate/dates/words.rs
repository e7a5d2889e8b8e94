//! The words that dates are made of: months, weekdays, units of time, numbers and ordinals.

use jiff::civil::Weekday;

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Unit {
    /// Seconds, minutes and hours: too short to move a date.
    Clock,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// What one token can be in a date.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Piece {
    /// A month, 1 to 12.
    Month(i8),
    /// A day of the week.
    Weekday(Weekday),
    /// A whole number in digits, with how many digits it has.
    Digits(u32, u8),
    /// A number in a word, or "a" and "couple": how many of a unit.
    Count(u32),
    /// "few", "several", "many": some number of a unit.
    Some,
    /// "4th", "fourth", "twenty" of "twenty-first" is a [`Piece::Count`].
    Ordinal(u32),
    /// "1990s": the first year of a decade.
    Decade(i16),
    /// "nineties": the first year of a decade, without the century.
    Nineties(i8),
    /// A unit; whether it is in the plural.
    Unit(Unit, bool),
    /// Two weeks.
    Fortnight,
    /// A season of the year.
    Season(Season),
    /// Any other token.
    Other,
}

/// A season; what months it has depends on the hemisphere, so none are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Season {
    /// Lies within one calendar year on either hemisphere most of the time: spring, summer, autumn.
    Within,
    /// Winter, which has two years in the north.
    Winter,
}

/// The longest word known here, in bytes.
const LONGEST: usize = 12;

/// What `word` can be.
pub fn piece(word: &str) -> Piece {
    let bytes = word.as_bytes();
    match bytes.first() {
        Some(first) if first.is_ascii_digit() => digits(word),
        Some(first) if first.is_ascii_alphabetic() && bytes.len() <= LONGEST => {
            let mut lower = [0; LONGEST];
            let lower = &mut lower[..bytes.len()];
            lower.copy_from_slice(bytes);
            lower.make_ascii_lowercase();
            // Only ASCII was changed, so what was UTF-8 still is.
            let lower = std::str::from_utf8(lower).unwrap_or_default();
            if first.is_ascii_uppercase() { capital(lower).unwrap_or_else(|| small(lower)) } else { small(lower) }
        }
        _ => Piece::Other,
    }
}

/// Words that open a phrase and are nothing by themselves.
const OPENING: &[&str] = &[
    "the",
    "this",
    "these",
    "last",
    "past",
    "next",
    "same",
    "today",
    "tonight",
    "tomorrow",
    "yesterday",
    "previous",
    "preceding",
    "prior",
    "following",
    "coming",
    "current",
    "upcoming",
    "early",
    "late",
    "later",
    "earlier",
    "mid",
    "end",
    "start",
    "beginning",
    "middle",
    "close",
    "turn",
    "rest",
    "remainder",
    "from",
    "between",
    "noon",
    "midday",
    "midnight",
    "year",
    "'",
    "’",
    "‘",
    "that",
    "christmas",
    "boxing",
    "new",
    "valentine",
    "good",
    "easter",
    "halloween",
    "q1",
    "q2",
    "q3",
    "q4",
];

/// A quick look at whether a date may begin with `word`: most words begin none.
pub fn may_begin(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        || piece(word) != Piece::Other
        || OPENING.iter().any(|opening| opening.eq_ignore_ascii_case(word))
}

/// Words that are written with a capital: months and days, with or without the full stop of an abbreviation.
fn capital(lower: &str) -> Option<Piece> {
    let name = lower.strip_suffix('.').unwrap_or(lower);
    month(name).map(Piece::Month).or_else(|| weekday(name).map(Piece::Weekday))
}

fn month(name: &str) -> Option<i8> {
    Some(match name {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tue" | "tues" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thu" | "thur" | "thurs" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// Words that are written small: units, numbers, seasons, and the months of hasty writers that are no other words.
fn small(word: &str) -> Piece {
    if let Some(month) = month(word).filter(|_| word.len() >= 4 && !matches!(word, "march" | "august" | "sept")) {
        return Piece::Month(month);
    }
    if let Some(unit) = unit(word) {
        return unit;
    }
    if let Some(count) = count(word) {
        return Piece::Count(count);
    }
    if let Some(ordinal) = ordinal(word) {
        return Piece::Ordinal(ordinal);
    }
    match word {
        "few" | "several" | "many" | "some" => Piece::Some,
        "fortnight" => Piece::Fortnight,
        "spring" | "summer" | "autumn" | "fall" => Piece::Season(Season::Within),
        "winter" => Piece::Season(Season::Winter),
        "twenties" => Piece::Nineties(20),
        "thirties" => Piece::Nineties(30),
        "forties" => Piece::Nineties(40),
        "fifties" => Piece::Nineties(50),
        "sixties" => Piece::Nineties(60),
        "seventies" => Piece::Nineties(70),
        "eighties" => Piece::Nineties(80),
        "nineties" => Piece::Nineties(90),
        _ => Piece::Other,
    }
}

fn unit(word: &str) -> Option<Piece> {
    let (unit, plural) = match word {
        "seconds" | "minutes" | "mins" | "hours" | "hrs" => (Unit::Clock, true),
        "minute" | "min" | "hour" | "hr" => (Unit::Clock, false),
        "day" => (Unit::Day, false),
        "days" | "nights" => (Unit::Day, true),
        "weekend" => (Unit::Weekend, false),
        "weekends" => (Unit::Weekend, true),
        "week" => (Unit::Week, false),
        "weeks" => (Unit::Week, true),
        "month" => (Unit::Month, false),
        "months" => (Unit::Month, true),
        "quarter" => (Unit::Quarter, false),
        "quarters" => (Unit::Quarter, true),
        "year" => (Unit::Year, false),
        "years" => (Unit::Year, true),
        "decade" => (Unit::Decade, false),
        "decades" => (Unit::Decade, true),
        "century" => (Unit::Century, false),
        "centuries" => (Unit::Century, true),
        _ => return None,
    };
    Some(Piece::Unit(unit, plural))
}

fn count(word: &str) -> Option<u32> {
    Some(match word {
        "a" | "an" | "one" => 1,
        "two" | "couple" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        _ => return None,
    })
}

fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        _ => return None,
    })
}

/// A token that begins with a digit: `4`, `2026`, `4th`, `1990s`.
fn digits(word: &str) -> Piece {
    let end = word.bytes().take_while(u8::is_ascii_digit).count();
    let Ok(value) = word[..end].parse::<u32>() else { return Piece::Other };
    match &word[end..] {
        "" => Piece::Digits(value, end as u8),
        "st" | "nd" | "rd" | "th" => Piece::Ordinal(value),
        "s" if end == 4 && value % 10 == 0 && (1500..2100).contains(&value) => Piece::Decade(value as i16),
        _ => Piece::Other,
    }
}
