//! The tokens of the article with the names on them: what roles and references are read from.

use std::ops::Range;

use crate::annotate::{Document, EntityKind, Note};
use crate::text::{TextRange, TokenKind};

use super::words::{Word, word_class};
use super::{EntityId, Resolved};

/// A name where it stands.
pub(super) struct Named {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The entity it names.
    pub entity: EntityId,
    /// What the entity is.
    pub kind: EntityKind,
}

/// The article's tokens and the names over them.
pub(super) struct Scene<'d> {
    /// The article.
    pub document: &'d Document<'d>,
    /// The names, in order.
    pub named: Vec<Named>,
    /// For each token, one more than the place of the name that covers it; 0 where none does.
    cover: Vec<u32>,
}

impl<'d> Scene<'d> {
    /// Lays the mentions of `resolved` over the tokens.
    pub fn new(document: &'d Document<'d>, resolved: &Resolved) -> Self {
        let mut scene = Self { document, named: Vec::new(), cover: vec![0; document.tokens().len()] };
        for mark in &resolved.mentions {
            let Note::Mention(mention) = &mark.note else { continue };
            let tokens = document.tokens_in(mark.range);
            let Some(entity) = resolved.entities.get(mention.entity.0 as usize) else { continue };
            scene.named.push(Named { tokens: tokens.clone(), entity: mention.entity, kind: entity.kind });
            for token in tokens {
                scene.cover[token] = scene.named.len() as u32;
            }
        }
        scene
    }

    /// The name that covers the token at `token`.
    pub fn named_at(&self, token: usize) -> Option<&Named> {
        let at = (*self.cover.get(token)? as usize).checked_sub(1)?;
        self.named.get(at)
    }

    /// The text of a token; empty past the end.
    pub fn word(&self, token: usize) -> &'d str {
        self.document.word(token)
    }

    /// What the word list says of the token, where no name covers it.
    pub fn class(&self, token: usize) -> Word {
        if self.cover.get(token).is_none_or(|&cover| cover > 0) { Word::Other } else { word_class(self.word(token)) }
    }

    /// Whether the token is a word with a capital.
    pub fn is_capital(&self, token: usize) -> bool {
        self.word(token).starts_with(char::is_uppercase)
    }

    /// Whether the token is a word.
    pub fn is_word(&self, token: usize) -> bool {
        self.document.tokens().get(token).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// The tokens of the sentence that holds `token`.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let at = self.document.sentences().partition_point(|sentence| sentence.tokens.start <= token);
        at.checked_sub(1).map_or(0..0, |at| self.document.sentences()[at].tokens.clone())
    }

    /// The bytes of a run of tokens; empty where the run is.
    pub fn range(&self, tokens: Range<usize>) -> TextRange {
        let all = self.document.tokens();
        match (all.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| all.get(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.range.hull(last.range),
            _ => TextRange::default(),
        }
    }
}
