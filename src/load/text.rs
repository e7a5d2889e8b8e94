//! Plain text to blocks.

use crate::article::{ArticleBuilder, BlockKind, Loaded, Meta};

/// Builds plain text: paragraphs are parted by empty lines.
pub(super) fn parse(text: &str) -> Loaded {
    let mut builder = ArticleBuilder::new(Meta::default());
    for line in text.lines() {
        builder.block(BlockKind::Paragraph, line);
    }
    builder.finish()
}
