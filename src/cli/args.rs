//! What can be said on the command line. Help, manual page and completions are made from these types.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::export::{Format, TextFormat};

use super::output::complain;

/// Read an article in the terminal with its people, organizations, places, numbers and claims beside it.
#[derive(Parser, Debug)]
#[command(
    name = "byline",
    version,
    args_override_self = true,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to read: paths, http(s) addresses, or - for standard input
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<OsString>,
    #[command(flatten)]
    pub web: Web,
    #[command(flatten)]
    pub settings: Settings,
}

/// How pages on the web are got.
#[derive(Args, Clone, Copy, Debug)]
pub struct Web {
    /// Fetch nothing: a page on the web opens only if it was read before
    #[arg(long = "offline")]
    pub is_offline: bool,
}

/// Where the settings are.
#[derive(Args, Debug)]
pub struct Settings {
    /// The settings file, in place of your own
    #[arg(long = "config", value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// What to do instead of opening the reader.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Print what is found in articles: names, numbers, dates, claims
    Annotate(Annotate),
    /// Print articles as clean text
    Text(Text),
    /// Print a completion script for a shell
    Completions {
        /// The shell to complete for
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// Print the keys, as they are set
    Keys {
        #[command(flatten)]
        settings: Settings,
    },
    /// Print a settings file with every setting, its default and what it means
    Config,
}

/// Arguments of `byline annotate`.
#[derive(Args, Debug)]
pub struct Annotate {
    /// What to read: paths, http(s) addresses, or - for standard input (the default)
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<OsString>,
    /// How to write it down
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// What the input is
    #[arg(long, value_enum, default_value_t)]
    pub input: AnnotateInput,
    #[command(flatten)]
    pub web: Web,
}

/// Arguments of `byline text`.
#[derive(Args, Debug)]
pub struct Text {
    /// What to read: paths, http(s) addresses, or - for standard input (the default)
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<OsString>,
    /// How to write it down
    #[arg(long, value_enum, default_value_t)]
    pub format: TextFormat,
    /// What the input is
    #[arg(long, value_enum, default_value_t)]
    pub input: TextInput,
    #[command(flatten)]
    pub web: Web,
}

/// What `byline annotate` is given.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug, Default)]
pub enum AnnotateInput {
    /// Articles, loaded as the reader loads them
    #[default]
    Article,
    /// UTF-8 text, taken verbatim
    Text,
    /// A line {"id": …, "text": …} each, the text taken verbatim
    Jsonl,
}

/// What `byline text` is given.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum, Debug, Default)]
pub enum TextInput {
    /// Articles, loaded as the reader loads them
    #[default]
    Article,
    /// A line {"id": …, "path": … or "html": …, "url": …} each
    Jsonl,
}

/// What came of the arguments.
pub enum Parsed {
    /// They can be done.
    Args(Arguments),
    /// They asked for help or the version, which was printed.
    Told,
    /// They are wrong, which was said on standard error.
    Wrong,
}

/// Reads the arguments; where they are wrong, every fault is told at once.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Parsed {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut faults = Vec::new();
    let parsed = loop {
        match Arguments::try_parse_from(&arguments) {
            Ok(args) => {
                faults.extend(unfit(&args));
                break Some(args);
            }
            Err(error) if !error.use_stderr() => {
                if faults.is_empty() {
                    // A closed pipe is no error, and nobody is left to be told of another.
                    let _ = error.print();
                    return Parsed::Told;
                }
                break None;
            }
            Err(error) => {
                let more = forget(&mut arguments, &error);
                faults.push(message(&error));
                if !more {
                    break None;
                }
            }
        }
    };
    match parsed {
        Some(args) if faults.is_empty() => Parsed::Args(args),
        _ => {
            for fault in faults {
                complain(&fault);
            }
            complain("try 'byline --help'");
            Parsed::Wrong
        }
    }
}

/// What is wrong with arguments that are right one by one.
fn unfit(args: &Arguments) -> Option<String> {
    let Some(Command::Annotate(annotate)) = &args.command else { return None };
    let several = annotate.articles.len() > 1 || annotate.input == AnnotateInput::Jsonl;
    (annotate.format.holds_one() && several)
        .then(|| "'--format brat' writes the annotations of one article; call it once for each".to_owned())
}

/// The fault itself on one line, without clap's usage lines.
fn message(error: &clap::Error) -> String {
    let whole = error.to_string();
    let fault = whole.strip_prefix("error: ").unwrap_or(&whole);
    let end = ["\n\nUsage:", "\n\nFor more information"].iter().filter_map(|mark| fault.find(mark)).min();
    let lines = fault[..end.unwrap_or(fault.len())].lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("; ")
}

/// Takes the option that `error` is about out of `arguments`, so that the rest can be looked at; false where it cannot
/// be told apart.
fn forget(arguments: &mut Vec<OsString>, error: &clap::Error) -> bool {
    let Some(ContextValue::String(named)) = error.get(ContextKind::InvalidArg) else { return false };
    let option = named.split(' ').next().unwrap_or_default();
    let Some(at) = arguments.iter().position(|argument| is_option(argument, option)) else { return false };
    let whole = arguments.remove(at);
    let takes_value = matches!(error.kind(), ErrorKind::InvalidValue | ErrorKind::ValueValidation);
    let value = match error.get(ContextKind::InvalidValue) {
        Some(ContextValue::String(value)) => value.as_str(),
        _ => "",
    };
    if takes_value && whole == option && arguments.get(at).is_some_and(|next| next == value) {
        arguments.remove(at);
    }
    true
}

/// Whether `argument` is `option`, alone or with `=` and its value.
fn is_option(argument: &OsString, option: &str) -> bool {
    let Some(rest) = argument.to_str().and_then(|argument| argument.strip_prefix(option)) else { return false };
    option.starts_with('-') && (rest.is_empty() || rest.starts_with('='))
}

/// All of the command line, for the manual page and completions.
pub fn command() -> clap::Command {
    Arguments::command()
}
