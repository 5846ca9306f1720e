//! Behind a router: what it says starts a check, and never publishes by itself.

use std::net::Ipv4Addr;

use super::home::{ELSEWHERE, HOME, Home, agreeing};
use crate::address::Family;
use crate::event::{Event, Hint};
use crate::gateway::{Protocol, Said};
use crate::network::{DefaultRoute, InterfaceAddress, NetworkFacts};
use crate::observation::{Report, SourceFault, SourceId};
use crate::settings::SourceKind;
use crate::snapshot::Verdict;
use crate::time::{HOUR, SECOND};

const ROUTER: Ipv4Addr = Ipv4Addr::new(192, 168, 7, 1);

fn behind() -> Home {
    let mut home = Home::one();
    home.facts = NetworkFacts {
        addresses: vec![InterfaceAddress {
            interface: "eth0".to_owned(),
            address: [192, 168, 7, 10].into(),
            prefix_length: 24,
            temporary: false,
            deprecated: false,
            tentative: false,
        }],
        route_v4: Some(DefaultRoute {
            interface: "eth0".to_owned(),
            gateway: Some(ROUTER.into()),
            tunnel: false,
            ..DefaultRoute::default()
        }),
        route_v6: None,
        ..NetworkFacts::default()
    };
    home.tells(Event::Hint(Hint::Network));
    // The network is read a moment later, as it was read a moment before.
    home.pass(5 * SECOND);
    says(&mut home, Said::Answered { address: HOME.parse().ok(), epoch: Some(7_000) });

    home
}

fn says(home: &mut Home, said: Said) {
    home.tells(Event::Router { from: ROUTER, protocol: Protocol::NatPmp, said });
}

#[test]
fn an_announced_change_is_checked_at_once_and_sent_once() {
    let mut home = behind();
    home.pass(60 * SECOND);
    home.echo = agreeing(ELSEWHERE);
    says(&mut home, Said::Announced { address: ELSEWHERE.parse().ok(), epoch: Some(7_065) });
    assert_eq!(home.sent.len(), 2, "no time passed");

    home.pass(HOUR);
    assert_eq!(home.sent.len(), 2);
}

#[test]
fn a_forged_announcement_changes_nothing() {
    let mut home = behind();
    for number in 0..200_u8 {
        home.pass(SECOND);
        says(&mut home, Said::Announced { address: Some([20, 7, 7, number].into()), epoch: Some(number.into()) });
    }

    assert_eq!(home.sent.len(), 1);
    assert_eq!(home.snapshot().addresses.ipv4.address, HOME.parse().ok());
}

#[test]
fn a_router_and_stun_servers_alone_publish_nothing() {
    let mut home = behind();
    home.echo = vec![Err(SourceFault::NoAnswer), Err(SourceFault::NoAnswer)];
    says(&mut home, Said::Answered { address: ELSEWHERE.parse().ok(), epoch: Some(7_005) });
    let source = SourceId { kind: SourceKind::Stun, operator: "made-up".to_owned() };
    let report = Report { source, family: Family::Ipv4, said: Ok(ELSEWHERE.parse().unwrap()) };
    home.tells(Event::Pulsed(report));
    home.pass(HOUR);

    assert_eq!(home.sent.len(), 1);
}

#[test]
fn a_pulse_that_names_another_address_is_checked_at_once() {
    let mut home = behind();
    home.pass(60 * SECOND);
    home.echo = agreeing(ELSEWHERE);
    let source = SourceId { kind: SourceKind::Stun, operator: "made-up".to_owned() };
    home.tells(Event::Pulsed(Report { source, family: Family::Ipv4, said: Ok(ELSEWHERE.parse().unwrap()) }));

    assert_eq!(home.sent.len(), 2);
}

#[test]
fn a_router_with_a_shared_address_is_shown_and_the_record_is_kept_up() {
    let mut home = behind();
    home.pass(60 * SECOND);
    home.echo = agreeing(ELSEWHERE);
    says(&mut home, Said::Answered { address: Some([100, 64, 7, 7].into()), epoch: Some(7_065) });
    assert_eq!((home.sent.len(), home.snapshot().addresses.ipv4.verdict), (2, Verdict::Cgnat));
    assert!(home.snapshot().lookout.behind_another);
}

/// miniupnpd behind a carrier names no address at all.
#[test]
fn a_router_that_names_nothing_is_behind_another_one_and_that_is_told_for_a_day() {
    let mut home = behind();
    for _ in 0..40 {
        says(&mut home, Said::Answered { address: None, epoch: None });
        home.pass(SECOND);
    }
    home.pass(10 * SECOND);
    let snapshot = home.snapshot();
    assert_eq!(snapshot.addresses.ipv4.verdict, Verdict::Cgnat);
    assert_eq!(snapshot.problems[0].code, crate::fault::Code::Cgnat);
    assert!(snapshot.problems[0].means.contains("names no public address"), "{}", snapshot.problems[0].means);
    assert!(snapshot.lookout.behind_another);
    assert!(snapshot.lookout.words.contains("names no public address"), "{}", snapshot.lookout.words);

    home.pass(25 * HOUR);
    let snapshot = home.snapshot();
    assert_eq!(snapshot.problems, [], "the address card has it");
    assert_eq!(snapshot.addresses.ipv4.verdict, Verdict::Cgnat);
}
