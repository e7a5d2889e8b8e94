//! The title of the article, without the name of its outlet.
//!
//! What the metadata says comes first, after Readability's order; the headline that is to be seen decides where the
//! metadata has more than it, or speaks of it in other words.

use super::Found;
use super::publisher::{Names, folded};
use super::sources::{Sources, unescaped};

/// What parts the title from the outlet or section, with spaces around it but for the last two.
const SEPARATORS: [&str; 10] = [" | ", " - ", " – ", " — ", " » ", " · ", " • ", " :: ", "|", " / "];

/// Shares of words that a headline has in common with the stated title to be another wording of it.
const REWORDED: std::ops::Range<f32> = 0.2..0.6;

/// The title; `None` where nothing on the page looks like one.
pub fn title(sources: &Sources, found: &Found, names: &Names) -> Option<String> {
    let stated = found.title.clone().or_else(|| sources.title.clone()).map(|title| unescaped(title.trim()));
    let Some(stated) = stated.filter(|title| !title.is_empty()) else { return sources.headings.first().cloned() };
    let bare = without_outlet(&stated, names);
    if let Some(heading) = sources.headings.iter().find(|heading| begins_with_part(&bare, heading)) {
        return Some(as_written(heading, &bare));
    }
    match sources.headings.as_slice() {
        [heading] if !names.contains(heading) && (is_same_cut(heading, &bare) || is_reworded(heading, &bare)) => {
            Some(as_written(heading, &bare))
        }
        _ => Some(bare),
    }
}

/// Cuts off the part at either end that names the outlet.
fn without_outlet(title: &str, names: &Names) -> String {
    for separator in SEPARATORS {
        for (at, _) in title.match_indices(separator) {
            let (head, tail) = (&title[..at], &title[at + separator.len()..]);
            if !head.trim().is_empty() && names.contains(tail) {
                return head.trim().to_owned();
            }
        }
        if let Some((head, tail)) = title.split_once(separator)
            && !tail.trim().is_empty()
            && names.contains(head)
        {
            return tail.trim().to_owned();
        }
    }
    title.to_owned()
}

/// Whether `title` is the heading and, after a separator, something else.
fn begins_with_part(title: &str, heading: &str) -> bool {
    let rest =
        title.get(..heading.len()).filter(|start| start.eq_ignore_ascii_case(heading)).map(|_| &title[heading.len()..]);
    let long = heading.split_whitespace().count() >= 3;
    long && rest.is_some_and(|rest| {
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
fn as_written(heading: &str, title: &str) -> String {
    let shouted = !heading.contains(char::is_lowercase);
    let begin = title.get(..heading.len()).filter(|begin| shouted && begin.eq_ignore_ascii_case(heading));
    begin.unwrap_or(heading).to_owned()
}

/// Whether the heading says in other words what the title says.
fn is_reworded(heading: &str, title: &str) -> bool {
    let (heading, title) = (folded(heading), folded(title));
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<std::collections::HashSet<_>>();
    let (heading, title) = (words(&heading), words(&title));
    let common = heading.intersection(&title).count() as f32;
    let all = heading.union(&title).count() as f32;
    heading.len() >= 4 && REWORDED.contains(&(common / all))
}
