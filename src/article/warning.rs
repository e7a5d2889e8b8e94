//! What had to be put up with to read an article.

use std::fmt;

use crate::text::{Clean, Foreign};

/// Something about the content that a reader should know; never a reason to stop.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Warning {
    /// Characters that could steer a terminal were replaced by a visible substitute.
    Controls(usize),
    /// Invisible characters that could lie about the text were dropped.
    Invisible(usize),
    /// The bytes were not valid in the encoding, so many places show `U+FFFD`.
    Malformed {
        /// The name of the encoding they were read in.
        encoding: &'static str,
    },
    /// The encoding was guessed from the bytes.
    GuessedEncoding(&'static str),
    /// The article was longer than the program takes; the rest is left out.
    Truncated {
        /// Bytes kept.
        kept: usize,
    },
    /// The text is not in English, the only language that is marked.
    Foreign(Foreign),
    /// There was nothing to read.
    Empty,
    /// The bytes look like a program or a picture, not like text.
    Binary,
    /// Anything a format has to say for itself.
    Other(Clean),
}

impl Warning {
    /// What a format has to say for itself.
    pub fn other(message: &str) -> Self {
        Self::Other(Clean::new(message))
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Controls(1) => write!(out, "1 control character is shown as a substitute"),
            Self::Controls(count) => write!(out, "{count} control characters are shown as substitutes"),
            Self::Invisible(1) => write!(out, "1 invisible character was left out"),
            Self::Invisible(count) => write!(out, "{count} invisible characters were left out"),
            Self::Malformed { encoding } => write!(out, "some bytes are not valid {encoding}; they show as \u{FFFD}"),
            Self::GuessedEncoding(name) => write!(out, "read as {name}, which was guessed"),
            Self::Truncated { kept } => write!(out, "only the first {} MB are shown", kept / 1_000_000),
            Self::Foreign(language) => {
                write!(out, "this is in {}; names, numbers and claims are marked in English only", language.name)
            }
            Self::Empty => write!(out, "there is nothing to read in it"),
            Self::Binary => write!(out, "this does not look like text"),
            Self::Other(message) => out.write_str(message.as_str()),
        }
    }
}
