//! "he", "she", "it": the person or organization that is clearly meant.

use crate::annotate::{EntityId, EntityKind};

use super::super::scene::Scene;
use super::super::title::Gender;
use super::super::words::{Word, is_clitic, is_preposition, is_stop};
use super::chain::{Chain, Seen};
use super::facts::Facts;
use super::{Found, How};

/// How far ahead of the next the best candidate must be.
const MARGIN: f32 = 1.0;

/// The entity that the pronoun at token `at` stands for, where it is one and the text leaves no doubt.
pub(super) fn resolve(scene: &Scene, chain: &Chain, facts: &mut Facts, at: usize) -> Option<Found> {
    let word = scene.word(at);
    if word.len() > 7 {
        return None;
    }
    match word.to_ascii_lowercase().as_str() {
        "he" | "his" | "himself" => person(scene, chain, facts, at, Gender::Male, false),
        "him" => person(scene, chain, facts, at, Gender::Male, true),
        "she" | "hers" | "herself" => person(scene, chain, facts, at, Gender::Female, false),
        "her" => person(scene, chain, facts, at, Gender::Female, is_object(scene, at)),
        "it" | "its" => thing(scene, chain, facts, at),
        _ => None,
    }
}

/// The gender that a pronoun tells.
pub(super) fn gender(word: &str) -> Option<Gender> {
    match word {
        "he" | "He" | "him" | "his" | "His" => Some(Gender::Male),
        "she" | "She" | "her" | "Her" => Some(Gender::Female),
        _ => None,
    }
}

/// "her" that owns nothing: what follows cannot be owned.
fn is_object(scene: &Scene, at: usize) -> bool {
    let next = scene.word(at + 1);
    !scene.is_word(at + 1) || is_stop(next) || is_preposition(next)
}

fn person(scene: &Scene, chain: &Chain, facts: &mut Facts, at: usize, gender: Gender, object: bool) -> Option<Found> {
    let found = ahead(scene, chain, facts, at, gender).or_else(|| before(scene, chain, facts, at, gender, object))?;
    facts.learn(found.entity, gender);
    Some(found)
}

fn found(at: usize, seen: &Seen, entity: EntityId, score: f32, rule: &'static str) -> Found {
    Found { end: at + 1, entity, how: How::Pronoun, score, rule, evidence: seen.tokens.clone() }
}

/// "In his speech, Biden said": the pronoun comes before the name.
fn ahead(scene: &Scene, chain: &Chain, facts: &Facts, at: usize, gender: Gender) -> Option<Found> {
    let opening = scene.word(chain.start());
    let opens = is_preposition(opening)
        || matches!(
            opening,
            "After" | "Before" | "During" | "While" | "When" | "As" | "Despite" | "Since" | "Throughout" | "Speaking"
        );
    if !opens || chain.quote(at) != 0 {
        return None;
    }
    let end = scene.sentence(at).end;
    let comma = (at..end.min(at + 16)).find(|&token| scene.word(token) == ",")?;
    if (at..comma).any(|token| scene.named_at(token).is_some_and(|named| named.kind == EntityKind::Person)) {
        return None;
    }
    let named = (comma + 1..end.min(comma + 5)).find_map(|token| scene.named_at(token))?;
    let plain =
        (comma + 1..named.tokens.start).all(|token| scene.class(token) != Word::Other || scene.word(token) == "the");
    let fits = facts.get(named.entity).is_some_and(|fact| fact.gender == Some(gender));
    let person = named.kind == EntityKind::Person && plain && !is_clitic(scene.word(named.tokens.end));
    (person && fits).then(|| Found {
        end: at + 1,
        entity: named.entity,
        how: How::Pronoun,
        score: 0.8,
        rule: "pronoun before the name of the sentence's subject",
        evidence: named.tokens.clone(),
    })
}

/// Somebody the pronoun may stand for.
struct Candidate<'c> {
    seen: &'c Seen,
    score: f32,
}

/// The person before the pronoun who is clearly ahead of all others.
fn before(scene: &Scene, chain: &Chain, facts: &Facts, at: usize, gender: Gender, object: bool) -> Option<Found> {
    let quote = chain.quote(at);
    let mut candidates: Vec<Candidate> = Vec::new();
    for seen in chain.recent().filter(|seen| seen.quote == quote) {
        let known = match seen.entity {
            Some(entity) => {
                let fact = facts.get(entity).filter(|fact| fact.kind == EntityKind::Person);
                let Some(fact) = fact else { continue };
                fact.gender
            }
            None => seen.gender,
        };
        if known.is_some_and(|known| known != gender) || (object && is_same_clause(scene, chain, seen, at)) {
            continue;
        }
        let score = salience(scene, chain, seen, known.is_some());
        match candidates.iter_mut().find(|other| other.seen.entity == seen.entity && seen.entity.is_some()) {
            Some(other) => other.score = other.score.max(score) + 0.25,
            None => candidates.push(Candidate { seen, score }),
        }
    }
    let best = candidates.iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
    let entity = best.seen.entity?;
    let next = candidates.iter().filter(|other| other.seen.entity != best.seen.entity).map(|other| other.score);
    let next = next.fold(f32::MIN, f32::max);
    if best.score - next < MARGIN {
        return None;
    }
    let alone = candidates.len() == 1;
    let rule =
        if alone { "the only person named nearby who fits" } else { "the person the sentences before are about" };
    Some(found(at, best.seen, entity, if alone { 0.9 } else { 0.8 }, rule))
}

/// How prominent a mention is: near, a subject, of known gender.
fn salience(scene: &Scene, chain: &Chain, seen: &Seen, known: bool) -> f32 {
    let near = match chain.sentence() - seen.sentence {
        0 => 3.25,
        1 => 2.0,
        2 => 1.0,
        _ => 0.0,
    };
    let subject = if seen.subject { 1.0 } else { 0.0 };
    let owner = if is_clitic(scene.word(seen.tokens.end)) { -0.25 } else { 0.0 };
    near + subject + owner + if known { 0.5 } else { 0.0 }
}

/// Whether nothing that begins a clause stands between a mention of the same sentence and the token `at`.
fn is_same_clause(scene: &Scene, chain: &Chain, seen: &Seen, at: usize) -> bool {
    const BREAKS: [&str; 15] = [
        ",", "after", "and", "as", "because", "before", "but", "for", "if", "that", "to", "when", "which", "while",
        "who",
    ];
    seen.sentence == chain.sentence()
        && (seen.tokens.end..at).all(|token| BREAKS.binary_search(&scene.word(token)).is_err())
}

/// "OpenAI said it", "It said": the organization that the sentence, or the one before, is about.
fn thing(scene: &Scene, chain: &Chain, facts: &Facts, at: usize) -> Option<Found> {
    let owning = scene.word(at).eq_ignore_ascii_case("its");
    if !owning && is_empty_it(scene, at) {
        return None;
    }
    let sentence = chain.sentence();
    let opens = at == chain.start() && (owning || acts(scene.word(at + 1)));
    let from_before = opens || (owning && follows_person(scene, at));
    let wanted = if from_before { sentence.checked_sub(1)? } else { sentence };
    let things = || chain.recent().filter(|seen| is_thing(facts, seen));
    if from_before && things().any(|seen| seen.sentence == sentence) {
        return None;
    }
    let subject = things().find(|seen| seen.sentence == wanted && seen.subject && seen.quote == chain.quote(at))?;
    let entity =
        subject.entity.filter(|&id| facts.get(id).is_some_and(|fact| fact.kind == EntityKind::Organization))?;
    let latest = things().find(|seen| seen.entity == Some(entity)).map_or(subject.tokens.end, |seen| seen.tokens.end);
    let alone = things().filter(|seen| seen.sentence == sentence).all(|seen| seen.entity == Some(entity));
    // "General Motors, its old rival": somebody else's.
    let apposed = at == latest + 1 && scene.word(latest) == ",";
    let says = follows_cue(scene, latest, at) && (owning || scene.is_word(at + 1));
    let owns = owning && alone && !apposed && at - latest <= 12;
    (from_before || says || owns)
        .then(|| found(at, subject, entity, 0.85, "the organization that the sentence is about"))
}

/// Whether an organization, place or product is mentioned.
fn is_thing(facts: &Facts, seen: &Seen) -> bool {
    let kind = seen.entity.and_then(|entity| facts.get(entity)).map(|fact| fact.kind);
    matches!(kind, Some(EntityKind::Organization | EntityKind::Place | EntityKind::Product))
}

/// "it was clear", "it is the council": stands for nothing named. "it was considering" may.
fn is_empty_it(scene: &Scene, at: usize) -> bool {
    let verb = scene.word(at + 1);
    let next = scene.word(at + 2);
    let next = if matches!(next, "not" | "also" | "still" | "now" | "already") { scene.word(at + 3) } else { next };
    matches!(
        verb,
        "is" | "was" | "’s" | "'s" | "takes" | "took" | "seems" | "seemed" | "appears" | "appeared" | "may" | "remains"
    ) && !(next.ends_with("ing") || next.ends_with("ed"))
}

/// Verbs of which an organization, and hardly ever the "it" of "it rained", is the subject.
fn acts(verb: &str) -> bool {
    const VERBS: [&str; 23] = [
        "added",
        "also",
        "announced",
        "employs",
        "expects",
        "had",
        "has",
        "makes",
        "operates",
        "owns",
        "plans",
        "produces",
        "raised",
        "reported",
        "runs",
        "said",
        "says",
        "sells",
        "then",
        "urged",
        "warned",
        "won",
        "works",
    ];
    VERBS.binary_search(&verb).is_ok()
}

/// "Dmitry Peskov, its spokesman": right behind a person and a comma.
fn follows_person(scene: &Scene, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|person| {
        scene.word(at - 1) == "," && scene.named_at(person).is_some_and(|named| named.kind == EntityKind::Person)
    })
}

/// Whether the mention that ends at `from` says something whose first word is at `at`: "OpenAI said on Monday it".
fn follows_cue(scene: &Scene, from: usize, at: usize) -> bool {
    const CUES: [&str; 14] = [
        "added",
        "admitted",
        "announced",
        "claimed",
        "confirmed",
        "denied",
        "estimates",
        "expects",
        "hopes",
        "insisted",
        "said",
        "says",
        "thinks",
        "warned",
    ];
    let verb = (from..at.min(from + 3)).find(|&token| CUES.binary_search(&scene.word(token)).is_ok());
    let Some(verb) = verb else { return false };
    let plain = |token: usize| {
        let word = scene.word(token);
        matches!(word, "that" | "on" | "in" | "a" | "statement" | "week" | "last" | "this" | "earlier" | "late")
            || word.ends_with("day")
    };
    at - verb <= 6 && (verb + 1..at).all(plain)
}
