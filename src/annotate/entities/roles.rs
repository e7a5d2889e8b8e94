//! Roles: what the text says somebody or something is, before or behind the name.
//!
//! "German Chancellor Olaf Scholz", "Sam Altman, CEO of OpenAI,", "the company’s chief executive, Jane Doe,",
//! "Anthropic is an AI company".

use std::ops::Range;

use crate::annotate::EntityKind;

use super::fold::one_line;
use super::scene::{Named, Scene};
use super::words::{Word, is_clitic, is_determiner, is_preposition, is_stop};
use super::{EntityId, Resolved, Role};

/// How many tokens of a description may stand before its noun.
const BEFORE: usize = 8;
/// How many tokens may follow the noun: "of the foreign affairs committee".
const BEHIND: usize = 14;

/// A description found in the text.
pub(super) struct Description {
    /// Whom it describes.
    pub entity: EntityId,
    /// Its tokens, without article.
    pub tokens: Range<usize>,
    /// The token of its noun.
    pub head: usize,
}

/// The descriptions of every named person, organization and place, in order of the text.
pub(super) fn describe(scene: &Scene) -> Vec<Description> {
    let mut found = Vec::new();
    for named in &scene.named {
        if let Some((tokens, head)) = before(scene, named) {
            found.push(Description { entity: named.entity, tokens, head });
        }
        if let Some((tokens, head)) = behind(scene, named).or_else(|| appointed(scene, named)) {
            found.push(Description { entity: named.entity, tokens, head });
        }
    }
    found
}

/// Writes the descriptions into the entities as roles, each wording once.
pub(super) fn add_roles(scene: &Scene, descriptions: &[Description], resolved: &mut Resolved) {
    for description in descriptions {
        let range = scene.range(description.tokens.clone());
        let text = one_line(range.of(scene.document.text()));
        let of = belongs_to(scene, description);
        let Some(entity) = resolved.entities.get_mut(description.entity.0 as usize) else { continue };
        let known = entity.roles.iter_mut().find(|role| role.text.eq_ignore_ascii_case(&text));
        match known {
            Some(role) => role.of = role.of.or(of),
            None => entity.roles.push(Role { text, range, of }),
        }
    }
}

/// The organization, or else the place, that a description names.
fn belongs_to(scene: &Scene, description: &Description) -> Option<EntityId> {
    let inside = |kind: EntityKind| {
        let named = description.tokens.clone().filter_map(|token| scene.named_at(token));
        named.filter(|named| named.kind == kind && named.entity != description.entity).map(|named| named.entity).next()
    };
    inside(EntityKind::Organization).or_else(|| inside(EntityKind::Place))
}

/// Whether `word` can say what a thing of `kind` is.
fn describes(word: Word, kind: EntityKind) -> bool {
    match word {
        Word::Person(_) => kind == EntityKind::Person,
        Word::Thing(class) => {
            kind == if super::aliases::is_place(class) { EntityKind::Place } else { EntityKind::Organization }
        }
        Word::Modifier | Word::Other => false,
    }
}

/// The description that ends right before the name, or before a comma where the name stands between two.
fn before(scene: &Scene, named: &Named) -> Option<(Range<usize>, usize)> {
    let sentence = scene.sentence(named.tokens.start);
    let mut end = named.tokens.start;
    if end > sentence.start && scene.word(end - 1) == "," && closes(scene, named.tokens.end) {
        end -= 1;
    }
    let head = head_before(scene, end, sentence.start, named.kind)?;
    let start = start_before(scene, head, sentence.start)?;
    (start <= head).then_some((start..end, head))
}

/// Whether the token ends an apposition.
fn closes(scene: &Scene, token: usize) -> bool {
    matches!(scene.word(token), "," | "." | ";" | ":" | ")" | "—" | "–" | "”" | "\"" | "")
}

/// The noun that ends at `end`: "chancellor", or the "secretary" of "secretary of state".
fn head_before(scene: &Scene, end: usize, floor: usize, kind: EntityKind) -> Option<usize> {
    let last = end.checked_sub(1).filter(|&last| last >= floor)?;
    if describes(scene.class(last), kind) {
        let verb = last > floor && scene.word(last - 1) == "to";
        return (!verb).then_some(last);
    }
    let of = (last.saturating_sub(3)..last).rev().find(|&at| at >= floor && scene.word(at) == "of")?;
    let office = of.checked_sub(1).filter(|&office| office >= floor)?;
    (describes(scene.class(office), kind) && (of + 1..end).all(|at| scene.is_capital(at))).then_some(office)
}

/// The first token of the description whose noun is `head`.
fn start_before(scene: &Scene, head: usize, floor: usize) -> Option<usize> {
    let mut sure = head;
    let mut at = head;
    while at > floor && head - at < BEFORE {
        let previous = at - 1;
        let word = scene.word(previous);
        if let Some(named) = scene.named_at(previous) {
            if named.kind == EntityKind::Person || named.tokens.start < floor {
                break;
            }
            at = named.tokens.start;
            sure = at;
        } else if is_clitic(word) {
            let owner = previous.checked_sub(1).and_then(|token| scene.named_at(token));
            return Some(owner.map_or(sure.min(at), |named| named.tokens.start));
        } else if is_determiner(word) {
            return Some(at);
        } else if matches!(word, "and" | "&") {
            if !matches!(scene.class(previous.checked_sub(1)?), Word::Person(_)) {
                break;
            }
            at = previous;
        } else if word == "-" {
            at = previous;
        } else if is_stop(word) || !scene.is_word(previous) {
            break;
        } else {
            at = previous;
            let opens = previous == floor && scene.class(previous) == Word::Other;
            if scene.class(previous) != Word::Other || (scene.is_capital(previous) && !opens) {
                sure = at;
            }
        }
    }
    Some(sure)
}

/// The description behind the name: in apposition, in brackets, or after "is".
fn behind(scene: &Scene, named: &Named) -> Option<(Range<usize>, usize)> {
    let end = scene.sentence(named.tokens.start).end;
    let at = named.tokens.end;
    let (start, copula) = match scene.word(at) {
        "," | "(" | "—" | "–" => after_comma(scene, at + 1),
        "is" | "was" | "became" | "remains" => (at + 1, true),
        _ => return class_behind(scene, named),
    };
    let opens = is_determiner(scene.word(start));
    if copula && !opens {
        return None;
    }
    let first = start + usize::from(opens);
    let head = head_behind(scene, first, end, named.kind)?;
    let last = last_noun(scene, head, end, named.kind);
    if scene.named_at(last + 1).is_some() {
        return None;
    }
    let stop = complement(scene, last + 1, end);
    let clause =
        stop < end && (is_stop(scene.word(stop)) && !matches!(scene.word(stop), "who" | "which" | "that" | "whose"));
    (!(clause && opens && stop == last + 1 && !copula)).then_some((first..stop, head))
}

/// What somebody was made: "named Marta Wilk as its next chief conductor".
fn appointed(scene: &Scene, named: &Named) -> Option<(Range<usize>, usize)> {
    let verb = named.tokens.start.checked_sub(1).map_or("", |at| scene.word(at));
    let at = named.tokens.end;
    if named.kind != EntityKind::Person || scene.word(at) != "as" || !is_appointing(verb) {
        return None;
    }
    let end = scene.sentence(at).end;
    let skipped =
        (at + 1..end).take_while(|&at| is_determiner(scene.word(at)) || matches!(scene.word(at), "new" | "next"));
    let first = at + 1 + skipped.count();
    let head = head_behind(scene, first, end, named.kind)?;
    let last = last_noun(scene, head, end, named.kind);
    Some((first..complement(scene, last + 1, end), head))
}

/// Whether the verb gives somebody an office.
fn is_appointing(verb: &str) -> bool {
    matches!(verb, "appointed" | "chose" | "elected" | "hired" | "installed" | "named" | "nominated" | "picked")
}

/// Where a description begins behind the comma, past an age, and whether "who is" stands before it.
fn after_comma(scene: &Scene, at: usize) -> (usize, bool) {
    let aged = scene.word(at).bytes().all(|byte| byte.is_ascii_digit()) && scene.word(at + 1) == ",";
    let at = if aged { at + 2 } else { at };
    if aged && matches!(scene.word(at), "is" | "was") {
        return (at + 1, true);
    }
    let relative = matches!(scene.word(at), "who" | "which") && matches!(scene.word(at + 1), "is" | "was");
    if relative { (at + 2, true) } else { (at, false) }
}

/// "The Reuters news agency": the noun in small letters right behind the name.
fn class_behind(scene: &Scene, named: &Named) -> Option<(Range<usize>, usize)> {
    let start = named.tokens.end;
    let determined =
        named.tokens.start.checked_sub(1).is_some_and(|before| scene.word(before).eq_ignore_ascii_case("the"));
    let head = start + usize::from(scene.class(start) == Word::Modifier);
    let is_small = (start..=head).all(|at| scene.is_word(at) && !scene.is_capital(at));
    let ends = !is_clitic(scene.word(head + 1)) && !describes(scene.class(head + 1), EntityKind::Person);
    let fits = named.kind == EntityKind::Organization && describes(scene.class(head), named.kind);
    (determined && is_small && ends && fits).then_some((start..head + 1, head))
}

/// The first noun from `first` on that can describe a thing of `kind`.
fn head_behind(scene: &Scene, first: usize, end: usize, kind: EntityKind) -> Option<usize> {
    let mut at = first;
    while at < end.min(first + BEFORE) {
        if let Some(named) = scene.named_at(at) {
            at = named.tokens.end;
            if named.kind == EntityKind::Person && !is_clitic(scene.word(at)) {
                return None;
            }
            continue;
        }
        if describes(scene.class(at), kind) {
            return Some(at);
        }
        let word = scene.word(at);
        let goes_on = is_clitic(word) || word == "-" || (scene.is_word(at) && !is_stop(word));
        if !goes_on {
            return None;
        }
        at += 1;
    }
    None
}

/// The last noun of a run such as "founder and chief executive officer".
fn last_noun(scene: &Scene, head: usize, end: usize, kind: EntityKind) -> usize {
    let mut last = head;
    let mut at = head + 1;
    while at < end && at - last <= 3 {
        if describes(scene.class(at), kind) {
            last = at;
        } else if !(matches!(scene.word(at), "and" | "&" | "-") || scene.class(at) == Word::Modifier) {
            break;
        }
        at += 1;
    }
    last
}

/// Where the description ends whose nouns end before `from`: behind "of the foreign affairs committee".
fn complement(scene: &Scene, from: usize, end: usize) -> usize {
    let limit = end.min(from + BEHIND);
    let mut at = from;
    let mut kept = from;
    while at < limit {
        let word = scene.word(at);
        if let Some(named) = scene.named_at(at) {
            at = named.tokens.end;
            kept = at;
        } else if is_preposition(word) || is_determiner(word) || matches!(word, "and" | "&" | "-") {
            at += 1;
        } else if is_clitic(word) || (scene.is_word(at) && !is_stop(word)) {
            at += 1;
            kept = at;
        } else {
            break;
        }
    }
    kept
}
