//! The program as it is built, on every system: commands alone, and commands that reach a resident through the local
//! socket. What they say in detail is held elsewhere.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStderr, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_homeport");
/// Nobody outside this machine is asked.
const SETTINGS: &str = "version = 1\n\n[addresses]\nsources = [\"interface\"]\n";

/// Starts a program. Wine fails at it now and then (`ERROR_INTERNAL_ERROR`, about once in three hundred times).
fn started(command: &mut Command) -> Child {
    const WINE_FAILED: i32 = 1_359;

    for _ in 0..4 {
        match command.spawn() {
            Err(error) if cfg!(windows) && error.raw_os_error() == Some(WINE_FAILED) => {}
            started => return started.unwrap(),
        }
    }

    command.spawn().unwrap()
}

/// Runs a program to its end.
fn output(command: &mut Command) -> Output {
    started(command).wait_with_output().unwrap()
}

/// A made-up home without a desktop.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.toml"), SETTINGS).unwrap();

        Self(folder)
    }

    fn homeport(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.arg("--config").arg(self.0.path()).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());

        command
    }

    /// Runs a command to its end and reads the one document that it prints.
    fn document(&self, arguments: &[&str]) -> (Value, Option<i32>) {
        let output = output(&mut self.homeport(arguments));
        let text = stdout(&output);
        let document = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text} {output:?}"));

        (document, output.status.code())
    }

    fn status(&self) -> Value {
        let (status, code) = self.document(&["status", "--json"]);
        assert!(matches!(code, Some(0 | 1 | 3)), "{code:?}: {status}");

        status
    }
}

/// A resident, which does not outlive its test.
struct Resident {
    process: Child,
    _log: BufReader<ChildStderr>,
}

impl Resident {
    /// Returns when it listens.
    fn start(home: &Home) -> Self {
        let mut process = started(home.homeport(&["run", "--no-tray"]).stdout(Stdio::null()));
        let mut log = BufReader::new(process.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("Homeport runs") {
            line.clear();
            assert_ne!(log.read_line(&mut line).unwrap(), 0, "it ended");
        }

        Self { process, _log: log }
    }

    fn runs(&mut self) -> bool {
        self.process.try_wait().unwrap().is_none()
    }
}

impl Drop for Resident {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn the_program_starts_and_names_its_version() {
    let output = output(Command::new(PROGRAM).arg("--version").stdout(Stdio::piped()).stderr(Stdio::piped()));

    assert_eq!(stdout(&output).trim_end(), concat!("homeport ", env!("CARGO_PKG_VERSION")));
    assert!(output.status.success());
}

#[test]
fn without_a_resident_a_command_answers_by_itself() {
    let home = Home::new();

    let (providers, code) = home.document(&["providers", "--json"]);
    assert_eq!(code, Some(0));
    assert!(providers.to_string().contains("\"desec\""), "{providers}");

    assert!(home.status().is_object());
    assert!(home.0.path().join("state").join("lock").is_file());
}

#[test]
fn a_command_reaches_the_resident_and_a_second_resident_does_not_start() {
    let home = Home::new();
    let mut resident = Resident::start(&home);

    let second = output(&mut home.homeport(&["run", "--no-tray"]));
    assert!(second.status.success(), "{second:?}");
    assert!(!stdout(&second).is_empty());

    assert!(home.status()["pause"].is_null());
    let (_, code) = home.document(&["pause", "--json"]);
    assert_eq!(code, Some(0));
    assert!(home.status()["pause"].is_object());
    assert!(resident.runs());

    // The next one finds what the killed one had written.
    drop(resident);
    let (history, _) = home.document(&["history", "--json"]);
    assert!(history.to_string().contains("\"paused\""), "{history}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_start_at_login_is_what_the_systems_own_list_says() {
    let (home, desktop) = (Home::new(), tempfile::tempdir().unwrap());
    let ask = |what: &str| {
        let mut command = home.homeport(&["service", what, "--json"]);
        command.env("HOME", desktop.path()).env_remove("XDG_CONFIG_HOME").env("XDG_CONFIG_DIRS", desktop.path());
        let output = output(&mut command);
        let document: Value = serde_json::from_str(&stdout(&output)).unwrap();
        (document["state"].as_str().unwrap().to_owned(), output.status.code())
    };
    let file = desktop.path().join(".config/autostart/org.homeport.Homeport.desktop");

    assert_eq!(ask("status"), ("off".to_owned(), Some(1)));
    assert_eq!(ask("install"), ("on".to_owned(), Some(0)));
    let entry = std::fs::read_to_string(&file).unwrap();
    assert!(entry.contains(PROGRAM) && entry.contains(&home.0.path().display().to_string()), "{entry}");

    std::fs::write(&file, entry.replace("/homeport ", "/gone ")).unwrap();
    assert_eq!(ask("status"), ("stale".to_owned(), Some(1)));
    assert_eq!(ask("uninstall"), ("off".to_owned(), Some(0)));
    assert!(!file.exists());
}
