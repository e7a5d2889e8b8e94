//! byline: an article in the terminal, with its people, organizations, places, numbers and claims beside it.
//!
//! ```text
//!  title · outlet, authors, date                              reading time   view/head
//! ──────────────────────────────────────────────┬────────────────────────────
//! ▏ Ana Reyes, harbour master of Port Ellis,    │ In this article            view/panel
//! ▏ said tolls would rise by 12 percent from    │ People ──────────────── 2
//!   May. She blamed the cost of dredging.       │  Ana Reyes    ▂··▂·▂    3  view/strip
//!                                               │  Tomas Lund   ···▂··    1
//!   view/text: rows of byte ranges (layout),    │ Numbers ─────────────── 1
//!   styled by the marks that touch them         │ ▲ 12 percent  tolls
//!   (annotate), by what is chosen, and by       ├────────────────────────────
//!   what is searched                            │ Ana Reyes                  view/card
//!                                               │ is        harbour master
//!  61 %  ·  Ana Reyes 1 of 3                 Enter why  * pin  Esc back       view/status
//! ```
//!
//! # The pipe
//!
//! An article is **one text**; everything else points into it by byte range.
//!
//! ```text
//!           load              annotate               tui
//!   bytes ───────▶ Article ────────────▶ Annotations ─────▶ the screen
//!                                                   └─────▶ the record, and other formats
//!                                                    export
//! ```
//!
//! # The floors
//!
//! Nothing points up, and nothing goes round; `tests/architecture.rs` keeps it so.
//!
//! ```text
//!   main ── cli                      arguments in, exit code out
//!            │ config                the defaults, and the user's settings over them
//!   tui::shell ── view ── state, update ── layout ── command, key, areas
//!   export          annotate         what leaves; what is found
//!   load                             bytes → article
//!   article                          one text, its blocks, what is known about it
//!   text                             ranges, clean strings, widths, tokens, sentences
//! ```
//!
//! Reading is `update(&mut State, Message) -> Option<Effect>` and `view(&State, &Theme, &mut Frame)`. All that a person
//! can tell the program stands in one table, [`tui::command::TABLE`]. Only [`tui::shell`], [`load`] and [`config`] touch
//! the world.

pub mod annotate;
pub mod article;
pub mod cli;
pub mod config;
pub mod export;
pub mod load;
pub mod text;
pub mod tui;
