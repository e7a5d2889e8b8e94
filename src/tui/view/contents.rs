//! The list of articles over the whole screen: what is in it, what was read, what is being opened.

use ratatui::layout::Rect;

use crate::tui::areas::Areas;
use crate::tui::contents::{Contents, Entry, Status};
use crate::tui::theme::Role;

use super::paint::Brush;

/// Columns of indentation for each step of the outline; deeper than [`DEEPEST`] nothing moves any more.
const STEP: u16 = 2;
const DEEPEST: u8 = 6;

/// Draws the list with its own head.
pub fn draw(contents: &Contents, areas: &Areas, brush: &mut Brush) {
    draw_head(contents, areas, brush);
    let area = areas.list;
    if contents.entries().is_empty() {
        brush.line(area.x + 2, area.y + 1, area.width.saturating_sub(4), "There is nothing in it.", Role::Faint);
    }
    let rows = contents.entries().iter().enumerate().skip(contents.top());
    for (y, (at, entry)) in (area.top()..area.bottom()).zip(rows) {
        draw_entry(contents, entry, Rect { y, height: 1, ..area }, brush);
        if at == contents.chosen() {
            brush.tint(Rect { y, height: 1, ..area }, Role::Cursor);
            brush.line(area.x, y, 1, "▌", Role::Key);
        }
    }
}

fn draw_head(contents: &Contents, areas: &Areas, brush: &mut Brush) {
    let area = areas.head;
    let count = count(contents);
    let room = area.width.saturating_sub(4 + count.len() as u16);
    let title = contents.title.as_ref().map_or("Articles", |title| title.as_str());
    brush.line(1, area.y, room, title, Role::Title);
    brush.right(area.right() - 1, area.y, area.width - 2, &count, Role::Faint);
    if area.height > 1 {
        match contents.warnings().first() {
            Some(warning) => brush.line(1, area.y + 1, area.width - 2, &warning.to_string(), Role::Warning),
            None => {
                brush.line(1, area.y + 1, area.width - 2, "• to be read   ▸ open   ✗ cannot be opened", Role::Faint)
            }
        };
    }
    brush.fill(areas.rule, "─", Role::Rule);
}

fn count(contents: &Contents) -> String {
    let entries = contents.entries();
    let read = entries.iter().filter(|entry| matches!(entry.status, Status::Read(_))).count();
    match (entries.len(), read) {
        (1, _) => "1 article".to_owned(),
        (all, 0) => format!("{all} articles"),
        (all, read) => format!("{all} articles, {read} read"),
    }
}

/// One row: what became of the entry, its title, and on the right what there is to say of it.
fn draw_entry(contents: &Contents, entry: &Entry, row: Rect, brush: &mut Brush) {
    let is_open = contents.open() == Some(entry.id);
    let fetching = contents.fetching.filter(|fetching| fetching.entry == entry.id);
    let (glyph, role) = match &entry.status {
        _ if is_open => ("▸", Role::Title),
        Status::Unread => ("•", Role::Text),
        Status::Read(_) => (" ", Role::Faint),
        Status::Failed(_) => ("✗", Role::Warning),
    };
    let note = match (&entry.status, fetching) {
        (_, Some(fetching)) => super::status::opening(fetching.bytes),
        (Status::Failed(why), None) => why.to_string(),
        _ => String::new(),
    };
    let right = row.right().saturating_sub(2);
    let x = row.x + 4 + STEP * u16::from(entry.depth.min(DEEPEST));
    let note_from = brush.right(right, row.y, right.saturating_sub(x) / 2, &note, Role::Warning);
    brush.line(row.x + 2, row.y, 1, glyph, role);
    brush.line(x, row.y, note_from.saturating_sub(x + 1).max(1), entry.title.as_str(), role);
}
