//! Dates seen from the article or from one told before: `yesterday`, `last week`, `three days ago`, `the previous day`.

use super::cursor::Cursor;
use super::when::{Calendar, When, Which, Year};
use super::words::{Piece, Season, Unit};

/// The date at `at` and the index after it.
pub fn relative(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    single(cursor, at)
        .or_else(|| counted(cursor, at))
        .or_else(|| with_side(cursor, at))
        .or_else(|| beside(cursor, at))
        .or_else(|| year_end(cursor, at))
}

/// "today", "tonight", "yesterday", "the day before yesterday", "this morning".
fn single(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let day = |away, end| Some((When::Away(Unit::Day, away), end));
    if let Some(end) = cursor.skip(at, &["the", "day", "before", "yesterday"]) {
        return day(-2, end);
    }
    if let Some(end) = cursor.skip(at, &["the", "day", "after", "tomorrow"]) {
        return day(2, end);
    }
    let part = cursor.any(at + 1, &["morning", "afternoon", "evening", "night"]);
    match cursor.word(at) {
        "today" | "Today" | "tonight" | "Tonight" => day(0, at + 1),
        "yesterday" | "Yesterday" => day(-1, at + 1),
        "tomorrow" | "Tomorrow" => day(1, at + 1),
        "this" | "This" if part => day(0, at + 2),
        "last" | "Last" if cursor.any(at + 1, &["night", "evening"]) => day(-1, at + 2),
        _ => None,
    }
}

/// "two weeks after", "three days before", "a month from": the unit, how many, and the index of the date behind.
pub fn counted_from(cursor: Cursor, at: usize) -> Option<(Unit, i32, usize)> {
    let (count, unit, end) = amount(cursor, at)?;
    let sign = match cursor.word(end) {
        "after" | "from" => 1,
        "before" => -1,
        _ => return None,
    };
    let whole = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
    Some((unit, sign * i32::try_from(count?).ok()?, end + 1)).filter(|_| whole)
}

/// How many of a unit stand at `at`: "three days", "a couple of weeks", "several years"; `None` for some number.
fn amount(cursor: Cursor, at: usize) -> Option<(Option<u32>, Unit, usize)> {
    let (count, mut next) = match cursor.piece(at) {
        Piece::Count(_) if cursor.any(at, &["a", "an"]) && matches!(cursor.piece(at + 1), Piece::Some) => {
            (None, at + 2)
        }
        Piece::Count(_) if cursor.is(at, "a") && cursor.is(at + 1, "couple") => (Some(2), at + 2),
        Piece::Count(tens @ (20 | 30 | 40 | 50)) if cursor.word(at + 1) == "-" => match cursor.piece(at + 2) {
            Piece::Count(ones @ 1..=9) => (Some(tens + ones), at + 3),
            _ => return None,
        },
        Piece::Count(count) | Piece::Digits(count, 1..=3) => (Some(count), at + 1),
        Piece::Some => (None, at + 1),
        _ => return None,
    };
    next += usize::from(cursor.is(next, "of"));
    next += usize::from(cursor.any(next, &["full", "short", "long", "calendar"]));
    match cursor.piece(next) {
        Piece::Unit(unit, _) => Some((count, unit, next + 1)),
        Piece::Fortnight => Some((count.map(|count| 2 * count), Unit::Week, next + 1)),
        _ => None,
    }
}

/// "three days ago", "a year earlier", "two weeks later", "a month from now".
fn counted(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let (count, unit, end) = amount(cursor, at)?;
    if unit == Unit::Clock && !cursor.is(end, "ago") {
        return None;
    }
    let (count, end) = match half_more(cursor, end) {
        Some(end) => (None, end),
        None => (count.map(|count| count as i32), end),
    };
    let (away, sign, end) = if cursor.is(end, "ago") {
        (true, -1, end + 1)
    } else if let Some(end) = cursor.skip(end, &["from", "now"]) {
        (true, 1, end)
    } else if let Some(end) = cursor.skip(end, &["’", "time"]).or_else(|| cursor.skip(end, &["'", "time"])) {
        (true, 1, end)
    } else if cursor.any(end, &["earlier", "previously"]) {
        (false, -1, end + 1)
    } else if cursor.is(end, "later") {
        (false, 1, end + 1)
    } else if cursor.is(end, "before") && ends_clause(cursor, end + 1) {
        (false, -1, end + 1)
    } else if cursor.is(end, "after") && ends_clause(cursor, end + 1) {
        (false, 1, end + 1)
    } else {
        return None;
    };
    let when = match (count, unit) {
        (None, _) | (_, Unit::Clock | Unit::Weekend | Unit::Quarter | Unit::Century) => When::Vague,
        (Some(count), unit) if away => When::Away(unit, sign * count),
        (Some(count), unit) => When::Shift(unit, sign * count),
    };
    Some((when, end))
}

/// The index after "and a half".
fn half_more(cursor: Cursor, at: usize) -> Option<usize> {
    cursor.skip(at, &["and", "a", "half"])
}

/// "last week", "this month", "next year", "the past three years", "last March", "next Friday", "last summer".
fn with_side(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let first = at + usize::from(cursor.is(at, "the"));
    let article = first > at;
    let (side, next) = side(cursor, first)?;
    // "The next Friday" and "the last month" count from something told before, or mean a last one.
    match cursor.piece(next) {
        Piece::Unit(Unit::Clock, _) => None,
        Piece::Fortnight if matches!(side, Side::Last | Side::Past) => Some((When::Past(Unit::Week, 2), next + 1)),
        Piece::Fortnight if matches!(side, Side::Next | Side::Coming) => Some((When::Past(Unit::Week, -2), next + 1)),
        // "The last year of the war."
        Piece::Unit(_, false) if cursor.is(next + 1, "of") => None,
        Piece::Unit(unit, false) => unit_beside(side, article, unit).map(|when| (when, next + 1)),
        Piece::Weekday(_) if cursor.piece(next + 1) != Piece::Other && cursor.is_capital(next + 1) => None,
        Piece::Weekday(weekday) => Some((When::Weekday(weekday, side.which()), next + 1)),
        Piece::Month(_) if !cursor.is_capital(next) => None,
        Piece::Month(month) => Some((month_beside(side, month), next + 1)),
        Piece::Season(season) => Some((season_beside(side, season), next + 1)),
        _ => stretch(cursor, side, next),
    }
}

/// "the past three years", "the next few days": from here on or up to here.
fn stretch(cursor: Cursor, side: Side, at: usize) -> Option<(When, usize)> {
    let (count, unit, end) = amount(cursor, at)?;
    if !matches!(cursor.piece(end - 1), Piece::Unit(_, true)) {
        return None;
    }
    let when = match (count, side, unit) {
        (Some(count), Side::Last | Side::Past, Unit::Day | Unit::Week | Unit::Month | Unit::Year) => {
            When::Past(unit, count as i32)
        }
        (Some(count), Side::Next | Side::Coming, Unit::Day | Unit::Week | Unit::Month | Unit::Year) => {
            When::Past(unit, -(count as i32))
        }
        (_, Side::Last | Side::Past | Side::Next | Side::Coming, _) => When::Vague,
        _ => return None,
    };
    Some((when, end))
}

/// On which side of the article, or of a date told before, something lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Last,
    Past,
    This,
    Next,
    Coming,
    /// "previous", "preceding": of a date told before.
    Before,
    /// "following": of a date told before.
    After,
    Same,
}

impl Side {
    const fn which(self) -> Which {
        match self {
            Self::Last => Which::Last,
            Self::Past => Which::Past,
            Self::This => Which::This,
            Self::Next => Which::Next,
            Self::Coming => Which::Coming,
            Self::Before | Self::After | Self::Same => Which::Following,
        }
    }
}

fn side(cursor: Cursor, at: usize) -> Option<(Side, usize)> {
    let this = cursor.any(at, &["this", "these"]);
    if this && cursor.any(at + 1, &["past", "last"]) {
        return Some((Side::Past, at + 2));
    }
    if this && cursor.any(at + 1, &["coming", "next"]) {
        return Some((Side::Coming, at + 2));
    }
    let side = match cursor.word(at) {
        "last" | "Last" => Side::Last,
        "past" | "Past" => Side::Past,
        "this" | "This" | "current" => Side::This,
        "next" | "Next" => Side::Next,
        "coming" | "upcoming" => Side::Coming,
        "previous" | "preceding" | "prior" => Side::Before,
        "following" => Side::After,
        "same" => Side::Same,
        // "That week" points back; in "said that weeks of rain" it is another word.
        "that" | "That" if matches!(cursor.piece(at + 1), Piece::Unit(_, false)) && stands_alone(cursor, at + 2) => {
            Side::Same
        }
        _ => return None,
    };
    Some((side, at + 1))
}

/// "last week", "the next day", "the same year".
const fn unit_beside(side: Side, article: bool, unit: Unit) -> Option<When> {
    Some(match (side, unit) {
        (Side::Same, _) => When::Shift(unit, 0),
        (Side::Before, _) => When::Shift(unit, -1),
        (Side::After, _) | (Side::Next, Unit::Day) => When::Shift(unit, 1),
        (Side::Next, _) if article => When::Shift(unit, 1),
        (Side::Last | Side::Past | Side::This, Unit::Day) => return None,
        (Side::Last, _) if article => return None,
        (Side::Last, _) => When::Near(unit, -1),
        (Side::Past, Unit::Week | Unit::Month | Unit::Year) => When::Past(unit, 1),
        (Side::Past | Side::Coming, Unit::Weekend) => When::Weekend,
        (Side::Past, _) => When::Vague,
        (Side::This, _) => When::Near(unit, 0),
        (Side::Next, _) => When::Near(unit, 1),
        (Side::Coming, _) => When::Past(unit, -1),
    })
}

/// "last March" and "next March" may each be one of two.
const fn month_beside(side: Side, month: i8) -> When {
    match side {
        Side::This => When::Calendar(Calendar { year: None, month: Some(month), day: None }),
        _ => When::Vague,
    }
}

const fn season_beside(side: Side, season: Season) -> When {
    match (side, season) {
        (Side::This, Season::Within) => When::Season(Year::Away(0)),
        _ => When::Vague,
    }
}

/// "the day before", "the year before", "the day after": where nothing follows that they could be counted from.
fn beside(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    if !cursor.is(at, "the") {
        return weekend(cursor, at);
    }
    let Piece::Unit(unit, false) = cursor.piece(at + 1) else { return None };
    let sign = match cursor.word(at + 2) {
        "before" => -1,
        "after" => 1,
        _ => return weekend(cursor, at),
    };
    ends_clause(cursor, at + 3).then_some((When::Shift(unit, sign), at + 3))
}

/// "over the weekend", "at the weekend".
fn weekend(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let told =
        cursor.is(at, "the") && cursor.is(at + 1, "weekend") && cursor.after_any(at, &["over", "at", "on", "during"]);
    told.then_some((When::Weekend, at + 2))
}

/// "year-end".
fn year_end(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let dash = usize::from(cursor.word(at + 1) == "-");
    (cursor.is(at, "year") && cursor.is(at + 1 + dash, "end") && !cursor.is(at + 2 + dash, "of"))
        .then_some((When::Near(Unit::Year, 0), at + 2 + dash))
}

/// Whether what follows is no noun that the word before it could describe: a mark, a small word, or a new subject.
fn stands_alone(cursor: Cursor, at: usize) -> bool {
    ends_clause(cursor, at) || cursor.any(at, &["the", "a", "an", "he", "she", "it", "they", "we", "his", "her", "its"])
}

/// Whether nothing that could be a noun follows.
pub fn ends_clause(cursor: Cursor, at: usize) -> bool {
    !cursor.is_word(at) || cursor.any(at, &["and", "but", "when", "as", "while", "in", "to", "or", "with"])
}
