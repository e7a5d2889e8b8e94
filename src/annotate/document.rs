//! An article as the annotator sees it: tokens and sentences, made once and shared by every stage.

use std::ops::Range;

use crate::article::{Article, Block, BlockKind, Meta};
use crate::text::{Sentence, TextRange, Token, sentences, tokens};

/// Tokens and sentences of an article. Neither ever crosses the edge of a block; code has none of them, because its
/// words name nobody and its numbers measure nothing.
#[derive(Debug)]
pub struct Document<'a> {
    article: &'a Article,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl<'a> Document<'a> {
    /// Splits `article` into tokens and sentences.
    pub fn new(article: &'a Article) -> Self {
        let mut document = Self { article, tokens: Vec::new(), sentences: Vec::new() };
        for block in article.blocks().iter().filter(|block| block.kind != BlockKind::Code) {
            let first = document.tokens.len();
            document.tokens.extend(tokens(article.text(), block.range));
            let all = first..document.tokens.len();
            document.sentences.extend(sentences(article.text(), &document.tokens, all));
        }
        document
    }

    /// The whole text.
    pub fn text(&self) -> &'a str {
        self.article.text()
    }

    /// What is known about the article.
    pub fn meta(&self) -> &'a Meta {
        self.article.meta()
    }

    /// Paragraphs, headings and so on.
    pub fn blocks(&self) -> &'a [Block] {
        self.article.blocks()
    }

    /// All tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The text of the token at index `at`; empty past the end.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.of(self.text()))
    }

    /// The indexes of the tokens that share a byte with `range`.
    pub fn tokens_in(&self, range: TextRange) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.range.end() <= range.start());
        let last = self.tokens.partition_point(|token| token.range.start() < range.end());
        first..last.max(first)
    }

    /// The index of the sentence that holds the byte at `offset`; between two, the one before.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.range.start() <= offset).checked_sub(1)
    }
}
