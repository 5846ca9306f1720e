//! macOS: the dynamic store of `SystemConfiguration` tells of changes; `getifaddrs` and the routing of a socket that sends
//! nothing tell what is. Written against the documentation; it has not run on a Mac yet.
//!
//! There is no word of sleep here (that is `IOKit`'s, with a run loop of its own): the store tells when the network comes
//! back after sleep, and the clocks tell the rest (`homeport_core::wake`).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc as handover;
use std::time::Duration;

use homeport_core::event::Event;
use homeport_core::network::{DefaultRoute, InterfaceAddress, NetworkFacts};
use if_addrs::{IfAddr, IfOperStatus};
use system_configuration::core_foundation::array::CFArray;
use system_configuration::core_foundation::dictionary::CFDictionary;
use system_configuration::core_foundation::propertylist::CFPropertyList;
use system_configuration::core_foundation::runloop::CFRunLoop;
use system_configuration::core_foundation::string::CFString;
use system_configuration::dynamic_store::{SCDynamicStore, SCDynamicStoreBuilder, SCDynamicStoreCallBackContext};
use tokio::sync::{Notify, mpsc};

use super::NetworkError;

#[path = "macos/flags.rs"]
mod flags;
#[path = "macos/run_loop.rs"]
mod run_loop;

/// The route to these is the way out. They are root name servers (a.root-servers.net), so that no network has a reason
/// to route them specially; nothing is sent to them.
const OUTSIDE_V4: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 41, 0, 4));
const OUTSIDE_V6: IpAddr = IpAddr::V6(Ipv6Addr::new(0x2001, 0x503, 0xba3e, 0, 0, 0, 2, 0x30));
/// The beginnings of the names of interfaces that a VPN makes. `ppp` is how a modem dials, `gif` and `stf` how a 6in4
/// broker works.
const TUNNEL_NAMES: [&str; 5] = ["utun", "ipsec", "tun", "tap", "wg"];
/// The run loop is entered again after this, so that a thread nobody stopped in time ends by itself.
const LONGEST_RUN: Duration = Duration::from_hours(1);
/// Which of the store's keys are told: routers and addresses of everything, and whether a cable is in.
const PATTERNS: [&str; 2] = ["State:/Network/Global/IPv[46]", "State:/Network/Interface/[^/]+/(IPv4|IPv6|Link)"];

pub(super) fn read_network() -> Result<NetworkFacts, NetworkError> {
    let reader = flags::Reader::open().ok();
    let mut addresses = Vec::new();
    for found in if_addrs::get_if_addrs()? {
        if found.is_loopback() || found.oper_status != IfOperStatus::Up {
            continue;
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
    let route = |outside, key| {
        let local = source_towards(outside)?;
        let interface = addresses.iter().find(|found| found.address == local)?.interface.clone();
        let gateway = store.as_ref().and_then(|store| gateway(store, key, &interface));
        let tunnel = TUNNEL_NAMES.iter().any(|name| interface.starts_with(name));

        Some(DefaultRoute { interface, gateway, tunnel, ..DefaultRoute::default() })
    };
    let route_v4 = route(OUTSIDE_V4, "State:/Network/Global/IPv4");
    let route_v6 = route(OUTSIDE_V6, "State:/Network/Global/IPv6");

    Ok(NetworkFacts { addresses, route_v4, route_v6, ..NetworkFacts::default() })
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
    let router = text("Router")?;
    // A link-local router carries its interface: fe80::1%en0.
    let router = router.split_once('%').map_or(router.as_str(), |(address, _)| address);

    router.parse().ok()
}

/// What the thread and the watcher share.
#[derive(Debug, Default)]
struct Bell {
    rung: Notify,
    /// The watcher is gone.
    unwanted: AtomicBool,
    /// The thread is gone.
    ended: AtomicBool,
}

/// Listens to the store, on a thread with a run loop.
pub(super) struct Watcher {
    bell: Arc<Bell>,
    run_loop: CFRunLoop,
}

impl Watcher {
    pub(super) fn open() -> Result<Self, NetworkError> {
        let bell = Arc::new(Bell::default());
        let theirs = Arc::clone(&bell);
        let (sender, receiver) = handover::channel();
        std::thread::Builder::new().name("network-store".to_owned()).spawn(move || {
            listen(&theirs, &sender);
            theirs.ended.store(true, Ordering::Release);
            theirs.rung.notify_one();
        })?;
        // The sender is dropped without a word when the store refuses.
        let run_loop = receiver.recv().map_err(|_| NetworkError::Ended)?;

        Ok(Self { bell, run_loop })
    }

    /// Waits until something may have changed.
    pub(super) async fn changed(&mut self) -> Result<(), NetworkError> {
        self.bell.rung.notified().await;
        if self.bell.ended.load(Ordering::Acquire) {
            return Err(NetworkError::Ended);
        }

        Ok(())
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        // Not waited for: a loop that is just about to run does not see the stop, and ends within `LONGEST_RUN`.
        self.bell.unwanted.store(true, Ordering::Release);
        self.run_loop.stop();
    }
}

fn listen(bell: &Arc<Bell>, opened: &handover::Sender<CFRunLoop>) {
    let context = SCDynamicStoreCallBackContext { callout: store_changed, info: Arc::clone(bell) };
    let source = SCDynamicStoreBuilder::new("homeport").callback_context(context).build().and_then(|store| {
        let keys = CFArray::<CFString>::from_CFTypes(&[]);
        if !store.set_notification_keys(&keys, &CFArray::from_CFTypes(&PATTERNS.map(CFString::new))) {
            return None;
        }

        Some((store.create_run_loop_source()?, store))
    });
    let Some((source, _store)) = source else {
        return;
    };
    run_loop::add(&source);
    if opened.send(CFRunLoop::get_current()).is_err() {
        return;
    }
    while !bell.unwanted.load(Ordering::Acquire) {
        run_loop::run(LONGEST_RUN);
    }
}

#[allow(clippy::needless_pass_by_value, reason = "the crate's type of a call back")]
fn store_changed(_store: SCDynamicStore, _keys: CFArray<CFString>, bell: &mut Arc<Bell>) {
    bell.rung.notify_one();
}
