//! XML as a tree, read with forgiveness: what feeds and books hold in practice is often no XML.

use std::borrow::Cow;

use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// An element.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without the prefix that the root has too: `item`, `dc:creator`.
    pub name: String,
    /// Its attributes with their values.
    pub attributes: Vec<(String, String)>,
    /// The elements right in it.
    pub children: Vec<Self>,
    /// The text right in it.
    pub text: String,
    /// What stands between its tags, as it is written.
    pub inner: String,
}

/// How deep elements may lie in one another; what is deeper is left out.
const DEEPEST: usize = 64;

/// Reads a document; `None` where no element is in it.
///
/// End tags that are missing or wrong are put up with, and a document that is cut off gives what is there. Entities that
/// the document declares are never expanded; all but the five of XML stay as they are written, for HTML to read. `inner` is kept for the elements that `keeps`
/// names.
pub(super) fn parse(text: &str, keeps: &[&str]) -> Option<Element> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut tree = Tree { text, keeps, open: vec![(Element::default(), 0)], ..Tree::default() };
    loop {
        let before = reader.buffer_position() as usize;
        let Ok(event) = reader.read_event() else { break };
        let after = reader.buffer_position() as usize;
        match event {
            Event::Start(start) => tree.start(&start, after),
            Event::Empty(start) => {
                tree.start(&start, after);
                tree.end(after);
            }
            Event::End(_) => tree.end(before),
            Event::Text(text) => tree.text(&text),
            Event::CData(text) => tree.text(&text),
            Event::GeneralRef(name) => match name.resolve_char_ref() {
                Ok(Some(c)) => tree.text(c.encode_utf8(&mut [0; 4])),
                _ => match resolve_xml_entity(&name) {
                    Some(text) => tree.text(text),
                    None => tree.text(&format!("&{};", &*name)),
                },
            },
            Event::Eof => break,
            _ => {}
        }
    }
    tree.finish()
}

/// A tree while it is read.
#[derive(Default)]
struct Tree<'t> {
    text: &'t str,
    keeps: &'t [&'t str],
    /// The elements that are open, each with the byte where its inside begins; the first holds the root.
    open: Vec<(Element, usize)>,
    /// Elements that are open and too deep to be kept.
    skipped: usize,
    /// The prefix of the root with its colon.
    prefix: String,
}

impl Tree<'_> {
    fn start(&mut self, start: &BytesStart, inside: usize) {
        if self.open.len() > DEEPEST {
            self.skipped += 1;
            return;
        }
        let name = start.name().0.to_ascii_lowercase();
        if self.open.len() == 1
            && let Some((prefix, _)) = name.split_once(':')
        {
            self.prefix = format!("{prefix}:");
        }
        let name = name.strip_prefix(&self.prefix).unwrap_or(&name).to_owned();
        let mut attributes = start.attributes();
        let attributes = attributes.with_checks(false).filter_map(Result::ok);
        let attributes = attributes
            .map(|attribute| {
                let value = unescape(&attribute.value);
                let value = value.map_or_else(|_| attribute.value.to_string(), Cow::into_owned);
                (attribute.key.0.to_ascii_lowercase(), value)
            })
            .collect();
        self.open.push((Element { name, attributes, ..Element::default() }, inside));
    }

    fn end(&mut self, inside_ends: usize) {
        if self.skipped > 0 {
            self.skipped -= 1;
        } else if self.open.len() > 1 {
            self.close(inside_ends);
        }
    }

    fn close(&mut self, inside_ends: usize) {
        let Some((mut element, inside)) = self.open.pop() else { return };
        if self.keeps.contains(&element.name.as_str()) {
            self.text.get(inside..inside_ends).unwrap_or_default().clone_into(&mut element.inner);
        }
        if let Some((parent, _)) = self.open.last_mut() {
            parent.children.push(element);
        }
    }

    fn text(&mut self, text: &str) {
        if let Some((element, _)) = self.open.last_mut().filter(|_| self.skipped == 0) {
            element.text.push_str(text);
        }
    }

    fn finish(mut self) -> Option<Element> {
        while self.open.len() > 1 {
            self.close(self.text.len());
        }
        let (document, _) = self.open.pop()?;
        document.children.into_iter().next()
    }
}

impl Element {
    /// The first element right in it that is called `name`.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The elements right in it that are called `name`.
    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The text of the first child called `name` that has any, trimmed.
    pub fn text_of(&self, name: &str) -> Option<&str> {
        let mut texts = self.children.iter().filter(|child| child.name == name).map(|child| child.text.trim());
        texts.find(|text| !text.is_empty())
    }

    /// All elements called `name`, at any depth, in order.
    pub fn descendants<'e>(&'e self, name: &'e str) -> Vec<&'e Self> {
        let mut found = Vec::new();
        let mut pending = vec![self];
        while let Some(element) = pending.pop() {
            if element.name == name {
                found.push(element);
            }
            pending.extend(element.children.iter().rev());
        }
        found
    }

    /// All text in it, at any depth.
    pub fn whole_text(&self) -> String {
        let inner: Vec<String> = self.children.iter().map(Self::whole_text).collect();
        [self.text.clone(), inner.concat()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_texts_and_attributes() {
        let root = parse(
            "<?xml version='1.0'?><a:x xmlns:a='n'><a:t k='1 &amp; 2'>Caf&#233; &eacute; R&D <![CDATA[<b>]]></a:t></a:x>",
            &[],
        )
        .expect("a root");
        assert_eq!(root.name, "x");
        assert_eq!(root.text_of("t"), Some("Café &eacute; R&D <b>"));
        assert_eq!(root.child("t").and_then(|t| t.attribute("k")), Some("1 & 2"));
    }

    #[test]
    fn what_is_no_xml() {
        let root = parse("<a><b>one</c><b>two", &["b"]).expect("a root");
        assert_eq!(root.descendants("b").len(), 2);
        let deep = format!("<r>{}x", "<a>".repeat(100_000));
        assert!(parse(&deep, &[]).is_some());
        assert!(parse("plain", &[]).is_none());
    }

    #[test]
    fn declared_entities_stay_what_they_are() {
        let root = parse("<!DOCTYPE r [<!ENTITY k 'lol'>]><r><t>&k;</t></r>", &[]).expect("a root");
        assert_eq!(root.text_of("t"), Some("&k;"));
    }
}
