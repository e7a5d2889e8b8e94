//! Bytes of a text into Unicode scalar values, the unit that leaves the program.

/// Converts byte offsets of one text into counts of Unicode scalar values.
///
/// A sample is kept every [`STEP`] bytes, so that a look-up counts a short stretch and never the whole text.
pub struct Offsets<'t> {
    text: &'t str,
    /// Scalar values before byte `STEP * index`.
    samples: Vec<usize>,
}

const STEP: usize = 256;

impl<'t> Offsets<'t> {
    /// Samples `text`.
    pub fn new(text: &'t str) -> Self {
        let mut samples = Vec::with_capacity(text.len() / STEP + 1);
        let mut before = 0;
        for piece in text.as_bytes().chunks(STEP) {
            samples.push(before);
            before += count(piece);
        }
        samples.push(before);
        Self { text, samples }
    }

    /// How many scalar values begin before the byte at `offset`.
    pub fn chars(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let sample = offset / STEP;
        self.samples[sample] + count(&self.text.as_bytes()[sample * STEP..offset])
    }
}

/// Bytes that begin a scalar value.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_scalar_values() {
        let text = "é東".repeat(500);
        let offsets = Offsets::new(&text);
        for (chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(offsets.chars(byte), chars);
        }
        assert_eq!(offsets.chars(text.len()), 1000);
    }
}
