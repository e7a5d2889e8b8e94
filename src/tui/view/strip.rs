//! The density strip: where in the article something is mentioned, one cell a stretch of text.

/// Eighths of a cell, from none to full.
const BARS: [char; 9] = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A strip of `width` cells for mentions at the bytes `at` of a text of `length` bytes. The fullest cell of all strips
/// drawn together holds `most` mentions.
pub fn strip(at: impl Iterator<Item = usize>, length: usize, width: usize, most: usize) -> String {
    let mut cells = vec![0_usize; width];
    for offset in at {
        if let Some(cell) = cells.get_mut(cell_of(offset, length, width)) {
            *cell += 1;
        }
    }
    cells.iter().map(|&count| bar(count, most)).collect()
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
        assert_eq!(strip([0, 50, 51, 52, 99].into_iter(), 100, 4, 3), "▂·█▂");
        assert_eq!(strip(std::iter::empty(), 0, 3, 0), "···");
    }

    #[test]
    fn a_strip_is_as_wide_as_it_should() {
        for width in 0..20 {
            assert_eq!(strip([7, 8, 9].into_iter(), 9, width, 1).chars().count(), width);
        }
    }
}
