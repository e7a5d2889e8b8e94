//! What crossterm reads from the terminal → what the loop takes in.

use std::io;
use std::sync::mpsc::Sender;
use std::time::Duration;

use crossterm::event::{
    Event, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind, poll, read,
};

use crate::tui::key::{Key, KeyCode};
use crate::tui::message::{Message, MouseAction};

use super::answer::{Answer, Heard};
use super::live::Happening;
use super::terminal;

/// Gets ready to listen. Only from here on does a new size of the terminal make an event, so it has to be called before
/// the size is looked up.
pub fn prepare() -> io::Result<()> {
    poll(Duration::ZERO).map(drop)
}

/// Reads keys until the session ends. `answer` picks out of them what the terminal says of its background.
pub fn listen(mut answer: Answer, inbox: &Sender<Happening>) -> io::Result<()> {
    loop {
        let Some(message) = message(read()?) else { continue };
        let sent = match answer.hear(message) {
            Heard::Nothing => Ok(()),
            Heard::Background(background) => inbox.send(Happening::Background(background)),
            Heard::Messages(messages) => {
                messages.into_iter().try_for_each(|message| inbox.send(Happening::Message(message)))
            }
        };
        if sent.is_err() {
            return Ok(());
        }
    }
}

/// What an event is to the session, if anything.
fn message(event: Event) -> Option<Message> {
    match event {
        Event::Key(event) => key(event).map(Message::Key),
        Event::Mouse(event) => {
            let action = mouse(event.kind)?;
            Some(Message::Mouse { action, column: event.column, row: event.row })
        }
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(width, height) => {
            let (width, height) = terminal::believed(width, height);
            Some(Message::Resize { width, height })
        }
        Event::FocusGained | Event::FocusLost => None,
    }
}

/// The key that went down; none for one that came up, or that has no name here.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let code = match event.code {
        Code::Char(c) => KeyCode::Char(c),
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab => KeyCode::Tab,
        Code::BackTab => KeyCode::BackTab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        Code::F(number) => KeyCode::F(number),
        _ => return None,
    };
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::META);
    Some(Key { code, ctrl, alt })
}

/// What the mouse did, if it is one of the things that are listened to.
const fn mouse(kind: MouseEventKind) -> Option<MouseAction> {
    match kind {
        MouseEventKind::Down(MouseButton::Left) => Some(MouseAction::Press),
        MouseEventKind::Drag(MouseButton::Left) => Some(MouseAction::Drag),
        MouseEventKind::Up(MouseButton::Left) => Some(MouseAction::Release),
        MouseEventKind::ScrollUp => Some(MouseAction::WheelUp),
        MouseEventKind::ScrollDown => Some(MouseAction::WheelDown),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEventState;

    use super::*;

    fn named(code: Code, modifiers: KeyModifiers, kind: KeyEventKind) -> Option<String> {
        let event = KeyEvent { code, modifiers, kind, state: KeyEventState::NONE };
        key(event).map(|key| key.to_string())
    }

    #[test]
    fn keys_get_the_names_that_the_config_knows() {
        let press = |code, modifiers| named(code, modifiers, KeyEventKind::Press);
        assert_eq!(press(Code::Char('G'), KeyModifiers::SHIFT).as_deref(), Some("G"));
        assert_eq!(press(Code::Char('d'), KeyModifiers::CONTROL).as_deref(), Some("Ctrl-d"));
        assert_eq!(press(Code::Right, KeyModifiers::ALT).as_deref(), Some("Alt-Right"));
        assert_eq!(press(Code::BackTab, KeyModifiers::SHIFT).as_deref(), Some("Shift-Tab"));
        assert_eq!(press(Code::CapsLock, KeyModifiers::NONE), None);
    }

    #[test]
    fn a_key_counts_when_it_goes_down_and_while_it_is_held() {
        let of = |kind| named(Code::Char('j'), KeyModifiers::NONE, kind).is_some();
        assert!(of(KeyEventKind::Press) && of(KeyEventKind::Repeat) && !of(KeyEventKind::Release));
    }

    #[test]
    fn a_terminal_that_does_not_know_its_size_is_taken_for_a_usual_one() {
        assert_eq!(message(Event::Resize(0, 0)), Some(Message::Resize { width: 80, height: 24 }));
        assert_eq!(message(Event::Resize(0, 5)), Some(Message::Resize { width: 0, height: 5 }));
    }
}
