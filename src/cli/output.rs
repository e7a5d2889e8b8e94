//! What goes out: standard output in large pieces, and one line on standard error for each failure.

use std::fmt;
use std::io::{self, BufWriter, StdoutLock, Write};

use crate::text::Clean;

/// Bytes gathered before they are written.
const PIECE: usize = 1 << 16;

/// Standard output. It has to be flushed at the end, since only that tells of an error.
pub fn stdout() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(PIECE, io::stdout().lock())
}

/// One line on standard error, with nothing in it that could steer the terminal.
pub fn complain(message: &str) {
    // Where standard error is closed, nobody wants to know.
    let _ = writeln!(io::stderr(), "byline: {}", Clean::new(message));
}

/// The articles that could not be done.
#[derive(Debug, Default)]
pub struct Failures(usize);

impl Failures {
    /// Notes that an article could not be done, and says which and why.
    pub fn note(&mut self, reason: &dyn fmt::Display) {
        self.0 += 1;
        complain(&reason.to_string());
    }

    /// Whether there was one.
    pub const fn any(&self) -> bool {
        self.0 > 0
    }
}
