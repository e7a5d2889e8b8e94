//! Which addresses a page may lead to: what the reader typed may be anywhere, what a page says only on the open web.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Looks names up, and refuses addresses within this machine and its network unless they may be reached.
///
/// It stands where the connection is made, so a name cannot point elsewhere between the check and the use.
#[derive(Debug)]
pub(super) struct Guard {
    names: DefaultResolver,
    /// Whether addresses within this machine and its network may be reached.
    is_open: bool,
}

impl Guard {
    /// A guard that lets all addresses pass if it `is_open`, and else only those of the open web.
    pub fn new(is_open: bool) -> Self {
        Self { names: DefaultResolver::default(), is_open }
    }
}

/// What an address that may not be reached is answered with.
pub(super) const REFUSED: &str = "an address within this machine or its network";

impl Resolver for Guard {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        if self.is_open {
            return Ok(found);
        }
        let mut allowed = self.empty();
        for address in found.iter().filter(|address| is_public(address.ip())) {
            allowed.push(*address);
        }
        if allowed.is_empty() { Err(ureq::Error::BadUri(REFUSED.to_owned())) } else { Ok(allowed) }
    }
}

/// Whether an address is on the open web: not of this machine, a private network, a link, a group or a document.
pub(super) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

const fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = match (a, b, c) {
        // Shared address space (RFC 6598), protocol assignments (RFC 6890), benchmarks (RFC 2544), and what is reserved.
        (0 | 240..=255, ..) | (100, 64..=127, _) | (192, 0, 0) | (198, 18 | 19, _) => true,
        _ => false,
    };
    !(is_special
        || address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast())
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [first, second, .., a, b] = address.segments();
    let embedded = |high: u16, low: u16| is_public_v4(Ipv4Addr::from((u32::from(high) << 16) | u32::from(low)));
    if let Some(address) = address.to_ipv4_mapped() {
        return is_public_v4(address);
    }
    match (first, second) {
        // Translated (RFC 6052) and 6to4 addresses hold one of version 4.
        (0x64, 0xFF9B) => embedded(a, b),
        (0x2002, high) => embedded(high, address.segments()[2]),
        (0x2001, 0xDB8) => false,
        // All that is handed out on the open web.
        (0x2000..=0x3FFF, _) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_web_and_the_rest() {
        for open in ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808", "::ffff:8.8.8.8"] {
            assert!(is_public(open.parse().expect(open)), "{open}");
        }
        for closed in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
        ] {
            assert!(!is_public(closed.parse().expect(closed)), "{closed}");
        }
    }
}
