//! byline: an article in the terminal, with its people, organizations, places, numbers and claims beside it.

pub mod annotate;
pub mod article;
pub mod cli;
pub mod config;
pub mod export;
pub mod load;
pub mod text;
pub mod tui;
