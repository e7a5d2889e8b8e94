//! A statistic's value and unit as a reader sees them: "$2.3 bn", "295 %", "1 in 5", "5–7 miles per hour".

use std::fmt;

use super::statistic::{Statistic, StatisticKind};

impl fmt::Display for Statistic {
    /// Writes the value, of a range both ends, with its unit; bounds, changes and bases are left to the caller.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = self.unit.as_deref().unwrap_or_default();
        match self.kind {
            StatisticKind::Percent if unit == "per mille" => write!(f, "{} ‰", self.number_text(plain)),
            StatisticKind::Percent => write!(f, "{} %", self.number_text(plain)),
            StatisticKind::Money => self.write_money(f, unit),
            StatisticKind::Ratio => f.write_str(&ratio(self.value)),
            StatisticKind::Multiple => write!(f, "{} ×", self.number_text(plain)),
            StatisticKind::Ordinal => f.write_str(&ordinal(self.value)),
            StatisticKind::Score => write!(f, "{}–{}", plain(self.value), plain(self.high.unwrap_or_default())),
            StatisticKind::Temperature => write!(f, "{}{}", self.number_text(plain), degrees(unit)),
            StatisticKind::Age => {
                let unit = unit.strip_suffix(" of age").unwrap_or(unit);
                write!(f, "{} {} old", self.number_text(plain), self.counted(unit))
            }
            _ if unit.is_empty() => f.write_str(&self.number_text(worded)),
            _ => write!(f, "{} {}", self.number_text(worded), self.counted(unit)),
        }
    }
}

impl Statistic {
    /// The value, of a range both ends, each written by `write`.
    fn number_text(&self, write: fn(f64) -> String) -> String {
        self.high.map_or_else(|| write(self.value), |high| format!("{}–{}", write(self.value), write(high)))
    }

    fn write_money(&self, f: &mut fmt::Formatter<'_>, unit: &str) -> fmt::Result {
        let (name, per) = unit.split_once(" per ").map_or((unit, None), |(name, per)| (name, Some(per)));
        let minor =
            matches!(name, "cent" | "penny" | "sen" | "centavo" | "centime" | "rappen" | "kopek" | "paisa" | "dime");
        match self.currency.filter(|_| !minor) {
            Some(code) => write!(f, "{}{}", sign(code), self.number_text(short))?,
            None => write!(f, "{} {}", self.number_text(short), self.counted(name))?,
        }
        per.map_or(Ok(()), |per| write!(f, " per {per}"))
    }

    /// The unit's name as the value needs it: "mile", "miles per hour".
    fn counted(&self, unit: &str) -> String {
        let one = self.high.is_none() && (self.value.abs() - 1.0).abs() < f64::EPSILON;
        if one { unit.to_owned() } else { plural(unit) }
    }
}

/// What stands before an amount in the currency.
fn sign(code: &str) -> String {
    match code {
        "USD" => "$".to_owned(),
        "GBP" => "£".to_owned(),
        "EUR" => "€".to_owned(),
        "JPY" => "¥".to_owned(),
        "INR" => "₹".to_owned(),
        "AUD" => "A$".to_owned(),
        "CAD" => "C$".to_owned(),
        "NZD" => "NZ$".to_owned(),
        "HKD" => "HK$".to_owned(),
        _ => format!("{code} "),
    }
}

fn degrees(unit: &str) -> &'static str {
    match unit {
        "celsius" => " °C",
        "fahrenheit" => " °F",
        "kelvin" => " K",
        _ => "°",
    }
}

/// The name of several units: its first word's plural, "feet", "miles per hour".
fn plural(unit: &str) -> String {
    let (head, per) =
        unit.split_once(" per ").map_or((unit, String::new()), |(head, per)| (head, format!(" per {per}")));
    let (front, last) = head.rsplit_once(' ').map_or(("", head), |(front, last)| (front, last));
    let many = match last {
        "foot" => "feet".to_owned(),
        "inch" => "inches".to_owned(),
        "person" => "people".to_owned(),
        "man" | "woman" => last.replace("an", "en"),
        "child" => "children".to_owned(),
        "hertz" | "horsepower" | "people" | "staff" | "celsius" | "fahrenheit" | "yen" | "yuan" | "baht" | "rand" => {
            last.to_owned()
        }
        _ if last.ends_with('s') || last.ends_with("hertz") || last.contains("-per-") => last.to_owned(),
        _ if ["ch", "sh", "x"].iter().any(|end| last.ends_with(end)) => format!("{last}es"),
        _ => match last.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
            _ => format!("{last}s"),
        },
    };
    let space = if front.is_empty() { "" } else { " " };
    format!("{front}{space}{many}{per}")
}

/// "1 in 5", "2 in 3", "3 to 1": the ratio in the smallest whole numbers that give it.
fn ratio(value: f64) -> String {
    if value >= 1.0 {
        return format!("{} to 1", plain(value));
    }
    let whole = |below: u32| (value * f64::from(below)).round();
    let below = (1..=100).find(|&below| (whole(below) / f64::from(below) - value).abs() < 1e-4);
    below.map_or_else(|| plain(value), |below| format!("{} in {below}", whole(below)))
}

/// "1st", "22nd", "113th"; below zero, counted from the end.
fn ordinal(value: f64) -> String {
    let place = value.abs();
    let suffix = match (place % 10.0, place % 100.0) {
        (_, 11.0..=13.0) => "th",
        (1.0, _) => "st",
        (2.0, _) => "nd",
        (3.0, _) => "rd",
        _ => "th",
    };
    let from_the_end = if value < 0.0 { " from the end" } else { "" };
    format!("{}{suffix}{from_the_end}", plain(place))
}

/// A number with its thousands apart and no more than two decimals, three where it is below one tenth.
pub(super) fn plain(value: f64) -> String {
    if value != 0.0 && value.abs() < 0.001 || value.abs() >= 1e15 {
        return format!("{value:e}");
    }
    let decimals = if value.abs() < 0.1 { 4 } else { 2 };
    let text = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    let sign = if value < 0.0 { "−" } else { "" };
    format!("{sign}{}{point}{fraction}", thousands(whole))
}

fn thousands(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A large number with its scale as a letter: "2.3 bn".
fn short(value: f64) -> String {
    scaled(value, [" m", " bn", " tn"])
}

/// A large number with its scale as a word: "2.3 billion".
fn worded(value: f64) -> String {
    scaled(value, [" million", " billion", " trillion"])
}

fn scaled(value: f64, names: [&str; 3]) -> String {
    let (factor, name) = match value.abs() {
        1e6..1e9 => (1e6, names[0]),
        1e9..1e12 => (1e9, names[1]),
        1e12..1e15 => (1e12, names[2]),
        _ => (1.0, ""),
    };
    plain(value / factor) + name
}

#[cfg(test)]
mod tests {
    use super::super::statistic::sample;
    use super::*;

    #[test]
    fn values_read_as_people_write_them() {
        use StatisticKind::{
            Age, Count, Duration, Measure, Money, Multiple, Ordinal, Percent, Ratio, Score, Temperature,
        };
        let cases = [
            (Percent, 295.0, None, "percentage", None, "295 %"),
            (Percent, 5.0, Some(7.0), "percentage", None, "5–7 %"),
            (Money, 2.3e9, None, "dollar", Some("USD"), "$2.3 bn"),
            (Money, 1200.0, None, "euro", Some("EUR"), "€1,200"),
            (Money, 45.0, None, "indian rupee per kilogram", Some("INR"), "₹45 per kilogram"),
            (Money, 5e6, Some(7e6), "swiss franc", Some("CHF"), "CHF 5 m–7 m"),
            (Money, 75.0, None, "cent", None, "75 cents"),
            (Count, 2.2e9, None, "user", None, "2.2 billion users"),
            (Count, 1.0, None, "judge", None, "1 judge"),
            (Count, 3.0, None, "city", None, "3 cities"),
            (Measure, 6.0, None, "foot", None, "6 feet"),
            (Measure, 155.0, None, "mile per hour", None, "155 miles per hour"),
            (Duration, 0.5, None, "hour", None, "0.5 hours"),
            (Age, 27.0, None, "year of age", None, "27 years old"),
            (Temperature, -12.0, None, "celsius", None, "−12 °C"),
            (Ratio, 0.2, None, "", None, "1 in 5"),
            (Ratio, 2.0 / 3.0, None, "", None, "2 in 3"),
            (Ratio, 3.0, None, "", None, "3 to 1"),
            (Multiple, 2.5, None, "time", None, "2.5 ×"),
            (Ordinal, 22.0, None, "", None, "22nd"),
            (Ordinal, 112.0, None, "", None, "112th"),
            (Ordinal, -2.0, None, "", None, "2nd from the end"),
            (Score, 3.0, Some(1.0), "", None, "3–1"),
        ];
        for (kind, value, high, unit, currency, shown) in cases {
            let statistic = Statistic { high, currency, ..sample(kind, value, unit) };
            assert_eq!(statistic.to_string(), shown);
        }
    }

    #[test]
    fn very_small_and_very_large_numbers_stay_short() {
        assert_eq!(plain(1.99e-29), "1.99e-29");
        assert_eq!(plain(0.0123), "0.0123");
        assert_eq!(plain(1_234_567.891), "1,234,567.89");
    }
}
