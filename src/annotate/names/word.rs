//! A word apart from where it stands: its letters, its shape, and what the lexicon knows of it.

use super::super::crf::{feature, hash};
use super::lexicon::{Habits, Lexicon, Lists, key};
use crate::text::TokenKind;

/// How the letters of a word are cased.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Form {
    /// `word`, and words of scripts without case.
    Small,
    /// `Word`.
    Capitalized,
    /// `WORD`.
    Capitals,
    /// `McWord`, `iWord`.
    Mixed,
    /// `W` or `W.`.
    Initial,
    /// `W.O.`.
    Initials,
    /// `W40`, `3M`.
    Digits,
    /// `40`, `2.3bn`.
    Number,
    /// A mark.
    Mark,
}

/// All that features ask of a word; hashes stand for strings.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// As it is written.
    pub exact: u32,
    /// In small letters.
    pub small: u32,
    /// Classes of its letters, runs folded: `Xx`, `X.X.`, `d`.
    pub shape: u32,
    /// Its casing.
    pub form: Form,
    /// How many characters it has, at most 255.
    pub length: u8,
    /// Its first two, three and four letters, in small.
    pub prefixes: [u32; 3],
    /// Its last one, two, three and four letters, in small.
    pub suffixes: [u32; 4],
    /// The lists it stands on by itself.
    pub lists: Lists,
    /// What the lexicon knows of it.
    pub habits: Habits,
    /// The coarse cluster it is in.
    pub coarse: u8,
}

impl Word {
    /// What stands before the first word of a sentence and behind the last.
    pub const EDGE: Self = Self {
        exact: 0,
        small: 0,
        shape: 0,
        form: Form::Mark,
        length: 0,
        prefixes: [0; 3],
        suffixes: [0; 4],
        lists: Lists(0),
        habits: Habits::UNKNOWN,
        coarse: 0,
    };

    /// Looks at `text`, a token of kind `kind`.
    pub fn new(text: &str, kind: TokenKind, lexicon: &Lexicon) -> Self {
        let small = small(text);
        let small_hash = hash(small.as_bytes());
        let habits = lexicon.habits(small_hash);
        let starts: Vec<usize> = small.char_indices().map(|(at, _)| at).collect();
        let head = |count: usize| hash(&small.as_bytes()[..starts.get(count).copied().unwrap_or(small.len())]);
        let tail = |count: usize| hash(&small.as_bytes()[starts[starts.len().saturating_sub(count)]..]);
        Self {
            exact: hash(text.as_bytes()),
            small: small_hash,
            shape: shape(text),
            form: Form::of(text, kind),
            length: starts.len().min(255) as u8,
            prefixes: [2, 3, 4].map(head),
            suffixes: if starts.is_empty() { [0; 4] } else { [1, 2, 3, 4].map(tail) },
            lists: lexicon.lists(key(0, small_hash)),
            habits,
            coarse: lexicon.coarse(habits.cluster),
        }
    }

    /// Whether it is usually written small.
    pub const fn is_usually_small(&self) -> bool {
        matches!(self.habits.smallness, 3..=5 | 7)
    }
}

impl Form {
    fn of(text: &str, kind: TokenKind) -> Self {
        match kind {
            TokenKind::Mark => return Self::Mark,
            TokenKind::Number if !text.contains(char::is_uppercase) => return Self::Number,
            TokenKind::Number | TokenKind::Word => {}
        }
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let capitals = text.chars().filter(|c| c.is_uppercase()).count();
        match (capitals, letters) {
            (0, _) => Self::Small,
            _ if text.contains(|c: char| c.is_ascii_digit()) => Self::Digits,
            (1, 1) => Self::Initial,
            _ if capitals == letters && text.contains('.') => Self::Initials,
            _ if capitals == letters => Self::Capitals,
            (1, _) if text.starts_with(char::is_uppercase) => Self::Capitalized,
            _ => Self::Mixed,
        }
    }

    /// Whether a capital is in it.
    pub const fn has_capital(self) -> bool {
        !matches!(self, Self::Small | Self::Number | Self::Mark)
    }
}

/// The form that words are compared in: small letters, straight apostrophes, no full stops (`U.S.` is `us`).
pub fn small(text: &str) -> String {
    let small = text.to_lowercase();
    if text.is_ascii() && !text.contains('.') {
        return small;
    }
    let worded = small.starts_with(char::is_alphabetic);
    small.chars().filter(|&c| !(worded && c == '.')).map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// The hash of the classes of a word's characters, at most two of a class in a row.
fn shape(text: &str) -> u32 {
    let mut shape = 0;
    let mut last = ('\0', 0);
    for c in text.chars() {
        let class = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => 'd',
            c => c,
        };
        last = if class == last.0 { (class, last.1 + 1) } else { (class, 1) };
        if last.1 <= 2 {
            shape = feature(shape, class as u32);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        let of = |text| Form::of(text, TokenKind::Word);
        assert_eq!(of("word"), Form::Small);
        assert_eq!(of("Word"), Form::Capitalized);
        assert_eq!(of("O’Neill"), Form::Mixed);
        assert_eq!(of("NATO"), Form::Capitals);
        assert_eq!(of("U.S."), Form::Initials);
        assert_eq!(of("J."), Form::Initial);
        assert_eq!(of("F16"), Form::Digits);
        assert_eq!(Form::of("3M", TokenKind::Number), Form::Digits);
        assert_eq!(Form::of("2.3bn", TokenKind::Number), Form::Number);
        assert_eq!(of("東京"), Form::Small);
    }

    #[test]
    fn shapes_fold_runs() {
        assert_eq!(shape("Washington"), shape("Paris"));
        assert_ne!(shape("Al"), shape("AL"));
    }
}
