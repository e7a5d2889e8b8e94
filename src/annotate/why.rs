//! The reason for a mark, so that each can explain itself.

use crate::text::TextRange;

/// Why something was marked.
#[derive(Clone, PartialEq, Debug)]
pub struct Why {
    /// What decided.
    pub method: Method,
    /// The rule, list or feature in plain words, as a reader is told: "title before a name", "list of countries".
    pub rule: &'static str,
    /// The piece of the text that gave it away, in bytes, where there is one besides the mark itself.
    pub evidence: Option<TextRange>,
    /// How sure, 0 to 1, where the method can tell.
    pub score: Option<f32>,
}

/// What kind of knowledge made a mark.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Method {
    /// A rule over words and shapes.
    Rule,
    /// An entry of a lexicon.
    Lexicon,
    /// A statistical model.
    Model,
    /// Another mark in the same article.
    Reference,
    /// The reader.
    User,
}

impl Why {
    /// A rule, in plain words.
    pub const fn rule(rule: &'static str) -> Self {
        Self { method: Method::Rule, rule, evidence: None, score: None }
    }

    /// An entry of the list that `list` names in plain words.
    pub const fn lexicon(list: &'static str) -> Self {
        Self { method: Method::Lexicon, rule: list, evidence: None, score: None }
    }

    /// A model's verdict with its score, 0 to 1.
    pub const fn model(rule: &'static str, score: f32) -> Self {
        Self { method: Method::Model, rule, evidence: None, score: Some(score) }
    }

    /// Another mark of the same article.
    pub const fn reference(rule: &'static str) -> Self {
        Self { method: Method::Reference, rule, evidence: None, score: None }
    }

    /// The same with the piece of text that gave it away.
    #[must_use]
    pub const fn seen_at(mut self, evidence: TextRange) -> Self {
        self.evidence = Some(evidence);
        self
    }
}

impl Method {
    /// The name of the method in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Lexicon => "lexicon",
            Self::Model => "model",
            Self::Reference => "reference",
            Self::User => "user",
        }
    }
}
