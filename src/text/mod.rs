//! The ground floor: ranges of bytes, clean strings, tokens and sentences; it knows no articles.

mod clean;
mod language;
mod near;
mod range;
mod sentence;
mod token;
mod width;

pub use clean::{Clean, Substituted, clean_text};
pub use language::{Foreign, foreign};
pub use near::near;
pub use range::{TextRange, head};
pub use sentence::{Sentence, sentences};
pub use token::{Token, TokenKind, tokens};
pub use width::{columns, elide, fit, graphemes};
