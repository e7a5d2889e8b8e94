//! Two times with what lies between them: `between 2019 and 2021`, `from May to October`, `November 18–19`, `2019–21`.

use super::cursor::Cursor;
use super::phrase::phrase;
use super::when::{Calendar, Clock, Phrase, When, Year};
use super::words::Piece;
use super::years;

/// The two times of a stretch, the earlier first.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stretch {
    pub from: Phrase,
    pub to: Phrase,
}

/// What parts the two.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    And,
    To,
    Dash,
}

/// The stretch at `at`.
pub fn stretch(cursor: Cursor, at: usize) -> Option<Stretch> {
    let (first, wanted) = match cursor.word(at) {
        "between" | "Between" => (at + 1, Some(Link::And)),
        "from" | "From" => (at + 1, Some(Link::To)),
        _ => (at, None),
    };
    if wanted.is_some() || matches!(cursor.piece(at), Piece::Digits(..) | Piece::Month(_) | Piece::Weekday(_)) {
        return two(cursor, first, wanted).map(complete).filter(|found| !is_of_things(cursor, found.to.end));
    }
    None
}

/// The two times that begin at `at`.
fn two(cursor: Cursor, at: usize, wanted: Option<Link>) -> Option<Stretch> {
    let from = side(cursor, at, wanted.is_some())?;
    let (link, next) = link(cursor, from.end)?;
    let fits = match wanted {
        Some(Link::And) => link != Link::Dash,
        Some(_) | None => link != Link::And,
    };
    if !fits {
        return None;
    }
    let glued = link == Link::Dash && cursor.touches(next);
    let to = short_year(cursor, from, next, glued)
        .or_else(|| day_behind(cursor, from, next))
        .or_else(|| side(cursor, next, true))?;
    let from = hour_before(from, to).unwrap_or(from);
    let told =
        wanted.is_some() || (from.when.is_some_and(is_told) && to.when.is_some_and(is_told)) || both_clocks(from, to);
    (told && same_kind(from, to)).then_some(Stretch { from, to })
}

/// One side of a stretch; where it is sure that there is one, a bare year or month will do, and a bare day.
fn side(cursor: Cursor, at: usize, sure: bool) -> Option<Phrase> {
    let bare = |when, end| Some(Phrase { when: Some(when), clock: None, end });
    if let Some(found) = phrase(cursor, at) {
        return Some(found);
    }
    let at = at + usize::from(cursor.is(at, "the"));
    if let Some(year) = years::digits(cursor, at).filter(|_| sure || dash_and_year(cursor, at + 1)) {
        return bare(When::Calendar(Calendar { year: Some(Year::Told(year)), month: None, day: None }), at + 1);
    }
    match cursor.piece(at) {
        Piece::Month(month) if cursor.is_capital(at) => {
            bare(When::Calendar(Calendar { year: None, month: Some(month), day: None }), at + 1)
        }
        Piece::Digits(day @ 1..=31, 1..=2) | Piece::Ordinal(day @ 1..=31) => {
            bare(When::Calendar(Calendar { year: None, month: None, day: Some(day as i8) }), at + 1)
        }
        _ => None,
    }
}

fn link(cursor: Cursor, at: usize) -> Option<(Link, usize)> {
    match cursor.word(at) {
        "and" => Some((Link::And, at + 1)),
        "to" | "until" | "till" | "through" => Some((Link::To, at + 1)),
        "–" | "-" | "—" => Some((Link::Dash, at + 1)),
        "/" if cursor.touches(at) && cursor.touches(at + 1) => Some((Link::Dash, at + 1)),
        _ => None,
    }
}

fn dash_and_year(cursor: Cursor, at: usize) -> bool {
    matches!(cursor.word(at), "–" | "-" | "—" | "/" | "to") && matches!(cursor.piece(at + 1), Piece::Digits(_, 2 | 4))
}

/// "2019–21": the last two digits of a year.
fn short_year(cursor: Cursor, from: Phrase, at: usize, glued: bool) -> Option<Phrase> {
    let Some(When::Calendar(Calendar { year: Some(Year::Told(first)), month: None, .. })) = from.when else {
        return None;
    };
    let Piece::Digits(short, 2) = cursor.piece(at) else { return None };
    let year = first - first % 100 + short as i16;
    let when = When::Calendar(Calendar { year: Some(Year::Told(year)), month: None, day: None });
    (glued && year > first).then_some(Phrase { when: Some(when), clock: None, end: at + 1 })
}

/// "March 3–5, 2026": the second day of one month.
fn day_behind(cursor: Cursor, from: Phrase, at: usize) -> Option<Phrase> {
    let Some(When::Calendar(Calendar { year: None, month: Some(month), day: Some(first) })) = from.when else {
        return None;
    };
    let (Piece::Digits(day, 1..=2) | Piece::Ordinal(day)) = cursor.piece(at) else { return None };
    let day = i8::try_from(day).ok().filter(|day| (first + 1..=31).contains(day))?;
    if matches!(cursor.piece(at + 1), Piece::Month(_) | Piece::Unit(..)) || cursor.word(at + 1) == ":" {
        return None;
    }
    let comma = usize::from(cursor.word(at + 1) == ",");
    let year = years::digits(cursor, at + 1 + comma).map(Year::Told);
    let end = if year.is_some() { at + 2 + comma } else { at + 1 };
    let when = When::Calendar(Calendar { year, month: Some(month), day: Some(day) });
    Some(Phrase { when: Some(when), clock: None, end })
}

/// "7 to 9:30 p.m.": a bare number before a time of the day is an hour of the same half of the day, or of the morning
/// where that would be later.
fn hour_before(from: Phrase, to: Phrase) -> Option<Phrase> {
    let (Some(When::Calendar(Calendar { year: None, month: None, day: Some(hour) })), Some(clock)) =
        (from.when, to.clock)
    else {
        return None;
    };
    let afternoon = clock.hour >= 12 && hour < 12 && hour + 12 <= clock.hour;
    let clock = Clock { hour: if afternoon { hour + 12 } else { hour }, minute: None };
    (hour <= 24 && to.when.is_none_or(|_| to.is_day())).then_some(Phrase {
        when: None,
        clock: Some(clock),
        end: from.end,
    })
}

/// Whether a time by itself, without a word before the stretch, is surely one.
const fn is_told(when: When) -> bool {
    match when {
        When::Calendar(date) => date.month.is_some() || (date.year.is_some() && date.day.is_none()),
        When::Weekday(..) => true,
        _ => false,
    }
}

const fn both_clocks(from: Phrase, to: Phrase) -> bool {
    from.clock.is_some() && to.clock.is_some()
}

/// Whether the two can be the ends of one stretch.
fn same_kind(from: Phrase, to: Phrase) -> bool {
    match (from.when, to.when) {
        // Two numbers without a month are no days.
        (Some(When::Calendar(from)), Some(When::Calendar(to))) => {
            let months = from.month.is_some() || to.month.is_some();
            let years = from.day.is_none() && to.day.is_none() && from.year.is_some() && to.year.is_some();
            (months && to.month.is_some()) || (years && from.year < to.year)
        }
        (Some(When::Calendar(Calendar { month: None, year: None, .. })), _)
        | (_, Some(When::Calendar(Calendar { month: None, year: None, .. }))) => false,
        (Some(_), None) => both_clocks(from, to),
        (None, Some(_)) => to.clock.is_some(),
        (None, None) | (Some(_), Some(_)) => true,
    }
}

/// Gives each end what the other tells for both: the year, the month, the day.
fn complete(mut found: Stretch) -> Stretch {
    if let (Some(When::Calendar(from)), Some(When::Calendar(to))) = (&mut found.from.when, &mut found.to.when) {
        from.month = from.month.or(to.month);
        let turns = from.month > to.month;
        match (from.year, to.year) {
            (None, Some(year)) => from.year = Some(year.later(-i16::from(turns))),
            (Some(year), None) => to.year = Some(year.later(i16::from(turns))),
            _ => (),
        }
    }
    if found.from.when.is_none() {
        found.from.when = found.to.when;
    } else if found.to.when.is_none() {
        found.to.when = found.from.when;
    }
    found
}

/// "between 1900 and 2000 people": numbers of things.
fn is_of_things(cursor: Cursor, at: usize) -> bool {
    cursor.is_small(at)
        && (cursor.any(at, &["people", "men", "women", "percent", "million", "billion"])
            || (cursor.word(at).len() > 4 && cursor.word(at).ends_with('s') && !cursor.word(at).ends_with("ss")))
}
