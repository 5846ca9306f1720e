//! The messages of the BSD routing socket (route(4), `net/route.h`, `net/if_dl.h`) as macOS has them: only what tells a
//! neighbour's hardware address. Lengths come from the system and are still checked; what does not fit is left out.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use homeport_core::network::Mac;

/// `sizeof(struct rt_msghdr)`.
const HEADER: usize = 92;
/// Where the bits stand that say which socket addresses follow.
const ADDRESSES: usize = 12;
/// The destination and the next hop, the first two of them.
const DESTINATION_AND_NEXT_HOP: u32 = 0x3;

const INET: u8 = 2;
const LINK: u8 = 18;
const INET6: u8 = 30;

/// One entry of the tables of ARP and of neighbour discovery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Neighbour {
    pub(super) address: IpAddr,
    /// The number of its interface.
    pub(super) link: u16,
    pub(super) mac: Mac,
}

/// The neighbours whose hardware address is known.
pub(super) fn neighbours(mut list: &[u8]) -> impl Iterator<Item = Neighbour> {
    std::iter::from_fn(move || {
        loop {
            let length = usize::from(short(list, 0)?);
            let message = list.get(..length).filter(|message| message.len() >= HEADER)?;
            list = list.get(length..)?;
            if let Some(neighbour) = neighbour(message) {
                return Some(neighbour);
            }
        }
    })
}

fn neighbour(message: &[u8]) -> Option<Neighbour> {
    let follow = u32::from_ne_bytes(message.get(ADDRESSES..ADDRESSES + 4)?.try_into().ok()?);
    if follow & DESTINATION_AND_NEXT_HOP != DESTINATION_AND_NEXT_HOP {
        return None;
    }
    let destination = message.get(HEADER..)?;
    // Each one begins with its length, and the next one at a multiple of four.
    let next_hop = destination.get(usize::from(*destination.first()?).max(1).next_multiple_of(4)..)?;
    let address = address(destination)?;
    if next_hop.get(1) != Some(&LINK) {
        return None;
    }
    // The interface's name stands before the hardware address.
    let (name, length) = (usize::from(*next_hop.get(5)?), usize::from(*next_hop.get(6)?));
    let mac = next_hop.get(8 + name..8 + name + length)?.try_into().ok()?;

    Some(Neighbour { address, link: short(next_hop, 2)?, mac: Mac(mac) })
}

fn address(socket_address: &[u8]) -> Option<IpAddr> {
    match *socket_address.get(1)? {
        INET => Some(Ipv4Addr::from(<[u8; 4]>::try_from(socket_address.get(4..8)?).ok()?).into()),
        INET6 => {
            let mut octets = <[u8; 16]>::try_from(socket_address.get(8..24)?).ok()?;
            // The kernel keeps the interface's number within a link-local address.
            if octets[..2] == [0xfe, 0x80] {
                octets[2..4].fill(0);
            }
            Some(Ipv6Addr::from(octets).into())
        }
        _ => None,
    }
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_ne_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(destination: &[u8], next_hop: &[u8]) -> Vec<u8> {
        let mut message = vec![0; HEADER];
        message[ADDRESSES..ADDRESSES + 4].copy_from_slice(&DESTINATION_AND_NEXT_HOP.to_ne_bytes());
        for part in [destination, next_hop] {
            message.extend(part);
            message.resize(message.len().next_multiple_of(4), 0);
        }
        let length = u16::try_from(message.len()).unwrap();
        message[..2].copy_from_slice(&length.to_ne_bytes());

        message
    }

    fn router_v4() -> Vec<u8> {
        let mut destination = vec![16, INET, 0, 0, 192, 0, 2, 1];
        destination.resize(16, 0);

        destination
    }

    fn link(number: u16, hardware: &[u8]) -> Vec<u8> {
        let mut link = vec![20, LINK, 0, 0, 6, 3, u8::try_from(hardware.len()).unwrap(), 0];
        link[2..4].copy_from_slice(&number.to_ne_bytes());
        link.extend(b"en0");
        link.extend(hardware);
        link.resize(20, 0);

        link
    }

    const MAC: [u8; 6] = [2, 0, 0, 0, 0, 1];

    #[test]
    fn the_tables_of_arp_and_of_neighbour_discovery_are_read() {
        let mut router_v6 = vec![28, INET6, 0, 0, 0, 0, 0, 0, 0xfe, 0x80, 0, 5];
        router_v6.resize(23, 0);
        router_v6.extend([1, 0, 0, 0, 0]);
        let unknown = message(&router_v4(), &link(5, &[]));
        let list = [unknown, message(&router_v4(), &link(5, &MAC)), message(&router_v6, &link(5, &MAC))].concat();

        let expected = ["192.0.2.1", "fe80::1"].map(|address| Neighbour {
            address: address.parse().unwrap(),
            link: 5,
            mac: Mac(MAC),
        });
        assert_eq!(neighbours(&list).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn no_cut_or_garbled_list_is_read_beyond_its_end() {
        let list = message(&router_v4(), &link(5, &MAC));
        for end in 0..list.len() {
            assert_eq!(neighbours(&list[..end]).count(), 0, "{end} bytes");
        }
        for at in 0..list.len() {
            for value in [0, 1, 0x7f, 0xff] {
                let mut garbled = list.clone();
                garbled[at] = value;
                assert!(neighbours(&garbled).count() <= 1, "byte {at} is {value}");
            }
        }
    }
}
