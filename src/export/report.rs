//! A report in Markdown: who is in the article, the numbers, the dates, and who claims what.

use std::io::{self, Write};

use crate::annotate::{Annotations, Change, Claim, EntityId, EntityKind, Statistic};
use crate::text::{Clean, TextRange};

use super::Finding;

/// Writes the report on one article.
pub fn write(finding: &Finding, out: &mut impl Write) -> io::Result<()> {
    let meta = finding.loaded.article.meta();
    let text = finding.loaded.article.text();
    let title = meta.title.as_ref().map_or_else(|| finding.id.to_string(), ToString::to_string);
    writeln!(out, "# {}\n", line(&title))?;
    let published = meta.published.map(|published| published.date().to_string());
    let authors: Vec<_> = meta.authors.iter().map(Clean::as_str).collect();
    let head: Vec<_> = [Some(authors.join(", ")), meta.publisher.as_ref().map(ToString::to_string), published]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    if !head.is_empty() {
        writeln!(out, "{}\n", line(&head.join(" · ")))?;
    }
    for kind in EntityKind::ALL {
        entities(finding.annotations, kind, out)?;
    }
    statistics(text, finding.annotations, out)?;
    claims(text, finding.annotations, out)
}

/// The entities of one kind, those that are mentioned most first.
fn entities(annotations: &Annotations, kind: EntityKind, out: &mut impl Write) -> io::Result<()> {
    let mut listed: Vec<_> = (0..)
        .map(EntityId)
        .zip(annotations.entities())
        .filter(|(_, entity)| entity.kind == kind)
        .map(|(id, entity)| (annotations.mentions_of(id).count(), entity))
        .collect();
    if listed.is_empty() {
        return Ok(());
    }
    listed.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    writeln!(out, "## {}\n", heading(kind))?;
    for (count, entity) in listed {
        write!(out, "- **{}** ({count})", line(&entity.name))?;
        if !entity.aliases.is_empty() {
            write!(out, ", also {}", line(&entity.aliases.join(", ")))?;
        }
        let roles: Vec<_> = entity.roles.iter().map(|role| role.text.as_str()).collect();
        if !roles.is_empty() {
            write!(out, ": {}", line(&roles.join("; ")))?;
        }
        writeln!(out)?;
    }
    writeln!(out)
}

fn statistics(text: &str, annotations: &Annotations, out: &mut impl Write) -> io::Result<()> {
    if annotations.statistics().next().is_none() {
        return Ok(());
    }
    writeln!(out, "## Statistics\n\n| | what | since |\n| --- | --- | --- |")?;
    for (_, _, statistic) in annotations.statistics() {
        let words = |range: Option<TextRange>| range.map(|range| line(range.of(text))).unwrap_or_default();
        writeln!(
            out,
            "| {}{} | {} | {} |",
            arrow(statistic),
            line(statistic.range.of(text)),
            words(statistic.of),
            words(statistic.since)
        )?;
    }
    writeln!(out)
}

fn arrow(statistic: &Statistic) -> &'static str {
    match statistic.change {
        Some(Change::Up) => "↑ ",
        Some(Change::Down) => "↓ ",
        None => "",
    }
}

fn claims(text: &str, annotations: &Annotations, out: &mut impl Write) -> io::Result<()> {
    if annotations.claims().next().is_none() {
        return Ok(());
    }
    writeln!(out, "## Claims\n")?;
    for (_, _, claim) in annotations.claims() {
        let content: Vec<_> = claim.content.iter().map(|range| range.of(text)).collect();
        writeln!(
            out,
            "- **{}** {}: {}",
            line(&source(text, claim, annotations)),
            claim.stance.name(),
            line(&content.join(" … "))
        )?;
    }
    writeln!(out)
}

/// Who makes a claim: by name where that is known, else in the text's words.
fn source(text: &str, claim: &Claim, annotations: &Annotations) -> String {
    let named = claim.speaker.and_then(|speaker| annotations.entity(speaker)).map(|entity| entity.name.clone());
    let words = || claim.source.iter().map(|range| range.of(text)).collect::<Vec<_>>().join(" ");
    Some(named.unwrap_or_else(words)).filter(|words| !words.is_empty()).unwrap_or_else(|| "Somebody".to_owned())
}

/// `text` on one line, so that Markdown reads it as it stands.
fn line(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|') {
            shown.push('\\');
        }
        shown.push(c);
    }
    shown
}

/// What the entities of one kind stand below.
const fn heading(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "People",
        EntityKind::Organization => "Organizations",
        EntityKind::Place => "Places",
        EntityKind::Product => "Products",
        EntityKind::Event => "Events",
        EntityKind::Work => "Works",
        EntityKind::Group => "Groups",
        EntityKind::Law => "Laws",
    }
}
