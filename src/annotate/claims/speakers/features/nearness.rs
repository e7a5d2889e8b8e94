//! How near and how prominent a candidate is, and whether it spoke before.

use crate::annotate::{EntityId, EntityKind};

use super::super::super::words::Words;
use super::super::cast::{Cast, Member, Seen};
use super::super::evidence::{Evidence, Heard};
use super::super::source::Source;
use super::sheet::{Sheet, Template as T, pair};

/// How many mentions back the last one of a candidate is looked for.
const BACK: usize = 64;
/// How many mentions on the first one is looked for.
const ON: usize = 24;
/// How many mentions in what is said are looked at.
const TOLD: usize = 16;

/// Adds the features of `entity`, of which `member` is known.
pub fn add(words: &Words, cast: &Cast, evidence: &Evidence, (entity, member): (EntityId, &Member), sheet: &mut Sheet) {
    let source = evidence.source;
    let named = u32::from(source.has_name());
    let last = cast.before(source.run.start).take(BACK).find(|seen| seen.entity == entity);
    sheet.add_by_noun(T::Ago, last.map_or(9, |seen| ago(source.sentence - seen.sentence)) << 1 | named);
    match last {
        Some(last) => of_last(cast, source, (member, last), sheet),
        None => of_next(words, cast, source, (entity, member), sheet),
    }
    let told = evidence.draft.content.iter().any(|run| {
        let inside = cast.from(run.start).take_while(|seen| seen.run.start < run.end);
        inside.take(TOLD).any(|seen| seen.entity == entity)
    });
    sheet.add(T::Told, u32::from(told));
    sheet.add(T::Count, pair(named, (usize::BITS - member.count.leading_zeros()).min(5)));
    sheet.add(T::Prominent, u32::from(evidence.is_prominent(member)) << 1 | named);
    sheet.add(T::Voices, evidence.voices.count(entity).min(3) as u32 * 2 + named);
    let ahead = evidence.voices.ahead(source.run.end, entity).map_or(7, |ahead| ahead.min(3) as u32);
    sheet.add(T::VoiceAhead, pair(ahead, u32::from(last.is_some()) << 1 | named));
    of_heard(cast, evidence, (entity, member), sheet);
}

/// The number of sentences since a mention, coarser the farther.
const fn ago(sentences: usize) -> u32 {
    match sentences {
        near @ 0..=4 => near as u32,
        5..=9 => 5,
        10..=19 => 6,
        _ => 7,
    }
}

/// What the last mention before the source tells.
fn of_last(cast: &Cast, source: &Source, (member, last): (&Member, &Seen), sheet: &mut Sheet) {
    const MANY: usize = 4;
    let far = ago(source.sentence - last.sentence).min(3);
    sheet.add(T::Rank, pair(far, last.rank.min(3) as u32 | u32::from(last.how.is_name()) << 2));
    let mut between: Vec<EntityId> = Vec::new();
    for other in cast.before(source.run.start).take_while(|other| other.run.start > last.run.start) {
        let fits = other.entity != last.entity && cast.get(other.entity).is_some_and(|other| is_of_sort(other, member));
        if fits && !between.contains(&other.entity) {
            between.push(other.entity);
        }
        if between.len() == MANY {
            break;
        }
    }
    sheet.add(T::Between, between.len() as u32 | u32::from(source.has_name()) << 3);
}

/// What the first mention behind the source tells, where none stands before it.
fn of_next(words: &Words, cast: &Cast, source: &Source, (entity, member): (EntityId, &Member), sheet: &mut Sheet) {
    let ahead = cast.from(source.run.end).take(ON).enumerate().find(|(_, seen)| seen.entity == entity);
    let sentences = ahead.map_or(9, |(_, seen)| seen.sentence.saturating_sub(source.sentence).min(4) as u32);
    let mentions = ahead.map_or(7, |(at, _)| at.min(4) as u32);
    let first = u32::from(member.first >= source.run.end);
    sheet.add(T::Ahead, pair(sentences, mentions | first << 3));
    let unit = words.units.get(words.unit_of(source.run.start));
    let opens = source.sentence < 2 || unit.is_some_and(|unit| words.begins_block(unit.start));
    sheet.add(T::AheadOfOpening, pair(sentences, u32::from(opens) | u32::from(source.has_name()) << 1));
}

/// Whether the candidate spoke before.
fn of_heard(cast: &Cast, evidence: &Evidence, (entity, member): (EntityId, &Member), sheet: &mut Sheet) {
    /// How many sources back.
    const REACH: usize = 12;
    let named = u32::from(evidence.source.has_name());
    let same_noun = evidence.same_noun().map_or(0, |other| match other.entity {
        None => 1,
        Some(other) => 2 + u32::from(other == entity),
    });
    sheet.add(T::SameNoun, same_noun);
    let heard = evidence.heard;
    let Some(ago) = heard.iter().rev().take(REACH).position(|other| other.entity == Some(entity)) else {
        sheet.add(T::Silent, heard.len().min(3) as u32 | named << 2);
        return;
    };
    let spoke = &heard[heard.len() - 1 - ago];
    let far = evidence.source.sentence.saturating_sub(spoke.sentence).min(5) as u32;
    sheet.add_by_noun(T::Spoke, ago.min(4) as u32 | named << 3);
    sheet.add(T::SpokeSentences, pair(ago.min(3) as u32, far | named << 3));
    let since = || heard.iter().rev().take(ago);
    let of_sort =
        |other: &&Heard| other.entity.and_then(|other| cast.get(other)).is_some_and(|other| is_of_sort(other, member));
    sheet.add(T::SpokeSince, since().filter(of_sort).count().min(3) as u32 | named << 2);
    sheet.add(T::NobodySince, since().filter(|other| other.entity.is_none()).count().min(2) as u32 | named << 2);
}

/// Whether what is said of one could be said of the other: both are people, of no other gender, or neither is.
fn is_of_sort(one: &Member, other: &Member) -> bool {
    (one.kind == EntityKind::Person) == (other.kind == EntityKind::Person)
        && (one.woman.is_none() || other.woman.is_none() || one.woman == other.woman)
}
