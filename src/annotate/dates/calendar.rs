//! Dates by the calendar: `March 4, 2026`, `Tuesday 4 March`, `2026-03-04`, `in March`, `the 1990s`, `Q1 2025`.

use jiff::civil::Date;

use super::cursor::Cursor;
use super::when::{Calendar, When, Which, Year};
use super::words::{Piece, Season, Unit};
use super::years;

/// What a month stands behind when it is told alone; "May" and "March" are other words too.
const BEFORE_MONTH: &[&str] = &[
    "in", "since", "until", "till", "by", "from", "to", "of", "during", "through", "between", "early", "late", "mid",
    "and", "before", "after", "for", "around", "-",
];
/// What is counted behind a number that is no day of a month: "in March 4 million people".
const COUNTED: &[&str] = &["million", "billion", "percent", "per", "people", "%", "points"];

/// The date at `at` and the index after it.
pub fn calendar(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    match cursor.piece(at) {
        Piece::Weekday(_) => weekday(cursor, at),
        Piece::Month(month) => month_first(cursor, at, month),
        Piece::Digits(_, 4) => iso(cursor, at).or_else(|| Some((year(years::year(cursor, at)?), at + 1))),
        Piece::Digits(day, 1..=2) => day_first(cursor, at, day).or_else(|| numeric(cursor, at)),
        Piece::Ordinal(number) => ordinal(cursor, at, number),
        Piece::Decade(first) => Some((When::Decade(first), at + 1)),
        Piece::Season(season) => season_of_year(cursor, at, season),
        _ => short_decade(cursor, at).or_else(|| with_article(cursor, at)).or_else(|| short_quarter(cursor, at)),
    }
}

const fn year(year: i16) -> When {
    When::Calendar(Calendar { year: Some(Year::Told(year)), month: None, day: None })
}

/// "Tuesday", "Tuesday, March 4, 2026", "Tuesday the 4th of March", "Tuesday following the vote".
fn weekday(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let Piece::Weekday(weekday) = cursor.piece(at) else { return None };
    let next = at + 1 + usize::from(cursor.word(at + 1) == ",");
    let next = next + usize::from(cursor.is(next, "the"));
    if let Some((when @ When::Calendar(Calendar { day: Some(_), .. }), end)) = calendar_day(cursor, next) {
        return Some((when, end));
    }
    if is_named_after(cursor, at) {
        return None;
    }
    let which = if cursor.any(at + 1, &["following", "after", "before"]) && cursor.is_word(at + 2) {
        Which::Following
    } else if cursor.after_any(at, &["every", "each", "any", "a", "one", "single"]) || in_month(cursor, at + 1) {
        Which::Every
    } else {
        Which::Bare
    };
    let abbreviated = cursor.word(at).len() < 6;
    (!abbreviated || cursor.word(at).ends_with('.')).then_some((When::Weekday(weekday, which), at + 1))
}

/// "Saturday in August": one of several.
fn in_month(cursor: Cursor, at: usize) -> bool {
    cursor.any(at, &["in", "of"]) && matches!(cursor.piece(at + 1), Piece::Month(_))
}

/// A date with month and day behind a weekday.
fn calendar_day(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    match cursor.piece(at) {
        Piece::Month(month) => month_first(cursor, at, month),
        Piece::Digits(day, 1..=2) => day_first(cursor, at, day).or_else(|| numeric(cursor, at)),
        Piece::Digits(_, 4) => iso(cursor, at),
        Piece::Ordinal(number) => day_first(cursor, at, number),
        _ => None,
    }
}

/// "Black Friday", "the Sunday Times": a day within a name.
fn is_named_after(cursor: Cursor, at: usize) -> bool {
    let next_is_name = cursor.is_word(at + 1)
        && cursor.is_capital(at + 1)
        && !matches!(cursor.piece(at + 1), Piece::Month(_))
        && cursor.word(at + 1) != "I";
    let behind_name = cursor.after_any(
        at,
        &["Black", "Good", "Ash", "Super", "Palm", "Holy", "Cyber", "Bloody", "Shrove", "Maundy", "Easter", "Giving"],
    );
    behind_name || (next_is_name && cursor.after_any(at, &["the"]))
}

/// "March 4", "March 4th, 2026", "March 2026", "in March".
fn month_first(cursor: Cursor, at: usize, month: i8) -> Option<(When, usize)> {
    let dash = usize::from(cursor.word(at + 1) == "-" && cursor.touches(at + 2));
    let the = usize::from(cursor.is(at + 1, "the"));
    let day_at = at + 1 + the + dash;
    if let Some(day) = day_of_month(cursor, day_at).filter(|_| !cursor.any(day_at + 1, COUNTED)) {
        let (year, end) = year_behind(cursor, day_at + 1).map_or((None, day_at + 1), |(y, end)| (Some(y), end));
        return valid(Calendar { year, month: Some(month), day: Some(day) }, end);
    }
    let year_at = at + 1 + dash + usize::from(cursor.any(at + 1, &["of", "in", ","]));
    if let Some((year, end)) = told_year(cursor, year_at).or_else(|| this_year(cursor, year_at)) {
        return Some((When::Calendar(Calendar { year: Some(year), month: Some(month), day: None }), end));
    }
    let told = cursor.is_capital(at) && cursor.after_any(at, BEFORE_MONTH) && !cursor.is(at + 1, "'s");
    // "of April Jones": a name.
    let name = cursor.is_word(at + 1) && cursor.is_capital(at + 1);
    (told && !name).then_some((When::Calendar(Calendar { year: None, month: Some(month), day: None }), at + 1))
}

/// A number that can be the day of a month.
fn day_of_month(cursor: Cursor, at: usize) -> Option<i8> {
    match cursor.piece(at) {
        Piece::Digits(day @ 1..=31, 1..=2) => {
            let clock = cursor.word(at + 1) == ":" && cursor.touches(at + 1) && cursor.touches(at + 2);
            (!clock).then_some(day as i8)
        }
        Piece::Ordinal(day @ 1..=31) => Some(day as i8),
        _ => None,
    }
}

/// ", 2026", "2026", "of 2026", "-2026": the year behind day and month.
fn year_behind(cursor: Cursor, at: usize) -> Option<(Year, usize)> {
    let linked = matches!(cursor.word(at), "," | "of" | "in" | "-" | "/");
    told_year(cursor, at + usize::from(linked)).or_else(|| this_year(cursor, at))
}

/// A year in digits that is no number of things.
fn told_year(cursor: Cursor, at: usize) -> Option<(Year, usize)> {
    let year = years::digits(cursor, at)?;
    (!cursor.any(at + 1, COUNTED)).then_some((Year::Told(year), at + 1))
}

/// "this year", "last year": a year seen from the article.
fn this_year(cursor: Cursor, at: usize) -> Option<(Year, usize)> {
    let away = match cursor.word(at) {
        "last" | "previous" => -1,
        "this" | "current" => 0,
        "next" => 1,
        _ => return None,
    };
    cursor.is(at + 1, "year").then_some((Year::Away(away), at + 2))
}

/// "4 March", "4th of March 2026", "4-Mar-2026"; the month has to be a name.
fn day_first(cursor: Cursor, at: usize, day: u32) -> Option<(When, usize)> {
    let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
    let linked = usize::from(cursor.is(at + 1, "of") || (cursor.word(at + 1) == "-" && cursor.touches(at + 2)));
    let month_at = at + 1 + linked;
    let Piece::Month(month) = cursor.piece(month_at) else { return None };
    let (year, end) = year_behind(cursor, month_at + 1).map_or((None, month_at + 1), |(year, end)| (Some(year), end));
    valid(Calendar { year, month: Some(month), day: Some(day) }, end)
}

/// "4th of March", "20th century", "third quarter of 2025".
fn ordinal(cursor: Cursor, at: usize, number: u32) -> Option<(When, usize)> {
    if let Some(found) = day_first(cursor, at, number) {
        return Some(found);
    }
    let next = at + 1 + usize::from(cursor.word(at + 1) == "-");
    match cursor.piece(next) {
        Piece::Unit(Unit::Century, _) if (1..=22).contains(&number) => {
            Some((When::Century(number as i8 - 1), next + 1))
        }
        Piece::Unit(Unit::Quarter, false) if (1..=4).contains(&number) => {
            Some(part_of_year(cursor, next + 1, number as i8 * 3 - 2, 3))
        }
        _ if (1..=2).contains(&number) && cursor.is(next, "half") => {
            // Without a year it is one of a match or a story.
            let found = part_of_year(cursor, next + 1, number as i8 * 6 - 5, 6);
            matches!(found.0, When::Part(_, _, Some(_))).then_some(found)
        }
        _ => None,
    }
}

/// A part of so many months from `month` on, with the year that stands at `at`.
fn part_of_year(cursor: Cursor, at: usize, month: i8, months: i8) -> (When, usize) {
    match year_of(cursor, at) {
        Some((year, end)) => (When::Part(month, months, Some(year)), end),
        None => (When::Part(month, months, None), at),
    }
}

/// "of 2025", "2025", "of this year", "last year": the year behind a quarter or season.
fn year_of(cursor: Cursor, at: usize) -> Option<(Year, usize)> {
    let at = at + usize::from(cursor.any(at, &["of", "in", ","]));
    let told = years::digits(cursor, at).map(|year| (Year::Told(year), at + 1));
    told.or_else(|| this_year(cursor, at))
}

/// "2026-03-04".
fn iso(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let year = years::digits(cursor, at)?;
    let dash = cursor.word(at + 1);
    let parted =
        matches!(dash, "-" | "/" | ".") && cursor.word(at + 3) == dash && (at + 1..at + 5).all(|i| cursor.touches(i));
    let (Piece::Digits(month, 1..=2), Piece::Digits(day, 1..=2)) = (cursor.piece(at + 2), cursor.piece(at + 4)) else {
        return None;
    };
    if !parted {
        return None;
    }
    valid(Calendar { year: Some(Year::Told(year)), month: Some(month as i8), day: Some(day as i8) }, at + 5)
}

/// "3/4/2026": which number is the month is told only where the other is above 12.
fn numeric(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let mark = cursor.word(at + 1);
    if !matches!(mark, "/" | "-") || cursor.word(at + 3) != mark || !(at + 1..at + 5).all(|i| cursor.touches(i)) {
        return None;
    }
    let (Piece::Digits(first, 1..=2), Piece::Digits(second, 1..=2)) = (cursor.piece(at), cursor.piece(at + 2)) else {
        return None;
    };
    let year = years::digits(cursor, at + 4)?;
    let (month, day) = match (first, second) {
        (first, second) if first == second => (first, second),
        (13..=31, 1..=12) => (second, first),
        (1..=12, 13..=31) => (first, second),
        (1..=12, 1..=12) => return Some((When::Vague, at + 5)),
        _ => return None,
    };
    valid(Calendar { year: Some(Year::Told(year)), month: Some(month as i8), day: Some(day as i8) }, at + 5)
}

/// "summer 2019", "the winter of 1962".
fn season_of_year(cursor: Cursor, at: usize, season: Season) -> Option<(When, usize)> {
    let (year, end) = year_of(cursor, at + 1)?;
    Some((if season == Season::Winter { When::Vague } else { When::Season(year) }, end))
}

/// "’90s".
fn short_decade(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    if !matches!(cursor.word(at), "'" | "’" | "‘") || !cursor.touches(at + 1) {
        return None;
    }
    let tens: i8 = cursor.word(at + 1).strip_suffix('s').filter(|digits| digits.len() == 2)?.parse().ok()?;
    (tens % 10 == 0).then_some((When::Nineties(tens), at + 2))
}

/// "the sixties", "the 20th century", "the twenty-first century", "the summer of 2019".
fn with_article(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    if let (Piece::Count(20), "-", Piece::Ordinal(1)) = (cursor.piece(at), cursor.word(at + 1), cursor.piece(at + 2)) {
        let next = at + 3 + usize::from(cursor.word(at + 3) == "-");
        return matches!(cursor.piece(next), Piece::Unit(Unit::Century, _)).then_some((When::Century(20), next + 1));
    }
    if !cursor.is(at, "the") {
        return None;
    }
    let next = at + 1;
    match cursor.piece(next) {
        Piece::Nineties(tens) => Some((When::Nineties(tens), next + 1)),
        Piece::Ordinal(number) => ordinal(cursor, next, number),
        Piece::Season(season) => season_of_year(cursor, next, season),
        Piece::Count(20) => with_article(cursor, next),
        _ => None,
    }
}

/// "Q1", "Q3 2025".
fn short_quarter(cursor: Cursor, at: usize) -> Option<(When, usize)> {
    let quarter = match cursor.word(at) {
        "Q1" => 1,
        "Q2" => 2,
        "Q3" => 3,
        "Q4" => 4,
        _ => return None,
    };
    Some(part_of_year(cursor, at + 1, quarter * 3 - 2, 3))
}

/// The date, where such a day exists; of a day without a year, in a leap year.
fn valid(date: Calendar, end: usize) -> Option<(When, usize)> {
    let (month, day) = (date.month?, date.day?);
    let year = if let Some(Year::Told(year)) = date.year { year } else { 2024 };
    Date::new(year, month, day).ok()?;
    Some((When::Calendar(date), end))
}
