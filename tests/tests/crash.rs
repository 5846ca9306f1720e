//! What was acknowledged is there after a kill at any moment, and a full disk loses nothing.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use homeport_agent::store::Store;
use homeport_core::event::StoreState;
use homeport_core::settings::file::{FieldFacts, Providers};
use homeport_handle::paths::Paths;

const KILLS: u64 = 200;

struct Noted;

impl Providers for Noted {
    fn ids(&self) -> Vec<String> {
        Vec::new()
    }

    fn fields(&self, _provider: &str) -> Option<Vec<FieldFacts>> {
        Some(vec![FieldFacts { key: "note".to_owned(), secret: false, optional: true }])
    }
}

/// The last number that the process acknowledged, of each kind.
#[derive(Debug, Default, Clone, Copy)]
struct Acknowledged {
    ledger: i64,
    entry: i64,
    settings: i64,
}

/// Lets the process write until it has said `lines` lines and a moment more, kills it, and returns what it acknowledged.
fn write_and_kill(folder: &Path, first: i64, lines: u64, moment: u64) -> Acknowledged {
    let mut process = Command::new(env!("CARGO_BIN_EXE_test-store"))
        .args(["write", &folder.display().to_string(), &first.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(process.stdout.take().unwrap()).lines();
    let mut acknowledged = Acknowledged::default();
    let mut note = |line: String| {
        let (what, number) = line.split_once(' ').unwrap();
        let number = number.parse().unwrap();
        match what {
            "ledger" => acknowledged.ledger = number,
            "entry" => acknowledged.entry = number,
            _ => acknowledged.settings = number,
        }
    };
    for _ in 0..lines {
        note(said.next().expect("the process ended by itself").unwrap());
    }
    for _ in 0..moment {
        std::hint::spin_loop();
    }
    process.kill().unwrap();
    for line in said.map_while(Result::ok) {
        note(line);
    }
    process.wait().unwrap();

    acknowledged
}

#[test]
fn two_hundred_kills_at_random_moments_lose_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let paths = Paths::new(Some(folder.path())).unwrap();
    let mut next = 1;
    let mut last = Acknowledged::default();
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    for kill in 0..KILLS {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (lines, moment) = ((random >> 33) % 12, (random >> 40) % 400_000);
        let new = write_and_kill(folder.path(), next, lines, moment);
        last.ledger = last.ledger.max(new.ledger);
        last.entry = last.entry.max(new.entry);
        last.settings = last.settings.max(new.settings);

        let (store, opened) = Store::open(&paths, Arc::new(Noted));

        let about = format!("kill {kill}: {last:?}");
        assert_eq!(opened.states, [StoreState::Fine], "{about}");
        let facts: Vec<i64> = opened
            .ledger
            .published
            .values()
            .filter_map(|facts| facts.ipv4.as_ref())
            .map(|fact| fact.accepted.0)
            .collect();
        let newest = facts.iter().copied().max().unwrap_or_default();
        assert!(newest >= last.ledger, "{about}: a fact is lost, the newest is {newest}");
        // Every step before the newest one has left its fact, or a later one of the same name.
        assert!(facts.iter().all(|fact| *fact > newest - 6), "{about}: {facts:?}");
        assert_eq!(i64::try_from(facts.len()).unwrap(), newest.min(6), "{about}: {facts:?}");
        let entry = store.history(1, None).first().map_or(0, |entry| entry.at.0);
        assert!(entry >= last.entry, "{about}: a line of history is lost, the newest is {entry}");
        let note = opened.settings.accounts.first().and_then(|account| account.fields.get("note"));
        let note = note.map_or(0, |note| note.parse().unwrap());
        assert!(note >= last.settings, "{about}: a change of the settings is lost, the newest is {note}");
        next = newest + 1;
    }
    assert!(last.settings > 100, "the process hardly came to write: {last:?}");
    let left: Vec<String> = std::fs::read_dir(&paths.settings)
        .unwrap()
        .chain(std::fs::read_dir(&paths.state).unwrap())
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| std::path::Path::new(name).extension().is_some_and(|end| end == "new"))
        .collect();
    assert!(left.is_empty(), "unfinished files stay: {left:?}");
}

/// What the process says in this mode on a disk that only it sees, and that goes with it.
#[cfg(target_os = "linux")]
fn said_on_a_disk(options: &str, mode: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new("unshare")
        .args(["--map-root-user", "--mount", "sh", "-c"])
        .arg(r#"mount -t tmpfs -o "$3" tmpfs "$1" && exec "$2" "$4" "$1" 0"#)
        .arg("sh")
        .arg(folder.path())
        .arg(env!("CARGO_BIN_EXE_test-store"))
        .args([options, mode])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_and_nothing_is_lost_when_there_is_room_again() {
    let said = said_on_a_disk("size=1m", "full");

    assert_eq!(said, ["written 1", "refused 2", "refused 3", "written 4", "same 5"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_disk_is_told_and_what_memory_learned_meanwhile_is_written_later() {
    let said = said_on_a_disk("size=8m", "read-only");

    assert_eq!(said, ["written 1", "known 2", "the disk is read-only 3", "refused 4", "written 5", "same 6"]);
}

#[cfg(target_os = "linux")]
#[test]
fn settings_that_belong_to_another_user_are_not_used() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.toml"), "version = 1\n").unwrap();
    // Only root can give a file away; for others the file of another user is put in its place.
    let output = Command::new("sh")
        .arg("-c")
        .arg(
            r#"if [ "$(id -u)" = 0 ]; then chown 65534 "$1/settings.toml" && exec "$2" owner "$1" 0; fi
            exec unshare --map-root-user --mount sh -c \
                'mount --bind /etc/hostname "$1/settings.toml" && exec "$2" owner "$1" 0' sh "$1" "$2""#,
        )
        .arg("sh")
        .arg(folder.path())
        .arg(env!("CARGO_BIN_EXE_test-store"))
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();

    let error = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("settings.toml belongs to another user"), "{said}{error}");
}
