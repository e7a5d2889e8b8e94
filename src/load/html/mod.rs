//! A web page becomes an article: its main content as blocks, and what it says about itself.

mod dom;
mod draft;
mod extract;
mod guard;
mod junk;
mod links;
mod serialise;
mod tables;

use crate::article::{ArticleBuilder, Loaded, Meta};
use links::Links;

/// Reads a page. `url` is where it came from; relative links are resolved against it.
pub fn parse(html: &str, url: Option<&str>) -> Loaded {
    let document = guard::document(html);
    let links = Links::new(url, document.base_uri().as_deref());
    let mut builder = ArticleBuilder::new(Meta::default());
    extract::content(document, url, &links).write(&mut builder);
    builder.finish()
}
