//! How right the names are that are found in marked texts, and which are wrong.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use super::super::super::{Document, EntityKind};
use super::super::names;
use super::super::tagger::{Tag, Tagger};
use super::corpus::{Corpus, Sample};
use crate::article::{ArticleBuilder, Meta};

/// A name that was found.
struct Found {
    range: Range<usize>,
    tag: Tag,
    score: f32,
}

/// Counts of one type of name: found rightly, found, marked.
#[derive(Clone, Copy, Default)]
struct Counts([usize; 3]);

impl Counts {
    fn figures(self) -> (f64, f64, f64) {
        let [right, found, marked] = self.0.map(|count| count as f64);
        let precision = 100.0 * right / found.max(1.0);
        let recall = 100.0 * right / marked.max(1.0);
        (precision, recall, 2.0 * precision * recall / (precision + recall).max(1e-9))
    }
}

/// One line on exact precision, recall and F1 over people, organizations and places.
pub fn measure(tagger: &Tagger, corpus: &Corpus) -> String {
    let mut counts: BTreeMap<Tag, Counts> = BTreeMap::new();
    for sample in &corpus.samples {
        for (_, tag) in &sample.names {
            counts.entry(*tag).or_default().0[2] += 1;
        }
        for found in find(tagger, sample) {
            let counts = counts.entry(found.tag).or_default();
            counts.0[1] += 1;
            counts.0[0] += usize::from(sample.names.contains(&(found.range, found.tag)));
        }
    }
    counts.remove(&Tag::Other);
    let total = counts.values().fold(Counts::default(), |sum, next| Counts([0, 1, 2].map(|at| sum.0[at] + next.0[at])));
    let (precision, recall, f1) = total.figures();
    let mut line = format!("{}: F1 {f1:.2} (P {precision:.1} R {recall:.1})", corpus.name);
    for (tag, counts) in counts {
        let (precision, recall, f1) = counts.figures();
        let _ = write!(line, ", {tag:?} {f1:.1} ({precision:.1}/{recall:.1})");
    }
    line
}

/// A line for each tenth of scores: how many people, organizations and places have it, and how many of them are right.
pub fn scores(tagger: &Tagger, corpus: &Corpus) -> Vec<String> {
    let mut tenths = [[0_usize; 2]; 10];
    for sample in &corpus.samples {
        for found in find(tagger, sample).into_iter().filter(|found| found.tag != Tag::Other) {
            let tenth = &mut tenths[((found.score * 10.0) as usize).min(9)];
            tenth[0] += 1;
            tenth[1] += usize::from(sample.names.contains(&(found.range, found.tag)));
        }
    }
    let line = |(tenth, [found, right]): (usize, [usize; 2])| {
        let share = 100.0 * right as f64 / (found as f64).max(1.0);
        format!("{} score 0.{tenth}: {share:.0} % of {found} right", corpus.name)
    };
    tenths.into_iter().enumerate().map(line).collect()
}

/// A line for each name that is wrong or missed: what was found, how surely, what is marked, and where.
pub fn errors(tagger: &Tagger, corpus: &Corpus) -> Vec<String> {
    corpus.samples.iter().flat_map(|sample| errors_of(sample, &find(tagger, sample))).collect()
}

fn errors_of(sample: &Sample, found: &[Found]) -> Vec<String> {
    let mut lines = Vec::new();
    for Found { range, tag, score } in found {
        if *tag == Tag::Other || sample.names.contains(&(range.clone(), *tag)) {
            continue;
        }
        let marked: Vec<String> = sample
            .names
            .iter()
            .filter(|(marked, _)| overlap(marked, range))
            .map(|(marked, tag)| format!("{tag:?} [{}]", &sample.text[marked.clone()]))
            .collect();
        let marked = if marked.is_empty() { "nothing".into() } else { marked.join(", ") };
        lines.push(format!("{tag:?} {score:.2}, marked {marked}: {}", context(&sample.text, range)));
    }
    let missed = sample.names.iter().filter(|(marked, tag)| {
        *tag != Tag::Other && !found.iter().any(|found| found.tag != Tag::Other && overlap(marked, &found.range))
    });
    lines.extend(missed.map(|(marked, tag)| format!("missed {tag:?}: {}", context(&sample.text, marked))));
    lines
}

const fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// The range in brackets, with some forty characters on either side.
fn context(text: &str, range: &Range<usize>) -> String {
    let start = text[..range.start].char_indices().rev().nth(39).map_or(0, |(at, _)| at);
    let end = text[range.end..].char_indices().nth(40).map_or(text.len(), |(at, _)| range.end + at);
    let around = format!("{}[{}]{}", &text[start..range.start], &text[range.clone()], &text[range.end..end]);
    around.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn find(tagger: &Tagger, sample: &Sample) -> Vec<Found> {
    let article = ArticleBuilder::verbatim(Meta::default(), sample.text.clone());
    let found = names(&Document::new(&article), tagger);
    let convert = |name: &super::super::Name| Found {
        range: name.range.into(),
        tag: tag(name.kind),
        score: name.why.score.unwrap_or(1.0),
    };
    found.iter().map(convert).collect()
}

/// The tag that corpora have for a kind.
const fn tag(kind: EntityKind) -> Tag {
    match kind {
        EntityKind::Person => Tag::Person,
        EntityKind::Organization => Tag::Organization,
        EntityKind::Place => Tag::Place,
        _ => Tag::Other,
    }
}
