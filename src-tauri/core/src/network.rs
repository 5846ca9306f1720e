//! Which network this is, and which of the machine's own addresses can be published.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::address::{Family, PublicAddress};
use crate::snapshot::WayOut;

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
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

impl NetworkFacts {
    /// The way out for one family.
    #[must_use]
    pub fn route(&self, family: Family) -> Option<&DefaultRoute> {
        match family {
            Family::Ipv4 => self.route_v4.as_ref(),
            Family::Ipv6 => self.route_v6.as_ref(),
        }
    }

    /// The way out as it is shown.
    #[must_use]
    pub fn way_out(&self, family: Family) -> Option<WayOut> {
        let route = self.route(family)?;

        Some(WayOut {
            own: self.own(family),
            interface: route.interface.clone(),
            gateway: route.gateway,
            tunnel: route.tunnel,
        })
    }

    /// There is no way out at all.
    #[must_use]
    pub fn is_offline(&self) -> bool {
        self.route_v4.is_none() && self.route_v6.is_none()
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
