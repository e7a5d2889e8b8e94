//! JSON: the record of `byline annotate`, and the smaller one of `byline text`.

use std::io::{self, Write};

use serde::Serialize;

use crate::article::Loaded;

use super::record::ImageRecord;
use super::{Finding, Id, Record};

/// Writes the record on one line.
pub fn line(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Record::new(finding))?;
    out.write_all(b"\n")
}

/// Writes the record, indented.
pub fn indented(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Record::new(finding))?;
    out.write_all(b"\n")
}

/// What `byline text --format json` tells.
#[derive(Serialize, Debug)]
struct TextRecord<'a> {
    id: &'a Id,
    text: &'a str,
    title: Option<&'a str>,
    authors: Vec<&'a str>,
    published: Option<String>,
    modified: Option<String>,
    publisher: Option<&'a str>,
    language: Option<&'a str>,
    url: Option<&'a str>,
    image: Option<ImageRecord<'a>>,
    warnings: Vec<String>,
}

/// Writes the text of the article called `id`, and what is known about it, on one line.
pub fn text_line(id: &Id, loaded: &Loaded, out: &mut impl Write) -> io::Result<()> {
    let meta = loaded.article.meta();
    let record = TextRecord {
        id,
        text: loaded.article.text(),
        title: meta.title.as_ref().map(AsRef::as_ref),
        authors: meta.authors.iter().map(AsRef::as_ref).collect(),
        published: meta.published.map(|published| published.to_string()),
        modified: meta.modified.map(|modified| modified.to_string()),
        publisher: meta.publisher.as_ref().map(AsRef::as_ref),
        language: meta.language.as_ref().map(AsRef::as_ref),
        url: meta.url.as_ref().map(AsRef::as_ref),
        image: meta.image.as_ref().map(ImageRecord::new),
        warnings: loaded.warnings.iter().map(ToString::to_string).collect(),
    };
    serde_json::to_writer(&mut *out, &record)?;
    out.write_all(b"\n")
}
