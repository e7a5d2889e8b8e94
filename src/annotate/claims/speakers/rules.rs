//! The speaker by rule: whom the words of a source name, and for whom a spokesman or a paper speaks.

use std::ops::Range;

use crate::annotate::{EntityId, EntityKind, Resolved};

use super::super::lexicon::{self, Class};
use super::super::words::Words;
use super::source::{Inside, Source};

/// The entity that `source` speaks as or for; `None` where it is nobody in particular ("officials").
pub fn speaker(words: &Words, resolved: &Resolved, source: &Source) -> Option<EntityId> {
    let Source { run, head, inside: seen, .. } = source;
    let head = *head;
    let named = |seen: &&Inside| seen.kind == EntityKind::Person && seen.how.is_name() && stands_free(words, seen, run);
    let of = |seen: Option<&Inside>| seen.map(|seen| seen.entity);
    if let Some(person) = seen.iter().find(named) {
        return Some(person.entity);
    }
    let body =
        |seen: &&Inside| seen.kind == EntityKind::Organization && seen.how.is_name() && stands_free(words, seen, run);
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
    let in_apposition = |seen: &&Inside| {
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

/// Whether a person's name is neither an owner ("Trump’s lawyer") nor hangs on a preposition ("a friend of Trump").
fn stands_free(words: &Words, seen: &Inside, run: &Range<usize>) -> bool {
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
            | "analysis"
            | "announcement"
            | "audit"
            | "briefing"
            | "caption"
            | "document"
            | "documents"
            | "emails"
            | "examination"
            | "findings"
            | "inventory"
            | "mailer"
            | "memoir"
            | "message"
            | "notice"
            | "paper"
            | "posts"
            | "prospectus"
            | "records"
            | "release"
            | "resolution"
            | "review"
            | "ruling"
            | "script"
            | "transcript"
            | "video"
    )
}

/// Nouns that follow the name of the body they stand for: "the Reuters news agency".
fn is_body(noun: &str) -> bool {
    matches!(
        noun,
        "agency" | "newspaper" | "group" | "magazine" | "company" | "network" | "website" | "daily" | "party"
    )
}
