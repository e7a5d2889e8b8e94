//! Arguments in, exit code out.

use std::io::{self, BufRead, Write};

use byline::annotate::annotate;
use byline::article::{ArticleBuilder, Loaded, Meta};
use byline::export::Record;

#[derive(serde::Deserialize)]
struct Line {
    id: String,
    text: String,
}

fn main() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line: Line = serde_json::from_str(&line?)?;
        let meta = Meta { id: line.id.as_str().into(), ..Meta::default() };
        let loaded = Loaded { article: ArticleBuilder::verbatim(meta, line.text), warnings: Vec::new() };
        let annotations = annotate(&loaded.article);
        serde_json::to_writer(&mut out, &Record::new(&loaded, &annotations))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
