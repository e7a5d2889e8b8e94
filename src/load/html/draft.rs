//! The blocks of a page before they become an article: they can still be looked over and left out.

use std::hash::{BuildHasher, Hasher};
use std::ops::Range;

use foldhash::fast::FixedState;

use crate::article::{ArticleBuilder, BlockKind, InlineKind};

/// Blocks in reading order.
#[derive(Debug, Default)]
pub struct Draft {
    /// The blocks; none of them is empty.
    pub pieces: Vec<Piece>,
    /// The stretches of `pieces` that elements hold which say what they are; they may nest.
    pub areas: Vec<Area>,
}

/// A stretch of blocks that one element holds.
#[derive(Clone, Debug)]
pub struct Area {
    /// The blocks.
    pub pieces: Range<usize>,
    /// What the element calls itself.
    pub role: Role,
}

/// What an element calls itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The content of the page.
    Content,
    /// An article, of which a page may hold several.
    Article,
    /// No part of an article, if it does not hold most of the text.
    Doubtful,
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

impl Run {
    /// The text, if it is one.
    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Begin(_) | Self::End => None,
        }
    }
}

impl Piece {
    /// An empty block.
    pub const fn new(kind: BlockKind) -> Self {
        Self { kind, runs: Vec::new(), chars: 0, linked: 0 }
    }

    /// Tells texts apart without keeping them: equal for pieces whose words are equal.
    pub fn fingerprint(&self) -> u64 {
        let mut hasher = FixedState::default().build_hasher();
        for text in self.runs.iter().filter_map(Run::text) {
            text.split_whitespace().for_each(|word| hasher.write(word.as_bytes()));
        }
        hasher.finish()
    }

    /// The text without inlines, white space folded.
    pub fn text(&self) -> String {
        super::dom::folded(&self.runs.iter().filter_map(Run::text).collect::<String>())
    }

    /// Whether most of it is links.
    pub const fn is_linked(&self) -> bool {
        self.linked * 10 >= self.chars * 9
    }

    /// How many links it has.
    pub fn links(&self) -> usize {
        self.runs.iter().filter(|run| matches!(run, Run::Begin(InlineKind::Link(_)))).count()
    }

    /// How many characters it adds to running text: none if it is short, a heading or mostly links.
    pub fn prose(&self) -> usize {
        let running = matches!(self.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item { .. });
        if running && self.chars >= 25 && self.linked * 2 < self.chars { self.chars } else { 0 }
    }
}

impl Draft {
    /// A paragraph for every line of plain text.
    pub fn of_lines(text: &str) -> Self {
        let piece = |line: &str| {
            let chars = line.chars().filter(|c| !c.is_whitespace()).count();
            Piece { runs: vec![Run::Text(line.to_owned())], chars, ..Piece::new(BlockKind::Paragraph) }
        };
        let pieces = text.lines().map(piece).filter(|piece| piece.chars > 0).collect();
        Self { pieces, areas: Vec::new() }
    }

    /// How many characters it has that are not white space.
    pub fn chars(&self) -> usize {
        self.pieces.iter().map(|piece| piece.chars).sum()
    }

    /// How many characters of running text it has.
    pub fn prose(&self) -> usize {
        self.pieces.iter().map(Piece::prose).sum()
    }

    /// How much running text every stretch of blocks has.
    pub fn prose_sums(&self) -> Vec<usize> {
        let mut sums = vec![0];
        sums.extend(self.pieces.iter().scan(0, |sum, piece| {
            *sum += piece.prose();
            Some(*sum)
        }));
        sums
    }

    /// Leaves out the doubtful stretches that hold less than `share` of the running text.
    pub fn drop_doubtful(&mut self, share: f32) {
        let sums = self.prose_sums();
        let most = sums.last().copied().unwrap_or_default() as f32 * share;
        let mut kept = vec![true; self.pieces.len()];
        let mut areas = std::mem::take(&mut self.areas);
        for area in areas.iter().filter(|area| area.role == Role::Doubtful) {
            if ((sums[area.pieces.end] - sums[area.pieces.start]) as f32) < most.max(1.0) {
                kept[area.pieces.clone()].fill(false);
            }
        }
        let mut places = vec![0];
        places.extend(kept.iter().scan(0, |place, kept| {
            *place += usize::from(*kept);
            Some(*place)
        }));
        for area in &mut areas {
            area.pieces = places[area.pieces.start]..places[area.pieces.end];
        }
        areas.retain(|area| area.role != Role::Doubtful && !area.pieces.is_empty());
        self.areas = areas;
        self.retain(&kept);
    }

    /// Keeps the blocks whose flag is set.
    pub fn retain(&mut self, kept: &[bool]) {
        let mut flags = kept.iter();
        self.pieces.retain(|_| flags.next().copied().unwrap_or(true));
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
