//! Whether a sentence looks ahead or back where it names a day: what "on Friday" needs to be one Friday.

use super::cursor::Cursor;

/// Which way a sentence looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// Something has happened.
    Past,
    /// Something is to happen.
    Future,
    /// Nothing near tells.
    Unknown,
}

/// How many tokens are looked at, each way.
const FAR: usize = 16;

/// Words that look ahead.
const AHEAD: &[&str] = &[
    "will",
    "shall",
    "won't",
    "won’t",
    "would",
    "upcoming",
    "forthcoming",
    "scheduled",
    "due",
    "expected",
    "expects",
    "expect",
    "set",
    "plan",
    "plans",
    "planned",
    "planning",
    "hopes",
    "intends",
    "slated",
    "starting",
    "next",
];
/// Verbs that look ahead with "to": "agreed to meet on Friday".
const AHEAD_WITH_TO: &[&str] = &[
    "is", "are", "was", "were", "not", "agreed", "vowed", "pledged", "promised", "ready", "has", "have", "going",
    "about", "wants", "want",
];
/// Past forms that do not end in -ed.
const BACK: &[&str] = &[
    "said", "was", "were", "had", "told", "began", "held", "met", "came", "won", "lost", "fell", "rose", "made",
    "took", "went", "gave", "got", "found", "left", "sent", "saw", "wrote", "spoke", "died", "did", "became", "grew",
    "hit", "led", "paid", "ran", "sold", "struck", "swore", "threw", "brought", "broke", "built", "bought", "caught",
    "drew", "drove", "fought", "flew", "kept", "shot", "stood", "ended", "has", "have", "since", "ago",
];

/// How the sentence looks at the phrase that stands at the tokens `from..to`: by the nearest verb before it, else after.
pub fn tense(cursor: Cursor, from: usize, to: usize) -> Tense {
    let first = from.saturating_sub(FAR).max(cursor.start());
    let before = (first..from).rev().find_map(|at| here(cursor, at));
    let last = (to + FAR).min(cursor.end());
    before.or_else(|| (to..last).find_map(|at| here(cursor, at))).unwrap_or(Tense::Unknown)
}

/// Which way the word at `at` looks, if it tells.
fn here(cursor: Cursor, at: usize) -> Option<Tense> {
    if !cursor.is_word(at) {
        return None;
    }
    let word = cursor.word(at);
    if cursor.any(at, AHEAD) || word.ends_with("'ll") || word.ends_with("’ll") {
        return Some(Tense::Future);
    }
    if word == "to" && cursor.after_any(at, AHEAD_WITH_TO) && cursor.is_small(at + 1) {
        return Some(Tense::Future);
    }
    let past = cursor.any(at, BACK) || (word.len() > 4 && word.ends_with("ed") && cursor.is_small(at));
    // "will be held on Friday": the participle tells nothing of the time.
    let participle = cursor.after_any(at, &["be", "being"]) || (at >= 2 && cursor.is(at - 2, "be"));
    (past && !participle).then_some(Tense::Past)
}
