//! Markdown to an article: headings, lists, quotations, code and tables as blocks; emphasis and links as inlines.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::article::{ArticleBuilder, BlockKind, InlineKind, Loaded, Meta};
use crate::text::Clean;

use super::front_matter;
use super::tags::without_tags;

/// Builds Markdown. The first heading, where nothing stands before it, is the title.
pub(super) fn parse(text: &str) -> Loaded {
    let mut page = Page { builder: ArticleBuilder::new(Meta::default()), ..Page::default() };
    for event in Parser::new_ext(text, options()) {
        page.event(event);
    }
    page.builder.finish()
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
}

/// An article while it is written.
#[derive(Default)]
struct Page {
    builder: ArticleBuilder,
    /// Whether a block has been written.
    is_begun: bool,
    /// Whether the open block has been begun.
    is_open: bool,
    /// Quotations that are open.
    quotes: usize,
    /// Lists that are open, with the number of the next item.
    lists: Vec<Option<u64>>,
    /// The item whose text has not begun.
    item: Option<BlockKind>,
    /// The first heading, until it is known to be the title.
    title: Option<String>,
    /// Where text goes that is no text of a block.
    aside: Option<Aside>,
    table: Table,
}

/// Text that is gathered apart.
enum Aside {
    FrontMatter(String),
    /// A description of a picture, which is not shown.
    Image(usize),
}

#[derive(Default)]
struct Table {
    rows: Vec<String>,
    cells: Vec<String>,
    is_open: bool,
}

impl Page {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.finish(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(text) => {
                self.inline(InlineKind::Code);
                self.text(&text);
                self.end_inline();
            }
            Event::SoftBreak | Event::HardBreak => self.text(" "),
            Event::FootnoteReference(name) => self.text(&format!("[{name}]")),
            Event::TaskListMarker(done) => self.text(if done { "☑ " } else { "☐ " }),
            Event::InlineHtml(tag) => {
                if tag.starts_with("<br") {
                    self.text(" ");
                }
            }
            Event::Html(html) => self.text(&without_tags(&html)),
            Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Heading { level, .. } => {
                let level = level as u8;
                let is_title = level == 1 && !self.is_begun;
                self.begin(if is_title { BlockKind::Title } else { BlockKind::Heading(level) });
                if is_title {
                    self.title = Some(String::new());
                }
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::CodeBlock(_) => self.begin(BlockKind::Code),
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => self.start_item(),
            Tag::FootnoteDefinition(name) => {
                self.close();
                self.text(&format!("[{name}] "));
            }
            Tag::Table(_) => self.table = Table { is_open: true, ..Table::default() },
            Tag::TableCell => self.table.cells.push(String::new()),
            Tag::Emphasis => self.inline(InlineKind::Emphasis),
            Tag::Strong => self.inline(InlineKind::Strong),
            Tag::Link { dest_url, .. } => self.inline(InlineKind::Link((&*dest_url).into())),
            Tag::Image { .. } => match &mut self.aside {
                Some(Aside::Image(depth)) => *depth += 1,
                _ => self.aside = Some(Aside::Image(1)),
            },
            Tag::MetadataBlock(_) => self.aside = Some(Aside::FrontMatter(String::new())),
            _ => {}
        }
    }

    fn finish(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::FootnoteDefinition => self.close(),
            TagEnd::Heading(_) => self.finish_heading(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes -= 1;
            }
            TagEnd::Item => {
                self.close();
                self.item = None;
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::TableHead | TagEnd::TableRow => self.table.end_row(),
            TagEnd::Table => self.finish_table(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.end_inline(),
            TagEnd::Image => match &mut self.aside {
                Some(Aside::Image(depth)) if *depth > 1 => *depth -= 1,
                _ => self.aside = None,
            },
            TagEnd::MetadataBlock(_) => self.finish_front_matter(),
            _ => {}
        }
    }

    /// Adds text where it belongs now.
    fn text(&mut self, text: &str) {
        match &mut self.aside {
            Some(Aside::FrontMatter(known)) => return known.push_str(text),
            Some(Aside::Image(_)) => return,
            None => {}
        }
        if self.table.is_open {
            if let Some(cell) = self.table.cells.last_mut() {
                cell.push_str(text);
            }
            return;
        }
        if let Some(title) = &mut self.title {
            title.push_str(text);
        }
        self.ensure();
        self.builder.push(text);
    }

    /// Opens the block that text belongs to here, if none is open.
    fn ensure(&mut self) {
        if self.is_open {
            return;
        }
        let plain = if self.quotes > 0 { BlockKind::Quote } else { BlockKind::Paragraph };
        let kind = self.item.take().unwrap_or(plain);
        self.begin(kind);
    }

    /// Opens a block. Before the first one the title of the front matter is set, so that the names in it are found,
    /// unless that block is a title itself.
    fn begin(&mut self, kind: BlockKind) {
        self.close();
        if !self.is_begun
            && kind != BlockKind::Title
            && let Some(title) = self.builder.meta().title.clone()
        {
            self.builder.block(BlockKind::Title, title.as_str());
        }
        self.builder.begin(kind);
        (self.is_open, self.is_begun) = (true, true);
    }

    fn close(&mut self) {
        if self.is_open {
            self.builder.end();
            self.is_open = false;
        }
    }

    fn inline(&mut self, kind: InlineKind) {
        if self.aside.is_none() && !self.table.is_open {
            self.ensure();
            self.builder.begin_inline(kind);
        }
    }

    fn end_inline(&mut self) {
        if self.aside.is_none() && !self.table.is_open {
            self.builder.end_inline();
        }
    }

    fn start_item(&mut self) {
        self.close();
        let depth = self.lists.len().saturating_sub(1).min(usize::from(u8::MAX)) as u8;
        let number = self.lists.last_mut().and_then(|next| {
            let number = (*next)?;
            *next = Some(number.saturating_add(1));
            u32::try_from(number).ok()
        });
        self.item = Some(BlockKind::Item { depth, number });
    }

    fn finish_heading(&mut self) {
        self.close();
        if let Some(title) = self.title.take()
            && self.builder.meta().title.is_none()
        {
            self.builder.meta().title = Some(Clean::new(&title)).filter(|title| !title.is_empty());
        }
    }

    fn finish_table(&mut self) {
        self.table.is_open = false;
        let rows = std::mem::take(&mut self.table.rows);
        self.begin(BlockKind::Table);
        self.builder.push(&rows.join("\n"));
        self.close();
    }

    fn finish_front_matter(&mut self) {
        let Some(Aside::FrontMatter(text)) = self.aside.take() else { return };
        front_matter::read(&text, self.builder.meta());
    }
}

impl Table {
    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        self.rows.push(cells.join(" │ "));
    }
}
