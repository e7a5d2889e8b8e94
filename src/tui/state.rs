//! All that a session is, as data.

use crate::annotate::{Annotations, MarkId};
use crate::article::{Article, Loaded};
use crate::text::TextRange;

use super::areas::{Areas, Look};
use super::contents::Contents;
use super::filter::Filter;
use super::findings::{Findings, Item};
use super::keymap::{Keymap, Pending};
use super::layout::Layout;
use super::panel::Panel;
use super::search::Search;

/// A reading session.
#[derive(Debug)]
pub struct State {
    /// The article and the warnings that came with it.
    pub loaded: Loaded,
    /// The list that it is from, where it is not alone.
    pub contents: Option<Contents>,
    /// What was found in it; `None` until the annotator is done.
    pub findings: Option<Findings>,
    /// The size of the screen and how it is shared out.
    pub screen: Screen,
    /// The rows of text at the screen's width.
    pub layout: Layout,
    /// Where the reader is.
    pub reading: Reading,
    /// The list of findings.
    pub panel: Panel,
    /// Who has the keys.
    pub mode: Mode,
    /// Which keys give which command, and what has been typed of one.
    pub keys: Keys,
    /// What `n` and `N` walk through.
    pub walk: Option<Walk>,
    /// Something to tell the reader until the next key.
    pub notice: Option<String>,
}

/// The size of the screen and how it is shared out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Screen {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// What the reader decided about the panes.
    pub look: Look,
    /// The measure that [`Look`] began with.
    pub measure: u16,
    /// Whether the mouse is captured.
    pub mouse: bool,
    /// Whether the divider is being dragged.
    pub dragging: bool,
}

impl Screen {
    /// Where each pane lies.
    pub fn areas(&self) -> Areas {
        Areas::of(self.width, self.height, self.look)
    }
}

/// Where the reader is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reading {
    /// The first byte in view: a new width keeps the reader's place.
    pub top: u32,
    /// The mark that the reader is at.
    pub selected: Option<MarkId>,
    /// The item that is chosen: its marks are highlighted, its card is shown.
    pub chosen: Option<Item>,
    /// The index of the article's inline that is the link which the reader is at.
    pub link: Option<u32>,
}

impl Reading {
    /// The same place with nothing selected or chosen.
    #[must_use]
    pub const fn unmarked(self) -> Self {
        Self { top: self.top, selected: None, chosen: None, link: None }
    }
}

/// The keymap and what has been typed of a command.
#[derive(Clone, Debug, Default)]
pub struct Keys {
    /// Which keys give which command.
    pub map: Keymap,
    /// The beginning of a command.
    pub pending: Pending,
}

/// Who has the keys.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Mode {
    /// The text.
    #[default]
    Text,
    /// The panel.
    Panel,
    /// A card over the text, scrolled down by so many rows; whether the panel had the keys before.
    Card {
        /// Rows scrolled out of view.
        top: usize,
        /// Whether the panel gets the keys back.
        from_panel: bool,
    },
    /// The list of articles.
    Contents,
    /// The line that a search is typed into.
    Search(Typing),
    /// The line that a filter of the panel is typed into, with the filter before.
    Filter(Filter),
    /// The help.
    Help(Help),
}

/// A search being typed.
#[derive(Clone, PartialEq, Debug)]
pub struct Typing {
    /// What stands in the line.
    pub line: String,
    /// What the line finds.
    pub search: Search,
    /// Where the reader was, to go back there.
    pub before: Reading,
}

/// The help.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Help {
    /// Only lines with these words are shown.
    pub filter: String,
    /// Rows scrolled out of view.
    pub top: usize,
}

/// What `n` and `N` walk through.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Walk {
    /// The matches of a search, and the one that the reader is at.
    Search(Search, Option<TextRange>),
    /// The marks of a pinned item.
    Pinned(Item),
}

impl State {
    /// A session on `loaded`, on a screen of `width` by `height` cells; its annotations come by message.
    pub fn new(loaded: Loaded, width: u16, height: u16) -> Self {
        let look = Look::default();
        let screen = Screen { width, height, look, measure: look.measure, mouse: true, dragging: false };
        let mut state = Self {
            loaded,
            contents: None,
            findings: None,
            screen,
            layout: Layout::default(),
            reading: Reading::default(),
            panel: Panel::default(),
            mode: Mode::default(),
            keys: Keys::default(),
            walk: None,
            notice: None,
        };
        state.set();
        state
    }

    /// The same with the reader's own way to share out the screen, keys and mouse.
    #[must_use]
    pub fn with(mut self, look: Look, map: Keymap, mouse: bool) -> Self {
        self.screen = Screen { look, measure: look.measure, mouse, ..self.screen };
        self.keys.map = map;
        self.set();
        self
    }

    /// Puts another article in the place of this one. Screen, keys and the way the panel lists things stay.
    pub(super) fn turn_to(&mut self, loaded: Loaded) {
        self.loaded = loaded;
        self.findings = None;
        self.layout = Layout::default();
        self.reading = Reading::default();
        self.panel.empty();
        self.walk = None;
        self.notice = None;
        self.set();
    }

    /// The article.
    pub const fn article(&self) -> &Article {
        &self.loaded.article
    }

    /// Its text.
    pub fn text(&self) -> &str {
        self.loaded.article.text()
    }

    /// Sets the text for the width that the page has now; nothing is wrapped where that is the one it had.
    pub fn set(&mut self) {
        let width = self.screen.areas().page.width;
        if width > 0 && width != self.layout.width() {
            self.layout = Layout::new(&self.loaded.article, width);
        }
    }

    /// Takes the annotator's findings.
    pub fn annotated(&mut self, annotations: Annotations) {
        let findings = Findings::new(annotations);
        self.panel.list(&findings, self.loaded.article.text());
        self.findings = Some(findings);
    }

    /// The range of a mark, in bytes.
    pub fn range_of(&self, mark: MarkId) -> Option<TextRange> {
        Some(self.findings.as_ref()?.annotations().mark(mark)?.range)
    }
}
