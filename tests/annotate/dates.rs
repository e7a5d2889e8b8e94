//! Dates: `{phrase|value}` or `{phrase|value..high}`; `?` where it is to stay unresolved. Every sentence stands in an
//! article published on Wednesday, 2026-03-04.

use byline::annotate::annotate;
use byline::article::{ArticleBuilder, Meta, Published};
use byline::text::TextRange;

use crate::marked::{parse, write};

/// A line each: what is found, and nothing else.
const SENTENCES: &str = include_str!("dates.txt");

/// The dates in `text`, as they are written in the table.
fn found(text: &str, published: Option<Published>) -> Vec<(TextRange, String)> {
    let meta = Meta { published, ..Meta::default() };
    let article = ArticleBuilder::verbatim(meta, text.to_owned());
    let annotations = annotate(&article);
    let label = |value: &Option<String>, high: &Option<String>| match (value, high) {
        (Some(value), Some(high)) => format!("{value}..{high}"),
        (Some(value), None) => value.clone(),
        _ => "?".to_owned(),
    };
    annotations.dates().map(|(_, _, date)| (date.range, label(&date.value, &date.high))).collect()
}

fn wednesday() -> Published {
    Published::Day("2026-03-04".parse().expect("a day"))
}

#[test]
fn dates_are_found_and_resolved() {
    let lines = SENTENCES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let wrong: Vec<_> = lines
        .filter_map(|line| {
            let marked = parse(line);
            let told = write(&marked.text, &found(&marked.text, Some(wednesday())));
            (told != write(&marked.text, &marked.marks)).then(|| format!("expected {line}\n   found {told}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn without_the_articles_date_nothing_relative_is_resolved() {
    let text = "On Tuesday it said sales fell in March 2025, after rising last year.";
    let values: Vec<_> = found(text, None).into_iter().map(|(range, value)| (range.of(text), value)).collect();
    assert_eq!(values, [("Tuesday", "?".into()), ("March 2025", "2025-03".into()), ("last year", "?".into())]);
}

#[test]
fn the_date_in_the_head_will_do() {
    let text = "Friday, March 6, 2026\n\nThe council met on Tuesday.";
    assert_eq!(found(text, None)[1].1, "2026-03-03");
}

#[test]
fn an_article_full_of_numbers_is_quick() {
    let text = "from 3 to 4 and between 5 and 6 of the last 7 a ".repeat(20_000);
    let start = std::time::Instant::now();
    found(&text, Some(wednesday()));
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
