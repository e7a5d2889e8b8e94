//! Which entity a noun phrase is about.

use std::ops::Range;

use crate::annotate::{Document, EntityId, EntityKind, Note};
use crate::text::TextRange;

use super::Resolved;
use super::words::{is_clitic, is_preposition};

/// A mention in a noun phrase.
struct Part {
    tokens: Range<usize>,
    entity: EntityId,
}

impl Resolved {
    /// The entity that the noun phrase at `range` is about: what its head names or refers to, pronouns and roles followed.
    ///
    /// `OpenAI chief executive Sam Altman` is about Altman, "the company" about what it refers to, and who speaks for an
    /// organization ("a Pentagon spokesman", "a statement by the ministry") about the organization. `None` where the head
    /// is nobody named: "Altman’s lawyer", "analysts".
    pub fn entity_in(&self, document: &Document, range: TextRange) -> Option<EntityId> {
        let parts = self.parts(document, range);
        let tokens = document.tokens_in(range);
        let end = head_end(document, &parts, &tokens);
        if let Some(part) = parts.iter().find(|part| part.tokens.end == end) {
            return Some(part.entity);
        }
        // "The company’s chief executive, Sam Altman"
        let apposed = parts.iter().find(|part| document.word(end) == "," && part.tokens.start == end + 1);
        if let Some(part) = apposed.filter(|part| self.is(part.entity, EntityKind::Person)) {
            return Some(part.entity);
        }
        let head = end.checked_sub(1).map(|head| document.word(head).to_lowercase())?;
        let organization = || parts.iter().find(|part| self.is(part.entity, EntityKind::Organization));
        speaks_for_another(&head).then(organization).flatten().map(|part| part.entity)
    }

    /// The mentions within `range`, in order.
    fn parts(&self, document: &Document, range: TextRange) -> Vec<Part> {
        let first = self.mentions.partition_point(|mark| mark.range.start() < range.start());
        let inside = self.mentions[first..].iter().take_while(|mark| mark.range.start() < range.end());
        let part = inside.filter(|mark| range.covers(mark.range)).filter_map(|mark| match &mark.note {
            Note::Mention(mention) => Some(Part { tokens: document.tokens_in(mark.range), entity: mention.entity }),
            _ => None,
        });
        part.collect()
    }

    fn is(&self, entity: EntityId, kind: EntityKind) -> bool {
        self.entities.get(entity.0 as usize).is_some_and(|entity| entity.kind == kind)
    }
}

/// The token behind the head of the phrase: before the first comma, preposition, "who" or "and" outside a mention.
fn head_end(document: &Document, parts: &[Part], tokens: &Range<usize>) -> usize {
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some(part) = parts.iter().find(|part| part.tokens.contains(&at)) {
            at = part.tokens.end;
            continue;
        }
        let word = document.word(at);
        let ends = matches!(word, "," | "(" | "—" | "–" | ";" | ":" | "who" | "which" | "whose" | "that" | "and")
            || is_preposition(word);
        if ends && at > tokens.start {
            break;
        }
        at += 1;
    }
    let last = at.checked_sub(1).filter(|&last| last > tokens.start && is_clitic(document.word(last)));
    last.unwrap_or(at)
}

/// Nouns for people and papers through which an organization speaks.
fn speaks_for_another(noun: &str) -> bool {
    matches!(
        noun,
        "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "spokespeople"
            | "statement"
            | "report"
            | "official"
            | "officials"
            | "representative"
            | "representatives"
            | "filing"
            | "study"
            | "survey"
            | "poll"
            | "data"
            | "figures"
            | "website"
            | "memo"
            | "letter"
            | "documents"
            | "release"
            | "announcement"
    )
}
