//! Names that were read in pieces and are one: `Keel | and Marsh Court of Appeal`, `Bank of | Malta`, `R | Saravanan`.

use std::ops::Range;

use super::super::{EntityKind, Why};
use super::heads::{Said, said_by_head};
use super::kinds::Settled;
use super::lexicon::{Lexicon, Lists, key};
use super::sheet::Sheet;
use super::word::Form;

/// Lists whose names of several words are taken for one.
const WHOLES: Lists = Lists(Lists::REGION.0 | Lists::LANDMARK.0 | Lists::INSTITUTION.0 | Lists::PARTY.0);

/// Those of them whose names are places.
const PLACES: Lists = Lists(Lists::REGION.0 | Lists::LANDMARK.0);

/// The most initials before a surname.
const MOST_INITIALS: usize = 3;

/// The most tokens of a region's name before its `and`.
const MOST_REGION_TOKENS: usize = 3;

/// The most tokens that the words before the `of` of a body may have.
const MOST_BODY_TOKENS: usize = 10;

/// Puts pieces of one name together.
pub struct Joiner<'s> {
    sheet: &'s Sheet<'s>,
    lexicon: &'s Lexicon<'s>,
}

impl<'s> Joiner<'s> {
    /// For the names on `sheet`.
    pub const fn new(sheet: &'s Sheet<'s>, lexicon: &'s Lexicon<'s>) -> Self {
        Self { sheet, lexicon }
    }

    /// `names`, in order, with pieces of one name made one.
    pub fn join(&self, names: Vec<Settled>) -> Vec<Settled> {
        let mut joined: Vec<Settled> = Vec::with_capacity(names.len());
        for name in names {
            let name = self.with_initials(name, &joined);
            let whole = joined.last().and_then(|before| self.listed_whole(before, &name));
            let whole = whole.or_else(|| self.body_of_pair(&name));
            let whole = whole.or_else(|| self.body(&name, &joined)).unwrap_or(name);
            while joined.last().is_some_and(|(tokens, ..)| tokens.end > whole.0.start) {
                joined.pop();
            }
            joined.push(whole);
        }
        joined
    }

    fn word(&self, at: usize) -> &'s str {
        self.sheet.document.word(at)
    }

    fn lists(&self, tokens: Range<usize>) -> Lists {
        self.lexicon.lists(tokens.fold(0, |name, at| key(name, self.sheet.word_at(at).small)))
    }

    fn has_capital(&self, at: usize) -> bool {
        self.sheet.word_at(at).form.has_capital()
    }

    /// The first token of the sentence that holds the token at `at`.
    fn sentence_start(&self, at: usize) -> usize {
        let sentences = self.sheet.document.sentences();
        let index = sentences.partition_point(|sentence| sentence.tokens.start <= at);
        index.checked_sub(1).map_or(0, |index| sentences[index].tokens.start)
    }

    /// Two names that touch and are on a list as one, or two places that are a region with `and` between them:
    /// `Uttar | Pradesh`, `Bosnia and | Herzegovina`.
    fn listed_whole(&self, before: &Settled, name: &Settled) -> Option<Settled> {
        let tokens = before.0.start..name.0.end;
        let lists = self.lists(tokens.clone());
        let gap = before.0.end..name.0.start;
        let places = (before.1, name.1) == (EntityKind::Place, EntityKind::Place) && lists.any(Lists::REGION);
        let joined = gap.is_empty() && lists.any(WHOLES) || places && gap.len() == 1 && self.word(gap.start) == "and";
        let kind = if lists.any(PLACES) { EntityKind::Place } else { EntityKind::Organization };
        let one = joined && before.0.start >= self.sentence_start(name.0.start);
        one.then(|| (tokens, kind, scored("two parts of one name, by its list", name)))
    }

    /// A region whose name has an `and` inside, and its body: `Keel | and Marsh Court of Appeal`.
    fn body_of_pair(&self, name: &Settled) -> Option<Settled> {
        let and = name.0.start.checked_sub(1).filter(|&at| self.word(at) == "and")?;
        let floor = self.sentence_start(and).max(and.saturating_sub(MOST_REGION_TOKENS));
        let is_region = |start: usize| {
            let mut ends = name.0.start + 1..name.0.end;
            self.has_capital(start) && ends.any(|end| self.lists(start..end).any(Lists::REGION))
        };
        let start = (floor..and).find(|&start| is_region(start)).filter(|_| name.1 == EntityKind::Organization)?;
        Some((start..name.0.end, name.1, scored("a body behind the name of its region", name)))
    }

    /// The body that stands before `of` and a place: `Central Bank of | Malta`.
    fn body(&self, name: &Settled, before: &[Settled]) -> Option<Settled> {
        let of = name.0.start.checked_sub(1)?;
        let of = if self.word(of) == "the" { of.checked_sub(1)? } else { of };
        if name.1 != EntityKind::Place || self.word(of) != "of" {
            return None;
        }
        let other = |(tokens, kind, _): &&Settled| *kind != EntityKind::Organization || tokens.end > of;
        let wall = before.iter().rev().take(2).find(other).map_or(0, |(tokens, ..)| tokens.end);
        let floor = self.sentence_start(of).max(wall).max(of.saturating_sub(MOST_BODY_TOKENS));
        let start = self.capitals_before(of, floor)?;
        let kind = match said_by_head(self.sheet.document, &(start..name.0.end))? {
            Said::Is(EntityKind::Organization) => EntityKind::Organization,
            _ => return None,
        };
        Some((start..name.0.end, kind, scored("a body and its place", name)))
    }

    /// Where the capitalized words begin that end before `end`; they may be joined by small words of names.
    fn capitals_before(&self, end: usize, floor: usize) -> Option<usize> {
        let mut start = end;
        for at in (floor..end).rev() {
            let article = matches!(self.word(at), "The" | "A" | "An");
            if self.has_capital(at) && !article {
                start = at;
            } else if start == end || !matches!(self.word(at), "and" | "&" | "of" | "for") {
                break;
            }
        }
        (start < end).then_some(start)
    }

    /// A person with the initials that stand before: `R. | Saravanan`.
    fn with_initials(&self, name: Settled, before: &[Settled]) -> Settled {
        let wall = before.last().map_or(0, |(tokens, ..)| tokens.end);
        let floor = self.sentence_start(name.0.start).max(wall).max(name.0.start.saturating_sub(MOST_INITIALS));
        let initial = |&at: &usize| {
            self.sheet.word_at(at).form == Form::Initial
                && (self.word(at).ends_with('.') || !matches!(self.word(at), "I" | "A"))
        };
        let count = (floor..name.0.start).rev().take_while(initial).count();
        let start = name.0.start - count;
        let inside = start.checked_sub(1).is_some_and(|at| start > floor && self.has_capital(at));
        if name.1 != EntityKind::Person || count == 0 || inside {
            return name;
        }
        (start..name.0.end, name.1, name.2)
    }
}

/// The reason of a name that was put together, as sure as its last part.
fn scored(rule: &'static str, (.., why): &Settled) -> Why {
    Why { rule, ..why.clone() }
}
