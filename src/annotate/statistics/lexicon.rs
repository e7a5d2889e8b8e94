//! Units and currencies, read from `assets/lexicon` the first time that one is asked for.

use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

use super::line::Line;

const UNITS: &str = include_str!("../../../assets/lexicon/units.tsv");
const CURRENCIES: &str = include_str!("../../../assets/lexicon/currencies.tsv");

/// The longest unit, in pieces: `revolutions per minute` has three, `kilometres-per-hour` five.
const LONGEST: usize = 5;

/// What a unit's word or symbol stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    /// The canonical English name, singular.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
}

/// What a unit measures, as far as the rules tell them apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Dimension {
    /// Hundredths or thousandths.
    Percent,
    /// Percentage points and basis points.
    Point,
    /// Money, with its ISO 4217 code where the name stands for one currency.
    Money(Option<&'static str>),
    /// Seconds to millennia.
    Time,
    /// Degrees of warmth.
    Temperature,
    /// Degrees of arc, or of warmth where the text is about the weather.
    Angle,
    /// Everything else.
    Other,
}

struct Lexicon {
    /// By words, small and singular, joined by single spaces.
    words: HashMap<String, Unit>,
    /// By symbol as written, without spaces; the flag says that it counts only where it touches the number.
    symbols: HashMap<&'static str, (Unit, bool)>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon { words: HashMap::with_capacity(1024), symbols: HashMap::with_capacity(512) };
        for (name, kind, words, symbols) in entries(UNITS) {
            lexicon.add(Unit { name, dimension: dimension(kind) }, words, symbols);
        }
        for (code, name, words, symbols) in entries(CURRENCIES) {
            let code = (code != "-").then_some(code);
            lexicon.add(Unit { name, dimension: Dimension::Money(code) }, words, symbols);
        }
        lexicon
    })
}

/// The four columns of each line that is no comment.
fn entries(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str, &'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next().unwrap_or_default(), columns.next().unwrap_or_default()))
    })
}

fn dimension(kind: &str) -> Dimension {
    match kind {
        "percent" => Dimension::Percent,
        "point" => Dimension::Point,
        "time" => Dimension::Time,
        "temperature" => Dimension::Temperature,
        "angle" => Dimension::Angle,
        _ => Dimension::Other,
    }
}

impl Lexicon {
    fn add(&mut self, unit: Unit, words: &'static str, symbols: &'static str) {
        for word in words.split(';').filter(|word| !word.is_empty()) {
            let key: Vec<String> = word.split([' ', '-']).map(singular).collect();
            self.words.entry(key.join(" ")).or_insert(unit);
        }
        for symbol in symbols.split(';').filter(|symbol| !symbol.is_empty()) {
            let (symbol, glued) = symbol.strip_prefix('~').map_or((symbol, false), |symbol| (symbol, true));
            self.symbols.entry(symbol).or_insert((unit, glued));
        }
    }
}

/// The unit that begins at piece `at`, and the piece after it: the longest that the lexicon has.
pub(super) fn unit_at(line: &Line, at: usize) -> Option<(Unit, usize)> {
    let lexicon = lexicon();
    (1..=LONGEST).rev().find_map(|count| {
        let end = at + count;
        if end > line.len() {
            return None;
        }
        let found = lexicon.symbol(line, at, end).or_else(|| lexicon.word(line, at, end));
        found.map(|unit| (unit, end))
    })
}

/// The currency sign or code that begins at piece `at` with a number behind it, and the piece after it: `$`, `US$`,
/// `HK $`, `EUR`.
pub(super) fn sign_at(line: &Line, at: usize) -> Option<(Unit, usize)> {
    (1..=4usize).rev().find_map(|count| {
        let end = at + count;
        if end >= line.len() {
            return None;
        }
        let key = joined(line, at, end);
        if key == "PS" && is_amount_of_pounds(line, end) {
            return lexicon().symbols.get("£").map(|&(unit, _)| (unit, end));
        }
        let known = lexicon().symbols.get(key.as_str());
        let known = known.or_else(|| {
            key.ends_with('$').then(|| key.to_ascii_uppercase()).and_then(|key| lexicon().symbols.get(key.as_str()))
        });
        let &(unit, _) = known.filter(|(unit, glued)| matches!(unit.dimension, Dimension::Money(_)) && !glued)?;
        Some((unit, end))
    })
}

/// Whether the digits at `at` make pounds of a "PS" before them, which is what `£` becomes in plain ASCII: "PS2.7m",
/// "PS21,700", but "PS5" is a thing to play with.
fn is_amount_of_pounds(line: &Line, at: usize) -> bool {
    let text = line.raw(at);
    line.glued(at) && (text.contains(['.', ',']) || text.len() >= 3 || line.glued(at + 1) && line.is_word(at + 1))
}

impl Lexicon {
    fn symbol(&self, line: &Line, at: usize, end: usize) -> Option<Unit> {
        let touching = (at + 1..end).all(|piece| line.glued(piece));
        let slice = line.range(at, end).of(line.text());
        let &(unit, glued_only) = self.symbols.get(slice).filter(|_| touching || end - at <= 2)?;
        (line.glued(at) || !glued_only).then_some(unit)
    }

    fn word(&self, line: &Line, at: usize, end: usize) -> Option<Unit> {
        if !line.is_word(at) || !line.is_word(end - 1) {
            return None;
        }
        let mut key = String::with_capacity(24);
        for piece in at..end {
            let low = line.low(piece);
            if line.is_dash(piece) && line.glued(piece) && line.glued(piece + 1) {
                continue;
            }
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&singular(low));
        }
        self.words.get(&key).copied()
    }
}

/// The pieces `first..end` as written, without the spaces between them.
fn joined(line: &Line, first: usize, end: usize) -> String {
    (first..end).map(|piece| line.raw(piece)).collect()
}

/// The singular of a unit's word, made small.
fn singular(word: &str) -> String {
    match word {
        "feet" => "foot".to_owned(),
        "inches" => "inch".to_owned(),
        "centuries" => "century".to_owned(),
        "currencies" => "currency".to_owned(),
        "millennia" => "millennium".to_owned(),
        "pennies" => "penny".to_owned(),
        _ if word.len() > 3 && word.ends_with('s') => word[..word.len() - 1].to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextRange;

    fn unit(text: &str) -> Option<(&'static str, usize)> {
        let line = Line::new(text, TextRange::new(0, text.len()).expect("short"));
        unit_at(&line, 0).map(|(unit, end)| (unit.name, line.range(0, end).end()))
    }

    #[test]
    fn the_longest_unit_wins() {
        let cases = [
            ("miles per hour", "mile per hour"),
            ("degrees Celsius", "celsius"),
            ("°C", "celsius"),
            ("km/h", "kilometre per hour"),
            ("lb-ft", "foot pound-force"),
            ("sq m", "square metre"),
            ("square feet", "square foot"),
            ("FEET", "foot"),
            ("per cent", "percentage"),
            ("percentage points", "percentage point"),
            ("Swiss francs", "swiss franc"),
        ];
        for (text, name) in cases {
            assert_eq!(unit(text), Some((name, text.len())), "{text}");
        }
    }

    #[test]
    fn every_line_of_the_lexicons_has_its_columns() {
        for (line, column) in UNITS.lines().map(|line| (line, 3)).chain(CURRENCIES.lines().map(|line| (line, 4))) {
            assert!(line.starts_with('#') || line.split('\t').count() >= column, "{line}");
        }
    }
}
