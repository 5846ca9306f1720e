use std::net::IpAddr;

use super::*;
use crate::language::Language;
use crate::network::{DefaultRoute, InterfaceAddress};
use crate::settings::{Preferences, ProviderId};
use crate::snapshot::{AddressCard, Chip, Network, State, Verdict};
use crate::tray::example;

const NOW: Wall = Wall(1_800_000_000_000);

fn card(family: Family, address: Option<IpAddr>) -> AddressCard {
    AddressCard {
        family,
        address,
        verdict: Verdict::Unknown,
        verdict_word: String::new(),
        why: "two services agree".to_owned(),
        seen: address.map(|_| NOW),
        own_only: false,
        way: None,
        stops: Vec::new(),
    }
}

fn chip(family: Family, state: ChipState) -> Chip {
    Chip { word: "a word".to_owned(), ..example::chip(family, state) }
}

fn row(state: ChipState) -> HostnameRow {
    let records = PerFamily { ipv4: chip(Family::Ipv4, state), ipv6: chip(Family::Ipv6, ChipState::Off) };

    example::row("home.example.org", records)
}

fn snapshot() -> Snapshot {
    let public = IpAddr::from([20, 1, 0, 7]);
    Snapshot {
        sources: Vec::new(),
        network: Network { home: Some(true), ..Network::default() },
        lookout: crate::snapshot::Lookout::default(),
        revision: 1,
        version: "0".to_owned(),
        at: NOW,
        state: State::Ok,
        headline: String::new(),
        detail: String::new(),
        addresses: PerFamily { ipv4: card(Family::Ipv4, Some(public)), ipv6: card(Family::Ipv6, None) },
        hostnames: vec![row(ChipState::Verified)],
        telling: None,
        problems: Vec::new(),
        pause: None,
        busy: false,
        last_check: Some(NOW),
        next_check: None,
        check_allowed: None,
        practice: None,
        tray: Tray::Shown,
        language: Language::English,
        preferences: Preferences::default(),
        webhook: None,
    }
}

fn network() -> NetworkFacts {
    let route = DefaultRoute {
        interface: "eth0".to_owned(),
        gateway: Some([192, 0, 2, 1].into()),
        tunnel: false,
        ..DefaultRoute::default()
    };
    NetworkFacts { addresses: Vec::new(), route_v4: Some(route), ..NetworkFacts::default() }
}

fn facts<'a>(network: &'a NetworkFacts, snapshot: &'a Snapshot) -> DoctorFacts<'a> {
    DoctorFacts {
        dropped: Vec::new(),
        settings_file: Ok(1),
        state_folder: ("/state".to_owned(), Ok(())),
        keychain: SecretState::Ready,
        accounts: vec![AccountFinding { account: AccountId("desec".to_owned()), state: SecretState::Ready }],
        credentials: None,
        autostart: Some(autostart(AutostartState::On)),
        proxies: Vec::new(),
        providers: vec![ProviderFinding {
            name: "deSEC".to_owned(),
            host: "update.example.net".to_owned(),
            reached: Some(Ok(())),
        }],
        network,
        snapshot,
        witness: None,
        wanted: PerFamily { ipv4: true, ipv6: false },
    }
}

fn autostart(state: AutostartState) -> Autostart {
    Autostart { state, hidden: true, place: "here".to_owned(), program: "homeport".to_owned() }
}

fn run(facts: &DoctorFacts<'_>) -> Vec<Check> {
    let checks = checks(facts, &Texts::english());
    for check in &checks {
        let is_wrong = matches!(check.result, CheckResult::Warn | CheckResult::Fail);
        assert_eq!(check.cure.is_empty(), !is_wrong, "{check:?}");
        for text in [&check.title, &check.found, &check.cure] {
            assert!(!text.starts_with("doctor-") && !text.contains("{$"), "no words: {check:?}");
        }
    }
    checks
}

fn result(checks: &[Check], code: &str) -> Vec<CheckResult> {
    checks.iter().filter(|check| check.code == code).map(|check| check.result).collect()
}

#[test]
fn a_healthy_home_passes_every_check_that_applies() {
    let (network, snapshot) = (network(), snapshot());
    let checks = run(&facts(&network, &snapshot));

    assert!(checks.iter().all(|check| matches!(check.result, CheckResult::Pass | CheckResult::Skipped)), "{checks:#?}");
    for code in [
        "settings",
        "state",
        "keychain",
        "secrets",
        "watcher",
        "clock",
        "proxy",
        "provider",
        "dns",
        "tray",
        "autostart",
    ] {
        assert_eq!(result(&checks, code), [CheckResult::Pass], "{code}");
    }
    assert_eq!(result(&checks, "route"), [CheckResult::Pass, CheckResult::Skipped]);
}

#[test]
fn what_is_wrong_fails_with_a_cure() {
    let network = NetworkFacts::default();
    let mut snapshot = snapshot();
    snapshot.at = Wall(0);
    snapshot.addresses.ipv4 = card(Family::Ipv4, None);
    snapshot.hostnames = vec![row(ChipState::Wrong), row(ChipState::Unsure), row(ChipState::Accepted)];
    snapshot.tray = Tray::NoHost;
    let mut facts = facts(&network, &snapshot);
    facts.settings_file = Err("settings.toml, line 3: it is wrong".to_owned());
    facts.state_folder.1 = Err("the disk is full".to_owned());
    facts.keychain = SecretState::Locked;
    facts.wanted.ipv6 = true;
    facts.accounts = [SecretState::Missing, SecretState::Locked, SecretState::Absent, SecretState::Denied]
        .map(|state| AccountFinding { account: AccountId("a".to_owned()), state })
        .to_vec();
    let trouble = Trouble::Tls { server: "update.example.net".to_owned(), reason: "it expired".to_owned() };
    facts.providers[0].reached = Some(Err(trouble));
    let checks = run(&facts);

    for code in ["settings", "state", "keychain", "provider", "clock"] {
        assert_eq!(result(&checks, code), [CheckResult::Fail], "{code}");
    }
    assert_eq!(result(&checks, "secrets"), [CheckResult::Fail; 4]);
    assert_eq!(result(&checks, "route"), [CheckResult::Fail; 2]);
    assert_eq!(result(&checks, "dns"), [CheckResult::Fail, CheckResult::Warn, CheckResult::Warn]);
    for code in ["ipv6", "tray"] {
        assert_eq!(result(&checks, code), [CheckResult::Warn], "{code}");
    }
    assert_eq!(result(&checks, "sources"), [CheckResult::Warn; 2]);
}

#[test]
fn a_passing_ipv6_address_and_a_tunnel_are_warned_of() {
    let own = |temporary| InterfaceAddress {
        interface: "eth0".to_owned(),
        address: "2a0e:1::5".parse().unwrap(),
        prefix_length: 64,
        temporary,
        deprecated: false,
        tentative: false,
    };
    let mut network = network();
    network.route_v4 =
        Some(DefaultRoute { interface: "wg0".to_owned(), gateway: None, tunnel: true, ..DefaultRoute::default() });
    network.addresses = vec![own(true)];
    let snapshot = snapshot();
    let mut facts = facts(&network, &snapshot);
    facts.wanted.ipv6 = true;
    let checks = run(&facts);
    assert_eq!(result(&checks, "ipv6"), [CheckResult::Warn]);
    assert_eq!(result(&checks, "route")[0], CheckResult::Warn);

    let lasting = NetworkFacts { addresses: vec![own(false)], ..network.clone() };
    let facts = DoctorFacts { network: &lasting, ..facts };
    assert_eq!(result(&run(&facts), "ipv6"), [CheckResult::Pass]);
}

#[test]
fn an_entry_that_starts_something_else_is_warned_of() {
    let (network, mut snapshot) = (network(), snapshot());
    for (state, expected) in [
        (AutostartState::Stale, CheckResult::Warn),
        (AutostartState::Off, CheckResult::Warn),
        (AutostartState::Managed, CheckResult::Pass),
    ] {
        let facts = DoctorFacts { autostart: Some(autostart(state)), ..facts(&network, &snapshot) };
        assert_eq!(result(&run(&facts), "autostart"), [expected]);
    }
    snapshot.tray = Tray::None;
    let facts = DoctorFacts { autostart: Some(autostart(AutostartState::Off)), ..facts(&network, &snapshot) };
    assert_eq!(result(&run(&facts), "autostart"), [CheckResult::Skipped]);
}

#[test]
fn a_server_with_a_credentials_folder_needs_no_keychain() {
    let (network, snapshot) = (network(), snapshot());
    let mut facts = facts(&network, &snapshot);
    facts.keychain = SecretState::Absent;
    for (files, expected) in [(Some(2), CheckResult::Pass), (Some(0), CheckResult::Warn), (None, CheckResult::Fail)] {
        facts.credentials = Some(CredentialsFinding { path: "/run/credentials".to_owned(), files });
        let checks = run(&facts);
        assert_eq!(result(&checks, "credentials"), [expected]);
        assert_eq!(result(&checks, "keychain"), [CheckResult::Skipped]);
    }
}

#[test]
fn one_hostname_is_spoken_of_in_the_singular() {
    let (network, snapshot) = (network(), snapshot());
    let mut facts = facts(&network, &snapshot);
    let words = |facts: &DoctorFacts<'_>| {
        run(facts).into_iter().find(|check| check.code == "settings").map(|check| check.found).unwrap_or_default()
    };
    facts.settings_file = Ok(1);
    assert_eq!(words(&facts), "It is right and names 1 hostname.");
    facts.settings_file = Ok(2);
    assert_eq!(words(&facts), "It is right and names 2 hostnames.");
}

#[test]
fn a_long_ttl_is_told_with_its_cure() {
    let check = |ttl, minimum_ttl, lower_ttl| {
        let mut row = HostnameRow { minimum_ttl, lower_ttl, ..row(ChipState::Verified) };
        row.records.ipv4.ttl = Some(ttl);
        let texts = Texts::english();
        long_ttl(&row, &Pen { texts: &texts })
    };
    assert_eq!(check(600, Some(60), false), None);

    let lower = check(3_600, Some(60), false).unwrap();
    assert_eq!(lower.result, CheckResult::Warn);
    assert!(lower.found.contains("60 minutes") && lower.cure.contains("lower_ttl = true"), "{lower:?}");
    let elsewhere = check(3_600, None, false).unwrap();
    assert!(elsewhere.cure.contains("deSEC") && !elsewhere.cure.contains("lower_ttl"), "{elsewhere:?}");
    assert_eq!(check(3_600, Some(3_600), false).unwrap().cure, elsewhere.cure);
    assert_eq!(check(3_600, Some(60), true).unwrap().result, CheckResult::Skipped);
}

#[test]
fn a_standby_is_looked_at_once_it_has_stood_in() {
    let standby = |state, serves: bool| {
        let mut chip = chip(Family::Ipv4, state);
        chip.address = serves.then(|| IpAddr::from([20, 1, 0, 7]));
        let records = PerFamily { ipv4: chip, ipv6: self::chip(Family::Ipv6, ChipState::Off) };
        let standby = crate::snapshot::StandbyRow {
            name: "other.example.net".parse().unwrap(),
            shown: "other.example.net".to_owned(),
            provider: ProviderId("cloudy".to_owned()),
            provider_name: "Cloudy".to_owned(),
            account: AccountId("second".to_owned()),
            serves,
            serves_since: None,
            fault: None,
            serves_at: None,
            state: State::Ok,
            words: String::new(),
            records,
        };
        let row = HostnameRow { standby: Some(standby), ..row(ChipState::Wrong) };
        let texts = Texts::english();
        standby_in_dns(&row, Family::Ipv4, &Pen { texts: &texts }).unwrap()
    };

    assert_eq!(standby(ChipState::Holding, false).result, CheckResult::Skipped);
    let proved = standby(ChipState::Verified, true);
    assert_eq!((proved.code.as_str(), proved.result), ("standby", CheckResult::Pass));
    assert!(proved.title.contains("other.example.net") && proved.title.contains("Cloudy"), "{}", proved.title);
    assert_eq!(standby(ChipState::Wrong, true).result, CheckResult::Fail);
}

#[test]
fn what_only_the_window_can_tell_is_a_check_of_its_own() {
    let (network, snapshot) = (network(), snapshot());
    let run = |webview: &str, notified| {
        let witness = Some(Witness { webview: webview.to_owned(), notified });
        let checks = checks(&DoctorFacts { witness, ..facts(&network, &snapshot) }, &Texts::english());
        (result(&checks, "notification"), result(&checks, "webview"))
    };

    assert_eq!(run("99999.0", Some(true)), (vec![CheckResult::Pass], vec![CheckResult::Pass]));
    // On macOS it comes with the system and has no number of its own.
    let old = if cfg!(target_os = "macos") { CheckResult::Pass } else { CheckResult::Warn };
    assert_eq!(run("1.0", Some(false)), (vec![CheckResult::Fail], vec![old]));
    assert_eq!(run("", None), (vec![CheckResult::Skipped], vec![CheckResult::Skipped]));
    let alone = checks(&facts(&network, &snapshot), &Texts::english());
    assert!(result(&alone, "notification").is_empty() && result(&alone, "webview").is_empty());
}
