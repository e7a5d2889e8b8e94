//! Loading: what is read out of files, and that nothing that is in them does harm.

mod collections;
mod formats;
mod head;
mod mail;
#[cfg(feature = "pdf")]
mod pdf;
mod properties;
mod source;
mod text;
mod web;

use byline::article::{Loaded, Warning};
use byline::load::{Opened, Options, Source, load};

/// The article in `bytes`, loaded as a file called `name` would be.
fn article_of(name: &str, bytes: &[u8]) -> Loaded {
    match load(&Source::Bytes { name: name.into(), bytes: bytes.into() }, &Options::default()) {
        Ok(Opened::Article(loaded)) => *loaded,
        other => panic!("not an article: {other:?}"),
    }
}

/// The blocks of a plain text, each as `kind: text`.
fn blocks_of(text: &str) -> Vec<String> {
    shown(&article_of("a.txt", text.as_bytes()))
}

/// The blocks of an article, each as `kind: text`.
fn shown(loaded: &Loaded) -> Vec<String> {
    let article = &loaded.article;
    article.blocks().iter().map(|block| format!("{}: {}", block.kind.name(), block.range.of(article.text()))).collect()
}

/// The warnings about `bytes`.
fn warnings_of(bytes: &[u8]) -> Vec<Warning> {
    article_of("a.txt", bytes).warnings
}
