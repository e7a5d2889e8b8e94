//! The front matter of a Markdown file: the simple keys of YAML and TOML that tell who wrote what and when.

use crate::article::Meta;
use crate::text::Clean;

use super::date;

/// Puts what front matter tells into `meta`. Keys that are not known, and nested ones, tell nothing.
pub(super) fn read(front_matter: &str, meta: &mut Meta) {
    let mut key = String::new();
    for line in front_matter.lines() {
        let text = line.trim();
        if let Some(item) = text.strip_prefix("- ") {
            // An item of a list below its key; `- name: Ann Lee` tells a name too.
            let item = item.strip_prefix("name:").unwrap_or(item);
            set(meta, &key, item);
        } else if let Some((name, value)) =
            line.split_once([':', '=']).filter(|_| line.len() == line.trim_start().len())
        {
            key = name.trim().to_lowercase();
            for value in list(value) {
                set(meta, &key, value);
            }
        }
    }
}

/// The values of `[a, b]`, or the one value that stands there.
fn list(value: &str) -> Vec<&str> {
    match value.trim().strip_prefix('[').and_then(|inner| inner.strip_suffix(']')) {
        Some(inner) => inner.split(',').collect(),
        None => vec![value],
    }
}

fn set(meta: &mut Meta, key: &str, value: &str) {
    let value = value.trim();
    let bare = value.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
    let bare = bare.or_else(|| value.strip_prefix('\'').and_then(|inner| inner.strip_suffix('\'')));
    let value = Clean::new(bare.unwrap_or(value));
    if value.is_empty() {
        return;
    }
    match key {
        "title" => meta.title = Some(value),
        "author" | "authors" | "by" | "byline" => meta.authors.push(value),
        "date" | "published" | "pubdate" | "publishdate" => meta.published = date::parse(value.as_str()),
        "publisher" | "publication" | "site" | "source" => meta.publisher = Some(value),
        "url" | "link" | "canonical" | "canonical_url" => meta.url = Some(value),
        "lang" | "language" => meta.language = Some(value),
        "place" | "location" => meta.place = Some(value),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simple_keys_and_lists() {
        let mut meta = Meta::default();
        read(
            "title: \"A: B\"\nauthors:\n  - Ann Lee\n  - name: Bo Sand\n    age: 3\ndate: 2026-03-04 20:21:00 +04:00\nlang: en\n",
            &mut meta,
        );
        assert_eq!(meta.title, Some("A: B".into()));
        assert_eq!(meta.authors, ["Ann Lee".into(), "Bo Sand".into()]);
        assert_eq!(meta.published.map(|moment| moment.to_string()).as_deref(), Some("2026-03-04T20:21:00+04:00"));
        let mut meta = Meta::default();
        read("title = 'T'\nauthors = [\"Ann Lee\", \"Bo Sand\"]\n", &mut meta);
        assert_eq!((meta.title, meta.authors.len()), (Some("T".into()), 2));
    }
}
