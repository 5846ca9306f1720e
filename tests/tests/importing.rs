//! Taking over another client's settings, and checking a provider file of one's own, as people do it: with the real
//! program, at home.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use homeport_tests::household::{HOSTNAME, Household, inside};
use homeport_tests::mock_provider::{PASSWORD, USER};
use serde_json::Value;

/// Must never come out again.
const CANARY: &str = "canary-7e41b0";

fn output(household: &Household, arguments: &[&str]) -> Output {
    let output = household.homeport(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    for bytes in [&output.stdout, &output.stderr] {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(PASSWORD) && !text.contains(CANARY), "a secret came out: {text}");
        assert!(!text.contains("panicked"), "{text}");
    }

    output
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn all(output: &Output) -> String {
    format!("{}{}", stdout(output), String::from_utf8_lossy(&output.stderr))
}

fn document(output: &Output) -> Value {
    let text = stdout(output);
    assert_eq!(text.lines().count(), 1, "one line: {}", all(output));

    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or_else(|| panic!("{}", all(output)))
}

fn write(household: &Household, name: &str, text: &str) -> PathBuf {
    let path = household.folder().join(name);
    std::fs::write(&path, text).unwrap();

    path
}

fn shown(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn listed(household: &Household) -> Vec<String> {
    let list = document(&output(household, &["list", "--json"]));
    let rows = list["hostnames"].as_array().unwrap();

    rows.iter().map(|row| row["hostname"].as_str().unwrap().to_owned()).collect()
}

/// A household that keeps nothing yet, and another client's file for its provider.
fn ddclient(household: &Household) -> PathBuf {
    household.write_settings("");
    // Where there is no keychain, the service's own folder has the secret of the account that the preview names.
    std::fs::write(household.folder().join("credentials/dyndns2.password"), PASSWORD).unwrap();
    let server = household.provider.addresses()[0];
    let touched = household.folder().join("touched");
    let text = format!(
        "# kept since 2009\r\ndaemon=300\r\nuse=cmd, cmd='touch {}'\r\npostscript=/bin/touch\r\nprotocol=dyndns2, \\\r\n\
         server={server}, login={USER}, password={PASSWORD} {HOSTNAME}\r\n\
         protocol=googledomains, login=jane, password={CANARY} old.example.org\r\n",
        touched.display()
    );

    write(household, "ddclient.conf", &text)
}

#[test]
fn what_another_client_kept_is_shown_added_and_then_kept_up_to_date() {
    inside(|| {
        let household = Household::new();
        let file = ddclient(&household);
        let before = std::fs::read_to_string(household.config().join("settings.toml")).unwrap();

        let preview = output(&household, &["import", shown(&file)]);
        let text = stdout(&preview);
        assert_eq!(code(&preview), 0, "{}", all(&preview));
        let parts = [
            "ddclient: one hostname can be added",
            &format!("+ {HOSTNAME}"),
            "goes to the keychain as dyndns2.password",
            "Google Domains is closed",
            "line 3",
            "Not needed",
        ];
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in parts {
            assert!(flat.contains(part), "{part}: {text}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 80 || line.contains("/touch")), "{text}");
        assert!(all(&preview).contains("--yes"), "{}", all(&preview));
        assert_eq!(std::fs::read_to_string(household.config().join("settings.toml")).unwrap(), before);

        let json = document(&output(&household, &["import", shown(&file), "--json"]));
        assert_eq!((&json["added"], &json["client"]), (&Value::from(false), &Value::from("ddclient")));
        assert!(listed(&household).is_empty());

        let added = output(&household, &["import", shown(&file), "--yes", "--json"]);
        assert_eq!(code(&added), 0, "{}", all(&added));
        assert_eq!(document(&added)["added"], true);
        assert_eq!(listed(&household), [HOSTNAME]);
        let settings = std::fs::read_to_string(household.config().join("settings.toml")).unwrap();
        assert!(settings.starts_with(&before[..before.find("[[source]]").unwrap()]), "{settings}");
        assert!(!settings.contains(PASSWORD) && !settings.contains(CANARY));

        let round = output(&household, &["once", "--json"]);
        assert_eq!(code(&round), 0, "{}", all(&round));
        assert_eq!(document(&round)["hostnames"][0]["outcome"], "updated");
        assert_eq!(household.provider.updates().len(), 1);

        let again = output(&household, &["import", shown(&file), "--yes"]);
        assert_eq!(code(&again), 1, "{}", all(&again));
        assert!(all(&again).contains("already"), "{}", all(&again));
        assert!(!household.folder().join("touched").exists(), "a command of the file was run");
    });
}

#[test]
fn an_import_through_the_resident_is_the_same_and_without_a_keychain_nothing_of_it_stays() {
    inside(|| {
        let household = Household::new();
        let file = ddclient(&household);
        tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
            let resident = household.start(&mut household.homeport(&["run", "--no-tray"])).await;

            // Two accounts: the secret of one has a place, that of the other has none.
            let both = std::fs::read_to_string(&file).unwrap() + &format!("protocol=duckdns, password={CANARY} home\n");
            let both = write(&household, "both.conf", &both);
            let refused = output(&household, &["import", shown(&both), "--yes", "--json"]);
            assert_eq!(code(&refused), 2, "{}", all(&refused));
            assert!(document(&refused)["error"]["cure"].as_str().is_some_and(|cure| !cure.is_empty()));
            assert!(listed(&household).is_empty(), "all or nothing");

            let added = output(&household, &["import", shown(&file), "--from", "ddclient", "--apply"]);
            assert_eq!(code(&added), 0, "{}", all(&added));
            assert!(all(&added).contains("Stop ddclient now"), "{}", all(&added));
            assert_eq!(listed(&household), [HOSTNAME]);
            drop(resident);
        });
    });
}

#[test]
fn a_file_that_cannot_be_imported_is_refused_with_its_cure_and_code_two() {
    inside(|| {
        let household = Household::new();
        let prose = write(&household, "prose.txt", &format!("Dear diary, {CANARY}\n"));
        let long = write(&household, "long.conf", &"#\n".repeat(600 * 1024));
        let noip2 = write(&household, "no-ip2.conf", "\u{1}\0\0\u{2}");
        let broken = write(&household, "broken.json", "{\n \"settings\": [\n");
        let link = household.folder().join("link.conf");
        std::os::unix::fs::symlink(&prose, &link).unwrap();
        let folder = household.folder().to_owned();
        let cases: [(&[&str], &str); 8] = [
            (&["import", shown(&prose)], "--from: ddclient, inadyn"),
            (&["import", shown(&long)], "right file"),
            (&["import", shown(&noip2)], "noip2 -S"),
            (&["import", shown(&broken)], "Correct the line"),
            (&["import", shown(&link)], "file itself"),
            (&["import", shown(&folder)], "file itself"),
            (&["import", "/nowhere/at/all.conf"], "Check the path"),
            (&["import", shown(&prose), "--from", "teapot"], "--help"),
        ];
        for (arguments, cure) in cases {
            let refused = output(&household, &[arguments, &["--json"]].concat());
            let error = &document(&refused)["error"];
            assert_eq!(code(&refused), 2, "{arguments:?}: {}", all(&refused));
            assert!(error["cure"].as_str().unwrap().contains(cure), "{arguments:?}: {error}");
            assert!(!error["happened"].as_str().unwrap().is_empty(), "{arguments:?}: {error}");
        }
    });
}

/// A provider of somebody's own.
const OWN: &str = r#"name = "My provider"
site = "https://dns.example.net"
cost = "Free"
note = ""

[request]
url = "https://dns.example.net/update"
query = { host = "{hostname}", ip = "{ipv4}" }
headers = { authorization = "Bearer {token}" }

[[field]]
key = "token"
label = "Token"
help = "Stands on the account's page."
secret = true

[[reply]]
body = 'ok'
means = "good"

[[example]]
hostnames = ["home.example.net"]
ipv4 = "192.0.2.1"
fields = { token = "example-token" }
request = "GET https://dns.example.net/update?host=home.example.net&ip=192.0.2.1"
headers = { authorization = "Bearer example-token" }
answers = [{ body = "ok", means = "good" }, { body = "no", means = "unknown" }]
"#;

#[test]
fn a_provider_file_is_checked_and_then_used_with_its_hosts_shown_first() {
    inside(|| {
        let household = Household::new();
        let file = write(&household, "my-provider.toml", OWN);

        let checked = output(&household, &["providers", "check", shown(&file)]);
        assert_eq!(code(&checked), 0, "{}", all(&checked));
        let text = stdout(&checked);
        for part in ["My provider", "nobody has checked it", "Secrets go to: dns.example.net", "1 of 1 examples hold"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let json = document(&output(&household, &["providers", "check", shown(&file), "--json"]));
        assert_eq!((&json["usable"], &json["hosts"][0]), (&Value::from(true), &Value::from("dns.example.net")));

        let wrong = write(
            &household,
            "other.toml",
            &OWN.replace("{ body = \"no\", means = \"unknown\" }", "{ body = \"no\", means = \"good\" }"),
        );
        let not_so = output(&household, &["providers", "check", shown(&wrong), "--json"]);
        let json = document(&not_so);
        assert_eq!((code(&not_so), &json["usable"]), (1, &Value::from(false)));
        assert!(json["wrong"][0]["line"].as_u64().unwrap() > 20, "{json}");

        let misspelt = write(&household, "misspelt.toml", &OWN.replace("secret = true", "sekret = true"));
        let refused = output(&household, &["providers", "check", shown(&misspelt), "--json"]);
        let error = &document(&refused)["error"];
        assert_eq!(code(&refused), 2, "{error}");
        assert!(error["happened"].as_str().unwrap().contains("line 15, sekret"), "{error}");

        let unsafe_one = write(&household, "plain.toml", &OWN.replace("url = \"https://", "url = \"http://"));
        assert_eq!(code(&output(&household, &["providers", "check", shown(&unsafe_one)])), 2);

        std::fs::create_dir_all(household.config().join("providers")).unwrap();
        std::fs::copy(&file, household.config().join("providers/my-provider.toml")).unwrap();
        std::fs::write(household.config().join("providers/broken.toml"), "name =").unwrap();
        let card = output(&household, &["providers", "my-provider"]);
        assert_eq!(code(&card), 0, "{}", all(&card));
        assert!(stdout(&card).contains("nobody has checked it"), "{}", stdout(&card));
        let secret = write(&household, "secret", CANARY);
        let token = format!("token=@{}", secret.display());
        let tried =
            output(&household, &["try", "my-provider", "home.example.net", "--ipv4", "20.3.0.7", "--field", &token]);
        let told = all(&tried).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("Secrets go to: dns.example.net"), "{told}");
    });
}
