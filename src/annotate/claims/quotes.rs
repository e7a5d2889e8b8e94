//! Quotation marks: which tokens stand inside a quotation, in any style of marks, paragraph by paragraph.

use std::ops::Range;

use crate::annotate::Document;
use crate::text::TokenKind;

/// A quotation: its tokens, marks included.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// From the opening mark to the closing one, or to the end of the block where it is not closed.
    pub tokens: Range<usize>,
    /// Whether a closing mark was found.
    pub closed: bool,
    /// Whether it goes on in the next block, which opens with a mark again.
    pub goes_on: bool,
}

/// The family of a mark: marks of one family close each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Family {
    Double,
    Single,
    Guillemet,
}

/// What a mark may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Side {
    Open,
    Close,
    Either,
}

/// The quotations of `document`, in order; none overlaps another (a quotation inside one belongs to it).
pub fn find(document: &Document) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    for block in document.blocks() {
        let tokens = document.tokens_in(block.range);
        let opens = !tokens.is_empty() && mark(document, tokens.start).is_some_and(|(_, side, _)| side != Side::Close);
        if let Some(last) = found.last_mut() {
            last.goes_on = !last.closed && opens && last.tokens.end == tokens.start;
        }
        block_quotations(document, tokens, &mut found);
    }
    found
}

fn block_quotations(document: &Document, tokens: Range<usize>, found: &mut Vec<Quotation>) {
    let mut at = tokens.start;
    // Once no closing mark of a family follows, none follows later: without this, a long line would cost its square.
    let mut exhausted: Vec<Family> = Vec::new();
    while at < tokens.end {
        let Some((family, width)) = opening(document, at, tokens.start) else {
            at += 1;
            continue;
        };
        let close = if exhausted.contains(&family) { None } else { closing(document, at + width, &tokens, family) };
        if close.is_none() {
            exhausted.push(family);
        }
        let end = close.unwrap_or_else(|| unclosed_end(document, at, &tokens));
        // A lone apostrophe is no quotation.
        if close.is_none() && family == Family::Single {
            at += 1;
            continue;
        }
        found.push(Quotation { tokens: at..end, closed: close.is_some(), goes_on: false });
        at = end.max(at + 1);
    }
}

/// The family and width in tokens of a mark at `at` that opens a quotation.
fn opening(document: &Document, at: usize, first: usize) -> Option<(Family, usize)> {
    let (family, side, width) = mark(document, at)?;
    let opens = match side {
        Side::Open => true,
        Side::Close => {
            family == Family::Double && is_free_before(document, at, first) && !is_free_after(document, at + width - 1)
        }
        Side::Either => is_free_before(document, at, first) && !is_free_after(document, at + width - 1),
    };
    opens.then_some((family, width))
}

/// The index after the mark that closes a quotation opened before `from`.
fn closing(document: &Document, from: usize, block: &Range<usize>, family: Family) -> Option<usize> {
    let mut at = from;
    let mut possessive = None;
    while at < block.end {
        let Some((other, side, width)) = mark(document, at) else {
            at += 1;
            continue;
        };
        let touches = !is_free_before(document, at, block.start);
        if other == family && touches && (side != Side::Open || is_free_after(document, at)) {
            // `drivers’ union`: an s before a single mark is a possessive if a better mark follows.
            if family == Family::Single && document.word(at - 1).ends_with('s') && possessive.is_none() {
                possessive = Some(at + width);
            } else {
                return Some(at + width);
            }
        }
        at += width;
    }
    possessive
}

/// Where a quotation without a closing mark ends: with its block where it opens a sentence, else with its sentence.
fn unclosed_end(document: &Document, at: usize, block: &Range<usize>) -> usize {
    let Some(token) = document.tokens().get(at) else { return block.end };
    let sentence = document.sentence_at(token.range.start()).and_then(|index| document.sentences().get(index));
    match sentence {
        Some(sentence)
            if sentence.tokens.start < at && document.word(at - 1) != ":" && document.word(at - 1) != "," =>
        {
            sentence.tokens.end.min(block.end)
        }
        _ => block.end,
    }
}

/// Whether white space, a bracket, a dash or the edge of the block stands before the token.
fn is_free_before(document: &Document, at: usize, first: usize) -> bool {
    if at <= first {
        return true;
    }
    let (before, here) = (document.tokens()[at - 1], document.tokens()[at]);
    before.range.end() < here.range.start() || matches!(document.word(at - 1), "(" | "[" | "—" | "–" | "--" | "‘" | "“")
}

/// Whether white space or the end of the text stands after the token.
fn is_free_after(document: &Document, at: usize) -> bool {
    let tokens = document.tokens();
    match (tokens.get(at), tokens.get(at + 1)) {
        (Some(here), Some(after)) => {
            here.range.end() < after.range.start()
                || (after.kind == TokenKind::Mark && !matches!(document.word(at + 1), "…" | "..." | "(" | "[" | "$"))
        }
        _ => true,
    }
}

/// The mark at `at`: family, side, and its width in tokens (two apostrophes or two accents are one mark).
fn mark(document: &Document, at: usize) -> Option<(Family, Side, usize)> {
    let double = |one: &str| {
        document.word(at + 1) == one && document.tokens()[at].range.end() == document.tokens()[at + 1].range.start()
    };
    Some(match document.word(at) {
        "“" | "„" | "‟" => (Family::Double, Side::Open, 1),
        "”" => (Family::Double, Side::Close, 1),
        "\"" | "＂" => (Family::Double, Side::Either, 1),
        "«" | "‹" => (Family::Guillemet, Side::Open, 1),
        "»" | "›" => (Family::Guillemet, Side::Close, 1),
        "`" if double("`") => (Family::Double, Side::Open, 2),
        "'" if double("'") => (Family::Double, Side::Either, 2),
        "‘" | "`" => (Family::Single, Side::Open, 1),
        "’" => (Family::Single, Side::Close, 1),
        "'" => (Family::Single, Side::Either, 1),
        _ => return None,
    })
}
