//! Features of tokens: hashes, token after token.

/// The features of a sequence of tokens. A feature is a hash; what it stands for is forgotten.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Features {
    hashes: Vec<u32>,
    /// For each token, the end of its features in `hashes`.
    ends: Vec<u32>,
}

impl Features {
    /// Forgets everything but the memory.
    pub fn clear(&mut self) {
        self.hashes.clear();
        self.ends.clear();
    }

    /// Adds a feature to the open token.
    pub fn push(&mut self, feature: u32) {
        self.hashes.push(feature);
    }

    /// Closes the open token; the next feature belongs to the next.
    pub fn end_token(&mut self) {
        self.ends.push(self.hashes.len() as u32);
    }

    /// How many tokens were closed.
    pub const fn tokens(&self) -> usize {
        self.ends.len()
    }

    /// All features, token after token.
    #[cfg(feature = "train")]
    pub fn all(&self) -> &[u32] {
        &self.hashes
    }

    /// The same tokens with each feature as `change` has it, without those it drops.
    #[cfg(feature = "train")]
    #[must_use]
    pub fn filter_map(&self, mut change: impl FnMut(u32) -> Option<u32>) -> Self {
        let mut changed = Self::default();
        for at in 0..self.tokens() {
            changed.hashes.extend(self.of(at).iter().filter_map(|&feature| change(feature)));
            changed.end_token();
        }
        changed
    }

    /// The features of the token at index `at`.
    pub fn of(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.hashes[start..self.ends[at] as usize]
    }
}

#[cfg(feature = "train")]
impl FromIterator<Vec<u32>> for Features {
    /// The features of each token in turn.
    fn from_iter<T: IntoIterator<Item = Vec<u32>>>(tokens: T) -> Self {
        let mut features = Self::default();
        for token in tokens {
            features.hashes.extend(token);
            features.end_token();
        }
        features
    }
}

/// The hash of a string of bytes (FNV-1a, 32 bits).
pub const fn hash(bytes: &[u8]) -> u32 {
    let mut hash = 0x811C_9DC5;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// The hash of a value seen through a template: the same value under another template, or the other way round, is
/// another feature. Nest it for templates of several values.
pub const fn feature(template: u32, value: u32) -> u32 {
    let mixed = (value as u64 ^ ((template as u64) << 32 | 0x9E37)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (mixed >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_belong_to_their_token() {
        let mut features = Features::default();
        features.push(1);
        features.push(2);
        features.end_token();
        features.end_token();
        features.push(3);
        features.end_token();
        assert_eq!([features.of(0), features.of(1), features.of(2)], [&[1, 2][..], &[], &[3]]);
        assert_eq!(features.tokens(), 3);
    }

    #[test]
    fn templates_keep_values_apart() {
        let word = hash("Sam".as_bytes());
        assert_ne!(feature(1, word), feature(2, word));
        assert_ne!(feature(1, feature(2, word)), feature(2, feature(1, word)));
    }
}
