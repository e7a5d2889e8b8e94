//! What can happen to a session: the only way in.

use super::contents::Entry;
use super::effect::EntryId;
use super::key::Key;
use crate::annotate::Annotations;
use crate::article::{Loaded, Warning};
use crate::text::Clean;

/// Something that happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The mouse was used; columns and rows count from 0 at the top left of the screen.
    Mouse {
        /// What it did.
        action: MouseAction,
        /// The column it was over.
        column: u16,
        /// The row it was over.
        row: u16,
    },
    /// Text was pasted.
    Paste(String),
    /// The terminal has a new size, in cells.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
    /// The annotator is done.
    Annotated(Box<Annotations>),
    /// Something went wrong that the reader should know, but not stop for: the annotator failed.
    Warned(Warning),
    /// So many bytes of what is being opened have come.
    Came(usize),
    /// An article that was asked for is there.
    Opened(EntryId, Box<Loaded>),
    /// What was asked for turned out to be a list itself.
    Unfolded {
        /// What was asked for.
        id: EntryId,
        /// The title of the book, feed or directory.
        title: Option<Clean>,
        /// What is in it.
        entries: Vec<Entry>,
        /// What had to be put up with to read the list.
        warnings: Vec<Warning>,
    },
    /// A link is followed: the list has a new entry behind the article that is open, which is `from` where there was no
    /// list so far.
    Followed {
        /// The article with the link.
        from: Entry,
        /// Where it leads.
        to: Entry,
    },
    /// Something to tell the reader until the next key.
    Told(Clean),
    /// What was asked for cannot be opened, and why.
    NotOpened(EntryId, Clean),
}

/// What the mouse did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MouseAction {
    /// The left button went down.
    Press,
    /// It moved with the left button held.
    Drag,
    /// The left button went up.
    Release,
    /// The wheel was turned towards the top of the text.
    WheelUp,
    /// The wheel was turned towards the end of the text.
    WheelDown,
}
