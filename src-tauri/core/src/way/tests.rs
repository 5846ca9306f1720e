use std::net::IpAddr;

use super::*;
use crate::snapshot::{NameServer, WayOut};
use crate::time::Wall;
use crate::tray::example;

const NOW: Wall = Wall(1_790_000_000_000);

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn here() -> IpAddr {
    address("203.0.113.7")
}

fn before() -> IpAddr {
    address("198.51.100.23")
}

fn chip(state: ChipState) -> Chip {
    Chip {
        address: Some(if state == ChipState::Wrong { before() } else { here() }),
        accepted: Some(NOW),
        proved: Some(NOW),
        asked: Some(NOW),
        ttl: Some(60),
        ..example::chip(Family::Ipv4, state)
    }
}

fn card() -> AddressCard {
    AddressCard {
        family: Family::Ipv4,
        address: Some(here()),
        verdict: Verdict::Direct,
        verdict_word: String::new(),
        why: String::new(),
        seen: Some(NOW),
        own_only: false,
        way: Some(WayOut {
            own: Some(address("192.168.1.23")),
            interface: "wlan0".to_owned(),
            gateway: Some(address("192.168.1.1")),
            tunnel: false,
        }),
        stops: Vec::new(),
    }
}

fn row(state: ChipState) -> HostnameRow {
    example::row("home.example.org", PerFamily { ipv4: chip(state), ipv6: chip(ChipState::Off) })
}

/// The six stations of the one hostname's A record.
fn along(card: AddressCard, row: HostnameRow) -> Vec<Stop> {
    let mut snapshot = example::home(State::Ok, "", &[]);
    snapshot.addresses.ipv4 = card;
    snapshot.hostnames = vec![row];
    draw(&mut snapshot);
    let near = snapshot.addresses.ipv4.stops.into_iter();

    near.chain(snapshot.hostnames.remove(0).stops.ipv4).collect()
}

fn states(stops: &[Stop]) -> Vec<StopState> {
    stops.iter().map(|stop| stop.state).collect()
}

/// Where the way ends, and why.
fn ends(stops: &[Stop]) -> Vec<(Station, Cut)> {
    stops.iter().filter_map(|stop| Some((stop.station, stop.cut?))).collect()
}

#[test]
fn the_way_is_in_order_from_end_to_end_when_the_record_is_proved() {
    let stops = along(card(), row(ChipState::Verified));

    assert_eq!(states(&stops), [StopState::Ok; 6]);
    assert_eq!(ends(&stops), []);
    assert_eq!(stops[5].said, Said::Seen);
}

#[test]
fn it_ends_at_the_provider_that_refuses_and_shows_the_old_value_beyond() {
    let stops = along(card(), row(ChipState::Wrong));

    assert_eq!(ends(&stops), [(Station::Provider, Cut::Broken)]);
    let beyond: Vec<(StopState, &str)> = stops[3..].iter().map(|stop| (stop.state, stop.value.as_str())).collect();
    assert_eq!(beyond, [(StopState::Old, "198.51.100.23"); 3]);
    assert_eq!(stops[3].said, Said::Row);
}

#[test]
fn it_ends_at_dns_when_the_provider_accepted_what_its_servers_do_not_show() {
    let lacking = HostnameRow { fault: Some(Code::NotInDns), ..row(ChipState::Wrong) };

    assert_eq!(ends(&along(card(), lacking)), [(Station::Dns, Cut::Broken)]);
}

#[test]
fn it_is_broken_once_at_the_router_without_a_way_out() {
    let lost = AddressCard { way: None, address: None, seen: None, verdict: Verdict::Unknown, ..card() };
    let stops = along(lost, row(ChipState::Offline));

    assert_eq!(ends(&stops), [(Station::Router, Cut::Broken)]);
    assert_eq!(states(&stops)[1..], [StopState::Old; 5]);
}

#[test]
fn it_rests_before_the_provider_while_updates_are_on_hold() {
    let stops = along(card(), row(ChipState::Holding));

    assert_eq!(ends(&stops), [(Station::Provider, Cut::Held)]);
    assert_eq!(stops[5].state, StopState::Old);
}

#[test]
fn what_is_published_stays_right_while_updates_only_wait() {
    let stops = along(card(), HostnameRow { state: State::Holding, ..row(ChipState::Verified) });

    assert_eq!(ends(&stops), [(Station::Provider, Cut::Held)]);
    assert_eq!(stops[5].state, StopState::Ok);
}

#[test]
fn a_shared_address_is_marked_without_breaking_the_way() {
    let stops = along(AddressCard { verdict: Verdict::Cgnat, ..card() }, row(ChipState::Verified));

    assert_eq!(ends(&stops), []);
    assert_eq!(stops[2].state, StopState::Unsure);
}

#[test]
fn what_was_accepted_is_under_way_to_dns_and_the_world() {
    let stops = along(card(), row(ChipState::Accepted));

    assert_eq!(states(&stops)[3..], [StopState::Ok, StopState::Waiting, StopState::Waiting]);
    assert_eq!((stops[3].said, stops[4].said), (Said::Accepted, Said::Soon));
}

#[test]
fn the_worst_hostname_is_shown_and_the_family_that_tells_more_of_it() {
    let mut snapshot =
        example::home(State::Error, "", &[("a.example.org", State::Ok, ""), ("b.example.org", State::Error, "")]);
    snapshot.hostnames[0].records.ipv4.state = ChipState::Off;
    snapshot.hostnames[1].records.ipv6.state = ChipState::Wrong;
    draw(&mut snapshot);

    assert_eq!(snapshot.telling.unwrap().as_str(), "b.example.org");
    assert!(snapshot.hostnames.iter().all(|row| row.telling == Family::Ipv6));
}

#[test]
fn dns_says_what_most_name_servers_say() {
    let server = |name: &str, said: IpAddr| NameServer {
        name: name.to_owned(),
        addresses: vec![said],
        trouble: String::new(),
        right: said == here(),
    };
    let mut hostname = row(ChipState::Accepted);
    hostname.records.ipv4.servers = vec![server("a", here()), server("b", before()), server("c", before())];
    assert_eq!(along(card(), hostname.clone())[4].value, before().to_string());

    hostname.records.ipv4.servers.pop();
    assert_eq!(along(card(), hostname)[4].value, here().to_string());
}
