//! The one ruler: how many columns a text takes, as the screen that draws it counts.

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// The width of `text` in columns, the sum over its graphemes of what ratatui gives each.
pub fn columns(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    match text.chars().try_fold(0, |sum, c| is_narrow(c).then_some(sum + 1)) {
        Some(width) => width,
        None => text.graphemes(true).map(|grapheme| usize::from(grapheme.cell_width())).sum(),
    }
}

/// Each grapheme of `text` with the byte it begins at and its width in columns.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str, usize)> {
    text.grapheme_indices(true).map(|(at, grapheme)| (at, grapheme, usize::from(grapheme.cell_width())))
}

/// As much of the beginning of `text` as fits `width` columns, and how many it takes.
pub fn fit(text: &str, width: usize) -> (&str, usize) {
    let mut taken = 0;
    for (at, _, columns) in graphemes(text) {
        if taken + columns > width {
            return (&text[..at], taken);
        }
        taken += columns;
    }
    (text, taken)
}

/// `text` where it fits `width` columns, else its beginning with `…`.
pub fn elide(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let (start, _) = fit(text, width.saturating_sub(1));
    if width == 0 { String::new() } else { format!("{}…", start.trim_end()) }
}

/// Characters that take one column and join nothing: Latin letters and the punctuation of books.
const fn is_narrow(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{A8}' | '\u{AA}'..='\u{AC}' | '\u{AF}'..='\u{2FF}' | '\u{2010}'..='\u{2027}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ruler_agrees_with_the_screen() {
        let samples =
            [("naïve étude", 11), ("東京都庁", 8), ("👩\u{200D}👩\u{200D}👧 ok", 5), ("ｶﾞﾊﾟ", 6), ("e\u{301}", 1)];
        for (text, width) in samples {
            assert_eq!(columns(text), width, "{text}");
        }
    }

    #[test]
    fn the_fast_way_and_the_slow_way_agree() {
        for c in (' '..='\u{2FFF}').filter(|&c| is_narrow(c)) {
            let one = c.to_string();
            assert_eq!(one.cell_width(), 1, "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn what_is_elided_fits() {
        assert_eq!(elide("東京都庁", 5), "東京…");
        assert_eq!(elide("short", 5), "short");
        assert_eq!(elide("longer", 0), "");
    }
}
