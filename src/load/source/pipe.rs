//! A pipe in the file system, opened and read without hanging on one that nobody writes to.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;

/// Seconds that the first byte may take.
const PATIENCE: i64 = 10;

/// The reading end of a named pipe.
pub(super) struct Pipe {
    file: File,
    /// Whether somebody has written to it; from then on its end is waited for as long as it takes.
    is_written: bool,
}

impl Pipe {
    /// Opens the pipe, whether or not somebody writes to it.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().read(true).custom_flags(OFlags::NONBLOCK.bits() as i32).open(path)?;
        Ok(Self { file, is_written: false })
    }

    /// Waits until there is something to read, or the writer has gone.
    fn wait(&self) -> io::Result<()> {
        let patience = Timespec { tv_sec: PATIENCE, tv_nsec: 0 };
        let ready = poll(&mut [PollFd::new(&self.file, PollFlags::IN)], (!self.is_written).then_some(&patience))?;
        if ready == 0 { Err(io::ErrorKind::TimedOut.into()) } else { Ok(()) }
    }
}

impl Read for Pipe {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            self.wait()?;
            self.is_written = true;
            match self.file.read(buffer) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                read => return read,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn a_pipe_is_read_to_its_end() {
        let path = std::env::temp_dir().join(format!("byline-pipe-{}", std::process::id()));
        let _ = std::fs::remove_file(&path);
        rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, 0o600.into(), 0).expect("a pipe");
        let mut pipe = Pipe::open(&path).expect("the reading end");
        let writer = std::thread::spawn({
            let path = path.clone();
            move || OpenOptions::new().write(true).open(path).and_then(|mut file| file.write_all(b"It fell."))
        });
        let mut text = String::new();
        pipe.read_to_string(&mut text).expect("text");
        writer.join().expect("the writer").expect("written");
        std::fs::remove_file(path).expect("the pipe is there");
        assert_eq!(text, "It fell.");
    }
}
