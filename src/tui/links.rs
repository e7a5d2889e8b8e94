//! Links: walking them, saying where one goes, following it here or in the browser.

use crate::article::{Inline, InlineKind};
use crate::text::TextRange;

use super::effect::Effect;
use super::state::State;

/// Where a link goes, and what a reader should know before going there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link<'a> {
    /// Where it stands in the text, in bytes.
    pub range: TextRange,
    /// Where it goes: `http`, `https` or `mailto`.
    pub target: &'a str,
    /// The host that its words name, where that is not the one it goes to.
    pub says: Option<&'a str>,
}

impl State {
    /// The link that is selected.
    pub fn link(&self) -> Option<Link<'_>> {
        let inline = self.article().inlines().get(self.reading.link? as usize)?;
        let target = target(inline)?;
        let says = host(inline.range.of(self.text())).filter(|says| !is_of(says, target));
        Some(Link { range: inline.range, target, says })
    }

    /// Selects the next link or the one before, looking from the one that is selected or from the top of the page, and
    /// says whether there is one.
    pub(super) fn jump_to_link(&mut self, forward: bool) -> bool {
        let view = self.in_view();
        let from = self.link().map(|link| link.range).filter(|range| range.overlaps(view));
        let inlines = self.article().inlines();
        let mut links = inlines.iter().enumerate().filter(|(_, inline)| target(inline).is_some());
        let found = if forward {
            let from = from.map_or(view.start(), |range| range.start() + 1);
            links.find(|(_, inline)| inline.range.start() >= from)
        } else {
            let from = from.map_or(view.start(), TextRange::start);
            links.rfind(|(_, inline)| inline.range.start() < from)
        };
        let found = found.map(|(at, inline)| (at, inline.range.start()));
        if let Some((at, start)) = found {
            self.reading = self.reading.unmarked();
            self.reading.link = Some(at as u32);
            self.show(start);
        }
        found.is_some()
    }

    /// Selects the link at a byte of the text, and says whether there is one.
    pub(super) fn select_link_at(&mut self, offset: usize) -> bool {
        let inlines = self.article().inlines();
        let found = inlines.iter().position(|inline| target(inline).is_some() && inline.range.contains(offset));
        self.reading.link = found.map(|at| at as u32);
        found.is_some()
    }

    /// Asks for what the selected link leads to; a letter is written elsewhere.
    pub(super) fn follow_link(&mut self) -> Option<Effect> {
        let target = self.link()?.target.to_owned();
        if target.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:")) {
            return self.open_outside();
        }
        self.notice = Some(format!("opening… {target}"));
        Some(Effect::Follow(target))
    }

    /// Asks for the browser, with the selected link or the page of the article itself.
    pub(super) fn open_outside(&mut self) -> Option<Effect> {
        let page = self.article().meta().url.as_ref().map(ToString::to_string);
        let Some(target) = self.link().map(|link| link.target.to_owned()).or(page) else {
            self.notice = Some("no link is chosen, and the article has no address".to_owned());
            return None;
        };
        self.notice = Some(format!("in the browser: {target}"));
        Some(Effect::Outside(target))
    }
}

fn target(inline: &Inline) -> Option<&str> {
    if let InlineKind::Link(target) = &inline.kind { Some(target.as_str()) } else { None }
}

/// The host that the words of a link name, if they read like an address: `example.org`, `https://example.org/page`.
fn host(words: &str) -> Option<&str> {
    let word = words.trim();
    let rest = word.split_once("://").map_or(word, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let (name, top) = host.rsplit_once('.')?;
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let reads_so =
        top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic()) && name.split('.').all(is_label);
    reads_so.then_some(host)
}

/// Whether `target` goes to `host`, or to one that differs by `www.` alone.
fn is_of(host: &str, target: &str) -> bool {
    let bare = |host: &str| {
        let host = host.to_ascii_lowercase();
        host.strip_prefix("www.").map(str::to_owned).unwrap_or(host)
    };
    let authority = target.split_once("://").map_or(target, |(_, rest)| rest).split(['/', '?', '#']).next();
    // What stands before an @ is a name that a swindler chose.
    let goes_to = authority.unwrap_or_default().rsplit('@').next().unwrap_or_default();
    bare(goes_to.split(':').next().unwrap_or_default()) == bare(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_read_like_an_address_name_its_host() {
        assert_eq!(host("https://Bank.example/login"), Some("Bank.example"));
        assert_eq!(host("bank.example"), Some("bank.example"));
        for words in ["the report", "3.5 per cent", "e.g. this", "Inc.", "", "v1.2"] {
            assert_eq!(host(words), None, "{words}");
        }
    }

    #[test]
    fn another_host_is_told_from_the_same() {
        assert!(is_of("bank.example", "https://www.BANK.example:443/login?x"));
        assert!(!is_of("bank.example", "https://bank.example@thief.example/"));
        assert!(!is_of("bank.example", "https://bank.example.thief.example/"));
    }
}
