//! What the annotator finds in marked texts, one file a kind of finding.

mod claims;
mod dates;
mod entities;
mod marked;
mod names;
mod statistics;
