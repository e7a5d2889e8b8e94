//! How fast each stage of the annotator is, in bytes a second and against a plain pass of a regex over the words.
//!
//! `cargo bench --bench annotate`. A machine's megabytes a second mean little elsewhere; the ratio to finding the words
//! of the same text with `[\p{L}\p{N}]+` says more.

mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use byline::annotate::{Document, annotate, find_claims, find_names, find_statistics, resolve};
use byline::article::{Article, ArticleBuilder, Meta};
use support::{article, time};

fn main() {
    let article = article(400_000);
    let words = regex::Regex::new(r"[\p{L}\p{N}]+").expect("a sound pattern");
    let document = Document::new(&article);
    first_use();
    let plain = time(|| words.find_iter(article.text()).count());
    let report = |stage: &str, took: Duration| line(stage, took, plain, &article);
    report("words by regex", plain);
    report("tokens and sentences", time(|| Document::new(&article)));
    report("names", time(|| find_names(&document)));
    report("statistics", time(|| find_statistics(&document, &[], &[])));
    let mut resolved = resolve(&document, &find_names(&document));
    black_box(find_claims(&document, &mut resolved));
    report("claims", time(|| find_claims(&document, &mut resolved)));
    report("everything", time(|| annotate(&article)));
}

/// Says how long the first names and entities of a program take, in a text of a few words: that is reading the model
/// and the lists, and no part of any pass.
fn first_use() {
    let article =
        ArticleBuilder::verbatim(Meta::default(), "Ingrid Halvorsen, chief of Norrland Energy, spoke.".into());
    let document = Document::new(&article);
    let start = Instant::now();
    let names = black_box(find_names(&document));
    let model = start.elapsed();
    black_box(resolve(&document, &names));
    println!("first use: names {model:.1?}, names and entities {:.1?}", start.elapsed());
}

fn line(stage: &str, took: Duration, plain: Duration, article: &Article) {
    let speed = article.text().len() as f64 / 1e6 / took.as_secs_f64();
    let ratio = took.as_secs_f64() / plain.as_secs_f64();
    println!("{stage:<22} {speed:>8.2} MB/s {ratio:>8.2} times the plain pass");
}
