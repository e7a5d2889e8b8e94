//! Noun phrases behind a number: where they end, and their dictionary form.

use super::line::Line;
use super::words::{Class, Set};

/// The longest noun phrase that a count takes, in pieces.
const LONGEST: usize = 8;

/// The noun phrase that the count before piece `at` counts: the piece after it.
///
/// It runs to the first plural noun, over adjectives, names and "and"; without a plural it is the one word that stands
/// as an adjective ("a 12 page document", "a six-member team").
pub(super) fn phrase(line: &Line, at: usize, one: bool) -> Option<usize> {
    if line.is_dash(at) && line.is_word(at + 1) && line.glued(at) == line.glued(at + 1) {
        return (line.class(at + 1).is_none_or(|class| class == Class::Verb)).then_some(at + 2);
    }
    if line.glued(at) {
        return None;
    }
    let mut end = at;
    let mut last_word = at;
    while end < line.len().min(at + LONGEST) {
        if line.is_word(end) && !stops(line, end, at) {
            end += 1;
            last_word = end;
            if line.low(end - 1) == "s" && line.glued(end - 1) && line.is_digits(end - 2) {
                return Some(end);
            }
            if is_plural(line, end - 1) && !compound(line, end) {
                return Some(end);
            }
        } else if goes_on(line, end, at) {
            end += 1;
        } else {
            break;
        }
    }
    if last_word == at {
        return None;
    }
    if one {
        return Some(if is_adjective(line.low(at)) { last_word.min(at + 2) } else { at + 1 });
    }
    let words = (at..last_word).filter(|&piece| line.is_word(piece)).count();
    (words >= 2 && line.class(at).is_none() && !ends_like_a_verb(line.low(at))).then_some(at + 1)
}

/// Whether the word at `at` cannot stand in a noun phrase that began at `first`.
fn stops(line: &Line, at: usize, first: usize) -> bool {
    let low = line.low(at);
    if matches!(low, "'s" | "’s") {
        return at == first;
    }
    if super::numeral::small(low).is_some() {
        return true;
    }
    match line.class(at) {
        None => false,
        Some(Class::Verb) if at > first && line.has(at, Set::NounToo) => false,
        Some(Class::Verb) => !is_plural(line, at) && !is_participle(line, at, first),
        Some(Class::Adverb) => !(at == first && matches!(low, "very" | "really" | "quite" | "straight")),
        Some(_) => !matches!(low, "all" | "both") || at > first,
    }
}

/// Whether the mark or number at `at` may stand inside the phrase: a hyphen, a name's number, "and" between adjectives.
fn goes_on(line: &Line, at: usize, first: usize) -> bool {
    if at == first {
        return matches!(line.low(at), "or" | "and") && line.reads(at + 1, &["more"]);
    }
    let hyphen = line.is_dash(at) && line.glued(at) && line.glued(at + 1);
    let model = line.is_digits(at) && (line.glued(at) || line.is_capital(at - 1) || line.is_capital(at + 1));
    let and = line.low(at) == "and" && line.is_word(at + 1) && line.class(at + 1).is_none() && !line.is_capital(at + 1);
    hyphen || model || and
}

/// Plurals that only stand as the first part of a compound: "sports clubs", "arms dealers".
fn compound(line: &Line, end: usize) -> bool {
    let first = line.has(end - 1, Set::CompoundPlural);
    (first || line.is_dash(end)) && line.is_word(end) && is_plural(line, end)
}

/// Whether the word at `at` looks like a plural noun.
pub(super) fn is_plural(line: &Line, at: usize) -> bool {
    let low = line.low(at);
    if irregular(low).is_some() || is_men(low) || line.has(at, Set::Collective) {
        return true;
    }
    low.len() > 3
        && low.starts_with(char::is_alphabetic)
        && low.ends_with('s')
        && !low.ends_with("ss")
        && !low.ends_with("us")
        && !low.ends_with("is")
        && line.class(at).is_none_or(|class| class == Class::Verb)
}

/// Whether the verb at `at` stands as an adjective: before a plural, or inside the phrase.
fn is_participle(line: &Line, at: usize, first: usize) -> bool {
    let low = line.low(at);
    (low.ends_with("ed") || low.ends_with("ing") || low.ends_with("en")) && (at > first || line.is_word(at + 1))
}

/// Whether an unknown word ends as adjectives do, so that its noun is still to come.
fn is_adjective(low: &str) -> bool {
    const ENDS: [&str; 14] =
        ["al", "ic", "ous", "ive", "ful", "less", "est", "ese", "ish", "ible", "able", "ary", "ian", "ed"];
    ENDS.iter().any(|end| low.ends_with(end))
        || matches!(low, "new" | "big" | "small" | "large" | "major" | "further" | "other")
}

fn ends_like_a_verb(low: &str) -> bool {
    low.ends_with("ed") || low.ends_with("ing")
}

/// "fishermen", "policewomen".
fn is_men(low: &str) -> bool {
    low.len() > 5 && low.ends_with("men") && !matches!(low, "specimen" | "regimen" | "abdomen" | "acumen")
}

fn irregular(plural: &str) -> Option<&'static str> {
    Some(match plural {
        "people" => "people",
        "men" => "man",
        "women" => "woman",
        "children" => "child",
        "schoolchildren" => "schoolchild",
        "grandchildren" => "grandchild",
        "feet" => "foot",
        "teeth" => "tooth",
        "mice" => "mouse",
        "geese" => "goose",
        "lives" => "life",
        "wives" => "wife",
        "knives" => "knife",
        "leaves" => "leaf",
        "wolves" => "wolf",
        "halves" => "half",
        "shelves" => "shelf",
        "thieves" => "thief",
        "criteria" => "criterion",
        "phenomena" => "phenomenon",
        "bacteria" => "bacterium",
        "alumni" => "alumnus",
        "buses" => "bus",
        "gases" => "gas",
        "viruses" => "virus",
        "movies" => "movie",
        "cookies" => "cookie",
        "zombies" => "zombie",
        "ties" => "tie",
        _ => return None,
    })
}

/// The dictionary form of a noun phrase: its last word singular, superlatives plain, names as they are.
pub(super) fn lemma(line: &Line, first: usize, end: usize) -> String {
    let mut out = String::new();
    for at in first..end {
        let raw = line.raw(at);
        if matches!(raw, "'s" | "’s") {
            continue;
        }
        if !out.is_empty() && !line.glued(at) {
            out.push(' ');
        }
        let word = if at + 1 == end { singular(raw) } else { positive(raw) };
        out.push_str(&word);
    }
    out
}

/// The singular of a noun; capitals stay.
pub(super) fn singular(word: &str) -> String {
    let low = word.to_ascii_lowercase();
    if let Some(one) = irregular(&low) {
        return one.to_owned();
    }
    if is_men(&low) {
        return word[..word.len() - 2].to_owned() + "an";
    }
    let keeps = low.len() <= 3 || !low.ends_with('s') || ["ss", "us", "is"].iter().any(|end| low.ends_with(end));
    if keeps || matches!(low.as_str(), "species" | "series" | "news" | "headquarters" | "means") {
        return word.to_owned();
    }
    let cut = |count: usize| word[..word.len() - count].to_owned();
    match () {
        () if low.ends_with("ies") && low.len() > 4 => cut(3) + "y",
        () if ["sses", "shes", "ches", "xes", "zes", "oes"].iter().any(|end| low.ends_with(end)) && low != "shoes" => {
            cut(2)
        }
        () => cut(1),
    }
}

/// The plain form of an adjective in the comparative or superlative, where it is a common one.
fn positive(word: &str) -> String {
    let plain = match word {
        "best" | "better" => "good",
        "worst" | "worse" => "bad",
        "biggest" | "bigger" => "big",
        "hottest" | "hotter" => "hot",
        "largest" | "larger" => "large",
        "smallest" | "smaller" => "small",
        "oldest" | "older" => "old",
        "youngest" | "younger" => "young",
        "newest" | "newer" => "new",
        "highest" | "higher" => "high",
        "lowest" | "lower" => "low",
        "longest" | "longer" => "long",
        "shortest" | "shorter" => "short",
        "richest" | "richer" => "rich",
        "poorest" | "poorer" => "poor",
        "cheapest" | "cheaper" => "cheap",
        "greatest" | "greater" => "great",
        "strongest" | "stronger" => "strong",
        "fastest" | "faster" => "fast",
        "busiest" | "busier" => "busy",
        "deadliest" => "deadly",
        "finest" | "finer" => "fine",
        "realest" => "real",
        "wealthiest" | "wealthier" => "wealthy",
        _ => return word.to_owned(),
    };
    plain.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn counted(text: &str) -> Option<String> {
        let line = Line::new(text, TextRange::new(0, text.len()).expect("short"));
        phrase(&line, 1, false).map(|end| lemma(&line, 1, end))
    }

    #[test]
    fn a_count_takes_its_noun_phrase() {
        let cases = [
            ("40 council houses were sold", "council house"),
            ("12 of them", ""),
            ("two smaller parties in", "small party"),
            ("16 died on", ""),
            ("12 page reports", "page report"),
            ("14 gauge wire", "gauge"),
            ("three Swiss watchmen and", "Swiss watchman"),
            ("ten arms dealers left", "arms dealer"),
        ];
        for (text, expected) in cases {
            assert_eq!(counted(text).unwrap_or_default(), expected, "{text}");
        }
    }
}
