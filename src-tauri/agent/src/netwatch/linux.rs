//! Linux: rtnetlink over a socket of our own, and systemd-logind for sleep.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::os::fd::{AsFd, OwnedFd};
use std::time::Duration;

use homeport_core::address::{Family, PerFamily};
use homeport_core::event::Event;
use homeport_core::network::{DefaultRoute, InterfaceAddress, Mac, NetworkFacts};
use rustix::io::Errno;
use rustix::net::netlink::SocketAddrNetlink;
use rustix::net::sockopt::{Timeout, set_socket_timeout};
use rustix::net::{AddressFamily, RecvFlags, SendFlags, SocketFlags, SocketType, bind, recv, send, socket_with};
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;
use tokio::sync::mpsc;

use super::NetworkError;
use message::{Address, Link, Message, Route};

#[path = "linux/message.rs"]
mod message;
#[path = "linux/question.rs"]
mod question;
#[path = "linux/sleep.rs"]
mod sleep;

/// Link, IPv4 and IPv6 address, route and rule: bit `n - 1` for the kernel's `RTNLGRP` number `n`. Neighbours are not
/// among them: they change all the time, and the router's is read with the rest.
const GROUPS: u32 = 1 << 0 | 1 << 4 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 10 | 1 << 18;
/// The route to these is the way out. They are root name servers (a.root-servers.net), so that no network has a reason
/// to route them specially; nothing is sent to them.
const OUTSIDE_V4: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 41, 0, 4));
const OUTSIDE_V6: IpAddr = IpAddr::V6(Ipv6Addr::new(0x2001, 0x503, 0xba3e, 0, 0, 0, 2, 0x30));
/// The kernel answers with at most 32 KiB at a time.
const BUFFER: usize = 32 * 1024;
/// How often a list that changed while it was read is read again.
const ATTEMPTS: u32 = 5;

pub(super) fn read_network() -> Result<NetworkFacts, NetworkError> {
    Kernel::open()?.read()
}

pub(super) async fn watch_sleep(events: &mpsc::Sender<Event>) {
    sleep::watch(events).await;
}

/// One way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Way {
    link: u32,
    gateway: Option<IpAddr>,
}

impl Way {
    fn of(route: &Route) -> Option<Self> {
        Some(Self { link: route.link?, gateway: route.gateway })
    }
}

/// The ways out of both families.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Ways {
    /// The effective ones.
    out: PerFamily<Option<Way>>,
    /// Those beside a tunnel, read only where the effective one is a tunnel.
    beside: PerFamily<Option<Way>>,
}

/// A socket for questions, each answered at once.
struct Kernel {
    socket: OwnedFd,
    buffer: Vec<u8>,
}

impl Kernel {
    fn open() -> Result<Self, NetworkError> {
        let socket = open_socket(SocketFlags::CLOEXEC, 0)?;
        // The kernel answers in the call itself; the limit is for a kernel that does not.
        set_socket_timeout(&socket, Timeout::Recv, Some(Duration::from_secs(2))).map_err(io::Error::from)?;

        Ok(Self { socket, buffer: vec![0; BUFFER] })
    }

    fn read(&mut self) -> Result<NetworkFacts, NetworkError> {
        let links = self.links()?;
        let name = |index| links.get(&index).filter(|link| link.works && !link.loopback).map(|link| link.name.clone());
        let addresses = self
            .addresses()?
            .into_iter()
            .filter_map(|address| {
                Some(InterfaceAddress {
                    interface: name(address.link)?,
                    address: address.ip,
                    prefix_length: address.prefix_length,
                    temporary: address.temporary,
                    deprecated: address.deprecated,
                    tentative: address.tentative,
                })
            })
            .collect();
        let ways = self.ways(&links)?;
        let mut route = |way: Option<Way>| {
            let Some((way, link)) = way.and_then(|way| Some((way, links.get(&way.link)?))) else {
                return Ok(None);
            };
            let gateway_mac = match way.gateway {
                Some(gateway) if !link.tunnel => self.neighbour(way.link, gateway)?,
                _ => None,
            };

            Ok::<_, NetworkError>(Some(DefaultRoute {
                interface: link.name.clone(),
                gateway: way.gateway,
                tunnel: link.tunnel,
                gateway_mac,
            }))
        };

        Ok(NetworkFacts {
            addresses,
            route_v4: route(ways.out.ipv4)?,
            route_v6: route(ways.out.ipv6)?,
            physical_v4: route(ways.beside.ipv4)?,
            physical_v6: route(ways.beside.ipv6)?,
        })
    }

    fn links(&mut self) -> Result<BTreeMap<u32, Link>, NetworkError> {
        let messages = self.list(&question::list_links())?;

        Ok(messages
            .into_iter()
            .filter_map(|message| match message {
                Message::Link(link) => Some((link.index, link)),
                _ => None,
            })
            .collect())
    }

    fn addresses(&mut self) -> Result<Vec<Address>, NetworkError> {
        let messages = self.list(&question::list_addresses())?;

        Ok(messages
            .into_iter()
            .filter_map(|message| match message {
                Message::Address(address) => Some(address),
                _ => None,
            })
            .collect())
    }

    fn ways(&mut self, links: &BTreeMap<u32, Link>) -> Result<Ways, NetworkError> {
        let mut ways = Ways::default();
        for (family, outside) in [(Family::Ipv4, OUTSIDE_V4), (Family::Ipv6, OUTSIDE_V6)] {
            let out = self.way_out(outside)?;
            if out.and_then(|way| links.get(&way.link)).is_some_and(|link| link.tunnel) {
                *ways.beside.get_mut(family) = self.way_beside(family, links)?;
            }
            *ways.out.get_mut(family) = out;
        }

        Ok(ways)
    }

    /// The effective route, so that a VPN which works by rules and marks is found too; `None` when there is none.
    fn way_out(&mut self, address: IpAddr) -> Result<Option<Way>, NetworkError> {
        // A refusal ("network is unreachable", "family not supported") is the kernel's word for "no route".
        self.ask(&question::look_up(address), |message| match message {
            Message::Route(route) if route.unicast => Way::of(&route),
            _ => None,
        })
    }

    /// The way out that there was before the tunnel: VPNs leave it where it is, and put another table or narrower routes
    /// before it.
    fn way_beside(&mut self, family: Family, links: &BTreeMap<u32, Link>) -> Result<Option<Way>, NetworkError> {
        let leads_out = |link: &Link| link.works && !link.loopback && !link.tunnel;
        let best = self
            .list(&question::list_routes(family))?
            .into_iter()
            .filter_map(|message| match message {
                Message::Route(route) if route.is_default() && route.family == family => Some(route),
                _ => None,
            })
            .filter(|route| route.link.and_then(|index| links.get(&index)).is_some_and(leads_out))
            .min_by_key(|route| route.metric);

        Ok(best.as_ref().and_then(Way::of))
    }

    /// `None` until this machine has spoken to the neighbour.
    fn neighbour(&mut self, link: u32, address: IpAddr) -> Result<Option<Mac>, NetworkError> {
        // A refusal is the kernel's word for "not known".
        self.ask(&question::neighbour(link, address), |message| match message {
            Message::Neighbour(mac) => Some(mac),
            _ => None,
        })
    }

    /// Asks for one thing, which the kernel tells or refuses.
    fn ask<T>(&mut self, request: &[u8], wanted: impl FnMut(Message) -> Option<T>) -> Result<Option<T>, NetworkError> {
        send(&self.socket, request, SendFlags::empty()).map_err(io::Error::from)?;
        let length = self.receive()?;

        Ok(message::messages(&self.buffer[..length]).find_map(wanted))
    }

    fn list(&mut self, request: &[u8]) -> Result<Vec<Message>, NetworkError> {
        for _ in 0..ATTEMPTS {
            if let Some(messages) = self.list_once(request)? {
                return Ok(messages);
            }
        }

        Err(NetworkError::Restless)
    }

    /// `None` when the list changed while it was read.
    fn list_once(&mut self, request: &[u8]) -> Result<Option<Vec<Message>>, NetworkError> {
        send(&self.socket, request, SendFlags::empty()).map_err(io::Error::from)?;
        let mut found = Vec::new();
        let mut interrupted = false;
        loop {
            let length = self.receive()?;
            let mut any = false;
            for message in message::messages(&self.buffer[..length]) {
                any = true;
                match message {
                    Message::Done(0) => return Ok((!interrupted).then_some(found)),
                    Message::Done(error) => {
                        return Err(NetworkError::System(io::Error::from_raw_os_error(-error)));
                    }
                    Message::Interrupted => interrupted = true,
                    message => found.push(message),
                }
            }
            if !any {
                return Err(NetworkError::Garbled);
            }
        }
    }

    fn receive(&mut self) -> Result<usize, NetworkError> {
        loop {
            match recv(&self.socket, &mut self.buffer[..], RecvFlags::TRUNC) {
                Ok((_, length)) if length > self.buffer.len() => return Err(NetworkError::Garbled),
                Ok((_, length)) => return Ok(length),
                Err(Errno::INTR) => {}
                Err(error) => return Err(NetworkError::System(error.into())),
            }
        }
    }
}

/// Listens to the kernel.
pub(super) struct Watcher {
    socket: AsyncFd<OwnedFd>,
    buffer: Vec<u8>,
    kernel: Kernel,
    seen: Seen,
}

impl Watcher {
    pub(super) fn open() -> Result<Self, NetworkError> {
        // First listen, then look: a change in between is told.
        let socket = registered(open_socket(SocketFlags::CLOEXEC | SocketFlags::NONBLOCK, GROUPS)?)?;
        let mut kernel = Kernel::open()?;
        let seen = Seen::read(&mut kernel)?;

        Ok(Self { socket, buffer: vec![0; BUFFER], kernel, seen })
    }

    /// Waits until something may have changed, and takes everything that the kernel has to say about it.
    pub(super) async fn changed(&mut self) -> Result<(), NetworkError> {
        loop {
            let mut ready = self.socket.readable_mut().await?;
            let said = drain(ready.get_inner(), &mut self.buffer, &mut self.seen)?;
            ready.clear_ready();
            let changed = match said {
                Said::Nothing => false,
                Said::Changed => {
                    // An address takes its routes along without a word: the way out that comes back is news then.
                    self.seen.ways = self.ways()?;
                    true
                }
                Said::PerhapsAnotherWay => {
                    let ways = self.ways()?;
                    std::mem::replace(&mut self.seen.ways, ways) != ways
                }
                Said::MoreThanFits => {
                    self.seen = Seen::read(&mut self.kernel)?;
                    true
                }
            };
            if changed {
                return Ok(());
            }
        }
    }

    fn ways(&mut self) -> Result<Ways, NetworkError> {
        let links = self.kernel.links()?;

        self.kernel.ways(&links)
    }
}

/// What a burst of messages amounts to, the strongest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Nothing,
    /// A route or a rule was written, perhaps with what was there before: daemons repeat their default route with each
    /// router advertisement.
    PerhapsAnotherWay,
    Changed,
    /// The kernel dropped messages.
    MoreThanFits,
}

fn drain(socket: &OwnedFd, buffer: &mut [u8], seen: &mut Seen) -> Result<Said, NetworkError> {
    let mut said = Said::Nothing;
    loop {
        match recv(socket.as_fd(), &mut buffer[..], RecvFlags::TRUNC) {
            Ok((_, length)) if length > buffer.len() => said = Said::MoreThanFits,
            Ok((_, length)) => {
                for message in message::messages(&buffer[..length]) {
                    said = said.max(seen.take(&message));
                }
            }
            Err(Errno::INTR) => {}
            Err(Errno::NOBUFS) => said = Said::MoreThanFits,
            Err(Errno::AGAIN) => return Ok(said),
            Err(error) => return Err(NetworkError::System(error.into())),
        }
    }
}

/// What the kernel said last, so that its repetitions (lifetimes counted anew with each router advertisement, statistics
/// of a radio link) wake nobody.
struct Seen {
    /// The working links.
    links: BTreeSet<u32>,
    addresses: BTreeMap<(u32, IpAddr), Address>,
    ways: Ways,
}

impl Seen {
    fn read(kernel: &mut Kernel) -> Result<Self, NetworkError> {
        let links = kernel.links()?;
        let addresses = kernel.addresses()?.into_iter();

        Ok(Self {
            addresses: addresses.map(|address| ((address.link, address.ip), address)).collect(),
            ways: kernel.ways(&links)?,
            links: links.into_values().filter(|link| link.works).map(|link| link.index).collect(),
        })
    }

    fn take(&mut self, message: &Message) -> Said {
        let changed = match message {
            Message::Link(link) if link.works => self.links.insert(link.index),
            Message::Link(Link { index, .. }) | Message::LinkGone(index) => self.links.remove(index),
            Message::Address(address) => self.addresses.insert((address.link, address.ip), *address) != Some(*address),
            Message::AddressGone(address) => {
                self.addresses.remove(&(address.link, address.ip));
                true
            }
            Message::Route(route) | Message::RouteGone(route) if !matters(route) => false,
            Message::RouteGone(_) => true,
            Message::Route(_) | Message::Rule => return Said::PerhapsAnotherWay,
            Message::Overrun => return Said::MoreThanFits,
            Message::Done(_) | Message::Interrupted | Message::Neighbour(_) | Message::Other => false,
        };

        if changed { Said::Changed } else { Said::Nothing }
    }
}

fn matters(route: &Route) -> bool {
    !route.internal && (route.covers(OUTSIDE_V4) || route.covers(OUTSIDE_V6))
}

fn open_socket(flags: SocketFlags, groups: u32) -> Result<OwnedFd, NetworkError> {
    // Protocol 0 of this family is NETLINK_ROUTE.
    let socket = socket_with(AddressFamily::NETLINK, SocketType::RAW, flags, None).map_err(io::Error::from)?;
    bind(&socket, &SocketAddrNetlink::new(0, groups)).map_err(io::Error::from)?;

    Ok(socket)
}

#[allow(unsafe_code, reason = "tokio's way to wait for a descriptor of another crate")]
fn registered(socket: OwnedFd) -> Result<AsyncFd<OwnedFd>, NetworkError> {
    // SAFETY: an `OwnedFd` is the same open descriptor from here until it is dropped, and `AsyncFd` unregisters it before.
    let registered = unsafe { AsyncFd::register_with_interest(socket, Interest::READABLE) };

    Ok(registered.map_err(io::Error::from)?)
}
