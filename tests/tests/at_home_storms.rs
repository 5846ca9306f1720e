//! The real resident in the lab while its network or a neighbour makes noise: it asks little, sends nothing that is not
//! needed, and follows the next change.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::net::IpAddr;
use std::time::{Duration, Instant};

use homeport_tests::lab::{ECHO, Home, LIMIT, Speaks, forge, say};
use homeport_tests::namespace;

/// The echo services are asked at most once in two seconds, after three times at once.
const SPACING: Duration = Duration::from_secs(2);
const AT_ONCE: u32 = 3;
/// Of what a neighbour forges at most so many checks come in a minute.
const CHECKS: u32 = 10;
/// A change that nothing tells of is seen by the next pulse.
const SEEN: Duration = Duration::from_secs(35);

/// A home whose record is right, with the counts at nothing after a moment of rest.
fn at_rest(speaks: Speaks, kinds: &[&str]) -> Home {
    let home = Home::new(speaks, kinds);
    std::thread::sleep(3 * SPACING);
    home.lab.provider.forget_counts();

    home
}

/// So many checks may have begun in this time.
fn most_checks(time: Duration) -> u32 {
    AT_ONCE + u32::try_from(time.as_secs() / SPACING.as_secs()).unwrap() + 1
}

/// How often each echo service was asked.
fn checks(home: &Home) -> u32 {
    let services = u32::try_from(ECHO.len()).unwrap();

    home.lab.provider.echoes().div_ceil(services)
}

fn follows_the_next_change(home: &mut Home) {
    let address = home.lab.change_wan();
    let took = home.wait_for_record(address, SEEN);
    say(&format!("the next change is followed after {took:?}"));
}

#[test]
fn a_link_that_flaps_twenty_times_is_one_update_at_most() {
    namespace::inside(|| {
        let mut home = at_rest(Speaks::All, &["router"]);
        let started = Instant::now();
        home.lab.flap(10, Duration::from_millis(200));
        let address = home.lab.change_wan();
        home.lab.flap(10, Duration::from_millis(200));
        let flapped = started.elapsed();
        let took = home.wait_for_record(address, LIMIT);
        std::thread::sleep(3 * SPACING);
        say(&format!("flapped for {flapped:?}, right {took:?} later, {} checks", checks(&home)));
        let sent: Vec<Vec<IpAddr>> = home.lab.provider.updates().into_iter().map(|update| update.addresses).collect();
        assert_eq!(sent, [[address]]);
        assert!(checks(&home) <= most_checks(started.elapsed()), "{}", checks(&home));

        follows_the_next_change(&mut home);
    });
}

/// Noise that means nothing is no update, and the next change is followed as before.
fn is_no_update(what: &str, noise: impl FnOnce(&Home)) {
    let mut home = at_rest(Speaks::All, &["router"]);
    let started = Instant::now();
    noise(&home);
    let took = started.elapsed();
    std::thread::sleep(3 * SPACING);
    say(&format!("{what} in {took:?}: {} checks", checks(&home)));
    assert_eq!(home.updates(), 0);
    assert!(checks(&home) <= most_checks(started.elapsed()), "{}", checks(&home));
    assert_eq!(home.status()["state"], "ok");

    follows_the_next_change(&mut home);
    assert_eq!(home.updates(), 1);
}

#[test]
fn a_storm_of_thousands_of_messages_is_no_update() {
    namespace::inside(|| is_no_update("4,200 messages", |home| home.lab.host.storm(2_100, 2_100, Duration::ZERO)));
}

#[test]
fn a_thousand_events_one_after_the_other_are_no_update() {
    namespace::inside(|| is_no_update("1,000 events", |home| home.lab.host.storm(500, 5, Duration::from_millis(50))));
}

#[test]
fn a_hundred_thousand_forged_announcements_are_ten_checks_a_minute_and_no_update() {
    const COUNT: u32 = 100_000;
    const MINUTE: Duration = Duration::from_secs(60);

    namespace::inside(|| {
        let mut home = at_rest(Speaks::All, &["router"]);
        home.wait("the router to promise", LIMIT, || !home.status()["lookout"]["external"].is_null());
        let router = home.lab.router().address();
        let before = home.memory();
        home.lab.provider.forget_counts();
        let started = Instant::now();
        let sent = forge(home.lab.neighbour(), router, COUNT, MINUTE);
        let took = started.elapsed();
        let asked = checks(&home);
        let after = home.memory();
        say(&format!("{sent} in {took:?}: {asked} checks; {before} KiB before, {after} KiB after"));
        assert_eq!(sent, COUNT);
        assert_eq!(home.updates(), 0);
        // A slow machine is at it for a little longer, and the usual check may be due meanwhile, too.
        let longer = took.saturating_sub(MINUTE).as_millis().div_ceil(SPACING.as_millis());
        assert!(asked <= CHECKS + u32::try_from(longer).unwrap() + 1, "{asked}");
        assert!(after <= before + 3 * 1024, "{before} KiB before, {after} KiB after");

        follows_the_next_change(&mut home);
        assert_eq!(home.updates(), 1);
    });
}
