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

/// The text with `\n` as its only control character, counting what had to be changed. Borrowed where it was clean.
///
/// Tabs become four spaces, other white-space controls one; they are not counted.
pub fn clean_text<'a>(text: &'a str, counts: &mut Substituted) -> Cow<'a, str> {
    if text.bytes().all(|byte| byte == b'\n' || (b' '..0x7F).contains(&byte)) || text.chars().all(is_clean) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match substitute(c) {
            Shown::Itself => shown.push(c),
            Shown::Space(width) => shown.extend(std::iter::repeat_n(' ', width)),
            Shown::As(picture) => {
                counts.controls += 1;
                shown.push(picture);
            }
            Shown::Nothing => counts.invisible += 1,
        }
    }
    Cow::Owned(shown)
}

enum Shown {
    Itself,
    Space(usize),
    As(char),
    Nothing,
}

fn is_clean(c: char) -> bool {
    matches!(substitute(c), Shown::Itself)
}

/// What a terminal is shown for `c`.
fn substitute(c: char) -> Shown {
    match c {
        '\n' => Shown::Itself,
        '\t' => Shown::Space(4),
        '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Shown::Space(1),
        // U+2400 holds a picture for every C0 control.
        '\0'..='\u{1F}' => Shown::As(char::from_u32(0x2400 + c as u32).unwrap_or('\u{FFFD}')),
        '\u{7F}' => Shown::As('\u{2421}'),
        '\u{80}'..='\u{9F}' => Shown::As('\u{FFFD}'),
        c if is_invisible(c) => Shown::Nothing,
        _ => Shown::Itself,
    }
}

/// Bidi controls, soft hyphens, zero-width fillers, tags, deprecated formats and line separators. Joiners stay: emoji
/// and Indic scripts need them.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{61C}'
            | '\u{200B}'
            | '\u{200E}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E007F}'
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
    fn clean_text_is_borrowed() {
        assert!(matches!(clean_text("naïve\n東京", &mut Substituted::default()), Cow::Borrowed(_)));
    }
}
