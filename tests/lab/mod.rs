//! A home behind a router, in network namespaces: the internet (the calling process) with two echo operators, a provider,
//! BIND and coturn; a router with address translation, the real dnsmasq and the real miniupnpd; and a machine in its
//! network, which can be carried to a café or put into a VPN. Addresses look public, and no route leads outside. Used inside
//! [`crate::namespace::inside`]; everything is gone with the value.

mod carrier;
mod forger;
mod home;
mod host;
mod internet;
mod machine;
mod portal;
mod router;
mod settings;
mod tunnel;

use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use tempfile::TempDir;

pub use carrier::SHARED;
pub use forger::forge;
pub use home::{Home, LIMIT};
pub use host::{Host, INTERFACE};
pub use internet::{ECHO, ECHO_IPV6, NAME_SERVER, SERVERS, STUN};
pub use machine::Machine;
pub use router::Router;
pub use settings::{Updates, Wishes};
pub use tunnel::{EXIT, TUNNEL};

use crate::bind::dig;
use crate::mock_provider::MockProvider;
use carrier::Carrier;
use internet::Internet;
use portal::Portal;
use router::Place;
use tunnel::Tunnel;

/// The hostname that is kept, and its zone.
pub const HOSTNAME: &str = "home.example.org";
const ZONE: &str = "example.org";

const HOME: Place = Place {
    name: "home",
    network: [192, 168, 7],
    outside: "02:00:00:01:00:01",
    inside: "02:00:00:01:00:02",
    has_ipv6: true,
};
/// Another network.
const CAFE: Place = Place {
    name: "cafe",
    network: [192, 168, 99],
    outside: "02:00:00:03:00:01",
    inside: "02:00:00:03:00:02",
    has_ipv6: false,
};
/// The home as the list of home networks names it.
pub const HOME_NETWORK: &str = "02:00:00:01:00:02/192.168.7.0/24";
/// The café's address in the internet.
pub const CAFE_WAN: Ipv4Addr = Ipv4Addr::new(20, 200, 0, 7);

/// What the router tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// Nothing.
    Nothing,
    /// NAT-PMP and PCP.
    NatPmp,
    /// `UPnP` alone.
    Upnp,
    /// All of them.
    All,
}

/// What the router's resolver does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolver {
    /// It works.
    Answers,
    /// It has crashed: nothing listens there.
    Refuses,
    /// It hangs: no word comes back.
    Silent,
}

/// A network with the addresses of home, or with its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cafe {
    /// Another network.
    Elsewhere,
    /// The very addresses of home, behind another router.
    LikeHome,
}

/// The home, its router and the internet.
#[derive(Debug)]
pub struct Lab {
    /// The provider and the echo services.
    pub provider: MockProvider,
    /// The machine at home, which is asked last to go.
    pub host: Host,
    tunnel: Option<Tunnel>,
    carrier: Option<Carrier>,
    portal: Option<Portal>,
    cafe: Option<Router>,
    neighbour: Option<Machine>,
    router: Router,
    _internet: Internet,
    changes: u16,
    prefixes: u16,
    folder: TempDir,
}

impl Lab {
    /// Builds the home, whose router has an address already.
    ///
    /// # Panics
    ///
    /// Outside of a network namespace, and when a package of the tests is not installed (`cargo xtask test` does that).
    #[must_use]
    pub fn new(speaks: Speaks) -> Self {
        let folder = tempfile::Builder::new().prefix("homeport-lab-").tempdir().expect("a folder is made");
        let (internet, provider) = Internet::start(folder.path());
        let router = Router::new(HOME, speaks, folder.path());
        let host = Host::new(&router, folder.path());
        let mut lab = Self {
            provider,
            host,
            tunnel: None,
            carrier: None,
            portal: None,
            cafe: None,
            neighbour: None,
            router,
            _internet: internet,
            changes: 0,
            prefixes: 0,
            folder,
        };
        lab.change_wan();
        lab.router.restart_daemon();

        lab
    }

    /// The router at home.
    #[must_use]
    pub fn router(&self) -> &Router {
        &self.router
    }

    /// The router's provider of internet access gives it an address that it never had.
    pub fn change_wan(&mut self) -> IpAddr {
        self.changes += 1;
        let [high, low] = self.changes.to_be_bytes();
        let address = Ipv4Addr::new(20, 1 + high, low, 7);
        self.set_wan(address);

        address.into()
    }

    /// The router's provider of internet access gives it this address.
    pub fn set_wan(&mut self, address: Ipv4Addr) {
        self.router.set_wan(address, 8);
    }

    /// The router's address in the internet, or in its carrier's network.
    #[must_use]
    pub fn wan(&self) -> Option<IpAddr> {
        self.router.wan().map(|(address, _)| address.into())
    }

    /// The router's provider of internet access gives the home an IPv6 prefix that it never had. The prefix before is
    /// deprecated; both are reachable.
    pub fn change_prefix(&mut self) -> Ipv6Addr {
        self.prefixes += 1;
        let prefix = Ipv6Addr::new(0x2a0e, 1, 0, self.prefixes, 0, 0, 0, 0);
        self.router.set_prefix(prefix);

        prefix
    }

    /// The router starts anew: what it promised is forgotten, and its seconds begin again.
    pub fn reboot_router(&mut self) {
        self.router.restart_daemon();
    }

    /// From now on a carrier stands before the router, which shares one address ([`SHARED`]) among its customers; or not.
    pub fn set_cgnat(&mut self, on: bool) {
        match self.carrier.take() {
            Some(carrier) if !on => carrier.leave(&mut self.router),
            None if on => self.carrier = Some(Carrier::stand_before(&mut self.router)),
            same => self.carrier = same,
        }
    }

    /// From now on a portal answers for everybody outside, with a page or with a certificate that nobody trusts; or not.
    pub fn set_portal(&mut self, on: bool) {
        if on {
            self.portal.get_or_insert_with(|| Portal::start(internet::PORTAL));
        }
        self.router.set_portal(on);
    }

    /// How many connections the portal took.
    #[must_use]
    pub fn portal_connections(&self) -> u32 {
        self.portal.as_ref().map_or(0, Portal::connections)
    }

    /// The router's resolver.
    pub fn set_resolver(&self, resolver: Resolver) {
        self.router.set_resolver(resolver);
    }

    /// The host's cable is pulled out and plugged in so many times.
    pub fn flap(&self, times: u32, every: Duration) {
        let router = self.here().machine();
        for _ in 0..times {
            for state in ["down", "up"] {
                router.ip(&format!("link set {} {state}\n", host::PORT));
                std::thread::sleep(every / 2);
            }
        }
    }

    /// A VPN takes everything that leaves the host; or not.
    pub fn set_vpn(&mut self, on: bool) {
        if !on {
            self.tunnel = None;
        } else if self.tunnel.is_none() {
            self.tunnel = Some(Tunnel::up(&self.host, self.folder.path()));
        }
    }

    /// The host is carried to a café, whose router says nothing of itself.
    ///
    /// # Panics
    ///
    /// When it is there already.
    pub fn move_to_cafe(&mut self, cafe: Cafe) {
        assert!(self.cafe.is_none(), "the host is in a café");
        let network = if cafe == Cafe::LikeHome { HOME.network } else { CAFE.network };
        let mut router = Router::new(Place { network, ..CAFE }, Speaks::Nothing, self.folder.path());
        router.set_wan(CAFE_WAN, 8);
        carry(&self.router, &router);
        self.cafe = Some(router);
        self.host.lease();
    }

    /// The host comes home again.
    ///
    /// # Panics
    ///
    /// When it is at home.
    pub fn move_home(&mut self) {
        let cafe = self.cafe.take().expect("the host is in a café");
        carry(&cafe, &self.router);
        drop(cafe);
        let _ = std::fs::remove_dir_all(self.folder.path().join(CAFE.name));
        self.host.lease();
    }

    /// Another machine in the home's network, as little to be trusted as any.
    pub fn neighbour(&mut self) -> &Machine {
        let router = &self.router;
        self.neighbour.get_or_insert_with(|| {
            let machine = Machine::new();
            router.machine().ip(&format!("link add port1 type veth peer name {INTERFACE} netns {}\n", machine.id()));
            router.machine().ip("link set port1 master lan0 up\n");
            let [one, two, three] = HOME.network;
            machine.ip(&format!("link set {INTERFACE} up\naddress add {one}.{two}.{three}.66/24 dev {INTERFACE}\n"));

            machine
        })
    }

    /// What the zone's name server says of the hostname: its addresses of both families.
    #[must_use]
    pub fn in_dns(&self) -> Vec<IpAddr> {
        let asked = ["A", "AAAA"].into_iter().flat_map(|kind| dig(NAME_SERVER, &[HOSTNAME, kind]));

        asked.filter_map(|line| line.parse().ok()).collect()
    }

    /// The settings of a resident in this home, which uses these kinds of sources beside the echo services.
    #[must_use]
    pub fn settings(&self, kinds: &[&str]) -> String {
        Wishes { kinds, ..Wishes::default() }.settings()
    }

    /// The password of the account in [`Self::settings`]: its name, its field, and itself.
    #[must_use]
    pub fn secret(&self) -> (&'static str, &'static str, String) {
        Wishes::default().secret()
    }

    /// The router that the host is connected to.
    fn here(&self) -> &Router {
        self.cafe.as_ref().unwrap_or(&self.router)
    }
}

/// Takes the host's cable out of one router and puts it into another one.
fn carry(from: &Router, to: &Router) {
    from.machine().ip(&format!("link set {} netns {}\n", host::PORT, to.machine().id()));
    to.machine().ip(&format!("link set {} master lan0 up\n", host::PORT));
}

/// Writes a line to a test's own output.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
