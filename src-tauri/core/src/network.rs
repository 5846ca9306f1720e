//! Which network this is, and which of the machine's own addresses can be published.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::address::{Family, PublicAddress};

/// One address of one interface, with the flags of RFC 4862 and RFC 8981 that decide whether it lasts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InterfaceAddress {
    /// The interface's name, as the system shows it.
    pub interface: String,
    /// The address.
    pub address: IpAddr,
    /// The length of its prefix in bits.
    pub prefix_length: u8,
    /// A privacy address (RFC 8981): it changes by itself.
    pub temporary: bool,
    /// Its preferred lifetime is over (RFC 4862, 5.5.4).
    pub deprecated: bool,
    /// Duplicate address detection has not ended, or found a duplicate (RFC 4862, 5.4).
    pub tentative: bool,
}

/// The hardware address of a network card (EUI-48), as `aa:bb:cc:dd:ee:ff`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Mac(pub [u8; 6]);

impl Mac {
    /// The lower half of an IPv6 address that is made of it: modified EUI-64 (RFC 4291, appendix A).
    #[must_use]
    pub fn interface_id(self) -> u64 {
        let mac = self.0;

        u64::from_be_bytes([mac[0] ^ 0x02, mac[1], mac[2], 0xff, 0xfe, mac[3], mac[4], mac[5]])
    }
}

impl fmt::Display for Mac {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mac = self.0;

        write!(formatter, "{:02x}:{:02x}:{:02x}:{:02x}:{:02x}:{:02x}", mac[0], mac[1], mac[2], mac[3], mac[4], mac[5])
    }
}

/// Not six pairs of hexadecimal digits with `:` or `-` between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a hardware address has six pairs of hexadecimal digits, such as aa:bb:cc:dd:ee:ff")]
pub struct MacError;

impl FromStr for Mac {
    type Err = MacError;

    fn from_str(text: &str) -> Result<Self, MacError> {
        let mut mac = [0; 6];
        let mut parts = text.split([':', '-']);
        for byte in &mut mac {
            let part = parts.next().filter(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_hexdigit()));
            *byte = u8::from_str_radix(part.ok_or(MacError)?, 16).map_err(|_| MacError)?;
        }

        if parts.next().is_none() { Ok(Self(mac)) } else { Err(MacError) }
    }
}

/// The addresses of a network: the first one and the length of the prefix in bits, as `192.0.2.0/24`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subnet {
    first: IpAddr,
    length: u8,
}

impl Subnet {
    /// The network that an address is in. A length beyond the family's is taken as the longest.
    #[must_use]
    pub fn new(address: IpAddr, length: u8) -> Self {
        match address {
            IpAddr::V4(address) => {
                let length = length.min(32);
                let mask = u32::MAX.checked_shl(32 - u32::from(length)).unwrap_or(0);
                Self { first: IpAddr::V4((u32::from(address) & mask).into()), length }
            }
            IpAddr::V6(address) => {
                let length = length.min(128);
                let mask = u128::MAX.checked_shl(128 - u32::from(length)).unwrap_or(0);
                Self { first: IpAddr::V6((u128::from(address) & mask).into()), length }
            }
        }
    }

    /// Whether an address is in it.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        address.is_ipv4() == self.first.is_ipv4() && Self::new(address, self.length).first == self.first
    }
}

impl fmt::Display for Subnet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.first, self.length)
    }
}

/// Which network it is: the router's hardware address and the network's addresses, as `aa:bb:cc:dd:ee:ff/192.0.2.0/24`.
/// Two homes often have the same addresses, and a router may serve several networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NetworkId {
    /// The router's hardware address.
    pub mac: Mac,
    /// The network's addresses.
    pub subnet: Subnet,
}

impl fmt::Display for NetworkId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.mac, self.subnet)
    }
}

/// Not a hardware address, a slash, and a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a network is written as the router's hardware address and the subnet, such as aa:bb:cc:dd:ee:ff/192.0.2.0/24")]
pub struct NetworkIdError;

impl FromStr for NetworkId {
    type Err = NetworkIdError;

    fn from_str(text: &str) -> Result<Self, NetworkIdError> {
        let (mac, subnet) = text.trim().split_once('/').ok_or(NetworkIdError)?;
        let (address, length) = subnet.split_once('/').ok_or(NetworkIdError)?;
        let address: IpAddr = address.parse().map_err(|_| NetworkIdError)?;
        let longest = if address.is_ipv4() { 32 } else { 128 };
        let length = length.parse().ok().filter(|length| *length <= longest).ok_or(NetworkIdError)?;

        Ok(Self { mac: mac.parse().map_err(|_| NetworkIdError)?, subnet: Subnet::new(address, length) })
    }
}

/// The way out for one family.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct DefaultRoute {
    /// The interface that it leaves by.
    pub interface: String,
    /// The next hop; `None` on a point-to-point link.
    pub gateway: Option<IpAddr>,
    /// The interface is a tunnel (a VPN).
    pub tunnel: bool,
    /// The hardware address of the next hop; `None` on a point-to-point link, and until this machine has spoken to it.
    pub gateway_mac: Option<Mac>,
}

impl DefaultRoute {
    /// A next hop whose hardware address becomes known is the same one. One whose address is forgotten may be another.
    fn is_still(&self, now: &Self) -> bool {
        let same_hop = self.gateway_mac == now.gateway_mac || self.gateway_mac.is_none();

        same_hop && self.interface == now.interface && self.gateway == now.gateway && self.tunnel == now.tunnel
    }
}

/// What the system says of the network now. Two equal values mean: nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NetworkFacts {
    /// The addresses of all interfaces that are up, without loopback, in order.
    pub addresses: Vec<InterfaceAddress>,
    /// The IPv4 default route.
    pub route_v4: Option<DefaultRoute>,
    /// The IPv6 default route.
    pub route_v6: Option<DefaultRoute>,
    /// The IPv4 way out beside the tunnel, while a tunnel is the way out.
    pub physical_v4: Option<DefaultRoute>,
    /// The IPv6 way out beside the tunnel, while a tunnel is the way out.
    pub physical_v6: Option<DefaultRoute>,
}

impl NetworkFacts {
    /// The way out for one family.
    #[must_use]
    pub fn route(&self, family: Family) -> Option<&DefaultRoute> {
        match family {
            Family::Ipv4 => self.route_v4.as_ref(),
            Family::Ipv6 => self.route_v6.as_ref(),
        }
    }

    /// There is no way out at all.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        self.route_v4.is_none() && self.route_v6.is_none()
    }

    /// Nothing changed until `now`, apart from what is learned of a network only by speaking to its router.
    #[must_use]
    pub fn is_still(&self, now: &Self) -> bool {
        let still = |before: &Option<DefaultRoute>, now: &Option<DefaultRoute>| match (before, now) {
            (Some(before), Some(now)) => before.is_still(now),
            (None, None) => true,
            _ => false,
        };

        self.addresses == now.addresses
            && still(&self.route_v4, &now.route_v4)
            && still(&self.route_v6, &now.route_v6)
            && still(&self.physical_v4, &now.physical_v4)
            && still(&self.physical_v6, &now.physical_v6)
    }

    /// The network beside the tunnels: every way out that is a tunnel is replaced by the one beside it.
    #[must_use]
    pub fn beside_tunnels(&self) -> Self {
        let beside = |route: &Option<DefaultRoute>, physical: &Option<DefaultRoute>| match route {
            Some(route) if route.tunnel => physical.clone(),
            route => route.clone(),
        };

        Self {
            route_v4: beside(&self.route_v4, &self.physical_v4),
            route_v6: beside(&self.route_v6, &self.physical_v6),
            ..self.clone()
        }
    }

    /// Which network this is: its router's hardware address, and the network's own addresses. `None` on a tunnel, on a
    /// point-to-point link, and while the router's hardware address is not known.
    #[must_use]
    pub fn id(&self) -> Option<NetworkId> {
        let v4 = self.route_v4.as_ref().filter(|route| !route.tunnel);
        let by_v4 = v4.and_then(|route| {
            let (mac, gateway) = (route.gateway_mac?, route.gateway?);
            let mine = || self.addresses.iter().filter(|own| own.interface == route.interface);
            let (public, private): (Vec<_>, Vec<_>) =
                mine().filter(|own| own.address.is_ipv4()).partition(|own| PublicAddress::new(own.address).is_ok());
            let mut networks = private.iter().map(|own| Subnet::new(own.address, own.prefix_length));
            // Where this machine has the public address itself, its subnet changes with each lease.
            let any = || (!public.is_empty()).then(|| Subnet::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 0));

            Some(NetworkId { mac, subnet: networks.find(|subnet| subnet.contains(gateway)).or_else(any)? })
        });
        let by_v6 = || {
            let route = self.route_v6.as_ref().filter(|route| !route.tunnel)?;
            // The prefix of a home changes with its provider's mood; that of the link is always the same.
            let link = Subnet::new(IpAddr::V6(Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 0)), 64);

            Some(NetworkId { mac: route.gateway_mac?, subnet: link })
        };

        by_v4.or_else(by_v6)
    }

    /// The first way out that is a tunnel.
    #[must_use]
    pub fn tunnel(&self) -> Option<&DefaultRoute> {
        [&self.route_v4, &self.route_v6].into_iter().flatten().find(|route| route.tunnel)
    }

    /// The public addresses of the interface that is the way out, which are there to stay: never a temporary,
    /// deprecated or tentative one.
    #[must_use]
    pub fn lasting(&self, family: Family) -> Vec<PublicAddress> {
        let Some(route) = self.route(family) else { return Vec::new() };

        self.addresses
            .iter()
            .filter(|own| own.interface == route.interface && Family::of(own.address) == family)
            .filter(|own| !own.temporary && !own.deprecated && !own.tentative)
            .filter_map(|own| PublicAddress::new(own.address).ok())
            .collect()
    }

    /// Any interface has a public address of this family, lasting or not.
    #[must_use]
    pub fn has_public(&self, family: Family) -> bool {
        self.addresses.iter().any(|own| Family::of(own.address) == family && PublicAddress::new(own.address).is_ok())
    }

    /// This machine's own address of a family, whatever its scope: for practice without internet.
    #[must_use]
    pub fn own(&self, family: Family) -> Option<IpAddr> {
        let outward = self.route(family).map(|route| route.interface.as_str());
        let mut usable = self
            .addresses
            .iter()
            .filter(|own| Family::of(own.address) == family && !own.temporary && !own.deprecated && !own.tentative)
            .filter(|own| !is_link_local(own.address));

        usable
            .clone()
            .find(|own| Some(own.interface.as_str()) == outward)
            .or_else(|| usable.next())
            .map(|own| own.address)
    }
}

fn is_link_local(address: IpAddr) -> bool {
    crate::address::scope(address) == crate::address::Scope::LinkLocal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hardware_address_is_read_and_written() {
        let mac: Mac = "02-11-22-33-44-FF".parse().unwrap();

        assert_eq!(mac.to_string(), "02:11:22:33:44:ff");
        assert_eq!(mac.interface_id(), 0x0011_22ff_fe33_44ff, "RFC 4291, appendix A");
        for wrong in
            ["", "02:11:22:33:44", "02:11:22:33:44:55:66", "02:11:22:33:44:5", "02:11:22:33:44:5g", "+2:11:22:33:44:55"]
        {
            assert_eq!(wrong.parse::<Mac>(), Err(MacError), "{wrong}");
        }
    }

    #[test]
    fn a_next_hop_that_becomes_known_is_no_other_network_and_one_that_is_forgotten_may_be() {
        let facts = |mac: Option<u8>| NetworkFacts {
            route_v4: Some(DefaultRoute {
                interface: "eth0".to_owned(),
                gateway_mac: mac.map(|last| Mac([2, 0, 0, 0, 0, last])),
                ..DefaultRoute::default()
            }),
            ..NetworkFacts::default()
        };

        assert!(facts(None).is_still(&facts(Some(1))));
        assert!(!facts(Some(1)).is_still(&facts(None)));
        assert!(!facts(Some(1)).is_still(&facts(Some(2))));
        assert!(!facts(Some(1)).is_still(&NetworkFacts::default()));
    }

    #[test]
    fn a_network_is_known_by_its_router_and_its_lasting_addresses() {
        let facts = |address: &str, gateway: &str| NetworkFacts {
            addresses: vec![InterfaceAddress {
                interface: "eth0".to_owned(),
                address: address.parse().unwrap(),
                prefix_length: 24,
                temporary: false,
                deprecated: false,
                tentative: false,
            }],
            route_v4: Some(DefaultRoute {
                interface: "eth0".to_owned(),
                gateway: gateway.parse().ok(),
                tunnel: false,
                gateway_mac: Some(Mac([2, 0, 0, 0, 0, 1])),
            }),
            ..NetworkFacts::default()
        };
        let id = |address, gateway| facts(address, gateway).id().map(|id| id.to_string());

        assert_eq!(id("192.168.7.10", "192.168.7.1").as_deref(), Some("02:00:00:00:00:01/192.168.7.0/24"));
        assert_eq!(id("20.1.0.7", "20.1.0.1").as_deref(), Some("02:00:00:00:00:01/0.0.0.0/0"), "it changes");
        assert_eq!(id("192.168.7.10", ""), None);
        let mut by_v6 = facts("192.168.7.10", "");
        by_v6.route_v6 = facts("192.168.7.10", "fe80::1").route_v4;
        assert_eq!(by_v6.id().map(|id| id.to_string()).as_deref(), Some("02:00:00:00:00:01/fe80::/64"));
    }

    #[test]
    fn beside_a_tunnel_lies_the_physical_way_or_none() {
        let way = |interface: &str, tunnel| {
            Some(DefaultRoute { interface: interface.to_owned(), tunnel, ..DefaultRoute::default() })
        };
        let facts = NetworkFacts {
            route_v4: way("wg0", true),
            route_v6: way("wg0", true),
            physical_v4: way("eth0", false),
            ..NetworkFacts::default()
        };
        let beside = facts.beside_tunnels();

        assert_eq!((beside.route_v4, beside.route_v6), (way("eth0", false), None));
    }
}
