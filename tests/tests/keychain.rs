//! The vault against a real gnome-keyring on a message bus of its own.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use homeport_tests::keyring::{self, Keyring, SECRETS, count_dialogues};
use homeport_tests::session_bus::SessionBus;
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(30);

/// A session: a bus, a home folder, a process with a vault, and a prompter that refuses and counts.
struct Session {
    bus: SessionBus,
    home: TempDir,
    vault: Child,
    input: ChildStdin,
    output: Option<BufReader<ChildStdout>>,
    dialogues: Arc<AtomicUsize>,
}

impl Session {
    async fn start(policy: &str, credentials: Option<&std::path::Path>) -> Self {
        let bus = SessionBus::start_with(policy).unwrap();
        let home = tempfile::tempdir().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_test-vault"));
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).env_remove("CREDENTIALS_DIRECTORY");
        if let Some(folder) = credentials {
            command.env("CREDENTIALS_DIRECTORY", folder);
        }
        let mut vault = in_session(&mut command, &bus, &home).spawn().unwrap();
        let (input, output) = (vault.stdin.take().unwrap(), Some(BufReader::new(vault.stdout.take().unwrap())));
        let dialogues = count_dialogues(&bus, || async {}).await;

        Self { bus, home, vault, input, output, dialogues }
    }

    fn ask(&mut self, command: &str) -> String {
        self.send(command);
        self.answer()
    }

    fn send(&mut self, command: &str) {
        writeln!(self.input, "{command}").unwrap();
    }

    fn answer(&mut self) -> String {
        let mut line = String::new();
        self.output.as_mut().unwrap().read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }

    async fn keyring(&self) -> Keyring {
        Keyring::start(&self.bus, self.home.path()).await
    }

    fn secret_tool(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("secret-tool");
        let output =
            in_session(command.args(arguments), &self.bus, &self.home).output().expect("secret-tool is installed");

        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.vault.kill();
        let _ = self.vault.wait();
    }
}

fn in_session<'a>(command: &'a mut Command, bus: &SessionBus, home: &TempDir) -> &'a mut Command {
    keyring::in_session(command, bus, home.path())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_is_stored_read_replaced_and_deleted() {
    let mut session = Session::start("", None).await;
    let _keyring = session.keyring().await;

    assert_eq!(session.ask("state"), "Ready");
    assert_eq!(session.ask("read main token"), "Missing");
    assert_eq!(session.ask("store main token first"), "done");
    assert_eq!(session.ask("read main token"), "first");
    assert_eq!(session.ask("store main token zwölf"), "done");
    assert_eq!(session.ask("read main token"), "zwölf");
    assert_eq!(session.ask("store other token second"), "done");
    assert_eq!(session.secret_tool(&["lookup", "service", "homeport", "username", "main.token"]), "zwölf");
    assert_eq!(session.ask("delete main token"), "done");
    assert_eq!(session.ask("read main token"), "Missing");
    assert_eq!(session.ask("delete main token"), "done");
    assert_eq!(session.ask("read other token"), "second");
    assert_eq!(session.dialogues.load(Ordering::SeqCst), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_absent_keychain_is_told_and_a_late_one_is_found_without_a_restart() {
    let mut session = Session::start("", None).await;
    assert_eq!(session.ask("state"), "Absent");
    assert_eq!(session.ask("read main token"), "Absent");
    assert_eq!(session.ask("store main token value"), "Absent");

    let keyring = session.keyring().await;
    assert_eq!(session.ask("read main token"), "Missing");
    assert_eq!(session.ask("store main token value"), "done");

    // The keyring crashes, and comes back.
    drop(keyring);
    assert_eq!(session.ask("read main token"), "Absent");
    let _keyring = session.keyring().await;
    assert_eq!(session.ask("read main token"), "value");
    assert_eq!(session.ask("store main token new"), "done");
    assert_eq!(session.ask("read main token"), "new");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_keychain_is_told_without_a_dialogue_and_read_as_soon_as_it_is_unlocked() {
    let mut session = Session::start("", None).await;
    let keyring = session.keyring().await;
    assert_eq!(session.ask("store main token value"), "done");
    keyring.lock().await;

    for _ in 0..5 {
        assert_eq!(session.ask("state"), "Locked");
        assert_eq!(session.ask("read main token"), "Locked");
        assert_eq!(session.ask("delete main token"), "Locked");
    }
    assert_eq!(session.dialogues.load(Ordering::SeqCst), 0, "a read in the background asked the user");

    // The user acts: one dialogue, which nobody answers here.
    assert_eq!(session.ask("store main token other"), "Locked");
    assert_eq!(session.dialogues.load(Ordering::SeqCst), 1);

    keyring.unlock().await;
    assert_eq!(session.ask("read main token"), "value");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unlocked_keychain_wakes_whoever_waits() {
    let mut session = Session::start("", None).await;
    let keyring = session.keyring().await;
    assert_eq!(session.ask("store main token value"), "done");
    keyring.lock().await;
    assert_eq!(session.ask("read main token"), "Locked");

    session.send("changed");
    // The vault may not listen yet: unlocked and locked again until it has heard.
    let (hear, mut heard) = tokio::sync::oneshot::channel();
    let Session { output, .. } = &mut session;
    let mut output = output.take().unwrap();
    std::thread::spawn(move || {
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let _ = hear.send(line);
    });
    let start = std::time::Instant::now();
    let line = loop {
        assert!(start.elapsed() < PATIENCE, "nothing was heard before the minute was over");
        keyring.unlock().await;
        keyring.lock().await;
        if let Ok(line) = heard.try_recv() {
            break line;
        }
    };

    assert_eq!(line.trim_end(), "changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_that_another_program_deletes_is_missing_and_the_others_are_not() {
    let mut session = Session::start("", None).await;
    let _keyring = session.keyring().await;
    assert_eq!(session.ask("store main token value"), "done");
    assert_eq!(session.ask("store other token second"), "done");

    session.secret_tool(&["clear", "service", "homeport", "username", "main.token"]);

    assert_eq!(session.ask("read main token"), "Missing");
    assert_eq!(session.ask("read other token"), "second");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bus_that_denies_access_is_told_apart_from_an_absent_keychain() {
    let mut session = Session::start(r#"<deny send_destination="org.freedesktop.secrets"/>"#, None).await;

    // Something has to own the name: a bus looks at its rules only then.
    let owner = zbus::connection::Builder::address(session.bus.address()).unwrap();
    let _owner = owner.name(SECRETS).unwrap().build().await.unwrap();

    assert_eq!(session.ask("state"), "Denied");
    assert_eq!(session.ask("read main token"), "Denied");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_credentials_folder_comes_first_and_needs_no_keychain() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("main.token"), "from the unit\n").unwrap();
    let mut session = Session::start("", Some(folder.path())).await;

    assert_eq!(session.ask("read main token"), "from the unit");
    assert_eq!(session.ask("read main other"), "Missing");
    assert_eq!(session.ask("store main token new"), "the secrets of main come from the credentials folder");
    let _keyring = session.keyring().await;
    assert_eq!(session.ask("store other token new"), "done");
    assert_eq!(session.ask("read other token"), "new");
    assert_eq!(session.ask("read main token"), "from the unit");
}
