//! The help over the screen: every key and what it does.

use ratatui::layout::Rect;

use crate::tui::areas::Areas;
use crate::tui::help::{HelpRow, rows};
use crate::tui::state::{Help, State};
use crate::tui::theme::Role;

use super::paint::Brush;

/// Columns for the keys.
const KEYS: u16 = 26;

/// Draws the help.
pub fn draw(state: &State, help: &Help, areas: &Areas, brush: &mut Brush) {
    let screen = brush.area();
    let width = screen.width.min(72);
    let area = Rect { x: (screen.width - width) / 2, y: 0, width, height: areas.status.y };
    let inner = brush.frame(area, "Keys");
    let rows = rows(&state.keys.map, &help.filter);
    if rows.is_empty() {
        brush.line(inner.x, inner.y, inner.width, "No key does that.", Role::Faint);
    }
    let keys = KEYS.min(inner.width / 2);
    for (y, row) in (inner.top()..inner.bottom()).zip(rows.iter().skip(help.top)) {
        match row {
            HelpRow::Heading(title) => {
                brush.line(inner.x, y, inner.width, title, Role::Heading);
            }
            HelpRow::Keys(shown, text) => {
                brush.line(inner.x + 1, y, keys.saturating_sub(2), shown, Role::Warning);
                brush.line(inner.x + keys, y, inner.width - keys, text, Role::Text);
            }
            HelpRow::Blank => (),
        }
    }
    let below = rows.len().saturating_sub(help.top + usize::from(inner.height));
    if below > 0 {
        brush.right(area.right() - 2, area.bottom() - 1, 16, &format!(" {below} more ↓ "), Role::Faint);
    }
}
