//! Records that somebody else writes too: another client, another installation, a person.

use std::collections::BTreeMap;

use super::home::{ELSEWHERE, Home, name, options, settings};
use crate::event::{Answer, Command, Event, Trouble};
use crate::fault::Code;
use crate::ledger::Ledger;
use crate::plan::ProviderRules;
use crate::reply::{Means, Reply};
use crate::settings::{ProviderId, Settings};
use crate::time::{DAY, HOUR, MINUTE};

const HOST: &str = "h0000.example.org";

/// A provider whose records are kept one by one, as those are that show an owner and a TTL.
fn one_by_one(wanted: Settings) -> Home {
    let mut home = Home::new(Settings::default(), Ledger::default());
    let id = ProviderId("desec".to_owned());
    let rules = ProviderRules { batch: 1, minimum_ttl: Some(60), ..options().rules[&id].clone() };
    home.client.learn(id, rules);
    home.tells(Event::Settings(wanted));
    home.pass(2 * MINUTE);
    home
}

fn changed_by_someone_else() -> Home {
    let mut home = Home::one();
    home.pass(HOUR);
    home.dns = Some(BTreeMap::from([(name(HOST), "20.9.9.9".parse().unwrap())]));
    home.pass(2 * HOUR);
    home
}

#[test]
fn fault_32_a_record_that_someone_else_changed_is_asked_about_and_not_fought_for() {
    let mut home = changed_by_someone_else();
    let problem = home.snapshot().problems[0].clone();
    assert_eq!(problem.code, Code::ForeignChange);
    assert!(problem.happened.contains("20.9.9.9") || problem.means.contains("20.9.9.9"), "{problem:?}");

    home.pass(2 * DAY);

    assert_eq!(home.sent.len(), 1, "keep or take is for the user to say");
}

#[test]
fn fault_32_who_takes_the_record_back_sends_it_once() {
    let mut home = changed_by_someone_else();
    home.dns = Some(BTreeMap::new());
    home.tells(Event::Command(Command::TryAgain(name(HOST))));
    home.pass(DAY);

    assert_eq!(home.sent.len(), 2);
    assert!(home.snapshot().problems.is_empty());
}

#[test]
fn fault_33_two_clients_that_fight_cost_one_request_for_each_of_the_users_acts() {
    let mut home = changed_by_someone_else();
    for act in 1..=3 {
        // It is taken back, and the other one writes its own address again.
        home.tells(Event::Command(Command::TryAgain(name(HOST))));
        home.pass(DAY);
        assert_eq!(home.sent.len(), 1 + act);
    }

    let problem = home.snapshot().problems[0].clone();
    assert!(matches!(problem.code, Code::ForeignChange | Code::NotInDns), "{problem:?}");
    assert!(problem.happened.contains("20.9.9.9") || problem.means.contains("20.9.9.9"), "the other one's address");
}

#[test]
fn a_record_of_another_installation_is_taken_over_when_the_user_says_so() {
    let mut home = one_by_one(settings(1));
    home.reply = Answer::Replied(Reply::with_message(Means::NotYours, "another Homeport keeps it"));
    home.moves_to(ELSEWHERE);
    home.pass(DAY);
    assert_eq!(home.sent.len(), 2);
    assert!(!home.sent[1].take_over);

    home.reply = Answer::Replied(Reply::plain(Means::Good));
    home.tells(Event::Command(Command::TryAgain(name(HOST))));
    assert!(home.sent[2].take_over);

    home.pass(HOUR);
    home.moves_to("20.1.0.12");
    assert!(!home.sent[3].take_over, "once is enough: its comment names this one now");
}

#[test]
fn an_installation_names_itself_once() {
    let home = Home::new(settings(1), Ledger::default());
    let own = home.client.installation().cloned().unwrap();
    assert_eq!(home.ledger.installation, Some(own.clone()));

    let home = home.restarted("1.0.1");
    assert_eq!(home.client.installation(), Some(&own));
}

#[test]
fn a_ttl_is_lowered_only_where_the_user_wants_it() {
    let mut wanted = settings(2);
    wanted.hostnames[1].lower_ttl = true;
    let home = one_by_one(wanted);

    let lowered: Vec<bool> = home.sent.iter().map(|plan| plan.lower_ttl).collect();
    assert!(lowered.contains(&true) && lowered.contains(&false), "{lowered:?}");
    assert!(home.sent.iter().all(|plan| plan.lower_ttl == (plan.hostnames == [name("h0001.example.org")])));
}

#[test]
fn other_addresses_of_a_name_are_proved_with_it_and_one_more_is_a_foreign_change() {
    let other: std::net::IpAddr = "20.9.9.8".parse().unwrap();
    let mut home = Home::new(Settings::default(), Ledger::default());
    home.reply = Answer::Replied(Reply { beside: vec![other], ..Reply::plain(Means::Good) });
    home.beside = vec![other];
    home.tells(Event::Settings(settings(1)));
    home.pass(HOUR);
    assert_eq!((home.sent.len(), home.snapshot().problems), (1, Vec::new()));
    assert_eq!(home.sent[0].published[&name(HOST)].ipv4, None, "nothing tells which one is the home's");

    let mut home = home.restarted("1.0.1");
    home.pass(HOUR);
    assert_eq!((home.sent.len(), home.snapshot().problems), (1, Vec::new()));

    let before = home.ledger.published[&name(HOST)].ipv4.clone().unwrap();
    home.moves_to(ELSEWHERE);
    assert_eq!(home.sent[1].published[&name(HOST)].ipv4, Some(before.address));

    home.pass(HOUR);
    home.beside.push("20.9.9.7".parse().unwrap());
    home.pass(HOUR);
    assert_eq!(home.snapshot().problems[0].code, Code::ForeignChange);
    assert_eq!(home.sent.len(), 2);
}

#[test]
fn other_addresses_are_remembered_when_only_dns_tells_that_a_write_arrived() {
    let other: std::net::IpAddr = "20.9.9.8".parse().unwrap();
    let mut home = Home::new(Settings::default(), Ledger::default());
    home.reply = Answer::Replied(Reply { beside: vec![other], ..Reply::plain(Means::Good) });
    home.beside = vec![other];
    home.tells(Event::Settings(settings(1)));
    home.pass(HOUR);

    home.reply = Answer::Uncertain(Trouble::Timeout("the provider".to_owned()));
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    assert_eq!((home.sent.len(), home.snapshot().problems.clone()), (2, Vec::new()), "DNS has decided");

    let mut home = home.restarted("1.0.1");
    home.pass(HOUR);
    assert_eq!((home.sent.len(), home.snapshot().problems), (2, Vec::new()));
}
