//! What the program says about itself: completions, the manual page.

use std::io::{self, Write};

use clap_complete::Shell;

use super::args;

/// Prints the completion script for `shell`.
pub fn completions(shell: Shell, out: &mut impl Write) -> io::Result<()> {
    // Made in memory first: clap_complete panics where its writer fails.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut args::command(), "byline", &mut script);
    out.write_all(&script)
}

/// Prints the manual page, in roff.
pub fn man(out: &mut impl Write) -> io::Result<()> {
    clap_mangen::Man::new(args::command()).render(out)
}
