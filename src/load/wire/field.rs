//! One line of a head: a date, a byline, an agency, an address, or `Key: value`.

use crate::article::Published;
use crate::load::date;
use crate::text::Clean;

use super::{agency, byline};

/// What a line of a head tells.
#[derive(PartialEq, Debug)]
pub(super) enum Field {
    /// When it was published.
    Published(Published),
    /// When it was last changed.
    Updated(Published),
    /// Who wrote it.
    Author(Clean),
    /// The outlet or agency.
    Publisher(Clean),
    /// Where it was written.
    Place(Clean),
    /// The title.
    Title(Clean),
    /// Its address on the web.
    Url(Clean),
    /// Its language.
    Language(Clean),
    /// Something that belongs to a head and tells nothing: how long it takes to read.
    Nothing,
}

/// The longest line that can be one of a head, in bytes.
const LONGEST: usize = 200;
/// What may stand before a date of publication, lower case.
const PUBLISHED: &str = "published|publication date|published on|published at|first published|posted|posted on|date|\
    pubdate|created|released|issued|dated|publish date";
/// What may stand before the date of a change, lower case.
const UPDATED: &str =
    "updated|last updated|updated on|updated at|modified|last modified|last updated on|edited|revised";

/// Reads a line that is one or more fields as a whole, parted by `|`, `•`, `·` or a spaced dash.
///
/// A line that holds anything else gives nothing: the first paragraph is never taken for a head.
pub(super) fn read(line: &str) -> Option<Vec<Field>> {
    let line = line.trim();
    if line.is_empty() || line.len() > LONGEST {
        return None;
    }
    if let Some(fields) = part(line) {
        return Some(fields);
    }
    let parts = line.split(['|', '•', '·']).flat_map(|part| part.split(" – ")).flat_map(|part| part.split(" — "));
    let parts = parts.flat_map(|part| part.split(" - ")).map(str::trim).filter(|part| !part.is_empty());
    let fields: Option<Vec<Vec<Field>>> = parts.map(part).collect();
    fields.map(|fields| fields.into_iter().flatten().collect()).filter(|fields: &Vec<Field>| !fields.is_empty())
}

/// Reads what stands between two bars.
fn part(text: &str) -> Option<Vec<Field>> {
    if let Some(byline) = byline::read(text) {
        let authors = byline.authors.into_iter().map(Field::Author);
        let rest = byline.publisher.map(Field::Publisher).into_iter().chain(byline.place.map(Field::Place));
        return Some(authors.chain(rest).collect());
    }
    one(text).map(|field| vec![field])
}

fn one(text: &str) -> Option<Field> {
    if let Some(published) = date::parse(text) {
        return Some(Field::Published(published));
    }
    if let Some(found) = labelled_date(text) {
        return Some(found);
    }
    if is_address(text) {
        return Some(Field::Url(text.into()));
    }
    let bare = text.trim_matches(['(', ')']);
    if let Some(agency) = agency::named(bare) {
        return Some(Field::Publisher(agency.into()));
    }
    if is_reading_time(text) {
        return Some(Field::Nothing);
    }
    let (key, value) = text.split_once(':')?;
    keyed(&key.trim().to_lowercase(), value.trim())
}

/// `Published: March 4, 2026`, `date 2026-03-04`, `Last updated on 4 March 2026`.
fn labelled_date(text: &str) -> Option<Field> {
    let at = text.find(|c: char| c.is_ascii_digit() || c == ':')?;
    // The label ends before the first word of the date itself, which may be a month or a day of the week.
    let label_ends = text[..at].match_indices(' ').map(|(at, _)| at).chain([at]);
    label_ends.filter(|&end| end > 0).find_map(|end| {
        let label = text[..end].trim().trim_end_matches(':').to_lowercase();
        let is_in = |list: &str| list.split('|').any(|known| known == label);
        let (published, updated) = (is_in(PUBLISHED), is_in(UPDATED));
        if !published && !updated {
            return None;
        }
        let said = date::parse(text[end..].trim_start_matches([':', ' ']))?;
        Some(if published { Field::Published(said) } else { Field::Updated(said) })
    })
}

/// An address as the whole of a line.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.contains('.') && !rest.contains(char::is_whitespace))
}

/// `5 min read`, `12 minutes to read`.
fn is_reading_time(text: &str) -> bool {
    let mut words = text.split([' ', '-']);
    let number = words.next().is_some_and(|word| word.len() <= 3 && word.parse::<u16>().is_ok());
    let rest = words.collect::<Vec<_>>().join(" ").to_lowercase();
    number && matches!(rest.as_str(), "min read" | "minute read" | "mins read" | "minutes to read" | "minutes read")
}

/// `Key: value` where the key is one that files of articles use.
fn keyed(key: &str, value: &str) -> Option<Field> {
    if value.is_empty() {
        return None;
    }
    match key {
        "title" | "headline" => Some(Field::Title(value.into())),
        "author" | "byline" => byline::is_name(value).then(|| Field::Author(value.into())),
        "source" | "publisher" | "publication" | "outlet" | "agency" => {
            let is_short =
                value.split(' ').count() <= 5 && value.starts_with(char::is_uppercase) && !value.ends_with('.');
            is_short.then(|| Field::Publisher(agency::named(value).unwrap_or(value).into()))
        }
        "url" | "link" | "source url" => is_address(value).then(|| Field::Url(value.into())),
        "language" | "lang" => (value.len() <= 5).then(|| Field::Language(value.into())),
        "place" | "location" => (value.len() <= 40).then(|| Field::Place(value.into())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_in_a_line() {
        let fields =
            read("By Jane Doe | Published: March 4, 2026 | Updated: March 5, 2026 • 4 min read").expect("fields");
        assert_eq!(fields.len(), 4);
        assert_eq!(fields[0], Field::Author("Jane Doe".into()));
        assert!(matches!(fields[1], Field::Published(day) if day.to_string() == "2026-03-04"));
        assert!(matches!(fields[2], Field::Updated(day) if day.to_string() == "2026-03-05"));
        assert_eq!(fields[3], Field::Nothing);
        assert_eq!(read("Reuters – 4 March 2026").map(|fields| fields.len()), Some(2));
    }

    #[test]
    fn labelled_dates() {
        for line in [" date 2026-03-04 4 March 2026", "Published March 4, 2026", "Posted on: Wednesday, March 4, 2026"]
        {
            let fields = read(line).expect(line);
            assert!(matches!(fields[..], [Field::Published(day)] if day.to_string() == "2026-03-04"), "{line}");
        }
    }

    #[test]
    fn keys() {
        assert_eq!(read("Source: The Daily Planet"), Some(vec![Field::Publisher("The Daily Planet".into())]));
        assert_eq!(read("URL: https://example.org/a"), Some(vec![Field::Url("https://example.org/a".into())]));
    }

    #[test]
    fn prose_is_no_field() {
        for line in [
            "Published works of the author fill a shelf.",
            "Date palms: a history",
            "Source: close to the talks, who asked not to be named.",
            "On March 4, 2026, the council met.",
            "Reuters reported it first.",
            "Location: the bank of a river, where the boats of the old ferrymen lie side by side",
            "The end – really",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }
}
