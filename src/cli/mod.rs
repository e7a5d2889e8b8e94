//! The command line: arguments → one of the commands → an exit status.
//!
//! Exit status 0: all went well. 1: an article could not be read (every other was still done), or standard output
//! failed. 2: the arguments or the settings are wrong; nothing was done. A closed pipe is no failure.

mod annotate;
mod args;
mod input;
mod lines;
mod manual;
mod output;
mod read;
mod text;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use crate::config::Config;
use crate::tui::shell::Ended;

use args::{Command, Parsed, Settings};
use output::{Failures, complain};

/// Does what `arguments` ask for; the first is the program's own name.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match args::parse(arguments) {
        Parsed::Args(args) => args,
        Parsed::Told => return ExitCode::SUCCESS,
        Parsed::Wrong => return ExitCode::from(2),
    };
    let mut failures = Failures::default();
    let mut out = output::stdout();
    let done = match args.command {
        Some(Command::Annotate(args)) => annotate::run(&args, &mut out, &mut failures),
        Some(Command::Text(args)) => text::run(&args, &mut out, &mut failures),
        Some(Command::Completions { shell }) => manual::completions(shell, &mut out),
        Some(Command::Man) => manual::man(&mut out),
        Some(Command::Config) => manual::config(&mut out),
        Some(Command::Keys { settings }) => match configured(&settings) {
            Ok(config) => manual::keys(&config, &mut out),
            Err(wrong) => return wrong,
        },
        None => match configured(&args.settings) {
            Ok(config) => match read::run(&args.articles, args.web, &config, &mut out, &mut failures) {
                Ok(Ended::Quit) => Ok(()),
                Ok(Ended::Failed(why)) => {
                    failures.note(&why);
                    Ok(())
                }
                Ok(ended) => return ExitCode::from(ended.status()),
                Err(error) => Err(error),
            },
            Err(wrong) => return wrong,
        },
    };
    status(done.and_then(|()| io::Write::flush(&mut out)), &failures)
}

/// The settings; where they are wrong, every fault is told, and the exit status is given.
fn configured(settings: &Settings) -> Result<Config, ExitCode> {
    Config::load(settings.file.as_deref()).map_err(|faults| {
        for fault in &faults {
            complain(&fault.to_string());
        }
        ExitCode::from(2)
    })
}

/// The exit status after the output came to `written`.
fn status(written: io::Result<()>, failures: &Failures) -> ExitCode {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            complain(&format!("standard output: {error}"));
            ExitCode::FAILURE
        }
        _ if failures.any() => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}
