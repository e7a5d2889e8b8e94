//! What opening a source gives: an article, or a collection of them.

use crate::article::{Loaded, Warning};
use crate::text::Clean;

use super::{LoadError, Options, Source, load};

/// What was opened.
#[derive(Clone, PartialEq, Debug)]
pub enum Opened {
    /// One article.
    Article(Box<Loaded>),
    /// Several: the chapters of a book, the entries of a feed, the files of a directory.
    Collection(Collection),
}

/// A list of articles with its outline.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Collection {
    /// The title of the book, feed or directory.
    pub title: Option<Clean>,
    /// What is in it, in reading order.
    pub items: Vec<Item>,
    /// What had to be put up with to read the list itself.
    pub warnings: Vec<Warning>,
}

/// One article of a collection.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// What the list shows for it.
    pub title: Clean,
    /// How deep it stands in the outline, from 0.
    pub depth: u8,
    /// Where it is. It is loaded when it is asked for.
    pub source: Source,
}

impl Collection {
    /// A list of what was named one by one.
    pub fn of(sources: impl Iterator<Item = Source>) -> Self {
        let items = sources.map(|source| Item { title: source.name(), depth: 0, source });
        Self { items: items.collect(), ..Self::default() }
    }
}

impl Opened {
    /// All articles in it, in order, each loaded only when it is asked for.
    ///
    /// A collection within a collection (a book in a directory) is opened in its place. One in which nothing could be
    /// read gives an empty article that says why.
    pub fn into_articles(self, options: &Options) -> impl Iterator<Item = Result<Loaded, LoadError>> {
        let (first, mut pending) = match self {
            Self::Article(loaded) => (Some(*loaded), Vec::new()),
            Self::Collection(list) if list.items.is_empty() => (Some(nothing(list)), Vec::new()),
            Self::Collection(list) => (None, reversed(list)),
        };
        let rest = std::iter::from_fn(move || {
            loop {
                match load(&pending.pop()?, options) {
                    Ok(Self::Article(loaded)) => return Some(Ok(*loaded)),
                    Ok(Self::Collection(list)) => pending.extend(reversed(list)),
                    Err(error) => return Some(Err(error)),
                }
            }
        });
        first.map(Ok).into_iter().chain(rest)
    }
}

/// An empty article with the warnings of a list without any.
fn nothing(list: Collection) -> Loaded {
    Loaded { warnings: list.warnings, ..Loaded::default() }
}

/// Where the articles of a list are, the first at the end, where it is taken first.
fn reversed(list: Collection) -> Vec<Source> {
    list.items.into_iter().rev().map(|item| item.source).collect()
}
