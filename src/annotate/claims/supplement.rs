//! Claims that the rules are sure of and the model missed.

use super::draft::Draft;
use super::words::Words;

/// Whether the claim that the rules found is to stand beside those that the model found in the same block.
pub fn is_wanted(words: &Words, draft: &Draft, linked: &[Draft]) -> bool {
    let Some(cue) = draft.cue.first() else { return false };
    let taken = linked.iter().any(|other| other.cue.iter().any(|run| run.start < cue.end && cue.start < run.end));
    let nested = linked.iter().any(|other| other.holds(cue.start));
    if taken || nested {
        return false;
    }
    let last = cue.end - 1;
    draft.why.rule == "according to" || words.cue_share(last).is_some_and(|share| share >= 9) && matches!(words.lower(last), "said" | "says" | "told" | "wrote") && !draft.source.is_empty()
}
