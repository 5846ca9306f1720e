//! A second account for the time in which the first one cannot.

use std::collections::BTreeMap;
use std::time::Duration;

use super::home::{ELSEWHERE, HOME, Home, name, settings};
use crate::event::{Answer, Command, Event, Trouble};
use crate::hostname::Hostname;
use crate::journal::Happening;
use crate::ledger::{Ledger, Subject};
use crate::reply::{Means, Reply};
use crate::settings::{Account, AccountId, ProviderId, Settings, Standby};
use crate::snapshot::{ChipState, HostnameRow, StandbyRow, State};
use crate::time::{DAY, HOUR, MINUTE, SECOND};

const THIRD: &str = "20.1.0.9";
const AFTER: Duration = MINUTE.saturating_mul(30);

fn with_standby(own_name: &str) -> Settings {
    let mut settings = settings(1);
    settings.accounts.push(Account {
        id: AccountId("second".to_owned()),
        provider: ProviderId("cloudy".to_owned()),
        fields: BTreeMap::new(),
    });
    settings.hostnames[0].standby =
        Some(Standby { account: AccountId("second".to_owned()), name: name(own_name), after: AFTER });
    settings
}

/// A home whose first provider answers this from the next address on.
fn home_with(reply: Answer) -> Home {
    home_at("h0000.example.org", reply)
}

fn home_at(own_name: &str, reply: Answer) -> Home {
    let mut home = Home::new(with_standby(own_name), Ledger::default());
    home.pass(2 * MINUTE);
    home.replies.insert(ProviderId("desec".to_owned()), reply);
    home
}

fn refused() -> Answer {
    Answer::Replied(Reply::plain(Means::BadAuth))
}

fn silent() -> Answer {
    Answer::NotSent(Trouble::NoConnection("desec.example".to_owned()))
}

fn row(home: &Home) -> HostnameRow {
    home.snapshot().hostnames[0].clone()
}

fn standby(home: &Home) -> StandbyRow {
    row(home).standby.unwrap()
}

fn sent_to(home: &Home, provider: &str) -> Vec<(Hostname, String)> {
    let plans = home.sent.iter().filter(|plan| plan.provider.0 == provider);

    plans.map(|plan| (plan.hostnames[0].clone(), plan.addresses.ipv4.unwrap().to_string())).collect()
}

fn works_again(home: &mut Home) {
    home.replies.clear();
    home.tells(Event::Command(Command::TryAgain(name("h0000.example.org"))));
    home.pass(2 * MINUTE);
}

#[test]
fn a_standby_is_sent_nothing_while_the_first_account_works() {
    let mut home = Home::new(with_standby("h0000.example.org"), Ledger::default());
    home.pass(2 * MINUTE);
    for address in [ELSEWHERE, HOME, THIRD] {
        home.moves_to(address);
        home.pass(2 * HOUR);
    }

    assert_eq!(sent_to(&home, "desec").len(), 4);
    assert!(sent_to(&home, "cloudy").is_empty());
    assert_eq!(standby(&home).words, "Ready");
    assert_eq!(standby(&home).records.ipv4.state, ChipState::Holding);
}

#[test]
fn a_standby_serves_when_the_first_account_was_refused_for_long_enough() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(29 * MINUTE);
    assert!(sent_to(&home, "cloudy").is_empty());
    assert!(standby(&home).serves_at.is_some());

    home.pass(2 * MINUTE);

    assert_eq!(sent_to(&home, "cloudy"), [(name("h0000.example.org"), ELSEWHERE.to_owned())]);
    assert_eq!(standby(&home).records.ipv4.state, ChipState::Verified);
}

#[test]
fn a_standby_serves_when_the_first_provider_is_silent_for_long_enough() {
    let mut home = home_with(silent());
    home.moves_to(ELSEWHERE);
    home.pass(29 * MINUTE);
    assert!(sent_to(&home, "cloudy").is_empty());

    home.pass(2 * MINUTE);
    assert_eq!(sent_to(&home, "cloudy").len(), 1);
}

#[test]
fn a_standby_serves_when_the_first_provider_is_down_for_long_enough() {
    let mut home = home_with(Answer::Replied(Reply::plain(Means::ServerTrouble)));
    home.moves_to(ELSEWHERE);
    home.pass(AFTER + MINUTE);

    assert_eq!(sent_to(&home, "cloudy").len(), 1);
}

#[test]
fn a_first_account_that_is_out_while_nothing_waits_wakes_no_standby() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(MINUTE);
    home.moves_to(HOME); // What the first account has published is right again.
    home.pass(2 * DAY);

    assert!(sent_to(&home, "cloudy").is_empty());
    assert!(home.ledger.out.is_empty());
}

#[test]
fn the_row_says_that_the_standby_serves_and_the_problem_stays() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    let row = row(&home);

    assert_eq!((row.state, row.words.as_str()), (State::Attention, "The standby keeps it"));
    assert!(row.fault.is_some(), "a person has to look all the same");
    let standby = row.standby.unwrap();
    assert_eq!((standby.serves, standby.provider_name.as_str(), standby.state), (true, "Cloudy", State::Ok));
    assert_eq!(home.snapshot().state, State::Error);
}

#[test]
fn the_history_has_the_begin_and_the_end() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    let hostname = name("h0000.example.org");
    let serves = Happening::StandbyServes { hostname: hostname.clone(), provider: ProviderId("cloudy".to_owned()) };
    assert_eq!(home.happened.iter().filter(|told| **told == serves).count(), 1);

    works_again(&mut home);
    let ends = Happening::FirstServes { hostname, provider: ProviderId("desec".to_owned()) };
    assert_eq!(home.happened.iter().filter(|told| **told == ends).count(), 1);
}

#[test]
fn when_the_first_account_works_again_it_goes_first() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    works_again(&mut home);
    assert_eq!(sent_to(&home, "desec").last().unwrap().1, ELSEWHERE);
    assert!(!standby(&home).serves);

    home.pass(10 * MINUTE);
    home.sent.clear();
    home.moves_to(THIRD);
    let order: Vec<&str> = home.sent.iter().map(|plan| plan.provider.0.as_str()).collect();

    assert_eq!(order, ["desec", "cloudy"]);
}

#[test]
fn who_has_served_once_is_kept_right_at_once_while_the_first_account_is_out_again() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    works_again(&mut home);
    home.pass(10 * MINUTE);
    home.replies.insert(ProviderId("desec".to_owned()), silent());
    home.sent.clear();
    home.moves_to(THIRD);
    let order: Vec<&str> = home.sent.iter().map(|plan| plan.provider.0.as_str()).collect();

    assert_eq!(order, ["desec", "cloudy"]);
    assert!(!standby(&home).serves, "the first account gets its time all the same");
}

#[test]
fn a_refused_standby_is_sent_nothing_until_the_user_acts() {
    let mut home = home_with(refused());
    home.replies.insert(ProviderId("cloudy".to_owned()), Answer::Replied(Reply::plain(Means::NoSuchHost)));
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    home.moves_to(THIRD);
    home.pass(2 * DAY);
    assert_eq!(sent_to(&home, "cloudy").len(), 1);
    assert_eq!(home.snapshot().problems.len(), 2, "each account has its own");
    assert!(home.ledger.halted.contains_key(&Subject::Standby(name("h0000.example.org"))));
    assert_ne!(row(&home).words, "The standby keeps it");

    home.replies.remove(&ProviderId("cloudy".to_owned()));
    home.tells(Event::Command(Command::TryAgain(name("h0000.example.org"))));
    assert_eq!(sent_to(&home, "cloudy").len(), 2);
}

#[test]
fn a_standby_keeps_the_pace_of_its_own_provider() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    home.sent.clear();
    for second in 0..50 {
        home.moves_to(if second % 2 == 0 { THIRD } else { ELSEWHERE });
        home.pass(SECOND);
    }

    assert_eq!(sent_to(&home, "cloudy").len(), 1);
    assert!(sent_to(&home, "desec").is_empty());
}

#[test]
fn a_standby_keeps_the_waits_of_its_own_provider() {
    let mut home = home_with(refused());
    let busy = Reply { retry_after: Some(HOUR), ..Reply::plain(Means::RateLimited) };
    home.replies.insert(ProviderId("cloudy".to_owned()), Answer::Replied(busy));
    home.moves_to(ELSEWHERE);
    home.pass(AFTER + MINUTE);
    home.moves_to(THIRD);
    home.pass(50 * MINUTE);

    assert_eq!(sent_to(&home, "cloudy").len(), 1);
}

#[test]
fn a_standby_with_a_name_of_its_own_is_proved_by_that_name() {
    let mut home = home_at("other.example.net", refused());
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);

    assert_eq!(sent_to(&home, "cloudy"), [(name("other.example.net"), ELSEWHERE.to_owned())]);
    assert_eq!(home.ledger.published[&name("h0000.example.org")].ipv4.as_ref().unwrap().address.to_string(), HOME);
    let fact = home.ledger.standby[&name("other.example.net")].ipv4.clone().unwrap();
    assert_eq!(fact.address.to_string(), ELSEWHERE);
    assert!(fact.proved.is_some());
}

#[test]
fn an_outage_goes_on_over_a_restart_and_so_does_the_service() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(20 * MINUTE);
    let mut home = home.restarted_with("1.0.0", with_standby("h0000.example.org"));
    home.pass(9 * MINUTE);
    assert!(sent_to(&home, "cloudy").is_empty());
    home.pass(2 * MINUTE);
    assert_eq!(sent_to(&home, "cloudy").len(), 1, "half an hour in all");

    let mut home = home.restarted_with("1.0.0", with_standby("h0000.example.org"));
    home.happened.clear();
    home.pass(HOUR);
    assert_eq!(sent_to(&home, "cloudy").len(), 1, "and nothing is sent twice");
    let shown = standby(&home);
    assert!(shown.serves);
    assert!(shown.serves_since.is_some_and(|since| home.snapshot().at.since(since) > HOUR), "{shown:?}");
    assert!(!home.happened.iter().any(|told| matches!(told, Happening::StandbyServes { .. })));
}

#[test]
fn a_pause_holds_the_standby_too() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(MINUTE);
    home.tells(Event::Command(Command::Pause(None)));
    home.pass(DAY);

    assert!(sent_to(&home, "cloudy").is_empty());
}

#[test]
fn what_a_removed_standby_published_is_forgotten() {
    let mut home = home_with(refused());
    home.moves_to(ELSEWHERE);
    home.pass(HOUR);
    home.tells(Event::Settings(settings(1)));

    assert!(home.ledger.standby.is_empty() && home.ledger.out.is_empty());
    assert!(row(&home).standby.is_none());
}
