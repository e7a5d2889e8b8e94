//! Finds what the tokenizer can be spared: the text of scripts and styles, which is half of many pages, and attributes of
//! tags that have thousands of them, each of which it would compare with all others.

use std::ops::Range;

use memchr::memmem;

/// How many attributes a tag keeps.
const MOST: usize = 500;
/// Elements whose text is not markup.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "xmp", "noframes"];

/// A stretch of a page that the tokenizer need not see.
#[derive(PartialEq, Eq, Debug)]
pub struct Spared {
    /// Where it is.
    pub bytes: Range<usize>,
    /// Whether it is the text of a script or the like, if the tag before it is one: it may stand in a comment.
    pub is_text: bool,
}

/// The stretches of `html` that the tokenizer can be spared, by where they begin; one may lie within another.
pub fn spared(html: &str) -> Vec<Spared> {
    let mut scan = Scan { html, spared: Vec::new(), open_ended: [false; RAW.len()] };
    scan.region(0, html.len());
    scan.spared
}

struct Scan<'h> {
    html: &'h str,
    spared: Vec<Spared>,
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
        let is_end = |close: &usize| text[2..*close].ends_with(b"--") || text[2..*close].ends_with(b"--!");
        let close = memchr::memchr_iter(b'>', text).skip_while(|close| *close < 4).find(is_end);
        close.map_or(end, |close| at + close + 1)
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
        let text = behind..behind + length;
        // What looks like a comment in a script may hide its end.
        if memmem::find(&bytes[text.clone()], b"<!--").is_none() {
            self.spared.push(Spared { bytes: text.clone(), is_text: true });
        }
        // Within SVG it may be markup all the same.
        self.region(text.start, text.end);
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
        self.spared.extend(cut.map(|from| Spared { bytes: from..next, is_text: false }));
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

    /// The page without attributes that are spared.
    fn cut(html: &str) -> String {
        let mut kept = html.to_owned();
        for spared in spared(html).into_iter().rev().filter(|spared| !spared.is_text) {
            kept.replace_range(spared.bytes, "");
        }
        kept
    }

    #[test]
    fn honest_pages_keep_all_but_scripts() {
        let script = "<script>if (a<b) {}</script>";
        let page = format!("<!-- <p{} --><!-- x --!><!-- y ---><p{}>a < b</p>{script}", many(2000), many(400));
        let end = page.len() - "</script>".len();
        assert_eq!(spared(&page), [Spared { bytes: page.len() - script.len() + 8..end, is_text: true }]);
        assert_eq!(spared("<script>'<!--<script>'</script>'--></script>"), []);
    }

    #[test]
    fn attributes_beyond_the_limit_go() {
        for (before, behind) in [("", "c"), ("<svg><style>", "</style>c"), ("<!-->", "</p>"), ("<title>", "c")] {
            let page = format!("{before}<p{}>{behind}", many(2000));
            let cut = cut(&page);
            assert!(cut.ends_with(&format!("'>499' >{behind}")), "{before}: {}", &cut[cut.len() - 40..]);
        }
    }

    #[test]
    fn tags_that_never_end() {
        for page in
            ["<a ".repeat(100_000), "<a".repeat(100_000), "<title>".repeat(100_000), format!("<p x='{}", many(1000))]
        {
            cut(&page);
        }
    }
}
