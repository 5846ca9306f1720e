//! Which network this is, and which of the machine's own addresses can be published.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

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

/// The way out for one family.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DefaultRoute {
    /// The interface that it leaves by.
    pub interface: String,
    /// The next hop; `None` on a point-to-point link.
    pub gateway: Option<IpAddr>,
    /// The interface is a tunnel (a VPN).
    pub tunnel: bool,
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
}
