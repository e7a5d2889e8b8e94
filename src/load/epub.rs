//! EPUB: each chapter an article, with the table of contents as the outline.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::article::{Meta, Warning};
use crate::text::Clean;

use super::opened::{Collection, Item};
use super::source::Source;
use super::tags::{first_text, without_tags};
use super::xml::{self, Element};
use super::{date, encoding};

/// The most chapters that are listed.
const CHAPTERS: usize = 10_000;
/// Letters that a page of a book needs to be a chapter; covers and blank pages have fewer.
const LETTERS: usize = 20;

/// Reads a book; no more than `limit` bytes are unpacked in all. What is damaged is left out with a warning.
pub(super) fn parse(bytes: &[u8], limit: usize) -> Collection {
    let mut warnings = Vec::new();
    let Some(mut book) = Book::open(bytes, limit) else {
        return Collection { warnings: vec![damaged()], ..Collection::default() };
    };
    let items = book.chapters();
    if book.is_short {
        warnings.push(Warning::Truncated { kept: limit });
    }
    if book.is_damaged {
        warnings.push(damaged());
    }
    if book.is_protected() {
        warnings.push(Warning::other("the book is protected against copying, so its text cannot be read"));
    }
    if items.is_empty() {
        warnings.push(Warning::Empty);
    }
    Collection { title: book.meta.title.clone(), items, warnings }
}

fn damaged() -> Warning {
    Warning::other("the book is damaged; this is what could be read")
}

/// A book while it is read.
struct Book<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be unpacked.
    left: usize,
    /// Whether something did not fit in the limit.
    is_short: bool,
    /// Whether something that the book names is not there.
    is_damaged: bool,
    /// The folder of the package, with its slash.
    folder: String,
    package: Element,
    /// What is known about the whole book.
    meta: Meta,
}

/// An entry of the table of contents.
struct Entry {
    path: String,
    title: String,
    depth: u8,
}

impl<'b> Book<'b> {
    fn open(bytes: &'b [u8], limit: usize) -> Option<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut book = Self {
            archive,
            left: limit,
            is_short: false,
            is_damaged: false,
            folder: String::new(),
            package: Element::default(),
            meta: Meta::default(),
        };
        let path = book.package_path()?;
        book.folder = path.rfind('/').map_or_else(String::new, |at| path[..=at].to_owned());
        book.package = xml::parse(&book.text(&path)?, &[])?;
        book.meta = book.package.child("metadata").map(meta).unwrap_or_default();
        Some(book)
    }

    fn package_path(&mut self) -> Option<String> {
        let container = self.text("META-INF/container.xml").and_then(|text| xml::parse(&text, &[]));
        let told =
            container.and_then(|root| Some(root.descendants("rootfile").first()?.attribute("full-path")?.to_owned()));
        told.filter(|path| self.archive.by_name(path).is_ok()).or_else(|| {
            let mut names = self.archive.file_names().filter_map(Result::ok);
            names.find(|name| name.ends_with(".opf")).map(std::borrow::Cow::into_owned)
        })
    }

    /// The bytes of a member, as many as the limit leaves.
    fn bytes(&mut self, path: &str) -> Option<Vec<u8>> {
        let member = self.archive.by_name(path).ok()?;
        let mut bytes = Vec::new();
        let read = member.take(self.left as u64 + 1).read_to_end(&mut bytes);
        self.is_damaged |= read.is_err();
        self.is_short |= bytes.len() > self.left;
        bytes.truncate(self.left);
        self.left -= bytes.len();
        Some(bytes)
    }

    fn text(&mut self, path: &str) -> Option<String> {
        let bytes = self.bytes(path)?;
        let declared = encoding::declared(&bytes);
        Some(encoding::decode(bytes, declared.as_deref()).text)
    }

    /// Whether the text itself is encrypted; fonts alone often are and do no harm.
    fn is_protected(&mut self) -> bool {
        self.text("META-INF/encryption.xml")
            .is_some_and(|text| text.contains("xmlenc#aes") || text.contains("xmlenc#kw"))
    }

    /// The chapters in the order of the spine.
    fn chapters(&mut self) -> Vec<Item> {
        let contents = self.contents();
        let mut items: Vec<Item> = Vec::new();
        for path in self.spine().into_iter().take(CHAPTERS) {
            let Some(html) = self.text(&path) else {
                self.is_damaged = true;
                continue;
            };
            if without_tags(&html).chars().filter(|c| c.is_alphabetic()).take(LETTERS).count() < LETTERS {
                continue;
            }
            let entry = contents.iter().find(|entry| entry.path == path);
            let title = entry.map(|entry| entry.title.clone()).or_else(|| first_text(&html, &["h1", "h2", "h3"]));
            // Chapters are XHTML, declared or not: read as HTML, a `<title/>` would swallow the page.
            let html =
                if html.trim_start().starts_with("<?xml") { html } else { format!("<?xml version=\"1.0\"?>{html}") };
            let title = Clean::new(&title.unwrap_or_else(|| format!("Part {}", items.len() + 1)));
            let depth = entry.map_or_else(|| items.last().map_or(0, |item| item.depth), |entry| entry.depth);
            let meta = Meta {
                id: title.clone(),
                title: Some(title.clone()),
                publisher: self.meta.title.clone(),
                ..self.meta.clone()
            };
            items.push(Item { title, depth, source: Source::Fragment { meta: Box::new(meta), html } });
            if self.left == 0 {
                break;
            }
        }
        items
    }

    /// The manifest: id, path, and the element.
    fn manifest(&self) -> Vec<(&str, String, &Element)> {
        let items = self.package.child("manifest").into_iter().flat_map(|manifest| manifest.all("item"));
        items
            .filter_map(|item| Some((item.attribute("id")?, join(&self.folder, item.attribute("href")?)?, item)))
            .collect()
    }

    /// The paths of the pages in reading order.
    fn spine(&mut self) -> Vec<String> {
        let manifest = self.manifest();
        let refs = self.package.child("spine").into_iter().flat_map(|spine| spine.all("itemref"));
        let paths: Vec<Option<String>> = refs
            .filter_map(|item| item.attribute("idref"))
            .map(|id| manifest.iter().find(|(known, ..)| *known == id).map(|(_, path, _)| path.clone()))
            .collect();
        self.is_damaged |= paths.iter().any(Option::is_none);
        paths.into_iter().flatten().collect()
    }

    /// The table of contents: that of EPUB 3, or else that of EPUB 2.
    fn contents(&mut self) -> Vec<Entry> {
        let find = |book: &Self, test: fn(&Element) -> bool| {
            book.manifest().into_iter().find(|(.., item)| test(item)).map(|(_, path, _)| path)
        };
        let nav =
            find(self, |item| item.attribute("properties").is_some_and(|all| all.split(' ').any(|one| one == "nav")));
        let ncx = find(self, |item| item.attribute("media-type") == Some("application/x-dtbncx+xml"));
        let mut entries = Vec::new();
        for path in [nav, ncx].into_iter().flatten() {
            let folder = path.rfind('/').map_or("", |at| &path[..=at]).to_owned();
            let Some(root) = self.text(&path).and_then(|text| xml::parse(&text, &[])) else { continue };
            let navs = root.descendants("nav");
            let toc = navs.iter().find(|nav| nav.attribute("epub:type") == Some("toc")).or(navs.first());
            for list in toc.into_iter().flat_map(|nav| nav.all("ol")) {
                listed(list, &folder, 0, &mut entries);
            }
            for map in root.descendants("navmap") {
                mapped(map, &folder, 0, &mut entries);
            }
            if !entries.is_empty() {
                break;
            }
        }
        entries
    }
}

/// The entries of a list in the contents of EPUB 3.
fn listed(list: &Element, folder: &str, depth: u8, entries: &mut Vec<Entry>) {
    for item in list.all("li") {
        if let Some(link) = item.child("a")
            && let Some(path) = link.attribute("href").and_then(|href| join(folder, href))
        {
            entries.push(Entry { path, title: link.whole_text(), depth });
        }
        item.all("ol").for_each(|inner| listed(inner, folder, depth.saturating_add(1), entries));
    }
}

/// The entries of a point in the contents of EPUB 2.
fn mapped(parent: &Element, folder: &str, depth: u8, entries: &mut Vec<Entry>) {
    for point in parent.all("navpoint") {
        let title = point.child("navlabel").and_then(|label| label.text_of("text"));
        let path = point.child("content").and_then(|content| join(folder, content.attribute("src")?));
        if let (Some(title), Some(path)) = (title, path) {
            entries.push(Entry { path, title: title.to_owned(), depth });
        }
        mapped(point, folder, depth.saturating_add(1), entries);
    }
}

/// Who wrote the book, and when.
fn meta(element: &Element) -> Meta {
    let text = |name: &str| element.text_of(name).map(Clean::new);
    Meta {
        title: text("dc:title"),
        authors: element
            .all("dc:creator")
            .map(|creator| Clean::new(&creator.text))
            .filter(|name| !name.is_empty())
            .collect(),
        published: element.text_of("dc:date").and_then(date::parse),
        publisher: text("dc:publisher"),
        language: text("dc:language"),
        ..Meta::default()
    }
}

/// The path of a member that `href` names from within `folder`; `None` for one outside of the book.
fn join(folder: &str, href: &str) -> Option<String> {
    let href = decoded(href.split(['#', '?']).next()?);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in href.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/")).filter(|path| !path.is_empty())
}

/// A path with its `%20` and the like worked out.
fn decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code =
            path.get(at + 1..at + 3).filter(|_| bytes[at] == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_book() {
        assert_eq!(join("OPS/text/", "../a%20b.xhtml#c").as_deref(), Some("OPS/a b.xhtml"));
        assert_eq!(join("OPS/", "../../../etc/passwd"), None);
    }
}
