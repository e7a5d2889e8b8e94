//! The one place of the loader that touches the world: files, standard input, directories, the web.

mod cache;
mod guard;
mod pipe;
mod web;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};

use crate::article::{Meta, Warning};
use crate::text::{Clean, head};

use super::{Collection, Item, LoadError, Options, sniff};
use pipe::Pipe;

/// Bytes of a file in a directory that are looked at.
const HEAD: u64 = 4096;

/// Where an article comes from.
#[derive(Clone, PartialEq, Debug)]
pub enum Source {
    /// A file, a directory, or a pipe in the file system.
    Path(PathBuf),
    /// Standard input.
    Stdin,
    /// A page on the web, `http` or `https`.
    Url {
        /// Its address.
        url: String,
        /// Whether the reader asked for it; what a feed or page tells must not lead into this machine or its network.
        is_typed: bool,
    },
    /// A piece of HTML that is content as a whole, such as a chapter, with what is known about it.
    Fragment {
        /// Title, authors and so on.
        meta: Box<Meta>,
        /// The HTML.
        html: String,
    },
    /// An entry of a feed that gives only a part of its article: the page at `url`, or that part where the page cannot be
    /// had.
    Entry {
        /// The address of the whole article.
        url: String,
        /// Title, authors and so on.
        meta: Box<Meta>,
        /// The part, as HTML.
        html: String,
    },
    /// Bytes that are at hand, recognized and decoded like a file's.
    Bytes {
        /// What it is called; its ending may tell the format where the content does not.
        name: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// Text that is at hand and needs no decoding: what it says of its own encoding does not count.
    Text {
        /// What it is called; its ending may tell the format where the content does not.
        name: String,
        /// The text.
        text: String,
    },
}

impl Source {
    /// What an argument of the command line means: `-` is standard input, `http://…` and `https://…` an address, all
    /// else a path.
    pub fn from_argument(argument: &OsStr) -> Self {
        let is_url = |text: &&str| text.starts_with("http://") || text.starts_with("https://");
        match argument.to_str() {
            Some("-") => Self::Stdin,
            url => match url.filter(is_url) {
                Some(url) => Self::Url { url: url.to_owned(), is_typed: true },
                None => Self::Path(PathBuf::from(argument)),
            },
        }
    }

    /// What it is called: the path, address or title.
    pub fn name(&self) -> Clean {
        match self {
            Self::Path(path) => Clean::new(&path.display().to_string()),
            Self::Stdin => Clean::new("-"),
            Self::Url { url, .. } | Self::Entry { url, .. } => Clean::new(url),
            Self::Fragment { meta, .. } => meta.id.clone(),
            Self::Bytes { name, .. } | Self::Text { name, .. } => Clean::new(name),
        }
    }

    /// Whether it comes over the network, so that it may take its time.
    pub const fn is_fetched(&self) -> bool {
        matches!(self, Self::Url { .. } | Self::Entry { .. })
    }

    /// Whether it is a directory, which holds articles and is none.
    pub(super) fn is_directory(&self) -> bool {
        matches!(self, Self::Path(path) if path.is_dir())
    }
}

/// What a source holds, before it is recognized.
#[derive(Debug)]
pub(super) struct Raw {
    /// The path or name; the article's id.
    pub name: String,
    /// What was read.
    pub content: Content,
    /// The address it came from, if any.
    pub url: Option<String>,
    /// The encoding that a server told.
    pub charset: Option<String>,
    /// The kind of content that a server told.
    pub media: Option<String>,
    /// Whether there was more than the limit allows.
    pub truncated: bool,
    /// What had to be put up with to get it.
    pub warnings: Vec<Warning>,
}

/// Bytes to be decoded, or text that needs no decoding.
#[derive(Debug)]
pub(super) enum Content {
    /// As they came.
    Bytes(Vec<u8>),
    /// Already decoded.
    Text(String),
    /// Already decoded, and known to be HTML that is content as a whole.
    Fragment(Box<Meta>, String),
}

impl Content {
    /// Length in bytes.
    pub fn len(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Text(text) | Self::Fragment(_, text) => text.len(),
        }
    }
}

/// Reads `source`, at most `options.limit` bytes of it.
///
/// # Errors
/// When it is missing, not allowed, or fails while it is read.
pub(super) fn read(source: &Source, options: &Options) -> Result<Raw, LoadError> {
    let (name, content, truncated) = match source {
        Source::Url { url, is_typed } => return web::read(url, *is_typed, options),
        Source::Entry { url, meta, html } => {
            return web::read(url, false, options).or_else(|error| part(error, meta, html));
        }
        Source::Fragment { meta, html } => (meta.id.to_string(), Content::Fragment(meta.clone(), html.clone()), false),
        Source::Path(path) => {
            let name = path.display().to_string();
            let input = open(path).map_err(|error| fault(&name, &error))?;
            let (bytes, truncated) = read_bounded(input, &name, options.limit)?;
            (name, Content::Bytes(bytes), truncated)
        }
        Source::Stdin => {
            let (bytes, truncated) = read_bounded(io::stdin().lock(), "-", options.limit)?;
            ("-".to_owned(), Content::Bytes(bytes), truncated)
        }
        Source::Bytes { name, bytes } => {
            let kept = bytes.len().min(options.limit);
            (name.clone(), Content::Bytes(bytes[..kept].to_vec()), kept < bytes.len())
        }
        Source::Text { name, text } => {
            let kept = head(text, options.limit);
            (name.clone(), Content::Text(kept.to_owned()), kept.len() < text.len())
        }
    };
    let url = options.url.clone();
    Ok(Raw { name, content, url, charset: None, media: None, truncated, warnings: Vec::new() })
}

/// What a feed has of an article whose page cannot be had because of `error`.
fn part(error: LoadError, meta: &Meta, html: &str) -> Result<Raw, LoadError> {
    if html.is_empty() {
        return Err(error);
    }
    let warning = Warning::other(&format!("this is what the feed has of it; the page cannot be had: {}", error.why));
    Ok(Raw {
        name: meta.id.to_string(),
        content: Content::Fragment(Box::new(meta.clone()), html.to_owned()),
        url: None,
        charset: None,
        media: None,
        truncated: false,
        warnings: vec![warning],
    })
}

/// Opens a file, or a pipe in the file system without waiting for who writes to it.
fn open(path: &Path) -> io::Result<Box<dyn Read>> {
    if fs::metadata(path)?.file_type().is_fifo() {
        return Ok(Box::new(Pipe::open(path)?));
    }
    Ok(Box::new(File::open(path)?))
}

/// All of `from`, but at most `limit` bytes, and whether there was more.
fn read_bounded(from: impl Read, name: &str, limit: usize) -> Result<(Vec<u8>, bool), LoadError> {
    let mut bytes = Vec::new();
    from.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|error| fault(name, &error))?;
    let truncated = bytes.len() > limit;
    bytes.truncate(limit);
    Ok((bytes, truncated))
}

/// The files of a directory that may hold articles, by name. Hidden ones are left out, and so are pictures, programs and
/// style sheets, as they lie beside the pages that a browser saves; so are directories within.
///
/// # Errors
/// When the directory cannot be listed.
pub(super) fn directory(path: &Path) -> Result<Collection, LoadError> {
    let name = path.display().to_string();
    let mut files: Vec<PathBuf> = fs::read_dir(path)
        .map_err(|error| fault(&name, &error))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && !is_hidden(path) && may_hold_article(path))
        .collect();
    files.sort();
    let items = files.into_iter().map(item).collect();
    Ok(Collection { title: Some(Clean::new(&name)), items, warnings: Vec::new() })
}

/// Whether a file may hold an article, by its name and its first bytes; one that cannot be read may, and will say why.
fn may_hold_article(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.is_err() || sniff::may_be_article(&head, &path.to_string_lossy())
}

fn item(path: PathBuf) -> Item {
    let title = path.file_name().map(|name| Clean::new(&name.to_string_lossy())).unwrap_or_default();
    Item { title, depth: 0, source: Source::Path(path) }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The error of the system in the words of this program.
fn fault(what: &str, error: &io::Error) -> LoadError {
    let (why, advice) = match error.kind() {
        io::ErrorKind::NotFound => ("there is no such file", "check the spelling, or give - for standard input"),
        io::ErrorKind::TimedOut => ("nobody writes to this pipe", "start what writes to it, then open it again"),
        io::ErrorKind::PermissionDenied => ("it may not be read", "ask for read permission"),
        _ => return LoadError::new(what, &error.to_string(), ""),
    };
    LoadError::new(what, why, advice)
}

/// Where pages are kept unless told otherwise: `$XDG_CACHE_HOME/byline`, or `~/.cache/byline`; `None` without a home.
pub fn cache_folder() -> Option<PathBuf> {
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = absolute("XDG_CACHE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".cache")))?;
    Some(cache.join("byline"))
}
