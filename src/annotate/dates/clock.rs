//! Times of the day: `8 p.m.`, `8:30am`, `22:30 GMT`, `noon`.

use super::cursor::Cursor;
use super::when::Clock;
use super::words::Piece;

/// Words that let a bare `9:30` be a time and not a score.
const BEFORE: &[&str] = &["at", "by", "until", "till", "from", "around", "about", "since", "before", "after", "to"];
const ZONES: &[&str] = &[
    "GMT", "UTC", "BST", "CET", "CEST", "EET", "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST",
    "PDT", "PT", "IST", "JST", "KST", "HKT", "SGT", "AEST", "AEDT", "MSK",
];

/// The time of the day at `at`, and the index after it.
pub fn clock(cursor: Cursor, at: usize) -> Option<(Clock, usize)> {
    let (clock, end) = named(cursor, at).or_else(|| with_colon(cursor, at)).or_else(|| with_half(cursor, at))?;
    Some((clock, zone(cursor, end).unwrap_or(end)))
}

/// `noon`, `midnight`.
fn named(cursor: Cursor, at: usize) -> Option<(Clock, usize)> {
    let hour = match cursor.word(at) {
        "noon" | "Noon" | "midday" => 12,
        "midnight" | "Midnight" => 0,
        _ => return None,
    };
    Some((Clock { hour, minute: Some(0) }, at + 1))
}

/// `8:30`, `8:30am`, `8:30 p.m.`, `22:30:15`.
fn with_colon(cursor: Cursor, at: usize) -> Option<(Clock, usize)> {
    let Piece::Digits(hour, digits @ 1..=2) = cursor.piece(at) else { return None };
    if cursor.word(at + 1) != ":" || !cursor.touches(at + 1) || !cursor.touches(at + 2) {
        return None;
    }
    let (minute, half) = split(cursor.word(at + 2))?;
    if minute.len() != 2 {
        return None;
    }
    let mut end = at + 3;
    let seconds = cursor.word(end) == ":" && cursor.touches(end) && cursor.touches(end + 1);
    if seconds {
        end += 2;
    }
    let half = half.or_else(|| half_of_day(cursor.word(end)).inspect(|_| end += 1));
    let told = half.is_some() || zone(cursor, end).is_some();
    // A bare 2:03:44 is somebody's result, and a bare 3:16 a verse.
    if !told && (seconds || (digits == 1 && !cursor.after_any(at, BEFORE))) {
        return None;
    }
    Some((Clock::new(hour, Some(minute.parse().ok()?), half)?, end))
}

/// `8 p.m.`, `8pm`, `8.30pm`, `eight o'clock`, `1500 GMT`.
fn with_half(cursor: Cursor, at: usize) -> Option<(Clock, usize)> {
    let word = cursor.word(at);
    match cursor.piece(at) {
        Piece::Digits(number, 4) if zone(cursor, at + 1).is_some() => {
            Some((Clock::new(number / 100, Some(number % 100), None)?, at + 1))
        }
        Piece::Digits(hour, 1..=2) | Piece::Count(hour) if !matches!(word, "a" | "A" | "an" | "An") => {
            if cursor.any(at + 1, &["o'clock", "o’clock"]) {
                return Some((Clock::new(hour, Some(0), None)?, at + 2));
            }
            let half = half_of_day(cursor.word(at + 1))?;
            Some((Clock::new(hour, None, Some(half))?, at + 2))
        }
        Piece::Other if word.starts_with(|c: char| c.is_ascii_digit()) => {
            let (digits, half) = split(word)?;
            let mut end = at + 1;
            let half = half.or_else(|| half_of_day(cursor.word(end)).inspect(|_| end += 1))?;
            let (hour, minute) = digits.split_once('.').map_or((digits, None), |(hour, minute)| (hour, Some(minute)));
            let minute = minute.map(str::parse).transpose().ok()?;
            Some((Clock::new(hour.parse().ok()?, minute, Some(half))?, end))
        }
        _ => None,
    }
}

impl Clock {
    /// A time of the day; `afternoon` where the text tells which half of the day it is in.
    fn new(hour: u32, minute: Option<u32>, afternoon: Option<bool>) -> Option<Self> {
        let hour = match afternoon {
            Some(_) if !(1..=12).contains(&hour) => return None,
            Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
            None => hour,
        };
        let minute = minute.unwrap_or(60);
        (hour < 24 && minute <= 60).then(|| Self { hour: hour as i8, minute: (minute < 60).then_some(minute as i8) })
    }
}

/// `30am` as its digits and whether it is after noon.
fn split(word: &str) -> Option<(&str, Option<bool>)> {
    let end = word.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
    let rest = &word[end..];
    if rest.is_empty() { Some((word, None)) } else { Some((&word[..end], Some(half_of_day(rest)?))) }
}

/// Whether `a.m.` or `p.m.`: false and true.
fn half_of_day(word: &str) -> Option<bool> {
    match word {
        "a.m." | "am" | "AM" | "A.M." | "a.m" => Some(false),
        "p.m." | "pm" | "PM" | "P.M." | "p.m" => Some(true),
        _ => None,
    }
}

/// The index after the name of a zone.
fn zone(cursor: Cursor, at: usize) -> Option<usize> {
    if ZONES.contains(&cursor.word(at)) {
        return Some(at + 1);
    }
    if !cursor.is(at + 1, "time") {
        return None;
    }
    cursor.any(at, &["local", "Eastern", "Pacific", "Central", "Mountain", "Greenwich", "Moscow"]).then_some(at + 2)
}
