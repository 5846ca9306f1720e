//! A VPN: a tunnel from the host to an exit with a public address of its own. Everything goes through it, as `OpenVPN`'s
//! `redirect-gateway def1` does. Its packets are handed over beside the router, so that it outlives each change of the
//! network, as `WireGuard` does.

use std::net::Ipv4Addr;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use super::host::Host;
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

/// The tunnel, while it is up. Its interface goes with its program, and the routes with the interface.
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
    pub(super) fn up(host: &Host, folder: &Path) -> Self {
        let exit = Machine::new();
        internet::connect(CABLE, &exit, "02:00:00:09:00:70");
        exit.ip(&format!("address add {EXIT}/8 dev wan0\n"));
        exit.shell("echo 1 > /proc/sys/net/ipv4/ip_forward");
        exit.input(
            &["nft", "-f", "-"],
            "table ip exit { chain out { type nat hook postrouting priority srcnat; oifname wan0 masquerade; }; }\n",
        );
        // This end says nothing by itself: the other one is not there yet.
        exit.shell("echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6");
        let (at_exit, at_host) = (folder.join("vpn-exit"), folder.join("vpn-host"));
        let far = socat(&exit, &at_exit, &at_host, "10.9.0.1");
        wait_for(&exit);
        let near = socat(host, &at_host, &at_exit, "10.9.0.2");
        wait_for(host);
        host.ip(&format!("route add 0.0.0.0/1 dev {TUNNEL}\nroute add 128.0.0.0/1 dev {TUNNEL}\n"));

        Self { _near: near, _far: far, _exit: exit }
    }
}

fn wait_for(machine: &Machine) {
    let started = Instant::now();
    while machine.output("ip", &["-brief", "link", "show", "up", "dev", TUNNEL]).is_empty() {
        assert!(started.elapsed() < STARTING, "no tunnel");
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn socat(machine: &Machine, near: &Path, far: &Path, address: &str) -> Program {
    let _ = std::fs::remove_file(near);
    let mut command = machine.command("socat");
    command.arg(format!("UNIX-SENDTO:{},bind={}", far.display(), near.display()));
    command.arg(format!("TUN:{address}/24,tun-name={TUNNEL},iff-no-pi,iff-up"));
    command.stdout(Stdio::null()).stderr(Stdio::null());

    Program::start(&mut command).expect("socat is installed")
}
