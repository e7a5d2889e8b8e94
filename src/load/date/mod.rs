//! Dates as publishers write them: `4 March 2026 20:21 (UTC+04:00)`, `March 4, 2026 8:21 PM ET`, ISO 8601, RFC 2822.

mod lex;
mod words;

use std::ops::Range;

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;

use crate::article::Published;
use crate::text::head;

use lex::{Kind, LONGEST, Piece, pieces};

/// The day, and where told the time and zone, that all of `text` says; `None` where anything else is in it.
///
/// It may say the same day twice (`2026-03-04 4 March 2026`). A day such as 03/04/2026, which may be of March or of
/// April, is no date.
pub(super) fn parse(text: &str) -> Option<Published> {
    let pieces = pieces(text)?;
    let mut reader = Reader { rest: &pieces, date: None, time: None, offset: None };
    while !reader.rest.is_empty() {
        reader.step()?;
    }
    reader.published()
}

/// Years that a web page can be of.
const YEARS: Range<i16> = 1990..2100;

/// The first date that `text` tells among other words near its beginning, with the time and zone behind it.
///
/// A day such as 03/04/2026 is taken for what it mostly is: with slashes the month comes first, else the day.
pub(super) fn find(text: &str) -> Option<Published> {
    let pieces = pieces(head(text, LONGEST))?;
    (0..pieces.len()).find_map(|at| {
        let rest = &pieces[at..];
        let (date, length) = date(rest).or_else(|| guessed(rest)).filter(|(date, _)| YEARS.contains(&date.year()))?;
        let mut reader = Reader { rest: &rest[length..], date: Some(date), time: None, offset: None };
        while reader.time.is_none() && reader.step().is_some() {}
        reader.published()
    })
}

/// Reads pieces from the left and keeps what they said.
struct Reader<'a> {
    rest: &'a [Piece],
    date: Option<Date>,
    time: Option<Time>,
    /// Minutes from UTC.
    offset: Option<i32>,
}

impl Reader<'_> {
    fn published(self) -> Option<Published> {
        let date = self.date?;
        let Some(time) = self.time else { return Some(Published::Day(date)) };
        let moment = DateTime::from_parts(date, time);
        let zone = self.offset.and_then(|minutes| Offset::from_seconds(minutes * 60).ok());
        Some(zone.map_or(Published::Local(moment), |zone| Published::Zoned(moment, zone)))
    }

    /// Takes the next thing said, or `None` where it belongs to no date.
    fn step(&mut self) -> Option<()> {
        if let Some((date, length)) = date(self.rest) {
            if self.date.is_some_and(|known| known != date) {
                return None;
            }
            self.date = Some(date);
            self.skip(length);
            return Some(());
        }
        if let Some((time, length)) = time(self.rest) {
            self.skip(length);
            let offset = self.zone();
            // Of `20:21 (16:21 GMT)` the time whose zone is told counts.
            if self.time.is_none() || (self.offset.is_none() && offset.is_some()) {
                (self.time, self.offset) = (Some(time), offset);
            }
            return Some(());
        }
        let known = match &self.rest.first()?.kind {
            Kind::Word(word) => words::is_filler(word),
            Kind::Mark(mark) => ",.|()[]–—-•·/;:@".contains(*mark),
            Kind::Number(..) => false,
        };
        self.skip(1);
        known.then_some(())
    }

    fn skip(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    /// Takes the zone behind a time: `Z`, `GMT`, `(UTC+04:00)`, `+0400`, `-05:00 (EST)`.
    fn zone(&mut self) -> Option<i32> {
        let bracket = usize::from(is_mark(self.rest.first(), '('));
        let rest = &self.rest[bracket..];
        if let Some((minutes, length)) = offset(rest, false) {
            self.skip(bracket + length);
            self.comment();
            return Some(minutes);
        }
        let Kind::Word(word) = &rest.first()?.kind else { return None };
        let named = words::zone(word, self.date)?;
        let behind = &rest[1..];
        let (extra, length) = offset(behind, true).unwrap_or((0, 0));
        self.skip(bracket + 1 + length);
        Some(named + extra)
    }

    /// Takes a name in brackets that only repeats the offset before it.
    fn comment(&mut self) {
        if let [open, Piece { kind: Kind::Word(_), .. }, close, ..] = self.rest
            && open.kind == Kind::Mark('(')
            && close.kind == Kind::Mark(')')
        {
            self.skip(3);
        }
    }
}

fn is_mark(piece: Option<&Piece>, mark: char) -> bool {
    piece.is_some_and(|piece| piece.kind == Kind::Mark(mark))
}

/// The date that `rest` begins with, and of how many pieces.
fn date(rest: &[Piece]) -> Option<(Date, usize)> {
    let kinds: Vec<&Kind> = rest.iter().take(7).map(|piece| &piece.kind).collect();
    compact(&kinds).or_else(|| numeric(&kinds)).or_else(|| named(&kinds))
}

/// `20260304`.
fn compact(kinds: &[&Kind]) -> Option<(Date, usize)> {
    let Kind::Number(value, 8) = kinds.first()? else { return None };
    Some((day(value / 10_000, value / 100 % 100, value % 100)?, 1))
}

/// `2026-03-04`, `2026/3/4`, `2026年3月4日`, `04.03.2026`, and `25/12/2026` where only one reading is possible.
fn numeric(kinds: &[&Kind]) -> Option<(Date, usize)> {
    let [Kind::Number(first, width), mark, Kind::Number(second, _), mark_2, Kind::Number(third, last), ..] = kinds
    else {
        return None;
    };
    let is_cjk = **mark == Kind::Word("年".into()) && **mark_2 == Kind::Word("月".into());
    if is_cjk {
        return Some((day(*first, *second, *third)?, 6));
    }
    let Kind::Mark(separator @ ('-' | '/' | '.')) = mark else { return None };
    if mark != mark_2 {
        return None;
    }
    let date = match (*width, *last, separator) {
        (4, ..) => day(*first, *second, *third),
        (_, 4, '.') => day(*third, *second, *first),
        (_, 4, _) if *first > 12 || first == second => day(*third, *second, *first),
        (_, 4, _) if *second > 12 => day(*third, *first, *second),
        _ => None,
    }?;
    Some((date, 5))
}

/// `3/4/2026`, `04.03.26`: what [`numeric`] leaves open.
fn guessed(rest: &[Piece]) -> Option<(Date, usize)> {
    let kinds: Vec<&Kind> = rest.iter().take(5).map(|piece| &piece.kind).collect();
    let [Kind::Number(first, 1 | 2), mark, Kind::Number(second, 1 | 2), mark_2, Kind::Number(year, width @ (2 | 4))] =
        kinds[..]
    else {
        return None;
    };
    let Kind::Mark(separator @ ('-' | '/' | '.')) = mark else { return None };
    if mark != mark_2 {
        return None;
    }
    let year = if *width == 2 { year + 2000 } else { *year };
    let month_first = (*separator == '/' && *first <= 12) || *second > 12;
    let (of_month, month) = if month_first { (second, first) } else { (first, second) };
    Some((day(year, *month, *of_month)?, 5))
}

/// `4 March 2026`, `4th of March, 2026`, `March 4, 2026`, `4. März 2026`, `4 de marzo de 2026`, `04-Mar-2026`.
fn named(kinds: &[&Kind]) -> Option<(Date, usize)> {
    let (mut year, mut month, mut of_month) = (None, None, None);
    for (at, kind) in kinds.iter().enumerate() {
        match kind {
            Kind::Number(value, 4) if (1000..2200).contains(value) => year = Some(*value),
            Kind::Number(value, 1 | 2) if of_month.is_none() => of_month = Some(*value),
            Kind::Word(word) if month.is_none() && words::month(word).is_some() => month = words::month(word),
            Kind::Word(word) if at > 0 && matches!(word.as_str(), "st" | "nd" | "rd" | "th" | "er" | "of" | "de") => {}
            Kind::Mark(',' | '.' | '-' | '/') if at > 0 => {}
            _ => return None,
        }
        if let (Some(year), Some(month), Some(of_month)) = (year, month, of_month) {
            return Some((day(year, month.unsigned_abs().into(), of_month)?, at + 1));
        }
    }
    None
}

fn day(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The time that `rest` begins with, and of how many pieces.
fn time(rest: &[Piece]) -> Option<(Time, usize)> {
    let kinds: Vec<&Kind> = rest.iter().take(8).map(|piece| &piece.kind).collect();
    let clock = clock(&kinds)?;
    let half = half(kinds.get(clock.pieces));
    if !clock.is_sure && half.is_none() && !is_zone(kinds.get(clock.pieces)) {
        return None;
    }
    let hour = match half {
        Some(_) if !(1..=12).contains(&clock.hour) => return None,
        Some(afternoon) => clock.hour % 12 + 12 * u32::from(afternoon),
        None => clock.hour,
    };
    let small = |value: u32| i8::try_from(value).ok();
    let time = Time::new(small(hour)?, small(clock.minute)?, small(clock.second)?, 0).ok()?;
    Some((time, clock.pieces + usize::from(half.is_some())))
}

/// Hour, minute and second as written.
struct Clock {
    hour: u32,
    minute: u32,
    second: u32,
    pieces: usize,
    /// Whether it is a time by its shape alone; otherwise `pm` or a zone has to follow.
    is_sure: bool,
}

/// `20:21:07.000`, `20:21`, `20h21`, `202107`; and not sure: `20.21`, `2021`, `8`.
fn clock(kinds: &[&Kind]) -> Option<Clock> {
    use Kind::{Mark, Number, Word};
    let made =
        |hour: u32, minute: u32, second: u32, pieces, is_sure| Some(Clock { hour, minute, second, pieces, is_sure });
    match kinds {
        [Number(hour, 1 | 2), Mark(':'), Number(minute, 2), Mark(':'), Number(second, 2), after @ ..] => {
            let fraction = matches!(after, [Mark('.' | ','), Number(..), ..]);
            made(*hour, *minute, *second, if fraction { 7 } else { 5 }, true)
        }
        [Number(hour, 1 | 2), Mark(':'), Number(minute, 2), ..] => made(*hour, *minute, 0, 3, true),
        [Number(hour, 1 | 2), Word(h), Number(minute, 2), ..] if h == "h" => made(*hour, *minute, 0, 3, true),
        [Number(hour, 1 | 2), Mark('.'), Number(minute, 2), ..] => made(*hour, *minute, 0, 3, false),
        [Number(all, 6), ..] => made(all / 10_000, all / 100 % 100, all % 100, 1, true),
        [Number(all, 4), ..] => made(all / 100, all % 100, 0, 1, false),
        [Number(hour, 1 | 2), ..] => made(*hour, 0, 0, 1, false),
        _ => None,
    }
}

/// Whether an `am` or `pm` stands here, and which: `true` in the afternoon.
fn half(kind: Option<&&Kind>) -> Option<bool> {
    match kind {
        Some(Kind::Word(word)) if word == "am" => Some(false),
        Some(Kind::Word(word)) if word == "pm" => Some(true),
        _ => None,
    }
}

/// Whether a word stands here that names a zone or says that a time was told (`Uhr`).
fn is_zone(kind: Option<&&Kind>) -> bool {
    matches!(kind, Some(Kind::Word(word)) if word == "uhr" || words::zone(word, None).is_some())
}

/// Minutes from UTC that `rest` begins with, and of how many pieces. Without a zone's name before it, only the full
/// forms `+0400` and `+04:00` are taken: `- 4` may begin anything.
fn offset(rest: &[Piece], is_named: bool) -> Option<(i32, usize)> {
    let sign = match rest.first()?.kind {
        Kind::Mark('+') => 1,
        Kind::Mark('-' | '−') => -1,
        _ => return None,
    };
    let number = rest.get(1).filter(|piece| !piece.spaced)?;
    let (minutes, length) =
        match (&number.kind, rest.get(2).map(|piece| &piece.kind), rest.get(3).map(|piece| &piece.kind)) {
            (Kind::Number(hours, 1 | 2), Some(Kind::Mark(':')), Some(Kind::Number(minutes, 2))) => {
                (hours * 60 + minutes, 4)
            }
            (Kind::Number(both, 4), ..) => (both / 100 * 60 + both % 100, 2),
            (Kind::Number(hours, 1 | 2), ..) if is_named => (hours * 60, 2),
            _ => return None,
        };
    (minutes <= 14 * 60).then_some((sign * minutes as i32, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<String> {
        parse(text).map(|published| published.to_string())
    }

    #[test]
    fn days() {
        for text in [
            "2026-03-04",
            "2026/3/4",
            "20260304",
            "04.03.2026",
            "4 March 2026",
            "4th of March, 2026",
            "March 4, 2026",
            "Mar. 4, 2026",
            "Wednesday, March 4th, 2026",
            "4. März 2026",
            "mercredi 4 mars 2026",
            "4 de marzo de 2026",
            "04-Mar-2026",
            "2026年3月4日",
            "2026-03-04 4 March 2026",
        ] {
            assert_eq!(said(text).as_deref(), Some("2026-03-04"), "{text}");
        }
        assert_eq!(said("25/12/2026").as_deref(), Some("2026-12-25"));
        assert_eq!(said("12/25/2026").as_deref(), Some("2026-12-25"));
    }

    #[test]
    fn moments() {
        for (text, expected) in [
            ("2026-03-04 4 March 2026 20:21 (UTC+04:00)", "2026-03-04T20:21:00+04:00"),
            ("2026-03-04T20:21:00.000Z", "2026-03-04T20:21:00+00:00"),
            ("2026-03-04T20:21:00-0500", "2026-03-04T20:21:00-05:00"),
            ("20260304T202100Z", "2026-03-04T20:21:00+00:00"),
            ("Wed, 04 Mar 2026 20:21:00 +0400 (GST)", "2026-03-04T20:21:00+04:00"),
            ("Wed, 4 Mar 2026 20:21:07 GMT", "2026-03-04T20:21:07+00:00"),
            ("March 4, 2026 at 8:21 p.m. ET", "2026-03-04T20:21:00-05:00"),
            ("July 4, 2026, 8:21 PM ET", "2026-07-04T20:21:00-04:00"),
            ("4 March 2026, 12:05 am", "2026-03-04T00:05:00"),
            ("4 March 2026 | 20.21 GMT", "2026-03-04T20:21:00+00:00"),
            ("8pm EST, March 4, 2026", "2026-03-04T20:00:00-05:00"),
            ("4. März 2026, 20:21 Uhr", "2026-03-04T20:21:00"),
            ("4 March 2026 20:21 (1621 GMT)", "2026-03-04T16:21:00+00:00"),
            ("le 4 mars 2026 à 20h21", "2026-03-04T20:21:00"),
        ] {
            assert_eq!(said(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn dates_among_words() {
        for (text, expected) in [
            ("Published March 4, 2026 at 8:21 pm by Ana Lima", Some("2026-03-04T20:21:00")),
            ("Vol. 37, No. 4, pp. 26 - 31, 4. März 2026, second edition", Some("2026-03-04")),
            ("3/4/2026, updated 5/4/2026", Some("2026-03-04")),
            ("Stand: 4.3.26", Some("2026-03-04")),
            ("środa, 4 marca 2026", Some("2026-03-04")),
            ("2026-03-04T20:21:00.000+04:00 GST", Some("2026-03-04T20:21:00+04:00")),
            ("release 7.1.1 and 18.2.0 of 1926-03-04", None),
        ] {
            assert_eq!(find(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "",
            "March",
            "March 4",
            "20:21",
            "03/04/2026",
            "2026-13-04",
            "30 February 2026",
            "March 4, 2026 was cold",
            "4 March 2026 and 5 March 2026",
            "The March 4, 2026",
            "2026",
            "0",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
