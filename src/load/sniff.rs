//! What a source holds: recognized by its content first, then by its name.

use crate::text::head;

use super::encoding;

/// What the bytes are, before they are decoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Container {
    /// Packed with gzip.
    Gzip,
    /// Packed with Zstandard.
    Zstandard,
    /// A book.
    Epub,
    /// A message or a web archive, each part in an encoding of its own.
    Mail,
    /// A PDF.
    Pdf,
    /// Text in some encoding.
    Text,
}

/// A format of decoded text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Format {
    /// Plain text, with or without the head of a wire article.
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// RSS or Atom.
    Feed,
    /// JSON Feed.
    JsonFeed,
}

/// Characters at the beginning of a text that are looked at.
const SAMPLE: usize = 16 << 10;

/// What `bytes` that are called `name` are by their first few.
pub(super) fn container(bytes: &[u8], name: &str) -> Container {
    let is_epub = || bytes.get(30..).is_some_and(|rest| rest.starts_with(b"mimetypeapplication/epub"));
    match bytes {
        [0x1F, 0x8B, ..] => Container::Gzip,
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Container::Zstandard,
        [b'P', b'K', 3, 4, ..] if is_epub() || extension(name) == "epub" => Container::Epub,
        [b'%', b'P', b'D', b'F', b'-', ..] => Container::Pdf,
        _ if is_mail(bytes, name) => Container::Mail,
        _ => Container::Text,
    }
}

/// Whether a file that begins with `head` and is called `name` may hold an article: no picture, program or style sheet.
pub(super) fn may_be_article(head: &[u8], name: &str) -> bool {
    let is_part_of_page = matches!(extension(name).as_str(), "css" | "js" | "mjs" | "map" | "svg");
    container(head, name) != Container::Text || (!is_part_of_page && !encoding::is_binary(head))
}

/// Whether `bytes` begin as a message does: with lines of a head, two of which only messages have. A name that says so
/// needs one.
fn is_mail(bytes: &[u8], name: &str) -> bool {
    const FIELDS: &[&str] = &[
        "from",
        "received",
        "return-path",
        "message-id",
        "mime-version",
        "delivered-to",
        "content-type",
        "dkim-signature",
        "to",
        "subject",
    ];
    let needed = if matches!(extension(name).as_str(), "eml" | "mht" | "mhtml") { 1 } else { 2 };
    let sample = String::from_utf8_lossy(&bytes[..bytes.len().min(SAMPLE)]);
    let mut found: Vec<&str> = Vec::new();
    for line in sample.lines().take_while(|line| !line.is_empty()).take(200) {
        let name = line.split_once(':').map(|(name, _)| name).filter(|name| !name.contains(' '));
        match name {
            // A line that begins with white space goes on the one above it; `From ` opens a message in a mailbox.
            None if line.starts_with([' ', '\t']) || line.starts_with("From ") => {}
            None => return false,
            Some(name) => found.extend(FIELDS.iter().copied().find(|field| field.eq_ignore_ascii_case(name))),
        }
    }
    found.sort_unstable();
    found.dedup();
    found.len() >= needed && found.iter().any(|field| !matches!(*field, "subject" | "to"))
}

/// The format of `text` that is called `name`, and of which a server told the kind `media`.
pub(super) fn format(text: &str, name: &str, media: Option<&str>) -> Format {
    let sample = head(text, SAMPLE);
    if is_html(sample) {
        return Format::Html;
    }
    if is_feed(sample) {
        return Format::Feed;
    }
    if sample.trim_start().starts_with('{') && sample.contains("//jsonfeed.org/version/") {
        return Format::JsonFeed;
    }
    match media {
        Some("text/html" | "application/xhtml+xml") => return Format::Html,
        Some("text/markdown") => return Format::Markdown,
        _ => {}
    }
    match extension(name).as_str() {
        "html" | "htm" | "xhtml" | "xht" => Format::Html,
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        "txt" | "text" | "log" => Format::Text,
        _ if is_markdown(sample) => Format::Markdown,
        _ => Format::Text,
    }
}

/// The ending of a name in lower case, the endings of packers aside.
fn extension(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    let inner = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
    inner.rsplit_once('.').map(|(_, ending)| ending.to_owned()).unwrap_or_default()
}

/// Whether a text begins as a page does: with `<!doctype html`, `<html`, or another tag that only pages begin with.
fn is_html(sample: &str) -> bool {
    const TAGS: &[&str] = &[
        "!doctype html",
        "html",
        "head",
        "body",
        "title",
        "meta",
        "article",
        "main",
        "div",
        "p",
        "h1",
        "h2",
        "script",
        "style",
        "section",
    ];
    let first = after_prolog(sample).get(1..).unwrap_or_default();
    TAGS.iter().any(|tag| {
        let begins = first.get(..tag.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(tag));
        begins && first[tag.len()..].starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
    })
}

/// Whether the first element is that of RSS or Atom.
fn is_feed(sample: &str) -> bool {
    let first = after_prolog(sample).get(1..).unwrap_or_default();
    let name = first.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
    matches!(name, "rss" | "feed" | "rdf:RDF" | "atom:feed")
}

/// What stands behind white space, an XML declaration and comments; empty where that is no tag.
fn after_prolog(sample: &str) -> &str {
    let mut rest = sample.trim_start();
    loop {
        let end = match rest {
            rest if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
            rest if rest.starts_with("<?") => rest.find("?>").map(|at| at + 2),
            rest if rest.starts_with("<!DOCTYPE") && !is_html_type(rest) => after_type(rest),
            rest => return if rest.starts_with('<') { rest } else { "" },
        };
        rest = end.map_or("", |end| rest[end..].trim_start());
    }
}

fn is_html_type(declaration: &str) -> bool {
    declaration.get(9..14).is_some_and(|name| name.eq_ignore_ascii_case(" html"))
}

/// Where a document type ends, with the entities that it declares in brackets.
fn after_type(declaration: &str) -> Option<usize> {
    let close = declaration.find('>')?;
    let inner = declaration.find('[').filter(|open| *open < close);
    if inner.is_none() { Some(close + 1) } else { declaration.find("]>").map(|at| at + 2) }
}

/// Whether a text without a telling name is Markdown: front matter, a fence, or two different signs of it.
fn is_markdown(sample: &str) -> bool {
    if sample.starts_with("---\n") && sample.lines().skip(1).take(40).any(|line| line == "---" || line == "...") {
        return true;
    }
    let lines = || sample.lines().take(400).map(str::trim_end);
    let heading = lines().any(|line| {
        let level = line.bytes().take_while(|&byte| byte == b'#').count();
        (1..=6).contains(&level) && line[level..].starts_with(' ')
    });
    let fence = lines().filter(|line| line.starts_with("```")).count() >= 2;
    let link = sample.find("](").is_some_and(|at| sample[..at].rfind('[').is_some_and(|open| at - open < 200));
    let strong = sample.matches("**").count() >= 2;
    fence || [heading, link, strong].into_iter().filter(|found| *found).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_comes_before_the_name() {
        for text in [
            "<!DOCTYPE html><html>",
            " \n<!-- a -->\n<HTML lang=en>",
            "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">",
            "<p>One</p>",
        ] {
            assert_eq!(format(text, "a.txt", None), Format::Html, "{text}");
        }
        assert_eq!(format("a < b", "a.html.gz", None), Format::Html);
        assert_eq!(format("<progress of a talk>", "a.txt", None), Format::Text);
    }

    #[test]
    fn markdown_without_a_name() {
        assert_eq!(format("---\ntitle: a\n---\nOne.", "-", None), Format::Markdown);
        assert_eq!(format("# Title\n\nSee [this](https://example.org).", "-", None), Format::Markdown);
        assert_eq!(format("# a comment\nls -l", "-", None), Format::Text);
        assert_eq!(format("One.", "a.md", None), Format::Markdown);
    }
}
