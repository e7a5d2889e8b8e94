//! Takes attributes out of tags that have thousands of them, before the tokenizer, which compares each with all others.

use std::borrow::Cow;

use memchr::memmem;

/// How many attributes a tag keeps.
const MOST: usize = 500;
/// Elements whose text is not markup.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "xmp", "noframes"];

/// `html` with at most so many attributes in every tag; borrowed where no tag has more, as on any honest page.
pub fn without_many(html: &str) -> Cow<'_, str> {
    let mut scan = Scan { html, cuts: Vec::new(), open_ended: [false; RAW.len()] };
    scan.region(0, html.len());
    if scan.cuts.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut kept = String::with_capacity(html.len());
    let mut at = 0;
    for (from, to) in scan.cuts {
        kept.push_str(&html[at..from]);
        at = to;
    }
    kept.push_str(&html[at..]);
    Cow::Owned(kept)
}

struct Scan<'h> {
    html: &'h str,
    /// What is left out, from and to which byte, in order.
    cuts: Vec<(usize, usize)>,
    /// Whether an element of [`RAW`] has no end tag from here on.
    open_ended: [bool; RAW.len()],
}

impl Scan<'_> {
    /// Goes through the tags from byte `at` on; none reaches beyond `end`.
    fn region(&mut self, mut at: usize, end: usize) {
        while let Some(next) = memchr::memchr(b'<', &self.html.as_bytes()[at..end]) {
            at += next;
            at = match self.html.as_bytes().get(at + 1) {
                Some(b'!') => self.comment(at, end),
                Some(first) if first.is_ascii_alphabetic() => self.tag(at, end),
                _ => at + 1,
            };
        }
    }

    /// The end of the comment at byte `at`.
    fn comment(&self, at: usize, end: usize) -> usize {
        let text = &self.html.as_bytes()[at..end];
        if !text.starts_with(b"<!--") {
            return at + 2;
        }
        // `<!-->` is a whole comment.
        let closed = |mark: &[u8]| memmem::find(&text[2..], mark).map(|found| at + 2 + found + mark.len());
        closed(b"-->").into_iter().chain(closed(b"--!>")).min().unwrap_or(end)
    }

    /// The end of the tag at byte `at`, behind the text that belongs to it if that is raw.
    fn tag(&mut self, at: usize, end: usize) -> usize {
        let behind = self.attributes(at, end);
        let bytes = &self.html.as_bytes()[..end];
        let name = &self.html.as_bytes()[at + 1..behind];
        let raw = RAW.iter().position(|raw| {
            name.get(..raw.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(raw.as_bytes()))
                && !name.get(raw.len()).is_some_and(u8::is_ascii_alphanumeric)
        });
        let Some(raw) = raw.filter(|raw| !self.open_ended[*raw]) else { return behind };
        let Some(length) = end_tag(&bytes[behind..], RAW[raw].as_bytes()) else {
            self.open_ended[raw] = true;
            return behind;
        };
        // Within SVG it may be markup all the same.
        self.region(behind, behind + length);
        behind + length
    }

    /// Counts the attributes of the tag at byte `at`; gives its end.
    fn attributes(&mut self, at: usize, end: usize) -> usize {
        let bytes = &self.html.as_bytes()[..end];
        let skip = |from: usize, test: &dyn Fn(u8) -> bool| {
            bytes[from..].iter().position(|byte| !test(*byte)).map_or(end, |length| from + length)
        };
        let is_gap = |byte: u8| byte.is_ascii_whitespace() || byte == b'/';
        let is_name = |byte: u8| !is_gap(byte) && !matches!(byte, b'>' | b'=');
        let mut next = skip(at + 1, &is_name);
        let mut cut = None;
        for number in 1.. {
            next = skip(next, &is_gap);
            if next >= end || bytes[next] == b'>' {
                break;
            }
            if number > MOST {
                cut = cut.or(Some(next));
            }
            next = skip(next + 1, &is_name);
            let equals = skip(next, &|byte| byte.is_ascii_whitespace());
            if bytes.get(equals) == Some(&b'=') {
                next = value_end(bytes, skip(equals + 1, &|byte| byte.is_ascii_whitespace()));
            }
        }
        self.cuts.extend(cut.map(|from| (from, next)));
        (next + 1).min(end)
    }
}

/// Where the value that begins at byte `at` ends.
fn value_end(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(quote @ (b'"' | b'\'')) => {
            memchr::memchr(*quote, &bytes[at + 1..]).map_or(bytes.len(), |length| at + length + 2)
        }
        Some(_) => {
            let is_end = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
            bytes[at..].iter().position(is_end).map_or(bytes.len(), |length| at + length)
        }
        None => bytes.len(),
    }
}

/// How many bytes stand before `</name`.
fn end_tag(bytes: &[u8], name: &[u8]) -> Option<usize> {
    let begins =
        |at: &usize| bytes.get(at + 2..at + 2 + name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name));
    memmem::find_iter(bytes, b"</").find(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn many(count: usize) -> String {
        (0..count).map(|number| format!(" name{number}='>{number}'")).collect::<Vec<_>>().concat()
    }

    #[test]
    fn honest_pages_are_borrowed() {
        let page = format!("<!-- <p{} --><p{}>a < b</p><script>if (a<b) {{}}</script>", many(2000), many(400));
        assert!(matches!(without_many(&page), Cow::Borrowed(_)));
    }

    #[test]
    fn attributes_beyond_the_limit_go() {
        for (before, behind) in [("", "c"), ("<svg><style>", "</style>c"), ("<!-->", "</p>"), ("<title>", "c")] {
            let page = format!("{before}<p{}>{behind}", many(2000));
            let cut = without_many(&page);
            assert!(cut.ends_with(&format!("'>499' >{behind}")), "{before}: {}", &cut[cut.len() - 40..]);
        }
    }

    #[test]
    fn tags_that_never_end() {
        for page in
            ["<a ".repeat(100_000), "<a".repeat(100_000), "<title>".repeat(100_000), format!("<p x='{}", many(1000))]
        {
            without_many(&page);
        }
    }
}
