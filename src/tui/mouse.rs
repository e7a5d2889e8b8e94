//! The mouse: wheel, clicks on marks and rows of the panel, and the divider that is dragged.

use ratatui::layout::Position;

use super::areas::{Areas, share_at};
use super::effect::Effect;
use super::findings::Item;
use super::message::MouseAction;
use super::panel::PanelRow;
use super::state::{Mode, State};
use super::update::{by_rows, cancel, share};

/// Rows that one turn of the wheel scrolls.
const WHEEL: isize = 3;

/// Does what the mouse did at a cell of the screen.
pub(super) fn mouse(state: &mut State, action: MouseAction, column: u16, row: u16) -> Option<Effect> {
    let areas = state.screen.areas();
    match action {
        MouseAction::WheelUp => wheel(state, &areas, column, -WHEEL),
        MouseAction::WheelDown => wheel(state, &areas, column, WHEEL),
        MouseAction::Press if areas.on_divider(column, row) => state.screen.dragging = true,
        MouseAction::Press if state.mode == Mode::Contents => return pick(state, &areas, column, row),
        MouseAction::Press => click(state, &areas, column, row),
        MouseAction::Drag if state.screen.dragging => {
            let width = state.screen.width;
            share(state, |_| share_at(column, width));
        }
        MouseAction::Release => state.screen.dragging = false,
        MouseAction::Drag => (),
    }
    None
}

/// A click on a row of the list opens it.
fn pick(state: &mut State, areas: &Areas, column: u16, row: u16) -> Option<Effect> {
    let below = areas.list.contains(Position { x: column, y: row }).then(|| usize::from(row - areas.list.y))?;
    let contents = state.contents.as_mut()?;
    let at = contents.top() + below;
    (at < contents.entries().len()).then(|| contents.choose(at, usize::from(areas.list.height)))?;
    state.open_chosen()
}

fn wheel(state: &mut State, areas: &Areas, column: u16, rows: isize) {
    let over_panel = areas.has_panel() && column >= areas.panel.x;
    match state.mode {
        Mode::Text | Mode::Panel | Mode::Search(_) | Mode::Filter(_) if over_panel => {
            state.panel.scroll(rows, usize::from(areas.panel.height).saturating_sub(1));
        }
        Mode::Text | Mode::Panel | Mode::Search(_) | Mode::Filter(_) => state.scroll(rows),
        Mode::Contents => {
            let height = usize::from(areas.list.height);
            if let Some(contents) = &mut state.contents {
                contents.scroll(rows, height);
            }
        }
        Mode::Card { .. } | Mode::Help(_) => by_rows(state, rows),
    }
}

/// A click on a mark selects it, one on a row of the panel goes there, one beside a card or the help closes it.
fn click(state: &mut State, areas: &Areas, column: u16, row: u16) {
    if !matches!(state.mode, Mode::Text | Mode::Panel) {
        return cancel(state);
    }
    let at = Position { x: column, y: row };
    if areas.page.contains(at) {
        state.mode = Mode::Text;
        let line = state.top_row() + usize::from(row - areas.page.y);
        if let Some(offset) = state.layout.offset_at(state.text(), line, column - areas.page.x) {
            state.select_at(offset);
        }
    } else if let Some(item) = panel_item(state, areas, at) {
        state.mode = Mode::Panel;
        state.choose(item);
        state.go();
    }
}

/// The item in the panel's row under the mouse. The panel's first row is its tabs.
fn panel_item(state: &State, areas: &Areas, at: Position) -> Option<Item> {
    let below_tabs = areas.panel.contains(at).then(|| at.y.checked_sub(areas.panel.y + 1))??;
    let row: &PanelRow = state.panel.rows().get(state.panel.top() + usize::from(below_tabs))?;
    row.item()
}
