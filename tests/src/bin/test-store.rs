//! A process with a store that reports each durable step, to be killed at any moment (`write`), or to be run on a small
//! disk (`full`), on one that becomes read-only (`read-only`), or with settings of another user (`owner`).

use std::collections::BTreeMap;
use std::io::{Error, Write};
use std::net::{IpAddr, Ipv4Addr};
use std::path::Path;
use std::sync::Arc;

use homeport_agent::store::{Opened, Store};
use homeport_core::address::Family;
use homeport_core::event::StoreState;
use homeport_core::journal::{Entry, Happening, Weight};
use homeport_core::ledger::{LedgerChange, Published};
use homeport_core::settings::file::{FieldFacts, Providers};
use homeport_core::settings::{Account, AccountId, ProviderId, edit};
use homeport_core::time::Wall;
use homeport_handle::paths::Paths;

struct Noted;

impl Providers for Noted {
    fn ids(&self) -> Vec<String> {
        vec!["noted".to_owned()]
    }

    fn fields(&self, _provider: &str) -> Option<Vec<FieldFacts>> {
        Some(vec![FieldFacts { key: "note".to_owned(), secret: false, optional: true }])
    }
}

fn main() -> Result<(), Error> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [mode, folder, first] = arguments.as_slice() else {
        return Err(Error::other("three arguments are needed"));
    };
    let first: i64 = first.parse().map_err(Error::other)?;
    let paths = Paths::new(Some(Path::new(folder))).ok_or_else(|| Error::other("no folder"))?;
    let (store, opened) = Store::open(&paths, Arc::new(Noted));
    match mode.as_str() {
        "write" => write(store, &opened, first),
        "full" => fill(store, Path::new(folder)),
        "read-only" => protect(store, Path::new(folder), &paths),
        "owner" => {
            let told = opened.states.iter().find_map(|state| match state {
                StoreState::SettingsBroken(message) => Some(message.as_str()),
                _ => None,
            });
            report(told.unwrap_or("nothing was told"), 1)
        }
        _ => Err(Error::other("a mode that nobody knows")),
    }
}

fn write(mut store: Store, opened: &Opened, first: i64) -> Result<(), Error> {
    let account = AccountId("main".to_owned());
    if opened.settings.accounts.is_empty() {
        let new = Account { id: account.clone(), provider: ProviderId("noted".to_owned()), fields: BTreeMap::new() };
        store.edit(|text| edit::add_account(text, &new)).map_err(Error::other)?;
    }
    for number in first.. {
        if store.apply(&[change(number)]) != StoreState::Fine {
            return Err(Error::other("the ledger cannot be written"));
        }
        report("ledger", number)?;
        let happening = Happening::Started { version: "a step".to_owned() };
        let entry = Entry { id: 0, at: Wall(number), weight: Weight::Routine, happening, line: String::new() };
        store.append(vec![entry]);
        report("entry", number)?;
        let fields = BTreeMap::from([("note".to_owned(), number.to_string())]);
        store.edit(|text| edit::set_account_fields(text, &account, &fields)).map_err(Error::other)?;
        report("settings", number)?;
    }

    Ok(())
}

fn fill(mut store: Store, folder: &Path) -> Result<(), Error> {
    report(if store.apply(&[change(1)]) == StoreState::Fine { "written" } else { "refused" }, 1)?;
    let filler = folder.join("filler");
    let mut file = std::fs::File::create(&filler)?;
    // Until nothing fits any more.
    for size in [65_536, 4_096, 1] {
        while file.write_all(&vec![0; size]).is_ok() {}
    }
    for number in 2..200 {
        store.apply(&[change(number)]);
    }
    let refused = matches!(store.retry(), StoreState::CannotWrite(_));
    report(if refused { "refused" } else { "written" }, 2)?;
    let account =
        Account { id: AccountId("main".to_owned()), provider: ProviderId("noted".to_owned()), fields: BTreeMap::new() };
    let refused = store.edit(|text| edit::add_account(text, &account)).is_err();
    report(if refused { "refused" } else { "written" }, 3)?;
    drop(file);
    std::fs::remove_file(&filler)?;
    report(if store.retry() == StoreState::Fine { "written" } else { "refused" }, 4)?;
    let settings = store.edit(|text| edit::add_account(text, &account)).map_err(Error::other)?;
    let expected = store.ledger().clone();
    drop(store);
    let paths = Paths::new(Some(folder)).ok_or_else(|| Error::other("no folder"))?;
    let (_, again) = Store::open(&paths, Arc::new(Noted));
    let same = again.ledger == expected && again.settings == settings && again.states == [StoreState::Fine];

    report(if same { "same" } else { "lost" }, 5)
}

/// The folder is a disk of its own, which is mounted read-only between two starts, as a system does that found an error.
fn protect(mut store: Store, folder: &Path, paths: &Paths) -> Result<(), Error> {
    let mount = |how: &str| {
        let status = std::process::Command::new("mount").args(["-o", how]).arg(folder).status()?;
        if status.success() { Ok(()) } else { Err(Error::other(format!("not mounted: {how}"))) }
    };
    report(if store.apply(&[change(1)]) == StoreState::Fine { "written" } else { "refused" }, 1)?;
    let before = store.ledger().clone();
    drop(store);
    mount("remount,ro")?;
    let (mut store, opened) = Store::open(paths, Arc::new(Noted));
    report(if opened.ledger == before { "known" } else { "lost" }, 2)?;
    match store.apply(&[change(2)]) {
        StoreState::CannotWrite(reason) => report(&reason, 3)?,
        _ => report("written", 3)?,
    }
    let account =
        Account { id: AccountId("main".to_owned()), provider: ProviderId("noted".to_owned()), fields: BTreeMap::new() };
    let refused = store.edit(|text| edit::add_account(text, &account)).is_err();
    report(if refused { "refused" } else { "written" }, 4)?;
    mount("remount,rw")?;
    report(if store.retry() == StoreState::Fine { "written" } else { "refused" }, 5)?;
    let expected = store.ledger().clone();
    drop(store);
    let (_, again) = Store::open(paths, Arc::new(Noted));
    let same = again.ledger == expected && expected.published.len() == 2 && again.states == [StoreState::Fine];

    report(if same { "same" } else { "lost" }, 6)
}

fn change(number: i64) -> LedgerChange {
    // Six names, so that facts are replaced as well as added.
    let name = ["a", "b", "c", "d", "e", "f"][usize::try_from(number % 6).unwrap_or_default()];
    let address = IpAddr::from(Ipv4Addr::from_bits(0x1401_0000 + u32::try_from(number).unwrap_or_default()));
    let fact = Published { address, accepted: Wall(number), proved: None, proxied: false, beside: Vec::new() };
    match format!("{name}.example.org").parse() {
        Ok(hostname) => LedgerChange::Published(hostname, Family::Ipv4, Some(fact)),
        Err(_) => unreachable!("the six names are right"),
    }
}

fn report(what: &str, number: i64) -> Result<(), Error> {
    let mut output = std::io::stdout().lock();
    writeln!(output, "{what} {number}")?;

    output.flush()
}
