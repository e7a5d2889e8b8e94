//! THE table: all that a person can tell byline. Keys, help, hints, config and the README's table come from it.

/// Something a person can tell byline to do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // Each stands in the table below with its help.
pub enum Command {
    LineDown,
    LineUp,
    HalfPageDown,
    HalfPageUp,
    PageDown,
    PageUp,
    Top,
    Bottom,
    ParagraphDown,
    ParagraphUp,
    Next(Target),
    Previous(Target),
    Pin,
    Search,
    Again,
    Back,
    Card,
    Go,
    SwitchPane,
    TogglePanel,
    NextTab,
    PreviousTab,
    Filter,
    ClaimsBy,
    Sort,
    WidenPanel,
    NarrowPanel,
    WidenText,
    NarrowText,
    ResetText,
    Contents,
    Open,
    NextArticle,
    PreviousArticle,
    Outside,
    ToggleMouse,
    Redraw,
    Suspend,
    Help,
    Cancel,
    Quit,
}

/// What `]` and `[` jump to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Target {
    Entity,
    Person,
    Organization,
    Place,
    Statistic,
    Claim,
    Quotation,
    Date,
    Heading,
    Link,
}

/// Where keys go. Each context has its own keys; [`Context::Text`] and [`Context::Panel`] share most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Context {
    Text,
    Panel,
    Card,
    Contents,
    Search,
    Filter,
    Help,
}

/// One row of the table.
#[derive(Debug)]
pub struct Entry {
    /// What it does.
    pub command: Command,
    /// Its name in the config file.
    pub name: &'static str,
    /// where it works.
    pub contexts: &'static [Context],
    /// The keys that give it unless the config says otherwise, as [`keymap`](super::keymap) reads them.
    pub keys: &'static [&'static str],
    /// The heading that the help lists it under.
    pub group: Group,
    /// What it does, in a few words, as the help says it.
    pub help: &'static str,
    /// The same in one or two words for the status line; empty where it is never hinted at.
    pub hint: &'static str,
}

/// The headings of the help.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Group {
    /// Scrolling.
    Move,
    /// Jumping between findings.
    Jump,
    /// Searching and pinning.
    Find,
    /// The panel.
    Panel,
    /// The list of articles.
    Articles,
    /// The program.
    Program,
}

impl Group {
    /// All groups, in the order that the help shows them.
    pub const ALL: [Self; 6] = [Self::Move, Self::Jump, Self::Find, Self::Panel, Self::Articles, Self::Program];

    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Jump => "Jump",
            Self::Find => "Find",
            Self::Panel => "Panel",
            Self::Articles => "Articles",
            Self::Program => "byline",
        }
    }
}

impl Context {
    /// Its name in messages about keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Panel => "panel",
            Self::Card => "card",
            Self::Contents => "contents",
            Self::Search => "search",
            Self::Filter => "filter",
            Self::Help => "help",
        }
    }

    /// Whether characters are typed into a line here, so that only keys without one can be bound.
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Search | Self::Filter | Self::Help)
    }
}

const TEXT: &[Context] = &[Context::Text];
const PANES: &[Context] = &[Context::Text, Context::Panel];
const LISTS: &[Context] = &[Context::Text, Context::Panel, Context::Card, Context::Contents];
const PANEL: &[Context] = &[Context::Panel];
const CONTENTS: &[Context] = &[Context::Contents];
const ALL: &[Context] =
    &[Context::Text, Context::Panel, Context::Card, Context::Contents, Context::Search, Context::Filter, Context::Help];
const EVERYWHERE_BUT_TYPING: &[Context] = &[Context::Text, Context::Panel, Context::Card, Context::Contents];

const fn row(
    command: Command,
    name: &'static str,
    contexts: &'static [Context],
    keys: &'static [&'static str],
    group: Group,
    help: &'static str,
    hint: &'static str,
) -> Entry {
    Entry { command, name, contexts, keys, group, help, hint }
}

/// Every command, in the order that the help lists them.
#[rustfmt::skip] // A table reads better as one.
pub static TABLE: &[Entry] = &[
    row(Command::LineDown,      "line-down",      LISTS, &["j", "Down"],                        Group::Move, "a line down",                  ""),
    row(Command::LineUp,        "line-up",        LISTS, &["k", "Up"],                          Group::Move, "a line up",                    ""),
    row(Command::HalfPageDown,  "half-page-down", LISTS, &["d", "Ctrl-d"],                      Group::Move, "half a page down",             ""),
    row(Command::HalfPageUp,    "half-page-up",   LISTS, &["u", "Ctrl-u"],                      Group::Move, "half a page up",               ""),
    row(Command::PageDown,      "page-down",      LISTS, &["Space", "f", "PageDown", "Ctrl-f"], Group::Move, "a page down",                  "page"),
    row(Command::PageUp,        "page-up",        LISTS, &["b", "PageUp", "Ctrl-b"],            Group::Move, "a page up",                    ""),
    row(Command::Top,           "top",            LISTS, &["g", "Home"],                        Group::Move, "to the top (gg too)",          ""),
    row(Command::Bottom,        "bottom",         LISTS, &["G", "End"],                         Group::Move, "to the end; 12G: paragraph 12", ""),
    row(Command::ParagraphDown, "paragraph-down", TEXT,  &["}"],                                Group::Move, "a paragraph down",             ""),
    row(Command::ParagraphUp,   "paragraph-up",   TEXT,  &["{"],                                Group::Move, "a paragraph up",               ""),

    row(Command::Next(Target::Entity),           "next-entity",           PANES, &["]e"], Group::Jump, "next entity of any kind",   "next entity"),
    row(Command::Previous(Target::Entity),       "previous-entity",       PANES, &["[e"], Group::Jump, "previous entity",           ""),
    row(Command::Next(Target::Person),           "next-person",           PANES, &["]p"], Group::Jump, "next person",               ""),
    row(Command::Previous(Target::Person),       "previous-person",       PANES, &["[p"], Group::Jump, "previous person",           ""),
    row(Command::Next(Target::Organization),     "next-organization",     PANES, &["]o"], Group::Jump, "next organization",         ""),
    row(Command::Previous(Target::Organization), "previous-organization", PANES, &["[o"], Group::Jump, "previous organization",     ""),
    row(Command::Next(Target::Place),            "next-place",            PANES, &["]l"], Group::Jump, "next place (location)",     ""),
    row(Command::Previous(Target::Place),        "previous-place",        PANES, &["[l"], Group::Jump, "previous place",            ""),
    row(Command::Next(Target::Statistic),        "next-statistic",        PANES, &["]s"], Group::Jump, "next statistic",            "next number"),
    row(Command::Previous(Target::Statistic),    "previous-statistic",    PANES, &["[s"], Group::Jump, "previous statistic",        ""),
    row(Command::Next(Target::Claim),            "next-claim",            PANES, &["]c"], Group::Jump, "next claim",                "next claim"),
    row(Command::Previous(Target::Claim),        "previous-claim",        PANES, &["[c"], Group::Jump, "previous claim",            ""),
    row(Command::Next(Target::Quotation),        "next-quotation",        PANES, &["]q"], Group::Jump, "next claim with a quotation", ""),
    row(Command::Previous(Target::Quotation),    "previous-quotation",    PANES, &["[q"], Group::Jump, "previous claim with a quotation", ""),
    row(Command::Next(Target::Date),             "next-date",             PANES, &["]d"], Group::Jump, "next date",                 ""),
    row(Command::Previous(Target::Date),         "previous-date",         PANES, &["[d"], Group::Jump, "previous date",             ""),
    row(Command::Next(Target::Heading),          "next-heading",          PANES, &["]h"], Group::Jump, "next heading",              ""),
    row(Command::Previous(Target::Heading),      "previous-heading",      PANES, &["[h"], Group::Jump, "previous heading",          ""),
    row(Command::Next(Target::Link),             "next-link",             PANES, &["]u"], Group::Jump, "next link (URL); Enter follows it", "next link"),
    row(Command::Previous(Target::Link),         "previous-link",         PANES, &["[u"], Group::Jump, "previous link",             ""),

    row(Command::Search, "search", TEXT,  &["/"], Group::Find, "search the text",                                        "search"),
    row(Command::Pin,    "pin",    PANES, &["*"], Group::Find, "pin the entity here; n and N walk its mentions",          "pin"),
    row(Command::Again,  "again",  PANES, &["n"], Group::Find, "next of what is searched or pinned",                     "next"),
    row(Command::Back,   "back",   PANES, &["N"], Group::Find, "previous of what is searched or pinned",                 ""),
    row(Command::Card,   "card",   TEXT,  &["Enter", "w"], Group::Find, "what this is, and why it is marked; a link: follow it", "why"),

    row(Command::SwitchPane,  "switch-pane",  PANES, &["Tab", "Shift-Tab"], Group::Panel, "from the text to the panel and back",     "panel"),
    row(Command::TogglePanel, "toggle-panel", PANES, &["p"],                Group::Panel, "show or hide the panel",                  ""),
    row(Command::Go,          "go",           PANEL, &["Enter"],            Group::Panel, "go there; again: to the next mention",    "go there"),
    row(Command::Card,        "panel-card",   PANEL, &["w"],                Group::Panel, "what this is, and why it is marked",      "why"),
    row(Command::NextTab,     "next-tab",     PANEL, &["l", "Right"],       Group::Panel, "only the next kind of finding",           "kinds"),
    row(Command::PreviousTab, "previous-tab", PANEL, &["h", "Left"],        Group::Panel, "only the kind before",                    ""),
    row(Command::Filter,      "filter",       PANEL, &["/"],                Group::Panel, "filter: >100 % up quoted unattributed by:name", "filter"),
    row(Command::ClaimsBy,    "claims-by",    PANEL, &["c"],                Group::Panel, "only the claims of who is chosen",        ""),
    row(Command::Sort,        "sort",         PANEL, &["s"],                Group::Panel, "another order: place, kind, size, speaker", "sort"),
    row(Command::WidenPanel,  "widen-panel",  PANES, &["<"],                Group::Panel, "a wider panel",                           ""),
    row(Command::NarrowPanel, "narrow-panel", PANES, &[">"],                Group::Panel, "a narrower panel",                        ""),

    row(Command::Contents,        "contents",         PANES,    &["o"],                    Group::Articles, "the list of articles: a directory, book or feed", "list"),
    row(Command::Open,            "open",             CONTENTS, &["Enter", "l", "Right"], Group::Articles, "open the article",         "open"),
    row(Command::NextArticle,     "next-article",     PANES,    &["]a"],                   Group::Articles, "the next article of the list", "next article"),
    row(Command::PreviousArticle, "previous-article", PANES,    &["[a"],                   Group::Articles, "the article before",       ""),
    row(Command::Outside,         "browser",          PANES,    &["O"],                    Group::Articles, "the link, or the article's page, in the browser", "browser"),

    row(Command::WidenText,   "widen-text",   PANES, &["+"],      Group::Program, "longer lines of text",                       ""),
    row(Command::NarrowText,  "narrow-text",  PANES, &["-"],      Group::Program, "shorter lines of text",                      ""),
    row(Command::ResetText,   "reset-text",   PANES, &["="],      Group::Program, "lines as they were",                         ""),
    row(Command::ToggleMouse, "toggle-mouse", PANES, &["M"],      Group::Program, "leave the mouse to the terminal, or take it", ""),
    row(Command::Redraw,      "redraw",       ALL,   &["Ctrl-l"], Group::Program, "paint the screen anew",                      ""),
    row(Command::Suspend,     "suspend",      ALL,   &["Ctrl-z"], Group::Program, "stop; fg comes back",                        ""),
    row(Command::Help,        "help",         EVERYWHERE_BUT_TYPING, &["?", "F1"], Group::Program, "this help; type to filter it",  "help"),
    row(Command::Cancel,      "cancel",       ALL,   &["Esc", "Ctrl-c"],        Group::Program, "back out of anything",             "back"),
    row(Command::Quit,        "quit",         EVERYWHERE_BUT_TYPING, &["q"],    Group::Program, "quit",                             "quit"),
];

impl Command {
    /// Its rows in the table: most have one.
    pub fn entries(self) -> impl Iterator<Item = &'static Entry> {
        TABLE.iter().filter(move |entry| entry.command == self)
    }
}

/// The row with this name.
pub fn named(name: &str) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.name == name)
}
