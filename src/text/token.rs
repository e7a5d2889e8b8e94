//! Words, numbers and marks of a text, as ranges.

use super::TextRange;

/// One word, number or mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands, in bytes.
    pub range: TextRange,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TokenKind {
    /// Begins with a letter: `Sam`, `U.S.`, `don't`, `’s`.
    Word,
    /// Begins with a digit: `295`, `1,200.5`, `3rd`.
    Number,
    /// Anything else, one character (or one run of the same full stops or dashes): `,` `“` `%` `...` `--`.
    Mark,
}

impl Token {
    /// The token's text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        self.range.of(text)
    }
}

/// The tokens of `text[within]`, in order; white space is between them and never in one.
///
/// Hyphenated words come apart (`Franco` `-` `German`), a possessive is a token of its own (`NATO` `’s`), and the full
/// stops of initials and known abbreviations stay inside (`U.S.`, `Gen.`).
pub fn tokens(text: &str, within: TextRange) -> Vec<Token> {
    let mut found = Vec::with_capacity(within.len() / 5);
    let mut at = within.start();
    while at < within.end() {
        let rest = &text[at..within.end()];
        let Some(first) = rest.chars().next() else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (length, kind) = next_token(rest, first);
        if let Some(range) = TextRange::new(at, at + length) {
            found.push(Token { range, kind });
        }
        at += length;
    }
    found
}

/// Length in bytes and kind of the token that `rest` begins with.
fn next_token(rest: &str, first: char) -> (usize, TokenKind) {
    if let Some(length) = clitic(rest) {
        return (length, TokenKind::Word);
    }
    if first.is_ascii_digit() {
        return (number(rest), TokenKind::Number);
    }
    if first.is_alphanumeric() {
        return (word(rest), TokenKind::Word);
    }
    let run = if matches!(first, '.' | '-') { rest.chars().take_while(|&c| c == first).count() } else { 1 };
    (run * first.len_utf8(), TokenKind::Mark)
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// The length of a possessive `’s` at the beginning of `rest`.
fn clitic(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let mark = chars.next().filter(|&c| is_apostrophe(c))?;
    let letter = chars.next().filter(|c| matches!(c, 's' | 'S'))?;
    let ends = chars.next().is_none_or(|c| !c.is_alphanumeric());
    ends.then_some(mark.len_utf8() + letter.len_utf8())
}

/// Digits with the separators, decimals and letters that belong to them: `1,200.5`, `3rd`, `2.3bn`.
fn number(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_alphanumeric() || (matches!(c, ',' | '.') && next_digit) {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// Letters, digits, combining marks, inner apostrophes of contractions, and the full stops of initials.
fn word(rest: &str) -> usize {
    if let Some(length) = initials(rest) {
        return length;
    }
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        let joined = is_apostrophe(c) && clitic(&rest[at..]).is_none() && letter_after(rest, at + c.len_utf8());
        let decimal = matches!(c, '.' | ',') && between_digits(rest, at, c);
        if c.is_alphanumeric()
            || is_combining(c)
            || joined
            || decimal
            || (c == '&' && at > 0 && letter_after(rest, at + 1))
        {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    if rest[end..].starts_with('.') && is_abbreviation(&rest[..end]) { end + 1 } else { end }
}

fn letter_after(rest: &str, at: usize) -> bool {
    rest[at..].chars().next().is_some_and(char::is_alphanumeric)
}

/// Whether the separator at `at` stands between two digits, as in `RM23.50`.
fn between_digits(rest: &str, at: usize, separator: char) -> bool {
    rest[..at].ends_with(|c: char| c.is_ascii_digit())
        && rest[at + separator.len_utf8()..].starts_with(|c: char| c.is_ascii_digit())
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}')
}

/// The length of `U.S.`, `J.R.R.`, `a.m.`: two or more single letters, each with its full stop.
fn initials(rest: &str) -> Option<usize> {
    let mut end = 0;
    let mut count = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((_, c)) = chars.next() {
        let Some(&(dot_at, '.')) = chars.peek() else { break };
        if !c.is_alphabetic() {
            break;
        }
        chars.next();
        end = dot_at + 1;
        count += 1;
    }
    let single = count == 1 && rest.starts_with(char::is_uppercase);
    (count > 1 || single).then_some(end)
}

/// Titles and the like whose full stop ends no sentence. All lower case and sorted: searched by halves.
const ABBREVIATIONS: &[&str] = &[
    "adm", "ala", "apr", "ariz", "assn", "atty", "aug", "ave", "bros", "brig", "calif", "capt", "cmdr", "co", "col",
    "colo", "conn", "corp", "cpl", "ct", "dec", "del", "dept", "dist", "dr", "est", "feb", "fig", "fla", "fr", "ft",
    "ga", "gen", "gov", "hon", "inc", "jan", "jr", "kan", "ky", "la", "lt", "ltd", "maj", "mass", "md", "messrs",
    "mich", "minn", "mo", "mr", "mrs", "ms", "mt", "neb", "nev", "no", "nov", "oct", "okla", "ore", "pa", "ph", "pres",
    "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sept", "sgt", "sr", "st", "supt", "tenn", "tex", "univ", "va",
    "vs", "vt", "wash", "wis", "wyo",
];

fn is_abbreviation(word: &str) -> bool {
    word.len() <= 6
        && word.starts_with(|c: char| c.is_ascii_uppercase() || word == "vs")
        && ABBREVIATIONS.contains(&word.to_ascii_lowercase().as_str())
        // `No.` and `La.` are words more often than abbreviations unless something follows that the caller sees.
        && !matches!(word, "No" | "La" | "Pa" | "Mo" | "Del" | "Mass" | "Wash" | "Ore")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let all = TextRange::new(0, text.len()).expect("short");
        tokens(text, all).iter().map(|token| token.of(text)).collect()
    }

    #[test]
    fn abbreviations_keep_their_full_stop() {
        assert_eq!(words("Gen. Smith of the U.S. Army."), ["Gen.", "Smith", "of", "the", "U.S.", "Army", "."]);
    }

    #[test]
    fn possessives_and_hyphens_come_apart() {
        assert_eq!(words("NATO’s Franco-German"), ["NATO", "’s", "Franco", "-", "German"]);
        assert_eq!(words("don't O’Neill"), ["don't", "O’Neill"]);
    }

    #[test]
    fn numbers_keep_separators_and_suffixes() {
        assert_eq!(words("$1,200.50, 2.3bn (295%)"), ["$", "1,200.50", ",", "2.3bn", "(", "295", "%", ")"]);
    }

    #[test]
    fn a_code_keeps_the_separators_of_its_number() {
        assert_eq!(words("RM23.50, USD1,200."), ["RM23.50", ",", "USD1,200", "."]);
    }

    #[test]
    fn names_with_ampersands_are_one_word() {
        assert_eq!(words("AT&T rose... --"), ["AT&T", "rose", "...", "--"]);
    }
}
