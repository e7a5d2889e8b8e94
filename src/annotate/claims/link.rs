//! Spans → claims: which source and which contents belong to each cue.

use std::ops::Range;

use crate::annotate::Why;

use super::draft::Draft;
use super::labels::{Part, Span};
use super::lexicon::{Class, Form};
use super::phrases;
use super::words::Words;

/// The claims that `spans`, in the order of the text, add up to. Each span comes with its probability.
///
/// `rules` are the claims that the rules found there; they know whose a participle is.
pub fn link(words: &Words, spans: &[(Span, f32)], rules: &[Draft]) -> Vec<Draft> {
    let mut linker = Linker { words, spans, rules, owner: vec![None; spans.len()], drafts: Vec::new() };
    let cues: Vec<usize> = (0..spans.len()).filter(|&at| spans[at].0.part == Part::Cue).collect();
    for (nth, &cue) in cues.iter().enumerate() {
        linker.claim(cue, cues.get(nth + 1).copied());
    }
    linker.floating();
    linker.drafts
}

struct Linker<'l, 'd, 'a> {
    words: &'l Words<'d, 'a>,
    spans: &'l [(Span, f32)],
    rules: &'l [Draft],
    /// The draft that each content belongs to.
    owner: Vec<Option<usize>>,
    drafts: Vec<Draft>,
}

impl Linker<'_, '_, '_> {
    fn part(&self, at: usize) -> Option<Part> {
        self.spans.get(at).map(|(span, _)| span.part)
    }

    fn run(&self, at: usize) -> &Range<usize> {
        &self.spans[at].0.run
    }

    fn unit(&self, at: usize) -> usize {
        self.words.unit_of(self.run(at).start)
    }

    /// The unit that a span ends in.
    fn end_unit(&self, at: usize) -> usize {
        self.words.unit_of(self.run(at).end - 1)
    }

    /// Makes the claim of the cue at `cue`; `next` is the cue behind it.
    fn claim(&mut self, cue: usize, next: Option<usize>) {
        let own_left = cue.checked_sub(1).filter(|&at| self.part(at) == Some(Part::Source));
        let own_right = Some(cue + 1).filter(|&at| self.part(at) == Some(Part::Source) && self.follows(cue, at, next));
        let (head, tail) = (own_left.unwrap_or(cue), own_right.unwrap_or(cue));
        let left = head.checked_sub(1).filter(|&at| {
            self.part(at) == Some(Part::Content) && self.owner[at].is_none() && self.end_unit(at) + 1 >= self.unit(head)
        });
        // A source in front of a content that stands in front of the cue has its own cue to come.
        let right =
            Some(tail + 1).filter(|&at| self.part(at) == Some(Part::Content) && !self.is_taken_by_next(at, next));
        let near_left = left.filter(|&at| self.end_unit(at) == self.unit(head));
        let mut contents: Vec<usize> = Vec::new();
        match (near_left, right) {
            (Some(left), Some(right))
                if self.is_interrupted(left, right)
                    || own_left.is_none() && own_right.is_none() && self.is_embraced(left, cue, right) =>
            {
                contents.extend([left, right]);
            }
            (Some(left), Some(right)) => {
                let leads = own_left.is_some() && self.unit(right) == self.unit(cue) && !self.speaks(left);
                contents.push(if leads { right } else { left });
            }
            (Some(left), None) => contents.push(left),
            (None, Some(right)) => contents.push(right),
            (None, None) => contents.extend(left),
        }
        let Some(&last) = contents.last() else { return };
        if last > cue {
            self.extend(last, next, &mut contents);
        }
        let source = self.source(cue, own_left, own_right);
        let draft = self.drafts.len();
        for &content in &contents {
            self.owner[content] = Some(draft);
        }
        let score = self.spans[cue].1;
        let content = contents.iter().map(|&at| self.run(at).clone()).collect();
        let why = Why::model("reads as a source, its verb and what is said", score);
        self.drafts.push(Draft { source, cue: vec![self.run(cue).clone()], content, reading: self.reading(cue), why });
    }

    fn reading(&self, cue: usize) -> Option<super::lexicon::Reading> {
        self.run(cue).clone().rev().find_map(|at| self.words.reading(at)).map(|(reading, _)| reading)
    }

    /// Whether the source at `source` belongs to the cue right before it, and not to the cue behind.
    fn follows(&self, cue: usize, source: usize, next: Option<usize>) -> bool {
        let close =
            self.words.count(self.run(cue).end..self.run(source).start) <= 1 && self.unit(source) == self.unit(cue);
        close && next != Some(source + 1)
    }

    /// Whether the content at `content` belongs to the cue behind it: “…,” she said.
    fn is_taken_by_next(&self, content: usize, next: Option<usize>) -> bool {
        let Some(next) = next else { return false };
        let leads = next > content && (content + 1..next).all(|at| self.part(at) == Some(Part::Source));
        let later_unit = self.unit(content) > self.unit(content - 1);
        let has_right = self.part(next + 1) == Some(Part::Content) && self.end_unit(next) == self.unit(next + 1);
        leads && later_unit && self.unit(next) == self.end_unit(content) && (!has_right || self.speaks(content))
    }

    fn speaks(&self, content: usize) -> bool {
        self.words.quotation(self.run(content).end - 1).is_some()
    }

    /// Whether source and cue stand between two pieces of one content.
    fn is_interrupted(&self, left: usize, right: usize) -> bool {
        let both_quoted = self.speaks(left) && self.words.quotation(self.run(right).start).is_some();
        let same_unit = self.end_unit(left) == self.unit(right);
        let comma = self.words.text(self.run(right).start.saturating_sub(1)) == ",";
        both_quoted || same_unit && comma && !self.speaks(left)
    }

    /// Whether a cue without a source stands right between subject and predicate: "He *is accused* of fraud".
    fn is_embraced(&self, left: usize, cue: usize, right: usize) -> bool {
        let touches = self.run(left).end == self.run(cue).start && self.run(cue).end == self.run(right).start;
        touches && !self.speaks(left) && !self.words.has_verb(self.run(left).clone())
    }

    /// Takes in the contents behind the last one that no other cue needs.
    fn extend(&self, last: usize, next: Option<usize>, contents: &mut Vec<usize>) {
        let mut at = last + 1;
        while self.part(at) == Some(Part::Content)
            && self.owner[at].is_none()
            && !self.is_taken_by_next(at, next)
            && self.goes_on(at - 1, at)
        {
            contents.push(at);
            at += 1;
        }
    }

    /// Whether the content at `later` goes on with the one at `earlier`: both quoted, or parted by a word or two.
    fn goes_on(&self, earlier: usize, later: usize) -> bool {
        let quoted = self.speaks(earlier) && self.words.quotation(self.run(later).start).is_some();
        let gap = self.words.count(self.run(earlier).end..self.run(later).start);
        quoted || gap <= 4 && self.end_unit(earlier) == self.unit(later)
    }

    fn source(&self, cue: usize, left: Option<usize>, right: Option<usize>) -> Vec<Range<usize>> {
        let own = match (left, right) {
            (Some(left), Some(right)) => {
                let gap = self.words.count(self.run(left).end..self.run(cue).start);
                Some(if gap == 0 && self.unit(left) == self.unit(cue) { left } else { right })
            }
            (left, right) => right.or(left.filter(|&left| self.unit(left) == self.unit(cue))),
        };
        if let Some(own) = own {
            return vec![self.run(own).clone()];
        }
        let run = self.run(cue);
        let by_rule =
            self.rules.iter().find(|draft| draft.cue.iter().any(|rule| rule.start < run.end && run.start < rule.end));
        if let Some(draft) = by_rule.filter(|draft| !draft.source.is_empty()) {
            return draft.source.clone();
        }
        // The subject of the claim before, or of the unit.
        let before = self
            .drafts
            .last()
            .filter(|draft| draft.cue.iter().any(|run| self.words.unit_of(run.start) == self.unit(cue)));
        let earlier = (0..cue)
            .rev()
            .take_while(|&at| self.unit(at) == self.unit(cue))
            .find(|&at| self.part(at) == Some(Part::Source));
        match (before, earlier) {
            (Some(draft), _) if !draft.source.is_empty() => draft.source.clone(),
            (_, Some(source)) => vec![self.run(source).clone()],
            _ => self.parted_subject(cue).into_iter().collect(),
        }
    }

    /// The subject that a relative clause or an appositive parts from its verb: "The Academy, which awards it, said".
    fn parted_subject(&self, cue: usize) -> Option<Range<usize>> {
        let (words, at) = (self.words, self.run(cue).start);
        let finite = words.class(at) == Class::Auxiliary
            || words.readings(at).iter().any(|reading| matches!(reading.form, Form::Past | Form::Third));
        let unit = words.units.get(self.unit(cue))?;
        let parted = finite && at > unit.start && words.text(at - 1) == ",";
        let subject = phrases::before(words, at, unit.start).filter(|_| parted)?;
        (subject.start == unit.start).then_some(subject)
    }

    /// Contents that no cue took go on with the quotation before them.
    fn floating(&mut self) {
        for at in 1..self.spans.len() {
            if self.part(at) != Some(Part::Content) || self.owner[at].is_some() {
                continue;
            }
            let before = (0..at).rev().find_map(|earlier| self.owner[earlier].map(|draft| (earlier, draft)));
            if let Some((_, draft)) = before
                && self.words.quotation(self.run(at).start).is_some()
                && self.drafts[draft].content.last().is_some_and(|content| {
                    content.end <= self.run(at).start && self.words.quotation(content.end - 1).is_some()
                })
            {
                let run = self.run(at).clone();
                self.owner[at] = Some(draft);
                self.drafts[draft].content.push(run);
            }
        }
    }
}
