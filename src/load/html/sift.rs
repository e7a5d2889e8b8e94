//! Leaves out the lines of a page that are no part of the article: what invites to share, subscribe or read elsewhere,
//! bylines and dates, credits of pictures, and lists of links.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::article::BlockKind;

use super::draft::{Draft, Piece};

/// Lines longer than this, in bytes, are running text and never left out for their wording.
const MAX_LINE: usize = 300;

/// What lines say that are no part of an article.
struct Phrases {
    lines: HashSet<&'static str>,
    starts: Vec<&'static str>,
    any: Vec<&'static str>,
    heads: HashSet<&'static str>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases { lines: HashSet::new(), starts: Vec::new(), any: Vec::new(), heads: HashSet::new() };
    for line in include_str!("../../../assets/lexicon/page-phrases.tsv").lines() {
        match line.split_once('\t') {
            Some(("line", phrase)) => drop(phrases.lines.insert(phrase)),
            Some(("start", phrase)) => phrases.starts.push(phrase),
            Some(("any", phrase)) => phrases.any.push(phrase),
            Some(("head", phrase)) => drop(phrases.heads.insert(phrase)),
            _ => {}
        }
    }
    phrases
});

/// Takes out of `draft` what is no part of the article.
pub fn sift(draft: &mut Draft) {
    let lines: Vec<Line> = draft.pieces.iter().map(Line::new).collect();
    let mut kept = vec![true; lines.len()];
    let Some(first) = lines.iter().position(Line::is_prose) else { return };
    let regular = lines.iter().filter(|line| line.is_linked_line()).count() > 4;
    let last = lines.iter().rposition(Line::is_prose).unwrap_or(first);
    for (at, line) in lines.iter().enumerate() {
        let drop = line.is_phrase()
            || (!regular && line.is_linked_line())
            || (at < first && line.is_head_junk())
            || (at > last && line.is_tail_junk());
        kept[at] = !drop;
    }
    drop_sections(&lines, &mut kept);
    draft.retain(&kept);
}

/// A block as the rules look at it.
struct Line {
    kind: BlockKind,
    chars: usize,
    linked: bool,
    /// How many links it has.
    links: usize,
    /// In lower case, without punctuation at the end; empty for long ones.
    text: String,
    /// It ends as a sentence does.
    sentence: bool,
    words: usize,
}

impl Line {
    fn new(piece: &Piece) -> Self {
        let text = if piece.chars < MAX_LINE { piece.text() } else { String::new() };
        let sentence =
            text.trim_end_matches(['"', '”', '’', '\'', ')', '»', '“']).ends_with(['.', '!', '?', '…', ':', '。']);
        let words = text.split(' ').count();
        let text = text.to_lowercase();
        let text = text
            .trim_matches(|c: char| {
                c.is_whitespace()
                    || matches!(
                        c,
                        '.' | ':' | '!' | '…' | '»' | '›' | '>' | '→' | '▸' | '-' | '–' | '|' | '•' | '(' | ')'
                    )
            })
            .to_owned();
        Self {
            kind: piece.kind,
            chars: piece.chars,
            linked: piece.is_linked(),
            links: piece.links(),
            text,
            sentence,
            words,
        }
    }

    fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_))
    }

    /// Running text: a paragraph or quotation of some length that is not a link.
    fn is_prose(&self) -> bool {
        let running = matches!(self.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Item { .. });
        running && !self.linked && (self.chars >= 80 || (self.chars >= 40 && self.sentence)) && !self.is_phrase()
    }

    fn is_phrase(&self) -> bool {
        if self.text.is_empty() || self.kind == BlockKind::Caption {
            return false;
        }
        let begins = |phrases: &[&str]| phrases.iter().any(|start| self.text.starts_with(start));
        PHRASES.lines.contains(self.text.as_str())
            || begins(&PHRASES.any)
            || (self.words <= 14 && begins(&PHRASES.starts))
    }

    /// A paragraph that is nothing but one link of some words.
    fn is_linked_line(&self) -> bool {
        let line = self.links == 1 && self.words >= 5 && self.chars < 120 && !self.sentence;
        line && self.linked && matches!(self.kind, BlockKind::Paragraph | BlockKind::Quote)
    }

    /// What stands above an article: its date, its author, the path to it.
    fn is_head_junk(&self) -> bool {
        match self.kind {
            BlockKind::Item { .. } => self.linked || (self.words <= 4 && !self.sentence),
            BlockKind::Paragraph => {
                !self.sentence
                    && (self.words <= 4
                        || (self.words <= 14
                            && (self.text.starts_with("by ") || self.text.starts_with("von ") || is_dated(&self.text))))
            }
            _ => false,
        }
    }

    /// What stands below it.
    fn is_tail_junk(&self) -> bool {
        match self.kind {
            BlockKind::Item { .. } => self.linked,
            BlockKind::Paragraph => !self.sentence && self.words <= 8,
            BlockKind::Heading(_) => true,
            _ => false,
        }
    }
}

/// Whether a short line tells a date or a time.
fn is_dated(text: &str) -> bool {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty());
    let year = numbers.clone().any(|n| n.len() == 4 && (n.starts_with("20") || n.starts_with("19")));
    year && numbers.count() >= 2
}

/// Leaves out headings that open a list of other things, with what follows them up to running text.
fn drop_sections(lines: &[Line], kept: &mut [bool]) {
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let opens = PHRASES.heads.contains(line.text.as_str()) && line.chars < 60;
        at += 1;
        if !opens {
            continue;
        }
        kept[at - 1] = false;
        while at < lines.len() && !lines[at].is_prose() && !lines[at].is_heading() {
            kept[at] = false;
            at += 1;
        }
    }
}
