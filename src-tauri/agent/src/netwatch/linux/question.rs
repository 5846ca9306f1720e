//! The questions of rtnetlink, in the form of `linux/rtnetlink.h` and `linux/neighbour.h`. None of them changes anything,
//! and none makes the kernel send a packet.

use std::net::IpAddr;

use homeport_core::address::Family;

use super::message::{INET, INET6};

const GET_LINK: u16 = 18;
const GET_ADDRESS: u16 = 22;
const GET_ROUTE: u16 = 26;
const GET_NEIGHBOUR: u16 = 30;

const FLAG_REQUEST: u16 = 0x01;
const FLAG_DUMP: u16 = 0x300;

const UNSPECIFIED: u8 = 0;

/// Asks for all links. The statistics of each are left out.
pub(super) fn list_links() -> Vec<u8> {
    const EXTENSION_MASK: u16 = 29;
    const SKIP_STATISTICS: u32 = 8;
    let mut request = request(GET_LINK, FLAG_REQUEST | FLAG_DUMP);
    request.extend([0; 16]);
    push_attribute(&mut request, EXTENSION_MASK, &SKIP_STATISTICS.to_ne_bytes());

    finished(request)
}

/// Asks for all addresses of both families.
pub(super) fn list_addresses() -> Vec<u8> {
    let mut request = request(GET_ADDRESS, FLAG_REQUEST | FLAG_DUMP);
    request.extend([UNSPECIFIED, 0, 0, 0, 0, 0, 0, 0]);

    finished(request)
}

/// Asks by which route a packet for `address` would leave, with rules of policy routing applied. Nothing is sent.
pub(super) fn look_up(address: IpAddr) -> Vec<u8> {
    const DESTINATION: u16 = 1;
    let mut request = request(GET_ROUTE, FLAG_REQUEST);
    match address {
        IpAddr::V4(address) => {
            request.extend([INET, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            push_attribute(&mut request, DESTINATION, &address.octets());
        }
        IpAddr::V6(address) => {
            request.extend([INET6, 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            push_attribute(&mut request, DESTINATION, &address.octets());
        }
    }

    finished(request)
}

/// Asks for all routes of one family, of every table: older kernels know no narrower question.
pub(super) fn list_routes(family: Family) -> Vec<u8> {
    let mut request = request(GET_ROUTE, FLAG_REQUEST | FLAG_DUMP);
    let family = match family {
        Family::Ipv4 => INET,
        Family::Ipv6 => INET6,
    };
    request.extend([family, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    finished(request)
}

/// Asks what the kernel knows of one neighbour on one link (since Linux 5.0).
pub(super) fn neighbour(link: u32, address: IpAddr) -> Vec<u8> {
    const DESTINATION: u16 = 1;
    let mut request = request(GET_NEIGHBOUR, FLAG_REQUEST);
    let family = if address.is_ipv4() { INET } else { INET6 };
    request.extend([family, 0, 0, 0]);
    request.extend(link.to_ne_bytes());
    request.extend([0; 4]);
    match address {
        IpAddr::V4(address) => push_attribute(&mut request, DESTINATION, &address.octets()),
        IpAddr::V6(address) => push_attribute(&mut request, DESTINATION, &address.octets()),
    }

    finished(request)
}

pub(super) fn request(kind: u16, flags: u16) -> Vec<u8> {
    let mut request = Vec::with_capacity(64);
    request.extend([0; 4]);
    request.extend(kind.to_ne_bytes());
    request.extend(flags.to_ne_bytes());
    request.extend([0; 8]);

    request
}

pub(super) fn push_attribute(request: &mut Vec<u8>, kind: u16, value: &[u8]) {
    let length = u16::try_from(value.len() + 4).unwrap_or(u16::MAX);
    request.extend(length.to_ne_bytes());
    request.extend(kind.to_ne_bytes());
    request.extend(value);
    request.resize(request.len().next_multiple_of(4), 0);
}

pub(super) fn finished(mut request: Vec<u8>) -> Vec<u8> {
    let length = u32::try_from(request.len()).unwrap_or(u32::MAX);
    request[..4].copy_from_slice(&length.to_ne_bytes());

    request
}
