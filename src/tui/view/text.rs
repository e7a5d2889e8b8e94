//! The text pane: rows of text, styled by what is marked, chosen and searched in them.

use ratatui::style::Style;

use crate::annotate::{Annotations, Claim, Mark, Mention, Note, Statistic};
use crate::article::{Block, BlockKind, InlineKind};
use crate::text::TextRange;
use crate::tui::areas::Areas;
use crate::tui::findings::Item;
use crate::tui::layout::Row;
use crate::tui::state::{Mode, State, Walk};
use crate::tui::theme::Role;

use super::paint::Brush;

/// Draws the rows in view.
pub fn draw(state: &State, areas: &Areas, brush: &mut Brush) {
    let rows = state.layout.rows().iter().skip(state.top_row());
    for (y, row) in (areas.page.top()..areas.page.bottom()).zip(rows) {
        if !row.range.is_empty() {
            draw_row(state, row, areas, y, brush);
        }
    }
}

fn draw_row(state: &State, row: &Row, areas: &Areas, y: u16, brush: &mut Brush) {
    let page = areas.page;
    let block = &state.article().blocks()[row.block as usize];
    let mut x = page.x + row.indent;
    draw_block_mark(block, row, page.x, y, brush);
    draw_gutter(state, row, page.x.saturating_sub(2), y, brush);
    let mut layers = Layers::new(row.range, brush.style(role_of(block.kind)));
    add_inlines(state, block, &mut layers, brush);
    add_marks(state, &mut layers, brush);
    add_chosen(state, &mut layers, brush);
    add_search(state, &mut layers, brush);
    let text = state.text();
    for (range, style) in layers.runs() {
        x = brush.styled(x, y, page.right().saturating_sub(x), range.of(text), style);
    }
}

/// Styles over ranges of one row; a later one lies over those before it.
struct Layers {
    row: TextRange,
    base: Style,
    over: Vec<(TextRange, Style)>,
}

impl Layers {
    const fn new(row: TextRange, base: Style) -> Self {
        Self { row, base, over: Vec::new() }
    }

    fn add(&mut self, range: TextRange, style: Style) {
        if let Some(range) = range.intersection(self.row) {
            self.over.push((range, style));
        }
    }

    /// The row cut where any style begins or ends, each piece with all that lies over it.
    fn runs(&self) -> Vec<(TextRange, Style)> {
        let mut cuts = vec![self.row.start(), self.row.end()];
        cuts.extend(self.over.iter().flat_map(|(range, _)| [range.start(), range.end()]));
        cuts.sort_unstable();
        cuts.dedup();
        let pieces = cuts.windows(2).filter_map(|pair| TextRange::new(pair[0], pair[1]));
        let over = |piece: TextRange| self.over.iter().filter(move |(range, _)| range.covers(piece));
        pieces.map(|piece| (piece, over(piece).fold(self.base, |style, (_, layer)| style.patch(*layer)))).collect()
    }
}

const fn role_of(kind: BlockKind) -> Role {
    match kind {
        BlockKind::Title => Role::Title,
        BlockKind::Heading(_) => Role::Heading,
        BlockKind::Quote => Role::Quote,
        BlockKind::Code => Role::Code,
        BlockKind::Caption => Role::Faint,
        BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Table => Role::Text,
    }
}

/// The bullet or number of an item, the bar of a quotation.
fn draw_block_mark(block: &Block, row: &Row, left: u16, y: u16, brush: &mut Brush) {
    let first = row.range.start() == block.range.start();
    match block.kind {
        BlockKind::Item { number: None, .. } if first => {
            brush.line(left + row.indent.saturating_sub(2), y, 2, "•", Role::Faint);
        }
        BlockKind::Item { number: Some(number), .. } if first => {
            brush.right(left + row.indent.saturating_sub(1), y, row.indent, &format!("{number}."), Role::Faint);
        }
        BlockKind::Quote => {
            brush.line(left, y, row.indent, "│", Role::Rule);
        }
        _ => (),
    }
}

/// The bar left of the rows that hold a claim.
fn draw_gutter(state: &State, row: &Row, x: u16, y: u16, brush: &mut Brush) {
    let Some(findings) = &state.findings else { return };
    let mut claims = findings.annotations().touching(row.range).filter_map(|(id, mark)| match &mark.note {
        Note::Claim(claim) if pieces(claim).any(|piece| piece.overlaps(row.range)) => Some(Item::Claim(id)),
        _ => None,
    });
    let Some(first) = claims.next() else { return };
    let chosen = std::iter::once(first).chain(claims).any(|item| Some(item) == state.reading.chosen);
    brush.line(x, y, 1, if chosen { "▌" } else { "▏" }, Role::Claim);
}

fn pieces(claim: &Claim) -> impl Iterator<Item = &TextRange> {
    claim.source.iter().chain(&claim.cue).chain(&claim.content)
}

fn add_inlines(state: &State, block: &Block, layers: &mut Layers, brush: &Brush) {
    let inlines = state.article().inlines();
    let first = inlines.partition_point(|inline| inline.range.start() < block.range.start());
    let end = layers.row.end();
    let selected = state.link().map(|link| link.range);
    for inline in inlines[first..].iter().take_while(|inline| inline.range.start() < end) {
        let role = match inline.kind {
            InlineKind::Emphasis => Role::Emphasis,
            InlineKind::Strong => Role::Strong,
            InlineKind::Code => Role::Code,
            InlineKind::Link(_) => Role::Link,
        };
        layers.add(inline.range, brush.style(role));
        if selected == Some(inline.range) {
            layers.add(inline.range, brush.style(Role::Selected));
        }
    }
}

/// What is marked, the wider below the narrower, so that a place inside a claim keeps its own look.
fn add_marks(state: &State, layers: &mut Layers, brush: &Brush) {
    let Some(findings) = &state.findings else { return };
    let annotations = findings.annotations();
    let (claims, others): (Vec<_>, Vec<_>) =
        annotations.touching(layers.row).map(|(_, mark)| mark).partition(|mark| matches!(mark.note, Note::Claim(_)));
    for mark in claims.into_iter().chain(others) {
        match &mark.note {
            Note::Claim(claim) => claim.cue.iter().for_each(|&cue| layers.add(cue, brush.style(Role::Claim))),
            Note::Mention(mention) => layers.add(mark.range, mention_style(annotations, mention, brush)),
            Note::Statistic(_) => layers.add(mark.range, brush.style(Role::Statistic)),
            Note::Date(_) => layers.add(mark.range, brush.style(Role::Date)),
            Note::Assertion => (),
        }
    }
}

/// A name looks like its kind; "he" and "the company" are fainter.
fn mention_style(annotations: &Annotations, mention: &Mention, brush: &Brush) -> Style {
    if !mention.how.is_name() {
        return brush.style(Role::Reference);
    }
    annotations.entity(mention.entity).map_or(Style::new(), |entity| brush.style(Role::of(entity.kind)))
}

fn add_chosen(state: &State, layers: &mut Layers, brush: &Brush) {
    let Some(findings) = &state.findings else { return };
    let annotations = findings.annotations();
    match state.reading.chosen {
        Some(Item::Entity(entity)) => {
            for (_, mark) in annotations.touching(layers.row) {
                if matches!(&mark.note, Note::Mention(mention) if mention.entity == entity) {
                    layers.add(mark.range, brush.style(Role::Chosen));
                }
            }
        }
        Some(Item::Claim(id) | Item::Statistic(id)) => {
            if let Some(mark) = annotations.mark(id) {
                add_parts(mark, layers, brush);
            }
        }
        None => (),
    }
    let selected = state.reading.selected.and_then(|id| annotations.mark(id));
    if let Some(mark) = selected.filter(|mark| !matches!(mark.note, Note::Claim(_) | Note::Assertion)) {
        layers.add(mark.range, brush.style(Role::Selected));
    }
}

/// The parts of the chosen claim or statistic, each in its own look. Source and cue lie over a content round them.
fn add_parts(mark: &Mark, layers: &mut Layers, brush: &Brush) {
    match &mark.note {
        Note::Claim(claim) => {
            for (ranges, role) in
                [(&claim.content, Role::Content), (&claim.source, Role::Source), (&claim.cue, Role::Cue)]
            {
                for &range in ranges {
                    layers.add(range, brush.style(role));
                }
            }
        }
        Note::Statistic(statistic) => add_statistic(mark.range, statistic, layers, brush),
        Note::Assertion => layers.add(mark.range, brush.style(Role::Content)),
        Note::Mention(_) | Note::Date(_) => (),
    }
}

fn add_statistic(range: TextRange, statistic: &Statistic, layers: &mut Layers, brush: &Brush) {
    for (part, role) in [(statistic.of, Role::Content), (statistic.since, Role::Base), (Some(range), Role::Chosen)] {
        if let Some(part) = part {
            layers.add(part, brush.style(role));
        }
    }
}

fn add_search(state: &State, layers: &mut Layers, brush: &Brush) {
    let (search, here) = match (&state.mode, &state.walk) {
        (Mode::Search(typing), _) => (&typing.search, typing.search.from(typing.before.top as usize, true)),
        (_, Some(Walk::Search(search, here))) => (search, *here),
        _ => return,
    };
    for &found in search.touching(layers.row) {
        let role = if Some(found) == here { Role::Here } else { Role::Match };
        layers.add(found, brush.style(role));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Modifier;

    use super::*;

    #[test]
    fn nested_styles_add_up() {
        let range = |start, end| TextRange::new(start, end).expect("in order");
        let mut layers = Layers::new(range(10, 20), Style::new());
        layers.add(range(0, 15), Style::new().add_modifier(Modifier::BOLD));
        layers.add(range(12, 14), Style::new().add_modifier(Modifier::ITALIC));
        let runs: Vec<_> = layers.runs().into_iter().map(|(r, s)| (r.start(), r.end(), s.add_modifier)).collect();
        let (bold, both) = (Modifier::BOLD, Modifier::BOLD | Modifier::ITALIC);
        assert_eq!(runs, [(10, 12, bold), (12, 14, both), (14, 15, bold), (15, 20, Modifier::empty())]);
    }
}
