//! What is typed and what is seen, styles included, through the loop that the program runs.
//!
//! A screen is written as its rows, then as runs of cells that are not plain: `row:column "text" style`. After a change
//! that is meant, `INSTA_UPDATE=always cargo test --test screens` writes the snapshots anew; read them before they go in.

#[path = "../annotate/marked.rs"]
mod marked;

mod article;
mod dump;
mod following;
mod list;
mod moving;
mod panes;
mod themes;

use byline::article::Loaded;
use byline::tui::areas::Look;
use byline::tui::contents::Contents;
use byline::tui::key::Key;
use byline::tui::keymap::Keymap;
use byline::tui::message::Message;
use byline::tui::shell::{Event, World, run};
use byline::tui::state::State;
use byline::tui::theme::{Depth, Theme};
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

/// A world where messages are all that happens, one frame each.
struct Script(std::vec::IntoIter<Message>);

impl World for Script {
    fn wait(&mut self) -> Option<Event> {
        self.0.next().map(Event::Message)
    }
}

/// A session to be typed at.
struct Session {
    messages: Vec<Message>,
    size: (u16, u16),
    theme: Theme,
    look: Look,
    contents: Option<Contents>,
    loaded: Loaded,
}

impl Session {
    /// The article of these tests, with its marks, on a screen of `width` by `height` cells without colours.
    fn new(width: u16, height: u16) -> Self {
        Self {
            messages: vec![Message::Annotated(Box::new(article::marks()))],
            size: (width, height),
            theme: Theme::bundled("dark", Depth::Plain).expect("bundled"),
            look: Look::default(),
            contents: None,
            loaded: article::loaded(),
        }
    }

    /// Another article, without marks.
    fn on(width: u16, height: u16, loaded: Loaded) -> Self {
        Self { messages: vec![Message::Annotated(Box::default())], loaded, ..Self::new(width, height) }
    }

    /// A list of articles instead of one.
    fn listing(width: u16, height: u16, contents: Contents) -> Self {
        Self { messages: Vec::new(), contents: Some(contents), ..Self::new(width, height) }
    }

    /// The same in colours.
    fn theme(mut self, name: &str, depth: Depth) -> Self {
        self.theme = Theme::bundled(name, depth).expect("bundled");
        self
    }

    /// Types keys: characters as they are, others by their name in angle brackets, `]p<Tab><Enter>`.
    fn keys(mut self, keys: &str) -> Self {
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let named = rest.strip_prefix('<').and_then(|rest| rest.split_once('>'));
            let (key, after) = match named {
                Some((name, after)) => (name.parse().expect("a key's name"), after),
                None => (Key::char(first), &rest[first.len_utf8()..]),
            };
            self.messages.push(Message::Key(key));
            rest = after;
        }
        self
    }

    /// Sends something other than a key.
    fn message(mut self, message: Message) -> Self {
        self.messages.push(message);
        self
    }

    /// Runs the session to the end of what was typed, and gives it back with the screen.
    fn run(self) -> (State, ratatui::buffer::Buffer) {
        let (mut width, mut height) = self.size;
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let largest = self.messages.iter().fold((width, height), |size, message| match message {
            Message::Resize { width, height } => (size.0.max(*width), size.1.max(*height)),
            _ => size,
        });
        (width, height) = largest;
        let backend = TestBackend::new(width, height);
        let mut terminal = Terminal::with_options(backend, TerminalOptions { viewport }).expect("a terminal");
        let mut state = State::new(self.loaded, self.size.0, self.size.1).with(self.look, Keymap::default(), true);
        if let Some(contents) = self.contents {
            state = state.listing(contents);
        }
        run(&mut state, self.theme, &mut terminal, &mut Script(self.messages.into_iter())).expect("no error");
        let buffer = terminal.backend().buffer().clone();
        (state, buffer)
    }

    /// The screen at the end, written.
    fn screen(self) -> String {
        dump::write(&self.run().1)
    }
}
