//! Article → annotations: who is in it, which numbers and dates, and who claims what.

mod annotations;
mod claims;
pub mod crf;
mod dates;
mod document;
mod entities;
mod mark;
mod names;
mod statistics;
mod why;

pub use annotations::Annotations;
#[cfg(feature = "train")]
pub use claims::train as train_claims;
pub use claims::{Claim, ClaimId, ClaimKind, Stance, find as find_claims};
pub use dates::Date;
pub use document::Document;
pub use entities::{Entity, EntityId, How, Mention, Resolved, Role, resolve};
pub use mark::{Mark, MarkId, Note};
#[cfg(feature = "train")]
pub use names::train as train_names;
pub use names::{EntityKind, Name, find as find_names};
pub use statistics::{Bound, Change, ChangeKind, Statistic, StatisticKind, find as find_statistics};
pub use why::{Method, Why};

use crate::article::Article;

/// Everything that byline finds in `article`.
///
/// Names are found first and gathered into entities; statistics, dates and claims each look at the text for themselves
/// and at what stands before them in this list, never at what comes after.
pub fn annotate(article: &Article) -> Annotations {
    let document = Document::new(article);
    let names = names::find(&document);
    let dates = dates::find(&document);
    let mut statistics = statistics::find(&document, &names, &dates);
    let entities = resolve(&document, &names);
    let claims = claims::find(&document, &entities, &statistics);
    let unattributed = claims::unattributed(&document, &entities, &statistics, &claims);
    statistics::attribute(&mut statistics, &claims);
    Annotations::new(entities, statistics, dates, claims).with_unattributed(unattributed)
}
