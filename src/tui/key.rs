//! Names of keys, as a config file, the help and the tests write them: `j`, `Ctrl-d`, `PageDown`, `]e`.

use std::fmt;
use std::str::FromStr;

/// One press of a key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Whether Control was held.
    pub ctrl: bool,
    /// Whether Alt was held.
    pub alt: bool,
}

/// A key of the keyboard. Letters carry their case, so Shift stands in them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum KeyCode {
    Char(char),
    Enter,
    Esc,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// The keys that have a name instead of a character. A space is one of them, so that a list of keys can be read.
const NAMED: &[(&str, KeyCode)] = &[
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Esc", KeyCode::Esc),
    ("Tab", KeyCode::Tab),
    ("Shift-Tab", KeyCode::BackTab),
    ("Backspace", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PageUp", KeyCode::PageUp),
    ("PageDown", KeyCode::PageDown),
];

impl Key {
    /// The key alone.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A character.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// A character with Control held.
    pub const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), ctrl: true, alt: false }
    }

    /// What the key types into a line of text: a character without Control or Alt.
    pub const fn typed(self) -> Option<char> {
        match self {
            Self { code: KeyCode::Char(c), ctrl: false, alt: false } => Some(c),
            _ => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            out.write_str("Ctrl-")?;
        }
        if self.alt {
            out.write_str("Alt-")?;
        }
        match (NAMED.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => out.write_str(name),
            (None, KeyCode::F(number)) => write!(out, "F{number}"),
            (None, KeyCode::Char(c)) => write!(out, "{c}"),
            (None, code) => write!(out, "{code:?}"),
        }
    }
}

/// The error is the part that names no key.
impl FromStr for Key {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        if let Some(rest) = name.strip_prefix("Ctrl-").filter(|rest| !rest.is_empty()) {
            return Ok(Self { ctrl: true, ..rest.parse()? });
        }
        if let Some(rest) = name.strip_prefix("Alt-").filter(|rest| !rest.is_empty()) {
            return Ok(Self { alt: true, ..rest.parse()? });
        }
        if let Some((_, code)) = NAMED.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
            return Ok(Self::plain(*code));
        }
        let mut chars = name.chars();
        match (chars.next(), chars.as_str()) {
            (Some(c), "") => Ok(Self::char(c)),
            (Some('F'), digits) => match digits.parse() {
                Ok(number @ 1..=24) => Ok(Self::plain(KeyCode::F(number))),
                _ => Err(name.to_owned()),
            },
            _ => Err(name.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for name in ["j", "G", "?", "Ctrl-d", "Alt-Right", "Space", "PageDown", "F5", "Shift-Tab", "-", "Ctrl--"] {
            assert_eq!(name.parse::<Key>().map(|key| key.to_string()).as_deref(), Ok(name));
        }
    }

    #[test]
    fn what_is_no_key_is_named() {
        assert_eq!("Ctrl-nope".parse::<Key>(), Err("nope".to_owned()));
        assert_eq!("F99".parse::<Key>(), Err("F99".to_owned()));
    }
}
