//! The density strip: where in the article something is mentioned, one cell a stretch of text.

/// Eighths of a cell, from none to full.
const BARS: [char; 9] = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// How many of `mentions` fall in each of `width` cells of a text of `length` bytes; `start` is the byte that one begins
/// at. They are in order of the text, so that each cell is a search and not a walk: there may be ten thousand of them.
pub fn counts<T>(mentions: &[T], start: impl Fn(&T) -> usize, length: usize, width: usize) -> Vec<usize> {
    let mut before = 0;
    let mut cell = |cell| {
        let here = mentions[before..].partition_point(|mention| cell_of(start(mention), length, width) <= cell);
        before += here;
        here
    };
    (0..width).map(&mut cell).collect()
}

/// The strip of cells that hold so many mentions each. The fullest of all strips drawn together holds `most`.
pub fn strip(counts: &[usize], most: usize) -> String {
    counts.iter().map(|&count| bar(count, most)).collect()
}

/// The cell of a strip of `width` cells that the byte at `offset` of a text of `length` bytes falls in.
pub fn cell_of(offset: usize, length: usize, width: usize) -> usize {
    (offset * width / length.max(1)).min(width.saturating_sub(1))
}

/// One mention shows, and `most` of them fill the cell.
fn bar(count: usize, most: usize) -> char {
    let eighths = if count == 0 { 0 } else { (1 + (count - 1) * 7 / most.saturating_sub(1).max(1)).clamp(1, 8) };
    // A lone mention at the height of one eighth is easily overlooked.
    BARS[if eighths == 1 { 2 } else { eighths }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_fall_where_they_stand() {
        assert_eq!(strip(&counts(&[0, 50, 51, 52, 99], |&at| at, 100, 4), 3), "▂·█▂");
        assert_eq!(strip(&counts(&[], |&at: &usize| at, 0, 3), 0), "···");
    }

    #[test]
    fn a_strip_is_as_wide_as_it_should() {
        for width in 0..20 {
            assert_eq!(strip(&counts(&[7, 8, 9], |&at| at, 9, width), 1).chars().count(), width);
        }
    }
}
