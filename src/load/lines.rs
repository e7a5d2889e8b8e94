//! The lines of a text, however they are broken.

use memchr::{memchr2, memmem};

/// A line without its break, its indentation and the white space at its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Line<'t> {
    /// What stands in it; empty for an empty line.
    pub text: &'t str,
    /// Columns of white space before it; a tab goes to the next multiple of four.
    pub indent: usize,
}

impl<'t> Line<'t> {
    /// The line that `raw` is.
    pub fn new(raw: &'t str) -> Self {
        let text = raw.trim();
        if text.is_empty() || raw.len() == text.len() {
            return Self { text, indent: 0 };
        }
        let before = raw.len() - raw.trim_start().len();
        let indent =
            raw[..before].chars().fold(0, |column, c| if c == '\t' { (column / 4 + 1) * 4 } else { column + 1 });
        Self { text, indent }
    }

    /// Whether nothing is in it.
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// Its length in characters, without the indentation.
    pub fn width(&self) -> usize {
        self.text.chars().count()
    }
}

/// The lines of `text`, broken at line feeds, carriage returns, form feeds and the line breaks of Unicode.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let rare = has_rare_breaks(text);
    let mut found = Vec::with_capacity(text.len() / 48 + 1);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]) {
        let raw = &text[start..end];
        let raw = raw.strip_suffix('\r').unwrap_or(raw);
        if rare {
            found.extend(raw.split(is_rare_break).map(Line::new));
        } else {
            found.push(Line::new(raw));
        }
        start = end + 1;
    }
    found
}

/// Whether `text` holds a break that is neither a line feed nor the carriage return before one.
fn has_rare_breaks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let holds = |needle: &str| memmem::find(bytes, needle.as_bytes()).is_some();
    let lone_return = || memchr::memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'));
    memchr2(0xB, 0xC, bytes).is_some() || lone_return() || ["\u{85}", "\u{2028}", "\u{2029}"].into_iter().any(holds)
}

const fn is_rare_break(c: char) -> bool {
    matches!(c, '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        lines(text).iter().map(|line| line.text).collect()
    }

    #[test]
    fn every_kind_of_break() {
        assert_eq!(texts("a\nb\r\nc\rd\u{C}e\u{2028}f\u{85}g"), ["a", "b", "c", "d", "e", "f", "g"]);
        assert_eq!(texts("a\r\n\r\nb"), ["a", "", "b"]);
        assert_eq!(texts("a\r\rb"), ["a", "", "b"]);
    }

    #[test]
    fn indentation_is_counted_in_columns() {
        assert_eq!(Line::new("  \tx "), Line { text: "x", indent: 4 });
    }
}
