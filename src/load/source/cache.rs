//! Pages that were read before, kept on disk so that they open offline and need not be sent again.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// The most bytes that all kept pages may have together; the oldest go first.
const LIMIT: u64 = 200 << 20;

/// What a server said about a page.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Headers {
    /// The address that was asked for.
    pub asked: String,
    /// The address that answered.
    pub url: String,
    /// The encoding it told.
    pub charset: Option<String>,
    /// The kind of content it told, such as `text/html`.
    pub media: Option<String>,
    /// The mark by which the server knows this version.
    pub etag: Option<String>,
    /// When the server says it was changed.
    pub modified: Option<String>,
}

/// A page with what was said about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Page {
    pub headers: Headers,
    pub body: Vec<u8>,
}

/// The page kept for `url`, if there is one; no more than `limit` bytes of it are read.
pub(super) fn get(folder: &Path, url: &str, limit: usize) -> Option<Page> {
    let mut file = BufReader::new(File::open(path(folder, url)).ok()?);
    let mut head = Vec::new();
    (&mut file).take(1 << 16).read_until(b'\n', &mut head).ok()?;
    let headers: Headers = serde_json::from_slice(&head).ok()?;
    let mut body = Vec::new();
    file.take(limit as u64).read_to_end(&mut body).ok()?;
    (headers.asked == url).then_some(Page { headers, body })
}

/// Keeps a page. It is written beside and moved into its place, so a page is never half there.
///
/// # Errors
/// When the folder cannot be written to; the article opens all the same.
pub(super) fn put(folder: &Path, page: &Page) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let target = path(folder, &page.headers.asked);
    let beside = target.with_extension(format!("{}.part", std::process::id()));
    let write = || -> io::Result<()> {
        let mut file = File::create(&beside)?;
        serde_json::to_writer(&mut file, &page.headers)?;
        file.write_all(b"\n")?;
        file.write_all(&page.body)?;
        fs::rename(&beside, &target)
    };
    let written = write();
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written.and_then(|()| sweep(folder, LIMIT))
}

/// Removes the pages that were kept longest ago until the rest has no more than `limit` bytes.
fn sweep(folder: &Path, limit: u64) -> io::Result<()> {
    let mut kept: Vec<(SystemTime, u64, PathBuf)> = fs::read_dir(folder)?
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let data = entry.metadata().ok().filter(fs::Metadata::is_file)?;
            Some((data.modified().ok()?, data.len(), entry.path()))
        })
        .collect();
    kept.sort();
    let mut total: u64 = kept.iter().map(|(_, size, _)| size).sum();
    for (_, size, path) in kept {
        if total <= limit {
            break;
        }
        fs::remove_file(path)?;
        total -= size;
    }
    Ok(())
}

/// Where the page of `url` is kept: named by FNV-1a over 64 bits; the address inside is compared too.
fn path(folder: &Path, url: &str) -> PathBuf {
    let hash = url
        .bytes()
        .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
    folder.join(format!("{hash:016x}.page"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_kept_and_swept() {
        let folder = std::env::temp_dir().join(format!("byline-cache-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let page = |url: &str| Page {
            headers: Headers { asked: url.into(), url: url.into(), ..Headers::default() },
            body: b"It\nfell.".to_vec(),
        };
        put(&folder, &page("https://a.example/")).expect("written");
        assert_eq!(get(&folder, "https://a.example/", 100), Some(page("https://a.example/")));
        assert_eq!(get(&folder, "https://b.example/", 100), None);
        sweep(&folder, 0).expect("swept");
        assert_eq!(get(&folder, "https://a.example/", 100), None);
        fs::remove_dir_all(&folder).expect("removed");
    }
}
