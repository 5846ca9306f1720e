//! The real resident in the lab: what a home's network does to it, and that a wrong address is never published meanwhile.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::{Duration, Instant};

use homeport_tests::lab::{ECHO, EXIT, Home, LIMIT, Lab, Resolver, SHARED, Speaks, Updates, Wishes, say};
use homeport_tests::namespace;
use homeport_tests::session_bus::SessionBus;

/// So long nothing is sent; it is longer than the first waits after a failure.
const QUIET: Duration = Duration::from_secs(10);
/// The longest wait between two tries is half a minute.
const RETRIED: Duration = Duration::from_secs(35);

/// A portal's end is looked for every four seconds; the rest is for a machine that is busy.
const PORTAL_OVER: Duration = Duration::from_secs(15);

/// A home whose record is right, with the counts at nothing.
fn at_rest(speaks: Speaks, kinds: &[&str]) -> Home {
    let home = Home::new(speaks, kinds);
    home.lab.provider.forget_counts();

    home
}

fn sent(home: &Home) -> Vec<Vec<IpAddr>> {
    home.lab.provider.updates().into_iter().map(|update| update.addresses).collect()
}

/// The host's cable is pulled out and plugged in: something has happened.
fn happen(home: &Home) {
    home.lab.flap(1, Duration::from_millis(300));
}

#[test]
fn while_a_vpn_is_on_nothing_is_sent_and_afterwards_the_record_is_right() {
    namespace::inside(|| {
        let mut home = at_rest(Speaks::All, &["router"]);
        home.lab.set_vpn(true);
        let took = home.wait("the hold", LIMIT, || home.has_problem("VPN-ACTIVE"));
        say(&format!("on hold after {took:?}"));
        let address = home.lab.change_wan();
        std::thread::sleep(QUIET);
        assert_eq!(sent(&home), Vec::<Vec<IpAddr>>::new());

        home.lab.set_vpn(false);
        let took = home.wait_for_record(address, LIMIT);
        say(&format!("the right record {took:?} after the VPN ended"));
        home.wait("the end of the hold", LIMIT, || !home.has_problem("VPN-ACTIVE"));
        assert_eq!(sent(&home), [[address]], "one request, and never with {EXIT}");
    });
}

#[test]
fn in_a_portal_nothing_is_sent_and_it_is_named_until_it_ends() {
    namespace::inside(|| {
        let mut home = at_rest(Speaks::Nothing, &["router", "stun"]);
        home.lab.set_portal(true);
        let address = home.lab.change_wan();
        happen(&home);
        let took = home.wait("the portal to be named", LIMIT, || home.has_problem("CAPTIVE"));
        say(&format!("named after {took:?}"));
        assert!(home.doctor().contains("The network answered with a web page."), "{}", home.doctor());
        std::thread::sleep(QUIET);
        assert!(home.lab.portal_connections() > 0);
        assert_eq!(sent(&home), Vec::<Vec<IpAddr>>::new());

        home.lab.set_portal(false);
        let took = home.wait_for_record(address, PORTAL_OVER);
        say(&format!("the right record {took:?} after the portal ended"));
        assert_eq!(sent(&home), [[address]]);
    });
}

#[test]
fn a_page_over_trusted_tls_is_a_portal_too() {
    namespace::inside(|| {
        let mut home = at_rest(Speaks::Nothing, &["router", "stun"]);
        home.lab.provider.tell_a_page();
        let address = home.lab.change_wan();
        happen(&home);
        home.wait("the portal to be named", LIMIT, || home.has_problem("CAPTIVE"));
        std::thread::sleep(QUIET);
        assert_eq!(sent(&home), Vec::<Vec<IpAddr>>::new());

        home.lab.provider.tell_the_truth();
        let took = home.wait_for_record(address, PORTAL_OVER);
        say(&format!("the right record {took:?} after the pages ended"));
        assert_eq!(sent(&home), [[address]]);
    });
}

#[test]
fn while_two_sources_disagree_nothing_is_sent() {
    namespace::inside(|| {
        let mut home = at_rest(Speaks::Nothing, &[]);
        let liar: IpAddr = [20, 66, 0, 6].into();
        home.lab.provider.tell_at(ECHO[1].into(), liar);
        let address = home.lab.change_wan();
        happen(&home);
        let why = |home: &Home| home.status()["addresses"]["ipv4"]["why"].as_str().unwrap_or_default().to_owned();
        let took = home.wait("the disagreement", LIMIT, || why(&home).contains(&liar.to_string()));
        say(&format!("told after {took:?}: {}", why(&home)));
        std::thread::sleep(QUIET);
        assert_eq!(sent(&home), Vec::<Vec<IpAddr>>::new());

        home.lab.provider.tell_the_truth();
        let took = home.wait_for_record(address, RETRIED);
        say(&format!("the right record {took:?} after they agreed"));
        assert_eq!(sent(&home), [[address]]);
    });
}

#[test]
fn a_router_that_tells_outvotes_one_source_that_lies() {
    namespace::inside(|| {
        let mut home = at_rest(Speaks::All, &["router"]);
        home.lab.provider.tell_at(ECHO[1].into(), [20, 66, 0, 6].into());
        let address = home.lab.change_wan();
        let took = home.wait_for_record(address, RETRIED);
        say(&format!("the right record after {took:?}"));
        assert_eq!(sent(&home), [[address]]);
    });
}

/// This router names no address that is not public, so only the world knows.
#[test]
fn the_address_that_a_carrier_shares_is_kept_right() {
    namespace::inside(|| {
        let mut home = at_rest(Speaks::All, &["router", "stun"]);
        home.lab.set_cgnat(true);
        happen(&home);
        let took = home.wait_for_record(SHARED.into(), RETRIED);
        say(&format!("the seen address after {took:?}"));
        assert_eq!(sent(&home), [[IpAddr::from(SHARED)]]);
        let took = home.wait("a STUN server to be asked", 2 * LIMIT, || home.status()["lookout"]["pulses"] == true);
        say(&format!("a STUN server is asked instead of the router after {took:?}"));
        home.wait("the carrier to be told", LIMIT, || home.has_problem("CGNAT"));
        assert_eq!(home.status()["addresses"]["ipv4"]["verdict"], "cgnat");

        home.lab.set_cgnat(false);
        happen(&home);
        let took = home.wait_for_record(home.lab.wan().unwrap(), RETRIED);
        say(&format!("the own address again after {took:?}"));
        home.wait("the router to tell", LIMIT, || home.status()["lookout"]["pulses"] == false);
    });
}

fn names_that_cannot_be_looked_up(broken: Resolver) {
    let mut home = at_rest(Speaks::Nothing, &["router", "stun"]);
    home.lab.set_resolver(broken);
    let address = home.lab.change_wan();
    happen(&home);
    let took = home.wait("the resolver to be named", LIMIT, || home.has_problem("NO-DNS"));
    say(&format!("{broken:?}: named after {took:?}"));
    std::thread::sleep(QUIET);
    assert_eq!(home.problems(), ["NO-DNS"]);
    assert_eq!(sent(&home), Vec::<Vec<IpAddr>>::new());

    home.lab.set_resolver(Resolver::Answers);
    let took = home.wait_for_record(address, RETRIED);
    say(&format!("{broken:?}: the right record {took:?} after it was mended"));
    assert_eq!(sent(&home), [[address]]);
}

#[test]
fn a_resolver_that_crashed_is_named_and_mended() {
    namespace::inside(|| names_that_cannot_be_looked_up(Resolver::Refuses));
}

#[test]
fn a_resolver_that_hangs_is_named_and_mended() {
    namespace::inside(|| names_that_cannot_be_looked_up(Resolver::Silent));
}

#[test]
fn a_name_in_the_own_zone_follows_by_signed_dns_updates() {
    namespace::inside(|| {
        let wishes = Wishes { kinds: &["router"], updates: Updates::Rfc2136, ..Wishes::default() };
        let mut home = Home::in_lab(Lab::new(Speaks::All), &wishes);
        home.wait_for_record(home.lab.wan().unwrap(), LIMIT);
        for _ in 0..3 {
            let address = home.lab.change_wan();
            let took = home.wait_for_record(address, LIMIT);
            say(&format!("in the zone after {took:?}"));
            home.settle();
        }
        assert_eq!(home.updates(), 0, "the provider is not asked");
    });
}

/// The change happened in the sleep, and nothing but the word of waking tells of it.
#[test]
fn a_machine_that_woke_up_looks_at_once() {
    namespace::inside(|| {
        let bus = SessionBus::start().unwrap();
        let wishes = Wishes {
            kinds: &["router", "stun"],
            variables: &[("DBUS_SYSTEM_BUS_ADDRESS", bus.address())],
            ..Wishes::default()
        };
        let mut home = Home::in_lab(Lab::new(Speaks::Nothing), &wishes);
        home.wait_for_record(home.lab.wan().unwrap(), LIMIT);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let logind = zbus::connection::Builder::address(bus.address()).unwrap().build().await.unwrap();
            logind.request_name("org.freedesktop.login1").await.unwrap();
            let (path, interface) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
            logind.emit_signal(None::<&str>, path, interface, "PrepareForSleep", &true).await.unwrap();
            let address = home.lab.change_wan();
            let started = Instant::now();
            logind.emit_signal(None::<&str>, path, interface, "PrepareForSleep", &false).await.unwrap();
            home.wait_for_record(address, Duration::from_secs(5));
            say(&format!("the right record {:?} after the wake", started.elapsed()));
        });
    });
}

/// The half of an address that the host itself chose.
fn own_half(address: IpAddr) -> Option<u64> {
    let IpAddr::V6(address) = address else { return None };
    let [.., a, b, c, d] = address.segments().map(u64::from);

    Some(a << 48 | b << 32 | c << 16 | d)
}

#[test]
fn a_new_ipv6_prefix_is_followed_and_no_temporary_address_is_published() {
    namespace::inside(|| {
        let mut lab = Lab::new(Speaks::All);
        let lasting = |lab: &Lab, prefix: Ipv6Addr| {
            let text = lab.host.output("ip", &["-6", "-oneline", "address", "show", "dev", "eth0", "scope", "global"]);
            let start = format!("{}:", prefix.to_string().trim_end_matches(':'));
            let mut lines = text.lines().filter(|line| line.contains(&start));
            let lasting = lines.find(|line| ["temporary", "tentative"].iter().all(|flag| !line.contains(flag)))?;

            lasting.split_whitespace().nth(3)?.split('/').next()?.parse::<IpAddr>().ok()
        };
        let first = lab.change_prefix();
        let started = Instant::now();
        while lasting(&lab, first).is_none() {
            assert!(started.elapsed() < LIMIT, "no address of the first prefix");
            std::thread::sleep(Duration::from_millis(20));
        }
        let expected = lasting(&lab, first).unwrap();
        let wishes = Wishes { kinds: &["router"], ipv6: true, ..Wishes::default() };
        let mut home = Home::in_lab(lab, &wishes);
        home.wait("both records", LIMIT, || home.lab.in_dns() == [home.lab.wan().unwrap(), expected]);

        let second = home.lab.change_prefix();
        let right = |home: &Home| {
            let expected = lasting(&home.lab, second);
            expected.is_some_and(|expected| home.lab.in_dns() == [home.lab.wan().unwrap(), expected])
        };
        let took = home.wait("the record of the second prefix", RETRIED, || right(&home));
        say(&format!("the second prefix is published after {took:?}"));
        let text = home.lab.host.output("ip", &["-6", "address", "show", "dev", "eth0", "deprecated"]);
        assert!(text.contains(&expected.to_string()), "the old prefix is alive: {text}");
        std::thread::sleep(QUIET);
        assert!(
            right(&home),
            "it stays: {:?} {:?}\n{}",
            home.lab.in_dns(),
            sent(&home),
            home.lab.host.output("ip", &["-6", "address"])
        );
        let published: Vec<u64> = sent(&home).concat().into_iter().filter_map(own_half).collect();
        assert!(published.len() >= 2);
        assert!(published.iter().all(|half| Some(*half) == own_half(expected)), "{published:x?}");
        assert!(home.updates() <= 3, "{:?}", sent(&home));
    });
}

#[test]
fn the_router_changes_its_address_and_restarts_at_once() {
    namespace::inside(|| {
        let mut home = at_rest(Speaks::All, &["router"]);
        home.lab.set_wan(Ipv4Addr::new(20, 88, 0, 7));
        home.lab.reboot_router();
        let took = home.wait_for_record(home.lab.wan().unwrap(), RETRIED);
        say(&format!("the right record after {took:?}"));
        assert_eq!(sent(&home).len(), 1);
    });
}
