//! What a speaker does, in a word that agrees with whoever speaks.

use crate::annotate::{Claim, Stance};

use super::panel::one_line;

/// "says", or "say" of several; "…, reportedly" where the teller of `text` keeps a distance. What is none of the usual
/// things to do with a claim is told in the words of the text: "declined to say".
pub fn verb(claim: &Claim, text: &str) -> String {
    let verb = match (claim.stance, claim.cue.first()) {
        (Stance::Other, Some(cue)) => one_line(cue.of(text)),
        (stance, _) if is_plural(claim, text) => base(stance.name()),
        (stance, _) => stance.name().to_owned(),
    };
    if claim.hedged { format!("{verb}, reportedly") } else { verb }
}

/// The plain form of a verb in the third person.
fn base(verb: &str) -> String {
    match verb.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => verb.strip_suffix('s').unwrap_or(verb).to_owned(),
    }
}

/// Whether the source, where it is no known entity, is more than one: "prosecutors", "police in Lima", "they".
fn is_plural(claim: &Claim, text: &str) -> bool {
    /// Words that end the noun of a source.
    const BEHIND: &[&str] = &["at", "by", "for", "from", "in", "of", "on", "that", "to", "which", "who", "with"];
    let Some(source) = claim.source.first().filter(|_| claim.speaker.is_none()) else { return false };
    let words = source.of(text).split(|c: char| c.is_whitespace() || c == ',');
    let phrase: Vec<String> = words.take_while(|word| !BEHIND.contains(word)).map(str::to_lowercase).collect();
    let noun = phrase.last().map_or("", String::as_str);
    let many = matches!(noun, "they" | "we" | "i" | "you" | "police" | "people" | "media" | "some" | "many" | "others");
    let ends = noun.ends_with('s') && !["ss", "us", "is", "'s", "’s"].iter().any(|end| noun.ends_with(end));
    many || ends || phrase.iter().any(|word| word == "and")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::article::{ArticleBuilder, Meta};

    fn told(text: &str) -> String {
        let annotations = annotate(&ArticleBuilder::verbatim(Meta::default(), text.to_owned()));
        annotations.claims().next().map(|(_, _, claim)| verb(claim, text)).unwrap_or_default()
    }

    #[test]
    fn the_verb_agrees_with_whoever_speaks() {
        assert_eq!(told("Prosecutors say that the picture was new."), "say");
        assert_eq!(told("Owners of boats in the harbour denied that anybody was hurt."), "deny");
        assert_eq!(told("The boss of the works denied that anybody was hurt."), "denies");
        assert_eq!(told("Ann Lee said that the prosecutors were wrong."), "says");
    }

    #[test]
    fn what_has_no_name_is_told_in_the_words_of_the_text() {
        assert_eq!(told("Ann Lee declined to say when the plant would open."), "declined to say");
    }
}
