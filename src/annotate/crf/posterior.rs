//! How probable each label is, given the whole sequence: forward and backward sums.

use super::exp::exp;
use super::transitions::Transitions;

/// The probabilities of labels over one sequence. Its memory is used again for the next.
///
/// Sums are kept as probabilities and brought back to one at each token, so that no length of sequence runs out of
/// range (Rabiner 1989, "A tutorial on hidden Markov models", section V.A).
#[derive(Clone, Debug)]
pub struct Posterior {
    labels: usize,
    /// `e^transition`, as [`Transitions::scores`].
    step: Vec<f32>,
    /// `e^(emission - its token's highest)`, token by token; then the same of both sums.
    own: Vec<f32>,
    forward: Vec<f32>,
    backward: Vec<f32>,
}

impl Posterior {
    /// Ready for sequences under `transitions`.
    pub fn new(transitions: &Transitions) -> Self {
        let mut posterior = Self {
            labels: transitions.labels(),
            step: Vec::new(),
            own: Vec::new(),
            forward: Vec::new(),
            backward: Vec::new(),
        };
        posterior.set_transitions(transitions);
        posterior
    }

    /// Takes over transitions that have changed.
    pub fn set_transitions(&mut self, transitions: &Transitions) {
        self.step.clear();
        let probability = |&score: &f32| if score == f32::NEG_INFINITY { 0.0 } else { exp(score) };
        self.step.extend(transitions.scores().iter().map(probability));
    }

    /// Runs over a sequence, as [`best`](super::best) takes it.
    pub fn run(&mut self, emissions: &[f32]) {
        self.weigh(emissions);
        self.sum();
    }

    /// Runs over the labellings that keep to `allowed` alone: one mask of labels a token, bit by bit.
    #[cfg(feature = "train")]
    pub fn run_within(&mut self, emissions: &[f32], allowed: &[u32]) {
        if allowed.iter().all(|mask| mask.is_power_of_two()) {
            return self.run_along(allowed);
        }
        self.weigh(emissions);
        for (own, mask) in self.own.chunks_exact_mut(self.labels).zip(allowed) {
            for (label, own) in own.iter_mut().enumerate() {
                if mask >> label & 1 == 0 {
                    *own = 0.0;
                }
            }
        }
        self.sum();
    }

    /// Runs over a single labelling, which needs no sums.
    #[cfg(feature = "train")]
    fn run_along(&mut self, labels: &[u32]) {
        self.own.clear();
        self.own.resize(labels.len() * self.labels, 0.0);
        for (at, mask) in labels.iter().enumerate() {
            self.own[at * self.labels + mask.trailing_zeros() as usize] = 1.0;
        }
        self.forward.clone_from(&self.own);
        self.backward.clone_from(&self.own);
    }

    /// Takes over the transitions of `other`.
    #[cfg(feature = "train")]
    pub fn copy_transitions(&mut self, other: &Self) {
        self.step.copy_from_slice(&other.step);
    }

    /// How many tokens the sequence had.
    pub fn tokens(&self) -> usize {
        self.own.len() / self.labels
    }

    /// The probability of each label of the token at index `at`, written to `probabilities`.
    pub fn of(&self, at: usize, probabilities: &mut [f32]) {
        let (forward, backward) = (self.row(&self.forward, at), self.row(&self.backward, at));
        for ((slot, a), b) in probabilities.iter_mut().zip(forward).zip(backward) {
            *slot = a * b;
        }
        normalize(&mut probabilities[..self.labels]);
    }

    /// The probability that the tokens from index `first` on bear exactly `labels`.
    pub fn of_path(&self, first: usize, labels: &[u8]) -> f32 {
        let Some((&head, tail)) = labels.split_first() else { return 1.0 };
        let mut probabilities = vec![0.0; self.labels];
        self.of(first, &mut probabilities);
        let mut probability = probabilities[usize::from(head)];
        let mut from = usize::from(head);
        for (at, &to) in (first + 1..).zip(tail) {
            self.follow(from, at, &mut probabilities);
            from = usize::from(to);
            probability *= probabilities[from];
        }
        probability
    }

    /// The probability of each label at index `at`, where the token before it bears `from`.
    fn follow(&self, from: usize, at: usize, probabilities: &mut [f32]) {
        let step = &self.step[from * (self.labels + 1)..];
        let (own, backward) = (self.row(&self.own, at), self.row(&self.backward, at));
        for (((slot, step), own), backward) in probabilities.iter_mut().zip(step).zip(own).zip(backward) {
            *slot = step * own * backward;
        }
        normalize(probabilities);
    }

    /// Adds to `sums`, laid out as the transitions are, how often each transition is to be expected, times `factor`.
    #[cfg(feature = "train")]
    pub fn add_transitions(&self, factor: f32, sums: &mut [f32]) {
        let (labels, width) = (self.labels, self.labels + 1);
        let mut probabilities = vec![0.0; labels];
        for at in 0..self.tokens() {
            self.of(at, &mut probabilities);
            if at == 0 {
                let from_edge = &mut sums[labels * width..];
                from_edge.iter_mut().zip(&probabilities).for_each(|(sum, p)| *sum += factor * p);
            }
            if at + 1 == self.tokens() {
                (0..labels).for_each(|from| sums[from * width + labels] += factor * probabilities[from]);
                break;
            }
            let mut following = vec![0.0; labels];
            for from in (0..labels).filter(|&from| probabilities[from] > 1e-7) {
                self.follow(from, at + 1, &mut following);
                let row = &mut sums[from * width..][..labels];
                row.iter_mut().zip(&following).for_each(|(sum, p)| *sum += factor * probabilities[from] * p);
            }
        }
    }

    fn row<'v>(&self, values: &'v [f32], at: usize) -> &'v [f32] {
        &values[at * self.labels..][..self.labels]
    }

    /// Turns scores into weights, the highest of each token 1.
    fn weigh(&mut self, emissions: &[f32]) {
        self.own.clear();
        for scores in emissions.chunks_exact(self.labels) {
            let highest = scores.iter().copied().fold(f32::MIN, f32::max);
            self.own.extend(scores.iter().map(|score| exp(score - highest)));
        }
    }

    fn sum(&mut self) {
        let (labels, tokens) = (self.labels, self.tokens());
        self.forward.clear();
        self.forward.resize(tokens * labels, 0.0);
        self.backward.clear();
        self.backward.resize(tokens * labels, 0.0);
        for at in 0..tokens {
            self.step_forward(at);
        }
        for at in (0..tokens).rev() {
            self.step_backward(at);
        }
    }

    fn step_forward(&mut self, at: usize) {
        let (labels, width) = (self.labels, self.labels + 1);
        let (done, open) = self.forward.split_at_mut(at * labels);
        let now = &mut open[..labels];
        if at == 0 {
            now.copy_from_slice(&self.step[labels * width..][..labels]);
        } else {
            for (from, &weight) in done[(at - 1) * labels..].iter().enumerate().filter(|(_, weight)| **weight > 0.0) {
                let steps = &self.step[from * width..][..labels];
                now.iter_mut().zip(steps).for_each(|(sum, step)| *sum += weight * step);
            }
        }
        now.iter_mut().zip(&self.own[at * labels..]).for_each(|(sum, own)| *sum *= own);
        normalize(now);
    }

    fn step_backward(&mut self, at: usize) {
        let (labels, width) = (self.labels, self.labels + 1);
        let (open, done) = self.backward.split_at_mut((at + 1) * labels);
        let now = &mut open[at * labels..];
        let ahead: Vec<f32> =
            done.iter().zip(&self.own[(at + 1) * labels..]).take(labels).map(|(a, b)| a * b).collect();
        for (from, slot) in now.iter_mut().enumerate() {
            let steps = &self.step[from * width..][..width];
            *slot = if ahead.is_empty() { steps[labels] } else { steps.iter().zip(&ahead).map(|(a, b)| a * b).sum() };
        }
        normalize(now);
    }
}

/// Brings the sum of `values` to one; where nothing is left of them, each counts the same.
fn normalize(values: &mut [f32]) {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 {
        for value in values {
            *value /= sum;
        }
    } else {
        let even = 1.0 / values.len() as f32;
        values.fill(even);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two labels, three tokens, every labelling counted by hand.
    #[test]
    fn it_agrees_with_counting_every_labelling() {
        let scores = vec![0.5, -0.25, 0.1, 0.0, 0.75, -0.5, 0.3, -0.2, 0.0];
        let transitions = Transitions::from_scores(2, scores).expect("nine scores");
        let emissions = [0.2, -0.4, 1.0, 0.3, -0.6, 0.9];
        let mut posterior = Posterior::new(&transitions);
        posterior.run(&emissions);
        let weight = |path: [usize; 3]| {
            let own: f32 = path.iter().enumerate().map(|(at, label)| emissions[2 * at + label]).sum();
            let steps: f32 = path.windows(2).map(|pair| transitions.from(pair[0])[pair[1]]).sum();
            (own + steps + transitions.first()[path[0]] + transitions.last(path[2])).exp()
        };
        let all: Vec<[usize; 3]> = (0..8).map(|n| [n >> 2 & 1, n >> 1 & 1, n & 1]).collect();
        let total: f32 = all.iter().map(|&path| weight(path)).sum();
        let exact: f32 = all.iter().filter(|path| path[1..] == [1, 0]).map(|&path| weight(path)).sum();
        assert!((posterior.of_path(1, &[1, 0]) - exact / total).abs() < 1e-5);
        let mut probabilities = [0.0; 2];
        posterior.of(2, &mut probabilities);
        let exact: f32 = all.iter().filter(|path| path[2] == 1).map(|&path| weight(path)).sum();
        assert!((probabilities[1] - exact / total).abs() < 1e-5);
    }

    #[test]
    fn long_sequences_stay_in_range() {
        let transitions = Transitions::new(3, |_, _| true);
        let mut posterior = Posterior::new(&transitions);
        posterior.run(&[5.0, -200.0, 3.0].repeat(10_000));
        let mut probabilities = [0.0; 3];
        posterior.of(5_000, &mut probabilities);
        assert!((probabilities.iter().sum::<f32>() - 1.0).abs() < 1e-5);
    }
}
