//! Knows pages that show only a part of the article, or nothing without scripts, and says so.

use std::sync::LazyLock;

use dom_query::Document;

use crate::article::Warning;

use super::dom;
use super::draft::Draft;
use super::metadata::Sources;
use super::words::Words;

/// Articles shorter than this, in characters, may be a stub.
const SHORT: usize = 1_500;
/// Pages with less than this are taken for a stub where they ask for scripts.
const BARE: usize = 400;

static PAID: LazyLock<Words> = LazyLock::new(|| {
    Words::new(&[
        "subscribe to continue",
        "subscribe to read",
        "subscribe to unlock",
        "subscribe now to",
        "to continue reading",
        "to read the full",
        "to read this article",
        "this article is for subscribers",
        "subscribers only",
        "subscriber-only",
        "for subscribers",
        "already a subscriber",
        "this content is for members",
        "become a member to",
        "log in to continue",
        "sign in to continue",
        "register to continue",
        "jetzt weiterlesen",
        "mit einem abo",
        "réservé aux abonnés",
        "exclusivo para suscriptores",
        "contenuto riservato agli abbonati",
    ])
});

static SCRIPTS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(&[
        "enable javascript",
        "javascript is disabled",
        "requires javascript",
        "turn on javascript",
        "javascript is required",
        "javascript aktivieren",
        "activer javascript",
        "habilitar javascript",
    ])
});

/// The words of a page that speak about reading it, before its tree is changed.
#[derive(Debug, Default)]
pub struct Barriers {
    paid: bool,
    scripts: bool,
}

impl Barriers {
    /// Looks for them in the page's text.
    pub fn read(document: &Document) -> Self {
        let mut barriers = Self::default();
        for node in document.root().descendants_it() {
            dom::with_text(&node, |text| barriers.look(text));
        }
        barriers
    }

    fn look(&mut self, text: &str) {
        // Barriers are short sentences; long texts may speak about such things.
        if !(8..600).contains(&text.len()) {
            return;
        }
        self.paid = self.paid || PAID.are_in(text);
        self.scripts = self.scripts || SCRIPTS.are_in(text);
    }

    /// What a reader should know of a page of which `draft` was read.
    pub fn warning(&self, draft: &Draft, sources: &Sources) -> Option<Warning> {
        let chars = draft.chars();
        let message = if chars < SHORT && (self.paid || sources.linked.paid) {
            "only the beginning is here: the page asks for a subscription"
        } else if sources.linked.paid && chars < SHORT * 2 {
            "this may be only the beginning: the page says that the article is not free"
        } else if chars < BARE && self.scripts {
            "there is hardly any text: the page asks for JavaScript to show its article"
        } else {
            return None;
        };
        Some(Warning::other(message))
    }
}
