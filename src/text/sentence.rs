//! Where sentences begin and end.

use std::ops::Range;

use super::{TextRange, Token, TokenKind};

/// A sentence: its bytes, and which of the tokens it was made from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// From its first token to its last, in bytes.
    pub range: TextRange,
    /// Indexes into the tokens.
    pub tokens: Range<usize>,
}

/// Groups `tokens[within]` into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…` with the quotation marks and brackets that close on it, where a capital, a
/// number, an opening mark or nothing follows. Abbreviations carry their full stop inside their token, so they end one
/// only when the next word could not go on.
pub fn sentences(text: &str, tokens: &[Token], within: Range<usize>) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut first = within.start;
    let mut at = within.start;
    while at < within.end {
        let mut end = at + 1;
        if is_stop(tokens[at].of(text)) {
            while end < within.end && is_closing(text, tokens, end) {
                end += 1;
            }
            if end == within.end || !is_point(tokens, at, end) && may_begin(text, tokens, end, within.end) {
                push(&mut found, tokens, first..end);
                first = end;
            }
        }
        at = end;
    }
    push(&mut found, tokens, first..within.end);
    found
}

fn push(found: &mut Vec<Sentence>, tokens: &[Token], run: Range<usize>) {
    if let (Some(first), Some(last)) = (tokens.get(run.start), run.end.checked_sub(1).and_then(|at| tokens.get(at)))
        && run.start < run.end
    {
        found.push(Sentence { range: first.range.hull(last.range), tokens: run });
    }
}

fn is_stop(word: &str) -> bool {
    matches!(word, "." | "!" | "?" | "…" | "..." | "。" | "！" | "？")
}

/// Whether the stop at `at` belongs to the number that touches it: `.5`, `ID.3`.
fn is_point(tokens: &[Token], at: usize, end: usize) -> bool {
    end == at + 1 && tokens[end].kind == TokenKind::Number && tokens[end].range.start() == tokens[at].range.end()
}

/// A quotation mark or bracket that stands right behind the stop closes the sentence with it.
fn is_closing(text: &str, tokens: &[Token], at: usize) -> bool {
    let touches = tokens[at].range.start() == tokens[at - 1].range.end();
    touches && matches!(tokens[at].of(text), "”" | "’" | "\"" | "'" | ")" | "]" | "»" | "." | "!" | "?")
}

/// Whether the token at `at` can open a sentence.
fn may_begin(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let mut at = at;
    while at < end && tokens[at].kind == TokenKind::Mark && !matches!(tokens[at].of(text), "," | ";" | ":" | ")" | "-")
    {
        at += 1;
    }
    let Some(token) = tokens.get(at).filter(|_| at < end) else { return true };
    token.kind == TokenKind::Number || token.of(text).starts_with(|c: char| !c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::super::tokens;
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        let tokens = tokens(text, TextRange::new(0, text.len()).expect("short"));
        sentences(text, &tokens, 0..tokens.len()).iter().map(|s| s.range.of(text)).collect()
    }

    #[test]
    fn quotation_marks_close_with_the_sentence() {
        assert_eq!(split("“It is.” He left. Why?"), ["“It is.”", "He left.", "Why?"]);
    }

    #[test]
    fn abbreviations_and_decimals_end_nothing() {
        assert_eq!(
            split("Mr. Smith of the U.S. Army paid 3.5 million."),
            ["Mr. Smith of the U.S. Army paid 3.5 million."]
        );
    }

    #[test]
    fn a_stop_that_touches_a_number_is_no_stop() {
        assert_eq!(split("It fell to .5 per cent. The ID.3 sold."), ["It fell to .5 per cent.", "The ID.3 sold."]);
    }

    #[test]
    fn a_stop_before_a_small_letter_goes_on() {
        assert_eq!(split("“Stop!” he said. Then"), ["“Stop!” he said.", "Then"]);
    }
}
