//! W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>): an `AnnotationPage` an article, on one line.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::annotate::{Claim, Mark, Note};
use crate::text::TextRange;

use super::Finding;
use super::offsets::Offsets;

/// Characters of the text on each side of a quotation that help to find it again.
const CONTEXT: usize = 32;

/// Writes the annotations of one article. Positions are Unicode scalar values into the text of `byline text`.
pub fn write(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let text = finding.loaded.article.text();
    let page = Page { finding, text, offsets: Offsets::new(text) };
    let items: Vec<Value> =
        finding.annotations.marks().iter().enumerate().map(|(at, mark)| page.annotation(at, mark)).collect();
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": items,
    });
    serde_json::to_writer(&mut *out, &page)?;
    out.write_all(b"\n")
}

struct Page<'a> {
    finding: &'a Finding<'a>,
    text: &'a str,
    offsets: Offsets<'a>,
}

impl Page<'_> {
    fn annotation(&self, at: usize, mark: &Mark) -> Value {
        let (tag, words) = self.body(mark);
        let mut bodies = vec![json!({"type": "TextualBody", "purpose": "classifying", "value": tag})];
        if let Some(words) = words {
            bodies.push(json!({"type": "TextualBody", "purpose": "describing", "value": words}));
        }
        let source = self
            .finding
            .loaded
            .article
            .meta()
            .url
            .as_ref()
            .map_or_else(|| self.finding.id.to_string(), ToString::to_string);
        json!({
            "id": format!("#mark-{}", at + 1),
            "type": "Annotation",
            "body": bodies,
            "target": {"source": source, "selector": self.selectors(mark.range)},
        })
    }

    /// What kind of finding a mark is, and what there is to say of it.
    fn body(&self, mark: &Mark) -> (&'static str, Option<String>) {
        match &mark.note {
            Note::Mention(mention) => match self.finding.annotations.entity(mention.entity) {
                Some(entity) => (entity.kind.name(), Some(entity.name.clone())),
                None => ("name", None),
            },
            Note::Statistic(statistic) => {
                let unit = statistic.unit.as_deref().unwrap_or_default();
                ("statistic", Some(format!("{} {unit}", statistic.value).trim_end().to_owned()))
            }
            Note::Date(date) => ("date", date.value.clone()),
            Note::Claim(claim) => ("claim", Some(self.told(claim))),
            Note::Assertion => ("assertion", None),
        }
    }

    /// Who says it, and with which word.
    fn told(&self, claim: &Claim) -> String {
        let named = claim.speaker.and_then(|speaker| self.finding.annotations.entity(speaker));
        let words = claim.source.first().map_or("", |range| range.of(self.text));
        format!("{} {}", named.map_or(words, |entity| &entity.name), claim.stance.name()).trim_start().to_owned()
    }

    fn selectors(&self, range: TextRange) -> Value {
        let (before, after) = (&self.text[..range.start()], &self.text[range.end()..]);
        let prefix = before.char_indices().rev().take(CONTEXT).last().map_or("", |(at, _)| &before[at..]);
        let suffix = after.char_indices().nth(CONTEXT).map_or(after, |(at, _)| &after[..at]);
        json!([
            {
                "type": "TextPositionSelector",
                "start": self.offsets.chars(range.start()),
                "end": self.offsets.chars(range.end()),
            },
            {
                "type": "TextQuoteSelector",
                "exact": range.of(self.text),
                "prefix": prefix,
                "suffix": suffix,
            },
        ])
    }
}
