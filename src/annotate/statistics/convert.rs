//! Conversions that people want beside a statistic: miles and kilometres, degrees, pounds and kilograms, "one in five" as
//! a percentage. Currencies are never converted.

use super::display::plain;
use super::statistic::{ChangeKind, Statistic, StatisticKind};

/// What units are converted to, and by which factor; the factors are exact by definition, or rounded past the digits shown.
const FACTORS: &[(&str, &str, f64)] = &[
    ("mile", "km", 1.609_344),
    ("kilometre", "miles", 0.621_371),
    ("nautical mile", "km", 1.852),
    ("yard", "m", 0.9144),
    ("foot", "m", 0.3048),
    ("metre", "ft", 3.280_84),
    ("inch", "cm", 2.54),
    ("centimetre", "in", 0.393_701),
    ("pound-mass", "kg", 0.453_592_37),
    ("kilogram", "lb", 2.204_623),
    ("ounce", "g", 28.349_523),
    ("mile per hour", "km/h", 1.609_344),
    ("kilometre per hour", "mph", 0.621_371),
    ("knot", "km/h", 1.852),
    ("acre", "ha", 0.404_686),
    ("hectare", "acres", 2.471_054),
    ("square foot", "m²", 0.092_903),
    ("square metre", "sq ft", 10.763_91),
    ("square mile", "km²", 2.589_988),
    ("square kilometre", "sq miles", 0.386_102),
    ("gallon", "litres", 3.785_412),
    ("short ton", "tonnes", 0.907_185),
    ("horsepower", "kW", 0.745_7),
];

impl Statistic {
    /// The same quantity in the unit that other readers know, to three digits: "500 miles" is "805 km", "one in five"
    /// is "20 %". `None` where nobody needs one.
    pub fn converted(&self) -> Option<String> {
        let unit = self.unit.as_deref().unwrap_or_default();
        match self.kind {
            StatisticKind::Ratio if self.value < 1.0 => Some(format!("{} %", self.both(|value| value * 100.0))),
            StatisticKind::Temperature => self.other_degrees(unit),
            StatisticKind::Measure => {
                let (_, to, factor) = FACTORS.iter().find(|(from, ..)| *from == unit)?;
                Some(format!("{} {to}", self.both(|value| value * factor)))
            }
            _ => None,
        }
    }

    /// Celsius in Fahrenheit and the other way round; a difference of degrees has no offset.
    fn other_degrees(&self, unit: &str) -> Option<String> {
        let offset = if self.change_kind == Some(ChangeKind::By) { 0.0 } else { 32.0 };
        match unit {
            "celsius" => Some(format!("{} °F", self.both(|value| value * 9.0 / 5.0 + offset))),
            "fahrenheit" => Some(format!("{} °C", self.both(|value| (value - offset) * 5.0 / 9.0))),
            _ => None,
        }
    }

    /// The value, of a range both ends, converted and rounded to three digits.
    fn both(&self, convert: impl Fn(f64) -> f64) -> String {
        let shown = |value: f64| plain(rounded(convert(value)));
        self.high.map_or_else(|| shown(self.value), |high| format!("{}–{}", shown(self.value), shown(high)))
    }
}

/// `value` to three significant digits.
fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let factor = 10f64.powi(2 - value.abs().log10().floor() as i32);
    (value * factor).round() / factor
}

#[cfg(test)]
mod tests {
    use super::super::statistic::sample;
    use super::*;

    #[test]
    fn what_people_want_is_converted() {
        use StatisticKind::{Measure, Money, Ratio, Temperature};
        let cases = [
            (Measure, 500.0, "mile", Some("805 km")),
            (Measure, 100.0, "kilometre per hour", Some("62.1 mph")),
            (Measure, 6.0, "foot", Some("1.83 m")),
            (Measure, 150.0, "pound-mass", Some("68 kg")),
            (Measure, 3.0, "sievert", None),
            (Temperature, 30.0, "celsius", Some("86 °F")),
            (Temperature, -40.0, "fahrenheit", Some("−40 °C")),
            (Ratio, 0.2, "", Some("20 %")),
            (Ratio, 3.0, "", None),
            (Money, 5.0, "dollar", None),
        ];
        for (kind, value, unit, expected) in cases {
            assert_eq!(sample(kind, value, unit).converted().as_deref(), expected, "{value} {unit}");
        }
    }

    #[test]
    fn a_range_is_converted_at_both_ends_and_a_difference_without_offset() {
        let range = Statistic { high: Some(10.0), ..sample(StatisticKind::Measure, 5.0, "mile") };
        assert_eq!(range.converted().as_deref(), Some("8.05–16.1 km"));
        let warmer =
            Statistic { change_kind: Some(ChangeKind::By), ..sample(StatisticKind::Temperature, 1.5, "celsius") };
        assert_eq!(warmer.converted().as_deref(), Some("2.7 °F"));
    }
}
