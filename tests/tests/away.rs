//! The real resident in the lab, away from home and beside a VPN: nothing is published from a café, and behind a VPN the
//! home's own address, where the user wants that.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::net::{IpAddr, Ipv6Addr};
use std::time::Duration;

use homeport_tests::lab::{CAFE_WAN, Cafe, EXIT, HOME_NETWORK, Home, LIMIT, Lab, Speaks, TUNNEL, Wishes, say};
use homeport_tests::namespace;

/// So long nothing is sent; it is longer than the first waits after a failure.
const QUIET: Duration = Duration::from_secs(10);

/// A home with these lines in its settings, whose record is right, with the counts at nothing.
fn at_rest(more: &str) -> Home {
    let wishes = Wishes { kinds: &["router", "stun"], more, ..Wishes::default() };
    let home = Home::in_lab(Lab::new(Speaks::All), &wishes);
    home.wait_for_record(home.lab.wan().unwrap(), LIMIT);
    home.lab.provider.forget_counts();

    home
}

fn only_at_home() -> String {
    format!("[network]\nhome = [\"{HOME_NETWORK}\"]\n")
}

fn sent(home: &Home) -> Vec<Vec<IpAddr>> {
    home.lab.provider.updates().into_iter().map(|update| update.addresses).collect()
}

fn is_away(home: &Home) -> bool {
    home.has_problem("NOT-HOME")
}

#[test]
fn from_a_cafe_nothing_is_published_and_at_home_only_what_changed() {
    namespace::inside(|| {
        let mut home = at_rest(&only_at_home());
        assert_eq!(home.status()["network"]["id"], HOME_NETWORK);
        home.lab.move_to_cafe(Cafe::Elsewhere);
        let took = home.wait("the word away", LIMIT, || is_away(&home));
        say(&format!("away after {took:?}: {}", home.status()["headline"]));
        let seen = || home.status()["addresses"]["ipv4"]["address"].clone();
        home.wait("the cafe's address to be seen", LIMIT, || seen() == CAFE_WAN.to_string());
        std::thread::sleep(QUIET);
        assert_eq!(sent(&home), Vec::<Vec<IpAddr>>::new());
        assert_eq!(home.status()["state"], "holding");
        let doctor = home.doctor();
        assert!(doctor.contains("Away:"), "{doctor}");

        let address = home.lab.change_wan();
        home.lab.move_home();
        let took = home.wait_for_record(address, LIMIT);
        say(&format!("the right record {took:?} after coming home"));
        assert_eq!(sent(&home), [[address]], "one request, and never with {CAFE_WAN}");
        home.wait("the end of the hold", LIMIT, || !is_away(&home));
    });
}

/// The addresses of a network say little: half of all homes have the same.
#[test]
fn a_cafe_with_the_very_addresses_of_home_is_told_by_its_router() {
    namespace::inside(|| {
        let mut home = at_rest(&only_at_home());
        home.lab.move_to_cafe(Cafe::LikeHome);
        let took = home.wait("the word away", LIMIT, || is_away(&home));
        say(&format!("away after {took:?}"));
        std::thread::sleep(QUIET);
        assert_eq!(sent(&home), Vec::<Vec<IpAddr>>::new());

        home.lab.move_home();
        home.wait("the end of the hold", LIMIT, || !is_away(&home));
        home.wait("rest", LIMIT, || home.status()["state"] == "ok");
        assert_eq!(sent(&home), Vec::<Vec<IpAddr>>::new(), "nothing changed at home");
    });
}

#[test]
fn beside_a_vpn_the_homes_own_address_is_kept_right() {
    namespace::inside(|| {
        let mut home = at_rest("[network]\nvpn = \"physical\"\n");
        home.lab.set_vpn(true);
        let beside = || home.status()["network"]["beside_tunnel"] == true;
        let took = home.wait("the way beside the tunnel", LIMIT, beside);
        say(&format!("beside {TUNNEL} after {took:?}"));
        assert_eq!(home.status()["network"]["tunnel"], TUNNEL);
        let doctor = home.doctor();
        assert!(doctor.contains("is looked for beside the VPN"), "{doctor}");

        let address = home.lab.change_wan();
        let took = home.wait_for_record(address, LIMIT);
        say(&format!("the right record after {took:?}"));
        assert_eq!(sent(&home), [[address]], "never {EXIT}");
        home.lab.set_vpn(false);
        home.wait("the end of the tunnel", LIMIT, || home.status()["network"]["tunnel"].is_null());
        std::thread::sleep(QUIET);
        assert_eq!(sent(&home), [[address]]);
    });
}

#[test]
fn through_a_vpn_its_address_is_published_where_the_user_wants_that() {
    namespace::inside(|| {
        let mut home = at_rest("[network]\nvpn = \"through\"\n");
        home.lab.set_vpn(true);
        let took = home.wait_for_record(EXIT.into(), LIMIT);
        say(&format!("the VPN's address after {took:?}"));
        home.lab.set_vpn(false);
        home.wait_for_record(home.lab.wan().unwrap(), LIMIT);
        assert_eq!(sent(&home), [[IpAddr::from(EXIT)], [home.lab.wan().unwrap()]]);
    });
}

/// The camera's record follows the home's prefix, with this machine's own.
#[test]
fn the_record_of_another_machine_follows_the_prefix() {
    namespace::inside(|| {
        let camera = "camera.example.org";
        let mut lab = Lab::new(Speaks::All);
        lab.provider.make(camera);
        let first = lab.change_prefix();
        let more = format!(
            "[[hostname]]\nname = \"{camera}\"\naccount = \"lab\"\nipv4 = false\ndevice = \"02:11:22:33:44:55\"\n"
        );
        let wishes = Wishes { kinds: &["router"], ipv6: true, more: &more, ..Wishes::default() };
        let mut home = Home::in_lab(lab, &wishes);
        let of = |prefix: Ipv6Addr| -> IpAddr {
            let [a, b, c, d, ..] = prefix.segments();
            Ipv6Addr::new(a, b, c, d, 0x0011, 0x22ff, 0xfe33, 0x4455).into()
        };
        let is_sent = |home: &Home, address: IpAddr| {
            home.lab.provider.updates().iter().any(|update| update.addresses == [address])
        };
        home.wait("the camera's record", LIMIT, || is_sent(&home, of(first)));

        let second = home.lab.change_prefix();
        let took = home.wait("the camera's new record", LIMIT, || is_sent(&home, of(second)));
        say(&format!("the camera's record after {took:?}"));
    });
}

#[test]
fn each_source_is_named_with_what_it_said_and_why_it_was_not_believed() {
    namespace::inside(|| {
        let home = at_rest("");
        let sources = || home.status()["sources"].as_array().cloned().unwrap_or_default();
        home.wait("the sources", LIMIT, || sources().iter().filter(|row| row["belief"] == "believed").count() >= 3);
        let mut home = home;
        let liar: IpAddr = [20, 66, 0, 6].into();
        home.lab.provider.tell_at(homeport_tests::lab::ECHO[1].into(), liar);
        home.lab.change_wan();
        let sources = || home.status()["sources"].as_array().cloned().unwrap_or_default();
        let outvoted = || sources().into_iter().find(|row| row["belief"] == "outvoted");
        home.wait("the liar to be outvoted", LIMIT, || outvoted().is_some());
        let row = outvoted().unwrap();
        assert_eq!(row["said"], liar.to_string());
        assert!(row["health"].as_u64() < Some(100), "{row}");
        let doctor = home.doctor();
        say(&doctor);
        assert!(doctor.contains("others agreed on another address"), "{doctor}");
    });
}
