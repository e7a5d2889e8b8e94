//! How long a frame takes, against ratatui drawing the same rows of text and nothing else.
//!
//! `cargo bench --bench frame`. A frame is one key that moves by a line, and everything painted anew.

mod support;

use std::time::Duration;

use byline::annotate::annotate;
use byline::article::Loaded;
use byline::tui::key::Key;
use byline::tui::layout::Layout;
use byline::tui::message::Message;
use byline::tui::state::State;
use byline::tui::theme::{Depth, Theme};
use byline::tui::update::update;
use byline::tui::view::view;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Style;
use support::{article, time};

/// Columns and rows.
const SCREEN: (u16, u16) = (120, 40);

fn main() {
    for size in [3_000, 100_000, 5_000_000] {
        let plain = plain(size);
        line(size, "plain rows", plain, plain);
        line(size, "byline", frame(size, ""), plain);
        line(size, "an entity chosen", frame(size, "]e"), plain);
        line(size, "a search on", frame(size, "/the\r"), plain);
    }
}

/// The time of a frame of byline, after `keys`.
fn frame(size: usize, keys: &str) -> Duration {
    let article = article(size);
    let annotations = Box::new(annotate(&article));
    let mut state = State::new(Loaded { article, warnings: Vec::new() }, SCREEN.0, SCREEN.1);
    let theme = Theme::bundled("dark", Depth::True).expect("bundled");
    let mut terminal = terminal();
    update(&mut state, Message::Annotated(annotations));
    for key in keys.chars().map(|c| if c == '\r' { "Enter".parse().expect("a key") } else { Key::char(c) }) {
        update(&mut state, Message::Key(key));
    }
    let mut down = true;
    time(|| {
        update(&mut state, Message::Key(Key::char(if down { 'j' } else { 'k' })));
        down = !down;
        terminal.draw(|frame| view(&state, &theme, frame)).expect("drawn");
    })
}

/// The time that ratatui takes for a screen full of text.
fn plain(size: usize) -> Duration {
    let article = article(size);
    let layout = Layout::new(&article, SCREEN.0);
    let mut terminal = terminal();
    let mut top = 0;
    time(|| {
        top = 1 - top;
        let draw = |frame: &mut ratatui::Frame| {
            for (y, row) in layout.rows().iter().skip(top).take(usize::from(SCREEN.1)).enumerate() {
                frame.buffer_mut().set_string(0, y as u16, row.range.of(article.text()), Style::new());
            }
        };
        terminal.draw(draw).expect("drawn");
    })
}

fn terminal() -> Terminal<TestBackend> {
    Terminal::new(TestBackend::new(SCREEN.0, SCREEN.1)).expect("a terminal for tests")
}

fn line(size: usize, stage: &str, took: Duration, plain: Duration) {
    let ratio = took.as_secs_f64() / plain.as_secs_f64();
    println!("{:>5} KB  {stage:<17} {:>8.3} ms {ratio:>6.2} times plain rows", size / 1000, took.as_secs_f64() * 1e3);
}
