//! The articles that come with the program, to see it at work before anything else is at hand.

use super::{Collection, Item, Opened, Source};

/// Their names and texts, the best to begin with first. All is invented.
const ARTICLES: [(&str, &str); 4] = [
    ("undersea-grid.txt", include_str!("../../assets/articles/undersea-grid.txt")),
    ("bird-lighthouse.md", include_str!("../../assets/articles/bird-lighthouse.md")),
    ("harbour-economy.txt", include_str!("../../assets/articles/harbour-economy.txt")),
    ("painting-trial.txt", include_str!("../../assets/articles/painting-trial.txt")),
];

/// All of them.
pub fn bundled() -> Opened {
    let items = ARTICLES.map(|(name, text)| {
        let source = Source::Text { name: name.to_owned(), text: text.to_owned() };
        Item { title: name.into(), depth: 0, source }
    });
    Opened::Collection(Collection { title: Some("byline".into()), items: items.into(), warnings: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::*;

    #[test]
    fn each_has_a_head_and_a_date() {
        for loaded in bundled().into_articles(&Options::default()) {
            let loaded = loaded.expect("at hand");
            let meta = loaded.article.meta();
            assert!(meta.title.is_some() && !meta.authors.is_empty() && meta.published.is_some(), "{meta:?}");
            assert_eq!(loaded.warnings, []);
        }
    }
}
