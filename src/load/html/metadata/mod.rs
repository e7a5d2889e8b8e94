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

use crate::article::{Image, Meta};
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
    let date = dates::published(sources, links);
    Meta {
        title: title::title(sources, found, &names).as_ref().map(clean),
        authors: authors::authors(sources, found, &names).iter().map(clean).collect(),
        published: date,
        modified: dates::modified(sources).filter(|modified| Some(*modified) != date),
        publisher: publisher.as_ref().map(clean),
        language: sources.language.as_ref().map(clean),
        url: sources.url(links).as_ref().map(clean),
        image: image(sources, links),
        ..Meta::default()
    }
}

/// The picture that the page gives other sites to show for it.
fn image(sources: &Sources, links: &Links) -> Option<Image> {
    let stated = sources.meta(&["og:image:secure_url", "og:image", "og:image:url", "twitter:image"]);
    let url = stated.or_else(|| sources.linked.image.clone()).and_then(|href| links.target(&href))?;
    let alt = sources.meta(&["og:image:alt", "twitter:image:alt"]).map(|alt| Clean::new(&alt));
    Some(Image { url: Clean::new(&url), alt: alt.filter(|alt| !alt.is_empty()) })
}

/// Reads everything that the page says, before its tree is changed.
pub fn read(document: &Document) -> Sources {
    Sources::read(document)
}
