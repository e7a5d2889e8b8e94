//! The time that a statistic is of: "rose 60% [in 2018]", "[Last year], 300 people left".

use crate::text::TextRange;

use super::super::{Date, Why};
use super::line::Line;
use super::statistic::Statistic;

/// How far behind a statistic its period may begin, and how far before it end, in bytes.
const REACH: usize = 48;
/// How many dates on either side are looked at.
const BESIDE: usize = 4;
/// How far from the beginning of a sentence a date begins that holds for all of it, in bytes: "Between", "As of".
const OPENING: usize = 12;

/// Sets the period of each statistic of the sentence `line`; `dates` are those of the whole text, in order.
pub(super) fn set_periods(line: &Line, statistics: &mut [(Statistic, Why)], dates: &[(Date, Why)]) {
    let whole = line.whole();
    let first = dates.partition_point(|(date, _)| date.range.end() <= whole.start());
    let last = dates.partition_point(|(date, _)| date.range.start() < whole.end());
    let days: Vec<TextRange> =
        dates[first..last.max(first)].iter().filter(|(date, _)| is_day(date)).map(|(date, _)| date.range).collect();
    if days.is_empty() {
        return;
    }
    for at in (0..statistics.len()).rev() {
        let limit = statistics.get(at + 1).map_or(whole.end(), |(next, _)| next.range.start());
        let own = period(line, &statistics[at].0, limit, &days);
        let tied =
            statistics.get(at + 1).filter(|(next, _)| ties(line, statistics[at].0.range.end(), next.range.start()));
        let shared = tied.and_then(|(next, _)| next.period.filter(|period| period.start() >= next.range.end()));
        statistics[at].0.period = own.or(shared);
    }
}

/// Whether the date is more than a time of the day.
fn is_day(date: &Date) -> bool {
    date.value.as_deref().is_none_or(|value| !value.starts_with('T'))
}

/// The period of one statistic: the next date before `limit`, where the next statistic begins, else one that stands
/// right before it or opens the sentence. What it is compared with is no period.
fn period(line: &Line, statistic: &Statistic, limit: usize, days: &[TextRange]) -> Option<TextRange> {
    let range = statistic.range;
    let is_free = |day: &&TextRange| !day.overlaps(range) && statistic.since.is_none_or(|since| !since.overlaps(**day));
    let next = days.partition_point(|day| day.start() < range.end());
    let behind = days[next..].iter().take(BESIDE).filter(is_free).find(|day| day.start() < limit);
    let near_behind = behind.filter(|day| is_near(line, range.end(), day.start()));
    near_behind.copied().or_else(|| {
        let holds = |day: &&TextRange| {
            day.end() <= range.start() && (opens(line, **day) || is_near(line, day.end(), range.start()))
        };
        let before = days[..next].iter().rev().take(BESIDE).chain(days.first());
        before.filter(is_free).find(holds).copied()
    })
}

/// Whether only a word or two stand between the bytes `from` and `to`: "rose by 4 points [to] 11% last year".
fn ties(line: &Line, from: usize, to: usize) -> bool {
    let between = line.text().get(from..to).unwrap_or_default();
    matches!(between.trim(), "to" | "or" | "and" | ", or" | "(" | ", to")
}

/// Whether the day opens the sentence, so that it holds for all of it.
fn opens(line: &Line, day: TextRange) -> bool {
    day.start() - line.whole().start() <= OPENING
}

/// Whether neither a mark nor many words stand between the bytes `from` and `to`.
fn is_near(line: &Line, from: usize, to: usize) -> bool {
    let between = line.text().get(from..to).unwrap_or_default();
    between.len() <= REACH && !between.contains([',', ';', ':', '(', ')', '—', '”', '"'])
}
