//! How fast bytes become an article, as a ratio to what no loader can do without or what a peer takes for it.
//!
//! Text is set against checking and copying it, a web page against parsing it alone (html5ever) and against Readability
//! alone (`dom_smoothie`), a feed and a message against their parsers alone. All pages are made up here.
//!
//! `cargo bench --bench load`

mod support;

use std::fmt::Write;
use std::time::Duration;

use byline::load::{Options, Source, load};
use dom_query::Document;
use dom_smoothie::Readability;
use mail_parser::MessageParser;
use support::{article, time};

fn main() {
    let text = article(5_000_000).text().to_owned();
    let ascii: String = text.chars().map(|c| if c.is_ascii() { c } else { '"' }).collect();
    for (name, text) in [("UTF-8", text), ("ASCII", ascii)] {
        let floor = time(|| std::str::from_utf8(text.as_bytes()).map(str::to_owned));
        line(&format!("{name}: floor"), floor, floor, text.len());
        line(&format!("{name}: a paragraph a line"), load_time("a.txt", &text), floor, text.len());
        line(&format!("{name}: wrapped"), load_time("a.txt", &wrapped(&text)), floor, text.len());
    }
    page();
    feed();
    mail();
}

/// A page of the web of the size most have, half of it scripts.
fn page() {
    let body = paragraphs(10_000);
    let menu = "<li class=nav-item><a href='/section/page.html'>Section</a></li>".repeat(120);
    let cards = "<div class='card card--small'><h3><a href='/a'>Another headline</a></h3><p>Short</p></div>".repeat(80);
    let script = "<script>window.x=window.x||[];window.x.push({'a':1,'b':'<p>text</p>'});</script>\n".repeat(900);
    let html = format!(
        "<html lang=en><head><title>Bridges | Paper</title><style>{}</style>{script}</head><body><nav><ul>{menu}</ul></nav>\
         <main><article><h1>Bridges</h1>{body}</article><aside>{cards}</aside></main><footer>{cards}</footer></body></html>",
        ".card { margin: 0 }\n".repeat(500)
    );
    let parser = time(|| Document::from(html.as_str()));
    let peer = time(|| Readability::new(html.as_str(), None, None).map(|mut page| page.parse()));
    let ours = load_time("a.html", &html);
    line("page: to its parser", ours, parser, html.len());
    line("page: to Readability alone", ours, peer, html.len());
}

/// A feed of 200 entries.
fn feed() {
    let mut xml = "<?xml version='1.0'?><rss version='2.0'><channel><title>Paper</title>".to_owned();
    for number in 0..200 {
        let _ = write!(
            xml,
            "<item><title>Bridge {number}</title><link>https://paper.example/{number}</link>\
             <pubDate>Wed, 04 Mar 2026 20:21:00 GMT</pubDate><description>{}</description></item>",
            "Three engineers looked at it. ".repeat(20)
        );
    }
    xml.push_str("</channel></rss>");
    let parser = time(|| {
        let mut reader = quick_xml::Reader::from_str(&xml);
        std::iter::from_fn(|| reader.read_event().ok().filter(|event| !matches!(event, quick_xml::events::Event::Eof)))
            .count()
    });
    line("feed: to its parser", load_time("a.xml", &xml), parser, xml.len());
}

/// A newsletter with an HTML part.
fn mail() {
    let message = format!(
        "From: Ana Lima <ana@paper.example>\r\nTo: b@c.example\r\nSubject: Bridges\r\nMIME-Version: 1.0\r\n\
         Date: Wed, 4 Mar 2026 20:21:00 +0000\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>{}</body></html>",
        paragraphs(100_000)
    );
    let parser = time(|| MessageParser::default().parse(message.as_bytes()).map(|message| message.parts.len()));
    line("mail: to its parser", load_time("a.eml", &message), parser, message.len());
}

/// Made-up news of some `size` bytes as paragraphs of HTML.
fn paragraphs(size: usize) -> String {
    let article = article(size);
    let mut html = String::new();
    for block in article.blocks() {
        let _ = writeln!(html, "<p>{}</p>", block.range.of(article.text()));
    }
    html
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

fn load_time(name: &str, text: &str) -> Duration {
    let source = Source::Bytes { name: name.into(), bytes: text.into() };
    let options = Options::default();
    time(|| load(&source, &options))
}

fn line(stage: &str, took: Duration, floor: Duration, bytes: usize) {
    let speed = bytes as f64 / 1e6 / took.as_secs_f64();
    let ratio = took.as_secs_f64() / floor.as_secs_f64();
    println!("{stage:<28} {:>8.2} ms {speed:>8.1} MB/s {ratio:>8.1} times the floor", took.as_secs_f64() * 1e3);
}
