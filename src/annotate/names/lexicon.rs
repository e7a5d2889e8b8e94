//! What is known of words before any text is read: lists of names, word clusters, how often a word is small.

use std::ops::BitOr;

use super::super::crf::feature;

/// The lists that a name stands on, a bit each.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Lists(pub u16);

impl Lists {
    /// Given names of people.
    pub const FIRST_NAME: Self = Self(1);
    /// Family names.
    pub const SURNAME: Self = Self(1 << 1);
    /// Towns.
    pub const CITY: Self = Self(1 << 2);
    /// Countries, provinces and other regions.
    pub const REGION: Self = Self(1 << 3);
    /// Companies.
    pub const COMPANY: Self = Self(1 << 4);
    /// Universities and colleges.
    pub const UNIVERSITY: Self = Self(1 << 5);
    /// Nationalities, religions and other peoples, and their adjectives.
    pub const GROUP: Self = Self(1 << 6);
    /// Institutions: governments' bodies, international ones, banks, associations.
    pub const INSTITUTION: Self = Self(1 << 7);
    /// Newspapers, broadcasters, agencies, magazines.
    pub const OUTLET: Self = Self(1 << 8);
    /// Parties and armed movements.
    pub const PARTY: Self = Self(1 << 9);
    /// Sports clubs, leagues and federations.
    pub const CLUB: Self = Self(1 << 10);
    /// Events.
    pub const EVENT: Self = Self(1 << 11);
    /// Products.
    pub const PRODUCT: Self = Self(1 << 12);
    /// Laws, treaties and agreements.
    pub const LAW: Self = Self(1 << 13);
    /// Seas, rivers, mountains, parts of the world, buildings.
    pub const LANDMARK: Self = Self(1 << 14);

    /// Whether the two share a list.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl BitOr for Lists {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What is known of a word, by how it reads in small letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Habits {
    /// Which of some five hundred clusters of like words it is in; 0 where it is in none.
    pub cluster: u16,
    /// How often it is written small in the middle of a sentence: 0 never to 5 always, 6 and 7 the same on few counts,
    /// 8 unknown.
    pub smallness: u8,
}

impl Habits {
    /// What is known of a word that nothing is known of.
    pub const UNKNOWN: Self = Self { cluster: 0, smallness: 8 };

    /// In 16 bits.
    #[cfg(feature = "train")]
    pub const fn pack(self) -> u16 {
        self.cluster | (self.smallness as u16) << 9
    }

    const fn unpack(packed: u16) -> Self {
        Self { cluster: packed & 0x1FF, smallness: (packed >> 9) as u8 }
    }
}

/// The lexicon, in place.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon<'l> {
    names: Table<'l>,
    words: Table<'l>,
    /// The coarse cluster of each fine one.
    coarse: &'l [u8],
}

/// Entries of [`Lexicon::coarse`].
const CLUSTERS: usize = 512;

impl<'l> Lexicon<'l> {
    /// The lexicon in `bytes`; `None` where there is none.
    pub fn read(bytes: &'l [u8]) -> Option<Self> {
        let (names, bytes) = Table::read(bytes)?;
        let (words, bytes) = Table::read(bytes)?;
        let (coarse, _) = bytes.split_at_checked(CLUSTERS)?;
        Some(Self { names, words, coarse })
    }

    /// The file that [`Lexicon::read`] reads, of names and words by their keys.
    #[cfg(feature = "train")]
    pub fn write(names: &[(u32, u16)], words: &[(u32, u16)], coarse: &[u8; CLUSTERS]) -> Vec<u8> {
        [Table::write(names), Table::write(words), coarse.to_vec()].concat()
    }

    /// The lists that a name stands on, by its key; see [`key`].
    pub fn lists(&self, key: u32) -> Lists {
        Lists(self.names.get(key).unwrap_or(0))
    }

    /// What is known of a word in small letters, by its hash.
    pub fn habits(&self, word: u32) -> Habits {
        self.words.get(word).map_or(Habits::UNKNOWN, Habits::unpack)
    }

    /// The coarse cluster that `cluster` is in.
    pub fn coarse(&self, cluster: u16) -> u8 {
        self.coarse.get(usize::from(cluster)).copied().unwrap_or(0)
    }
}

/// The key of a name whose words up to here have the key `before` (0 at the first), and whose next word has the hash
/// `word`.
pub const fn key(before: u32, word: u32) -> u32 {
    feature(before, word)
}

/// A sorted table from 32-bit keys to 16-bit values. The high bits of a key choose its bucket, its low 16 bits are
/// kept to tell it from its neighbours: two keys in 10⁵ that are not in it seem to be.
///
/// The file: the number of entries (`u32`), where each bucket begins (`u32` each, one more than there are buckets),
/// the entries' low bits (`u16` each), their values (`u16` each); little-endian.
#[derive(Clone, Copy, Debug)]
struct Table<'l> {
    starts: &'l [[u8; 4]],
    tags: &'l [[u8; 2]],
    values: &'l [[u8; 2]],
}

/// The number of buckets is two to this power.
const BUCKET_BITS: u32 = 15;

impl<'l> Table<'l> {
    fn read(bytes: &'l [u8]) -> Option<(Self, &'l [u8])> {
        let (count, bytes) = bytes.split_first_chunk()?;
        let count = u32::from_le_bytes(*count) as usize;
        let (starts, bytes) = bytes.split_at_checked(4 * ((1 << BUCKET_BITS) + 1))?;
        let (tags, bytes) = bytes.split_at_checked(2 * count)?;
        let (values, rest) = bytes.split_at_checked(2 * count)?;
        let table = Self { starts: starts.as_chunks().0, tags: tags.as_chunks().0, values: values.as_chunks().0 };
        Some((table, rest))
    }

    fn get(&self, key: u32) -> Option<u16> {
        let bucket = (key >> (32 - BUCKET_BITS)) as usize;
        let start = |at: usize| u32::from_le_bytes(self.starts[at]) as usize;
        let entries = start(bucket)..start(bucket + 1);
        let tag = (key as u16).to_le_bytes();
        let at = self.tags.get(entries.clone())?.iter().position(|&other| other == tag)?;
        self.values.get(entries.start + at).map(|&value| u16::from_le_bytes(value))
    }

    #[cfg(feature = "train")]
    fn write(entries: &[(u32, u16)]) -> Vec<u8> {
        let mut sorted = entries.to_vec();
        sorted.sort_unstable();
        let mut file = (sorted.len() as u32).to_le_bytes().to_vec();
        for bucket in 0..=1_u64 << BUCKET_BITS {
            let start = sorted.partition_point(|&(key, _)| u64::from(key >> (32 - BUCKET_BITS)) < bucket);
            file.extend((start as u32).to_le_bytes());
        }
        file.extend(sorted.iter().flat_map(|&(key, _)| (key as u16).to_le_bytes()));
        file.extend(sorted.iter().flat_map(|&(_, value)| value.to_le_bytes()));
        file
    }
}

#[cfg(all(test, feature = "train"))]
mod tests {
    use super::super::super::crf::hash;
    use super::*;

    #[test]
    fn what_is_written_is_found_again() {
        let names: Vec<(u32, u16)> = (0..5000).map(|n: u32| (key(0, n), n as u16)).collect();
        let habits = Habits { cluster: 401, smallness: 7 };
        let bytes = Lexicon::write(&names, &[(hash(b"sea"), habits.pack())], &[3; CLUSTERS]);
        let lexicon = Lexicon::read(&bytes).expect("a lexicon");
        assert!(names.iter().all(|&(key, value)| lexicon.lists(key) == Lists(value)));
        let strangers = (5000..10_000).filter(|&n| lexicon.lists(key(0, n)) != Lists(0)).count();
        assert!(strangers <= 2, "{strangers}");
        assert_eq!(lexicon.habits(hash(b"sea")), habits);
        assert_eq!(lexicon.habits(hash(b"see")), Habits::UNKNOWN);
        assert!(Lexicon::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
