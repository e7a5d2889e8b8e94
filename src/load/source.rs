//! The one place of the loader that touches the world: files, standard input, directories.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::text::Clean;

use super::{Collection, Content, Item, LoadError, Options};

/// Where an article comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// A file, a directory, or a pipe in the file system.
    Path(PathBuf),
    /// Standard input.
    Stdin,
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
    /// What an argument of the command line means: `-` is standard input, all else a path.
    pub fn from_argument(argument: &OsStr) -> Self {
        if argument == "-" { Self::Stdin } else { Self::Path(PathBuf::from(argument)) }
    }
}

/// What a source holds, before it is recognized.
#[derive(Debug)]
pub(super) struct Raw {
    /// The path or name; the article's id.
    pub name: String,
    /// What was read.
    pub body: Body,
    /// The address it came from, if any.
    pub url: Option<String>,
    /// Whether there was more than the limit allows.
    pub truncated: bool,
}

/// Bytes to be decoded, or text that needs no decoding.
#[derive(Debug)]
pub(super) enum Body {
    /// As they came.
    Bytes(Vec<u8>),
    /// Already decoded.
    Text(String),
}

impl Body {
    /// Length in bytes.
    pub fn len(&self) -> usize {
        match self {
            Self::Bytes(bytes) => bytes.len(),
            Self::Text(text) => text.len(),
        }
    }
}

/// Reads `source`, at most `options.limit` bytes of it.
///
/// # Errors
/// When it is missing, not allowed, or fails while it is read.
pub(super) fn read(source: &Source, options: &Options) -> Result<Raw, LoadError> {
    let (name, body, truncated) = match source {
        Source::Path(path) => {
            let name = path.display().to_string();
            let file = File::open(path).map_err(|error| fault(&name, &error))?;
            let (bytes, truncated) = read_bounded(file, &name, options.limit)?;
            (name, Body::Bytes(bytes), truncated)
        }
        Source::Stdin => {
            let (bytes, truncated) = read_bounded(io::stdin().lock(), "-", options.limit)?;
            ("-".to_owned(), Body::Bytes(bytes), truncated)
        }
        Source::Bytes { name, bytes } => {
            let kept = bytes.len().min(options.limit);
            (name.clone(), Body::Bytes(bytes[..kept].to_vec()), kept < bytes.len())
        }
        Source::Text { name, text } => {
            let mut kept = options.limit.min(text.len());
            while !text.is_char_boundary(kept) {
                kept -= 1;
            }
            (name.clone(), Body::Text(text[..kept].to_owned()), kept < text.len())
        }
    };
    Ok(Raw { name, body, url: options.url.clone(), truncated })
}

/// All of `from`, but at most `limit` bytes, and whether there was more.
fn read_bounded(from: impl Read, name: &str, limit: usize) -> Result<(Vec<u8>, bool), LoadError> {
    let mut bytes = Vec::new();
    from.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|error| fault(name, &error))?;
    let truncated = bytes.len() > limit;
    bytes.truncate(limit);
    Ok((bytes, truncated))
}

/// The files of a directory, by name; hidden ones are left out.
///
/// # Errors
/// When the directory cannot be listed.
pub(super) fn directory(path: &Path) -> Result<Collection, LoadError> {
    let name = path.display().to_string();
    let mut files: Vec<PathBuf> = fs::read_dir(path)
        .map_err(|error| fault(&name, &error))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && !is_hidden(path))
        .collect();
    files.sort();
    let items = files.into_iter().map(item).collect();
    Ok(Collection { title: Some(Clean::new(&name)), items, warnings: Vec::new() })
}

fn item(path: PathBuf) -> Item {
    let title = path.file_name().map(|name| Clean::new(&name.to_string_lossy())).unwrap_or_default();
    Item { title, depth: 0, content: Content::At(Source::Path(path)) }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The error of the system in the words of this program.
fn fault(what: &str, error: &io::Error) -> LoadError {
    let (why, advice) = match error.kind() {
        io::ErrorKind::NotFound => ("there is no such file", "check the spelling, or give - for standard input"),
        io::ErrorKind::PermissionDenied => ("it may not be read", "ask for read permission"),
        _ => return LoadError::new(what, &error.to_string(), ""),
    };
    LoadError::new(what, why, advice)
}
