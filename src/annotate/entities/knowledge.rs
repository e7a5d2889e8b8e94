//! What the word lists know, for others than the entities: well-known things and the adjectives of countries.

use super::aliases::{Meaning, meanings};
use super::fold::folded_words;
use super::lexicon::DEMONYMS;

/// What the list of well-known things has under `name`.
pub(in crate::annotate) fn known_as(name: &str) -> impl Iterator<Item = Meaning> + use<> {
    meanings(&folded_words(name).join(" "))
}

/// The country, in small letters, that an adjective in small letters belongs to: "chinese".
pub(in crate::annotate) fn country_of(adjective: &str) -> Option<&'static str> {
    DEMONYMS.get(adjective)
}
