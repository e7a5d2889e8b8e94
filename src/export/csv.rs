//! CSV (RFC 4180): one table of all findings, a row each, with the same columns for every kind.

use std::io::{self, Write};

use crate::annotate::{Bound, Change, ChangeKind, Claim, EntityId, Mark, Note, Statistic};
use crate::text::TextRange;

use super::Finding;
use super::offsets::Offsets;

/// One row; what a finding does not have stays empty.
#[derive(Default)]
struct Row<'a> {
    finding: &'a str,
    kind: &'a str,
    /// What the finding is about: its words, of a claim those of its content.
    text: String,
    entity: &'a str,
    value: String,
    high: String,
    unit: &'a str,
    bound: &'a str,
    change: &'a str,
    by_or_to: &'a str,
    of: &'a str,
    since: &'a str,
    source: String,
    cue: String,
}

/// The names of the columns.
const COLUMNS: [&str; 17] = [
    "article", "start", "end", "finding", "kind", "text", "entity", "value", "high", "unit", "bound", "change",
    "by_or_to", "of", "since", "source", "cue",
];

/// Writes the first row.
pub fn begin(out: &mut impl Write) -> io::Result<()> {
    write_row(&COLUMNS, out)
}

/// Writes a row for everything that was found; start and end count Unicode scalar values.
pub fn write(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let text = finding.loaded.article.text();
    let offsets = Offsets::new(text);
    let article = finding.id.to_string();
    for mark in finding.annotations.marks() {
        let start = offsets.chars(mark.range.start()).to_string();
        let end = offsets.chars(mark.range.end()).to_string();
        let row = row(finding, text, mark);
        let cells = [
            &article,
            &start,
            &end,
            row.finding,
            row.kind,
            &row.text,
            row.entity,
            &row.value,
            &row.high,
            row.unit,
            row.bound,
            row.change,
            row.by_or_to,
            row.of,
            row.since,
            &row.source,
            &row.cue,
        ];
        write_row(&cells, out)?;
    }
    Ok(())
}

fn row<'a>(finding: &Finding<'a>, text: &'a str, mark: &'a Mark) -> Row<'a> {
    let words = mark.range.of(text).to_owned();
    match &mark.note {
        Note::Mention(mention) => {
            let entity = finding.annotations.entity(mention.entity);
            Row {
                finding: "mention",
                kind: entity.map_or("", |entity| entity.kind.name()),
                text: words,
                entity: name(finding, Some(mention.entity)),
                ..Row::default()
            }
        }
        Note::Statistic(found) => statistic(found, text, words),
        Note::Date(date) => Row {
            finding: "date",
            text: words,
            value: date.value.clone().unwrap_or_default(),
            high: date.high.clone().unwrap_or_default(),
            ..Row::default()
        },
        Note::Claim(found) => claim(finding, found, text),
        Note::Assertion => Row { finding: "assertion", text: words, ..Row::default() },
    }
}

fn statistic<'a>(found: &'a Statistic, text: &'a str, words: String) -> Row<'a> {
    Row {
        finding: "statistic",
        kind: found.kind.name(),
        text: words,
        value: found.value.to_string(),
        high: found.high.map(|high| high.to_string()).unwrap_or_default(),
        unit: found.unit.as_deref().unwrap_or_default(),
        bound: found.bound.map_or("", Bound::name),
        change: found.change.map_or("", Change::name),
        by_or_to: found.change_kind.map_or("", ChangeKind::name),
        of: found.of.map_or("", |of| of.of(text)),
        since: found.since.map_or("", |since| since.of(text)),
        ..Row::default()
    }
}

fn claim<'a>(finding: &Finding<'a>, found: &Claim, text: &str) -> Row<'a> {
    let pieces = |ranges: &[TextRange]| ranges.iter().map(|range| range.of(text)).collect::<Vec<_>>().join(" … ");
    Row {
        finding: "claim",
        kind: found.stance.name(),
        text: pieces(&found.content),
        entity: name(finding, found.speaker),
        source: pieces(&found.source),
        cue: pieces(&found.cue),
        ..Row::default()
    }
}

/// The name of an entity.
fn name<'a>(finding: &Finding<'a>, entity: Option<EntityId>) -> &'a str {
    entity.and_then(|entity| finding.annotations.entity(entity)).map_or("", |entity| &entity.name)
}

/// Writes one row, quoting what has to be.
fn write_row(cells: &[&str], out: &mut impl Write) -> io::Result<()> {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.write_all(b",")?;
        }
        if cell.contains([',', '"', '\n', '\r']) {
            write!(out, "\"{}\"", cell.replace('"', "\"\""))?;
        } else {
            out.write_all(cell.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}
