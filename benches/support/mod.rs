//! What the benches share: an article to work on, and a stop-watch.

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use byline::article::{Article, ArticleBuilder, BlockKind, Meta};

/// How long each stage is timed for.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The shortest of the times that `stage` took.
pub fn time<T>(mut stage: impl FnMut() -> T) -> Duration {
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

/// An article of some `size` bytes of made-up news, always the same, of a paragraph for every few sentences.
pub fn article(size: usize) -> Article {
    let mut builder = ArticleBuilder::new(Meta::default());
    for paragraph in generated(size).split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        builder.block(BlockKind::Paragraph, paragraph);
    }
    builder.finish().article
}

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
