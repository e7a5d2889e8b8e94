//! What a source holds: recognized by its content first, then by its name.

/// A format that the loader knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Format {
    /// Plain text, with or without the head of a wire article.
    Text,
}

/// The format of `text` that is called `name`.
pub(super) fn text(_text: &str, _name: &str) -> Format {
    Format::Text
}
