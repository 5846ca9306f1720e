use std::collections::BTreeMap;

use super::*;
use crate::client::{Client, ClientOptions};
use crate::event::Event;
use crate::journal::{Happening, Weight};
use crate::settings::file::{self, FieldFacts, Providers};
use crate::text::Texts;
use crate::time::{Mono, Now, Wall};

const SETTINGS: &str = r#"version = 1
# my token is SECRET-in-a-comment
[[account]]
id = "grandmother"
provider = "duckdns"
[[account]]
id = "dyndns2"
provider = "dyndns2"
[account.fields]
server = "https://dyn.box.example.net"
user = "jane doe"
[[hostname]]
name = "kamera-straße.example.org"
account = "grandmother"
[[hostname]]
name = "home.duckdns.org"
account = "dyndns2"
[network]
home = ["AA:bb:cc:dd:ee:ff/192.168.178.0/24"]
"#;

struct Known;

impl Providers for Known {
    fn ids(&self) -> Vec<String> {
        Vec::new()
    }

    fn fields(&self, provider: &str) -> Option<Vec<FieldFacts>> {
        let fields: &[&str] = if provider == "duckdns" { &[] } else { &["server", "user"] };
        let fact = |key: &&str| FieldFacts { key: (*key).to_owned(), secret: false, optional: true };

        Some(fields.iter().map(fact).collect())
    }
}

fn made(text: &str, hide: bool) -> (SupportReport, String) {
    let texts = Texts::english();
    let settings = file::parse(text, &Known, &texts).unwrap();
    let now = Now { wall: Wall(1_800_000_000_000), mono: Mono::default() };
    let mut client =
        Client::new(ClientOptions { version: "0.1.0".to_owned(), rules: BTreeMap::new(), seed: 1, binds: true }, now);
    client.handle(Event::Settings(settings.clone()), now);
    let mut snapshot = client.snapshot(now, &texts);
    snapshot.network.name = Some("Café Zentral 5G".to_owned());
    let line = "Café Zentral 5G: jane doe on 2001:DB8::7a:1, 203.0.113.7:8080 and nas.home.duckdns.org (::1).";
    let entry = Entry {
        id: 1,
        at: Wall(1),
        weight: Weight::Change,
        happening: Happening::Halted {
            hostname: Some("gone.example.com".parse().unwrap()),
            provider: crate::settings::ProviderId("duckdns".to_owned()),
            means: crate::reply::Means::BadAuth,
        },
        line: format!(
            "{line} gone.example.com, 2001:db8::7a:1 again, dyn.box.example.net; 52-54-00-12-34-56 in /made/up/jane/files."
        ),
    };
    let facts = ReportFacts {
        snapshot: &snapshot,
        checks: &[],
        entries: &[entry],
        settings: &settings,
        settings_text: Some(text),
        home_folder: Some("/made/up/jane"),
        system: "linux x86_64",
    };
    let report = report(&facts, hide);
    let whole = report.parts.iter().map(ReportPart::text).collect();

    (report, whole)
}

#[test]
fn nothing_that_names_a_person_or_a_home_is_left() {
    let (_, whole) = made(SETTINGS, true);

    for gone in [
        "grandmother",
        "jane",
        "kamera",
        "xn--",
        "duckdns.org",
        "example.org",
        "example.com",
        "box.example.net",
        "203.0",
        "db8",
        "DB8",
        "192.168",
        "aa:bb",
        "AA:bb",
        "52-54",
        "Zentral",
        "SECRET",
    ] {
        assert!(!whole.contains(gone), "{gone} in:\n{whole}");
    }
}

#[test]
fn the_same_is_hidden_by_the_same_number_and_marks_around_it_stay() {
    let (report, _) = made(SETTINGS, true);
    let history = report.parts.iter().find(|part| part.name == "history.txt").unwrap().text();

    let again: Vec<&str> = history.split(|character: char| !character.is_alphanumeric() && character != '-').collect();
    let count = |word: &str| again.iter().filter(|found| **found == word).count();
    assert_eq!(count("address-1"), 2, "{history}");
    assert!(history.contains("address-2:8080 and host-") && history.contains("(::1)."), "{history}");
    assert!(history.ends_with("/files.\n"), "{history}");
}

#[test]
fn what_helps_stays_and_what_is_hidden_is_marked() {
    let (report, whole) = made(SETTINGS, true);

    for stays in ["Homeport 0.1.0, linux x86_64", "provider = \"duckdns\"", "\"revision\"", "version = 1"] {
        assert!(whole.contains(stays), "{stays} not in:\n{whole}");
    }
    let marked = report.parts.iter().flat_map(|part| &part.pieces).filter(|piece| piece.hidden);
    assert!(marked.count() > 10);
}

#[test]
fn without_hiding_all_is_there_but_the_comments() {
    let (report, whole) = made(SETTINGS, false);

    assert!(whole.contains("grandmother") && whole.contains("203.0.113.7") && !whole.contains("SECRET"), "{whole}");
    assert!(report.parts.iter().all(|part| part.has_a_plain_name() && part.pieces.iter().all(|piece| !piece.hidden)));
}

#[test]
fn a_file_with_a_mistake_is_left_out_as_it_may_hold_a_secret() {
    assert!(settings(None).starts_with("# It has a mistake"));
    assert!(settings(Some("token = SECRET")).starts_with("# It has a mistake"));
}

#[test]
fn a_name_that_leads_out_of_the_file_is_no_plain_name() {
    for name in ["../up.txt", "a/b", "", ".hidden", "C:x", "UPPER"] {
        assert!(!ReportPart { name: name.to_owned(), pieces: Vec::new() }.has_a_plain_name(), "{name}");
    }
}
