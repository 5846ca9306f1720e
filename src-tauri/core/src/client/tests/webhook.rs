//! The user's own server is told of each proved change, once.

use super::*;
use crate::address::Family;
use crate::settings::{Settings, Webhook, WebhookMethod};
use crate::webhook::Change;

fn told(hostnames: usize) -> Settings {
    let url = "https://hooks.example.org/SECRET".parse().unwrap();
    let webhook = Webhook { url, method: WebhookMethod::Post, body: String::new() };

    Settings { webhook: Some(webhook), ..settings(hostnames) }
}

fn change(address: &str, old: Option<&str>) -> Change {
    let old = old.map(|old| old.parse().unwrap());

    Change { hostname: name("h0000.example.org"), family: Family::Ipv4, address: address.parse().unwrap(), old }
}

#[test]
fn a_proved_change_is_told_once_with_the_address_before() {
    let mut home = Home::new(told(1), Ledger::default());
    home.pass(HOUR);
    assert_eq!(home.told, [change(HOME, None)]);

    home.moves_to(ELSEWHERE);
    home.pass(2 * DAY);
    home.tells(Event::Command(Command::CheckNow));
    home.tells(Event::Hint(Hint::Woke));
    home.pass(DAY);

    assert_eq!(home.told, [change(HOME, None), change(ELSEWHERE, Some(HOME))]);
}

#[test]
fn what_is_not_proved_is_not_told() {
    let mut home = Home::new(told(1), Ledger::default());
    home.told.clear();
    home.dns = Some(BTreeMap::from([(name("h0000.example.org"), HOME.parse().unwrap())]));
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    assert_eq!(home.told, []);

    home.dns = Some(BTreeMap::new());
    home.pass(HOUR);
    assert_eq!(home.told, [change(ELSEWHERE, Some(HOME))]);
}

#[test]
fn a_change_whose_answer_was_lost_is_told_when_dns_has_it() {
    let mut home = Home::new(told(1), Ledger::default());
    home.told.clear();
    home.reply = Answer::Uncertain(Trouble::Timeout("desec.example".to_owned()));
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);

    assert_eq!(home.told, [change(ELSEWHERE, Some(HOME))]);
}

#[test]
fn without_a_webhook_nobody_is_told_and_a_message_that_is_lost_is_no_problem() {
    let mut home = Home::one();
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    assert_eq!(home.told, []);

    let trouble = Some("HTTP 500".to_owned());
    home.tells(Event::Notified { hostname: None, server: "https://hooks.example.org/…".to_owned(), trouble });
    assert_eq!(home.snapshot().state, State::Ok);
}

#[test]
fn the_snapshot_never_has_the_whole_address() {
    let home = Home::new(told(1), Ledger::default());
    let shown = serde_json::to_string(&home.snapshot()).unwrap();

    assert!(shown.contains("https://hooks.example.org/…") && !shown.contains("SECRET"));
}
