//! The blocks of a page before they become an article: they can still be looked over and left out.

use crate::article::{ArticleBuilder, BlockKind, InlineKind};

/// Blocks in reading order.
#[derive(Debug, Default)]
pub struct Draft {
    /// The blocks; none of them is empty.
    pub pieces: Vec<Piece>,
}

/// A block that may be left out.
#[derive(Debug)]
pub struct Piece {
    /// What it is.
    pub kind: BlockKind,
    /// Its text and inlines, in order.
    pub runs: Vec<Run>,
    /// How many characters it has that are not white space.
    pub chars: usize,
    /// How many of them belong to links.
    pub linked: usize,
}

/// A step in writing a block.
#[derive(Debug)]
pub enum Run {
    /// Text, white space as in the page.
    Text(String),
    /// An inline begins.
    Begin(InlineKind),
    /// The inline begun last ends.
    End,
}

impl Piece {
    /// An empty block.
    pub const fn new(kind: BlockKind) -> Self {
        Self { kind, runs: Vec::new(), chars: 0, linked: 0 }
    }
}

impl Draft {
    /// How many characters it has that are not white space.
    pub fn chars(&self) -> usize {
        self.pieces.iter().map(|piece| piece.chars).sum()
    }

    /// Writes the blocks.
    pub fn write(self, builder: &mut ArticleBuilder) {
        for piece in self.pieces {
            builder.begin(piece.kind);
            for run in piece.runs {
                match run {
                    Run::Text(text) => builder.push(&text),
                    Run::Begin(kind) => builder.begin_inline(kind),
                    Run::End => builder.end_inline(),
                }
            }
            builder.end();
        }
    }
}
