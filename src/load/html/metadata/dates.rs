//! When the page was published, in whatever way it writes dates.

use jiff::civil::{Date, Time};
use jiff::tz::Offset;

use crate::article::Published;

use super::super::links::Links;
use super::sources::Sources;

const METAS: [&str; 28] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.available",
    "dc.date",
    "dc:date",
    "publish-date",
    "publish_date",
    "publication_date",
    "published_date",
    "published",
    "pubdate",
    "pub_date",
    "cxenseparse:recs:publishtime",
    "date",
    "w-published-date",
    "article.published",
    "weibo:article:create_at",
];

/// The date of publication from the most exact source that tells one.
pub fn published(sources: &Sources, links: &Links) -> Option<Published> {
    before_the_stamp(sources).or_else(|| stated(sources, links))
}

/// Some outlets stamp what they change as published anew. Where both times are the same to the second and the page shows
/// an earlier date as its own, that is the one.
fn before_the_stamp(sources: &Sources) -> Option<Published> {
    let stamp = sources.linked.published.as_deref().filter(|told| Some(*told) == sources.linked.modified.as_deref())?;
    let day = parse(stamp)?.date();
    let shown = sources.times.first().into_iter().chain(sources.dated.first());
    shown.filter_map(|text| parse(text)).find(|shown| shown.date() < day)
}

fn stated(sources: &Sources, links: &Links) -> Option<Published> {
    let metas = METAS.iter().filter_map(|name| sources.meta(&[*name]));
    let stated = sources.linked.published.clone().into_iter().chain(metas);
    let seen = stated.chain(sources.times.iter().cloned()).find_map(|text| parse(&text));
    let seen = seen.or_else(|| links.page().and_then(|url| in_address(&url)).map(Published::Day));
    let seen = seen.or_else(|| sources.dated.iter().chain(&sources.numbered).find_map(|text| parse(text)));
    seen.or_else(|| modified(sources))
}

/// The date of the last change, where the page tells one.
pub fn modified(sources: &Sources) -> Option<Published> {
    let names = ["article:modified_time", "og:updated_time", "last-modified", "dcterms.modified"];
    sources.linked.modified.as_deref().and_then(parse).or_else(|| sources.meta(&names).as_deref().and_then(parse))
}

/// Reads a date, with time and zone where they are told.
pub fn parse(text: &str) -> Option<Published> {
    let text = text.trim();
    let text = text.get(..text.len().min(120)).unwrap_or(text);
    let (date, end) = iso_date(text).or_else(|| written_date(text)).or_else(|| numeric_date(text))?;
    let rest = &text[end..];
    let Some((time, after)) = time(rest) else { return Some(Published::Day(date)) };
    let moment = date.to_datetime(time);
    Some(zone(after).map_or(Published::Local(moment), |offset| Published::Zoned(moment, offset)))
}

/// A date that can be: from 1990 on, and not after 2100.
fn sound(year: i16, month: i8, day: i8) -> Option<Date> {
    (1990..2100).contains(&year).then(|| Date::new(year, month, day).ok()).flatten()
}

/// `2026-03-04`, `2026/03/04` or `20260304`, with the byte it ends at.
fn iso_date(text: &str) -> Option<(Date, usize)> {
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let (year, next) = number(text, at)?;
    if next - at == 8 {
        let date = sound((year / 10_000) as i16, (year / 100 % 100) as i8, (year % 100) as i8)?;
        return Some((date, next));
    }
    if next - at != 4 {
        return None;
    }
    let separator = text[next..].chars().next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let (month, next) = number(text, next + 1)?;
    let next = text[next..].starts_with(separator).then_some(next + 1)?;
    let (day, next) = number(text, next)?;
    Some((sound(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?, next))
}

/// `04.03.2026`, `3/4/2026`: with dots and dashes the day comes first, with slashes the month, where both can be.
fn numeric_date(text: &str) -> Option<(Date, usize)> {
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let (first, next) = number(text, at)?;
    let separator = text[next..].chars().next().filter(|c| matches!(c, '.' | '/' | '-'))?;
    let (second, next) = number(text, next + 1)?;
    let next = text[next..].starts_with(separator).then_some(next + 1)?;
    let (year, end) = number(text, next + usize::from(text[next..].starts_with(' ')))?;
    let year = if year < 100 { year + 2000 } else { year };
    let (first, second, year) = (i8::try_from(first).ok()?, i8::try_from(second).ok()?, i16::try_from(year).ok()?);
    let (day, month) = if (separator == '/' && first <= 12) || second > 12 { (second, first) } else { (first, second) };
    Some((sound(year, month, day)?, end))
}

/// `4 March 2026`, `March 4th, 2026`, `4. März 2026`, `4 de marzo de 2026`.
fn written_date(text: &str) -> Option<(Date, usize)> {
    let mut month = None;
    let mut day = None;
    for (at, word) in words(text) {
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits > 0 {
            let (value, _) = number(word, 0)?;
            match digits {
                1 | 2 if day.is_none() && (1..=31).contains(&value) => day = i8::try_from(value).ok(),
                4 if month.is_some() => {
                    let date = sound(i16::try_from(value).ok()?, month?, day?)?;
                    return Some((date, at + 4));
                }
                _ => {}
            }
        } else if month.is_none() {
            month = month_of(word);
            if month.is_none() && !matches!(word, "de" | "of" | "st" | "nd" | "rd" | "th") {
                day = None;
            }
        }
    }
    None
}

/// Words and numbers of letters and digits, with the byte they begin at.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// The month of a name in one of the languages news are mostly read in, by its beginning.
fn month_of(word: &str) -> Option<i8> {
    const MONTHS: [&[&str]; 12] = [
        &["jan", "jän", "ene", "gen", "sty", "янв"],
        &["feb", "fev", "fév", "lut", "фев"],
        &["mar", "mär", "maa", "мар"],
        &["apr", "avr", "abr", "kwi", "апр"],
        &["may", "mai", "mei", "mag", "maj", "мая"],
        &["jun", "juin", "giu", "cze", "июн"],
        &["jul", "juil", "lug", "lip", "июл"],
        &["aug", "aoû", "ago", "sie", "авг"],
        &["sep", "set", "wrz", "сен"],
        &["oct", "okt", "out", "ott", "paź", "окт"],
        &["nov", "lis", "ноя"],
        &["dec", "dez", "déc", "dic", "gru", "дек"],
    ];
    let word = word.to_lowercase();
    if word.chars().count() > 12 {
        return None;
    }
    (1..=12).find(|month| MONTHS[*month as usize - 1].iter().any(|name| word.starts_with(name)))
}

/// `T20:21:00`, ` 20:21`, ` 8:21 pm`, and what stands after it.
fn time(text: &str) -> Option<(Time, &str)> {
    let colon = text.find(':')?;
    let start = text[..colon]
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    if start > 24 {
        return None;
    }
    let (hour, next) = number(text, start)?;
    let (minute, mut next) = number(text, next + 1)?;
    let mut second = 0;
    if text[next..].starts_with(':')
        && let Some((value, end)) = number(text, next + 1)
    {
        (second, next) = (value, end);
    }
    if text[next..].starts_with('.')
        && let Some((_, end)) = number(text, next + 1)
    {
        next = end;
    }
    let after = text[next..].trim_start();
    let lower = after.get(..2).unwrap_or_default().to_ascii_lowercase();
    let (hour, after) = match (lower.as_str(), hour) {
        ("pm" | "p.", 1..=11) => (hour + 12, &after[2..]),
        ("am" | "a.", 12) => (0, &after[2..]),
        ("pm" | "p." | "am" | "a.", _) => (hour, &after[2..]),
        _ => (hour, after),
    };
    let time =
        Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, i8::try_from(second).ok()?.min(59), 0).ok()?;
    Some((time, after))
}

/// `Z`, `+04:00`, `-0500`, `GMT`; names of zones other than UTC are left open.
fn zone(text: &str) -> Option<Offset> {
    let text = text.trim_start();
    if text.starts_with(['Z', 'z']) || text.starts_with("GMT") || text.starts_with("UTC") {
        return Some(Offset::UTC);
    }
    let sign = match text.chars().next()? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let digits: String = text.chars().skip(1).filter(|c| *c != ':').take_while(char::is_ascii_digit).take(4).collect();
    let value: i32 = digits.parse().ok()?;
    let minutes = if digits.len() <= 2 { value * 60 } else { value / 100 * 60 + value % 100 };
    Offset::from_seconds(sign * minutes * 60).ok()
}

/// The day in an address: `/2026/03/04/` or `/2026-03-04-`.
fn in_address(url: &str) -> Option<Date> {
    let path = url.split_once("://")?.1;
    path.match_indices(['/', '-']).find_map(|(at, _)| {
        let rest = path.get(at + 1..at + 11)?;
        let (date, end) = iso_date(rest).filter(|_| rest.starts_with(|c: char| c.is_ascii_digit()))?;
        (end == 10).then_some(date)
    })
}

/// The number of ASCII digits that begins at byte `at`, and where it ends; at most eight digits.
fn number(text: &str, at: usize) -> Option<(u32, usize)> {
    let rest = text.get(at..)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    if end == 0 || end > 8 {
        return None;
    }
    Some((rest[..end].parse().ok()?, at + end))
}
