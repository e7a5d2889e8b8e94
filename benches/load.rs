//! How fast bytes become an article, against the floor of any loader: to check that they are UTF-8 and to copy them.
//!
//! `cargo bench --bench load`

mod support;

use std::time::Duration;

use byline::load::{Options, Source, load};
use support::{article, time};

fn main() {
    let text = article(5_000_000).text().to_owned();
    let ascii: String = text.chars().map(|c| if c.is_ascii() { c } else { '"' }).collect();
    for (name, text) in [("UTF-8", text), ("ASCII", ascii)] {
        let floor = time(|| std::str::from_utf8(text.as_bytes()).map(str::to_owned));
        line(&format!("{name}: floor"), floor, floor, text.len());
        line(&format!("{name}: a paragraph a line"), load_time(&text), floor, text.len());
        line(&format!("{name}: wrapped"), load_time(&wrapped(&text)), floor, text.len());
    }
}

/// The text with its lines broken at some 70 columns.
fn wrapped(text: &str) -> String {
    let mut width = 0;
    let break_at = |c: char| {
        width = if c == '\n' { 0 } else { width + 1 };
        if c == ' ' && width > 66 {
            width = 0;
            return '\n';
        }
        c
    };
    text.chars().map(break_at).collect()
}

fn load_time(text: &str) -> Duration {
    let source = Source::Bytes { name: "a.txt".into(), bytes: text.into() };
    let options = Options::default();
    time(|| load(&source, &options))
}

fn line(stage: &str, took: Duration, floor: Duration, bytes: usize) {
    let speed = bytes as f64 / 1e6 / took.as_secs_f64();
    let ratio = took.as_secs_f64() / floor.as_secs_f64();
    println!("{stage:<28} {:>8.2} ms {speed:>8.1} MB/s {ratio:>8.1} times the floor", took.as_secs_f64() * 1e3);
}
