//! Bytes to text: byte order mark, UTF-16 by its zeros, UTF-8, and legacy encodings by detection.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::twice::undo;
use crate::article::Warning;

/// Decoded text and what had to be guessed or replaced.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// At most one of each kind.
    pub warnings: Vec<Warning>,
}

/// Bytes that are looked at where a look at all of them would be slow.
const SAMPLE: usize = 64 << 10;
/// Bytes that are kept of what is no text: enough to see what it is.
const BINARY_KEPT: usize = 256 << 10;

/// The encoding that markup tells of itself: `<?xml encoding=…?>`, `<meta charset=…>`, or the `content` of a `<meta>`.
///
/// Browsers look at the first 1024 bytes; pages are seen that say it later, so 8 KB are.
pub(super) fn declared(bytes: &[u8]) -> Option<String> {
    let sample = &bytes[..bytes.len().min(8192)];
    let sample = String::from_utf8_lossy(sample).to_ascii_lowercase();
    if !sample.trim_start().starts_with('<') {
        return None;
    }
    let declaration = sample.split_once("?>").map(|(before, _)| before).filter(|before| before.contains("<?xml"));
    let value = declaration.and_then(|before| before.split_once("encoding")).or_else(|| {
        let mut metas = sample.split("<meta").skip(1).filter_map(|rest| rest.split('>').next());
        metas.find_map(|meta| meta.split_once("charset"))
    })?;
    let value = value.1.trim_start().strip_prefix('=')?.trim_start_matches([' ', '"', '\'']);
    let label: String = value.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c)).collect();
    Encoding::for_label(label.as_bytes()).map(|_| label)
}

/// Decodes `bytes`; `declared` is the encoding that a header or the document itself tells, as a WHATWG label.
///
/// A byte order mark wins over what is declared, and so does text that is valid UTF-8 beyond ASCII: no legacy text is
/// that by chance.
pub(super) fn decode(mut bytes: Vec<u8>, declared: Option<&str>) -> Decoded {
    let mut warnings = Vec::new();
    let marked = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding);
    let wide = marked.or_else(|| utf_16_by_zeros(&bytes));
    let declared = declared.and_then(named);
    if wide.is_none() && holds_controls(&bytes) {
        warnings.push(Warning::Binary);
        if bytes.len() > BINARY_KEPT {
            bytes.truncate(BINARY_KEPT);
            warnings.push(Warning::Truncated { kept: BINARY_KEPT });
        }
    }
    let is_escaped = declared == Some(ISO_2022_JP) && memchr::memchr(0x1B, &bytes).is_some();
    if !is_escaped && wide.is_none_or(|encoding| encoding == UTF_8) {
        if let Err(error) = std::str::from_utf8(&bytes)
            && error.error_len().is_none()
            && error.valid_up_to() + 4 > bytes.len()
            && !bytes[..error.valid_up_to()].is_ascii()
        {
            // Cut off within its last character.
            bytes.truncate(error.valid_up_to());
        }
        match String::from_utf8(bytes) {
            Ok(mut text) => {
                if text.starts_with('\u{FEFF}') {
                    text.drain(..'\u{FEFF}'.len_utf8());
                }
                return Decoded { text: undo(text), warnings };
            }
            Err(error) => bytes = error.into_bytes(),
        }
    }
    let encoding = wide.or(declared).unwrap_or_else(|| {
        let guess = detect(&bytes);
        warnings.push(Warning::GuessedEncoding(guess.name()));
        guess
    });
    let (text, used, malformed) = encoding.decode(&bytes);
    if malformed {
        warnings.push(Warning::Malformed { encoding: used.name() });
    }
    Decoded { text: text.into_owned(), warnings }
}

/// The encoding of a label, where it can be right for text in which the label could be read.
fn named(label: &str) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label_no_replacement(label.trim().as_bytes())?;
    (encoding != UTF_16LE && encoding != UTF_16BE).then_some(encoding)
}

/// UTF-16 without a mark: in Western text and in any markup every second byte is zero.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), sample.len() / 2);
    if pairs < 2 {
        return None;
    }
    let (many, few) = (pairs / 2, pairs / 20);
    match (even, odd) {
        (even, odd) if odd > many && even <= few => Some(UTF_16LE),
        (even, odd) if even > many && odd <= few => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether `bytes` begin as no text does in any encoding.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_none() && utf_16_by_zeros(bytes).is_none() && holds_controls(bytes)
}

/// Whether more of the beginning is zeros and controls than any text holds, terminal recordings included.
fn holds_controls(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(8192)];
    let zeros = memchr::memchr_iter(0, sample).count();
    let controls = sample.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, 8..=13 | 0x1B)).count();
    zeros * 100 > sample.len() || controls * 20 > sample.len()
}

/// The encoding of bytes that are not valid UTF-8 as a whole.
fn detect(bytes: &[u8]) -> &'static Encoding {
    if is_damaged_utf_8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    // A sample without a byte beyond ASCII tells nothing, so it begins a little before the first of them.
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0).saturating_sub(SAMPLE / 4);
    let sample = &bytes[first..bytes.len().min(first + SAMPLE)];
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether characters beyond ASCII that are valid UTF-8 outnumber the places that are not by far.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut valid, mut invalid) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().chars().filter(|c| !c.is_ascii()).take(100).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    valid > 4 * invalid
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, Vec<Warning>) {
        let decoded = decode(bytes.to_vec(), None);
        (decoded.text, decoded.warnings)
    }

    #[test]
    fn a_mark_is_dropped() {
        assert_eq!(text("\u{FEFF}Zürich".as_bytes()), ("Zürich".into(), vec![]));
    }

    #[test]
    fn utf_16_with_and_without_a_mark() {
        let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        assert_eq!(text(&wide("\u{FEFF}Zürich is large")).0, "Zürich is large");
        assert_eq!(text(&wide("Zürich is large")).0, "Zürich is large");
        let big: Vec<u8> = "Genève is not".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&big).0, "Genève is not");
    }

    #[test]
    fn what_calls_itself_utf_16_and_is_not() {
        let bytes = b"The caf\xE9 was closed by the council on Tuesday, said the owner.".to_vec();
        assert!(decode(bytes, Some("utf-16")).text.starts_with("The caf\u{E9} was"));
    }

    #[test]
    fn legacy_text_is_guessed_and_says_so() {
        let (decoded, warnings) = text(
            "Der Minister sagte, die Lage sei »ernst« für alle Länder."
                .chars()
                .map(|c| c as u32 as u8)
                .collect::<Vec<_>>()
                .as_slice(),
        );
        assert_eq!(decoded, "Der Minister sagte, die Lage sei »ernst« für alle Länder.");
        assert_eq!(warnings, [Warning::GuessedEncoding("windows-1252")]);
    }

    #[test]
    fn damaged_utf_8_stays_utf_8() {
        let cut = "Été à Genève, où l’été dure".as_bytes().to_vec();
        assert_eq!(text(&[&cut[..], b"\xC3"].concat()), ("Été à Genève, où l’été dure".into(), vec![]));
        let (decoded, warnings) = text(&[&cut[..], b"\xC3."].concat());
        assert_eq!(decoded, "Été à Genève, où l’été dure\u{FFFD}.");
        assert!(warnings.contains(&Warning::Malformed { encoding: "UTF-8" }));
    }

    #[test]
    fn valid_utf_8_wins_over_what_is_declared() {
        assert_eq!(decode("Москва".into(), Some("iso-8859-1")).text, "Москва");
        assert_eq!(decode(vec![0xCC, 0xEE], Some("windows-1251")).text, "Мо");
    }

    #[test]
    fn a_program_is_no_text() {
        let bytes: Vec<u8> = (0..=255).cycle().take(1 << 20).collect();
        let (decoded, warnings) = text(&bytes);
        assert!(warnings.contains(&Warning::Binary) && decoded.len() <= 3 * BINARY_KEPT);
    }
}
