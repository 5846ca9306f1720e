//! A carrier that shares one address among its customers (RFC 6598): a second translation between router and internet.
//! IPv4 alone.

use std::net::Ipv4Addr;

use super::internet;
use super::machine::{Machine, batch};
use super::router::Router;

/// The address that the world sees.
pub const SHARED: Ipv4Addr = Ipv4Addr::new(20, 2, 0, 9);
/// The router's address in the carrier's network, and the carrier's own.
const CUSTOMER: Ipv4Addr = Ipv4Addr::new(100, 64, 7, 7);
const GATEWAY: Ipv4Addr = Ipv4Addr::new(100, 64, 0, 1);
const LENGTH: u8 = 10;
const CABLE: &str = "inet-carrier";

/// The carrier between a router and the internet.
#[derive(Debug)]
pub(super) struct Carrier {
    machine: Machine,
    /// What the router had before.
    before: Option<(Ipv4Addr, u8)>,
}

impl Drop for Carrier {
    fn drop(&mut self) {
        internet::remove(CABLE);
    }
}

impl Carrier {
    pub(super) fn stand_before(router: &mut Router) -> Self {
        let machine = Machine::new();
        internet::connect(CABLE, &machine, "02:00:00:02:00:09");
        machine.shell("echo 1 > /proc/sys/net/ipv4/ip_forward");
        machine.input(
            &["nft", "-f", "-"],
            "table ip carrier { chain out { type nat hook postrouting priority srcnat; oifname wan0 masquerade; }; }\n",
        );
        let cable = router.cable();
        batch(&["ip"], &format!("link set {cable} netns {}\n", machine.id()));
        machine.ip(&format!(
            "address add {SHARED}/8 dev wan0\naddress add {GATEWAY}/{LENGTH} dev {cable}\nlink set {cable} up\n"
        ));
        let before = router.wan();
        router.set_wan(CUSTOMER, LENGTH);
        router.machine().ip(&format!("route replace default via {GATEWAY} dev wan0\n"));

        Self { machine, before }
    }

    /// The router is on the internet itself again, with the address that it had.
    pub(super) fn leave(self, router: &mut Router) {
        let cable = router.cable();
        self.machine.ip(&format!("link set {cable} netns {}\n", std::process::id()));
        internet::plug(&cable);
        if let Some((address, length)) = self.before {
            router.set_wan(address, length);
        }
    }
}
