//! Windows: the IP helper's notifications, the socket layer's list of addresses, and the power manager.

#![allow(unsafe_code, reason = "the system tells about its network through C functions only")]

use std::collections::BTreeMap;
use std::ffi::c_void;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use homeport_core::address::{Family, PerFamily};
use homeport_core::event::{Event, Hint};
use homeport_core::network::{DefaultRoute, InterfaceAddress, NetworkFacts};
use tokio::sync::{Notify, mpsc};
use tracing::debug;
use windows_sys::Win32::Foundation::{ERROR_BUFFER_OVERFLOW, ERROR_NO_DATA, HANDLE, NO_ERROR};
use windows_sys::Win32::NetworkManagement::IpHelper::{
    CancelMibChangeNotify2, GAA_FLAG_SKIP_ANYCAST, GAA_FLAG_SKIP_DNS_SERVER, GAA_FLAG_SKIP_MULTICAST,
    GetAdaptersAddresses, GetBestRoute2, IF_TYPE_PROP_VIRTUAL, IF_TYPE_SOFTWARE_LOOPBACK, IF_TYPE_TUNNEL,
    IP_ADAPTER_ADDRESSES_LH, IP_ADAPTER_UNICAST_ADDRESS_LH, MIB_IPFORWARD_ROW2, MIB_NOTIFICATION_TYPE,
    MIB_UNICASTIPADDRESS_ROW, MibDeleteInstance, NotifyRouteChange2, NotifyUnicastIpAddressChange,
};
use windows_sys::Win32::NetworkManagement::Ndis::{
    IfOperStatusUp, TUNNEL_TYPE_6TO4, TUNNEL_TYPE_IPHTTPS, TUNNEL_TYPE_ISATAP, TUNNEL_TYPE_TEREDO,
};
use windows_sys::Win32::Networking::WinSock::{
    AF_INET, AF_INET6, AF_UNSPEC, IpDadStateDeprecated, IpDadStateDuplicate, IpDadStateInvalid, IpDadStateTentative,
    IpSuffixOriginRandom, SOCKADDR_IN, SOCKADDR_IN6, SOCKADDR_INET, SOCKET_ADDRESS,
};
use windows_sys::core::PWSTR;

use super::NetworkError;
use crate::registration::Registration;
use address_list::AddressList;

#[path = "windows/address_list.rs"]
mod address_list;
#[path = "windows/sleep.rs"]
mod sleep;
#[path = "windows/tables.rs"]
mod tables;

/// The route to these is the way out. They are root name servers (a.root-servers.net), so that no network has a reason
/// to route them specially; nothing is sent to them.
const OUTSIDE_V4: Ipv4Addr = Ipv4Addr::new(198, 41, 0, 4);
const OUTSIDE_V6: Ipv6Addr = Ipv6Addr::new(0x2001, 0x503, 0xba3e, 0, 0, 0, 2, 0x30);
/// Names and descriptions of adapters are far shorter.
const LONGEST_NAME: usize = 1_024;
/// Words in the descriptions of adapters that look like Ethernet and are a VPN's.
const VPN_WORDS: [&str; 8] = ["AnyConnect", "PANGP", "TAP-W", "Tailscale", "VPN", "WireGuard", "Wintun", "ZeroTier"];

pub(super) fn read_network() -> Result<NetworkFacts, NetworkError> {
    let adapters = Adapters::read()?;
    let mut facts = NetworkFacts::default();
    let mut links = BTreeMap::new();
    for adapter in adapters.iter() {
        if adapter.OperStatus != IfOperStatusUp || adapter.IfType == IF_TYPE_SOFTWARE_LOOPBACK {
            continue;
        }
        let name = text(adapter.FriendlyName);
        facts.addresses.extend(addresses(adapter).filter_map(|address| interface_address(&name, address)));
        // SAFETY: both views of the union are 64 plain bits.
        let luid = unsafe { adapter.Luid.Value };
        let metric = PerFamily { ipv4: adapter.Ipv4Metric, ipv6: adapter.Ipv6Metric };
        links.insert(luid, Link { name, tunnel: is_tunnel(adapter), metric });
    }
    let route = |way: Option<(u64, Option<IpAddr>)>| {
        let (luid, gateway) = way?;
        let link = links.get(&luid)?;
        let next_hop = if link.tunnel { None } else { gateway };
        let gateway_mac = next_hop.and_then(|gateway| tables::hardware_address(luid, gateway));

        Some(DefaultRoute { interface: link.name.clone(), gateway, tunnel: link.tunnel, gateway_mac })
    };
    facts.route_v4 = route(way_out(IpAddr::V4(OUTSIDE_V4)));
    facts.route_v6 = route(way_out(IpAddr::V6(OUTSIDE_V6)));
    let beside = |family| {
        facts.route(family).filter(|route| route.tunnel)?;

        route(tables::way_beside(family, &links))
    };
    (facts.physical_v4, facts.physical_v6) = (beside(Family::Ipv4), beside(Family::Ipv6));

    Ok(facts)
}

/// One adapter that works.
#[derive(Debug)]
struct Link {
    name: String,
    tunnel: bool,
    /// What its routes cost besides their own metric.
    metric: PerFamily<u32>,
}

pub(super) async fn watch_sleep(events: &mpsc::Sender<Event>) {
    let woke = Arc::new(Notify::new());
    let Some(_subscription) = sleep::subscribe(&woke) else {
        return;
    };
    loop {
        woke.notified().await;
        if events.send(Event::Hint(Hint::Woke)).await.is_err() {
            return;
        }
    }
}

/// The list of adapters, in memory of its own.
struct Adapters {
    /// `u64` for the alignment; the list's pointers point into it.
    buffer: Vec<u64>,
    empty: bool,
}

impl Adapters {
    fn read() -> Result<Self, NetworkError> {
        const FLAGS: u32 = GAA_FLAG_SKIP_ANYCAST | GAA_FLAG_SKIP_MULTICAST | GAA_FLAG_SKIP_DNS_SERVER;
        let mut size = 16 * 1024_u32;
        for _ in 0..5 {
            let mut buffer = vec![0_u64; usize::try_from(size).unwrap_or(0).div_ceil(8)];
            let list = buffer.as_mut_ptr().cast::<IP_ADAPTER_ADDRESSES_LH>();
            // SAFETY: `list` points to `size` writable bytes, which stay where they are as long as `buffer` lives.
            let result = unsafe { GetAdaptersAddresses(u32::from(AF_UNSPEC), FLAGS, ptr::null(), list, &raw mut size) };
            match result {
                NO_ERROR => return Ok(Self { buffer, empty: false }),
                ERROR_NO_DATA => return Ok(Self { buffer, empty: true }),
                ERROR_BUFFER_OVERFLOW => {}
                error => return Err(NetworkError::System(io::Error::from_raw_os_error(error.cast_signed()))),
            }
        }

        Err(NetworkError::Restless)
    }

    fn iter(&self) -> impl Iterator<Item = &IP_ADAPTER_ADDRESSES_LH> {
        let first = if self.empty { ptr::null() } else { self.buffer.as_ptr().cast::<IP_ADAPTER_ADDRESSES_LH>() };
        // SAFETY: the system has written a list that is linked within `buffer` and ends with a null pointer; `buffer` is
        // borrowed as long as the iterator.
        let as_reference = |adapter: *const IP_ADAPTER_ADDRESSES_LH| unsafe { adapter.as_ref() };

        std::iter::successors(as_reference(first), move |adapter| as_reference(adapter.Next))
    }
}

fn addresses(adapter: &IP_ADAPTER_ADDRESSES_LH) -> impl Iterator<Item = &IP_ADAPTER_UNICAST_ADDRESS_LH> {
    // SAFETY: as in `Adapters::iter`, whose borrow `adapter` carries on.
    let as_reference = |address: *const IP_ADAPTER_UNICAST_ADDRESS_LH| unsafe { address.as_ref() };

    std::iter::successors(as_reference(adapter.FirstUnicastAddress), move |address| as_reference(address.Next))
}

fn interface_address(interface: &str, row: &IP_ADAPTER_UNICAST_ADDRESS_LH) -> Option<InterfaceAddress> {
    let address = socket_address(&row.Address)?;

    Some(InterfaceAddress {
        interface: interface.to_owned(),
        address,
        prefix_length: row.OnLinkPrefixLength,
        temporary: address.is_ipv6() && row.SuffixOrigin == IpSuffixOriginRandom,
        deprecated: row.DadState == IpDadStateDeprecated,
        tentative: [IpDadStateTentative, IpDadStateDuplicate, IpDadStateInvalid].contains(&row.DadState),
    })
}

fn socket_address(address: &SOCKET_ADDRESS) -> Option<IpAddr> {
    // SAFETY: the system's pointer, which is null or points to a socket address of its family's size within the list.
    unsafe {
        match address.lpSockaddr.as_ref()?.sa_family {
            AF_INET => {
                let found = address.lpSockaddr.cast::<SOCKADDR_IN>().read_unaligned();
                Some(Ipv4Addr::from(found.sin_addr.S_un.S_addr.to_ne_bytes()).into())
            }
            AF_INET6 => {
                let found = address.lpSockaddr.cast::<SOCKADDR_IN6>().read_unaligned();
                Some(Ipv6Addr::from(found.sin6_addr.u.Byte).into())
            }
            _ => None,
        }
    }
}

/// A VPN by its type, or by its name where it plays an Ethernet adapter. The system's own ways of carrying IPv6 over
/// IPv4 are none, and PPP is how a modem dials (the system's built-in VPNs are PPP too and cannot be told from it).
fn is_tunnel(adapter: &IP_ADAPTER_ADDRESSES_LH) -> bool {
    match adapter.IfType {
        IF_TYPE_TUNNEL => ![TUNNEL_TYPE_6TO4, TUNNEL_TYPE_ISATAP, TUNNEL_TYPE_TEREDO, TUNNEL_TYPE_IPHTTPS]
            .contains(&adapter.TunnelType),
        IF_TYPE_PROP_VIRTUAL => true,
        _ => {
            let description = text(adapter.Description);
            VPN_WORDS.iter().any(|word| description.contains(word))
        }
    }
}

/// The effective way to an address: the interface, and the next hop unless it is on the link. `None` when there is none,
/// or the system does not say.
fn way_out(to: IpAddr) -> Option<(u64, Option<IpAddr>)> {
    let to = socket_address_of(to);
    let (mut route, mut source) = (MIB_IPFORWARD_ROW2::default(), SOCKADDR_INET::default());
    // SAFETY: every pointer is null where that is allowed, or points to a value that lives through the call.
    let result =
        unsafe { GetBestRoute2(ptr::null(), 0, ptr::null(), &raw const to, 0, &raw mut route, &raw mut source) };
    if result != NO_ERROR || route.Loopback {
        return None;
    }
    let gateway = next_hop(&route.NextHop)?;
    // SAFETY: both views of the union are 64 plain bits.
    let luid = unsafe { route.InterfaceLuid.Value };

    Some((luid, Some(gateway).filter(|gateway| !gateway.is_unspecified())))
}

fn next_hop(address: &SOCKADDR_INET) -> Option<IpAddr> {
    // SAFETY: plain numbers; the family says which address the union holds.
    unsafe {
        match address.si_family {
            AF_INET => Some(IpAddr::from(address.Ipv4.sin_addr.S_un.S_addr.to_ne_bytes())),
            AF_INET6 => Some(IpAddr::from(address.Ipv6.sin6_addr.u.Byte)),
            _ => None,
        }
    }
}

fn socket_address_of(address: IpAddr) -> SOCKADDR_INET {
    let mut socket_address = SOCKADDR_INET::default();
    match address {
        IpAddr::V4(address) => {
            let mut found = SOCKADDR_IN { sin_family: AF_INET, ..SOCKADDR_IN::default() };
            found.sin_addr.S_un.S_addr = u32::from_ne_bytes(address.octets());
            socket_address.Ipv4 = found;
        }
        IpAddr::V6(address) => {
            let mut found = SOCKADDR_IN6 { sin6_family: AF_INET6, ..SOCKADDR_IN6::default() };
            found.sin6_addr.u.Byte = address.octets();
            socket_address.Ipv6 = found;
        }
    }

    socket_address
}

fn text(wide: PWSTR) -> String {
    if wide.is_null() {
        return String::new();
    }
    // SAFETY: the system's string within the list, which ends with a zero.
    let characters = unsafe {
        let length = (0..LONGEST_NAME).take_while(|at| *wide.add(*at) != 0).count();
        std::slice::from_raw_parts(wide, length)
    };

    String::from_utf16_lossy(characters)
}

/// What the system's threads write and the watcher reads.
#[derive(Debug, Default)]
struct Bell {
    rung: Notify,
    /// Something went away. It may be back already, and is news all the same.
    lost: AtomicBool,
}

/// Listens to the system.
pub(super) struct Watcher {
    bell: Arc<Bell>,
    last: NetworkFacts,
    _subscriptions: Vec<Registration<Bell>>,
    _addresses: Option<AddressList>,
}

impl Watcher {
    pub(super) fn open() -> Result<Self, NetworkError> {
        let bell = Arc::new(Bell::default());
        let subscriptions =
            [subscribe_to_addresses(&bell), subscribe_to_routes(&bell)].into_iter().flatten().collect::<Vec<_>>();
        let addresses = match AddressList::watch(&bell) {
            Ok(addresses) => Some(addresses),
            Err(error) if subscriptions.is_empty() => return Err(error.into()),
            Err(error) => {
                debug!(%error, "no word of the socket layer's list of addresses");
                None
            }
        };
        // First listen, then look: a change in between is told.
        let last = without_neighbours(super::read_network()?);

        Ok(Self { bell, last, _subscriptions: subscriptions, _addresses: addresses })
    }

    /// Waits until something has changed. The system also rings when a router repeats itself; that wakes nobody.
    pub(super) async fn changed(&mut self) -> Result<(), NetworkError> {
        loop {
            self.bell.rung.notified().await;
            let something_went = self.bell.lost.swap(false, Ordering::Relaxed);
            let now = without_neighbours(super::read_network()?);
            let last = std::mem::replace(&mut self.last, now);
            if something_went || last != self.last {
                return Ok(());
            }
        }
    }
}

/// What is learned of a router by speaking to it is no news.
fn without_neighbours(mut facts: NetworkFacts) -> NetworkFacts {
    let routes = [&mut facts.route_v4, &mut facts.route_v6, &mut facts.physical_v4, &mut facts.physical_v6];
    for route in routes.into_iter().flatten() {
        route.gateway_mac = None;
    }

    facts
}

fn subscribe_to_addresses(bell: &Arc<Bell>) -> Option<Registration<Bell>> {
    Registration::new(
        "addresses",
        bell,
        // SAFETY: `context` stays valid until the cancellation.
        |context, handle| unsafe {
            NotifyUnicastIpAddressChange(AF_UNSPEC, Some(address_changed), context, false, handle)
        },
        cancel,
    )
}

fn subscribe_to_routes(bell: &Arc<Bell>) -> Option<Registration<Bell>> {
    Registration::new(
        "routes",
        bell,
        // SAFETY: as above.
        |context, handle| unsafe { NotifyRouteChange2(AF_UNSPEC, Some(route_changed), context, false, handle) },
        cancel,
    )
}

fn cancel(handle: HANDLE) -> u32 {
    // SAFETY: the handle is the one that the system gave.
    unsafe { CancelMibChangeNotify2(handle) }
}

unsafe extern "system" fn address_changed(
    bell: *const c_void,
    _row: *const MIB_UNICASTIPADDRESS_ROW,
    kind: MIB_NOTIFICATION_TYPE,
) {
    // SAFETY: `Registration` keeps the bell until it has cancelled.
    unsafe { ring(bell.cast(), kind) }
}

unsafe extern "system" fn route_changed(
    bell: *const c_void,
    _row: *const MIB_IPFORWARD_ROW2,
    kind: MIB_NOTIFICATION_TYPE,
) {
    // SAFETY: as above.
    unsafe { ring(bell.cast(), kind) }
}

unsafe fn ring(bell: *const Bell, kind: MIB_NOTIFICATION_TYPE) {
    // SAFETY: the caller's promise.
    if let Some(bell) = unsafe { bell.as_ref() } {
        if kind == MibDeleteInstance {
            bell.lost.store(true, Ordering::Relaxed);
        }
        bell.rung.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_network_of_this_machine_can_be_read() {
        let facts = super::super::read_network().unwrap();
        assert!(facts.addresses.iter().all(|found| !found.address.is_loopback() && !found.interface.is_empty()));
        assert!(facts.addresses.is_sorted());
    }

    #[tokio::test]
    async fn a_watcher_that_is_dropped_leaves_no_thread_behind() {
        for _ in 0..3 {
            let watcher = Watcher::open().unwrap();
            let bell = Arc::clone(&watcher.bell);
            // Ends the thread, or waits for ever.
            drop(watcher);
            assert_eq!(Arc::strong_count(&bell), 1);
        }
    }

    #[tokio::test]
    async fn a_bell_that_rings_for_nothing_wakes_nobody() {
        let mut watcher = Watcher::open().unwrap();
        watcher.bell.rung.notify_one();
        let short = std::time::Duration::from_millis(200);
        assert!(tokio::time::timeout(short, watcher.changed()).await.is_err());

        watcher.bell.lost.store(true, Ordering::Relaxed);
        watcher.bell.rung.notify_one();
        watcher.changed().await.unwrap();
    }
}
