//! Names folded for comparison: case, accents, apostrophes, full stops and hyphens make no difference.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of `name`, folded: `The Médecins-Sans Frontières’` is `the medecins sans frontieres`.
///
/// Full stops vanish (`U.S.` is `us`), `&` is `and`, hyphens part words, and a possessive at the end is dropped.
pub(super) fn folded_words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    for piece in without_possessive(name).split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '–' | '/'))
    {
        let word = folded_word(piece);
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}

/// One word, folded; empty where it has neither letters nor digits.
pub(super) fn folded_word(word: &str) -> String {
    if word == "&" {
        return "and".into();
    }
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    let letters = word.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
    let mut out = String::with_capacity(word.len());
    for c in letters {
        match c {
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' => out.push('d'),
            'ı' => out.push('i'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            '&' => out.push('&'),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

/// `text` with every run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `name` without a possessive at its end, `’s` or the bare apostrophe after an s.
fn without_possessive(name: &str) -> &str {
    let name = name.trim();
    let bare = name.strip_suffix(['s', 'S']).and_then(|rest| rest.strip_suffix(['\'', '’']));
    bare.unwrap_or_else(|| name.trim_end_matches(['\'', '’']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_marks_make_no_difference() {
        assert_eq!(folded_words("The Médecins-Sans Frontières’"), ["the", "medecins", "sans", "frontieres"]);
        assert_eq!(folded_words("U.S. Army’s"), ["us", "army"]);
        assert_eq!(folded_words("Procter & Gamble"), ["procter", "and", "gamble"]);
        assert_eq!(folded_words("AT&T"), ["at&t"]);
        assert_eq!(folded_words("Łukasz Ødegård"), ["lukasz", "odegard"]);
        assert_eq!(folded_words(" ’ … "), Vec::<String>::new());
    }
}
