//! A change of the address at the router, which no event of this machine tells: noticed by what the router announces or
//! answers, or by a STUN server. On the real miniupnpd and coturn, in namespaces of the tests' own.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::net::{IpAddr, Ipv4Addr};
use std::process::Stdio;
use std::time::{Duration, Instant};

use homeport_tests::binaries;
use homeport_tests::installation::Installation;
use homeport_tests::lab::{Lab, Speaks, say};
use homeport_tests::namespace;
use homeport_tests::session_bus::Program;
use serde_json::Value;

/// On a machine that is busy.
const LIMIT: Duration = Duration::from_secs(40);
/// A change that is told has to be followed within this time, which is far less than any poll.
const TOLD: Duration = Duration::from_secs(5);

struct Home {
    lab: Lab,
    installation: Installation,
    _resident: Program,
}

impl Home {
    fn new(speaks: Speaks, kinds: &[&str]) -> Self {
        let lab = Lab::new(speaks);
        let installation = Installation::new(&lab.settings(kinds), lab.provider.authority());
        let (account, field, secret) = lab.secret();
        installation.secret(account, field, secret);
        let log = std::fs::File::create(installation.path("log")).unwrap();
        let mut command =
            installation.homeport(lab.host.command(binaries::homeport()), &["run", "--no-tray", "--log", "debug"]);
        let resident = Program::start(command.stdout(Stdio::null()).stderr(log)).unwrap();
        let home = Self { lab, installation, _resident: resident };
        home.wait("the first update", LIMIT, || home.lab.provider.updates().len() == 1);

        home
    }

    fn status(&self) -> Value {
        let mut command =
            self.installation.homeport(self.lab.host.command(binaries::homeport()), &["status", "--json"]);
        let output = command.stderr(Stdio::null()).output().unwrap();

        serde_json::from_slice(&output.stdout).unwrap_or(Value::Null)
    }

    /// Waits for a state, not for a time.
    fn wait(&self, what: &str, limit: Duration, is_so: impl Fn() -> bool) {
        let started = Instant::now();
        while !is_so() {
            if started.elapsed() > limit {
                let log = std::fs::read_to_string(self.installation.path("log")).unwrap_or_default();
                panic!("waited in vain for {what}\n{log}\nrouter:\n{}\n{:#}", self.lab.daemon_log(), self.status());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Changes the address at the router, and returns how long it took until the right update came.
    fn changes(&mut self, limit: Duration) -> Duration {
        let before = self.lab.provider.updates().len();
        let started = Instant::now();
        let address = self.lab.change_wan();
        self.wait("the update after a change", limit, || self.lab.provider.updates().len() > before);
        let update = self.lab.provider.updates()[before].clone();
        assert_eq!(update.addresses, [address]);

        update.at.saturating_duration_since(started)
    }

    fn way(&self, protocol: &str) -> Value {
        let status = self.status();
        let ways = status["lookout"]["ways"].as_array().cloned().unwrap_or_default();

        ways.into_iter().find(|way| way["protocol"] == protocol).unwrap_or(Value::Null)
    }
}

#[test]
fn a_change_that_the_router_announces_by_nat_pmp_is_followed_at_once() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::All, &["router"]);
        home.wait("the router to tell", LIMIT, || home.way("nat-pmp")["tells"] == true);

        for _ in 0..3 {
            let took = home.changes(TOLD);
            say(&format!("followed after {took:?}"));
        }
        home.wait("the announcement to be shown", TOLD, || home.way("nat-pmp")["announces"] == true);
        assert_eq!(home.lab.provider.updates().len(), 4, "one request for each change");
    });
}

/// With `UPnP` switched off, miniupnpd announces nothing: it has to be asked.
#[test]
fn a_change_that_the_router_only_tells_when_asked_is_followed_within_15_seconds() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::NatPmp, &["router", "stun"]);
        home.wait("the router to tell", LIMIT, || home.way("nat-pmp")["tells"] == true);
        assert_eq!(home.status()["lookout"]["pulses"], false, "no STUN server is asked where the router tells");

        let took = home.changes(Duration::from_secs(18));
        say(&format!("followed after {took:?}"));
        assert_eq!(home.lab.provider.updates().len(), 2);
    });
}

#[test]
fn a_change_that_the_router_tells_by_upnp_events_is_followed_at_once() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::Upnp, &["router"]);
        home.wait("the router to promise", LIMIT, || home.way("upnp")["announces"] == true);

        for _ in 0..3 {
            let took = home.changes(TOLD);
            say(&format!("followed after {took:?}"));
        }
        assert_eq!(home.lab.provider.updates().len(), 4, "one request for each change");
    });
}

#[test]
fn a_router_that_restarts_is_subscribed_to_again() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::All, &["router"]);
        home.wait("the router to promise", LIMIT, || home.way("upnp")["announces"] == true);
        home.lab.reboot_router();
        home.wait("the router to tell again", LIMIT, || home.way("nat-pmp")["tells"] == true);

        home.changes(TOLD);
        assert_eq!(home.lab.provider.updates().len(), 2);
    });
}

#[test]
fn a_change_behind_a_silent_router_is_followed_within_35_seconds() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::Nothing, &["router", "stun"]);
        let took = home.changes(Duration::from_secs(35));
        say(&format!("followed after {took:?}"));

        assert_eq!(home.status()["lookout"]["pulses"], true);
        assert_eq!(home.lab.provider.updates().len(), 2);
    });
}

#[test]
fn a_router_that_is_behind_another_one_is_told() {
    namespace::inside(|| {
        let mut home = Home::new(Speaks::NatPmp, &["router"]);
        let elsewhere: IpAddr = [20, 250, 0, 9].into();
        home.lab.provider.tell(elsewhere);
        home.lab.set_wan(Ipv4Addr::new(20, 77, 0, 7));
        home.wait("the update", LIMIT, || home.lab.provider.updates().len() == 2);
        assert_eq!(home.lab.provider.updates()[1].addresses, [elsewhere], "the world's word counts");

        home.wait("the difference to be told", LIMIT, || home.status()["lookout"]["behind_another"] == true);
        assert_eq!(home.status()["addresses"]["ipv4"]["verdict"], "cgnat");
    });
}
