//! A claim before it is finished: runs of tokens, and why they were taken for a claim.

use std::ops::Range;

use crate::annotate::Why;

use super::lexicon::Reading;

/// Source, cue and content as runs of tokens.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Who says it; empty where nobody is named.
    pub source: Vec<Range<usize>>,
    /// The words that make it a claim.
    pub cue: Vec<Range<usize>>,
    /// What is said, in order.
    pub content: Vec<Range<usize>>,
    /// The verb of the cue, where it has one.
    pub reading: Option<Reading>,
    /// Why it was taken for a claim.
    pub why: Why,
}

impl Draft {
    /// A claim by a rule.
    pub fn rule(source: Vec<Range<usize>>, cue: Range<usize>, content: Vec<Range<usize>>, rule: &'static str) -> Self {
        let cue = if cue.is_empty() { Vec::new() } else { vec![cue] };
        Self { source, cue, content, reading: None, why: Why::rule(rule) }
    }

    /// The same with the verb of its cue.
    pub fn with_reading(mut self, reading: Reading) -> Self {
        self.reading = Some(reading);
        self
    }

    /// The token that the claim is sorted by: the first of its cue, else of its content.
    pub fn start(&self) -> usize {
        self.cue.first().or(self.content.first()).map_or(0, |run| run.start)
    }

    /// Whether some piece of the content covers the token at `at`.
    pub fn holds(&self, at: usize) -> bool {
        self.content.iter().any(|run| run.contains(&at))
    }
}

/// A list of one run.
pub fn one(run: Range<usize>) -> Vec<Range<usize>> {
    Vec::from([run])
}

/// Those of `drafts`, which are in the order of [`Draft::start`], that start in `run`.
pub fn starting_in<'d>(drafts: &'d [Draft], run: &Range<usize>) -> &'d [Draft] {
    let first = drafts.partition_point(|draft| draft.start() < run.start);
    let last = drafts.partition_point(|draft| draft.start() < run.end);
    &drafts[first..last]
}
