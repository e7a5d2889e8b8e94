//! Annotations → formats that leave the program.

mod offsets;
mod record;

pub use record::Record;
