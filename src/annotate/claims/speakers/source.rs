//! A source as the words stand: its form, its noun, and the mentions in it.

use std::ops::Range;

use crate::annotate::crf::hash;
use crate::annotate::entities::{Gender, Word, country_of, word_class};
use crate::annotate::{EntityId, EntityKind, How, Note, Resolved};

use super::super::lexicon::Class;
use super::super::words::Words;
use super::rules::is_document;

/// A mention in a source.
pub struct Inside {
    /// Its tokens.
    pub run: Range<usize>,
    /// What it mentions.
    pub entity: EntityId,
    /// The kind of that.
    pub kind: EntityKind,
    /// In which way it is mentioned.
    pub how: How,
}

/// The words of a source, read once.
pub struct Source {
    /// Its tokens.
    pub run: Range<usize>,
    /// The number of its sentence.
    pub sentence: usize,
    /// The token of its noun or pronoun.
    pub head: usize,
    /// That word, hashed.
    pub noun: u32,
    /// What the noun says that somebody is, as a number for each class.
    pub class: u32,
    /// Whether the noun ends as those of several do.
    pub plural: bool,
    /// What it is by its first word.
    pub form: Form,
    /// Whether it speaks of a woman, or else of a man.
    pub woman: Option<bool>,
    /// The last word, hashed, of the country that an adjective in it belongs to.
    pub country: Option<u32>,
    /// The mentions that begin in it, in order.
    pub inside: Vec<Inside>,
}

/// What a source is by its first word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// "he", "him".
    He,
    /// "she", "her".
    She,
    /// "it".
    It,
    /// "they", "them".
    They,
    /// "I", "we", "you", "who" and the other words that are a source by themselves.
    Pronoun,
    /// "his lawyer".
    His,
    /// "her lawyer".
    Her,
    /// "its lawyers", "their lawyers".
    Its,
    /// "the lawyer".
    Definite,
    /// "a lawyer".
    Indefinite,
    /// "lawyers".
    Bare,
    /// Begins with a name: "Lind", "Lind’s lawyer".
    Named,
}

impl Source {
    /// Reads the source at `run`; `None` where it holds no word.
    pub fn new(words: &Words, resolved: &Resolved, run: &Range<usize>) -> Option<Self> {
        let inside = inside(words, resolved, run);
        let head = head(words, run)?;
        let form = form(words, run, &inside);
        let noun = words.lower(head);
        Some(Self {
            sentence: words.document.sentence_at(words.range(run).start()).unwrap_or(0),
            noun: words.hash(head),
            class: class(words, head),
            plural: noun.ends_with('s'),
            woman: woman(form, noun),
            country: country(words, run),
            run: run.clone(),
            head,
            form,
            inside,
        })
    }

    /// Whether a name of somebody or something stands in it.
    pub fn has_name(&self) -> bool {
        self.inside.iter().any(|seen| seen.how.is_name())
    }

    /// Whether its noun is part of a mention: a name, or "he" where it is clear who is meant.
    pub fn is_mention(&self) -> bool {
        self.inside.iter().any(|seen| seen.run.contains(&self.head))
    }
}

/// The class of a noun: papers, people, and each class of things.
fn class(words: &Words, at: usize) -> u32 {
    let lower = words.lower(at);
    if is_document(lower) {
        return 5;
    }
    let class = |word: &str| match word_class(word) {
        Word::Person(_) => Some(1),
        Word::Thing(class) => Some(hash(class.as_bytes()) % 1024 + 16),
        Word::Modifier => Some(2),
        Word::Other => None,
    };
    class(lower).or_else(|| class(lower.strip_suffix('s')?)).unwrap_or(3 + u32::from(words.is_source_noun(at)))
}

fn woman(form: Form, noun: &str) -> Option<bool> {
    match (form, word_class(noun)) {
        (Form::He | Form::His, _) => Some(false),
        (Form::She | Form::Her, _) => Some(true),
        (_, Word::Person(Some(gender))) => Some(gender == Gender::Female),
        _ => None,
    }
}

fn country(words: &Words, run: &Range<usize>) -> Option<u32> {
    let country = run.clone().filter(|&at| words.is_capital(at)).find_map(|at| country_of(words.lower(at)))?;
    Some(hash(country.rsplit(' ').next().unwrap_or(country).as_bytes()))
}

/// The mentions that begin in `run`, in order.
pub fn inside(words: &Words, resolved: &Resolved, run: &Range<usize>) -> Vec<Inside> {
    let range = words.range(run);
    let first = resolved.mentions.partition_point(|mark| mark.range.start() < range.start());
    let inside = resolved.mentions[first..].iter().take_while(|mark| mark.range.start() < range.end());
    let seen = inside.filter_map(|mark| {
        let Note::Mention(mention) = &mark.note else { return None };
        let kind = resolved.entities.get(mention.entity.0 as usize)?.kind;
        Some(Inside { run: words.document.tokens_in(mark.range), entity: mention.entity, kind, how: mention.how })
    });
    seen.collect()
}

fn form(words: &Words, run: &Range<usize>, inside: &[Inside]) -> Form {
    let first = (run.clone()).find(|&at| !words.is_mark(at)).unwrap_or(run.start);
    let lone = first + 1 >= run.end;
    // "he’d"
    let word = words.lower(first);
    match word.split(['’', '\'']).next().unwrap_or(word) {
        "he" | "him" | "himself" => Form::He,
        "she" | "herself" => Form::She,
        "her" if lone => Form::She,
        "it" | "itself" => Form::It,
        "they" | "them" | "both" => Form::They,
        "i" | "we" | "you" | "who" | "that" | "which" | "one" | "me" | "us" if lone => Form::Pronoun,
        "his" => Form::His,
        "her" => Form::Her,
        "its" | "their" => Form::Its,
        "the" | "this" | "that" | "these" | "those" => Form::Definite,
        "a" | "an" | "one" | "another" | "some" => Form::Indefinite,
        _ if inside.iter().any(|seen| seen.how.is_name() && seen.run.contains(&first)) => Form::Named,
        _ => Form::Bare,
    }
}

/// The last noun before a preposition, a relative clause or an appositive.
fn head(words: &Words, run: &Range<usize>) -> Option<usize> {
    let mut head = None;
    for at in run.clone() {
        // "WHO" is no relative pronoun.
        let shouted = words.text(at).len() > 1 && words.text(at).chars().all(char::is_uppercase);
        let joins = matches!(words.class(at), Class::Preposition | Class::Relative | Class::To | Class::Subordinator);
        let stops = joins && !shouted || matches!(words.text(at), "," | "(" | "—" | "–");
        if stops && head.is_some() {
            break;
        }
        if !words.is_mark(at) && words.class(at) != Class::Auxiliary {
            head = Some(at);
        }
    }
    head
}
