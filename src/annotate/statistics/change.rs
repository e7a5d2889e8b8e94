//! Change: which way a quantity went, by or to how much.

use super::amount::Amount;
use super::base::is_period;
use super::line::Line;
use super::statistic::StatisticKind::{Age, Count, Duration, Money, Ordinal, Percent, Score};
use super::statistic::{Change, ChangeKind};
use super::words::{Class, Part, Set, change, is};

/// How far before an amount its word of change may stand, in pieces.
const REACH: usize = 14;

/// A change and the piece that says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Moved {
    /// Which way.
    pub change: Change,
    /// By or to.
    pub kind: ChangeKind,
    /// The piece that gave it away.
    pub cue: usize,
    /// What that piece is.
    pub part: Part,
}

/// How `amount` says that something changed. `floor` is the piece after the amount before it, `ceiling` the first piece
/// of the amount after it.
pub(super) fn moved(line: &Line, amount: &Amount, floor: usize, ceiling: usize) -> Option<Moved> {
    if let Some(from) = amount.from {
        let change = if amount.value < from { Change::Down } else { Change::Up };
        let cue = verb_of_course(line, amount.first).unwrap_or(amount.first);
        let part = if line.sets(cue).change(Part::Verb).is_some() { Part::Verb } else { Part::Noun };
        return Some(Moved { change, kind: ChangeKind::To, cue, part });
    }
    if matches!(amount.kind, Some(Age | Ordinal | Score)) {
        return None;
    }
    if amount.rule == super::ratio::VERB_RULE {
        let change = if amount.value < 1.0 { Change::Down } else { Change::Up };
        return Some(Moved { change, kind: ChangeKind::By, cue: amount.first, part: Part::Verb });
    }
    adverb_from(line, amount, ceiling)
        .or_else(|| adverb_after(line, amount))
        .or_else(|| noun_after(line, amount))
        .or_else(|| noun_before(line, amount))
        .or_else(|| word_before(line, amount, floor))
}

/// "78 per cent of votes, up from", "$84 billion, down from": the amount is what it came to.
fn adverb_from(line: &Line, amount: &Amount, ceiling: usize) -> Option<Moved> {
    if line.before(before_bound(line, amount.first), 1) == "from" {
        return None;
    }
    let reach = amount.end..ceiling.min(amount.end + REACH);
    let mut clause = reach.take_while(|&at| !matches!(line.raw(at), ";" | ":" | "("));
    let cue = clause.find(|&at| line.low(at + 1) == "from" && change(line.low(at), Part::Adverb).is_some())?;
    let change = change(line.low(cue), Part::Adverb)?;
    let next = cue + 2 + usize::from(line.low(cue + 2) == "the");
    (ceiling <= next + 3).then_some(Moved { change, kind: ChangeKind::To, cue, part: Part::Adverb })
}

/// "5% higher", "34 points lower", "2% up on", "30% more than".
fn adverb_after(line: &Line, amount: &Amount) -> Option<Moved> {
    let at = amount.end;
    if line.is_dash(amount.number_end) {
        return None;
    }
    let next = line.low(at + 1);
    let change = match line.low(at) {
        // "10 mph less than on Mars" compares, "10% less than a year ago" tells a change.
        _ if next == "than" && !is_period(line, at + 2) => return None,
        "more" if next == "than" => Change::Up,
        "less" | "fewer" if next == "than" => Change::Down,
        "up" | "down" if line.is_word(at + 1) && !matches!(next, "on" | "from" | "at" | "in" | "and") => return None,
        "off" => return None,
        _ => change(line.low(at), Part::Adverb)?,
    };
    amount.kind?;
    Some(Moved { change, kind: ChangeKind::By, cue: at, part: Part::Adverb })
}

/// "a 5% drop", "a 7% share price increase".
fn noun_after(line: &Line, amount: &Amount) -> Option<Moved> {
    if amount.kind == Some(Duration) {
        return None;
    }
    let open = |at: usize| line.is_word(at) && line.class(at).is_none_or(|class| class == Class::Verb);
    let cue = (amount.end..amount.end + 4)
        .take_while(|&at| open(at) && (at == amount.end || !super::noun::is_plural(line, at - 1)))
        .find(|&at| change(line.low(at), Part::Noun).is_some())?;
    let heads = !(line.is_word(cue + 1) && line.class(cue + 1).is_none());
    let change = change(line.low(cue), Part::Noun)?;
    heads.then_some(Moved { change, kind: ChangeKind::By, cue, part: Part::Noun })
}

/// "an increase of 5%", "a fall of 40 points".
fn noun_before(line: &Line, amount: &Amount) -> Option<Moved> {
    let first = before_bound(line, amount.first);
    let cue = first.checked_sub(2).filter(|_| line.before(first, 1) == "of")?;
    let change = change(line.low(cue), Part::Noun)?;
    let before = line.class_before(cue, 1);
    let nominal =
        cue > 0 && matches!(before, None | Some(Class::Determiner | Class::Preposition)) && line.is_word(cue - 1);
    nominal.then_some(Moved { change, kind: ChangeKind::By, cue, part: Part::Noun })
}

/// "rose 5%", "fell by 3%", "cut its forecast to 2%", "down 4%".
fn word_before(line: &Line, amount: &Amount, floor: usize) -> Option<Moved> {
    let first = before_bound(line, amount.first);
    let kind = match line.before(first, 1) {
        "to" | "at" => Some(ChangeKind::To),
        "by" => Some(ChangeKind::By),
        _ => None,
    };
    if kind.is_none() && line.before(amount.first, 1) == "the" {
        return None;
    }
    let mut at = first - usize::from(kind.is_some());
    let mut objects = 0;
    while at > floor && first - at < REACH {
        at -= 1;
        let low = line.low(at);
        if let Some((change, part)) =
            cue(low).filter(|&(_, part)| governs(line, amount, Cue { at, part, kind, objects }))
        {
            return Some(Moved { change, kind: kind.unwrap_or(ChangeKind::By), cue: at, part });
        }
        let class = line.class(at);
        let ends = matches!(low, "," | ";" | ":" | "(" | ")")
            || matches!(class, Some(Class::Auxiliary | Class::Relative))
            || class == Some(Class::Conjunction) && !matches!(low, "and" | "or");
        if ends {
            return None;
        }
        objects += usize::from(class != Some(Class::Adverb));
    }
    None
}

/// Which way a word before an amount may say that it went, and as what.
fn cue(word: &str) -> Option<(Change, Part)> {
    let verb = change(word, Part::Verb).map(|change| (change, Part::Verb));
    verb.or_else(|| change(word, Part::Adverb).map(|change| (change, Part::Adverb)))
}

/// A word of change before an amount and what stands between them.
#[derive(Clone, Copy)]
struct Cue {
    at: usize,
    part: Part,
    /// "by" or "to" right before the amount.
    kind: Option<ChangeKind>,
    /// How many words that are no adverbs stand between.
    objects: usize,
}

/// Whether the word of change governs the amount: nothing between, "by" or "to" before the amount, or an object that
/// takes one.
fn governs(line: &Line, amount: &Amount, cue: Cue) -> bool {
    let determined = line.class_before(cue.at, 1) == Some(Class::Determiner);
    let speed = line.low(cue.at).starts_with("accelerat")
        && amount.unit.as_deref().is_some_and(|unit| unit.ends_with("per hour"));
    let idiom =
        line.before(cue.at, 1).starts_with("boil") || matches!(line.before(cue.at, 1), "come" | "comes" | "came");
    match (cue.part, cue.kind) {
        (Part::Adverb, Some(ChangeKind::To)) => cue.objects == 0 && line.low(cue.at) != "up" && !idiom,
        (Part::Adverb, _) => cue.objects == 0 && !idiom,
        _ if determined || speed => false,
        // "cut power to 300 homes": they lost it, and are not what is left.
        (_, Some(ChangeKind::To)) if supplied(line, amount) => false,
        (_, Some(_)) => line.before(before_bound(line, amount.first), 1) != "at" || cue.objects == 0,
        (_, None) => cue.objects == 0 && takes_amount(line, amount, cue.at),
    }
}

/// Whether what stands before "to" and the amount goes to many: "power to 300 homes".
fn supplied(line: &Line, amount: &Amount) -> bool {
    let tie = before_bound(line, amount.first).saturating_sub(1);
    amount.kind == Some(Count) && line.low(tie) == "to" && line.has_before(tie, 1, Set::Supplied)
}

/// Whether the word of change at `at` takes its amount straight: of things that are lost, added and cut ("shed 400 jobs"),
/// or where it can only mean rising and falling ("fell 300 places", not "dropped 12 bombs").
fn takes_amount(line: &Line, amount: &Amount, at: usize) -> bool {
    match amount.kind {
        Some(Duration) => false,
        // "raised $5m" gathers money, it does not say that money grew.
        Some(Money) => !line.low(at).starts_with("rais"),
        Some(Count) => {
            let noun = amount.unit.as_deref().unwrap_or_default();
            is(noun.rsplit(' ').next().unwrap_or_default(), Set::Tradable) || line.has(at, Set::PlainChange)
        }
        _ => true,
    }
}

/// What one amount says of another that it stands beside as the same thing in other units: "190 points, or 0.6%",
/// "100 kilometres (60 miles)", "296 hp (224 kW / 300 PS)".
pub(super) fn is_equivalent(line: &Line, before: &Amount, amount: &Amount) -> bool {
    let first = before_bound(line, amount.first);
    let mut at = before.end;
    at += usize::from(line.raw(at) == ",");
    let tied = matches!(line.low(at), "or" | "(" | "/") && first == at + 1;
    tied && amount.unit.is_some() && before.unit.is_some() && amount.unit != before.unit
}

/// What an amount came to whose change another just gave: "rose 18 sen to RM23.50", "ended down 1% at 1,463 points".
pub(super) fn outcome(line: &Line, before: &Amount, by: Moved, amount: &Amount) -> Option<Moved> {
    let first = before_bound(line, amount.first);
    let comma = usize::from(line.raw(before.end) == ",");
    let tied = matches!(line.before(first, 1), "to" | "at")
        && (first == before.end + 1 + comma || line.low(before.end) == "to" && first == before.end + 3);
    let same = amount.kind == Some(Percent) && before.kind == Some(Percent) && line.before(first, 1) == "at";
    (tied && !same && by.kind == ChangeKind::By && by.part != Part::Noun)
        .then_some(Moved { kind: ChangeKind::To, ..by })
}

/// The verb, noun or adverb of change that "from" before the amount at piece `first` belongs to.
pub(super) fn verb_of_course(line: &Line, first: usize) -> Option<usize> {
    let from = before_bound(line, first).checked_sub(1)?;
    let stop = from.saturating_sub(10);
    let clause = (stop..from).rev().take_while(|&at| !matches!(line.low(at), ";" | ":" | "(" | "which" | "that"));
    clause
        .into_iter()
        .find(|&at| [Part::Verb, Part::Noun, Part::Adverb].iter().any(|&part| change(line.low(at), part).is_some()))
}

/// The piece where the bound before `first` begins, or `first`: "rose by [about] 5%".
pub(super) fn before_bound(line: &Line, first: usize) -> usize {
    let sums = |at: usize| ["total", "average", "limit"].iter().any(|noun| line.reads_before(at, &[noun, "of"]));
    let mut at = first;
    while at > 0 && line.has(at - 1, Set::BoundWord) && (line.low(at - 1) != "of" || sums(at)) {
        at -= 1;
    }
    let tied = |word: &str| cue(word).is_some() || matches!(word, "of" | "worth" | "by" | "at" | "for" | "from");
    let up_to = line.reads_before(at, &["up", "to"]) && at >= 3 && tied(line.before(at, 3));
    match () {
        () if line.low(at) == "least" && line.before(at, 1) == "at" => at - 1,
        () if up_to => at - 2,
        () => at,
    }
}
