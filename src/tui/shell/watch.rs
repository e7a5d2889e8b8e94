//! What can end a session from outside: signals, and a terminal that goes away.
//!
//! One thread sleeps in `poll` on both, so that nothing wakes while nothing happens. The terminal is polled for no
//! event at all: `POLLHUP` comes unasked, and only it. Without this a terminal that vanishes without a signal leaves
//! the reader spinning, because crossterm reads the dead terminal for ever (its issue 793).

use std::io;
use std::os::unix::net::UnixStream;
use std::process;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::live::Happening;
use super::run::Ended;
use super::terminal;

/// How long the session may take to end by itself. It takes a millisecond, unless it is stuck, most likely in writing
/// to a terminal that nobody reads.
const GRACE: Duration = Duration::from_millis(500);

type Signals = SignalDelivery<UnixStream, SignalOnly>;

/// From here on the signals are caught; [`Self::run`] has to be called for them to have an effect.
pub struct Watch(Signals);

impl Watch {
    /// Catches the signals that end, stop and continue a session.
    pub fn new() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let caught = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT];
        SignalDelivery::with_pipe(read, write, SignalOnly, caught).map(Self)
    }

    /// Tells `inbox` what happens, until the session has ended.
    pub fn run(mut self, inbox: &Sender<Happening>) {
        loop {
            let gone = wait(self.0.get_read());
            for signal in self.0.pending() {
                match signal {
                    SIGTSTP => send(inbox, Happening::Stopped),
                    SIGCONT => send(inbox, Happening::Continued),
                    fatal => end(inbox, Ended::Signal(fatal)),
                }
            }
            if gone {
                end(inbox, Ended::HungUp);
            }
        }
    }
}

/// Sleeps until a signal was caught or the terminal is gone, and says whether it is gone.
fn wait(signals: &UnixStream) -> bool {
    let screen = rustix::stdio::stdout();
    let mut watched = [PollFd::new(signals, PollFlags::IN), PollFd::new(&screen, PollFlags::empty())];
    match poll(&mut watched, None) {
        Ok(_) => !watched[1].revents().is_empty(),
        Err(Errno::INTR) => false,
        Err(_) => true,
    }
}

/// The session may be over already: then there is nobody to tell, and nothing to do.
fn send(inbox: &Sender<Happening>, happening: Happening) {
    let _ = inbox.send(happening);
}

/// Asks the session to end, and ends the program if it does not.
fn end(inbox: &Sender<Happening>, ended: Ended) -> ! {
    let status = i32::from(ended.status());
    send(inbox, Happening::Ended(ended));
    thread::sleep(GRACE);
    // Giving the terminal back may get stuck where the session is.
    thread::spawn(terminal::give_back);
    thread::sleep(GRACE);
    process::exit(status)
}
