//! HTML: one page that shows the articles with everything marked, and needs no other file.

use std::io::{self, Write};

use crate::annotate::{Annotations, Mark, MarkId, Note};
use crate::article::{Block, BlockKind};
use crate::text::TextRange;

use super::Finding;

/// The head of the page. Kinds differ by colour and by the line below them; both change with a dark screen.
const HEAD: &str = r#"<!doctype html>
<html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="byline">
<title>byline</title>
<style>
:root { color-scheme: light dark }
body { font: 1.1rem/1.6 Georgia, serif; max-width: 38em; margin: 2em auto; padding: 0 1em }
.person { text-decoration: underline solid #c2410c 2px }
.organization { text-decoration: underline double #1d4ed8 1px }
.place { text-decoration: underline dotted #15803d 2px }
.statistic { font-weight: bold; color: light-dark(#7e22ce, #d8b4fe) }
.date { text-decoration: underline dashed #a16207 1px }
.claim { background: light-dark(#fef9c3, #422006) }
</style>
"#;

/// Writes what comes before the first article.
pub fn begin(out: &mut impl Write) -> io::Result<()> {
    out.write_all(HEAD.as_bytes())
}

/// Writes one article.
pub fn write(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let article = &finding.loaded.article;
    writeln!(out, "<article>")?;
    let titled = article.blocks().iter().any(|block| block.kind == BlockKind::Title);
    if let Some(title) = article.meta().title.as_ref().filter(|_| !titled) {
        writeln!(out, "<h1>{}</h1>", escaped(title.as_str()))?;
    }
    let mut open = None;
    for block in article.blocks() {
        let list = list(block);
        if open != list {
            open.map_or(Ok(()), |list| writeln!(out, "</{list}>"))?;
            list.map_or(Ok(()), |list| writeln!(out, "<{list}>"))?;
            open = list;
        }
        let tag = tag(block);
        write!(out, "<{tag}>")?;
        marked(article.text(), block.range, finding.annotations, out)?;
        writeln!(out, "</{tag}>")?;
    }
    open.map_or(Ok(()), |list| writeln!(out, "</{list}>"))?;
    writeln!(out, "</article>")
}

/// The element around a block, for items of a list.
const fn list(block: &Block) -> Option<&'static str> {
    match block.kind {
        BlockKind::Item { number: Some(_), .. } => Some("ol"),
        BlockKind::Item { number: None, .. } => Some("ul"),
        _ => None,
    }
}

/// The element of a block.
fn tag(block: &Block) -> String {
    match block.kind {
        BlockKind::Title => "h1".to_owned(),
        BlockKind::Heading(level) => format!("h{}", level.clamp(1, 6)),
        BlockKind::Quote => "blockquote".to_owned(),
        BlockKind::Item { .. } => "li".to_owned(),
        BlockKind::Code | BlockKind::Table => "pre".to_owned(),
        BlockKind::Caption => "figcaption".to_owned(),
        BlockKind::Paragraph => "p".to_owned(),
    }
}

/// Writes the text of `block`. Marks may overlap and elements may not, so the text is cut wherever a mark begins or
/// ends, and each piece tells of all marks over it.
fn marked(text: &str, block: TextRange, annotations: &Annotations, out: &mut impl Write) -> io::Result<()> {
    let mut cuts = vec![block.start(), block.end()];
    for (_, mark) in annotations.touching(block) {
        cuts.extend([mark.range.start(), mark.range.end()].iter().filter(|&&cut| block.contains(cut)));
    }
    cuts.sort_unstable();
    cuts.dedup();
    for pair in cuts.windows(2) {
        let Some(piece) = TextRange::new(pair[0], pair[1]) else { continue };
        let marks: Vec<(MarkId, &Mark)> = annotations.touching(piece).collect();
        if marks.is_empty() {
            write!(out, "{}", escaped(piece.of(text)))?;
            continue;
        }
        let kinds: Vec<_> = marks.iter().map(|(_, mark)| kind(mark, annotations)).collect();
        let told: Vec<_> = marks.iter().map(|(_, mark)| told(mark, annotations)).collect();
        let (kinds, told) = (kinds.join(" "), escaped(&told.join("; ")));
        write!(out, "<span class=\"{kinds}\" title=\"{told}\">{}</span>", escaped(piece.of(text)))?;
    }
    Ok(())
}

/// The class of a mark.
fn kind(mark: &Mark, annotations: &Annotations) -> &'static str {
    match &mark.note {
        Note::Mention(mention) => annotations.entity(mention.entity).map_or("name", |entity| entity.kind.name()),
        Note::Statistic(_) => "statistic",
        Note::Date(_) => "date",
        Note::Claim(_) => "claim",
        Note::Assertion => "assertion",
    }
}

/// What the mouse shows of a mark.
fn told(mark: &Mark, annotations: &Annotations) -> String {
    match &mark.note {
        Note::Mention(mention) => {
            annotations.entity(mention.entity).map(|entity| entity.name.clone()).unwrap_or_default()
        }
        Note::Statistic(statistic) => {
            format!("{} {}", statistic.value, statistic.unit.as_deref().unwrap_or_default()).trim_end().to_owned()
        }
        Note::Date(date) => date.value.clone().unwrap_or_else(|| "date".to_owned()),
        Note::Assertion => "nobody is named who says so".to_owned(),
        Note::Claim(claim) => {
            let speaker = claim.speaker.and_then(|speaker| annotations.entity(speaker));
            format!("{} {}", speaker.map_or("somebody", |entity| &entity.name), claim.stance.name())
        }
    }
}

/// `text` with what HTML would read as its own replaced.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
