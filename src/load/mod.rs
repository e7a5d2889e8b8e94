//! Bytes to articles: a file, standard input or a page on the web is read, recognized, decoded and built.
//!
//! ```text
//! Source ─ source ─▶ Raw bytes ─ sniff ─▶ format ─ encoding ─▶ text ─ text, markdown, html… ─▶ Opened
//! ```
//!
//! Only access fails ([`LoadError`]); content never does, it warns ([`Warning`](crate::article::Warning)).

mod date;
mod encoding;
mod error;
pub mod html;
mod lines;
mod marker;
mod opened;
mod sniff;
mod source;
mod text;
mod wire;

pub use error::LoadError;
pub use opened::{Collection, Content, Item, Opened};
pub use source::Source;

use crate::article::{Loaded, Warning};
use crate::text::Clean;

use sniff::Format;
use source::Raw;

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
    Ok(parse(source::read(source, options)?))
}

/// Builds what the bytes hold.
fn parse(raw: Raw) -> Opened {
    let mut warnings = Vec::new();
    if raw.truncated {
        warnings.push(Warning::Truncated { kept: raw.body.len() });
    }
    let (text, format) = match raw.body {
        source::Body::Text(text) => {
            let format = sniff::text(&text, &raw.name);
            (text, format)
        }
        source::Body::Bytes(bytes) => {
            let decoded = encoding::decode(bytes, None);
            warnings.extend(decoded.warnings);
            let format = sniff::text(&decoded.text, &raw.name);
            (decoded.text, format)
        }
    };
    let mut loaded = match format {
        Format::Text => text::parse(&text),
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
