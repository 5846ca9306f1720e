//! The internet: the calling process. A switch that everybody with a public address is on, two echo services and a
//! provider over TLS, the real BIND with the zone of the hostname, and the real coturn.

use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::Path;
use std::process::{Command, Stdio};

use super::machine::{Machine, batch};
use super::{HOSTNAME, ZONE};
use crate::bind::{self, Bind, Zone};
use crate::mock_provider::MockProvider;
use crate::session_bus::{Program, bound};

/// The servers of the two echo operators and of the provider.
pub const ECHO: [Ipv4Addr; 2] = [Ipv4Addr::new(20, 9, 0, 1), Ipv4Addr::new(20, 9, 0, 2)];
const PROVIDER: Ipv4Addr = Ipv4Addr::new(20, 9, 0, 3);
/// The same over IPv6.
pub const ECHO_IPV6: [Ipv6Addr; 2] =
    [Ipv6Addr::new(0x2a0e, 9, 0, 0, 0, 0, 0, 1), Ipv6Addr::new(0x2a0e, 9, 0, 0, 0, 0, 0, 2)];
/// BIND, the only name server that there is.
pub const NAME_SERVER: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(20, 9, 0, 53)), 53);
/// Where a portal's server is.
pub(super) const PORTAL: Ipv4Addr = Ipv4Addr::new(20, 9, 0, 80);
/// Where the STUN server answers.
pub const STUN: &str = "20.9.0.1:3478";
/// The names of [`ECHO`] and of the provider.
pub const SERVERS: [&str; 3] = ["one.example.net", "two.example.net", "members.example.net"];
/// The key that may change the zone of the hostname.
pub(super) const KEY: &str = "home-key";
/// The switch.
const SWITCH: &str = "internet";
/// The home's network over IPv6, and the router that leads there.
const HOMES_IPV6: &str = "2a0e:1::/32";
pub(super) const ROUTER_IPV6: &str = "2a0e:9::100";

/// Everything but the provider, which tests hold in their hands.
#[derive(Debug)]
pub(super) struct Internet {
    _bind: Bind,
    _stun: Program,
}

impl Internet {
    /// Starts all servers.
    pub(super) fn start(folder: &Path) -> (Self, MockProvider) {
        lay_switch();
        let servers = records();
        let bind = Bind::start_at(
            NAME_SERVER,
            &[
                Zone { name: ZONE, records: "", key_name: KEY },
                Zone { name: "example.net", records: &servers, key_name: "nobody" },
            ],
        );
        let mut listen: Vec<IpAddr> = ECHO.into_iter().chain([PROVIDER]).map(IpAddr::from).collect();
        listen.extend(ECHO_IPV6.map(IpAddr::from));
        let provider = MockProvider::start_named(&listen, &SERVERS);
        provider.make(HOSTNAME);
        provider.publish(|name, addresses| bind::replace(NAME_SERVER, KEY, name, addresses));

        (Self { _bind: bind, _stun: start_stun(folder) }, provider)
    }
}

impl Drop for Internet {
    fn drop(&mut self) {
        // The cables to machines go with them.
        let _ = Command::new("ip").args(["link", "delete", SWITCH]).status();
    }
}

/// Lays a cable named `cable` from the switch to `wan0` of a machine.
pub(super) fn connect(cable: &str, machine: &Machine, mac: &str) {
    batch(&["ip"], &format!("link add {cable} type veth peer name wan0 address {mac} netns {}\n", machine.id()));
    plug(cable);
    machine.ip("link set wan0 up\n");
}

/// Puts the end of a cable that is here into the switch.
pub(super) fn plug(cable: &str) {
    batch(&["ip"], &format!("link set {cable} master {SWITCH} up\n"));
}

/// Takes a cable away. It would go with its machine, but only some time after it.
pub(super) fn remove(cable: &str) {
    let _ = Command::new("ip").args(["link", "delete", cable]).stderr(Stdio::null()).status();
}

fn lay_switch() {
    let mut text = format!("link add {SWITCH} address 02:00:00:09:00:01 type bridge\nlink set {SWITCH} up\n");
    let IpAddr::V4(name_server) = NAME_SERVER.ip() else { panic!("it is an IPv4 address") };
    for address in ECHO.into_iter().chain([PROVIDER, name_server, PORTAL]) {
        writeln!(text, "address add {address}/8 dev {SWITCH}").expect("a string takes everything");
    }
    for address in ECHO_IPV6 {
        writeln!(text, "address add {address}/64 dev {SWITCH} nodad").expect("a string takes everything");
    }
    writeln!(text, "route add {HOMES_IPV6} via {ROUTER_IPV6} dev {SWITCH}").expect("a string takes everything");
    batch(&["ip"], &text);
}

fn records() -> String {
    let mut text = String::new();
    for (name, address) in SERVERS.iter().zip(ECHO.into_iter().chain([PROVIDER])) {
        writeln!(text, "{name}. A {address}").expect("a string takes everything");
    }
    for (name, address) in SERVERS.iter().zip(ECHO_IPV6) {
        writeln!(text, "{name}. AAAA {address}").expect("a string takes everything");
    }

    text
}

/// The real coturn, for STUN alone.
fn start_stun(folder: &Path) -> Program {
    let mut command = bound("turnserver");
    command
        .args(["-n", "-S", "-L", "20.9.0.1", "-p", "3478", "--no-tls", "--no-dtls", "--no-cli", "--log-file", "stdout"])
        .arg("--pidfile")
        .arg(folder.join("turnserver.pid"))
        .stdout(Stdio::null())
        .stderr(Stdio::null());

    Program::start(&mut command).expect("coturn is installed")
}
