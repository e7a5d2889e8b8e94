//! The orders that the panel's sections can be listed in.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use crate::annotate::{Note, StatisticKind};

use super::findings::{Findings, Item, Section};

/// An order of the items of a section.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// Named most first.
    Count,
    /// As they come in the text.
    Text,
    /// By name.
    Name,
    /// Kind by kind.
    Kind,
    /// Kind by kind, the largest first.
    Size,
    /// Speaker by speaker, who says most first.
    Speaker,
}

impl Order {
    /// The orders of a section, the usual one first.
    pub const fn of(section: Section) -> &'static [Self] {
        match section {
            Section::People | Section::Organizations | Section::Places | Section::Others => {
                &[Self::Count, Self::Text, Self::Name]
            }
            Section::Statistics => &[Self::Text, Self::Kind, Self::Size],
            Section::Claims => &[Self::Text, Self::Speaker],
        }
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "most named first",
            Self::Text => "in reading order",
            Self::Name => "by name",
            Self::Kind => "by kind",
            Self::Size => "by kind, largest first",
            Self::Speaker => "by speaker",
        }
    }

    /// Sorts `items`, which are in the usual order of their section.
    pub fn sort(self, items: &mut [Item], findings: &Findings) {
        match self {
            Self::Count => items.sort_by_key(|&item| Reverse(findings.named(item))),
            Self::Text => items.sort_by_key(|item| findings.marks(item).first().copied()),
            Self::Name => items.sort_by_cached_key(|&item| name(item, findings)),
            Self::Kind => items.sort_by_key(|&item| number(item, findings).map(|(kind, _)| kind)),
            Self::Size => items.sort_by(|&one, &other| by_size(number(one, findings), number(other, findings))),
            Self::Speaker => {
                let mut said: BTreeMap<Option<String>, usize> = BTreeMap::new();
                for &item in items.iter() {
                    *said.entry(name(item, findings)).or_default() += 1;
                }
                items.sort_by_cached_key(|&item| {
                    let name = name(item, findings);
                    // Claims of nobody come last.
                    (name.is_none(), Reverse(said[&name]), name)
                });
            }
        }
    }
}

/// The name of an entity, or of a claim's speaker.
fn name(item: Item, findings: &Findings) -> Option<String> {
    let annotations = findings.annotations();
    let entity = match item {
        Item::Entity(id) => id,
        Item::Claim(mark) => match &annotations.mark(mark)?.note {
            Note::Claim(claim) => claim.speaker?,
            _ => return None,
        },
        Item::Statistic(_) => return None,
    };
    Some(annotations.entity(entity)?.name.to_lowercase())
}

fn number(item: Item, findings: &Findings) -> Option<(StatisticKind, f64)> {
    match item {
        Item::Statistic(mark) => match &findings.annotations().mark(mark)?.note {
            Note::Statistic(statistic) => Some((statistic.kind, statistic.high.unwrap_or(statistic.value))),
            _ => None,
        },
        Item::Entity(_) | Item::Claim(_) => None,
    }
}

fn by_size(one: Option<(StatisticKind, f64)>, other: Option<(StatisticKind, f64)>) -> Ordering {
    match (one, other) {
        (Some((kind, value)), Some((other_kind, other))) => kind.cmp(&other_kind).then(other.total_cmp(&value)),
        _ => Ordering::Equal,
    }
}
