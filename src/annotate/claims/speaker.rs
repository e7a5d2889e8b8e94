//! The speaker: which entity stands behind the words of a source.

use std::ops::Range;

use crate::annotate::{EntityId, EntityKind, How, Note, Resolved};

use super::lexicon::{self, Class};
use super::words::Words;

/// A mention in a source.
struct Seen {
    run: Range<usize>,
    entity: EntityId,
    kind: EntityKind,
    how: How,
}

/// The entity that the source at `run` speaks as or for; `None` where it is nobody in particular ("officials").
pub fn speaker(words: &Words, resolved: &Resolved, run: &Range<usize>) -> Option<EntityId> {
    let seen = mentions(words, resolved, run);
    let head = head(words, run)?;
    let named = |seen: &&Seen| seen.kind == EntityKind::Person && seen.how.is_name() && stands_free(words, seen, run);
    let of = |seen: Option<&Seen>| seen.map(|seen| seen.entity);
    if let Some(person) = seen.iter().find(named) {
        return Some(person.entity);
    }
    let body =
        |seen: &&Seen| seen.kind == EntityKind::Organization && seen.how.is_name() && stands_free(words, seen, run);
    if let Some(at_head) = seen.iter().find(|seen| seen.run.contains(&head)) {
        return seat(words, resolved, run).or(Some(at_head.entity));
    }
    let noun = words.lower(head);
    if noun.starts_with("spokes") || is_document(noun) {
        // The body or person it speaks for: before the noun, or behind "for", "of", "by".
        let owner = seen.iter().rev().find(|seen| seen.run.end <= head && seen.kind != EntityKind::Group);
        return of(owner.or_else(|| seen.iter().find(|seen| seen.run.start > head)));
    }
    // "Officials from the World Health Organization", "leaders of the militant group Hamas".
    if stands_for_all(noun)
        && let Some(whose) = seen.iter().find(|seen| seen.run.start > head && seen.kind == EntityKind::Organization)
    {
        return Some(whose.entity);
    }
    // An appositive names it: "the country’s largest lender, Nordbank", "its highest court, the Council of Guards".
    let in_apposition = |seen: &&Seen| {
        let before = seen.run.start.saturating_sub(1);
        let comma = if words.lower(before) == "the" { before.saturating_sub(1) } else { before };
        words.text(comma) == ","
    };
    if let Some(named) = seen.iter().filter(in_apposition).find(body) {
        return Some(named.entity);
    }
    if is_body(noun) || noun.starts_with("official") {
        return of(seen
            .iter()
            .rev()
            .find(|seen| seen.run.end <= head && head - seen.run.end <= 1 && seen.kind == EntityKind::Organization));
    }
    None
}

/// Whether people called so speak for the organization that they are of.
fn stands_for_all(noun: &str) -> bool {
    const PEOPLE: &[&str] = &["leaders", "members", "representatives", "delegates", "executives", "commanders"];
    noun.starts_with("official") || PEOPLE.contains(&noun)
}

/// The country whose government a lone capital stands for, where the article names it: "Tehran" for Iran.
fn seat(words: &Words, resolved: &Resolved, run: &Range<usize>) -> Option<EntityId> {
    let city = words.range(run).of(words.document.text()).to_lowercase();
    let countries = lexicon::countries_of_seat(&city)?;
    let named = |name: &str| countries.split('\t').any(|country| country == name);
    let at = resolved.entities.iter().position(|entity| {
        entity.kind != EntityKind::Person && (named(&entity.name) || entity.aliases.iter().any(|alias| named(alias)))
    });
    at.map(|at| EntityId(at as u32))
}

fn mentions(words: &Words, resolved: &Resolved, run: &Range<usize>) -> Vec<Seen> {
    let range = words.range(run);
    let first = resolved.mentions.partition_point(|mark| mark.range.start() < range.start());
    let inside = resolved.mentions[first..].iter().take_while(|mark| mark.range.start() < range.end());
    let seen = inside.filter_map(|mark| {
        let Note::Mention(mention) = &mark.note else { return None };
        let kind = resolved.entities.get(mention.entity.0 as usize)?.kind;
        Some(Seen { run: words.document.tokens_in(mark.range), entity: mention.entity, kind, how: mention.how })
    });
    seen.collect()
}

/// Whether a person's name is neither an owner ("Trump’s lawyer") nor hangs on a preposition ("a friend of Trump").
fn stands_free(words: &Words, seen: &Seen, run: &Range<usize>) -> bool {
    let owns = matches!(words.text(seen.run.end), "’s" | "'s") && seen.run.end < run.end;
    let mut first = seen.run.start;
    while first > run.start && words.is_capital(first - 1) {
        first -= 1;
    }
    let behind = first > run.start && matches!(words.class(first - 1), Class::Preposition | Class::To);
    // "Secretary of State Rosa Lind": the preposition holds the office, not the name.
    let hangs = behind && (first == seen.run.start || is_title(words.lower(first)));
    !owns && !hangs
}

/// Titles that may stand between a preposition and the name that hangs on it.
fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.');
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "dr"
            | "president"
            | "judge"
            | "sen"
            | "rep"
            | "gen"
            | "gov"
            | "sir"
            | "lord"
            | "king"
            | "queen"
            | "pope"
            | "prof"
            | "professor"
    )
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

/// Things that say what their owner says.
pub fn is_document(noun: &str) -> bool {
    matches!(
        noun,
        "report"
            | "statement"
            | "letter"
            | "website"
            | "blog"
            | "study"
            | "poll"
            | "survey"
            | "lawsuit"
            | "memo"
            | "note"
            | "tweet"
            | "post"
            | "book"
            | "figures"
            | "data"
            | "indictment"
            | "filing"
            | "email"
            | "article"
            | "campaign"
            | "editorial"
            | "story"
    )
}

/// Nouns that follow the name of the body they stand for: "the Reuters news agency".
fn is_body(noun: &str) -> bool {
    matches!(
        noun,
        "agency" | "newspaper" | "group" | "magazine" | "company" | "network" | "website" | "daily" | "party"
    )
}
