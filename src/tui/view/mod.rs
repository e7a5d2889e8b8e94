//! A session → cells. Nothing here changes the session: every place comes from [`Areas`].

mod card;
mod contents;
mod head;
mod help;
mod paint;
mod panel;
mod status;
mod strip;
mod text;
mod verb;

use ratatui::Frame;

use super::areas::{Areas, SMALLEST};
use super::state::{Mode, State};
use super::theme::{Role, Theme};
use paint::Brush;

/// Draws all of `state`.
pub fn view(state: &State, theme: &Theme, frame: &mut Frame) {
    let area = frame.area();
    let mut brush = Brush::new(frame.buffer_mut(), theme);
    let areas = state.screen.areas();
    if areas.too_small() || area.width < state.screen.width || area.height < state.screen.height {
        return too_small(&mut brush);
    }
    match &state.contents {
        Some(contents) if state.shows_contents() => contents::draw(contents, &areas, &mut brush),
        _ => article(state, &areas, &mut brush),
    }
    match &state.mode {
        Mode::Help(help) => help::draw(state, help, &areas, &mut brush),
        Mode::Card { top, .. } => card::draw_over(state, *top, &areas, &mut brush),
        _ => (),
    }
    status::draw(state, areas.status, &mut brush);
    if let Some(column) = status::cursor(state, areas.status) {
        frame.set_cursor_position((column, areas.status.y));
    }
}

/// Draws the article, and the panel beside it.
fn article(state: &State, areas: &Areas, brush: &mut Brush) {
    head::draw(state, areas, brush);
    text::draw(state, areas, brush);
    if areas.has_panel() {
        panel::draw(state, areas, brush);
    }
    if areas.card.height > 0 {
        card::draw_below(state, areas.card, brush);
    }
}

/// Says so where there is no room for anything else.
fn too_small(brush: &mut Brush) {
    let area = brush.area();
    let (width, height) = SMALLEST;
    let lines = [
        format!("{}×{} is too small.", area.width, area.height),
        format!("byline needs {width}×{height}."),
        "Make it larger, or q quits.".to_owned(),
    ];
    for (row, line) in (area.top()..area.bottom()).zip(lines) {
        brush.line(area.x, row, area.width, &line, Role::Text);
    }
}
