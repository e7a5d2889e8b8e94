//! Single words: which tell what somebody is, and which end a noun phrase.

use std::sync::LazyLock;

use foldhash::HashMap;

use super::lexicon::ROLES;
use super::title::Gender;

/// What a word can do in a description.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::annotate) enum Word {
    /// Says what a person is; some tell the gender.
    Person(Option<Gender>),
    /// Says what an organization or place is, as the class of the list: "company", "city".
    Thing(&'static str),
    /// Goes before such a word: "former", "chief".
    Modifier,
    /// Anything else.
    Other,
}

/// Looked up for nearly every word of the article, so hashed once.
static CLASSES: LazyLock<HashMap<&'static str, Word>> = LazyLock::new(|| {
    let class = |class: &'static str| match class {
        "person" => Word::Person(None),
        "person m" => Word::Person(Some(Gender::Male)),
        "person f" => Word::Person(Some(Gender::Female)),
        "modifier" => Word::Modifier,
        thing => Word::Thing(thing),
    };
    ROLES.lines().filter_map(|line| line.split_once('\t')).map(|(word, value)| (word, class(value))).collect()
});

/// What the list says of `word`, whatever its case.
pub(in crate::annotate) fn word_class(word: &str) -> Word {
    let word = word.strip_suffix('.').unwrap_or(word);
    if word.len() > 24 || !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Word::Other;
    }
    let found = if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        CLASSES.get(word)
    } else {
        CLASSES.get(word.to_ascii_lowercase().as_str())
    };
    found.copied().unwrap_or(Word::Other)
}

/// Whether `word` opens a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    is_one_of(word, &["a", "an", "another", "her", "his", "its", "one", "our", "that", "the", "their", "this"])
}

/// Whether `word` goes on a description after its noun: "of", "at".
pub(super) fn is_preposition(word: &str) -> bool {
    const PREPOSITIONS: &[&str] = &[
        "about", "against", "at", "behind", "between", "by", "for", "from", "in", "into", "near", "of", "on", "over",
        "to", "under", "with",
    ];
    is_one_of(word, PREPOSITIONS)
}

/// Whether `word` is a possessive `’s`.
pub(super) fn is_clitic(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'S" | "’S" | "'" | "’")
}

/// Whether no description of somebody goes across `word`: verbs of every sentence, pronouns, conjunctions.
pub(super) fn is_stop(word: &str) -> bool {
    is_one_of(word, STOP)
}

/// Sorted, to be searched by halves.
const STOP: &[&str] = &[
    "about",
    "accused",
    "added",
    "admitted",
    "after",
    "also",
    "although",
    "am",
    "and",
    "announced",
    "are",
    "argued",
    "as",
    "asked",
    "at",
    "be",
    "because",
    "been",
    "before",
    "being",
    "between",
    "but",
    "by",
    "called",
    "came",
    "can",
    "claimed",
    "could",
    "criticised",
    "criticized",
    "denied",
    "despite",
    "did",
    "do",
    "does",
    "during",
    "echoed",
    "followed",
    "for",
    "from",
    "gave",
    "had",
    "has",
    "have",
    "he",
    "i",
    "if",
    "in",
    "into",
    "is",
    "it",
    "joined",
    "know",
    "known",
    "like",
    "made",
    "may",
    "met",
    "might",
    "must",
    "never",
    "no",
    "nor",
    "not",
    "of",
    "on",
    "or",
    "over",
    "praised",
    "quoted",
    "replaced",
    "reported",
    "said",
    "saw",
    "says",
    "she",
    "should",
    "since",
    "so",
    "spoke",
    "such",
    "supported",
    "than",
    "thanked",
    "that",
    "then",
    "there",
    "they",
    "though",
    "through",
    "to",
    "told",
    "took",
    "under",
    "until",
    "urged",
    "via",
    "was",
    "we",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whom",
    "whose",
    "will",
    "with",
    "without",
    "would",
    "wrote",
    "you",
];

fn is_one_of(word: &str, list: &[&str]) -> bool {
    if word.len() > 12 || !word.is_ascii() {
        return false;
    }
    let is = |word: &str| list.binary_search(&word).is_ok();
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) { is(&word.to_ascii_lowercase()) } else { is(word) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(STOP.is_sorted());
    }

    #[test]
    fn words_have_their_class_in_any_case() {
        assert_eq!(word_class("Spokeswoman"), Word::Person(Some(Gender::Female)));
        assert_eq!(word_class("Gov."), Word::Person(None));
        assert_eq!(word_class("startup"), Word::Thing("company"));
        assert_eq!(word_class("former"), Word::Modifier);
        assert_eq!(word_class("rose"), Word::Other);
    }
}
