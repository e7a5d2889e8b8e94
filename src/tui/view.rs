//! A session → cells.

use ratatui::Frame;
use ratatui::widgets::Paragraph;

use super::state::State;
use super::theme::Theme;

/// Draws all of `state`.
pub fn view(state: &State, _theme: &Theme, frame: &mut Frame) {
    frame.render_widget(Paragraph::new(state.loaded().article.text()), frame.area());
}
