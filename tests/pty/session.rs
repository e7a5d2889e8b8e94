//! A terminal for tests: a program in a pseudo-terminal, an emulator that shows what it wrote, and waits that end when
//! what they wait for has come. The terminal is read while something is waited for, and is stalled otherwise.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use vt100::{MouseProtocolMode, Parser, Screen};

/// How long anything may take. Only a test that fails takes it: the machine may be busy with a hundred others.
const PATIENCE: Duration = Duration::from_secs(60);

/// The size of the terminal, in rows and columns.
const SIZE: (u16, u16) = (24, 80);

/// A program in a terminal.
pub struct Session {
    /// None after the terminal went away.
    master: Option<Box<dyn MasterPty>>,
    writer: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    screen: Parser,
    /// All that the program has written.
    pub written: Vec<u8>,
    modes_before: String,
}

impl Session {
    /// Runs `program` with `arguments`, in a terminal of 24 rows and 80 columns.
    pub fn new(program: &str, arguments: &[&str]) -> Self {
        Self::sized(SIZE, program, arguments, &[])
    }

    /// The same with so many rows and columns, and with variables in the environment.
    pub fn sized((rows, cols): (u16, u16), program: &str, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        let pair = native_pty_system().openpty(pty_size(rows, cols)).expect("a terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        for name in ["NO_COLOR", "COLORFGBG", "COLORTERM", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("BYLINE_CONFIG", "/dev/null");
        for (name, value) in variables {
            command.env(name, value);
        }
        let modes_before = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("it starts");
        drop(pair.slave);
        Self {
            writer: Some(pair.master.take_writer().expect("an end to write to")),
            output: pump(pair.master.try_clone_reader().expect("an end to read from")),
            master: Some(pair.master),
            child,
            screen: emulator(SIZE.0, SIZE.1),
            written: Vec::new(),
            modes_before,
        }
    }

    /// Runs the reader on `article`.
    pub fn reading(article: &str) -> Self {
        Self::new(BYLINE, &[article])
    }

    /// Types `keys`.
    pub fn type_in(&mut self, keys: &str) {
        let writer = self.writer.as_mut().expect("a terminal");
        writer.write_all(keys.as_bytes()).expect("keys are taken");
    }

    /// Gives the terminal so many rows and columns.
    pub fn resize(&mut self, rows: u16, cols: u16) {
        self.screen.screen_mut().set_size(at_least_one(rows), at_least_one(cols));
        self.terminal().resize(pty_size(rows, cols)).expect("a size is taken");
    }

    /// Waits until the screen is as `wanted`, and fails with the screen if that does not come.
    #[track_caller]
    pub fn wait(&mut self, what: &str, wanted: impl Fn(&Screen) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !wanted(self.screen.screen()) {
            match self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(end) => panic!("no {what} ({end}); instead:\n{}", self.screen.screen().contents()),
            }
        }
    }

    /// Waits until `text` can be read on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has written `bytes`, wherever they ended up.
    #[track_caller]
    pub fn wait_for_bytes(&mut self, bytes: &[u8]) {
        let until = Instant::now() + PATIENCE;
        while !self.written.windows(bytes.len()).any(|window| window == bytes) {
            match self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(end) => panic!("{} was never written ({end})", bytes.escape_ascii()),
            }
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.written.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    /// What can be read on the screen.
    pub fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).expect("it is there");
    }

    /// Waits until the program has been stopped.
    pub fn wait_stopped(&self) {
        let until = Instant::now() + PATIENCE;
        let asked = WaitOptions::UNTRACED | WaitOptions::NOHANG;
        while !waitpid(Some(self.pid()), asked).expect("it is ours").is_some_and(|(_, status)| status.stopped()) {
            assert!(Instant::now() < until, "it was never stopped");
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn terminal(&self) -> &dyn MasterPty {
        self.master.as_deref().expect("it has not hung up")
    }

    fn pid(&self) -> Pid {
        self.child.process_id().and_then(|pid| Pid::from_raw(pid.cast_signed())).expect("it is there")
    }

    /// Takes the terminal away, as when its window is closed or its connection cut.
    pub fn hang_up(&mut self) {
        // The pump holds an end of the terminal as well. It lets go when nobody takes what it brings, so it has to
        // bring something: whatever a key makes the program write.
        self.output = sync_channel(0).1;
        self.type_in("?");
        (self.writer, self.master) = (None, None);
    }

    /// Waits for the end, with all that was written until then.
    #[track_caller]
    pub fn end(&mut self) -> ExitStatus {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("it did not end:\n{}", self.contents()),
            }
        }
        self.end_unread()
    }

    /// Waits for the end, with the terminal stalled.
    #[track_caller]
    pub fn end_unread(&mut self) -> ExitStatus {
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().expect("it is ours") {
                return status;
            }
            assert!(Instant::now() < until, "it did not end");
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Whether the terminal is in no mode that it was not in before, whatever stands on it.
    #[track_caller]
    pub fn assert_as_it_was(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are plain");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "the mouse is the terminal's");
        assert_eq!(modes(self.terminal()), self.modes_before, "keys are echoed");
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// The program under test.
pub const BYLINE: &str = env!("CARGO_BIN_EXE_byline");

/// An article of `count` paragraphs, "Paragraph 1 begins. …" and so on, in a file of that name.
pub fn article(name: &str, count: usize) -> String {
    let paragraphs: Vec<String> = (1..=count)
        .map(|number| format!("Paragraph {number} begins. The river was calm, and nobody counted the boats on it.\n"))
        .collect();
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, paragraphs.join("\n")).expect("the article is written");
    path.into_os_string().into_string().expect("a path in UTF-8")
}

/// Reads what comes from the program, as a terminal does, each time only when the last was taken.
fn pump(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (sender, output) = sync_channel(0);
    thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(count @ 1..) = reader.read(&mut buffer) {
            if sender.send(buffer[..count].to_vec()).is_err() {
                break;
            }
        }
    });
    output
}

/// Echo and the like, as text: the type is of a crate that is not ours.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

fn emulator(rows: u16, cols: u16) -> Parser {
    Parser::new(at_least_one(rows), at_least_one(cols), 0)
}

fn at_least_one(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap_or(NonZeroU16::MIN)
}

const fn pty_size(rows: u16, cols: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
