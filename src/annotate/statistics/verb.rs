//! Whether a word is a verb where it stands, without a tagger: by lists, endings and the words beside it.

use super::line::Line;
use super::noun::is_plural;
use super::words::{Class, Part, Set, change, is};

/// Whether the word at `at` is the verb of a clause, as far as the words beside it tell.
pub(super) fn is_verb(line: &Line, at: usize) -> bool {
    let low = line.low(at);
    let before = line.class_before(at, 1);
    let nominal = matches!(before, Some(Class::Determiner | Class::Preposition)) && line.before(at, 1) != "to";
    let takes = line.is_digits(at + 1)
        || line.has(at + 1, Set::Bounding)
        || matches!(line.raw(at + 1), "$" | "£" | "€")
        || line.class(at + 1) == Some(Class::Pronoun);
    match line.class(at) {
        Some(Class::Verb) if low.ends_with("ing") || nominal => false,
        Some(Class::Verb) if matches!(low, "total" | "average") => takes,
        Some(Class::Verb) if is_noun_too(low) => takes || stands_as_a_verb(line, at),
        Some(Class::Auxiliary | Class::Verb) => true,
        Some(_) => false,
        None if line.has_before(at, 1, Set::Modal) && line.is_word(at) => true,
        None if line.before(at, 1) == "to" && takes && !line.is_capital(at) => true,
        None if change(low, Part::Verb).is_some() && !low.ends_with("ing") && !nominal => {
            !is_noun_too(low) || stands_as_a_verb(line, at)
        }
        None => {
            low.ends_with("ed")
                && !low.ends_with("eed")
                && low.len() > 4
                && low != "aged"
                && line.is_word(at)
                && !line.is_capital(at)
                && !nominal
                && line.is_word(at.wrapping_sub(1))
                && !line.is_dash(at + 1)
                && !is_attribute(line, at)
        }
    }
}

/// Whether a verb stands among the pieces `first..end`.
pub(super) fn has_verb(line: &Line, first: usize, end: usize) -> bool {
    (first..end).any(|at| is_verb(line, at))
}

/// Whether a verb's form is a noun's as well: "rise", "reports", "vote".
fn is_noun_too(low: &str) -> bool {
    change(low, Part::Noun).is_some() || low.ends_with('s') && low != "says" || is(low, Set::NounToo)
}

/// Whether a word that may be a noun is a verb here: behind "to", a modal, a pronoun or a plural.
fn stands_as_a_verb(line: &Line, at: usize) -> bool {
    let before = line.before(at, 1);
    let plural_form = line.low(at).ends_with('s') && line.low(at).len() > 3;
    let subject = match line.class_before(at, 1) {
        Some(Class::Auxiliary | Class::Pronoun | Class::Relative | Class::Adverb) => true,
        Some(class) if class != Class::Verb => before == "to",
        _ => at > 0 && (is_plural(line, at - 1) != plural_form || line.low(at) == "hit") && line.is_word(at - 1),
    };
    subject && !(plural_form && is_plural(line, at + 1))
}

/// Whether a participle stands before its noun: "the required amount".
fn is_attribute(line: &Line, at: usize) -> bool {
    line.is_word(at + 1) && line.class(at + 1).is_none() && line.class_before(at, 1).is_some()
}
