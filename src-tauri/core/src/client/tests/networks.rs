//! Which network this is, and the way beside a tunnel: nothing is published away from home.

use std::net::IpAddr;

use super::home::{ELSEWHERE, HOME, Home, agreeing, options, settings};
use crate::address::Family;
use crate::client::Client;
use crate::event::{Command, Event, Hint};
use crate::fault::{Code, Remedy};
use crate::gateway::Power;
use crate::ledger::Ledger;
use crate::network::{DefaultRoute, InterfaceAddress, Mac, NetworkFacts};
use crate::settings::{Settings, VpnRule};
use crate::snapshot::State;
use crate::time::{DAY, HOUR, MINUTE, SECOND};

const AT_HOME: &str = "02:00:00:00:00:01/192.168.7.0/24";

/// A network with a router of this number.
fn network(router: Option<u8>) -> NetworkFacts {
    let address = |interface: &str, address: &str| InterfaceAddress {
        interface: interface.to_owned(),
        address: address.parse().unwrap(),
        prefix_length: 24,
        temporary: false,
        deprecated: false,
        tentative: false,
    };
    NetworkFacts {
        addresses: vec![address("eth0", "192.168.7.10"), address("wg0", "10.8.0.2")],
        route_v4: Some(DefaultRoute {
            interface: "eth0".to_owned(),
            gateway: Some([192, 168, 7, 1].into()),
            tunnel: false,
            gateway_mac: router.map(|number| Mac([2, 0, 0, 0, 0, number])),
        }),
        ..NetworkFacts::default()
    }
}

fn only_at_home() -> Settings {
    let mut settings = settings(1);
    settings.network.home = vec![AT_HOME.to_owned()];
    settings
}

/// A home whose machine is in this network.
fn inside(settings: Settings, facts: NetworkFacts) -> Home {
    let mut home = Home::new(Settings::default(), Ledger::default());
    home.facts = facts;
    home.tells(Event::Hint(Hint::Network));
    home.pass(5 * SECOND);
    home.tells(Event::Settings(settings));
    home.pass(MINUTE);

    home
}

fn moves(home: &mut Home, facts: NetworkFacts, address: &str) {
    home.facts = facts;
    home.echo = agreeing(address);
    home.tells(Event::Hint(Hint::Network));
    home.pass(10 * MINUTE);
}

#[test]
fn away_from_home_nothing_is_sent_and_back_home_only_what_changed() {
    let mut home = inside(only_at_home(), network(Some(1)));
    assert_eq!(home.sent.len(), 1);

    moves(&mut home, network(Some(9)), ELSEWHERE);
    let snapshot = home.snapshot();
    assert_eq!((home.sent.len(), snapshot.state), (1, State::Holding));
    assert_eq!(snapshot.network.home, Some(false));
    assert!(snapshot.headline.contains("02:00:00:00:00:09/192.168.7.0/24"), "{}", snapshot.headline);
    assert!(snapshot.problems[0].buttons.iter().any(|button| button.remedy == Remedy::ThisIsHome));

    moves(&mut home, network(Some(1)), HOME);
    assert_eq!((home.sent.len(), home.snapshot().state), (1, State::Ok));
    moves(&mut home, network(Some(1)), ELSEWHERE);
    assert_eq!(home.sent.len(), 2, "a new address at home is sent");
}

/// The user may want the names to lead here for once; whoever leaves and comes back is asked again.
#[test]
fn away_from_home_it_updates_once_the_user_wants_that_until_the_machine_leaves() {
    let mut home = inside(only_at_home(), network(Some(1)));
    moves(&mut home, network(Some(9)), ELSEWHERE);
    assert!(home.snapshot().problems[0].buttons.iter().any(|button| button.remedy == Remedy::UpdateHere));

    home.tells(Event::Command(Command::UpdateHere));
    home.pass(MINUTE);
    assert_eq!((home.sent.len(), home.snapshot().state), (2, State::Ok));
    assert_eq!(home.snapshot().network.home, Some(false));

    moves(&mut home, network(Some(8)), HOME);
    assert_eq!((home.sent.len(), home.snapshot().state), (2, State::Holding), "another network is no part of it");
    moves(&mut home, network(Some(9)), HOME);
    assert_eq!((home.sent.len(), home.snapshot().state), (2, State::Holding), "it was left");
    moves(&mut home, network(Some(1)), HOME);
    assert_eq!((home.sent.len(), home.snapshot().state), (3, State::Ok));
}

/// Nothing is kept in mind where nothing is on hold.
#[test]
fn at_home_the_wish_to_update_once_means_nothing_for_later() {
    let mut home = inside(only_at_home(), network(Some(1)));
    home.tells(Event::Command(Command::UpdateHere));
    let mut settings = only_at_home();
    settings.network.home = vec!["02:00:00:00:00:07/192.168.7.0/24".to_owned()];
    home.tells(Event::Settings(settings));
    moves(&mut home, network(Some(1)), ELSEWHERE);

    assert_eq!((home.sent.len(), home.snapshot().state), (1, State::Holding));
}

#[test]
fn until_the_router_is_known_nothing_is_sent_and_it_is_looked_for_soon() {
    let mut home = inside(only_at_home(), network(None));
    assert_eq!(home.sent.len(), 0);

    home.facts = network(Some(1));
    home.pass(10 * MINUTE);
    assert_eq!((home.sent.len(), home.snapshot().state), (1, State::Ok));
}

#[test]
fn a_router_that_cannot_be_known_is_told_after_the_start() {
    let mut home = inside(only_at_home(), network(None));
    assert_eq!(home.snapshot().problems[0].code, Code::NotHome);
    home.pass(HOUR);

    assert_eq!((home.sent.len(), home.snapshot().network.home), (0, None));
}

/// Home, then a network with the same addresses whose router is not known yet, and then is another one.
#[test]
fn another_network_with_the_same_addresses_is_not_taken_for_home() {
    let mut home = inside(only_at_home(), network(Some(1)));
    home.echo = agreeing(ELSEWHERE);
    home.facts = network(None);
    home.tells(Event::Hint(Hint::Network));
    home.pass(MINUTE);
    home.facts = network(Some(9));
    home.pass(HOUR);

    assert_eq!((home.sent.len(), home.snapshot().network.home), (1, Some(false)));
}

#[test]
fn a_machine_with_a_battery_keeps_its_first_hostname_at_home_unless_told_otherwise() {
    let with_battery = |battery: bool, settings: Settings| {
        let mut home = inside(settings, network(Some(1)));
        home.tells(Event::Power(Power { has_battery: battery, on_battery: false, metered: None }));
        home
    };
    let shown = |home: &Home, wanted| home.client.home_for_new(wanted).map(|id| id.to_string());
    let home = with_battery(true, Settings::default());
    assert_eq!(shown(&home, None).as_deref(), Some(AT_HOME));
    assert_eq!(shown(&home, Some(false)), None);

    assert_eq!(shown(&with_battery(false, Settings::default()), None), None);
    assert_eq!(shown(&with_battery(false, Settings::default()), Some(true)).as_deref(), Some(AT_HOME));
    assert_eq!(shown(&with_battery(true, settings(1)), None), None, "the user's hostnames are updated everywhere");
    assert_eq!(shown(&with_battery(true, only_at_home()), Some(true)), None, "it is among them");
}

fn with_tunnel() -> NetworkFacts {
    let physical = network(Some(1));
    NetworkFacts {
        route_v4: Some(DefaultRoute { interface: "wg0".to_owned(), tunnel: true, ..DefaultRoute::default() }),
        physical_v4: physical.route_v4.clone(),
        ..physical
    }
}

fn beside() -> Settings {
    let mut settings = settings(1);
    settings.network.vpn = VpnRule::Physical;
    settings
}

#[test]
fn beside_a_tunnel_the_questions_leave_by_the_physical_interface() {
    let mut home = inside(beside(), with_tunnel());
    assert_eq!((home.sent.len(), home.snapshot().state), (1, State::Ok));
    assert!(home.snapshot().network.beside_tunnel);
    assert_eq!(home.through.ipv4.as_deref(), Some("eth0"));
    assert_eq!(home.through.ipv6, None, "there is no IPv6 tunnel to go beside");

    moves(&mut home, network(Some(1)), HOME);
    assert_eq!((home.sent.len(), home.through.ipv4.as_deref()), (1, None));
}

#[test]
fn without_a_way_beside_the_tunnel_nothing_is_sent_and_the_reason_is_told() {
    let facts = NetworkFacts { physical_v4: None, ..with_tunnel() };
    let home = inside(beside(), facts);
    let snapshot = home.snapshot();

    assert_eq!((home.sent.len(), snapshot.state), (0, State::Holding));
    assert!(snapshot.problems[0].cure.contains("no way out beside"), "{}", snapshot.problems[0].cure);
}

#[test]
fn a_system_that_cannot_bind_says_so_and_sends_nothing() {
    let mut home = Home::new(Settings::default(), Ledger::default());
    home.client = Client::new(crate::client::ClientOptions { binds: false, ..options() }, home.now);
    home.facts = with_tunnel();
    home.tells(Event::Settings(beside()));
    home.tells(Event::Hint(Hint::Network));
    home.pass(10 * MINUTE);
    let snapshot = home.snapshot();

    assert_eq!((home.sent.len(), snapshot.state), (0, State::Holding));
    assert!(snapshot.problems[0].cure.contains("cannot look beside"), "{}", snapshot.problems[0].cure);
}

/// An address of Tailscale on an interface that is not the way out (RFC 6598).
#[test]
fn a_shared_address_on_another_interface_is_no_alarm() {
    let mut facts = network(Some(1));
    facts.addresses.push(InterfaceAddress {
        interface: "tailscale0".to_owned(),
        address: [100, 101, 102, 103].into(),
        prefix_length: 32,
        temporary: false,
        deprecated: false,
        tentative: false,
    });
    let home = inside(only_at_home(), facts);

    assert_eq!((home.sent.len(), home.snapshot().state), (1, State::Ok));
    assert_eq!(home.snapshot().problems, []);
}

#[test]
fn what_belongs_to_a_network_is_told_there_once_even_after_a_restart() {
    let mut home = inside(only_at_home(), network(Some(9)));
    let first = home.snapshot().problems[0].told.unwrap();
    home.pass(2 * DAY);
    let ledger = home.ledger.clone();
    let mut again = Home::new(Settings::default(), ledger.clone());
    again.facts = network(Some(9));
    again.tells(Event::Settings(only_at_home()));
    again.tells(Event::Hint(Hint::Network));
    again.pass(10 * SECOND);
    assert_eq!(again.snapshot().problems[0].told, Some(first));

    let mut elsewhere = Home::new(Settings::default(), ledger);
    elsewhere.facts = network(Some(8));
    elsewhere.tells(Event::Settings(only_at_home()));
    elsewhere.tells(Event::Hint(Hint::Network));
    elsewhere.pass(10 * SECOND);
    assert_ne!(elsewhere.snapshot().problems[0].told, Some(first));
}

#[test]
fn no_more_networks_are_remembered_than_fit() {
    let mut home = inside(only_at_home(), network(Some(1)));
    for number in 2..=100 {
        home.facts = network(Some(number));
        home.tells(Event::Hint(Hint::Network));
        home.pass(30 * SECOND);
    }

    assert_eq!(home.ledger.told.len(), crate::ledger::TOLD_NETWORKS);
}

/// The record of another machine follows the network's half of the address, in the same moment as this machine's own.
#[test]
fn the_record_of_another_machine_follows_the_prefix() {
    let mut wanted = settings(3);
    for hostname in &mut wanted.hostnames {
        hostname.enabled.ipv6 = true;
        hostname.enabled.ipv4 = false;
    }
    wanted.hostnames[1].device = Some("::1234".to_owned());
    wanted.hostnames[2].device = Some("02:11:22:33:44:55".to_owned());
    let facts = |prefix: &str| NetworkFacts {
        addresses: vec![InterfaceAddress {
            interface: "eth0".to_owned(),
            address: format!("{prefix}::7").parse().unwrap(),
            prefix_length: 64,
            temporary: false,
            deprecated: false,
            tentative: false,
        }],
        route_v6: Some(DefaultRoute { interface: "eth0".to_owned(), ..DefaultRoute::default() }),
        ..NetworkFacts::default()
    };
    let mut home = Home::new(Settings::default(), Ledger::default());
    home.facts = facts("2a00:1:2:3");
    home.echo = agreeing("2a00:1:2:3::abcd");
    home.tells(Event::Settings(wanted));
    home.tells(Event::Hint(Hint::Network));
    home.pass(10 * MINUTE);
    let sent = |home: &Home| {
        let mut sent: Vec<String> = home
            .sent
            .iter()
            .filter_map(|plan| plan.addresses.get(Family::Ipv6).map(|address| address.to_string()))
            .collect();
        sent.sort_unstable();
        sent
    };
    assert_eq!(sent(&home), ["2a00:1:2:3:11:22ff:fe33:4455", "2a00:1:2:3::1234", "2a00:1:2:3::7"]);

    home.sent.clear();
    let before = home.now.mono;
    home.facts = facts("2a00:1:2:4");
    home.echo = agreeing("2a00:1:2:4::abcd");
    home.tells(Event::Hint(Hint::Network));
    assert_eq!(home.now.mono, before, "no time passed");
    assert_eq!(sent(&home), ["2a00:1:2:4:11:22ff:fe33:4455", "2a00:1:2:4::1234", "2a00:1:2:4::7"]);
}

#[test]
fn a_pinned_ending_is_published_and_no_other() {
    let mut wanted = settings(1);
    wanted.hostnames[0].enabled = crate::address::PerFamily { ipv4: false, ipv6: true };
    wanted.addresses.interface_id = Some("::9".parse().unwrap());
    let lasting = |endings: &[&str]| NetworkFacts {
        addresses: endings
            .iter()
            .map(|ending| InterfaceAddress {
                interface: "eth0".to_owned(),
                address: format!("2a00:1:2:3{ending}").parse().unwrap(),
                prefix_length: 64,
                temporary: false,
                deprecated: false,
                tentative: false,
            })
            .collect(),
        route_v6: Some(DefaultRoute { interface: "eth0".to_owned(), ..DefaultRoute::default() }),
        ..NetworkFacts::default()
    };
    let mut home = Home::new(Settings::default(), Ledger::default());
    home.facts = lasting(&["::7", "::8"]);
    home.echo = agreeing("2a00:1:2:3::abcd");
    home.tells(Event::Settings(wanted));
    home.tells(Event::Hint(Hint::Network));
    home.pass(10 * MINUTE);
    assert_eq!(home.sent.len(), 0);
    assert!(home.snapshot().addresses.ipv6.why.contains("ending"), "{}", home.snapshot().addresses.ipv6.why);

    home.facts = lasting(&["::7", "::8", "::9"]);
    home.tells(Event::Hint(Hint::Network));
    home.pass(MINUTE);
    let expected: IpAddr = "2a00:1:2:3::9".parse().unwrap();
    assert_eq!(home.sent[0].addresses.ipv6.map(crate::address::Publishable::get), Some(expected));
}
