//! The outlet or agency that publishes the page, and the names it goes by.

use super::super::links::Links;
use super::sources::Sources;

/// The publisher's name.
pub fn name(sources: &Sources) -> Option<String> {
    let stated = sources.linked.publisher.clone().filter(|name| !name.contains("://"));
    stated.or_else(|| sources.meta(&["og:site_name", "dc.publisher", "citation_journal_title", "application-name"]))
}

/// The publisher's names, folded: what it is called in several places, and its host without dots.
#[derive(Debug, Default)]
pub struct Names {
    names: Vec<String>,
    host: String,
}

/// All names that the page gives its outlet.
pub fn all_names(sources: &Sources, links: &Links) -> Names {
    let metas = [
        "og:site_name",
        "application-name",
        "apple-mobile-web-app-title",
        "dc.publisher",
        "article:publisher",
        "publisher",
    ];
    let stated = metas.iter().filter_map(|name| sources.meta(&[*name]));
    let names =
        stated.chain(sources.linked.publisher.clone()).map(|name| folded(&name)).filter(|name| !name.is_empty());
    let host = links.host().map(|host| letters(host.trim_start_matches("www."))).unwrap_or_default();
    Names { names: names.collect(), host }
}

impl Names {
    /// Whether `text` names the outlet.
    pub fn contains(&self, text: &str) -> bool {
        let name = folded(text);
        let flat = letters(text);
        !name.is_empty() && (self.names.contains(&name) || (flat.len() >= 3 && self.host.contains(&flat)))
    }
}

/// The words in lower case, one space between them.
pub fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
