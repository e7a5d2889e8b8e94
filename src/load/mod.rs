//! Bytes to articles: a file, standard input or a page on the web is read, recognized, decoded and built.
//!
//! ```text
//! Source ─ source ─▶ Raw bytes ─ sniff ─▶ format ─ encoding ─▶ text ─ text, markdown, html… ─▶ Opened
//! ```
//!
//! Only access fails ([`LoadError`]); content never does, it warns ([`Warning`]).

mod bundled;
mod date;
mod encoding;
mod epub;
mod error;
mod feed;
mod front_matter;
pub mod html;
mod lines;
mod mail;
mod markdown;
mod marker;
mod opened;
#[cfg(feature = "pdf")]
mod pdf;
mod sniff;
mod source;
mod tags;
mod text;
mod twice;
mod unpack;
mod wire;
mod xml;

pub use bundled::bundled;
pub use error::LoadError;
pub use opened::{Collection, Item, Opened};
pub use source::{Source, cache_folder};

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize};

use crate::article::{ArticleBuilder, BlockKind, Loaded, Meta, Warning};
use crate::text::{Clean, head};

use sniff::{Container, Format};
use source::{Content, Raw};

/// How articles are loaded.
#[derive(Clone, Debug)]
pub struct Options {
    /// The most bytes that are read of one source, and the most that may come out of one that was packed.
    pub limit: usize,
    /// The address the article came from, where the source itself does not tell (a page that was saved).
    pub url: Option<String>,
    /// Whether nothing is fetched: pages open only if they were read before.
    pub is_offline: bool,
    /// Where pages are kept for reading offline; nothing is kept without.
    pub cache: Option<PathBuf>,
    /// What is seen of a fetch while it goes on.
    pub progress: Arc<Progress>,
}

/// How far a fetch is; it may be watched and ended from another thread.
#[derive(Debug, Default)]
pub struct Progress {
    /// Bytes that have come.
    pub bytes: AtomicUsize,
    /// Set to give the fetch up.
    pub is_cancelled: AtomicBool,
}

/// The most bytes read of one source unless told otherwise: some forty long novels.
pub const LIMIT: usize = 64 << 20;

impl Default for Options {
    fn default() -> Self {
        Self { limit: LIMIT, url: None, is_offline: false, cache: None, progress: Arc::default() }
    }
}

/// Opens `source`: an article, or a collection of them (a directory, a book, a feed).
///
/// # Errors
/// When the source cannot be got at: it is missing, not allowed, cannot be reached, or nobody writes to it.
pub fn load(source: &Source, options: &Options) -> Result<Opened, LoadError> {
    if let Source::Path(path) = source
        && source.is_directory()
    {
        return Ok(Opened::Collection(source::directory(path)?));
    }
    Ok(parse(source::read(source, options)?, options))
}

/// Builds what was read.
fn parse(raw: Raw, options: &Options) -> Opened {
    let mut warnings = raw.warnings;
    if raw.truncated {
        warnings.push(Warning::Truncated { kept: raw.content.len() });
    }
    let about = About { name: raw.name, url: raw.url, media: raw.media };
    let opened = match raw.content {
        Content::Fragment(meta, html) => {
            let mut loaded = fragment(*meta, &html);
            loaded.warnings.splice(0..0, warnings);
            return Opened::Article(Box::new(loaded));
        }
        Content::Text(text) => parse_text(text, &about),
        Content::Bytes(bytes) => {
            let unpacked = unpack::unpack(bytes, options.limit);
            warnings.extend(unpacked.warnings);
            parse_bytes(unpacked.bytes, raw.charset.as_deref(), &about, options, &mut warnings)
        }
    };
    match opened {
        Opened::Article(mut loaded) => {
            loaded.warnings.splice(0..0, warnings);
            Opened::Article(Box::new(name(*loaded, &about)))
        }
        Opened::Collection(mut list) => {
            list.warnings.splice(0..0, warnings);
            Opened::Collection(list)
        }
    }
}

/// What is known of a source besides its content.
struct About {
    /// The path or address, or what it is called.
    name: String,
    url: Option<String>,
    /// The kind of content that a server told.
    media: Option<String>,
}

fn parse_bytes(
    bytes: Vec<u8>,
    charset: Option<&str>,
    about: &About,
    options: &Options,
    warnings: &mut Vec<Warning>,
) -> Opened {
    match sniff::container(&bytes, &about.name) {
        Container::Epub => return Opened::Collection(epub::parse(&bytes, options.limit)),
        Container::Mail => {
            if let Some(loaded) = mail::parse(&bytes) {
                return Opened::Article(Box::new(loaded));
            }
        }
        Container::Pdf => return Opened::Article(Box::new(pdf(&bytes))),
        Container::Gzip | Container::Zstandard | Container::Text => {}
    }
    let told = charset.map(str::to_owned).or_else(|| encoding::declared(&bytes));
    let decoded = encoding::decode(bytes, told.as_deref());
    warnings.extend(decoded.warnings);
    parse_text(decoded.text, about)
}

fn parse_text(text: String, about: &About) -> Opened {
    let loaded = match sniff::format(&text, &about.name, about.media.as_deref()) {
        Format::Text => text::parse(&text),
        Format::Markdown => markdown::parse(&text),
        Format::Html => page(text, about.url.as_deref()),
        Format::Feed => return Opened::Collection(feed::parse_xml(&text)),
        Format::JsonFeed => match feed::parse_json(&text) {
            Some(list) => return Opened::Collection(list),
            None => text::parse(&text),
        },
    };
    Opened::Article(Box::new(loaded))
}

#[cfg(feature = "pdf")]
use pdf::parse as pdf;

/// Says that this byline reads no PDF.
#[cfg(not(feature = "pdf"))]
fn pdf(_: &[u8]) -> Loaded {
    let mut loaded = ArticleBuilder::default().finish();
    loaded.warnings =
        vec![Warning::other("this is a PDF, which byline reads only if it was built with --features pdf")];
    loaded
}

/// Builds a page; browsers write the address of one that they save into it.
fn page(html: String, url: Option<&str>) -> Loaded {
    let saved = if url.is_none() { saved_from(&html) } else { None };
    let url = url.or(saved.as_deref());
    let mut loaded = html::parse(html, url);
    let meta = loaded.article.meta_mut();
    meta.url = meta.url.take().or_else(|| url.map(Clean::new));
    loaded
}

/// The address that a browser wrote into a page when it saved it: `<!-- saved from url=(0020)https://example.org/ -->`.
fn saved_from(html: &str) -> Option<String> {
    let (_, behind) = head(html, 2048).split_once("<!-- saved from url=(")?;
    let url = behind.split_once(')')?.1.split_once(" -->")?.0.trim();
    url.starts_with("http").then(|| url.to_owned())
}

/// Builds a piece of HTML that is content as a whole. Its title stands in the text, unless it does already.
fn fragment(meta: Meta, html: &str) -> Loaded {
    let heading = tags::first_text(html, &["h1", "h2", "h3"]).map(|heading| Clean::new(&heading));
    let title = meta.title.clone().filter(|_| heading != meta.title);
    let mut builder = ArticleBuilder::new(meta);
    if let Some(title) = title {
        builder.block(BlockKind::Title, title.as_str());
    }
    html::fragment(html, None, &mut builder);
    builder.finish()
}

/// Gives an article its id, and its address where its own text did not tell one.
fn name(mut loaded: Loaded, about: &About) -> Loaded {
    let meta = loaded.article.meta_mut();
    meta.id = Clean::new(&about.name);
    meta.url = meta.url.take().or_else(|| about.url.as_deref().map(Clean::new));
    loaded
}
