//! Finds the main content of a page.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::draft::Draft;
use super::links::Links;
use super::serialise;

/// The main content as blocks; empty where nothing is found.
pub fn content(document: Document, url: Option<&str>, links: &Links) -> Draft {
    let config = Config { disable_json_ld: true, keep_classes: true, ..Config::default() };
    let Ok(mut readability) = Readability::with_document(document, url, Some(config)) else { return Draft::default() };
    if readability.parse().is_err() {
        return Draft::default();
    }
    let root = readability.doc.select_single("#readability-page-1");
    let Some(root) = root.nodes().first() else { return Draft::default() };
    let all = serialise::draft(root, links, false);
    let pruned = serialise::draft(root, links, true);
    if pruned.chars() * 2 > all.chars() { pruned } else { all }
}
