//! brat's standoff format: a `.ann` file for the text that `byline text` (or `--input text`) gives.
//!
//! Text-bound annotations are `T1<TAB>Person 0 10<TAB>Sam Altman`; a claim is an event whose trigger is its cue, with
//! Source and Content as arguments. brat wants no line breaks within a span, so a span over several lines is told in
//! pieces.

use std::io::{self, Write};

use crate::annotate::{Claim, Note};
use crate::text::TextRange;

use super::Finding;
use super::offsets::Offsets;

/// Writes the annotations of one article.
pub fn write(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let text = finding.loaded.article.text();
    let mut brat = Brat { text, offsets: Offsets::new(text), spans: 0, events: 0, out };
    for mark in finding.annotations.marks() {
        match &mark.note {
            Note::Mention(mention) => {
                let kind = finding.annotations.entity(mention.entity).map_or("name", |entity| entity.kind.name());
                brat.span(kind, &[mark.range])?;
            }
            Note::Statistic(statistic) => {
                let span = brat.span("statistic", &[mark.range])?;
                brat.note(span, &statistic.value.to_string())?;
            }
            Note::Date(date) => {
                let span = brat.span("date", &[mark.range])?;
                if let Some(value) = &date.value {
                    brat.note(span, value)?;
                }
            }
            Note::Claim(claim) => brat.claim(claim)?,
            Note::Assertion => drop(brat.span("assertion", &[mark.range])?),
        }
    }
    Ok(())
}

struct Brat<'a, W> {
    text: &'a str,
    offsets: Offsets<'a>,
    /// Text-bound annotations so far.
    spans: usize,
    /// Events so far.
    events: usize,
    out: &'a mut W,
}

impl<W: Write> Brat<'_, W> {
    /// Writes a text-bound annotation and gives back its number.
    fn span(&mut self, kind: &str, ranges: &[TextRange]) -> io::Result<usize> {
        self.spans += 1;
        let pieces: Vec<TextRange> = ranges.iter().flat_map(|&range| lines(self.text, range)).collect();
        let shown =
            |piece: &TextRange| format!("{} {}", self.offsets.chars(piece.start()), self.offsets.chars(piece.end()));
        let offsets: Vec<_> = pieces.iter().map(shown).collect();
        let words: Vec<_> = pieces.iter().map(|piece| piece.of(self.text)).collect();
        writeln!(self.out, "T{}\t{} {}\t{}", self.spans, capitalized(kind), offsets.join(";"), words.join(" "))?;
        Ok(self.spans)
    }

    /// Writes what is known of the annotation with number `span`.
    fn note(&mut self, span: usize, words: &str) -> io::Result<()> {
        writeln!(self.out, "#{span}\tAnnotatorNotes T{span}\t{words}")
    }

    fn claim(&mut self, claim: &Claim) -> io::Result<()> {
        // An event hangs on its trigger; a claim without a cue hangs on its content.
        let trigger = if claim.cue.is_empty() { &claim.content } else { &claim.cue };
        if trigger.is_empty() {
            return Ok(());
        }
        let trigger = self.span("claim", trigger)?;
        let mut event = format!("Claim:T{trigger}");
        for (name, ranges) in [("Source", &claim.source), ("Content", &claim.content)] {
            if !ranges.is_empty() {
                let span = self.span(name, ranges)?;
                event.extend([" ", name, ":T", &span.to_string()]);
            }
        }
        self.events += 1;
        writeln!(self.out, "E{}\t{event}", self.events)
    }
}

/// The parts of `range` on each of its lines.
fn lines(text: &str, range: TextRange) -> Vec<TextRange> {
    let mut start = range.start();
    let mut pieces = Vec::new();
    for line in range.of(text).split('\n') {
        pieces.extend(TextRange::new(start, start + line.len()).filter(|piece| !piece.is_empty()));
        start += line.len() + 1;
    }
    pieces
}

/// brat's types begin with a capital.
fn capitalized(kind: &str) -> String {
    let mut chars = kind.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
