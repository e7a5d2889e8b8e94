//! What a first reading found, gathered over the whole document, as features for a second.
//!
//! A name that is clear in one place settles it in another: the last name of a person named in full above, an acronym,
//! a headline in capitals (the two-stage scheme of Krishnan and Manning 2006, "An effective two-stage model for
//! exploiting non-local dependencies in named entity recognition").

use foldhash::{HashMap, HashMapExt};

use super::super::crf::feature;
use super::lexicon::key;
use super::sheet::{Casing, Run, Sheet};
use super::tagger::{Span, Tag};
use super::word::Form;

/// How probable it is that a token is in no name, or in a name of each tag.
pub type Mass = [f32; 1 + Tag::ALL.len()];

/// What the first reading found.
pub struct Memory<'s> {
    sheet: &'s Sheet<'s>,
    /// For each word in small letters, the sum of its masses and how often it was seen.
    words: Vec<(Mass, f32)>,
    /// For each word in small letters, how much it was the first, an inner, or the last word of longer names.
    parts: Vec<[[f32; 3]; Tag::ALL.len()]>,
    /// For each name by its [`key`], the sum of its scores as each tag.
    names: HashMap<u32, [f32; Tag::ALL.len()]>,
    /// For each name's initials, the same.
    initials: HashMap<u32, [f32; Tag::ALL.len()]>,
}

#[derive(Clone, Copy)]
#[repr(u32)]
enum Template {
    Own = 1 << 16,
    OwnForm,
    Before,
    After,
    Both,
    First,
    FirstAround,
    Name,
    NameLength,
    Part,
    Initials,
    Edges,
}

/// How much an occurrence tells where capitals say nothing.
const UNCLEAR: f32 = 0.2;

/// The most words that a name may have to be found again.
const LONGEST: usize = 8;

impl<'s> Memory<'s> {
    /// Gathers `spans` and the masses of every token of every run.
    pub fn new(sheet: &'s Sheet<'s>, spans: &[Span], masses: &[Mass]) -> Self {
        let mut memory = Self {
            sheet,
            words: vec![([0.0; 5], 0.0); sheet.words.len()],
            parts: vec![[[0.0; 3]; 4]; sheet.words.len()],
            names: HashMap::new(),
            initials: HashMap::new(),
        };
        let mut masses = masses.iter();
        for run in &sheet.runs {
            let weight = if sheet.casing(run) == Casing::Plain { 1.0 } else { UNCLEAR };
            for (at, mass) in run.tokens.clone().zip(&mut masses) {
                let (sum, count) = &mut memory.words[memory.sheet.uses[sheet.id_at(at) as usize].small as usize];
                sum.iter_mut().zip(mass).for_each(|(sum, mass)| *sum += weight * mass);
                *count += weight;
            }
        }
        for span in spans {
            memory.add(span);
        }
        memory
    }

    fn add(&mut self, span: &Span) {
        let tag = span.tag as usize;
        let mut name = 0;
        let mut initials = 0;
        for at in span.tokens.clone() {
            let id = self.sheet.id_at(at);
            let word = &self.sheet.words[id as usize];
            name = key(name, word.small);
            if word.form.has_capital() {
                initials = feature(initials, self.initial(at));
            }
            if span.tokens.len() > 1 {
                let part = match at {
                    _ if at == span.tokens.start => 0,
                    _ if at + 1 == span.tokens.end => 2,
                    _ => 1,
                };
                self.parts[self.sheet.uses[id as usize].small as usize][tag][part] += span.score;
            }
        }
        self.names.entry(name).or_default()[tag] += span.score;
        if span.tokens.len() > 1 {
            self.initials.entry(initials).or_default()[tag] += span.score;
        }
    }

    /// The first letter of the token at `at`.
    fn initial(&self, at: usize) -> u32 {
        self.sheet.document.word(at).chars().flat_map(char::to_uppercase).next().map_or(0, u32::from)
    }

    /// Features of the tokens of `run`, whose masses are `own`: for each in turn, `emit` is called with its place in
    /// the run and a feature.
    pub fn features(&self, run: &Run, own: &[Mass], emit: &mut impl FnMut(usize, u32)) {
        let casing = self.sheet.casing(run) as u32;
        for (place, at) in run.tokens.clone().enumerate() {
            let mut put = |template: Template, value: u32| emit(place, feature(template as u32, value));
            let form = self.sheet.word_at(at).form as u32;
            let here = self.elsewhere(at, &own[place], casing);
            put(Template::Own, here);
            put(Template::OwnForm, feature(here, feature(form, casing)));
            let before = if place > 0 { self.elsewhere(at - 1, &own[place - 1], casing) } else { 0 };
            let after = own.get(place + 1).map_or(0, |mass| self.elsewhere(at + 1, mass, casing));
            put(Template::Before, feature(here, before));
            put(Template::After, feature(here, after));
            put(Template::Both, feature(feature(before, here), after));
            let first =
                |place: Option<usize>| place.and_then(|place| own.get(place)).map_or(0, |mass| 1 + leading(mass));
            let firsts = [first(place.checked_sub(1)), first(Some(place)), first(Some(place + 1))];
            put(Template::First, feature(here, firsts[1]));
            put(Template::FirstAround, feature(feature(firsts[0], firsts[1]), firsts[2]));
            put(Template::Part, feature(self.part(at), firsts[1]));
            if matches!(self.sheet.word_at(at).form, Form::Capitals | Form::Initials) {
                put(Template::Initials, self.acronym(at));
            }
        }
        self.known_names(run, emit);
    }

    /// What the word at `at` mostly is elsewhere, where its mass is `own`.
    fn elsewhere(&self, at: usize, own: &Mass, casing: u32) -> u32 {
        let weight = if casing == Casing::Plain as u32 { 1.0 } else { UNCLEAR };
        let (sum, count) = &self.words[self.sheet.uses[self.sheet.id_at(at) as usize].small as usize];
        let others = count - weight;
        if others < 0.1 {
            return 1;
        }
        let mut mass = *sum;
        mass.iter_mut().zip(own).for_each(|(sum, own)| *sum = (*sum - weight * own) / others);
        2 + leading(&mass) * 4 + (others.round() as u32).min(3)
    }

    /// What the word at `at` is within longer names.
    fn part(&self, at: usize) -> u32 {
        let parts = &self.parts[self.sheet.uses[self.sheet.id_at(at) as usize].small as usize];
        let all = parts.iter().enumerate().flat_map(|(tag, parts)| parts.iter().enumerate().map(move |p| (tag, p)));
        let best = all.max_by(|(_, (_, a)), (_, (_, b))| a.total_cmp(b));
        match best {
            Some((tag, (part, &score))) if score > 0.3 => 1 + (tag * 3 + part) as u32 * 2 + u32::from(score > 1.5),
            _ => 0,
        }
    }

    /// What the letters of the token at `at` stand for elsewhere.
    fn acronym(&self, at: usize) -> u32 {
        let letters = self.sheet.document.word(at).chars().filter(|c| c.is_alphabetic());
        let initials = letters.flat_map(char::to_uppercase).fold(0, |hash, c| feature(hash, u32::from(c)));
        self.initials.get(&initials).map_or(0, |scores| 1 + strongest(scores))
    }

    /// Features of names that were found elsewhere and stand in `run`, the longest at each beginning.
    fn known_names(&self, run: &Run, emit: &mut impl FnMut(usize, u32)) {
        let mut covered = 0;
        for first in run.tokens.clone() {
            if first < covered {
                continue;
            }
            let mut name = 0;
            let mut longest = None;
            for at in first..run.tokens.end.min(first + LONGEST) {
                name = key(name, self.sheet.word_at(at).small);
                if let Some(scores) = self.names.get(&name) {
                    longest = Some((at + 1 - first, strongest(scores)));
                }
            }
            let Some((length, strength)) = longest else { continue };
            covered = first + length;
            for at in first..covered {
                let edges = u32::from(at == first) + 2 * u32::from(at + 1 == covered);
                let place = at - run.tokens.start;
                emit(place, feature(Template::Name as u32, feature(strength, edges)));
                emit(
                    place,
                    feature(Template::NameLength as u32, feature(feature(strength, edges), length.min(4) as u32)),
                );
                emit(place, feature(Template::Edges as u32, edges));
            }
        }
    }
}

/// The most probable of a mass and, in four steps, how probable: below 20.
fn leading(mass: &Mass) -> u32 {
    let best = mass.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b));
    best.map_or(0, |(at, &share)| {
        let step = [0.6, 0.8, 0.95].iter().filter(|&&floor| share > floor).count();
        (at * 4 + step) as u32
    })
}

/// The tag with the highest score, whether it leads clearly, and how high it is in three steps.
fn strongest(scores: &[f32; 4]) -> u32 {
    let total: f32 = scores.iter().sum();
    let best = scores.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b));
    best.map_or(0, |(tag, &score)| {
        let clear = u32::from(score > 0.75 * total);
        let height = [0.9, 1.8].iter().filter(|&&floor| score > floor).count() as u32;
        1 + (tag as u32 * 2 + clear) * 3 + height
    })
}
