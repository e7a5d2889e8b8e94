//! How fast each stage of the annotator is, in bytes a second and against a plain pass of a regex over the words.
//!
//! `cargo bench --bench annotate`. A machine's megabytes a second mean little elsewhere; the ratio to finding the words
//! of the same text with `[\p{L}\p{N}]+` says more.

mod support;

use std::hint::black_box;
use std::time::Duration;

use byline::annotate::{Document, annotate, find_claims, find_names, find_statistics, resolve};
use byline::article::Article;
use support::{article, time};

fn main() {
    let article = article(400_000);
    let words = regex::Regex::new(r"[\p{L}\p{N}]+").expect("a sound pattern");
    let document = Document::new(&article);
    // The first use reads the model: that is no part of any pass.
    black_box(find_names(&document));
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

fn line(stage: &str, took: Duration, plain: Duration, article: &Article) {
    let speed = article.text().len() as f64 / 1e6 / took.as_secs_f64();
    let ratio = took.as_secs_f64() / plain.as_secs_f64();
    println!("{stage:<22} {speed:>8.2} MB/s {ratio:>8.2} times the plain pass");
}
