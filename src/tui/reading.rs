//! Moving through the text: scrolling by rows, and bringing a byte into view.

use crate::annotate::MarkId;
use crate::text::TextRange;

use super::state::State;

impl State {
    /// Rows of text in view.
    pub fn page_height(&self) -> usize {
        usize::from(self.screen.areas().page.height)
    }

    /// The index of the first row in view.
    pub fn top_row(&self) -> usize {
        self.layout.row_at(self.reading.top as usize).min(self.last_top())
    }

    /// The byte after the last in view.
    pub fn bottom(&self) -> usize {
        let rows = self.layout.rows();
        let last = (self.top_row() + self.page_height()).min(rows.len());
        last.checked_sub(1).map_or(0, |row| rows[row].range.end())
    }

    /// The first row in view when the last row of the text is at the foot of the page.
    fn last_top(&self) -> usize {
        self.layout.rows().len().saturating_sub(self.page_height().max(1))
    }

    /// Puts `row` at the top of the page, or as near to it as the end of the text allows.
    pub fn scroll_to(&mut self, row: usize) {
        self.reading.top = self.layout.offset_of(row.min(self.last_top())) as u32;
    }

    /// Scrolls by `rows`, down where positive.
    pub fn scroll(&mut self, rows: isize) {
        self.scroll_to(self.top_row().saturating_add_signed(rows));
    }

    /// Brings the byte at `offset` into view; one that is out of it comes to a third of the page.
    pub fn show(&mut self, offset: usize) {
        let row = self.layout.row_at(offset);
        let (top, height) = (self.top_row(), self.page_height());
        // A row of context above and below, where the page has room for it.
        let air = usize::from(height > 4);
        let in_view = row >= top + air.min(top) && row + air < top + height;
        if !in_view {
            self.scroll_to(row.saturating_sub(height / 3));
        }
    }

    /// The selected mark, where it is in view.
    pub fn selected_in_view(&self) -> Option<MarkId> {
        let selected = self.reading.selected?;
        let start = self.range_of(selected)?.start();
        let top = self.layout.offset_of(self.top_row());
        (top <= start && start < self.bottom()).then_some(selected)
    }

    /// The bytes in view.
    pub fn in_view(&self) -> TextRange {
        let top = self.layout.offset_of(self.top_row());
        TextRange::new(top, self.bottom().max(top)).unwrap_or_default()
    }

    /// The index of the block at the top of the page.
    pub fn paragraph(&self) -> usize {
        self.layout.rows().get(self.top_row()).map_or(0, |row| row.block as usize)
    }

    /// Scrolls to the beginning of a block, and no further than the last.
    pub fn go_to_paragraph(&mut self, block: usize) {
        let blocks = self.article().blocks();
        let start = blocks.get(block).or(blocks.last()).map_or(0, |block| block.range.start());
        self.scroll_to(self.layout.row_at(start));
    }

    /// How far the foot of the page is through the text, in percent.
    pub fn percent(&self) -> usize {
        let rows = self.layout.rows().len();
        let seen = (self.top_row() + self.page_height()).min(rows);
        (seen * 100).checked_div(rows).unwrap_or(100)
    }
}
