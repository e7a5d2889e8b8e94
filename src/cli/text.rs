//! `byline text`: articles as clean text, on standard output.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use serde::Deserialize;

use crate::export::{Id, TextFormat};
use crate::load::{Options, Source, load};

use super::args::{Text, TextInput};
use super::output::Failures;
use super::{input, lines};

/// A line of `--input jsonl`: where the article is, or the article itself.
#[derive(Deserialize)]
struct Case {
    id: Id,
    path: Option<PathBuf>,
    html: Option<String>,
    url: Option<String>,
}

/// Prints every article that is named.
pub fn run(args: &Text, out: &mut impl Write, failures: &mut Failures) -> io::Result<()> {
    let options = input::options(args.web);
    match args.input {
        TextInput::Article => print(&args.articles, args.format, &options, out, failures),
        TextInput::Jsonl => input::named(&args.articles).iter().try_for_each(|argument| {
            lines::each(argument, out, failures, |case, out| line(case, args.format, &options, out))
        }),
    }
}

/// Prints `articles` one after the other.
pub fn print(
    articles: &[OsString],
    format: TextFormat,
    options: &Options,
    out: &mut impl Write,
    failures: &mut Failures,
) -> io::Result<()> {
    let mut first = true;
    for argument in input::named(articles) {
        for loaded in input::articles(&argument, options) {
            match loaded {
                Ok(loaded) => {
                    if !first && format.needs_gap() {
                        writeln!(out)?;
                    }
                    first = false;
                    format.write(&input::id(&loaded), &loaded, out)?;
                }
                Err(error) => failures.note(&error),
            }
        }
    }
    Ok(())
}

/// Loads one line as the reader would; a refusal says why.
fn line(case: Case, format: TextFormat, options: &Options, out: &mut impl Write) -> io::Result<Result<(), String>> {
    let source = match (case.path, case.html) {
        (Some(path), None) => Source::Path(path),
        (None, Some(text)) => Source::Text { name: format!("{}.html", case.id), text },
        _ => return Ok(Err("it needs either \"path\" or \"html\"".to_owned())),
    };
    let options = Options { url: case.url, ..options.clone() };
    match load(&source, &options).and_then(|opened| input::first(opened, &options)) {
        Ok(loaded) => format.write(&case.id, &loaded, out).map(Ok),
        Err(error) => Ok(Err(error.to_string())),
    }
}
