//! A VPN: a tunnel from the host through whatever router there is to an exit with a public address of its own. Everything
//! but the tunnel's own packets goes through it, as OpenVPN's `redirect-gateway def1` does.

use std::net::Ipv4Addr;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::host::{Host, INTERFACE};
use super::internet;
use super::machine::Machine;
use crate::session_bus::Program;

/// The address that the world sees of it.
pub const EXIT: Ipv4Addr = Ipv4Addr::new(20, 9, 0, 70);
/// The tunnel's interface at both ends.
pub const TUNNEL: &str = "tun0";
const CABLE: &str = "inet-exit";
/// On a machine that is busy.
const STARTING: Duration = Duration::from_secs(20);

/// The tunnel, while it is up.
#[derive(Debug)]
pub(super) struct Tunnel {
    _near: Program,
    _far: Program,
    _exit: Machine,
}

impl Drop for Tunnel {
    fn drop(&mut self) {
        internet::remove(CABLE);
    }
}

impl Tunnel {
    pub(super) fn up(host: &Host, gateway: Ipv4Addr) -> Self {
        let exit = Machine::new();
        internet::connect(CABLE, &exit, "02:00:00:09:00:70");
        exit.ip(&format!("address add {EXIT}/8 dev wan0\n"));
        exit.shell("echo 1 > /proc/sys/net/ipv4/ip_forward");
        exit.input(
            &["nft", "-f", "-"],
            "table ip exit { chain out { type nat hook postrouting priority srcnat; oifname wan0 masquerade; }; }\n",
        );
        let far = socat(&exit, &["UDP-LISTEN:1194", &device("10.9.0.1")]);
        host.ip(&format!("route add {EXIT} via {gateway} dev {INTERFACE}\n"));
        let near = socat(host, &[&device("10.9.0.2"), &format!("UDP:{EXIT}:1194")]);
        let started = Instant::now();
        while host.output("ip", &["-brief", "link", "show", "up", "dev", TUNNEL]).is_empty() {
            assert!(started.elapsed() < STARTING, "no tunnel");
            std::thread::sleep(Duration::from_millis(2));
        }
        host.ip(&format!("route add 0.0.0.0/1 dev {TUNNEL}\nroute add 128.0.0.0/1 dev {TUNNEL}\n"));

        Self { _near: near, _far: far, _exit: exit }
    }

    /// The tunnel's interface goes with its program, and the routes with the interface.
    pub(super) fn down(self, host: &Host) {
        drop(self);
        host.ip(&format!("route del {EXIT} dev {INTERFACE}\n"));
    }
}

fn device(address: &str) -> String {
    format!("TUN:{address}/24,tun-name={TUNNEL},iff-no-pi,iff-up")
}

fn socat(machine: &Machine, ends: &[&str]) -> Program {
    let mut command = machine.command("socat");
    command.args(ends).stdout(Stdio::null()).stderr(Stdio::null());

    Program::start(&mut command).expect("socat is installed")
}
