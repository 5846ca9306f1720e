//! macOS: the dynamic store of `SystemConfiguration` tells of changes; `getifaddrs` and the routing of a socket that sends
//! nothing tell what is. Written against the documentation; it has not run on a Mac yet.
//!
//! There is no word of sleep here (that is `IOKit`'s, with a run loop of its own): the store tells when the network comes
//! back after sleep, and the clocks tell the rest (`homeport_core::wake`).

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::Arc;

use homeport_core::event::Event;
use homeport_core::network::{DefaultRoute, InterfaceAddress, NetworkFacts};
use if_addrs::{IfAddr, IfOperStatus};
use system_configuration::core_foundation::array::CFArray;
use system_configuration::core_foundation::dictionary::CFDictionary;
use system_configuration::core_foundation::propertylist::CFPropertyList;
use system_configuration::core_foundation::runloop::CFRunLoopSource;
use system_configuration::core_foundation::string::CFString;
use system_configuration::dynamic_store::{SCDynamicStore, SCDynamicStoreBuilder, SCDynamicStoreCallBackContext};
use tokio::sync::mpsc;

use super::NetworkError;
use crate::run_loop::{self, Bell, Listener};

#[path = "macos/flags.rs"]
mod flags;
#[path = "macos/neighbours.rs"]
mod neighbours;
#[path = "macos/services.rs"]
mod services;

/// The route to these is the way out. They are root name servers (a.root-servers.net), so that no network has a reason
/// to route them specially; nothing is sent to them.
const OUTSIDE_V4: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 41, 0, 4));
const OUTSIDE_V6: IpAddr = IpAddr::V6(Ipv6Addr::new(0x2001, 0x503, 0xba3e, 0, 0, 0, 2, 0x30));
/// The beginnings of the names of interfaces that a VPN makes. `ppp` is how a modem dials, `gif` and `stf` how a 6in4
/// broker works.
const TUNNEL_NAMES: [&str; 5] = ["utun", "ipsec", "tun", "tap", "wg"];
/// Which of the store's keys are told: routers and addresses of everything, and whether a cable is in.
const PATTERNS: [&str; 3] = [
    "State:/Network/Global/IPv[46]",
    "State:/Network/Interface/[^/]+/(IPv4|IPv6|Link)",
    "State:/Network/Service/[^/]+/IPv[46]",
];

pub(super) fn read_network() -> Result<NetworkFacts, NetworkError> {
    let reader = flags::Reader::open().ok();
    let mut addresses = Vec::new();
    let mut links = BTreeMap::new();
    for found in if_addrs::get_if_addrs()? {
        if found.is_loopback() || found.oper_status != IfOperStatus::Up {
            continue;
        }
        if let Some(index) = found.index {
            links.insert(found.name.clone(), index);
        }
        let (address, prefix_length, flags) = match found.addr {
            IfAddr::V4(address) => (IpAddr::V4(address.ip), address.prefixlen, flags::Flags::default()),
            IfAddr::V6(address) => {
                let Some(reader) = &reader else { continue };
                let Some(flags) = reader.read(&found.name, address.ip)? else { continue };
                (IpAddr::V6(address.ip), address.prefixlen, flags)
            }
        };
        addresses.push(InterfaceAddress {
            interface: found.name,
            address,
            prefix_length,
            temporary: flags.temporary,
            deprecated: flags.deprecated,
            tentative: flags.tentative,
        });
    }
    let store = SCDynamicStoreBuilder::new("homeport").build();
    let default_route = |interface: String, gateway: Option<IpAddr>| {
        let tunnel = is_tunnel(&interface);
        let next_hop = if tunnel { None } else { links.get(&interface).copied().zip(gateway) };
        let gateway_mac = next_hop.and_then(|(link, gateway)| neighbours::hardware_address(link, gateway));

        DefaultRoute { interface, gateway, tunnel, gateway_mac }
    };
    let route = |outside, key| {
        let local = source_towards(outside)?;
        let interface = addresses.iter().find(|found| found.address == local)?.interface.clone();
        let gateway = store.as_ref().and_then(|store| gateway(store, key, &interface));

        Some(default_route(interface, gateway))
    };
    let route_v4 = route(OUTSIDE_V4, "State:/Network/Global/IPv4");
    let route_v6 = route(OUTSIDE_V6, "State:/Network/Global/IPv6");
    let beside = |route: &Option<DefaultRoute>, family| {
        route.as_ref().filter(|route| route.tunnel)?;
        let (interface, gateway) = services::beside_tunnels(store.as_ref()?, family)?;

        Some(default_route(interface, gateway))
    };
    let (physical_v4, physical_v6) = (beside(&route_v4, "IPv4"), beside(&route_v6, "IPv6"));

    Ok(NetworkFacts { addresses, route_v4, route_v6, physical_v4, physical_v6 })
}

fn is_tunnel(interface: &str) -> bool {
    TUNNEL_NAMES.iter().any(|name| interface.starts_with(name))
}

/// Returns at once: see the module's words.
#[allow(clippy::unused_async, reason = "the other systems wait here")]
pub(super) async fn watch_sleep(_events: &mpsc::Sender<Event>) {}

/// The address that a packet to `outside` would leave from. Connecting a datagram socket sends nothing; it asks the
/// routing table, with everything that a VPN has written into it.
fn source_towards(outside: IpAddr) -> Option<IpAddr> {
    let any = match outside {
        IpAddr::V4(_) => IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        IpAddr::V6(_) => IpAddr::V6(Ipv6Addr::UNSPECIFIED),
    };
    let socket = UdpSocket::bind(SocketAddr::new(any, 0)).ok()?;
    socket.connect(SocketAddr::new(outside, 53)).ok()?;

    Some(socket.local_addr().ok()?.ip())
}

/// The router of the primary service, if that is the one which uses this interface.
fn gateway(store: &SCDynamicStore, key: &'static str, interface: &str) -> Option<IpAddr> {
    let service = store.get(key).and_then(CFPropertyList::downcast_into::<CFDictionary>)?;
    let text = |name| run_loop::text(&service, name);
    if text("PrimaryInterface")? != interface {
        return None;
    }

    address_of_router(&text("Router")?)
}

/// A link-local router carries its interface: `fe80::1%en0`.
fn address_of_router(router: &str) -> Option<IpAddr> {
    router.split_once('%').map_or(router, |(address, _)| address).parse().ok()
}

/// Listens to the store.
pub(super) struct Watcher(Listener);

impl Watcher {
    pub(super) fn open() -> Result<Self, NetworkError> {
        Ok(Self(Listener::start("network-store", listen)?))
    }

    /// Waits until something may have changed.
    pub(super) async fn changed(&mut self) -> Result<(), NetworkError> {
        if self.0.rung().await { Ok(()) } else { Err(NetworkError::Ended) }
    }
}

fn listen(bell: &Arc<Bell>) -> Option<(CFRunLoopSource, SCDynamicStore)> {
    let context = SCDynamicStoreCallBackContext { callout: store_changed, info: Arc::clone(bell) };
    let store = SCDynamicStoreBuilder::new("homeport").callback_context(context).build()?;
    let keys = CFArray::<CFString>::from_CFTypes(&[]);
    if !store.set_notification_keys(&keys, &CFArray::from_CFTypes(&PATTERNS.map(CFString::new))) {
        return None;
    }

    Some((store.create_run_loop_source()?, store))
}

#[allow(clippy::needless_pass_by_value, reason = "the crate's type of a call back")]
fn store_changed(_store: SCDynamicStore, _keys: CFArray<CFString>, bell: &mut Arc<Bell>) {
    bell.ring();
}
