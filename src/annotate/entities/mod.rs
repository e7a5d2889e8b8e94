//! Entities: the things behind the names. Names, aliases, roles and references of one thing are gathered into it.

mod acronyms;
mod aliases;
mod entity;
mod fold;
mod form;
mod gather;
mod gathering;
mod kinds;
mod knowledge;
mod lexicon;
mod lookup;
mod offices;
mod organizations;
mod people;
mod places;
mod references;
mod resolved;
mod roles;
mod scene;
mod title;
mod words;

pub use entity::{Entity, EntityId, How, Mention, Role};
pub(in crate::annotate) use knowledge::{country_of, known_as};
pub use resolved::Resolved;
pub(in crate::annotate) use title::Gender;
pub(in crate::annotate) use words::{Word, word_class};

use super::{Document, Name};
use gathering::Gathering;
use scene::Scene;

/// Whether the given name in the full name of a person is a woman's or a man's; `None` where it may be either.
pub fn is_woman(name: &str) -> Option<bool> {
    people::gender_of_name(name).map(|gender| gender == Gender::Female)
}

/// Gathers `names`, sorted by range, into entities and resolves what refers to them.
pub fn resolve(document: &Document, names: &[Name]) -> Resolved {
    let mut gathering = Gathering::new(document, names);
    places::link(&mut gathering);
    people::link(&mut gathering);
    offices::link(&mut gathering);
    aliases::link(&mut gathering);
    organizations::link(&mut gathering);
    acronyms::link(&mut gathering);
    let mut resolved = gather::gather(&gathering);
    let scene = Scene::new(document, &resolved);
    let descriptions = roles::describe(&scene);
    roles::add_roles(&scene, &descriptions, &mut resolved);
    let references = references::refer(&scene, &descriptions, &resolved);
    resolved.mentions.extend(references);
    resolved.mentions.sort_by_key(|mark| mark.range);
    resolved
}
