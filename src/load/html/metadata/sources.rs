//! Collects the places of a page where it speaks about itself.

use std::collections::HashMap;
use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use super::super::links::Links;
use super::super::words::Words;
use super::dom;
use super::jsonld::Linked;

/// How many headings, times and authors are looked at.
const MOST: usize = 50;

/// What the page says, by place.
#[derive(Debug, Default)]
pub struct Sources {
    /// The best article that JSON-LD describes.
    pub linked: Linked,
    /// `<meta>` by property, name or itemprop in lower case; the first of a name wins.
    metas: HashMap<String, Vec<String>>,
    /// The text of `<title>`.
    pub title: Option<String>,
    /// The texts of `<h1>`, in order.
    pub headings: Vec<String>,
    /// Authors that `rel`, `itemprop` or class name, in order.
    pub authors: Vec<String>,
    /// Lines that begin with "By", and what elements called byline or author say first.
    pub bylines: Vec<String>,
    /// Dates that `<time>` and microdata tell, those marked as published first.
    pub times: Vec<String>,
    /// Short texts of elements called date.
    pub dated: Vec<String>,
    /// Short texts with numbers that may be dates, those after the first `<h1>` first.
    pub numbered: Vec<String>,
    /// The last text was "By".
    by: bool,
    /// The language that the page declares.
    pub language: Option<String>,
    canonical: Option<String>,
}

impl Sources {
    /// Walks the tree once.
    pub fn read(document: &Document) -> Self {
        let mut sources = Self::default();
        let mut scripts = Vec::new();
        for node in document.root().descendants_it() {
            sources.look(&node, &mut scripts);
        }
        sources.linked = Linked::read(&scripts);
        let declared =
            sources.language.take().or_else(|| sources.meta(&["content-language", "og:locale", "dc.language"]));
        sources.language = declared.or_else(|| sources.linked.language.clone()).and_then(|tag| language_tag(&tag));
        sources
    }

    /// The first value of the first of these names that has one.
    pub fn meta(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.metas.get(*name)?.first().cloned())
    }

    /// All values of the first of these names that has any.
    pub fn metas(&self, names: &[&str]) -> Vec<String> {
        names.iter().find_map(|name| self.metas.get(*name).cloned()).unwrap_or_default()
    }

    /// What the page says under a label in the cards that it gives other sites (`twitter:label1`, `twitter:data1`).
    pub fn label(&self, label: &str) -> Option<Vec<String>> {
        let of = |number: u8| {
            let told = self.meta(&[&format!("twitter:label{number}")])?;
            told.eq_ignore_ascii_case(label).then(|| self.metas(&[&format!("twitter:data{number}")]))
        };
        [1, 2].into_iter().find_map(of)
    }

    /// The address the page gives for itself, else where it came from.
    pub fn url(&self, links: &Links) -> Option<String> {
        let stated = self.canonical.clone().or_else(|| self.meta(&["og:url"])).and_then(|href| links.target(&href));
        stated.or_else(|| links.page())
    }

    fn look(&mut self, node: &NodeRef<'_>, scripts: &mut Vec<String>) {
        let Some(name) = dom::name(node) else {
            dom::with_text(node, |text| self.look_text(text));
            return;
        };
        match &*name {
            "html" => self.language = node.attr("lang").or_else(|| node.attr("xml:lang")).map(|lang| lang.to_string()),
            "title" if self.title.is_none() => self.title = Some(dom::text(node)).filter(|title| !title.is_empty()),
            "meta" => self.look_meta(node),
            "script" => scripts.push(node.text().to_string()),
            "link" if node.attr("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) => {
                self.canonical = self.canonical.take().or_else(|| node.attr("href").map(|href| href.to_string()));
            }
            "h1" if self.headings.len() < MOST => self.look_heading(node),
            "time" => self.look_time(node),
            _ => {}
        }
        self.look_marks(node);
    }

    fn look_heading(&mut self, node: &NodeRef<'_>) {
        let text = unescaped(&dom::text(node));
        if self.headings.is_empty() {
            // What stands above the headline belongs to the outlet.
            self.numbered.clear();
        }
        self.headings.extend(Some(text).filter(|text| !text.is_empty()));
    }

    /// Looks at a text of the page: is it a byline or a date?
    fn look_text(&mut self, text: &str) {
        let text = text.trim();
        if text.is_empty() || text.len() > 90 {
            return;
        }
        let lower = text.to_lowercase();
        if std::mem::take(&mut self.by) {
            self.bylines.push(text.to_owned());
        } else if matches!(lower.as_str(), "by" | "by:" | "written by" | "written by:" | "von" | "author:" | "words by")
        {
            self.by = self.bylines.len() < MOST;
        } else if (lower.starts_with("by ") || lower.starts_with("written by ")) && self.bylines.len() < MOST {
            self.bylines.push(text.to_owned());
        }
        if self.numbered.len() < MOST && text.contains(|c: char| c.is_ascii_digit()) {
            self.numbered.push(text.to_owned());
        }
    }

    fn look_meta(&mut self, node: &NodeRef<'_>) {
        let Some(content) = node.attr("content").map(|content| unescaped(content.trim())) else { return };
        if content.is_empty() {
            return;
        }
        for key in ["property", "name", "itemprop", "http-equiv"] {
            for name in node.attr(key).unwrap_or_default().split_ascii_whitespace() {
                let values = self.metas.entry(name.to_ascii_lowercase()).or_default();
                if values.len() < MOST {
                    values.push(content.clone());
                }
            }
        }
    }

    fn look_time(&mut self, node: &NodeRef<'_>) {
        if self.times.len() >= MOST {
            return;
        }
        let told = node.attr("datetime").map_or_else(|| dom::text(node), |time| time.to_string());
        let published = node.has_attr("pubdate") || node.class().is_some_and(|class| class.contains("publish"));
        if published { self.times.insert(0, told) } else { self.times.push(told) }
    }

    fn look_marks(&mut self, node: &NodeRef<'_>) {
        let Some(element) = node.element_ref() else { return };
        let (mut author, mut byline, mut date, mut published) = (false, false, false, false);
        let is_link = &*element.name.local == "a";
        for attribute in &element.attrs {
            let value = &*attribute.value;
            match &*attribute.name.local {
                "rel" => author |= value.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("author")),
                "href" if is_link => author |= leads_to_author(value),
                "itemprop" => {
                    author |= value.split_ascii_whitespace().any(|word| word == "author");
                    published |= value.contains("datePublished");
                }
                "class" | "id" if value.len() < 200 => {
                    date |= is_date_class(value);
                    byline |= is_byline_class(value);
                }
                _ => {}
            }
        }
        drop(element);
        if author && self.authors.len() < MOST {
            self.authors.extend(author_name(node));
        }
        if byline && self.bylines.len() < MOST {
            let texts = node.descendants_it().filter_map(|inner| dom::with_text(&inner, |text| text.trim().to_owned()));
            self.bylines.extend(texts.filter(|text| (3..60).contains(&text.len())).take(3));
        }
        if published && self.times.len() < MOST {
            let told = node
                .attr("content")
                .or_else(|| node.attr("datetime"))
                .map_or_else(|| dom::text(node), |time| time.to_string());
            self.times.insert(0, told);
        } else if date && self.dated.len() < MOST {
            self.dated.extend(short_text(node).filter(|text| text.len() < 120));
        }
    }
}

/// The text of an element that holds but little, a space between the texts of all it holds.
fn short_text(node: &NodeRef<'_>) -> Option<String> {
    let mut text = String::new();
    for inner in node.descendants_it() {
        dom::with_text(&inner, |own| text.extend([own.trim(), " "]));
        if text.len() > 400 {
            return None;
        }
    }
    Some(dom::folded(&text)).filter(|text| !text.is_empty())
}

/// The name within an element marked as author, if it is short enough for one.
fn author_name(node: &NodeRef<'_>) -> Option<String> {
    let named = node.descendants_it().find(|inner| inner.attr("itemprop").is_some_and(|prop| &*prop == "name"));
    let text = named.map_or_else(|| node.text(), |inner| inner.attr("content").unwrap_or_else(|| inner.text()));
    let text = dom::folded(&text);
    (!text.is_empty() && text.len() < 100).then_some(text)
}

/// Whether an address is that of an author's page: `/author/ann-lee`.
fn leads_to_author(href: &str) -> bool {
    let mut parts = href.split(['?', '#']).next().unwrap_or_default().split('/').rev().filter(|part| !part.is_empty());
    parts.next().is_some() && parts.next().is_some_and(|folder| matches!(folder, "author" | "authors"))
}

fn is_date_class(class: &str) -> bool {
    static DATED: LazyLock<Words> =
        LazyLock::new(|| Words::new(&["date", "time", "publish", "posted", "byline", "meta", "datum", "fecha"]));
    static OTHER: LazyLock<Words> = LazyLock::new(|| Words::new(&["update", "comment"]));
    DATED.are_in(class) && !OTHER.are_in(class)
}

fn is_byline_class(class: &str) -> bool {
    static SIGNED: LazyLock<Words> = LazyLock::new(|| Words::new(&["byline", "author"]));
    static OTHER: LazyLock<Words> = LazyLock::new(|| Words::new(&["comment", "authority"]));
    SIGNED.are_in(class) && !OTHER.are_in(class)
}

/// A BCP 47 tag: `en_US` becomes `en-US`; what is no tag is left out.
fn language_tag(raw: &str) -> Option<String> {
    let tag = raw.split([',', ';', ' ']).next()?.trim().replace('_', "-");
    let sound = tag.split('-').next().is_some_and(|first| (2..=3).contains(&first.len()))
        && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    sound.then_some(tag)
}

/// Undoes one more round of escaping: `&amp;` within JSON-LD or a doubly escaped attribute.
pub fn unescaped(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let fragment = Document::fragment(text.replace('<', "&lt;"));
    fragment.text().to_string()
}
