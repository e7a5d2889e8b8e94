//! All that was found in one article: one sorted list of marks, and the entities they mention.

use crate::text::TextRange;

use super::entities::Resolved;
use super::{Claim, ClaimId, Date, Entity, EntityId, Mark, MarkId, Mention, Note, Statistic, Why};

/// The findings of one article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Annotations {
    entities: Vec<Entity>,
    marks: Vec<Mark>,
    /// For each mark, the greatest end of any mark up to it: what lets [`Self::touching`] stop early.
    reach: Vec<u32>,
    /// The mark of each claim, in the order of [`ClaimId`].
    claims: Vec<MarkId>,
    /// Sentences that assert something and name no source, in order.
    unattributed: Vec<(TextRange, Why)>,
}

impl Annotations {
    /// Puts the findings of every stage into one list. `claims` is in the order of the text.
    pub(super) fn new(
        resolved: Resolved,
        statistics: Vec<(Statistic, Why)>,
        dates: Vec<(Date, Why)>,
        claims: Vec<(Claim, Why)>,
    ) -> Self {
        let mut marks = resolved.mentions;
        marks.extend(statistics.into_iter().map(|(statistic, why)| Mark {
            range: statistic.range,
            note: Note::Statistic(Box::new(statistic)),
            why,
        }));
        marks.extend(dates.into_iter().map(|(date, why)| Mark { range: date.range, note: Note::Date(date), why }));
        marks.extend(claims.into_iter().map(|(claim, why)| Mark {
            range: claim.hull(),
            note: Note::Claim(Box::new(claim)),
            why,
        }));
        Self::from_marks(resolved.entities, marks)
    }

    /// Sorts `marks` into the one order that everything counts on. [`ClaimId`] counts the claims in that order, those of
    /// one range as they were given.
    pub fn from_marks(entities: Vec<Entity>, mut marks: Vec<Mark>) -> Self {
        let is_claim = |mark: &Mark| matches!(mark.note, Note::Claim(_));
        marks.sort_by_key(|mark| (mark.range, !is_claim(mark)));
        let mut reach = 0;
        let reach = marks.iter().map(|mark| {
            reach = reach.max(mark.range.end() as u32);
            reach
        });
        let reach = reach.collect();
        let claims = (0..).map(MarkId).zip(&marks).filter(|(_, mark)| is_claim(mark)).map(|(id, _)| id).collect();
        Self { entities, marks, reach, claims, unattributed: Vec::new() }
    }

    /// The same with the sentences that assert something and name no source.
    pub(super) fn with_unattributed(mut self, sentences: Vec<(TextRange, Why)>) -> Self {
        self.unattributed = sentences;
        self
    }

    /// The same with a mark for each of [`Self::unattributed`], for a screen that shows them on demand.
    #[must_use]
    pub fn with_assertions(mut self) -> Self {
        let assertions = self.unattributed.into_iter().map(|(range, why)| Mark { range, note: Note::Assertion, why });
        self.marks.extend(assertions);
        Self::from_marks(self.entities, self.marks)
    }

    /// The sentences that assert a number or an accusation and name no source, in order, each with why: its evidence is
    /// the number or the verb. They are no marks and not in the record; a screen may show them on demand.
    pub fn unattributed(&self) -> &[(TextRange, Why)] {
        &self.unattributed
    }

    /// All marks, sorted by range: by start, and the longer first.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// All entities, in the order that [`EntityId`] counts in.
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// One mark.
    pub fn mark(&self, id: MarkId) -> Option<&Mark> {
        self.marks.get(id.0 as usize)
    }

    /// One entity.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0 as usize)
    }

    /// Every mark with its id, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (MarkId, &Mark)> {
        self.marks.iter().enumerate().map(|(at, mark)| (MarkId(at as u32), mark))
    }

    /// The marks that share a byte with `range`, in order.
    pub fn touching(&self, range: TextRange) -> impl Iterator<Item = (MarkId, &Mark)> {
        let first = self.reach.partition_point(|&end| end as usize <= range.start());
        let last = self.marks.partition_point(|mark| mark.range.start() < range.end()).max(first);
        (first..last).map(|at| (MarkId(at as u32), &self.marks[at])).filter(move |(_, mark)| mark.range.overlaps(range))
    }

    /// The mentions of `entity`, in order.
    pub fn mentions_of(&self, entity: EntityId) -> impl Iterator<Item = (MarkId, &Mark, &Mention)> {
        self.iter().filter_map(move |(id, mark)| match &mark.note {
            Note::Mention(mention) if mention.entity == entity => Some((id, mark, mention)),
            _ => None,
        })
    }

    /// Every statistic, in order.
    pub fn statistics(&self) -> impl Iterator<Item = (MarkId, &Mark, &Statistic)> {
        self.iter().filter_map(|(id, mark)| match &mark.note {
            Note::Statistic(statistic) => Some((id, mark, &**statistic)),
            _ => None,
        })
    }

    /// Every date, in order.
    pub fn dates(&self) -> impl Iterator<Item = (MarkId, &Mark, &Date)> {
        self.iter().filter_map(|(id, mark)| match &mark.note {
            Note::Date(date) => Some((id, mark, date)),
            _ => None,
        })
    }

    /// Every claim with its id, in the order of ids, which is that of the text.
    pub fn claims(&self) -> impl Iterator<Item = (ClaimId, MarkId, &Claim)> {
        self.claims.iter().enumerate().filter_map(|(at, &id)| match &self.mark(id)?.note {
            Note::Claim(claim) => Some((ClaimId(at as u32), id, &**claim)),
            _ => None,
        })
    }

    /// The mark of a claim.
    pub fn claim_mark(&self, id: ClaimId) -> Option<MarkId> {
        self.claims.get(id.0 as usize).copied()
    }
}
