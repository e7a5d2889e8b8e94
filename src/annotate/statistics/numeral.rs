//! Numerals: digits, spelled-out numbers, fractions, scales and vague plurals ("tens of thousands"), and their values.

use super::line::{Line, Shape};

/// A numeral and its value.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Numeral {
    /// The piece after its last.
    pub end: usize,
    /// The value, scales multiplied in.
    pub value: f64,
    /// The upper end of a vague plural: "dozens" is 12 to 120.
    pub high: Option<f64>,
    /// The last scale word's factor, 1 without one: what a range hands from its second numeral to its first.
    pub scale: f64,
    /// How it is written.
    pub form: Form,
}

/// How a numeral is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    /// Digits alone, nothing between them: what a year or a name may look like.
    Plain,
    /// Digits with separators, a decimal point or a scale.
    Written,
    /// In words.
    Spelled,
    /// Words that only give an order of magnitude: "dozens", "hundreds of thousands".
    Vague,
    /// A fraction of one: "1/2", "¾".
    Fraction,
}

impl Numeral {
    fn new(end: usize, value: f64, form: Form) -> Self {
        Self { end, value, high: None, scale: 1.0, form }
    }
}

/// The numeral that begins at piece `at`.
pub(super) fn numeral(line: &Line, at: usize, comma_is_point: bool) -> Option<Numeral> {
    match line.piece(at)?.shape {
        Shape::Digits => written(line, at, comma_is_point),
        Shape::Mark => leading_point(line, at, comma_is_point).or_else(|| vulgar(line, at)),
        Shape::Word => vague(line, at).or_else(|| spelled(line, at)),
    }
}

/// ".001": a decimal without its zero.
fn leading_point(line: &Line, at: usize, comma_is_point: bool) -> Option<Numeral> {
    let point = line.raw(at) == "." && !line.glued(at) && line.glued(at + 1) && line.is_digits(at + 1);
    let whole = written(line, at + 1, comma_is_point).filter(|_| point && !line.raw(at + 1).contains(['.', ',']))?;
    let fraction: f64 = format!("0.{}", line.raw(at + 1)).parse().ok()?;
    Some(Numeral { value: fraction * whole.scale, form: Form::Written, ..whole })
}

/// The value of digits with their separators: `1,200.50`, `12,34,567`, `1.200.000`, and where the text writes decimals
/// with a comma, `1.200,5`. Dates, addresses and the like have none.
pub(super) fn digits(text: &str, comma_is_point: bool) -> Option<f64> {
    let is_space = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let text: String = text.chars().filter(|&c| !is_space(c)).collect();
    let dots = text.matches('.').count();
    let commas = text.matches(',').count();
    let (whole, point) = match (text.rfind('.'), text.rfind(',')) {
        (None, None) => return text.parse().ok(),
        (Some(dot), None) if dots == 1 && !(comma_is_point && text.len() - dot == 4) => (&text[..dot], dot),
        (None, Some(comma)) if commas == 1 && is_decimal_comma(&text, comma, comma_is_point) => (&text[..comma], comma),
        (Some(dot), Some(comma)) if dot > comma && dots == 1 => (&text[..dot], dot),
        (Some(dot), Some(comma)) if comma > dot && commas == 1 => (&text[..comma], comma),
        _ => (&text[..], text.len()),
    };
    let plain = grouped(whole)?;
    let fraction = text.get(point + 1..).unwrap_or_default();
    format!("{plain}.{fraction}0").parse().ok()
}

/// Whether the one comma of `text`, at `comma`, can only be a decimal one: one, two or more than three digits follow.
fn is_decimal_comma(text: &str, comma: usize, comma_is_point: bool) -> bool {
    let after = text.len() - comma - 1;
    after < 3 || text.starts_with("0,") || (comma_is_point && after == 3)
}

/// `text` without its group marks, where the groups are thousands or Indian lakhs; `None` where they are neither.
fn grouped(text: &str) -> Option<String> {
    let mut groups = text.split([',', '.']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let Some((last, middle)) = rest.split_last() else { return Some(first.to_owned()) };
    let western = middle.iter().all(|group| group.len() == 3) && first.len() <= 3;
    let indian = middle.iter().all(|group| group.len() == 2) && first.len() <= 2 && !middle.is_empty();
    (last.len() == 3 && (western || indian)).then(|| text.replace([',', '.'], ""))
}

/// A numeral that begins with digits.
fn written(line: &Line, at: usize, comma_is_point: bool) -> Option<Numeral> {
    let text = line.raw(at);
    let value = digits(text, comma_is_point)?;
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    let mut found = Numeral::new(at + 1, value, if plain { Form::Plain } else { Form::Written });
    if let Some(fraction) = slashed(line, at) {
        return Some(scaled(line, fraction));
    }
    if let Some(part) = slashed(line, at + 1).filter(|part| plain && !line.glued(at + 1) && part.value < 1.0) {
        return Some(scaled(line, Numeral::new(part.end, value + part.value, Form::Written)));
    }
    if let Some(part) = vulgar(line, at + 1).filter(|_| plain) {
        return Some(scaled(line, Numeral::new(part.end, value + part.value, Form::Written)));
    }
    if let Some((end, factor)) = power_of_ten(line, at + 1) {
        found = Numeral::new(end, value * factor, Form::Written);
    }
    if line.reads(found.end, &["and", "a", "half"]) && plain {
        found = Numeral::new(found.end + 3, value + 0.5, Form::Written);
    }
    Some(scaled(line, found))
}

/// "×10−30" and "x 10^6": where it ends, and the factor.
fn power_of_ten(line: &Line, at: usize) -> Option<(usize, f64)> {
    if !matches!(line.low(at), "×" | "x") || line.raw(at + 1) != "10" {
        return None;
    }
    let mut end = at + 2;
    end += usize::from(line.raw(end) == "^");
    let down = line.is_dash(end);
    end += usize::from(down);
    let power: i32 = line.raw(end).parse().ok().filter(|power| *power <= 100 && line.glued(end))?;
    Some((end + 1, 10f64.powi(if down { -power } else { power })))
}

/// "1/2", "1⁄32": a fraction below one with a usual denominator.
fn slashed(line: &Line, at: usize) -> Option<Numeral> {
    let slash = matches!(line.raw(at + 1), "/" | "⁄") && line.glued(at + 1) && line.glued(at + 2);
    if !slash || !line.is_digits(at) || matches!(line.raw(at + 3), "/" | "⁄") {
        return None;
    }
    let (top, bottom): (f64, f64) = (line.raw(at).parse().ok()?, line.raw(at + 2).parse().ok()?);
    let usual =
        matches!(line.raw(at + 2), "2" | "3" | "4" | "5" | "6" | "8" | "10" | "16" | "32" | "64" | "100" | "128");
    let part = line.low(at + 3) == "of" && top <= 3.0;
    ((usual || part) && top > 0.0 && top < bottom).then(|| Numeral::new(at + 3, top / bottom, Form::Fraction))
}

/// "½" and its like.
fn vulgar(line: &Line, at: usize) -> Option<Numeral> {
    let value = match line.raw(at) {
        "½" => 1.0 / 2.0,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 1.0 / 4.0,
        "¾" => 3.0 / 4.0,
        "⅕" => 1.0 / 5.0,
        "⅖" => 2.0 / 5.0,
        "⅗" => 3.0 / 5.0,
        "⅘" => 4.0 / 5.0,
        "⅙" => 1.0 / 6.0,
        "⅚" => 5.0 / 6.0,
        "⅛" => 1.0 / 8.0,
        "⅜" => 3.0 / 8.0,
        "⅝" => 5.0 / 8.0,
        "⅞" => 7.0 / 8.0,
        _ => return None,
    };
    Some(Numeral::new(at + 1, value, Form::Fraction))
}

/// The same with the scale words that follow: "1.2 million", "3-million", "35 lakh", "2.3bn", "half a million".
fn scaled(line: &Line, mut found: Numeral) -> Numeral {
    while let Some((end, factor)) = scale_at(line, found.end) {
        found = Numeral {
            end,
            value: found.value * factor,
            high: found.high,
            scale: found.scale * factor,
            form: if found.form == Form::Spelled { Form::Spelled } else { Form::Written },
        };
    }
    found
}

/// The scale at piece `at`, over a hyphen if need be: where it ends, and its factor.
fn scale_at(line: &Line, at: usize) -> Option<(usize, f64)> {
    let hyphen = line.is_dash(at) && line.glued(at) && line.glued(at + 1);
    let word = at + usize::from(hyphen);
    let factor = scale(line.low(word)).or_else(|| match line.raw(word) {
        _ if hyphen || !line.is_word(word) => None,
        "bn" | "Bn" | "BN" | "bln" => Some(1e9),
        "mn" | "mln" | "mil" | "Mn" | "MN" => Some(1e6),
        "tn" | "trn" | "tr" | "trln" | "Tn" => Some(1e12),
        "cr" | "Cr" => Some(1e7),
        _ => None,
    })?;
    Some((word + 1, factor))
}

/// The factor of a scale word.
pub(super) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" | "lakhs" => 1e5,
        "million" => 1e6,
        "crore" | "crores" => 1e7,
        "billion" => 1e9,
        "trillion" => 1e12,
        "quadrillion" => 1e15,
        "dozen" => 12.0,
        _ => return None,
    })
}

/// The value of a number word below a hundred, and whether it is a ten that a unit may follow.
pub(super) fn small(word: &str) -> Option<(f64, bool)> {
    let value = match word {
        "zero" => 0.0,
        "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" | "fourty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    };
    Some((value, value >= 20.0))
}

/// "dozens", "hundreds of thousands", "tens of millions": from the number named to ten times as much.
fn vague(line: &Line, at: usize) -> Option<Numeral> {
    let mut value = many(line.low(at))?;
    let mut end = at + 1;
    while line.low(end) == "of"
        && let Some(next) = many(line.low(end + 1))
    {
        value *= next;
        end += 2;
    }
    let alone = end == at + 1;
    let found = Numeral { end, value, high: Some(value * 10.0), scale: 1.0, form: Form::Vague };
    (!alone || value >= 12.0).then_some(found)
}

fn many(word: &str) -> Option<f64> {
    Some(match word {
        "tens" => 10.0,
        "dozens" => 12.0,
        "hundreds" => 1e2,
        "thousands" => 1e3,
        "millions" => 1e6,
        "billions" => 1e9,
        "trillions" => 1e12,
        "lakhs" => 1e5,
        "crores" => 1e7,
        _ => return None,
    })
}

/// A number in words: "twenty-five", "one hundred and five", "two and a half million", "half a million", "a dozen".
fn spelled(line: &Line, at: usize) -> Option<Numeral> {
    let (first, article) = match line.low(at) {
        "a" | "an" if scale(line.low(at + 1)).is_some() => (at + 1, true),
        "a" if line.low(at + 1) == "quarter" => return part_of_scale(line, at + 1, 0.25),
        "a" if line.low(at + 1) == "half" => return part_of_scale(line, at + 1, 0.5),
        "half" | "quarter" => return part_of_scale(line, at, if line.low(at) == "half" { 0.5 } else { 0.25 }),
        "three" if line.reads(at + 1, &["quarters"]) => return part_of_scale(line, at + 1, 0.75),
        _ => (at, false),
    };
    let mut sum = Sum::begin(article);
    let mut end = first;
    while let Some(next) = sum.take(line, end) {
        end = next;
    }
    if end == first {
        return None;
    }
    let mut found = Numeral { end, value: sum.value(), high: None, scale: sum.scale, form: Form::Spelled };
    if line.reads(end, &["and", "a", "half"]) {
        let step = if sum.scale > 1.0 { sum.scale } else { 1.0 };
        found = scaled(line, Numeral { end: end + 3, value: found.value + step / 2.0, ..found });
    }
    Some(found)
}

/// "half a million", "a quarter million", "half-million": a part of a scale.
fn part_of_scale(line: &Line, at: usize, part: f64) -> Option<Numeral> {
    let mut end = at + 1;
    end += usize::from(line.low(end) == "of" && line.low(end + 1) == "a");
    end += usize::from(matches!(line.low(end), "a" | "-"));
    let factor = scale(line.low(end)).filter(|_| line.is_word(end))?;
    Some(Numeral { end: end + 1, value: part * factor, high: None, scale: factor, form: Form::Spelled })
}

/// A number in words as it adds up.
struct Sum {
    total: f64,
    group: f64,
    scale: f64,
    last: Last,
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Last {
    Nothing,
    Ten,
    Small,
    Scale,
}

impl Sum {
    /// Nothing yet, or the one that an article stands for: "a hundred".
    fn begin(article: bool) -> Self {
        let (group, last) = if article { (1.0, Last::Small) } else { (0.0, Last::Nothing) };
        Self { total: 0.0, group, scale: 1.0, last }
    }

    /// Takes the number word at `at`, over a hyphen or "and" where one may stand, and says where it ends.
    fn take(&mut self, line: &Line, at: usize) -> Option<usize> {
        let started = self.last != Last::Nothing;
        let hyphen = started && line.is_dash(at) && line.glued(at) && line.glued(at + 1);
        let and = self.last == Last::Scale && line.low(at) == "and";
        let word = at + usize::from(hyphen || and);
        if !line.is_word(word) || (line.glued(word) && !hyphen) && started {
            return None;
        }
        let low = line.low(word);
        if let Some((value, ten)) = small(low) {
            let fits = match self.last {
                Last::Nothing => true,
                Last::Scale => !and || self.scale <= 1e3,
                Last::Ten => !ten && (1.0..10.0).contains(&value),
                Last::Small => false,
            };
            // "two thousand eleven" goes on, but "one million five people" is hardly ever meant.
            fits.then(|| {
                self.group += value;
                self.last = if ten { Last::Ten } else { Last::Small };
                word + 1
            })
        } else {
            let factor = scale(low).filter(|_| started && !and)?;
            self.grow(factor);
            self.last = Last::Scale;
            Some(word + 1)
        }
    }

    fn grow(&mut self, factor: f64) {
        if factor <= 100.0 {
            self.group = self.group.max(1.0) * factor;
        } else if self.group == 0.0 {
            self.total *= factor;
        } else {
            self.total += self.group * factor;
            self.group = 0.0;
        }
        self.scale = factor;
    }

    fn value(&self) -> f64 {
        self.total + self.group
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn value(text: &str) -> Option<(f64, Option<f64>, usize)> {
        let line = Line::new(text, TextRange::new(0, text.len()).expect("short"));
        let found = numeral(&line, 0, false)?;
        Some((found.value, found.high, line.range(0, found.end).end()))
    }

    #[test]
    fn whole_numerals_have_their_value() {
        let cases = [
            ("1,200.50", 1200.5),
            ("12,34,567", 1_234_567.0),
            ("1.200.000", 1_200_000.0),
            ("3,5", 3.5),
            ("10 000", 10_000.0),
            ("1.2 million", 1_200_000.0),
            ("2.3bn", 2.3e9),
            ("35 lakh", 3_500_000.0),
            ("two and a half million", 2_500_000.0),
            ("a million and a half", 1_500_000.0),
            ("half a million", 500_000.0),
            ("half-million", 500_000.0),
            ("a quarter million", 250_000.0),
            ("three quarters of a billion", 750_000_000.0),
            ("twenty-five", 25.0),
            ("one hundred and five", 105.0),
            ("two thousand three hundred and twelve", 2312.0),
            ("twenty-eight thousand six hundred forty-two", 28_642.0),
            ("four hundred thousand", 400_000.0),
            ("a dozen", 12.0),
            ("two dozen", 24.0),
            ("2 1/2", 2.5),
            ("2½", 2.5),
            ("1/4", 0.25),
            ("1.99×10−30", 1.99e-30),
        ];
        for (text, expected) in cases {
            let (value, _, end) = value(text).unwrap_or_else(|| panic!("no numeral in {text}"));
            assert!((value - expected).abs() <= expected.abs() * 1e-9, "{text} is {value}");
            assert_eq!(end, text.len(), "{text}");
        }
    }

    #[test]
    fn vague_plurals_span_a_magnitude() {
        assert_eq!(value("tens of thousands"), Some((1e4, Some(1e5), 17)));
        assert_eq!(value("dozens of people"), Some((12.0, Some(120.0), 6)));
        assert_eq!(value("tens of us"), None);
    }

    #[test]
    fn addresses_and_dates_are_no_numerals() {
        for text in ["192.168.1.1", "10.10.2020", "1,2,3", "a", "and five"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
