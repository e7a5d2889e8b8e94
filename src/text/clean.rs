//! Strings that a terminal may be shown: whatever could steer it or lie about the order of letters is taken out.

use std::borrow::Cow;
use std::fmt;

/// A string without control characters, escape sequences, bidi overrides or invisible tags, on one line.
///
/// It is the only kind of string that the screen takes from outside: titles, authors, file names, messages.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, PartialOrd, Ord)]
pub struct Clean(String);

/// How many characters were replaced and how many dropped to make a text clean.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Substituted {
    /// Control characters shown as a visible substitute (`␛` for ESC).
    pub controls: usize,
    /// Characters without a shape of their own that were dropped: bidi overrides and isolates, tags, deprecated formats.
    pub invisible: usize,
}

impl Clean {
    /// Cleans `raw` and folds every run of white space, line breaks too, into one space.
    pub fn new(raw: &str) -> Self {
        let mut counts = Substituted::default();
        let shown = clean_text(raw, &mut counts);
        Self(shown.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The string itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Clean {
    fn from(raw: &str) -> Self {
        Self::new(raw)
    }
}

impl Substituted {
    /// Whether nothing was changed.
    pub const fn is_none(self) -> bool {
        self.controls == 0 && self.invisible == 0
    }
}

/// Marks that may stand on one letter; no language needs more, and piled up they run over the lines around.
const MARKS: u8 = 8;
/// Joiners in a row of joined characters; the longest emoji in use has five.
const JOINERS: u8 = 8;

/// The text with `\n` as its only control character, counting what had to be changed. Borrowed where it was clean.
///
/// Tabs become four spaces, other white-space controls one. Those are not counted, and neither are soft hyphens,
/// zero-width spaces and direction marks, which are dropped too but which honest pages are full of. Joiners and
/// variation selectors stay where emoji and scripts need them.
pub fn clean_text<'a>(text: &'a str, counts: &mut Substituted) -> Cow<'a, str> {
    let Some(first) = first_to_look_at(text) else { return Cow::Borrowed(text) };
    let mut shown = String::with_capacity(text.len());
    shown.push_str(&text[..first]);
    let mut before = Before { last: text[..first].chars().next_back().unwrap_or(' '), ..Before::default() };
    for c in text[first..].chars() {
        match before.substitute(c) {
            Shown::Itself => shown.push(c),
            Shown::Space(width) => shown.extend(std::iter::repeat_n(' ', width)),
            Shown::As(picture) => {
                counts.controls += 1;
                shown.push(picture);
            }
            Shown::Nothing => {}
            Shown::Hidden => counts.invisible += 1,
        }
    }
    Cow::Owned(shown)
}

/// The byte of the first character that cannot be shown as it is without a closer look.
fn first_to_look_at(text: &str) -> Option<usize> {
    let is_plain_byte = |byte: &u8| *byte == b'\n' || (b' '..0x7F).contains(byte);
    let mut at = 0;
    loop {
        at += text.as_bytes()[at..].iter().position(|byte| !is_plain_byte(byte))?;
        for c in text[at..].chars() {
            if c.is_ascii() {
                break;
            }
            if !is_plain(c) {
                return Some(at);
            }
            at += c.len_utf8();
        }
        if text.as_bytes().get(at).is_some_and(|byte| byte.is_ascii() && !is_plain_byte(byte)) {
            return Some(at);
        }
    }
}

enum Shown {
    Itself,
    Space(usize),
    As(char),
    /// Dropped.
    Nothing,
    /// Dropped and counted: it could lie about the text.
    Hidden,
}

/// What came before a character, as far as it decides what the character may do.
#[derive(Default)]
struct Before {
    last: char,
    marks: u8,
    joiners: u8,
}

impl Before {
    /// What a terminal is shown for `c`.
    fn substitute(&mut self, c: char) -> Shown {
        let shown = match c {
            '\n' => Shown::Itself,
            '\t' => Shown::Space(4),
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Shown::Space(1),
            // U+2400 holds a picture for every C0 control.
            '\0'..='\u{1F}' => Shown::As(char::from_u32(0x2400 + c as u32).unwrap_or('\u{FFFD}')),
            '\u{7F}' => Shown::As('\u{2421}'),
            '\u{80}'..='\u{9F}' => Shown::As('\u{FFFD}'),
            c if is_mark(c) => self.limited(|before| &mut before.marks, MARKS),
            '\u{200C}' | '\u{200D}' if self.joins() => self.limited(|before| &mut before.joiners, JOINERS),
            '\u{FE0E}' | '\u{FE0F}' if self.selects() => Shown::Itself,
            c if is_harmless(c) => return Shown::Nothing,
            c if is_hidden(c) => return Shown::Hidden,
            _ => Shown::Itself,
        };
        if !is_mark(c) {
            self.marks = 0;
        }
        if c.is_ascii() {
            self.joiners = 0;
        }
        self.last = c;
        shown
    }

    /// Lets a character through as long as no more than `most` of its kind came in a row.
    fn limited(&mut self, count: impl Fn(&mut Self) -> &mut u8, most: u8) -> Shown {
        let count = count(self);
        *count = count.saturating_add(1);
        if *count > most { Shown::Hidden } else { Shown::Itself }
    }

    /// Whether a joiner has something to join: a letter or sign beyond ASCII.
    fn joins(&self) -> bool {
        !self.last.is_ascii() && !self.last.is_whitespace() && !matches!(self.last, '\u{200C}' | '\u{200D}')
    }

    /// Whether a variation selector has something to select the shape of: a sign beyond ASCII, or that of a keycap.
    fn selects(&self) -> bool {
        (!self.last.is_ascii() && !matches!(self.last, '\u{FE0E}' | '\u{FE0F}'))
            || matches!(self.last, '0'..='9' | '#' | '*')
    }
}

/// Whether `c`, which is not ASCII, is shown as it is wherever it stands.
const fn is_plain(c: char) -> bool {
    c >= '\u{A0}' && !is_mark(c) && !is_harmless(c) && !is_hidden(c)
}

/// Combining marks that can be piled on any letter.
const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{34E}'
            | '\u{350}'..='\u{36F}'
            | '\u{483}'..='\u{489}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{FE20}'..='\u{FE2F}'
    )
}

/// Soft hyphens, zero-width spaces, word joiners and direction marks.
const fn is_harmless(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Bidi overrides and isolates, stray joiners and selectors, fillers, tags, line separators and deprecated formats.
const fn is_hidden(c: char) -> bool {
    matches!(
        c,
        '\u{34F}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180E}'
            | '\u{200C}'..='\u{200D}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2061}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_sequence_becomes_visible() {
        assert_eq!(Clean::new("a\u{1b}]0;owned\u{7}b").as_str(), "a␛]0;owned␇b");
    }

    #[test]
    fn overrides_and_tags_are_dropped_and_counted() {
        let mut counts = Substituted::default();
        let shown = clean_text("ab\u{202E}cd\u{E0041}\t\u{86}", &mut counts);
        assert_eq!(shown, "abcd    \u{FFFD}");
        assert_eq!(counts, Substituted { controls: 1, invisible: 2 });
    }

    #[test]
    fn joiners_of_emoji_stay() {
        let family = "👩\u{200D}👩\u{200D}👧";
        assert_eq!(Clean::new(family).as_str(), family);
    }

    #[test]
    fn joiners_and_selectors_stay_only_where_they_do_something() {
        for kept in ["می\u{200C}خواهم", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "क्\u{200D}ष"] {
            assert_eq!(Clean::new(kept).as_str(), kept);
        }
        let mut counts = Substituted::default();
        let hidden = "a\u{200D}b\u{FE0F}\u{FE01} \u{200C}c\u{E0101}\u{3164}";
        assert_eq!(clean_text(hidden, &mut counts), "ab c");
        assert_eq!(counts, Substituted { controls: 0, invisible: 6 });
    }

    #[test]
    fn piles_of_marks_are_cut() {
        let mut counts = Substituted::default();
        let pile = format!("Z{}, é", "\u{301}".repeat(100));
        assert_eq!(clean_text(&pile, &mut counts), format!("Z{}, é", "\u{301}".repeat(8)));
        assert_eq!(counts.invisible, 92);
        let chain = "👩\u{200D}".repeat(100);
        assert_eq!(clean_text(&chain, &mut counts).matches('\u{200D}').count(), 8);
    }

    #[test]
    fn what_honest_pages_hold_is_dropped_and_not_counted() {
        let mut counts = Substituted::default();
        assert_eq!(clean_text("Donau\u{AD}dampf\u{200B}schiff\u{FEFF}", &mut counts), "Donaudampfschiff");
        assert!(counts.is_none());
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(clean_text("naïve\n東京", &mut Substituted::default()), Cow::Borrowed(_)));
    }
}
