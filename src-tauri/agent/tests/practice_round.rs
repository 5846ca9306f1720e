//! The whole line on real parts, without an account: settings file, store, client, conversation, practice server, proof.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::match_wild_err_arm,
    reason = "a test that cannot go on has failed"
)]

use std::time::Duration;

use homeport_agent::driver::{Agent, AgentOptions, LocalHandle, Scope};
use homeport_agent::vault::Vault;
use homeport_core::address::PerFamily;
use homeport_core::request::{Outcome, Request, Response};
use homeport_core::settings::{Notifications, Preferences, Theme};
use homeport_core::snapshot::{ChipState, Snapshot, State};
use homeport_handle::Handle;
use homeport_handle::paths::Paths;

async fn agent(folder: &std::path::Path) -> Agent {
    let options = AgentOptions {
        paths: Paths::new(Some(folder)).unwrap(),
        vault: Vault::open(None),
        version: "0.1.0".to_owned(),
    };

    Agent::start(options, Scope::Update).await.unwrap()
}

async fn until(handle: &LocalHandle, is_so: impl Fn(&Snapshot) -> bool) -> Snapshot {
    let mut snapshots = handle.snapshots();
    let found = tokio::time::timeout(Duration::from_secs(30), async {
        loop {
            let shown = snapshots.borrow_and_update().clone();
            if let Some(snapshot) = shown.filter(|snapshot| is_so(snapshot)) {
                return (*snapshot).clone();
            }
            snapshots.changed().await.unwrap();
        }
    });

    match found.await {
        Ok(snapshot) => snapshot,
        Err(_) => panic!("never so: {:#?}", handle.snapshots().borrow()),
    }
}

#[tokio::test]
async fn the_practice_hostname_is_published_and_proved_and_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let first = agent(folder.path()).await;
    let handle = first.handle();
    assert_eq!(handle.ask(Request::AddPractice).await.unwrap(), Response::Done);
    let snapshot = until(&handle, |snapshot| {
        snapshot.hostnames.first().is_some_and(|row| row.records.ipv4.state == ChipState::Verified)
    })
    .await;
    assert_eq!(snapshot.state, State::Ok, "{snapshot:#?}");
    assert_eq!(snapshot.headline, "home.practice.test is up to date");
    assert!(snapshot.practice.unwrap().command.starts_with("dig @127.0.0.1 -p "));

    let Response::Journal(entries) = handle.ask(Request::History { limit: 50, before: None }).await.unwrap() else {
        panic!("no history");
    };
    let lines: Vec<String> = entries.into_iter().map(|entry| entry.line).collect();
    assert!(
        lines.iter().any(|line| line.starts_with("Practice accepted the update of home.practice.test")),
        "{lines:?}"
    );
    assert!(lines.iter().any(|line| line.starts_with("The name servers of home.practice.test say")), "{lines:?}");
    let before = handle.snapshots().borrow().as_ref().unwrap().hostnames[0].records.ipv4.accepted;
    first.shutdown().await;

    let second = agent(folder.path()).await;
    let handle = second.handle();
    let snapshot = until(&handle, |snapshot| {
        snapshot.hostnames.first().is_some_and(|row| row.records.ipv4.state == ChipState::Verified)
    })
    .await;
    let accepted = snapshot.hostnames[0].records.ipv4.accepted;
    assert!(accepted > before, "the server of the new process knows nothing of the old one's records");
    let Response::Outcomes(outcomes) = handle.ask(Request::Once { dry_run: true }).await.unwrap() else {
        panic!("no outcomes");
    };
    assert_eq!(outcomes[0].outcome, Outcome::Unchanged, "{outcomes:?}");

    let removed = handle.ask(Request::Remove { hostname: "home.practice.test".to_owned() }).await.unwrap();
    assert_eq!(removed, Response::Done);
    let snapshot = until(&handle, |snapshot| snapshot.hostnames.is_empty()).await;
    assert_eq!(snapshot.practice, None, "the server listens only while a hostname uses it");
    second.shutdown().await;
}

#[tokio::test]
async fn what_cannot_be_done_is_refused_in_three_parts_with_its_field() {
    let folder = tempfile::tempdir().unwrap();
    let agent = agent(folder.path()).await;
    let handle = agent.handle();
    let refused = handle.ask(Request::TryAgain { hostname: "nobody.example.org".to_owned() }).await.unwrap();
    let Response::Refused(refusal) = refused else { panic!("{refused:?}") };

    assert_eq!(refusal.field.as_deref(), Some("hostname"));
    for part in [&refusal.happened, &refusal.means, &refusal.cure] {
        assert!(part.len() > 5 && !part.contains("refused-"), "{refusal:?}");
    }
    agent.shutdown().await;
}

#[tokio::test]
async fn records_and_preferences_apply_at_once_and_are_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let agent = agent(folder.path()).await;
    let handle = agent.handle();
    handle.ask(Request::AddPractice).await.unwrap();
    let hostname = "home.practice.test".to_owned();

    let records = PerFamily { ipv4: true, ipv6: false };
    let set = handle.ask(Request::SetRecords { hostname: hostname.clone(), records }).await.unwrap();
    assert_eq!(set, Response::Done);
    until(&handle, |snapshot| snapshot.hostnames.iter().any(|row| row.records.ipv6.state == ChipState::Off)).await;
    let none = PerFamily { ipv4: false, ipv6: false };
    let refused = handle.ask(Request::SetRecords { hostname, records: none }).await.unwrap();
    assert!(matches!(refused, Response::Refused(_)), "{refused:?}");

    let chosen = Preferences { theme: Theme::Dark, notifications: Notifications::NeedsMe, ..Preferences::default() };
    assert_eq!(handle.ask(Request::SetPreferences(chosen.clone())).await.unwrap(), Response::Done);
    until(&handle, |snapshot| snapshot.preferences == chosen).await;
    let file = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
    assert!(file.contains("theme = \"dark\"") && file.contains("notifications = \"needs-me\""), "{file}");

    assert_eq!(handle.ask(Request::SetPreferences(Preferences::default())).await.unwrap(), Response::Done);
    until(&handle, |snapshot| snapshot.preferences == Preferences::default()).await;
    agent.shutdown().await;
}
