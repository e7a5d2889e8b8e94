//! Linear-chain conditional random fields over hashed features: a model that lies in the binary and is used in place.
//!
//! A sequence is labelled in three steps: the caller pushes the hashes of each token's [`Features`]; the
//! [`Model`] adds up its weights for them ([`Model::emissions`]); [`best`] finds the best labels and [`Posterior`]
//! tells how sure they are. Label 0 is the one that needs no weights: every score is against it.
//!
//! # The file
//!
//! Everything is little-endian; nothing is parsed but the few transitions.
//!
//! | bytes | what |
//! |---|---|
//! | 4 | `CRF1` |
//! | 4 | number of labels, `L` |
//! | 4 | number of rows, `R` |
//! | 4 | what one step of a weight is worth, `f32` |
//! | 4 (L+1)² | transitions, `f32`, row by row, the edge last; minus infinity where forbidden |
//! | R (L-1) | weights, `i8`, row by row: the labels but 0 |
//!
//! A feature's row is the high half of its hash times `R`. Features share rows where they collide; the trainer learns
//! with the same rows, so that is accounted for (Weinberger et al. 2009, "Feature hashing for large scale multitask
//! learning").

mod bioes;
mod exp;
mod features;
mod posterior;
#[cfg(feature = "train")]
pub mod train;
mod transitions;
mod viterbi;

pub use bioes::{Bioes, OUTSIDE, Part};
#[cfg(feature = "train")]
pub use exp::exp;
pub use features::{Features, feature, hash};
pub use posterior::Posterior;
pub use transitions::Transitions;
pub use viterbi::best;

/// The first bytes of a model.
const MAGIC: &[u8; 4] = b"CRF1";

/// A trained model over borrowed weights.
#[derive(Clone, Debug)]
pub struct Model<'m> {
    transitions: Transitions,
    rows: u32,
    scale: f32,
    weights: &'m [u8],
}

impl<'m> Model<'m> {
    /// The model in `bytes`, whose weights stay where they are; `None` where `bytes` is no model. Returns what stands
    /// behind the model in `bytes`, too.
    pub fn read(bytes: &'m [u8]) -> Option<(Self, &'m [u8])> {
        let bytes = bytes.strip_prefix(MAGIC)?;
        let (labels, bytes) = word(bytes)?;
        let (rows, bytes) = word(bytes)?;
        let (scale, bytes) = word(bytes)?;
        let labels = usize::try_from(u32::from_le_bytes(labels)).ok().filter(|labels| (2..=32).contains(labels))?;
        let rows = u32::from_le_bytes(rows);
        let (scores, bytes) = bytes.split_at_checked(4 * (labels + 1) * (labels + 1))?;
        let scores = scores.as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect();
        let (weights, rest) = bytes.split_at_checked(rows as usize * (labels - 1))?;
        let transitions = Transitions::from_scores(labels, scores)?;
        Some((Self { transitions, rows, scale: f32::from_le_bytes(scale), weights }, rest))
    }

    /// How many labels there are.
    pub const fn labels(&self) -> usize {
        self.transitions.labels()
    }

    /// Scores of one label following another.
    pub const fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// Adds the weights of `feature` to `sums`, one sum a label but 0, in steps of [`Model::scale`]. Sums stay as they
    /// are where the model has another number of labels than `WIDTH` and the one that needs no weights; that it is known
    /// beforehand makes this several times as fast.
    pub fn add<const WIDTH: usize>(&self, feature: u32, sums: &mut [i32; WIDTH]) {
        if let Some(row) = self.weights.as_chunks::<WIDTH>().0.get(row_of(feature, self.rows))
            && WIDTH + 1 == self.labels()
        {
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight.cast_signed());
            }
        }
    }

    /// What one step of a weight is worth.
    pub const fn scale(&self) -> f32 {
        self.scale
    }

    /// The scores of every label for every token, token by token, as [`best`] and [`Posterior::run`] take them. All are
    /// 0 where the model has another number of labels than `WIDTH` and the one that needs no weights.
    pub fn emissions<const WIDTH: usize>(&self, features: &Features) -> Vec<f32> {
        let mut emissions = Vec::with_capacity(features.tokens() * (WIDTH + 1));
        for at in 0..features.tokens() {
            let mut sums = [0; WIDTH];
            features.of(at).iter().for_each(|&feature| self.add(feature, &mut sums));
            emissions.push(0.0);
            emissions.extend(sums.map(|sum| sum as f32 * self.scale));
        }
        emissions
    }
}

/// The row of `feature` among `rows`.
const fn row_of(feature: u32, rows: u32) -> usize {
    ((feature as u64 * rows as u64) >> 32) as usize
}

/// The first four bytes, and the rest.
const fn word(bytes: &[u8]) -> Option<([u8; 4], &[u8])> {
    match bytes.split_first_chunk() {
        Some((word, rest)) => Some((*word, rest)),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_model_is_refused() {
        assert!(Model::read(b"").is_none());
        assert!(Model::read(b"CRF1\x02\0\0\0\xff\xff\xff\xff\0\0\0\0").is_none());
        assert!(Model::read(&[0; 400]).is_none());
    }
}
