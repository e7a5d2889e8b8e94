//! The day that relative dates are counted from: the article's, or that of its head or dateline.

use jiff::civil::Date;

use crate::article::Published;

use super::super::Document;
use super::calendar::calendar;
use super::cursor::Cursor;
use super::when::{Calendar, When, Year};
use super::words::Piece;

/// How many blocks of an article without a date are looked at for one.
const BLOCKS: usize = 4;
/// A block of no more tokens than this that holds a whole date is the line that dates the article.
const SHORT: usize = 16;

/// The day that `document` was published, as far as it tells.
pub fn date(document: &Document) -> Option<Date> {
    document.meta().published.map(Published::date).or_else(|| in_head(document))
}

/// The first whole date in a short line at the head, or before the dash of a dateline.
fn in_head(document: &Document) -> Option<Date> {
    document.blocks().iter().take(BLOCKS).find_map(|block| {
        let tokens = document.tokens_in(block.range);
        let (start, end) = (tokens.start, tokens.end);
        let cursor = Cursor::new(document, start, end);
        let (date, after) = (start..end.min(start + SHORT)).find_map(|at| whole(cursor, at))?;
        let dateline = (after..(after + 6).min(end)).any(|at| matches!(cursor.word(at), "—" | "–" | "--" | "-"));
        (end - start <= SHORT || dateline).then_some(date)
    })
}

/// A date with day, month and year.
fn whole(cursor: Cursor, at: usize) -> Option<(Date, usize)> {
    if cursor.piece(at) == Piece::Other {
        return None;
    }
    match calendar(cursor, at)? {
        (When::Calendar(Calendar { year: Some(Year::Told(year)), month: Some(month), day: Some(day) }), end) => {
            Some((Date::new(year, month, day).ok()?, end))
        }
        _ => None,
    }
}
