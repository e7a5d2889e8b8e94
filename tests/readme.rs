//! The README shows the screen and the keys as they are.
//!
//! After a change that is meant, `UPDATE=1 cargo test --test readme` writes both anew; read them before they go in.

use std::fs;
use std::process::Command;

use byline::annotate::annotate;
use byline::load::{Options, Source, load};
use byline::tui::message::Message;
use byline::tui::state::State;
use byline::tui::theme::Theme;
use byline::tui::update::update;
use byline::tui::view::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

/// Compares what stands between `<!-- name -->` and the end of the block of code behind it with `wanted`.
fn check(name: &str, wanted: &str) {
    let readme = fs::read_to_string(README).expect("a README");
    let mark = format!("<!-- {name} -->\n```text\n");
    let start = readme.find(&mark).expect("the mark") + mark.len();
    let end = start + readme[start..].find("```").expect("the end of the block");
    if readme[start..end] == *wanted {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(README, format!("{}{wanted}{}", &readme[..start], &readme[end..])).expect("written");
    } else {
        panic!("the README's {name} is not what the program shows:\n{wanted}");
    }
}

#[test]
fn the_keys_are_those_of_the_table() {
    let keys = Command::new(env!("CARGO_BIN_EXE_byline"))
        .args(["keys"])
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .env_remove("BYLINE_CONFIG")
        .output()
        .expect("the program runs");
    check("keys", &String::from_utf8(keys.stdout).expect("UTF-8"));
}

#[test]
fn the_picture_is_what_the_screen_shows() {
    let article = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/articles/undersea-grid.txt");
    let options = Options::default();
    let opened = load(&Source::from_argument(article.as_ref()), &options).expect("readable");
    let loaded = opened.into_articles(&options).next().expect("an article").expect("readable");
    let annotations = annotate(&loaded.article);
    let mut state = State::new(loaded, 100, 32);
    update(&mut state, Message::Annotated(Box::new(annotations)));
    for key in "]p]p".chars() {
        update(&mut state, Message::Key(byline::tui::key::Key::char(key)));
    }
    let mut terminal = Terminal::new(TestBackend::new(100, 32)).expect("a terminal");
    terminal.draw(|frame| view(&state, &Theme::default(), frame)).expect("no error");
    let rows = terminal.backend().to_string();
    let rows = rows.lines().map(|row| row.trim_matches('"').trim_end().to_owned() + "\n");
    check("picture", &rows.collect::<String>());
}
