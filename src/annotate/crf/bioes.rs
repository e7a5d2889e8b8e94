//! Labels that mark spans: outside, and begin, inside, end or single for each type of span.

use std::ops::Range;

/// The label of tokens outside every span, in every labelling.
pub const OUTSIDE: u8 = 0;

/// The four labels that each type of span has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The first of several tokens.
    Begin,
    /// Neither first nor last.
    Inside,
    /// The last of several tokens.
    End,
    /// A span of one token.
    Single,
}

const PARTS: [Part; 4] = [Part::Begin, Part::Inside, Part::End, Part::Single];

/// The BIOES labelling for a number of types of span. Label 0 is [`OUTSIDE`], then come the four parts of each type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bioes {
    /// How many types of span there are.
    pub types: u8,
}

impl Bioes {
    /// How many labels there are.
    pub const fn labels(self) -> usize {
        1 + 4 * self.types as usize
    }

    /// The label of a part of a span of type `kind`.
    pub const fn label(kind: u8, part: Part) -> u8 {
        1 + 4 * kind + part as u8
    }

    /// Type and part that `label` stands for; `None` outside.
    pub fn parse(label: u8) -> Option<(u8, Part)> {
        let at = label.checked_sub(1)?;
        Some((at / 4, PARTS[usize::from(at % 4)]))
    }

    /// The labels of a span of type `kind` that is `length` tokens long.
    pub fn span(kind: u8, length: usize) -> impl Iterator<Item = u8> {
        (0..length).map(move |at| {
            let part = match (at == 0, at + 1 == length) {
                (true, true) => Part::Single,
                (true, false) => Part::Begin,
                (false, true) => Part::End,
                (false, false) => Part::Inside,
            };
            Self::label(kind, part)
        })
    }

    /// Whether a token labelled `to` may follow one labelled `from`; `None` is the edge of the sequence.
    pub fn allows(from: Option<u8>, to: Option<u8>) -> bool {
        let from = from.and_then(Self::parse);
        let to = to.and_then(Self::parse);
        match (from, to) {
            (Some((kind, Part::Begin | Part::Inside)), next) => {
                matches!(next, Some((same, Part::Inside | Part::End)) if same == kind)
            }
            (_, next) => !matches!(next, Some((_, Part::Inside | Part::End))),
        }
    }

    /// The spans that `labels` mark, in order, each with its type. `labels` must keep to [`Bioes::allows`].
    pub fn spans(labels: &[u8]) -> Vec<(Range<usize>, u8)> {
        let mut spans = Vec::new();
        let mut first = 0;
        for (at, &label) in labels.iter().enumerate() {
            match Self::parse(label) {
                Some((_, Part::Begin)) => first = at,
                Some((kind, Part::End)) => spans.push((first..at + 1, kind)),
                Some((kind, Part::Single)) => spans.push((at..at + 1, kind)),
                Some((_, Part::Inside)) | None => {}
            }
        }
        spans
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_read_back_as_they_were_written() {
        let mut labels = vec![OUTSIDE];
        labels.extend(Bioes::span(1, 3));
        labels.extend(Bioes::span(0, 1));
        labels.extend(Bioes::span(1, 2));
        assert_eq!(Bioes::spans(&labels), [(1..4, 1), (4..5, 0), (5..7, 1)]);
        let mut edges = labels.iter().map(|&label| Some(label)).collect::<Vec<_>>();
        edges.insert(0, None);
        edges.push(None);
        assert!(edges.windows(2).all(|pair| Bioes::allows(pair[0], pair[1])));
    }

    #[test]
    fn a_span_must_end_as_it_began() {
        let begin = Some(Bioes::label(0, Part::Begin));
        assert!(!Bioes::allows(begin, Some(Bioes::label(1, Part::End))));
        assert!(!Bioes::allows(begin, None));
        assert!(!Bioes::allows(None, Some(Bioes::label(0, Part::Inside))));
    }
}
