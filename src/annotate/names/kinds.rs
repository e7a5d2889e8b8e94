//! What a tagged span is called in the end: one name or several, their edges, their kinds.

use std::ops::Range;

use super::super::{EntityKind, Why};
use super::heads::{Said, said_by_head};
use super::lexicon::{Lexicon, Lists, key};
use super::sheet::Sheet;
use super::tagger::{Span, Tag};
use super::titles::leading_titles;
use super::word::{Form, Word};

/// A name as tokens, with its kind.
pub type Settled = (Range<usize>, EntityKind, Why);

/// Names less probable than this are more often wrong than right, and left out.
const LEAST_SCORE: f32 = 0.36;

/// A common word with a capital needs this score to be a name.
const SURE: f32 = 0.7;

/// Lists of places.
const PLACES: Lists = Lists(Lists::CITY.0 | Lists::REGION.0 | Lists::LANDMARK.0);

/// Lists of places that are hardly ever anything else.
const REGIONS: Lists = Lists(Lists::REGION.0 | Lists::LANDMARK.0);

/// Lists of organizations.
const ORGANIZATIONS: Lists = Lists(
    Lists::COMPANY.0 | Lists::UNIVERSITY.0 | Lists::INSTITUTION.0 | Lists::OUTLET.0 | Lists::PARTY.0 | Lists::CLUB.0,
);

/// Turns spans into names.
pub struct Settler<'s> {
    sheet: &'s Sheet<'s>,
    lexicon: &'s Lexicon<'s>,
}

impl<'s> Settler<'s> {
    /// For the spans on `sheet`.
    pub const fn new(sheet: &'s Sheet<'s>, lexicon: &'s Lexicon<'s>) -> Self {
        Self { sheet, lexicon }
    }

    /// The names in `span`: mostly one; none where its kind is not sure.
    pub fn settle(&self, span: &Span) -> Vec<Settled> {
        if span.score < LEAST_SCORE || self.is_amount(&span.tokens) {
            return Vec::new();
        }
        if let Some(at) = self.hyphen(span) {
            let sides = [span.tokens.start..at, at + 1..span.tokens.end];
            return sides.into_iter().filter_map(|side| self.listed(&side, span.score)).collect();
        }
        if let Some(at) = self.conjunction(span) {
            let sides = [span.tokens.start..at, at + 2..span.tokens.end];
            return sides.into_iter().filter_map(|tokens| self.single(&Span { tokens, ..span.clone() })).collect();
        }
        if let Some(place) = self.realm(span) {
            return vec![(place, EntityKind::Place, Why::model("what somebody is the head of", span.score))];
        }
        if let Some(at) = self.owner(span) {
            let owner = (span.tokens.start..at, EntityKind::Place, Why::model("a place that has a body", span.score));
            let body = Span { tokens: at + 1..span.tokens.end, ..span.clone() };
            return std::iter::once(owner).chain(self.single(&body)).collect();
        }
        self.single(span).into_iter().collect()
    }

    /// The name that is all of `span`.
    fn single(&self, span: &Span) -> Option<Settled> {
        let tokens = self.trimmed(span);
        let lists = self.lists(&tokens);
        let model = |rule| Why::model(rule, span.score);
        let head = said_by_head(self.sheet.document, &tokens).filter(|_| !lists.any(ORGANIZATIONS));
        let (kind, why) = match (span.tag, head) {
            _ if is_people(lists) => (EntityKind::Group, model("a people, by the list of peoples")),
            (Tag::Organization, _) if self.is_common_word(&tokens, lists, span.score) => return None,
            (Tag::Organization, None) if self.is_titled(&tokens) => {
                let titles = leading_titles(tokens.clone().map(|at| self.word(at)));
                let why = model("a surname behind a title");
                return Some((tokens.start + titles..tokens.end, EntityKind::Person, why));
            }
            (Tag::Person | Tag::Place, _) if self.is_storm(&tokens) => {
                (EntityKind::Event, model("behind \"Hurricane\""))
            }
            (Tag::Organization | Tag::Place | Tag::Other, Some(Said::IsNothing)) => return None,
            (Tag::Organization | Tag::Place | Tag::Other, Some(Said::Is(kind))) => {
                (kind, model("by the head of the name"))
            }
            (Tag::Organization, _) if is_only(lists, Lists::PRODUCT) => {
                (EntityKind::Product, model("a product, by its list"))
            }
            (Tag::Person | Tag::Place, _) if tokens.len() > 1 && is_only(lists, ORGANIZATIONS) => {
                (EntityKind::Organization, model("an organization, by its list"))
            }
            (Tag::Person, _) => (EntityKind::Person, model("reads like a person")),
            (Tag::Place, _) => (EntityKind::Place, model("reads like a place")),
            (Tag::Organization, _) => (EntityKind::Organization, model("reads like an organization")),
            (Tag::Other, _) => (self.other(&tokens, lists)?, model("a name, its kind by list or quotation marks")),
        };
        Some((tokens, kind, why))
    }

    fn word(&self, at: usize) -> &'s str {
        self.sheet.document.word(at)
    }

    fn lists(&self, tokens: &Range<usize>) -> Lists {
        let name = tokens.clone().fold(0, |name, at| key(name, self.sheet.word_at(at).small));
        self.lexicon.lists(name)
    }

    /// Whether it is part of an amount or measure: `US$`, `31C`.
    fn is_amount(&self, tokens: &Range<usize>) -> bool {
        let touches_currency = matches!(self.word(tokens.end), "$" | "€" | "£" | "¥" | "₹") && self.touches(tokens.end);
        let number = |at: usize| self.word(at).starts_with(|c: char| c.is_ascii_digit());
        touches_currency || tokens.len() == 1 && number(tokens.start) && !self.lists(tokens).any(ORGANIZATIONS)
    }

    /// Whether the token at `at` stands right behind the one before it.
    fn touches(&self, at: usize) -> bool {
        let tokens = self.sheet.document.tokens();
        at > 0 && tokens.get(at).is_some_and(|token| token.range.start() == tokens[at - 1].range.end())
    }

    /// The hyphen between two listed names that are not one: `India-China`.
    fn hyphen(&self, span: &Span) -> Option<usize> {
        let known = REGIONS | Lists::GROUP | Lists::INSTITUTION;
        let at = span.tokens.clone().find(|&at| matches!(self.word(at), "-" | "–"))?;
        let sides = [span.tokens.start..at, at + 1..span.tokens.end];
        let parted =
            sides.iter().all(|side| self.lists(side).any(known)) && self.lists(&span.tokens) == Lists::default();
        (parted && span.tag != Tag::Person).then_some(at)
    }

    /// A name by its list alone.
    fn listed(&self, tokens: &Range<usize>, score: f32) -> Option<Settled> {
        let lists = self.lists(tokens);
        let kind = match lists {
            _ if is_people(lists) => EntityKind::Group,
            _ if lists.any(PLACES) => EntityKind::Place,
            _ if lists.any(ORGANIZATIONS) => EntityKind::Organization,
            _ => return None,
        };
        Some((tokens.clone(), kind, Why::model("one of two joined names, by its list", score)))
    }

    /// The `and the` between two bodies: one name has no article in its middle.
    fn conjunction(&self, span: &Span) -> Option<usize> {
        let pair = |&at: &usize| self.word(at) == "and" && self.word(at + 1) == "the" && at + 2 < span.tokens.end;
        let at = span.tokens.clone().skip(1).find(pair)?;
        (span.tag == Tag::Organization && self.lists(&span.tokens) == Lists::default()).then_some(at)
    }

    /// The possessive between a country and its body: `Uganda's Electoral Commission`.
    fn owner(&self, span: &Span) -> Option<usize> {
        let at = span.tokens.clone().find(|&at| matches!(self.word(at), "'s" | "’s"))?;
        let owner = self.lists(&(span.tokens.start..at));
        let body = at + 1 < span.tokens.end && self.sheet.word_at(at + 1).form.has_capital();
        let whole = self.lists(&span.tokens);
        (span.tag == Tag::Organization && body && owner.any(REGIONS) && whole == Lists::default()).then_some(at)
    }

    /// The place behind a title and `of`: `Queen of Denmark`.
    fn realm(&self, span: &Span) -> Option<Range<usize>> {
        let titles = leading_titles(span.tokens.clone().map(|at| self.word(at)));
        let of = span.tokens.start + titles;
        let article = usize::from(self.word(of + 1) == "the");
        let place = of + 1 + article..span.tokens.end;
        let found = titles > 0 && span.tag == Tag::Organization && self.word(of) == "of" && !place.is_empty();
        (found && self.lists(&place).any(PLACES)).then_some(place)
    }

    /// Whether the name at `tokens` is on no list that speaks against its being a people.
    pub fn may_be_people(&self, tokens: &Range<usize>) -> bool {
        let person = Lists::FIRST_NAME | Lists::SURNAME;
        tokens.len() <= 2 && !self.lists(tokens).any(PLACES | ORGANIZATIONS | person)
    }

    /// The tokens of `span` without what is no part of a name, and with an article that is.
    fn trimmed(&self, span: &Span) -> Range<usize> {
        let mut tokens = span.tokens.clone();
        while tokens.len() > 1 && self.is_stray(tokens.start) {
            tokens.start += 1;
        }
        let possessive = matches!(self.word(tokens.end - 1), "'s" | "’s");
        if span.tag != Tag::Organization && tokens.len() > 1 && possessive {
            tokens.end -= 1;
        }
        if span.tag == Tag::Person {
            tokens.start += leading_titles(tokens.clone().map(|at| self.word(at)));
        }
        if span.tag == Tag::Place && self.word(tokens.start).eq_ignore_ascii_case("hague") {
            let article = tokens.start.checked_sub(1).filter(|&at| self.word(at).eq_ignore_ascii_case("the"));
            tokens.start = article.unwrap_or(tokens.start);
        }
        tokens
    }

    /// Whether the token at `at` begins no name: a loose mark, or `I'm`.
    fn is_stray(&self, at: usize) -> bool {
        let word = self.word(at);
        matches!(word, "-" | "–" | "'" | "’" | "‘" | "/" | ".") || word.starts_with("I'") || word.starts_with("I’")
    }

    /// Whether a title and a surname stand where the tagger saw a body or place: `Justice Vance`.
    fn is_titled(&self, tokens: &Range<usize>) -> bool {
        let titles = leading_titles(tokens.clone().map(|at| self.word(at)));
        let mut rest = tokens.clone().skip(titles).map(|at| self.sheet.word_at(at));
        let name = |word: &Word| word.lists.any(Lists::SURNAME) && !word.is_usually_small();
        let plain = tokens.clone().all(|at| self.sheet.word_at(at).form == Form::Capitalized);
        titles > 0 && plain && tokens.len() - titles <= 2 && rest.all(name)
    }

    /// Whether a storm is named.
    fn is_storm(&self, tokens: &Range<usize>) -> bool {
        let before = tokens.start.checked_sub(1).map_or("", |at| self.word(at));
        is_storm(before)
    }

    /// Whether it is a single word that is mostly written small, on no list, and not surely a name.
    fn is_common_word(&self, tokens: &Range<usize>, lists: Lists, score: f32) -> bool {
        let word = self.sheet.word_at(tokens.start);
        let small = word.is_usually_small() && word.form == Form::Capitalized;
        tokens.len() == 1 && small && !lists.any(PLACES | ORGANIZATIONS) && score < SURE
    }

    /// The kind of a name that is no person, organization or place and whose head says nothing.
    fn other(&self, tokens: &Range<usize>, lists: Lists) -> Option<EntityKind> {
        let by_list = [
            (Lists::GROUP, EntityKind::Group),
            (Lists::EVENT, EntityKind::Event),
            (Lists::LAW, EntityKind::Law),
            (Lists::PRODUCT, EntityKind::Product),
        ];
        let listed = by_list.into_iter().find(|(list, _)| lists.any(*list)).map(|(_, kind)| kind);
        listed.or_else(|| self.is_quoted(tokens).then_some(EntityKind::Work))
    }

    /// Whether a name of several words stands in quotation marks of its own.
    fn is_quoted(&self, tokens: &Range<usize>) -> bool {
        let opens = tokens.start.checked_sub(1).map_or("", |at| self.word(at));
        let marks = (opens, self.word(tokens.end));
        let quoted = matches!(marks, ("“", "”") | ("\"", "\"") | ("‘", "’") | ("'", "'") | ("«", "»"));
        quoted && tokens.clone().filter(|&at| self.sheet.word_at(at).form != Form::Mark).count() > 1
    }
}

/// Whether a name is on the list of peoples, and on no other that speaks against it.
const fn is_people(lists: Lists) -> bool {
    lists.any(Lists::GROUP) && !lists.any(PLACES) && !lists.any(ORGANIZATIONS)
}

/// Whether a name is on one of `those` lists, and on no other of people, places or organizations.
fn is_only(lists: Lists, those: Lists) -> bool {
    let others = PLACES | ORGANIZATIONS | Lists::FIRST_NAME | Lists::SURNAME;
    lists.any(those) && !lists.any(Lists(others.0 & !those.0))
}

/// Whether the word is one that the name of a storm stands behind.
pub fn is_storm(word: &str) -> bool {
    matches!(word, "Hurricane" | "Cyclone" | "Typhoon" | "Storm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_speak_against_each_other() {
        assert!(is_people(Lists::GROUP | Lists::SURNAME));
        assert!(!is_people(Lists::GROUP | Lists::CITY));
        assert!(is_only(Lists::PRODUCT, Lists::PRODUCT));
        assert!(!is_only(Lists::PRODUCT | Lists::COMPANY, Lists::PRODUCT));
    }
}
