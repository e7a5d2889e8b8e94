//! Claims without a verb: "according to X", and words of hearsay such as "reportedly".

use std::ops::Range;

use super::draft::{Draft, one};
use super::lexicon::Class;
use super::phrases;
use super::rules::{ACCORDING, Clause, HEARSAY};

impl Clause<'_, '_, '_> {
    /// "according to X".
    pub fn according(&self, drafts: &mut Vec<Draft>) {
        let words = self.words;
        for at in self.unit.clone() {
            if words.lower(at) != "according"
                || words.lower(at + 1) != "to"
                || words.quotation(at).is_some_and(|index| words.is_speech(index))
            {
                continue;
            }
            let source = phrases::after(words, at + 2, self.unit.end, true);
            if source.is_empty() {
                continue;
            }
            let source = self.with_aside(source);
            let behind = source.end;
            let opens = words.count(self.unit.start..at) == 0
                || matches!(words.class(at - 1), Class::Relative | Class::Subordinator)
                || (words.text(at - 1) == ","
                    && matches!(words.class(at.saturating_sub(2)), Class::Relative | Class::Subordinator));
            let content = if opens && words.text(behind) == "," {
                one(behind + 1..self.trimmed_end().max(behind + 1))
            } else {
                let start = self.content_start(at);
                let mut pieces = one(start..at);
                if words.text(behind) == ","
                    && words.count(behind..self.unit.end) > 2
                    && words.class(behind + 1) != Class::Conjunction
                    && !words.has_verb(start..at)
                {
                    pieces.push(behind + 1..self.end_of_content(behind + 1));
                }
                pieces
            };
            drafts.push(Draft::rule(vec![source], at..at + 2, content, ACCORDING));
        }
    }

    /// The source with the relative clause that hangs on it, where a comma closes that: "X, who was there, it rained".
    fn with_aside(&self, source: Range<usize>) -> Range<usize> {
        const LONGEST: usize = 24;
        let words = self.words;
        let hangs = words.text(source.end) == "," && words.class(source.end + 1) == Class::Relative;
        let end = self.unit.end.min(source.end + LONGEST);
        let close = (source.end + 2..end).find(|&at| words.text(at) == ",").filter(|_| hangs);
        close.map_or(source.clone(), |close| source.start..close)
    }

    /// "reportedly", "allegedly": a claim without a source.
    pub fn hearsay(&self, drafts: &mut Vec<Draft>) {
        let words = self.words;
        for at in self.unit.clone() {
            if matches!(words.lower(at), "reportedly" | "allegedly" | "supposedly" | "purportedly")
                && words.quotation(at).is_none()
            {
                let start = self.content_start(at);
                let end = self.end_of_content(at + 1);
                drafts.push(Draft::rule(Vec::new(), at..at + 1, vec![start..at, at + 1..end], HEARSAY));
            }
        }
    }
}
