//! Forms of address before a name: "Mr", "Dame", "Gen.".

use crate::annotate::Document;
use crate::text::TextRange;

use super::fold::folded_word;

/// Woman or man, as far as the text's words tell.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(in crate::annotate) enum Gender {
    /// "she"
    Female,
    /// "he"
    Male,
}

/// A form of address that stands before a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Title {
    /// Where, in bytes.
    pub range: TextRange,
    /// What it tells.
    pub gender: Option<Gender>,
}

/// The title right before, or at the beginning of, the name at `range`.
pub(super) fn title_before(document: &Document, range: TextRange) -> Option<Title> {
    let inside = document.tokens_in(range);
    let own = inside.len() > 1;
    own.then(|| title_at(document, inside.start)).flatten().or_else(|| title_at(document, inside.start.checked_sub(1)?))
}

fn title_at(document: &Document, token: usize) -> Option<Title> {
    let word = document.word(token);
    if !word.starts_with(char::is_uppercase) {
        return None;
    }
    let folded = folded_word(word);
    let gender = if MEN.contains(&folded.as_str()) {
        Some(Gender::Male)
    } else if WOMEN.contains(&folded.as_str()) {
        Some(Gender::Female)
    } else if EITHER.contains(&folded.as_str()) {
        None
    } else {
        return None;
    };
    document.tokens().get(token).map(|token| Title { range: token.range, gender })
}

/// Whether the folded `word` is a form of address.
pub(super) fn is_title(word: &str) -> bool {
    [MEN, WOMEN, EITHER].iter().any(|titles| titles.contains(&word))
}

/// Titles that men bear, folded.
const MEN: &[&str] = &[
    "mr", "sir", "lord", "king", "prince", "father", "brother", "master", "monsieur", "herr", "senor", "sheikh",
    "baron", "earl", "pope", "uncle", "shri", "alhaji", "duke",
];
/// Titles that women bear, folded.
const WOMEN: &[&str] = &[
    "mrs", "ms", "miss", "dame", "lady", "queen", "princess", "sister", "madame", "frau", "senora", "baroness",
    "countess", "aunt", "madam", "begum", "smt", "hajia", "duchess",
];
/// Titles that tell nothing of it, folded.
const EITHER: &[&str] = &[
    "dr",
    "prof",
    "professor",
    "rev",
    "reverend",
    "hon",
    "gen",
    "general",
    "col",
    "colonel",
    "maj",
    "major",
    "capt",
    "captain",
    "lt",
    "sgt",
    "sen",
    "senator",
    "rep",
    "gov",
    "governor",
    "adm",
    "admiral",
    "cmdr",
    "justice",
    "judge",
    "imam",
    "rabbi",
    "ayatollah",
    "president",
    "chancellor",
    "premier",
    "mayor",
    "detective",
    "officer",
    "minister",
    "cllr",
    "councillor",
];
