//! Joined forms → entities, each with its best name, its aliases, and a mention for every name.

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{EntityKind, Mark, Method, Note, Why};
use crate::text::TextRange;

use super::acronyms::is_acronym;
use super::aliases::meanings;
use super::fold::{folded_words, one_line};
use super::form::Form;
use super::gathering::Gathering;
use super::title::is_title;
use super::{Entity, EntityId, How, Mention, Resolved};

/// A name with the form and the entity it belongs to.
struct Placed {
    name: usize,
    form: usize,
    entity: usize,
}

/// Makes the entities, in order of first mention.
pub(super) fn gather(gathering: &Gathering) -> Resolved {
    let placed = place(gathering);
    let mut members: Vec<Vec<usize>> = Vec::new();
    for (at, place) in placed.iter().enumerate() {
        if place.entity == members.len() {
            members.push(Vec::new());
        }
        members[place.entity].push(at);
    }
    let entities: Vec<Entity> = members.iter().map(|members| entity(gathering, &placed, members)).collect();
    let mentions = placed.iter().map(|place| mark(gathering, place, &entities[place.entity])).collect();
    Resolved { entities, mentions }
}

/// Every name in order, with entities numbered by first mention.
fn place(gathering: &Gathering) -> Vec<Placed> {
    let mut placed: Vec<Placed> = Vec::with_capacity(gathering.names.len());
    for (at, form) in gathering.forms.iter().enumerate() {
        placed.extend(form.names.iter().map(|&name| Placed { name, form: at, entity: 0 }));
    }
    placed.sort_by_key(|place| place.name);
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    for place in &mut placed {
        let next = numbers.len();
        place.entity = *numbers.entry(gathering.root(place.form)).or_insert(next);
    }
    placed
}

fn entity(gathering: &Gathering, placed: &[Placed], members: &[usize]) -> Entity {
    let mut spellings: Vec<(String, &str, usize)> = Vec::new();
    for place in members.iter().map(|&at| &placed[at]) {
        let text = gathering.text_of(place.name);
        let key = folded_words(text).join(" ");
        match spellings.iter_mut().find(|(other, ..)| *other == key) {
            // The first spelling that does not shout stands for all.
            Some((_, shown, _)) if shouts(shown) && !shouts(text) => *shown = text,
            Some(_) => {}
            None => spellings.push((key, text, place.name)),
        }
    }
    let best = spellings.iter().enumerate().max_by_key(|(at, (key, shown, _))| {
        let words = key.split(' ').count();
        let plain = key.split(' ').all(|word| !is_title(word));
        (!shouts(shown) || words == 1, plain, words, key.chars().count(), std::cmp::Reverse(*at))
    });
    let best = best.map_or(0, |(at, _)| at);
    let mut shown = spellings.iter().map(|(_, shown, _)| one_line(shown));
    let name = shown.nth(best).unwrap_or_default();
    let others = spellings.iter().enumerate().filter(|&(at, _)| at != best).map(|(_, (_, shown, _))| one_line(shown));
    Entity { kind: kind(gathering, placed, members), name, aliases: others.collect(), roles: Vec::new() }
}

/// The kind that most of the score is for, or what the list of well-known names says.
fn kind(gathering: &Gathering, placed: &[Placed], members: &[usize]) -> EntityKind {
    if let Some(known) = members.iter().find_map(|&at| known_kind(&gathering.forms[placed[at].form])) {
        return known;
    }
    let weight = |kind: EntityKind| -> f32 {
        let of_kind = members.iter().map(|&at| &placed[at]).filter(|place| gathering.forms[place.form].kind == kind);
        of_kind.map(|place| gathering.names[place.name].why.score.unwrap_or(1.0)).sum()
    };
    let heaviest = EntityKind::ALL.into_iter().max_by(|&a, &b| weight(a).total_cmp(&weight(b)).then(b.cmp(&a)));
    heaviest.unwrap_or(EntityKind::Organization)
}

/// What the list of well-known names says a form is, where that leaves no doubt.
fn known_kind(form: &Form) -> Option<EntityKind> {
    const BODIES: [&str; 19] = [
        "agency",
        "airline",
        "alliance",
        "army",
        "bank",
        "bloc",
        "body",
        "broadcaster",
        "central-bank",
        "commission",
        "court",
        "department",
        "federation",
        "league",
        "militia",
        "ministry",
        "parliament",
        "regulator",
        "university",
    ];
    if !matches!(form.kind, EntityKind::Organization | EntityKind::Place) {
        return None;
    }
    let mut classes = meanings(&form.key()).map(|meaning| meaning.class);
    let class = classes.next().filter(|_| classes.next().is_none())?;
    if BODIES.binary_search(&class).is_ok() {
        Some(EntityKind::Organization)
    } else {
        matches!(class, "city" | "country" | "province" | "state").then_some(EntityKind::Place)
    }
}

fn mark(gathering: &Gathering, place: &Placed, entity: &Entity) -> Mark {
    let name = &gathering.names[place.name];
    let text = gathering.text_of(place.name);
    let score = name.why.score.unwrap_or(1.0);
    let how = if name.why.method == Method::User {
        How::User
    } else if folded_words(text) == folded_words(&entity.name) {
        How::Name
    } else if is_acronym(text) && entity.name.contains(' ') {
        How::Acronym
    } else {
        How::Alias
    };
    let link = gathering.forms[place.form].link.filter(|_| matches!(how, How::Alias | How::Acronym));
    let why = link.map_or_else(
        || name.why.clone(),
        |link| Why { score: name.why.score, ..link.why(evidence(gathering, link.to, place.name)) },
    );
    let mention = Mention { entity: EntityId(place.entity as u32), how, score };
    Mark { range: name.range, note: Note::Mention(mention), why }
}

/// The name of the form `to` that stands last before `name`, or else its first.
fn evidence(gathering: &Gathering, to: usize, name: usize) -> Option<TextRange> {
    gathering.nearest(&[to], name).and_then(|_| {
        let names = &gathering.forms[to].names;
        let before = names.partition_point(|&other| other < name);
        let at = names.get(before.saturating_sub(1))?;
        Some(gathering.names[*at].range)
    })
}

/// Whether a longer name is set in capitals, as in a headline.
fn shouts(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).count() > 4 && !name.contains(char::is_lowercase)
}
