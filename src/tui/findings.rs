//! What the annotator found, as a reader walks through it: items in sections, each with its marks.

use crate::annotate::{Annotations, ClaimKind, EntityId, EntityKind, How, MarkId, Note};
use crate::article::{Article, BlockKind};

use super::command::Target;

/// Something the panel lists.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Item {
    /// An entity with all its mentions.
    Entity(EntityId),
    /// A statistic, by its mark.
    Statistic(MarkId),
    /// A claim, or an assertion that names no source, by its mark.
    Claim(MarkId),
}

/// A part of the panel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Section {
    /// Persons.
    People,
    /// Organizations.
    Organizations,
    /// Places.
    Places,
    /// Products, events, works, groups and laws.
    Others,
    /// Statistics.
    Statistics,
    /// Claims.
    Claims,
}

impl Section {
    /// All sections, in the order that the panel shows them.
    pub const ALL: [Self; 6] =
        [Self::People, Self::Organizations, Self::Places, Self::Others, Self::Statistics, Self::Claims];

    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Organizations => "Organizations",
            Self::Places => "Places",
            Self::Others => "Other names",
            Self::Statistics => "Numbers",
            Self::Claims => "Claims",
        }
    }

    /// The section that lists entities of `kind`.
    pub const fn of(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Person => Self::People,
            EntityKind::Organization => Self::Organizations,
            EntityKind::Place => Self::Places,
            _ => Self::Others,
        }
    }
}

/// The mentions of one entity.
#[derive(Clone, Debug, Default)]
struct Mentions {
    /// Their marks, in order of the text.
    marks: Vec<MarkId>,
    /// How many of them are names.
    named: usize,
}

/// Annotations with what the screen looks up in them all the time, made once.
#[derive(Debug, Default)]
pub struct Findings {
    annotations: Annotations,
    /// Where each entity is mentioned, by [`EntityId`].
    mentions: Vec<Mentions>,
    /// The items of each section, by [`Section`] as a number: entities by how often they are named, others as they come.
    items: [Vec<Item>; 6],
    /// Assertions that name no source; they are listed only when asked for.
    unattributed: Vec<Item>,
}

impl Findings {
    /// Sorts what was found into sections.
    pub fn new(annotations: Annotations) -> Self {
        let annotations = annotations.with_assertions();
        let mut unattributed = Vec::new();
        let mut mentions = vec![Mentions::default(); annotations.entities().len()];
        let mut items: [Vec<Item>; 6] = Default::default();
        for (id, mark) in annotations.iter() {
            match &mark.note {
                Note::Mention(mention) => {
                    let entity = &mut mentions[mention.entity.0 as usize];
                    entity.marks.push(id);
                    entity.named += usize::from(mention.how.is_name());
                }
                Note::Statistic(_) => items[Section::Statistics as usize].push(Item::Statistic(id)),
                Note::Claim(_) => items[Section::Claims as usize].push(Item::Claim(id)),
                Note::Assertion => unattributed.push(Item::Claim(id)),
                Note::Date(_) => (),
            }
        }
        for (at, entity) in annotations.entities().iter().enumerate().filter(|(at, _)| !mentions[*at].marks.is_empty())
        {
            items[Section::of(entity.kind) as usize].push(Item::Entity(EntityId(at as u32)));
        }
        let mut found = Self { annotations, mentions, items, unattributed };
        for section in [Section::People, Section::Organizations, Section::Places, Section::Others] {
            let mut listed = std::mem::take(&mut found.items[section as usize]);
            listed.sort_by_key(|&item| (std::cmp::Reverse(found.named(item)), found.marks(&item).first().copied()));
            found.items[section as usize] = listed;
        }
        found
    }

    /// The annotations.
    pub const fn annotations(&self) -> &Annotations {
        &self.annotations
    }

    /// The items of a section, in the order that they are listed.
    pub fn items(&self, section: Section) -> &[Item] {
        &self.items[section as usize]
    }

    /// Assertions that name no source, in order.
    pub fn unattributed(&self) -> &[Item] {
        &self.unattributed
    }

    /// The marks that one walks through: of an entity its mentions, of another item itself.
    pub fn marks<'a>(&'a self, item: &'a Item) -> &'a [MarkId] {
        match item {
            Item::Entity(entity) => self.mentions.get(entity.0 as usize).map_or(&[], |mentions| &mentions.marks),
            Item::Statistic(mark) | Item::Claim(mark) => std::slice::from_ref(mark),
        }
    }

    /// How often an entity is named; references such as "he" do not count.
    pub fn named(&self, item: Item) -> usize {
        match item {
            Item::Entity(entity) => self.mentions.get(entity.0 as usize).map_or(0, |mentions| mentions.named),
            Item::Statistic(_) | Item::Claim(_) => 0,
        }
    }

    /// The section that lists `item`.
    pub fn section_of(&self, item: Item) -> Section {
        match item {
            Item::Entity(id) => self.annotations.entity(id).map_or(Section::Others, |entity| Section::of(entity.kind)),
            Item::Statistic(_) => Section::Statistics,
            Item::Claim(_) => Section::Claims,
        }
    }

    /// The item that a mark belongs to; a date belongs to none.
    pub fn item_of(&self, mark: MarkId) -> Option<Item> {
        match &self.annotations.mark(mark)?.note {
            Note::Mention(mention) => Some(Item::Entity(mention.entity)),
            Note::Statistic(_) => Some(Item::Statistic(mark)),
            Note::Claim(_) | Note::Assertion => Some(Item::Claim(mark)),
            Note::Date(_) => None,
        }
    }

    /// The first mark that is a `target` among those from index `at` on, or the last among those before it.
    pub fn jump(&self, target: Target, at: usize, forward: bool) -> Option<MarkId> {
        let wanted = |id: &MarkId| self.is(*id, target);
        if forward {
            (at..self.annotations.marks().len()).map(|at| MarkId(at as u32)).find(wanted)
        } else {
            (0..at).rev().map(|at| MarkId(at as u32)).find(wanted)
        }
    }

    /// How many marks begin before the byte at `offset`: the index of the first that does not.
    pub fn before(&self, offset: usize) -> usize {
        self.annotations.marks().partition_point(|mark| mark.range.start() < offset)
    }

    fn is(&self, id: MarkId, target: Target) -> bool {
        let Some(mark) = self.annotations.mark(id) else { return false };
        match (&mark.note, target) {
            (Note::Statistic(_), Target::Statistic)
            | (Note::Date(_), Target::Date)
            | (Note::Claim(_), Target::Claim) => true,
            (Note::Claim(claim), Target::Quotation) => claim.kind != ClaimKind::Indirect,
            (Note::Mention(mention), _) if !matches!(mention.how, How::Role | How::Pronoun) => {
                let kind = self.annotations.entity(mention.entity).map(|entity| entity.kind);
                match target {
                    Target::Entity => true,
                    Target::Person => kind == Some(EntityKind::Person),
                    Target::Organization => kind == Some(EntityKind::Organization),
                    Target::Place => kind == Some(EntityKind::Place),
                    _ => false,
                }
            }
            _ => false,
        }
    }
}

/// The byte that the next heading begins at after `offset`, or the last before it.
pub fn heading(article: &Article, offset: usize, forward: bool) -> Option<usize> {
    let is_heading = |kind| matches!(kind, BlockKind::Title | BlockKind::Heading(_));
    let mut headings = article.blocks().iter().filter(|block| is_heading(block.kind)).map(|block| block.range.start());
    if forward { headings.find(|&start| start > offset) } else { headings.rfind(|&start| start < offset) }
}
