//! What the program says about itself: settings, keys, completions, the manual page.

use std::io::{self, Write};

use clap_complete::Shell;

use crate::config::{Config, MANUAL};
use crate::tui::command::{Group, TABLE};

use super::args;

/// Prints the settings with their defaults and what they mean, as a settings file; the keys stand there as comments.
pub fn config(out: &mut impl Write) -> io::Result<()> {
    out.write_all(MANUAL.as_bytes())?;
    let widest = TABLE.iter().map(|entry| entry.name.len()).max().unwrap_or_default();
    for entry in TABLE {
        writeln!(out, "# {:widest$} = {:?}  # {}", entry.name, entry.keys, entry.help)?;
    }
    Ok(())
}

/// Prints the keys as `config` has them: by group, with the name of the command and what it does.
pub fn keys(config: &Config, out: &mut impl Write) -> io::Result<()> {
    let shown = |name| config.keymap.keys(name).join("  ");
    let name_width = TABLE.iter().map(|entry| entry.name.len()).max().unwrap_or_default();
    let keys_width = TABLE.iter().map(|entry| shown(entry.name).len()).max().unwrap_or_default();
    for (at, group) in Group::ALL.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        writeln!(out, "{}", group.title())?;
        for entry in TABLE.iter().filter(|entry| entry.group == *group) {
            let keys = shown(entry.name);
            writeln!(out, "  {keys:keys_width$}  {:name_width$}  {}", entry.name, entry.help)?;
        }
    }
    Ok(())
}

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
