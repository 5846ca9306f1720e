//! A change of the address at the router, which no event of this machine tells: noticed by what the router announces or
//! answers, or by a STUN server. On the real miniupnpd and coturn, in namespaces of the tests' own.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddrV6, UdpSocket};
use std::time::{Duration, Instant};

use homeport_tests::lab::{Home, LIMIT, Lab, Speaks, Wishes, say};
use homeport_tests::namespace;
use serde_json::Value;

/// A change that is told has to be followed within this time, which is far less than any poll.
const TOLD: Duration = Duration::from_secs(5);
/// By then the network of a machine that was just plugged in has come to rest, and tells of nothing by itself.
const REST: Duration = Duration::from_secs(5);

/// Changes the address at the router, and returns how long it took until the right update came.
fn changes(home: &mut Home, limit: Duration) -> Duration {
    let before = home.updates();
    let started = Instant::now();
    let address = home.lab.change_wan();
    home.wait("the update after a change", limit, || home.updates() > before);
    let update = home.lab.provider.updates()[before].clone();
    assert_eq!(update.addresses, [address]);
    home.settle();

    update.at.saturating_duration_since(started)
}

fn way(home: &Home, protocol: &str) -> Value {
    let status = home.status();
    let ways = status["lookout"]["ways"].as_array().cloned().unwrap_or_default();

    ways.into_iter().find(|way| way["protocol"] == protocol).unwrap_or(Value::Null)
}

#[test]
fn a_change_that_the_router_announces_by_nat_pmp_is_followed_at_once() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::All, &["router"]);
        home.wait("the router to tell", LIMIT, || way(&home, "nat-pmp")["tells"] == true);

        for _ in 0..3 {
            let took = changes(&mut home, TOLD);
            say(&format!("followed after {took:?}"));
        }
        home.wait("the announcement to be shown", TOLD, || way(&home, "nat-pmp")["announces"] == true);
        assert_eq!(home.updates(), 4, "one request for each change");
    });
}

/// With `UPnP` switched off, miniupnpd announces nothing: it has to be asked.
#[test]
fn a_change_that_the_router_only_tells_when_asked_is_followed_within_15_seconds() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::NatPmp, &["router", "stun"]);
        home.wait("the router to tell", LIMIT, || way(&home, "nat-pmp")["tells"] == true);
        assert_eq!(home.status()["lookout"]["pulses"], false, "no STUN server is asked where the router tells");

        std::thread::sleep(REST);
        let took = changes(&mut home, Duration::from_secs(18));
        say(&format!("followed after {took:?}"));
        assert_eq!(home.updates(), 2);
    });
}

#[test]
fn a_change_that_the_router_tells_by_upnp_events_is_followed_at_once() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::Upnp, &["router"]);
        home.wait("the router to promise", LIMIT, || way(&home, "upnp")["announces"] == true);

        for _ in 0..3 {
            let took = changes(&mut home, TOLD);
            say(&format!("followed after {took:?}"));
        }
        assert_eq!(home.updates(), 4, "one request for each change");
    });
}

#[test]
fn a_router_that_restarts_is_subscribed_to_again() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::All, &["router"]);
        home.wait("the router to promise", LIMIT, || way(&home, "upnp")["announces"] == true);
        home.lab.reboot_router();
        home.wait("the router to tell again", LIMIT, || way(&home, "nat-pmp")["tells"] == true);

        changes(&mut home, TOLD);
        assert_eq!(home.updates(), 2);
    });
}

#[test]
fn a_change_behind_a_silent_router_is_followed_within_35_seconds() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::Nothing, &["router", "stun"]);
        std::thread::sleep(REST);
        let took = changes(&mut home, Duration::from_secs(35));
        say(&format!("followed after {took:?}"));

        assert_eq!(home.status()["lookout"]["pulses"], true);
        assert_eq!(home.updates(), 2);
    });
}

#[test]
fn a_router_that_is_behind_another_one_is_told() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::NatPmp, &["router"]);
        let elsewhere: IpAddr = [20, 250, 0, 9].into();
        home.lab.provider.tell(elsewhere);
        home.lab.set_wan(Ipv4Addr::new(20, 77, 0, 7));
        home.wait("the update", LIMIT, || home.updates() == 2);
        assert_eq!(home.lab.provider.updates()[1].addresses, [elsewhere], "the world's word counts");

        home.wait("the difference to be told", LIMIT, || home.status()["lookout"]["behind_another"] == true);
        assert_eq!(home.status()["addresses"]["ipv4"]["verdict"], "cgnat");
    });
}

/// RFC 6887, 14.1.3: a router that has lost its state says so to all nodes of the link.
#[test]
fn a_restart_that_the_router_announces_over_ipv6_is_a_sign_to_look() {
    namespace::inside(|| {
        let mut lab = Lab::new(Speaks::All);
        lab.change_prefix();
        let home = Home::in_lab(lab, &Wishes { kinds: &["router"], ..Wishes::default() });
        home.wait("the router to tell", LIMIT, || way(&home, "pcp")["tells"] == true);
        let gateway = || home.status()["addresses"]["ipv6"]["way"]["gateway"].as_str().map(str::to_owned);
        home.wait("the router's IPv6 address", LIMIT, || gateway().is_some());
        let from: Ipv6Addr = gateway().unwrap().parse().unwrap();
        home.settle();
        std::thread::sleep(2 * REST);
        home.lab.provider.forget_counts();
        std::thread::sleep(REST);
        assert_eq!(home.lab.provider.echoes(), 0, "nothing else makes it look");

        home.lab.router().machine().within(|| {
            let index: u32 = std::fs::read_to_string("/proc/thread-self/net/if_inet6")
                .unwrap()
                .lines()
                .find_map(|line| {
                    line.ends_with("lan0").then(|| u32::from_str_radix(line.split(' ').nth(1)?, 16).ok())?
                })
                .unwrap();
            let socket = UdpSocket::bind(SocketAddrV6::new(from, 5351, 0, index)).unwrap();
            let mut announcement = [0; 24];
            // Version 2, the answer to ANNOUNCE, and the first second of a new life.
            announcement[..2].copy_from_slice(&[2, 0x80]);
            announcement[11] = 1;
            let all_nodes = SocketAddrV6::new("ff02::1".parse().unwrap(), 5350, 0, index);
            socket.send_to(&announcement, all_nodes).unwrap();
        });
        let took = home.wait("a look", TOLD, || home.lab.provider.echoes() > 0);
        say(&format!("looked after {took:?}"));
        assert_eq!(home.updates(), 0);
    });
}
