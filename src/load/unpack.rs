//! Packed bytes to bytes, bounded by what really comes out.

use std::io::Read;

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use crate::article::Warning;

use super::sniff::{Container, container};

/// How often one packing may lie in another.
const DEEPEST: usize = 3;

/// What came out, and what had to be put up with.
pub(super) struct Unpacked {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// A packed file that is damaged gives what it gave until there.
    pub warnings: Vec<Warning>,
}

/// Unpacks `bytes`, if they are packed; no more than `limit` bytes come out.
pub(super) fn unpack(bytes: Vec<u8>, limit: usize) -> Unpacked {
    let mut unpacked = Unpacked { bytes, warnings: Vec::new() };
    for _ in 0..DEEPEST {
        let packed = std::mem::take(&mut unpacked.bytes);
        match container(&packed, "") {
            Container::Gzip => unpacked.read(MultiGzDecoder::new(&packed[..]), limit),
            Container::Zstandard => match StreamingDecoder::new(&packed[..]) {
                Ok(decoder) => unpacked.read(decoder, limit),
                Err(_) => unpacked.damaged(),
            },
            _ => {
                unpacked.bytes = packed;
                break;
            }
        }
    }
    unpacked
}

impl Unpacked {
    fn read(&mut self, from: impl Read, limit: usize) {
        if from.take(limit as u64 + 1).read_to_end(&mut self.bytes).is_err() {
            self.damaged();
        }
        if self.bytes.len() > limit {
            self.bytes.truncate(limit);
            self.warnings.push(Warning::Truncated { kept: limit });
        }
    }

    fn damaged(&mut self) {
        self.warnings.push(Warning::other("the packed file is damaged; this is what could be unpacked"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(bytes).expect("memory");
        packer.finish().expect("memory")
    }

    #[test]
    fn members_and_layers() {
        let twice = [gzip(b"one "), gzip(b"two")].concat();
        assert_eq!(unpack(gzip(&twice), 100).bytes, b"one two");
    }

    #[test]
    fn damage_leaves_what_came_before() {
        let packed = [gzip(b"one"), b"garbage".to_vec()].concat();
        let unpacked = unpack(packed, 100);
        assert_eq!((unpacked.bytes.as_slice(), unpacked.warnings.len()), (&b"one"[..], 1));
    }

    #[test]
    fn a_bomb_stops_at_the_limit() {
        let unpacked = unpack(gzip(&vec![b'x'; 1 << 24]), 1000);
        assert_eq!((unpacked.bytes.len(), unpacked.warnings), (1000, vec![Warning::Truncated { kept: 1000 }]));
    }

    #[test]
    fn zstandard() {
        let packed = ruzstd::encoding::compress_to_vec(&b"one two"[..], ruzstd::encoding::CompressionLevel::Fastest);
        assert_eq!(unpack(packed, 100).bytes, b"one two");
    }
}
