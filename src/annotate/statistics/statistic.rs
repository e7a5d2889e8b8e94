//! What a statistic is: the types that the rest of byline sees.

use crate::text::TextRange;

use super::super::ClaimId;

/// A number that the article gives, and what it says.
#[derive(Clone, PartialEq, Debug)]
pub struct Statistic {
    /// The whole phrase, in bytes: the number with its unit or noun.
    pub range: TextRange,
    /// The numeral alone, in bytes.
    pub number: TextRange,
    /// What kind of number.
    pub kind: StatisticKind,
    /// The value in units of `unit`; of a range, its lower end.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// The unit's canonical English name, singular: `percentage`, `kilometre`, `euro`; of a count, its noun.
    pub unit: Option<String>,
    /// ISO 4217 code, of money.
    pub currency: Option<&'static str>,
    /// Whether the value is a bound.
    pub bound: Option<Bound>,
    /// Which way it went.
    pub change: Option<Change>,
    /// Whether it went by or to this value.
    pub change_kind: Option<ChangeKind>,
    /// The earlier value, where the text gives it.
    pub from: Option<f64>,
    /// What is measured, in bytes.
    pub of: Option<TextRange>,
    /// What it is compared with, in bytes: "compared to the previous day".
    pub since: Option<TextRange>,
    /// The time that it is of, in bytes: "2018", "last year".
    pub period: Option<TextRange>,
    /// The claim that holds it.
    pub claim: Option<ClaimId>,
}

/// What kind of number a statistic is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum StatisticKind {
    /// Parts of a hundred or a thousand.
    Percent,
    /// Difference of two percentages; basis points are hundredths of one.
    PercentagePoint,
    /// An amount of money.
    Money,
    /// A number of things.
    Count,
    /// A number without a unit.
    Number,
    /// "one in five", "two-thirds".
    Ratio,
    /// "doubled", "2.5 times".
    Multiple,
    /// A quantity with a physical unit.
    Measure,
    /// A stretch of time.
    Duration,
    /// How old.
    Age,
    /// How warm.
    Temperature,
    /// A rank.
    Ordinal,
    /// The result of a game or vote.
    Score,
}

/// Whether a value is a bound.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Bound {
    /// "about", "nearly".
    About,
    /// "more than", "at least".
    More,
    /// "less than", "up to".
    Less,
}

/// Which way something went.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Change {
    /// Rose.
    Up,
    /// Fell.
    Down,
}

/// Whether a value is the change or its outcome.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ChangeKind {
    /// "rose by 5%".
    By,
    /// "rose to 5%".
    To,
}

impl StatisticKind {
    /// All kinds, in the order that lists show them.
    pub const ALL: [Self; 13] = [
        Self::Percent,
        Self::PercentagePoint,
        Self::Money,
        Self::Count,
        Self::Number,
        Self::Ratio,
        Self::Multiple,
        Self::Measure,
        Self::Duration,
        Self::Age,
        Self::Temperature,
        Self::Ordinal,
        Self::Score,
    ];

    /// The name of the kind in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::PercentagePoint => "percentage_point",
            Self::Money => "money",
            Self::Count => "count",
            Self::Number => "number",
            Self::Ratio => "ratio",
            Self::Multiple => "multiple",
            Self::Measure => "measure",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Temperature => "temperature",
            Self::Ordinal => "ordinal",
            Self::Score => "score",
        }
    }
}

impl Bound {
    /// The name of the bound in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::More => "more",
            Self::Less => "less",
        }
    }
}

impl Change {
    /// The name of the change in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

impl ChangeKind {
    /// The name of the kind in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::To => "to",
        }
    }
}

/// A statistic of that kind, value and unit, with nothing around it.
#[cfg(test)]
pub(super) fn sample(kind: StatisticKind, value: f64, unit: &str) -> Statistic {
    Statistic {
        range: TextRange::default(),
        number: TextRange::default(),
        kind,
        value,
        high: None,
        unit: (!unit.is_empty()).then(|| unit.to_owned()),
        currency: None,
        bound: None,
        change: None,
        change_kind: None,
        from: None,
        of: None,
        since: None,
        period: None,
        claim: None,
    }
}
