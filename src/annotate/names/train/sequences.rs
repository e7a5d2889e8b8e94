//! Marked texts as sequences to learn from.

use super::super::super::Document;
use super::super::super::crf::{Bioes, Features, Model, OUTSIDE, feature, train::Sequence};
use super::super::features;
use super::super::lexicon::Lexicon;
use super::super::memory::Memory;
use super::super::sheet::{Run, Sheet};
use super::super::tagger::{Tag, reading};
use super::corpus::Sample;
use crate::article::{ArticleBuilder, Meta};
use crate::text::TextRange;

const LABELS: usize = Tag::LABELS.labels();

/// What is peculiar to a corpus.
#[derive(Clone, Copy, Debug)]
pub struct Habit {
    /// Tells the corpora apart.
    pub corpus: u32,
    /// How much it counts.
    pub weight: f32,
    /// Whether names of other things than people, organizations and places are marked.
    pub marks_others: bool,
}

/// How many names there were, and how many of them lie in runs along tokens, so that they can be learned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reach {
    /// Names.
    pub names: usize,
    /// Names that can be learned.
    pub reached: usize,
}

/// A text laid out, with its gold labels.
struct Laid<'d> {
    sheet: Sheet<'d>,
    gold: Vec<u8>,
    marked: Vec<bool>,
}

/// Lays `sample` out and hands it to `then`.
fn lay_out<T>(sample: &Sample, lexicon: &Lexicon, then: impl FnOnce(&Laid) -> T) -> T {
    let article = ArticleBuilder::verbatim(Meta::default(), sample.text.clone());
    let document = Document::new(&article);
    let (gold, marked) = (gold_labels(&document, sample), marked_tokens(&document, sample));
    then(&Laid { sheet: Sheet::new(&document, lexicon), gold, marked })
}

/// The runs of `sample`, for a first model.
pub fn first(sample: &Sample, habit: Habit, lexicon: &Lexicon, reach: &mut Reach) -> Vec<Sequence> {
    reach.names += sample.names.len();
    lay_out(sample, lexicon, |laid| {
        let sequence = |run: &Run| {
            let labels = kept(&laid.gold[run.tokens.clone()]);
            reach.reached += Bioes::spans(&labels).len();
            Sequence {
                features: shared(&laid.sheet, run),
                private: private(&laid.sheet, run, habit.corpus),
                allowed: allowed(&labels, run, &laid.marked, habit.marks_others),
                base: Vec::new(),
                weight: habit.weight,
            }
        };
        laid.sheet.runs.iter().map(sequence).collect()
    })
}

/// The runs of `sample` for a second model, behind `model`, which must not have learned from it.
pub fn second(sample: &Sample, habit: Habit, lexicon: &Lexicon, model: &Model) -> Vec<Sequence> {
    lay_out(sample, lexicon, |laid| {
        let reading = reading(model, &laid.sheet, &laid.sheet.runs);
        let memory = Memory::new(&laid.sheet, &reading.spans, &reading.masses);
        let mut done = 0;
        let sequence = |run: &Run| {
            let labels = kept(&laid.gold[run.tokens.clone()]);
            let mut found: Vec<Vec<u32>> = vec![Vec::new(); labels.len()];
            let here = done..done + labels.len();
            memory.features(run, &reading.masses[here.clone()], &mut |place, feature| found[place].push(feature));
            done = here.end;
            Sequence {
                features: found.into_iter().collect(),
                private: private(&laid.sheet, run, habit.corpus),
                allowed: allowed(&labels, run, &laid.marked, habit.marks_others),
                base: reading.emissions[here.start * LABELS..here.end * LABELS].to_vec(),
                weight: habit.weight,
            }
        };
        laid.sheet.runs.iter().map(sequence).collect()
    })
}

/// The label of each token; a name whose edges are inside tokens is left out.
fn gold_labels(document: &Document, sample: &Sample) -> Vec<u8> {
    let mut labels = vec![OUTSIDE; document.tokens().len()];
    for (range, tag) in &sample.names {
        let first = document.tokens().partition_point(|token| token.range.start() < range.start);
        let end = document.tokens().partition_point(|token| token.range.end() <= range.end);
        let fits = document.tokens().get(first).is_some_and(|token| token.range.start() == range.start)
            && end > first
            && document.tokens()[end - 1].range.end() == range.end;
        if fits {
            for (slot, label) in labels[first..end].iter_mut().zip(Bioes::span(*tag as u8, end - first)) {
                *slot = label;
            }
        }
    }
    labels
}

/// The labels of a run, without the names that reach over its edges.
fn kept(gold: &[u8]) -> Vec<u8> {
    let mut labels = vec![OUTSIDE; gold.len()];
    let mut open: Option<usize> = None;
    for (at, &label) in gold.iter().enumerate() {
        use super::super::super::crf::Part::{Begin, End, Inside, Single};
        match Bioes::parse(label) {
            Some((_, Begin)) => open = Some(at),
            Some((_, End)) => {
                if let Some(first) = open.take() {
                    labels[first..=at].copy_from_slice(&gold[first..=at]);
                }
            }
            Some((_, Single)) => labels[at] = label,
            Some((_, Inside)) => {}
            None => open = None,
        }
    }
    labels
}

/// Whether each token shares a byte with a marked name.
fn marked_tokens(document: &Document, sample: &Sample) -> Vec<bool> {
    let mut marked = vec![false; document.tokens().len()];
    for (range, _) in &sample.names {
        if let Some(range) = TextRange::new(range.start, range.end) {
            marked[document.tokens_in(range)].fill(true);
        }
    }
    marked
}

/// The labels that each token of a run may bear: all of them in a name that cannot be learned.
fn allowed(labels: &[u8], run: &Run, marked: &[bool], marks_others: bool) -> Vec<u32> {
    let own = |(&label, &marked): (&u8, &bool)| match label {
        OUTSIDE if marked => u32::MAX,
        label => mask(label, marks_others),
    };
    labels.iter().zip(&marked[run.tokens.clone()]).map(own).collect()
}

/// The labels that a token may bear. Where names of other things are not marked, one may be there all the same.
fn mask(label: u8, marks_others: bool) -> u32 {
    let others = (0..Tag::LABELS.labels() as u8)
        .filter(|&label| Bioes::parse(label).is_some_and(|(kind, _)| kind == Tag::Other as u8))
        .fold(0, |mask, label| mask | 1 << label);
    let own = 1_u32 << label;
    if label == OUTSIDE && !marks_others { own | others } else { own }
}

fn shared(sheet: &Sheet, run: &Run) -> Features {
    let mut found = Features::default();
    let segments = features::segments(sheet, run);
    let casing = sheet.casing(run);
    let mut segment = 0;
    for at in run.tokens.clone() {
        while segment + 1 < segments.len() && segments[segment + 1].start <= at {
            segment += 1;
        }
        let mut emit = |feature| found.push(feature);
        features::own(sheet.word_at(at), casing, &mut emit);
        for distance in features::NEIGHBOURS {
            features::near(sheet.word(run, at.wrapping_add_signed(distance)), distance, &mut emit);
        }
        features::here(sheet, run, at, &segments[segment], &mut emit);
        found.end_token();
    }
    found
}

/// Some of the features once more, for this corpus alone.
fn private(sheet: &Sheet, run: &Run, corpus: u32) -> Features {
    let mut found = Features::default();
    for at in run.tokens.clone() {
        let (before, own, after) = (sheet.word(run, at.wrapping_sub(1)), sheet.word_at(at), sheet.word(run, at + 1));
        let values = [
            0,
            own.small,
            before.small,
            after.small,
            own.form as u32,
            u32::from(own.habits.cluster),
            u32::from(own.lists.0),
            own.suffixes[2],
        ];
        for (template, value) in (0..).zip(values) {
            found.push(feature(corpus, feature(template, value)));
        }
        found.end_token();
    }
    found
}
