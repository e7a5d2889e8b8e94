//! Where in the source a candidate is mentioned.

use crate::annotate::EntityId;

use super::super::super::lexicon::Class;
use super::super::super::words::Words;
use super::super::evidence::Evidence;
use super::super::source::{Inside, Source};
use super::of_body;
use super::sheet::{Sheet, Template as T, pair};

/// Where a mention stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    /// It is the noun, or holds it.
    Head = 1,
    /// "Lind’s lawyer".
    Owner,
    /// Somewhere before the noun.
    Before,
    /// Right before the noun.
    Beside,
    /// "the lawyer, Ann Lind".
    Apposition,
    /// "the lawyer of Ann Lind".
    Preposition,
    /// Somewhere behind the noun.
    Behind,
}

/// Adds the features of `entity`.
pub fn add(words: &Words, evidence: &Evidence, entity: EntityId, sheet: &mut Sheet) {
    let source = evidence.source;
    sheet.add_by_noun(T::ByRule, evidence.by_rule.map_or(0, |by_rule| 1 + u32::from(by_rule == entity)));
    if let Some(body) = evidence.body.filter(|body| body.known == Some(entity)) {
        sheet.add_by_noun(T::IsBody, 1);
        sheet.add(T::IsBodyOf, of_body(words, source, body));
    }
    match source.inside.iter().find(|seen| seen.entity == entity) {
        Some(seen) => of_mention(words, source, seen, sheet),
        None => sheet.add(T::Outside, u32::from(source.has_name())),
    }
}

fn of_mention(words: &Words, source: &Source, seen: &Inside, sheet: &mut Sheet) {
    let before = seen.run.start.checked_sub(1).filter(|&at| at >= source.run.start);
    let place = place(words, source, seen, before);
    let named = u32::from(seen.how.is_name());
    sheet.add_by_noun(T::Place, (place as u32) << 1 | named);
    let whole = seen.run.start <= source.run.start + 1 && seen.run.end == source.run.end;
    sheet.add(T::Whole, u32::from(whole) << 1 | named);
    match place {
        Place::Preposition => sheet.add_by_noun(T::Behind, before.map_or(0, |at| words.hash(at))),
        Place::Apposition => {
            let closed = u32::from(words.text(seen.run.end) == ",") << 1 | u32::from(seen.run.end >= source.run.end);
            sheet.add(T::Apposed, closed);
        }
        _ => {}
    }
    let others = || source.inside.iter().filter(|other| other.kind == seen.kind);
    let index = others().filter(|other| other.run.start < seen.run.start).count().min(3);
    sheet.add(T::Index, pair(place as u32, (others().count().min(3) << 2 | index) as u32));
}

fn place(words: &Words, source: &Source, seen: &Inside, before: Option<usize>) -> Place {
    if seen.run.contains(&source.head) {
        return Place::Head;
    }
    if seen.run.end <= source.head {
        return match words.text(seen.run.end) {
            "’s" | "'s" | "’" | "'" => Place::Owner,
            _ if seen.run.end == source.head => Place::Beside,
            _ => Place::Before,
        };
    }
    match before.map(|at| (words.text(at), words.class(at))) {
        Some((",", _)) => Place::Apposition,
        Some((_, Class::Preposition | Class::To)) => Place::Preposition,
        _ => Place::Behind,
    }
}
