//! Makes `assets/names.model` from a folder of marked texts and word lists.

mod conventions;
mod corpus;
mod measure;
mod renamed;
mod resources;
mod sequences;

use std::path::Path;

use super::super::crf::train::{Recipe, Sequence, train};
use super::super::crf::{Bioes, Model, Transitions, feature};
use super::lexicon::Lexicon;
use super::tagger::{Tag, Tagger};
use corpus::{Corpus, Recase, Sample};
use renamed::{Stock, renamed};
use sequences::{Habit, Reach};

/// The corpora, each with its weight and whether it marks names of other things than people, organizations and places.
const CORPORA: [(&str, f32, bool); 8] = [
    ("btc", 1.0, false),
    ("crossner", 1.0, true),
    ("gmb", 0.5, true),
    ("gum", 1.0, false),
    ("redocred", 1.0, true),
    ("uner_ewt", 1.0, false),
    ("wikigold", 1.0, true),
    ("wnut17", 1.0, true),
];

/// Of the largest corpus, whose labels were made by a program, every so many-th text is enough.
const GMB_STEP: usize = 4;

const FIRST: Recipe =
    Recipe { rows: 240_000, epochs: 5, rate: 0.15, caution: 0.1, dropout: 0.15, min_count: 3, seed: 2026, runs: 1 };

const SECOND: Recipe =
    Recipe { rows: 16_000, epochs: 3, rate: 0.1, caution: 0.5, dropout: 0.1, min_count: 3, seed: 2027, runs: 1 };

/// A text to learn from, and how.
struct Lesson {
    sample: Sample,
    habit: Habit,
    /// Which half of the texts it is in; a text and its copy are in one.
    half: usize,
}

/// The model learned from `folder/train` and `folder/resources`, as a file. Says on `say` what it does.
///
/// The second model is to correct the first where that is wrong on texts it has not seen: it learns behind two others
/// like the first, each of which has seen the other half of the texts.
pub fn learn(folder: &Path, say: &mut dyn FnMut(String)) -> Result<Vec<u8>, String> {
    let (lexicon_bytes, stock) = resources::build(&folder.join("resources"))?;
    let lexicon = Lexicon::read(&lexicon_bytes).ok_or("the lexicon does not read back")?;
    let lessons = lessons(folder, &lexicon, &stock)?;
    let mut reach = Reach::default();
    let firsts: Vec<Vec<Sequence>> =
        lessons.iter().map(|lesson| sequences::first(&lesson.sample, lesson.habit, &lexicon, &mut reach)).collect();
    say(format!("{} texts, {} of {} names within reach", lessons.len(), reach.reached, reach.names));
    let seen = |half: usize| {
        let chosen = lessons.iter().zip(&firsts).filter(move |(lesson, _)| lesson.half != half);
        chosen.flat_map(|(_, sequences)| sequences).collect::<Vec<_>>()
    };
    let (whole, [left, right]) = std::thread::scope(|scope| {
        let halves = scope.spawn(|| [0, 1].map(|half| train(&seen(half), &start(), &Recipe { epochs: 3, ..FIRST })));
        (train(&seen(usize::MAX), &start(), &FIRST), halves.join().unwrap_or_default())
    });
    say(format!("the first model is {} bytes", whole.len()));
    drop(firsts);
    let halves = [read(&left)?, read(&right)?];
    let seconds: Vec<Sequence> = lessons
        .iter()
        .flat_map(|lesson| sequences::second(&lesson.sample, lesson.habit, &lexicon, &halves[lesson.half]))
        .collect();
    let second = train(&seconds.iter().collect::<Vec<_>>(), read(&whole)?.transitions(), &SECOND);
    say(format!("the second model is {} bytes, the lexicon {}", second.len(), lexicon_bytes.len()));
    Ok([whole, second, lexicon_bytes].concat())
}

fn start() -> Transitions {
    Transitions::new(Tag::LABELS.labels(), Bioes::allows)
}

fn read(bytes: &[u8]) -> Result<Model<'_>, String> {
    Ok(Model::read(bytes).ok_or("a model does not read back")?.0)
}

/// All texts, each followed by its copy in other casing where it has one.
fn lessons(folder: &Path, lexicon: &Lexicon, stock: &Stock) -> Result<Vec<Lesson>, String> {
    let mut lessons = Vec::new();
    for (at, (name, weight, marks_others)) in CORPORA.into_iter().enumerate() {
        let corpus = corpus::read(&folder.join("train").join(name).with_extension("jsonl"))?;
        let habit = Habit { corpus: at as u32 + 1, weight, marks_others };
        for (index, mut sample) in corpus.samples.into_iter().enumerate() {
            conventions::apply(&mut sample, lexicon);
            let copy = copied(&sample, stock, feature(at as u32, index as u32));
            if name == "gmb" && index % GMB_STEP != 0 {
                continue;
            }
            let half = index / GMB_STEP % 2;
            lessons.push(Lesson { sample, habit, half });
            lessons.extend(copy.map(|sample| Lesson { sample, habit, half }));
        }
    }
    Ok(lessons)
}

/// A copy of seven texts in eight: in other casing, with other names, or both.
fn copied(sample: &Sample, stock: &Stock, chance: u32) -> Option<Sample> {
    let renames = feature(chance, 1) % 2 < 1;
    let names = || renamed(sample, stock, chance);
    match recased(sample, chance) {
        Some(_) if renames => recased(&names(), chance),
        None if chance % 16 < 14 => Some(names()),
        copy => copy,
    }
}

/// A copy in other casing of two texts in three: all of it, or some of its lines and names.
fn recased(sample: &Sample, chance: u32) -> Option<Sample> {
    let whole = |how| Some(sample.recased(|_| how, |_| Recase::Keep));
    let percent = |salt: u32, index: usize| feature(chance ^ salt, index as u32) % 100;
    let line = |index| match percent(1, index) {
        0..12 => Recase::Upper,
        12..18 => Recase::Title,
        18..30 => Recase::Headline,
        _ => Recase::Keep,
    };
    let name = |index| if percent(2, index) < 15 { Recase::Upper } else { Recase::Keep };
    match chance % 16 {
        0..3 => whole(Recase::Upper),
        3..5 => whole(Recase::Title),
        5 => whole(Recase::Headline),
        6..11 => Some(sample.recased(line, name)),
        _ => None,
    }
}

/// What is said of a model on marked texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Report {
    /// A line of figures on each file.
    Figures,
    /// A line on each error.
    Errors,
    /// How many of the names with each score are right.
    Scores,
}

/// Reports on `model` over each of `files`, cased as `case` says (`upper` or `title`).
pub fn measure(model: &[u8], files: &[&Path], case: Option<&str>, report: Report) -> Result<Vec<String>, String> {
    let tagger = Tagger::read(model).ok_or("this is no names model")?;
    let how = match case {
        None => Recase::Keep,
        Some("upper") => Recase::Upper,
        Some("title") => Recase::Title,
        Some(other) => return Err(format!("unknown casing {other}: upper or title")),
    };
    let mut lines = Vec::new();
    for path in files {
        let corpus = corpus::read(path)?;
        let samples = corpus.samples.iter().map(|sample| sample.recased(|_| how, |_| Recase::Keep)).collect();
        let corpus = Corpus { samples, ..corpus };
        match report {
            Report::Figures => lines.push(measure::measure(&tagger, &corpus)),
            Report::Errors => lines.extend(measure::errors(&tagger, &corpus)),
            Report::Scores => lines.extend(measure::scores(&tagger, &corpus)),
        }
    }
    Ok(lines)
}
