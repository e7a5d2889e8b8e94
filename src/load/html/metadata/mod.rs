//! What a page says about itself: title, authors, date, publisher, language and address.
//!
//! Pages say it in JSON-LD (schema.org), in `<meta>` (`OpenGraph`, Dublin Core, Highwire), in microdata and in
//! what is to be seen. The more exact a source is, the earlier it is asked.

mod authors;
mod dates;
mod jsonld;
mod publisher;
mod sources;
mod title;

use dom_query::Document;

use crate::article::Meta;
use crate::text::Clean;

use super::dom;
use super::links::Links;

pub use sources::Sources;

/// What the extraction of the content found out besides.
#[derive(Debug, Default)]
pub struct Found {
    /// The title after Readability's rules.
    pub title: Option<String>,
    /// The byline, from `<meta>` or the page.
    pub byline: Option<String>,
}

/// Puts together what the page says.
pub fn meta(sources: &Sources, found: &Found, links: &Links) -> Meta {
    let publisher = publisher::name(sources);
    let names = publisher::all_names(sources, links);
    let clean = |text: &String| Clean::new(text);
    Meta {
        title: title::title(sources, found, &names).as_ref().map(clean),
        authors: authors::authors(sources, found, &names).iter().map(clean).collect(),
        published: dates::published(sources, links),
        publisher: publisher.as_ref().map(clean),
        language: sources.language.as_ref().map(clean),
        url: sources.url(links).as_ref().map(clean),
        ..Meta::default()
    }
}

/// Reads everything that the page says, before its tree is changed.
pub fn read(document: &Document) -> Sources {
    Sources::read(document)
}
