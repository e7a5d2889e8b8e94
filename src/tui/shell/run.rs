//! The loop: what happened → update → view, until the end.
//!
//! It knows neither the terminal nor the clock of the world it runs in: tests run the same loop over a list of
//! messages and ratatui's `TestBackend`.

use std::time::{Duration, Instant};

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Rect;

use crate::tui::effect::Effect;
use crate::tui::message::Message;
use crate::tui::state::State;
use crate::tui::theme::Theme;
use crate::tui::update::update;
use crate::tui::view::view;

/// How long messages that keep coming may put off the next frame.
const FRAME: Duration = Duration::from_millis(16);

/// How a session came to its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ended {
    /// The reader quit.
    Quit,
    /// A signal asked for it.
    Signal(i32),
    /// The terminal went away.
    HungUp,
}

impl Ended {
    /// The exit status that a shell expects: 128 and the signal. A terminal that goes away is SIGHUP, 1, even when
    /// nobody sends it.
    pub const fn status(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(signal) => 128 | (signal as u8 & 127),
            Self::HungUp => 129,
        }
    }
}

/// Something that the loop has to deal with.
#[derive(Debug)]
pub enum Event {
    /// Something for the session.
    Message(Message),
    /// The terminal turned out to need another theme.
    Theme(Box<Theme>),
    /// The end.
    Ended(Ended),
}

/// Where events come from and effects go to.
pub trait World {
    /// What happens before the first frame, as long as it is worth waiting for. Nothing, unless told otherwise.
    fn first(&mut self) -> Option<Event> {
        None
    }

    /// Waits for the next event. None: there will be no more, which ends the session.
    fn wait(&mut self) -> Option<Event>;

    /// An event that is there already, so that one frame can show what many keys did. None, unless told otherwise.
    fn ready(&mut self) -> Option<Event> {
        None
    }

    /// Does what the session asks for, but for quitting and painting, which the loop does. Nothing, unless told
    /// otherwise.
    fn perform(&mut self, _effect: Effect) {}
}

/// A list of messages is a world where nothing else happens.
impl World for std::vec::IntoIter<Message> {
    fn wait(&mut self) -> Option<Event> {
        self.next().map(Event::Message)
    }
}

/// Runs a session to its end.
///
/// The terminal's viewport has to be [`ratatui::Viewport::Fixed`], so that its size is the one that `state` was told
/// of and changes with [`Message::Resize`] alone. The error is that of the backend.
pub fn run<B: Backend>(
    state: &mut State,
    theme: Theme,
    terminal: &mut Terminal<B>,
    world: &mut impl World,
) -> Result<Ended, B::Error> {
    let mut session = Session { state, theme, terminal };
    while let Some(event) = world.first() {
        if let Some(ended) = session.take(event, world)? {
            return Ok(ended);
        }
    }
    loop {
        session.draw()?;
        let Some(event) = world.wait() else { return Ok(Ended::Quit) };
        if let Some(ended) = session.take_all(event, world)? {
            return Ok(ended);
        }
    }
}

struct Session<'a, B: Backend> {
    state: &'a mut State,
    theme: Theme,
    terminal: &'a mut Terminal<B>,
}

impl<B: Backend> Session<'_, B> {
    /// Takes `event` and what else is there, but not for longer than a frame may take.
    fn take_all(&mut self, event: Event, world: &mut impl World) -> Result<Option<Ended>, B::Error> {
        let since = Instant::now();
        let mut next = Some(event);
        while let Some(event) = next {
            next = if since.elapsed() < FRAME { world.ready() } else { None };
            // Of sizes that come faster than frames only the last is worth wrapping the text for.
            if is_resize(&event) && next.as_ref().is_some_and(is_resize) {
                continue;
            }
            if let Some(ended) = self.take(event, world)? {
                return Ok(Some(ended));
            }
        }
        Ok(None)
    }

    fn take(&mut self, event: Event, world: &mut impl World) -> Result<Option<Ended>, B::Error> {
        match event {
            Event::Message(message) => self.tell(message, world),
            Event::Theme(theme) => {
                self.theme = *theme;
                Ok(None)
            }
            Event::Ended(ended) => Ok(Some(ended)),
        }
    }

    fn tell(&mut self, message: Message, world: &mut impl World) -> Result<Option<Ended>, B::Error> {
        if let Message::Resize { width, height } = message {
            self.terminal.resize(Rect::new(0, 0, width, height))?;
        }
        match update(self.state, message) {
            None => (),
            Some(Effect::Quit) => return Ok(Some(Ended::Quit)),
            Some(Effect::Redraw) => {
                let area = self.terminal.get_frame().area();
                self.terminal.resize(area)?;
            }
            Some(effect) => world.perform(effect),
        }
        Ok(None)
    }

    /// Paints a frame, unless there is no room for a single cell.
    fn draw(&mut self) -> Result<(), B::Error> {
        if !self.terminal.get_frame().area().is_empty() {
            let (state, theme) = (&*self.state, &self.theme);
            self.terminal.draw(|frame| view(state, theme, frame))?;
        }
        Ok(())
    }
}

const fn is_resize(event: &Event) -> bool {
    matches!(event, Event::Message(Message::Resize { .. }))
}
