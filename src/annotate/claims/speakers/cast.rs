//! The cast of an article: what is known of each entity that may be meant by a source, and where it is mentioned.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use crate::annotate::crf::hash;
use crate::annotate::entities::{Word, known_as, word_class};
use crate::annotate::{EntityId, EntityKind, How, Note, Resolved, is_woman};

use super::super::lexicon::Class;
use super::super::words::Words;
use super::source::{Form, Source};

/// What is known of one entity.
pub struct Member {
    /// What it is.
    pub kind: EntityKind,
    /// Whether a pronoun or the given name tells of a woman, or else of a man.
    pub woman: Option<bool>,
    /// The words of its names, hashed, in small letters.
    pub names: Vec<u32>,
    /// The words of its roles, hashed, in small letters.
    pub roles: Vec<u32>,
    /// The words that stand beside its names, hashed: they often say what it is.
    pub beside: Vec<u32>,
    /// What names and roles say that it is: "company", "city".
    pub classes: Vec<&'static str>,
    /// The token of its first mention.
    pub first: usize,
    /// How often it is mentioned.
    pub count: usize,
}

/// A mention in the text.
pub struct Seen {
    /// Its tokens.
    pub run: Range<usize>,
    /// What it mentions.
    pub entity: EntityId,
    /// In which way.
    pub how: How,
    /// The number of its sentence.
    pub sentence: usize,
    /// How many mentions of its sentence stand before it.
    pub rank: usize,
}

/// Everybody and everything that an article mentions.
pub struct Cast {
    /// In the order of ids.
    members: Vec<Member>,
    /// In the order of the text.
    seen: Vec<Seen>,
    /// The hash of a word of a name or role → those who bear it, in order of first mention.
    bearers: HashMap<u32, Vec<EntityId>>,
}

impl Cast {
    /// Reads names, roles and mentions.
    pub fn new(words: &Words, resolved: &Resolved) -> Self {
        let members = resolved.entities.iter().map(|entity| {
            let names = std::iter::once(&entity.name).chain(&entity.aliases).map(String::as_str);
            let roles = entity.roles.iter().map(|role| role.text.as_str());
            let person = entity.kind == EntityKind::Person;
            let mut member = Member {
                kind: entity.kind,
                woman: person.then(|| is_woman(&entity.name)).flatten(),
                classes: classes(names.clone().chain(roles.clone())),
                names: word_hashes(names.clone()),
                roles: word_hashes(roles),
                beside: Vec::new(),
                first: usize::MAX,
                count: 0,
            };
            if person {
                member.names.extend(initials(&entity.name));
            } else {
                for meaning in names.flat_map(known_as) {
                    member.names.extend(word_hashes(std::iter::once(meaning.canonical)));
                    member.classes.push(meaning.class);
                }
            }
            member
        });
        let mut cast = Self { members: members.collect(), seen: Vec::new(), bearers: HashMap::new() };
        cast.note_mentions(words, resolved);
        cast.index_words();
        cast
    }

    fn note_mentions(&mut self, words: &Words, resolved: &Resolved) {
        for mark in &resolved.mentions {
            let Note::Mention(mention) = &mark.note else { continue };
            let run = words.document.tokens_in(mark.range);
            let Some(member) = self.members.get_mut(mention.entity.0 as usize) else { continue };
            member.first = member.first.min(run.start);
            member.count += 1;
            if mention.how.is_name() && member.beside.len() < BESIDE {
                member.beside.extend(beside(words, &run));
            }
            if mention.how == How::Pronoun {
                let told = match words.lower(run.start) {
                    "she" | "her" | "hers" | "herself" => Some(true),
                    "he" | "him" | "his" | "himself" => Some(false),
                    _ => None,
                };
                member.woman = told.or(member.woman);
            }
            let sentence = words.document.sentence_at(mark.range.start()).unwrap_or(0);
            let rank = self.seen.last().filter(|last| last.sentence == sentence).map_or(0, |last| last.rank + 1);
            self.seen.push(Seen { run, entity: mention.entity, how: mention.how, sentence, rank });
        }
    }

    fn index_words(&mut self) {
        let mut ids: Vec<usize> = (0..self.members.len()).collect();
        ids.sort_by_key(|&id| self.members[id].first);
        for id in ids {
            let member = &self.members[id];
            let mut own: Vec<u32> = member.names.iter().chain(&member.roles).chain(&member.beside).copied().collect();
            own.sort_unstable();
            own.dedup();
            for word in own {
                self.bearers.entry(word).or_default().push(EntityId(id as u32));
            }
        }
    }

    /// Adds a body that was first named now, where it is not known yet.
    pub fn add(&mut self, entity: EntityId, kind: EntityKind, name: &str, at: usize) {
        if entity.0 as usize == self.members.len() {
            let names = std::iter::once(name);
            let (classes, names) = (classes(names.clone()), word_hashes(names));
            for &word in &names {
                self.bearers.entry(word).or_default().push(entity);
            }
            let woman = (kind == EntityKind::Person).then(|| is_woman(name)).flatten();
            self.members.push(Member {
                kind,
                woman,
                names,
                roles: Vec::new(),
                beside: Vec::new(),
                classes,
                first: at,
                count: 1,
            });
        }
    }

    /// The words of `source`, by which it spoke, may tell whether a person is a woman.
    pub fn learn(&mut self, entity: EntityId, source: &Source) {
        let is_pronoun = matches!(source.form, Form::He | Form::She);
        if let Some(member) = self.members.get_mut(entity.0 as usize)
            && is_pronoun
            && member.kind == EntityKind::Person
        {
            member.woman = member.woman.or(source.woman);
        }
    }

    /// Whether somebody’s name holds the word with this hash.
    pub fn is_named(&self, word: u32) -> bool {
        let has = |&id: &EntityId| self.get(id).is_some_and(|member| member.names.contains(&word));
        self.bearers(word).iter().any(has)
    }

    /// What is known of `entity`.
    pub fn get(&self, entity: EntityId) -> Option<&Member> {
        self.members.get(entity.0 as usize)
    }

    /// The mentions that end before the token at `at`, the last first.
    pub fn before(&self, at: usize) -> impl Iterator<Item = &Seen> {
        self.seen[..self.seen.partition_point(|seen| seen.run.end <= at)].iter().rev()
    }

    /// The mentions from the token at `at` on.
    pub fn from(&self, at: usize) -> impl Iterator<Item = &Seen> {
        self.seen[self.seen.partition_point(|seen| seen.run.start < at)..].iter()
    }

    /// Those whose names or roles hold the word with this hash, in order of first mention.
    pub fn bearers(&self, word: u32) -> &[EntityId] {
        self.bearers.get(&word).map_or(&[], Vec::as_slice)
    }
}

fn word_hashes<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<u32> {
    let pieces = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    pieces.filter(|piece| !piece.is_empty()).map(|piece| hash(piece.to_lowercase().as_bytes())).collect()
}

/// So many words beside names are enough to know somebody by.
const BESIDE: usize = 64;

/// The plain words of the sentence that stand close before a name, or right behind it.
fn beside(words: &Words, run: &Range<usize>) -> impl Iterator<Item = u32> {
    let plain = |at: &usize| {
        words.class(*at) == Class::Open && !words.is_mark(*at) && !words.is_capital(*at) && words.lower(*at).len() > 2
    };
    let ends = |at: &usize| matches!(words.text(*at), "." | "!" | "?" | "”" | "“" | "\"" | ";");
    let before = (run.start.saturating_sub(5)..run.start).rev().take_while(move |at| !ends(at));
    let behind = (run.end..run.end + 4).take_while(move |at| !ends(at) && words.entity(*at).is_none());
    before.chain(behind).filter(plain).map(|at| words.hash(at)).collect::<Vec<_>>().into_iter()
}

/// The first letters of the words of a name, together in small letters; none of a single word.
fn initials(name: &str) -> Option<u32> {
    let first: String = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
    (first.chars().count() > 1).then(|| hash(first.to_lowercase().as_bytes()))
}

fn classes<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<&'static str> {
    let pieces = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let classes = pieces.filter_map(|piece| match word_class(piece) {
        Word::Thing(class) => Some(class),
        _ => None,
    });
    let mut classes: Vec<&'static str> = classes.collect();
    classes.sort_unstable();
    classes.dedup();
    classes
}
