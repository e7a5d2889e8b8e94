//! Titles: the words before a person's name that are no part of it.

use std::sync::LazyLock;

use super::word::small;

static TITLES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let list = include_str!("../../../assets/lexicon/names/titles.txt");
    list.lines().filter(|line| !line.starts_with('#')).collect()
});

/// Whether `word` is a title: `Mr`, `Gen.`, `President`.
pub fn is_title(word: &str) -> bool {
    TITLES.binary_search(&small(word).as_str()).is_ok()
}

/// How many of `words` are titles before a name; one word at least is left to be the name.
pub fn leading_titles<'w>(words: impl ExactSizeIterator<Item = &'w str>) -> usize {
    let most = words.len().saturating_sub(1);
    words.take(most).take_while(|word| is_title(word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_counted_but_never_the_whole() {
        assert_eq!(leading_titles(["Lt.", "Gen.", "Sam", "Gen."].into_iter()), 2);
        assert_eq!(leading_titles(["Dr"].into_iter()), 0);
        assert!(is_title("PRESIDENT") && !is_title("Sam"));
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(TITLES.is_sorted());
    }
}
