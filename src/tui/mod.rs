//! The screen: keys in, cells out. State and its changes are pure; only the shell touches the terminal.

pub mod areas;
mod choose;
pub mod command;
pub mod contents;
pub mod effect;
pub mod filter;
pub mod findings;
pub mod help;
pub mod key;
pub mod keymap;
pub mod layout;
pub mod links;
pub mod message;
mod mouse;
pub mod order;
pub mod panel;
mod reading;
pub mod search;
pub mod shell;
pub mod state;
pub mod theme;
pub mod update;
pub mod view;
