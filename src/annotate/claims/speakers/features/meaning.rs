//! Whether the words of the source fit what is known of a candidate.

use crate::annotate::EntityKind;
use crate::annotate::crf::hash;
use crate::annotate::entities::{Word, word_class};

use super::super::super::lexicon::Class;
use super::super::super::words::Words;
use super::super::cast::Member;
use super::super::source::Source;
use super::sheet::{Sheet, Template as T, pair};

/// Adds the features of `member`.
pub fn add(words: &Words, source: &Source, member: &Member, sheet: &mut Sheet) {
    let gender = match (source.woman, member.woman) {
        (Some(wanted), Some(woman)) => 1 + u32::from(wanted == woman),
        (Some(_), None) => 3,
        (None, _) => 0,
    };
    sheet.add(T::Gender, gender);
    if source.has_name() && source.is_mention() {
        return;
    }
    let noun = sheet.noun;
    let singular = words.lower(source.head).strip_suffix('s').map_or(noun, |word| hash(word.as_bytes()));
    let bears = |list: &[u32]| u32::from(list.contains(&noun) || list.contains(&singular));
    let called = bears(&member.roles) | bears(&member.names) << 1;
    sheet.add_by_noun(T::Called, called | u32::from(member.roles.is_empty()) << 2);
    sheet.add(T::CalledBeside, called << 1 | bears(&member.beside));
    sheet.add(T::Class, class(words, source, member));
    sheet.add_by_noun(T::Country, country(source, member));
    let (hits, misses) = modifiers(words, source, member);
    sheet.add(T::Modifiers, pair(called, hits.min(2) | misses.min(2) << 2));
}

fn class(words: &Words, source: &Source, member: &Member) -> u32 {
    match word_class(words.lower(source.head)) {
        Word::Person(_) => 0,
        Word::Thing(class) => 1 + u32::from(member.classes.contains(&class)) + 2 * u32::from(member.classes.is_empty()),
        Word::Modifier | Word::Other => 5,
    }
}

fn country(source: &Source, member: &Member) -> u32 {
    match source.country {
        Some(country) if member.kind == EntityKind::Place => 1 + u32::from(member.names.contains(&country)),
        Some(country) => 3 + u32::from(member.roles.contains(&country)),
        None => 0,
    }
}

/// How many of the plain words before the noun the names and roles hold, and how many they do not.
fn modifiers(words: &Words, source: &Source, member: &Member) -> (u32, u32) {
    let (mut hits, mut misses) = (0, 0);
    for at in source.run.start..source.head {
        if words.class(at) == Class::Open && !words.is_mark(at) {
            let word = words.hash(at);
            let known = member.roles.contains(&word) || member.names.contains(&word);
            *(if known { &mut hits } else { &mut misses }) += 1;
        }
    }
    (hits, misses)
}
