//! The machine at home: one cable to a router, an address by a real DHCP client, and a resolver that DHCP names.

use std::fmt::Write as _;
use std::net::Ipv4Addr;
use std::ops::Deref;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::machine::Machine;
use super::router::Router;

/// The host's interface, and the router's end of its cable.
pub const INTERFACE: &str = "eth0";
pub(super) const PORT: &str = "port0";

/// What udhcpc runs with each answer: the work of a network manager.
const LEASE: &str = r#"#!/bin/sh
case "$1" in
deconfig) ip -4 address flush dev "$interface" ;;
bound | renew)
    ip -4 address replace "$ip/$mask" dev "$interface"
    ip -4 route replace default via "${router%% *}" dev "$interface"
    for server in $dns; do echo "nameserver $server"; done > RESOLVERS
    ;;
esac
"#;

/// The machine at home.
#[derive(Debug)]
pub struct Host {
    machine: Machine,
    script: PathBuf,
}

impl Deref for Host {
    type Target = Machine;

    fn deref(&self) -> &Machine {
        &self.machine
    }
}

impl Host {
    /// Connects it to a router.
    pub(super) fn new(router: &Router, folder: &Path) -> Self {
        let machine = Machine::new();
        let resolvers = folder.join("resolv.conf");
        std::fs::write(&resolvers, "").expect("the folder is ours");
        machine.shell(&format!("mount --bind {} /etc/resolv.conf", resolvers.display()));
        let script = folder.join("lease");
        std::fs::write(&script, LEASE.replace("RESOLVERS", &resolvers.display().to_string()))
            .expect("the folder is ours");
        std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o700)).expect("the file is ours");
        let host = Self { machine, script };
        router.machine().ip(&format!("link add {PORT} type veth peer name {INTERFACE} netns {}\n", host.id()));
        // Addresses for the outgoing connections, as desktops have them (RFC 8981).
        host.shell(&format!("echo 2 > /proc/sys/net/ipv6/conf/{INTERFACE}/use_tempaddr"));
        router.machine().ip(&format!("link set {PORT} master lan0 up\n"));
        host.ip(&format!("link set {INTERFACE} up\n"));
        host.lease();

        host
    }

    /// Asks for an address until there is one, as a system does after its cable was plugged in.
    pub(super) fn lease(&self) {
        let mut command = self.command("udhcpc");
        command.args(["-i", INTERFACE, "-f", "-q", "-n", "-t", "10", "-T", "1", "-s"]).arg(&self.script);
        let output = command.output().expect("udhcpc is installed");
        assert!(output.status.success(), "no lease: {}", String::from_utf8_lossy(&output.stderr));
    }

    /// Its IPv4 address at home.
    #[must_use]
    pub fn address(&self) -> Option<Ipv4Addr> {
        let text = self.output("ip", &["-4", "-brief", "address", "show", "dev", INTERFACE]);

        text.split_whitespace().nth(2)?.split('/').next()?.parse().ok()
    }

    /// The kernel tells of so many addresses that came, and of as many that went again, on an interface that leads nowhere:
    /// `burst` of them at a time, with a pause after each.
    pub fn storm(&self, addresses: u16, burst: u16, pause: Duration) {
        self.ip("link add spare0 type veth peer name spare1\nlink set spare0 up\nlink set spare1 up\n");
        for first in (0..addresses).step_by(burst.max(1).into()) {
            let mut commands = String::new();
            for number in first..addresses.min(first.saturating_add(burst)) {
                let [high, low] = number.to_be_bytes();
                let address = Ipv4Addr::new(10, 77, high, low);
                write!(commands, "address add {address}/32 dev spare0\naddress del {address}/32 dev spare0\n")
                    .expect("a string takes everything");
            }
            self.ip(&commands);
            std::thread::sleep(pause);
        }
        self.ip("link delete spare0\n");
    }
}
