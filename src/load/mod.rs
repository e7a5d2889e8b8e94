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
mod error;
mod front_matter;
pub mod html;
mod lines;
mod markdown;
mod marker;
mod opened;
mod sniff;
mod source;
mod text;
mod unpack;
mod wire;

pub use bundled::bundled;
pub use error::LoadError;
pub use opened::{Collection, Content, Item, Opened};
pub use source::Source;

use crate::article::{Loaded, Warning};
use crate::text::Clean;

use sniff::Format;
use source::{Body, Raw};

/// How articles are loaded.
#[derive(Clone, Debug)]
pub struct Options {
    /// The most bytes that are read of one source, and the most that may come out of one that was packed.
    pub limit: usize,
    /// The address the article came from, where the source itself does not tell (a page that was saved).
    pub url: Option<String>,
}

/// The most bytes read of one source unless told otherwise: some forty long novels.
pub const LIMIT: usize = 64 << 20;

impl Default for Options {
    fn default() -> Self {
        Self { limit: LIMIT, url: None }
    }
}

/// Opens `source`: an article, or a collection of them (a directory).
///
/// # Errors
/// When the source cannot be got at: it is missing, not allowed, or nobody writes to it.
pub fn load(source: &Source, options: &Options) -> Result<Opened, LoadError> {
    if let Source::Path(path) = source
        && path.is_dir()
    {
        return Ok(Opened::Collection(source::directory(path)?));
    }
    Ok(parse(source::read(source, options)?, options))
}

/// Builds what the bytes hold.
fn parse(raw: Raw, options: &Options) -> Opened {
    let mut warnings = Vec::new();
    if raw.truncated {
        warnings.push(Warning::Truncated { kept: raw.body.len() });
    }
    let text = match raw.body {
        Body::Text(text) => text,
        Body::Bytes(bytes) => {
            let unpacked = unpack::unpack(bytes, options.limit);
            let declared = encoding::declared(&unpacked.bytes);
            let decoded = encoding::decode(unpacked.bytes, declared.as_deref());
            warnings.extend(unpacked.warnings.into_iter().chain(decoded.warnings));
            decoded.text
        }
    };
    let mut loaded = match sniff::format(&text, &raw.name) {
        Format::Text => text::parse(&text),
        Format::Markdown => markdown::parse(&text),
        Format::Html => html::parse(&text, raw.url.as_deref()),
    };
    loaded.warnings.splice(0..0, warnings);
    Opened::Article(Box::new(name(loaded, &raw.name, raw.url.as_deref())))
}

/// Gives an article its id, and its address where its own text did not tell one.
fn name(mut loaded: Loaded, id: &str, url: Option<&str>) -> Loaded {
    let meta = loaded.article.meta_mut();
    meta.id = Clean::new(id);
    if meta.url.is_none() {
        meta.url = url.map(Clean::new);
    }
    loaded
}
