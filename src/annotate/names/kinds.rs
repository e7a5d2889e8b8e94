//! What a tagged span is called in the end: its kind, and its edges without titles.

use std::ops::Range;

use super::super::{EntityKind, Why};
use super::lexicon::{Lexicon, Lists, key};
use super::sheet::Sheet;
use super::tagger::{Span, Tag};
use super::titles::leading_titles;

/// A span with its kind, or nothing where no kind is sure enough.
pub fn settle(sheet: &Sheet, span: &Span, lexicon: &Lexicon) -> Option<(Range<usize>, EntityKind, Why)> {
    let tokens = trimmed(sheet, span);
    let lists = tokens.clone().fold(0, |name, at| key(name, sheet.word_at(at).small));
    let lists = lexicon.lists(lists);
    let model = |rule| Why::model(rule, span.score);
    let (kind, why) = match span.tag {
        _ if is_people(lists, tokens.len()) => (EntityKind::Group, model("a people, by the list of peoples")),
        Tag::Organization if is_only(lists, Lists::PRODUCT) => (EntityKind::Product, model("a product, by its list")),
        Tag::Organization => (EntityKind::Organization, model("reads like an organization")),
        Tag::Person | Tag::Place if tokens.len() > 1 && is_only(lists, ORGANIZATIONS) => {
            (EntityKind::Organization, model("an organization, by its list"))
        }
        Tag::Person => (EntityKind::Person, model("reads like a person")),
        Tag::Place => (EntityKind::Place, model("reads like a place")),
        Tag::Other => (other(sheet, &tokens, lists)?, model("a name, its kind by list or by its last word")),
    };
    Some((tokens, kind, why))
}

/// The tokens of `span` without titles before a person and the possessive behind a person or place.
fn trimmed(sheet: &Sheet, span: &Span) -> Range<usize> {
    let mut tokens = span.tokens.clone();
    if matches!(span.tag, Tag::Person | Tag::Place)
        && tokens.len() > 1
        && matches!(sheet.document.word(tokens.end - 1), "'s" | "’s")
    {
        tokens.end -= 1;
    }
    if span.tag == Tag::Person {
        tokens.start += leading_titles(tokens.clone().map(|at| sheet.document.word(at)));
    }
    tokens
}

/// Lists of places.
const PLACES: Lists = Lists(Lists::CITY.0 | Lists::REGION.0 | Lists::LANDMARK.0);

/// Lists of organizations.
const ORGANIZATIONS: Lists = Lists(
    Lists::COMPANY.0 | Lists::UNIVERSITY.0 | Lists::INSTITUTION.0 | Lists::OUTLET.0 | Lists::PARTY.0 | Lists::CLUB.0,
);

/// Whether a name is on the list of peoples, and on no other that speaks against it.
fn is_people(lists: Lists, words: usize) -> bool {
    let spoken_against = lists.any(PLACES) || lists.any(ORGANIZATIONS) || words > 1 && lists.any(Lists::EVENT);
    lists.any(Lists::GROUP) && !spoken_against
}

/// Whether a name is on one of `those` lists, and on no other of people, places or organizations.
fn is_only(lists: Lists, those: Lists) -> bool {
    let others = PLACES | ORGANIZATIONS | Lists::FIRST_NAME | Lists::SURNAME;
    lists.any(those) && !lists.any(Lists(others.0 & !those.0))
}

/// Last words that say what a name is. Sorted: searched by halves.
const HEADS: &[(&str, EntityKind)] = &[
    ("accord", EntityKind::Law),
    ("accords", EntityKind::Law),
    ("act", EntityKind::Law),
    ("agreement", EntityKind::Law),
    ("amendment", EntityKind::Law),
    ("awards", EntityKind::Event),
    ("bill", EntityKind::Law),
    ("carnival", EntityKind::Event),
    ("championship", EntityKind::Event),
    ("championships", EntityKind::Event),
    ("code", EntityKind::Law),
    ("conference", EntityKind::Event),
    ("constitution", EntityKind::Law),
    ("convention", EntityKind::Law),
    ("cup", EntityKind::Event),
    ("day", EntityKind::Event),
    ("derby", EntityKind::Event),
    ("election", EntityKind::Event),
    ("elections", EntityKind::Event),
    ("expo", EntityKind::Event),
    ("festival", EntityKind::Event),
    ("final", EntityKind::Event),
    ("finals", EntityKind::Event),
    ("games", EntityKind::Event),
    ("marathon", EntityKind::Event),
    ("massacre", EntityKind::Event),
    ("memorandum", EntityKind::Law),
    ("olympics", EntityKind::Event),
    ("pact", EntityKind::Law),
    ("prix", EntityKind::Event),
    ("protocol", EntityKind::Law),
    ("rebellion", EntityKind::Event),
    ("revolution", EntityKind::Event),
    ("summit", EntityKind::Event),
    ("tournament", EntityKind::Event),
    ("treaty", EntityKind::Law),
    ("trophy", EntityKind::Event),
    ("uprising", EntityKind::Event),
    ("war", EntityKind::Event),
];

/// The kind of a name that is no person, organization or place.
fn other(sheet: &Sheet, tokens: &Range<usize>, lists: Lists) -> Option<EntityKind> {
    let by_list = [
        (Lists::GROUP, EntityKind::Group),
        (Lists::EVENT, EntityKind::Event),
        (Lists::LAW, EntityKind::Law),
        (Lists::PRODUCT, EntityKind::Product),
    ];
    let listed = by_list.into_iter().find(|(list, _)| lists.any(*list)).map(|(_, kind)| kind);
    listed.or_else(|| by_head(sheet, tokens)).or_else(|| quoted(sheet, tokens))
}

fn by_head(sheet: &Sheet, tokens: &Range<usize>) -> Option<EntityKind> {
    let head = sheet.document.word(tokens.end - 1).to_lowercase();
    let at = HEADS.binary_search_by(|(word, _)| (*word).cmp(&head)).ok()?;
    (tokens.len() > 1).then_some(HEADS[at].1)
}

/// A name of several words in quotation marks of its own is a work.
fn quoted(sheet: &Sheet, tokens: &Range<usize>) -> Option<EntityKind> {
    let opens = tokens.start.checked_sub(1).map_or("", |at| sheet.document.word(at));
    let closes = sheet.document.word(tokens.end);
    let quoted = matches!((opens, closes), ("“", "”") | ("\"", "\"") | ("‘", "’") | ("'", "'") | ("«", "»"));
    (quoted && tokens.len() > 1).then_some(EntityKind::Work)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_sorted() {
        assert!(HEADS.is_sorted_by(|(a, _), (b, _)| a < b));
    }

    #[test]
    fn lists_that_speak_against_each_other() {
        assert!(is_people(Lists::GROUP | Lists::SURNAME, 1));
        assert!(!is_people(Lists::GROUP | Lists::CITY, 1));
        assert!(is_only(Lists::PRODUCT, Lists::PRODUCT));
        assert!(!is_only(Lists::PRODUCT | Lists::COMPANY, Lists::PRODUCT));
    }
}
