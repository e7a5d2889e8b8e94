//! Cues: the verbs that make a claim, each with its auxiliaries, adverbs, particle and preposition.

use std::ops::Range;

use super::lexicon::{Class, Form, Frame, Reading};
use super::words::Words;

/// A verb in use as a cue.
#[derive(Clone, Debug)]
pub struct Cue {
    /// From its auxiliaries to its particle or preposition.
    pub run: Range<usize>,
    /// The verb itself.
    pub verb: usize,
    /// How the verb was read.
    pub reading: Reading,
    /// How it stands in its clause.
    pub mood: Mood,
}

/// How a cue verb stands in its clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mood {
    /// "said", "has said".
    Finite,
    /// ", saying".
    Participle,
    /// "was told", "is said".
    Passive,
    /// "declined to say".
    Infinitive,
}

/// The cue whose verb is the token at `at`, if it is one; `floor` is where its clause begins at the earliest.
pub fn at(words: &Words, at: usize, floor: usize, ceiling: usize) -> Option<Cue> {
    let (reading, after) = words.reading(at)?;
    if reading.verb.takes(Frame::Belief) {
        return None;
    }
    let start = group_start(words, at, floor);
    let mood = mood(words, start..at, reading)?;
    if reads_as_noun(words, start, at, reading.form, mood) {
        return None;
    }
    let prepositions = &reading.verb.prepositions;
    let joined = after < ceiling && prepositions.contains(&words.lower(after));
    Some(Cue { run: start..after + usize::from(joined), verb: at, reading, mood })
}

/// Where auxiliaries and adverbs before the verb at `at` begin.
fn group_start(words: &Words, at: usize, floor: usize) -> usize {
    let mut start = at;
    while start > floor {
        let before = start - 1;
        let joins = match words.class(before) {
            Class::Auxiliary => !matches!(words.text(before), "’s" | "'s"),
            Class::Adverb | Class::Negation => !words.is_capital(before),
            Class::To => {
                before > floor
                    && matches!(
                        words.lower(before - 1),
                        "declined"
                            | "refused"
                            | "declines"
                            | "refuses"
                            | "went"
                            | "used"
                            | "failed"
                            | "continued"
                            | "continues"
                            | "declining"
                            | "refusing"
                    )
            }
            Class::Open => words.class(start) == Class::To && start < at,
            _ => false,
        };
        if !joins {
            break;
        }
        start -= 1;
    }
    start
}

fn mood(words: &Words, group: Range<usize>, reading: Reading) -> Option<Mood> {
    let helped = |forms: &[&str]| group.clone().any(|at| forms.contains(&words.lower(at)));
    let to = group.clone().any(|at| words.class(at) == Class::To);
    let auxiliary = group.clone().any(|at| words.class(at) == Class::Auxiliary);
    let be = ["is", "was", "were", "are", "be", "been", "being"];
    match reading.form {
        Form::Gerund if auxiliary => Some(Mood::Finite),
        Form::Gerund => Some(Mood::Participle),
        Form::Past | Form::Participle if helped(&be) => Some(Mood::Passive),
        Form::Participle if !auxiliary => None,
        _ if to => Some(Mood::Infinitive),
        Form::Base if group.start > 0 && words.class(group.start - 1) == Class::To => None,
        _ => Some(Mood::Finite),
    }
}

/// Whether the word is a noun or adjective here: "the report", "his alleged crimes".
fn reads_as_noun(words: &Words, start: usize, at: usize, form: Form, mood: Mood) -> bool {
    if mood != Mood::Finite || start == 0 {
        return false;
    }
    let helped = (start..at).any(|at| words.class(at) == Class::Auxiliary);
    let before = start - 1;
    let modified = matches!(words.class(before), Class::Determiner | Class::Preposition)
        && !matches!(
            words.lower(before),
            "this"
                | "these"
                | "those"
                | "some"
                | "many"
                | "most"
                | "all"
                | "both"
                | "few"
                | "several"
                | "one"
                | "another"
        )
        || matches!(words.text(before), "’s" | "'s" | "-");
    match form {
        Form::Base => !helped && (modified || !is_plural(words, before)),
        Form::Third | Form::Past | Form::Gerund => !helped && modified,
        Form::Participle => !helped,
    }
}

/// Whether a subject of a base form may end with the token: a plural or a pronoun.
fn is_plural(words: &Words, at: usize) -> bool {
    let word = words.lower(at);
    word.ends_with('s')
        || matches!(words.class(at), Class::Pronoun | Class::Determiner | Class::Relative | Class::Conjunction)
        || matches!(word, "people" | "police" | "women" | "men" | "critics" | ",")
}
