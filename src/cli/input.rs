//! What is named on the command line → articles, or bytes.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};

use crate::article::{Loaded, MAX_BYTES};
use crate::export::Id;
use crate::load::{self, LoadError, Opened, Options, Source};

use super::args::Web;

/// How articles are loaded, pages on the web kept where the system keeps such things.
pub fn options(web: Web) -> Options {
    Options { is_offline: web.is_offline, cache: load::cache_folder(), ..Options::default() }
}

/// What is to be read: what was named, else standard input.
pub fn named(articles: &[OsString]) -> Vec<OsString> {
    if articles.is_empty() { vec!["-".into()] } else { articles.to_vec() }
}

/// Opens a file, or standard input for `-`, to be read as it stands.
pub fn open(argument: &OsStr) -> io::Result<Box<dyn Read>> {
    if argument == "-" { Ok(Box::new(io::stdin().lock())) } else { Ok(Box::new(File::open(argument)?)) }
}

/// All of a file (or of standard input, for `-`) as UTF-8 to the byte.
///
/// # Errors
/// What the system says, or that it is no UTF-8 or too long.
pub fn verbatim(argument: &OsStr) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = open(argument).and_then(|input| input.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes));
    read.map_err(|error| error.to_string())?;
    if bytes.len() > MAX_BYTES {
        return Err(too_long());
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!("not UTF-8 at byte {at}; with '--input article' the encoding is found out")
    })
}

/// Why a text of more than [`MAX_BYTES`] is refused.
pub fn too_long() -> String {
    format!("longer than {} MB", MAX_BYTES >> 20)
}

/// Opens what `argument` names, as the reader does.
pub fn open_article(argument: &OsStr, options: &Options) -> Result<Opened, LoadError> {
    load::load(&Source::from_argument(argument), options)
}

/// All articles that `argument` holds, one when it is asked for.
pub fn articles<'o>(
    argument: &OsStr,
    options: &'o Options,
) -> Box<dyn Iterator<Item = Result<Loaded, LoadError>> + 'o> {
    match open_article(argument, options) {
        Ok(opened) => Box::new(opened.into_articles(options)),
        Err(error) => Box::new(std::iter::once(Err(error))),
    }
}

/// The article that was opened; of a collection, its first.
pub fn first(opened: Opened, options: &Options) -> Result<Loaded, LoadError> {
    opened.into_articles(options).next().unwrap_or_else(|| Ok(Loaded::default()))
}

/// What a loaded article is called.
pub fn id(loaded: &Loaded) -> Id {
    Id::Text(loaded.article.meta().id.to_string())
}
