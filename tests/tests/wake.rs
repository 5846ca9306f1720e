//! The word of sleep from the system bus, with a systemd-logind that the test plays.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use homeport_agent::netwatch::watch;
use homeport_core::event::{Event, Hint};
use homeport_tests::again::with_variables;
use homeport_tests::session_bus::SessionBus;
use tokio::sync::mpsc;
use tokio::time::timeout;
use zbus::Connection;

/// On a machine that is busy.
const SOON: Duration = Duration::from_secs(10);
const QUIET: Duration = Duration::from_millis(300);
const VARIABLE: &str = "DBUS_SYSTEM_BUS_ADDRESS";

/// What systemd-logind says before a sleep and after it.
async fn prepare_for_sleep(logind: &Connection, asleep: bool) {
    let (path, interface) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
    logind.emit_signal(None::<&str>, path, interface, "PrepareForSleep", &asleep).await.unwrap();
}

/// The next hint that is not about the machine's real network, which this test does not own.
async fn next_woke(events: &mut mpsc::Receiver<Event>, within: Duration) -> bool {
    let woke = async { while events.recv().await != Some(Event::Hint(Hint::Woke)) {} };

    timeout(within, woke).await.is_ok()
}

#[test]
fn a_machine_that_woke_up_is_told_once_for_each_sleep() {
    with_variables(
        || {
            let bus = SessionBus::start().unwrap();
            let address = bus.address().to_owned();
            (bus, vec![(VARIABLE, address)])
        },
        || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let logind = Connection::system().await.unwrap();
                logind.request_name("org.freedesktop.login1").await.unwrap();
                let (sender, mut events) = mpsc::channel(64);
                tokio::spawn(watch(sender));
                // Until the watcher has subscribed, nobody hears it.
                while !next_woke(&mut events, QUIET).await {
                    prepare_for_sleep(&logind, false).await;
                }
                while next_woke(&mut events, QUIET).await {}

                for _ in 0..3 {
                    prepare_for_sleep(&logind, true).await;
                    assert!(!next_woke(&mut events, QUIET).await, "it goes to sleep, and has not woken");
                    prepare_for_sleep(&logind, false).await;
                    assert!(next_woke(&mut events, SOON).await, "it woke");
                    assert!(!next_woke(&mut events, QUIET).await, "it woke once");
                }
            });
        },
    );
}

#[test]
fn a_machine_without_a_system_bus_is_watched_all_the_same() {
    with_variables(
        || ((), vec![(VARIABLE, "unix:path=/nonexistent/bus".to_owned())]),
        || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let (sender, mut events) = mpsc::channel(64);
                let watcher = tokio::spawn(watch(sender));
                assert!(!next_woke(&mut events, QUIET).await);
                assert!(!watcher.is_finished());
            });
        },
    );
}
