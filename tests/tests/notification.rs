//! Notifications against a real service, and without one.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::future::Future;
use std::io::{BufRead as _, BufReader};
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use homeport_core::fault::Code;
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::{ChipState, Snapshot, State};
use homeport_handle::Handle as _;
use homeport_tests::household::{HOSTNAME, Household, Resident, inside, read_pipe};
use homeport_tests::session_bus::{Display, Program, SessionBus};

/// The application, and the desktop file that its icon and its settings are found by.
const FROM: &str = "Homeport|org.homeport.Homeport";
const NEW_ADDRESS: &str = "20.3.0.8";

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

fn is_proved(now: &Snapshot, address: &str) -> bool {
    let record = &now.hostnames[0].records.ipv4;

    now.state == State::Ok && record.state == ChipState::Verified && record.address == address.parse().ok()
}

/// What a person does with the notifications, and what is said to it.
fn dunstctl(bus: &SessionBus, arguments: &[&str]) -> String {
    let mut command = Command::new("dunstctl");
    let output = command.args(arguments).env("DBUS_SESSION_BUS_ADDRESS", bus.address()).output().unwrap();
    assert!(output.status.success(), "{output:?}");

    String::from_utf8(output.stdout).unwrap()
}

/// A resident with a tray and notifications.
async fn resident(household: &Household, bus: &SessionBus, display: &Display) -> Resident {
    let mut command = household.homeport(&["run"]);
    command.env("DISPLAY", display.name()).env("DBUS_SESSION_BUS_ADDRESS", bus.address());

    household.start(&mut command).await
}

/// Starts a notification service that tells what it shows through a pipe, and waits until it is there.
async fn service(household: &Household, bus: &SessionBus, display: &Display) -> (Program, PathBuf) {
    let shown = household.pipe("shown");
    // The service itself tells what it shows: application, desktop file, title, body.
    let teller = household.programs().join("tell");
    std::fs::write(
        &teller,
        format!(
            "#!/bin/sh\nprintf '%s|%s|%s|%s' \"$1\" \"$DUNST_DESKTOP_ENTRY\" \"$2\" \"$3\" > '{}'\n",
            shown.display()
        ),
    )
    .unwrap();
    std::fs::set_permissions(&teller, std::fs::Permissions::from_mode(0o755)).unwrap();
    let configuration = household.folder().join("dunstrc");
    std::fs::write(
        &configuration,
        format!(
            "[global]\nfont = Sans 10\nenable_recursive_icon_lookup = false\n\n[tell]\nsummary = \"*\"\nscript = {}\n",
            teller.display()
        ),
    )
    .unwrap();
    let watching = zbus::connection::Builder::address(bus.address()).unwrap().build().await.unwrap();
    let dbus = zbus::fdo::DBusProxy::new(&watching).await.unwrap();
    let mut owners = dbus.receive_name_owner_changed_with_args(&[(0, "org.freedesktop.Notifications")]).await.unwrap();
    let dunst = Program::start(
        Command::new("dunst")
            .arg("-conf")
            .arg(&configuration)
            .env("DISPLAY", display.name())
            .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
            .stderr(Stdio::null()),
    )
    .expect("`dunst` is installed");
    futures_util::StreamExt::next(&mut owners).await.unwrap();

    (dunst, shown)
}

#[test]
fn a_proved_change_is_shown_once_and_a_click_on_it_opens_the_hostname() {
    inside(|| {
        let mut household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let display = Display::start("800x600x24").unwrap();
            household.install_window();
            let (_dunst, shown) = service(&household, &bus, &display).await;
            let mut resident = resident(&household, &bus, &display).await;
            resident.until(|now| is_proved(now, "20.3.0.7")).await;

            household.home.change_address(NEW_ADDRESS.parse().unwrap());

            let words = read_pipe(shown).await;
            assert_eq!(words, format!("{FROM}|New address {NEW_ADDRESS}|{HOSTNAME} is up to date."));
            dunstctl(&bus, &["action", "0"]);
            let opened = household.opened().await;
            assert!(opened.ends_with(&format!("--hostname {HOSTNAME}\n")), "{opened}");
        });
    });
}

#[test]
fn what_needs_a_person_is_told_at_once_and_once_and_a_click_leads_to_where_it_is_cured() {
    inside(|| {
        let household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let display = Display::start("800x600x24").unwrap();
            household.install_window();
            household.confide(("made-up.password", "mistyped"), "");
            let (_dunst, shown) = service(&household, &bus, &display).await;
            let mut resident = resident(&household, &bus, &display).await;
            let refused =
                resident.until(|now| now.problems.iter().any(|problem| problem.code == Code::AuthRejected)).await;

            let words = read_pipe(shown).await;
            let problem = refused.problems.into_iter().find(|problem| problem.code == Code::AuthRejected).unwrap();
            assert_eq!(words, format!("{FROM}|{}|{} {}", problem.happened, problem.means, problem.cure));
            let checked = resident.handle.ask(Request::CheckNow).await.unwrap();
            assert!(!matches!(checked, Response::Refused(_)), "{checked:?}");
            tokio::time::sleep(Duration::from_secs(2)).await;
            assert_eq!(dunstctl(&bus, &["count", "displayed"]).trim(), "1", "it was told twice");

            dunstctl(&bus, &["action", "0"]);
            let opened = household.opened().await;
            assert!(opened.ends_with(&format!("--hostname {HOSTNAME}\n")), "{opened}");
        });
    });
}

#[test]
fn a_test_is_shown_when_a_person_asks_for_it_and_refused_where_nobody_would_see_it() {
    inside(|| {
        let household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let display = Display::start("800x600x24").unwrap();
            let headless = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            let refused = headless.handle.ask(Request::TestNotification).await.unwrap();
            assert!(matches!(refused, Response::Refused(_)), "{refused:?}");
            drop(headless);

            let (_dunst, shown) = service(&household, &bus, &display).await;
            let resident = resident(&household, &bus, &display).await;
            assert_eq!(resident.handle.ask(Request::TestNotification).await.unwrap(), Response::Done);

            let words = read_pipe(shown).await;
            assert_eq!(words, format!("{FROM}|A test of Homeport|Notifications appear. Say so in the window."));
        });
    });
}

#[test]
fn without_a_service_the_change_is_published_all_the_same() {
    inside(|| {
        let mut household = Household::new();
        run(async {
            let bus = SessionBus::start().unwrap();
            let mut command = household.homeport(&["run"]);
            command.env("DISPLAY", ":9999").env("DBUS_SESSION_BUS_ADDRESS", bus.address()).stderr(Stdio::piped());
            let mut resident = household.start(&mut command).await;
            let log = BufReader::new(resident.program.child().stderr.take().unwrap());
            resident.until(|now| is_proved(now, "20.3.0.7")).await;

            household.home.change_address(NEW_ADDRESS.parse().unwrap());
            resident.until(|now| is_proved(now, NEW_ADDRESS)).await;

            let told = tokio::task::spawn_blocking(move || {
                log.lines().map_while(Result::ok).find(|line| line.contains("no notification was shown"))
            });
            assert!(told.await.unwrap().is_some());
            let Response::Snapshot(now) = resident.handle.ask(Request::Status).await.unwrap() else { panic!() };
            assert!(is_proved(&now, NEW_ADDRESS));
        });
    });
}
