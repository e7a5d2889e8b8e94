//! The statistical tagger: a document laid out goes in, labelled spans with their probabilities come out.

use std::ops::Range;

use super::super::crf::{Bioes, Model, Posterior, best};
use super::super::parallel;
use super::features::{NEIGHBOURS, here, near, own, segments};
use super::lexicon::Lexicon;
use super::memory::{Mass, Memory};
use super::sheet::{Casing, Run, Sheet};

/// The types of span that the tagger tells apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tag {
    /// A person.
    Person,
    /// An organization.
    Organization,
    /// A place.
    Place,
    /// A name of something else: peoples, events, works, products.
    Other,
}

impl Tag {
    /// All tags, in the order of the model's types.
    pub const ALL: [Self; 4] = [Self::Person, Self::Organization, Self::Place, Self::Other];

    /// The labelling of the model.
    pub const LABELS: Bioes = Bioes { types: 4 };
}

/// A span that the tagger found.
#[derive(Clone, PartialEq, Debug)]
pub struct Span {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub tag: Tag,
    /// The probability that this very span stands here, 0 to 1.
    pub score: f32,
}

/// The models with their lexicon.
#[derive(Clone, Debug)]
pub struct Tagger<'m> {
    /// What is known of words.
    pub lexicon: Lexicon<'m>,
    /// Reads a run at a time.
    pub first: Model<'m>,
    /// Corrects the first by what it found in the whole document.
    pub second: Model<'m>,
}

/// Labels but the outside one.
const WIDTH: usize = Tag::LABELS.labels() - 1;

/// What a reading of some runs of a document gave.
pub struct Reading<'r> {
    /// The runs.
    pub runs: &'r [Run],
    /// Scores of every label for every token of every run.
    pub emissions: Vec<f32>,
    /// For each of these tokens how probable each tag is.
    pub masses: Vec<Mass>,
    /// The best spans, in order.
    pub spans: Vec<Span>,
}

impl<'m> Tagger<'m> {
    /// The tagger in `bytes`; `None` where there is none.
    pub fn read(bytes: &'m [u8]) -> Option<Self> {
        let (first, rest) = Model::read(bytes)?;
        let (second, rest) = Model::read(rest)?;
        let lexicon = Lexicon::read(rest)?;
        let fits = first.labels() == WIDTH + 1 && second.labels() == WIDTH + 1;
        fits.then_some(Self { lexicon, first, second })
    }

    /// The spans of the document on `sheet`, in order.
    pub fn tag(&self, sheet: &Sheet) -> Vec<Span> {
        let readings = parallel::parts(&sheet.runs, tokens, |runs| reading(&self.first, sheet, runs));
        let (spans, masses) =
            (concat(&readings, |reading| &reading.spans), concat(&readings, |reading| &reading.masses));
        let memory = Memory::new(sheet, &spans, &masses);
        let parts = parallel::parts(
            &readings,
            |reading| reading.masses.len(),
            |readings| readings.iter().flat_map(|reading| self.second_reading(reading, &memory)).collect::<Vec<_>>(),
        );
        parts.concat()
    }

    /// The spans of the runs of `reading` as what was found in the whole document corrects them.
    fn second_reading(&self, reading: &Reading, memory: &Memory) -> Vec<Span> {
        let mut posterior = Posterior::new(self.second.transitions());
        let (mut spans, mut scores, mut sums) = (Vec::new(), Vec::new(), Vec::new());
        let mut done = 0;
        for run in reading.runs {
            let tokens = done..done + run.tokens.len();
            scores.clear();
            scores.extend_from_slice(&reading.emissions[tokens.start * (WIDTH + 1)..tokens.end * (WIDTH + 1)]);
            sums.clear();
            sums.resize(run.tokens.len(), [0; WIDTH]);
            let masses = &reading.masses[tokens];
            memory.features(run, masses, &mut |place, feature| self.second.add(feature, &mut sums[place]));
            for (scores, sums) in scores.chunks_exact_mut(WIDTH + 1).zip(&sums) {
                scores[1..].iter_mut().zip(sums).for_each(|(score, sum)| *score += *sum as f32 * self.second.scale());
            }
            decode(&self.second, run, &scores, &mut posterior, &mut spans);
            done += run.tokens.len();
        }
        spans
    }
}

/// How many tokens `run` has.
fn tokens(run: &Run) -> usize {
    run.tokens.len()
}

/// One field of all readings, in order.
fn concat<'r, T: Clone + 'r>(readings: &'r [Reading], field: impl Fn(&'r Reading) -> &'r [T]) -> Vec<T> {
    readings.iter().flat_map(field).cloned().collect()
}

/// Reads `runs` of `sheet` with `model`, which is the first.
pub fn reading<'r>(model: &Model, sheet: &Sheet, runs: &'r [Run]) -> Reading<'r> {
    let mut sums = Sums::new(model, sheet);
    let mut posterior = Posterior::new(model.transitions());
    let (mut emissions, mut masses, mut spans) = (Vec::new(), Vec::new(), Vec::new());
    for run in runs {
        let first = emissions.len();
        sums.add_emissions(run, &mut emissions);
        decode(model, run, &emissions[first..], &mut posterior, &mut spans);
        masses.extend((0..run.tokens.len()).map(|at| mass(&posterior, at)));
    }
    Reading { runs, emissions, masses, spans }
}

/// Adds the best spans of `run` under its `emissions`; `posterior` then tells the probabilities of its labels.
fn decode(model: &Model, run: &Run, emissions: &[f32], posterior: &mut Posterior, spans: &mut Vec<Span>) {
    let labels = best(model.transitions(), emissions);
    posterior.run(emissions);
    for (tokens, kind) in Bioes::spans(&labels) {
        let score = posterior.of_path(tokens.start, &labels[tokens.clone()]);
        let tokens = run.tokens.start + tokens.start..run.tokens.start + tokens.end;
        spans.push(Span { tokens, tag: Tag::ALL[usize::from(kind)], score });
    }
}

/// The probabilities of the labels of a token, by tag.
fn mass(posterior: &Posterior, at: usize) -> Mass {
    let mut labels = [0.0; WIDTH + 1];
    posterior.of(at, &mut labels);
    let mut mass = Mass::default();
    mass[0] = labels[0];
    for (slot, parts) in mass[1..].iter_mut().zip(labels[1..].chunks_exact(4)) {
        *slot = parts.iter().sum();
    }
    mass
}

/// Emissions of a document, with the sums that depend on one word alone kept for its next use.
struct Sums<'s, 'm> {
    model: &'s Model<'m>,
    sheet: &'s Sheet<'s>,
    /// For each word, where in `kept` its own sum in each casing is, then its sums as a neighbour.
    slots: Vec<[u32; KEPT]>,
    kept: Vec<[i32; WIDTH]>,
}

/// How many sums are kept of each word.
const KEPT: usize = 3 + NEIGHBOURS.len();

/// A sum that is not added up yet.
const UNKNOWN: u32 = u32::MAX;

impl<'s, 'm> Sums<'s, 'm> {
    fn new(model: &'s Model<'m>, sheet: &'s Sheet<'s>) -> Self {
        Self { model, sheet, slots: vec![[UNKNOWN; KEPT]; sheet.words.len()], kept: Vec::new() }
    }

    /// Adds scores of every label for every token of `run`.
    fn add_emissions(&mut self, run: &Run, emissions: &mut Vec<f32>) {
        let casing = self.sheet.casing(run);
        let segments = segments(self.sheet, run);
        let mut segment = 0;
        for at in run.tokens.clone() {
            while segment + 1 < segments.len() && segments[segment + 1].start <= at {
                segment += 1;
            }
            let mut sums = *self.own(self.sheet.id_at(at), casing);
            for (place, distance) in NEIGHBOURS.into_iter().enumerate() {
                let id = self.sheet.id(run, at.wrapping_add_signed(distance));
                let neighbour = self.neighbour(id, place);
                sums.iter_mut().zip(neighbour).for_each(|(sum, more)| *sum += more);
            }
            let model = self.model;
            here(self.sheet, run, at, &segments[segment], &mut |feature| model.add(feature, &mut sums));
            emissions.push(0.0);
            emissions.extend(sums.map(|sum| sum as f32 * model.scale()));
        }
    }

    fn own(&mut self, id: u32, casing: Casing) -> &[i32; WIDTH] {
        let word = &self.sheet.words[id as usize];
        self.keep(id, casing as usize, |emit| own(word, casing, emit))
    }

    fn neighbour(&mut self, id: u32, place: usize) -> &[i32; WIDTH] {
        let word = &self.sheet.words[id as usize];
        self.keep(id, 3 + place, |emit| near(word, NEIGHBOURS[place], emit))
    }

    /// The sum of the features that `describe` emits, added up the first time it is asked for.
    fn keep(&mut self, id: u32, slot: usize, describe: impl FnOnce(&mut dyn FnMut(u32))) -> &[i32; WIDTH] {
        let at = &mut self.slots[id as usize][slot];
        if *at == UNKNOWN {
            *at = self.kept.len() as u32;
            let mut sums = [0; WIDTH];
            describe(&mut |feature| self.model.add(feature, &mut sums));
            self.kept.push(sums);
        }
        &self.kept[*at as usize]
    }
}
