//! The head of a wire article goes to the meta, and never a sentence with it.

use byline::article::Meta;

use crate::{article_of, shown};

const BODY: &str = "The harbour of the small town was closed on Monday after a crane fell into the water, the port \
    authority said. Nobody was hurt.";

fn head_of(text: &str) -> (Meta, Vec<String>) {
    let loaded = article_of("a.txt", text.as_bytes());
    (loaded.article.meta().clone(), shown(&loaded))
}

fn authors(meta: &Meta) -> Vec<&str> {
    meta.authors.iter().map(AsRef::as_ref).collect()
}

fn published(meta: &Meta) -> String {
    meta.published.map(|moment| moment.to_string()).unwrap_or_default()
}

#[test]
fn a_date_and_a_byline() {
    let text = format!(" date 2026-03-04 4 March 2026 20:21 (UTC+04:00)\n\nBy Alimat Aliyeva\n\n{BODY}\n\n{BODY}");
    let (meta, blocks) = head_of(&text);
    assert_eq!(published(&meta), "2026-03-04T20:21:00+04:00");
    assert_eq!(authors(&meta), ["Alimat Aliyeva"]);
    assert_eq!((meta.title, meta.publisher), (None, None));
    assert_eq!(blocks, [format!("paragraph: {BODY}"), format!("paragraph: {BODY}")]);
}

/// "…, AzerNEWS reports" at the end of a lead may be the outlet itself or the source of another: nothing is concluded.
#[test]
fn an_outlet_that_reports_is_not_taken_for_the_publisher() {
    let (meta, _) =
        head_of("By Ann Lee\n\nThe harbour will open on Friday, the port authority said, AzerNEWS reports.\n");
    assert_eq!(meta.publisher, None);
}

#[test]
fn a_title_stands_in_the_text() {
    let text = format!(
        "Crane Falls Into Harbour\nA blow for the town\n\nBy Ann Lee and Bo Sand, Reuters\nMarch 4, 2026 8:21 PM ET\n\n{BODY}"
    );
    let (meta, blocks) = head_of(&text);
    assert_eq!(meta.title.as_ref().map(AsRef::as_ref), Some("Crane Falls Into Harbour"));
    assert_eq!(authors(&meta), ["Ann Lee", "Bo Sand"]);
    assert_eq!(meta.publisher.as_ref().map(AsRef::as_ref), Some("Reuters"));
    assert_eq!(published(&meta), "2026-03-04T20:21:00-05:00");
    assert_eq!(
        blocks,
        ["title: Crane Falls Into Harbour".into(), "heading: A blow for the town".into(), format!("paragraph: {BODY}")]
    );
}

#[test]
fn a_title_without_any_head() {
    let (meta, blocks) = head_of(&format!("Crane Falls Into Harbour\n\n{BODY}\n"));
    assert_eq!(meta.title.as_ref().map(AsRef::as_ref), Some("Crane Falls Into Harbour"));
    assert_eq!(blocks[0], "title: Crane Falls Into Harbour");
    let (meta, blocks) = head_of(&format!("Port of Aarum\n=============\n\n{BODY}\n"));
    assert_eq!(
        (meta.title.as_ref().map(AsRef::as_ref), blocks[0].as_str()),
        (Some("Port of Aarum"), "title: Port of Aarum")
    );
}

#[test]
fn a_dateline_goes_to_the_meta() {
    let (meta, blocks) = head_of(&format!("BRUSSELS, March 4, 2026 (Reuters) — {BODY}"));
    assert_eq!(meta.place.as_ref().map(AsRef::as_ref), Some("BRUSSELS"));
    assert_eq!(meta.publisher.as_ref().map(AsRef::as_ref), Some("Reuters"));
    assert_eq!(published(&meta), "2026-03-04");
    assert_eq!(blocks, [format!("paragraph: {BODY}")]);
}

#[test]
fn a_dateline_with_a_day_that_nothing_else_tells_stays_too() {
    let text = format!("BRUSSELS, March 4 (Reuters) — {BODY}");
    let (meta, blocks) = head_of(&text);
    assert_eq!(meta.place.as_ref().map(AsRef::as_ref), Some("BRUSSELS"));
    assert_eq!(blocks, [format!("paragraph: {text}")]);
    let (_, blocks) = head_of(&format!("2026-03-04\n\n{text}"));
    assert_eq!(blocks, [format!("paragraph: {BODY}")]);
}

#[test]
fn keys_and_values() {
    let text = format!(
        "Title: Crane falls\nAuthor: Ann Lee\nDate: 4 March 2026\nSource: The Aarum Gazette\nURL: https://example.org/crane\n\n{BODY}"
    );
    let (meta, blocks) = head_of(&text);
    assert_eq!(meta.title.as_ref().map(AsRef::as_ref), Some("Crane falls"));
    assert_eq!(meta.publisher.as_ref().map(AsRef::as_ref), Some("The Aarum Gazette"));
    assert_eq!(meta.url.as_ref().map(AsRef::as_ref), Some("https://example.org/crane"));
    assert_eq!((authors(&meta), published(&meta).as_str()), (vec!["Ann Lee"], "2026-03-04"));
    assert_eq!(blocks, ["title: Crane falls".into(), format!("paragraph: {BODY}")]);
}

#[test]
fn first_paragraphs_are_never_eaten() {
    for text in [
        "Reuters is a news agency. It was founded in London and has many offices all over the world today.",
        "By Monday evening the harbour was open again, the port authority said.",
        "March 4, 2026 was a cold day in Brussels, and nobody went out who did not have to.",
        "Published works of hers fill a shelf.",
        "NATO — the alliance of 32 states — met in Brussels on Monday.",
        "Dear Ann,",
        "Yes.",
        "Source: a person close to the talks.",
    ] {
        let (meta, blocks) = head_of(text);
        assert_eq!(blocks, [format!("paragraph: {text}")]);
        assert_eq!(meta, Meta { id: "a.txt".into(), ..Meta::default() }, "{text}");
    }
}
