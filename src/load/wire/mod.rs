//! The head of an article as agencies and sites save it in plain text: date, byline, title, dateline.
//!
//! Precision comes first: a line belongs to the head only where all of it is something that a head tells, so a first
//! paragraph is never eaten.

mod agency;
mod byline;
mod dateline;
mod field;

use crate::article::{Meta, Published};

use super::lines::Line;
use super::marker;

pub(super) use byline::is_job;
use field::Field;

/// What the head of a text tells, and which of its lines tell nothing else.
#[derive(Debug, Default)]
pub(super) struct Head {
    /// Title, authors, date and so on.
    pub meta: Meta,
    /// Indexes of the lines that belong to the head, the title's among them; sorted.
    pub taken: Vec<usize>,
}

/// Lines at the beginning that are looked at, empty ones aside.
const ZONE: usize = 12;
/// Lines that may stand between those of a head: a title, and a standfirst below it.
const OTHERS: usize = 2;
/// The longest title, in characters.
const LONGEST_TITLE: usize = 200;

/// Reads the head of a text.
pub(super) fn read(lines: &[Line]) -> Head {
    let mut head = Head::default();
    let mut others = Vec::new();
    let mut fields = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_blank()).take(ZONE) {
        if let Some(found) = field::read(line.text) {
            fields.extend(found);
            head.taken.push(at);
        } else if others.len() < OTHERS && !is_prose(line) {
            others.push(at);
        } else {
            break;
        }
    }
    let title = others.first().copied().filter(|&at| {
        let before_field = head.taken.iter().any(|&field| field > at);
        is_title(lines, at) && (before_field || stands_alone(lines, at))
    });
    let names_only = fields.iter().all(|field| matches!(field, Field::Publisher(_)));
    if names_only && title.is_none() {
        // The name of an agency alone above a text is its title, or its first word.
        return Head { taken: Vec::new(), ..head };
    }
    fill(&mut head.meta, fields);
    if let Some(at) = title
        && head.meta.title.is_none()
    {
        head.meta.title = Some(lines[at].text.into());
        head.taken.push(at);
        head.taken.extend(is_underlined(lines, at).then_some(at + 1));
        head.taken.sort_unstable();
    }
    head
}

/// Takes the dateline off the first paragraph, whose first line is `line`, where all it tells goes to `meta`.
///
/// A day without its year stays in the text, unless it is the day that the head told.
pub(super) fn take_dateline<'t>(meta: &mut Meta, line: Line<'t>) -> Line<'t> {
    let Some(dateline) = dateline::read(line.text) else { return line };
    meta.place = meta.place.take().or_else(|| dateline.place.as_deref().map(Into::into));
    meta.publisher = meta.publisher.take().or_else(|| dateline.agency.map(Into::into));
    meta.published = meta.published.or(dateline.published);
    let told = meta.published.map(Published::date);
    let is_told =
        dateline.day.is_none_or(|day| told.is_some_and(|told| (told.month(), told.day()) == (day.month(), day.day())))
            && dateline.published.is_none_or(|published| told == Some(published.date()));
    if is_told { Line { text: &line.text[dateline.length..], ..line } } else { line }
}

fn fill(meta: &mut Meta, fields: Vec<Field>) {
    let mut updated = None;
    for field in fields {
        match field {
            Field::Published(moment) => meta.published = Some(more_precise(meta.published, moment)),
            Field::Updated(moment) => updated = Some(moment),
            Field::Author(name) if !meta.authors.contains(&name) => meta.authors.push(name),
            Field::Publisher(name) => meta.publisher = Some(name),
            Field::Place(name) => meta.place = Some(name),
            Field::Title(title) => meta.title = Some(title),
            Field::Url(url) => meta.url = Some(url),
            Field::Language(tag) => meta.language = Some(tag),
            Field::Author(_) | Field::Nothing => {}
        }
    }
    meta.published = meta.published.or(updated);
}

/// Of two dates of publication the one that also tells the time of the same day; else the first.
fn more_precise(known: Option<Published>, told: Published) -> Published {
    match known {
        Some(Published::Day(day)) if told.date() == day => told,
        Some(known) => known,
        None => told,
    }
}

/// Whether a line is too long for a head, or a sentence.
fn is_prose(line: &Line) -> bool {
    let width = line.width();
    width > LONGEST_TITLE || (width > 60 && line.text.ends_with('.'))
}

/// Whether the line can be a title: it begins with a letter, a number or an opening mark and ends in no comma or full stop.
fn is_title(lines: &[Line], at: usize) -> bool {
    let text = lines[at].text;
    let words = text.split_whitespace().count();
    let begins = text.starts_with(|c: char| c.is_alphanumeric() && !c.is_lowercase() || "“‘\"'«„¿¡$€£".contains(c));
    let ends =
        !text.ends_with(['.', ',', ';', ':', '-', '|', '{', '>']) || text.ends_with("U.S.") || text.ends_with("...");
    begins && ends && words <= 30 && lines[at].width() <= LONGEST_TITLE && text.chars().any(char::is_alphabetic)
}

/// Whether the line stands by itself above a paragraph that is longer, so that it is a title without any head.
fn stands_alone(lines: &[Line], at: usize) -> bool {
    let before = at.checked_sub(1).is_none_or(|before| lines[before].is_blank());
    let below = at + 1 + usize::from(is_underlined(lines, at));
    let after = lines.get(below).is_some_and(Line::is_blank);
    let width = lines[at].width();
    let body = lines.iter().skip(below).skip_while(|line| line.is_blank()).take_while(|line| !line.is_blank());
    before && after && width <= 140 && body.map(Line::width).sum::<usize>() >= width.max(80)
}

/// Whether the line below is made of the signs that underline a heading.
fn is_underlined(lines: &[Line], at: usize) -> bool {
    lines.get(at + 1).is_some_and(|line| marker::underline(line.text).is_some())
}
