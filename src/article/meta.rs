//! What is known about an article besides its text.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use crate::text::Clean;

/// Title, authors, date, and where it came from.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Meta {
    /// The path or URL it was read from, or the id it was given; what the record calls `id`.
    pub id: Clean,
    /// The title, without the outlet's name.
    pub title: Option<Clean>,
    /// The authors, one by one, without "By".
    pub authors: Vec<Clean>,
    /// When it was published.
    pub published: Option<Published>,
    /// When it was last changed, where that is told and is not when it was published.
    pub modified: Option<Published>,
    /// The outlet or agency.
    pub publisher: Option<Clean>,
    /// The place of the dateline.
    pub place: Option<Clean>,
    /// Where it can be found on the web.
    pub url: Option<Clean>,
    /// Its language as a BCP 47 tag.
    pub language: Option<Clean>,
    /// The picture that stands for it.
    pub image: Option<Image>,
}

/// A picture on the web.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Image {
    /// Its address, absolute.
    pub url: Clean,
    /// What it shows, in words, for those who do not see it.
    pub alt: Option<Clean>,
}

/// A day, or a moment with its zone where the article tells one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Published {
    /// The day alone.
    Day(Date),
    /// Day and time of an unknown zone.
    Local(DateTime),
    /// Day and time in a zone, given as its distance from UTC.
    Zoned(DateTime, Offset),
}

impl Published {
    /// The day, as written.
    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Local(time) | Self::Zoned(time, _) => time.date(),
        }
    }

    /// Day and time, where a time is known, as written.
    pub fn time(self) -> Option<DateTime> {
        match self {
            Self::Day(_) => None,
            Self::Local(time) | Self::Zoned(time, _) => Some(time),
        }
    }

    /// The moment, where the zone is known.
    pub fn timestamp(self) -> Option<Timestamp> {
        match self {
            Self::Zoned(time, offset) => offset.to_timestamp(time).ok(),
            Self::Day(_) | Self::Local(_) => None,
        }
    }
}

/// ISO 8601: `2026-03-04`, `2026-03-04T20:21:00` or `2026-03-04T20:21:00+04:00`.
impl fmt::Display for Published {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(out, "{date}"),
            Self::Local(time) => write!(out, "{time}"),
            Self::Zoned(time, offset) => {
                let minutes = offset.seconds() / 60;
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(out, "{time}{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}
