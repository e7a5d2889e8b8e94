//! Parses a page into a tree under limits, so that no page can make the parser slow, deep or large.
//!
//! The tree builder of HTML is quadratic in the depth of open elements (servo/html5ever#788), so tags that would nest
//! too deep are left out, as browsers do at 512. Scripts and styles never enter the tree.

use std::cell::RefCell;

use dom_query::{Document, NodeId};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName};

use crate::text::head;

use super::attributes;

/// How deep elements that hold blocks may nest.
const MAX_BLOCK_DEPTH: usize = 256;
/// How deep inline elements may nest; beyond it tags are left out, their text stays.
const MAX_INLINE_DEPTH: usize = 64;
/// How many attributes of an element are kept.
const MAX_ATTRIBUTES: usize = 64;
/// How many bytes of an attribute's value are kept; `content` of a `<meta>` may be longer.
const MAX_VALUE: usize = 4 << 10;
/// How many bytes the `content` of a `<meta>` may have.
const MAX_CONTENT: usize = 64 << 10;
/// How many inline elements are kept; beyond it tags are left out, their text stays.
const MAX_INLINES: usize = 50_000;
/// Bytes that the tokenizer gets at once, so that it does not copy the whole page.
const PIECE: usize = 64 << 10;

/// Parses `html` into a tree without scripts, styles and comments. Never fails, whatever the input.
pub fn document(html: &str) -> Document {
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let sink = Guard {
        builder: TreeBuilder::new(Document::default(), options),
        state: RefCell::new(State { xhtml: html.trim_start().starts_with("<?xml"), ..State::default() }),
    };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let mut at = 0;
    for spared in attributes::spared(html) {
        if spared.bytes.start < at {
            // Within a script that was left out.
            continue;
        }
        feed(&tokenizer, &html[at..spared.bytes.start]);
        let is_skipping = tokenizer.sink.state.borrow().skipping.is_some();
        at = if spared.is_text && !is_skipping { spared.bytes.start } else { spared.bytes.end };
    }
    feed(&tokenizer, &html[at..]);
    tokenizer.end();
    tokenizer.sink.builder.sink
}

/// Tokenizes the next part of the page.
fn feed(tokenizer: &Tokenizer<Guard>, mut html: &str) {
    let queue = BufferQueue::default();
    while !html.is_empty() {
        let (piece, behind) = html.split_at(head(html, PIECE).len());
        queue.push_back(StrTendril::from(piece));
        // The tokenizer also stops at the end of a script and at a declared encoding; it is told to go on.
        while !matches!(tokenizer.feed(&queue), html5ever::TokenizerResult::Done) {}
        html = behind;
    }
}

/// Stands between tokenizer and tree builder and decides what the tree builder gets to see.
struct Guard {
    builder: TreeBuilder<NodeId, Document>,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    /// The elements that are open, as far as they count for the depth.
    open: Vec<LocalName>,
    /// How many of them hold blocks.
    blocks: usize,
    /// Inline elements that were kept.
    inlines: usize,
    /// The raw element whose text is being skipped.
    skipping: Option<LocalName>,
    /// The page is XML, where `<title/>` is an empty element and not the beginning of a title.
    xhtml: bool,
}

impl TokenSink for Guard {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match token {
            Token::TagToken(tag) => self.tag(tag, line),
            Token::CharacterTokens(_) | Token::NullCharacterToken if self.state.borrow().skipping.is_some() => {
                TokenSinkResult::Continue
            }
            Token::CommentToken(_) | Token::ParseError(_) => TokenSinkResult::Continue,
            other => self.builder.process_token(other, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

impl Guard {
    fn tag(&self, mut tag: Tag, line: u64) -> TokenSinkResult<NodeId> {
        let foreign = self.adjusted_current_node_present_but_not_in_html_namespace();
        let pass = match tag.kind {
            TagKind::StartTag => {
                cap_attributes(&mut tag);
                unhide(&mut tag);
                self.state.borrow_mut().start(&tag, foreign)
            }
            TagKind::EndTag => self.state.borrow_mut().end(&tag.name),
        };
        match pass {
            Pass::On => self.builder.process_token(Token::TagToken(tag), line),
            Pass::Drop => TokenSinkResult::Continue,
            Pass::Skip(kind) => TokenSinkResult::RawData(kind),
        }
    }
}

/// What happens to a tag.
enum Pass {
    /// The tree builder gets it.
    On,
    /// It is left out; what it holds is kept.
    Drop,
    /// It is left out with its text, which is raw.
    Skip(RawKind),
}

impl State {
    fn start(&mut self, tag: &Tag, foreign: bool) -> Pass {
        let name = &*tag.name;
        if name == "html" && tag.attrs.iter().any(|a| &*a.name.local == "xmlns") {
            self.xhtml = true;
        }
        if self.xhtml && tag.self_closing && is_raw(name) {
            return Pass::Drop;
        }
        if !foreign && let Some(kind) = skipped_kind(tag) {
            self.skipping = Some(tag.name.clone());
            return Pass::Skip(kind);
        }
        if is_void(name) || (foreign && tag.self_closing) || closes_itself(name) {
            return Pass::On;
        }
        let block = holds_blocks(name);
        let inline_depth = self.open.len() - self.blocks;
        let is_full = if block {
            self.blocks >= MAX_BLOCK_DEPTH
        } else {
            inline_depth >= MAX_INLINE_DEPTH || self.inlines >= MAX_INLINES
        };
        if is_full {
            return Pass::Drop;
        }
        self.open.push(tag.name.clone());
        self.blocks += usize::from(block);
        self.inlines += usize::from(!block);
        Pass::On
    }

    fn end(&mut self, name: &LocalName) -> Pass {
        if self.skipping.as_ref() == Some(name) {
            self.skipping = None;
            return Pass::Drop;
        }
        self.close(name);
        Pass::On
    }

    /// Takes an element off the stack as the tree builder would: the end of a block ends what is open in it, the end
    /// of an inline ends itself alone, and no end tag reaches beyond a scope.
    fn close(&mut self, name: &LocalName) {
        let within = self.open.iter().rposition(|open| open == name || is_scope(open));
        let Some(at) = within.filter(|&at| self.open.get(at) == Some(name)) else { return };
        if holds_blocks(name) {
            self.blocks -= self.open.drain(at..).filter(|open| holds_blocks(open)).count();
        } else {
            self.open.remove(at);
        }
    }
}

/// Scripts but those that hold data, and styles: how the tokenizer has to read their text.
fn skipped_kind(tag: &Tag) -> Option<RawKind> {
    match &*tag.name {
        "script" if !is_data(tag) => Some(RawKind::ScriptData),
        "style" | "noembed" | "noframes" | "xmp" | "iframe" => Some(RawKind::Rawtext),
        _ => None,
    }
}

/// Whether a script is JSON-LD.
fn is_data(tag: &Tag) -> bool {
    tag.attrs.iter().any(|a| &*a.name.local == "type" && a.value.to_ascii_lowercase().contains("ld+json"))
}

fn cap_attributes(tag: &mut Tag) {
    tag.attrs.truncate(MAX_ATTRIBUTES);
    let meta = &*tag.name == "meta";
    for Attribute { value, .. } in &mut tag.attrs {
        let most = if meta { MAX_CONTENT } else { MAX_VALUE };
        if value.len() > most {
            *value = StrTendril::from(head(value, most));
        }
    }
}

/// React streams parts of a page in hidden elements (`S:0`, `S:1`…) that a script moves to their place.
fn unhide(tag: &mut Tag) {
    let streamed = |a: &Attribute| &*a.name.local == "id" && a.value.strip_prefix("S:").is_some_and(|n| !n.is_empty());
    if tag.attrs.iter().any(streamed) {
        tag.attrs.retain(|attribute| &*attribute.name.local != "hidden");
    }
}

/// Elements whose text the tokenizer reads raw, so that a self-closed one would swallow the page.
fn is_raw(name: &str) -> bool {
    matches!(name, "title" | "script" | "style" | "textarea" | "iframe" | "noframes" | "noembed" | "xmp")
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Elements whose end tag may be left out: the next one of its kind ends it, so they do not nest by themselves.
fn closes_itself(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "head"
            | "body"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "option"
            | "optgroup"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "rt"
            | "rp"
    )
}

/// Elements that end tags within them do not reach beyond.
fn is_scope(name: &str) -> bool {
    matches!(name, "table" | "template" | "object" | "applet" | "marquee" | "svg" | "math")
}

/// Elements that hold blocks; all others are taken for inline.
fn holds_blocks(name: &str) -> bool {
    matches!(
        name,
        "div"
            | "section"
            | "article"
            | "main"
            | "aside"
            | "header"
            | "footer"
            | "nav"
            | "ul"
            | "ol"
            | "dl"
            | "table"
            | "blockquote"
            | "form"
            | "fieldset"
            | "figure"
            | "center"
            | "details"
            | "template"
            | "object"
            | "applet"
            | "marquee"
    )
}
