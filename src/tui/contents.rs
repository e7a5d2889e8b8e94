//! The list of articles, where there are several: the files of a directory, the chapters of a book, the entries of a feed.

use crate::article::{Loaded, Warning};
use crate::text::Clean;

use super::effect::{Effect, EntryId};
use super::state::{Mode, State};

/// One article of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its number.
    pub id: EntryId,
    /// What the list shows for it.
    pub title: Clean,
    /// How deep it stands in the outline, from 0.
    pub depth: u8,
    /// What became of it so far.
    pub status: Status,
}

/// What became of an entry.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Status {
    /// Nobody opened it yet.
    #[default]
    Unread,
    /// It was open; the byte that was at the top of the page when it was left.
    Read(u32),
    /// It cannot be opened, and why.
    Failed(Clean),
}

impl Entry {
    /// Is read from now on, under the title that `loaded` has; returns where the reader left it.
    fn begin(&mut self, loaded: &Loaded) -> u32 {
        if let Some(title) = loaded.article.meta().title.as_ref().filter(|title| !title.is_empty()) {
            self.title = title.clone();
        }
        match std::mem::replace(&mut self.status, Status::Read(0)) {
            Status::Read(top) => top,
            Status::Unread | Status::Failed(_) => 0,
        }
    }
}

/// An article that is being opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fetching {
    /// Which.
    pub entry: EntryId,
    /// Bytes that have come so far; 0 where nothing has, or where nobody counts.
    pub bytes: usize,
}

/// The list, and which of it is open.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Contents {
    /// The title of the book or feed, the path of the directory.
    pub title: Option<Clean>,
    /// What is being opened.
    pub fetching: Option<Fetching>,
    entries: Vec<Entry>,
    /// What had to be put up with to read the list itself.
    warnings: Vec<Warning>,
    /// The row that is chosen.
    chosen: usize,
    /// The first row in view.
    top: usize,
    open: Option<EntryId>,
}

impl Contents {
    /// A list in reading order, none of it open.
    pub fn new(title: Option<Clean>, entries: Vec<Entry>, warnings: Vec<Warning>) -> Self {
        Self { title, entries, warnings, ..Self::default() }
    }

    /// The entries in reading order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What had to be put up with to read the list itself.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The index of the row that is chosen.
    pub const fn chosen(&self) -> usize {
        self.chosen
    }

    /// The index of the first row in view.
    pub const fn top(&self) -> usize {
        self.top
    }

    /// The entry that is open.
    pub const fn open(&self) -> Option<EntryId> {
        self.open
    }

    /// The index of the entry that is open.
    pub fn place(&self) -> Option<usize> {
        self.index(self.open?)
    }

    /// Chooses the row `by` rows away, and no further than the first or last, and keeps it among `height` rows.
    pub fn step(&mut self, by: isize, height: usize) {
        self.choose(self.chosen.saturating_add_signed(by), height);
    }

    /// Chooses a row, or the last where there are fewer, and keeps it among `height` rows.
    pub fn choose(&mut self, row: usize, height: usize) {
        self.chosen = row.min(self.entries.len().saturating_sub(1));
        let lowest = (self.chosen + 1).saturating_sub(height);
        self.top = self.top.clamp(lowest, self.chosen.max(lowest));
    }

    /// Scrolls by `by` rows of `height`.
    pub fn scroll(&mut self, by: isize, height: usize) {
        self.top = self.top.saturating_add_signed(by).min(self.entries.len().saturating_sub(height));
    }

    fn index(&self, id: EntryId) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id == id)
    }

    fn entry_mut(&mut self, id: EntryId) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    /// The entry `by` entries away from the open one, or from the chosen where none is open.
    fn beside(&self, by: isize) -> Option<EntryId> {
        let from = self.place().unwrap_or(self.chosen);
        let to = from.saturating_add_signed(by).min(self.entries.len().checked_sub(1)?);
        (to != from).then(|| self.entries[to].id)
    }

    /// Puts what an entry turned out to hold in its place, one deeper, below its name.
    fn unfold(&mut self, id: EntryId, title: Option<Clean>, inner: Vec<Entry>) {
        let Some(at) = self.index(id) else { return };
        let depth = self.entries[at].depth;
        let heading = title.filter(|title| !title.is_empty()).unwrap_or_else(|| self.entries[at].title.clone());
        let mut inner = inner;
        for entry in &mut inner {
            entry.title = Clean::new(&format!("{heading}: {}", entry.title));
            entry.depth = entry.depth.saturating_add(depth);
        }
        self.entries.splice(at..=at, inner);
    }
}

impl State {
    /// The same with a list to choose from instead of an article.
    #[must_use]
    pub fn listing(mut self, contents: Contents) -> Self {
        self.contents = Some(contents);
        self.mode = Mode::Contents;
        self
    }

    /// Whether the list is on the screen: it has the keys, or there is no article yet that something else could cover.
    pub fn shows_contents(&self) -> bool {
        let no_article = self.contents.as_ref().is_some_and(|contents| contents.open.is_none());
        self.mode == Mode::Contents || no_article
    }

    /// Shows the list with the open article chosen; nothing happens where there is none.
    pub(super) fn open_contents(&mut self) {
        let height = usize::from(self.screen.areas().list.height);
        let Some(contents) = &mut self.contents else {
            self.notice = Some("this is the only article".to_owned());
            return;
        };
        contents.choose(contents.place().unwrap_or(contents.chosen), height);
        self.mode = Mode::Contents;
    }

    /// Goes back from the list to the article that is open, if one is.
    pub(super) fn close_contents(&mut self) {
        let open = self.contents.as_ref().is_none_or(|contents| contents.open.is_some());
        self.mode = if open { Mode::Text } else { Mode::Contents };
    }

    /// Asks for the first article of the list; which, if it has any.
    pub fn open_first(&mut self) -> Option<EntryId> {
        let id = self.contents.as_ref()?.entries.first()?.id;
        self.ask_for(id).map(|_| id)
    }

    /// Asks for the chosen article, or goes back to it where it is open.
    pub(super) fn open_chosen(&mut self) -> Option<Effect> {
        let contents = self.contents.as_ref()?;
        let id = contents.entries.get(contents.chosen)?.id;
        if contents.open == Some(id) {
            self.close_contents();
            return None;
        }
        self.ask_for(id)
    }

    /// Asks for the article `by` articles further on.
    pub(super) fn open_beside(&mut self, by: isize) -> Option<Effect> {
        let Some(id) = self.contents.as_ref().and_then(|contents| contents.beside(by)) else {
            let end = if by > 0 { "this is the last article" } else { "this is the first article" };
            self.notice = Some(if self.contents.is_some() { end } else { "this is the only article" }.to_owned());
            return None;
        };
        self.ask_for(id)
    }

    fn ask_for(&mut self, entry: EntryId) -> Option<Effect> {
        self.contents.as_mut()?.fetching = Some(Fetching { entry, bytes: 0 });
        Some(Effect::Open(entry))
    }

    /// Gives up what is being opened, and says whether anything was.
    pub(super) fn give_up(&mut self) -> bool {
        self.contents.as_mut().is_some_and(|contents| contents.fetching.take().is_some())
    }

    /// So many bytes of what is being opened have come.
    pub(super) fn came(&mut self, bytes: usize) {
        if let Some(fetching) = self.contents.as_mut().and_then(|contents| contents.fetching.as_mut()) {
            fetching.bytes = bytes;
        }
    }

    /// Takes an article that was asked for. The one before is closed; where the reader was in it is kept.
    pub(super) fn opened(&mut self, id: EntryId, loaded: Loaded) {
        let left = self.reading.top;
        let Some(contents) = &mut self.contents else { return };
        contents.fetching = None;
        if let Some(entry) = contents.open.and_then(|before| contents.entry_mut(before)) {
            entry.status = Status::Read(left);
        }
        let before = contents.entry_mut(id).map_or(0, |entry| entry.begin(&loaded));
        contents.open = Some(id);
        if contents.entries.len() == 1 {
            self.contents = None;
        }
        self.turn_to(loaded);
        self.reading.top = before;
        self.scroll(0);
        self.mode = Mode::Text;
    }

    /// Lists where a link leads, behind the article with the link, and waits for it.
    pub(super) fn followed(&mut self, from: Entry, to: Entry) {
        let fetching = Some(Fetching { entry: to.id, bytes: 0 });
        let contents = self.contents.get_or_insert_with(|| {
            let open = Some(from.id);
            Contents { open, ..Contents::new(None, vec![from], Vec::new()) }
        });
        let behind = contents.place().map_or(contents.entries.len(), |at| at + 1);
        contents.entries.insert(behind, to);
        contents.fetching = fetching;
    }

    /// Takes a list that an entry turned out to be.
    pub(super) fn unfolded(&mut self, id: EntryId, title: Option<Clean>, entries: Vec<Entry>, warnings: Vec<Warning>) {
        let height = usize::from(self.screen.areas().list.height);
        let Some(contents) = &mut self.contents else { return };
        contents.fetching = None;
        contents.warnings.extend(warnings);
        if contents.entries.len() == 1 {
            (contents.title, contents.entries) = (title, entries);
        } else {
            contents.unfold(id, title, entries);
        }
        contents.step(0, height);
    }

    /// Takes the reason why an article cannot be opened.
    pub(super) fn not_opened(&mut self, id: EntryId, why: Clean) {
        self.notice = Some(why.to_string());
        let Some(contents) = &mut self.contents else { return };
        contents.fetching = None;
        if let Some(entry) = contents.entry_mut(id) {
            entry.status = Status::Failed(why);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: u32, title: &str) -> Entry {
        Entry { id: EntryId(id), title: Clean::new(title), depth: 0, status: Status::Unread }
    }

    fn contents(count: u32) -> Contents {
        Contents::new(None, (0..count).map(|id| entry(id, &format!("no {id}"))).collect(), Vec::new())
    }

    #[test]
    fn the_chosen_row_stays_in_the_list_and_in_view() {
        let mut contents = contents(30);
        for (by, chosen, top) in [(1, 1, 0), (12, 13, 4), (-3, 10, 4), (100, 29, 20), (-100, 0, 0)] {
            contents.step(by, 10);
            assert_eq!((contents.chosen(), contents.top()), (chosen, top), "{by}");
        }
        let mut none = Contents::default();
        none.step(1, 10);
        assert_eq!((none.chosen(), none.beside(1)), (0, None));
    }

    #[test]
    fn a_list_in_the_list_takes_the_place_of_its_entry() {
        let mut contents = contents(3);
        contents.unfold(EntryId(1), Some(Clean::new("Book")), vec![entry(3, "One"), entry(4, "Two")]);
        let titles: Vec<&str> = contents.entries().iter().map(|entry| entry.title.as_str()).collect();
        assert_eq!(titles, ["no 0", "Book: One", "Book: Two", "no 2"]);
    }
}
