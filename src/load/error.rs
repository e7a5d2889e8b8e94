//! Why a source could not be got at, in one message: what, why, and what to do.

use std::error::Error;
use std::fmt;

use crate::text::Clean;

/// A source that could not be read. What is inside a source never is an error; it warns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoadError {
    /// The path or address, as it was given.
    pub what: Clean,
    /// What went wrong, without a full stop.
    pub why: Clean,
    /// What the reader can do about it; empty where nothing can be done.
    pub advice: &'static str,
}

impl LoadError {
    /// `what` could not be read because of `why`.
    pub fn new(what: &str, why: &str, advice: &'static str) -> Self {
        Self { what: Clean::new(what), why: Clean::new(why), advice }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.what, self.why)?;
        if self.advice.is_empty() { Ok(()) } else { write!(out, "; {}", self.advice) }
    }
}

impl Error for LoadError {}
