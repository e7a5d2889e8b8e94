//! What the model sees of each token: little of the words, much of quotation marks, clause shape and the rules' verdict.

use std::ops::Range;

use crate::annotate::crf::{Features, feature, hash};
use crate::text::TokenKind;

use super::lexicon::{Class, Form};
use super::words::Words;

/// The features of the tokens in `run`, which bear the labels `rules` by rule; `told` where they are what somebody says.
pub fn features(words: &Words, run: Range<usize>, rules: &[u8], told: bool, features: &mut Features) {
    features.clear();
    let signs: Vec<Signs> = run.clone().map(|at| Signs::new(words, at)).collect();
    let view = View {
        words,
        first: run.start,
        told: u32::from(told),
        signs: &signs,
        rules,
        cues: cue_distances(words, &run),
        units: unit_signs(words, &run),
    };
    for index in 0..signs.len() {
        view.push(index, features);
        features.end_token();
    }
}

/// What is known of one token alone, as small numbers.
struct Signs {
    /// Class, or the kind of open word: a verb of claims, a capital, a number, a mark.
    shape: u32,
    /// Word class and, of cue verbs, form and frames.
    verb: u32,
    /// How often the word is in a cue.
    share: u32,
    /// Where in a quotation.
    quote: u32,
    /// Whether it is a noun for those who say something.
    source_noun: u32,
}

impl Signs {
    fn new(words: &Words, at: usize) -> Self {
        let reading = words.reading(at).map(|(reading, _)| reading);
        let class = words.class(at);
        let shape = match (class, &reading) {
            (Class::Open, Some(reading)) => 100 + reading.form as u32,
            (Class::Open, None) => open_shape(words, at),
            (class, _) => class as u32,
        };
        let verb =
            reading.map_or(shape, |reading| feature(reading.form as u32, hash(reading.verb.frames().as_bytes())));
        Self {
            shape,
            verb,
            share: words.cue_share(at).map_or(0, |share| 1 + u32::from(share)),
            quote: quote(words, at),
            source_noun: u32::from(words.is_source_noun(at)),
        }
    }
}

fn open_shape(words: &Words, at: usize) -> u32 {
    let text = words.text(at);
    match words.document.tokens().get(at).map(|token| token.kind) {
        Some(TokenKind::Mark) => 1000 + hash(text.as_bytes()) % 100_000,
        Some(TokenKind::Number) => 50,
        _ if words.is_source_noun(at) => 70,
        _ if text.len() > 1 && text.chars().all(char::is_uppercase) => 71,
        _ if words.is_capital(at) => 72,
        _ => ending(words.lower(at)),
    }
}

/// The ending of a word in small letters that tells its class best.
fn ending(word: &str) -> u32 {
    const ENDINGS: [&str; 14] =
        ["ing", "ed", "ies", "ment", "tion", "ers", "er", "ors", "or", "ists", "ist", "ive", "al", "s"];
    let found = ENDINGS.iter().position(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
    80 + found.map_or(19, |at| at as u32)
}

/// 0 outside, else what kind of quotation and whether the token opens or closes it.
fn quote(words: &Words, at: usize) -> u32 {
    let Some(index) = words.quotation(at) else { return 0 };
    let quotation = &words.quotations[index];
    let place = u32::from(at == quotation.tokens.start) + 2 * u32::from(at + 1 == quotation.tokens.end);
    1 + place + 4 * u32::from(words.is_speech(index)) + 8 * u32::from(!quotation.closed)
}

/// For each token the next cue verb outside of quotations to its left and right in the same unit: how far, how many
/// commas between, and which kind.
#[derive(Clone, Copy, Default)]
struct Near {
    distance: u32,
    commas: u32,
    kind: u32,
    /// Signs of a clause since the cue.
    verbs: u32,
    /// What the cue takes as content, and the class of the word behind it.
    opening: u32,
}

fn cue_distances(words: &Words, run: &Range<usize>) -> Vec<[Near; 2]> {
    let mut near = vec![[Near::default(); 2]; run.len()];
    sweep(words, run.clone(), run.start, &mut near, 0);
    sweep(words, run.clone().rev(), run.start, &mut near, 1);
    near
}

fn sweep(words: &Words, tokens: impl Iterator<Item = usize>, first: usize, near: &mut [[Near; 2]], side: usize) {
    let mut last = Near::default();
    let mut unit = usize::MAX;
    for at in tokens {
        let here = words.unit_of(at);
        if here != unit {
            (unit, last) = (here, Near::default());
        }
        near[at - first][side] = last;
        if words.is_mark(at) && matches!(words.text(at), "," | ";" | ":" | "—") && last.kind > 0 {
            last.commas += 1;
        }
        last.distance += u32::from(last.kind > 0);
        if let Some(kind) = cue_kind(words, at) {
            last = Near { distance: 1, commas: 0, kind, verbs: 0, opening: opening(words, at) };
        } else if words.has_verb(at..at + 1) {
            last.verbs += 1;
        }
    }
}

/// What the cue verb at `at` takes as content, with the class of the word behind it and whether that is quoted.
fn opening(words: &Words, at: usize) -> u32 {
    let (frames, after) =
        words.reading(at).map_or((0, at + 1), |(reading, after)| (hash(reading.verb.frames().as_bytes()), after));
    let quoted = u32::from(words.quotation(after).is_some());
    feature(frames, feature(words.class(after) as u32, 2 * u32::from(words.is_capital(after)) + quoted))
}

/// What kind of cue the token may be: form and strength, not 0.
fn cue_kind(words: &Words, at: usize) -> Option<u32> {
    if words.quotation(at).is_some_and(|index| words.is_speech(index)) {
        return None;
    }
    if words.lower(at) == "according" {
        return Some(99);
    }
    let (reading, _) = words.reading(at)?;
    let noun = matches!(reading.form, Form::Base | Form::Third)
        && at > 0
        && matches!(words.class(at - 1), Class::Determiner | Class::Preposition);
    let strong = words.cue_share(at).is_some_and(|share| share >= 7);
    (!noun).then(|| {
        1 + reading.form as u32 + 8 * u32::from(strong) + 16 * u32::from(at > 0 && words.quotation(at - 1).is_some())
    })
}

/// What each unit holds: cues, speech, a question.
fn unit_signs(words: &Words, run: &Range<usize>) -> Vec<u32> {
    let mut signs = vec![0; run.len()];
    let mut at = run.start;
    while at < run.end {
        let unit = &words.units[words.unit_of(at)];
        let end = unit.end.clamp(at + 1, run.end);
        let speech = (at..end).any(|at| words.quotation(at).is_some_and(|index| words.is_speech(index)));
        let quoted = (at..end).any(|at| words.quotation(at).is_some());
        let cues = (at..end).filter(|&at| cue_kind(words, at).is_some()).count().min(2) as u32;
        let value = u32::from(speech) + 2 * u32::from(quoted) + 4 * cues;
        signs[at - run.start..end - run.start].fill(value);
        at = end;
    }
    signs
}

const fn bucket(distance: u32) -> u32 {
    match distance {
        0..=4 => distance,
        5..=7 => 5,
        8..=12 => 6,
        13..=20 => 7,
        _ => 8,
    }
}

/// All signs of a sequence.
struct View<'v, 'd, 'a> {
    words: &'v Words<'d, 'a>,
    first: usize,
    told: u32,
    signs: &'v [Signs],
    rules: &'v [u8],
    cues: Vec<[Near; 2]>,
    units: Vec<u32>,
}

/// Numbers for what lies before the first token and behind the last.
const EDGE: u32 = 0xED6E;

impl View<'_, '_, '_> {
    fn sign(&self, index: isize, read: impl Fn(&Signs) -> u32) -> u32 {
        usize::try_from(index).ok().and_then(|index| self.signs.get(index)).map_or(EDGE, read)
    }

    fn rule(&self, index: isize) -> u32 {
        usize::try_from(index).ok().and_then(|index| self.rules.get(index)).map_or(EDGE, |&label| u32::from(label))
    }

    fn word(&self, index: isize) -> u32 {
        usize::try_from(index)
            .ok()
            .filter(|&index| index < self.signs.len())
            .map_or(EDGE, |index| self.words.hash(self.first + index))
    }

    fn push(&self, index: usize, features: &mut Features) {
        let at = index as isize;
        let mut template = 0;
        let mut push = |value: u32| {
            template += 1;
            features.push(feature(template, value));
        };
        let pair = feature;
        push(0);
        for offset in -2..=2 {
            push(self.word(at + offset));
        }
        push(pair(self.word(at - 1), self.word(at)));
        push(pair(self.word(at), self.word(at + 1)));
        let shape = |offset| self.sign(at + offset, |signs| signs.shape);
        let verb = |offset| self.sign(at + offset, |signs| signs.verb);
        let often = |offset| self.sign(at + offset, |signs| signs.share);
        let quote = |offset| self.sign(at + offset, |signs| signs.quote);
        let noun = |offset| self.sign(at + offset, |signs| signs.source_noun);
        let rule = |offset| self.rule(at + offset);
        for offset in -4..=4 {
            push(shape(offset));
        }
        push(pair(shape(-1), shape(0)));
        push(pair(shape(0), shape(1)));
        push(pair(shape(-2), pair(shape(-1), shape(0))));
        push(pair(shape(-1), pair(shape(0), shape(1))));
        push(pair(shape(0), pair(shape(1), shape(2))));
        for offset in -1..=1 {
            push(verb(offset));
            push(often(offset));
            push(noun(offset));
            push(quote(offset));
        }
        push(pair(often(0), shape(-1)));
        push(pair(often(0), shape(1)));
        push(pair(often(0), verb(0)));
        push(pair(quote(-1), quote(0)));
        push(pair(quote(0), quote(1)));
        push(pair(quote(0), shape(0)));
        push(pair(quote(-1), shape(0)));
        for offset in -3..=3 {
            push(rule(offset));
        }
        push(pair(rule(-1), rule(0)));
        push(pair(rule(0), rule(1)));
        push(pair(rule(-1), pair(rule(0), rule(1))));
        push(pair(rule(0), shape(0)));
        push(pair(rule(0), often(0)));
        push(pair(rule(0), quote(0)));
        push(pair(rule(0), verb(0)));
        push(pair(rule(0), noun(0)));
        self.push_context(index, &mut push);
        if self.told > 0 {
            self.push_told(index, &mut push);
        }
    }

    /// What tells within reported content more than elsewhere.
    fn push_told(&self, index: usize, push: &mut impl FnMut(u32)) {
        let (at, signs) = (index as isize, &self.signs[index]);
        let [before, here] = [self.rule(at - 1), self.rule(at)];
        let told = [here, signs.shape, signs.share, signs.quote, feature(here, before), self.cues[index][0].kind];
        for (place, value) in (0..).zip(told) {
            push(feature(place, value));
        }
    }

    fn push_context(&self, index: usize, push: &mut impl FnMut(u32)) {
        let pair = feature;
        let [left, right] = self.cues[index];
        let signs = &self.signs[index];
        let near = |near: Near| pair(near.kind, pair(bucket(near.distance), near.commas.min(2)));
        let sides = pair(
            u32::from(left.kind > 0) + 2 * u32::from(right.kind > 0),
            pair(left.commas.min(2), right.commas.min(2)),
        );
        let rule = u32::from(self.rules[index]);
        push(near(left));
        push(near(right));
        push(pair(left.kind, left.commas.min(2)));
        push(pair(right.kind, right.commas.min(2)));
        push(pair(near(left), signs.quote));
        push(pair(near(right), signs.quote));
        push(pair(left.opening, signs.shape));
        push(pair(left.opening, pair(left.verbs.min(2), left.commas.min(2))));
        let clause = pair(left.kind, pair(left.verbs.min(2), left.commas.min(2)));
        push(pair(clause, signs.shape));
        push(pair(pair(left.verbs.min(1), left.commas.min(1)), self.word(index as isize)));
        push(pair(pair(left.verbs.min(1), left.commas.min(1)), self.word(index as isize + 1)));
        push(sides);
        push(pair(sides, pair(signs.quote, self.units[index])));
        push(self.units[index]);
        push(pair(self.units[index], signs.quote));
        push(pair(self.units[index], rule));
        push(pair(sides, rule));
        push(pair(self.subject(index), signs.verb));
        push(pair(self.subject(index), signs.share));
        push(pair(self.object(index), signs.verb));
        push(pair(self.object(index), signs.share));
        push(pair(self.subject(index), pair(self.object(index), signs.shape)));
    }

    /// The kind of the word before the token, over adverbs and auxiliaries: the head of a subject.
    fn subject(&self, index: usize) -> u32 {
        let at = (self.first..self.first + index)
            .rev()
            .take(5)
            .find(|&at| !matches!(self.words.class(at), Class::Adverb | Class::Auxiliary | Class::Negation));
        at.map_or(EDGE, |at| feature(self.signs[at - self.first].source_noun, self.signs[at - self.first].shape))
    }

    /// The kind of the word behind the token, over adverbs and days.
    fn object(&self, index: usize) -> u32 {
        let last = self.first + self.signs.len();
        let at = (self.first + index + 1..last)
            .take(5)
            .find(|&at| !matches!(self.words.class(at), Class::Adverb | Class::Day));
        at.map_or(EDGE, |at| feature(self.signs[at - self.first].shape, self.words.class(at) as u32))
    }
}
