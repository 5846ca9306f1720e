//! Which network it is, and the way out beside a tunnel, against the kernel itself in namespaces of the tests' own.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use homeport_core::network::{DefaultRoute, NetworkFacts};
use homeport_tests::ears::{Ears, SOON, address, batch, facts, on_tokio};
use homeport_tests::namespace::{cable, inside, ip};

/// The router at the other end of a cable, in a namespace of its own: there its hardware address is its own.
struct Router(Child);

impl Router {
    const MAC: &str = "02:00:00:00:00:01";

    fn connect() -> Self {
        let holder = Command::new("unshare").args(["--net", "sleep", "infinity"]).stdin(Stdio::null()).spawn().unwrap();
        let of = |process: &str| std::fs::read_link(format!("/proc/{process}/ns/net")).ok();
        let id = holder.id().to_string();
        while of(&id).is_none_or(|namespace| Some(namespace) == of("self")) {
            std::thread::yield_now();
        }
        ip(&format!("link add home0 type veth peer name street0 netns {id}"));
        let router = Self(holder);
        router.ip(&format!("link set street0 address {}", Self::MAC));
        router.ip("link set street0 up");
        router.ip("addr add 192.0.2.1/24 dev street0");
        router.ip("-6 addr add 2a0e:1::1/64 dev street0 nodad");
        ip("link set home0 up");
        ip("addr add 192.0.2.2/24 dev home0");
        ip("-6 addr add 2a0e:1::2/64 dev home0 nodad");
        ip("route add default via 192.0.2.1");
        ip("-6 route add default via 2a0e:1::1");

        router
    }

    fn ip(&self, arguments: &str) {
        let id = self.0.id().to_string();
        let status = Command::new("nsenter")
            .args(["--target", &id, "--net", "ip"])
            .args(arguments.split_whitespace())
            .status()
            .unwrap();
        assert!(status.success(), "{arguments}");
    }
}

impl Drop for Router {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Speaks to somebody in this network, so that the kernel has to find out the hardware address.
fn speak_to(address: &str) {
    let any = if address.contains(':') { "[::]:0" } else { "0.0.0.0:0" };
    let socket = std::net::UdpSocket::bind(any).unwrap();
    socket.send_to(b"hello", (address, 9)).unwrap();
}

#[test]
fn the_routers_hardware_address_is_known_once_somebody_spoke_to_it() {
    inside(|| {
        let _router = Router::connect();
        let macs = || {
            let facts = facts();
            [facts.route_v4, facts.route_v6].map(|route| route.unwrap().gateway_mac)
        };
        assert_eq!(macs(), [None, None]);

        speak_to("192.0.2.1");
        speak_to("2a0e:1::1");
        let mac = Some(Router::MAC.parse().unwrap());
        let start = Instant::now();
        while macs() != [mac, mac] {
            assert!(start.elapsed() < SOON, "{:?}", macs());
            std::thread::sleep(Duration::from_millis(5));
        }

        ip("neigh flush dev home0");
        assert_eq!(macs(), [None, None], "what is forgotten is not known");
        ip("neigh replace 192.0.2.1 dev home0 nud failed");
        assert_eq!(macs(), [None, None], "a router that did not answer has none");
        ip(&format!("neigh replace 192.0.2.1 lladdr {} dev home0 nud permanent", Router::MAC));
        assert_eq!(macs(), [mac, None]);
    });
}

#[test]
fn the_routers_hardware_address_is_no_news() {
    inside(|| {
        on_tokio(async {
            let _router = Router::connect();
            let mut ears = Ears::open().await;
            while facts().addresses.iter().any(|found| found.tentative) {
                ears.hints().await;
            }
            ears.hints().await;

            speak_to("192.0.2.1");
            assert_eq!(ears.hints().await, 0);
            assert!(facts().route_v4.unwrap().gateway_mac.is_some());
        });
    });
}

/// The way out beside the tunnel, as `Router` makes it.
fn physical(gateway: &str) -> DefaultRoute {
    DefaultRoute { interface: "home0".into(), gateway: Some(address(gateway)), ..DefaultRoute::default() }
}

fn ways_beside(facts: &NetworkFacts) -> [Option<DefaultRoute>; 2] {
    [&facts.physical_v4, &facts.physical_v6].map(|route| {
        let mut route = route.clone();
        // It depends on who spoke to the router before.
        if let Some(route) = &mut route {
            route.gateway_mac = None;
        }
        route
    })
}

/// Takes the way out beside the tunnel away and gives it back, and looks whether the watcher tells both.
async fn lose_and_find(ears: &mut Ears) {
    let both = ["192.0.2.1", "2a0e:1::1"].map(|gateway| Some(physical(gateway)));
    ears.hints().await;
    assert_eq!(ways_beside(&facts()), both);
    ip("route del default via 192.0.2.1");
    let without = ears.until(|facts| facts.physical_v4.is_none()).await;
    assert!(without.route_v4.is_some_and(|route| route.tunnel), "the tunnel is there all the same");
    ip("-6 route del default via 2a0e:1::1");
    ears.until(|facts| facts.physical_v6.is_none()).await;
    ears.hints().await;

    ip("route add default via 192.0.2.1");
    ears.until(|facts| facts.physical_v4.is_some()).await;
    ip("-6 route add default via 2a0e:1::1");
    ears.until(|facts| ways_beside(facts) == both).await;
    ears.hints().await;

    ip("link set home0 down");
    ears.until(|facts| ways_beside(facts) == [None, None]).await;
}

#[test]
fn beside_a_tunnel_of_two_halves_the_old_way_out_is_read_and_its_end_is_told() {
    inside(|| {
        on_tokio(async {
            let _router = Router::connect();
            ip("tuntap add dev vpn0 mode tun");
            ip("addr add 10.8.0.2/24 dev vpn0");
            ip("-6 addr add fd08::2/64 dev vpn0 nodad");
            ip("link set vpn0 up");
            let mut ears = Ears::open().await;
            assert_eq!(ways_beside(&facts()), [None, None], "without a tunnel as the way out there is none beside it");

            // As OpenVPN does it, with a second default route over the tunnel, which is not the one that is looked for.
            batch("route add 0.0.0.0/1 via 10.8.0.1\nroute add 128.0.0.0/1 via 10.8.0.1\n");
            batch("route add ::/1 dev vpn0\nroute add 8000::/1 dev vpn0\n");
            ip("route add default dev vpn0 metric 50");
            ears.until(|facts| facts.tunnel().is_some() && facts.physical_v6.is_some()).await;
            lose_and_find(&mut ears).await;
        });
    });
}

#[test]
fn beside_a_tunnel_behind_rules_the_old_way_out_is_read_and_its_end_is_told() {
    inside(|| {
        on_tokio(async {
            let _router = Router::connect();
            ip("tuntap add dev vpn0 mode tun");
            ip("addr add 10.8.0.2/32 dev vpn0");
            ip("-6 addr add fd08::2/128 dev vpn0 nodad");
            ip("link set vpn0 up");
            let mut ears = Ears::open().await;

            // As wg-quick does it.
            for family in ["-4", "-6"] {
                ip(&format!("{family} route add default dev vpn0 table 51820"));
                ip(&format!("{family} rule add not fwmark 51820 table 51820"));
                ip(&format!("{family} rule add table main suppress_prefixlength 0"));
            }
            ears.until(|facts| facts.physical_v4.is_some() && facts.physical_v6.is_some()).await;
            lose_and_find(&mut ears).await;
        });
    });
}

#[test]
fn of_several_ways_beside_a_tunnel_the_best_one_that_works_is_taken() {
    inside(|| {
        let _router = Router::connect();
        cable("radio0", "air0");
        cable("cut0", "end0");
        for (interface, network) in [("radio0", 51), ("cut0", 52)] {
            ip(&format!("addr add 192.0.{network}.2/24 dev {interface}"));
        }
        ip("tuntap add dev vpn0 mode tun");
        ip("link set vpn0 up");
        ip("route add 128.0.0.0/1 dev vpn0");
        let way = || facts().physical_v4.map(|route| (route.interface, route.gateway));
        // The kernel says a little later that a cable is in, or is not any more.
        let becomes = |interface: &str, gateway: &str| {
            let expected = Some((interface.to_owned(), Some(address(gateway))));
            let start = Instant::now();
            while way() != expected {
                assert!(start.elapsed() < SOON, "{:?} instead of {expected:?}", way());
                std::thread::sleep(Duration::from_millis(5));
            }
        };
        ip("route del default");
        assert_eq!(way(), None);

        ip("route add default via 192.0.52.1 metric 10");
        ip("route add default via 192.0.51.1 metric 600");
        ip("route add default via 192.0.2.1 metric 100");
        becomes("cut0", "192.0.52.1");
        ip("link set end0 down");
        becomes("home0", "192.0.2.1");
        ip("route add unreachable default metric 20");
        ip("route add default via 192.0.51.1 table 77");
        becomes("home0", "192.0.2.1");
        ip("route replace default metric 100 nexthop via 192.0.51.1 nexthop via 192.0.2.1");
        // The first of several side by side.
        becomes("radio0", "192.0.51.1");
    });
}
