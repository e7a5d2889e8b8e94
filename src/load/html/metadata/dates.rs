//! When the page was published, in whatever way it writes dates.

use crate::article::Published;
use crate::load::date;

use super::super::links::Links;
use super::sources::Sources;

const METAS: [&str; 28] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.issued",
    "dcterms.created",
    "dcterms.date",
    "dcterms.available",
    "dc.date",
    "dc:date",
    "publish-date",
    "publish_date",
    "publication_date",
    "published_date",
    "published",
    "pubdate",
    "pub_date",
    "cxenseparse:recs:publishtime",
    "date",
    "w-published-date",
    "article.published",
    "weibo:article:create_at",
];

/// The date of publication from the most exact source that tells one.
pub fn published(sources: &Sources, links: &Links) -> Option<Published> {
    before_the_stamp(sources).or_else(|| stated(sources, links))
}

/// Some outlets stamp what they change as published anew. Where both times are the same to the second and the page shows
/// an earlier date as its own, that is the one.
fn before_the_stamp(sources: &Sources) -> Option<Published> {
    let stamp = sources.linked.published.as_deref().filter(|told| Some(*told) == sources.linked.modified.as_deref())?;
    let day = date::find(stamp)?.date();
    let shown = sources.times.first().into_iter().chain(sources.dated.first());
    shown.filter_map(|text| date::find(text)).find(|shown| shown.date() < day)
}

fn stated(sources: &Sources, links: &Links) -> Option<Published> {
    let metas = METAS.iter().filter_map(|name| sources.meta(&[*name]));
    let mut stated = sources.linked.published.clone().into_iter().chain(metas).chain(sources.times.iter().cloned());
    let seen = stated.find_map(|text| date::find(&text));
    let seen = seen.or_else(|| links.page().and_then(|url| in_address(&url)));
    let seen = seen.or_else(|| sources.dated.iter().chain(&sources.numbered).find_map(|text| date::find(text)));
    seen.or_else(|| modified(sources))
}

/// The date of the last change, where the page tells one.
pub fn modified(sources: &Sources) -> Option<Published> {
    let names = ["article:modified_time", "og:updated_time", "last-modified", "dcterms.modified"];
    sources
        .linked
        .modified
        .as_deref()
        .and_then(date::find)
        .or_else(|| sources.meta(&names).as_deref().and_then(date::find))
}

/// The day in an address: `/2026/03/04/` or `/2026-03-04-`.
fn in_address(url: &str) -> Option<Published> {
    let (_, path) = url.split_once("://")?;
    path.match_indices(['/', '-']).find_map(|(at, _)| {
        let day =
            path.get(at + 1..at + 11).filter(|day| day.bytes().all(|c| c.is_ascii_digit() || b"/-".contains(&c)))?;
        date::parse(day)
    })
}
