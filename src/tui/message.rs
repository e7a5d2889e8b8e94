//! What can happen to a session: the only way in.

use super::key::Key;
use crate::annotate::Annotations;
use crate::article::Warning;

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
