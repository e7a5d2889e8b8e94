//! Change: which way a quantity went, by or to how much, and from where.

use super::amount::Amount;
use super::line::Line;
use super::statistic::{Change, ChangeKind};
use super::words::{Class, Part, Set, change, class, is};

/// How far before an amount its verb of change may stand, in pieces.
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

/// How `amount` says that something changed; `floor` is the piece after the amount before it.
pub(super) fn moved(line: &Line, amount: &Amount, floor: usize) -> Option<Moved> {
    if let Some(from) = amount.from {
        let change = if amount.value < from { Change::Down } else { Change::Up };
        return Some(Moved { change, kind: ChangeKind::To, cue: amount.first, part: Part::Verb });
    }
    adverb_after(line, amount)
        .or_else(|| noun_after(line, amount))
        .or_else(|| noun_before(line, amount))
        .or_else(|| word_before(line, amount, floor))
}

/// "5% higher", "34 points lower", "2% up on", "30% more than".
fn adverb_after(line: &Line, amount: &Amount) -> Option<Moved> {
    let at = amount.end;
    let compared = line.low(at + 1) == "than" && matches!(line.low(at), "more" | "less" | "fewer");
    let change = match line.low(at) {
        "more" if compared => Change::Up,
        "less" | "fewer" if compared => Change::Down,
        "up" | "down" if line.is_word(at + 1) && !matches!(line.low(at + 1), "on" | "from" | "at" | "in" | "and") => {
            return None;
        }
        "off" => return None,
        _ => change(line.low(at), Part::Adverb)?,
    };
    let size = !matches!(
        amount.kind,
        None | Some(super::statistic::StatisticKind::Age | super::statistic::StatisticKind::Ordinal)
    );
    size.then_some(Moved { change, kind: ChangeKind::By, cue: at, part: Part::Adverb })
}

/// "a 5% drop", "a 7% share price increase".
fn noun_after(line: &Line, amount: &Amount) -> Option<Moved> {
    let mut at = amount.end;
    while at < amount.end + 4 && line.is_word(at) && class(line.low(at)).is_none_or(|class| class == Class::Verb) {
        if let Some(change) = change(line.low(at), Part::Noun)
            && !(line.is_word(at + 1) && class(line.low(at + 1)).is_none())
            && amount.kind != Some(super::statistic::StatisticKind::Ordinal)
            && amount.kind != Some(super::statistic::StatisticKind::Duration)
        {
            return Some(Moved { change, kind: ChangeKind::By, cue: at, part: Part::Noun });
        }
        if line.is_plural_like(at) {
            return None;
        }
        at += 1;
    }
    None
}

/// "an increase of 5%", "a fall to 3%", "growth in sales of 4%".
fn noun_before(line: &Line, amount: &Amount) -> Option<Moved> {
    let first = before_bound(line, amount.first);
    let tie = first.checked_sub(1)?;
    let kind = match line.low(tie) {
        "of" | "by" => ChangeKind::By,
        "to" => ChangeKind::To,
        _ => return None,
    };
    let at = tie.checked_sub(1)?;
    let noun = change(line.low(at), Part::Noun)?;
    let nominal = at > 0
        && matches!(class(line.before(at, 1)), None | Some(Class::Determiner | Class::Preposition))
        && line.is_word(at - 1);
    (nominal && kind == ChangeKind::By && line.low(tie) == "of").then_some(Moved {
        change: noun,
        kind,
        cue: at,
        part: Part::Noun,
    })
}

/// "rose 5%", "fell by 3%", "cut its forecast to 2%", "down 4%".
fn word_before(line: &Line, amount: &Amount, floor: usize) -> Option<Moved> {
    let first = before_bound(line, amount.first);
    let mut kind = None;
    let mut at = first;
    let mut objects = 0;
    while at > floor && first - at < REACH {
        at -= 1;
        let low = line.low(at);
        let verb = change(low, Part::Verb).or_else(|| change(low, Part::Adverb));
        if let Some(change) = verb
            && governs(line, amount, at, kind, objects)
        {
            let part = if self::change(low, Part::Verb).is_some() { Part::Verb } else { Part::Adverb };
            return Some(Moved { change, kind: kind.unwrap_or(ChangeKind::By), cue: at, part });
        }
        match low {
            "to" | "at" if at + 1 == first => kind = Some(ChangeKind::To),
            "by" if at + 1 == first => kind = Some(ChangeKind::By),
            "," | ";" | ":" | "(" | ")" | "that" | "which" | "who" | "while" | "but" | "as" | "because" | "when" => {
                return None;
            }
            _ if class(low) == Some(Class::Auxiliary) => return None,
            _ if class(low) == Some(Class::Adverb) => {}
            _ => objects += 1,
        }
    }
    None
}

/// Whether the word of change at `at` governs the amount: nothing between, "by" or "to" before the amount, or an object
/// that takes one.
fn governs(line: &Line, amount: &Amount, at: usize, kind: Option<ChangeKind>, objects: usize) -> bool {
    if is_noun(line, at) {
        return false;
    }
    let adverb = change(line.low(at), Part::Adverb).is_some() && change(line.low(at), Part::Verb).is_none();
    if adverb {
        return objects == 0
            && (kind.is_none()
                || kind == Some(ChangeKind::By)
                || line.before(amount.first, 1) == "to" && line.low(at) != "up");
    }
    if kind.is_some() {
        return line.before(amount.first, 1) != "at" || objects == 0;
    }
    objects == 0 && takes_amount(line, amount, at)
}

/// Whether the word at `at` is a noun here: "the rise in".
fn is_noun(line: &Line, at: usize) -> bool {
    let before = line.before(at, 1);
    let determined =
        matches!(class(before), Some(Class::Determiner)) && !matches!(before, "all" | "both" | "each" | "some");
    let adverb = change(line.low(at), Part::Adverb).is_some();
    determined && !adverb
}

/// Verbs that lose, gain, add or cut things take their amount straight; of plain counts only those that rise and fall.
fn takes_amount(line: &Line, amount: &Amount, at: usize) -> bool {
    use super::statistic::StatisticKind::{Age, Count, Duration, Number, Ordinal, Score};
    match amount.kind {
        Some(Age | Ordinal | Score | Duration) => false,
        Some(Count | Number) | None => {
            let noun = amount.unit.as_deref().unwrap_or_default();
            let tradable = is(noun.rsplit(' ').next().unwrap_or_default(), Set::Tradable);
            tradable || is(line.low(at), Set::PlainChange)
        }
        _ => true,
    }
}

/// The piece where the bound before `first` begins, or `first`.
pub(super) fn before_bound(line: &Line, first: usize) -> usize {
    let mut at = first;
    while at > 0
        && is(line.low(at - 1), Set::BoundWord)
        && !(line.low(at - 1) == "of"
            && !line.reads_before(at, &["total", "of"])
            && !line.reads_before(at, &["average", "of"])
            && !line.reads_before(at, &["limit", "of"]))
    {
        at -= 1;
    }
    if line.reads_before(at, &["at"]) && line.low(at) == "least"
        || line.reads_before(at, &["up", "to"]) && at >= 3 && change(line.before(at, 3), Part::Verb).is_some()
    {
        at -= if line.low(at) == "least" { 1 } else { 2 };
    }
    at
}
