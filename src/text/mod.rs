//! The ground floor: ranges of bytes, clean strings, tokens and sentences; it knows no articles.

mod clean;
mod range;
mod sentence;
mod token;

pub use clean::{Clean, Substituted, clean_text};
pub use range::TextRange;
pub use sentence::{Sentence, sentences};
pub use token::{Token, TokenKind, tokens};
