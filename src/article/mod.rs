//! What was read: one text, its blocks and inlines as ranges, and what is known about it.

mod block;
mod builder;
mod meta;
mod warning;

pub use block::{Block, BlockKind, Inline, InlineKind};
pub use builder::{ArticleBuilder, MAX_BYTES};
pub use meta::{Image, Meta, Published};
pub use warning::Warning;

use std::sync::Arc;

/// One article. Only [`ArticleBuilder`] makes one, so that these hold and no later code asks:
///
/// - blocks are sorted, disjoint, not empty, and cover all of the text but the line breaks between them;
/// - inlines are sorted, and each lies within one block;
/// - every range begins and ends on a character boundary;
/// - the text holds no control character but `\n`, and no bidi override (unless it was taken [verbatim]).
///
/// [verbatim]: ArticleBuilder::verbatim
///
/// A copy shares the text with its original, so that one thread may annotate what another shows.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Article {
    meta: Meta,
    body: Arc<Body>,
}

/// What never changes once the article is built.
#[derive(PartialEq, Debug, Default)]
struct Body {
    text: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    words: usize,
}

/// An article and what had to be put up with to read it: content never errors, it warns.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Loaded {
    /// The article.
    pub article: Article,
    /// What was guessed, replaced or left out.
    pub warnings: Vec<Warning>,
}

impl Article {
    /// Title, authors, date and the like.
    pub const fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Title, authors and the like, to be filled in by who knows better than the text.
    pub const fn meta_mut(&mut self) -> &mut Meta {
        &mut self.meta
    }

    /// The whole text. Every range in the program is a range of it.
    pub fn text(&self) -> &str {
        &self.body.text
    }

    /// How many words the text has, as `wc -w` counts them.
    pub fn words(&self) -> usize {
        self.body.words
    }

    /// Paragraphs, headings and so on, in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.body.blocks
    }

    /// Emphasis, links and so on, sorted by range.
    pub fn inlines(&self) -> &[Inline] {
        &self.body.inlines
    }

    /// The index of the block that holds the byte at `offset`; between two blocks, the one before.
    pub fn block_at(&self, offset: usize) -> Option<usize> {
        self.body.blocks.partition_point(|block| block.range.start() <= offset).checked_sub(1)
    }
}
