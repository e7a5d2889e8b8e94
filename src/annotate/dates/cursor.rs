//! Looking at the tokens of one sentence, one at a time.

use crate::text::TokenKind;

use super::super::Document;
use super::words::{Piece, piece};

/// The tokens of a sentence, by their index in the document; outside of it there is nothing to see.
#[derive(Clone, Copy)]
pub struct Cursor<'d> {
    document: &'d Document<'d>,
    start: usize,
    end: usize,
}

impl<'d> Cursor<'d> {
    /// The tokens `start..end` of `document`.
    pub const fn new(document: &'d Document<'d>, start: usize, end: usize) -> Self {
        Self { document, start, end }
    }

    /// The index after the last token.
    pub const fn end(self) -> usize {
        self.end
    }

    /// The index of the first token.
    pub const fn start(self) -> usize {
        self.start
    }

    /// The word at `at`; empty outside the sentence.
    pub fn word(self, at: usize) -> &'d str {
        if (self.start..self.end).contains(&at) { self.document.word(at) } else { "" }
    }

    /// The word before `at`; empty at the beginning.
    pub fn before(self, at: usize) -> &'d str {
        at.checked_sub(1).map_or("", |at| self.word(at))
    }

    /// What the word at `at` can be in a date.
    pub fn piece(self, at: usize) -> Piece {
        piece(self.word(at))
    }

    /// Whether the word at `at` is `word`, in any case.
    pub fn is(self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the word at `at` is one of `words`, in any case.
    pub fn any(self, at: usize, words: &[&str]) -> bool {
        let here = self.word(at);
        !here.is_empty() && words.iter().any(|word| here.eq_ignore_ascii_case(word))
    }

    /// Whether the word before `at` is one of `words`, in any case.
    pub fn after_any(self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.any(before, words))
    }

    /// The index after the words of `phrase`, where they stand at `at`.
    pub fn skip(self, at: usize, phrase: &[&str]) -> Option<usize> {
        phrase.iter().enumerate().all(|(i, word)| self.is(at + i, word)).then_some(at + phrase.len())
    }

    /// Whether no white space parts the tokens at `at - 1` and `at`.
    pub fn touches(self, at: usize) -> bool {
        let tokens = self.document.tokens();
        match (at.checked_sub(1).and_then(|before| tokens.get(before)), tokens.get(at)) {
            (Some(before), Some(here)) => before.range.end() == here.range.start(),
            _ => false,
        }
    }

    /// Whether a word (no number, no mark) stands at `at`.
    pub fn is_word(self, at: usize) -> bool {
        at < self.end && self.document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether the word at `at` begins with a capital.
    pub fn is_capital(self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// Whether the word at `at` begins with a small letter.
    pub fn is_small(self, at: usize) -> bool {
        self.word(at).starts_with(char::is_lowercase)
    }
}
