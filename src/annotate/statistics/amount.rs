//! Amounts: a numeral with the currency, unit or per cent that stands with it.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::{Dimension, Unit, sign_at, unit_at};
use super::line::Line;
use super::numeral::{Form, Numeral, numeral, small};
use super::statistic::StatisticKind;
use super::words::{Set, is};

/// A numeral and what it counts in, by pieces of its line.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Amount {
    /// The first piece of the whole phrase.
    pub first: usize,
    /// The piece after the whole phrase.
    pub end: usize,
    /// The first piece of the numeral.
    pub number: usize,
    /// The piece after the numeral.
    pub number_end: usize,
    /// The value, or the lower end.
    pub value: f64,
    /// The upper end.
    pub high: Option<f64>,
    /// The earlier value, where the amount is the end of a change's course: "from 3% to 4%".
    pub from: Option<f64>,
    /// The numeral's last scale.
    pub scale: f64,
    /// How the numeral is written.
    pub form: Form,
    /// What kind, where a unit tells.
    pub kind: Option<StatisticKind>,
    /// The unit's name.
    pub unit: Option<Cow<'static, str>>,
    /// ISO 4217 code.
    pub currency: Option<&'static str>,
    /// The rule that decided, in plain words.
    pub rule: &'static str,
}

/// The amount that begins at piece `at`.
pub(super) fn amount(line: &Line, at: usize, comma_is_point: bool) -> Option<Amount> {
    let (open, dashed) = minus_before_sign(line, at);
    let sign = money_sign(line, open);
    let after_sign = sign.map_or(open, |(_, end)| end);
    let (number, negative) = minus(line, after_sign, sign.is_some());
    let numeral = numeral(line, number, comma_is_point)?;
    if sign.is_some_and(|(_, end)| line.is_word(end)) {
        return None;
    }
    let mut found = Amount::bare(at, number, numeral);
    if let Some((unit, _)) = sign {
        found.take_money(line, unit);
    } else {
        found.take_unit(line);
    }
    if dashed {
        found.value = -found.value;
    }
    if negative {
        found.value = -found.value;
        found.first = if line.low(after_sign) == "minus" || sign.is_some() { at } else { after_sign };
    }
    found.take_per(line);
    Some(found)
}

/// "-$20": where the sign begins, and whether a minus stands before it.
fn minus_before_sign(line: &Line, at: usize) -> (usize, bool) {
    let dash =
        line.is_dash(at) && !line.glued(at) && line.glued(at + 1) && matches!(line.raw(at + 1), "$" | "£" | "€" | "¥");
    (at + usize::from(dash), dash)
}

/// A currency sign or code at `at` that belongs to the number behind it.
fn money_sign(line: &Line, at: usize) -> Option<(Unit, usize)> {
    let close = (1..=4).any(|ahead| line.is_digits(at + ahead));
    if !close || line.is_digits(at) || line.low(at) == "a" && !line.glued(at + 1) {
        return None;
    }
    let (unit, end) = sign_at(line, at)?;
    let number = if line.is_dash(end) { end + 1 } else { end };
    // A code in letters ends no other word and begins no name: "PS 2.7m" is an old way to write pounds, "PS5" is not.
    (line.is_digits(number) || matches!(line.raw(number), ".")).then_some((unit, end))
}

/// Where the numeral begins behind a minus sign, and whether there is one.
fn minus(line: &Line, at: usize, signed: bool) -> (usize, bool) {
    let word = line.low(at) == "minus";
    if word {
        let hyphen = usize::from(line.is_dash(at + 1));
        return (at + 1 + hyphen, true);
    }
    let free = signed || !line.glued(at) || line.before(at, 1) == "(";
    let apart = !at.checked_sub(1).is_some_and(|before| line.is_digits(before) || is_acronym(line.raw(before)));
    if matches!(line.raw(at), "-" | "−" | "–") && line.glued(at + 1) && free && apart && line.is_digits(at + 1) {
        return (at + 1, true);
    }
    (at, false)
}

/// Whether a word is all capitals, as names of things with numbers are: "COVID -19".
pub(super) fn is_acronym(word: &str) -> bool {
    word.len() >= 2 && word.chars().all(|c| c.is_ascii_uppercase())
}

impl Amount {
    /// A value in words without a unit, whose numeral is the whole phrase.
    pub(super) const fn spelled(pieces: Range<usize>, value: f64, kind: StatisticKind, rule: &'static str) -> Self {
        let Range { start, end } = pieces;
        Self {
            first: start,
            end,
            number: start,
            number_end: end,
            value,
            high: None,
            from: None,
            scale: 1.0,
            form: Form::Spelled,
            kind: Some(kind),
            unit: None,
            currency: None,
            rule,
        }
    }

    fn bare(first: usize, number: usize, numeral: Numeral) -> Self {
        Self {
            first,
            end: numeral.end,
            number,
            number_end: numeral.end,
            value: numeral.value,
            high: numeral.high,
            from: None,
            scale: numeral.scale,
            form: numeral.form,
            kind: None,
            unit: None,
            currency: None,
            rule: "number",
        }
    }

    /// Whether it is one of something.
    pub fn is_one(&self) -> bool {
        (self.value - 1.0).abs() < f64::EPSILON
    }

    /// Multiplies by a scale letter at the end of the numeral: `5m`, `10k`.
    fn take_letter(&mut self, line: &Line, factor: f64) {
        self.value *= factor;
        self.high = self.high.map(|high| high * factor);
        self.scale *= factor;
        self.form = Form::Written;
        self.end += 1;
        self.number_end = self.end;
        debug_assert!(self.end <= line.len());
    }

    /// Makes it money of the sign before it, with the letters and names that may follow: `$5m`, `$75 U.S.`.
    fn take_money(&mut self, line: &Line, unit: Unit) {
        if let Some(factor) = money_letter(line, self.end) {
            self.take_letter(line, factor);
        }
        self.set(line, unit, "amount with a currency sign");
        if matches!(line.raw(self.end), "US" | "U.S." | "USD" | "CAN" | "Cdn") {
            self.end += 1;
        }
        if matches!(line.low(self.end), "dollars" | "dollar" | "euros" | "pounds") {
            self.end += 1;
        }
    }

    /// Takes the unit behind the numeral.
    fn take_unit(&mut self, line: &Line) {
        if self.form == Form::Vague && line.low(self.end) == "of" && self.take_vague_unit(line) {
            return;
        }
        let part_of =
            self.form == Form::Fraction && matches!(line.low(self.end + 1), "a" | "an") && line.low(self.end) == "of";
        let unit = self.end + if part_of { 2 } else { 0 };
        let nation = matches!(line.low(unit), "us" | "u.s." | "uk" | "imperial") && unit_at(line, unit + 1).is_some();
        if part_of || nation {
            self.take_unit_at(line, unit + usize::from(nation));
        } else {
            self.take_unit_at(line, self.end + usize::from(self.hyphenated(line)));
        }
    }

    /// "tens of millions of dollars".
    fn take_vague_unit(&mut self, line: &Line) -> bool {
        let Some((unit, end)) = unit_at(line, self.end + 1).filter(|(_, end)| unit_is_whole(line, *end)) else {
            return false;
        };
        self.set(line, unit, "number with a unit");
        self.end = end;
        true
    }

    /// Whether a hyphen ties the next word to the numeral: `5-mile`.
    fn hyphenated(&self, line: &Line) -> bool {
        line.is_dash(self.end) && line.is_word(self.end + 1) && (line.glued(self.end) == line.glued(self.end + 1))
    }

    /// Takes the unit at piece `at`.
    pub(super) fn take_unit_at(&mut self, line: &Line, at: usize) {
        if line.glued(at) && self.take_glued(line, at) {
            return;
        }
        let Some((unit, end)) = unit_at(line, at).filter(|(_, end)| unit_is_whole(line, *end)) else { return };
        if is_other_word(line, self, at, end) {
            return;
        }
        self.set(line, unit, rule_of(unit));
        self.end = end;
        if matches!(unit.dimension, Dimension::Money(_))
            && let Some(factor) = super::numeral::scale(line.low(end))
        {
            self.take_letter(line, factor);
        }
    }

    /// Letters that touch the digits and may be a scale: `2.7m users`, `10k`, `4.3M`.
    fn take_glued(&mut self, line: &Line, at: usize) -> bool {
        let factor = match line.raw(at) {
            "m" if !is_metre(line, at) => 1e6,
            "M" => 1e6,
            "k" | "K" => 1e3,
            "b" | "B" if line.is_word(at + 1) && line.class(at + 1).is_none() => 1e9,
            _ => return false,
        };
        self.take_letter(line, factor);
        self.take_unit_at(line, self.end);
        true
    }

    /// Sets unit, kind and currency.
    fn set(&mut self, line: &Line, unit: Unit, rule: &'static str) {
        let pounds = unit.name == "pound-mass" && (self.scale >= 1e6 || near(line, self.number, Set::Payment));
        if pounds && line.is_word(self.end) && line.low(self.end).starts_with("pound") {
            self.unit = Some(Cow::Borrowed("pound sterling"));
            self.currency = Some("GBP");
            self.kind = Some(StatisticKind::Money);
            self.rule = "amount with a currency's name";
            return;
        }
        self.unit = Some(Cow::Borrowed(unit.name));
        self.rule = rule;
        self.kind = Some(match unit.dimension {
            Dimension::Percent => StatisticKind::Percent,
            Dimension::Point => StatisticKind::PercentagePoint,
            Dimension::Money(code) => {
                self.currency = code;
                StatisticKind::Money
            }
            Dimension::Time => StatisticKind::Duration,
            Dimension::Temperature => StatisticKind::Temperature,
            Dimension::Angle if unit.name == "degree" && near(line, self.number, Set::Warmth) => {
                StatisticKind::Temperature
            }
            Dimension::Angle | Dimension::Other => StatisticKind::Measure,
        });
    }

    /// Takes "per barrel", "a month", "-a-day", "/year".
    pub(super) fn take_per(&mut self, line: &Line) {
        let takes = match self.kind {
            None | Some(StatisticKind::Percent | StatisticKind::PercentagePoint | StatisticKind::Temperature) => false,
            Some(_) => true,
        };
        let Some((name, end)) = per(line, self.end).filter(|_| takes) else { return };
        let unit = self.unit.take().unwrap_or_default();
        self.unit = Some(Cow::Owned(format!("{unit} per {name}")));
        self.end = end;
    }
}

/// What an amount is per, at piece `at`, and the piece after it.
pub(super) fn per(line: &Line, at: usize) -> Option<(String, usize)> {
    let hyphen = usize::from(line.is_dash(at) && line.glued(at + 1));
    let word = at + hyphen;
    let noun = word + 1 + usize::from(line.is_dash(word + 1) && line.glued(word + 2));
    let any = match line.low(word) {
        "per" if line.low(noun) != "cent" => true,
        "/" if line.glued(word) => false,
        "a" | "an" | "each" => false,
        _ => return None,
    };
    let measured = |(unit, end): &(Unit, usize)| {
        let moment = !any && unit.dimension == Dimension::Time && line.has(*end, Set::AfterMoment);
        !matches!(unit.dimension, Dimension::Percent | Dimension::Money(_)) && !moment
    };
    if let Some((unit, end)) = unit_at(line, noun).filter(measured) {
        return Some((unit.name.to_owned(), end));
    }
    let low = line.low(noun);
    let usual = is(low, Set::PerNoun) && !line.is_dash(noun + 1);
    ((any || usual) && line.is_word(noun)).then(|| (low.to_owned(), noun + 1))
}

fn rule_of(unit: Unit) -> &'static str {
    match unit.dimension {
        Dimension::Percent => "number with a per cent sign or word",
        Dimension::Point => "number of percentage or basis points",
        Dimension::Money(_) => "amount with a currency's name",
        Dimension::Time => "number with a unit of time",
        Dimension::Temperature => "number with a unit of temperature",
        Dimension::Angle | Dimension::Other => "number with a unit",
    }
}

/// Whether the unit that ends before `end` is not the beginning of a longer word.
fn unit_is_whole(line: &Line, end: usize) -> bool {
    !(line.glued(end) && line.is_digits(end))
}

/// A word that is spelled like a unit but is another word here: "5 in 10", "2 a day", "3 second-half goals".
fn is_other_word(line: &Line, amount: &Amount, at: usize, end: usize) -> bool {
    let spaced = !line.glued(at);
    match line.raw(at) {
        "m" | "p" | "s" | "h" | "c" | "d" | "g" | "l" | "t" if spaced && end == at + 1 => {
            line.raw(at) != "m" && line.raw(at) != "g"
        }
        // "the 1990s", "Model 3s": seconds only with a decimal point.
        "s" => amount.form == Form::Plain,
        "C" | "F" => !near(line, at, Set::Warmth),
        "second" => !amount.is_one() && spaced && small(line.low(at + 2)).is_none() && line.is_dash(at + 1),
        _ => false,
    }
}

/// The factor of a scale letter behind an amount of money.
fn money_letter(line: &Line, at: usize) -> Option<f64> {
    let factor = match line.raw(at) {
        "m" | "M" | "mm" | "MM" => 1e6,
        "b" | "B" => 1e9,
        "t" | "T" => 1e12,
        "k" | "K" => 1e3,
        _ => return None,
    };
    Some(factor)
}

/// Whether the `m` at `at` stands for metres: something about size is near it.
fn is_metre(line: &Line, at: usize) -> bool {
    let size = |word: &str| is(word, Set::Size);
    (1..=3).any(|ahead| size(line.low(at + ahead))) || (2..=6).any(|back| size(line.before(at, back)))
}

/// Whether a word of `set` stands near piece `at`.
fn near(line: &Line, at: usize, set: Set) -> bool {
    (at.saturating_sub(24)..at + 24).any(|at| line.has(at, set))
}
