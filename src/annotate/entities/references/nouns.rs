//! "the company", "the president": what was named before and is one.

use foldhash::{HashMap, HashMapExt};

use crate::annotate::{EntityId, EntityKind};

use super::super::lexicon::DEMONYMS;
use super::super::roles::Description;
use super::super::scene::Scene;
use super::super::words::{Word, is_clitic, is_preposition, is_stop};
use super::chain::{Chain, Seen};
use super::facts::{Fact, Facts};
use super::{Found, How};

/// How far ahead of the next the best candidate must be.
const MARGIN: f32 = 1.0;
/// How many sentences back the only thing of a sort may have been mentioned.
const FAR: usize = 10;
/// How many words may stand between "the" and its noun.
const MODIFIERS: usize = 3;
/// So many of the people last described by one noun are told apart.
const NAMESAKES: usize = 16;

/// Who was described by which noun, and where.
pub(super) struct Nouns {
    people: HashMap<String, Vec<Described>>,
}

/// One description of a person.
struct Described {
    entity: EntityId,
    head: usize,
    /// The words of the description, in small letters.
    words: Vec<String>,
}

/// "the" with its noun.
struct Phrase {
    head: usize,
    modifiers: Vec<String>,
}

impl Nouns {
    /// Indexes the descriptions of people by their noun.
    pub fn new(scene: &Scene, descriptions: &[Description]) -> Self {
        let mut people: HashMap<String, Vec<Described>> = HashMap::new();
        for description in descriptions {
            if matches!(scene.class(description.head), Word::Person(_)) {
                let words = description.tokens.clone().map(|token| scene.word(token).to_lowercase()).collect();
                let described = Described { entity: description.entity, head: description.head, words };
                for noun in synonyms(&scene.word(description.head).to_lowercase()) {
                    let described = Described { words: described.words.clone(), ..described };
                    people.entry(noun).or_default().push(described);
                }
            }
        }
        for described in people.values_mut() {
            described.sort_by_key(|described| described.head);
        }
        Self { people }
    }

    /// The entity that the phrase beginning with "the" at token `at` stands for.
    pub fn resolve(&self, scene: &Scene, chain: &Chain, facts: &Facts, at: usize) -> Option<Found> {
        if !matches!(scene.word(at), "the" | "The") {
            return None;
        }
        let phrase = phrase(scene, at + 1)?;
        if chain.is_described(phrase.head) || !stands_alone(scene, phrase.head + 1) {
            return None;
        }
        match scene.class(phrase.head) {
            Word::Person(_) => self.person(scene, chain, &phrase),
            Word::Thing(class) => thing(chain, facts, scene, &phrase, class),
            Word::Modifier | Word::Other => None,
        }
    }

    /// The one person who was described so before.
    fn person(&self, scene: &Scene, chain: &Chain, phrase: &Phrase) -> Option<Found> {
        let all = self.people.get(&noun_key(scene.word(phrase.head)))?;
        let before = &all[..all.partition_point(|described| described.head < phrase.head)];
        let fits = |described: &&Described| {
            let former = |word: &String| matches!(word.as_str(), "former" | "ex" | "late" | "then");
            let same_time = described.words.iter().any(former) == phrase.modifiers.iter().any(former);
            same_time && phrase.modifiers.iter().all(|word| described.words.contains(word))
        };
        let fitting: Vec<&Described> = before.iter().rev().take(NAMESAKES).filter(fits).collect();
        let first = fitting.first()?;
        if fitting.iter().any(|other| other.entity != first.entity) {
            return None;
        }
        let lately = chain.recent().any(|seen| seen.entity == Some(first.entity));
        Some(Found {
            end: phrase.head + 1,
            entity: first.entity,
            how: How::Role,
            score: if lately { 0.9 } else { 0.75 },
            rule: "the only one described so before",
            evidence: first.head..first.head + 1,
        })
    }
}

/// The nouns that ask for somebody described as `noun`.
fn synonyms(noun: &str) -> Vec<String> {
    let key = noun_key(noun);
    let more: &[&str] = match key.as_str() {
        "ceo" => &["executive"],
        "executive" => &["ceo"],
        "premier" => &["minister"],
        _ => &[],
    };
    more.iter().map(|&word| word.to_owned()).chain([key.clone()]).collect()
}

/// A noun in small letters, without its full stop.
fn noun_key(noun: &str) -> String {
    match noun.to_lowercase().trim_end_matches('.') {
        "sen" => "senator",
        "gov" => "governor",
        "gen" => "general",
        "rep" => "representative",
        noun => return noun.to_owned(),
    }
    .to_owned()
}

/// The noun phrase behind "the": at most a few words that describe, then a noun of the list.
fn phrase(scene: &Scene, first: usize) -> Option<Phrase> {
    let mut modifiers = Vec::new();
    let mut at = first;
    loop {
        if at > first + MODIFIERS * 2 || modifiers.len() > MODIFIERS {
            return None;
        }
        let noun = matches!(scene.class(at), Word::Person(_) | Word::Thing(_));
        let word = scene.word(at);
        if noun && !is_part_of_compound(scene, at) {
            return Some(Phrase { head: at, modifiers });
        }
        let plain = scene.is_word(at) && !is_stop(word) && !is_new(word) && !is_preposition(word);
        let demonym = || DEMONYMS.get(&word.to_lowercase()).is_some();
        if word != "-" {
            if !(plain && (noun || scene.class(at) == Word::Modifier || demonym())) {
                return None;
            }
            modifiers.push(word.to_lowercase());
        }
        at += 1;
    }
}

/// "party" in "the party leader", "co" in "the co-founder".
fn is_part_of_compound(scene: &Scene, at: usize) -> bool {
    let next = at + if scene.word(at + 1) == "-" { 2 } else { 1 };
    matches!(scene.class(next), Word::Person(_) | Word::Thing(_))
}

/// Words that bring in something not mentioned before, or one of many.
fn is_new(word: &str) -> bool {
    matches!(
        word,
        "new"
            | "other"
            | "first"
            | "second"
            | "third"
            | "next"
            | "last"
            | "top"
            | "leading"
            | "old"
            | "young"
            | "rival"
    )
}

/// Whether the phrase that ends before `next` is whole: nothing that narrows it follows, no name, no further noun.
fn stands_alone(scene: &Scene, next: usize) -> bool {
    let word = scene.word(next);
    if scene.named_at(next).is_some()
        || matches!(word, "of" | "that" | "which" | "who" | "whose" | "for" | "where" | "behind" | "-" | "(")
    {
        return false;
    }
    if is_preposition(word) && matches!(scene.word(next + 1), "which" | "whom") {
        return false;
    }
    let apposition = matches!(word, ",") && scene.named_at(next + 1).is_some();
    let verb_like = is_clitic(word)
        || !scene.is_word(next)
        || is_stop(word)
        || is_preposition(word)
        || word.ends_with("ed")
        || word.ends_with("ly")
        || (word.ends_with('s') && !word.ends_with("ss"))
        || is_irregular(word);
    !apposition && verb_like && !matches!(scene.class(next), Word::Person(_) | Word::Thing(_))
}

/// Past forms that do not end in "ed", and adverbs of time.
fn is_irregular(word: &str) -> bool {
    const WORDS: [&str; 46] = [
        "ago", "again", "also", "became", "began", "bought", "broke", "brought", "built", "chose", "cut", "drew",
        "even", "fell", "felt", "fought", "found", "gave", "grew", "held", "hit", "itself", "just", "kept", "knew",
        "laid", "led", "left", "lost", "meant", "now", "once", "paid", "put", "ran", "rose", "sat", "sent", "set",
        "sold", "spent", "still", "stood", "too", "went", "won",
    ];
    WORDS.contains(&word)
}

/// An organization or place that may be meant.
struct Candidate<'c> {
    seen: &'c Seen,
    entity: EntityId,
    score: f32,
}

/// The organization or place of class `class` that is clearly ahead of all others.
fn thing(chain: &Chain, facts: &Facts, scene: &Scene, phrase: &Phrase, class: &'static str) -> Option<Found> {
    let kind = if super::super::aliases::is_place(class) { EntityKind::Place } else { EntityKind::Organization };
    let mut candidates: Vec<Candidate> = Vec::new();
    for seen in chain.recent() {
        let Some(entity) = seen.entity else { continue };
        let Some(fact) = facts.get(entity).filter(|fact| fact.kind == kind) else { continue };
        let Some(fit) = fit(fact, class) else { continue };
        let score = salience(chain, seen) + fit;
        match candidates.iter_mut().find(|other| other.entity == entity) {
            Some(other) => other.score = other.score.max(score) + 0.25,
            None => candidates.push(Candidate { seen, entity, score }),
        }
    }
    let known = |candidate: &Candidate| facts.get(candidate.entity).is_some_and(|fact| !fact.classes.is_empty());
    if !candidates.iter().any(known)
        && let Some(only) = only_one(chain, facts, phrase, class)
    {
        return Some(only);
    }
    let most = candidates.iter().filter_map(|candidate| facts.get(candidate.entity)).map(|fact| fact.count).max()?;
    for candidate in &mut candidates {
        let count = facts.get(candidate.entity).map_or(0, |fact| fact.count);
        candidate.score += count as f32 / most as f32;
    }
    let best = candidates.iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
    let explicit = known(best);
    let alone = candidates.len() == 1;
    let next = candidates.iter().filter(|other| other.entity != best.entity).map(|other| other.score);
    let margin = best.score - next.fold(f32::MIN, f32::max);
    let sure = if explicit { margin >= MARGIN } else { alone && is_general(class) };
    let narrowed = phrase.modifiers.is_empty() || alone;
    (sure && narrowed && chain.quote(phrase.head) == 0 || sure && alone).then(|| Found {
        end: phrase.head + 1,
        entity: best.entity,
        how: How::Role,
        score: if alone { 0.9 } else { 0.8 },
        rule: if alone { "the only such thing named nearby" } else { "the thing of this sort that the text is about" },
        evidence: scene.named_at(best.seen.tokens.start).map_or(best.seen.tokens.clone(), |named| named.tokens.clone()),
    })
}

/// The only thing known for a `class` among all named before; not for nouns that fit nearly anything.
fn only_one(chain: &Chain, facts: &Facts, phrase: &Phrase, class: &'static str) -> Option<Found> {
    if is_general(class) || !phrase.modifiers.is_empty() {
        return None;
    }
    let (entity, fact) = facts.only_one(phrase.head, |known| answers(known, class))?;
    if chain.distance(entity).is_none_or(|distance| distance > FAR) {
        return None;
    }
    Some(Found {
        end: phrase.head + 1,
        entity,
        how: How::Role,
        score: 0.75,
        rule: "the only such thing named before",
        evidence: fact.first.clone(),
    })
}

/// Nouns that nearly any organization answers to that is not known for something else.
fn is_general(class: &str) -> bool {
    matches!(class, "company" | "body")
}

/// How prominent a mention is.
fn salience(chain: &Chain, seen: &Seen) -> f32 {
    let near = match chain.sentence() - seen.sentence {
        0 => 2.5,
        1 => 2.0,
        2 => 1.5,
        _ => 1.0,
    };
    near + if seen.subject { 1.0 } else { 0.0 }
}

/// How well what is known of an entity fits the noun; `None` where it is known for something else.
fn fit(fact: &Fact, class: &str) -> Option<f32> {
    if fact.classes.is_empty() {
        return Some(0.0);
    }
    fact.classes.iter().any(|&known| answers(known, class)).then_some(1.5)
}

/// Whether a thing known as `known` is spoken of as `class`.
fn answers(known: &str, class: &str) -> bool {
    let more: &[&str] = match class {
        "company" => &["carmaker", "chipmaker", "airline", "retailer", "broadcaster", "bank"],
        "agency" => &["regulator", "institute"],
        "regulator" => &["agency", "commission", "central-bank"],
        "body" => &[
            "agency",
            "association",
            "federation",
            "charity",
            "institute",
            "militia",
            "alliance",
            "thinktank",
            "union",
        ],
        "bloc" => &["alliance"],
        "bank" => &["central-bank"],
        "club" | "team" => &["club", "team"],
        "department" => &["ministry"],
        "ministry" => &["department"],
        "union" => &["bloc"],
        "school" => &["university", "college"],
        "island" => &["country"],
        _ => &[],
    };
    known == class || more.contains(&known)
}
