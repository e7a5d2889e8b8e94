//! The authors, one by one, without "By", without the outlet and without addresses.

use super::Found;
use super::publisher::Names;
use super::sources::{Sources, unescaped};
use crate::load::wire::is_job;

/// The longest name, in bytes.
const MAX_NAME: usize = 100;

const METAS: [&str; 10] = [
    "dc:creator",
    "dc.creator",
    "dcterms.creator",
    "author",
    "parsely-author",
    "article:author",
    "sailthru.author",
    "citation_author",
    "byl",
    "article:author_name",
];

/// What bylines begin with.
const BY: [&str; 14] = [
    "by ",
    "by: ",
    "written by ",
    "posted by ",
    "published by ",
    "story by ",
    "words by ",
    "text by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "autor: ",
    "author: ",
];

/// Words of a visible byline that are no name.
const NO_NAMES: [&str; 29] = [
    "about",
    "home",
    "please",
    "author",
    "authors",
    "comments",
    "editor",
    "editorial",
    "email",
    "follow",
    "login",
    "min",
    "more",
    "published",
    "post",
    "posted",
    "read",
    "reviewed",
    "says",
    "share",
    "sign",
    "skip",
    "staff",
    "subscribe",
    "the",
    "updated",
    "view",
    "writer",
    "written",
];

/// The authors from the most exact source that names any: persons first, then logins, then the outlet that signs.
pub fn authors(sources: &Sources, found: &Found, names: &Names) -> Vec<String> {
    let stated: Vec<Vec<String>> = std::iter::once(sources.linked.authors.clone())
        .chain(METAS.iter().map(|name| sources.metas(&[*name])))
        .chain(sources.label("written by"))
        .map(|bylines| split(&bylines))
        .filter(|authors| !authors.is_empty())
        .collect();
    let among = |wanted: &dyn Fn(&String) -> bool| {
        let kept = stated.iter().map(|authors| authors.iter().filter(|author| wanted(author)).cloned().collect());
        kept.into_iter().find(|authors: &Vec<String>| !authors.is_empty())
    };
    let persons = || among(&|author| !names.contains(author) && !is_login(author));
    // On a person's own site the outlet bears the author's name.
    let own = || stated.iter().flatten().find(|author| is_seen_name(author) && author.contains(' '));
    let logins = || among(&|author| !names.contains(author));
    let outlet =
        || split(&sources.linked.outlets).into_iter().next().or_else(|| stated.iter().flatten().next().cloned());
    persons()
        .or_else(|| own().map(|author| vec![author.clone()]))
        .or_else(|| seen(sources, found, names))
        .or_else(logins)
        .or_else(|| outlet().map(|author| vec![author]))
        .unwrap_or_default()
}

/// Whether it is what an author signs in with rather than a name: one word that is no capitalized one or has a number.
fn is_login(author: &str) -> bool {
    let is_small = author.contains(char::is_lowercase) && !author.contains(char::is_uppercase);
    !author.contains(char::is_whitespace) && (is_small || author.contains(|c: char| c.is_ascii_digit()))
}

/// The author that is to be seen on the page.
fn seen(sources: &Sources, found: &Found, names: &Names) -> Option<Vec<String>> {
    let byline = split(found.byline.as_slice());
    let tidy =
        found.byline.as_ref().is_some_and(|byline| byline.len() < 80 && !byline.contains(|c: char| c.is_ascii_digit()));
    let tidy = tidy && byline.iter().all(|name| !names.contains(name) && !has_no_name(name)) && !byline.is_empty();
    if tidy {
        return Some(byline);
    }
    // A byline that runs into its date ends before the number.
    let cut = found
        .byline
        .as_ref()
        .map(|byline| byline.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default().to_owned());
    let line = sources.authors.iter().chain(&sources.bylines).chain(&cut).map(|line| split(std::slice::from_ref(line)));
    let line = line
        .map(|line| line.into_iter().filter(|name| is_seen_name(name) && !names.contains(name)).collect::<Vec<_>>());
    line.into_iter().find(|line| !line.is_empty())
}

/// Whether a short visible text looks like a name: one to five words, the first with a capital, no numbers.
fn is_seen_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=5).contains(&words)
        && text.chars().next().is_some_and(char::is_uppercase)
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, ':' | '!' | '?'))
        && !has_no_name(text)
}

fn has_no_name(text: &str) -> bool {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| NO_NAMES.contains(&word))
}

/// Every name of every byline, once.
fn split(bylines: &[String]) -> Vec<String> {
    let mut authors: Vec<String> = Vec::new();
    for byline in bylines {
        let mut is_first = true;
        for name in parts(byline).into_iter().filter(|name| is_name(name)) {
            let is_known = authors.iter().any(|author| author.eq_ignore_ascii_case(&name));
            match authors.last_mut() {
                Some(author) if !is_first && is_degree(&name) => author.extend([", ", name.as_str()]),
                _ if is_known || (!is_first && is_addition(&name)) => {}
                _ => authors.push(name),
            }
            is_first = false;
        }
    }
    authors
}

/// Whether what stands behind a name and a comma is a degree: `MD`, `PhD`.
fn is_degree(text: &str) -> bool {
    text.len() <= 5 && !text.contains(' ') && text.chars().filter(|c| c.is_uppercase()).count() >= 2
}

/// Whether what stands behind a name and a comma is a job or an affiliation: `political editor`.
fn is_addition(text: &str) -> bool {
    is_job(text) || text.split_whitespace().count() > 4
}

/// The names of one byline.
fn parts(byline: &str) -> Vec<String> {
    let text = unescaped(byline).split_whitespace().collect::<Vec<_>>().join(" ");
    let text = without_by(text.trim());
    let text = text.split([';', '|', '•', '·']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & "));
    let text = text.flat_map(|part| part.split(" und ")).flat_map(|part| part.split(", "));
    text.map(|part| without_role(without_by(part.trim())).trim_matches([',', '.', '-', '–', ' ']).to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

fn without_by(text: &str) -> &str {
    let begins = |by: &&&str| text.get(..by.len()).is_some_and(|start| start.eq_ignore_ascii_case(by));
    BY.iter().find(begins).map_or(text, |by| text[by.len()..].trim_start())
}

/// The name without what a dash or the name of an editor adds to it: `Ana Lima - Paper`.
fn without_role(name: &str) -> &str {
    let ends = [" - ", " – ", " — ", " Edited by ", " edited by ", " Reviewed by ", " reviewed by "];
    let end = ends.iter().filter_map(|end| name.find(end)).min();
    end.map_or(name, |end| name[..end].trim_end())
}

/// Whether it may be a person's name: no address, no number, no login.
fn is_name(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.len() <= MAX_NAME
        && !lower.ends_with("admin")
        && !lower.rsplit(' ').next().is_some_and(|last| BY.iter().any(|by| by.trim_end() == last))
        && text.chars().any(char::is_alphabetic)
        && !["http", "www.", "@", ".com", "/"].iter().any(|sign| lower.contains(sign))
        && !matches!(
            lower.as_str(),
            "staff"
                | "editor"
                | "author"
                | "guest"
                | "user"
                | "unknown"
                | "none"
                | "null"
                | "by"
                | "redaktion"
                | "webmaster"
                | "anonymous"
                | "jr"
                | "false"
                | "home"
                | "publisher"
        )
}
