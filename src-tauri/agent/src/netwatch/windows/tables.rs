//! The IP helper's tables of routes and of neighbours. Reading them sends nothing.

#![allow(unsafe_code, reason = "the tables are told through C functions only")]

use std::collections::BTreeMap;
use std::ffi::c_void;
use std::net::IpAddr;
use std::ptr;

use homeport_core::address::Family;
use homeport_core::network::Mac;
use windows_sys::Win32::Foundation::{NO_ERROR, WIN32_ERROR};
use windows_sys::Win32::NetworkManagement::IpHelper::{
    FreeMibTable, GetIpForwardTable2, GetIpNetTable2, MIB_IPFORWARD_ROW2, MIB_IPFORWARD_TABLE2, MIB_IPNET_ROW2,
    MIB_IPNET_TABLE2,
};
use windows_sys::Win32::Networking::WinSock::{
    ADDRESS_FAMILY, AF_INET, AF_INET6, NlnsDelay, NlnsPermanent, NlnsProbe, NlnsReachable, NlnsStale,
};

use super::{Link, next_hop};

/// The hardware address of a neighbour; `None` until this machine has spoken to it. The whole table is read, as Wine
/// has no question for one entry.
pub(super) fn hardware_address(luid: u64, address: IpAddr) -> Option<Mac> {
    let family = Family::of(address);
    let row = neighbours(family)?.rows().iter().copied().find(|row| {
        // SAFETY: both views of the union are 64 plain bits.
        let row_luid = unsafe { row.InterfaceLuid.Value };
        row_luid == luid && next_hop(&row.Address) == Some(address)
    })?;
    if ![NlnsProbe, NlnsDelay, NlnsStale, NlnsReachable, NlnsPermanent].contains(&row.State) {
        return None;
    }
    let length = usize::try_from(row.PhysicalAddressLength).ok()?;

    row.PhysicalAddress.get(..length)?.try_into().ok().map(Mac)
}

/// The best way out of one family that is no tunnel's: the interface and the next hop.
pub(super) fn way_beside(family: Family, links: &BTreeMap<u64, Link>) -> Option<(u64, Option<IpAddr>)> {
    let routes = routes(family)?;
    let ways = routes.rows().iter().filter(|row| row.DestinationPrefix.PrefixLength == 0 && !row.Loopback);
    let best = ways.filter_map(|row| {
        // SAFETY: both views of the union are 64 plain bits.
        let luid = unsafe { row.InterfaceLuid.Value };
        let link = links.get(&luid).filter(|link| !link.tunnel)?;
        let gateway = next_hop(&row.NextHop)?;

        // The system adds both numbers too.
        Some((row.Metric.saturating_add(*link.metric.get(family)), luid, gateway))
    });
    let (_, luid, gateway) = best.min_by_key(|(metric, ..)| *metric)?;

    Some((luid, Some(gateway).filter(|gateway| !gateway.is_unspecified())))
}

/// A table in the system's memory, given back at the end.
struct Table<R> {
    memory: *const c_void,
    first: *const R,
    count: usize,
}

impl<R> Table<R> {
    fn rows(&self) -> &[R] {
        // SAFETY: the system has written `count` rows from `first` on, and they stay until `drop`.
        unsafe { std::slice::from_raw_parts(self.first, self.count) }
    }
}

impl<R> Drop for Table<R> {
    fn drop(&mut self) {
        // SAFETY: it came from the system and is given back once.
        unsafe { FreeMibTable(self.memory) };
    }
}

fn routes(family: Family) -> Option<Table<MIB_IPFORWARD_ROW2>> {
    let mut table: *mut MIB_IPFORWARD_TABLE2 = ptr::null_mut();
    // SAFETY: the pointer lives through the call.
    let result = unsafe { GetIpForwardTable2(number(family), &raw mut table) };
    if !is_there(result, table) {
        return None;
    }

    // SAFETY: the table is there, and its rows begin where the declared one stands.
    Some(unsafe {
        Table { memory: table.cast(), first: (&raw const (*table).Table).cast(), count: count((*table).NumEntries) }
    })
}

fn neighbours(family: Family) -> Option<Table<MIB_IPNET_ROW2>> {
    let mut table: *mut MIB_IPNET_TABLE2 = ptr::null_mut();
    // SAFETY: the pointer lives through the call.
    let result = unsafe { GetIpNetTable2(number(family), &raw mut table) };
    if !is_there(result, table) {
        return None;
    }

    // SAFETY: as above.
    Some(unsafe {
        Table { memory: table.cast(), first: (&raw const (*table).Table).cast(), count: count((*table).NumEntries) }
    })
}

fn is_there<T>(result: WIN32_ERROR, table: *const T) -> bool {
    result == NO_ERROR && !table.is_null()
}

fn count(entries: u32) -> usize {
    usize::try_from(entries).unwrap_or(0)
}

fn number(family: Family) -> ADDRESS_FAMILY {
    match family {
        Family::Ipv4 => AF_INET,
        Family::Ipv6 => AF_INET6,
    }
}
