//! The only way to make an article: text goes in piece by piece and comes out clean, with sound ranges.

use std::sync::Arc;

use crate::text::{Clean, Substituted, TextRange, clean_text, foreign};

use super::{Article, Block, BlockKind, Body, Inline, InlineKind, Loaded, Meta, Warning};

/// The longest text an article may have, in bytes. Ranges have 32 bits; this leaves room and keeps memory in bounds.
pub const MAX_BYTES: usize = 1 << 30;

/// Inlines that may lie within one another; what is deeper is text all the same.
const DEEPEST_INLINE: usize = 16;

/// Takes blocks and inlines in reading order and builds an [`Article`] whose invariants hold.
///
/// White space is folded in every block that is not preformatted; blocks that come out empty are left out; blocks are
/// parted by an empty line in the text.
#[derive(Debug, Default)]
pub struct ArticleBuilder {
    meta: Meta,
    text: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    /// Inlines of the open block that have not ended, with their start; `None` for one that is nested too deep.
    open: Vec<Option<(usize, InlineKind)>>,
    block: Option<(usize, BlockKind)>,
    counts: Substituted,
    warnings: Vec<Warning>,
}

impl ArticleBuilder {
    /// An article without text so far.
    pub fn new(meta: Meta) -> Self {
        Self { meta, ..Self::default() }
    }

    /// An article whose text is `text` to the byte, one block a line. It is for scripts that count offsets in what
    /// they gave; it is not cleaned, so it must not be shown in a terminal.
    pub fn verbatim(meta: Meta, text: String) -> Article {
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let inner = line.trim();
            let indent = line.len() - line.trim_start().len();
            if !inner.is_empty()
                && let Some(range) = TextRange::new(start + indent, start + indent + inner.len())
            {
                blocks.push(Block { range, kind: BlockKind::Paragraph });
            }
            start += line.len();
        }
        let words = words(&text);
        Article { meta, body: Arc::new(Body { text, blocks, inlines: Vec::new(), words }) }
    }

    /// What is known about the article, to be filled in.
    pub fn meta(&mut self) -> &mut Meta {
        &mut self.meta
    }

    /// Notes that something had to be put up with.
    pub fn warn(&mut self, warning: Warning) {
        self.warnings.push(warning);
    }

    /// Adds a whole block.
    pub fn block(&mut self, kind: BlockKind, text: &str) {
        self.begin(kind);
        self.push(text);
        self.end();
    }

    /// Opens a block; one that is open is ended first.
    pub fn begin(&mut self, kind: BlockKind) {
        self.end();
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        self.block = Some((self.text.len(), kind));
    }

    /// Adds text to the open block; without one, a paragraph is opened.
    pub fn push(&mut self, text: &str) {
        if self.block.is_none() {
            self.begin(BlockKind::Paragraph);
        }
        let Some((start, kind)) = self.block else { return };
        let shown = clean_text(text, &mut self.counts);
        if kind.is_preformatted() {
            self.text.push_str(&shown);
        } else {
            push_folded(&mut self.text, start, &shown);
        }
    }

    /// Opens an inline at the end of what has been pushed.
    pub fn begin_inline(&mut self, kind: InlineKind) {
        if self.block.is_none() {
            self.begin(BlockKind::Paragraph);
        }
        let is_shallow = self.open.len() < DEEPEST_INLINE;
        self.open.push(is_shallow.then_some((self.text.len(), kind)));
    }

    /// Ends the inline opened last.
    pub fn end_inline(&mut self) {
        if let Some((start, kind)) = self.open.pop().flatten() {
            self.inline(start, kind);
        }
    }

    /// Ends the open block.
    pub fn end(&mut self) {
        while !self.open.is_empty() {
            self.end_inline();
        }
        let Some((start, kind)) = self.block.take() else { return };
        let kept = self.text.trim_end().len().max(start);
        self.text.truncate(kept);
        match TextRange::new(start, kept).filter(|range| !range.is_empty()) {
            Some(range) => self.blocks.push(Block { range, kind }),
            None => self.text.truncate(self.blocks.last().map_or(0, |block| block.range.end())),
        }
    }

    /// The article, and the warnings that came up.
    pub fn finish(mut self) -> Loaded {
        self.end();
        if self.counts.controls > 0 {
            self.warnings.push(Warning::Controls(self.counts.controls));
        }
        if self.counts.invisible > 0 {
            self.warnings.push(Warning::Invisible(self.counts.invisible));
        }
        if self.blocks.is_empty() {
            self.warnings.push(Warning::Empty);
        }
        if let Some(language) = foreign(&self.text) {
            self.warnings.push(Warning::Foreign(language));
            if language.code != "und" {
                self.meta.language.get_or_insert_with(|| Clean::new(language.code));
            }
        }
        self.find_title();
        self.text.shrink_to_fit();
        let end = self.text.len();
        self.inlines.retain(|inline| inline.range.end() <= end);
        self.inlines.sort_by_key(|inline| inline.range);
        let words = words(&self.text);
        let body = Body { text: self.text, blocks: self.blocks, inlines: self.inlines, words };
        let article = Article { meta: self.meta, body: Arc::new(body) };
        Loaded { article, warnings: self.warnings }
    }

    /// A heading at the very beginning that says the title is the title.
    fn find_title(&mut self) {
        if let (Some(first), Some(title)) = (self.blocks.first_mut(), &self.meta.title)
            && matches!(first.kind, BlockKind::Heading(_))
            && first.range.of(&self.text) == title.as_str()
        {
            first.kind = BlockKind::Title;
        }
    }

    /// Adds an inline over what was pushed since `start`, without the white space at its edges.
    fn inline(&mut self, start: usize, kind: InlineKind) {
        let Some(text) = self.text.get(start..) else { return };
        let inner = text.trim();
        let from = start + (text.len() - text.trim_start().len());
        if let Some(range) = TextRange::new(from, from + inner.len()).filter(|range| !range.is_empty()) {
            self.inlines.push(Inline { range, kind });
        }
    }
}

/// Runs of bytes between ASCII white space, which is all that a clean text has but for no-break spaces.
fn words(text: &str) -> usize {
    text.split_ascii_whitespace().count()
}

/// Appends `text` with every run of white space as one space, and none at the beginning of the block at `start`.
fn push_folded(to: &mut String, start: usize, text: &str) {
    let mut spaced = to.len() == start || to.ends_with(' ');
    let bytes = text.as_bytes();
    // What stands from `from` on is kept as it is and copied in one piece.
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        let space = white_space_at(text, at);
        if space == 0 {
            spaced = false;
            at += 1;
        } else if bytes[at] == b' ' && !spaced {
            spaced = true;
            at += 1;
        } else {
            to.push_str(&text[from..at]);
            if !spaced {
                to.push(' ');
                spaced = true;
            }
            at += space;
            from = at;
        }
    }
    to.push_str(&text[from..]);
}

/// The length in bytes of the white space that the byte at `at` begins, or 0.
fn white_space_at(text: &str, at: usize) -> usize {
    match text.as_bytes()[at] {
        b' ' | b'\t'..=b'\r' => 1,
        // All white space beyond ASCII begins with one of these bytes.
        0xC2 | 0xE1 | 0xE2 | 0xE3 => match text[at..].chars().next() {
            Some(c) if c.is_whitespace() && !is_kept_space(c) => c.len_utf8(),
            _ => 0,
        },
        _ => 0,
    }
}

/// No-break spaces keep a number with its unit.
const fn is_kept_space(c: char) -> bool {
    matches!(c, '\u{A0}' | '\u{202F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(fill: impl FnOnce(&mut ArticleBuilder)) -> Loaded {
        let mut builder = ArticleBuilder::new(Meta::default());
        fill(&mut builder);
        builder.finish()
    }

    #[test]
    fn white_space_folds_and_empty_blocks_vanish() {
        let loaded = built(|b| {
            b.block(BlockKind::Paragraph, "  one\n two\t three ");
            b.block(BlockKind::Paragraph, " \n ");
            b.block(BlockKind::Code, "a\n  b");
        });
        assert_eq!(loaded.article.text(), "one two three\n\na\n  b");
        assert_eq!(loaded.article.blocks().len(), 2);
        assert_eq!(loaded.warnings, []);
    }

    #[test]
    fn inlines_lose_the_space_at_their_edges() {
        let loaded = built(|b| {
            b.push("see ");
            b.begin_inline(InlineKind::Emphasis);
            b.push(" this ");
            b.end_inline();
            b.push("now");
        });
        let article = loaded.article;
        assert_eq!(article.text(), "see this now");
        assert_eq!(article.inlines()[0].range.of(article.text()), "this");
    }

    #[test]
    fn controls_are_counted() {
        let loaded = built(|b| b.block(BlockKind::Paragraph, "a\u{1b}[2Jb\u{202E}"));
        assert_eq!(loaded.article.text(), "a␛[2Jb");
        assert_eq!(loaded.warnings, [Warning::Controls(1), Warning::Invisible(1)]);
    }

    #[test]
    fn nothing_is_a_warning() {
        assert_eq!(built(|_| ()).warnings, [Warning::Empty]);
    }

    #[test]
    fn verbatim_text_is_kept_to_the_byte() {
        let text = " a\r\n\n\tb\u{1b} ";
        let article = ArticleBuilder::verbatim(Meta::default(), text.into());
        assert_eq!(article.text(), text);
        let blocks: Vec<_> = article.blocks().iter().map(|b| b.range.of(text)).collect();
        assert_eq!(blocks, ["a", "b\u{1b}"]);
    }
}
