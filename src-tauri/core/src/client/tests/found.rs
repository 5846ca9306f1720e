//! What the simulation found, each as the smallest case that shows it.

use super::*;
use crate::fault::Remedy;
use crate::ledger::Published;

#[test]
fn names_that_failed_together_are_tried_again_in_one_request() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::NotSent(Trouble::NoConnection("desec.example".to_owned()));
    home.tells(Event::Settings(settings(20)));
    home.pass(10 * MINUTE);

    assert!(home.sent.len() > 5);
    assert!(home.sent.iter().all(|plan| plan.hostnames.len() == 20));
}

#[test]
fn a_vpn_that_no_event_told_of_is_seen_before_anything_is_sent() {
    let mut home = Home::one();
    home.pass(4 * MINUTE + 30 * SECOND);
    home.tells(Event::Hint(Hint::Network));
    home.pass(28 * SECOND);
    let tunnel = DefaultRoute { interface: "tun0".to_owned(), tunnel: true, ..DefaultRoute::default() };
    home.facts.route_v4 = Some(tunnel);
    home.echo = agreeing(ELSEWHERE);
    home.pass(20 * SECOND);

    assert_eq!((home.sent.len(), home.snapshot().state), (1, State::Holding));
}

#[test]
fn a_vpn_whose_reading_never_came_back_is_still_waited_for() {
    let mut home = Home::one();
    home.pass(4 * MINUTE + 30 * SECOND);
    home.mute = true;
    home.tells(Event::Hint(Hint::Network));
    home.echo = agreeing(ELSEWHERE);
    home.pass(2 * MINUTE);
    assert_eq!(home.sent.len(), 1, "what is known of the network is older than the hint");

    home.mute = false;
    home.pass(2 * MINUTE);
    assert_eq!(home.sent.len(), 2);
}

#[test]
fn a_pause_of_an_hour_is_over_after_a_night_of_sleep() {
    let mut home = Home::one();
    home.pass(2 * MINUTE);
    home.tells(Event::Command(Command::Pause(Some(HOUR))));
    home.now.wall = home.now.wall + 8 * HOUR;
    home.tells(Event::Hint(Hint::Woke));

    assert_eq!(home.snapshot().pause, None);
}

#[test]
fn a_token_that_was_rejected_is_shown_while_everything_is_paused() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Replied(Reply::plain(Means::BadAuth));
    home.tells(Event::Settings(settings(1)));
    home.tells(Event::Command(Command::Pause(None)));

    assert_eq!(home.snapshot().problems[0].code, Code::AuthRejected);
}

#[test]
fn a_secret_that_is_missing_is_shown_rather_than_a_wait() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Replied(Reply::plain(Means::ServerTrouble));
    home.tells(Event::Settings(settings(1)));
    home.tells(Event::Secret(AccountId("desec".to_owned()), SecretState::Missing));

    assert_eq!(home.snapshot().problems[0].code, Code::SecretMissing);
}

#[test]
fn an_acceptance_in_the_future_counts_from_now() {
    let mut ledger = Ledger::default();
    let ten_years_ahead = Published {
        address: HOME.parse().unwrap(),
        accepted: Wall(1_800_000_000_000) + 3_650 * DAY,
        proved: None,
        proxied: false,
        beside: Vec::new(),
    };
    ledger.published.entry(name("h0000.example.org")).or_default().ipv4 = Some(ten_years_ahead);
    let mut home = Home::new(settings(1), ledger);
    home.pass(MINUTE);

    let fact = home.ledger.published[&name("h0000.example.org")].ipv4.clone().unwrap();
    assert!(fact.accepted <= home.now.wall);
    assert_eq!(home.sent.len(), 0);
}

#[test]
fn new_secrets_do_not_outrun_a_wait_that_the_provider_asked_for() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Replied(Reply { retry_after: Some(HOUR), ..Reply::plain(Means::ServerTrouble) });
    home.tells(Event::Settings(settings(1)));
    home.tells(Event::Command(Command::SecretReplaced(AccountId("desec".to_owned()))));
    home.pass(59 * MINUTE);

    assert_eq!(home.sent.len(), 1);
}

#[test]
fn a_check_that_a_person_asks_for_ends_the_own_wait_at_a_server_in_trouble_and_no_other() {
    for (retry_after, more) in [(None, 1), (Some(HOUR), 0)] {
        let mut home = Home::new(settings(0), Ledger::default());
        home.reply = Answer::Replied(Reply { retry_after, ..Reply::plain(Means::ServerTrouble) });
        home.tells(Event::Settings(settings(1)));
        home.pass(50 * MINUTE);
        assert_eq!(home.snapshot().problems[0].code, Code::ProviderDown);
        let tries = home.sent.len();

        home.reply = Answer::Replied(Reply::plain(Means::Good));
        home.tells(Event::Command(Command::CheckNow));
        home.pass(5 * SECOND);

        assert_eq!(home.sent.len() - tries, more, "{retry_after:?}");
    }
}

#[test]
fn the_users_try_ends_the_own_wait_after_answers_that_are_not_understood() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.reply = Answer::Replied(Reply::plain(Means::Unknown));
    home.tells(Event::Settings(settings(1)));
    home.pass(7 * DAY);
    let tries = home.sent.len();
    let remedies: Vec<_> = home.snapshot().problems[0].buttons.iter().map(|button| button.remedy.clone()).collect();
    let hostname = "h0000.example.org".to_owned();
    assert_eq!(remedies, [Remedy::TryAgain { hostname: hostname.clone() }, Remedy::ShowActivity { hostname }]);

    home.reply = Answer::Replied(Reply::plain(Means::Good));
    home.tells(Event::Command(Command::TryAgain(name("h0000.example.org"))));
    assert_eq!(home.sent.len(), tries + 1, "the provider is back, and nobody has to wait for a day");
    assert_eq!(home.snapshot().state, State::Ok);
}

#[test]
fn a_try_that_comes_too_soon_after_a_request_is_carried_out_later() {
    let mut home = Home::new(settings(0), Ledger::default());
    home.dns = Some(BTreeMap::from([(name("h0000.example.org"), ELSEWHERE.parse().unwrap())]));
    home.tells(Event::Settings(settings(1)));
    home.pass(5 * MINUTE);
    home.tells(Event::Command(Command::TryAgain(name("h0000.example.org"))));
    assert_eq!(home.sent.len(), 1);
    assert!(home.snapshot().problems[0].next_try.is_some(), "the press was heard");

    home.pass(6 * MINUTE);
    assert_eq!(home.sent.len(), 2);
    home.pass(DAY);
    assert_eq!(home.sent.len(), 2, "once, however long someone else's address stays");
}

#[test]
fn the_users_tries_come_no_closer_than_the_first_own_wait_and_never_inside_one_that_was_asked_for() {
    for (retry_after, most) in [(None, 6), (Some(2 * HOUR), 1)] {
        let mut home = Home::new(settings(0), Ledger::default());
        home.reply = Answer::Replied(Reply { retry_after, ..Reply::plain(Means::Unknown) });
        home.tells(Event::Settings(settings(1)));
        for _ in 0..59 {
            home.pass(MINUTE);
            home.tells(Event::Command(Command::TryAgain(name("h0000.example.org"))));
        }

        assert_eq!(home.sent.len(), most, "{retry_after:?}");
    }
}

#[test]
fn name_servers_that_cannot_be_asked_do_not_hide_a_change_by_someone_else() {
    let mut home = Home::one();
    home.dns = Some(BTreeMap::from([(name("h0000.example.org"), ELSEWHERE.parse().unwrap())]));
    home.pass(2 * HOUR);
    assert_eq!(home.snapshot().problems[0].code, Code::ForeignChange);

    home.dns = None;
    home.tells(Event::Hint(Hint::Woke));
    home.tells(Event::Verified {
        hostname: name("h0000.example.org"),
        family: crate::address::Family::Ipv4,
        answers: Vec::new(),
    });

    assert_eq!(home.snapshot().problems[0].code, Code::ForeignChange);
}

#[test]
fn what_each_name_server_said_and_how_long_caches_keep_the_old_value_are_shown() {
    let mut home = Home::one();
    home.pass(5 * SECOND);
    let first = home.now.wall;
    let chip = home.snapshot().hostnames[0].records.ipv4.clone();

    assert_eq!((chip.servers.len(), chip.ttl), (1, Some(60)));
    assert!(chip.servers[0].right && chip.servers[0].trouble.is_empty());
    assert!(chip.cached_until.is_some_and(|until| until > first && until <= first + MINUTE), "{chip:?}");
    assert!(chip.asked.is_some());

    home.pass(2 * MINUTE);
    assert_eq!(home.snapshot().hostnames[0].records.ipv4.cached_until, None);

    home.dns = Some([(name("h0000.example.org"), ELSEWHERE.parse().unwrap())].into());
    home.pass(HOUR);
    let chip = home.snapshot().hostnames[0].records.ipv4.clone();
    assert!(!chip.servers[0].right, "{chip:?}");
    assert_eq!(chip.servers[0].addresses, [ELSEWHERE.parse::<std::net::IpAddr>().unwrap()]);
}

#[test]
fn the_way_out_is_shown_with_each_address() {
    let mut home = Home::one();
    home.pass(5 * SECOND);
    let snapshot = home.snapshot();

    assert_eq!(snapshot.addresses.ipv4.way.map(|way| way.interface).as_deref(), Some("eth0"));
    assert_eq!(snapshot.addresses.ipv6.way, None);
}

/// The shell's answer to an earlier question comes after the one to a later question.
#[test]
fn a_read_from_before_a_vpn_that_is_told_late_is_no_word_of_its_end() {
    let mut home = Home::one();
    home.pass(2 * MINUTE);
    let before = home.facts.clone();
    home.facts.route_v4 = Some(DefaultRoute { interface: "tun0".to_owned(), tunnel: true, ..DefaultRoute::default() });
    home.echo = agreeing(ELSEWHERE);
    home.tells(Event::Hint(Hint::Network));
    home.pass(10 * SECOND);
    home.tells(Event::Network { read: 1, facts: before });
    home.pass(30 * SECOND);

    assert_eq!((home.sent.len(), home.snapshot().state), (1, State::Holding));
}
