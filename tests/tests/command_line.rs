//! The command line as people and scripts meet it: every command, every exit code, every mistake.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::future::Future;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use homeport_core::snapshot::State;
use homeport_tests::household::{ADDRESS, HOSTNAME, Household, inside};
use homeport_tests::mock_provider::{PASSWORD, USER};
use serde_json::Value;

/// A value that must never come out again.
const CANARY: &str = "canary-4b7e1d";

fn run(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(test);
}

/// Runs a command to its end. No output may hold a secret, and none may be coloured: it goes into a pipe.
fn output(household: &Household, arguments: &[&str]) -> Output {
    finished(household.homeport(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap())
}

fn finished(output: Output) -> Output {
    for bytes in [&output.stdout, &output.stderr] {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(PASSWORD) && !text.contains(CANARY), "a secret came out: {text}");
        assert!(!text.contains('\u{1b}'), "a pipe is coloured: {text}");
        assert!(!text.contains("panicked"), "{text}");
    }

    output
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The one document of a `--json` command.
fn document(output: &Output) -> Value {
    let text = stdout(output);
    assert_eq!(text.lines().count(), 1, "one line: {text}");

    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or_else(|| panic!("{}: {}", output.status, stderr(output)))
}

/// The fields of the made-up provider for `try` and `add`, without the password.
fn fields(household: &Household) -> [String; 2] {
    let server = household.provider.addresses()[0];

    [format!("server=https://{server}"), format!("user={USER}")]
}

fn try_with<'a>(fields: &'a [String; 2], password: &'a str) -> Vec<&'a str> {
    vec![
        "try", "dyndns2", HOSTNAME, "--ipv4", ADDRESS, "--field", &fields[0], "--field", &fields[1], "--field",
        password, "--json",
    ]
}

#[test]
fn once_updates_every_hostname_and_then_has_nothing_to_do() {
    inside(|| {
        let household = Household::new();

        let rehearsed = output(&household, &["once", "--dry-run", "--json"]);
        assert_eq!(document(&rehearsed)["hostnames"][0]["address"]["ipv4"], ADDRESS, "{}", stderr(&rehearsed));
        assert!(household.provider.updates().is_empty());

        let first = output(&household, &["once", "--json"]);
        let report = &document(&first)["hostnames"][0];
        assert_eq!(code(&first), 0, "{report} {}", stderr(&first));
        assert_eq!(report["hostname"], HOSTNAME);
        assert_eq!(report["provider"], "dyndns2");
        assert_eq!(report["outcome"], "updated");
        assert_eq!(report["means"], "good");
        assert_eq!(report["address"]["ipv4"], ADDRESS);
        assert_eq!(report["proved"], true);
        assert_eq!(household.provider.updates().len(), 1);

        let second = output(&household, &["once"]);
        assert_eq!(code(&second), 0, "{}", stderr(&second));
        assert!(stdout(&second).contains(&format!("✓ {HOSTNAME}  up to date")), "{}", stdout(&second));
        assert_eq!(household.provider.updates().len(), 1);

        let history = document(&output(&household, &["history", "--json"]));
        let kinds: Vec<_> =
            history["entries"].as_array().unwrap().iter().map(|entry| &entry["happening"]["kind"]).collect();
        assert!(kinds.contains(&&Value::from("sent")) && kinds.contains(&&Value::from("proved")), "{kinds:?}");
        assert!(stdout(&output(&household, &["history"])).contains(HOSTNAME));
    });
}

#[test]
fn without_a_resident_every_asking_command_prints_exactly_one_document() {
    inside(|| {
        let household = Household::new();
        let commands: [&[&str]; 8] = [
            &["status"],
            &["list"],
            &["history", "--limit", "3"],
            &["providers"],
            &["providers", "desec"],
            &["pause"],
            &["resume"],
            &["doctor"],
        ];
        for command in commands {
            let json = output(&household, &[command, &["--json"]].concat());
            assert!(document(&json).is_object(), "{command:?}");
            assert!(matches!(code(&json), 0 | 1 | 3), "{command:?}: {}", stderr(&json));

            let human = output(&household, command);
            assert!(!stdout(&human).is_empty(), "{command:?}: {}", stderr(&human));
            assert!(stdout(&human).lines().all(|line| line.chars().count() <= 80), "{command:?}: {}", stdout(&human));
        }
    });
}

#[test]
fn hostnames_are_added_listed_paused_and_removed() {
    inside(|| {
        let household = Household::new();
        let fields = fields(&household);
        let secret = household.folder().join("secret");
        std::fs::write(&secret, format!("{PASSWORD}\n")).unwrap();
        let password = format!("password=@{}", secret.display());
        household.provider.make("nas.example.org");
        household.write_settings("");

        assert_eq!(
            stdout(&output(&household, &["list"])),
            "There is no hostname yet. Add the first one with: homeport add\n"
        );
        // The keychain of this machine is not there; the secret comes from the folder of credentials.
        let account = ["--account", "made-up"];
        let add = ["add", "nas.example.org", "--provider", "dyndns2", "--field", &fields[0], "--field", &fields[1]];
        let added = output(&household, &[&add[..], &account, &["--field", &password, "--ipv6", "off"]].concat());
        assert!(matches!(code(&added), 0 | 2), "{} {}", stdout(&added), stderr(&added));

        household.write_settings(&household.hostname_settings());
        let listed = document(&output(&household, &["list", "--json"]));
        assert_eq!(listed["hostnames"][0]["hostname"], HOSTNAME);
        assert_eq!(listed["hostnames"][0]["ipv6"], false);

        assert_eq!(code(&output(&household, &["pause", HOSTNAME])), 0);
        assert_eq!(document(&output(&household, &["list", "--json"]))["hostnames"][0]["paused"], true);
        assert_eq!(code(&output(&household, &["resume", HOSTNAME])), 0);
        assert_eq!(document(&output(&household, &["list", "--json"]))["hostnames"][0]["paused"], false);

        assert_eq!(code(&output(&household, &["remove", HOSTNAME])), 0);
        assert_eq!(document(&output(&household, &["list", "--json"]))["hostnames"], Value::Array(Vec::new()));
    });
}

#[test]
fn a_hostname_is_added_with_a_standby_that_is_another_account() {
    inside(|| {
        let household = Household::new();
        let second = "[[account]]\nid = \"second\"\nprovider = \"duckdns\"\n[account.fields]\n\n[[hostname]]\n\
                      name = \"second.duckdns.org\"\naccount = \"second\"\nipv4 = true\nipv6 = false\n";
        household.write_settings(&format!("{}\n{second}", household.hostname_settings()));
        let add = |more: &[&str]| {
            output(
                &household,
                &[&["add", "nas.example.org", "--provider", "dyndns2", "--ipv6", "off", "--json"], more].concat(),
            )
        };
        for (more, about) in [
            (&["--standby", "third"][..], "third"),
            (&["--standby", "made-up"], "made-up"),
            (&["--standby", "second"], "nas.example.org"),
            (&["--standby", "second", "--standby-name", "not a name"], "not a name"),
        ] {
            let refused = add(more);
            let error = document(&refused)["error"].clone();
            assert_eq!(code(&refused), 2, "{more:?}: {error}");
            assert!(error["happened"].as_str().unwrap().contains(about), "{more:?}: {error}");
        }

        let added = add(&["--standby", "second", "--standby-name", "nas.duckdns.org"]);
        assert_eq!(code(&added), 0, "{} {}", stdout(&added), stderr(&added));
        let settings = std::fs::read_to_string(household.config().join("settings.toml")).unwrap();
        for line in ["standby = \"second\"", "standby_name = \"nas.duckdns.org\"", "standby_after = \"60m\""] {
            assert!(settings.contains(line), "{line}: {settings}");
        }
        let status = document(&output(&household, &["status", "--json"]));
        let kept = &status["hostnames"][2];
        assert_eq!(
            (&kept["standby"]["account"], &kept["standby"]["serves"]),
            (&"second".into(), &false.into()),
            "{status}"
        );
    });
}

#[test]
fn try_tells_right_from_wrong_credentials_and_stores_nothing() {
    inside(|| {
        let household = Household::new();
        household.write_settings("");
        let fields = fields(&household);
        let secret = household.folder().join("secret");
        std::fs::write(&secret, format!("{PASSWORD}\n")).unwrap();
        let from_file = format!("password=@{}", secret.display());

        let good = output(&household, &try_with(&fields, &from_file));
        let report = document(&good);
        assert_eq!(code(&good), 0, "{report} {}", stderr(&good));
        assert_eq!((&report["outcome"], &report["means"]), (&Value::from("updated"), &Value::from("good")));
        assert_eq!(document(&output(&household, &["list", "--json"]))["hostnames"], Value::Array(Vec::new()));

        // One line of standard input; what comes after it is not read.
        let mut child = household
            .homeport(&try_with(&fields, "password=-"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(format!("{CANARY}\nmore\n").as_bytes()).unwrap();
        let wrong = finished(child.wait_with_output().unwrap());
        let report = document(&wrong);
        assert_eq!(code(&wrong), 1, "{report} {}", stderr(&wrong));
        assert_eq!((&report["outcome"], &report["means"]), (&Value::from("refused"), &Value::from("bad-auth")));
    });
}

#[test]
fn each_mistake_is_refused_with_its_cure_and_code_two() {
    inside(|| {
        let household = Household::new();
        let fields = fields(&household);
        let shown = format!("password={CANARY}");
        let cases: [(&[&str], &str); 9] = [
            (&["try", "no-such-provider", HOSTNAME, "--json"], "homeport providers"),
            (&["add", "not a name", "--provider", "desec", "--json"], "home.example.org"),
            (&["add", "localhost", "--provider", "desec", "--json"], "home.example.org"),
            (&["try", "dyndns2", HOSTNAME, "--field", "sever=x", "--json"], "server, user, password"),
            (&["try", "dyndns2", HOSTNAME, "--field", CANARY, "--json"], "KEY=VALUE"),
            (&["try", "dyndns2", HOSTNAME, "--field", &fields[1], "--field", &fields[1], "--json"], "Leave one"),
            (&["try", "dyndns2", HOSTNAME, "--field", &shown, "--json"], "password=-"),
            (&["try", "dyndns2", HOSTNAME, CANARY, "--json"], "--help"),
            (&["remove", "absent.example.org", "--json"], ""),
        ];
        for (arguments, cure) in cases {
            let refused = output(&household, arguments);
            let error = &document(&refused)["error"];
            assert_eq!(code(&refused), 2, "{arguments:?}: {error}");
            assert!(error["cure"].as_str().unwrap().contains(cure), "{arguments:?}: {error}");
            assert!(!error["happened"].as_str().unwrap().is_empty(), "{arguments:?}: {error}");
        }
        let human = output(&household, &["try", "dyndns2", HOSTNAME, "--field", &shown]);
        assert_eq!((code(&human), stdout(&human).as_str()), (2, ""));
        assert_eq!(stderr(&human).lines().count(), 5, "{}", stderr(&human));
        assert!(household.provider.updates().is_empty());
    });
}

#[test]
fn a_mistake_in_the_settings_file_is_told_by_every_command_that_depends_on_it() {
    inside(|| {
        let household = Household::new();
        let path = household.config().join("settings.toml");
        let right = std::fs::read_to_string(&path).unwrap();
        let listed = stdout(&output(&household, &["list"]));
        assert!(listed.contains(HOSTNAME), "{listed}");

        std::fs::write(&path, right.replace("[addresses]", "[addresses]\nsorces = []")).unwrap();
        for arguments in [&["list"][..], &["once"], &["status"]] {
            let told = output(&household, arguments);
            let both = format!("{}{}", stdout(&told), stderr(&told));
            assert_eq!(code(&told), 2, "{arguments:?}: {both}");
            for part in [HOSTNAME, "settings.toml, line", "addresses.sorces", "last good settings stay in force"] {
                assert!(both.split_whitespace().collect::<Vec<_>>().join(" ").contains(part), "{part}: {both}");
            }
        }
        assert_eq!(household.provider.updates().len(), 1, "the last good settings stay in force");

        std::fs::remove_dir_all(household.config().join("state")).unwrap();
        let told = output(&household, &["list", "--json"]);
        assert_eq!(code(&told), 2);
        assert!(document(&told)["error"]["means"].as_str().unwrap().contains("addresses.sorces"));
    });
}

#[test]
fn help_completions_and_the_manual_are_printed() {
    inside(|| {
        let household = Household::new();
        for (arguments, part) in [
            (&["--help"][..], "Exit codes"),
            (&["try", "--help"], "--field"),
            (&["--version"], env!("CARGO_PKG_VERSION")),
            (&["completions", "bash"], "complete -F"),
            (&["man"], ".TH homeport"),
        ] {
            let printed = output(&household, arguments);
            assert_eq!(code(&printed), 0, "{arguments:?}");
            assert!(stdout(&printed).contains(part), "{arguments:?}: {}", stdout(&printed));
        }
        assert_eq!(code(&output(&household, &["--no-such-option"])), 2);
        assert_eq!(code(&output(&household, &[])), 2);
    });
}

#[test]
fn with_a_resident_the_commands_ask_it_and_a_second_start_finds_it() {
    inside(|| {
        let household = Household::new();
        run(async {
            let mut resident = household.start(&mut household.homeport(&["run", "--no-tray", "--log", "error"])).await;
            resident.until(|now| now.state == State::Ok && now.last_check.is_some()).await;

            let status = document(&output(&household, &["status", "--json"]));
            assert_eq!((&status["state"], &status["addresses"]["ipv4"]["address"]), (&"ok".into(), &ADDRESS.into()));
            let human = stdout(&output(&household, &["status"]));
            assert!(human.contains(HOSTNAME) && human.contains(ADDRESS), "{human}");

            assert_eq!(code(&output(&household, &["pause", "--for", "hour"])), 0);
            resident.until(|now| now.pause.as_ref().is_some_and(|pause| pause.until.is_some())).await;
            assert_eq!(code(&output(&household, &["status"])), 1);
            assert_eq!(code(&output(&household, &["resume"])), 0);
            resident.until(|now| now.pause.is_none()).await;

            let second = output(&household, &["run", "--no-tray"]);
            assert_eq!(
                (code(&second), stdout(&second).as_str()),
                (0, "Homeport runs already.\n"),
                "{}",
                stderr(&second)
            );
        });
    });
}

#[test]
fn watching_prints_a_document_for_each_change() {
    inside(|| {
        let household = Household::new();
        run(async {
            use tokio::io::AsyncBufReadExt as _;

            let mut resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
            resident.until(|now| now.state == State::Ok).await;
            let mut watching = tokio::process::Command::from(household.homeport(&["status", "--watch", "--json"]));
            let mut child = watching.stdout(Stdio::piped()).kill_on_drop(true).spawn().unwrap();
            let mut lines = tokio::io::BufReader::new(child.stdout.take().unwrap()).lines();
            let first: Value = serde_json::from_str(&lines.next_line().await.unwrap().unwrap()).unwrap();
            assert!(first["pause"].is_null());

            assert_eq!(code(&output(&household, &["pause"])), 0);

            loop {
                let line = lines.next_line().await.unwrap().expect("another document");
                let next: Value = serde_json::from_str(&line).unwrap();
                if next["pause"].is_object() {
                    break;
                }
            }
        });
    });
}

#[test]
fn a_signal_ends_the_resident_within_two_seconds() {
    inside(|| {
        let household = Household::new();
        run(async {
            for signal in ["-TERM", "-INT"] {
                let mut resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;
                let began = Instant::now();

                let pid = resident.program.id().to_string();
                assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());

                assert!(resident.program.child().wait().unwrap().success());
                assert!(began.elapsed() < Duration::from_secs(2), "{signal}: {:?}", began.elapsed());
            }
        });
    });
}

#[test]
fn of_twenty_copies_one_runs_and_the_others_say_so() {
    inside(|| {
        let household = Household::new();
        run(async {
            let mut copies = tokio::task::JoinSet::new();
            let mut pids = Vec::new();
            for _ in 0..20 {
                let mut command = tokio::process::Command::from(household.homeport(&["run", "--no-tray"]));
                let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true).spawn().unwrap();
                pids.push(child.id().unwrap());
                copies.spawn(async move {
                    let pid = child.id().unwrap();
                    (pid, child.wait_with_output().await.unwrap())
                });
            }
            for _ in 0..19 {
                let (pid, ended) = copies.join_next().await.unwrap().unwrap();
                pids.retain(|other| *other != pid);
                assert_eq!((code(&ended), stdout(&ended).as_str()), (0, "Homeport runs already.\n"));
            }
            let [left] = pids[..] else { panic!("one is left") };

            assert_eq!(code(&output(&household, &["list"])), 0);

            assert!(Command::new("kill").args(["-TERM", &left.to_string()]).status().unwrap().success());
            assert!(copies.join_next().await.unwrap().unwrap().1.status.success());
        });
    });
}
