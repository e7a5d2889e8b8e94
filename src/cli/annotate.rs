//! `byline annotate`: what is found in articles, on standard output.

use std::ffi::OsStr;
use std::io::{self, Write};

use serde::Deserialize;

use crate::annotate::annotate;
use crate::article::{ArticleBuilder, Loaded, MAX_BYTES, Meta};
use crate::export::{Finding, Format, Id};
use crate::load::Options;

use super::args::{Annotate, AnnotateInput};
use super::output::Failures;
use super::{input, lines};

/// A line of `--input jsonl`.
#[derive(Deserialize)]
struct Case {
    id: Id,
    text: String,
}

/// Annotates every article that is named.
pub fn run(args: &Annotate, out: &mut impl Write, failures: &mut Failures) -> io::Result<()> {
    let options = input::options(args.web);
    args.format.begin(out)?;
    for article in input::named(&args.articles) {
        match args.input {
            AnnotateInput::Article => articles(&article, args.format, &options, out, failures)?,
            AnnotateInput::Text => text(&article, args.format, out, failures)?,
            AnnotateInput::Jsonl => lines::each(&article, out, failures, |case, out| line(case, args.format, out))?,
        }
    }
    Ok(())
}

/// Annotates what is loaded from `argument`: one article, or all of a collection.
fn articles(
    argument: &OsStr,
    format: Format,
    options: &Options,
    out: &mut impl Write,
    failures: &mut Failures,
) -> io::Result<()> {
    for loaded in input::articles(argument, options) {
        match loaded {
            Ok(loaded) => write(&input::id(&loaded), &loaded, format, out)?,
            Err(error) => failures.note(&error),
        }
    }
    Ok(())
}

/// Annotates the text in `argument` to the byte.
fn text(argument: &OsStr, format: Format, out: &mut impl Write, failures: &mut Failures) -> io::Result<()> {
    let name = argument.to_string_lossy();
    match input::verbatim(argument) {
        Ok(text) => verbatim(&Id::Text(name.into_owned()), text, format, out),
        Err(reason) => {
            failures.note(&format_args!("{name}: {reason}"));
            Ok(())
        }
    }
}

/// Annotates one line; a refusal says why.
fn line(case: Case, format: Format, out: &mut impl Write) -> io::Result<Result<(), String>> {
    if case.text.len() > MAX_BYTES {
        return Ok(Err(input::too_long()));
    }
    verbatim(&case.id, case.text, format, out).map(Ok)
}

fn verbatim(id: &Id, text: String, format: Format, out: &mut impl Write) -> io::Result<()> {
    let meta = Meta { id: id.to_string().as_str().into(), ..Meta::default() };
    let loaded = Loaded { article: ArticleBuilder::verbatim(meta, text), warnings: Vec::new() };
    write(id, &loaded, format, out)
}

fn write(id: &Id, loaded: &Loaded, format: Format, out: &mut impl Write) -> io::Result<()> {
    let annotations = annotate(&loaded.article);
    format.write(&Finding { id, loaded, annotations: &annotations }, out)
}
