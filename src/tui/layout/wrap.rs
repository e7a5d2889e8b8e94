//! Breaking one block into rows: at the places that UAX #14 allows, and within a word only where it fits no row.

use unicode_linebreak::linebreaks;

use crate::article::Block;
use crate::text::{TextRange, columns, graphemes};

/// Gives `row` each row of `block`, a byte range of `text` that takes at most `width` columns.
///
/// Only a grapheme wider than the whole row takes more. White space at the end of a row is left out.
pub fn wrap(text: &str, block: &Block, width: usize, mut row: impl FnMut(TextRange)) {
    let width = width.max(1);
    if block.kind.is_preformatted() {
        let mut start = block.range.start();
        for line in block.range.of(text).split('\n') {
            chop(line, start, width, &mut row);
            start += line.len() + 1;
        }
    } else {
        let mut filler = Filler { width, start: block.range.start(), end: block.range.start(), used: 0, row };
        filler.fill(block.range.of(text), block.range.start());
    }
}

/// A row being filled.
struct Filler<F: FnMut(TextRange)> {
    width: usize,
    /// Where the row began, in bytes.
    start: usize,
    /// Where its last word ended, without the white space behind it.
    end: usize,
    /// Columns used, with the white space behind the last word.
    used: usize,
    row: F,
}

impl<F: FnMut(TextRange)> Filler<F> {
    fn fill(&mut self, text: &str, base: usize) {
        let mut from = 0;
        for (to, _) in linebreaks(text) {
            let word = &text[from..to];
            let visible = word.trim_end();
            self.word(visible, base + from);
            self.used += word.len() - visible.len();
            from = to;
        }
        self.flush();
    }

    /// Adds one word, which begins at byte `at`.
    fn word(&mut self, word: &str, at: usize) {
        let wide = columns(word);
        if self.used + wide > self.width && self.end > self.start {
            self.flush();
        }
        if self.end == self.start {
            (self.start, self.end, self.used) = (at, at, 0);
        }
        if wide > self.width {
            return self.long_word(word, at);
        }
        self.used += wide;
        self.end = at + word.len();
    }

    /// Spreads a word that no row can hold over as many as it needs.
    fn long_word(&mut self, word: &str, at: usize) {
        let mut last = None;
        chop(word, at, self.width, &mut |piece| {
            if let Some(full) = last.replace(piece) {
                (self.row)(full);
            }
        });
        if let Some(piece) = last {
            (self.start, self.end) = (piece.start(), piece.end());
            self.used = columns(&word[piece.start() - at..piece.end() - at]);
        }
    }

    fn flush(&mut self) {
        if let Some(range) = TextRange::new(self.start, self.end).filter(|range| !range.is_empty()) {
            (self.row)(range);
        }
        (self.start, self.used) = (self.end, 0);
    }
}

/// Gives `row` pieces of `line`, which begins at byte `base`, of at most `width` columns each; of an empty line, one
/// empty piece.
fn chop(line: &str, base: usize, width: usize, row: &mut impl FnMut(TextRange)) {
    let (mut from, mut used) = (0, 0);
    let mut emit = |from: usize, to: usize| row(TextRange::new(base + from, base + to).unwrap_or_default());
    if line.is_ascii() {
        while line.len() - from > width {
            emit(from, from + width);
            from += width;
        }
        return emit(from, line.len());
    }
    for (at, _, wide) in graphemes(line) {
        if used + wide > width && used > 0 {
            emit(from, at);
            (from, used) = (at, 0);
        }
        used += wide;
    }
    emit(from, line.len());
}
