//! Names that were not marked as such: a phrase in capitals that says something is somebody's name.

use std::ops::Range;

use crate::annotate::entities::{Word, word_class};
use crate::annotate::{EntityKind, is_woman};

use super::super::lexicon::Class;
use super::super::words::Words;
use super::source::Source;

/// The most tokens of a name.
const LONGEST: usize = 8;

/// The name in `source` that no mention covers: the one that holds its noun, else the first.
pub fn name(words: &Words, source: &Source) -> Option<Range<usize>> {
    let mut found: Option<Range<usize>> = None;
    let mut at = source.run.start;
    while at < source.run.end {
        let Some(end) = end_of_name(words, at, source.run.end) else {
            at += 1;
            continue;
        };
        let name = at..end;
        at = end;
        if !is_name(words, &name) {
            continue;
        }
        if name.contains(&source.head) {
            return Some(name);
        }
        found = found.or(Some(name));
    }
    found
}

/// The end of the run of capitals that begins at `at`, with the small words within it.
fn end_of_name(words: &Words, at: usize, limit: usize) -> Option<usize> {
    let part =
        |at: usize| at < limit && words.is_capital(at) && words.entity(at).is_none() && words.class(at) == Class::Open;
    if !part(at) {
        return None;
    }
    let mut end = at + 1;
    loop {
        let link = end;
        while end < limit && end < link + 2 && joins(words.text(end)) {
            end += 1;
        }
        if !part(end) || end - at >= LONGEST {
            return Some(link);
        }
        end += 1;
    }
}

/// Words and marks within names.
fn joins(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "for" | "and" | "&" | "-" | "’" | "'" | "de" | "van" | "von" | "der" | "al" | "el" | "bin"
    )
}

/// Whether the capitals mean a name: more than the one that every sentence begins with, and more than an office.
fn is_name(words: &Words, run: &Range<usize>) -> bool {
    let capitals = || run.clone().filter(|&at| words.is_capital(at));
    let telling = capitals().filter(|&at| word_class(words.text(at)) == Word::Other).count();
    let opens = words.document.sentence_at(words.range(run).start()).is_some_and(|sentence| {
        words.document.sentences()[sentence].tokens.start == run.start || words.quotation(run.start).is_some()
    });
    let shouted = capitals().all(|at| words.text(at).chars().filter(|c| c.is_lowercase()).count() == 0);
    let office = capitals().next_back().is_some_and(|at| matches!(word_class(words.text(at)), Word::Person(_)));
    let office = office && is_woman(words.range(run).of(words.document.text())).is_none();
    telling > 0 && !office && capitals().count() > usize::from(opens) && !(shouted && run.len() > 1)
}

/// Person or organization, as far as the words tell.
pub fn kind(words: &Words, run: &Range<usize>) -> EntityKind {
    let text = words.range(run).of(words.document.text());
    let definite = run.start.checked_sub(1).is_some_and(|before| words.lower(before) == "the");
    let capitals = run.clone().filter(|&at| words.is_capital(at)).count();
    let thing = run.clone().any(|at| {
        matches!(word_class(words.text(at)), Word::Thing(_))
            || matches!(words.lower(at), "of" | "the" | "for" | "&" | "and")
    });
    let person = (2..=3).contains(&capitals) && !thing && !definite || is_woman(text).is_some() && !definite;
    if person { EntityKind::Person } else { EntityKind::Organization }
}
