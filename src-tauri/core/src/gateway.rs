//! The home's router: how it is reached and what it can say; and what the machine runs on.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use serde::{Deserialize, Serialize};

use crate::address::{Family, Scope, scope};
use crate::network::NetworkFacts;
use crate::time::Mono;

/// How a router is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Protocol {
    /// RFC 6886.
    NatPmp,
    /// RFC 6887; it tells of restarts, and no address.
    Pcp,
    /// `UPnP` IGD 1 and 2.
    Upnp,
}

impl Protocol {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::NatPmp, Self::Pcp, Self::Upnp];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NatPmp => "NAT-PMP",
            Self::Pcp => "PCP",
            Self::Upnp => "UPnP",
        }
    }
}

/// The router that is the way out, and how it is reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gateway {
    /// The interface by which it is reached.
    pub interface: String,
    /// Its address.
    pub address: Ipv4Addr,
    /// This machine's address in its network.
    pub own: Ipv4Addr,
    /// Its IPv6 address, by which it may announce, too.
    pub ipv6: Option<Ipv6Addr>,
}

/// What a router said, or did not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// In answer to a question.
    Answered {
        /// Its external address; `None` while it has none.
        address: Option<Ipv4Addr>,
        /// The seconds since it began anew.
        epoch: Option<u32>,
    },
    /// By itself. Everybody in the network can forge it.
    Announced {
        /// Its external address; `None` when it has or names none.
        address: Option<Ipv4Addr>,
        /// The seconds since it began anew.
        epoch: Option<u32>,
    },
    /// It will tell of changes by itself, or has ended that.
    Promised(bool),
    /// There was no answer.
    Silent,
}

/// What the machine runs on and what its way out costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Power {
    /// It can run on a battery: it may be carried about.
    pub has_battery: bool,
    /// It runs on it now.
    pub on_battery: bool,
    /// What goes over the way out is paid for by its amount; `None`: the system does not say.
    pub metered: Option<bool>,
}

pub(crate) fn is_public(address: Ipv4Addr) -> bool {
    scope(address.into()) == Scope::Public
}

/// RFC 6886, 3.6: the router's seconds have to go on as ours do, give or take an eighth and two seconds.
pub(crate) fn is_restart((before, at): (u32, Mono), epoch: u32, now: Mono) -> bool {
    let passed = u32::try_from(now.since(at).as_secs()).unwrap_or(u32::MAX);
    let least = before.saturating_add(passed - passed / 8);

    epoch.saturating_add(2) < least
}

/// The router to ask: the next hop of a way out that is no tunnel, in whose network this machine has an address that is
/// not public itself.
pub(crate) fn gateway_of(facts: &NetworkFacts) -> Option<Gateway> {
    let route = facts.route_v4.as_ref().filter(|route| !route.tunnel && is_hidden(facts))?;
    let Some(IpAddr::V4(address)) = route.gateway else { return None };
    let own =
        facts.addresses.iter().filter(|own| own.interface == route.interface).find_map(|own| match own.address {
            IpAddr::V4(mine) if shares_network(mine, address, own.prefix_length) => Some(mine),
            _ => None,
        })?;
    let same_link = facts.route_v6.as_ref().filter(|other| other.interface == route.interface);
    let ipv6 = same_link.and_then(|other| match other.gateway {
        Some(IpAddr::V6(address)) => Some(address),
        _ => None,
    });

    Some(Gateway { interface: route.interface.clone(), address, own, ipv6 })
}

fn shares_network(one: Ipv4Addr, other: Ipv4Addr, length: u8) -> bool {
    let mask = u32::MAX.checked_shl(32_u32.saturating_sub(length.into())).unwrap_or(0);

    u32::from(one) & mask == u32::from(other) & mask
}

/// The public IPv4 address is not on this machine, so that no event of its system tells of a change.
pub(crate) fn is_hidden(facts: &NetworkFacts) -> bool {
    facts.route_v4.as_ref().is_some_and(|route| !route.tunnel) && facts.lasting(Family::Ipv4).is_empty()
}
