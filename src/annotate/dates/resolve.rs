//! Which day, week or year a phrase means, seen from the day the article was published. Unsure stays unresolved.

use std::fmt;

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::holiday::Holiday;
use super::tense::Tense;
use super::when::{Calendar, When, Which, Year};
use super::words::Unit;

/// What is known where a phrase stands.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    /// The day the article was published.
    pub published: Option<Date>,
    /// Which way the sentence looks.
    pub tense: Tense,
    /// The time told last, anywhere before.
    pub told: Option<Point>,
    /// The time told last in the same sentence.
    pub told_here: Option<Point>,
}

/// A time as exact as it is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Point {
    /// Its first day.
    pub first: Date,
    /// How exact it is.
    pub grain: Unit,
}

/// One time, or the first and last of a stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Resolved {
    pub from: Point,
    pub to: Option<Point>,
}

/// ISO 8601; decades and centuries as ISO 8601-2 has them, `199X` and `19XX`.
impl fmt::Display for Point {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.first;
        match self.grain {
            Unit::Week => {
                let week = date.iso_week_date();
                write!(out, "{:04}-W{:02}", week.year(), week.week())
            }
            Unit::Month | Unit::Quarter => write!(out, "{:04}-{:02}", date.year(), date.month()),
            Unit::Year => write!(out, "{:04}", date.year()),
            Unit::Decade => write!(out, "{:03}X", date.year() / 10),
            Unit::Century => write!(out, "{:02}XX", date.year() / 100),
            Unit::Clock | Unit::Day | Unit::Weekend => write!(out, "{date}"),
        }
    }
}

impl Point {
    /// The unit of size `grain` that holds `date`.
    fn of(date: Date, grain: Unit) -> Option<Self> {
        let first = match grain {
            Unit::Clock | Unit::Day => date,
            Unit::Weekend => forward(monday(date)?, 5)?,
            Unit::Week => monday(date)?,
            Unit::Month => date.first_of_month(),
            Unit::Quarter => Date::new(date.year(), (date.month() - 1) / 3 * 3 + 1, 1).ok()?,
            Unit::Year => date.first_of_year(),
            Unit::Decade => Date::new(date.year() / 10 * 10, 1, 1).ok()?,
            Unit::Century => Date::new(date.year() / 100 * 100, 1, 1).ok()?,
        };
        Some(Self { first, grain })
    }

    const fn day(date: Date) -> Self {
        Self { first: date, grain: Unit::Day }
    }
}

impl Resolved {
    const fn one(from: Point) -> Self {
        Self { from, to: None }
    }

    /// Weekends and quarters are told by their first and last part.
    fn whole(point: Point) -> Option<Self> {
        let last = match point.grain {
            Unit::Weekend => Point::day(forward(point.first, 1)?),
            Unit::Quarter => Point::of(moved(point.first, Unit::Month, 2)?, Unit::Month)?,
            _ => return Some(Self::one(point)),
        };
        Some(Self { from: Point { first: point.first, grain: last.grain }, to: Some(last) })
    }
}

/// What `when` means; `None` where that is not sure.
pub fn resolve(when: When, anchor: &Anchor) -> Option<Resolved> {
    match when {
        When::Calendar(date) => calendar(date, anchor).map(Resolved::one),
        When::Decade(year) => decade(year).map(Resolved::one),
        // Of two centuries that are at hand only the one with a twenties and a tens behind it is in doubt.
        When::Nineties(tens @ 30..) => decade(1900 + i16::from(tens)).map(Resolved::one),
        When::Century(hundreds) => {
            Point::of(Date::new(i16::from(hundreds) * 100, 1, 1).ok()?, Unit::Century).map(Resolved::one)
        }
        When::Part(month, months, year) => {
            let first = Date::new(year_of(year?, anchor)?, month, 1).ok()?;
            let last = Point::of(moved(first, Unit::Month, i32::from(months) - 1)?, Unit::Month)?;
            Some(Resolved { from: Point::of(first, Unit::Month)?, to: Some(last) })
        }
        When::Season(year) => Point::of(Date::new(year_of(year, anchor)?, 1, 1).ok()?, Unit::Year).map(Resolved::one),
        When::Weekday(day, which) => weekday(day, which, anchor).map(Point::day).map(Resolved::one),
        When::The(_) if anchor.tense == Tense::Past => None,
        When::The(unit) => near(anchor.published?, unit, 0),
        When::Near(unit, away) => near(anchor.published?, unit, away),
        When::Holiday(holiday, year) => holiday_on(holiday, year, anchor).map(Point::day).map(Resolved::one),
        When::InWeek(day, weeks) => {
            let monday = monday(moved(anchor.published?, Unit::Week, weeks)?)?;
            forward(monday, i32::from(day.to_monday_zero_offset())).map(Point::day).map(Resolved::one)
        }
        When::Weekend => Resolved::whole(weekend(anchor)?),
        When::Away(unit, away) => Some(Resolved::one(Point::of(moved(anchor.published?, unit, away)?, unit)?)),
        When::Past(unit, count) => {
            let here = Point::of(anchor.published?, unit)?;
            let there = Point::of(moved(anchor.published?, unit, -count)?, unit)?;
            let (from, to) = if count > 0 { (there, here) } else { (here, there) };
            Some(Resolved { from, to: Some(to) })
        }
        When::Shift(unit, away) => shift(anchor.told_here?, unit, away),
        When::Nineties(_) | When::Vague => None,
    }
}

fn decade(year: i16) -> Option<Point> {
    Point::of(Date::new(year, 1, 1).ok()?, Unit::Decade)
}

fn year_of(year: Year, anchor: &Anchor) -> Option<i16> {
    match year {
        Year::Told(year) => Some(year),
        Year::Away(away) => Some(moved(anchor.published?, Unit::Year, away)?.year()),
    }
}

/// A date of the calendar; a year that is left out is found by the tense, else it is the nearest.
fn calendar(date: Calendar, anchor: &Anchor) -> Option<Point> {
    let grain = match date {
        Calendar { day: Some(_), .. } => Unit::Day,
        Calendar { month: Some(_), .. } => Unit::Month,
        _ => Unit::Year,
    };
    let on = |year| Date::new(year, date.month.unwrap_or(1), date.day.unwrap_or(1)).ok();
    if let Some(year) = date.year {
        return Point::of(on(year_of(year, anchor)?)?, grain);
    }
    let here = Point::of(anchor.published?, grain)?.first;
    Point::of(nearest(here, on, grain == Unit::Month, anchor.tense)?, grain)
}

/// The day in the year of `here` or one beside it that the tense points to.
fn nearest(here: Date, on: impl Fn(i16) -> Option<Date>, whole_month: bool, tense: Tense) -> Option<Date> {
    let years = [here.year() - 1, here.year(), here.year() + 1].into_iter().filter_map(on);
    match tense {
        Tense::Past if whole_month => years.filter(|day| *day <= here).max(),
        Tense::Future => years.filter(|day| *day >= here).min(),
        // A day in the past tense may still be some days ahead: "announced a vote on March 20".
        Tense::Past | Tense::Unknown => years.min_by_key(|day| (day.duration_since(here).as_hours() / 24).abs()),
    }
}

/// The day of a holiday: in the year told, else the nearest.
fn holiday_on(holiday: Holiday, year: Option<Year>, anchor: &Anchor) -> Option<Date> {
    match year {
        Some(year) => holiday.on(year_of(year, anchor)?),
        None => nearest(anchor.published?, |year| holiday.on(year), false, anchor.tense),
    }
}

/// The day of the week that is meant.
fn weekday(day: Weekday, which: Which, anchor: &Anchor) -> Option<Date> {
    let here = anchor.published?;
    let ahead = i32::from(day.to_monday_zero_offset()) - i32::from(here.weekday().to_monday_zero_offset());
    // Days to the next one from today on, and to the last one up to today.
    let (next, last) = (ahead.rem_euclid(7), -(-ahead).rem_euclid(7));
    let strictly_next = if next == 0 { 7 } else { next };
    let strictly_last = if last == 0 { -7 } else { last };
    match which {
        Which::Bare if anchor.tense == Tense::Future => forward(here, next),
        Which::Bare => forward(here, last),
        Which::Past => forward(here, strictly_last),
        Which::Coming => forward(here, strictly_next),
        Which::This => forward(here, ahead),
        // In the same week it may be either of two.
        Which::Last => forward(here, strictly_last).filter(|found| monday(*found) < monday(here)),
        Which::Next => forward(here, strictly_next).filter(|found| monday(*found) > monday(here)),
        Which::Following => only_one_between(day, anchor.told?.first, here),
        Which::Every => None,
    }
}

/// The only day of that name from `first` to `last`, if there is just one.
fn only_one_between(day: Weekday, first: Date, last: Date) -> Option<Date> {
    let ahead = i32::from(day.to_monday_zero_offset()) - i32::from(first.weekday().to_monday_zero_offset());
    let found = forward(first, ahead.rem_euclid(7))?;
    (found <= last && forward(found, 7)? > last).then_some(found)
}

/// A unit so many away from the one that holds `here`.
fn near(here: Date, unit: Unit, away: i32) -> Option<Resolved> {
    let weekend_here = here.weekday().to_monday_zero_offset() >= 5;
    let away = match unit {
        // On a Monday "next weekend" may be this week's or next week's.
        Unit::Weekend if away > 0 => return None,
        Unit::Weekend if away < 0 && !weekend_here => -1,
        _ => away,
    };
    let moved = moved(here, if unit == Unit::Weekend { Unit::Week } else { unit }, away)?;
    Resolved::whole(Point::of(moved, unit)?)
}

/// The weekend that a sentence means.
fn weekend(anchor: &Anchor) -> Option<Point> {
    let here = anchor.published?;
    let in_it = here.weekday().to_monday_zero_offset() >= 5;
    let weeks = if in_it || anchor.tense == Tense::Future { 0 } else { -1 };
    Point::of(moved(here, Unit::Week, weeks)?, Unit::Weekend)
}

/// So many units from a time that was told.
pub fn shift(told: Point, unit: Unit, away: i32) -> Option<Resolved> {
    if told.grain > unit {
        return None;
    }
    let grain = if away == 0 { unit } else { told.grain };
    Resolved::whole(Point::of(moved(told.first, unit, away)?, grain)?)
}

/// `date` so many units away.
fn moved(date: Date, unit: Unit, away: i32) -> Option<Date> {
    let span = match unit {
        Unit::Clock | Unit::Weekend => return None,
        Unit::Day => Span::new().try_days(away),
        Unit::Week => Span::new().try_weeks(away),
        Unit::Month => Span::new().try_months(away),
        Unit::Quarter => Span::new().try_months(away.checked_mul(3)?),
        Unit::Year => Span::new().try_years(away),
        Unit::Decade => Span::new().try_years(away.checked_mul(10)?),
        Unit::Century => Span::new().try_years(away.checked_mul(100)?),
    };
    date.checked_add(span.ok()?).ok()
}

/// So many days after `date`.
fn forward(date: Date, days: i32) -> Option<Date> {
    moved(date, Unit::Day, days)
}

/// The Monday of the week that holds `date`.
fn monday(date: Date) -> Option<Date> {
    forward(date, -i32::from(date.weekday().to_monday_zero_offset()))
}
