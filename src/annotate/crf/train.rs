//! Learning the weights of a [`Model`](super::Model): stochastic gradient ascent on the likelihood of the labels.
//!
//! The step of each weight shrinks with the gradients it has seen (`AdaGrad`, Duchi et al. 2011) and with time, to
//! nothing at the end. Features are left out at random, so that none leans on another. Where a token may bear several
//! labels, the likelihood is that of all labellings that keep to them. Nothing depends on the machine: the same
//! sequences and recipe give the same bytes.

use super::transitions::{NEVER, Transitions};
use super::{Features, MAGIC, Posterior, row_of};

/// A labelled sequence to learn from.
#[derive(Clone, Debug, Default)]
pub struct Sequence {
    /// The features that the model is to use.
    pub features: Features,
    /// Features that explain what is peculiar to a corpus; they help while learning and are not kept. As many tokens
    /// as `features`, or none.
    pub private: Features,
    /// For each token the labels it may bear, bit by bit; a single bit where the label is known.
    pub allowed: Vec<u32>,
    /// Scores of every label for every token to start from, as of an earlier model; or none.
    pub base: Vec<f32>,
    /// How much the sequence counts.
    pub weight: f32,
}

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Recipe {
    /// Rows of the weight table: memory is `rows * (labels - 1)` bytes in the finished model.
    pub rows: u32,
    /// How often each sequence is seen.
    pub epochs: u32,
    /// The length of the first step.
    pub rate: f32,
    /// The sum of squared gradients that a weight begins with: the greater, the less a rare feature moves.
    pub caution: f32,
    /// The share of features left out, 0 to 1.
    pub dropout: f32,
    /// A feature seen on fewer tokens is not learned. At most 255.
    pub min_count: u8,
    /// Where chance begins.
    pub seed: u64,
    /// How often all is learned, each time by another chance: the mean is less a matter of it than any one run.
    pub runs: u32,
}

/// Rows for private features.
const PRIVATE_ROWS: u32 = 1 << 18;

/// A token whose labels are this close to what they should be teaches nothing more.
const SETTLED: f32 = 1e-3;

/// The largest share of weights that may be cut to the range of a byte.
const CUT_SHARE: f64 = 1e-5;

/// Weights, and behind those of each row their sums of squared gradients: what is used together lies together.
struct Table {
    width: usize,
    values: Vec<f32>,
}

/// A sequence whose features are rows.
struct Rows<'s> {
    shared: Features,
    private: Features,
    source: &'s Sequence,
}

/// Learns from `sequences` and returns the model as a file; see [`super`]. `start` forbids and allows transitions.
pub fn train(sequences: &[&Sequence], start: &Transitions, recipe: &Recipe) -> Vec<u8> {
    let rows = numbered(sequences, recipe);
    let mut mean = learn(&rows, start, recipe, recipe.seed);
    for run in 1..recipe.runs {
        let other = learn(&rows, start, recipe, recipe.seed + u64::from(run));
        mean.lean_to(&other, 1.0 / (run + 1) as f32);
    }
    mean.write(recipe.rows)
}

/// Learns once, by the chance of `seed`.
fn learn(rows: &[Rows], start: &Transitions, recipe: &Recipe, seed: u64) -> Learner {
    let mut learner = Learner::new(start.clone(), recipe, seed);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let steps = (rows.len() * recipe.epochs as usize).max(1);
    for epoch in 0..recipe.epochs as usize {
        learner.chance.shuffle(&mut order);
        for (at, &index) in order.iter().enumerate() {
            let done = (epoch * rows.len() + at) as f32 / steps as f32;
            learner.learn(&rows[index], recipe.rate * (1.0 - done));
        }
    }
    learner
}

/// Replaces features by rows, without those that are too rare.
fn numbered<'s>(sequences: &[&'s Sequence], recipe: &Recipe) -> Vec<Rows<'s>> {
    let bucket = |feature: u32| (feature >> 8) as usize;
    let mut counts = vec![0_u8; 1 << 24];
    for sequence in sequences {
        for &feature in sequence.features.all() {
            let count = &mut counts[bucket(feature)];
            *count = count.saturating_add(1);
        }
    }
    let frequent = |feature: u32| counts[bucket(feature)] >= recipe.min_count;
    let shared = |feature: u32| frequent(feature).then(|| row_of(feature, recipe.rows) as u32);
    let private = |feature: u32| Some(row_of(feature, PRIVATE_ROWS) as u32);
    let convert = |source: &&'s Sequence| Rows {
        shared: source.features.filter_map(shared),
        private: source.private.filter_map(private),
        source,
    };
    sequences.iter().map(convert).collect()
}

struct Learner {
    labels: usize,
    transitions: Transitions,
    transition_squares: Vec<f32>,
    shared: Table,
    private: Table,
    dropout: f32,
    chance: Chance,
    model: Posterior,
    gold: Posterior,
}

impl Learner {
    fn new(start: Transitions, recipe: &Recipe, seed: u64) -> Self {
        let width = start.labels() - 1;
        Self {
            labels: start.labels(),
            transition_squares: vec![recipe.caution; start.scores().len()],
            shared: Table::new(recipe.rows, width, recipe.caution),
            private: Table::new(PRIVATE_ROWS, width, recipe.caution),
            dropout: recipe.dropout,
            chance: Chance(seed),
            model: Posterior::new(&start),
            gold: Posterior::new(&start),
            transitions: start,
        }
    }

    /// Takes one step of length `rate` towards the labels of `sequence`.
    fn learn(&mut self, sequence: &Rows, rate: f32) {
        let (shared, private) = (self.thinned(&sequence.shared), self.thinned(&sequence.private));
        let emissions = self.emissions(&shared, &private, &sequence.source.base);
        self.model.set_transitions(&self.transitions);
        self.gold.copy_transitions(&self.model);
        self.model.run(&emissions);
        self.gold.run_within(&emissions, &sequence.source.allowed);
        self.step_transitions(sequence.source.weight, rate);
        let mut gradient = vec![0.0; self.labels];
        let mut expected = vec![0.0; self.labels];
        for at in 0..shared.tokens() {
            self.gold.of(at, &mut gradient);
            self.model.of(at, &mut expected);
            for (gold, model) in gradient.iter_mut().zip(&expected) {
                *gold = (*gold - model) * sequence.source.weight;
            }
            if gradient.iter().any(|gradient| gradient.abs() > SETTLED) {
                self.shared.step(shared.of(at), &gradient[1..], rate);
                if private.tokens() > at {
                    self.private.step(private.of(at), &gradient[1..], rate);
                }
            }
        }
    }

    /// The features that chance leaves.
    fn thinned(&mut self, features: &Features) -> Features {
        let (chance, dropout) = (&mut self.chance, self.dropout);
        features.filter_map(|feature| (chance.unit() >= dropout).then_some(feature))
    }

    fn emissions(&self, shared: &Features, private: &Features, base: &[f32]) -> Vec<f32> {
        let mut emissions = vec![0.0; shared.tokens() * self.labels];
        // What is left speaks for what is left out.
        let factor = 1.0 / (1.0 - self.dropout);
        for (at, scores) in emissions.chunks_exact_mut(self.labels).enumerate() {
            let scores = &mut scores[1..];
            self.shared.add(shared.of(at), factor, scores);
            if private.tokens() > at {
                self.private.add(private.of(at), factor, scores);
            }
        }
        emissions.iter_mut().zip(base).for_each(|(score, base)| *score += base);
        emissions
    }

    fn step_transitions(&mut self, weight: f32, rate: f32) {
        let mut gradient = vec![0.0; self.transition_squares.len()];
        self.gold.add_transitions(weight, &mut gradient);
        self.model.add_transitions(-weight, &mut gradient);
        let scores = self.transitions.scores_mut();
        for ((score, square), gradient) in scores.iter_mut().zip(&mut self.transition_squares).zip(gradient) {
            if *score > NEVER {
                *square += gradient * gradient;
                *score += rate * gradient / square.sqrt();
            }
        }
    }

    /// Moves what was learned by `share` of the way to what `other` learned.
    fn lean_to(&mut self, other: &Self, share: f32) {
        let lean = |own: &mut f32, other: f32| *own += (other - *own) * share;
        self.shared.values.iter_mut().zip(&other.shared.values).for_each(|(own, &other)| lean(own, other));
        let scores = self.transitions.scores_mut().iter_mut().zip(other.transitions.scores());
        scores.filter(|(own, _)| **own > NEVER).for_each(|(own, &other)| lean(own, other));
    }

    /// The file; see [`super`].
    fn write(&self, rows: u32) -> Vec<u8> {
        let scale = self.shared.largest(CUT_SHARE) / 127.0;
        let mut file = MAGIC.to_vec();
        file.extend((self.labels as u32).to_le_bytes());
        file.extend(rows.to_le_bytes());
        file.extend(scale.to_le_bytes());
        file.extend(self.transitions.scores().iter().flat_map(|score| score.to_le_bytes()));
        let byte = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
        file.extend(self.shared.weights().map(|weight| byte(weight).cast_unsigned()));
        file
    }
}

impl Table {
    fn new(rows: u32, width: usize, caution: f32) -> Self {
        let row = std::iter::repeat_n(0.0, width).chain(std::iter::repeat_n(caution, width)).collect::<Vec<f32>>();
        Self { width, values: row.repeat(rows as usize) }
    }

    fn add(&self, rows: &[u32], factor: f32, scores: &mut [f32]) {
        for &row in rows {
            let weights = &self.values[row as usize * 2 * self.width..][..self.width];
            scores.iter_mut().zip(weights).for_each(|(score, weight)| *score += factor * weight);
        }
    }

    fn step(&mut self, rows: &[u32], gradient: &[f32], rate: f32) {
        for &row in rows {
            let row = &mut self.values[row as usize * 2 * self.width..][..2 * self.width];
            let (weights, squares) = row.split_at_mut(self.width);
            for ((weight, square), gradient) in weights.iter_mut().zip(squares).zip(gradient) {
                *square += gradient * gradient;
                *weight += rate * gradient / square.sqrt();
            }
        }
    }

    /// All weights, row by row.
    fn weights(&self) -> impl Iterator<Item = f32> {
        self.values.chunks_exact(2 * self.width).flat_map(|row| &row[..self.width]).copied()
    }

    /// The size that all but a `share` of the weights that were ever moved stay below.
    fn largest(&self, share: f64) -> f32 {
        let mut sizes: Vec<f32> = self.weights().filter(|weight| *weight != 0.0).map(f32::abs).collect();
        sizes.sort_unstable_by(f32::total_cmp);
        let kept = (sizes.len() as f64 * (1.0 - share)) as usize;
        sizes.get(kept.min(sizes.len().saturating_sub(1))).copied().unwrap_or(1.0)
    }
}

/// Numbers that look like chance and are the same every time (Steele et al. 2014, "`SplitMix64`").
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0, below 1.
    pub fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1 << 24) as f32
    }

    /// Changes the order as chance has it.
    pub fn shuffle(&mut self, order: &mut [usize]) {
        for at in (1..order.len()).rev() {
            order.swap(at, (self.next() % (at as u64 + 1)) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Bioes, Model, best, feature};
    use super::*;

    /// A word bears the label of its last word: `a` after `x` is a name, elsewhere it is none.
    fn sequence(words: &[u32], allowed: &[u32]) -> Sequence {
        let mut features = Features::default();
        for (at, &word) in words.iter().enumerate() {
            features.push(feature(0, word));
            features.push(feature(1, at.checked_sub(1).map_or(0, |before| words[before])));
            features.end_token();
        }
        Sequence { features, allowed: allowed.to_vec(), weight: 1.0, ..Sequence::default() }
    }

    #[test]
    fn it_learns_what_stands_before_and_is_the_same_twice() {
        let single = 1 << Bioes::span(0, 1).next().expect("a label");
        let sequences =
            [sequence(&[7, 8], &[1, single]), sequence(&[9, 8], &[1, 1]), sequence(&[9, 9, 7, 8], &[1, 1, 1, single])];
        let recipe =
            Recipe { rows: 256, epochs: 40, rate: 0.3, caution: 1.0, dropout: 0.1, min_count: 1, seed: 5, runs: 2 };
        let start = Transitions::new(Bioes { types: 1 }.labels(), Bioes::allows);
        let refs: Vec<&Sequence> = sequences.iter().collect();
        let file = train(&refs, &start, &recipe);
        assert_eq!(file, train(&refs, &start, &recipe));
        let (model, rest) = Model::read(&file).expect("a model");
        assert!(rest.is_empty());
        for sequence in &sequences {
            let labels = best(model.transitions(), &model.emissions::<4>(&sequence.features));
            let masks: Vec<u32> = labels.iter().map(|label| 1 << label).collect();
            assert_eq!(masks, sequence.allowed);
        }
    }
}
