//! The messages of rtnetlink (rtnetlink(7), `linux/rtnetlink.h`, `linux/if_link.h`, `linux/if_addr.h`): only what the
//! address of a home depends on. Lengths come from the kernel and are still checked; what does not fit is left out.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use homeport_core::address::Family;
use homeport_core::network::Mac;

const ERROR: u16 = 2;
const DONE: u16 = 3;
const OVERRUN: u16 = 4;
const NEW_LINK: u16 = 16;
const DELETED_LINK: u16 = 17;
const NEW_ADDRESS: u16 = 20;
const DELETED_ADDRESS: u16 = 21;
const NEW_ROUTE: u16 = 24;
const DELETED_ROUTE: u16 = 25;
const NEW_NEIGHBOUR: u16 = 28;
const NEW_RULE: u16 = 32;
const DELETED_RULE: u16 = 33;

const FLAG_DUMP_INTERRUPTED: u16 = 0x10;

const HEADER: usize = 16;
pub(super) const INET: u8 = 2;
pub(super) const INET6: u8 = 10;
const BRIDGE: u8 = 7;

const LINK_UP: u32 = 0x01;
const LINK_LOOPBACK: u32 = 0x08;
const LINK_RUNNING: u32 = 0x40;

const ADDRESS_TEMPORARY: u32 = 0x01;
const ADDRESS_DAD_FAILED: u32 = 0x08;
const ADDRESS_DEPRECATED: u32 = 0x20;
const ADDRESS_TENTATIVE: u32 = 0x40;

const ROUTE_UNICAST: u8 = 1;
const ROUTE_CLONED: u32 = 0x200;
const ROUTE_GATEWAY: u16 = 5;
const ROUTE_VIA: u16 = 18;
const TABLE_MAIN: u32 = 254;
const TABLE_LOCAL: u8 = 255;

/// Reachable, stale, delayed, probed, permanent: the kernel sends to the hardware address that it has.
const NEIGHBOUR_IN_USE: u16 = 0x02 | 0x04 | 0x08 | 0x10 | 0x80;

/// The kinds of link that a VPN makes. `sit` and `ip6tnl` are missing on purpose: they are how 6in4 brokers, 6rd and
/// DS-Lite carry a home's ordinary way out; `ppp` is how a modem does.
const TUNNEL_KINDS: [&[u8]; 10] =
    [b"tun", b"wireguard", b"ovpn", b"ovpn-dco", b"xfrm", b"vti", b"vti6", b"gre", b"gretap", b"ipip"];

/// One link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) index: u32,
    pub(super) name: String,
    /// It is switched on, and its carrier is there as far as it has one.
    pub(super) works: bool,
    pub(super) loopback: bool,
    pub(super) tunnel: bool,
}

/// One address of one link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) link: u32,
    pub(super) ip: IpAddr,
    pub(super) prefix_length: u8,
    pub(super) temporary: bool,
    pub(super) deprecated: bool,
    pub(super) tentative: bool,
}

/// One route, or the answer to a look-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Route {
    /// Where it leads; `None`: everywhere.
    pub(super) destination: Option<(IpAddr, u8)>,
    pub(super) family: Family,
    pub(super) link: Option<u32>,
    pub(super) gateway: Option<IpAddr>,
    /// It leads out, and does not refuse.
    pub(super) unicast: bool,
    /// It is the kernel's own note about one destination or one of the machine's own addresses.
    pub(super) internal: bool,
    /// It is in the table that is used where no rule names another one.
    pub(super) main: bool,
    /// The lower, the better.
    pub(super) metric: u32,
}

impl Route {
    /// It leads everywhere, in the table where a machine without a VPN has its way out.
    pub(super) fn is_default(&self) -> bool {
        self.main && self.unicast && !self.internal && self.destination.is_none_or(|(_, length)| length == 0)
    }

    /// Whether packets for `address` could take it.
    pub(super) fn covers(&self, address: IpAddr) -> bool {
        match (self.destination, address) {
            (None, address) => Family::of(address) == self.family,
            (Some((IpAddr::V4(prefix), length)), IpAddr::V4(address)) => {
                let shift = 32_u32.saturating_sub(u32::from(length));
                (prefix.to_bits() ^ address.to_bits()).checked_shr(shift).unwrap_or(0) == 0
            }
            (Some((IpAddr::V6(prefix), length)), IpAddr::V6(address)) => {
                let shift = 128_u32.saturating_sub(u32::from(length));
                (prefix.to_bits() ^ address.to_bits()).checked_shr(shift).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

/// One message of the kernel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Message {
    Link(Link),
    LinkGone(u32),
    Address(Address),
    AddressGone(Address),
    Route(Route),
    RouteGone(Route),
    /// The hardware address of a neighbour that is in use.
    Neighbour(Mac),
    /// A rule of policy routing came or went.
    Rule,
    /// The end of a list. Zero, or the negated error number.
    Done(i32),
    /// The list changed while it was read.
    Interrupted,
    /// Messages were lost.
    Overrun,
    /// Nothing that matters here.
    Other,
}

/// The messages of one datagram.
pub(super) fn messages(mut datagram: &[u8]) -> impl Iterator<Item = Message> {
    std::iter::from_fn(move || {
        let header = datagram.get(..HEADER)?;
        let length = usize::try_from(number(header, 0)).unwrap_or(0);
        let body = datagram.get(HEADER..length)?;
        let kind = short(header, 4);
        let flags = short(header, 6);
        datagram = datagram.get(length.next_multiple_of(4)..).unwrap_or(&[]);
        if flags & FLAG_DUMP_INTERRUPTED != 0 {
            return Some(Message::Interrupted);
        }

        Some(message(kind, body).unwrap_or(Message::Other))
    })
}

fn message(kind: u16, body: &[u8]) -> Option<Message> {
    Some(match kind {
        ERROR | DONE => Message::Done(if body.len() < 4 { 0 } else { number(body, 0).cast_signed() }),
        OVERRUN => Message::Overrun,
        NEW_LINK if body.first() != Some(&BRIDGE) => Message::Link(link(body)?),
        DELETED_LINK if body.first() != Some(&BRIDGE) => Message::LinkGone(link(body)?.index),
        NEW_ADDRESS => Message::Address(address(body)?),
        DELETED_ADDRESS => Message::AddressGone(address(body)?),
        NEW_ROUTE => Message::Route(route(body)?),
        DELETED_ROUTE => Message::RouteGone(route(body)?),
        NEW_NEIGHBOUR => Message::Neighbour(neighbour(body)?),
        NEW_RULE | DELETED_RULE => Message::Rule,
        _ => Message::Other,
    })
}

fn link(body: &[u8]) -> Option<Link> {
    const NAME: u16 = 3;
    const INFORMATION: u16 = 18;
    const INFORMATION_KIND: u16 = 1;
    let fixed = body.get(..16)?;
    let flags = number(fixed, 8);
    let mut link = Link {
        index: number(fixed, 4),
        name: String::new(),
        works: flags & LINK_UP != 0 && flags & LINK_RUNNING != 0,
        loopback: flags & LINK_LOOPBACK != 0,
        tunnel: false,
    };
    for (kind, value) in attributes(&body[16..]) {
        match kind {
            NAME => link.name = String::from_utf8_lossy(without_nul(value)).into_owned(),
            INFORMATION => {
                link.tunnel = attributes(value)
                    .any(|(kind, value)| kind == INFORMATION_KIND && TUNNEL_KINDS.contains(&without_nul(value)));
            }
            _ => {}
        }
    }

    Some(link)
}

fn address(body: &[u8]) -> Option<Address> {
    const PEER_OR_ADDRESS: u16 = 1;
    const LOCAL: u16 = 2;
    const FLAGS: u16 = 8;
    let fixed = body.get(..8)?;
    let mut flags = u32::from(fixed[2]);
    let (mut local, mut other) = (None, None);
    for (kind, value) in attributes(&body[8..]) {
        match kind {
            // On a point-to-point link this is the other end, and LOCAL is there too.
            PEER_OR_ADDRESS => other = ip(value),
            LOCAL => local = ip(value),
            FLAGS if value.len() == 4 => flags = number(value, 0),
            _ => {}
        }
    }
    let address = local.or(other)?;

    Some(Address {
        link: number(fixed, 4),
        ip: address,
        prefix_length: fixed[1],
        // The same bit says "secondary" on IPv4.
        temporary: address.is_ipv6() && flags & ADDRESS_TEMPORARY != 0,
        deprecated: flags & ADDRESS_DEPRECATED != 0,
        tentative: flags & (ADDRESS_TENTATIVE | ADDRESS_DAD_FAILED) != 0,
    })
}

fn route(body: &[u8]) -> Option<Route> {
    const DESTINATION: u16 = 1;
    const LINK: u16 = 4;
    const METRIC: u16 = 6;
    const SEVERAL: u16 = 9;
    const TABLE: u16 = 15;
    let fixed = body.get(..12)?;
    let family = match fixed[0] {
        INET => Family::Ipv4,
        INET6 => Family::Ipv6,
        _ => return None,
    };
    let mut route = Route {
        destination: None,
        family,
        link: None,
        gateway: None,
        unicast: fixed[7] == ROUTE_UNICAST,
        internal: fixed[4] == TABLE_LOCAL || number(fixed, 8) & ROUTE_CLONED != 0,
        main: u32::from(fixed[4]) == TABLE_MAIN,
        metric: 0,
    };
    for (kind, value) in attributes(&body[12..]) {
        match kind {
            DESTINATION => route.destination = Some((ip(value)?, fixed[1])),
            LINK if value.len() == 4 => route.link = Some(number(value, 0)),
            METRIC if value.len() == 4 => route.metric = number(value, 0),
            TABLE if value.len() == 4 => route.main = number(value, 0) == TABLE_MAIN,
            ROUTE_GATEWAY | ROUTE_VIA => route.gateway = next_hop(kind, value),
            // Several ways side by side. The first one stands for all: its length and flags, its link, its attributes.
            SEVERAL if value.len() >= 8 => {
                route.link = Some(number(value, 4));
                let hop = value.get(8..usize::from(short(value, 0))).unwrap_or_default();
                route.gateway = attributes(hop).find_map(|(kind, value)| next_hop(kind, value));
            }
            _ => {}
        }
    }

    Some(route)
}

fn next_hop(kind: u16, value: &[u8]) -> Option<IpAddr> {
    match kind {
        ROUTE_GATEWAY => ip(value),
        // An IPv4 route over an IPv6 neighbour (RFC 5549): its family, then the address.
        ROUTE_VIA => value.get(2..).and_then(ip),
        _ => None,
    }
}

/// `None` for one whose hardware address is not known or not in use, and for one that has none, as on a modem's link.
fn neighbour(body: &[u8]) -> Option<Mac> {
    const HARDWARE_ADDRESS: u16 = 2;
    let fixed = body.get(..12)?;
    if short(fixed, 8) & NEIGHBOUR_IN_USE == 0 {
        return None;
    }

    attributes(&body[12..])
        .find_map(|(kind, value)| if kind == HARDWARE_ADDRESS { value.try_into().ok().map(Mac) } else { None })
}

fn attributes(mut bytes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let header = bytes.get(..4)?;
        let length = usize::from(short(header, 0));
        let value = bytes.get(4..length)?;
        // The upper two bits say that it is nested or in network order.
        let kind = short(header, 2) & 0x3fff;
        bytes = bytes.get(length.next_multiple_of(4)..).unwrap_or(&[]);

        Some((kind, value))
    })
}

fn ip(value: &[u8]) -> Option<IpAddr> {
    if let Ok(octets) = <[u8; 4]>::try_from(value) {
        return Some(Ipv4Addr::from(octets).into());
    }

    <[u8; 16]>::try_from(value).ok().map(|octets| Ipv6Addr::from(octets).into())
}

fn without_nul(value: &[u8]) -> &[u8] {
    value.strip_suffix(&[0]).unwrap_or(value)
}

/// The caller has checked the length.
fn number(bytes: &[u8], at: usize) -> u32 {
    u32::from_ne_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// The caller has checked the length.
fn short(bytes: &[u8], at: usize) -> u16 {
    u16::from_ne_bytes([bytes[at], bytes[at + 1]])
}

#[cfg(test)]
mod tests {
    use super::super::question::{finished, look_up, push_attribute, request};
    use super::*;

    #[test]
    fn no_cut_or_garbled_datagram_is_read_beyond_its_end() {
        let mut datagram = look_up("192.0.2.1".parse().unwrap());
        datagram[4..6].copy_from_slice(&NEW_ROUTE.to_ne_bytes());
        let whole = messages(&datagram).collect::<Vec<_>>();
        assert!(matches!(whole[..], [Message::Route(Route { destination: Some((_, 32)), .. })]), "{whole:?}");

        for end in 0..datagram.len() {
            assert_eq!(messages(&datagram[..end]).count(), 0, "{end} bytes");
        }
        for at in 0..datagram.len() {
            for value in [0, 1, 0x7f, 0xff] {
                let mut garbled = datagram.clone();
                garbled[at] = value;
                assert!(messages(&garbled).count() <= 4, "byte {at} is {value}");
            }
        }
    }

    #[test]
    fn a_message_without_a_length_does_not_repeat_for_ever() {
        assert_eq!(messages(&[0; 64]).count(), 0);
        assert_eq!(attributes(&[0; 64]).count(), 0);
    }

    fn link_of_kind(kind: &[u8]) -> Link {
        const LINK_INFORMATION: u16 = 18;
        let mut nested = Vec::new();
        push_attribute(&mut nested, 1, kind);
        let mut datagram = request(NEW_LINK, 0);
        datagram.extend([0; 16]);
        push_attribute(&mut datagram, LINK_INFORMATION, &nested);
        match messages(&finished(datagram)).next() {
            Some(Message::Link(link)) => link,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_vpn_is_a_tunnel_and_a_carrier_is_not() {
        for kind in [&b"wireguard\0"[..], b"tun\0", b"xfrm\0", b"tun"] {
            assert!(link_of_kind(kind).tunnel, "{kind:?}");
        }
        // A cable, a modem's PPPoE, a 6in4 broker, DS-Lite.
        for kind in [&b"veth\0"[..], b"ppp\0", b"sit\0", b"ip6tnl\0", b""] {
            assert!(!link_of_kind(kind).tunnel, "{kind:?}");
        }
    }

    #[test]
    fn a_route_covers_what_its_prefix_covers() {
        let route = |destination: Option<(&str, u8)>, family| Route {
            destination: destination.map(|(prefix, length)| (prefix.parse().unwrap(), length)),
            family,
            link: None,
            gateway: None,
            unicast: true,
            internal: false,
            main: true,
            metric: 0,
        };
        let outside = "198.41.0.4".parse().unwrap();
        assert!(route(None, Family::Ipv4).covers(outside));
        assert!(!route(None, Family::Ipv6).covers(outside));
        assert!(route(Some(("128.0.0.0", 1)), Family::Ipv4).covers(outside));
        assert!(!route(Some(("0.0.0.0", 1)), Family::Ipv4).covers(outside));
        assert!(!route(Some(("192.0.2.0", 24)), Family::Ipv4).covers(outside));
        assert!(route(Some(("198.41.0.4", 32)), Family::Ipv4).covers(outside));
        assert!(route(Some(("2000::", 3)), Family::Ipv6).covers("2001:db8::1".parse().unwrap()));
        assert!(!route(Some(("fe80::", 64)), Family::Ipv6).covers("2001:db8::1".parse().unwrap()));
    }
}
