//! Frames to the terminal: each in one write, between the marks that let a terminal show it at once.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::force_color_output;
use crossterm::terminal::{Clear, ClearType as Region};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use super::terminal;

/// Begin and end of a synchronized update, <https://github.com/contour-terminal/vt-extensions>; ignored where unknown.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// The terminal as ratatui draws on it. What `CrosstermBackend` would send in five writes is gathered into one, and
/// what would change nothing is not sent at all.
#[derive(Debug)]
pub struct Screen {
    cells: CrosstermBackend<Frame>,
    /// Where the cursor is, while it is shown.
    cursor: Option<Position>,
}

/// The bytes of the frame under way.
#[derive(Debug)]
struct Frame(Vec<u8>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    /// Sends the frame, if there is any and the terminal is ours.
    fn flush(&mut self) -> io::Result<()> {
        if self.0.len() == BEGIN.len() {
            return Ok(());
        }
        self.0.extend_from_slice(END);
        let sent = if terminal::is_taken() { terminal::write_all(&self.0) } else { Ok(()) };
        self.0.truncate(BEGIN.len());
        sent
    }
}

impl Screen {
    /// The screen of standard output, whose cursor is hidden.
    pub fn new() -> Self {
        // The theme alone decides on colours: crossterm would drop them on its own terms, and reset the bold with them.
        force_color_output(true);
        Self { cells: CrosstermBackend::new(Frame(BEGIN.to_vec())), cursor: None }
    }
}

impl Default for Screen {
    fn default() -> Self {
        Self::new()
    }
}

impl Backend for Screen {
    type Error = io::Error;

    fn draw<'a, I: Iterator<Item = (u16, u16, &'a Cell)>>(&mut self, content: I) -> io::Result<()> {
        let mut content = content.peekable();
        if content.peek().is_none() { Ok(()) } else { self.cells.draw(content) }
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.cursor.take().is_some() { queue!(self.cells, Hide) } else { Ok(()) }
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.cursor.is_none() {
            self.cursor = Some(Position::ORIGIN);
            queue!(self.cells, Show)?;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        self.cursor = self.cursor.map(|_| position);
        queue!(self.cells, MoveTo(position.x, position.y))
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    /// Also hides the cursor: the screen is cleared when nothing is known of its state.
    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.cursor = None;
        let region = match region {
            ClearType::All => Region::All,
            ClearType::AfterCursor => Region::FromCursorDown,
            ClearType::BeforeCursor => Region::FromCursorUp,
            ClearType::CurrentLine => Region::CurrentLine,
            ClearType::UntilNewLine => Region::UntilNewLine,
        };
        queue!(self.cells, Hide, Clear(region))
    }

    fn size(&self) -> io::Result<Size> {
        let (width, height) = terminal::size()?;
        Ok(Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::default() })
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.cells)
    }
}
