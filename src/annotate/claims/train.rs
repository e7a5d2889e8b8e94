//! Learns the model of the claims reader from gold claims.

use std::ops::Range;

use serde::Deserialize;

use crate::annotate::crf::train::{Recipe, Sequence, train};
use crate::annotate::{Document, Resolved, Why};
use crate::article::{ArticleBuilder, Meta};
use crate::text::TextRange;

pub use super::speakers::train::learn as learn_speakers;

use super::draft::{Draft, starting_in};
use super::features::features;
use super::labels;
use super::may_tell;
use super::rules;
use super::words::Words;

/// How the shipped model is learned.
const RECIPE: Recipe =
    Recipe { rows: 160_000, epochs: 14, rate: 0.1, caution: 1.0, dropout: 0.2, min_count: 2, seed: 7, runs: 5 };

/// The files to learn from, in the folder that `train-claims` is given.
pub const FILES: [&str; 2] = ["news_train.jsonl", "written_train.jsonl"];

/// A line of one of [`FILES`].
#[derive(Deserialize)]
pub struct GoldArticle {
    /// The article.
    pub text: String,
    /// Its claims.
    pub claims: Vec<GoldClaim>,
}

/// A claim, in Unicode scalar values from the beginning of the text.
#[derive(Deserialize)]
pub struct GoldClaim {
    source: Vec<(usize, usize)>,
    cue: Vec<(usize, usize)>,
    content: Vec<(usize, usize)>,
    core: bool,
    /// The speaker’s name; none where it is nobody in particular.
    pub source_name: Option<String>,
}

/// Learns the tagger from `corpora`, each the lines of one of [`FILES`], and returns the model as a file, or what is wrong with them.
pub fn learn(corpora: &[String]) -> Result<Vec<u8>, String> {
    let mut sequences = Vec::new();
    for (file, lines) in FILES.iter().zip(corpora) {
        let first = sequences.len();
        for gold in articles(file, lines)? {
            article_sequences(gold, &mut sequences);
        }
        balance(&mut sequences[first..]);
    }
    let sequences: Vec<&Sequence> = sequences.iter().collect();
    Ok(train(&sequences, &labels::transitions(), &RECIPE))
}

/// The articles in `lines`, or what is wrong with the file called `file`.
pub fn articles(file: &str, lines: &str) -> Result<Vec<GoldArticle>, String> {
    let read = |(number, line)| serde_json::from_str(line).map_err(|error| format!("{file}:{}: {error}", number + 1));
    lines.lines().enumerate().map(read).collect()
}

/// Gives the corpora the same weight in all.
fn balance(sequences: &mut [Sequence]) {
    const TOKENS: f32 = 110_000.0;
    let tokens: usize = sequences.iter().map(|sequence| sequence.features.tokens()).sum();
    for sequence in sequences {
        sequence.weight = TOKENS / tokens.max(1) as f32;
    }
}

/// Where each character of `text` begins, and where the last ends, in bytes.
pub fn bytes_of_chars(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

/// A sequence for each block of the article.
fn article_sequences(gold: GoldArticle, sequences: &mut Vec<Sequence>) {
    let bytes = bytes_of_chars(&gold.text);
    let article = ArticleBuilder::verbatim(Meta::default(), gold.text);
    let document = Document::new(&article);
    // The model sees no names, so that it stays as it is when the names model is learned anew.
    let words = Words::new(&document, &Resolved::default());
    let by_rule = rules::find(&words);
    let drafts: Vec<Draft> =
        gold.claims.iter().filter(|claim| claim.core).map(|claim| draft(&document, &bytes, claim)).collect();
    for run in document.blocks().iter().flat_map(|block| words.stretches(block.range)) {
        // Those that start there, and those that go on there.
        let gold = drafts.iter().filter(|draft| {
            run.contains(&draft.start())
                || draft.holds(run.start) && draft.start() < run.start && words.begins_block(run.start)
        });
        sequences.push(sequence(&words, run.clone(), &by_rule, gold, false));
    }
    told_sequences(&words, &by_rule, &drafts, sequences);
}

/// A sequence for each piece of what somebody is reported to say, with the claims told in it.
fn told_sequences(words: &Words, by_rule: &[Draft], drafts: &[Draft], sequences: &mut Vec<Sequence>) {
    for (index, teller) in drafts.iter().enumerate() {
        let others = || drafts.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, draft)| draft);
        let is_told = others().any(|other| teller.cue.first().is_some_and(|cue| other.holds(cue.start)));
        for piece in teller.content.iter().filter(|piece| !is_told && may_tell(words, piece)) {
            let inner = others().filter(|other| piece.contains(&other.start()));
            sequences.push(sequence(words, piece.clone(), by_rule, inner, true));
        }
    }
}

/// The tokens in `run` with the labels of the claims `gold`; `told` where they are what somebody says.
fn sequence<'d>(
    words: &Words,
    run: Range<usize>,
    by_rule: &[Draft],
    gold: impl Iterator<Item = &'d Draft>,
    told: bool,
) -> Sequence {
    let mut sequence = Sequence { weight: 1.0, ..Sequence::default() };
    let rules = starting_in(by_rule, &run);
    features(words, run.clone(), &labels::write(rules.iter(), run.clone()), told, &mut sequence.features);
    sequence.allowed = labels::write(gold, run).iter().map(|label| 1 << label).collect();
    sequence
}

/// The claim as runs of tokens; `bytes` tells where each character begins.
pub fn draft(document: &Document, bytes: &[usize], claim: &GoldClaim) -> Draft {
    let runs = |pairs: &[(usize, usize)]| -> Vec<Range<usize>> {
        let ranges = pairs.iter().filter_map(|&(start, end)| TextRange::new(*bytes.get(start)?, *bytes.get(end)?));
        ranges.map(|range| document.tokens_in(range)).filter(|run| !run.is_empty()).collect()
    };
    Draft {
        source: runs(&claim.source),
        cue: runs(&claim.cue),
        content: runs(&claim.content),
        reading: None,
        why: Why::rule("gold"),
    }
}
