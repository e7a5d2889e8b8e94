//! Bodies that speak and bear no name of their own: "the health ministry", "Israeli army officials". They become entities.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{Entity, EntityId, EntityKind, How, Mark, Mention, Note, Resolved, Why};

use super::lexicon::{self, Class, Frame};
use super::words::Words;

/// The bodies found so far. Nobody else names them, so each is a new entity behind those that are known.
pub struct Bodies {
    first: usize,
    entities: Vec<Entity>,
    mentions: Vec<Mark>,
    /// Name in small letters, and its last word alone, → the body that bore it last.
    known: HashMap<String, EntityId>,
}

impl Bodies {
    /// None yet, beside those in `resolved`.
    pub fn new(resolved: &Resolved) -> Self {
        Self { first: resolved.entities.len(), entities: Vec::new(), mentions: Vec::new(), known: HashMap::new() }
    }

    /// The body that the source at `run` speaks as or for, made an entity where it is a new one.
    pub fn speaker(&mut self, words: &Words, resolved: &Resolved, run: &Range<usize>) -> Option<EntityId> {
        let body = described(words, resolved, run)?;
        if let Some(named) = named(words, resolved, &body) {
            return Some(named);
        }
        let noun = words.lower(body.end - 1).to_owned();
        let key = words.range(&body).of(words.document.text()).to_lowercase();
        let bare = body.len() == 1;
        let entity = match self.known.get(&key) {
            Some(&entity) => entity,
            None if bare => return None,
            None => self.add(words.range(&body).of(words.document.text()).to_owned()),
        };
        self.known.insert(key, entity);
        self.known.insert(noun, entity);
        let mention = Mention { entity, how: How::Role, score: 1.0 };
        let why = Why::rule("a body that speaks, called by what it is");
        self.mentions.push(Mark { range: words.range(&body), note: Note::Mention(mention), why });
        Some(entity)
    }

    fn add(&mut self, name: String) -> EntityId {
        let entity = EntityId((self.first + self.entities.len()) as u32);
        self.entities.push(Entity { kind: EntityKind::Organization, name, aliases: Vec::new(), roles: Vec::new() });
        entity
    }

    /// The kind of `entity`, one of `resolved` or of these.
    pub fn kind(&self, resolved: &Resolved, entity: EntityId) -> Option<EntityKind> {
        let at = entity.0 as usize;
        resolved.entities.get(at).or_else(|| self.entities.get(at.checked_sub(self.first)?)).map(|entity| entity.kind)
    }

    /// Adds the bodies to the entities that are known.
    pub fn join(self, resolved: &mut Resolved) {
        if !self.entities.is_empty() {
            resolved.entities.extend(self.entities);
            resolved.mentions.extend(self.mentions);
            resolved.mentions.sort_by_key(|mark| mark.range);
            resolved.mentions.dedup_by_key(|mark| mark.range);
        }
    }
}

/// The words that name a body by what it is, in the source at `run`: "health ministry" of "a health ministry spokesman".
fn described(words: &Words, resolved: &Resolved, run: &Range<usize>) -> Option<Range<usize>> {
    let noun = run.clone().find(|&at| lexicon::body(words.lower(at)).is_some() && is_last_of_name(words, at, run))?;
    let mut first = noun;
    while first > run.start && describes(words, first - 1) {
        first -= 1;
    }
    let capital = (first..noun).find(|&at| words.is_capital(at));
    let ranked =
        |at: usize| words.is_mark(at) || matches!(words.lower(at), "top" | "senior" | "new" | "local" | "own" | "same");
    let first = capital.or_else(|| (first..noun).find(|&at| !ranked(at))).unwrap_or(noun);
    let body = first..noun + 1;
    let before = first.checked_sub(1).filter(|&at| at >= run.start).map_or("", |at| words.lower(at));
    let definite = before == "the" || capital.is_some() || matches!(before, "a" | "an") && noun + 1 < run.end;
    let needs_capital = lexicon::body(words.lower(noun)) == Some(true);
    let known = words.entity(noun).is_some() || names_person(words, resolved, run, &body);
    (definite && !known && (!needs_capital || capital.is_some() || body.len() == 1)).then_some(body)
}

/// The organization that is named at the beginning of the body and only said to be what it is: "the Reuters news agency".
fn named(words: &Words, resolved: &Resolved, body: &Range<usize>) -> Option<EntityId> {
    const KINDS: &[&str] = &[
        "agency",
        "bank",
        "broadcaster",
        "channel",
        "company",
        "firm",
        "group",
        "magazine",
        "network",
        "newspaper",
        "service",
        "website",
    ];
    let range = words.range(body);
    let first = resolved.mentions.partition_point(|mark| mark.range.start() < range.start());
    let mark = resolved.mentions.get(first).filter(|mark| mark.range.start() == range.start())?;
    let Note::Mention(mention) = &mark.note else { return None };
    let entity = resolved.entities.get(mention.entity.0 as usize)?;
    let is_kind = KINDS.contains(&words.lower(body.end - 1));
    (is_kind && mention.how.is_name() && entity.kind == EntityKind::Organization).then_some(mention.entity)
}

/// Whether the noun ends its name, or only those who speak for it follow: "ministry officials".
fn is_last_of_name(words: &Words, noun: usize, run: &Range<usize>) -> bool {
    let next = noun + 1;
    let speaks = matches!(words.lower(next), "officials" | "official" | "statement" | "report" | "sources")
        || words.lower(next).starts_with("spokes");
    next >= run.end || speaks || words.is_mark(next) || !matches!(words.class(next), Class::Open)
}

/// Whether the token may stand in the name of a body before its noun: "Israeli", "health", "Iraq’s".
fn describes(words: &Words, at: usize) -> bool {
    let joins = matches!(words.text(at), "’s" | "'s" | "-");
    let says = words.readings(at).iter().any(|reading| reading.verb.takes(Frame::Clause));
    let plain = words.class(at) == Class::Open && !words.is_mark(at);
    joins || plain && (words.is_capital(at) || !says && !words.is_source_noun(at))
}

/// Whether a person is named in the source beside the body: "a ministry official, Chris Hale".
fn names_person(words: &Words, resolved: &Resolved, run: &Range<usize>, body: &Range<usize>) -> bool {
    let range = words.range(run);
    let first = resolved.mentions.partition_point(|mark| mark.range.start() < range.start());
    let inside = resolved.mentions[first..].iter().take_while(|mark| mark.range.start() < range.end());
    let mut people = inside.filter(|mark| {
        let Note::Mention(mention) = &mark.note else { return false };
        let kind = resolved.entities.get(mention.entity.0 as usize).map(|entity| entity.kind);
        kind == Some(EntityKind::Person) && mention.how.is_name()
    });
    people.any(|mark| !mark.range.overlaps(words.range(body)))
}
