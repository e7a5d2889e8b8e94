//! Searching the text: what was typed → ranges, blind to line breaks, case and the style of quotation marks.

use regex::{Regex, RegexBuilder};

use crate::text::TextRange;

/// A search and what it found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Search {
    query: String,
    /// Every match, in order, in bytes.
    matches: Vec<TextRange>,
}

impl Search {
    /// Looks for `query` in `text`. Capitals in the query make it mind case.
    pub fn new(query: &str, text: &str) -> Self {
        let found = pattern(query).map(|pattern| {
            pattern.find_iter(text).filter_map(|found| TextRange::new(found.start(), found.end())).collect()
        });
        Self { query: query.to_owned(), matches: found.unwrap_or_default() }
    }

    /// What was typed.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Every match, in order, in bytes.
    pub fn matches(&self) -> &[TextRange] {
        &self.matches
    }

    /// The matches that share a byte with `range`.
    pub fn touching(&self, range: TextRange) -> &[TextRange] {
        let first = self.matches.partition_point(|found| found.end() <= range.start());
        let last = self.matches.partition_point(|found| found.start() < range.end());
        &self.matches[first..last.max(first)]
    }

    /// The match that begins at `offset` or after it, or the last before it; round the ends where there is none.
    pub fn from(&self, offset: usize, forward: bool) -> Option<TextRange> {
        let at = self.matches.partition_point(|found| found.start() < offset);
        if forward {
            self.matches.get(at).or(self.matches.first()).copied()
        } else {
            at.checked_sub(1).and_then(|at| self.matches.get(at)).or(self.matches.last()).copied()
        }
    }

    /// Which match, counting from 1, is the one at `range`.
    pub fn number(&self, range: TextRange) -> Option<usize> {
        self.matches.binary_search(&range).ok().map(|at| at + 1)
    }
}

/// A pattern for what was typed, or `None` where nothing was.
fn pattern(query: &str) -> Option<Regex> {
    let words: Vec<String> = query.split_whitespace().map(word).collect();
    if words.is_empty() {
        return None;
    }
    let blind = !query.chars().any(char::is_uppercase);
    RegexBuilder::new(&words.join(r"\s+")).case_insensitive(blind).build().ok()
}

/// A word with quotation marks and dashes of every style for those that a keyboard has.
fn word(typed: &str) -> String {
    let mut pattern = String::new();
    for c in typed.chars() {
        match c {
            '\'' => pattern.push_str("['’‘]"),
            '"' => pattern.push_str("[\"“”]"),
            '-' => pattern.push_str("[-‐‑–—]"),
            _ => pattern.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(query: &str, text: &'t str) -> Vec<&'t str> {
        Search::new(query, text).matches().iter().map(|range| range.of(text)).collect()
    }

    #[test]
    fn case_counts_only_where_it_was_typed() {
        assert_eq!(found("nato", "NATO and Nato"), ["NATO", "Nato"]);
        assert_eq!(found("Nato", "NATO and Nato"), ["Nato"]);
    }

    #[test]
    fn keyboards_have_straight_marks() {
        assert_eq!(found("altman's \"deal\"", "Altman’s “deal”"), ["Altman’s “deal”"]);
        assert_eq!(found("a.b", "axb a.b"), ["a.b"]);
    }

    #[test]
    fn walking_goes_round() {
        let search = Search::new("a", "a b a");
        let at = |offset, forward| search.from(offset, forward).map(TextRange::start);
        assert_eq!((at(1, true), at(5, true), at(4, false), at(0, false)), (Some(4), Some(0), Some(0), Some(4)));
    }
}
