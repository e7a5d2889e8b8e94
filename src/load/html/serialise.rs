//! Sets a tree out as the blocks and inlines of a draft.

use dom_query::NodeRef;

use crate::article::{BlockKind, InlineKind};
use crate::text::Clean;

use super::draft::{Area, Draft, Piece, Role, Run};
use super::links::Links;
use super::{dom, junk, tables};

/// The share of the running text that keeps an element which by its class is no part of an article.
const MOST: f32 = 0.4;

/// The blocks below `root`, without elements that by their name, role or class are no part of an article. For a whole
/// page, what surrounds its content goes too.
pub fn draft(root: &NodeRef<'_>, links: &Links, whole_page: bool) -> Draft {
    let mut writer = Writer {
        draft: Draft::default(),
        piece: None,
        kind: BlockKind::Paragraph,
        active: Vec::new(),
        lists: Vec::new(),
        boundary: false,
        links,
        whole_page,
    };
    writer.children(root);
    writer.end();
    let mut draft = writer.draft;
    draft.drop_doubtful(MOST);
    draft
}

struct Writer<'a> {
    draft: Draft,
    /// The open block.
    piece: Option<Piece>,
    /// The kind that a block opened by bare text gets.
    kind: BlockKind,
    /// The inlines around what is being written, outermost first.
    active: Vec<InlineKind>,
    /// The lists around what is being written, outermost first: the next number of a numbered one.
    lists: Vec<Option<u32>>,
    /// Whether an element began or ended since the last text.
    boundary: bool,
    links: &'a Links,
    whole_page: bool,
}

impl Writer<'_> {
    fn children(&mut self, node: &NodeRef<'_>) {
        for child in node.children_it(false) {
            self.node(&child);
        }
    }

    fn node(&mut self, node: &NodeRef<'_>) {
        if let Some(name) = dom::name(node) {
            self.signed(node, &name);
        } else if let Some(text) = dom::with_text(node, str::to_owned) {
            self.text(&text);
        }
    }

    /// Writes an element with regard to what it says it is.
    fn signed(&mut self, node: &NodeRef<'_>, name: &str) {
        let signs = junk::signs(node);
        let is_inline = !is_block(name);
        // Within a heading a class speaks of its anchor, not of its words.
        let in_heading = is_inline && matches!(self.kind, BlockKind::Heading(_));
        let doubtful = !in_heading && (signs.doubtful || (self.whole_page && signs.frame));
        if signs.junk || is_silent(name) || (doubtful && is_inline) {
            return;
        }
        let begin = self.draft.pieces.len() + usize::from(self.piece.is_some());
        self.element(node, name);
        let end = self.draft.pieces.len() + usize::from(self.piece.is_some());
        let roles = doubtful.then_some(Role::Doubtful).into_iter().chain(signs.called);
        let areas = roles.filter(|_| begin < end).map(|role| Area { pieces: begin..end, role });
        self.draft.areas.extend(areas);
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes()[1] - b'0';
                self.block(node, BlockKind::Heading(level));
            }
            "blockquote" => self.block(node, BlockKind::Quote),
            "pre" => self.preformatted(node),
            "figcaption" | "caption" => self.block(node, BlockKind::Caption),
            "ul" | "ol" | "menu" | "dir" => self.list(node, name == "ol"),
            "li" => self.item(node),
            "dd" => self.block(node, BlockKind::Item { depth: 0, number: None }),
            "table" => self.table(node),
            "br" => self.line_break(node),
            "hr" => self.end(),
            "em" | "i" | "cite" | "dfn" | "var" => self.inline(node, InlineKind::Emphasis),
            "strong" | "b" => self.inline(node, InlineKind::Strong),
            "code" | "kbd" | "samp" | "tt" => self.inline(node, InlineKind::Code),
            "a" => self.link(node),
            "q" => {
                self.text("“");
                self.children(node);
                self.text("”");
            }
            // How a word is pronounced stands beside it and is no part of the text.
            "rp" | "rt" | "rtc" => {}
            name if is_block(name) => self.block(node, self.kind),
            _ => {
                self.boundary = true;
                self.children(node);
                self.boundary = true;
            }
        }
    }

    /// Writes an element that stands by itself; what it holds falls into blocks of `kind`.
    fn block(&mut self, node: &NodeRef<'_>, kind: BlockKind) {
        self.end();
        let before = std::mem::replace(&mut self.kind, kind);
        self.children(node);
        self.end();
        self.kind = before;
    }

    fn preformatted(&mut self, node: &NodeRef<'_>) {
        self.end();
        let mut text = String::new();
        raw_text(node, &mut text);
        self.whole(BlockKind::Code, text.trim_matches('\n'));
    }

    fn list(&mut self, node: &NodeRef<'_>, numbered: bool) {
        self.end();
        let first = || node.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1);
        self.lists.push(numbered.then(first));
        self.block(node, self.kind);
        self.lists.pop();
    }

    fn item(&mut self, node: &NodeRef<'_>) {
        let depth = self.lists.len().saturating_sub(1).min(usize::from(u8::MAX)) as u8;
        let number = self.lists.last_mut().and_then(|next| {
            let number = *next;
            *next = next.map(|next| next.saturating_add(1));
            number
        });
        self.block(node, BlockKind::Item { depth, number });
    }

    fn table(&mut self, node: &NodeRef<'_>) {
        self.end();
        match tables::data(node) {
            Some(table) => {
                if let Some(caption) = table.caption {
                    self.whole(BlockKind::Caption, &caption);
                }
                self.whole(BlockKind::Table, &table.text);
            }
            None => self.block(node, self.kind),
        }
    }

    /// Two breaks in a row part paragraphs, a single one is a space.
    fn line_break(&mut self, node: &NodeRef<'_>) {
        let mut next = node.next_sibling();
        while let Some(blank) = next.filter(|next| dom::with_text(next, |text| text.trim().is_empty()) == Some(true)) {
            next = blank.next_sibling();
        }
        if next.is_some_and(|next| next.has_name("br")) {
            self.end();
        } else {
            self.text("\n");
        }
    }

    fn link(&mut self, node: &NodeRef<'_>) {
        self.boundary = true;
        match node.attr("href").and_then(|href| self.links.target(&href)) {
            Some(target) => self.inline(node, InlineKind::Link(Clean::new(&target))),
            // The mark of a heading (`¶`, `#`) that leads to itself.
            None if !node.text().contains(char::is_alphanumeric) => {}
            None => self.children(node),
        }
        self.boundary = true;
    }

    fn inline(&mut self, node: &NodeRef<'_>, kind: InlineKind) {
        self.active.push(kind.clone());
        if let Some(piece) = &mut self.piece {
            piece.runs.push(Run::Begin(kind));
        }
        self.children(node);
        self.active.pop();
        if let Some(piece) = &mut self.piece {
            piece.runs.push(Run::End);
        }
    }

    fn text(&mut self, text: &str) {
        let chars = text.chars().filter(|c| !c.is_whitespace()).count();
        if self.piece.is_none() && chars == 0 {
            return;
        }
        let linked = self.active.iter().any(|kind| matches!(kind, InlineKind::Link(_)));
        let begin = || {
            let mut piece = Piece::new(self.kind);
            piece.runs.extend(self.active.iter().cloned().map(Run::Begin));
            piece
        };
        let piece = self.piece.get_or_insert_with(begin);
        if std::mem::take(&mut self.boundary) && runs_into(piece, text) {
            piece.runs.push(Run::Text(" ".into()));
        }
        piece.runs.push(Run::Text(spaced(text)));
        piece.chars += chars;
        piece.linked += if linked { chars } else { 0 };
    }

    /// A block of plain text.
    fn whole(&mut self, kind: BlockKind, text: &str) {
        self.end();
        let before = std::mem::replace(&mut self.kind, kind);
        self.text(text);
        self.end();
        self.kind = before;
    }

    fn end(&mut self) {
        self.boundary = false;
        self.draft.pieces.extend(self.piece.take().filter(|piece| piece.chars > 0));
    }
}

/// The text with no-break spaces only where they keep a number together or with its unit.
fn spaced(text: &str) -> String {
    const NO_BREAK: [char; 2] = ['\u{A0}', '\u{202F}'];
    if !text.contains(NO_BREAK) {
        return text.to_owned();
    }
    let mut before = ' ';
    let keep = |c: char| {
        let kept = !NO_BREAK.contains(&c) || before.is_ascii_digit();
        before = c;
        if kept { c } else { ' ' }
    };
    text.chars().map(keep).collect()
}

/// Whether `text` would run into the word before it, as `Photo` and `Jane Doe` of two elements that only a style sheet
/// keeps apart.
fn runs_into(piece: &Piece, text: &str) -> bool {
    let before = piece.runs.iter().rev().find_map(|run| match run {
        Run::Text(text) => text.chars().next_back(),
        _ => None,
    });
    before.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit()) && text.starts_with(char::is_uppercase)
}

/// The text below `node` as it stands, a line break for every `<br>`.
fn raw_text(node: &NodeRef<'_>, to: &mut String) {
    for child in node.children_it(false) {
        if child.has_name("br") {
            to.push('\n');
        } else if dom::with_text(&child, |text| to.push_str(text)).is_none() {
            raw_text(&child, to);
        }
    }
}

/// Elements that show nothing, or nothing that is text.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "head"
            | "button"
            | "select"
            | "textarea"
            | "input"
            | "svg"
            | "object"
            | "iframe"
            | "video"
            | "audio"
            | "canvas"
            | "annotation"
            | "annotation-xml"
    )
}

/// Elements that begin a new line.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "li"
            | "table"
            | "blockquote"
            | "figcaption"
            | "pre"
            | "section"
            | "article"
            | "main"
            | "aside"
            | "header"
            | "footer"
            | "nav"
            | "figure"
            | "form"
            | "fieldset"
            | "legend"
            | "address"
            | "center"
            | "details"
            | "summary"
            | "dl"
            | "dt"
            | "tr"
            | "td"
            | "th"
            | "body"
            | "hgroup"
            | "search"
    )
}
