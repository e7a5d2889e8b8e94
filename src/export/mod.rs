//! Annotations → formats that leave the program, one file a format.

mod format;
mod id;
mod json;
mod markdown;
mod offsets;
mod plain;
mod record;

pub use format::{Finding, Format, TextFormat};
pub use id::Id;
pub use record::Record;
