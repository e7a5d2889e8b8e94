//! Article → annotations: who is in it, which numbers and dates, and who claims what.

mod annotations;
mod claims;
pub mod crf;
mod dates;
mod document;
mod entities;
mod mark;
mod names;
mod parallel;
mod statistics;
mod why;

pub use annotations::Annotations;
#[cfg(feature = "train")]
pub use claims::train as train_claims;
pub use claims::{Claim, ClaimId, ClaimKind, Stance, find as find_claims};
pub use dates::Date;
pub use document::Document;
pub use entities::{Entity, EntityId, How, Mention, Resolved, Role, is_woman, resolve};
pub use mark::{Mark, MarkId, Note};
#[cfg(feature = "train")]
pub use names::train as train_names;
pub use names::{EntityKind, Name, find as find_names};
pub use statistics::{Bound, Change, ChangeKind, Statistic, StatisticKind, find as find_statistics};
pub use why::{Method, Why};

use crate::article::{Article, ArticleBuilder, Meta};
use crate::text::foreign;

/// Reads the word lists and the models before they are needed: the first article is then annotated as fast as the next.
pub fn warm_up() {
    /// Something of every kind.
    const SAMPLE: &str = "Ann Lee, head of Acme Foods, said on Monday that sales rose 5% to $3 million.";
    let article = ArticleBuilder::verbatim(Meta::default(), SAMPLE.to_owned());
    let document = Document::new(&article);
    let names = names::find(&document);
    let mut entities = resolve(&document, &names);
    claims::find(&document, &mut entities);
    statistics::find(&document, &names, &dates::find(&document));
}

/// Everything that byline finds in `article`.
///
/// Names are found first and gathered into entities; statistics, dates and claims each look at the text for themselves
/// and at what stands before them in this list, never at what comes after.
///
/// Only English is read: what is clearly in another language has no marks at all, rather than wrong ones.
pub fn annotate(article: &Article) -> Annotations {
    if foreign(article.text()).is_some() {
        return Annotations::default();
    }
    let document = Document::new(article);
    let tokens = document.tokens().len();
    let (names, dates) = parallel::both(tokens, || names::find(&document), || dates::find(&document));
    let (mut entities, mut statistics) =
        parallel::both(tokens, || resolve(&document, &names), || statistics::find(&document, &names, &dates));
    let claims = claims::find(&document, &mut entities);
    let unattributed = claims::unattributed(&document, &entities, &statistics, &claims);
    claims::attribute(&mut statistics, &claims);
    Annotations::new(entities, statistics, dates, claims).with_unattributed(unattributed)
}
