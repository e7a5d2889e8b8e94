//! Whatever the bytes, loading ends with a sound article.

use proptest::prelude::*;

use byline::article::{Article, BlockKind};
use byline::load::{Options, Source, load};

/// What the builder promises.
fn check(article: &Article) {
    let text = article.text();
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "a control character in {text:?}");
    assert!(!text.contains(['\u{202E}', '\u{2066}', '\u{200B}', '\u{E0041}']), "an invisible one in {text:?}");
    let mut end = 0;
    for (at, block) in article.blocks().iter().enumerate() {
        let between = &text[end..block.range.start()];
        assert_eq!(between, if at == 0 { "" } else { "\n\n" });
        assert!(!block.range.is_empty() && text.get(block.range.start()..block.range.end()).is_some());
        assert!(block.kind.is_preformatted() || !block.range.of(text).contains('\n'), "a line break in {block:?}");
        end = block.range.end();
    }
    assert_eq!(end, text.len());
    assert!(article.blocks().iter().filter(|block| block.kind == BlockKind::Title).count() <= 1);
    assert!(article.inlines().is_sorted_by_key(|inline| inline.range));
    for inline in article.inlines() {
        assert!(article.blocks().iter().any(|block| block.range.covers(inline.range)), "{inline:?} is in no block");
        assert!(
            !inline.range.is_empty()
                && text.is_char_boundary(inline.range.start())
                && text.is_char_boundary(inline.range.end())
        );
    }
}

fn load_and_check(name: &str, bytes: &[u8]) {
    let options = Options { limit: 1 << 20, ..Options::default() };
    let opened = load(&Source::Bytes { name: name.into(), bytes: bytes.into() }, &options).expect("bytes at hand");
    for loaded in opened.into_articles(&options) {
        check(&loaded.expect("an article at hand").article);
    }
}

/// Pieces that texts are made of, and some that break them.
fn piece() -> impl Strategy<Value = String> {
    let known = [
        "By Ann Lee",
        "BRUSSELS, March 4 (Reuters) — ",
        "2026-03-04",
        "Title: x",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u{C}",
        "\t",
        "    ",
        "- ",
        "12) ",
        "> ",
        "===",
        "---",
        "# ",
        "**",
        "`",
        "```",
        "[a](b)",
        "|",
        "\u{1b}[2J",
        "\u{202E}",
        "\u{FEFF}",
        "👩\u{200D}👩\u{200D}👧",
        "é",
        "東京",
        "עברית",
        "word",
        "The end.",
        ":",
        "“",
        "\0",
        "<p>",
        "</p>",
        "<html>",
        "{",
        "---\n",
    ];
    prop_oneof![8 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => ".{0,12}", 1 => "[A-Z][a-z]{1,9} "]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_are_an_article(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        load_and_check("a", &bytes);
    }

    #[test]
    fn any_text_is_an_article(pieces in prop::collection::vec(piece(), 0..60), name in prop::sample::select(vec!["a.txt", "a.md", "a.html", "a"])) {
        load_and_check(name, pieces.concat().as_bytes());
    }
}
