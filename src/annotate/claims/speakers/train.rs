//! Learns the ranker of speakers from gold claims that say who speaks.

use crate::annotate::crf::exp;
use crate::annotate::crf::train::Chance;
use crate::annotate::entities::known_as;
use crate::annotate::{Document, Entity, EntityId, find_names, resolve};
use crate::article::{ArticleBuilder, Meta};

use super::super::draft::Draft;
use super::super::train::{FILES, GoldArticle, articles, bytes_of_chars, draft};
use super::super::words::Words;
use super::ranker::{MAGIC, row};
use super::{Candidate, Question, Speakers};

/// The weights of the ranker: a byte each.
const ROWS: usize = 1 << 15;
/// How often each choice is seen.
const EPOCHS: usize = 20;
/// The length of the first step.
const RATE: f32 = 0.15;
/// The sum of squared gradients that a weight begins with.
const CAUTION: f32 = 1.0;
/// The share of features left out at random.
const DROPOUT: f32 = 0.1;
/// Where chance begins in each run; the mean of the runs is less a matter of chance than any of them.
const SEEDS: [u64; 5] = [11, 12, 13, 14, 15];
/// What the choices of each corpus weigh together.
const CORPUS: f32 = 3000.0;

/// A source with the features of each candidate, and which of them are right.
struct Choice {
    candidates: Vec<Vec<u32>>,
    right: Vec<bool>,
    weight: f32,
}

/// Learns from `corpora`, each the lines of one of [`FILES`], and returns the ranker as a file, or what is wrong with them.
pub fn learn(corpora: &[String]) -> Result<Vec<u8>, String> {
    let mut choices = Vec::new();
    for (file, lines) in FILES.iter().zip(corpora) {
        let first = choices.len();
        for gold in articles(file, lines)? {
            article_choices(gold, &mut choices);
        }
        let weight = CORPUS / (choices.len() - first).max(1) as f32;
        choices[first..].iter_mut().for_each(|choice| choice.weight = weight);
    }
    Ok(write(&fit(&choices)))
}

/// Adds a choice for each source of the article, as if all before it had been read rightly.
fn article_choices(gold: GoldArticle, choices: &mut Vec<Choice>) {
    let bytes = bytes_of_chars(&gold.text);
    let article = ArticleBuilder::verbatim(Meta::default(), gold.text);
    let document = Document::new(&article);
    let resolved = resolve(&document, &find_names(&document));
    let words = Words::new(&document, &resolved);
    let mut claims: Vec<(Draft, Option<String>)> =
        gold.claims.into_iter().map(|claim| (draft(&document, &bytes, &claim), claim.source_name)).collect();
    claims.sort_by_key(|(draft, _)| draft.start());
    let drafts: Vec<Draft> = claims.iter().map(|(draft, _)| draft.clone()).collect();
    let mut speakers = Speakers::new(&words, &resolved, &drafts);
    for (draft, name) in &claims {
        let Some(run) = draft.source.first() else { continue };
        let Some(question) = speakers.question(&words, run) else { continue };
        let right = right(&words, &speakers, &question, name.as_deref());
        let chosen = question.candidates.iter().zip(&right).find(|(_, right)| **right);
        let chosen = chosen.map_or(Candidate::Nobody, |(candidate, _)| *candidate);
        let mut candidates = Vec::new();
        speakers.each(&words, draft, &question, |_, features| candidates.push(features.to_vec()));
        choices.push(Choice { candidates, right, weight: 1.0 });
        speakers.choose(&words, &question, chosen);
    }
}

/// Which candidates are the one called `name`: those whose names end alike, else those who share all words, else nobody.
fn right(words: &Words, speakers: &Speakers, question: &Question, name: Option<&str>) -> Vec<bool> {
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<bool> {
        let is = |candidate: &Candidate| match candidate {
            Candidate::Nobody => false,
            Candidate::Body => question.body.as_ref().is_some_and(|body| fits(body.name(words))),
            Candidate::Entity(entity) => entity_of(speakers, *entity)
                .is_some_and(|entity| fits(&entity.name) || entity.aliases.iter().any(|alias| Some(&**alias) == name)),
        };
        question.candidates.iter().map(is).collect()
    };
    let name = name.unwrap_or_default();
    let mut right = fitting(&|other| !name.is_empty() && same(other, name));
    if !right.contains(&true) {
        right = fitting(&|other| shares(other, name));
    }
    if !right.contains(&true) {
        right[0] = true;
    }
    right
}

/// The entity with the id `entity`, be it one of the article or a body.
fn entity_of<'s>(speakers: &'s Speakers, entity: EntityId) -> Option<&'s Entity> {
    speakers.resolved.entities.get(entity.0 as usize).or_else(|| speakers.bodies.get(entity))
}

/// Whether two names end alike, or are well known to be one; the other may be several with semicolons between them.
fn same(one: &str, other: &str) -> bool {
    let last = |name: &str| {
        let word = name.trim_end_matches("’s").trim_end_matches("'s").rsplit([' ', ';']).next().unwrap_or_default();
        word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
    };
    let known = |name: &str| known_as(name).next().map(|meaning| meaning.canonical);
    other.split("; ").any(|other| last(one) == last(other) || known(one).is_some_and(|one| known(other) == Some(one)))
}

/// Whether one name holds all words of the other.
fn shares(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).filter(|word| !matches!(&**word, "of" | "the" | "and" | "s")).collect()
    };
    let (one, other) = (words(one), words(other));
    let within = |few: &[String], many: &[String]| !few.is_empty() && few.iter().all(|word| many.contains(word));
    within(&one, &other) || within(&other, &one)
}

/// The weights, by stochastic gradient ascent on the likelihood of the right candidates (`AdaGrad` with dropout, as in
/// [`crate::annotate::crf::train`]).
fn fit(choices: &[Choice]) -> Vec<f32> {
    let runs = SEEDS.map(|seed| fit_once(choices, seed));
    (0..ROWS).map(|at| runs.iter().map(|weights| weights[at]).sum::<f32>() / SEEDS.len() as f32).collect()
}

fn fit_once(choices: &[Choice], seed: u64) -> Vec<f32> {
    let mut weights = vec![0.0_f32; ROWS];
    let mut squares = vec![CAUTION; ROWS];
    let mut chance = Chance(seed);
    let mut order: Vec<usize> = (0..choices.len()).collect();
    let steps = (order.len() * EPOCHS).max(1) as f32;
    for epoch in 0..EPOCHS {
        chance.shuffle(&mut order);
        for (at, &index) in order.iter().enumerate() {
            let rate = RATE * (1.0 - (epoch * choices.len() + at) as f32 / steps);
            step(&choices[index], &mut weights, &mut squares, &mut chance, rate);
        }
    }
    weights
}

/// Takes one step of length `rate` towards the right candidates.
fn step(choice: &Choice, weights: &mut [f32], squares: &mut [f32], chance: &mut Chance, rate: f32) {
    /// A candidate this close to what it should be teaches nothing more.
    const SETTLED: f32 = 1e-4;
    let mut thinned = |features: &Vec<u32>| -> Vec<usize> {
        let kept = features.iter().filter(|_| chance.unit() >= DROPOUT);
        kept.map(|&feature| row(feature, ROWS)).collect()
    };
    let rows: Vec<Vec<usize>> = choice.candidates.iter().map(&mut thinned).collect();
    let score = |rows: &Vec<usize>| rows.iter().map(|&row| weights[row]).sum::<f32>() / (1.0 - DROPOUT);
    let scores: Vec<f32> = rows.iter().map(score).collect();
    let all = softmax(&scores, |_| true);
    let right = softmax(&scores, |at| choice.right[at]);
    for (at, rows) in rows.iter().enumerate() {
        let gradient = (right[at] - all[at]) * choice.weight;
        if gradient.abs() > SETTLED {
            for &row in rows {
                squares[row] += gradient * gradient;
                weights[row] += rate * gradient / squares[row].sqrt();
            }
        }
    }
}

/// The probability of each score among those that are `allowed`.
fn softmax(scores: &[f32], allowed: impl Fn(usize) -> bool) -> Vec<f32> {
    let top =
        scores.iter().enumerate().filter(|(at, _)| allowed(*at)).map(|(_, &score)| score).fold(f32::MIN, f32::max);
    let raised = |(at, &score): (usize, &f32)| if allowed(at) { exp(score - top) } else { 0.0 };
    let raised: Vec<f32> = scores.iter().enumerate().map(raised).collect();
    let sum: f32 = raised.iter().sum();
    raised.iter().map(|value| value / sum).collect()
}

/// The file; see [`super::ranker`].
fn write(weights: &[f32]) -> Vec<u8> {
    let largest = weights.iter().fold(0.0_f32, |largest, weight| largest.max(weight.abs()));
    let scale = (largest / 127.0).max(f32::MIN_POSITIVE);
    let mut file = MAGIC.to_vec();
    file.extend(scale.to_le_bytes());
    file.extend(weights.iter().map(|weight| ((weight / scale).round() as i8).cast_unsigned()));
    file
}
