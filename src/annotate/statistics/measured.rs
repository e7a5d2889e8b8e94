//! What a statistic measures: the noun behind "of", the noun it stands before, or the subject of its clause.

use super::amount::Amount;
use super::change::Moved;
use super::line::Line;
use super::statistic::StatisticKind;
use super::words::{Class, Part, change, class};

/// The pieces that name what `amount` measures.
pub(super) fn measured(line: &Line, amount: &Amount, moved: Option<Moved>) -> Option<(usize, usize)> {
    let found = match amount.kind {
        Some(StatisticKind::Percent | StatisticKind::Ratio) if line.low(amount.end) == "of" => {
            phrase(line, amount.end + 1)
        }
        Some(StatisticKind::Ordinal | StatisticKind::Age | StatisticKind::Score) => None,
        Some(StatisticKind::Count) => subject(line, amount, moved),
        _ => head(line, amount).or_else(|| before(line, amount)).or_else(|| subject(line, amount, moved)),
    };
    found.filter(|(first, end)| first < end)
}

/// The noun phrase that begins at `at`, determiners left out, prepositional phrases with "of", "in", "for" kept.
fn phrase(line: &Line, at: usize) -> Option<(usize, usize)> {
    let mut first = at;
    while matches!(class(line.low(first)), Some(Class::Determiner)) {
        first += 1;
    }
    let mut end = first;
    while end < line.len().min(first + 10) && (is_noun_like(line, end) || ties(line, end, first)) {
        end += 1;
    }
    while end > first && (class(line.low(end - 1)).is_some() || !line.is_word(end - 1) && !line.is_digits(end - 1)) {
        end -= 1;
    }
    (end > first).then_some((first, end))
}

fn is_noun_like(line: &Line, at: usize) -> bool {
    line.is_word(at) && class(line.low(at)).is_none_or(|class| class == Class::Verb && line.low(at).ends_with("ing"))
        || line.is_digits(at) && at > 0 && line.is_capital(at - 1)
}

fn ties(line: &Line, at: usize, first: usize) -> bool {
    if at == first {
        return false;
    }
    matches!(line.low(at), "of" | "’s" | "'s" | "&" | "/")
        || line.is_dash(at) && line.glued(at) && line.glued(at + 1)
        || line.low(at - 1) == "of" && matches!(class(line.low(at)), Some(Class::Determiner))
}

/// The noun right behind: "a $3 million contract", "a 60 basis point improvement in margins", "50mph winds".
fn head(line: &Line, amount: &Amount) -> Option<(usize, usize)> {
    let at = amount.end;
    if line.low(at) == "of" || line.low(at) == "in" {
        return phrase(line, at + 1).filter(|_| line.low(at) == "of" || amount.kind != Some(StatisticKind::Duration));
    }
    let hyphen = usize::from(line.is_dash(at) && line.glued(at));
    is_noun_like(line, at + hyphen).then(|| phrase(line, at + hyphen)).flatten()
}

/// The noun before "of", "at" or a bracket: "revenue of $5m", "a top speed of 60mph".
fn before(line: &Line, amount: &Amount) -> Option<(usize, usize)> {
    let first = super::change::before_bound(line, amount.first);
    let tie = first.checked_sub(1).filter(|&tie| line.low(tie) == "of")?;
    noun_ending(line, tie)
}

/// The noun phrase that ends before piece `end`.
fn noun_ending(line: &Line, end: usize) -> Option<(usize, usize)> {
    let mut first = end;
    while first > 0 && end - first < 8 {
        let at = first - 1;
        let tie = at > 0
            && first < end
            && (matches!(line.low(at), "of" | "’s" | "'s" | "in")
                || line.is_dash(at) && line.glued(at) && line.glued(at + 1)
                || matches!(line.low(at), "the" | "a" | "its") && line.before(at, 1) == "of");
        if is_noun_like(line, at) || tie {
            first = at;
        } else {
            break;
        }
    }
    while first < end && class(line.low(first)).is_some() {
        first += 1;
    }
    (first < end).then_some((first, end))
}

/// The subject of the clause that holds the amount: from the clause's beginning to its first verb.
fn subject(line: &Line, amount: &Amount, moved: Option<Moved>) -> Option<(usize, usize)> {
    let limit =
        moved.filter(|moved| moved.part != Part::Noun).map_or(amount.first, |moved| moved.cue.min(amount.first));
    let verb = if moved.is_some_and(|moved| moved.part == Part::Verb) { limit } else { last_verb(line, limit)? };
    let verb = first_of_group(line, verb);
    let start = clause_start(line, verb);
    let mut first = start;
    while first < verb && class(line.low(first)).is_some_and(|class| class != Class::Verb) {
        first += 1;
    }
    let mut end = verb;
    while end > first && (class(line.low(end - 1)).is_some() || !line.is_word(end - 1) && !line.is_digits(end - 1)) {
        end -= 1;
    }
    (end > first).then_some((first, end))
}

/// The last verb before `limit` in the same clause.
fn last_verb(line: &Line, limit: usize) -> Option<usize> {
    (limit.saturating_sub(25)..limit)
        .rev()
        .take_while(|&at| !matches!(line.low(at), ";" | ":"))
        .find(|&at| is_verb(line, at))
}

fn is_verb(line: &Line, at: usize) -> bool {
    let low = line.low(at);
    match class(low) {
        Some(Class::Auxiliary) => true,
        Some(Class::Verb) => {
            !low.ends_with("ing") && !matches!(class(line.before(at, 1)), Some(Class::Determiner | Class::Preposition))
        }
        Some(_) => false,
        None => {
            change(low, Part::Verb).is_some() && !matches!(class(line.before(at, 1)), Some(Class::Determiner))
                || low.ends_with("ed")
                    && low.len() > 4
                    && line.is_word(at)
                    && !line.is_capital(at)
                    && !matches!(class(line.before(at, 1)), Some(Class::Determiner | Class::Preposition))
        }
    }
}

/// The first verb of the group that ends at `verb`: "has been cut".
fn first_of_group(line: &Line, verb: usize) -> usize {
    let mut first = verb;
    while first > 0 && matches!(class(line.low(first - 1)), Some(Class::Auxiliary | Class::Adverb)) {
        first -= 1;
    }
    first
}

/// Where the clause of the verb at `verb` begins.
fn clause_start(line: &Line, verb: usize) -> usize {
    let mut at = verb;
    while at > 0 && verb - at < 14 {
        let low = line.low(at - 1);
        let opens = matches!(low, "," | ";" | ":" | "(" | ")" | "“" | "\"" | "—" | "–" | "‘")
            || matches!(class(low), Some(Class::Relative | Class::Conjunction)) && !matches!(low, "and" | "or")
            || is_verb(line, at - 1);
        if opens {
            break;
        }
        at -= 1;
    }
    at
}
