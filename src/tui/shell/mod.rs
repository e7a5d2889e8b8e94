//! The terminal, the events and the loop: the only part of the screen that touches the world.
//!
//! ```text
//!            keys ── events ── answer ─┐
//! signals, hang-up ── watch ───────────┤ channel
//!    articles, marks ── opener ────────┴───────── live ── run ── screen ── terminal
//! ```
//!
//! Three threads, all of which sleep while nothing happens: the loop, the reader of keys, the watch; and helpers that
//! open and annotate, until they are done. Whatever ends the session, the terminal is given back exactly once.

mod answer;
mod capabilities;
mod events;
mod live;
mod opener;
mod outside;
mod run;
mod screen;
mod terminal;
mod watch;

pub use capabilities::{Background, Capabilities};
pub use run::{Ended, Event, World, run};

use std::io;
use std::sync::mpsc::{Sender, channel};
use std::thread;

use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};
use rustix::io::Errno;

use crate::annotate::Annotations;
use crate::article::{Article, Loaded};
use crate::load::{Opened, Options};

use super::contents::Contents;
use super::effect::Effect;
use super::state::State;
use super::theme::Theme;

use answer::{Answer, QUESTION};
use live::{Happening, Live};
use opener::Opener;
use screen::Screen;
use terminal::Terminal;
use watch::Watch;

/// How a session is to look, and what it may ask of the terminal.
pub struct Settings<'a> {
    /// Makes the theme for a background.
    pub theme: &'a dyn Fn(Background) -> Theme,
    /// The background until the terminal has said otherwise.
    pub background: Background,
    /// Whether to ask the terminal for its background. Only one that [answers](Capabilities::answers) may be asked.
    pub asks: bool,
    /// Whether to capture the mouse from the start.
    pub mouse: bool,
    /// What finds the marks of an article. If it panics, the session goes on with a warning.
    pub annotate: fn(&Article) -> Annotations,
    /// How the articles of a list are opened.
    pub options: Options,
    /// Whether a list begins with its first article open; one of a single article does anyhow.
    pub begins: bool,
    /// What opens an address outside: a program with arguments, as in `$BROWSER`.
    pub browser: Option<String>,
}

/// Reads on standard output, which has to be a terminal, until the session ends. Keys come from the terminal also if
/// standard input is something else.
///
/// An article is shown at once; of several, the list, unless it begins with its first article.
/// `session` makes the session on an article for a screen of so many columns and rows. The error is that of a terminal
/// which cannot be taken, read or written.
pub fn read(opened: Opened, session: impl FnOnce(Loaded, u16, u16) -> State, settings: &Settings) -> io::Result<Ended> {
    terminal::guard_against_panics();
    let watch = Watch::new()?;
    let (inbox, told) = channel();
    let mut desk = Opener::new(inbox.clone(), settings.annotate, settings.options.clone());
    let (loaded, contents) = begin(opened, &mut desk)?;
    let held = Terminal::take()?;
    terminal::capture_mouse(settings.mouse)?;
    if settings.asks {
        terminal::write_all(QUESTION)?;
    }
    events::prepare()?;
    let answer = Answer::new(settings.asks);
    spawn("keys", &inbox, move |inbox| {
        if events::listen(answer, inbox).is_err() {
            tell(inbox, Happening::Ended(Ended::HungUp));
        }
    })?;
    spawn("watch", &inbox, move |inbox| watch.run(inbox))?;
    let begins = contents.as_ref().is_none_or(|contents| settings.begins || contents.entries().len() == 1);
    let mut world = Live::new(told, desk, begins, settings);
    let ended = run_session(|width, height| session(loaded, width, height), contents, settings, &mut world);
    if matches!(ended, Ok(Ended::Quit | Ended::Signal(_))) {
        world.hear_out();
    }
    drop(held);
    match ended {
        Err(error) if is_gone(&error) => Ok(Ended::HungUp),
        ended => ended,
    }
}

/// The article to begin with, and the list where there are several. The annotator is set to work first of all: the
/// first frame waits for it.
fn begin(opened: Opened, desk: &mut Opener) -> io::Result<(Loaded, Option<Contents>)> {
    match opened {
        Opened::Article(loaded) => {
            // It works on a copy: the session, which owns the article, may end before it does.
            desk.begin(&loaded)?;
            Ok((*loaded, None))
        }
        Opened::Collection(collection) => Ok((Loaded::default(), Some(desk.list(collection)))),
    }
}

/// Whether an error of writing says that there is no terminal any more: a frame may find out before the watch does.
fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe || error.raw_os_error() == Some(Errno::IO.raw_os_error())
}

fn run_session(
    session: impl FnOnce(u16, u16) -> State,
    contents: Option<Contents>,
    settings: &Settings,
    world: &mut impl World,
) -> io::Result<Ended> {
    let (width, height) = terminal::size()?;
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let mut terminal = ratatui::Terminal::with_options(Screen::new(), TerminalOptions { viewport })?;
    let mut state = session(width, height);
    if let Some(contents) = contents {
        let begins = settings.begins || contents.entries().len() == 1;
        state = state.listing(contents);
        if let Some(first) = begins.then(|| state.open_first()).flatten() {
            world.perform(Effect::Open(first));
        }
    }
    run(&mut state, (settings.theme)(settings.background), &mut terminal, world)
}

/// Runs `work` in a thread of its own.
fn spawn(
    name: &str,
    inbox: &Sender<Happening>,
    work: impl FnOnce(&Sender<Happening>) + Send + 'static,
) -> io::Result<()> {
    let inbox = inbox.clone();
    thread::Builder::new().name(name.to_owned()).spawn(move || work(&inbox)).map(drop)
}

/// The session may be over already: then there is nobody to tell.
fn tell(inbox: &Sender<Happening>, happening: Happening) {
    let _ = inbox.send(happening);
}
