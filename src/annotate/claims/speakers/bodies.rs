//! Bodies that speak and bear no name of their own: "the health ministry", "Israeli army officials". They become entities.

use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{Entity, EntityId, EntityKind, How, Mark, Mention, Note, Resolved, Why};

use super::super::lexicon::{self, Class, Frame};
use super::super::words::Words;
use super::cast::Cast;
use super::source::{Inside, Source, inside};
use super::unmarked;

/// The bodies found so far. Nobody else names them, so each is a new entity behind those that are known.
pub struct Bodies {
    first: usize,
    entities: Vec<Entity>,
    mentions: Vec<Mark>,
    /// Name in small letters, and its last word alone, → the body that bore it last.
    known: HashMap<String, EntityId>,
}

/// A body that a source describes.
pub struct Body {
    /// The words that name it.
    pub run: Range<usize>,
    /// The entity that is called so, where there is one already.
    pub known: Option<EntityId>,
    /// What it is.
    pub kind: EntityKind,
    /// Whether a name is marked in the words: "the Reuters news agency".
    pub is_marked: bool,
}

impl Body {
    /// The words that name it.
    pub fn name<'a>(&self, words: &Words<'_, 'a>) -> &'a str {
        words.range(&self.run).of(words.document.text())
    }
}

impl Bodies {
    /// None yet, beside those in `resolved`.
    pub fn new(resolved: &Resolved) -> Self {
        Self { first: resolved.entities.len(), entities: Vec::new(), mentions: Vec::new(), known: HashMap::new() }
    }

    /// The body, or else the name that nobody marked, that `source` speaks as or for; `None` where it has none.
    pub fn described(&self, words: &Words, resolved: &Resolved, cast: &Cast, source: &Source) -> Option<Body> {
        let known = |run: &Range<usize>| self.known.get(&key(words, run)).copied();
        let described = described(words, resolved, &source.run).and_then(|run| {
            let named = named(words, resolved, &run);
            let known = named.or_else(|| known(&run));
            let body = Body { known, kind: EntityKind::Organization, is_marked: named.is_some(), run };
            (body.known.is_some() || body.run.len() > 1).then_some(body)
        });
        let unmarked = || {
            let run = unmarked::name(words, source)?;
            let (known, kind) = (known(&run), unmarked::kind(words, &run));
            let is_new = known.is_some() || !cast.is_named(words.hash(run.end - 1));
            is_new.then_some(Body { known, kind, is_marked: false, run })
        };
        described.or_else(unmarked)
    }

    /// The entity of `body`, made where it is a new one, and mentioned where it spoke.
    pub fn mention(&mut self, words: &Words, body: &Body) -> EntityId {
        let entity = body.known.unwrap_or_else(|| self.add(body.name(words).to_owned(), body.kind));
        if !body.is_marked {
            self.remember(words, body, entity);
            let mention = Mention { entity, how: How::Role, score: 1.0 };
            let why = Why::rule("one that speaks, called by what it is");
            self.mentions.push(Mark { range: words.range(&body.run), note: Note::Mention(mention), why });
        }
        entity
    }

    /// The names by which `entity` is known from now on: all of the words, the noun, and the first word of a name.
    fn remember(&mut self, words: &Words, body: &Body, entity: EntityId) {
        let (first, last) = (body.run.start, body.run.end - 1);
        self.known.insert(key(words, &body.run), entity);
        self.known.insert(words.lower(last).to_owned(), entity);
        if body.kind == EntityKind::Organization && words.is_capital(first) {
            self.known.insert(words.lower(first).to_owned(), entity);
        }
    }

    /// The body with the id `entity`, where it is one of these.
    #[cfg(feature = "train")]
    pub fn get(&self, entity: EntityId) -> Option<&Entity> {
        self.entities.get((entity.0 as usize).checked_sub(self.first)?)
    }

    fn add(&mut self, name: String, kind: EntityKind) -> EntityId {
        let entity = EntityId((self.first + self.entities.len()) as u32);
        self.entities.push(Entity { kind, name, aliases: Vec::new(), roles: Vec::new() });
        entity
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

/// The words of `run` in small letters.
fn key(words: &Words, run: &Range<usize>) -> String {
    words.range(run).of(words.document.text()).to_lowercase()
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
    let first = inside(words, resolved, body).into_iter().next().filter(|seen| seen.run.start == body.start)?;
    let is_kind = KINDS.contains(&words.lower(body.end - 1));
    (is_kind && first.how.is_name() && first.kind == EntityKind::Organization).then_some(first.entity)
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
    let beside = |seen: &Inside| seen.run.end <= body.start || body.end <= seen.run.start;
    let mut inside = inside(words, resolved, run).into_iter();
    inside.any(|seen| seen.kind == EntityKind::Person && seen.how.is_name() && beside(&seen))
}
