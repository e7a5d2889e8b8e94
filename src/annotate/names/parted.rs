//! Names that were read as one and are two: a country, and behind it whom it was said of: `ambassador to Malta | Ann Lee`.

use std::ops::Range;

use super::super::{EntityKind, Why};
use super::kinds::Settled;
use super::lexicon::{Lexicon, Lists, key};
use super::sheet::Sheet;

/// Lists of places and bodies that somebody is sent to.
const SEATS: Lists = Lists(Lists::REGION.0 | Lists::INSTITUTION.0);

/// Who is sent somewhere.
const ENVOYS: &[&str] =
    &["adviser", "advisor", "ambassador", "delegate", "emissary", "envoy", "observer", "representative"];

/// The most tokens of a person’s name behind a seat.
const MOST_PERSON_TOKENS: usize = 4;

/// `name` alone, or the seat and the person in it, where "ambassador to" stands before.
pub fn part(sheet: &Sheet, lexicon: &Lexicon, name: Settled) -> Vec<Settled> {
    let tokens = &name.0;
    if tokens.len() < 3 || !is_sent_to(sheet, tokens.start) {
        return vec![name];
    }
    let lists = |run: Range<usize>| lexicon.lists(run.fold(0, |name, at| key(name, sheet.word_at(at).small)));
    let person = |from: usize| {
        let capitals = (from..tokens.end).filter(|&at| sheet.word_at(at).form.has_capital()).count();
        let rest = tokens.end - from;
        capitals >= 2 && rest <= MOST_PERSON_TOKENS && !lists(from..tokens.end).any(SEATS)
    };
    let listed_whole = lists(tokens.clone()).any(SEATS);
    let at = (tokens.start + 1..tokens.end - 1).rev().find(|&at| lists(tokens.start..at).any(SEATS) && person(at));
    let Some(at) = at.filter(|_| !listed_whole) else { return vec![name] };
    let seat = if lists(tokens.start..at).any(Lists::REGION) { EntityKind::Place } else { EntityKind::Organization };
    let why = |rule| Why { rule, ..name.2.clone() };
    vec![
        (tokens.start..at, seat, why("where somebody is sent")),
        (at..tokens.end, EntityKind::Person, why("who is sent there")),
    ]
}

/// Whether "ambassador to" or "envoy to the" stands before the token at `at`.
fn is_sent_to(sheet: &Sheet, at: usize) -> bool {
    let back = |steps: usize| at.checked_sub(steps).map_or("", |at| sheet.document.word(at));
    let to = 1 + usize::from(back(1) == "the");
    back(to) == "to" && ENVOYS.contains(&back(to + 1).to_lowercase().as_str())
}
