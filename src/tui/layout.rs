//! An article set like a page: rows of byte ranges, made once per width; offset ↔ cell both ways.

mod wrap;

use crate::article::{Article, Block, BlockKind};
use crate::text::{TextRange, columns, graphemes};

/// The rows of an article at one width. A row holds no text and no style, so that theme, selection and search never
/// wrap anything again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Layout {
    width: u16,
    rows: Vec<Row>,
}

/// One row of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row {
    /// The index of its block; of an empty row, that of the block above.
    pub block: u32,
    /// Columns left free before it.
    pub indent: u16,
    /// Its text, in bytes; empty between two blocks.
    pub range: TextRange,
}

impl Layout {
    /// Sets `article` in lines of at most `width` columns.
    pub fn new(article: &Article, width: u16) -> Self {
        let width = width.max(1);
        let mut rows = Vec::with_capacity(article.text().len() / usize::from(width) + 2 * article.blocks().len());
        for (at, block) in article.blocks().iter().enumerate() {
            if let Some(above) = at.checked_sub(1).map(|above| &article.blocks()[above]) {
                let air = air(above, block);
                let blank = Row { block: at as u32 - 1, indent: 0, range: TextRange::empty(above.range.end()) };
                rows.extend(std::iter::repeat_n(blank, air));
            }
            let indent = indent(block.kind).min(width / 2);
            let inner = usize::from(width - indent);
            wrap::wrap(article.text(), block, inner, |range| rows.push(Row { block: at as u32, indent, range }));
        }
        Self { width, rows }
    }

    /// The width it was made for, in columns.
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// All rows, top to bottom.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The index of the row that shows the byte at `offset`; of one that no row shows, the row before it.
    pub fn row_at(&self, offset: usize) -> usize {
        self.rows.partition_point(|row| row.range.start() <= offset).saturating_sub(1)
    }

    /// The byte that a row begins with; past the end, that of the last row.
    pub fn offset_of(&self, row: usize) -> usize {
        self.rows.get(row).or(self.rows.last()).map_or(0, |row| row.range.start())
    }

    /// The column of the byte at `offset` within `row`, from the left edge of the page.
    pub fn column_of(&self, text: &str, row: usize, offset: usize) -> u16 {
        let Some(row) = self.rows.get(row) else { return 0 };
        let end = offset.clamp(row.range.start(), row.range.end());
        let before = TextRange::new(row.range.start(), end).unwrap_or_default();
        row.indent + columns(before.of(text)) as u16
    }

    /// The byte that the cell at `column` of `row` shows, where it shows any.
    pub fn offset_at(&self, text: &str, row: usize, column: u16) -> Option<usize> {
        let row = self.rows.get(row)?;
        let mut left = usize::from(column.checked_sub(row.indent)?);
        for (at, _, width) in graphemes(row.range.of(text)) {
            if left < width {
                return Some(row.range.start() + at);
            }
            left -= width;
        }
        None
    }
}

/// `text` as rows of at most `width` columns, as byte ranges of it.
pub fn lines(text: &str, width: usize) -> Vec<TextRange> {
    let all = TextRange::new(0, text.len()).unwrap_or_default();
    let mut rows = Vec::new();
    wrap::wrap(text, &Block { range: all, kind: BlockKind::Paragraph }, width, |range| rows.push(range));
    rows
}

/// Empty rows between two blocks: headings have more above them, the items of a list none.
const fn air(above: &Block, below: &Block) -> usize {
    match (above.kind, below.kind) {
        (BlockKind::Item { .. }, BlockKind::Item { .. }) | (_, BlockKind::Caption) => 0,
        (BlockKind::Title | BlockKind::Heading(_), _) => 1,
        (_, BlockKind::Heading(_)) => 2,
        _ => 1,
    }
}

/// Columns that a block stands in from the left; the marks of items and quotations go there.
const fn indent(kind: BlockKind) -> u16 {
    match kind {
        BlockKind::Item { depth, number: None } => 2 + 2 * depth as u16,
        BlockKind::Item { depth, number: Some(_) } => 4 + 2 * depth as u16,
        BlockKind::Quote | BlockKind::Code => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleBuilder, Meta};

    fn article(blocks: &[(BlockKind, &str)]) -> Article {
        let mut builder = ArticleBuilder::new(Meta::default());
        for (kind, text) in blocks {
            builder.block(*kind, text);
        }
        builder.finish().article
    }

    fn shown(article: &Article, width: u16) -> Vec<String> {
        let layout = Layout::new(article, width);
        let row = |row: &Row| format!("{}{}", " ".repeat(row.indent.into()), row.range.of(article.text()));
        layout.rows().iter().map(row).collect()
    }

    #[test]
    fn words_wrap_and_blocks_have_air() {
        let article = article(&[
            (BlockKind::Heading(1), "Rents"),
            (BlockKind::Paragraph, "Rents rose in the city."),
            (BlockKind::Item { depth: 0, number: None }, "one"),
            (BlockKind::Item { depth: 1, number: None }, "two"),
        ]);
        assert_eq!(shown(&article, 10), ["Rents", "", "Rents rose", "in the", "city.", "", "  one", "    two"]);
    }

    #[test]
    fn wide_glyphs_and_long_words_never_pass_the_edge() {
        let article = article(&[(BlockKind::Paragraph, "東京都庁は incomprehensibly 👩\u{200D}👩\u{200D}👧")]);
        assert_eq!(shown(&article, 7), ["東京都", "庁は", "incompr", "ehensib", "ly 👩\u{200D}👩\u{200D}👧"]);
    }

    #[test]
    fn code_keeps_its_lines() {
        let article = article(&[(BlockKind::Code, "a  b\n\n  cdefgh")]);
        assert_eq!(shown(&article, 8), ["  a  b", "  ", "    cdef", "  gh"]);
    }

    #[test]
    fn offsets_and_cells_are_inverse() {
        let article = article(&[(BlockKind::Paragraph, "Émilie 東京 said so."), (BlockKind::Quote, "Rents rose.")]);
        let layout = Layout::new(&article, 9);
        for (at, row) in layout.rows().iter().enumerate() {
            for (offset, _, _) in graphemes(row.range.of(article.text())) {
                let offset = row.range.start() + offset;
                assert_eq!(layout.row_at(offset), at);
                let column = layout.column_of(article.text(), at, offset);
                assert_eq!(layout.offset_at(article.text(), at, column), Some(offset));
            }
        }
    }
}
