//! JSON Lines in: one case a line, worked off one by one, so that memory is bounded by the longest line.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Write};

use serde::de::DeserializeOwned;

use super::input;
use super::output::Failures;

/// Bytes read at once.
const PIECE: usize = 1 << 16;

/// Calls `work` with every line of the file `argument`, in order; what it writes to `out` is passed on whenever the
/// input pauses.
///
/// A line that cannot be read, or that `work` refuses, is noted with its number; the others are still done.
///
/// # Errors
/// Those of `out`.
pub fn each<T, W>(
    argument: &OsStr,
    out: &mut W,
    failures: &mut Failures,
    mut work: impl FnMut(T, &mut W) -> io::Result<Result<(), String>>,
) -> io::Result<()>
where
    T: DeserializeOwned,
    W: Write,
{
    let name = argument.to_string_lossy();
    let input = match input::open(argument) {
        Ok(input) => input,
        Err(error) => {
            failures.note(&format_args!("{name}: {error}"));
            return Ok(());
        }
    };
    let mut input = BufReader::with_capacity(PIECE, input);
    let mut line = Vec::new();
    for number in 1.. {
        // Nothing more to do at once: whoever waits for the answers gets them now.
        if !input.buffer().contains(&b'\n') {
            out.flush()?;
        }
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => break,
            Ok(_) => (),
            Err(error) => {
                failures.note(&format_args!("{name}: {error}"));
                break;
            }
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let done = match serde_json::from_slice(&line) {
            Ok(case) => work(case, out)?,
            Err(error) => Err(error.to_string()),
        };
        if let Err(reason) = done {
            failures.note(&format_args!("{name}, line {number}: {reason}"));
        }
    }
    Ok(())
}
