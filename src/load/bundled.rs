//! The articles that come with the program, to see it at work before anything else is at hand.

use super::{Collection, Item, Opened, Source};

/// Their names, titles and texts, the best to begin with first. All is invented.
const ARTICLES: [(&str, &str, &str); 4] = [
    (
        "undersea-grid.txt",
        "Norway and Denmark weigh shared undersea grid after January blackout",
        include_str!("../../assets/articles/undersea-grid.txt"),
    ),
    (
        "bird-lighthouse.md",
        "The lighthouse that counts the birds",
        include_str!("../../assets/articles/bird-lighthouse.md"),
    ),
    (
        "harbour-economy.txt",
        "Veldmark’s economy grows faster than forecast as exports recover",
        include_str!("../../assets/articles/harbour-economy.txt"),
    ),
    (
        "painting-trial.txt",
        "Forger, dealer or fool: the painting trial hears its last witness",
        include_str!("../../assets/articles/painting-trial.txt"),
    ),
];

/// All of them.
pub fn bundled() -> Opened {
    let items = ARTICLES.map(|(name, title, text)| {
        let source = Source::Text { name: name.to_owned(), text: text.to_owned() };
        Item { title: title.into(), depth: 0, source }
    });
    Opened::Collection(Collection { title: Some("byline".into()), items: items.into(), warnings: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;

    #[test]
    fn each_has_a_head_and_a_date() {
        for (loaded, (_, title, _)) in bundled().into_articles(&Options::default()).zip(ARTICLES) {
            let loaded = loaded.expect("at hand");
            let meta = loaded.article.meta();
            assert_eq!(meta.title.as_ref().map(AsRef::as_ref), Some(title));
            assert!(!meta.authors.is_empty() && meta.published.is_some(), "{meta:?}");
            assert_eq!(loaded.warnings, []);
        }
    }
}
