//! A sentence as the quantity rules see it: words, digits and marks, each with the byte range it came from.

use crate::text::TextRange;

use super::words::{Class, Set, Sets, sets_of};

/// One word, numeral or mark of a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    /// Where it stands, in bytes of the whole text.
    pub range: TextRange,
    /// What it is made of.
    pub shape: Shape,
    /// Whether it touches the piece before it.
    pub glued: bool,
}

/// What a piece is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// Letters; the full stops of initials (`U.S.`) and the apostrophe of a contraction stay inside, a possessive is a
    /// piece of its own.
    Word,
    /// Digits with the separators between them: `1,200.50`, `10.45`.
    Digits,
    /// Any other character, one at a time.
    Mark,
}

/// A sentence in pieces. Unlike the shared tokens, digits and letters that touch come apart: `RM23.50`, `256GB`.
pub(super) struct Line<'a> {
    text: &'a str,
    /// The sentence with ASCII capitals made small: byte for byte as long as the original.
    low: String,
    range: TextRange,
    pieces: Vec<Piece>,
    /// What is known of each piece's word.
    sets: Vec<Sets>,
}

impl<'a> Line<'a> {
    /// Takes the sentence `range` of `text` to pieces.
    pub fn new(text: &'a str, range: TextRange) -> Self {
        let mut pieces = Vec::with_capacity(range.len() / 4);
        let mut at = range.start();
        let mut glued = false;
        while at < range.end() {
            let rest = &text[at..range.end()];
            let Some(first) = rest.chars().next() else { break };
            if first.is_whitespace() {
                at += first.len_utf8();
                glued = false;
                continue;
            }
            let address = if glued { None } else { address(rest) };
            let (length, shape) = address.map_or_else(|| next_piece(rest, first), |length| (length, Shape::Mark));
            if let Some(range) = TextRange::new(at, at + length) {
                pieces.push(Piece { range, shape, glued });
            }
            at += length;
            glued = true;
        }
        let mut line = Self { text, low: range.of(text).to_ascii_lowercase(), range, pieces, sets: Vec::new() };
        line.look_up();
        line
    }

    /// Looks up what is known of each word. An acronym is no pronoun ("the US"), and neither is a letter that belongs to
    /// the number behind it ("i4").
    fn look_up(&mut self) {
        let shouted = !self.range.of(self.text).bytes().any(|byte| byte.is_ascii_lowercase());
        self.sets = (0..self.pieces.len())
            .map(|at| {
                let raw = self.raw(at);
                let lettered = raw.len() == 1 && self.is_word(at) && self.is_digits(at + 1) && self.glued(at + 1);
                let acronym = !shouted && matches!(raw, "US" | "IT" | "WHO");
                if acronym || lettered { Sets::default() } else { sets_of(self.low(at)) }
            })
            .collect();
    }

    /// What is known of the word at `at`; nothing past either end.
    pub fn sets(&self, at: usize) -> Sets {
        self.sets.get(at).copied().unwrap_or_default()
    }

    /// Whether the word at `at` is in `set`.
    pub fn has(&self, at: usize, set: Set) -> bool {
        self.sets(at).has(set)
    }

    /// Whether the word `back` places before `at` is in `set`.
    pub fn has_before(&self, at: usize, back: usize, set: Set) -> bool {
        at.checked_sub(back).is_some_and(|at| self.has(at, set))
    }

    /// The class of the word at `at`.
    pub fn class(&self, at: usize) -> Option<Class> {
        self.sets(at).class()
    }

    /// The class of the word `back` places before `at`.
    pub fn class_before(&self, at: usize, back: usize) -> Option<Class> {
        at.checked_sub(back).and_then(|at| self.class(at))
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.pieces.len()
    }

    /// The piece at index `at`.
    pub fn piece(&self, at: usize) -> Option<Piece> {
        self.pieces.get(at).copied()
    }

    /// The text of the piece at `at`, as written; empty past either end.
    pub fn raw(&self, at: usize) -> &'a str {
        self.pieces.get(at).map_or("", |piece| piece.range.of(self.text))
    }

    /// The text of the piece at `at` with ASCII capitals made small; empty past either end.
    pub fn low(&self, at: usize) -> &str {
        let Some(piece) = self.pieces.get(at) else { return "" };
        let start = piece.range.start() - self.range.start();
        self.low.get(start..start + piece.range.len()).unwrap_or_default()
    }

    /// The piece `back` places before `at`, made small; empty before the first.
    pub fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.low(at))
    }

    /// Whether the piece at `at` has that shape.
    pub fn is(&self, at: usize, shape: Shape) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.shape == shape)
    }

    /// Whether the piece at `at` is a word.
    pub fn is_word(&self, at: usize) -> bool {
        self.is(at, Shape::Word)
    }

    /// Whether the piece at `at` is a numeral in digits.
    pub fn is_digits(&self, at: usize) -> bool {
        self.is(at, Shape::Digits)
    }

    /// Whether the piece at `at` touches the one before it.
    pub fn glued(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|piece| piece.glued)
    }

    /// Whether the piece at `at` is a word that begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.raw(at).starts_with(char::is_uppercase)
    }

    /// Whether the piece at `at` is a hyphen or dash.
    pub fn is_dash(&self, at: usize) -> bool {
        matches!(self.raw(at), "-" | "–" | "—" | "‐" | "‑" | "−")
    }

    /// Whether the pieces from `at` on read `words`, made small.
    pub fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.low(at + offset) == *word)
    }

    /// Whether the pieces that end before `at` read `words`, made small.
    pub fn reads_before(&self, at: usize, words: &[&str]) -> bool {
        at.checked_sub(words.len()).is_some_and(|first| self.reads(first, words))
    }

    /// The bytes of the pieces `first..end`, empty where there are none.
    pub fn range(&self, first: usize, end: usize) -> TextRange {
        match (self.pieces.get(first), end.checked_sub(1).and_then(|last| self.pieces.get(last))) {
            (Some(a), Some(b)) if first < end => a.range.hull(b.range),
            _ => TextRange::empty(self.range.start()),
        }
    }

    /// The bytes of the sentence.
    pub fn whole(&self) -> TextRange {
        self.range
    }

    /// The text that the sentence is part of.
    pub fn text(&self) -> &'a str {
        self.text
    }
}

/// The length of the web or mail address at the beginning of `rest`, whose numbers are nobody's.
fn address(rest: &str) -> Option<usize> {
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let chunk = &rest[..end];
    let scheme = chunk.bytes().take(9).position(|byte| byte == b':');
    let web = chunk.starts_with("www.") || scheme.is_some_and(|at| chunk[at..].starts_with("://"));
    let mail = chunk.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'));
    (web || mail).then_some(end)
}

fn next_piece(rest: &str, first: char) -> (usize, Shape) {
    if first.is_ascii_digit() {
        return (digits(rest), Shape::Digits);
    }
    if first.is_alphabetic() {
        return (word(rest), Shape::Word);
    }
    let possessive = matches!(first, '\'' | '’') && {
        let mut after = rest[first.len_utf8()..].chars();
        matches!(after.next(), Some('s' | 'S')) && after.next().is_none_or(|c| !c.is_alphanumeric())
    };
    if possessive { (first.len_utf8() + 1, Shape::Word) } else { (first.len_utf8(), Shape::Mark) }
}

/// The length of the digits at the beginning of `rest`, with what separates them.
///
/// A separator is a comma, a full stop, an apostrophe or a narrow or unbroken space with a digit on both sides; those
/// spaces only where exactly three digits follow.
fn digits(rest: &str) -> usize {
    let mut end = rest.bytes().take_while(u8::is_ascii_digit).count();
    loop {
        let mut chars = rest[end..].chars();
        let Some(mark) = chars.next() else { return end };
        let after = chars.as_str();
        let run = after.bytes().take_while(u8::is_ascii_digit).count();
        let joins = match mark {
            ',' | '.' => run > 0,
            '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’' => run == 3,
            ' ' => run == 3 && after.as_bytes().starts_with(b"000") && end <= 7,
            _ => false,
        };
        if !joins {
            return end;
        }
        end += mark.len_utf8() + run;
    }
}

/// The length of the word at the beginning of `rest`: letters, then joined by apostrophes or by the stops of initials.
fn word(rest: &str) -> usize {
    if let Some(length) = initials(rest) {
        return length;
    }
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let letter_follows = chars.peek().is_some_and(|(_, next)| next.is_alphabetic());
        let joins = match c {
            '\'' | '’' => letter_follows && !ends_in_s(&rest[at + c.len_utf8()..]),
            '&' => letter_follows && at > 0,
            _ => c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}'),
        };
        if !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// Whether `rest` is `s` and then no letter: the end of a possessive.
fn ends_in_s(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('s' | 'S')) && chars.next().is_none_or(|c| !c.is_alphanumeric())
}

/// The length of `U.S.` or `a.m.`: two or more single letters, each with its full stop.
fn initials(rest: &str) -> Option<usize> {
    let mut end = 0;
    let mut count = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        let Some(&(dot, '.')) = chars.peek() else { break };
        if !c.is_alphabetic() {
            break;
        }
        chars.next();
        end = dot + 1;
        count += 1;
    }
    (count > 1).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<&str> {
        let line = Line::new(text, TextRange::new(0, text.len()).expect("short"));
        (0..line.len()).map(|at| line.raw(at)).collect()
    }

    #[test]
    fn letters_and_digits_come_apart() {
        assert_eq!(pieces("RM23.50 for 256GB"), ["RM", "23.50", "for", "256", "GB"]);
        assert_eq!(pieces("$US55,931,000"), ["$", "US", "55,931,000"]);
    }

    #[test]
    fn separators_stay_inside_a_numeral() {
        assert_eq!(pieces("1,200.5, 10 000 and 1\u{202f}234."), ["1,200.5", ",", "10 000", "and", "1\u{202f}234", "."]);
        assert_eq!(pieces("in 2019 300 people"), ["in", "2019", "300", "people"]);
    }

    #[test]
    fn an_address_is_one_mark() {
        assert_eq!(
            pieces("see https://a.example/?q=30%25 or x9@b.example, 5"),
            ["see", "https://a.example/?q=30%25", "or", "x9@b.example,", "5"]
        );
    }

    #[test]
    fn possessives_come_off_and_initials_hold_together() {
        assert_eq!(pieces("the U.S.’s don't"), ["the", "U.S.", "’s", "don't"]);
    }
}
