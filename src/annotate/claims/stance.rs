//! What a source does with its claim, and whether the teller keeps a distance.

use std::ops::Range;

use super::claim::Stance;
use super::draft::Draft;
use super::lexicon::{Class, Form};
use super::words::Words;

/// The stance of the claim, by its cue.
pub fn stance(words: &Words, draft: &Draft) -> Stance {
    let cue = || draft.cue.iter().flat_map(Clone::clone);
    let silent = cue().any(|at| {
        words.class(at) == Class::Negation
            || words.lower(at).ends_with("n't")
            || words.lower(at).ends_with("n’t")
            || matches!(words.lower(at), "declined" | "declines" | "refused" | "refuses")
    });
    let by_verb = draft.reading.map_or_else(|| by_noun(words, draft), |reading| reading.verb.stance);
    match (silent, by_verb) {
        // "did not dispute", "does not deny"
        (true, Stance::Denies) => Stance::Admits,
        (true, _) => Stance::Other,
        (false, Stance::Says) if asks(words, draft) => Stance::Asks,
        (false, stance) => stance,
    }
}

/// The stance of a cue without a verb that is known: "its claim that …".
fn by_noun(words: &Words, draft: &Draft) -> Stance {
    let of = |at: usize| match words.lower(at) {
        "allegation" | "allegations" | "accusation" | "accusations" | "allegedly" => Some(Stance::Accuses),
        "warning" | "warnings" | "threat" | "threats" => Some(Stance::Warns),
        "promise" | "promises" | "pledge" | "vow" => Some(Stance::Promises),
        "denial" | "denials" => Some(Stance::Denies),
        "demand" | "demands" | "call" | "calls" => Some(Stance::Demands),
        "estimate" | "estimates" => Some(Stance::Estimates),
        "forecast" | "forecasts" | "prediction" => Some(Stance::Predicts),
        "criticism" => Some(Stance::Criticizes),
        "praise" => Some(Stance::Praises),
        "proposal" | "suggestion" | "recommendation" => Some(Stance::Suggests),
        _ => None,
    };
    draft.cue.iter().flat_map(Clone::clone).find_map(of).unwrap_or(Stance::Says)
}

/// Whether all that is said is one quoted question.
fn asks(words: &Words, draft: &Draft) -> bool {
    let [only] = &draft.content[..] else { return false };
    let marks: Vec<usize> = only.clone().rev().take(2).filter(|&at| words.is_mark(at)).collect();
    let stops = only.clone().filter(|&at| matches!(words.text(at), "." | "!" | "?")).count();
    stops == 1 && words.quotation(only.start).is_some() && marks.iter().any(|&at| words.text(at) == "?")
}

/// Whether the teller keeps a distance: "reportedly", "is said to", "appears to have".
pub fn hedged(words: &Words, draft: &Draft) -> bool {
    let cue = draft.cue.iter().any(|run| run.clone().any(|at| is_hearsay(words.lower(at))));
    let passive = draft.source.is_empty() && draft.cue.iter().any(|run| is_said(words, run));
    let opening = draft
        .content
        .iter()
        .any(|run| run.clone().take(8).any(|at| is_hearsay(words.lower(at)) && words.quotation(at).is_none()));
    cue || passive || opening || draft.content.first().is_some_and(|run| appears(words, run))
}

fn is_hearsay(word: &str) -> bool {
    matches!(
        word,
        "reportedly"
            | "allegedly"
            | "supposedly"
            | "purportedly"
            | "rumours"
            | "rumors"
            | "rumoured"
            | "rumored"
            | "speculation"
    )
}

/// "is said", "are believed".
fn is_said(words: &Words, run: &Range<usize>) -> bool {
    let helped = run.clone().any(|at| matches!(words.lower(at), "is" | "are" | "was" | "were" | "been" | "be"));
    helped
        && run.clone().any(|at| {
            matches!(
                words.lower(at),
                "said" | "reported" | "believed" | "understood" | "thought" | "alleged" | "suspected"
            )
        })
}

/// Whether the clause begins with a subject that "appears" or "seems".
fn appears(words: &Words, run: &Range<usize>) -> bool {
    let verb = run.clone().take(10).find(|&at| {
        matches!(words.class(at), Class::Auxiliary)
            || words.readings(at).iter().any(|reading| reading.form != Form::Base)
            || matches!(words.lower(at), "appears" | "appeared" | "appear" | "seems" | "seemed" | "seem")
    });
    verb.is_some_and(|at| {
        matches!(words.lower(at), "appears" | "appeared" | "appear" | "seems" | "seemed" | "seem")
            && words.quotation(at).is_none()
    })
}
