//! The distinct forms of an article's names, and why one form belongs with another.

use crate::annotate::{EntityKind, Method, Why};
use crate::text::TextRange;

/// One spelling of a name with one meaning: all names that fold to the same words and name the same thing.
pub(super) struct Form {
    /// The folded words, without a leading "the".
    pub words: Vec<String>,
    /// What the form names.
    pub kind: EntityKind,
    /// Indexes into the names, in order.
    pub names: Vec<usize>,
    /// Of a ministry, court and the like, whose it is: the country's canonical name.
    pub country: Option<&'static str>,
    /// Why it was joined to another form, and which.
    pub link: Option<Link>,
}

/// The reason that a form belongs with another.
#[derive(Clone, Copy)]
pub(super) struct Link {
    /// What decided.
    pub method: Method,
    /// The rule in plain words.
    pub rule: &'static str,
    /// The other form.
    pub to: usize,
}

impl Form {
    /// The words as one string.
    pub fn key(&self) -> String {
        self.words.join(" ")
    }
}

impl Link {
    /// The link as a reason, with the name that gave it away.
    pub fn why(self, evidence: Option<TextRange>) -> Why {
        Why { method: self.method, rule: self.rule, evidence, score: None }
    }
}
