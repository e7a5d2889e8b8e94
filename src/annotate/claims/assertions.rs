//! Assertions without a source: sentences that state a number or an accusation as the teller's own.
//!
//! Precision goes first. A sentence counts only where nothing in it or around it hints at a source, and where the number
//! says something (a share, a sum, a change) or a named person or body is said to have done wrong.

use crate::annotate::{Document, EntityKind, Note, Resolved, Statistic, StatisticKind, Why};
use crate::article::BlockKind;
use crate::text::{Sentence, TextRange};

use super::claim::Claim;
use super::lexicon;

/// Deeds that make a sentence an accusation.
const WRONGS: [&str; 22] = [
    "bribed",
    "embezzled",
    "defrauded",
    "stole",
    "lied",
    "misled",
    "cheated",
    "laundered",
    "falsified",
    "forged",
    "plagiarized",
    "tortured",
    "murdered",
    "assaulted",
    "abused",
    "harassed",
    "molested",
    "violated",
    "colluded",
    "swindled",
    "poisoned",
    "blackmailed",
];

/// Words that hint at a source, a doubt or a court's finding.
const HINTS: [&str; 26] = [
    "according",
    "reportedly",
    "allegedly",
    "alleged",
    "accused",
    "suspected",
    "convicted",
    "guilty",
    "charged",
    "poll",
    "survey",
    "report",
    "study",
    "data",
    "figures",
    "estimate",
    "estimated",
    "estimates",
    "if",
    "would",
    "could",
    "might",
    "may",
    "whether",
    "expected",
    "projected",
];

/// The sentences of `document` that assert a number or an accusation and name no source, with what gave them away.
pub fn find(
    document: &Document,
    resolved: &Resolved,
    statistics: &[(Statistic, Why)],
    claims: &[(Claim, Why)],
) -> Vec<(TextRange, Why)> {
    let mut told: Vec<TextRange> = claims.iter().map(|(claim, _)| claim.hull()).collect();
    told.sort();
    let mut found = Vec::new();
    for block in document.blocks().iter().filter(|block| block.kind == BlockKind::Paragraph) {
        let first = document.sentences().partition_point(|sentence| sentence.range.start() < block.range.start());
        let inside =
            document.sentences()[first..].iter().take_while(|sentence| sentence.range.start() < block.range.end());
        for sentence in inside.filter(|sentence| is_plain(document, sentence) && !is_told(&told, sentence.range)) {
            found.extend(number(sentence, statistics).or_else(|| accusation(document, resolved, sentence)));
        }
    }
    found
}

/// Whether any claim shares a byte with `range`. `told` is sorted; claims are short, so only the last few can reach it.
fn is_told(told: &[TextRange], range: TextRange) -> bool {
    let end = told.partition_point(|claim| claim.start() < range.end());
    told[..end].iter().rev().take(64).any(|claim| claim.overlaps(range))
}

/// Whether the sentence is a whole statement without quotation marks, speech or a hint at a source.
fn is_plain(document: &Document, sentence: &Sentence) -> bool {
    let run = sentence.tokens.clone();
    let stops = run.end.checked_sub(1).is_some_and(|last| document.word(last) == ".");
    let quiet = |at: usize| {
        let word = document.word(at).to_lowercase();
        let marks = matches!(word.as_str(), "“" | "”" | "\"" | "‘" | "?" | "i" | "we" | "my" | "our");
        !marks && !HINTS.contains(&word.as_str()) && lexicon::cue_share(&word).is_none_or(|share| share < 6)
    };
    stops && run.len() >= 6 && run.clone().all(quiet)
}

fn number(sentence: &Sentence, statistics: &[(Statistic, Why)]) -> Option<(TextRange, Why)> {
    let first = statistics.partition_point(|(statistic, _)| statistic.range.start() < sentence.range.start());
    let inside = statistics[first..]
        .iter()
        .map(|(statistic, _)| statistic)
        .take_while(|statistic| statistic.range.start() < sentence.range.end());
    let telling = inside.filter(|statistic| {
        let share = matches!(
            statistic.kind,
            StatisticKind::Percent
                | StatisticKind::PercentagePoint
                | StatisticKind::Money
                | StatisticKind::Multiple
                | StatisticKind::Ratio
        );
        share || statistic.change.is_some()
    });
    let evidence = telling.map(|statistic| statistic.range).next()?;
    Some((sentence.range, Why::rule("a number, and nobody is named who says so").seen_at(evidence)))
}

/// Somebody named, then a wrong in the past tense: "Harlow bribed two inspectors."
fn accusation(document: &Document, resolved: &Resolved, sentence: &Sentence) -> Option<(TextRange, Why)> {
    let verb = sentence.tokens.clone().find(|&at| WRONGS.contains(&document.word(at)))?;
    let verb_range = document.tokens().get(verb)?.range;
    let first = resolved.mentions.partition_point(|mark| mark.range.start() < sentence.range.start());
    let mut before = resolved.mentions[first..].iter().take_while(|mark| mark.range.end() <= verb_range.start());
    let named = before.any(|mark| {
        let Note::Mention(mention) = &mark.note else { return false };
        let kind = resolved.entities.get(mention.entity.0 as usize).map(|entity| entity.kind);
        matches!(kind, Some(EntityKind::Person | EntityKind::Organization))
            && document.tokens_in(mark.range).end + 2 >= verb
    });
    named.then(|| (sentence.range, Why::rule("an accusation, and nobody is named who makes it").seen_at(verb_range)))
}
