//! What a phrase says of a time, before it is known which one is meant.

use jiff::civil::Weekday;

use super::holiday::Holiday;
use super::words::Unit;

/// A time as a phrase tells it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum When {
    /// A day, month or year of the calendar; what the phrase leaves out is `None`.
    Calendar(Calendar),
    /// A year of two digits is never told; this is a whole decade, by its first year: 1990.
    Decade(i16),
    /// A decade without its century: 90.
    Nineties(i8),
    /// A century by its first two digits: 19 for the twentieth.
    Century(i8),
    /// A quarter or half of a year: its first month, 1 to 12, how many it has, and the year where it is told.
    Part(i8, i8, Option<Year>),
    /// A season within a year.
    Season(Year),
    /// A day of the week.
    Weekday(Weekday, Which),
    /// A unit from the one the article was published in, so many away: -1 for "last week", 0 for "this month".
    Near(Unit, i32),
    /// "The year" behind "the end of": the article's own, unless the sentence looks back.
    The(Unit),
    /// A day with a name, and its year where that is told.
    Holiday(Holiday, Option<Year>),
    /// A day of the week so many weeks away: "Tuesday of next week".
    InWeek(Weekday, i32),
    /// The weekend, the past one or the coming one as the sentence has it.
    Weekend,
    /// So many units from the day the article was published; negative for "ago".
    Away(Unit, i32),
    /// The so many units up to the day the article was published, or from it on where negative.
    Past(Unit, i32),
    /// So many units from the date told before: -1 for "the previous day".
    Shift(Unit, i32),
    /// A time, and nobody can say which from the text around it.
    Vague,
}

/// A date of the calendar with what the phrase tells of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Calendar {
    pub year: Option<Year>,
    pub month: Option<i8>,
    pub day: Option<i8>,
}

/// A year, told or seen from the article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Year {
    /// In digits.
    Told(i16),
    /// So many years from the article's.
    Away(i32),
}

impl Year {
    /// The year so many after this one.
    pub fn later(self, years: i16) -> Self {
        match self {
            Self::Told(year) => Self::Told(year + years),
            Self::Away(away) => Self::Away(away + i32::from(years)),
        }
    }
}

/// Which of the many days of one name is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// "on Tuesday": the nearest, before or after as the sentence has it.
    Bare,
    /// "last Tuesday".
    Last,
    /// "this past Tuesday": the one before the article.
    Past,
    /// "this Tuesday".
    This,
    /// "next Tuesday".
    Next,
    /// "the coming Tuesday".
    Coming,
    /// "the Tuesday following the vote": counted from something told before.
    Following,
    /// "every Tuesday", "Tuesdays".
    Every,
}

/// A time of the day, to the minute.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// 0 to 23.
    pub hour: i8,
    /// 0 to 59; `None` where only the hour is told.
    pub minute: Option<i8>,
}

/// A phrase that was found.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Phrase {
    /// What it says of the day; `None` for a time of the day alone.
    pub when: Option<When>,
    /// What it says of the time of the day.
    pub clock: Option<Clock>,
    /// The token after its last.
    pub end: usize,
}
