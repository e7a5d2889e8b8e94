//! Roles and how they look: the only file that names a colour.

/// How every role looks.
#[derive(Debug, Default)]
pub struct Theme {}
