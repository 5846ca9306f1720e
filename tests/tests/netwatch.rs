//! The watcher of the network against the kernel itself, in a namespace of its own.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use homeport_agent::netwatch::watch;
use homeport_core::event::{Event, Hint};
use homeport_core::network::{DefaultRoute, InterfaceAddress, NetworkFacts};
use homeport_tests::ears::{Ears, address, batch, facts, find, on_tokio};
use homeport_tests::namespace::{cable, inside, ip};
use tokio::sync::mpsc;
use tokio::time::timeout;

#[test]
fn an_empty_network_has_no_addresses_and_no_way_out() {
    inside(|| assert_eq!(facts(), NetworkFacts::default()));
}

#[test]
fn an_address_that_comes_and_goes_is_told_at_once() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            let mut ears = Ears::open().await;
            let start = Instant::now();
            ip("addr add 20.1.0.7/24 dev home0");
            ears.hint().await;
            let found = find(&facts(), "20.1.0.7").expect("the hint comes with the address");
            assert!(start.elapsed() < Duration::from_secs(1), "{:?}", start.elapsed());
            assert_eq!((found.interface.as_str(), found.prefix_length), ("home0", 24));
            assert!(!found.temporary && !found.deprecated && !found.tentative);
            assert!(ears.hints().await <= 2);

            ip("addr del 20.1.0.7/24 dev home0");
            ears.until(|facts| find(facts, "20.1.0.7").is_none()).await;
        });
    });
}

#[test]
fn a_second_ipv4_address_is_not_taken_for_a_temporary_one() {
    inside(|| {
        cable("home0", "street0");
        ip("addr add 20.1.0.7/24 dev home0");
        ip("addr add 20.1.0.8/24 dev home0");
        let facts = facts();
        assert!(!find(&facts, "20.1.0.8").unwrap().temporary);
        assert!(facts.addresses.is_sorted());
    });
}

#[test]
fn a_new_default_route_is_told_and_read() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            cable("home1", "street1");
            ip("addr add 192.0.2.2/24 dev home0");
            ip("addr add 198.51.100.2/24 dev home1");
            ip("-6 addr add 2a0e:1::2/64 dev home0 nodad");
            ip("route add default via 192.0.2.1");
            let mut ears = Ears::open().await;
            let before = facts();
            let route = |interface: &str, gateway: &str| {
                Some(DefaultRoute {
                    interface: interface.into(),
                    gateway: Some(address(gateway)),
                    tunnel: false,
                    ..DefaultRoute::default()
                })
            };
            assert_eq!(before.route_v4, route("home0", "192.0.2.1"));
            assert_eq!(before.route_v6, None);

            ip("route replace default via 198.51.100.1");
            ears.until(|facts| facts.route_v4 == route("home1", "198.51.100.1")).await;
            ip("-6 route add default via 2a0e:1::1");
            ears.until(|facts| facts.route_v6 == route("home0", "2a0e:1::1")).await;
            ip("route del default");
            ears.until(|facts| facts.route_v4.is_none()).await;
        });
    });
}

/// The kernel takes the routes of an address along without a word (`fib_disable_ip`).
#[test]
fn the_way_out_that_went_silently_with_its_address_is_told_when_it_is_back() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            // Addresses that are still being checked for duplicates would give hints of their own later.
            ip("-6 addr flush dev home0");
            ip("-6 addr flush dev street0");
            ip("addr add 192.0.2.2/24 dev home0");
            ip("route add default via 192.0.2.1");
            let mut ears = Ears::open().await;
            ip("addr del 192.0.2.2/24 dev home0");
            ears.until(|facts| facts.route_v4.is_none()).await;
            ip("addr add 192.0.2.3/24 dev home0");
            ears.until(|facts| find(facts, "192.0.2.3").is_some()).await;
            ears.hints().await;

            ip("route add default via 192.0.2.1");
            ears.until(|facts| facts.route_v4.is_some()).await;
        });
    });
}

#[test]
fn a_cable_that_is_pulled_takes_its_addresses_along() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            ip("addr add 20.1.0.7/24 dev home0");
            let mut ears = Ears::open().await;
            for _ in 0..5 {
                ip("link set street0 down");
                ears.until(|facts| find(facts, "20.1.0.7").is_none()).await;
                ip("link set street0 up");
                ears.until(|facts| find(facts, "20.1.0.7").is_some()).await;
            }
        });
    });
}

#[test]
fn a_storm_of_messages_gives_few_hints_and_one_after_its_end() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            let mut ears = Ears::open().await;
            let start = Instant::now();
            let storm = std::thread::spawn(|| {
                let mut lines = String::new();
                for number in 0..2_000 {
                    let host = format!("20.1.{}.{}/32", number / 250, number % 250 + 1);
                    writeln!(lines, "addr add {host} dev home0\naddr del {host} dev home0").unwrap();
                }
                lines.push_str("addr add 20.2.0.9/32 dev home0\n");
                batch(&lines);
            });
            let mut hints = 0;
            let mut last = NetworkFacts::default();
            while let Ok(event) = timeout(Duration::from_secs(1), ears.recv()).await {
                assert_eq!(event, Some(Event::Hint(Hint::Network)));
                hints += 1;
                last = facts();
            }
            storm.join().unwrap();
            let bound = start.elapsed().as_millis() / 50 + 2;
            assert!(hints >= 1 && hints <= bound, "{hints} hints in {:?}", start.elapsed());
            assert!(find(&last, "20.2.0.9").is_some(), "the last hint came before the last change");
            assert_eq!(last, facts());
        });
    });
}

#[test]
fn messages_that_the_kernel_had_to_drop_give_few_hints_and_are_not_missed() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            let mut ears = Ears::open().await;
            let mut lines = String::new();
            for number in 0..8_000 {
                writeln!(lines, "addr add 20.1.{}.{}/32 dev home0", number / 250, number % 250 + 1).unwrap();
            }
            // The test blocks the only thread, so nobody reads what the kernel says.
            batch(&lines);
            let hints = ears.hints().await;
            // One for what was dropped; what was not dropped is still read, which takes a busy machine a few bursts.
            assert!((1..=4).contains(&hints), "{hints} hints");
            assert_eq!(facts().addresses.iter().filter(|found| found.address.is_ipv4()).count(), 8_000);

            // And it still listens.
            ip("addr add 20.2.0.9/32 dev home0");
            ears.until(|facts| find(facts, "20.2.0.9").is_some()).await;
        });
    });
}

#[test]
fn repetitions_of_what_is_known_wake_nobody() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            ip("addr add 192.0.2.2/24 dev home0");
            ip("-6 addr add 2a0e:1::2/64 dev home0 nodad valid_lft 1000 preferred_lft 500");
            ip("route add default via 192.0.2.1");
            let mut ears = Ears::open().await;
            // The link-local addresses are checked for duplicates for a second or two.
            while facts().addresses.iter().any(|found| found.tentative) {
                ears.hints().await;
            }
            ears.hints().await;
            // What a router advertisement and the daemons that read it do every few minutes, or seconds.
            ip("-6 addr change 2a0e:1::2/64 dev home0 nodad valid_lft 1200 preferred_lft 600");
            ip("route replace default via 192.0.2.1");
            ip("route add 203.0.113.0/24 via 192.0.2.9");
            ip("neigh add 192.0.2.1 lladdr 02:00:00:00:00:01 dev home0");
            ip("link set home0 mtu 1400");
            assert_eq!(ears.hints().await, 0);
        });
    });
}

#[test]
fn the_flags_of_ipv6_addresses_are_read_right() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            let mut ears = Ears::open().await;
            ip("-6 addr add 2a0e:1::1/64 dev home0 nodad");
            ip("-6 addr add 2a0e:1::2/64 dev home0 nodad preferred_lft 0 valid_lft 1000");
            ip("-6 addr add 2a0e:1::3/64 dev home0");
            let now = facts();
            let flags = |facts: &NetworkFacts, wanted: &str| {
                let found = find(facts, wanted).unwrap();
                (found.temporary, found.deprecated, found.tentative)
            };
            assert_eq!(flags(&now, "2a0e:1::1"), (false, false, false));
            assert_eq!(flags(&now, "2a0e:1::2"), (false, true, false));
            assert_eq!(flags(&now, "2a0e:1::3"), (false, false, true));

            // The end of duplicate address detection is a change of its own.
            ears.until(|facts| flags(facts, "2a0e:1::3") == (false, false, false)).await;
        });
    });
}

#[test]
fn a_privacy_address_is_told_from_the_stable_one() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            let mut ears = Ears::open().await;
            std::fs::write("/proc/sys/net/ipv6/conf/home0/use_tempaddr", "2").unwrap();
            ip("-6 addr add 2a0e:2::abcd/64 dev home0 mngtmpaddr nodad valid_lft 7200 preferred_lft 3600");
            let in_prefix = |facts: &NetworkFacts, temporary: bool| {
                let prefix = |found: &&InterfaceAddress| found.address.to_string().starts_with("2a0e:2:");
                let found = facts.addresses.iter().filter(prefix).filter(|found| found.temporary == temporary);
                found.map(|found| found.address).collect::<Vec<_>>()
            };
            let now = ears.until(|facts| !in_prefix(facts, true).is_empty()).await;
            assert_eq!(in_prefix(&now, false), [address("2a0e:2::abcd")]);
            assert_eq!(in_prefix(&now, true).len(), 1);
        });
    });
}

#[test]
fn a_tunnel_as_the_way_out_is_told_and_seen() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            ip("addr add 192.0.2.2/24 dev home0");
            ip("route add default via 192.0.2.1");
            ip("tuntap add dev vpn0 mode tun");
            ip("addr add 198.51.100.2/32 dev vpn0");
            ip("link set vpn0 up");
            let mut ears = Ears::open().await;
            assert!(!facts().route_v4.unwrap().tunnel, "a tunnel that is not the way out is none of our business");

            // As OpenVPN does it: the old default route stays, two halves hide it.
            batch("route add 0.0.0.0/1 dev vpn0\nroute add 128.0.0.0/1 dev vpn0\n");
            let through = ears.until(|facts| facts.route_v4.as_ref().is_some_and(|route| route.tunnel)).await;
            let expected =
                DefaultRoute { interface: "vpn0".into(), gateway: None, tunnel: true, ..DefaultRoute::default() };
            assert_eq!(through.route_v4, Some(expected));

            ip("link del vpn0");
            ears.until(|facts| facts.route_v4.as_ref().is_some_and(|route| route.interface == "home0")).await;
        });
    });
}

#[test]
fn a_tunnel_behind_rules_and_marks_is_told_and_seen() {
    inside(|| {
        on_tokio(async {
            cable("home0", "street0");
            ip("addr add 192.0.2.2/24 dev home0");
            ip("route add default via 192.0.2.1");
            ip("tuntap add dev vpn0 mode tun");
            ip("link set vpn0 up");
            let mut ears = Ears::open().await;

            // As wg-quick does it: another table for all that the tunnel did not mark itself.
            ip("route add default dev vpn0 table 51820");
            ip("rule add not fwmark 51820 table 51820");
            ip("rule add table main suppress_prefixlength 0");
            ears.until(|facts| facts.route_v4.as_ref().is_some_and(|route| route.tunnel)).await;

            ip("rule del not fwmark 51820 table 51820");
            ears.until(|facts| facts.route_v4.as_ref().is_some_and(|route| !route.tunnel)).await;
        });
    });
}

#[test]
fn a_route_that_refuses_is_no_way_out() {
    inside(|| {
        ip("route add unreachable default");
        ip("-6 route add blackhole default");
        assert_eq!((facts().route_v4, facts().route_v6), (None, None));
    });
}

#[test]
fn a_watcher_that_cannot_start_says_so_and_comes_back() {
    inside(|| {
        on_tokio(async {
            // Takes all file descriptors away, and gives them back when told.
            let take = "prlimit --pid $PPID --nofile=4: && echo taken && read go && prlimit --pid $PPID --nofile=1024:";
            let mut limiter =
                Command::new("sh").args(["-c", take]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
            let mut said = String::new();
            BufReader::new(limiter.stdout.take().unwrap()).read_line(&mut said).unwrap();
            assert_eq!(said, "taken\n");

            let (sender, receiver) = mpsc::channel(64);
            tokio::spawn(watch(sender));
            let mut ears = Ears::of(receiver);
            let Event::Watcher(Some(words)) = ears.next().await else { panic!("the watcher is silent") };
            assert!(words.contains("open files"), "{words}");

            limiter.stdin.take().unwrap().write_all(b"go\n").unwrap();
            assert!(limiter.wait().unwrap().success());
            assert_eq!(ears.next().await, Event::Watcher(None));
            // What changed meanwhile is found by looking.
            ears.hint().await;
        });
    });
}
