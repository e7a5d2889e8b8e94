//! Numbers, words and marks of a date.

/// One piece of a date; white space is kept only as `spaced`.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// What it is.
    pub kind: Kind,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// What a piece is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Digits: their value, and how many they are.
    Number(u32, usize),
    /// Letters, in lower case; the full stops of `a.m.` are left out.
    Word(String),
    /// Any other character.
    Mark(char),
}

/// The most characters that a date can have.
pub(super) const LONGEST: usize = 120;

/// The pieces of `text`, or `None` where it is too long to be a date.
pub(super) fn pieces(text: &str) -> Option<Vec<Piece>> {
    if text.len() > 4 * LONGEST || text.chars().count() > LONGEST {
        return None;
    }
    let text = text.replace("a.m.", "am").replace("p.m.", "pm").replace("A.M.", "am").replace("P.M.", "pm");
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    let mut spaced = true;
    while let Some(first) = rest.chars().next() {
        let run = |test: fn(char) -> bool| rest.find(|c| !test(c)).unwrap_or(rest.len());
        let (length, kind) = if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            (length, Kind::Number(rest[..length].parse().unwrap_or(u32::MAX), length))
        } else if first.is_alphabetic() {
            let length = run(char::is_alphabetic);
            (length, Kind::Word(rest[..length].to_lowercase()))
        } else {
            (first.len_utf8(), Kind::Mark(first))
        };
        found.push(Piece { kind, spaced });
        let after = rest[length..].trim_start();
        spaced = after.len() < rest.len() - length;
        rest = after;
    }
    Some(found)
}
