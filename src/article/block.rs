//! The pieces of a page: blocks one below another, inlines within them.

use crate::text::{Clean, TextRange};

/// A piece of the page that stands by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// Where it stands in the text, in bytes.
    pub range: TextRange,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// The article's title, where it stands in the text; at most one.
    Title,
    /// A heading, 1 the highest, 6 the lowest.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// A quotation set apart.
    Quote,
    /// An item of a list; `depth` counts from 0, `number` is set where the list is numbered.
    Item {
        /// How deep the list is nested.
        depth: u8,
        /// The item's number in a numbered list.
        number: Option<u32>,
    },
    /// Text set as it stands: line breaks and runs of spaces are kept.
    Code,
    /// The words below a picture or table.
    Caption,
    /// A table, one row a line, cells parted by ` │ `; set as it stands.
    Table,
}

impl BlockKind {
    /// The name of the kind in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Heading(_) => "heading",
            Self::Paragraph => "paragraph",
            Self::Quote => "quote",
            Self::Item { .. } => "item",
            Self::Code => "code",
            Self::Caption => "caption",
            Self::Table => "table",
        }
    }

    /// Whether line breaks and runs of spaces mean something in it.
    pub const fn is_preformatted(self) -> bool {
        matches!(self, Self::Code | Self::Table)
    }
}

/// A stretch of a block that is set or behaves differently.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Inline {
    /// Where it stands in the text, in bytes.
    pub range: TextRange,
    /// What it is.
    pub kind: InlineKind,
}

/// What an inline is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InlineKind {
    /// Emphasis, usually italic.
    Emphasis,
    /// Strong emphasis, usually bold.
    Strong,
    /// Code.
    Code,
    /// A link, with its target.
    Link(Clean),
}
