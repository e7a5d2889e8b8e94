//! Marked text: expectations written in the text itself, `{Sam Altman|person}, CEO of {OpenAI|organization}`.

use byline::text::TextRange;

/// A text and the ranges that were marked in it, in order of their opening brace.
pub struct Marked {
    /// The text without the marks.
    pub text: String,
    /// Each marked range with its label.
    pub marks: Vec<(TextRange, String)>,
}

/// Reads `{range|label}`; marks may nest. `\{`, `\|` and `\}` stand for themselves.
pub fn parse(source: &str) -> Marked {
    let mut text = String::new();
    let mut marks: Vec<(usize, Option<usize>, String)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.extend(chars.next()),
            '{' => {
                open.push(marks.len());
                marks.push((text.len(), None, String::new()));
            }
            '|' if !open.is_empty() => {
                let mark = &mut marks[open.pop().expect("an open mark")];
                mark.1 = Some(text.len());
                mark.2 = chars.by_ref().take_while(|&c| c != '}').collect();
            }
            _ => text.push(c),
        }
    }
    let closed = |(start, end, label): (usize, Option<usize>, String)| {
        let end = end.unwrap_or_else(|| panic!("a mark opened at {start} has no label: {source}"));
        (TextRange::new(start, end).expect("in order"), label)
    };
    Marked { text, marks: marks.into_iter().map(closed).collect() }
}

/// Writes `text` with its marks, as [`parse`] reads it, so that a failure shows both sides in one notation.
pub fn write(text: &str, marks: &[(TextRange, String)]) -> String {
    let mut out = String::new();
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        let mut ends: Vec<_> = marks.iter().filter(|(range, _)| range.end() == at && !range.is_empty()).collect();
        ends.sort_by_key(|(range, _)| std::cmp::Reverse(range.start()));
        for (_, label) in ends {
            out.extend(["|", label, "}"]);
        }
        out.extend(marks.iter().filter(|(range, _)| range.start() == at && range.end() > at).map(|_| '{'));
        if c != '\0' {
            out.push(c);
        }
    }
    out
}

#[test]
fn what_is_written_reads_back() {
    let source = "{{Émilie Dupont|person} said {rents rose {42 percent|percent}|content}|claim}.";
    let marked = parse(source);
    assert_eq!(marked.text, "Émilie Dupont said rents rose 42 percent.");
    assert_eq!(marked.marks[0].1, "claim");
    assert_eq!(write(&marked.text, &marked.marks), source);
}
