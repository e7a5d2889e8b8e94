//! An article as the claims reader sees it: for each token its class, its quotation and its reading as a cue verb.

use std::ops::Range;

use crate::annotate::crf::hash;
use crate::annotate::{Document, EntityKind, Note, Resolved};
use crate::article::Block;
use crate::text::{TextRange, TokenKind};

use super::lexicon::{self, Class, Form, Frame, Reading};
use super::quotes::{self, Quotation};

/// Units are cut here, in tokens: no sentence is that long, and the rules look at all pairs of cues of a unit.
const LONGEST_UNIT: usize = 600;

/// Tokens with what the claims reader knows about each. All ranges are of token indexes.
pub struct Words<'d, 'a> {
    /// The tokens and sentences.
    pub document: &'d Document<'a>,
    /// The quotations, in order.
    pub quotations: Vec<Quotation>,
    /// Stretches that end with a sentence that ends outside of quotations, in order.
    pub units: Vec<Range<usize>>,
    /// Of each quotation, whether it reads as speech.
    speech: Vec<bool>,
    all: Vec<Word>,
}

#[derive(Clone, Debug)]
struct Word {
    lower: Box<str>,
    class: Class,
    readings: &'static [Reading],
    quotation: Option<u32>,
    hash: u32,
    cue_share: Option<u8>,
    source_noun: bool,
    entity: Option<(EntityKind, bool)>,
}

impl Word {
    fn new(document: &Document, at: usize) -> Self {
        let lower = document.word(at).to_lowercase();
        let is_word = document.tokens()[at].kind == TokenKind::Word;
        Self {
            class: if is_word { lexicon::class(&lower) } else { Class::Open },
            readings: if is_word { lexicon::readings(&lower) } else { &[] },
            quotation: None,
            hash: hash(lower.as_bytes()),
            cue_share: lexicon::cue_share(&lower),
            source_noun: is_word && lexicon::is_source_noun(&lower),
            entity: None,
            lower: lower.into(),
        }
    }
}

impl<'d, 'a> Words<'d, 'a> {
    /// Looks every token up.
    pub fn new(document: &'d Document<'a>, resolved: &Resolved) -> Self {
        let mut all: Vec<Word> = (0..document.tokens().len()).map(|at| Word::new(document, at)).collect();
        for mark in &resolved.mentions {
            let Note::Mention(mention) = &mark.note else { continue };
            let kind = resolved.entities.get(mention.entity.0 as usize).map(|entity| entity.kind);
            for word in &mut all[document.tokens_in(mark.range)] {
                word.entity = kind.map(|kind| (kind, mention.how.is_name()));
            }
        }
        let quotations = quotes::find(document);
        for (index, quotation) in quotations.iter().enumerate() {
            for word in &mut all[quotation.tokens.clone()] {
                word.quotation = Some(index as u32);
            }
        }
        let mut found = Self { document, quotations, units: Vec::new(), speech: Vec::new(), all };
        found.speech = found.quotations.iter().map(|quotation| found.reads_as_speech(quotation)).collect();
        found.units = found.find_units();
        found
    }

    /// The token as it stands; empty past the end.
    pub fn text(&self, at: usize) -> &'a str {
        self.document.word(at)
    }

    /// The token in lower case; empty past the end.
    pub fn lower(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |word| &word.lower)
    }

    /// The hash of the token in lower case.
    pub fn hash(&self, at: usize) -> u32 {
        self.all.get(at).map_or(0, |word| word.hash)
    }

    /// How often the word stands in a cue, in tenths.
    pub fn cue_share(&self, at: usize) -> Option<u8> {
        self.all.get(at).and_then(|word| word.cue_share)
    }

    /// Whether the word is a noun for those who say something.
    pub fn is_source_noun(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|word| word.source_noun)
    }

    /// The kind of the entity that the token names or refers to, and whether it names it.
    pub fn entity(&self, at: usize) -> Option<(EntityKind, bool)> {
        self.all.get(at).and_then(|word| word.entity)
    }

    /// The class of the token.
    pub fn class(&self, at: usize) -> Class {
        self.all.get(at).map_or(Class::Open, |word| word.class)
    }

    /// The token's readings as a verb that makes a claim.
    pub fn readings(&self, at: usize) -> &'static [Reading] {
        self.all.get(at).map_or(&[], |word| word.readings)
    }

    /// The index of the quotation that the token stands in, its marks included.
    pub fn quotation(&self, at: usize) -> Option<usize> {
        self.all.get(at).and_then(|word| word.quotation).map(|index| index as usize)
    }

    /// Whether the token is a mark of punctuation and not a word or number.
    pub fn is_mark(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_none_or(|token| token.kind == TokenKind::Mark)
    }

    /// Whether the token begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// The bytes of a run of tokens; empty where the run is.
    pub fn range(&self, run: &Range<usize>) -> TextRange {
        let tokens = self.document.tokens();
        match (tokens.get(run.start), run.end.checked_sub(1).and_then(|last| tokens.get(last))) {
            (Some(first), Some(last)) if run.start < run.end => first.range.hull(last.range),
            _ => TextRange::default(),
        }
    }

    /// How many words and numbers a run has.
    pub fn count(&self, run: Range<usize>) -> usize {
        run.filter(|&at| !self.is_mark(at)).count()
    }

    /// Whether a quotation reads as speech and not as a borrowed word: it has a clause's length, or ends as speech ends.
    pub fn is_speech(&self, quotation: usize) -> bool {
        self.speech.get(quotation).copied().unwrap_or(false)
    }

    fn reads_as_speech(&self, found: &Quotation) -> bool {
        let run = found.tokens.clone();
        let words = self.count(run.clone());
        let mut last = run.end - 1;
        while last > run.start && matches!(self.text(last), "”" | "\"" | "’" | "'" | "»" | "“") {
            last -= 1;
        }
        let inner_stop = run.len() > 3 && matches!(self.text(last), "," | "." | "!" | "?" | "…" | "..." | "—");
        let outer_stop = found.closed && matches!(self.text(run.end), "," | "." | "!" | "?");
        let opens = self.is_capital(run.start + 1) || matches!(self.text(run.start + 1), "…" | "..." | "[" | "‘");
        let stops = inner_stop && (opens || words >= 5) || outer_stop && opens && words >= 4;
        words >= 1 && stops || words >= 12 && !found.closed
    }

    /// Whether a finite form of an auxiliary or a known verb stands in `run`: a sign of a clause.
    pub fn has_verb(&self, mut run: Range<usize>) -> bool {
        run.any(|at| {
            self.class(at) == Class::Auxiliary
                || self.readings(at).iter().any(|reading| matches!(reading.form, Form::Past | Form::Third))
                || self.lower(at).len() > 3 && self.lower(at).ends_with("ed")
        })
    }

    /// The reading of the verb at `at` that its next word allows, with the index after verb and particle.
    pub fn reading(&self, at: usize) -> Option<(Reading, usize)> {
        let particle = |reading: &Reading| match reading.verb.particle {
            Some(particle) => self.lower(at + 1) == particle,
            None => true,
        };
        let reading = self.readings(at).iter().copied().find(particle)?;
        Some((reading, at + 1 + usize::from(reading.verb.particle.is_some())))
    }

    /// Whether some reading of the token takes content in this way.
    pub fn takes(&self, at: usize, frame: Frame) -> bool {
        self.reading(at).is_some_and(|(reading, _)| reading.verb.takes(frame))
    }

    /// The index after the last token of the block that holds the token at `at`.
    pub fn block_end(&self, at: usize) -> usize {
        self.block(at).map_or(self.all.len(), |block| self.document.tokens_in(block.range).end)
    }

    /// The first token of the block that holds the token at `at`.
    pub fn block_start(&self, at: usize) -> usize {
        self.block(at).map_or(at, |block| self.document.tokens_in(block.range).start)
    }

    /// The tokens of the block at `range` in runs of whole units that a model can take at once.
    pub fn stretches(&self, range: TextRange) -> Vec<Range<usize>> {
        const LONGEST: usize = 1500;
        let block = self.document.tokens_in(range);
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for unit in self.units[self.unit_of(block.start)..].iter().take_while(|unit| unit.start < block.end) {
            match stretches.last_mut().filter(|run| unit.end - run.start <= LONGEST) {
                Some(run) => run.end = unit.end,
                None => stretches.push(unit.clone()),
            }
        }
        stretches
    }

    /// The index of the unit that holds the token at `at`.
    pub fn unit_of(&self, at: usize) -> usize {
        self.units.partition_point(|unit| unit.end <= at)
    }

    /// Whether the token at `at` is the first of its block.
    pub fn begins_block(&self, at: usize) -> bool {
        self.block(at).is_some_and(|block| self.document.tokens()[at].range.start() == block.range.start())
    }

    fn block(&self, at: usize) -> Option<&Block> {
        let blocks = self.document.blocks();
        let offset = self.document.tokens().get(at)?.range.start();
        blocks.get(blocks.partition_point(|block| block.range.start() <= offset).checked_sub(1)?)
    }

    fn find_units(&self) -> Vec<Range<usize>> {
        let mut units = Vec::new();
        let mut start = None;
        for sentence in self.document.sentences() {
            let run = sentence.tokens.clone();
            let mut first = *start.get_or_insert(run.start);
            while run.end - first > LONGEST_UNIT {
                units.push(first..first + LONGEST_UNIT);
                first += LONGEST_UNIT;
                start = Some(first);
            }
            let inside = self.quotation(run.end - 1).filter(|&at| self.quotations[at].tokens.end > run.end);
            if inside.is_none() {
                units.push(first..run.end);
                start = None;
            }
        }
        if let Some(first) = start {
            units.push(first..self.all.len());
        }
        units
    }
}
