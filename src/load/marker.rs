//! What a line of plain text begins with: a bullet, a number, a quotation sign, a rule.

/// The sign before an item of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::load) struct Marker {
    /// The number of a numbered item.
    pub number: Option<u32>,
    /// Where the item's text begins, in bytes.
    pub length: usize,
}

/// The marker that `text` begins with: `- `, `* `, `• `, `1. `, `(2) `.
pub(in crate::load) fn marker(text: &str) -> Option<Marker> {
    let mut chars = text.chars();
    let first = chars.next()?;
    if matches!(first, '-' | '*' | '+' | '•' | '◦' | '▪' | '‣' | '·' | '●' | '○') {
        let rest = chars.as_str();
        let spaced = rest.starts_with([' ', '\t']) && !rest.trim_start().is_empty();
        return spaced.then(|| Marker { number: None, length: text.len() - rest.trim_start().len() });
    }
    let open = usize::from(first == '(');
    let digits = text[open..].bytes().take_while(u8::is_ascii_digit).count();
    let number = text[open..open + digits].parse().ok().filter(|_| digits <= 3)?;
    let rest = &text[open + digits..];
    let rest = if open == 1 { rest.strip_prefix(')') } else { rest.strip_prefix(['.', ')']) }?;
    let spaced = rest.starts_with([' ', '\t']) && !rest.trim_start().is_empty();
    spaced.then(|| Marker { number: Some(number), length: text.len() - rest.trim_start().len() })
}

/// What stands behind the `>` signs of a quoted line, or `None` where it is not quoted.
pub(in crate::load) fn quoted(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('>')?;
    Some(inner.trim_start_matches(['>', ' ']))
}

/// Whether the line is a rule, made of one sign alone: `---`, `* * *`, `=====`.
pub(in crate::load) fn is_rule(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| *c != ' ');
    let Some(first) = signs.next() else { return false };
    let mut count = 1;
    let same = signs.all(|c| {
        count += 1;
        c == first
    });
    same && count >= 3 && matches!(first, '-' | '=' | '*' | '_' | '~' | '#' | '—' | '–' | '─' | '═' | '.')
}

/// The level of the heading that this line underlines: `=` the first, `-` or `~` the second.
pub(in crate::load) fn underline(text: &str) -> Option<u8> {
    let first = text.chars().next()?;
    let level = match first {
        '=' => 1,
        '-' | '~' => 2,
        _ => return None,
    };
    (text.len() >= 3 && text.chars().all(|c| c == first)).then_some(level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers() {
        assert_eq!(marker("- one"), Some(Marker { number: None, length: 2 }));
        assert_eq!(marker("12)  twelve"), Some(Marker { number: Some(12), length: 5 }));
        assert_eq!(marker("(3) three"), Some(Marker { number: Some(3), length: 4 }));
        for text in ["-5 degrees", "2026. It was", "3.5 million", "*emphasis*", "- ", "(a) b", ""] {
            assert_eq!(marker(text), None, "{text}");
        }
    }

    #[test]
    fn rules_and_underlines() {
        assert!(is_rule("* * *") && is_rule("-----") && !is_rule("--") && !is_rule("-- a"));
        assert_eq!((underline("===="), underline("---"), underline("=")), (Some(1), Some(2), None));
    }
}
