//! The real program in a real terminal: what it takes from it, what it shows, and how it gives it back.

mod ends;
mod reads;
mod session;
