//! The title of the article, without the name of its outlet.
//!
//! What the metadata says comes first, after Readability's order; the headline that is to be seen decides where the
//! metadata has more than it, or speaks of it in other words.

use super::Found;
use super::publisher::{Names, folded};
use super::sources::{Sources, unescaped};

/// What parts the title from the outlet or section, with spaces around it but for the last two.
const SEPARATORS: [&str; 10] = [" | ", " - ", " – ", " — ", " » ", " · ", " • ", " :: ", "|", " / "];

/// Sections that outlets name before a headline.
const SECTIONS: [&str; 6] = ["Analysis", "Exclusive", "Interview", "Opinion", "Perspective", "Review"];

/// Shares of words that a headline has in common with the stated title to be another wording of it.
const REWORDED: std::ops::Range<f32> = 0.2..0.6;

/// The title; `None` where nothing on the page looks like one.
pub fn title(sources: &Sources, found: &Found, names: &Names) -> Option<String> {
    let stated = found.title.clone().or_else(|| sources.title.clone()).map(|title| unescaped(title.trim()));
    let Some(stated) = stated.filter(|title| !title.is_empty()) else { return sources.headings.first().cloned() };
    let bare = without_section(without_outlet(&stated, names));
    if let Some(heading) = agreed(sources, names) {
        return Some(without_section(as_written(heading, bare)).to_owned());
    }
    if let Some(heading) = sources.headings.iter().find(|heading| begins_with_part(bare, heading)) {
        return Some(without_section(as_written(heading, bare)).to_owned());
    }
    match sources.headings.as_slice() {
        [heading] if !names.contains(heading) && (is_same_cut(heading, bare) || is_reworded(heading, bare)) => {
            Some(as_written(heading, bare).to_owned())
        }
        _ => Some(bare.to_owned()),
    }
}

/// The headline of some words that is also a title in the page's metadata, and none of those is there more often.
fn agreed<'s>(sources: &'s Sources, names: &Names) -> Option<&'s str> {
    let metas = ["og:title", "twitter:title"].iter().filter_map(|name| sources.meta(&[*name]));
    let stated = sources.linked.headline.clone().into_iter().chain(metas).chain(sources.title.clone());
    let stated: Vec<String> = stated.map(|title| folded(without_outlet(&title, names))).collect();
    let times = |title: &String| stated.iter().filter(|stated| *stated == title).count();
    let most = stated.iter().map(times).max()?;
    let is_agreed = |heading: &&String| is_long(heading) && times(&folded(heading)) == most;
    sources.headings.iter().find(is_agreed).map(String::as_str)
}

/// Whether a heading has so many words that it is hardly the name of a section or outlet.
fn is_long(heading: &str) -> bool {
    heading.split_whitespace().count() >= 3
}

/// Cuts off what a bar parts from a headline of some words: the name of a section before it, anything behind it.
fn without_section(title: &str) -> &str {
    let Some((head, tail)) = title.split_once(" | ") else { return title };
    let is_headline = |part: &str| part.split_whitespace().count() > 3 && !part.contains(" - ");
    match head {
        head if is_headline(head) => head,
        head if is_headline(tail) && SECTIONS.contains(&head) => tail,
        _ => title,
    }
}

/// Cuts off the part at either end that names the outlet.
fn without_outlet<'t>(title: &'t str, names: &Names) -> &'t str {
    for separator in SEPARATORS {
        for (at, _) in title.match_indices(separator) {
            let (head, tail) = (&title[..at], &title[at + separator.len()..]);
            if !head.trim().is_empty() && names.contains(tail) {
                return head.trim();
            }
        }
        if let Some((head, tail)) = title.split_once(separator)
            && !tail.trim().is_empty()
            && names.contains(head)
        {
            return tail.trim();
        }
    }
    title
}

/// Whether `title` is the heading and, after a separator, something else.
fn begins_with_part(title: &str, heading: &str) -> bool {
    let rest =
        title.get(..heading.len()).filter(|start| start.eq_ignore_ascii_case(heading)).map(|_| &title[heading.len()..]);
    is_long(heading)
        && rest.is_some_and(|rest| {
            rest.is_empty() || SEPARATORS.iter().any(|separator| rest.starts_with(separator.trim_end()))
        })
}

/// Whether one of both is the beginning of the other, word by word: the page or its metadata added or cut something.
fn is_same_cut(heading: &str, title: &str) -> bool {
    let (heading, title) = (folded(heading), folded(title));
    let begins = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' ')) && !short.is_empty()
    };
    begins(&heading, &title) || begins(&title, &heading)
}

/// The heading; where it is all in capitals, in the letters of the title, if that begins with it.
fn as_written<'t>(heading: &'t str, title: &'t str) -> &'t str {
    let shouted = !heading.contains(char::is_lowercase);
    let begin = title.get(..heading.len()).filter(|begin| shouted && begin.eq_ignore_ascii_case(heading));
    begin.unwrap_or(heading)
}

/// Whether the heading says in other words what the title says, or with another year.
fn is_reworded(heading: &str, title: &str) -> bool {
    let (heading, title) = (folded(heading), folded(title));
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<std::collections::HashSet<_>>();
    let (heading, title) = (words(&heading), words(&title));
    let common = heading.intersection(&title).count() as f32;
    let all = heading.union(&title).count() as f32;
    let is_number = |word: &String| word.chars().all(|c| c.is_ascii_digit());
    let renewed = heading.symmetric_difference(&title).all(is_number);
    heading.len() >= 4 && (renewed || REWORDED.contains(&(common / all)))
}
