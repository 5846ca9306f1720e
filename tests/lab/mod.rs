//! A home behind a router, in network namespaces: the internet (the calling process), a router with address translation
//! and the real miniupnpd, and a machine in its network. Addresses look public, and no route leads outside. Used inside
//! [`crate::namespace::inside`]; everything is gone with the value.

mod machine;

use std::fmt::Write as _;
use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::mock_provider::{MockProvider, PASSWORD, USER};
use crate::namespace;
use crate::session_bus::Program;
pub use machine::Machine;

/// Three servers of the internet: each is an echo service over TLS and a provider, the first one a name server, too.
const INTERNET: [IpAddr; 3] = [
    IpAddr::V4(Ipv4Addr::new(20, 9, 0, 1)),
    IpAddr::V4(Ipv4Addr::new(20, 9, 0, 2)),
    IpAddr::V4(Ipv4Addr::new(20, 9, 0, 3)),
];
/// Where the STUN server answers.
pub const STUN: &str = "20.9.0.1:3478";
/// The hostname that is kept.
pub const HOSTNAME: &str = "home.example.org";
const ROUTER: Ipv4Addr = Ipv4Addr::new(192, 168, 7, 1);
const HOST: Ipv4Addr = Ipv4Addr::new(192, 168, 7, 10);

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

/// The home, its router and the internet.
#[derive(Debug)]
pub struct Lab {
    /// The provider and the echo services.
    pub provider: MockProvider,
    /// The router.
    pub router: Machine,
    /// The machine at home.
    pub host: Machine,
    wan: Option<Ipv4Addr>,
    changes: u16,
    speaks: Speaks,
    daemon: Option<Program>,
    _stun: Program,
    folder: TempDir,
}

impl Drop for Lab {
    fn drop(&mut self) {
        // The namespaces go with the processes that hold them, but the cable only some time after them.
        let _ = std::process::Command::new("ip").args(["link", "delete", "inet0"]).status();
    }
}

impl Lab {
    /// Builds the home, whose router has an address already.
    ///
    /// # Panics
    ///
    /// Outside of a network namespace, and when iproute2, nftables, miniupnpd or coturn are not installed.
    #[must_use]
    pub fn new(speaks: Speaks) -> Self {
        let (router, host) = (Machine::new(), Machine::new());
        let outside: String = INTERNET.iter().fold("link set inet0 up\n".to_owned(), |mut text, address| {
            writeln!(text, "address add {address}/8 dev inet0").expect("a string takes everything");
            text
        });
        namespace::ip(&format!("link add inet0 type veth peer name wan0 netns {}", router.id()));
        machine::batch(&["ip"], &outside);
        router.ip(&format!(
            "link set wan0 up\nlink add lan0 type veth peer name eth0 netns {}\naddress add {ROUTER}/24 dev lan0\n\
             link set lan0 up\n",
            host.id()
        ));
        host.ip(&format!(
            "link set eth0 up\naddress add {HOST}/24 dev eth0\nroute add default via {ROUTER} dev eth0\n"
        ));
        router.shell("echo 1 > /proc/sys/net/ipv4/ip_forward");
        router.input(
            &["nft", "-f", "-"],
            "table ip home { chain out { type nat hook postrouting priority srcnat; oifname wan0 masquerade; }; }\n",
        );
        let folder = tempfile::Builder::new().prefix("homeport-lab-").tempdir().expect("a folder is made");
        let provider = MockProvider::start(&INTERNET);
        provider.make(HOSTNAME);
        let stun = start_stun(&folder);
        let mut lab = Self { provider, router, host, wan: None, changes: 0, speaks, daemon: None, _stun: stun, folder };
        lab.change_wan();
        lab.start_daemon();

        lab
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
        let mut commands = String::new();
        if let Some(old) = self.wan.replace(address) {
            writeln!(commands, "address del {old}/8 dev wan0").expect("a string takes everything");
        }
        writeln!(commands, "address add {address}/8 dev wan0").expect("a string takes everything");
        self.router.ip(&commands);
    }

    /// The router starts anew: what it promised is forgotten, and its seconds begin again.
    pub fn reboot_router(&mut self) {
        self.daemon = None;
        self.start_daemon();
    }

    /// The settings of a resident in this home, which uses these kinds of sources beside the echo services.
    #[must_use]
    pub fn settings(&self, kinds: &[&str]) -> String {
        let mut text = format!(
            "version = 1\n\n[[account]]\nid = \"mock\"\nprovider = \"dyndns2\"\n[account.fields]\n\
             server = \"https://{}\"\nuser = \"{USER}\"\n\n[[hostname]]\nname = \"{HOSTNAME}\"\naccount = \"mock\"\n\
             ipv6 = false\n\n[addresses]\nsources = [\"http\", \"interface\"",
            self.provider.addresses()[2]
        );
        for kind in kinds {
            write!(text, ", \"{kind}\"").expect("a string takes everything");
        }
        text.push_str("]\n\n");
        for echo in &self.provider.addresses()[..2] {
            write!(text, "[[source]]\nkind = \"http\"\nurl = \"https://{echo}/ip\"\ninstead = true\n\n")
                .expect("a string takes everything");
        }
        write!(
            text,
            "[[source]]\nkind = \"stun\"\nurl = \"{STUN}\"\ninstead = true\n\n[verify]\nnameservers = [\"{}\"]\n",
            self.provider.name_server()
        )
        .expect("a string takes everything");

        text
    }

    /// The password of the account in [`Self::settings`]: its name, its field, and itself.
    #[must_use]
    pub fn secret(&self) -> (&'static str, &'static str, &'static str) {
        ("mock", "password", PASSWORD)
    }

    fn start_daemon(&mut self) {
        if self.speaks == Speaks::Nothing {
            return;
        }
        let yes = |is: bool| if is { "yes" } else { "no" };
        let configuration = format!(
            "ext_ifname=wan0\nlistening_ip=lan0\nport=5000\nenable_natpmp={}\nenable_upnp={}\nsecure_mode=yes\n\
             system_uptime=yes\nuuid=00000000-0000-4000-8000-000000000001\nipv6_disable=yes\n\
             allow 1024-65535 192.168.7.0/24 1024-65535\ndeny 0-65535 0.0.0.0/0 0-65535\n",
            yes(self.speaks != Speaks::Upnp),
            yes(self.speaks != Speaks::NatPmp)
        );
        let file = self.folder.path().join("miniupnpd.conf");
        std::fs::write(&file, configuration).expect("the folder is ours");
        let mut command = self.router.command("miniupnpd");
        command.arg("-d").arg("-f").arg(&file).arg("-P").arg(self.folder.path().join("miniupnpd.pid"));
        command.stdout(Stdio::null()).stderr(self.log("miniupnpd.log"));
        self.daemon = Some(Program::start(&mut command).expect("miniupnpd is installed"));
    }

    /// What the router's daemon said.
    #[must_use]
    pub fn daemon_log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("miniupnpd.log")).unwrap_or_default()
    }

    fn log(&self, name: &str) -> std::fs::File {
        std::fs::File::create(self.folder.path().join(name)).expect("the folder is ours")
    }
}

/// The real coturn, for STUN alone.
fn start_stun(folder: &TempDir) -> Program {
    let mut command = Command::new("turnserver");
    command
        .args(["-n", "-S", "-L", "20.9.0.1", "-p", "3478", "--no-tls", "--no-dtls", "--no-cli", "--log-file", "stdout"])
        .arg("--pidfile")
        .arg(folder.path().join("turnserver.pid"))
        .stdout(Stdio::null())
        .stderr(Stdio::null());

    Program::start(&mut command).expect("coturn is installed")
}

/// Writes a line to a test's own output.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}
