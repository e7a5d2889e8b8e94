//! The best labelling of a sequence.

use super::transitions::{NEVER, Transitions};

/// The labels of the highest score in all; `emissions` holds a score for every label of every token, token by token.
///
/// Of labellings that score the same, the one whose last label that differs comes first in the order of labels wins.
pub fn best(transitions: &Transitions, emissions: &[f32]) -> Vec<u8> {
    let labels = transitions.labels();
    let tokens = emissions.len() / labels;
    if tokens == 0 {
        return Vec::new();
    }
    let mut before: Vec<u8> = vec![0; tokens * labels];
    let mut score: Vec<f32> = transitions.first()[..labels].iter().zip(emissions).map(|(a, b)| a + b).collect();
    let mut next = vec![NEVER; labels];
    for (at, emission) in emissions.chunks_exact(labels).enumerate().skip(1) {
        let came_from = &mut before[at * labels..][..labels];
        next.fill(NEVER);
        for (from, &so_far) in score.iter().enumerate() {
            for (to, &step) in transitions.from(from)[..labels].iter().enumerate() {
                if so_far + step > next[to] {
                    next[to] = so_far + step;
                    came_from[to] = from as u8;
                }
            }
        }
        for (total, own) in next.iter_mut().zip(emission) {
            *total += own;
        }
        std::mem::swap(&mut score, &mut next);
    }
    for (label, total) in score.iter_mut().enumerate() {
        *total += transitions.last(label);
    }
    trace(&before, labels, highest(&score))
}

/// The index of the highest score; the first of equals.
fn highest(scores: &[f32]) -> usize {
    let mut best = 0;
    for (at, score) in scores.iter().enumerate() {
        if *score > scores[best] {
            best = at;
        }
    }
    best
}

/// Walks the kept steps back from the last label.
fn trace(before: &[u8], labels: usize, last: usize) -> Vec<u8> {
    let mut path = vec![last as u8; before.len() / labels];
    for at in (1..path.len()).rev() {
        path[at - 1] = before[at * labels + usize::from(path[at])];
    }
    path
}

#[cfg(test)]
mod tests {
    use super::super::bioes::{Bioes, Part};
    use super::*;

    #[test]
    fn forbidden_steps_are_not_taken() {
        let bioes = Bioes { types: 1 };
        let transitions = Transitions::new(bioes.labels(), Bioes::allows);
        let (begin, end) = (Bioes::label(0, Part::Begin), Bioes::label(0, Part::End));
        let mut emissions = vec![0.0; 2 * bioes.labels()];
        emissions[usize::from(begin)] = 1.0;
        emissions[bioes.labels() + usize::from(begin)] = 3.0;
        emissions[bioes.labels() + usize::from(end)] = 0.5;
        assert_eq!(best(&transitions, &emissions), [begin, end]);
        assert_eq!(best(&transitions, &[]), [0; 0]);
    }

    #[test]
    fn ties_go_to_the_first_label() {
        let transitions = Transitions::new(3, |_, _| true);
        assert_eq!(best(&transitions, &[0.0; 6]), [0, 0]);
    }
}
