//! The tables of ARP and of neighbour discovery, through sysctl(3). It sends nothing.

#![allow(unsafe_code, reason = "the tables are told through sysctl only")]

use std::net::IpAddr;
use std::ptr;

use homeport_core::network::Mac;

use super::super::routing_messages;

/// The table may grow between the question for its size and the one for its content.
const ATTEMPTS: u32 = 5;
/// `RTF_LLINFO` of `net/route.h`: entries with a hardware address.
const HARDWARE_ADDRESSES: libc::c_int = 0x400;
/// `AF_INET6` of `sys/socket.h`.
const INET6: libc::c_int = 30;

/// The hardware address of a neighbour on one interface; `None` until this machine has spoken to it.
pub(super) fn hardware_address(link: u32, address: IpAddr) -> Option<Mac> {
    let family = if address.is_ipv4() { libc::AF_INET } else { INET6 };
    let list = list(family)?;

    routing_messages::neighbours(&list)
        .find(|neighbour| u32::from(neighbour.link) == link && neighbour.address == address)
        .map(|neighbour| neighbour.mac)
}

fn list(family: libc::c_int) -> Option<Vec<u8>> {
    let mut name = [libc::CTL_NET, libc::PF_ROUTE, 0, family, libc::NET_RT_FLAGS, HARDWARE_ADDRESSES];
    for _ in 0..ATTEMPTS {
        let mut size = 0;
        if !ask(&mut name, ptr::null_mut(), &mut size) {
            return None;
        }
        let mut list = vec![0_u8; size + size / 8];
        size = list.len();
        if ask(&mut name, list.as_mut_ptr().cast(), &mut size) {
            list.truncate(size);
            return Some(list);
        }
    }

    None
}

/// `target` is null, or points to `size` bytes that can be written.
fn ask(name: &mut [libc::c_int; 6], target: *mut libc::c_void, size: &mut usize) -> bool {
    // SAFETY: the name has six numbers; the caller keeps its promise about the target; nothing is set.
    unsafe { libc::sysctl(name.as_mut_ptr(), 6, target, size, ptr::null_mut(), 0) == 0 }
}
