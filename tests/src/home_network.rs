//! A home in a network of its own: one machine, whose addresses the test changes, on a cable to the outside, where the
//! test's servers are. Used inside a network namespace; both ends are gone when it ends.

use std::fmt::Write as _;
use std::io::Write as _;
use std::net::IpAddr;
use std::process::{Child, Command, Output, Stdio};

/// The machine at home, in a namespace of its own. The process that calls is the outside.
#[derive(Debug)]
pub struct Home {
    holder: Child,
    address: Option<IpAddr>,
}

/// The home's interface.
const INSIDE: &str = "lan0";
/// The other end of its cable.
const OUTSIDE: &str = "inet0";
/// The next hop, which nobody has to ask.
const ROUTER: &str = "20.9.0.1";
/// All addresses of the test are in one network: they count as public, and nothing has to be routed.
const LENGTH: u8 = 8;

impl Home {
    /// Connects a home. The outside gets these IPv4 addresses for the test's servers.
    ///
    /// # Panics
    ///
    /// When the calling process is not in a network namespace of its own, or iproute2 or util-linux are missing.
    #[must_use]
    pub fn connect(outside: &[IpAddr]) -> Self {
        // `sleep` keeps the namespace until it is killed; `cat` would end with a pipe, but so would the namespace.
        let holder = Command::new("unshare")
            .args(["--net", "sleep", "infinity"])
            .stdin(Stdio::null())
            .spawn()
            .expect("`unshare` of util-linux is installed");
        let home = Self { holder, address: None };
        home.wait_for_namespace();
        batch(&["ip"], "link set lo up");
        batch(&["ip"], &format!("link add {OUTSIDE} type veth peer name {INSIDE} netns {}", home.holder.id()));
        let mut commands = format!("link set {OUTSIDE} up\n");
        for address in outside {
            writeln!(commands, "address add {address}/{LENGTH} dev {OUTSIDE}").expect("a string takes everything");
        }
        batch(&["ip"], &commands);
        home.ip(&format!("link set lo up\nlink set {INSIDE} up"));

        home
    }

    /// Gives the machine this IPv4 address instead of the one it had, as a provider of internet access does over night.
    ///
    /// # Panics
    ///
    /// When `ip` refuses.
    pub fn change_address(&mut self, address: IpAddr) {
        let mut commands = String::new();
        if let Some(old) = self.address.replace(address) {
            writeln!(commands, "address del {old}/{LENGTH} dev {INSIDE}").expect("a string takes everything");
        }
        writeln!(commands, "address add {address}/{LENGTH} dev {INSIDE}").expect("a string takes everything");
        writeln!(commands, "route replace default via {ROUTER} dev {INSIDE}").expect("a string takes everything");
        self.ip(&commands);
    }

    /// Pulls the cable out.
    ///
    /// # Panics
    ///
    /// When `ip` refuses.
    pub fn unplug(&self) {
        self.ip(&format!("link set {INSIDE} down\n"));
    }

    /// Plugs the cable in again: the machine has the address that it had.
    ///
    /// # Panics
    ///
    /// When `ip` refuses.
    pub fn plug(&self) {
        self.ip(&format!("link set {INSIDE} up\nroute replace default via {ROUTER} dev {INSIDE}\n"));
    }

    /// A command that runs on the machine.
    #[must_use]
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new("nsenter");
        command.args(["--target", &self.holder.id().to_string(), "--net"]).arg(program).stdin(Stdio::null());

        command
    }

    /// Runs a command on the machine to its end.
    ///
    /// # Panics
    ///
    /// When it cannot be started.
    #[must_use]
    pub fn output(&self, program: &str, arguments: &[&str]) -> Output {
        self.command(program).args(arguments).output().unwrap_or_else(|error| panic!("{program}: {error}"))
    }

    /// Runs commands of `ip` on the machine.
    ///
    /// # Panics
    ///
    /// When `ip` refuses.
    pub fn ip(&self, commands: &str) {
        batch(&["nsenter", "--target", &self.holder.id().to_string(), "--net", "ip"], commands);
    }

    /// `unshare` needs a moment to make the namespace: until then its network is ours.
    fn wait_for_namespace(&self) {
        let of = |process: &str| std::fs::read_link(format!("/proc/{process}/ns/net")).ok();
        let holder = self.holder.id().to_string();
        while of(&holder).is_none_or(|namespace| Some(namespace) == of("self")) {
            std::thread::yield_now();
        }
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // The namespace goes with the process that holds it, but the cable only some time after it.
        let _ = Command::new("ip").args(["link", "delete", OUTSIDE]).status();
        let _ = self.holder.kill();
        let _ = self.holder.wait();
    }
}

/// Runs several commands of `ip` in one process: they take effect within a millisecond.
fn batch(program: &[&str], commands: &str) {
    let mut child = Command::new(program[0])
        .args(&program[1..])
        .args(["-batch", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", program[0]));
    child.stdin.take().expect("it is piped").write_all(commands.as_bytes()).expect("`ip` reads its commands");
    let output = child.wait_with_output().expect("a child can be waited for");
    assert!(output.status.success(), "ip: {commands}\n{}", String::from_utf8_lossy(&output.stderr));
}
