//! The sheet that features of a candidate are written on, and the templates that keep them apart.

use super::super::source::Source;
use crate::annotate::crf::feature;

/// What a feature is about. The order is part of the model: a change of it asks for learning anew.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Template {
    /// What the source is by its first word.
    Form,
    /// The noun of the source.
    Noun,
    /// Both.
    FormAndNoun,
    /// What the noun says somebody is, whether it is more than one, and whether a name stands beside it.
    Sort,
    /// That and the form.
    FormAndSort,
    /// The first word of the cue.
    Cue,
    /// The tokens of the source.
    Length,
    /// The body that the source describes.
    Body,
    /// That and the noun of the source.
    BodyAndNoun,
    /// The noun of the body.
    BodyNoun,
    /// Whether the rules know the speaker.
    RuleKnows,
    /// Whether the source stands in a quotation.
    Quoted,
    /// Whether a source before had the same noun, and nobody was meant.
    NounBefore,
    /// Whether the rules take the candidate for the speaker, or another.
    ByRule,
    /// The candidate is the body that the source describes.
    IsBody,
    /// That, with what the words of the body tell.
    IsBodyOf,
    /// The candidate is not mentioned in the source; whether others are.
    Outside,
    /// Where in the source it is mentioned.
    Place,
    /// Whether it is all of the source.
    Whole,
    /// The preposition that it hangs on.
    Behind,
    /// Whether its apposition is closed.
    Apposed,
    /// Which of several of its kind in the source it is.
    Index,
    /// How many sentences ago it was mentioned.
    Ago,
    /// How prominent that mention was.
    Rank,
    /// How many others were mentioned since.
    Between,
    /// How soon it is mentioned first.
    Ahead,
    /// That, and whether the source begins a block.
    AheadOfOpening,
    /// Whether it is mentioned in what is said.
    Told,
    /// How often it is mentioned.
    Count,
    /// Whether none of its sort is mentioned more often.
    Prominent,
    /// How many sources name it.
    Voices,
    /// How many sources on it is named in one.
    VoiceAhead,
    /// It has not spoken lately.
    Silent,
    /// How many sources ago it spoke.
    Spoke,
    /// That, with the sentences between.
    SpokeSentences,
    /// How many others of its sort spoke since.
    SpokeSince,
    /// How many sources since were nobody’s.
    NobodySince,
    /// Whether it, or another, spoke when the noun was used before.
    SameNoun,
    /// Whether it is a woman or man as the source says.
    Gender,
    /// Whether its names or roles hold the noun.
    Called,
    /// That, and whether the noun stands beside its name somewhere.
    CalledBeside,
    /// Whether it is what the noun says.
    Class,
    /// Whether it has to do with the country of an adjective in the source.
    Country,
    /// How many of the words before the noun its names and roles hold.
    Modifiers,
}

/// Takes down the features of one candidate.
pub struct Sheet<'s> {
    found: &'s mut Vec<u32>,
    form: u32,
    kind: u32,
    /// The noun of the source.
    pub noun: u32,
    class: u32,
}

impl<'s> Sheet<'s> {
    /// An empty sheet for a candidate of the kind `kind`.
    pub fn new(found: &'s mut Vec<u32>, source: &Source, kind: u32) -> Self {
        let class = source.class << 1 | u32::from(source.plural);
        Self { found, form: source.form as u32, kind, noun: source.noun, class }
    }

    /// Adds what is true of the source, for a candidate of this kind.
    pub fn add_by_kind(&mut self, template: Template, value: u32) {
        self.found.push(feature((template as u32) << 8 | self.kind, value));
    }

    /// Adds what is true of any candidate, and of one of this kind for a source of this form.
    pub fn add(&mut self, template: Template, value: u32) {
        let plain = feature(template as u32, value);
        self.found.push(plain);
        self.found.push(feature(self.kind << 8 | self.form << 16 | 1 << 24, plain));
    }

    /// The same, and what it means for the noun of the source and for nouns of its class.
    pub fn add_by_noun(&mut self, template: Template, value: u32) {
        self.add(template, value);
        let plain = feature(template as u32, value);
        self.found.push(feature(self.noun, plain));
        self.found.push(feature(self.class | 1 << 25, feature(self.kind, plain)));
    }
}

/// One value for two.
pub const fn pair(one: u32, other: u32) -> u32 {
    feature(one, other)
}
