//! One time as a phrase tells it, from its first word to its last: a day with or without the time of the day.

use super::calendar::calendar;
use super::clock::clock;
use super::cursor::Cursor;
use super::holiday::holiday;
use super::relative::relative;
use super::when::{Phrase, When};
use super::words::{Piece, Unit};

/// The parts of a day; they make no difference to its date.
const PARTS: &[&str] = &["morning", "afternoon", "evening", "night", "lunchtime"];
/// What may stand between a day and the time of the day, or the other way round.
const LINKS: &[&str] = &["at", "on", "around", "about", "by", "before", "after", "until", "from", "@"];

/// The phrase at `at`, the longest that makes sense.
pub fn phrase(cursor: Cursor, at: usize) -> Option<Phrase> {
    if let Some((clock, end)) = clock(cursor, at) {
        let end = part_of_day(cursor, end).unwrap_or(end);
        let day = day(cursor, end).or_else(|| day(cursor, linked(cursor, end))).filter(|(when, _)| is_day(*when));
        return Some(match day {
            Some((when, end)) => Phrase { when: Some(when), clock: Some(clock), end },
            None => Phrase { when: None, clock: Some(clock), end },
        });
    }
    let (when, end) = day(cursor, at)?;
    if !is_day(when) {
        return Some(Phrase { when: Some(when), clock: None, end });
    }
    let end = part_of_day(cursor, end).unwrap_or(end);
    let time = clock(cursor, end).or_else(|| clock(cursor, linked(cursor, end)));
    let (clock, end) = time.map_or((None, end), |(clock, end)| (Some(clock), end));
    Some(Phrase { when: Some(when), clock, end })
}

/// The day, month, year or other stretch at `at`, without a time of the day.
pub fn day(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    edge(cursor, at)
        .or_else(|| part_of(cursor, at))
        .or_else(|| in_week(cursor, at))
        .or_else(|| relative(cursor, at))
        .or_else(|| holiday(cursor, at))
        .or_else(|| calendar(cursor, at))
}

/// "Tuesday of next week", "Monday last week".
fn in_week(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let Piece::Weekday(day) = cursor.piece(at) else { return None };
    let next = at + 1 + usize::from(cursor.is(at + 1, "of"));
    let away = match cursor.word(next) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    cursor.is(next + 1, "week").then_some((When::InWeek(day, away), next + 2))
}

/// "early 2019", "mid-March", "later this year", "the end of the month": the value is that of what follows.
fn edge(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let inner = if cursor.any(at, &["early", "late", "mid", "later", "earlier"]) {
        let dashed = usize::from(cursor.word(at + 1) == "-");
        let linked = usize::from(cursor.any(at + 1, &["in", "on"]));
        at + 1 + dashed + linked
    } else {
        let noun = at + usize::from(cursor.is(at, "the"));
        let named = cursor.any(noun, &["end", "start", "beginning", "middle", "close", "turn", "rest", "remainder"]);
        if !named || !cursor.is(noun + 1, "of") {
            return None;
        }
        noun + 2
    };
    let (when, end) =
        the_unit(cursor, inner).or_else(|| relative(cursor, inner)).or_else(|| calendar(cursor, inner))?;
    Some((when, end))
}

/// "the last week of July", "the first three days of March": which days they are is not told here.
fn part_of(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let first = at + usize::from(cursor.is(at, "the"));
    let ordinal = cursor.any(first, &["last", "final"]) || matches!(cursor.piece(first), Piece::Ordinal(1..=5));
    let counted =
        usize::from(matches!(cursor.piece(first + 1), Piece::Count(_) | Piece::Some | Piece::Digits(_, 1..=2)));
    let unit = first + 1 + counted;
    let of = matches!(cursor.piece(unit), Piece::Unit(..) | Piece::Weekday(_)) && cursor.is(unit + 1, "of");
    if !ordinal || !of || matches!(cursor.piece(unit), Piece::Unit(Unit::Quarter, _)) {
        return None;
    }
    let (_, end) =
        the_unit(cursor, unit + 2).or_else(|| relative(cursor, unit + 2)).or_else(|| calendar(cursor, unit + 2))?;
    Some((When::Vague, end))
}

/// "the year" and "the month" behind "the end of".
fn the_unit(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    match cursor.piece(at + 1) {
        Piece::Unit(unit, false) if cursor.is(at, "the") => Some((When::The(unit), at + 2)),
        _ => None,
    }
}

impl Phrase {
    /// Whether the phrase tells a day.
    pub fn is_day(&self) -> bool {
        self.when.is_some_and(is_day)
    }
}

/// Whether the phrase tells a day, so that a time of the day may go with it.
const fn is_day(when: When) -> bool {
    match when {
        When::Calendar(date) => date.day.is_some(),
        When::Weekday(..)
        | When::InWeek(..)
        | When::Holiday(..)
        | When::Near(Unit::Day, _)
        | When::Away(Unit::Day, _)
        | When::Shift(Unit::Day, _) => true,
        _ => false,
    }
}

/// The index after "morning" and "in the morning".
fn part_of_day(cursor: Cursor, at: usize) -> Option<usize> {
    let at = cursor.skip(at, &["in", "the"]).unwrap_or(at);
    cursor.any(at, PARTS).then_some(at + 1)
}

/// The index after the words that link a day with a time of the day.
fn linked(cursor: Cursor, at: usize) -> usize {
    let at = at + usize::from(cursor.word(at) == ",");
    at + usize::from(cursor.any(at, LINKS))
}
