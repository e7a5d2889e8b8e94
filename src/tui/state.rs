//! All that a session is, as data.

use crate::annotate::Annotations;
use crate::article::Loaded;

/// A reading session.
#[derive(Debug)]
pub struct State {
    loaded: Loaded,
    annotations: Option<Box<Annotations>>,
}

impl State {
    /// A session on `loaded`, on a screen of `width` by `height` cells; its annotations come by message.
    pub fn new(loaded: Loaded, _width: u16, _height: u16) -> Self {
        Self { loaded, annotations: None }
    }

    /// The article.
    pub const fn loaded(&self) -> &Loaded {
        &self.loaded
    }

    /// Takes the annotator's findings.
    pub fn annotated(&mut self, annotations: Box<Annotations>) {
        self.annotations = Some(annotations);
    }
}
