//! The terminal as byline needs it, and as it was: taken once, given back once, whatever ends the session.
//!
//! The state lives in two statics because the panic hook and the thread that watches the signals have to be able to
//! give the terminal back as well, and whoever comes first must be the only one who does.

use std::io;
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use rustix::io::Errno;

use super::opener::HELPER;

/// The alternate screen, no cursor, pastes in brackets.
const TAKE: &[u8] = b"\x1b[?1049h\x1b[H\x1b[2J\x1b[?25l\x1b[?2004h";

/// Everything back, and a frame that was under way is closed. A terminal without an alternate screen gets its prompt
/// below what was read: the last row and a line feed are undone by `?1049l` everywhere else.
const GIVE_BACK: &[u8] =
    b"\x1b[?2026l\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[?25h\x1b[9999H\r\n\x1b[?1049l";

/// Presses, drags and the wheel; not every motion, so that a mouse that only moves wakes nobody.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The size that is believed of a terminal that does not know its own, as a serial line does not.
const USUAL: (u16, u16) = (80, 24);

static TAKEN: AtomicBool = AtomicBool::new(false);
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Holds the terminal; gives it back when dropped.
#[derive(Debug)]
pub struct Terminal(());

impl Terminal {
    /// Takes the terminal: raw mode, the alternate screen, no cursor. Nothing is changed when it fails, which it does
    /// when there is no terminal to read keys from.
    pub fn take() -> io::Result<Self> {
        let held = Self(());
        retake()?;
        Ok(held)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Takes the terminal, also a second time: after a stop it may be in any state.
pub fn retake() -> io::Result<()> {
    // Raw mode is left first because crossterm keeps a note of it, and would believe the note.
    disable_raw_mode()?;
    enable_raw_mode()
        .map_err(|error| io::Error::new(error.kind(), format!("no terminal to read keys from: {error}")))?;
    TAKEN.store(true, Ordering::SeqCst);
    write_all(TAKE)?;
    if MOUSE.load(Ordering::SeqCst) { write_all(MOUSE_ON) } else { Ok(()) }
}

/// Gives the terminal back as it was. Only the first call does anything, and none can fail: there is nobody to tell.
pub fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // The mode first: it cannot block, and writing to a terminal that nobody reads can.
        let _ = disable_raw_mode();
        let _ = write_all(GIVE_BACK);
    }
}

/// Whether the terminal is byline's at the moment, so that a frame may be written.
pub fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Captures the mouse, or lets the terminal have it.
pub fn capture_mouse(on: bool) -> io::Result<()> {
    if MOUSE.swap(on, Ordering::SeqCst) == on || !is_taken() {
        return Ok(());
    }
    write_all(if on { MOUSE_ON } else { MOUSE_OFF })
}

/// The size in columns and rows. A terminal that says 0 by 0 does not know, and counts as 80 by 24.
pub fn size() -> io::Result<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdout())?;
    Ok(believed(size.ws_col, size.ws_row))
}

/// The size to work with when the terminal says `width` by `height`.
pub const fn believed(width: u16, height: u16) -> (u16, u16) {
    match (width, height) {
        (0, 0) => USUAL,
        said => said,
    }
}

/// Writes to standard output past Rust's own buffer, which would cut a frame at its line breaks. Waits when the
/// terminal is slow, also if someone made it non-blocking.
pub fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    let out = rustix::stdio::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(out, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = &bytes[written..],
            Err(Errno::INTR) => (),
            Err(Errno::AGAIN) => wait_until_writable()?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn wait_until_writable() -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let out = rustix::stdio::stdout();
    match poll(&mut [PollFd::new(&out, PollFlags::OUT)], None) {
        Ok(_) | Err(Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Makes a panic give the terminal back before its message is printed, in whatever thread it happens. The panics of
/// helpers are silent, because the session goes on and tells of them; any other thread's end the program, as those of
/// the thread that called this do by unwinding.
pub fn guard_against_panics() {
    let main = thread::current().id();
    let print = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let here = thread::current();
        if here.name() == Some(HELPER) {
            return;
        }
        give_back();
        print(info);
        if here.id() != main {
            process::exit(101);
        }
    }));
}
