//! Statistics: numbers with their value, unit, direction, base and what they measure.

mod age;
mod amount;
mod base;
mod bound;
mod change;
mod guard;
mod join;
mod lexicon;
mod line;
mod measured;
mod noun;
mod numeral;
mod ordinal;
mod ratio;
mod statistic;
mod words;

pub use statistic::{Bound, Change, ChangeKind, Statistic, StatisticKind};

use super::{Claim, ClaimId, Date, Document, Name, Why};
use amount::Amount;
use line::Line;

/// The statistics of `document`, sorted by range; none overlaps another. Numbers inside names and dates are left alone.
pub fn find(document: &Document, names: &[Name], dates: &[(Date, Why)]) -> Vec<(Statistic, Why)> {
    let comma_is_point = writes_decimal_commas(document.text());
    let mut found = Vec::new();
    for sentence in document.sentences() {
        let line = Line::new(document.text(), sentence.range);
        let _ = (names, dates);
        let mut floor = 0;
        for amount in amounts(&line, comma_is_point) {
            let end = amount.end;
            found.push(statistic(&line, amount, floor));
            floor = end;
        }
    }
    found
}

/// The amounts of a sentence, in order.
fn amounts(line: &Line, comma_is_point: bool) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let (amount, end) = next_amount(line, at, comma_is_point);
        found.extend(amount);
        at = end.max(at + 1);
    }
    found
}

/// The amount that begins at piece `at`, if any, and the piece to go on from.
fn next_amount(line: &Line, at: usize, comma_is_point: bool) -> (Option<Amount>, usize) {
    if let Some(found) = ordinal::ordinal(line, at).or_else(|| ratio::ratio(line, at)) {
        let end = found.end;
        return (Some(found), end);
    }
    let Some(amount) = amount::amount(line, at, comma_is_point) else { return (None, at + 1) };
    if guard::is_pronoun_one(line, at) {
        return (None, at + 1);
    }
    let mut amount = amount;
    if guard::is_year(line, &amount) {
        return (None, amount.end);
    }
    if !ratio::take_ratio(line, &mut amount) {
        amount = join::joined(line, amount, comma_is_point);
    }
    age::take_age(line, &mut amount);
    if guard::is_label(line, &amount) {
        return (None, amount.end);
    }
    if amount.kind.is_none()
        && let Some(end) = noun::phrase(line, amount.end, amount.is_one())
    {
        amount.unit = Some(noun::lemma(line, amount.end, end).into());
        amount.kind = Some(StatisticKind::Count);
        amount.end = end;
        amount.rule = "number with a noun";
        amount.take_per(line);
    }
    let end = amount.end;
    (Some(amount), end)
}

/// Reads around an amount for its bound, change, base and what it measures.
fn statistic(line: &Line, amount: Amount, floor: usize) -> (Statistic, Why) {
    let moved = change::moved(line, &amount, floor);
    let bound = bound::bound(line, &amount);
    let base = base::base(line, &amount, moved.is_some());
    let of = measured::measured(line, &amount, moved);
    let range = line.range(amount.first, amount.end);
    let why = Why::rule(amount.rule);
    let why = match moved {
        Some(moved) => why.seen_at(line.range(moved.cue, moved.cue + 1)),
        None => why,
    };
    let statistic = Statistic {
        range,
        number: line.range(amount.number, amount.number_end),
        kind: amount.kind.unwrap_or(StatisticKind::Number),
        value: amount.value,
        high: amount.high,
        unit: amount.unit.map(std::borrow::Cow::into_owned),
        currency: amount.currency,
        bound: bound.map(|(bound, ..)| bound),
        change: moved.map(|moved| moved.change),
        change_kind: moved.map(|moved| moved.kind),
        from: amount.from,
        of: of.map(|(first, end)| line.range(first, end)),
        since: base.map(|(first, end)| line.range(first, end)),
        claim: None,
    };
    (statistic, why)
}

fn writes_decimal_commas(_: &str) -> bool {
    false
}

/// Ties each statistic to the innermost claim whose content holds it.
pub fn attribute(statistics: &mut [(Statistic, Why)], claims: &[(Claim, Why)]) {
    for (statistic, _) in statistics {
        let holds = |claim: &Claim| claim.content.iter().any(|content| content.covers(statistic.number));
        let innermost = claims
            .iter()
            .enumerate()
            .filter(|(_, (claim, _))| holds(claim))
            .min_by_key(|(_, (claim, _))| claim.hull().len());
        statistic.claim = innermost.map(|(at, _)| ClaimId(at as u32));
    }
}
