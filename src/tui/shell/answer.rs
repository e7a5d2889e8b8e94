//! Picks the terminal's answer to a question out of the keys.
//!
//! The answer to OSC 11, `ESC ] 11;rgb:…  BEL`, comes in where keys come in, and crossterm, which knows nothing of
//! it, reads it as Alt-] and letters. It may come before the first frame, or half a second later through ssh, and
//! must in no case act as keys.

use crate::tui::key::{Key, KeyCode};
use crate::tui::message::Message;

use super::capabilities::{Background, from_answer};

/// Asks for the colour of the background.
pub const QUESTION: &[u8] = b"\x1b]11;?\x07";

/// The longest answer is `11;rgba:` and four times four digits.
const LONGEST: usize = 28;

/// Listens for one answer; hears everything that comes in until it came.
#[derive(Debug)]
pub struct Answer {
    awaited: bool,
    /// What may turn out to be the answer, or keys after all.
    held: Vec<Message>,
    text: String,
}

/// What came of one more message.
#[derive(PartialEq, Debug)]
pub enum Heard {
    /// It may belong to the answer.
    Nothing,
    /// The answer is complete.
    Background(Background),
    /// These are no part of an answer.
    Messages(Vec<Message>),
}

impl Answer {
    /// An ear for the answer, if the question was `asked`.
    pub const fn new(asked: bool) -> Self {
        Self { awaited: asked, held: Vec::new(), text: String::new() }
    }

    /// Takes the next message.
    pub fn hear(&mut self, message: Message) -> Heard {
        let waiting = self.held.is_empty();
        if !self.awaited || !matches!(message, Message::Key(_)) || (waiting && !begins(&message)) {
            return Heard::Messages(vec![message]);
        }
        if !waiting {
            if ends(&message) {
                return self.finish(message);
            }
            match typed(&message) {
                Some(c) if self.text.len() < LONGEST => self.text.push(c),
                _ => return self.give_up(message),
            }
        }
        self.held.push(message);
        Heard::Nothing
    }

    fn finish(&mut self, last: Message) -> Heard {
        let Some(background) = from_answer(&self.text) else { return self.give_up(last) };
        *self = Self::new(false);
        Heard::Background(background)
    }

    fn give_up(&mut self, last: Message) -> Heard {
        self.text.clear();
        self.held.push(last);
        Heard::Messages(std::mem::take(&mut self.held))
    }
}

/// `ESC ]`.
fn begins(message: &Message) -> bool {
    *message == Message::Key(Key { code: KeyCode::Char(']'), ctrl: false, alt: true })
}

/// BEL, or `ESC \`.
fn ends(message: &Message) -> bool {
    *message == Message::Key(Key::ctrl('g'))
        || *message == Message::Key(Key { code: KeyCode::Char('\\'), ctrl: false, alt: true })
}

fn typed(message: &Message) -> Option<char> {
    match message {
        Message::Key(key) => key.typed(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(names: &str) -> Vec<Message> {
        names.split(' ').map(|name| Message::Key(name.parse().unwrap())).collect()
    }

    fn hear(answer: &mut Answer, names: &str) -> Vec<Heard> {
        keys(names).into_iter().map(|key| answer.hear(key)).filter(|heard| *heard != Heard::Nothing).collect()
    }

    #[test]
    fn an_answer_is_taken_out_of_the_keys_once() {
        let mut answer = Answer::new(true);
        let said = "j Alt-] 1 1 ; r g b : f f / f f / f f Ctrl-g k Alt-] q";
        assert_eq!(
            hear(&mut answer, said),
            [
                Heard::Messages(keys("j")),
                Heard::Background(Background::Light),
                Heard::Messages(keys("k")),
                Heard::Messages(keys("Alt-]")),
                Heard::Messages(keys("q")),
            ]
        );
    }

    #[test]
    fn the_other_way_to_end_a_string_ends_it_too() {
        let heard = hear(&mut Answer::new(true), r"Alt-] 1 1 ; r g b : 0 / 0 / 0 Alt-\");
        assert_eq!(heard, [Heard::Background(Background::Dark)]);
    }

    #[test]
    fn keys_that_only_began_like_an_answer_come_through_in_order() {
        for typed in ["Alt-] 1 Down", "Alt-] j Ctrl-g", "Alt-] Alt-]"] {
            assert_eq!(hear(&mut Answer::new(true), typed), [Heard::Messages(keys(typed))], "{typed}");
        }
    }

    #[test]
    fn a_resize_does_not_cut_an_answer_in_two() {
        let mut answer = Answer::new(true);
        let resize = Message::Resize { width: 80, height: 24 };
        assert_eq!(hear(&mut answer, "Alt-] 1 1 ; r g b : 0 / 0"), []);
        assert_eq!(answer.hear(resize.clone()), Heard::Messages(vec![resize]));
        assert_eq!(hear(&mut answer, "/ 0 Ctrl-g"), [Heard::Background(Background::Dark)]);
    }

    #[test]
    fn an_endless_answer_is_given_up() {
        let typed = format!("Alt-]{}", " a".repeat(LONGEST + 1));
        assert_eq!(hear(&mut Answer::new(true), &typed), [Heard::Messages(keys(&typed))]);
    }
}
