//! Scores of one label following another.

/// The score of a transition that may never be.
pub const NEVER: f32 = f32::NEG_INFINITY;

/// For each pair of labels, the score of the second standing behind the first; also for both edges of a sequence.
#[derive(Clone, PartialEq, Debug)]
pub struct Transitions {
    labels: usize,
    /// Row by row, `labels + 1` square; the last row and column are the edges.
    scores: Vec<f32>,
}

impl Transitions {
    /// Zero where `allowed` says so (`None` is the edge of a sequence), else `NEVER`.
    pub fn new(labels: usize, allowed: impl Fn(Option<u8>, Option<u8>) -> bool) -> Self {
        let name = |at: usize| (at < labels).then_some(at as u8);
        let pairs = (0..=labels).flat_map(|from| (0..=labels).map(move |to| (from, to)));
        let scores = pairs.map(|(from, to)| if allowed(name(from), name(to)) { 0.0 } else { NEVER }).collect();
        Self { labels, scores }
    }

    /// From scores as [`Transitions::scores`] gives them; `None` where there are too few or too many.
    pub fn from_scores(labels: usize, scores: Vec<f32>) -> Option<Self> {
        (scores.len() == (labels + 1) * (labels + 1)).then_some(Self { labels, scores })
    }

    /// How many labels there are.
    pub const fn labels(&self) -> usize {
        self.labels
    }

    /// All scores, row by row: from each label and the edge, to each label and the edge.
    pub fn scores(&self) -> &[f32] {
        &self.scores
    }

    /// The scores from `from` to every label, then to the edge.
    pub fn from(&self, from: usize) -> &[f32] {
        let width = self.labels + 1;
        &self.scores[from * width..(from + 1) * width]
    }

    /// The scores from the edge to every label.
    pub fn first(&self) -> &[f32] {
        self.from(self.labels)
    }

    /// The score of `label` standing last.
    pub fn last(&self, label: usize) -> f32 {
        self.from(label)[self.labels]
    }

    /// The same scores with those that are not [`NEVER`] to be changed.
    #[cfg(feature = "train")]
    pub fn scores_mut(&mut self) -> &mut [f32] {
        &mut self.scores
    }
}
