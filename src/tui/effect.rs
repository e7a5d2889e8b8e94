//! What a session asks of the shell: the only way out.

/// Which article of the list, as the shell numbers them; the number never changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntryId(pub u32);

/// Something for the shell to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// End.
    Quit,
    /// Stop, as Ctrl-Z does, and come back.
    Suspend,
    /// Paint the whole screen anew.
    Redraw,
    /// Capture the mouse, or let the terminal have it.
    Mouse(bool),
    /// Open an article of the list; what was being opened is given up.
    Open(EntryId),
    /// Give up what is being opened.
    GiveUp,
    /// Open the page at this address, and list it behind the article that is open.
    Follow(String),
    /// Open this address in the browser.
    Outside(String),
}
