//! What is known about each entity that a reference may ask for: gender, classes, how often it is named.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::annotate::{EntityId, EntityKind};

use super::super::Resolved;
use super::super::aliases::meanings;
use super::super::fold::folded_words;
use super::super::people::gender_of_name;
use super::super::roles::Description;
use super::super::scene::Scene;
use super::super::title::{Gender, title_before};
use super::super::words::{Word, word_class};

/// What is known about one entity.
pub(super) struct Fact {
    /// What it is.
    pub kind: EntityKind,
    /// Woman or man, where titles, the given name or an earlier pronoun tell.
    pub gender: Option<Gender>,
    /// What kind of organization or place: "company", "city".
    pub classes: Vec<&'static str>,
    /// How often it is named.
    pub count: usize,
    /// Its first name, in tokens.
    pub first: Range<usize>,
}

/// What is known about every entity.
pub(super) struct Facts {
    /// In the order of ids.
    all: Vec<Fact>,
    /// Class → the first two entities known for it: enough to tell whether there is only one.
    of_class: BTreeMap<&'static str, Vec<EntityId>>,
}

impl Facts {
    /// Reads names, titles and descriptions.
    pub fn new(scene: &Scene, descriptions: &[Description], resolved: &Resolved) -> Self {
        let known = resolved.entities.iter().map(|entity| Fact {
            kind: entity.kind,
            gender: None,
            classes: classes_of_names(std::iter::once(&entity.name).chain(&entity.aliases)),
            count: 0,
            first: 0..0,
        });
        let mut facts = Self { all: known.collect(), of_class: BTreeMap::new() };
        for named in &scene.named {
            let title = title_before(scene.document, scene.range(named.tokens.clone()));
            if let Some(fact) = facts.get_mut(named.entity) {
                if fact.count == 0 {
                    fact.first = named.tokens.clone();
                }
                fact.count += 1;
                fact.gender = fact.gender.or(title.and_then(|title| title.gender));
            }
        }
        for description in descriptions {
            let word = scene.class(description.head);
            if let Some(fact) = facts.get_mut(description.entity) {
                match word {
                    Word::Person(gender) => fact.gender = fact.gender.or(gender),
                    Word::Thing(class) if !fact.classes.contains(&class) => fact.classes.push(class),
                    _ => {}
                }
            }
        }
        for (fact, entity) in facts.all.iter_mut().zip(&resolved.entities) {
            if fact.kind == EntityKind::Person && fact.gender.is_none() {
                fact.gender = gender_of_name(&entity.name);
            }
        }
        facts.index_classes();
        facts
    }

    fn index_classes(&mut self) {
        for (id, fact) in self.all.iter().enumerate() {
            for &class in &fact.classes {
                let entities = self.of_class.entry(class).or_default();
                if entities.len() < 2 {
                    entities.push(EntityId(id as u32));
                }
            }
        }
    }

    /// What is known about `entity`.
    pub fn get(&self, entity: EntityId) -> Option<&Fact> {
        self.all.get(entity.0 as usize)
    }

    /// The only entity first named before the token `at` that is known for a class of which `answers` is true.
    pub fn only_one(&self, at: usize, answers: impl Fn(&str) -> bool) -> Option<(EntityId, &Fact)> {
        let fitting = self.of_class.iter().filter(|(class, _)| answers(class)).flat_map(|(_, entities)| entities);
        let mut named =
            fitting.filter_map(|&entity| Some((entity, self.get(entity)?))).filter(|(_, fact)| fact.first.start < at);
        let only = named.next()?;
        named.all(|(entity, _)| entity == only.0).then_some(only)
    }

    /// A pronoun told the gender of `entity`.
    pub fn learn(&mut self, entity: EntityId, gender: Gender) {
        if let Some(fact) = self.get_mut(entity) {
            fact.gender = fact.gender.or(Some(gender));
        }
    }

    fn get_mut(&mut self, entity: EntityId) -> Option<&mut Fact> {
        self.all.get_mut(entity.0 as usize)
    }
}

/// What the names of an organization or place say it is: "Ministry of Health" is a ministry.
fn classes_of_names<'n>(names: impl Iterator<Item = &'n String>) -> Vec<&'static str> {
    let mut classes = Vec::new();
    for name in names {
        let words = folded_words(name);
        classes.extend(meanings(&words.join(" ")).map(|meaning| meaning.class));
        let of = words.iter().position(|word| word == "of" || word == "for").unwrap_or(words.len());
        let head = of.checked_sub(1).and_then(|at| words.get(at));
        if let Some(word) = head.filter(|_| words.len() > 1) {
            classes.extend(class_of_word(word));
        }
    }
    classes.sort_unstable();
    classes.dedup();
    classes
}

fn class_of_word(word: &str) -> Option<&'static str> {
    match word {
        "inc" | "corp" | "corporation" | "ltd" | "limited" | "plc" | "llc" | "co" | "motors" | "technologies"
        | "holdings" | "industries" | "pharmaceuticals" | "systems" | "energy" | "electronics" | "labs"
        | "therapeutics" => Some("company"),
        "airlines" | "airways" => Some("airline"),
        "times" | "post" | "herald" | "gazette" | "tribune" | "journal" | "telegraph" | "chronicle" => {
            Some("newspaper")
        }
        "fc" | "united" | "rovers" | "wanderers" | "athletic" => Some("club"),
        "police" => Some("police"),
        "trust" | "foundation" => Some("charity"),
        word => match word_class(word) {
            // A name that ends in "Group" may be anything.
            Word::Thing(class) if word != "group" => Some(class),
            _ => None,
        },
    }
}
