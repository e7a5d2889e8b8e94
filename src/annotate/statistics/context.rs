//! Reads around the amounts of a sentence: their bound, change, base and what they measure.

use std::borrow::Cow;

use super::super::Why;
use super::amount::Amount;
use super::change::{Moved, is_equivalent, moved, outcome};
use super::line::Line;
use super::measured::measured;
use super::statistic::{Bound, ChangeKind, Statistic, StatisticKind};
use super::verb::has_verb;
use super::{base, bound};

/// What was read around one amount.
#[derive(Clone, Copy, Default)]
struct Reading {
    bound: Option<Bound>,
    moved: Option<Moved>,
    /// What is measured, by pieces.
    of: Option<(usize, usize)>,
}

/// The statistics of a sentence whose amounts are `amounts`.
pub(super) fn statistics(line: &Line, mut amounts: Vec<Amount>) -> Vec<(Statistic, Why)> {
    let mut found = Vec::with_capacity(amounts.len());
    let mut last = Reading::default();
    for at in 0..amounts.len() {
        let reading = read(line, &amounts, at, last);
        if let Some(unit) = lent_by_outcome(&amounts, at, reading) {
            amounts[at].unit = Some(unit);
            amounts[at].kind = Some(StatisticKind::Count);
        }
        found.push(statistic(line, &amounts, at, reading));
        last = reading;
    }
    found
}

/// Reads around the amount at index `at`; `last` is what was read around the one before.
fn read(line: &Line, amounts: &[Amount], at: usize, last: Reading) -> Reading {
    let amount = &amounts[at];
    let before = at.checked_sub(1).map(|at| &amounts[at]);
    let floor = before.map_or(0, |before| before.end);
    let ceiling = amounts.get(at + 1).map_or(line.len(), |next| next.first);
    let mut reading = Reading {
        bound: bound::bound(line, amount).map(|(bound, ..)| bound),
        moved: moved(line, amount, floor, ceiling),
        of: None,
    };
    let equivalent = before.is_some_and(|before| is_equivalent(line, before, amount));
    let outcome = before.zip(last.moved).and_then(|(before, by)| outcome(line, before, by, amount));
    if equivalent {
        reading.bound = reading.bound.or(last.bound);
        reading.moved = reading.moved.or(last.moved);
    }
    reading.moved = outcome.or(reading.moved);
    let own = measured(line, amounts, at, reading.moved);
    let inherits = !matches!(amount.kind, Some(StatisticKind::Age | StatisticKind::Ordinal | StatisticKind::Score));
    let own = own.or_else(|| {
        last.of.filter(|_| inherits && before.is_some_and(|before| !has_verb(line, before.end, amount.first)))
    });
    reading.of = if equivalent && line.low(amount.end) != "of" || outcome.is_some() { last.of.or(own) } else { own };
    reading
}

/// The unit of the change that came to this number: "rose 64 points to 4,577".
fn lent_by_outcome(amounts: &[Amount], at: usize, reading: Reading) -> Option<Cow<'static, str>> {
    let before = amounts.get(at.checked_sub(1)?)?;
    let came = reading.moved.is_some_and(|moved| moved.kind == ChangeKind::To && moved.cue < before.first);
    let counted = before.kind == Some(StatisticKind::Count) && amounts[at].unit.is_none();
    (came && counted).then(|| before.unit.clone()).flatten()
}

fn statistic(line: &Line, amounts: &[Amount], at: usize, reading: Reading) -> (Statistic, Why) {
    let amount = &amounts[at];
    let base = base::base(line, amount, reading.moved.is_some());
    let why = Why::rule(amount.rule);
    let why = match reading.moved {
        Some(moved) => why.seen_at(line.range(moved.cue, moved.cue + 1)),
        None if amount.end > amount.number_end => why.seen_at(line.range(amount.number_end, amount.end)),
        None => why,
    };
    let statistic = Statistic {
        range: line.range(amount.first, amount.end),
        number: line.range(amount.number, amount.number_end),
        kind: amount.kind.unwrap_or(StatisticKind::Number),
        value: amount.value,
        high: amount.high,
        unit: amount.unit.as_deref().map(str::to_owned),
        currency: amount.currency,
        bound: reading.bound,
        change: reading.moved.map(|moved| moved.change),
        change_kind: reading.moved.map(|moved| moved.kind),
        from: amount.from.or_else(|| earlier(amounts, at, base)),
        of: reading.of.map(|(first, end)| line.range(first, end)),
        since: base.map(|(first, end)| line.range(first, end)),
        period: None,
        claim: None,
    };
    (statistic, why)
}

/// The earlier value that the base gives in the same unit: "to 4.2% from 3.9%", "compared with 12 a year earlier".
fn earlier(amounts: &[Amount], at: usize, base: Option<(usize, usize)>) -> Option<f64> {
    let (first, end) = base?;
    let amount = &amounts[at];
    let next = amounts.get(at + 1).filter(|next| next.first >= first && next.end <= end.max(next.end))?;
    let near = next.first <= first + 5 && next.first < end;
    let same = next.unit == amount.unit || next.unit.is_none() && next.kind.is_none();
    (near && same && next.high.is_none()).then_some(next.value)
}
