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
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ended {
    /// The reader quit.
    Quit,
    /// A signal asked for it.
    Signal(i32),
    /// The terminal went away.
    HungUp,
    /// There was nothing to read: the only article cannot be opened, and why.
    Failed(String),
}

impl Ended {
    /// The exit status that a shell expects: 128 and the signal. A terminal that goes away is SIGHUP, 1, even when
    /// nobody sends it.
    pub const fn status(&self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Failed(_) => 1,
            Self::Signal(signal) => 128 | (*signal as u8 & 127),
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

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use ratatui::backend::TestBackend;
    use ratatui::{TerminalOptions, Viewport};

    use super::*;
    use crate::article::{ArticleBuilder, Loaded, Meta};
    use crate::tui::key::Key;

    /// A world where everything has happened already.
    struct Crowd(VecDeque<Message>);

    impl World for Crowd {
        fn wait(&mut self) -> Option<Event> {
            self.ready()
        }

        fn ready(&mut self) -> Option<Event> {
            self.0.pop_front().map(Event::Message)
        }
    }

    /// How the session ended, how many frames it took, and the size it ended with.
    fn ran(messages: impl IntoIterator<Item = Message>, width: u16, height: u16) -> (Ended, usize, (u16, u16)) {
        let article = ArticleBuilder::verbatim(Meta::default(), "One line.\n\n".repeat(500));
        let mut state = State::new(Loaded { article, warnings: Vec::new() }, width, height);
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let options = TerminalOptions { viewport };
        let mut terminal = Terminal::with_options(TestBackend::new(200, 60), options).unwrap();
        let mut world = Crowd(messages.into_iter().collect());
        let ended = run(&mut state, Theme::default(), &mut terminal, &mut world).unwrap();
        let frame = terminal.get_frame();
        (ended, frame.count(), (frame.area().width, frame.area().height))
    }

    fn resize(width: u16, height: u16) -> Message {
        Message::Resize { width, height }
    }

    #[test]
    fn keys_that_are_there_together_are_painted_together() {
        let keys = std::iter::repeat_n(Message::Key(Key::char('j')), 300);
        let (ended, frames, _) = ran(keys, 80, 24);
        assert_eq!(ended, Ended::Quit);
        assert!(frames < 30, "{frames} frames");
    }

    #[test]
    fn quitting_is_the_end_whatever_follows() {
        let (ended, frames, size) = ran([Message::Key(Key::char('q')), resize(60, 20)], 80, 24);
        assert_eq!((ended, frames, size), (Ended::Quit, 1, (80, 24)));
    }

    #[test]
    fn the_last_of_many_sizes_is_the_one_that_counts() {
        let (_, frames, size) = ran((1..100).map(|width| resize(width, 30)), 80, 24);
        assert_eq!((frames, size), (2, (99, 30)));
    }

    #[test]
    fn a_screen_without_cells_is_not_painted() {
        assert_eq!(ran([resize(0, 24), resize(80, 0)], 0, 0), (Ended::Quit, 0, (80, 0)));
    }

    #[test]
    fn a_signal_is_told_as_a_shell_does() {
        let status = [Ended::Quit, Ended::Signal(15), Ended::Signal(2), Ended::HungUp].map(|ended| ended.status());
        assert_eq!(status, [0, 143, 130, 129]);
    }
}
