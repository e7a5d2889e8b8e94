//! A web page becomes an article: its main content as blocks, and what it says about itself.

mod attributes;
mod dom;
mod draft;
mod extract;
mod guard;
mod junk;
pub(in crate::load) mod links;
mod metadata;
mod serialise;
mod sift;
mod stubs;
mod tables;
mod words;

use crate::article::{ArticleBuilder, Loaded};
use links::Links;
use stubs::Barriers;

/// Reads a page. `url` is where it came from; relative links are resolved against it.
pub fn parse(html: String, url: Option<&str>) -> Loaded {
    let document = guard::document(&html);
    // The tree holds all of it.
    drop(html);
    let links = Links::new(url, document.base_uri().as_deref());
    let sources = metadata::read(&document);
    let barriers = Barriers::read(&document);
    let (draft, found) = extract::content(document, url, &links);
    let draft = extract::stated_content(draft, sources.linked.body.as_deref());
    let mut builder = ArticleBuilder::new(metadata::meta(&sources, &found, &links));
    if let Some(warning) = barriers.warning(&draft, &sources) {
        builder.warn(warning);
    }
    draft.write(&mut builder);
    builder.finish()
}

/// Adds the blocks of HTML that is content as a whole, such as a chapter: nothing of it is taken for a menu or a notice.
pub(in crate::load) fn fragment(html: &str, url: Option<&str>, builder: &mut ArticleBuilder) {
    let document = guard::document(html);
    let links = Links::new(url, document.base_uri().as_deref());
    if let Some(body) = document.body() {
        serialise::draft(&body, &links, false).write(builder);
    }
}
