//! Markdown (CommonMark): the article with its title, headings, quotations, lists, emphasis and links.

use std::io::{self, Write};

use crate::article::{Article, Block, BlockKind, Inline, InlineKind};
use crate::text::TextRange;

/// Writes `article`; the title known from elsewhere goes first where the text does not hold one.
pub fn write(article: &Article, out: &mut impl Write) -> io::Result<()> {
    let titled = article.blocks().iter().any(|block| block.kind == BlockKind::Title);
    if let Some(title) = article.meta().title.as_ref().filter(|_| !titled) {
        write!(out, "# ")?;
        escaped(title.as_str(), out)?;
        writeln!(out, "\n")?;
    }
    let mut inlines = article.inlines();
    for (at, block) in article.blocks().iter().enumerate() {
        let rest = inlines.partition_point(|inline| inline.range.start() < block.range.end());
        let (inside, after) = inlines.split_at(rest);
        inlines = after;
        if at > 0 && !tight(&article.blocks()[at - 1], block) {
            writeln!(out)?;
        }
        write_block(article.text(), block, inside, out)?;
    }
    Ok(())
}

/// Whether no empty line parts two blocks: items of one list.
fn tight(above: &Block, below: &Block) -> bool {
    matches!((above.kind, below.kind), (BlockKind::Item { .. }, BlockKind::Item { .. }))
}

fn write_block(text: &str, block: &Block, inlines: &[Inline], out: &mut impl Write) -> io::Result<()> {
    match block.kind {
        BlockKind::Code => return fenced(block.range.of(text), out),
        BlockKind::Table => return table(block.range.of(text), out),
        BlockKind::Title => write!(out, "# ")?,
        BlockKind::Heading(level) => write!(out, "{} ", "#".repeat(usize::from(level.clamp(1, 6))))?,
        BlockKind::Quote => write!(out, "> ")?,
        BlockKind::Item { depth, number } => {
            let indent = "   ".repeat(usize::from(depth));
            match number {
                Some(number) => write!(out, "{indent}{number}. ")?,
                None => write!(out, "{indent}-  ")?,
            }
        }
        BlockKind::Paragraph => (),
        BlockKind::Caption => write!(out, "*")?,
    }
    // Emphasis within a caption, which is set in it as a whole, would end it.
    let inlines = if block.kind == BlockKind::Caption { &[] } else { inlines };
    write_inlines(text, block.range, inlines, out)?;
    writeln!(out, "{}", if block.kind == BlockKind::Caption { "*" } else { "" })
}

/// Writes the text of `range` with its inlines, which nest or follow one another.
fn write_inlines(text: &str, range: TextRange, inlines: &[Inline], out: &mut impl Write) -> io::Result<()> {
    let mut at = range.start();
    let mut rest = inlines;
    while let Some((inline, after)) = rest.split_first() {
        let inside = after.iter().take_while(|next| inline.range.covers(next.range)).count();
        let (nested, following) = after.split_at(inside);
        rest = following;
        if inline.range.start() < at || inline.range.end() > range.end() {
            continue;
        }
        escaped(&text[at..inline.range.start()], out)?;
        write_inline(text, inline, nested, out)?;
        at = inline.range.end();
    }
    escaped(&text[at..range.end()], out)
}

fn write_inline(text: &str, inline: &Inline, nested: &[Inline], out: &mut impl Write) -> io::Result<()> {
    let (before, after) = match &inline.kind {
        InlineKind::Emphasis => ("*", "*".to_owned()),
        InlineKind::Strong => ("**", "**".to_owned()),
        InlineKind::Code => return code(inline.range.of(text), out),
        InlineKind::Link(target) => ("[", format!("](<{}>)", target.as_str().replace(['<', '>'], ""))),
    };
    write!(out, "{before}")?;
    write_inlines(text, inline.range, nested, out)?;
    write!(out, "{after}")
}

/// Code between as many backticks as it takes.
fn code(text: &str, out: &mut impl Write) -> io::Result<()> {
    let ticks = "`".repeat(longest_run(text) + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    write!(out, "{ticks}{pad}{text}{pad}{ticks}")
}

fn fenced(text: &str, out: &mut impl Write) -> io::Result<()> {
    let fence = "`".repeat((longest_run(text) + 1).max(3));
    writeln!(out, "{fence}\n{text}\n{fence}")
}

/// The longest run of backticks in `text`.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

/// A table: cells are parted by `│` in the text; the first row becomes the head.
fn table(text: &str, out: &mut impl Write) -> io::Result<()> {
    for (at, row) in text.lines().enumerate() {
        let cells: Vec<String> = row.split('│').map(|cell| cell.trim().replace('|', "\\|")).collect();
        writeln!(out, "| {} |", cells.join(" | "))?;
        if at == 0 {
            writeln!(out, "|{}", " --- |".repeat(cells.len()))?;
        }
    }
    Ok(())
}

/// Writes `text` so that Markdown reads it as it stands.
fn escaped(text: &str, out: &mut impl Write) -> io::Result<()> {
    let mut line_start = true;
    for c in text.chars() {
        let opens_block = line_start && matches!(c, '#' | '>' | '+' | '-' | '=');
        if opens_block || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '~' | '|') {
            write!(out, "\\")?;
        }
        write!(out, "{c}")?;
        line_start = c == '\n';
    }
    Ok(())
}
