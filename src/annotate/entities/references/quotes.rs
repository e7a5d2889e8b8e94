//! Which tokens stand between quotation marks.

use crate::annotate::Document;

/// For each token the number of the quotation it stands in, 0 outside. A quotation never outlasts its block.
pub(super) fn find(document: &Document) -> Vec<u32> {
    let mut quotes = vec![0; document.tokens().len()];
    let mut count = 0;
    for block in document.blocks() {
        let mut open: Option<char> = None;
        let tokens = document.tokens_in(block.range);
        for token in tokens.clone() {
            let word = document.word(token);
            let mark = word.chars().next().filter(|mark| word.len() == mark.len_utf8());
            match (mark, open) {
                (Some('"'), Some('"')) | (Some('”'), Some('“')) | (Some('»'), Some('«')) => open = None,
                (Some('’'), Some('‘')) if !touches_word(document, token + 1) => open = None,
                (Some(mark @ ('"' | '“' | '«')), None) => (open, count) = (Some(mark), count + 1),
                (Some('‘'), None) if touches_word(document, token + 1) => (open, count) = (Some('‘'), count + 1),
                _ if open.is_some() => quotes[token] = count,
                _ => {}
            }
        }
    }
    quotes
}

/// Whether the token at `token` follows the one before without a space.
fn touches_word(document: &Document, token: usize) -> bool {
    let tokens = document.tokens();
    match (token.checked_sub(1).and_then(|before| tokens.get(before)), tokens.get(token)) {
        (Some(before), Some(this)) => {
            before.range.end() == this.range.start() && document.word(token).starts_with(char::is_alphanumeric)
        }
        _ => false,
    }
}
