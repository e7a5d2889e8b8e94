//! The formats by name, and what each is given to write.

use std::io::{self, Write};

use clap::ValueEnum;

use crate::annotate::Annotations;
use crate::article::Loaded;

use super::{Id, brat, conll, csv, html, json, markdown, plain, report, webanno};

/// One article with what was found in it, ready to be written.
#[derive(Clone, Copy, Debug)]
pub struct Finding<'a> {
    /// What the article is called.
    pub id: &'a Id,
    /// The article.
    pub loaded: &'a Loaded,
    /// What was found in it.
    pub annotations: &'a Annotations,
}

/// How `byline annotate` writes down what it found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum Format {
    /// JSON Lines: one record a line
    #[default]
    Jsonl,
    /// The same records, indented
    Json,
    /// A table of all findings, a row each
    Csv,
    /// brat's standoff annotations (.ann) for one article
    Brat,
    /// A token a line with names in BIO notation
    Conll,
    /// W3C Web Annotation: a JSON-LD page an article
    Webanno,
    /// A web page with everything marked
    Html,
    /// A report: people, organizations, places, statistics, claims
    Markdown,
}

impl Format {
    /// Writes what stands before the first article.
    pub fn begin(self, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Csv => csv::begin(out),
            Self::Html => html::begin(out),
            _ => Ok(()),
        }
    }

    /// Whether several articles would run together: the format has no place for their names.
    pub const fn holds_one(self) -> bool {
        matches!(self, Self::Brat)
    }

    /// Writes `finding`.
    pub fn write(self, finding: &Finding, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Jsonl => json::line(finding, out),
            Self::Json => json::indented(finding, out),
            Self::Csv => csv::write(finding, out),
            Self::Brat => brat::write(finding, out),
            Self::Conll => conll::write(finding, out),
            Self::Webanno => webanno::write(finding, out),
            Self::Html => html::write(finding, out),
            Self::Markdown => report::write(finding, out),
        }
    }
}

/// How `byline text` writes an article down.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, ValueEnum)]
pub enum TextFormat {
    /// The text alone
    #[default]
    Text,
    /// Markdown, with title, headings, quotations, lists and links
    Markdown,
    /// One JSON object a line: the text, title, authors and the like
    Json,
}

impl TextFormat {
    /// Whether an empty line should part two articles.
    pub const fn needs_gap(self) -> bool {
        !matches!(self, Self::Json)
    }

    /// Writes the article called `id`.
    pub fn write(self, id: &Id, loaded: &Loaded, out: &mut impl Write) -> io::Result<()> {
        match self {
            Self::Text => plain::write(&loaded.article, out),
            Self::Markdown => markdown::write(&loaded.article, out),
            Self::Json => json::text_line(id, loaded, out),
        }
    }
}
