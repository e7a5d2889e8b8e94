//! Bounds: "more than", "up to", "nearly", "or so".

use super::amount::Amount;
use super::line::Line;
use super::statistic::Bound::{About, Less, More};
use super::statistic::{Bound, StatisticKind};
use super::words::Class;

/// Words before an amount that bound it; the longer first where one ends another.
const BEFORE: &[(&[&str], Bound)] = &[
    (&["no", "more", "than"], Less),
    (&["not", "more", "than"], Less),
    (&["no", "greater", "than"], Less),
    (&["no", "higher", "than"], Less),
    (&["no", "later", "than"], Less),
    (&["no", "longer", "than"], Less),
    (&["no", "less", "than"], More),
    (&["not", "less", "than"], More),
    (&["no", "fewer", "than"], More),
    (&["no", "lower", "than"], More),
    (&["more", "than"], More),
    (&["greater", "than"], More),
    (&["higher", "than"], More),
    (&["larger", "than"], More),
    (&["bigger", "than"], More),
    (&["longer", "than"], More),
    (&["older", "than"], More),
    (&["better", "than"], More),
    (&["faster", "than"], More),
    (&["upward", "of"], More),
    (&["upwards", "of"], More),
    (&["north", "of"], More),
    (&["in", "excess", "of"], More),
    (&["at", "least"], More),
    (&["minimum", "of"], More),
    (&["as", "few", "as"], More),
    (&["as", "little", "as"], More),
    (&["over", "than"], More),
    (&["over"], More),
    (&["above"], More),
    (&["beyond"], More),
    (&["exceed"], More),
    (&["exceeds"], More),
    (&["exceeded"], More),
    (&["exceeding"], More),
    (&["topping"], More),
    (&["less", "than"], Less),
    (&["fewer", "than"], Less),
    (&["lower", "than"], Less),
    (&["smaller", "than"], Less),
    (&["shorter", "than"], Less),
    (&["younger", "than"], Less),
    (&["cheaper", "than"], Less),
    (&["south", "of"], Less),
    (&["up", "to"], Less),
    (&["at", "most"], Less),
    (&["maximum", "of"], Less),
    (&["as", "many", "as"], Less),
    (&["as", "much", "as"], Less),
    (&["as", "high", "as"], Less),
    (&["under"], Less),
    (&["below"], Less),
    (&["sub", "-"], Less),
    (&["close", "to"], About),
    (&["in", "the", "region", "of"], About),
    (&["on", "the", "order", "of"], About),
    (&["somewhere", "around"], About),
    (&["about"], About),
    (&["around"], About),
    (&["roughly"], About),
    (&["approximately"], About),
    (&["approx"], About),
    (&["approx", "."], About),
    (&["nearly"], About),
    (&["almost"], About),
    (&["virtually"], About),
    (&["circa"], About),
    (&["estimated"], About),
    (&["some"], About),
    (&["near"], About),
    (&["nearing"], About),
    (&["approaching"], About),
    (&["~"], About),
    (&["≈"], About),
    (&[">"], More),
    (&["≥"], More),
    (&["<"], Less),
    (&["≤"], Less),
];

/// Words behind an amount that bound it.
const AFTER: &[(&[&str], Bound)] = &[
    (&["or", "more"], More),
    (&["or", "older"], More),
    (&["or", "above"], More),
    (&["or", "over"], More),
    (&["or", "higher"], More),
    (&["or", "greater"], More),
    (&["or", "better"], More),
    (&["and", "over"], More),
    (&["and", "above"], More),
    (&["and", "older"], More),
    (&["plus"], More),
    (&["-", "plus"], More),
    (&["+"], More),
    (&["or", "less"], Less),
    (&["or", "fewer"], Less),
    (&["or", "under"], Less),
    (&["or", "younger"], Less),
    (&["or", "below"], Less),
    (&["and", "under"], Less),
    (&["and", "younger"], Less),
    (&["or", "so"], About),
    (&["-", "odd"], About),
    (&["odd"], About),
    (&["-", "ish"], About),
];

/// The bound of `amount`, and the pieces that say so.
pub(super) fn bound(line: &Line, amount: &Amount) -> Option<(Bound, usize, usize)> {
    // "from up to 252 miles to 287": the bound is that of the earlier value.
    let first = if amount.from.is_some() { amount.number } else { amount.first };
    before(line, first)
        .filter(|&(_, start, _)| !is_other_over(line, amount, start))
        .or_else(|| after(line, amount.number_end))
        .or_else(|| after(line, amount.end))
}

/// "spend it over five years" and "took over 12 firms": no bound. "It took over five years" is one.
fn is_other_over(line: &Line, amount: &Amount, start: usize) -> bool {
    let taken = matches!(line.before(start, 1), "take" | "takes" | "taking" | "took" | "taken");
    if line.low(start) == "over" && taken && amount.kind != Some(StatisticKind::Duration) {
        return true;
    }
    let spans = line.low(start) == "over" && amount.kind == Some(StatisticKind::Duration);
    let lasts = matches!(
        line.class_before(start, 1),
        Some(Class::Verb | Class::Auxiliary | Class::Preposition | Class::Adverb | Class::Conjunction)
    );
    spans && start > 0 && !lasts
}

/// The bound that ends at piece `first`, over an article: "about a third", "an estimated", "the more than 300".
fn before(line: &Line, first: usize) -> Option<(Bound, usize, usize)> {
    let mut end = first;
    if matches!(line.before(end, 1), "a" | "an" | "the" | "$") && first > 1 {
        end -= 1;
    }
    let article = line.low(end) == "the";
    [first, end].into_iter().find_map(|end| {
        let last = line.before(end, 1);
        let reads = |words: &[&str]| words.last() == Some(&last) && line.reads_before(end, words);
        let &(words, bound) = BEFORE.iter().find(|(words, _)| reads(words))?;
        let start = end - words.len();
        // "higher than the 3% level": what it is compared with is no bound.
        let compares =
            article && end < first && matches!(words.last(), Some(&("than" | "over" | "above" | "below" | "under")));
        (!compares && fits(line, words, start, end)).then_some((bound, start, end))
    })
}

/// Whether the words mean a bound here: "some" stands before a numeral only, and nothing is "all over 12 counties".
fn fits(line: &Line, words: &[&str], start: usize, end: usize) -> bool {
    match words {
        ["some"] => !matches!(line.low(end), "of" | "a" | "the" | "one"),
        ["over" | "above" | "below" | "under" | "near"] => !matches!(line.before(start, 1), "all" | "from"),
        _ => true,
    }
}

fn after(line: &Line, end: usize) -> Option<(Bound, usize, usize)> {
    let &(words, bound) = AFTER.iter().find(|(words, _)| line.reads(end, words))?;
    let plus = words == ["plus"] || words == ["odd"];
    // "50 plus 20" adds; "50-plus people" bounds.
    let adds = plus && (line.is_digits(end + 1) || super::numeral::small(line.low(end + 1)).is_some());
    (!adds).then_some((bound, end, end + words.len()))
}
