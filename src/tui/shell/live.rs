//! The real world of a session: what its threads tell, and what it may do to the terminal.

use std::collections::VecDeque;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use nix::unistd::{Pid, getppid, getsid};
use rustix::process::{Signal, getpid, kill_current_process_group, kill_process};

use crate::load::{LoadError, Opened};
use crate::text::Clean;
use crate::tui::effect::{Effect, EntryId};
use crate::tui::message::Message;
use crate::tui::theme::Theme;

use super::Settings;
use super::capabilities::Background;
use super::opener::{Annotated, Opener};
use super::outside;
use super::run::{Ended, Event, World};
use super::terminal;

/// How long the first frame waits for the annotator. Below a tenth of a second an answer seems immediate (Miller,
/// Response time in man-computer conversational transactions, 1968), and a frame without marks would only flicker.
const ANNOTATED_WITHIN: Duration = Duration::from_millis(80);

/// How long the first frame waits for the terminal to say whether it is dark. One that runs on this machine mostly has
/// answered before the marks are there; a later answer changes the theme, which is less of a nuisance than a late page.
const ANSWERED_WITHIN: Duration = Duration::from_millis(2);

/// How long an answer that is under way when the session ends is waited for: it would land in the shell's next line.
const LATE_ANSWER: Duration = Duration::from_millis(100);

/// How long after the question an answer is still expected at all.
const EXPECTED_WITHIN: Duration = Duration::from_secs(1);

/// What the kernel calls a process that the namespace of this one does not see.
const OUTSIDE: Pid = Pid::from_raw(0);

/// What a thread tells the loop.
#[derive(Debug)]
pub enum Happening {
    /// Something for the session.
    Message(Message),
    /// An entry of the list was opened, or could not be.
    Opened(EntryId, Box<Result<Opened, LoadError>>),
    /// What the annotator made of the article that it was given as the so-manieth.
    Annotated(usize, Box<Annotated>),
    /// The terminal said what the text stands on.
    Background(Background),
    /// Somebody sent SIGTSTP.
    Stopped,
    /// The program goes on after a stop.
    Continued,
    /// The end.
    Ended(Ended),
}

/// The world of the terminal.
pub struct Live<'a> {
    inbox: Receiver<Happening>,
    /// What came while the program waited to be continued.
    put_off: VecDeque<Happening>,
    opener: Opener,
    began: Instant,
    /// Whether the first frame has marks to wait for that are not there yet.
    unmarked: bool,
    /// Whether the terminal was asked for its background and has not answered.
    asked: bool,
    theme: &'a dyn Fn(Background) -> Theme,
    /// What opens addresses, as in `$BROWSER`.
    browser: Option<String>,
}

impl<'a> Live<'a> {
    /// A world that is told what happens by `inbox`, and opens articles by `opener`. `unmarked` says whether one is
    /// being annotated.
    pub fn new(inbox: Receiver<Happening>, opener: Opener, unmarked: bool, settings: &Settings<'a>) -> Self {
        let (asked, theme) = (settings.asks, settings.theme);
        let browser = settings.browser.clone();
        Self { inbox, put_off: VecDeque::new(), opener, began: Instant::now(), unmarked, asked, theme, browser }
    }

    /// Waits a little for an answer that is still under way.
    pub fn hear_out(mut self) {
        let until = Instant::now() + LATE_ANSWER;
        while self.asked && self.began.elapsed() < EXPECTED_WITHIN {
            match self.inbox.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(happening) => self.asked &= !matches!(happening, Happening::Background(_)),
                Err(_) => return,
            }
        }
    }

    /// What the loop is told of what happened: nothing, where it came too late.
    fn event(&mut self, happening: Happening) -> Option<Event> {
        Some(match happening {
            Happening::Message(message) => Event::Message(message),
            Happening::Opened(id, opened) => match *opened {
                // There is nothing else to read: the session ends, and the shell is told why.
                Err(error) if self.opener.is_alone() => Event::Ended(Ended::Failed(error.to_string())),
                opened => Event::Message(self.opener.opened(id, opened)?),
            },
            Happening::Annotated(turn, annotated) => self.annotated(turn, *annotated)?,
            Happening::Background(background) => {
                self.asked = false;
                Event::Theme(Box::new((self.theme)(background)))
            }
            Happening::Stopped => {
                let resumed = self.stop(|| kill_process(getpid(), Signal::STOP));
                return self.event(resumed);
            }
            Happening::Continued => return self.event(retaken()),
            Happening::Ended(ended) => Event::Ended(ended),
        })
    }

    fn annotated(&mut self, turn: usize, (annotations, failure): Annotated) -> Option<Event> {
        if !self.opener.is_of_now(turn) {
            return None;
        }
        self.unmarked = false;
        if let Some(warning) = failure {
            self.put_off.push_front(Happening::Message(Message::Warned(warning)));
        }
        Some(Event::Message(Message::Annotated(Box::new(annotations))))
    }

    /// Gives the terminal back, stops by `kill`, and takes the terminal again when continued. The signal has to be
    /// the one that cannot be caught, because SIGTSTP is.
    fn stop(&mut self, kill: impl FnOnce() -> rustix::io::Result<()>) -> Happening {
        terminal::give_back();
        let stopped = kill();
        while stopped.is_ok() {
            match self.inbox.recv() {
                Ok(Happening::Continued) | Err(_) => break,
                Ok(other) => self.put_off.push_back(other),
            }
        }
        retaken()
    }
}

/// Takes the terminal again. Its size may be another, and nothing is known of what it shows.
fn retaken() -> Happening {
    match terminal::retake().and_then(|()| terminal::size()) {
        Ok((width, height)) => Happening::Message(Message::Resize { width, height }),
        Err(_) => Happening::Ended(Ended::HungUp),
    }
}

/// Whether somebody would continue a stopped job: the parent has to be of the same session. A program that a terminal
/// emulator started by itself would be stopped for ever. Asked of nix: in a container the parent or the leader of the
/// session can be a process outside, which the kernel calls 0, and rustix has no number for that.
fn can_be_continued() -> bool {
    let parent = getppid();
    if parent == OUTSIDE {
        return false;
    }
    match (getsid(None), getsid(Some(parent))) {
        (Ok(mine), Ok(parents)) => mine == parents,
        _ => false,
    }
}

impl World for Live<'_> {
    fn first(&mut self) -> Option<Event> {
        let waits = [(self.unmarked, ANNOTATED_WITHIN), (self.asked, ANSWERED_WITHIN)];
        let within = waits.iter().filter(|(waits, _)| *waits).map(|(_, within)| *within).max()?;
        loop {
            let left = within.checked_sub(self.began.elapsed())?;
            let happening = self.inbox.recv_timeout(left).ok()?;
            if let Some(event) = self.event(happening) {
                return Some(event);
            }
        }
    }

    fn wait(&mut self) -> Option<Event> {
        loop {
            let happening = self.put_off.pop_front().or_else(|| self.inbox.recv().ok())?;
            if let Some(event) = self.event(happening) {
                return Some(event);
            }
        }
    }

    fn ready(&mut self) -> Option<Event> {
        loop {
            let happening = self.put_off.pop_front().or_else(|| self.inbox.try_recv().ok())?;
            if let Some(event) = self.event(happening) {
                return Some(event);
            }
        }
    }

    fn perform(&mut self, effect: Effect) {
        match effect {
            // A terminal that cannot be written to is noticed by the next frame.
            Effect::Mouse(on) => drop(terminal::capture_mouse(on)),
            // The whole job stops, as the shell counts it: what feeds the reader through a pipe as well.
            Effect::Suspend if can_be_continued() => {
                let resumed = self.stop(|| kill_current_process_group(Signal::STOP));
                self.put_off.push_front(resumed);
            }
            Effect::Open(id) => self.opener.open(id),
            Effect::GiveUp => self.opener.give_up(),
            Effect::Follow(address) => {
                let (from, to) = self.opener.follow(&address);
                self.put_off.push_front(Happening::Message(Message::Followed { from, to }));
            }
            Effect::Outside(address) => {
                if let Err(error) = outside::open(&address, self.browser.as_deref()) {
                    let told = Clean::new(&error.to_string());
                    self.put_off.push_front(Happening::Message(Message::Told(told)));
                }
            }
            Effect::Suspend | Effect::Quit | Effect::Redraw => (),
        }
    }
}
