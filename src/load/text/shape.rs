//! What the line breaks within a run of lines mean: nothing, a new paragraph, or a verse.

use crate::load::lines::Line;

/// What a run of lines without an empty one between them is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// One paragraph that was broken to a width.
    Wrapped,
    /// A paragraph a line.
    Lines,
    /// Lines that mean to be lines: verse, an address, a program, a drawing.
    Kept,
}

/// The widest column that a text is broken to by hand or by a program.
const WIDEST: usize = 120;
/// The narrowest that counts as one.
const NARROWEST: usize = 40;
/// The longest word that can have made a line break early, in characters.
const LONG_WORD: usize = 20;

/// The column that the lines of a text are broken to, if they are: 19 of 20 lines that another follows are not longer.
pub(super) fn measure(lines: &[Line]) -> Option<usize> {
    let mut widths: Vec<usize> = lines
        .windows(2)
        .filter(|pair| !pair[0].is_blank() && !pair[1].is_blank())
        .map(|pair| pair[0].indent + pair[0].width())
        .filter(|&width| width <= WIDEST)
        .collect();
    if widths.len() < 2 {
        return None;
    }
    let at = (widths.len() - 1) * 19 / 20;
    let (_, width, _) = widths.select_nth_unstable(at);
    Some(*width).filter(|&width| width >= NARROWEST)
}

/// The shape of a run of lines in a text that is broken at `measure`.
pub(super) fn shape(run: &[Line], measure: Option<usize>) -> Shape {
    let count = run.len();
    if count < 2 {
        return Shape::Wrapped;
    }
    if is_drawn(run) {
        return Shape::Kept;
    }
    let widths: Vec<usize> = run.iter().map(Line::width).collect();
    let longest = widths.iter().max().copied().unwrap_or(0);
    if longest > WIDEST {
        return Shape::Lines;
    }
    let breaks = count - 1;
    let full = measure.map_or(0, |measure| run.windows(2).filter(|pair| is_full(pair, measure)).count());
    let going_on = run[1..].iter().filter(|line| !line.text.starts_with(char::is_uppercase)).count();
    let is_full = full * 4 >= breaks * 3 && (going_on > 0 || (count <= 3 && longest >= 60));
    let is_wide = widths[..breaks].iter().sum::<usize>() >= NARROWEST * breaks;
    if is_full || (is_wide && going_on * 2 >= breaks) {
        return Shape::Wrapped;
    }
    let ended = run.iter().filter(|line| ends_sentence(line.text)).count();
    if ended * 4 >= count * 3 || count < 3 || longest > 80 { Shape::Lines } else { Shape::Kept }
}

/// Whether the first word of the second line would not have fitted on the first.
fn is_full(pair: &[Line], measure: usize) -> bool {
    let word = pair[1].text.split(' ').next().unwrap_or_default().chars().count().min(LONG_WORD);
    pair[0].indent + pair[0].width() + 1 + word + 2 > measure
}

/// Whether a sentence ends at the end of `text`, quotation marks and brackets aside.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']', '*', '_']);
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', ':', '।', '؟'])
}

/// Whether signs and gaps show that the lines are a program, columns or a drawing.
fn is_drawn(run: &[Line]) -> bool {
    let gapped = run.iter().filter(|line| line.text.contains("   ") || line.text.contains('\t')).count();
    if gapped * 5 >= run.len() * 3 {
        return true;
    }
    let (mut signs, mut all) = (0, 0);
    for c in run.iter().flat_map(|line| line.text.chars()).filter(|c| !c.is_whitespace()).take(2000) {
        all += 1;
        signs += usize::from(is_sign(c));
    }
    signs * 8 > all
}

/// Signs that programs and drawings are made of and prose is not.
const fn is_sign(c: char) -> bool {
    matches!(
        c,
        '{' | '}'
            | '['
            | ']'
            | '<'
            | '>'
            | '='
            | ';'
            | '|'
            | '\\'
            | '/'
            | '#'
            | '^'
            | '@'
            | '_'
            | '~'
            | '+'
            | '`'
            | '*'
            | '('
            | ')'
            | ':'
            | '\u{2500}'..='\u{25FF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::lines::lines;

    fn of(text: &str) -> Shape {
        let lines = lines(text);
        shape(&lines, measure(&lines))
    }

    #[test]
    fn broken_to_a_width() {
        let text = "The council met on Monday evening to talk about the bridge over the\n\
                    river, which has been closed to lorries since the flood of last year\n\
                    and will stay closed, the mayor said.";
        assert_eq!(of(text), Shape::Wrapped);
    }

    #[test]
    fn a_paragraph_a_line() {
        let text = "“Where is the bridge?” she asked.\n“It is gone.”\n“Gone?”\nHe shrugged and looked at the water.";
        assert_eq!(of(text), Shape::Lines);
        let long = "The council met on Monday evening. ".repeat(6);
        assert_eq!(of(&format!("{long}\n{long}\nShort.")), Shape::Lines);
    }

    #[test]
    fn verse_and_programs() {
        let verse = "The river took the bridge away\nAnd with it went the mill,\nThe miller sings it to this day\nAnd says he hears it still";
        assert_eq!(of(verse), Shape::Kept);
        assert_eq!(of("fn main() {\n    println!(\"hello\");\n}"), Shape::Kept);
        assert_eq!(of("Name      Age\nAnn        41\nBob         7"), Shape::Kept);
    }
}
