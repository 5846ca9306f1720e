//! The host's half of an IPv6 address (RFC 4291, 2.5.1): with it, the address of another machine of this network follows
//! the network's half, which the provider of internet access changes.

use std::fmt;
use std::net::Ipv6Addr;
use std::str::FromStr;

use crate::network::Mac;

/// The lower 64 bits of an IPv6 address. Written as an address whose upper half is zero, such as `::1234`, or as the
/// hardware address that a machine makes it of (modified EUI-64).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InterfaceId(u64);

impl InterfaceId {
    /// The host's half of an address.
    #[must_use]
    pub fn of(address: Ipv6Addr) -> Self {
        let [.., e, f, g, h] = address.segments();

        Self((u64::from(e) << 48) | (u64::from(f) << 32) | (u64::from(g) << 16) | u64::from(h))
    }

    /// The address of this host in a network, which is given by its 64 bits.
    #[must_use]
    pub fn in_network(self, prefix: u64) -> Ipv6Addr {
        ((u128::from(prefix) << 64) | u128::from(self.0)).into()
    }
}

/// Neither an address with a zero upper half nor a hardware address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the host's half of an address is written as ::1234 or as a hardware address")]
pub struct InterfaceIdError;

impl FromStr for InterfaceId {
    type Err = InterfaceIdError;

    fn from_str(text: &str) -> Result<Self, InterfaceIdError> {
        let text = text.trim();
        if let Ok(mac) = text.parse::<Mac>() {
            return Ok(Self(mac.interface_id()));
        }
        let address: Ipv6Addr = text.parse().map_err(|_| InterfaceIdError)?;
        let is_half = address.segments()[..4] == [0; 4] && address != Ipv6Addr::UNSPECIFIED;

        if is_half { Ok(Self::of(address)) } else { Err(InterfaceIdError) }
    }
}

impl fmt::Display for InterfaceId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.in_network(0).fmt(formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_and_a_hardware_address_give_an_address_in_the_network() {
        let in_network = |text: &str| text.parse::<InterfaceId>().map(|id| id.in_network(0x2a00_0001_0002_0003));

        assert_eq!(in_network("::1234"), Ok("2a00:1:2:3::1234".parse().unwrap()));
        assert_eq!(in_network("02:11:22:33:44:55"), Ok("2a00:1:2:3:11:22ff:fe33:4455".parse().unwrap()));
        for wrong in ["", "::", "1234", "2a00::1", "02:11:22"] {
            assert_eq!(in_network(wrong), Err(InterfaceIdError), "{wrong}");
        }
    }
}
