//! The labels of the model: outside, and begin or inside of source, cue and content.

use std::ops::Range;

#[cfg(feature = "train")]
use crate::annotate::crf::Transitions;

use super::draft::Draft;

/// What a span of the labelling is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Who says it.
    Source,
    /// The words that make it a claim.
    Cue,
    /// What is said.
    Content,
}

/// How many labels there are.
pub const LABELS: usize = 7;

/// A run of tokens and what it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    /// The tokens.
    pub run: Range<usize>,
    /// What it is.
    pub part: Part,
}

/// The label of a part's first token; the next number is that of its other tokens.
const fn begin(part: Part) -> u8 {
    1 + 2 * part as u8
}

/// No steps but those of a sound labelling: the inside of a part follows its beginning or inside.
#[cfg(feature = "train")]
pub fn transitions() -> Transitions {
    let is_inside = |label: u8| label > 0 && label.is_multiple_of(2);
    Transitions::new(LABELS, |from, to| to.is_none_or(|to| !is_inside(to) || from == Some(to) || from == Some(to - 1)))
}

/// The labels of `drafts` over the tokens in `run`. Of claims that overlap, the outer one is seen: its content hides
/// what is told in it.
pub fn write<'c>(drafts: impl Iterator<Item = &'c Draft>, run: Range<usize>) -> Vec<u8> {
    let mut labels = vec![0; run.len()];
    let mut drafts: Vec<&Draft> = drafts.collect();
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.content.iter().map(ExactSizeIterator::len).sum::<usize>()));
    for draft in drafts {
        let cue = draft.cue.first().map_or(run.start, |cue| cue.start);
        if run.contains(&cue) && labels[cue - run.start] != 0 {
            continue;
        }
        for (pieces, part) in [(&draft.content, Part::Content), (&draft.source, Part::Source), (&draft.cue, Part::Cue)]
        {
            for piece in pieces {
                paint(
                    &mut labels,
                    piece.start.max(run.start) - run.start..piece.end.clamp(run.start, run.end) - run.start,
                    part,
                );
            }
        }
    }
    mend(&mut labels);
    labels
}

fn paint(labels: &mut [u8], run: Range<usize>, part: Part) {
    for at in run.clone() {
        if labels[at] == 0 {
            labels[at] = begin(part) + u8::from(at > run.start);
        }
    }
}

/// An inside behind anything but its own part becomes a beginning.
fn mend(labels: &mut [u8]) {
    let mut before = 0;
    for label in labels {
        if *label > 0 && label.is_multiple_of(2) && before != *label && before != *label - 1 {
            *label -= 1;
        }
        before = *label;
    }
}

/// The spans of a labelling whose first token has the index `first`.
pub fn spans(labels: &[u8], first: usize) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (at, &label) in labels.iter().enumerate() {
        let part = match label {
            0 => continue,
            1 | 2 => Part::Source,
            3 | 4 => Part::Cue,
            _ => Part::Content,
        };
        match spans.last_mut().filter(|_| label.is_multiple_of(2)) {
            Some(span) => span.run.end = first + at + 1,
            None => spans.push(Span { run: first + at..first + at + 1, part }),
        }
    }
    spans
}
