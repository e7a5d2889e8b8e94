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
    /// The article itself, or where it is.
    pub content: Content,
}

/// The article of an item.
#[derive(Clone, PartialEq, Debug)]
pub enum Content {
    /// It came with the list.
    Here(Box<Loaded>),
    /// It has to be loaded first.
    At(Source),
}

impl Opened {
    /// All articles in it, in order, each loaded only when it is asked for.
    ///
    /// A collection within a collection (a book in a directory) is opened in its place.
    pub fn into_articles(self, options: &Options) -> impl Iterator<Item = Result<Loaded, LoadError>> {
        let mut pending = Vec::new();
        push_reversed(&mut pending, self);
        std::iter::from_fn(move || {
            loop {
                match pending.pop()? {
                    Content::Here(loaded) => return Some(Ok(*loaded)),
                    Content::At(source) => match load(&source, options) {
                        Ok(opened) => push_reversed(&mut pending, opened),
                        Err(error) => return Some(Err(error)),
                    },
                }
            }
        })
    }
}

/// Puts the articles of `opened` on the stack so that the first is taken first.
fn push_reversed(pending: &mut Vec<Content>, opened: Opened) {
    match opened {
        Opened::Article(loaded) => pending.push(Content::Here(loaded)),
        Opened::Collection(list) => pending.extend(list.items.into_iter().rev().map(|item| item.content)),
    }
}
