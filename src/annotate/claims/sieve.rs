//! Leaves out what reads like a claim and tells nothing: names for things, labels of lists, idioms, talk to the reader.

use std::ops::Range;

use crate::annotate::EntityKind;
use crate::annotate::entities::{Word, word_class};

use super::draft::Draft;
use super::lexicon::{Class, Form};
use super::words::Words;

/// Whether `draft` tells something that somebody says.
pub fn is_claim(words: &Words, draft: &Draft) -> bool {
    !draft.content.is_empty()
        && !is_idiom(words, draft)
        && !is_label(words, draft)
        && !is_name_for_thing(words, draft)
        && !is_adjective(words, draft)
        && !is_heading_of_item(words, draft)
        && !is_reader(words, draft)
        && !is_unsaid(words, draft)
}

/// "The lack of light helps explain the rise": nobody says it, and no passive or hearsay tells that somebody does.
fn is_unsaid(words: &Words, draft: &Draft) -> bool {
    const TOLD: &[&str] = &["be", "been", "being", "is", "are", "was", "were", "reportedly", "allegedly"];
    let Some(cue) = draft.cue.first().filter(|_| draft.source.is_empty()) else { return false };
    let bare = draft.reading.is_some_and(|reading| reading.form == Form::Base);
    let told = cue.clone().any(|at| TOLD.contains(&words.lower(at)));
    let quoted = draft.content.iter().any(|run| run.clone().any(|at| words.quotation(at).is_some()));
    bare && !told && !quoted
}

/// "said goodbye", "said nothing": words that tell of speaking and not what was said. "One reason that" tells nothing.
fn is_idiom(words: &Words, draft: &Draft) -> bool {
    if draft.cue.last().is_some_and(|run| matches!(words.lower(run.end - 1), "reason" | "reasons")) {
        return true;
    }
    let says = draft.reading.is_some_and(|reading| matches!(reading.verb.lemma, "say" | "tell"));
    let idle = ["goodbye", "farewell", "hello", "grace", "mass", "prayers", "nothing", "little", "so"];
    let first = draft.content.first().map_or("", |run| words.lower(run.start));
    says && idle.contains(&first) && draft.content.iter().all(|run| run.len() <= 4)
}

/// "what he calls “…”": a name for something in somebody’s words, and nothing told.
fn is_label(words: &Words, draft: &Draft) -> bool {
    let [source] = &draft.source[..] else { return false };
    let what = source.start.checked_sub(1).is_some_and(|before| words.lower(before) == "what");
    let names = |at: usize| words.readings(at).iter().any(|reading| matches!(reading.verb.lemma, "call" | "term"));
    what && draft.cue.first().is_some_and(|cue| cue.clone().any(names))
}

/// "estrogens called isoflavones", "the list termed the Dirty Dozen": what a thing is called, in nobody’s words.
fn is_name_for_thing(words: &Words, draft: &Draft) -> bool {
    const NAMING: &[&str] =
        &["called", "certified", "dubbed", "labeled", "labelled", "named", "refer", "refers", "termed"];
    let ([source], [cue]) = (&draft.source[..], &draft.cue[..]) else { return false };
    let quoted = draft.content.iter().any(|run| run.clone().any(|at| words.quotation(at).is_some()));
    NAMING.contains(&words.lower(cue.start)) && !quoted && source.end <= cue.start && !may_speak(words, source)
}

/// "These added ingredients": the participle stands before its noun.
fn is_adjective(words: &Words, draft: &Draft) -> bool {
    let ([source], [cue], Some(content)) = (&draft.source[..], &draft.cue[..], draft.content.first()) else {
        return false;
    };
    let only_points = source.len() == 1 && matches!(words.lower(source.start), "these" | "those");
    only_points && source.end == cue.start && cue.len() == 1 && cue.end == content.start
}

/// "Height: set the seat so that …": the heading of an item is nobody’s name.
fn is_heading_of_item(words: &Words, draft: &Draft) -> bool {
    let ([source], [cue]) = (&draft.source[..], &draft.cue[..]) else { return false };
    let colon = cue.len() == 1 && words.text(cue.start) == ":";
    let shouted = source.clone().all(|at| words.text(at).chars().all(|c| !c.is_lowercase()));
    let listed = |at: usize| words.entity(at).is_some_and(|(_, named)| named) || words.is_source_noun(at);
    colon && !shouted && !may_speak(words, source) && !source.clone().any(listed)
}

/// "Have you ever wondered", "your body will thank you": the reader is no source, but where somebody speaks to another.
fn is_reader(words: &Words, draft: &Draft) -> bool {
    let [source] = &draft.source[..] else { return false };
    matches!(words.lower(source.start), "you" | "your") && words.quotation(source.start).is_none()
}

/// Whether people or bodies stand in `run`: by name, by what they are, or as "he" and "they".
fn may_speak(words: &Words, run: &Range<usize>) -> bool {
    run.clone().any(|at| {
        let named =
            matches!(words.entity(at), Some((EntityKind::Person | EntityKind::Organization | EntityKind::Group, _)));
        let noun = |word: &str| word_class(word) != Word::Other && word_class(word) != Word::Modifier;
        let lower = words.lower(at);
        named
            || matches!(words.class(at), Class::Pronoun) && lower != "it"
            || noun(lower)
            || lower.strip_suffix('s').is_some_and(noun)
            || matches!(lower, "who" | "people" | "some" | "many" | "others" | "critics")
    })
}
