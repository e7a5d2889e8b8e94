//! The model over a paragraph: each token is outside, or in a source, a cue or a content.

use std::ops::Range;
use std::sync::LazyLock;

use crate::annotate::crf::{Features, Model, Posterior, best};

use super::draft::Draft;
use super::features::features;
use super::labels::{self, LABELS, Span};
use super::words::Words;

/// The model that was learned from the training data, where the program was built with one; see `train-claims`.
pub fn model() -> Option<&'static Model<'static>> {
    static MODEL: LazyLock<Option<Model<'static>>> =
        LazyLock::new(|| Model::read(include_bytes!("../../../assets/claims.model")).map(|(model, _)| model));
    MODEL.as_ref()
}

/// Labels but the outside one.
const WIDTH: usize = LABELS - 1;

/// What a token outside of claims loses: a claim overlooked costs the reader more than a word too many. Found by threefold
/// cross-validation on the training data, whose F1 rises up to 0.2; less, so that precision stays where it is.
const EAGERNESS: f32 = 0.07;

/// Labels sequences; its memory is used again for the next.
pub struct Tagger {
    model: &'static Model<'static>,
    features: Features,
    posterior: Posterior,
}

impl Tagger {
    /// A tagger by `model`.
    pub fn new(model: &'static Model<'static>) -> Self {
        Self { model, features: Features::default(), posterior: Posterior::new(model.transitions()) }
    }

    /// The spans of the best labelling of the tokens in `run`, each with its probability, 0 to 1.
    /// `rules` are the claims that the rules found there; `told` where the tokens are what somebody says.
    pub fn spans(&mut self, words: &Words, run: Range<usize>, rules: &[Draft], told: bool) -> Vec<(Span, f32)> {
        let by_rule = labels::write(rules.iter(), run.clone());
        features(words, run.clone(), &by_rule, told, &mut self.features);
        let mut emissions = self.model.emissions::<WIDTH>(&self.features);
        emissions.iter_mut().step_by(LABELS).for_each(|outside| *outside -= EAGERNESS);
        let labels = best(self.model.transitions(), &emissions);
        self.posterior.run(&emissions);
        let sure = |span: &Span| {
            let first = span.run.start - run.start;
            self.posterior.of_path(first, &labels[first..span.run.end - run.start])
        };
        let spans = labels::spans(&labels, run.start);
        spans
            .into_iter()
            .map(|span| {
                let sure = sure(&span);
                (span, sure)
            })
            .collect()
    }
}
