//! The terminal, the events and the loop: the only part of the screen that touches the world.
//!
//! ```text
//!            keys ── events ── answer ─┐
//! signals, hang-up ── watch ───────────┤ channel
//!            annotator ────────────────┴───────── live ── run ── screen ── terminal
//! ```
//!
//! Four threads, all of which sleep while nothing happens: the loop, the reader of keys, the watch, and the annotator
//! until it is done. Whatever ends the session, the terminal is given back exactly once.

mod answer;
mod capabilities;
mod events;
mod live;
mod run;
mod screen;
mod terminal;
mod watch;

pub use capabilities::{Background, Capabilities};
pub use run::{Ended, Event, World, run};

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use ratatui::layout::Rect;
use ratatui::{TerminalOptions, Viewport};
use rustix::io::Errno;

use crate::annotate::Annotations;
use crate::article::Warning;

use super::message::Message;
use super::state::State;
use super::theme::Theme;

use answer::{Answer, QUESTION};
use live::{Happening, Live};
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
}

/// Reads on standard output, which has to be a terminal, until the session ends. Keys come from the terminal also if
/// standard input is something else.
///
/// `open` makes the session for a screen of so many columns and rows. `annotate` runs beside it; if it panics, the
/// session goes on with a warning. The error is that of a terminal which cannot be taken, read or written.
pub fn read(
    open: impl FnOnce(u16, u16) -> State,
    annotate: impl FnOnce() -> Annotations + Send + 'static,
    settings: &Settings,
) -> io::Result<Ended> {
    terminal::guard_against_panics();
    let watch = Watch::new()?;
    let (inbox, told) = channel();
    // First of all: the marks are what the first frame waits for.
    spawn(terminal::ANNOTATOR, &inbox, move |inbox| {
        let (annotations, failure) = annotated(annotate);
        if let Some(warning) = failure {
            tell(inbox, Happening::Message(Message::Warned(warning)));
        }
        tell(inbox, Happening::Message(Message::Annotated(Box::new(annotations))));
    })?;
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
    let mut world = Live::new(told, settings.asks, settings.theme);
    let ended = session(open, settings, &mut world);
    if matches!(ended, Ok(Ended::Quit | Ended::Signal(_))) {
        world.hear_out();
    }
    drop(held);
    match ended {
        Err(error) if is_gone(&error) => Ok(Ended::HungUp),
        ended => ended,
    }
}

/// Whether an error of writing says that there is no terminal any more: a frame may find out before the watch does.
fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe || error.raw_os_error() == Some(Errno::IO.raw_os_error())
}

fn session(open: impl FnOnce(u16, u16) -> State, settings: &Settings, world: &mut impl World) -> io::Result<Ended> {
    let (width, height) = terminal::size()?;
    let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
    let mut terminal = ratatui::Terminal::with_options(Screen::new(), TerminalOptions { viewport })?;
    let mut state = open(width, height);
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

/// What the annotator found; nothing, and why, if it failed.
fn annotated(annotate: impl FnOnce() -> Annotations) -> (Annotations, Option<Warning>) {
    match catch_unwind(AssertUnwindSafe(annotate)) {
        Ok(annotations) => (annotations, None),
        Err(panic) => {
            let warning = Warning::Other(format!("nothing is marked: {}", said(&*panic)));
            (Annotations::default(), Some(warning))
        }
    }
}

/// What a panic says.
fn said(panic: &(dyn Any + Send)) -> &str {
    let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    said.unwrap_or("the annotator failed")
}
