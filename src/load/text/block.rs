//! Runs of lines to blocks: headings, paragraphs, lists, quotations and what is kept line by line.

use crate::article::{ArticleBuilder, BlockKind};
use crate::load::lines::Line;

use super::shape::{Shape, ends_sentence, measure, shape};
use crate::load::marker::{is_rule, marker, quoted, underline};

/// Adds the blocks that `lines` make.
pub(super) fn build(builder: &mut ArticleBuilder, lines: &[Line]) {
    let mut page = Page { builder, measure: measure(lines), margin: margin(lines) };
    let mut runs = lines.split(Line::is_blank).filter(|run| !run.is_empty()).peekable();
    while let Some(run) = runs.next() {
        page.run(run, runs.peek().copied());
    }
}

/// The indentation that most lines share.
fn margin(lines: &[Line]) -> usize {
    const DEEPEST: usize = 32;
    let mut counts = [0_usize; DEEPEST];
    for line in lines.iter().filter(|line| !line.is_blank()) {
        counts[line.indent.min(DEEPEST - 1)] += 1;
    }
    (0..DEEPEST).rev().max_by_key(|&indent| counts[indent]).unwrap_or(0)
}

/// What is known about the whole text while its runs are placed.
struct Page<'b> {
    builder: &'b mut ArticleBuilder,
    measure: Option<usize>,
    margin: usize,
}

impl Page<'_> {
    /// Places a run of lines; `next` is the run below it.
    fn run(&mut self, run: &[Line], next: Option<&[Line]>) {
        if let [line] = run
            && line.indent <= self.margin + 3
            && is_heading(line, next.unwrap_or_default())
        {
            return self.builder.block(BlockKind::Heading(2), line.text);
        }
        let has_list = has_list(run);
        let mut rest = run;
        while let Some(first) = rest.first() {
            let taken =
                if let Some(level) = rest.get(1).and_then(|line| underline(line.text)).filter(|_| is_short(first)) {
                    self.builder.block(BlockKind::Heading(level), first.text);
                    2
                } else if is_rule(first.text) {
                    1
                } else if quoted(first.text).is_some() {
                    self.quotation(rest)
                } else if has_list && marker(first.text).is_some() {
                    self.item(rest)
                } else {
                    self.plain(rest, has_list)
                };
            rest = &rest[taken..];
        }
    }

    /// Places quoted lines and tells how many they were.
    fn quotation(&mut self, lines: &[Line]) -> usize {
        let inner: Vec<Line> = lines.iter().map_while(|line| quoted(line.text)).map(Line::new).collect();
        for run in inner.split(Line::is_blank).filter(|run| !run.is_empty()) {
            self.prose(run, BlockKind::Quote);
        }
        inner.len()
    }

    /// Places an item of a list with the lines that go on below its marker, and tells how many they were.
    fn item(&mut self, lines: &[Line]) -> usize {
        let Some(marker) = marker(lines[0].text) else { return 1 };
        let more = lines[1..].iter().take_while(|line| !begins_anew(line, true)).count();
        let depth = (lines[0].indent.saturating_sub(self.margin) / 2).min(8) as u8;
        self.builder.begin(BlockKind::Item { depth, number: marker.number });
        self.builder.push(&lines[0].text[marker.length..]);
        for line in &lines[1..=more] {
            self.builder.push(" ");
            self.builder.push(line.text);
        }
        self.builder.end();
        1 + more
    }

    /// Places lines without a sign of their own and tells how many they were.
    fn plain(&mut self, lines: &[Line], has_list: bool) -> usize {
        let count = 1 + lines[1..].iter().take_while(|line| !begins_anew(line, has_list)).count();
        let run = &lines[..count];
        let is_deep = run.iter().all(|line| line.indent >= self.margin + 4);
        let indented = |line: &&Line| line.indent > self.margin;
        if is_deep && shape(run, self.measure) != Shape::Wrapped {
            self.kept(run);
        } else if is_deep && count > 1 {
            self.prose(run, BlockKind::Quote);
        } else if count > 2 && run.iter().skip(1).any(|line| indented(&line)) && !run.iter().all(|line| indented(&line))
        {
            self.indented_paragraphs(run);
        } else {
            self.prose(run, BlockKind::Paragraph);
        }
        count
    }

    /// Places a run in which some lines are indented: where a sentence ends before nearly every one of them, they begin
    /// paragraphs; else they show how a program or a table is built.
    fn indented_paragraphs(&mut self, run: &[Line]) {
        let begins: Vec<usize> = (1..run.len()).filter(|&at| run[at].indent > self.margin).collect();
        let fitting = begins.iter().filter(|&&at| ends_sentence(run[at - 1].text)).count();
        if fitting * 4 < begins.len() * 3 {
            return match shape(run, self.measure) {
                Shape::Kept => self.kept(run),
                _ => self.prose(run, BlockKind::Paragraph),
            };
        }
        let mut from = 0;
        for end in begins.into_iter().chain([run.len()]) {
            self.prose(&run[from..end], BlockKind::Paragraph);
            from = end;
        }
    }

    /// Places a run by its shape.
    fn prose(&mut self, run: &[Line], kind: BlockKind) {
        match shape(run, self.measure) {
            Shape::Wrapped => self.joined(run, kind),
            Shape::Kept => self.kept(run),
            Shape::Lines => {
                for (at, line) in run.iter().enumerate() {
                    let is_heading =
                        kind == BlockKind::Paragraph && is_heading(line, run.get(at + 1..).unwrap_or_default());
                    self.builder.block(if is_heading { BlockKind::Heading(2) } else { kind }, line.text);
                }
            }
        }
    }

    /// One block of all lines; a hyphen at the end of a line stays, since only a dictionary could tell what it joins.
    fn joined(&mut self, run: &[Line], kind: BlockKind) {
        self.builder.begin(kind);
        for (at, line) in run.iter().enumerate() {
            if at > 0 && !is_spaceless(run[at - 1].text, line.text) {
                self.builder.push(" ");
            }
            self.builder.push(line.text);
        }
        self.builder.end();
    }

    /// One preformatted block, without the indentation that all of its lines share.
    fn kept(&mut self, run: &[Line]) {
        let shared = run.iter().map(|line| line.indent).min().unwrap_or(0);
        self.builder.begin(BlockKind::Code);
        for (at, line) in run.iter().enumerate() {
            if at > 0 {
                self.builder.push("\n");
            }
            self.builder.push(&" ".repeat(line.indent - shared));
            self.builder.push(line.text);
        }
        self.builder.end();
    }
}

/// Whether the markers in a run are those of a list: it begins with one, one follows a colon, or half the lines have one.
fn has_list(run: &[Line]) -> bool {
    let marked = |line: &Line| marker(line.text).is_some();
    let after_colon = || run.windows(2).any(|pair| pair[0].text.ends_with(':') && marked(&pair[1]));
    run.first().is_some_and(marked) || after_colon() || run.iter().filter(|line| marked(line)).count() * 2 >= run.len()
}

/// Whether a line cannot go on what stands above it.
fn begins_anew(line: &Line, has_list: bool) -> bool {
    quoted(line.text).is_some() || is_rule(line.text) || (has_list && marker(line.text).is_some())
}

/// Whether a line is short enough to be a heading.
fn is_short(line: &Line) -> bool {
    line.width() <= 80
}

/// Whether the line reads as a heading of what stands below it: short, without the end of a sentence, above something
/// longer.
fn is_heading(line: &Line, below: &[Line]) -> bool {
    let text = line.text;
    let words = text.split(' ').count();
    let begins = text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let ends = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '?' | '!' | '%'));
    let has_letters = text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let longer = || below.iter().take(3).map(Line::width).sum::<usize>() >= (2 * line.width()).max(80);
    is_short(line) && words <= 12 && begins && ends && has_letters && marker(text).is_none() && longer()
}

/// Whether no space belongs between two lines that are joined: both are of a script written without.
fn is_spaceless(above: &str, below: &str) -> bool {
    let is_wide = |c: char| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}');
    above.ends_with(is_wide) && below.starts_with(is_wide)
}
