//! RSS, Atom and JSON Feed: a list of articles, each with its text or with the address where it is.

use serde_json::Value;

use crate::article::{ArticleBuilder, Meta, Published, Warning};
use crate::text::Clean;

use super::opened::{Collection, Item};
use super::source::Source;
use super::tags::without_tags;
use super::xml::{self, Element};
use super::{date, html};

/// Characters of text that an entry needs to be taken for the whole article where an address is told too.
const WHOLE: usize = 1500;

/// An entry of any kind of feed.
#[derive(Default)]
struct Entry {
    title: String,
    authors: Vec<String>,
    published: Option<Published>,
    url: Option<String>,
    /// HTML that the feed calls the content.
    content: Option<String>,
    /// HTML that it calls a summary or description.
    summary: Option<String>,
}

/// Reads RSS (any version) and Atom.
pub(super) fn parse_xml(text: &str) -> Collection {
    let root = xml::parse(text, &["content", "summary", "description", "title"]).unwrap_or_default();
    let channel = root.child("channel").unwrap_or(&root);
    // In RSS 1.0 the items stand beside the channel.
    let outside = root.child("channel").map(|_| &root.children).into_iter().flatten();
    let entries =
        channel.children.iter().chain(outside).filter(|child| matches!(child.name.as_str(), "item" | "entry"));
    let title = channel.child("title").map(plain);
    collection(title, channel.text_of("language"), entries.map(entry).collect())
}

/// Reads JSON Feed; `None` where it is no JSON.
pub(super) fn parse_json(text: &str) -> Option<Collection> {
    let feed: Value = serde_json::from_str(text).ok()?;
    let string = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    let authors = |value: &Value| -> Vec<String> {
        let listed = value.get("authors").and_then(Value::as_array).into_iter().flatten();
        listed.chain(value.get("author")).filter_map(|author| string(author, "name")).collect()
    };
    let entries = feed.get("items").and_then(Value::as_array).into_iter().flatten().map(|item| Entry {
        title: string(item, "title").unwrap_or_default(),
        authors: authors(item),
        published: string(item, "date_published").and_then(|told| date::parse(&told)),
        url: string(item, "url").or_else(|| string(item, "external_url")),
        content: string(item, "content_html").or_else(|| string(item, "content_text").map(|text| escaped(&text))),
        summary: string(item, "summary").map(|text| escaped(&text)),
    });
    Some(collection(string(&feed, "title"), string(&feed, "language").as_deref(), entries.collect()))
}

fn entry(element: &Element) -> Entry {
    let links = || element.all("link").filter(|link| link.attribute("rel").is_none_or(|rel| rel == "alternate"));
    let link =
        links().find_map(|link| link.attribute("href").or(Some(link.text.trim()).filter(|text| !text.is_empty())));
    let names = element.all("author").map(|author| author.text_of("name").unwrap_or(author.text.trim()).to_owned());
    let creators = element.all("dc:creator").map(|creator| creator.text.trim().to_owned());
    let told = ["pubdate", "published", "dc:date", "updated", "issued"].iter().find_map(|name| element.text_of(name));
    let content = element
        .child("content:encoded")
        .map(|content| content.text.clone())
        .or_else(|| element.child("content").map(html_of));
    Entry {
        title: element.child("title").map(plain).unwrap_or_default(),
        authors: names.chain(creators).filter(|name| !name.is_empty()).map(|name| person(&name)).collect(),
        published: told.and_then(date::parse),
        url: link.or_else(|| element.text_of("guid").filter(|guid| guid.starts_with("http"))).map(str::to_owned),
        content,
        summary: element.child("summary").or_else(|| element.child("description")).map(html_of),
    }
}

/// `ann@example.org (Ann Lee)` is how RSS writes a name.
fn person(told: &str) -> String {
    let named = told.strip_suffix(')').and_then(|open| open.split_once('('));
    named.map_or(told, |(_, name)| name).to_owned()
}

/// The HTML in an element: escaped, or written as markup.
fn html_of(element: &Element) -> String {
    match element.attribute("type") {
        Some("text") => escaped(&element.text),
        Some("xhtml") => element.inner.clone(),
        _ if element.children.is_empty() => element.text.clone(),
        _ => element.inner.clone(),
    }
}

/// The text of an element that may hold HTML, such as a title.
fn plain(element: &Element) -> String {
    let mut builder = ArticleBuilder::default();
    html::fragment(&html_of(element), None, &mut builder);
    builder.finish().article.text().to_owned()
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<p>{}</p>", text.replace("\n\n", "</p><p>"))
}

fn collection(title: Option<String>, language: Option<&str>, entries: Vec<Entry>) -> Collection {
    let title = title.map(|title| Clean::new(&title)).filter(|title| !title.is_empty());
    let language = language.map(Clean::new);
    let items: Vec<Item> = entries.into_iter().map(|entry| entry.item(title.as_ref(), language.as_ref())).collect();
    let warnings = if items.is_empty() { vec![Warning::Empty] } else { Vec::new() };
    Collection { title, items, warnings }
}

impl Entry {
    fn item(self, publisher: Option<&Clean>, language: Option<&Clean>) -> Item {
        let title = Clean::new(&self.title);
        let is_whole = |html: &String| without_tags(html).chars().count() >= WHOLE;
        let summary = self.summary;
        let longest = self
            .content
            .filter(|content| summary.as_ref().is_none_or(|summary| content.len() >= summary.len()))
            .or(summary);
        let url = self.url.filter(|url| url.starts_with("http://") || url.starts_with("https://"));
        let meta = Box::new(Meta {
            id: url.as_deref().map_or_else(|| title.clone(), Clean::new),
            title: Some(title.clone()).filter(|title| !title.is_empty()),
            authors: self.authors.iter().map(|name| Clean::new(name)).collect(),
            published: self.published,
            publisher: publisher.cloned(),
            url: url.as_deref().map(Clean::new),
            language: language.cloned(),
            ..Meta::default()
        });
        let is_part = !longest.as_ref().is_some_and(is_whole);
        let html = longest.unwrap_or_default();
        let source = match url {
            Some(url) if is_part => Source::Entry { url, meta, html },
            _ => Source::Fragment { meta, html },
        };
        let title = if title.is_empty() { source.name() } else { title };
        Item { title, depth: 0, source }
    }
}
