//! Finds any of several phrases in a text in one pass.

use aho_corasick::AhoCorasick;

/// Phrases to look for, whether their ASCII letters are small or capital.
pub struct Words(Option<AhoCorasick>);

impl Words {
    /// Looks for `phrases`, which are in lower case.
    pub fn new(phrases: &[&str]) -> Self {
        // Fails only for lists of gigabytes.
        Self(AhoCorasick::builder().ascii_case_insensitive(true).build(phrases).ok())
    }

    /// Whether one of them stands in `text`.
    pub fn are_in(&self, text: &str) -> bool {
        self.0.as_ref().is_some_and(|phrases| phrases.is_match(text))
    }
}
