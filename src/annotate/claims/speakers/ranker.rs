//! The ranker: which of those who may be meant by a source is the likeliest.
//!
//! Each candidate’s score is the sum of the weights of its features, and their probabilities are the soft maximum of the
//! scores (a mention-ranking model, Denis and Baldridge 2008, "Specialized models and ranking for coreference
//! resolution").

use std::sync::LazyLock;

use super::candidates::Candidate;

/// The first bytes of the file. Behind them stand what one step of a weight is worth, a little-endian `f32`, and the
/// weights, an `i8` each.
pub const MAGIC: &[u8; 4] = b"SPK1";

/// What "nobody" loses, so that more speakers are named. By fivefold cross-validation on the training data nearly as many
/// sources are read rightly, named and unnamed together, as at best (86.6 % against 86.7 %), and 86.3 % of the named ones
/// instead of 84.1 %.
const EAGERNESS: f32 = 1.0;

/// Weights of hashed features.
#[derive(Debug)]
pub struct Ranker<'m> {
    scale: f32,
    weights: &'m [u8],
}

impl<'m> Ranker<'m> {
    /// The ranker in `bytes`, whose weights stay where they are; `None` where `bytes` is none.
    pub fn read(bytes: &'m [u8]) -> Option<Self> {
        let (scale, weights) = bytes.strip_prefix(MAGIC)?.split_first_chunk()?;
        (!weights.is_empty()).then_some(Self { scale: f32::from_le_bytes(*scale), weights })
    }

    /// The score of a candidate with these features.
    pub fn score(&self, features: &[u32], candidate: Candidate) -> f32 {
        let weight = |&feature: &u32| i32::from(self.weights[row(feature, self.weights.len())].cast_signed());
        let score = features.iter().map(weight).sum::<i32>() as f32 * self.scale;
        if candidate == Candidate::Nobody { score - EAGERNESS } else { score }
    }
}

/// The row of `feature` among `rows`.
pub const fn row(feature: u32, rows: usize) -> usize {
    ((feature as u64 * rows as u64) >> 32) as usize
}

/// The ranker that was learned from the training data, where the program was built with one; see `train-claims`.
pub fn ranker() -> Option<&'static Ranker<'static>> {
    static RANKER: LazyLock<Option<Ranker<'static>>> =
        LazyLock::new(|| Ranker::read(include_bytes!("../../../../assets/speakers.model")));
    RANKER.as_ref()
}
