//! Feeds and books: lists of articles.

use std::io::{Cursor, Write};

use byline::article::{Loaded, Warning};
use byline::load::{Collection, Opened, Options, Source, load};

use crate::shown;

fn list_of(name: &str, bytes: &[u8]) -> Collection {
    match load(&Source::Bytes { name: name.into(), bytes: bytes.into() }, &Options::default()) {
        Ok(Opened::Collection(list)) => list,
        other => panic!("not a list: {other:?}"),
    }
}

fn titles(list: &Collection) -> Vec<&str> {
    list.items.iter().map(|item| item.title.as_str()).collect()
}

fn opened(source: &Source) -> Loaded {
    match load(source, &Options::default()) {
        Ok(Opened::Article(loaded)) => *loaded,
        other => panic!("not an article: {other:?}"),
    }
}

const LONG: &str =
    "<p>The harbour of the small town was closed on Monday after a crane fell into the water, they said.</p>";

#[test]
fn rss_with_and_without_full_texts() {
    let feed = format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"c\" xmlns:dc=\"d\"><channel><title>The Port &amp; Sea</title>\
         <item><title>Crane falls</title><link>https://example.org/crane</link><dc:creator>Ann Lee</dc:creator>\
         <pubDate>Wed, 04 Mar 2026 20:21:00 +0400</pubDate><content:encoded><![CDATA[{}]]></content:encoded></item>\
         <item><title>Caf&eacute; opens</title><link>https://example.org/cafe</link><description>Short.</description></item>\
         </channel></rss>",
        LONG.repeat(20)
    );
    let list = list_of("feed", feed.as_bytes());
    assert_eq!(list.title, Some("The Port & Sea".into()));
    assert_eq!(titles(&list), ["Crane falls", "Café opens"]);
    assert!(matches!(&list.items[1].source, Source::Entry { url, .. } if url == "https://example.org/cafe"));
    let crane = opened(&list.items[0].source);
    let meta = crane.article.meta();
    assert_eq!(meta.authors, ["Ann Lee".into()]);
    assert_eq!(meta.published.map(|moment| moment.to_string()).as_deref(), Some("2026-03-04T20:21:00+04:00"));
    assert_eq!(meta.publisher, Some("The Port & Sea".into()));
    assert_eq!((shown(&crane)[0].as_str(), crane.article.blocks().len()), ("title: Crane falls", 21));
}

#[test]
fn atom_and_json_feed() {
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Port</title><entry><title type=\"html\">A &lt;b&gt;crane&lt;/b&gt;</title>\
        <author><name>Ann Lee</name></author><updated>2026-03-04T20:21:00Z</updated>\
        <content type=\"xhtml\"><div xmlns=\"x\"><p>It <em>fell</em>.</p></div></content></entry></feed>";
    let list = list_of("a.xml", atom.as_bytes());
    assert_eq!(titles(&list), ["A crane"]);
    assert_eq!(shown(&opened(&list.items[0].source)), ["title: A crane", "paragraph: It fell."]);
    let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Port","items":[{"id":"1","title":"Crane","content_html":"<p>It fell.</p>"}]}"#;
    let list = list_of("a.json", json.as_bytes());
    assert_eq!(shown(&opened(&list.items[0].source)), ["title: Crane", "paragraph: It fell."]);
}

#[test]
fn an_entry_whose_page_cannot_be_had_shows_what_the_feed_has() {
    let feed = "<rss><channel><item><title>Crane falls</title><link>https://example.org/crane</link>\
        <description>It fell.</description></item></channel></rss>";
    let options = Options { is_offline: true, ..Options::default() };
    let Ok(Opened::Article(loaded)) = load(&list_of("a", feed.as_bytes()).items[0].source, &options) else {
        panic!("not an article")
    };
    assert_eq!(shown(&loaded), ["title: Crane falls", "paragraph: It fell."]);
    assert!(matches!(&loaded.warnings[..], [Warning::Other(why)] if why.as_str().contains("not read before")));
}

/// Feeds lie; what they name as an address must be one of the web.
#[test]
fn a_feed_leads_nowhere_but_to_the_web() {
    let feed = "<rss><channel><item><title>a</title><link>file:///etc/passwd</link></item></channel></rss>";
    assert!(matches!(list_of("a", feed.as_bytes()).items[0].source, Source::Fragment { .. }));
    let feed = "<rss><channel><item><title>a</title><link>http://127.0.0.1:9/</link></item></channel></rss>";
    let error = load(&list_of("a", feed.as_bytes()).items[0].source, &Options::default()).expect_err("refused");
    assert!(error.to_string().contains("within this machine"), "{error}");
}

#[test]
fn a_feed_that_is_cut_off_gives_what_is_there() {
    let feed =
        "<rss><channel><title>t</title><item><title>one</title><description>x & y</description></item><item><title>tw";
    assert_eq!(titles(&list_of("a", feed.as_bytes())), ["one", "tw"]);
}

/// A book with a chapter in each of `chapters`, and its contents.
fn book(chapters: &[(&str, &str)], contents: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let packed = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let mut add = |name: &str, text: &str| {
        zip.start_file(name, packed).expect("memory");
        zip.write_all(text.as_bytes()).expect("memory");
    };
    add("mimetype", "application/epub+zip");
    add("META-INF/container.xml", "<container><rootfiles><rootfile full-path=\"OPS/p.opf\"/></rootfiles></container>");
    let items: String = chapters
        .iter()
        .map(|(name, _)| format!("<item id=\"{name}\" href=\"{name}.xhtml\"/>"))
        .collect::<Vec<_>>()
        .concat();
    let spine: String =
        chapters.iter().map(|(name, _)| format!("<itemref idref=\"{name}\"/>")).collect::<Vec<_>>().concat();
    add(
        "OPS/p.opf",
        &format!(
            "<package><metadata xmlns:dc=\"d\"><dc:title>The Port</dc:title><dc:creator>Ann Lee</dc:creator></metadata>\
             <manifest>{items}<item id=\"n\" properties=\"nav\" href=\"n.xhtml\"/></manifest><spine>{spine}<itemref idref=\"gone\"/></spine></package>"
        ),
    );
    add("OPS/n.xhtml", contents);
    for (name, text) in chapters {
        add(&format!("OPS/{name}.xhtml"), text);
    }
    zip.finish().expect("memory").into_inner()
}

#[test]
fn a_book_is_its_chapters() {
    let one = format!("<html><head><title/></head><body><h1>The crane</h1>{LONG}</body></html>");
    let two = format!("<html><body>{LONG}</body></html>");
    let contents = "<html xmlns:epub=\"e\"><nav epub:type=\"toc\"><ol><li><a href=\"one.xhtml#a\">The crane</a><ol><li>\
        <a href=\"two.xhtml\">After it</a></li></ol></li></ol></nav></html>";
    let list = list_of(
        "a.epub",
        &book(&[("cover", "<html><body><img/></body></html>"), ("one", &one), ("two", &two)], contents),
    );
    assert_eq!(
        (list.title.as_ref().map(AsRef::as_ref), titles(&list)),
        (Some("The Port"), vec!["The crane", "After it"])
    );
    assert_eq!(list.items.iter().map(|item| item.depth).collect::<Vec<_>>(), [0, 1]);
    assert!(matches!(list.warnings[..], [Warning::Other(_)]), "the spine names a chapter that is gone");
    let crane = opened(&list.items[0].source);
    assert_eq!((shown(&crane)[0].as_str(), crane.article.blocks().len()), ("title: The crane", 2));
    assert_eq!(crane.article.meta().authors, ["Ann Lee".into()]);
    assert_eq!(shown(&opened(&list.items[1].source))[0], "title: After it");
}

#[test]
fn a_book_cannot_swell() {
    let bytes = book(&[("one", &format!("<p>{}</p>", "word ".repeat(100_000)))], "");
    let options = Options { limit: 50_000, ..Options::default() };
    assert!(bytes.len() < options.limit);
    let Ok(Opened::Collection(list)) = load(&Source::Bytes { name: "a.epub".into(), bytes }, &options) else {
        panic!("not a list")
    };
    assert!(list.warnings.contains(&Warning::Truncated { kept: 50_000 }), "{:?}", list.warnings);
    let Source::Fragment { html, .. } = &list.items[0].source else { panic!("not a chapter") };
    assert!(html.len() <= 50_000);
}

#[test]
fn a_book_that_is_cut_off_says_so() {
    let bytes = book(&[("one", LONG)], "");
    let list = list_of("a.epub", &bytes[..bytes.len() / 2]);
    assert!(list.items.is_empty() && !list.warnings.is_empty());
}

#[test]
fn a_book_that_cannot_be_read_says_so() {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("mimetype", zip::write::SimpleFileOptions::default()).expect("memory");
    zip.write_all(b"application/epub+zip").expect("memory");
    let bytes = zip.finish().expect("memory").into_inner();
    let opened = load(&Source::Bytes { name: "a.epub".into(), bytes }, &Options::default());
    let articles: Vec<_> = opened.expect("a list").into_articles(&Options::default()).flatten().collect();
    assert!(matches!(articles.as_slice(), [Loaded { warnings, .. }] if !warnings.is_empty()), "{articles:?}");
}
