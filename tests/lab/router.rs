//! A router: address translation by nftables, the real dnsmasq as DHCP server, resolver and advertiser of IPv6, and the
//! real miniupnpd.

use std::fmt::Write as _;
use std::fs::File;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::internet::{self, NAME_SERVER, PORTAL, ROUTER_IPV6};
use super::{Resolver, Speaks, machine::Machine};
use crate::session_bus::Program;

/// Where a router stands: what tells it from another one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) name: &'static str,
    /// The network of its customers, a /24.
    pub(super) network: [u8; 3],
    /// Its hardware addresses outside and inside.
    pub(super) outside: &'static str,
    pub(super) inside: &'static str,
    pub(super) has_ipv6: bool,
}

/// A router, which starts without an address outside.
#[derive(Debug)]
pub struct Router {
    machine: Machine,
    place: Place,
    folder: PathBuf,
    speaks: Speaks,
    wan: Option<(Ipv4Addr, u8)>,
    prefix: Option<Ipv6Addr>,
    _names: Program,
    daemon: Option<Program>,
}

impl Drop for Router {
    fn drop(&mut self) {
        internet::remove(&cable_of(self.place));
    }
}

fn cable_of(place: Place) -> String {
    format!("inet-{}", place.name)
}

/// How long dnsmasq may take to start, on a machine that is busy.
const STARTING: Duration = Duration::from_secs(20);

impl Router {
    pub(super) fn new(place: Place, speaks: Speaks, folder: &Path) -> Self {
        let machine = Machine::new();
        internet::connect(&cable_of(place), &machine, place.outside);
        // Its own addresses are there at once, without a search for others that have them.
        machine.shell(
            "cd /proc/sys/net; echo 1 > ipv4/ip_forward; echo 1 > ipv6/conf/all/forwarding; \
             echo 0 > ipv6/conf/default/accept_dad",
        );
        let [one, two, three] = place.network;
        machine.ip(&format!(
            "link add lan0 address {} type bridge\naddress add {one}.{two}.{three}.1/24 dev lan0\nlink set lan0 up\n",
            place.inside
        ));
        if place.has_ipv6 {
            machine.ip(&format!("address add {ROUTER_IPV6}/64 dev wan0 nodad\n"));
        }
        machine.input(
            &["nft", "-f", "-"],
            "table ip home { chain out { type nat hook postrouting priority srcnat; oifname wan0 masquerade; }; }\n",
        );
        let folder = folder.join(place.name);
        std::fs::create_dir(&folder).expect("the folder is ours");
        let names = start_dnsmasq(&machine, place, &folder);

        Self { machine, place, folder, speaks, wan: None, prefix: None, _names: names, daemon: None }
    }

    /// The machine that it is.
    #[must_use]
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// Its address in the network of its customers.
    #[must_use]
    pub fn address(&self) -> Ipv4Addr {
        let [one, two, three] = self.place.network;

        Ipv4Addr::new(one, two, three, 1)
    }

    /// The name of the cable to the internet.
    pub(super) fn cable(&self) -> String {
        cable_of(self.place)
    }

    pub(super) fn wan(&self) -> Option<(Ipv4Addr, u8)> {
        self.wan
    }

    pub(super) fn set_wan(&mut self, address: Ipv4Addr, length: u8) {
        let mut commands = String::new();
        if let Some((old, length)) = self.wan.replace((address, length)) {
            writeln!(commands, "address del {old}/{length} dev wan0").expect("a string takes everything");
        }
        writeln!(commands, "address add {address}/{length} dev wan0").expect("a string takes everything");
        self.machine.ip(&commands);
    }

    /// Advertises this prefix, a /64. One that was advertised before is deprecated, and stays reachable.
    pub(super) fn set_prefix(&mut self, prefix: Ipv6Addr) {
        let mut commands = String::new();
        if self.prefix.is_none() {
            writeln!(commands, "route add default via {} dev wan0", internet::ECHO_IPV6[0])
                .expect("a string takes everything");
        }
        let own = |prefix: Ipv6Addr| Ipv6Addr::from(u128::from(prefix) | 1);
        writeln!(commands, "address add {}/64 dev lan0 nodad", own(prefix)).expect("a string takes everything");
        if let Some(old) = self.prefix.replace(prefix) {
            write!(commands, "address del {}/64 dev lan0\nroute add {old}/64 dev lan0\n", own(old))
                .expect("a string takes everything");
        }
        self.machine.ip(&commands);
    }

    /// Whether its resolver answers.
    pub(super) fn set_resolver(&self, resolver: Resolver) {
        let rule = match resolver {
            Resolver::Answers => return self.table("inet resolver", ""),
            Resolver::Refuses => "reject",
            Resolver::Silent => "drop",
        };
        self.table(
            "inet resolver",
            &format!(
                "chain in {{ type filter hook input priority 0; iifname lan0 meta l4proto {{ tcp, udp }} th dport 53 {rule}; }};"
            ),
        );
    }

    /// Whether everything outside is answered by a portal.
    pub(super) fn set_portal(&self, on: bool) {
        let [one, two, three] = self.place.network;
        let chains = format!(
            "chain in {{ type nat hook prerouting priority dstnat - 1; ip daddr {one}.{two}.{three}.0/24 return; iifname \
             lan0 tcp dport 80 dnat to {PORTAL}; iifname lan0 meta l4proto tcp dnat to {PORTAL}:443; }}; chain through {{ \
             type filter hook forward priority 0; iifname lan0 meta l4proto udp drop; }};"
        );
        self.table("ip portal", if on { &chains } else { "" });
    }

    /// Replaces a table of the firewall; without chains it is removed.
    fn table(&self, name: &str, chains: &str) {
        let rules = if chains.is_empty() { String::new() } else { format!("table {name} {{ {chains} }}\n") };
        self.machine.input(&["nft", "-f", "-"], &format!("table {name}\ndelete table {name}\n{rules}"));
    }

    /// What the router promised is forgotten, and its seconds begin again.
    pub(super) fn restart_daemon(&mut self) {
        self.daemon = None;
        if self.speaks == Speaks::Nothing {
            return;
        }
        let yes = |is: bool| if is { "yes" } else { "no" };
        let [one, two, three] = self.place.network;
        let configuration = format!(
            "ext_ifname=wan0\nlistening_ip=lan0\nport=5000\nenable_natpmp={}\nenable_upnp={}\nsecure_mode=yes\n\
             system_uptime=yes\nuuid=00000000-0000-4000-8000-000000000001\nipv6_disable=yes\n\
             allow 1024-65535 {one}.{two}.{three}.0/24 1024-65535\ndeny 0-65535 0.0.0.0/0 0-65535\n",
            yes(self.speaks != Speaks::Upnp),
            yes(self.speaks != Speaks::NatPmp)
        );
        let file = self.folder.join("miniupnpd.conf");
        std::fs::write(&file, configuration).expect("the folder is ours");
        let mut command = self.machine.command("miniupnpd");
        command.arg("-d").arg("-f").arg(&file).arg("-P").arg(self.folder.join("miniupnpd.pid"));
        command.stdout(Stdio::null()).stderr(log(&self.folder, "miniupnpd.log"));
        self.daemon = Some(Program::start(&mut command).expect("miniupnpd is installed"));
    }

    /// What the router's programs said.
    #[must_use]
    pub fn log(&self) -> String {
        let read = |name| std::fs::read_to_string(self.folder.join(name)).unwrap_or_default();

        read("dnsmasq.log") + &read("miniupnpd.log")
    }
}

fn start_dnsmasq(machine: &Machine, place: Place, folder: &Path) -> Program {
    let [one, two, three] = place.network;
    let mut configuration = format!(
        "interface=lan0\nexcept-interface=lo\nbind-dynamic\nno-resolv\nno-hosts\nserver={}\nno-ping\ndhcp-authoritative\n\
         dhcp-leasefile={}\ndhcp-range={one}.{two}.{three}.10,{one}.{two}.{three}.10,12h\n",
        NAME_SERVER.ip(),
        folder.join("leases").display()
    );
    if place.has_ipv6 {
        configuration.push_str("enable-ra\ndhcp-range=::,constructor:lan0,ra-only,64,12h\n");
    }
    let file = folder.join("dnsmasq.conf");
    std::fs::write(&file, configuration).expect("the folder is ours");
    let mut command = machine.command("dnsmasq");
    // Without a change of user and in the foreground.
    command.arg("--no-daemon").arg(format!("--conf-file={}", file.display()));
    command.stdout(Stdio::null()).stderr(log(folder, "dnsmasq.log"));
    let program = Program::start(&mut command).expect("dnsmasq is installed");
    let started = Instant::now();
    while !std::fs::read_to_string(folder.join("dnsmasq.log")).unwrap_or_default().contains("started") {
        assert!(started.elapsed() < STARTING, "dnsmasq did not start");
        std::thread::sleep(Duration::from_millis(2));
    }

    program
}

fn log(folder: &Path, name: &str) -> File {
    File::create(folder.join(name)).expect("the folder is ours")
}
