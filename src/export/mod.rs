//! Annotations → formats that leave the program, one file a format.

mod brat;
mod conll;
mod csv;
mod format;
mod html;
mod id;
mod json;
mod markdown;
mod offsets;
mod plain;
mod record;
mod report;
mod webanno;

pub use format::{Finding, Format, TextFormat};
pub use id::Id;
pub use record::Record;
