//! A brush: text and styles onto cells, cut at the edges, by role instead of colour.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::{columns, elide, fit};
use crate::tui::theme::{Role, Theme};

/// Paints one frame in one theme.
pub struct Brush<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
}

impl<'a> Brush<'a> {
    /// A brush for `buffer`.
    pub const fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Self { buffer, theme }
    }

    /// The whole screen.
    pub const fn area(&self) -> Rect {
        self.buffer.area
    }

    /// How `role` looks.
    pub const fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Writes as much of `text` as fits `width` columns, and returns the column behind it.
    pub fn styled(&mut self, x: u16, y: u16, width: u16, text: &str, style: Style) -> u16 {
        let width = width.min(self.buffer.area.right().saturating_sub(x));
        if width == 0 || y >= self.buffer.area.bottom() {
            return x;
        }
        self.buffer.set_stringn(x, y, text, usize::from(width), style).0
    }

    /// Writes `text` in the look of `role`, its end replaced by `…` where it does not fit `width` columns, and returns
    /// the column behind it.
    pub fn line(&mut self, x: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let shown = elide(text, usize::from(width));
        self.styled(x, y, width, &shown, self.style(role))
    }

    /// The same, ending at column `right`. Returns the column that it begins at.
    pub fn right(&mut self, right: u16, y: u16, width: u16, text: &str, role: Role) -> u16 {
        let shown = elide(text, usize::from(width));
        let x = right.saturating_sub(columns(&shown) as u16);
        self.styled(x, y, width, &shown, self.style(role));
        x
    }

    /// Gives every cell of `area` the look of `role`, over what it has.
    pub fn tint(&mut self, area: Rect, role: Role) {
        self.buffer.set_style(area, self.style(role));
    }

    /// Empties `area`.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                }
            }
        }
    }

    /// Fills a row with one character.
    pub fn fill(&mut self, area: Rect, symbol: &str, role: Role) {
        let style = self.style(role);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.styled(x, y, 1, symbol, style);
            }
        }
    }

    /// A frame with a title round an emptied area; returns what is inside.
    pub fn frame(&mut self, area: Rect, title: &str) -> Rect {
        self.clear(area);
        if area.width < 8 || area.height < 3 {
            return Rect::default();
        }
        let bar = "─".repeat(usize::from(area.width) - 2);
        for (y, left, right) in [(area.top(), "╭", "╮"), (area.bottom() - 1, "╰", "╯")] {
            self.line(area.x, y, area.width, &format!("{left}{bar}{right}"), Role::Rule);
        }
        for y in area.top() + 1..area.bottom() - 1 {
            self.line(area.x, y, 1, "│", Role::Rule);
            self.line(area.right() - 1, y, 1, "│", Role::Rule);
        }
        let (title, width) = fit(title, usize::from(area.width) - 6);
        // The line below the title would lend it its colour.
        self.clear(Rect { x: area.x + 2, y: area.y, width: width as u16 + 2, height: 1 });
        self.line(area.x + 3, area.y, area.width - 4, title, Role::Title);
        Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 }
    }
}
