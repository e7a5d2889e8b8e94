//! Dates: points and stretches of time, resolved against the article's own date where that is safe.

mod calendar;
mod clock;
mod cursor;
mod holiday;
mod phrase;
mod published;
mod relative;
mod resolve;
mod stretch;
mod tense;
mod when;
mod words;
mod years;

use jiff::civil;

use crate::text::TextRange;

use super::{Document, Why};
use cursor::Cursor;
use phrase::phrase;
use relative::counted_from;
use resolve::{Anchor, Point, Resolved, resolve};
use stretch::stretch;
use tense::tense;
use when::{Clock, Phrase, When};
use words::{Unit, may_begin};

/// A point or stretch of time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date {
    /// The whole phrase, in bytes.
    pub range: TextRange,
    /// ISO 8601, as exact as the text is: `2026-02-28`, `2026-02`, `2026-W09`, `202X`; `None` where unsure.
    pub value: Option<String>,
    /// The later end of a stretch, ISO 8601.
    pub high: Option<String>,
}

/// The dates of `document`, sorted by range; none overlaps another.
pub fn find(document: &Document) -> Vec<(Date, Why)> {
    let mut finder = Finder { document, published: published::date(document), found: Vec::new(), told: None };
    for sentence in document.sentences() {
        finder.sentence(Cursor::new(document, sentence.tokens.start, sentence.tokens.end));
    }
    finder.found
}

/// Walks the sentences and keeps what was told last.
struct Finder<'d> {
    document: &'d Document<'d>,
    published: Option<civil::Date>,
    found: Vec<(Date, Why)>,
    told: Option<Point>,
}

/// One phrase or two, from the token `at`.
enum Found {
    One(Phrase),
    Two(Phrase, Phrase),
    /// So many units from a date told behind: "two weeks after March 3".
    From(Unit, i32, Phrase),
}

impl Finder<'_> {
    fn sentence(&mut self, cursor: Cursor) {
        let mut told_here = None;
        let mut at = cursor.start();
        while at < cursor.end() {
            let found = if may_begin(cursor.word(at)) { find_at(cursor, at) } else { None };
            let Some((found, end)) = found else {
                at += 1;
                continue;
            };
            let anchor =
                Anchor { published: self.published, tense: tense(cursor, at, end), told: self.told, told_here };
            if let Some(resolved) = self.push(&found, at, end, &anchor) {
                told_here = Some(resolved.from);
                self.told = told_here;
            }
            at = end;
        }
    }

    /// Notes what was found at the tokens `at..end`, and gives back what it means.
    fn push(&mut self, found: &Found, at: usize, end: usize, anchor: &Anchor) -> Option<Resolved> {
        let tokens = self.document.tokens();
        let range = tokens.get(at)?.range.hull(tokens.get(end - 1)?.range);
        let (from, to) = match found {
            Found::One(phrase) | Found::From(_, _, phrase) => (phrase, None),
            Found::Two(from, to) => (from, Some(to)),
        };
        let mut resolved = from.when.and_then(|when| resolve(when, anchor));
        if let Found::From(unit, away, _) = found {
            resolved = resolved.and_then(|resolved| resolve::shift(resolved.from, *unit, *away));
        }
        let (value, high) = match to {
            None => (
                written(from, resolved.map(|resolved| resolved.from)),
                resolved.and_then(|r| r.to).map(|to| to.to_string()),
            ),
            Some(to) => {
                // What a stretch begins with is what its end is seen from.
                let after = Anchor { told_here: resolved.map(|resolved| resolved.from), ..*anchor };
                let last =
                    to.when.and_then(|when| resolve(when, &after)).map(|resolved| resolved.to.unwrap_or(resolved.from));
                match (written(from, resolved.map(|resolved| resolved.from)), written(to, last)) {
                    (Some(low), Some(high)) => (Some(low), Some(high)),
                    _ => (None, None),
                }
            }
        };
        self.found.push((Date { range, value, high }, why(from.when)));
        resolved
    }
}

/// What stands at the token `at`, and the index after it.
fn find_at(cursor: Cursor, at: usize) -> Option<(Found, usize)> {
    if let Some(found) = stretch(cursor, at) {
        return Some((Found::Two(found.from, found.to), found.to.end));
    }
    if let Some((unit, away, next)) = counted_from(cursor, at)
        && let Some(found) = phrase(cursor, next).filter(|found| found.is_day() && found.clock.is_none())
    {
        return Some((Found::From(unit, away, found), found.end));
    }
    phrase(cursor, at).map(|found| (Found::One(found), found.end))
}

/// The value of a phrase: its day, its time of the day, or both.
fn written(phrase: &Phrase, day: Option<Point>) -> Option<String> {
    match (phrase.when, day, phrase.clock) {
        (None, _, Some(clock)) => Some(format!("T{}", shown(clock))),
        (_, Some(day), Some(clock)) => Some(format!("{day}T{}", shown(clock))),
        (_, Some(day), None) => Some(day.to_string()),
        (_, None, _) => None,
    }
}

fn shown(clock: Clock) -> String {
    match clock.minute {
        Some(minute) => format!("{:02}:{minute:02}", clock.hour),
        None => format!("{:02}:00", clock.hour),
    }
}

/// Why something is a date, in plain words.
const fn why(when: Option<When>) -> Why {
    Why::rule(match when {
        None => "time of the day",
        Some(When::Calendar(_)) => "date of the calendar",
        Some(When::Holiday(..)) => "day with a name",
        Some(When::Decade(_) | When::Nineties(_) | When::Century(_)) => "decade or century",
        Some(When::Part(..) | When::Season(_)) => "part of a year",
        Some(When::Weekday(..) | When::InWeek(..)) => "day of the week",
        Some(When::Near(..) | When::The(_) | When::Weekend | When::Away(..) | When::Past(..)) => {
            "counted from the article’s date"
        }
        Some(When::Shift(..)) => "counted from a date before it",
        Some(When::Vague) => "words of time",
    })
}
