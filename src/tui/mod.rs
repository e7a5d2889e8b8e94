//! The screen: keys in, cells out. State and its changes are pure; only the shell touches the terminal.

pub mod command;
pub mod effect;
pub mod key;
pub mod keymap;
pub mod message;
pub mod state;
pub mod theme;
pub mod update;
pub mod view;
