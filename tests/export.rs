//! The formats that leave the program, each read back: what is written says the same as what was found.

use byline::annotate::{Annotations, annotate};
use byline::article::Loaded;
use byline::export::{Finding, Format, Id, TextFormat};
use byline::load::{Options, bundled};
use serde_json::Value;

/// The bundled articles with what is found in them.
fn articles() -> Vec<(Loaded, Annotations)> {
    let mut articles = Vec::new();
    for loaded in bundled().into_articles(&Options::default()) {
        let loaded = loaded.expect("at hand");
        let annotations = annotate(&loaded.article);
        articles.push((loaded, annotations));
    }
    articles
}

fn written(format: Format, loaded: &Loaded, annotations: &Annotations) -> String {
    let mut out = Vec::new();
    format.begin(&mut out).expect("written");
    format.write(&Finding { id: &Id::Text("a".into()), loaded, annotations }, &mut out).expect("written");
    String::from_utf8(out).expect("UTF-8")
}

/// The characters `start..end` of `text`.
fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

/// The rows of a CSV file by RFC 4180.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().expect("a row");
        let cell = row.last_mut().expect("a cell");
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => (),
            '\n' if !quoted => rows.push(vec![String::new()]),
            c => cell.push(c),
        }
    }
    rows.pop();
    rows
}

#[test]
fn csv_has_a_row_for_every_mark_with_all_columns() {
    for (loaded, annotations) in articles() {
        let rows = rows(&written(Format::Csv, &loaded, &annotations));
        assert_eq!(rows.len(), annotations.marks().len() + 1);
        for row in &rows[1..] {
            assert_eq!(row.len(), rows[0].len(), "{row:?}");
            let (start, end) = (row[1].parse().expect("a number"), row[2].parse().expect("a number"));
            if row[3] != "claim" {
                assert_eq!(row[5], slice(loaded.article.text(), start, end));
            }
        }
    }
}

#[test]
fn brat_offsets_name_the_words_beside_them() {
    for (loaded, annotations) in articles() {
        let ann = written(Format::Brat, &loaded, &annotations);
        let spans = ann.lines().filter(|line| line.starts_with('T'));
        let mut count = 0;
        for span in spans {
            let parts: Vec<&str> = span.split('\t').collect();
            let (_, offsets) = parts[1].split_once(' ').expect("a type");
            let pieces = offsets.split(';').map(|piece| {
                let (start, end) = piece.split_once(' ').expect("two offsets");
                slice(loaded.article.text(), start.parse().expect("a number"), end.parse().expect("a number"))
            });
            assert_eq!(pieces.collect::<Vec<_>>().join(" "), parts[2]);
            count += 1;
        }
        assert!(count >= annotations.marks().len());
    }
}

#[test]
fn conll_tokens_stand_where_they_say() {
    for (loaded, annotations) in articles() {
        let columns = written(Format::Conll, &loaded, &annotations);
        let mut inside = false;
        for line in columns.lines().skip(1).filter(|line| !line.is_empty()) {
            let parts: Vec<&str> = line.split(' ').collect();
            let (start, end) = (parts[1].parse().expect("a number"), parts[2].parse().expect("a number"));
            assert_eq!(parts[0], slice(loaded.article.text(), start, end));
            assert!(!parts[3].starts_with("I-") || inside, "{line} begins inside a name");
            inside = parts[3] != "O";
        }
    }
}

#[test]
fn web_annotations_quote_what_they_point_to() {
    for (loaded, annotations) in articles() {
        let page: Value = serde_json::from_str(&written(Format::Webanno, &loaded, &annotations)).expect("JSON");
        let items = page["items"].as_array().expect("items");
        assert_eq!(items.len(), annotations.marks().len());
        for item in items {
            let selector = &item["target"]["selector"];
            let at = |name: &str| usize::try_from(selector[0][name].as_u64().expect("a number")).expect("small");
            assert_eq!(selector[1]["exact"], slice(loaded.article.text(), at("start"), at("end")));
        }
    }
}

#[test]
fn the_page_shows_the_whole_text() {
    for (loaded, annotations) in articles() {
        let page = written(Format::Html, &loaded, &annotations);
        let (_, body) = page.split_once("<article>").expect("an article");
        let mut shown = String::new();
        let mut in_tag = false;
        for c in body.chars() {
            match c {
                '<' => in_tag = true,
                '>' => in_tag = false,
                c if !in_tag => shown.push(c),
                _ => (),
            }
        }
        let shown = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        for block in loaded.article.blocks() {
            assert!(shown.contains(block.range.of(loaded.article.text())), "{block:?} is missing");
        }
    }
}

#[test]
fn the_report_names_every_entity() {
    for (loaded, annotations) in articles() {
        let report = written(Format::Markdown, &loaded, &annotations).replace('\\', "");
        for entity in annotations.entities() {
            assert!(report.contains(&format!("- **{}** (", entity.name)), "{} is missing", entity.name);
        }
    }
}

#[test]
fn markdown_reads_back_as_the_same_text() {
    for (loaded, _) in articles() {
        let mut out = Vec::new();
        TextFormat::Markdown.write(&Id::Number(1), &loaded, &mut out).expect("written");
        let source = byline::load::Source::Bytes { name: "a.md".into(), bytes: out };
        let opened = byline::load::load(&source, &Options::default()).expect("at hand");
        let again = opened.into_articles(&Options::default()).next().expect("one").expect("at hand");
        assert_eq!(again.article.text(), loaded.article.text());
    }
}
