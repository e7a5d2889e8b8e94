//! A half-open range of bytes in the one text of an article.

use std::ops::Range;

/// A half-open range of bytes, `start..end`, eight bytes wide.
///
/// A range is never reversed; [`TextRange::new`] refuses one that is, and there are no setters. Ranges order by
/// start, and the longer first where two start together, so that in a sorted list whatever holds another stands
/// before it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct TextRange {
    start: u32,
    end: u32,
}

impl TextRange {
    /// The range `start..end` in bytes, or `None` where it is reversed or does not fit 32 bits.
    pub fn new(start: usize, end: usize) -> Option<Self> {
        let (start, end) = (u32::try_from(start).ok()?, u32::try_from(end).ok()?);
        (start <= end).then_some(Self { start, end })
    }

    /// The empty range at `offset` bytes; offsets past 4 GiB saturate.
    pub fn empty(offset: usize) -> Self {
        let at = u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: at, end: at }
    }

    /// The first byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether no byte lies in it.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` lies in it.
    pub const fn contains(self, offset: usize) -> bool {
        self.start as usize <= offset && offset < self.end as usize
    }

    /// Whether all of `other` lies in it.
    pub const fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What the two share, where they share a byte.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let both = Self { start: self.start.max(other.start), end: self.end.min(other.end) };
        (both.start < both.end).then_some(both)
    }

    /// The smallest range that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The piece of `text` that it names, or the empty string where it does not lie on character boundaries of it.
    pub fn of(self, text: &str) -> &str {
        text.get(Range::from(self)).unwrap_or_default()
    }
}

impl From<TextRange> for Range<usize> {
    fn from(range: TextRange) -> Self {
        range.start()..range.end()
    }
}

impl Ord for TextRange {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.start.cmp(&other.start).then(other.end.cmp(&self.end))
    }
}

impl PartialOrd for TextRange {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// The beginning of `text`: whole characters, at most `most` bytes.
pub fn head(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(start: usize, end: usize) -> TextRange {
        TextRange::new(start, end).expect("a valid range")
    }

    #[test]
    fn a_reversed_range_is_refused() {
        assert_eq!(TextRange::new(3, 2), None);
        assert!(TextRange::new(3, 3).is_some_and(TextRange::is_empty));
    }

    #[test]
    fn what_holds_another_comes_first() {
        let mut ranges = [range(4, 6), range(2, 3), range(2, 9)];
        ranges.sort();
        assert_eq!(ranges, [range(2, 9), range(2, 3), range(4, 6)]);
    }

    #[test]
    fn overlap_and_hull() {
        assert!(range(0, 4).overlaps(range(3, 5)));
        assert!(!range(0, 4).overlaps(range(4, 5)));
        assert_eq!(range(0, 4).intersection(range(2, 9)), Some(range(2, 4)));
        assert_eq!(range(0, 2).hull(range(5, 6)), range(0, 6));
    }

    #[test]
    fn a_range_off_the_boundaries_is_empty_text() {
        assert_eq!(range(0, 1).of("é"), "");
        assert_eq!(range(0, 2).of("é"), "é");
    }
}
