//! Columns as those of the `CoNLL` shared tasks: a token a line with its offsets and its name in BIO notation; an empty line after each sentence.

use std::io::{self, Write};

use crate::annotate::{Document, How, Note};
use crate::text::TextRange;

use super::Finding;
use super::offsets::Offsets;

/// Writes the tokens of one article: token, start, end, tag.
pub fn write(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let article = &finding.loaded.article;
    let document = Document::new(article);
    let offsets = Offsets::new(article.text());
    let mut names = names(finding).into_iter().peekable();
    writeln!(out, "-DOCSTART- {} {} O\n", offsets.chars(0), offsets.chars(article.text().len()))?;
    for sentence in document.sentences() {
        for token in &document.tokens()[sentence.tokens.clone()] {
            while names.next_if(|(name, _)| name.end() <= token.range.start()).is_some() {}
            let tag = match names.peek() {
                Some((name, kind)) if name.overlaps(token.range) => {
                    let begins = name.start() >= token.range.start();
                    format!("{}-{}", if begins { "B" } else { "I" }, kind.to_uppercase())
                }
                _ => "O".to_owned(),
            };
            let (start, end) = (offsets.chars(token.range.start()), offsets.chars(token.range.end()));
            writeln!(out, "{} {start} {end} {tag}", token.of(article.text()))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

/// The outermost names with their kinds, in order; what only refers to an entity is none.
fn names<'a>(finding: &Finding<'a>) -> Vec<(TextRange, &'a str)> {
    let mut found: Vec<(TextRange, &str)> = Vec::new();
    for mark in finding.annotations.marks() {
        let Note::Mention(mention) = &mark.note else { continue };
        let outer = found.last().is_none_or(|(last, _)| !last.overlaps(mark.range));
        if outer
            && !matches!(mention.how, How::Role | How::Pronoun)
            && let Some(entity) = finding.annotations.entity(mention.entity)
        {
            found.push((mark.range, entity.kind.name()));
        }
    }
    found
}
