//! Claims by rule: each cue of a unit with the source and content that its place in the clause gives it.

use std::ops::Range;

use super::cues::{self, Cue, Mood};
use super::draft::{Draft, one};
use super::lexicon::{Class, Form, Frame};
use super::phrases;
use super::turns::{Turn, turn};
use super::words::Words;

/// The rule of claims that "according to" makes.
pub const ACCORDING: &str = "according to";

/// The rule of claims that "reportedly" and the like make.
pub const HEARSAY: &str = "a word of hearsay, no source named";

/// The rule of claims whose verb stands before its subject.
pub const INVERTED: &str = "the verb before its subject, behind what is said";

/// The rule of claims whose source and verb stand behind what is said, or in it.
pub const AROUND: &str = "source and verb behind what is said";

/// The rule of claims in a transcript.
pub const TRANSCRIPT: &str = "a speaker’s name and a colon open the paragraph";

/// The claims that the rules find in all units, in the order of their cues.
pub fn find(words: &Words) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let turns: Vec<Option<Turn>> = words.units.iter().map(|unit| turn(words, unit)).collect();
    let talk = turns.iter().flatten().count() > 1;
    for (unit, turn) in words.units.iter().zip(turns) {
        if let Some(turn) = turn.filter(|turn| turn.capitals || talk) {
            let end = words.block_end(turn.colon);
            let content = one(turn.colon + 1..end);
            drafts.push(Draft::rule(one(turn.name), turn.colon..turn.colon + 1, content, TRANSCRIPT));
            continue;
        }
        unit_claims(words, unit.clone(), &mut drafts);
    }
    drafts
}

/// One unit on its way through the rules.
pub struct Clause<'w, 'd, 'a> {
    /// The article.
    pub words: &'w Words<'d, 'a>,
    /// Its tokens.
    pub unit: Range<usize>,
    cues: Vec<Cue>,
}

fn unit_claims(words: &Words, unit: Range<usize>, drafts: &mut Vec<Draft>) {
    let narrated = |at: usize| words.quotation(at).is_none_or(|index| !words.is_speech(index));
    let mut cues: Vec<Cue> = Vec::new();
    for at in unit.clone().filter(|&at| narrated(at)) {
        let floor = cues.last().map_or(unit.start, |cue| cue.run.end);
        if at >= floor
            && let Some(cue) = cues::at(words, at, floor, unit.end)
        {
            cues.push(cue);
        }
    }
    let clause = Clause { words, unit: unit.clone(), cues };
    let first = drafts.len();
    clause.according(drafts);
    clause.hearsay(drafts);
    for index in 0..clause.cues.len() {
        if drafts[first..].iter().any(|draft| draft.cue.iter().any(|run| run.contains(&clause.cues[index].verb))) {
            continue;
        }
        let draft = clause.claim(index, &drafts[first..]);
        drafts.extend(draft);
    }
    drafts[first..].sort_by_key(Draft::start);
}

impl Clause<'_, '_, '_> {
    fn claim(&self, index: usize, told: &[Draft]) -> Option<Draft> {
        let cue = &self.cues[index];
        let draft = match cue.mood {
            Mood::Passive => self.passive(index),
            Mood::Participle => {
                self.leading(index, self.inherited(index, told)?, "a participle carries on what its subject says")
            }
            Mood::Finite | Mood::Infinitive => self.finite(index, told),
        }?;
        let has_content = draft.content.iter().any(|run| self.words.count(run.clone()) > 0);
        has_content.then(|| draft.with_reading(cue.reading))
    }

    fn finite(&self, index: usize, told: &[Draft]) -> Option<Draft> {
        let (words, cue) = (self.words, &self.cues[index]);
        if let Some(source) = self.inverted_source(index) {
            return Some(self.trailing(index, source, INVERTED));
        }
        let floor = if index == 0 { self.unit.start } else { self.cues[index - 1].run.end };
        let relative = cue.run.start > floor && words.lower(cue.run.start - 1) == "who";
        let end = if relative { cue.run.start - 1 } else { cue.run.start };
        let end = if relative && end > floor && words.text(end - 1) == "," { end - 1 } else { end };
        let Some(source) = phrases::before(words, end, floor) else {
            let conjoined = cue.run.start > floor
                && (words.class(cue.run.start - 1) == Class::Conjunction || words.text(cue.run.start - 1) == ",");
            return conjoined
                .then(|| self.inherited(index, told))
                .flatten()
                .and_then(|source| self.leading(index, source, "a second verb of the same subject"));
        };
        if self.follows_speech(source.start) || self.follows_content(&source) && self.ends_after(cue.run.end) {
            Some(self.trailing(index, source, AROUND))
        } else {
            self.leading(index, vec![source], "source, verb, and what is said")
        }
    }

    /// The subject behind the verb: "…," said X.
    fn inverted_source(&self, index: usize) -> Option<Range<usize>> {
        let (words, cue) = (self.words, &self.cues[index]);
        if cue.run.len() != 1
            || !matches!(cue.reading.form, Form::Past | Form::Third)
            || cue.run.start == self.unit.start
        {
            return None;
        }
        let before = cue.run.start - 1;
        // Who stands behind "told" is told.
        if cue.reading.verb.lemma == "tell" {
            return None;
        }
        let quoted = self.follows_speech(cue.run.start);
        if !quoted && words.text(before) != "," && words.text(before) != "—" {
            return None;
        }
        let source = phrases::after(words, cue.run.end, self.unit.end, false);
        // "she said of the plan": what it is about.
        let about = words.class(source.start) == Class::Preposition;
        if source.is_empty() || about || words.class(source.start) == Class::Pronoun && !quoted {
            return None;
        }
        let relative = words.class(source.end) == Class::Relative
            || words.text(source.end) == "," && words.class(source.end + 1) == Class::Relative;
        let rest_has_verb = !relative && words.has_verb(source.end..self.stop_after(source.end));
        (quoted || words.has_verb(self.unit.start..before) && !rest_has_verb && words.takes(cue.verb, Frame::Quotation))
            .then_some(source)
    }

    /// The first comma, colon or quotation from `at` on.
    fn stop_after(&self, at: usize) -> usize {
        (at..self.unit.end)
            .find(|&at| matches!(self.words.text(at), "," | ":" | ";" | "—") || self.words.quotation(at).is_some())
            .unwrap_or(self.unit.end)
    }

    /// Whether a quotation that reads as speech ends right before `at`.
    fn follows_speech(&self, at: usize) -> bool {
        let words = self.words;
        let mut end = at;
        while end > self.unit.start
            && matches!(words.text(end - 1), "," | "—" | "-")
            && words.quotation(end - 1).is_none()
        {
            end -= 1;
        }
        end > self.unit.start && words.quotation(end - 1).is_some_and(|at| words.is_speech(at))
    }

    /// Whether a comma or quotation stands before the source, and something said before that.
    fn follows_content(&self, source: &Range<usize>) -> bool {
        let words = self.words;
        if source.start <= self.unit.start + 1 {
            return false;
        }
        let before = source.start - 1;
        let quoted = words.quotation(before).is_some_and(|at| words.is_speech(at));
        quoted || matches!(words.text(before), "," | "—") && words.has_verb(self.unit.start..before)
    }

    /// Whether nothing more is said after the cue: the sentence ends, or only time, place or addressee follow.
    fn ends_after(&self, at: usize) -> bool {
        let words = self.words;
        let stop = self.stop_after(at);
        let next = if stop == self.unit.end { self.unit.end } else { stop };
        let rest = at..next.min(self.trimmed_end());
        let starts_clause = rest
            .clone()
            .any(|at| matches!(words.class(at), Class::Pronoun | Class::Auxiliary) || words.lower(at) == "that");
        !starts_clause && (rest.is_empty() || rest.len() <= 14 && !words.has_verb(rest))
    }

    /// The end of the unit without the marks that close it.
    pub fn trimmed_end(&self) -> usize {
        let mut end = self.unit.end;
        while end > self.unit.start && matches!(self.words.text(end - 1), "." | "!" | "?" | ";" | ":") {
            end -= 1;
        }
        end
    }

    /// What is said stands before source and cue, and may go on behind them.
    fn trailing(&self, index: usize, source: Range<usize>, rule: &'static str) -> Draft {
        let (words, cue) = (self.words, &self.cues[index]);
        let head = source.start.min(cue.run.start);
        let tail = source.end.max(cue.run.end);
        let start = self.content_start(head);
        let mut content = one(start..head);
        let next = self.stop_after(tail);
        let quoted_next = (next..self.unit.end.min(next + 2))
            .find(|&at| words.quotation(at).is_some_and(|index| words.is_speech(index)));
        if let Some(at) = quoted_next {
            let run = words.quotation(at).map_or(at..at, |index| words.quotations[index].tokens.clone());
            content.push(run);
        } else if next < self.unit.end
            && words.text(next) == ","
            && !self.begins_new_claim(next + 1)
            && words.count(next..self.unit.end) > 1
            && words.quotation(head - 1).is_none()
            && !words.has_verb(start..head)
        {
            content.push(next + 1..self.end_of_content(next + 1));
        }
        Draft::rule(vec![source], cue.run.clone(), content, rule)
    }

    /// What is said stands behind source and cue.
    fn leading(&self, index: usize, source: Vec<Range<usize>>, rule: &'static str) -> Option<Draft> {
        let (words, cue) = (self.words, &self.cues[index]);
        let verb = cue.reading.verb;
        let mut at = cue.run.end;
        if verb.takes(Frame::Addressee) {
            at = phrases::addressee(words, at, self.unit.end).end;
        }
        if words.takes(cue.verb, Frame::Clause) || verb.takes(Frame::Quotation) {
            at = phrases::adjunct(words, at, self.unit.end);
        }
        if matches!(words.text(at), "," | ":") {
            at += 1;
        }
        let end = self.end_of_content(at);
        if at >= end || !self.allows(cue, at, end) {
            return None;
        }
        Some(Draft::rule(source, cue.run.clone(), one(at..end), rule))
    }

    /// Whether the verb takes content of the kind that begins at `at`.
    fn allows(&self, cue: &Cue, at: usize, end: usize) -> bool {
        let (words, verb) = (self.words, cue.reading.verb);
        let quoted = words.quotation(at).is_some();
        let that = matches!(words.lower(at), "that" | "whether" | "how" | "why" | "if" | "what");
        let to = words.class(at) == Class::To;
        if verb.takes(Frame::Strong) {
            return true;
        }
        if to {
            return verb.takes(Frame::Infinitive) || matches!(verb.lemma, "claim" | "ask" | "say");
        }
        if words.class(at) == Class::Preposition && !quoted {
            return false;
        }
        if verb.takes(Frame::Weak) {
            return that
                || quoted && words.quotation(at).is_some_and(|index| words.is_speech(index))
                || verb.takes(Frame::Clause) && !verb.takes(Frame::Phrase) && self.clause_follows(at, end);
        }
        let clause = verb.takes(Frame::Clause) && (that || self.clause_follows(at, end));
        clause || verb.takes(Frame::Phrase) || verb.takes(Frame::Quotation) && quoted
    }

    /// Whether a clause without "that" begins at `at`.
    fn clause_follows(&self, at: usize, end: usize) -> bool {
        let words = self.words;
        let stop = (at..end).find(|&at| matches!(words.text(at), "," | ";")).unwrap_or(end);
        matches!(words.class(at), Class::Pronoun)
            || (at + 1..stop).any(|at| words.class(at) == Class::Auxiliary && !matches!(words.text(at), "’s" | "'s"))
    }

    fn passive(&self, index: usize) -> Option<Draft> {
        let (words, cue) = (self.words, &self.cues[index]);
        let verb = cue.reading.verb;
        let behind = cue.run.end;
        let hearsay =
            matches!(verb.lemma, "say" | "report" | "understand" | "allege" | "believe" | "estimate" | "expect");
        let floor = if index == 0 { self.unit.start } else { self.cues[index - 1].run.end };
        let subject = phrases::before(words, cue.run.start, floor)?;
        let end = self.end_of_content(behind);
        if words.lower(subject.start) == "it" && words.lower(behind) == "that" {
            return Some(Draft::rule(Vec::new(), cue.run.clone(), one(behind..end), "it is said that"));
        }
        if hearsay && words.class(behind) == Class::To
            || words.lower(behind) == "of" && verb.takes(Frame::Phrase) && matches!(verb.lemma, "accuse")
        {
            return Some(Draft::rule(
                Vec::new(),
                cue.run.clone(),
                vec![subject, behind..end],
                "a passive without a source",
            ));
        }
        if matches!(verb.lemma, "tell" | "inform" | "warn") {
            return (behind < end)
                .then(|| Draft::rule(Vec::new(), cue.run.clone(), one(behind..end), "somebody was told"));
        }
        None
    }

    /// The source that a participle or second verb shares with the clause before it.
    fn inherited(&self, index: usize, told: &[Draft]) -> Option<Vec<Range<usize>>> {
        let before = self.cues[index].run.start;
        let last =
            told.iter().rev().find(|draft| draft.cue.iter().any(|run| run.start < before) && !draft.source.is_empty());
        if let Some(draft) = last {
            return Some(draft.source.clone());
        }
        let start = (self.unit.start..before).find(|&at| !self.words.is_mark(at))?;
        let subject = phrases::after(self.words, start, before, false);
        (!subject.is_empty()).then(|| vec![subject])
    }

    /// Where content that ends at `head` begins: at the unit, or behind the claim before.
    pub fn content_start(&self, head: usize) -> usize {
        let words = self.words;
        let inside = |at: usize| {
            words
                .quotation(at)
                .filter(|&index| words.is_speech(index))
                .map(|index| words.quotations[index].tokens.start)
        };
        if let Some(open) = inside(head.saturating_sub(1)).or_else(|| inside(head.saturating_sub(2))) {
            return if words.has_verb(self.unit.start..open)
                && matches!(words.text(open.saturating_sub(1)), "," | ":")
                && open > self.unit.start
            {
                self.unit.start.max(open)
            } else if open > self.unit.start && self.cues.iter().any(|cue| cue.run.end <= open) {
                open
            } else {
                self.unit.start
            };
        }
        self.cues.iter().rev().find(|cue| cue.run.end < head && cue.mood == Mood::Finite).map_or(
            self.unit.start,
            |cue| {
                (cue.run.end..head)
                    .rev()
                    .find(|&at| matches!(words.text(at), "," | ";"))
                    .filter(|&at| words.has_verb(at..head) && at + 1 < head)
                    .map_or(self.unit.start, |at| at + 1)
            },
        )
    }

    /// Where content that begins at `start` ends: with the unit, or where another claim of the same source begins.
    pub fn end_of_content(&self, start: usize) -> usize {
        let words = self.words;
        let end = self.trimmed_end().max(start);
        let mut at = start;
        while at < end {
            if words.quotation(at).is_none()
                && self.begins_new_claim(at + 1)
                && (words.text(at) == "," || words.class(at) == Class::Conjunction)
            {
                break;
            }
            at += 1;
        }
        let mut end = at;
        while end > start && matches!(words.text(end - 1), "," | ";" | "—") {
            end -= 1;
        }
        end
    }

    /// Whether a cue, or "according to", stands at `at` with at most a conjunction and adverbs before it.
    fn begins_new_claim(&self, at: usize) -> bool {
        let words = self.words;
        let mut at = at;
        while at < self.unit.end && matches!(words.class(at), Class::Conjunction | Class::Adverb)
            || matches!(words.text(at), ",")
        {
            at += 1;
        }
        let cue = self.cues.partition_point(|cue| cue.run.end <= at);
        words.lower(at) == "according"
            || self
                .cues
                .get(cue)
                .is_some_and(|cue| cue.run.contains(&at) && !matches!(cue.mood, Mood::Infinitive | Mood::Passive))
    }
}
