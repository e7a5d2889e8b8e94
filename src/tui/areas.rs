//! Where each pane lies: one geometry, a function of the size alone, for update, view and mouse.

use ratatui::layout::{Position, Rect};

/// The smallest screen that byline can be used on, in columns and rows.
pub const SMALLEST: (u16, u16) = (40, 12);
/// From this many rows on, the head has a second line.
const TALL: u16 = 18;
/// From this many columns on, text and panel stand side by side; below, the panel takes the place of the text.
const SIDE_BY_SIDE: u16 = 64;
/// The narrowest that a pane may be drawn to, in columns.
const NARROWEST: u16 = 24;
/// Columns left of the text for the marks of claims, and right of it.
const MARGIN: u16 = 2;

/// The panes of the screen. A pane that is not shown is empty.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Areas {
    /// Title, outlet, date, reading time.
    pub head: Rect,
    /// The line below the head.
    pub rule: Rect,
    /// The list of articles, where it is shown: everything between the rule and the status line.
    pub list: Rect,
    /// The text with its margins.
    pub text: Rect,
    /// The lines of text: [`Self::text`] without the margins, as wide as the measure at most.
    pub page: Rect,
    /// The line between text and panel.
    pub divider: Rect,
    /// The list of findings, its tabs at the top.
    pub panel: Rect,
    /// The details of what is chosen, below the list.
    pub card: Rect,
    /// Where one is, and which keys matter.
    pub status: Rect,
}

/// What the reader decided about the panes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// The longest line of text, in columns.
    pub measure: u16,
    /// Whether the panel is shown.
    pub panel: bool,
    /// The panel's part of the screen's width, in percent.
    pub share: u16,
    /// Whether the panel is shown instead of the text, where there is room for one only.
    pub panel_first: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { measure: 72, panel: true, share: 36, panel_first: false }
    }
}

impl Areas {
    /// The panes of a screen of `width` by `height` cells. All are empty where it is too small.
    pub fn of(width: u16, height: u16, look: Look) -> Self {
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return Self::default();
        }
        let head_rows = if height >= TALL { 2 } else { 1 };
        let body = Rect { x: 0, y: head_rows + 1, width, height: height - head_rows - 2 };
        let (text, divider, side) = split(body, look);
        let (panel, card) = stack(side);
        Self {
            head: Rect { x: 0, y: 0, width, height: head_rows },
            rule: Rect { x: 0, y: head_rows, width, height: 1 },
            list: body,
            text,
            page: page(text, look.measure),
            divider,
            panel,
            card,
            status: Rect { x: 0, y: height - 1, width, height: 1 },
        }
    }

    /// Whether the screen is too small to draw anything on but that it is.
    pub const fn too_small(&self) -> bool {
        self.status.height == 0
    }

    /// Whether the panel is shown.
    pub const fn has_panel(&self) -> bool {
        self.panel.width > 0
    }

    /// Whether text and panel are shown side by side.
    pub const fn side_by_side(&self) -> bool {
        self.divider.width > 0
    }

    /// Whether the cell lies on the line between text and panel.
    pub fn on_divider(&self, column: u16, row: u16) -> bool {
        self.divider.contains(Position { x: column, y: row })
    }
}

/// Whether a screen this wide has room for text and panel side by side.
pub const fn fits_both(width: u16) -> bool {
    width >= SIDE_BY_SIDE
}

/// The panel's share, in percent, that puts the divider at `column` of a screen of `width` columns.
pub fn share_at(column: u16, width: u16) -> u16 {
    let columns = u32::from(width.saturating_sub(column));
    (columns * 100 / u32::from(width.max(1))).clamp(15, 75) as u16
}

/// Text, divider and panel.
fn split(body: Rect, look: Look) -> (Rect, Rect, Rect) {
    let none = Rect::default();
    if !look.panel {
        return (body, none, none);
    }
    if !fits_both(body.width) {
        return if look.panel_first { (none, none, body) } else { (body, none, none) };
    }
    let wanted = (u32::from(body.width) * u32::from(look.share) / 100) as u16;
    let panel = wanted.clamp(NARROWEST, body.width - NARROWEST - 1);
    let text = Rect { width: body.width - panel - 1, ..body };
    let divider = Rect { x: text.right(), width: 1, ..body };
    (text, divider, Rect { x: divider.right(), width: panel, ..body })
}

/// The list, and below it the card where there are rows for both.
fn stack(side: Rect) -> (Rect, Rect) {
    if side.height < 16 {
        return (side, Rect::default());
    }
    let card = (side.height / 3).clamp(6, 14);
    let list = Rect { height: side.height - card, ..side };
    (list, Rect { y: list.bottom(), height: card, ..side })
}

/// The lines of text in the middle of their pane.
fn page(text: Rect, measure: u16) -> Rect {
    let inner = text.width.saturating_sub(2 * MARGIN);
    let width = inner.min(measure);
    Rect { x: text.x + MARGIN.min(text.width) + (inner - width) / 2, width, ..text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panes_never_overlap_nor_leave_the_screen() {
        for width in 0..220 {
            for height in 0..70 {
                for (panel, panel_first) in [(false, false), (true, false), (true, true)] {
                    let areas = Areas::of(width, height, Look { panel, panel_first, ..Look::default() });
                    let panes =
                        [areas.head, areas.rule, areas.text, areas.divider, areas.panel, areas.card, areas.status];
                    for (at, one) in panes.iter().enumerate() {
                        assert!(one.right() <= width && one.bottom() <= height, "{width}x{height}: {one}");
                        assert!(panes[at + 1..].iter().all(|other| !one.intersects(*other)), "{width}x{height}: {one}");
                    }
                    assert_eq!(areas.page.intersection(areas.text), areas.page);
                }
            }
        }
    }

    #[test]
    fn the_measure_bounds_the_page() {
        let areas = Areas::of(200, 60, Look::default());
        assert_eq!(areas.page.width, 72);
        assert!(Areas::of(80, 24, Look::default()).page.width >= 40);
    }

    #[test]
    fn a_narrow_screen_has_room_for_one() {
        let look = Look { panel_first: true, ..Look::default() };
        assert!(Areas::of(40, 12, look).has_panel());
        assert!(!Areas::of(40, 12, Look::default()).has_panel());
        assert!(Areas::of(39, 12, look).too_small());
    }
}
