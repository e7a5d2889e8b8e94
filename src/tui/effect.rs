//! What a session asks of the shell: the only way out.

/// Something for the shell to do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// End.
    Quit,
    /// Stop, as Ctrl-Z does, and come back.
    Suspend,
    /// Paint the whole screen anew.
    Redraw,
    /// Capture the mouse, or let the terminal have it.
    Mouse(bool),
}
