//! How fast each stage of the annotator is, in bytes a second and against a plain pass of a regex over the words.
//!
//! `cargo bench --bench annotate`. A machine's megabytes a second mean little elsewhere; the ratio to finding the words
//! of the same text with `[\p{L}\p{N}]+` says more.

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use byline::annotate::{Document, annotate, find_names};
use byline::article::{Article, ArticleBuilder, Meta};

/// How long each stage is timed for.
const PATIENCE: Duration = Duration::from_millis(1500);

fn main() {
    let article = ArticleBuilder::verbatim(Meta::default(), generated(400_000));
    let words = regex::Regex::new(r"[\p{L}\p{N}]+").expect("a sound pattern");
    let document = Document::new(&article);
    // The first use reads the model: that is no part of any pass.
    black_box(find_names(&document));
    let plain = time(|| words.find_iter(article.text()).count());
    let report = |stage: &str, took: Duration| line(stage, took, plain, &article);
    report("words by regex", plain);
    report("tokens and sentences", time(|| Document::new(&article)));
    report("names", time(|| find_names(&document)));
    report("everything", time(|| annotate(&article)));
}

fn line(stage: &str, took: Duration, plain: Duration, article: &Article) {
    let speed = article.text().len() as f64 / 1e6 / took.as_secs_f64();
    let ratio = took.as_secs_f64() / plain.as_secs_f64();
    println!("{stage:<22} {speed:>8.2} MB/s {ratio:>8.2} times the plain pass");
}

/// The shortest of the times that `stage` took.
fn time<T>(stage: impl Fn() -> T) -> Duration {
    let begin = Instant::now();
    let mut best = Duration::MAX;
    while begin.elapsed() < PATIENCE {
        let start = Instant::now();
        black_box(stage());
        best = best.min(start.elapsed());
    }
    best
}

const PEOPLE: [&str; 6] =
    ["Amara Okafor", "Gen. Luis Prieto", "Ms. Haugen", "Jean-Marc Dubois", "Okafor", "Mr Lindqvist"];
const PLACES: [&str; 5] = ["Nairobi", "the Gulf of Guinea", "Porto Alegre", "Leeds", "northern Norway"];
const BODIES: [&str; 6] =
    ["the Ministry of Fisheries", "Norrland Energi AB", "the World Bank", "Telemark University", "the U.N.", "NTF"];
const VERBS: [&str; 5] = ["said on Tuesday that", "told reporters that", "denied that", "warned that", "hopes that"];
const NEWS: [&str; 5] = [
    "prices had risen by 4.5 percent since the spring of last year",
    "the talks about the harbour would go on “as long as it takes”",
    "nearly 1,200 people had left their homes, most of them for the coast",
    "the new line will cost $2.3 billion and open in 2031",
    "nobody had been told of the plan before it was signed",
];

/// Some `size` bytes of made-up news, always the same.
fn generated(size: usize) -> String {
    let mut text = String::with_capacity(size + 400);
    let mut chance = 1_u32;
    let mut pick = |list: &[&'static str]| {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        list[(chance >> 16) as usize % list.len()]
    };
    while text.len() < size {
        let end = if text.len().is_multiple_of(5) { "\n\n" } else { " " };
        let (who, body, place) = (pick(&PEOPLE), pick(&BODIES), pick(&PLACES));
        let _ = write!(text, "In {place}, {who} of {body} {} {}.{end}", pick(&VERBS), pick(&NEWS));
    }
    text
}
