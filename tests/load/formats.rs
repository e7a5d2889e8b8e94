//! Markdown, pages and packed files.

use std::io::Write;

use byline::article::{InlineKind, Loaded};

use crate::{article_of, shown};

fn title(loaded: &Loaded) -> Option<&str> {
    loaded.article.meta().title.as_ref().map(AsRef::as_ref)
}

#[test]
fn markdown_with_front_matter() {
    let text = "---\ntitle: Crane falls\nauthor: Ann Lee\ndate: 2026-03-04\n---\n\nIt *fell* into the [harbour](https://example.org/h), \
        she said.\n\n## Damage\n\n1. a boat\n2. a `crane`\n   - its hook\n\n> All of it\n> is gone.\n\n```\nx = [1]\n  y\n```\n\n\
        | boat | year |\n|---|---|\n| Ida | 1921 |\n";
    let loaded = article_of("a.md", text.as_bytes());
    let meta = loaded.article.meta();
    assert_eq!((title(&loaded), meta.authors.len()), (Some("Crane falls"), 1));
    assert_eq!(meta.published.map(|day| day.to_string()).as_deref(), Some("2026-03-04"));
    assert_eq!(
        shown(&loaded),
        [
            "title: Crane falls",
            "paragraph: It fell into the harbour, she said.",
            "heading: Damage",
            "item: a boat",
            "item: a crane",
            "item: its hook",
            "quote: All of it is gone.",
            "code: x = [1]\n  y",
            "table: boat │ year\nIda │ 1921",
        ]
    );
    let inlines: Vec<_> = loaded
        .article
        .inlines()
        .iter()
        .map(|inline| (inline.range.of(loaded.article.text()), inline.kind.clone()))
        .collect();
    assert_eq!(
        inlines,
        [
            ("fell", InlineKind::Emphasis),
            ("harbour", InlineKind::Link("https://example.org/h".into())),
            ("crane", InlineKind::Code)
        ]
    );
}

#[test]
fn the_first_heading_of_markdown_is_its_title() {
    let loaded = article_of("a.md", b"# Crane *falls*\n\nIt fell.\n\n# Damage\n");
    assert_eq!(title(&loaded), Some("Crane falls"));
    assert_eq!(shown(&loaded), ["title: Crane falls", "paragraph: It fell.", "heading: Damage"]);
    assert_eq!(loaded.article.inlines().len(), 1);
}

#[test]
fn pages_by_content_and_in_their_own_encoding() {
    let page = "<!DOCTYPE html><html><head><meta charset=\"windows-1251\"><title>Т</title></head><body><article><p>Правительство \
        объявило в среду о новом плане развития общественного транспорта, который начнётся весной.</p></article></body></html>";
    let bytes: Vec<u8> = page
        .chars()
        .map(|c| if ('А'..='я').contains(&c) { (c as u32 - 0x410 + 0xC0) as u8 } else { c as u8 })
        .collect();
    let loaded = article_of("a", &bytes);
    assert!(loaded.article.text().contains("Правительство"), "{}", loaded.article.text());
}

#[test]
fn packed_files() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(b"# Crane falls\n\nIt fell.").expect("memory");
    let loaded = article_of("a.md.gz", &packer.finish().expect("memory"));
    assert_eq!(shown(&loaded), ["title: Crane falls", "paragraph: It fell."]);
}
