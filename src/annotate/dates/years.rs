//! Whether four digits are a year: what stands around them decides.

use super::cursor::Cursor;
use super::words::Piece;

/// What a year stands behind.
const BEFORE: &[&str] = &[
    "in",
    "since",
    "until",
    "till",
    "by",
    "from",
    "of",
    "before",
    "after",
    "during",
    "early",
    "late",
    "mid",
    "through",
    "throughout",
    "between",
    "for",
    "to",
    "circa",
    "around",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "year",
    "season",
    "into",
    "than",
    "like",
];
/// Of these, what a number of things stands behind just as well.
const DOUBTFUL: &[&str] =
    &["by", "of", "from", "to", "for", "around", "between", "before", "after", "into", "than", "like"];
/// Determiners of a noun that has the year before it: "the 2014 protests".
const DETERMINERS: &[&str] =
    &["the", "its", "his", "her", "their", "our", "your", "my", "this", "that", "a", "’s", "'s"];
/// What is counted or measured, and never dated.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "percent",
    "per",
    "points",
    "dollars",
    "euros",
    "pounds",
    "yen",
    "yuan",
    "million",
    "billion",
    "trillion",
    "hundred",
    "thousand",
    "feet",
    "foot",
    "metres",
    "meters",
    "miles",
    "km",
    "kg",
    "kilometres",
    "kilometers",
    "tons",
    "tonnes",
    "square",
    "acres",
    "hectares",
    "days",
    "hours",
    "years",
    "times",
    "workers",
    "members",
    "employees",
    "staff",
    "troops",
    "soldiers",
    "residents",
    "homes",
    "jobs",
    "meter",
    "metre",
];

/// The year that the four digits at `at` can be, whatever stands around them.
pub fn digits(cursor: Cursor, at: usize) -> Option<i16> {
    match cursor.piece(at) {
        Piece::Digits(year @ 1000..=2199, 4) => Some(year as i16),
        _ => None,
    }
}

/// The year at `at`, where the words around say that it is one.
pub fn year(cursor: Cursor, at: usize) -> Option<i16> {
    let year = digits(cursor, at)?;
    let next = at + 1;
    let marked = matches!(cursor.word(next), "%" | "°" | "€" | "£" | "$") || cursor.any(next, COUNTED);
    let glued_dash = cursor.word(next) == "-" && cursor.touches(next) && cursor.is_word(at + 2);
    if marked || glued_dash || matches!(cursor.before(at), "$" | "€" | "£" | "#" | "-" | "." | ":") {
        return None;
    }
    let of_a_year = matches!(cursor.word(next), "levels" | "prices" | "figures" | "standards" | "elections");
    let plural = cursor.is_small(next) && ends_plural(cursor.word(next)) && !of_a_year;
    let told = if cursor.after_any(at, BEFORE) {
        !(plural && cursor.after_any(at, DOUBTFUL))
    } else if cursor.after_any(at, DETERMINERS) {
        year >= 1500 && year != 2000 && (cursor.is_word(next) || closes(cursor, next))
    } else {
        year >= 1500 && (stands_alone(cursor, at) || in_list(cursor, at))
    };
    told.then_some(year)
}

/// Between brackets, commas or the ends of the sentence: "(2008)", "from file, 2008."
fn stands_alone(cursor: Cursor, at: usize) -> bool {
    let opens = at == cursor.start() || matches!(cursor.before(at), "(" | "," | "[" | "–" | "—" | "©");
    opens && closes(cursor, at + 1)
}

/// "in 1997 and 1998": the second of two.
fn in_list(cursor: Cursor, at: usize) -> bool {
    let linked = at >= 2 && cursor.after_any(at, &["and", "or", "to", ",", "–", "-", "/"]);
    linked && digits(cursor, at - 2).is_some() && !ends_plural(cursor.word(at + 1))
}

/// Whether the phrase may end before `at`.
fn closes(cursor: Cursor, at: usize) -> bool {
    matches!(cursor.word(at), "" | "," | "." | ")" | "]" | ";" | ":" | "–" | "—" | "?" | "!")
}

/// A word in the plural, and not a verb.
fn ends_plural(word: &str) -> bool {
    let irregular = ["people", "children", "women", "men"].iter().any(|plural| word.ends_with(plural));
    let regular = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    irregular || regular && !matches!(word, "this" | "does" | "goes")
}
