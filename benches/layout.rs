//! How fast an article is set in lines, against a plain pass of UAX #14 over its text.
//!
//! `cargo bench --bench layout`. The plain pass finds where a line may end; setting a page also measures and chooses.

mod support;

use std::time::Duration;

use byline::tui::layout::Layout;
use support::{article, time};
use unicode_linebreak::linebreaks;

fn main() {
    for size in [3_000, 100_000, 5_000_000] {
        let article = article(size);
        let plain = time(|| linebreaks(article.text()).count());
        line(size, "UAX #14 alone", plain, plain);
        for width in [30, 72] {
            line(size, &format!("{width} columns"), time(|| Layout::new(&article, width)), plain);
        }
    }
}

fn line(size: usize, stage: &str, took: Duration, plain: Duration) {
    let ratio = took.as_secs_f64() / plain.as_secs_f64();
    println!(
        "{:>5} KB  {stage:<14} {:>8.3} ms {ratio:>6.2} times the plain pass",
        size / 1000,
        took.as_secs_f64() * 1e3
    );
}
