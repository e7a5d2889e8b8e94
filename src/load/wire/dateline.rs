//! `BRUSSELS, March 4 (Reuters) —`: place, day and agency at the beginning of the first paragraph.

use jiff::civil::Date;

use crate::article::Published;
use crate::load::date;

use super::agency;

/// What a dateline tells, and where the sentence behind it begins.
#[derive(PartialEq, Debug, Default)]
pub(super) struct Dateline {
    /// The place as written, with its region: `SAN FRANCISCO, Calif.`
    pub place: Option<String>,
    /// The day, where its year is told.
    pub published: Option<Published>,
    /// A day without a year, in a leap year; only month and day count.
    pub day: Option<Date>,
    /// The agency.
    pub agency: Option<&'static str>,
    /// The byte where the sentence begins.
    pub length: usize,
}

/// Cities that stand alone, one a line.
const CITIES: &str = include_str!("../../../assets/lexicon/datelines.txt");
/// The longest dateline, in bytes.
const LONGEST: usize = 100;
/// The dashes that end one, the spaced before the bare.
const DASHES: &[&str] = &[" — ", " – ", " -- ", " - ", ") —", "— "];

/// Reads the dateline that `paragraph` begins with.
///
/// It ends in a dash and is one of: a city in capitals with an agency, a date or a region behind it; a city with a date
/// (`Brussels, 4 March 2026 –`); a well-known city in capitals alone; an agency in brackets alone.
pub(super) fn read(paragraph: &str) -> Option<Dateline> {
    let (head, length) = until_dash(paragraph)?;
    let (head, agency) = take_agency(head);
    let mut parts = head.split(',').map(str::trim).filter(|part| !part.is_empty());
    let Some(city) = parts.next() else {
        return agency.map(|_| Dateline { agency, length, ..Dateline::default() });
    };
    let rest: Vec<&str> = parts.collect();
    let first_date = rest.iter().position(|part| part.contains(|c: char| c.is_ascii_digit())).unwrap_or(rest.len());
    let (regions, dates) = rest.split_at(first_date);
    let (published, day) = told(&dates.join(" "))?;
    let is_dated = published.is_some() || day.is_some();
    let fits = match city {
        city if is_capitals(city) => is_dated || agency.is_some() || !regions.is_empty() || is_known(city),
        city => is_dated && is_capitalised(city),
    };
    if !fits || regions.len() > 2 || !regions.iter().all(|region| is_capitalised(region)) {
        return None;
    }
    let place = [&[city], regions].concat().join(", ");
    Some(Dateline { place: Some(place), published, day, agency, length })
}

/// What stands before the first dash, and where the text behind it begins.
fn until_dash(paragraph: &str) -> Option<(&str, usize)> {
    let mut end = paragraph.len().min(LONGEST);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let near = &paragraph[..end];
    let (at, dash) =
        DASHES.iter().filter_map(|dash| near.find(dash).map(|at| (at, *dash))).min_by_key(|found| found.0)?;
    let head = &near[..at + usize::from(dash.starts_with(')'))];
    let behind = &paragraph[at + dash.len()..];
    let length = paragraph.len() - behind.trim_start().len();
    (length < paragraph.len()).then_some((head, length))
}

/// Takes the agency in brackets or slashes off the end: `(Reuters)`, `/PRNewswire/`.
fn take_agency(head: &str) -> (&str, Option<&'static str>) {
    let found = || {
        let (before, inner) = match head.trim_end().strip_suffix(')') {
            Some(open) => open.rsplit_once('(')?,
            None => head.trim_end().strip_suffix('/')?.rsplit_once('/')?,
        };
        Some((before, agency::named(inner)?))
    };
    found().map_or((head, None), |(before, agency)| (before, Some(agency)))
}

/// The day that `text` says, with or without its year; `None` where it says anything else.
fn told(text: &str) -> Option<(Option<Published>, Option<Date>)> {
    if text.is_empty() {
        return Some((None, None));
    }
    if let Some(published) = date::parse(text) {
        return Some((Some(published), None));
    }
    let day = date::parse(&format!("{text} 2024"))?;
    Some((None, Some(day.date())))
}

fn is_known(city: &str) -> bool {
    CITIES.lines().any(|known| known == city)
}

/// Two letters or more, all of them capitals.
fn is_capitals(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() >= 2
        && text.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '/'))
}

/// One to four words without digits, each beginning with a capital.
fn is_capitalised(text: &str) -> bool {
    text.split(' ').count() <= 4
        && text.split(' ').all(|word| word.starts_with(char::is_uppercase))
        && text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(Option<String>, Option<&'static str>, String)> {
        read(text).map(|found| (found.place, found.agency, text[found.length..].to_owned()))
    }

    #[test]
    fn places_and_agencies() {
        for (text, place, agency) in [
            ("BRUSSELS, March 4 (Reuters) — They met.", "BRUSSELS", Some("Reuters")),
            ("BRUSSELS, March 4, 2026 (AFP) - They met.", "BRUSSELS", Some("Agence France-Presse")),
            ("SAN RAFAEL, Calif., March 4, 2026 /PRNewswire/ -- They met.", "SAN RAFAEL, Calif.", Some("PR Newswire")),
            ("EL PASO, Texas (AP) — They met.", "EL PASO, Texas", Some("Associated Press")),
            ("LONDON — They met.", "LONDON", None),
            ("Brussels, 4 March 2026 – They met.", "Brussels", None),
            ("WASHINGTON (AP)— They met.", "WASHINGTON", Some("Associated Press")),
        ] {
            assert_eq!(parts(text), Some((Some(place.into()), agency, "They met.".into())), "{text}");
        }
        assert_eq!(parts("(Reuters) - They met."), Some((None, Some("Reuters"), "They met.".into())));
    }

    #[test]
    fn dates_with_and_without_a_year() {
        assert_eq!(read("PARIS, March 4 — Rain.").and_then(|d| d.day), Date::new(2024, 3, 4).ok());
        let published = read("PARIS, March 4, 2026 — Rain.").and_then(|d| d.published);
        assert_eq!(published.map(|p| p.to_string()).as_deref(), Some("2026-03-04"));
    }

    #[test]
    fn sentences_stay() {
        for text in [
            "NATO — the alliance of 32 states — met on Monday.",
            "IBM - They met.",
            "They met in LONDON — again.",
            "London — the city — slept.",
            "WASHINGTON is wet.",
            "LONDON —",
            "— They met.",
            "I — she said — am here.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
