//! What the ranker sees of somebody who may be meant by a source.

mod meaning;
mod nearness;
mod place;
mod sheet;

use crate::annotate::EntityKind;

use super::super::lexicon::Class;
use super::super::words::Words;
use super::bodies::Body;
use super::candidates::Candidate;
use super::cast::Cast;
use super::evidence::Evidence;
use super::source::Source;
use sheet::{Sheet, Template as T, pair};

/// Fills `found` with the features of `candidate`.
pub fn features(words: &Words, cast: &Cast, evidence: &Evidence, candidate: Candidate, found: &mut Vec<u32>) {
    found.clear();
    let member = match candidate {
        Candidate::Entity(entity) => cast.get(entity),
        _ => None,
    };
    let kind = match (candidate, member) {
        (Candidate::Nobody, _) => 0,
        (Candidate::Body, _) => 1,
        (_, member) => member.map_or(9, |member| 2 + member.kind as u32),
    };
    let mut sheet = Sheet::new(found, evidence.source, kind);
    of_source(words, evidence, &mut sheet);
    if let (Candidate::Entity(entity), Some(member)) = (candidate, member) {
        place::add(words, evidence, entity, &mut sheet);
        nearness::add(words, cast, evidence, (entity, member), &mut sheet);
        meaning::add(words, evidence.source, member, &mut sheet);
    }
}

/// What the source says whoever is meant, seen with the kind of the candidate.
fn of_source(words: &Words, evidence: &Evidence, sheet: &mut Sheet) {
    let source = evidence.source;
    let named = u32::from(source.has_name());
    let form = source.form as u32;
    let sort = source.class << 2 | u32::from(source.plural) << 1 | named;
    let body = evidence.body.map_or(0, |body| of_body(words, source, body));
    let same_noun = evidence.same_noun().map_or(0, |other| 1 + u32::from(other.entity.is_none()));
    sheet.add_by_kind(T::Form, form);
    sheet.add_by_kind(T::Noun, source.noun);
    sheet.add_by_kind(T::FormAndNoun, pair(form, source.noun));
    sheet.add_by_kind(T::Sort, sort);
    sheet.add_by_kind(T::FormAndSort, pair(form, sort));
    sheet.add_by_kind(T::Cue, evidence.draft.cue.first().map_or(0, |cue| words.hash(cue.start)));
    sheet.add_by_kind(T::Length, source.run.len().min(8) as u32 | named << 4);
    sheet.add_by_kind(T::Body, body);
    sheet.add_by_kind(T::BodyAndNoun, pair(body, source.noun));
    sheet.add_by_kind(T::BodyNoun, evidence.body.map_or(0, |body| words.hash(body.run.end - 1)));
    sheet.add_by_kind(T::RuleKnows, pair(u32::from(evidence.by_rule.is_some()), form));
    sheet.add_by_kind(T::Quoted, pair(u32::from(words.quotation(source.head).is_some()), source.noun));
    sheet.add_by_kind(T::NounBefore, pair(same_noun, form));
}

/// What the words of a body, or of a name that was not marked, tell.
fn of_body(words: &Words, source: &Source, body: &Body) -> u32 {
    let run = &body.run;
    let capitals = run.clone().filter(|&at| words.is_capital(at)).count().min(3) as u32;
    let before = run.start.checked_sub(1).filter(|&at| at >= source.run.start);
    let place = match before.map(|at| (words.text(at), words.class(at))) {
        None => 0,
        Some((",", _)) => 1,
        Some((_, Class::Preposition)) => 2,
        Some((_, Class::Determiner)) => 3,
        _ => 4,
    };
    let holds = u32::from(run.contains(&source.head)) | u32::from(run.end == source.run.end) << 1;
    let person = u32::from(body.kind == EntityKind::Person);
    let kind = person | u32::from(body.is_marked) << 1 | u32::from(body.known.is_some()) << 2;
    1 + (capitals | place << 2 | holds << 5 | kind << 7 | (run.len().min(4) as u32) << 10)
}
