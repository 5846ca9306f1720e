use std::collections::BTreeMap;
use std::fs;
use std::net::IpAddr;

use homeport_core::address::{Family, PerFamily};
use homeport_core::fault::Code;
use homeport_core::installation::Installation;
use homeport_core::journal::{Happening, RETENTION_ENTRIES, Weight};
use homeport_core::ledger::{Halted, NotBefore, Paused, Published, Subject, ToldHere};
use homeport_core::reply::Means;
use homeport_core::settings::edit;
use homeport_core::settings::file::FieldFacts;
use homeport_core::settings::{Account, AccountId, HostnameSettings, ProviderId};
use homeport_core::time::Wall;
use tempfile::TempDir;

use super::*;

struct One;

impl Providers for One {
    fn ids(&self) -> Vec<String> {
        vec!["simple".to_owned()]
    }

    fn fields(&self, provider: &str) -> Option<Vec<FieldFacts>> {
        (provider == "simple").then(Vec::new)
    }
}

struct Place {
    _folder: TempDir,
    paths: Paths,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::new(Some(folder.path())).unwrap();
        Self { _folder: folder, paths }
    }

    fn open(&self) -> (Store, Opened) {
        Store::open(&self.paths, Arc::new(One))
    }

    fn database(&self) -> std::path::PathBuf {
        self.paths.state.join("homeport.db")
    }

    /// A database with one fact of each kind, closed.
    fn filled() -> Self {
        let place = Self::new();
        let (mut store, _) = place.open();
        assert_eq!(store.apply(&changes()), StoreState::Fine);
        store.append(vec![entry(1), entry(2)]);
        store.close();

        place
    }
}

fn changes() -> Vec<LedgerChange> {
    let name: homeport_core::hostname::Hostname = "home.example.org".parse().unwrap();
    let published = Published {
        address: IpAddr::from([20, 1, 0, 7]),
        accepted: Wall(5),
        proved: None,
        proxied: false,
        beside: Vec::new(),
    };
    let address = "2001:db8::7".parse().unwrap();
    let standby = Published { address, ..published.clone() };
    let (until, since, means) = (Wall(1_800_000), Wall(0), Some(Means::ServerTrouble));
    let wait = NotBefore { until, since, means, failures: 1, asked: true };
    let halt = Halted { means: Means::BadAuth, message: "badauth".to_owned(), since: Wall(7), version: "1".to_owned() };
    vec![
        LedgerChange::Published(name.clone(), Family::Ipv4, Some(published)),
        LedgerChange::Standby(name.clone(), Family::Ipv6, Some(standby)),
        LedgerChange::Out(name.clone(), Some(Wall(8))),
        LedgerChange::Installation(Installation::from_bits(7)),
        LedgerChange::NotBefore(Subject::Hostname(name), Some(wait)),
        LedgerChange::Halted(Subject::Account(AccountId("main".to_owned())), Some(halt)),
        LedgerChange::Paused(Some(Paused { until: None, since: Wall(1_800_000_000_000) })),
        LedgerChange::Told(ToldHere { code: Code::Cgnat, network: "a network".to_owned() }, Some(Wall(9))),
    ]
}

fn ledger() -> Ledger {
    let mut ledger = Ledger::default();
    for change in changes() {
        ledger.apply(change);
    }
    ledger
}

fn entry(at: i64) -> Entry {
    let happening = Happening::Started { version: format!("number {at}") };
    Entry { id: 0, at: Wall(at), weight: Weight::Routine, happening, line: "shown".to_owned() }
}

fn recovered(opened: &Opened) -> bool {
    opened.states.iter().any(|state| matches!(state, StoreState::Recovered(_)))
}

#[test]
fn facts_and_history_survive_a_restart() {
    let place = Place::filled();

    let (mut store, opened) = place.open();

    assert_eq!(opened.ledger, ledger());
    assert_eq!(opened.states, [StoreState::Fine]);
    assert_eq!(store.append(vec![entry(3)])[0].id, 3);
    let ats: Vec<i64> = store.history(2, None).iter().map(|entry| entry.at.0).collect();
    assert_eq!(ats, [2, 3]);
    assert_eq!(store.history(10, Some(2)).len(), 1);
}

#[test]
fn what_was_told_is_in_the_files_although_nobody_closed_them() {
    let (place, copy) = (Place::new(), Place::new());
    let (mut store, _) = place.open();
    store.apply(&changes());
    fs::create_dir_all(&copy.paths.state).unwrap();

    for name in ["homeport.db", "homeport.db-wal"] {
        fs::copy(place.paths.state.join(name), copy.paths.state.join(name)).unwrap();
    }
    assert_ne!(fs::metadata(copy.paths.state.join("homeport.db-wal")).unwrap().len(), 0);

    let (_, opened) = copy.open();
    assert_eq!(opened.ledger, ledger());
    assert!(!recovered(&opened));
}

#[test]
fn a_lifted_fact_stays_lifted() {
    let place = Place::filled();
    let (mut store, _) = place.open();
    let lifted = changes().into_iter().map(|change| match change {
        LedgerChange::Published(name, family, _) => LedgerChange::Published(name, family, None),
        LedgerChange::NotBefore(subject, _) => LedgerChange::NotBefore(subject, None),
        LedgerChange::Halted(subject, _) => LedgerChange::Halted(subject, None),
        LedgerChange::Paused(_) => LedgerChange::Paused(None),
        LedgerChange::Told(told, _) => LedgerChange::Told(told, None),
        LedgerChange::Standby(name, family, _) => LedgerChange::Standby(name, family, None),
        LedgerChange::Out(name, _) => LedgerChange::Out(name, None),
        // A name is for ever.
        LedgerChange::Installation(_) => LedgerChange::Installation(Installation::from_bits(8)),
    });
    store.apply(&lifted.collect::<Vec<_>>());
    drop(store);

    let (_, opened) = place.open();

    let named = Ledger { installation: Some(Installation::from_bits(7)), ..Ledger::default() };
    assert_eq!(opened.ledger, named);
}

#[cfg(unix)]
#[test]
fn other_users_can_open_nothing() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::filled();
    let (mut store, _) = place.open();
    store.edit(|text| edit::add_account(text, &account())).unwrap();
    store.edit(|text| Ok(format!("{text}# more\n"))).unwrap();
    store.append(vec![entry(1)]);

    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&place.paths.state), 0o700);
    let mut files = 0;
    for folder in [&place.paths.state, &place.paths.settings] {
        for file in fs::read_dir(folder).unwrap().flatten().filter(|file| file.path().is_file()) {
            assert_eq!(mode(&file.path()), 0o600, "{}", file.path().display());
            files += 1;
        }
    }
    assert!(files >= 5, "only {files} files were looked at");
}

#[test]
fn a_damaged_database_is_kept_aside_and_its_facts_are_saved() {
    for damage in ["garbage", "empty", "truncated", "folder"] {
        let place = Place::filled();
        let path = place.database();
        let whole = fs::read(&path).unwrap();
        match damage {
            "garbage" => fs::write(&path, b"this is not a database, and it is long enough to be looked at").unwrap(),
            "empty" => fs::write(&path, b"").unwrap(),
            "truncated" => fs::write(&path, &whole[..whole.len() / 2]).unwrap(),
            _ => {
                fs::remove_file(&path).unwrap();
                fs::create_dir(&path).unwrap();
            }
        }

        let (mut store, opened) = place.open();

        assert!(recovered(&opened), "{damage}: {:?}", opened.states);
        assert_eq!(opened.states.last(), Some(&StoreState::Fine), "{damage}");
        assert_eq!(opened.ledger, ledger(), "{damage}");
        assert!(place.paths.state.join("homeport.db.damaged-1").exists(), "{damage}");
        assert_eq!(store.apply(&changes()), StoreState::Fine, "{damage}");
        drop(store);
        let (_, again) = place.open();
        assert_eq!((again.ledger, again.states), (ledger(), vec![StoreState::Fine]), "{damage}");
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_not_followed() {
    let place = Place::filled();
    let elsewhere = place.paths.settings.join("elsewhere");
    fs::rename(place.database(), &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, place.database()).unwrap();
    let before = fs::read(&elsewhere).unwrap();

    let (mut store, opened) = place.open();
    store.apply(&changes());
    store.close();

    assert!(recovered(&opened));
    assert_eq!(fs::read(&elsewhere).unwrap(), before);
    assert!(fs::symlink_metadata(place.database()).unwrap().is_file());
}

#[test]
fn no_flipped_bit_crashes_the_store_or_changes_a_fact_in_silence() {
    let place = Place::filled();
    let whole = fs::read(place.database()).unwrap();
    let copy = fs::read(place.paths.state.join("ledger.previous.json")).unwrap();
    // Every byte would take minutes; a prime step visits the pages and their headers at changing places.
    for at in (0..whole.len()).step_by(97) {
        let place = Place::new();
        fs::create_dir_all(&place.paths.state).unwrap();
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        fs::write(place.database(), &bytes).unwrap();
        fs::write(place.paths.state.join("ledger.previous.json"), &copy).unwrap();

        let (mut store, opened) = place.open();

        assert_eq!(opened.ledger, ledger(), "byte {at}: {:?}", opened.states);
        assert_eq!(store.apply(&changes()), StoreState::Fine, "byte {at}");
    }
}

#[test]
fn a_newer_database_is_left_alone_and_a_fresh_one_is_used_beside_it() {
    let place = Place::filled();
    let connection = rusqlite::Connection::open(place.database()).unwrap();
    connection.execute_batch("PRAGMA user_version = 2").unwrap();
    drop(connection);
    let before = fs::read(place.database()).unwrap();

    let (mut store, opened) = place.open();
    assert_eq!(opened.states, [StoreState::Newer("homeport.db".to_owned()), StoreState::Fine]);
    store.apply(&changes());
    drop(store);

    assert_eq!(fs::read(place.database()).unwrap(), before);
    let (_, again) = place.open();
    assert_eq!(again.ledger, ledger());
}

#[test]
fn an_unusable_folder_is_told_and_healed_without_a_restart() {
    let filled = Place::filled();
    let place = Place::new();
    fs::write(&place.paths.state, b"in the way").unwrap();

    let (mut store, opened) = place.open();
    assert!(matches!(opened.states.as_slice(), [StoreState::CannotWrite(_)]), "{:?}", opened.states);
    let name: homeport_core::hostname::Hostname = "other.example.org".parse().unwrap();
    let fact = Published {
        address: IpAddr::from([20, 1, 0, 8]),
        accepted: Wall(5),
        proved: None,
        proxied: false,
        beside: Vec::new(),
    };
    let change = LedgerChange::Published(name.clone(), Family::Ipv4, Some(fact));
    assert!(matches!(store.apply(&[change]), StoreState::CannotWrite(_)));
    assert_eq!(store.append(vec![entry(9)])[0].id, 1);

    fs::remove_file(&place.paths.state).unwrap();
    fs::create_dir(&place.paths.state).unwrap();
    fs::copy(filled.database(), place.database()).unwrap();
    assert_eq!(store.retry(), StoreState::Fine);

    let late = store.facts.late_ledger().unwrap();
    assert!(late.published.contains_key(&name) && late.halted == ledger().halted);
    assert_eq!(store.history(10, None).iter().map(|entry| entry.id).collect::<Vec<_>>(), [1, 2, 3]);
    drop(store);
    assert_eq!(place.open().1.ledger, late);
}

#[test]
fn the_history_forgets_what_is_too_old_or_too_much_and_distrusts_the_clock() {
    let place = Place::new();
    let (mut store, _) = place.open();
    let many = usize::try_from(RETENTION_ENTRIES).unwrap() + 300;
    store.append((0..many).map(|_| entry(1_000)).collect());
    assert_eq!(store.history(u32::MAX, None).len(), many - 300);

    // A clock that jumps ten years ahead must not wipe everything.
    store.append((0..250).map(|_| entry(10 * 365 * 86_400_000)).collect());
    assert_eq!(store.history(u32::MAX, None).len(), 500);
    store.close();
    let (store, _) = place.open();
    assert_eq!(store.history(u32::MAX, None).len(), 500);
}

#[test]
fn what_the_timeline_is_drawn_from_outlives_the_rest_of_the_history() {
    let place = Place::new();
    let (mut store, _) = place.open();
    let (day, last) = (86_400_000, 800 * 86_400_000);
    let moved = |at: i64| Entry {
        happening: Happening::AddressChanged {
            family: Family::Ipv4,
            old: None,
            new: "192.0.2.1".parse().unwrap(),
            witnesses: Vec::new(),
        },
        ..entry(at)
    };
    store.append(vec![moved(last - 400 * day), entry(last - 300 * day), moved(last - 300 * day)]);
    store.append((0..700).map(|_| entry(last)).collect());
    store.close();
    let (store, _) = place.open();

    let drawn: Vec<i64> = store.timeline().iter().map(|entry| entry.at.0).collect();

    assert_eq!(drawn, [last - 300 * day]);
    assert_eq!(store.history(u32::MAX, None).len(), 701);
}

fn account() -> Account {
    Account { id: AccountId("main".to_owned()), provider: ProviderId("simple".to_owned()), fields: BTreeMap::new() }
}

fn hostname(text: &str) -> HostnameSettings {
    HostnameSettings {
        name: text.parse().unwrap(),
        account: AccountId("main".to_owned()),
        enabled: PerFamily { ipv4: true, ipv6: true },
        device: None,
        create: false,
        paused: false,
        standby: None,
        lower_ttl: false,
    }
}

#[test]
fn an_edit_is_whole_and_keeps_the_previous_copy() {
    let place = Place::new();
    let (mut store, opened) = place.open();
    assert_eq!(opened.settings, Settings::default());

    store.edit(|text| edit::add_account(text, &account())).unwrap();
    let before = fs::read_to_string(place.paths.settings_file()).unwrap();
    let settings = store.edit(|text| edit::add_hostname(text, &hostname("home.example.org"))).unwrap();

    assert_eq!(settings.hostnames.len(), 1);
    assert_eq!(fs::read_to_string(place.paths.settings.join("settings.toml.previous")).unwrap(), before);
    assert!(!store.changed());
    let wrong = store.edit(|text| Ok(text.replace("simple", "smple")));
    assert!(matches!(wrong, Err(SettingsTrouble::Wrong(_))));
    drop(store);
    assert_eq!(place.open().1.settings, settings);
}

#[test]
fn a_change_by_hand_is_seen_and_a_wrong_one_changes_nothing() {
    let place = Place::new();
    let (mut store, _) = place.open();
    store.edit(|text| edit::add_account(text, &account())).unwrap();
    let good = store.edit(|text| edit::add_hostname(text, &hostname("home.example.org"))).unwrap();
    let path = place.paths.settings_file();
    let text = fs::read_to_string(&path).unwrap();
    assert!(store.reread().is_none());

    fs::write(&path, text.replace("ipv6 = true", "ipv6 = maybe")).unwrap();
    assert!(store.changed());
    let error = store.reread().unwrap().unwrap_err();
    assert!(matches!(error.state(), StoreState::SettingsBroken(words) if words.contains("line")), "{error}");
    assert!(store.reread().is_none(), "the same mistake is told once");
    assert!(store.edit(|text| Ok(text.to_owned())).is_err(), "a wrong file is not edited");
    // The last good settings stay in force, across a restart too.
    drop(store);
    let (mut store, opened) = place.open();
    assert_eq!(opened.settings, good);
    assert!(matches!(opened.states.as_slice(), [StoreState::Fine, StoreState::SettingsBroken(_)]));

    fs::write(&path, text.replace("ipv6 = true", "ipv6 = false")).unwrap();
    assert!(!store.reread().unwrap().unwrap().hostnames[0].enabled.ipv6);
}

#[test]
fn a_settings_file_of_the_wrong_kind_is_refused_in_words() {
    let place = Place::new();
    fs::create_dir_all(place.paths.settings_file()).unwrap();
    let (_, opened) = place.open();
    assert!(matches!(opened.states.last(), Some(StoreState::SettingsBroken(words)) if words.contains("folder")));

    let long = vec![b'#'; (1 << 20) + 1];
    for bytes in [&b"version = 1\n\xff\xfe"[..], b"", b"\0\0\0\0", &long] {
        let place = Place::new();
        fs::write(place.paths.settings_file(), bytes).unwrap();
        let (_, opened) = place.open();
        assert!(matches!(opened.states.last(), Some(StoreState::SettingsBroken(_))), "{:?}", opened.states);
    }
}

#[cfg(unix)]
#[test]
fn a_settings_file_that_is_a_link_is_refused_and_one_without_rights_is_healed() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new();
    let elsewhere = place.paths.settings.join("elsewhere.toml");
    fs::write(&elsewhere, edit::new_file()).unwrap();
    std::os::unix::fs::symlink(&elsewhere, place.paths.settings_file()).unwrap();
    let (mut store, opened) = place.open();
    assert!(matches!(opened.states.last(), Some(StoreState::SettingsBroken(words)) if words.contains("link")));
    assert!(store.edit(|text| Ok(text.to_owned())).is_err());
    drop(store);

    fs::remove_file(place.paths.settings_file()).unwrap();
    fs::write(place.paths.settings_file(), edit::new_file()).unwrap();
    fs::set_permissions(place.paths.settings_file(), fs::Permissions::from_mode(0o000)).unwrap();
    let (_, opened) = place.open();
    assert_eq!(opened.states, [StoreState::Fine]);
}

#[tokio::test]
async fn the_handle_answers_in_order_and_tells_news() {
    let place = Place::new();
    fs::write(&place.paths.state, b"in the way").unwrap();
    let (handle, _, mut news) = StoreHandle::start(place.paths.clone(), Arc::new(One)).await.unwrap();
    let (first, second) = (handle.note(vec![], vec![entry(1)]), handle.note(vec![], vec![entry(2)]));
    let (second, first) = tokio::join!(second, first);
    assert!(first[0].id < second[0].id);
    fs::remove_file(&place.paths.state).unwrap();
    handle.retry().await;

    assert_eq!(news.recv().await, Some(StoreNews::Ledger(Ledger::default())));
    assert_eq!(news.recv().await, Some(StoreNews::State(StoreState::Fine)));
    handle.apply(changes()).await;
    handle.close().await;
    assert_eq!(place.open().1.ledger, ledger());
}

#[tokio::test]
async fn what_is_noted_is_written_soon_and_never_over_what_came_after_it() {
    let place = Place::new();
    let (handle, _, _news) = StoreHandle::start(place.paths.clone(), Arc::new(One)).await.unwrap();
    let [proved, moved] = [1, 2].map(|last| {
        let fact = Published {
            address: [20, 1, 0, last].into(),
            accepted: Wall(1_000),
            proved: Some(Wall(2_000)),
            proxied: false,
            beside: Vec::new(),
        };
        LedgerChange::Published("home.example.org".parse().unwrap(), Family::Ipv4, Some(fact))
    });
    let stored = || {
        // The file of a running store, read as the next start would find it after a crash.
        let copy = Place::new();
        fs::create_dir_all(&copy.paths.state).unwrap();
        for file in ["homeport.db", "homeport.db-wal"] {
            fs::copy(place.paths.state.join(file), copy.paths.state.join(file)).unwrap();
        }
        let (store, opened) = copy.open();
        (opened.ledger.published.into_values().find_map(|facts| facts.ipv4), store.history(9, None).len())
    };

    let lines = handle.note(vec![proved.clone()], vec![entry(1)]).await;
    assert_eq!(lines.len(), 1);
    let until = Instant::now() + Duration::from_secs(10);
    while stored().1 == 0 {
        assert!(Instant::now() < until, "it is never written");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(stored().0.unwrap().address, IpAddr::from([20, 1, 0, 1]));

    let noting = handle.note(vec![proved], vec![entry(2)]);
    handle.apply(vec![moved]).await;
    let (fact, lines) = stored();
    assert_eq!((fact.unwrap().address, lines), (IpAddr::from([20, 1, 0, 2]), 2));
    noting.await;
    handle.close().await;
}
