//! What a source holds: recognized by its content first, then by its name.

/// What the bytes are, before they are decoded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Container {
    /// Packed with gzip.
    Gzip,
    /// Packed with Zstandard.
    Zstandard,
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
}

/// Characters at the beginning of a text that are looked at.
const SAMPLE: usize = 16 << 10;

/// What `bytes` are by their first few.
pub(super) fn container(bytes: &[u8]) -> Container {
    match bytes {
        [0x1F, 0x8B, ..] => Container::Gzip,
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Container::Zstandard,
        _ => Container::Text,
    }
}

/// The format of `text` that is called `name`.
pub(super) fn format(text: &str, name: &str) -> Format {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    if is_html(sample) {
        return Format::Html;
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

/// What stands behind white space, an XML declaration and comments; empty where that is no tag.
fn after_prolog(sample: &str) -> &str {
    let mut rest = sample.trim_start();
    loop {
        let end = match rest {
            rest if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
            rest if rest.starts_with("<?") => rest.find("?>").map(|at| at + 2),
            rest => return if rest.starts_with('<') { rest } else { "" },
        };
        rest = end.map_or("", |end| rest[end..].trim_start());
    }
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
            assert_eq!(format(text, "a.txt"), Format::Html, "{text}");
        }
        assert_eq!(format("a < b", "a.html.gz"), Format::Html);
        assert_eq!(format("<progress of a talk>", "a.txt"), Format::Text);
    }

    #[test]
    fn markdown_without_a_name() {
        assert_eq!(format("---\ntitle: a\n---\nOne.", "-"), Format::Markdown);
        assert_eq!(format("# Title\n\nSee [this](https://example.org).", "-"), Format::Markdown);
        assert_eq!(format("# a comment\nls -l", "-"), Format::Text);
        assert_eq!(format("One.", "a.md"), Format::Markdown);
    }
}
