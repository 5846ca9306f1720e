//! Every configuration in `data/import/CLIENT/` and what is taken over from it: the file beside it that ends in
//! `.expected`. `HOMEPORT_WRITE=1 cargo test -p homeport-core --test import` writes those anew, to be read again by a
//! person. Each value that is secret has SECRET in it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a test reads its data; the ban is for the core itself")]
#![allow(clippy::print_stdout, reason = "the count is for whoever adds a provider")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use homeport_core::catalogue::Catalogue;
use homeport_core::import::{self, Import, ImportError, LONGEST, OtherClient, RemarkKind};
use homeport_core::settings::{AccountId, HostnameSettings, Settings};
use homeport_core::text::Texts;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/import")
}

fn samples(client: OtherClient) -> Vec<PathBuf> {
    let mut samples: Vec<PathBuf> = std::fs::read_dir(folder().join(client.id()))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_none_or(|end| end != "expected"))
        .collect();
    samples.sort();

    samples
}

/// Settings that keep one name already.
fn settings() -> Settings {
    let kept = HostnameSettings {
        name: "kept.example.org".parse().unwrap(),
        account: AccountId("duckdns".to_owned()),
        enabled: homeport_core::address::PerFamily { ipv4: true, ipv6: true },
        device: None,
        create: false,
        paused: false,
        standby: None,
        lower_ttl: false,
    };

    Settings { hostnames: vec![kept], ..Settings::default() }
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::built_in);

fn read(bytes: &[u8], from: Option<OtherClient>) -> Result<Import, ImportError> {
    import::read(bytes, "a.conf", from, &CATALOGUE, &settings(), &Texts::english())
}

fn shown(import: &Import) -> String {
    let preview = &import.preview;
    let mut text = format!("{}\n", preview.client);
    for row in &preview.hostnames {
        let records: Vec<&str> =
            [(row.ipv4, "A"), (row.ipv6, "AAAA")].into_iter().filter(|(on, _)| *on).map(|(_, name)| name).collect();
        let fields: Vec<String> = row.fields.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let _ = writeln!(
            text,
            "+ {}: {} ({}) {} line {}; {}; secret {}{}",
            row.hostname,
            row.provider,
            row.account,
            records.join(" "),
            row.line,
            fields.join(" "),
            row.secrets.join(" "),
            if row.guessed.is_empty() { String::new() } else { format!("; guessed {}", row.guessed.join(" ")) },
        );
    }
    for source in &preview.sources {
        let _ = writeln!(text, "? {source}");
    }
    for remark in &preview.remarks {
        let mark = match remark.kind {
            RemarkKind::LeftOut => '-',
            RemarkKind::NotRun => '!',
            RemarkKind::NotNeeded => '=',
        };
        assert!(!remark.cure.is_empty() && !remark.cure.starts_with("import-"), "{remark:?}");
        // The rest of it may come from the catalogue, which changes more often.
        let why = remark.why.split(". ").next().unwrap_or_default();
        let _ = writeln!(text, "{mark} line {} {}: {why}", remark.line, remark.word);
    }

    text
}

#[test]
fn every_configuration_is_taken_over_as_it_was_meant() {
    let mut wrong = Vec::new();
    for client in OtherClient::ALL {
        let samples = samples(client);
        assert!(samples.len() >= 5, "{client:?} has {} configurations", samples.len());
        for sample in samples {
            let import = read(&std::fs::read(&sample).unwrap(), None)
                .unwrap_or_else(|error| panic!("{}: {error}", sample.display()));
            assert_eq!(import.preview.client, client.id(), "{} is recognised by its content", sample.display());
            let expected = PathBuf::from(format!("{}.expected", sample.display()));
            let fresh = shown(&import);
            if std::env::var_os("HOMEPORT_WRITE").is_some() {
                std::fs::write(&expected, &fresh).unwrap();
            }
            if std::fs::read_to_string(&expected).unwrap_or_default() != fresh {
                wrong.push(format!("{}:\n{fresh}", sample.display()));
            }
        }
    }

    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// How many of the services that other clients name are known, or known to be closed.
const SERVICES_KNOWN: usize = 206;

#[test]
fn the_services_of_other_clients_are_known_by_their_names() {
    let list = std::fs::read_to_string(folder().join("services.txt")).unwrap();
    let (mut known, mut all, mut unknown) = (0, 0, Vec::new());
    for line in list.lines() {
        let (client, names) = line.split_once(": ").unwrap();
        for name in names.split(' ') {
            let file = match client {
                "ddclient" => format!("protocol={name}, login=a, password=b home.example.org\n"),
                "inadyn" => format!("provider {name} {{\n hostname = home.example.org\n}}\n"),
                "ddns-updater" => {
                    format!("{{\"settings\":[{{\"provider\":\"{name}\",\"domain\":\"h.example.org\"}}]}}")
                }
                "newfuture" => {
                    format!("{{\"dns\":\"{name}\",\"id\":\"a\",\"token\":\"b\",\"ipv4\":[\"h.example.org\"]}}")
                }
                "ddns-go" => format!(
                    "dnsconf:\n  - ipv4: {{enable: true, domains: [h.example.org]}}\n    dns: {{name: {name}, id: a, secret: b}}\n"
                ),
                _ => format!(
                    "config service 'a'\n option enabled 1\n option service_name {name}\n option domain h.example.org\n"
                ),
            };
            let import = read(file.as_bytes(), None).unwrap();
            let is_unknown = import.preview.remarks.iter().any(|remark| remark.why.contains("is no provider"));
            (known, all) = (known + usize::from(!is_unknown), all + 1);
            if is_unknown {
                unknown.push(format!("{client} {name}"));
            }
        }
    }
    println!("{known} of {all} services of other clients are known; not: {}", unknown.join(", "));

    assert!(known >= SERVICES_KNOWN, "{known} of {all}");
}

#[test]
fn no_secret_is_in_the_preview_or_in_debug_output_and_all_of_them_go_to_the_vault() {
    for client in OtherClient::ALL {
        for sample in samples(client) {
            let import = read(&std::fs::read(&sample).unwrap(), None).unwrap();
            let preview = serde_json::to_string(&import.preview).unwrap();
            for text in [preview, format!("{import:?}"), shown(&import)] {
                assert!(!text.contains("SECRET"), "{}: {text}", sample.display());
            }
            for made in &import.accounts {
                for (key, secret) in &made.secrets {
                    assert!(secret.reveal().contains("SECRET"), "{}: {key} of {}", sample.display(), made.account.id);
                }
                assert!(import.hostnames.iter().any(|hostname| hostname.account == made.account.id));
            }
        }
    }
}

#[test]
fn line_ends_marks_and_letters_of_other_systems_change_nothing() {
    for client in OtherClient::ALL {
        for sample in samples(client) {
            let text = std::fs::read_to_string(&sample).unwrap();
            let plain = shown(&read(text.as_bytes(), None).unwrap());
            let with_mark = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
            let of_windows = text.replace('\n', "\r\n");
            let of_old_macs = text.replace('\n', "\r");
            let notepad: Vec<u8> =
                [0xFF, 0xFE].into_iter().chain(of_windows.encode_utf16().flat_map(u16::to_le_bytes)).collect();
            let big: Vec<u8> = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
            for bytes in [with_mark, of_windows.into_bytes(), of_old_macs.into_bytes(), notepad, big] {
                assert_eq!(shown(&read(&bytes, None).unwrap()), plain, "{}", sample.display());
            }
        }
    }
}

#[test]
fn letters_that_are_not_utf_8_do_not_hide_the_rest() {
    let bytes = b"# B\xFCcher\nprotocol=duckdns, password=SECRET home\n";

    let import = read(bytes, None).unwrap();

    assert_eq!(import.preview.hostnames[0].hostname, "home.duckdns.org");
    assert_eq!(import.accounts[0].secrets["token"].reveal(), "SECRET");
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    let noip2 = import::read(b"\x4c\x32\0\x01", "no-ip2.conf", None, &CATALOGUE, &settings(), &Texts::english());
    assert_eq!(noip2.unwrap_err(), ImportError::Noip2);
    assert_eq!(read(b"\x7fELF\0\0", None).unwrap_err(), ImportError::Binary);
    assert_eq!(read(b"\x4c\0", Some(OtherClient::NoipDuc)).unwrap_err(), ImportError::Noip2);
    assert_eq!(read(b" \r\n", None).unwrap_err(), ImportError::Empty);
    assert_eq!(read(b"hello world\n", None).unwrap_err(), ImportError::Unrecognised);
    assert_eq!(read(&vec![b'a'; LONGEST + 1], None).unwrap_err(), ImportError::TooLong);
    let yaml = read(b"dnsconf:\n  - a: [\n", None).unwrap_err();
    assert!(matches!(yaml, ImportError::Syntax { line: 2.., .. }), "{yaml}");
    let json = read(b"{ \"settings\": [\n { ] }", None).unwrap_err();
    assert!(matches!(json, ImportError::Syntax { line: 2, .. }), "{json}");
    let texts = Texts::english();
    for error in [ImportError::Noip2, ImportError::Unrecognised, json] {
        let refusal = error.refusal(&texts);
        for part in [refusal.happened, refusal.means, refusal.cure] {
            assert!(!part.is_empty() && !part.starts_with("import-"), "{part}");
        }
    }
}

#[test]
fn a_small_file_cannot_become_a_large_tree() {
    let laughs =
        "dnsconf: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n";
    assert!(matches!(read(laughs.as_bytes(), None).unwrap_err(), ImportError::Syntax { .. }));

    for (open, close, client) in [
        ("[", "]", OtherClient::DdnsGo),
        ("{a: ", "}", OtherClient::DdnsGo),
        ("- ", "", OtherClient::DdnsGo),
        ("[", "]", OtherClient::Newfuture),
        ("{\"settings\":", "}", OtherClient::DdnsUpdater),
    ] {
        let deep = [open.repeat(50_000), close.repeat(50_000)].concat();
        assert!(read(deep.as_bytes(), Some(client)).is_err(), "{client:?} {open}");
    }
}

#[test]
fn a_file_with_more_names_than_a_home_has_is_cut_and_says_so() {
    let mut text = String::from("protocol=duckdns, password=SECRET\n");
    for number in 0..5_000 {
        let _ = writeln!(text, "name-{number}");
    }

    let import = read(text.as_bytes(), None).unwrap();

    assert_eq!(import.hostnames.len(), 2_000);
    assert_eq!(import.accounts.len(), 1);
    assert!(import.preview.remarks.iter().any(|remark| remark.why.contains("2000")), "{:?}", import.preview.remarks);
}
