//! Plain text to an article: the head of a wire article goes to its meta, the rest to blocks.

mod block;
mod shape;

use crate::article::{ArticleBuilder, BlockKind, Loaded};

use super::lines::{Line, lines};
use super::wire;

/// Builds plain text.
///
/// Date, byline and the like go to the meta alone; a title goes there and stands in the text too, as its first block,
/// so that the names in it are found.
pub(super) fn parse(text: &str) -> Loaded {
    let mut body = lines(text);
    let mut head = wire::read(&body);
    for &at in head.taken.iter().rev() {
        // Taken lines leave an empty line: what stood above and below them are two paragraphs.
        body[at] = Line::new("");
    }
    if let Some(first) = body.iter_mut().find(|line| !line.is_blank()) {
        *first = wire::take_dateline(&mut head.meta, *first);
    }
    let title = head.meta.title.clone();
    let mut builder = ArticleBuilder::new(head.meta);
    if let Some(title) = title {
        builder.block(BlockKind::Title, title.as_str());
    }
    block::build(&mut builder, &body);
    builder.finish()
}

/// Adds the blocks of plain text that has no head of its own, such as the body of a message.
pub(super) fn body(text: &str, builder: &mut ArticleBuilder) {
    block::build(builder, &lines(text));
}
