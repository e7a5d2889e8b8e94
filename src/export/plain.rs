//! Plain text: the article's text as it stands, and no more.

use std::io::{self, Write};

use crate::article::Article;

/// Writes the text, ended by a line break.
pub fn write(article: &Article, out: &mut impl Write) -> io::Result<()> {
    out.write_all(article.text().as_bytes())?;
    out.write_all(b"\n")
}
