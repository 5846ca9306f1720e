//! The nine invariants, each with the test that holds it, and the behaviours between them.

mod behind;
mod found;
mod home;
mod networks;
mod owners;
mod standby;
mod webhook;

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::event::{Answer, Command, Event, Hint, SecretState, StoreState, Trouble};
use crate::fault::Code;
use crate::ledger::Ledger;
use crate::network::{DefaultRoute, NetworkFacts};
use crate::observation::SourceFault;
use crate::reply::{Means, Reply};
use crate::settings::AccountId;
use crate::snapshot::{ChipState, State};
use crate::text::Texts;
use crate::time::{DAY, HOUR, MINUTE, SECOND, Wall};
use home::{ELSEWHERE, HOME, Home, agreeing, name, settings};

#[test]
fn invariant_1_the_client_never_sees_a_secret() {
    let home = Home::one();
    let plan = serde_json::to_string(&home.sent[0]).unwrap();

    assert_eq!(home.sent.len(), 1);
    for word in ["secret", "token", "password"] {
        assert!(!plan.contains(word), "{plan}");
    }
}

#[test]
fn invariant_2_unknown_is_never_absent() {
    let mut home = Home::one();
    for fault in [SourceFault::NoAnswer, SourceFault::NotAnAddress, SourceFault::None] {
        home.echo = vec![Err(fault.clone()), Err(fault)];
        home.pass(HOUR);
    }
    home.facts = NetworkFacts::default();
    home.tells(Event::Hint(Hint::Network));
    home.pass(DAY);

    assert_eq!(home.sent.len(), 1, "nothing was sent after the first update");
    assert_eq!(home.ledger.published.len(), 1, "and what was published is still remembered");
    assert!(home.sent.iter().all(|plan| plan.addresses.ipv4.is_some()));
}

#[test]
fn invariant_3_an_address_that_is_not_public_never_reaches_a_provider() {
    for text in ["10.0.0.1", "192.168.1.1", "100.64.1.1", "169.254.0.1", "127.0.0.1", "0.0.0.0", "203.0.113.9"] {
        let mut home = Home::one();
        home.moves_to(text);
        home.pass(HOUR);
        assert_eq!(home.sent.len(), 1, "{text}");
    }
}

#[test]
fn invariant_4_after_a_permanent_answer_there_is_no_request_until_the_user_acts_across_restarts_too() {
    for means in [
        Means::BadAuth,
        Means::NoSuchHost,
        Means::NotYours,
        Means::NotEntitled,
        Means::Blocked,
        Means::BadRequest,
        Means::ClientRefused,
    ] {
        let mut home = Home::new(settings(0), Ledger::default());
        home.reply = Answer::Replied(Reply::plain(means));
        home.tells(Event::Settings(settings(1)));
        assert_eq!(home.sent.len(), 1, "{means:?}");

        home.moves_to(ELSEWHERE);
        home.pass(2 * DAY);
        home.tells(Event::Command(Command::CheckNow));
        let mut home = home.restarted("1.0.0");
        home.moves_to(HOME);
        home.pass(2 * DAY);
        assert_eq!(home.sent.len(), 1, "{means:?}");
        assert_eq!(home.snapshot().state, State::Error, "{means:?}");
        assert!(!home.snapshot().problems[0].cure.is_empty());

        home.reply = Answer::Replied(Reply::plain(Means::Good));
        home.tells(Event::Command(Command::TryAgain(name("h0000.example.org"))));
        assert_eq!(home.sent.len(), 2, "{means:?}: the user acted");
    }
}

#[test]
fn invariant_5_an_unchanged_address_is_never_sent_again() {
    let mut home = Home::one();
    for _ in 0..100 {
        home.tells(Event::Command(Command::CheckNow));
        home.tells(Event::Hint(Hint::Network));
        home.tells(Event::Hint(Hint::Woke));
        home.pass(HOUR);
    }
    let home = home.restarted("1.0.1");

    assert_eq!(home.sent.len(), 1);
}

#[test]
fn invariant_5_a_button_cannot_outrun_the_pace() {
    let mut home = Home::one();
    for second in 0..50 {
        home.moves_to(if second % 2 == 0 { ELSEWHERE } else { HOME });
        home.tells(Event::Command(Command::CheckNow));
        home.pass(SECOND);
    }

    assert_eq!(home.sent.len(), 1, "within a minute of the first request there is no second one");
}

#[test]
fn invariant_6_after_an_uncertain_write_dns_decides() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Uncertain(Trouble::Timeout("desec.example".to_owned()));
    home.dns = None;
    home.tells(Event::Settings(settings(1)));
    let row = &home.snapshot().hostnames[0];
    assert_eq!((row.records.ipv4.state, row.words.as_str()), (ChipState::Unsure, "Could not confirm"));

    home.dns = Some(BTreeMap::new());
    home.pass(35 * SECOND);

    assert_eq!(home.sent.len(), 1, "DNS has it, so nothing is sent again");
    assert_eq!(home.snapshot().hostnames[0].records.ipv4.state, ChipState::Verified);
    let lasting = &home.lasting.published[&name("h0000.example.org")];
    assert_eq!(lasting.ipv4.as_ref().map(|fact| fact.address), Some(HOME.parse().unwrap()), "a crash loses it");
}

#[test]
fn invariant_6_a_lost_write_that_dns_does_not_show_is_sent_again_after_a_minute() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Uncertain(Trouble::Timeout("desec.example".to_owned()));
    home.dns = Some(BTreeMap::from([(name("h0000.example.org"), ELSEWHERE.parse().unwrap())]));
    home.tells(Event::Settings(settings(1)));
    home.pass(59 * SECOND);
    assert_eq!(home.sent.len(), 1);

    home.pass(10 * SECOND);
    assert_eq!(home.sent.len(), 2);
}

#[test]
fn invariant_7_a_wait_that_a_provider_asked_for_survives_a_restart() {
    let mut home = Home::new(settings(0), Ledger::default());
    let half_an_hour = Reply { retry_after: Some(30 * MINUTE), ..Reply::plain(Means::ServerTrouble) };
    home.reply = Answer::Replied(half_an_hour);
    home.tells(Event::Settings(settings(1)));
    home.pass(10 * MINUTE);
    let mut home = home.restarted("1.0.0");
    home.pass(19 * MINUTE);
    assert_eq!(home.sent.len(), 1, "the rest of the half hour is waited for");

    home.reply = Answer::Replied(Reply::plain(Means::Good));
    home.pass(5 * MINUTE);
    assert_eq!(home.sent.len(), 2);
}

#[test]
fn invariant_8_an_answer_that_no_rule_matched_is_never_a_success() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Replied(Reply::plain(Means::Unknown));
    home.tells(Event::Settings(settings(1)));

    assert!(home.ledger.published.is_empty());
    assert_ne!(home.snapshot().state, State::Ok);
    home.pass(9 * MINUTE);
    assert_eq!(home.sent.len(), 1);
}

#[test]
fn invariant_9_one_hostname_that_fails_does_not_stop_the_others() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.answers = false;
    home.tells(Event::Settings(settings(3)));
    let plan = home.sent[0].clone();
    let answers = BTreeMap::from([
        (name("h0000.example.org"), Answer::Replied(Reply::plain(Means::Good))),
        (name("h0001.example.org"), Answer::Replied(Reply::plain(Means::NoSuchHost))),
    ]);
    home.client.handle(Event::Answered { plan: plan.id, answers }, home.now);
    home.settle();

    let rows = home.snapshot().hostnames;
    assert_eq!(rows[0].records.ipv4.state, ChipState::Verified);
    assert_eq!(rows[1].state, State::Error);
    assert!(rows[2].next_try.is_some(), "a missing line is unknown, and carries its next try");
}

#[test]
fn a_thousand_names_are_fifty_requests_and_never_more_than_four_at_once() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.answers = false;
    home.tells(Event::Settings(settings(1_000)));
    assert_eq!(home.sent.len(), 1, "an account that was never accepted is tried with one request");

    let mut answered = 0;
    while answered < home.sent.len() {
        assert!(home.sent.len() - answered <= 4);
        let plan = home.sent[answered].clone();
        answered += 1;
        home.answer(&plan);
        home.settle();
    }
    assert_eq!(answered, 50);
    assert!(home.sent.iter().all(|plan| plan.hostnames.len() == 20));
}

#[test]
fn a_new_address_is_sent_at_once_and_proved() {
    let mut home = Home::one();
    home.pass(2 * MINUTE);
    home.moves_to(ELSEWHERE);

    assert_eq!(home.sent[1].addresses.ipv4.unwrap().get(), ELSEWHERE.parse::<IpAddr>().unwrap());
    assert_eq!(home.snapshot().state, State::Ok);
    assert_eq!(home.snapshot().headline, "h0000.example.org is up to date");
}

#[test]
fn a_round_is_not_over_while_its_update_waits_for_a_read_of_the_network() {
    let mut home = Home::one();
    home.pass(2 * MINUTE);
    assert!(home.client.is_settled(home.now));
    home.mute = true;
    home.echo = agreeing(ELSEWHERE);

    home.tells(Event::Command(Command::CheckNow));
    assert!(!home.client.is_settled(home.now));
    assert_eq!(home.sent.len(), 1);

    home.mute = false;
    home.pass(MINUTE);
    assert_eq!(home.sent.len(), 2);
    assert!(home.client.is_settled(home.now));
}

#[test]
fn accepted_by_the_provider_and_proved_in_dns_are_told_apart() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.dns = None;
    home.tells(Event::Settings(settings(1)));
    let chip = home.snapshot().hostnames[0].records.ipv4.clone();
    assert_eq!((chip.state, chip.proved), (ChipState::Accepted, None));

    home.dns = Some(BTreeMap::new());
    home.pass(MINUTE);
    let chip = home.snapshot().hostnames[0].records.ipv4.clone();
    assert!(chip.state == ChipState::Verified && chip.proved.is_some());
}

#[test]
fn a_record_behind_the_providers_proxy_is_not_looked_for_in_dns() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Replied(Reply { proxied: true, ..Reply::plain(Means::Good) });
    home.dns = Some(BTreeMap::from([(name("h0000.example.org"), "20.9.9.9".parse().unwrap())]));
    home.tells(Event::Settings(settings(1)));
    home.pass(HOUR);

    let chip = home.snapshot().hostnames[0].records.ipv4.clone();
    assert_eq!((chip.proved, home.sent.len()), (None, 1));
    assert_eq!(home.snapshot().state, State::Ok);
    assert_eq!(home.snapshot().problems, Vec::new());

    let mut later = Home::new(settings(1), home.ledger.clone());
    later.dns = home.dns.clone();
    later.pass(HOUR);
    assert_eq!((later.sent.len(), later.snapshot().state), (0, State::Ok));
}

#[test]
fn a_locked_keychain_waits_and_goes_on_by_itself() {
    let mut home = Home::new(settings(0), Ledger::default());
    let account = AccountId("desec".to_owned());
    home.reply = Answer::NoSecret;
    home.tells(Event::Settings(settings(1)));
    home.tells(Event::Secret(account.clone(), SecretState::Locked));
    home.pass(HOUR);
    assert_eq!(home.sent.len(), 1);
    assert_eq!(home.snapshot().problems[0].code, crate::fault::Code::KeychainLocked);

    home.reply = Answer::Replied(Reply::plain(Means::Good));
    home.tells(Event::Secret(account, SecretState::Ready));
    home.pass(MINUTE);
    assert_eq!(home.sent.len(), 2);
    assert_eq!(home.snapshot().state, State::Ok);
}

#[test]
fn a_vpn_holds_with_its_reason_and_releases_without_a_needless_update() {
    let mut home = Home::one();
    home.pass(2 * MINUTE);
    let physical = home.facts.clone();
    if let Some(route) = &mut home.facts.route_v4 {
        *route = DefaultRoute { interface: "tun0".to_owned(), gateway: None, tunnel: true, ..DefaultRoute::default() };
    }
    home.echo = agreeing("20.9.9.9");
    home.tells(Event::Hint(Hint::Network));
    home.pass(HOUR);
    assert_eq!(home.sent.len(), 1);
    assert_eq!(home.snapshot().state, State::Holding);
    assert!(home.snapshot().headline.contains("tun0"));

    home.facts = physical;
    home.echo = agreeing(HOME);
    home.tells(Event::Hint(Hint::Network));
    home.pass(HOUR);
    assert_eq!(home.sent.len(), 1);
    assert_eq!(home.snapshot().state, State::Ok);
}

#[test]
fn a_pause_ends_by_itself_and_catches_up() {
    let mut home = Home::one();
    home.pass(2 * MINUTE);
    home.tells(Event::Command(Command::Pause(Some(HOUR))));
    home.moves_to(ELSEWHERE);
    home.pass(59 * MINUTE);
    assert_eq!((home.sent.len(), home.snapshot().state), (1, State::Holding));

    home.pass(2 * MINUTE);
    assert_eq!((home.sent.len(), home.snapshot().state), (2, State::Ok));
}

#[test]
fn a_pause_goes_on_after_a_restart_until_its_end_or_the_user_resumes() {
    let mut home = Home::one();
    home.pass(2 * MINUTE);
    home.tells(Event::Command(Command::Pause(None)));
    let mut home = home.restarted("1.0.0");
    home.moves_to(ELSEWHERE);
    home.pass(DAY);
    assert_eq!((home.sent.len(), home.snapshot().state), (1, State::Holding));

    home.tells(Event::Command(Command::Pause(Some(HOUR))));
    let mut home = home.restarted("1.0.0");
    home.pass(59 * MINUTE);
    assert_eq!(home.sent.len(), 1);
    home.pass(2 * MINUTE);
    assert_eq!((home.sent.len(), home.snapshot().state), (2, State::Ok));

    let mut home = home.restarted("1.0.0");
    home.pass(MINUTE);
    assert_eq!(home.snapshot().pause, None);
}

#[test]
fn what_was_proved_a_moment_ago_is_not_asked_again_at_a_start() {
    let mut home = Home::one();
    home.pass(2 * MINUTE);
    let asked = home.asked;
    let mut home = home.restarted("1.0.0");
    home.pass(MINUTE);
    assert_eq!((home.asked, home.snapshot().state), (asked, State::Ok));

    home.pass(40 * MINUTE);
    assert_eq!(home.asked, asked + 1);
}

#[test]
fn damaged_data_that_was_put_aside_is_told_for_a_day_although_all_is_well_again() {
    let mut home = Home::one();
    home.pass(3 * MINUTE);
    home.tells(Event::Store(StoreState::Recovered("homeport.db.damaged-1".to_owned())));
    home.tells(Event::Store(StoreState::Fine));

    let problem = home.snapshot().problems.remove(0);
    assert_eq!(problem.code, Code::StoreBroken);
    assert!(problem.means.contains("homeport.db.damaged-1"), "{problem:?}");

    home.pass(DAY + MINUTE);
    assert_eq!(home.snapshot().problems, []);
}

#[test]
fn without_a_route_the_state_is_offline_and_hides_other_problems() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Replied(Reply::plain(Means::ServerTrouble));
    home.tells(Event::Settings(settings(1)));
    home.facts = NetworkFacts::default();
    home.tells(Event::Hint(Hint::Network));
    home.pass(10 * SECOND);

    let snapshot = home.snapshot();
    assert_eq!(snapshot.state, State::Offline);
    assert_eq!(snapshot.problems.len(), 1);
}

#[test]
fn a_new_version_may_try_again_where_the_old_one_was_refused() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Replied(Reply::plain(Means::ClientRefused));
    home.tells(Event::Settings(settings(1)));
    let mut home = home.restarted("1.0.1");
    home.pass(MINUTE);

    assert_eq!(home.sent.len(), 2);
}

#[test]
fn every_problem_has_three_parts_and_every_row_its_words() {
    let texts = Texts::english();
    for part in ["happened", "means", "do"] {
        for code in [
            "offline",
            "no-dns",
            "captive",
            "tls-trust",
            "vpn-active",
            "not-home",
            "ip-disagree",
            "one-witness",
            "cgnat",
            "ipv6-none",
            "keychain-locked",
            "keychain-absent",
            "keychain-denied",
            "secret-missing",
            "auth-rejected",
            "auth-scope",
            "host-not-found",
            "not-yours",
            "blocked",
            "client-refused",
            "bad-request",
            "rate-limited",
            "provider-down",
            "provider-unknown",
            "uncertain",
            "not-in-dns",
            "foreign-change",
            "settings-broken",
            "store-broken",
            "disk-full",
            "watcher-down",
        ] {
            assert!(texts.has(&format!("fault-{code}-{part}")), "fault-{code}-{part}");
        }
    }
}
