//! Text that was taken for Latin-1 and made UTF-8 a second time: "â", "\u{80}", "\u{9C}" for one quotation mark.

use memchr::memmem;

/// How every mark of general punctuation begins, dashes and curly quotation marks among them, made UTF-8 twice. Its second
/// character is a control that no text holds.
const SIGN: &[u8] = "\u{E2}\u{80}".as_bytes();

/// `text` as it was before, where it bears the sign of it.
///
/// Once one mark is known to be made twice, so is every sequence that reads as UTF-8 a second time.
pub(super) fn undo(text: String) -> String {
    if memmem::find(text.as_bytes(), SIGN).is_none() {
        return text;
    }
    let mut undone = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let (character, length) = once(rest).unwrap_or((first, first.len_utf8()));
        undone.push(character);
        rest = &rest[length..];
    }
    undone
}

/// The character that the first few of `text` are the bytes of, and how many bytes those few take.
fn once(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0_u8; 4];
    let mut taken = 0;
    for (at, c) in text.chars().take(4).enumerate() {
        bytes[at] = u8::try_from(u32::from(c)).ok().filter(|byte| !byte.is_ascii())?;
        taken += c.len_utf8();
        if let Ok(whole) = std::str::from_utf8(&bytes[..=at]) {
            return whole.chars().next().map(|c| (c, taken));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::undo;

    fn twice(text: &str) -> String {
        text.bytes().map(char::from).collect()
    }

    #[test]
    fn what_was_made_twice_is_made_once() {
        let text = "“Zürich is – as ever – calm,” she said. It’s 5 °C\u{A0}there, 東京 is warm 🙂.";
        assert_eq!(undo(twice(text)), text);
    }

    #[test]
    fn what_was_not_stays() {
        for text in ["Zürich – “calm”", "Â and Ã are letters", "", "â€œ is another fault"] {
            assert_eq!(undo(text.to_owned()), text);
        }
    }

    #[test]
    fn what_is_whole_beside_it_stays() {
        assert_eq!(undo(format!("“é” {}", twice("“é”"))), "“é” “é”");
    }
}
