//! What an address is good for: only a public one may be published by itself.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Serialize};

/// An address family, and with it the record type: A or AAAA (RFC 1035, 3.4.1; RFC 3596).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// IPv4, the A record.
    Ipv4,
    /// IPv6, the AAAA record.
    Ipv6,
}

impl Family {
    /// Both families, in the order in which they are shown.
    pub const BOTH: [Self; 2] = [Self::Ipv4, Self::Ipv6];

    /// The family of an address.
    #[must_use]
    pub fn of(address: IpAddr) -> Self {
        if address.is_ipv4() { Self::Ipv4 } else { Self::Ipv6 }
    }

    /// The name of the record type.
    #[must_use]
    pub fn record_type(self) -> &'static str {
        match self {
            Self::Ipv4 => "A",
            Self::Ipv6 => "AAAA",
        }
    }
}

impl fmt::Display for Family {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Ipv4 => "IPv4",
            Self::Ipv6 => "IPv6",
        })
    }
}

/// One value for each address family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PerFamily<T> {
    /// The value for IPv4.
    pub ipv4: T,
    /// The value for IPv6.
    pub ipv6: T,
}

impl<T> PerFamily<T> {
    /// The value for `family`.
    pub fn get(&self, family: Family) -> &T {
        match family {
            Family::Ipv4 => &self.ipv4,
            Family::Ipv6 => &self.ipv6,
        }
    }

    /// The value for `family`, to change it.
    pub fn get_mut(&mut self, family: Family) -> &mut T {
        match family {
            Family::Ipv4 => &mut self.ipv4,
            Family::Ipv6 => &mut self.ipv6,
        }
    }
}

/// What an address may be used for (the IANA special-purpose address registries, RFC 6890).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Globally reachable unicast.
    Public,
    /// RFC 1918.
    Private,
    /// RFC 6598, 100.64.0.0/10: shared by a carrier's customers.
    Shared,
    /// RFC 3927 and RFC 4291, 2.5.6.
    LinkLocal,
    /// RFC 4193.
    UniqueLocal,
    /// 127.0.0.0/8 and `::1`.
    Loopback,
    /// RFC 5737 and RFC 3849 and RFC 9637: for examples only.
    Documentation,
    /// RFC 5771 and RFC 4291, 2.7.
    Multicast,
    /// `0.0.0.0`, `::` and the rest of 0.0.0.0/8.
    Unspecified,
    /// Everything else that is not globally reachable: benchmarking, translation prefixes, reserved blocks, broadcast.
    Reserved,
}

/// Says what `address` may be used for. An IPv4-mapped IPv6 address is judged as the IPv4 address in it.
#[must_use]
pub fn scope(address: IpAddr) -> Scope {
    match address.to_canonical() {
        IpAddr::V4(address) => scope_v4(address),
        IpAddr::V6(address) => scope_v6(address),
    }
}

fn scope_v4(address: Ipv4Addr) -> Scope {
    match address.octets() {
        [0, ..] => Scope::Unspecified,
        [127, ..] => Scope::Loopback,
        [10, ..] | [172, 16..=31, ..] | [192, 168, ..] => Scope::Private,
        [100, 64..=127, ..] => Scope::Shared,
        [169, 254, ..] => Scope::LinkLocal,
        [192, 0, 2, _] | [198, 51, 100, _] | [203, 0, 113, _] => Scope::Documentation,
        // 192.0.0.0/24 is for protocol assignments, 192.88.99.0/24 the old 6to4 anycast, 198.18.0.0/15 benchmarking.
        [192, 0, 0, _] | [192, 88, 99, _] | [198, 18..=19, ..] => Scope::Reserved,
        [224..=239, ..] => Scope::Multicast,
        [240..=255, ..] => Scope::Reserved,
        _ => Scope::Public,
    }
}

fn scope_v6(address: Ipv6Addr) -> Scope {
    match address.segments() {
        [0, 0, 0, 0, 0, 0, 0, 0] => Scope::Unspecified,
        [0, 0, 0, 0, 0, 0, 0, 1] => Scope::Loopback,
        [0xfe80..=0xfebf, ..] => Scope::LinkLocal,
        [0xfc00..=0xfdff, ..] => Scope::UniqueLocal,
        [0xff00..=0xffff, ..] => Scope::Multicast,
        // 3fff::/20 is RFC 9637.
        [0x2001, 0x0db8, ..] | [0x3fff, 0..=0x0fff, ..] => Scope::Documentation,
        // 2001::/23 holds Teredo, benchmarking and ORCHID; 2002::/16 is 6to4, which no home is reachable by any more.
        [0x2001, 0..=0x01ff, ..] | [0x2002, ..] => Scope::Reserved,
        [0x2000..=0x3fff, ..] => Scope::Public,
        _ => Scope::Reserved,
    }
}

/// An address that the world can route to. The type is the proof: there is no other way to make one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct PublicAddress(IpAddr);

impl PublicAddress {
    /// Accepts a public address; an IPv4-mapped one is unwrapped first.
    ///
    /// # Errors
    ///
    /// The scope of an address that is not public.
    pub fn new(address: IpAddr) -> Result<Self, Scope> {
        match scope(address) {
            Scope::Public => Ok(Self(address.to_canonical())),
            other => Err(other),
        }
    }

    /// The address itself.
    #[must_use]
    pub fn get(self) -> IpAddr {
        self.0
    }
}

impl fmt::Display for PublicAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// An address that may stand in a provider request. Besides a public one this is only an address that the user typed,
/// or any address for the practice server on loopback.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Publishable(IpAddr);

impl Publishable {
    /// An address that the user typed: in `homeport try`, or as a fixed address in the settings.
    #[must_use]
    pub fn typed(address: IpAddr) -> Self {
        Self(address)
    }

    /// This machine's own address, for the practice server only; see [`crate::settings::PRACTICE`].
    #[must_use]
    pub fn practice(address: IpAddr) -> Self {
        Self(address)
    }

    /// The address itself.
    #[must_use]
    pub fn get(self) -> IpAddr {
        self.0
    }

    /// Its family.
    #[must_use]
    pub fn family(self) -> Family {
        Family::of(self.0)
    }
}

impl From<PublicAddress> for Publishable {
    fn from(address: PublicAddress) -> Self {
        Self(address.0)
    }
}

impl fmt::Display for Publishable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// The first 64 bits of an IPv6 address: the network's half (RFC 4291, 2.5.4).
#[must_use]
pub fn prefix_64(address: Ipv6Addr) -> u64 {
    let [a, b, c, d, ..] = address.segments();

    (u64::from(a) << 48) | (u64::from(b) << 32) | (u64::from(c) << 16) | u64::from(d)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_special_block_is_told_apart_from_public_space() {
        let cases = [
            ("8.8.4.4", Scope::Public),
            ("10.1.1.1", Scope::Private),
            ("172.31.255.255", Scope::Private),
            ("172.32.0.0", Scope::Public),
            ("192.168.1.1", Scope::Private),
            ("100.64.0.1", Scope::Shared),
            ("100.128.0.1", Scope::Public),
            ("169.254.1.1", Scope::LinkLocal),
            ("203.0.113.7", Scope::Documentation),
            ("198.19.0.1", Scope::Reserved),
            ("224.0.0.1", Scope::Multicast),
            ("255.255.255.255", Scope::Reserved),
            ("0.0.0.0", Scope::Unspecified),
            ("127.0.0.1", Scope::Loopback),
            ("2a00:1450:4001:80b::200e", Scope::Public),
            ("2001:db8::1", Scope::Documentation),
            ("2001:0:1::1", Scope::Reserved),
            ("2002:c000:0204::1", Scope::Reserved),
            ("fe80::1", Scope::LinkLocal),
            ("fd00::1", Scope::UniqueLocal),
            ("::ffff:10.0.0.1", Scope::Private),
            ("64:ff9b::808:808", Scope::Reserved),
            ("::", Scope::Unspecified),
        ];
        for (text, expected) in cases {
            assert_eq!(scope(text.parse().unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn a_mapped_address_is_unwrapped() {
        let mapped = PublicAddress::new("::ffff:8.8.4.4".parse().unwrap()).unwrap();

        assert_eq!(mapped.get(), IpAddr::from([8, 8, 4, 4]));
    }
}
