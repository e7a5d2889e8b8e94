//! PDF: the text of each page in reading order, as blocks. Pictures of pages are not read.

use std::panic::{AssertUnwindSafe, catch_unwind};

use jiff::Timestamp;
use jiff::tz::Offset;
use unpdf::{Block, Document, Error, InlineContent, Metadata, Page, Paragraph, ParseOptions, Table};

use crate::article::{ArticleBuilder, BlockKind, InlineKind, Loaded, Meta, Published, Warning};
use crate::text::Clean;

/// Reads a document. One that is damaged, protected or made of pictures says so.
pub(super) fn parse(bytes: &[u8]) -> Loaded {
    let options = ParseOptions::new().lenient().with_resources(false).sequential();
    // Fonts and tables come from anywhere: where the library gives up on one, the reader goes on.
    let read = catch_unwind(AssertUnwindSafe(|| unpdf::parse_bytes_with_options(bytes, options)));
    match read {
        Ok(Ok(document)) => article(&document),
        Ok(Err(Error::Encrypted | Error::InvalidPassword)) => nothing("the PDF is protected by a password"),
        Ok(Err(_)) | Err(_) => nothing("the PDF is damaged, so that its text cannot be read"),
    }
}

fn nothing(why: &str) -> Loaded {
    let mut loaded = ArticleBuilder::default().finish();
    loaded.warnings = vec![Warning::other(why)];
    loaded
}

fn article(document: &Document) -> Loaded {
    let mut writer = Writer { builder: ArticleBuilder::new(meta(&document.metadata)), open: None, is_begun: false };
    document.pages.iter().for_each(|page| writer.page(page));
    writer.end();
    let mut loaded = writer.builder.finish();
    if document.pages.iter().any(|page| page.image_op_count > 0) && loaded.article.text().is_empty() {
        loaded.warnings = vec![Warning::other("the pages of the PDF are pictures; there is no text in them")];
    }
    loaded
}

/// What the document says about itself. Its title often is the name of a file, which tells nothing.
fn meta(told: &Metadata) -> Meta {
    let is_file = |title: &str| {
        let lower = title.to_lowercase();
        lower.starts_with("microsoft word")
            || lower.starts_with("untitled")
            || !lower.contains(' ') && lower.contains('.')
    };
    let authors = told.author.iter().flat_map(|authors| authors.split([';', ','])).flat_map(|part| part.split(" and "));
    Meta {
        title: told.title.as_deref().map(Clean::new).filter(|title| !title.is_empty() && !is_file(title.as_str())),
        authors: authors.map(Clean::new).filter(|name| !name.is_empty()).collect(),
        published: told.created.and_then(|moment| published(moment.timestamp())),
        ..Meta::default()
    }
}

/// The moment so many seconds after the beginning of 1970.
fn published(seconds: i64) -> Option<Published> {
    let moment = Timestamp::from_second(seconds).ok()?;
    Some(Published::Zoned(Offset::UTC.to_datetime(moment), Offset::UTC))
}

struct Writer {
    builder: ArticleBuilder,
    /// The last character of the paragraph that is open, which the next page may continue.
    open: Option<char>,
    /// Whether a block was written.
    is_begun: bool,
}

impl Writer {
    fn page(&mut self, page: &Page) {
        let mut is_first = true;
        for block in &page.elements {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, is_first),
                Block::Table(table) => self.whole(BlockKind::Table, &rows(table)),
                Block::Code { content } => self.whole(BlockKind::Code, content),
                Block::Raw { content } => self.whole(BlockKind::Paragraph, content),
                Block::Image { .. } | Block::HorizontalRule | Block::PageBreak | Block::SectionBreak => continue,
            }
            is_first = false;
        }
    }

    /// Writes a paragraph; the first of a page may go on from the last of the page before.
    fn paragraph(&mut self, paragraph: &Paragraph, is_first: bool) {
        let kind = self.kind(paragraph);
        let text = paragraph.plain_text();
        let goes_on = is_first && kind == BlockKind::Paragraph && text.starts_with(char::is_lowercase);
        match self.open {
            Some(last) if goes_on && !matches!(last, '.' | '!' | '?' | ':' | '”' | '"') => self.builder.push(" "),
            _ => self.begin(kind),
        }
        paragraph.content.iter().for_each(|inline| self.inline(inline));
        self.open = text.trim_end().chars().next_back().filter(|_| kind == BlockKind::Paragraph);
        if self.open.is_none() {
            self.builder.end();
        }
    }

    /// What a paragraph is. The first thing in a document is its title, if it is a heading and the document tells none.
    fn kind(&self, paragraph: &Paragraph) -> BlockKind {
        if let Some(list) = &paragraph.style.list_info {
            return BlockKind::Item { depth: list.level, number: list.item_number };
        }
        match paragraph.style.heading_level {
            Some(1) if !self.is_begun => BlockKind::Title,
            Some(level) => BlockKind::Heading(level.clamp(1, 6)),
            None => BlockKind::Paragraph,
        }
    }

    fn inline(&mut self, inline: &InlineContent) {
        match inline {
            InlineContent::Text(run) => {
                let kind = if run.style.bold { Some(InlineKind::Strong) } else { None };
                let kind = kind.or_else(|| run.style.italic.then_some(InlineKind::Emphasis));
                self.marked(kind, &run.text);
            }
            InlineContent::Link { text, url, .. } => {
                let is_opened = ["http://", "https://", "mailto:"].iter().any(|scheme| url.starts_with(scheme));
                self.marked(is_opened.then(|| InlineKind::Link(Clean::new(url))), text);
            }
            InlineContent::LineBreak => self.builder.push(" "),
            InlineContent::Image { .. } => {}
        }
    }

    fn marked(&mut self, kind: Option<InlineKind>, text: &str) {
        let Some(kind) = kind else { return self.builder.push(text) };
        self.builder.begin_inline(kind);
        self.builder.push(text);
        self.builder.end_inline();
    }

    fn whole(&mut self, kind: BlockKind, text: &str) {
        self.begin(kind);
        self.builder.push(text);
        self.builder.end();
    }

    fn begin(&mut self, kind: BlockKind) {
        self.end();
        self.is_begun = true;
        self.builder.begin(kind);
    }

    /// Ends the paragraph that is open, if one is.
    fn end(&mut self) {
        if self.open.take().is_some() {
            self.builder.end();
        }
    }
}

/// The rows of a table, one a line, cells parted by ` │ `.
fn rows(table: &Table) -> String {
    let row = |cells: Vec<String>| cells.join(" │ ");
    let text = |cell: &unpdf::TableCell| cell.plain_text().split_whitespace().collect::<Vec<_>>().join(" ");
    let rows = table.rows.iter().map(|line| row(line.cells.iter().map(text).collect()));
    rows.collect::<Vec<_>>().join("\n")
}
