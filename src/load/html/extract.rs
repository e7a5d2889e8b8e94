//! Finds the main content of a page.
//!
//! Two ways lead there: Readability's scores, as `dom_smoothie` computes them, and what the page itself calls its
//! content. The first is the more exact; the second steps in where the first finds nothing or only a part.

use std::collections::HashSet;
use std::ops::Range;

use dom_query::Document;
use dom_smoothie::{Config, ParsePolicy, Readability};

use crate::article::BlockKind;

use super::draft::{Draft, Piece, Role};
use super::links::Links;
use super::metadata::Found;
use super::serialise::draft;
use super::sift::sift;

/// Below this share of the text that the page calls its content, what Readability found is only a part of it.
const PART: f32 = 0.35;
/// The same where the page does not say clearly what its content is.
const PART_UNCERTAIN: f32 = 0.2;
/// The same where Readability found an article of some length.
const PART_LONG: f32 = 0.15;
/// Characters from which on an article has some length.
const LONG: usize = 2_500;
/// An area is the content of the page if it has at least this share of the running text.
const CONTENT_SHARE: f32 = 0.6;
/// Characters from which on an article within an area counts as one of several.
const SEVERAL: usize = 150;
/// Characters up to which a page shows no article.
const BARE: usize = 200;
/// Nodes from which on a page is large.
const LARGE: usize = 50_000;
/// Characters of text from which on a page is no article to be told from what surrounds it.
const HUGE: usize = 2_000_000;
/// Characters from which on a block that was there before is left out as repeated.
const REPEATED: usize = 40;

/// The main content as blocks, empty where nothing is found, and what was found out about the article besides.
pub fn content(document: Document, url: Option<&str>, links: &Links) -> (Draft, Found) {
    let page = document.body().map(|body| draft(&body, links, true)).unwrap_or_default();
    let huge = page.chars() > HUGE;
    let (called, certain) = called_content(page);
    let (scored, found) = scored_content(document, url, links, huge);
    let part = huge || is_part(&scored, &called, certain);
    let mut draft = if part { called } else { scored };
    drop_repeated(&mut draft, part);
    sift(&mut draft);
    (draft, found)
}

/// The text that the page gives in its linked data, where the page itself shows none.
pub fn stated_content(draft: Draft, body: Option<&str>) -> Draft {
    match body {
        Some(body) if draft.prose() < BARE && body.len() > BARE => Draft::of_lines(body),
        _ => draft,
    }
}

/// Whether `scored` is only a part of `called`, or something beside it.
fn is_part(scored: &Draft, called: &Draft, certain: bool) -> bool {
    let (some, all) = (scored.prose(), called.prose());
    let share = match certain {
        _ if some >= LONG => PART_LONG,
        true => PART,
        false => PART_UNCERTAIN,
    };
    (some as f32) < share * all as f32 || (certain && all * 2 > some && is_beside(scored, called))
}

/// Whether hardly anything of `scored` is in `called`.
fn is_beside(scored: &Draft, called: &Draft) -> bool {
    let texts: HashSet<u64> = called.pieces.iter().map(Piece::fingerprint).collect();
    let is_common = |piece: &&Piece| texts.contains(&piece.fingerprint());
    let common: usize = scored.pieces.iter().filter(is_common).map(Piece::prose).sum();
    common * 5 < scored.prose()
}

/// The smallest stretch that the page calls its content and that has most of the running text, else all; and whether
/// that is certain: it is called so and does not hold several articles.
fn called_content(mut draft: Draft) -> (Draft, bool) {
    let sums = draft.prose_sums();
    let prose = |range: &Range<usize>| sums[range.end] - sums[range.start];
    let enough = (sums.last().copied().unwrap_or_default() as f32 * CONTENT_SHARE).max(1.0);
    let areas = draft.areas.iter().filter(|area| prose(&area.pieces) as f32 >= enough);
    let Some(area) = areas.min_by_key(|area| area.pieces.len()).map(|area| area.pieces.clone()) else {
        return (draft, false);
    };
    let mut articles = 0;
    let mut end = area.start;
    for inner in draft.areas.iter().filter(|inner| inner.role == Role::Article) {
        if inner.pieces.start >= end && inner.pieces.end <= area.end && prose(&inner.pieces) > SEVERAL {
            articles += 1;
            end = inner.pieces.end;
        }
    }
    draft.pieces.truncate(area.end);
    draft.pieces.drain(..area.start);
    draft.areas.clear();
    (draft, articles < 2)
}

/// What Readability takes for the article, and the title and byline that it finds; of a `huge` page the title alone.
fn scored_content(document: Document, url: Option<&str>, links: &Links, huge: bool) -> (Draft, Found) {
    let config = Config { keep_classes: true, ..Config::default() };
    let Ok(mut readability) = Readability::with_document(document, url, Some(config)) else {
        return (Draft::default(), Found::default());
    };
    let linked = readability.parse_json_ld();
    let title = readability.get_article_metadata(linked).title;
    let mut found = Found { title: Some(title).filter(|title| !title.is_empty()), byline: None };
    if huge {
        return (Draft::default(), found);
    }
    // Several attempts need a second copy of the tree; a large page gets one.
    let large = readability.doc.tree.len() > LARGE;
    let parsed = if large { readability.parse_with_policy(ParsePolicy::Strict) } else { readability.parse() };
    let Ok(article) = parsed else { return (Draft::default(), found) };
    found.byline = article.byline;
    let root = readability.doc.select_single("#readability-page-1");
    let draft = root.nodes().first().map(|root| draft(root, links, false));
    (draft.unwrap_or_default(), found)
}

/// Leaves out items and captions that were there before, as galleries have them; in content that was not scored, all
/// blocks that were.
fn drop_repeated(draft: &mut Draft, all: bool) {
    let mut seen = HashSet::new();
    draft.pieces.retain(|piece| {
        let running = matches!(piece.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Heading(_));
        piece.chars < REPEATED || seen.insert(piece.fingerprint()) || (running && !all)
    });
}
