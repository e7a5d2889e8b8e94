//! Turns of a transcript: blocks that open with the name of who speaks, and a colon.

use std::ops::Range;

use super::words::Words;

/// How a block of a transcript opens: `NAME: what is said`.
pub struct Turn {
    /// The speaker’s name, in tokens.
    pub name: Range<usize>,
    /// The token of the colon.
    pub colon: usize,
    /// Whether the name is all in capitals; else one such opening alone is no transcript.
    pub capitals: bool,
}

/// The turn that `unit` opens, where it is the first of its block.
pub fn turn(words: &Words, unit: &Range<usize>) -> Option<Turn> {
    let first = unit.start
        + usize::from(words.quotation(unit.start).is_some_and(|at| words.quotations[at].tokens.start == unit.start));
    let colon = (first..unit.end.min(first + 7)).find(|&at| words.text(at) == ":")?;
    let hyphen = |at: usize| words.text(at) == "-" && at > first;
    let spells = |at: usize| !words.is_mark(at) && words.is_capital(at) || hyphen(at);
    let capital = |at: usize| words.text(at).chars().all(|c| c.is_uppercase() || matches!(c, '.' | '’' | '\'' | '-'));
    let named = colon > first && (first..colon).all(spells) && words.begins_block(unit.start) && colon + 1 < unit.end;
    let capitals = (first..colon).all(capital) && words.text(first).len() > 1;
    named.then_some(Turn { name: first..colon, colon, capitals })
}
