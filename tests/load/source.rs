//! Files, pipes and directories: what can be read is read, and what cannot says why.

use std::fs;
use std::path::{Path, PathBuf};

use byline::article::{InlineKind, Warning};
use byline::load::{Opened, Options, Source, load};

/// A directory of the test's own, removed at its end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("byline-load-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a temporary directory");
        Self(path)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> Source {
        let path = self.0.join(name);
        fs::write(&path, bytes).expect("a temporary file");
        Source::Path(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn message(path: &Path) -> String {
    load(&Source::Path(path.into()), &Options::default()).expect_err("an error").to_string()
}

#[test]
fn what_cannot_be_read_says_why() {
    let scratch = Scratch::new("missing");
    let missing = scratch.0.join("no\u{1b}ne.txt");
    let shown = missing.display().to_string().replace('\u{1b}', "␛");
    assert_eq!(
        message(&missing),
        format!("{shown}: there is no such file; check the spelling, or give - for standard input")
    );
}

#[test]
fn a_directory_is_a_list_of_its_files() {
    let scratch = Scratch::new("list");
    scratch.file("b.txt", b"Second it is.");
    scratch.file("a.txt", b"First it is.");
    scratch.file(".hidden", b"Hidden it is.");
    let opened = load(&Source::Path(scratch.0.clone()), &Options::default()).expect("a directory");
    let Opened::Collection(list) = &opened else { panic!("not a list") };
    let titles: Vec<_> = list.items.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["a.txt", "b.txt"]);
    assert!(list.items.iter().all(|item| matches!(item.source, Source::Path(_))));
    let texts: Vec<_> = opened
        .into_articles(&Options::default())
        .map(|loaded| loaded.expect("a file").article.text().to_owned())
        .collect();
    assert_eq!(texts, ["First it is.", "Second it is."]);
}

#[test]
fn what_lies_beside_a_saved_page_is_no_article() {
    let scratch = Scratch::new("saved");
    let page = "<!DOCTYPE html>\n<!-- saved from url=(0029)https://example.org/news/crane -->\n<html><body><article>\
        <p>The harbour was closed on Monday after a crane fell into the water, <a href=\"/port\">the port</a> said.</p>\
        </article></body></html>";
    scratch.file("Crane.html", page.as_bytes());
    fs::create_dir(scratch.0.join("Crane_files")).expect("a directory");
    scratch.file("Crane_files/saved_resource.html", b"<p>An advertisement.</p>");
    scratch.file("style.css", b"p { color: red }");
    scratch.file("picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08");
    let opened = load(&Source::Path(scratch.0.clone()), &Options::default()).expect("a directory");
    let pages: Vec<_> = opened.into_articles(&Options::default()).map(|page| page.expect("a page").article).collect();
    assert_eq!(pages.len(), 1);
    assert_eq!(pages[0].meta().url, Some("https://example.org/news/crane".into()));
    let links: Vec<_> = pages[0].inlines().iter().map(|inline| inline.kind.clone()).collect();
    assert_eq!(links, [InlineKind::Link("https://example.org/port".into())]);
}

#[test]
fn only_so_much_is_read() {
    let scratch = Scratch::new("limit");
    let source = scratch.file("a.txt", "word ".repeat(100).as_bytes());
    let options = Options { limit: 50, ..Options::default() };
    let Ok(Opened::Article(loaded)) = load(&source, &options) else { panic!("not an article") };
    assert_eq!(loaded.article.text().len(), 49);
    assert_eq!(loaded.warnings, [Warning::Truncated { kept: 50 }]);
}

#[cfg(target_os = "linux")]
#[test]
fn files_without_a_size_or_an_end() {
    let options = Options { limit: 1 << 20, ..Options::default() };
    let Ok(Opened::Article(status)) = load(&Source::Path("/proc/self/status".into()), &options) else { panic!() };
    assert!(status.article.text().contains("Name:"));
    let Ok(Opened::Article(zeros)) = load(&Source::Path("/dev/zero".into()), &options) else { panic!() };
    assert!(zeros.warnings.contains(&Warning::Binary) && zeros.article.text().len() < 4 << 20);
}
