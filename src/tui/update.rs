//! How a session changes: one arm a command.

use super::effect::Effect;
use super::key::{Key, KeyCode};
use super::message::Message;
use super::state::State;

/// Takes what happened into `state`, and says what the shell has to do about it.
pub fn update(state: &mut State, message: Message) -> Option<Effect> {
    match message {
        Message::Annotated(annotations) => state.annotated(annotations),
        Message::Key(Key { code: KeyCode::Char('q'), .. }) => return Some(Effect::Quit),
        _ => (),
    }
    None
}
