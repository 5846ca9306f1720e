//! Ledger and journal in one SQLite file. Every ledger fact is on the disk when its call returns.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use homeport_core::address::{Family, PerFamily};
use homeport_core::hostname::Hostname;
use homeport_core::journal::{DRAWN, Entry, Happening, RETENTION_DAYS, RETENTION_ENTRIES, TIMELINE_DAYS, Weight};
use homeport_core::ledger::{Ledger, LedgerChange, Published, Subject};
use homeport_core::time::Wall;
use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, Transaction, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;

/// The version of the tables.
pub(super) const SCHEMA: i64 = 1;
/// The newest entries stay however old the clock says they are: the clock may be wrong.
const KEPT_WHATEVER_AGE: i64 = 500;
const DAY_IN_MILLISECONDS: i64 = 86_400_000;

const TABLES: &str = "
    CREATE TABLE fact (
        kind TEXT NOT NULL, subject TEXT NOT NULL, fact TEXT NOT NULL, checksum INTEGER NOT NULL,
        PRIMARY KEY (kind, subject)
    ) WITHOUT ROWID;
    CREATE TABLE journal (id INTEGER PRIMARY KEY, at INTEGER NOT NULL, entry TEXT NOT NULL);
";

/// Why a database cannot be used.
#[derive(Debug)]
pub(super) enum Unusable {
    /// A newer program wrote it.
    Newer,
    /// It is damaged. What could be read of the ledger is here.
    Damaged(Box<Ledger>),
    /// The disk or the system refuses.
    Cannot(rusqlite::Error),
}

impl From<rusqlite::Error> for Unusable {
    fn from(error: rusqlite::Error) -> Self {
        if is_damage(&error) { Self::Damaged(Box::default()) } else { Self::Cannot(error) }
    }
}

/// Whether the file is damaged, and not the disk full or the like.
pub(super) fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// The open file.
pub(super) struct Database {
    connection: Connection,
    durable: bool,
}

impl Database {
    /// Opens the file, which is made when it is not there, and checks it.
    pub(super) fn open(path: &Path) -> Result<(Self, Ledger), Unusable> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(Duration::from_secs(1))?;
        // One process at a time, so the index of the write-ahead log needs no shared memory. The cache grows to what is
        // in use: the facts of a thousand hostnames at most.
        connection.execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -512; PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON;
             PRAGMA trusted_schema = OFF; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             PRAGMA wal_autocheckpoint = 256; PRAGMA journal_size_limit = 262144;",
        )?;
        let database = Self { connection, durable: true };
        let version: i64 = database.connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if version > SCHEMA {
            return Err(Unusable::Newer);
        }
        let sound = database
            .connection
            .query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))
            .or_else(|error| if is_damage(&error) { Ok(String::new()) } else { Err(error) })?;
        let has_tables: bool =
            database.connection.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema)", [], |row| row.get(0))?;
        if version == 0 && !has_tables {
            database.connection.execute_batch(&format!("BEGIN; {TABLES} PRAGMA user_version = {SCHEMA}; COMMIT;"))?;
        }
        let (ledger, whole) = database.read_ledger();
        if sound != "ok" || !whole || database.newest_entry().is_err() {
            return Err(Unusable::Damaged(Box::new(ledger)));
        }

        Ok((database, ledger))
    }

    /// The facts of a file on a disk that cannot be written; `None` when there are none to be had. What a crash left in
    /// the write-ahead log is not seen.
    pub(super) fn glimpse(path: &Path) -> Option<Ledger> {
        let mut address = Url::from_file_path(path).ok()?;
        address.set_query(Some("immutable=1"));
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let connection = Connection::open_with_flags(address.as_str(), flags).ok()?;

        Some(Self { connection, durable: true }.read_ledger().0)
    }

    /// All facts that are whole, and whether all are.
    fn read_ledger(&self) -> (Ledger, bool) {
        let mut ledger = Ledger::default();
        let mut whole = true;
        let mut read = || -> rusqlite::Result<()> {
            let mut statement = self.connection.prepare("SELECT kind, subject, fact, checksum FROM fact")?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let text = |column| row.get::<_, String>(column);
                let fact = (text(0), text(1), text(2), row.get::<_, i64>(3));
                let taken = match fact {
                    (Ok(kind), Ok(subject), Ok(fact), Ok(sum)) if checksum(&kind, &subject, &fact) == sum => {
                        take(&mut ledger, &kind, &subject, &fact)
                    }
                    _ => None,
                };
                whole &= taken.is_some();
            }

            Ok(())
        };
        let ended = read().is_ok();

        (ledger, whole && ended)
    }

    /// Writes changes and lines of history in one transaction. With `durable` it is on the disk when this returns;
    /// otherwise a power cut may take it away, and a crash of the program not.
    pub(super) fn write<'a>(
        &mut self,
        changes: impl IntoIterator<Item = &'a LedgerChange>,
        ledger: &Ledger,
        entries: impl IntoIterator<Item = &'a Entry>,
        durable: bool,
    ) -> rusqlite::Result<()> {
        self.set_durable(durable)?;
        let transaction = self.connection.transaction()?;
        for change in changes {
            write_change(&transaction, change, ledger)?;
        }
        write_entries(&transaction, entries)?;

        transaction.commit()
    }

    /// Writes the whole ledger anew.
    pub(super) fn save(&mut self, ledger: &Ledger) -> rusqlite::Result<()> {
        self.set_durable(true)?;
        let transaction = self.connection.transaction()?;
        transaction.execute("DELETE FROM fact", [])?;
        for name in ledger.published.keys() {
            for family in Family::BOTH {
                write_record(&transaction, "published", &ledger.published, name, family)?;
            }
        }
        for (subject, fact) in &ledger.not_before {
            write(&transaction, "not-before", &json(subject)?, Some(fact))?;
        }
        for (subject, fact) in &ledger.halted {
            write(&transaction, "halted", &json(subject)?, Some(fact))?;
        }
        write(&transaction, "paused", "", ledger.paused.as_ref())?;
        for (told, at) in &ledger.told {
            write(&transaction, "told", &json(told)?, Some(at))?;
        }
        for name in ledger.standby.keys() {
            for family in Family::BOTH {
                write_record(&transaction, "standby", &ledger.standby, name, family)?;
            }
        }
        write(&transaction, "installation", "", ledger.installation.as_ref())?;
        for (name, since) in &ledger.out {
            write(&transaction, "out", &json(name)?, Some(since))?;
        }

        transaction.commit()
    }

    /// Forgets the entries that are too many.
    pub(super) fn forget_surplus(&mut self) -> rusqlite::Result<()> {
        self.connection
            .prepare_cached("DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?1")?
            .execute([RETENTION_ENTRIES])
            .map(|_| ())
    }

    /// Forgets the entries that are too old, counted from the newest one. Reads all of them.
    pub(super) fn forget_old(&mut self) -> rusqlite::Result<()> {
        let newest: Option<(i64, i64)> = self
            .connection
            .query_row("SELECT id, at FROM journal ORDER BY id DESC LIMIT 1", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((id, at)) = newest else {
            return Ok(());
        };
        self.connection.execute(
            &format!("DELETE FROM journal WHERE id <= ?1 AND at < ?2 AND NOT (at >= ?3 AND {})", drawn()),
            params![
                id - KEPT_WHATEVER_AGE,
                at - RETENTION_DAYS * DAY_IN_MILLISECONDS,
                at - TIMELINE_DAYS * DAY_IN_MILLISECONDS,
            ],
        )?;

        Ok(())
    }

    /// The newest entries before `before`, oldest first. A line that cannot be read is left out.
    pub(super) fn history(&self, limit: u32, before: i64) -> rusqlite::Result<Vec<Entry>> {
        self.entries("", limit, before)
    }

    /// The newest entries that the timeline is drawn from, oldest first.
    pub(super) fn timeline(&self, limit: u32) -> rusqlite::Result<Vec<Entry>> {
        self.entries(&format!("AND {}", drawn()), limit, i64::MAX)
    }

    fn entries(&self, which: &str, limit: u32, before: i64) -> rusqlite::Result<Vec<Entry>> {
        let query = format!("SELECT id, entry FROM journal WHERE id < ?1 {which} ORDER BY id DESC LIMIT ?2");
        let mut statement = self.connection.prepare_cached(&query)?;
        let mut entries: Vec<Entry> = Vec::new();
        let mut rows = statement.query(params![before, limit])?;
        while let Some(row) = rows.next()? {
            let (id, text): (i64, String) = (row.get(0)?, row.get(1)?);
            if let Ok(entry) = serde_json::from_str::<Entry>(&text) {
                entries.push(Entry { id, ..entry });
            }
        }
        entries.reverse();

        Ok(entries)
    }

    /// The number of the newest entry; zero when there is none.
    pub(super) fn newest_entry(&self) -> rusqlite::Result<i64> {
        self.connection.query_row("SELECT coalesce(max(id), 0) FROM journal", [], |row| row.get(0))
    }

    fn set_durable(&mut self, durable: bool) -> rusqlite::Result<()> {
        if self.durable != durable {
            let level = if durable { "FULL" } else { "NORMAL" };
            self.connection.execute_batch(&format!("PRAGMA synchronous = {level}"))?;
            self.durable = durable;
        }

        Ok(())
    }
}

/// The entries that the timeline is drawn from, by how serde writes their kind.
fn drawn() -> String {
    let kinds = DRAWN.map(|kind| format!("entry LIKE '%\"happening\":{{\"kind\":\"{kind}\"%'"));

    format!("({})", kinds.join(" OR "))
}

fn take(ledger: &mut Ledger, kind: &str, subject: &str, fact: &str) -> Option<()> {
    fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
        serde_json::from_str(text).ok()
    }

    let change = match kind {
        "published" => {
            let (name, family): (Hostname, Family) = parse(subject)?;
            LedgerChange::Published(name, family, Some(parse::<Published>(fact)?))
        }
        "not-before" => LedgerChange::NotBefore(parse::<Subject>(subject)?, Some(parse(fact)?)),
        "halted" => LedgerChange::Halted(parse::<Subject>(subject)?, Some(parse(fact)?)),
        "paused" => LedgerChange::Paused(Some(parse(fact)?)),
        "standby" => {
            let (name, family): (Hostname, Family) = parse(subject)?;
            LedgerChange::Standby(name, family, Some(parse::<Published>(fact)?))
        }
        "installation" => LedgerChange::Installation(parse(fact)?),
        "out" => LedgerChange::Out(parse(subject)?, Some(parse(fact)?)),
        "told" => LedgerChange::Told(parse(subject)?, Some(parse(fact)?)),
        _ => return None,
    };
    ledger.apply(change);

    Some(())
}

fn write_change(transaction: &Transaction<'_>, change: &LedgerChange, ledger: &Ledger) -> rusqlite::Result<()> {
    match change {
        LedgerChange::Published(name, family, _) => {
            write_record(transaction, "published", &ledger.published, name, *family)
        }
        LedgerChange::NotBefore(subject, fact) => write(transaction, "not-before", &json(subject)?, fact.as_ref()),
        LedgerChange::Halted(subject, fact) => write(transaction, "halted", &json(subject)?, fact.as_ref()),
        LedgerChange::Paused(fact) => write(transaction, "paused", "", fact.as_ref()),
        LedgerChange::Told(told, at) => write(transaction, "told", &json(told)?, at.as_ref()),
        LedgerChange::Standby(name, family, _) => write_record(transaction, "standby", &ledger.standby, name, *family),
        LedgerChange::Installation(_) => write(transaction, "installation", "", ledger.installation.as_ref()),
        LedgerChange::Out(name, since) => write(transaction, "out", &json(name)?, since.as_ref()),
    }
}

/// What is published for one record, by a first account or a standby.
fn write_record(
    transaction: &Transaction<'_>,
    kind: &str,
    facts: &BTreeMap<Hostname, PerFamily<Option<Published>>>,
    name: &Hostname,
    family: Family,
) -> rusqlite::Result<()> {
    let fact = facts.get(name).and_then(|facts| facts.get(family).as_ref());

    write(transaction, kind, &json(&(name, family))?, fact)
}

/// An entry without its line, which is made anew in the language of whoever reads it.
#[derive(Serialize)]
struct Stored<'a> {
    id: i64,
    at: Wall,
    weight: Weight,
    happening: &'a Happening,
}

fn write_entries<'a>(
    transaction: &Transaction<'_>,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> rusqlite::Result<()> {
    let mut insert =
        transaction.prepare_cached("INSERT OR REPLACE INTO journal (id, at, entry) VALUES (?1, ?2, ?3)")?;
    for Entry { id, at, weight, happening, line: _ } in entries {
        let stored = Stored { id: *id, at: *at, weight: *weight, happening };
        insert.execute(params![id, at.0, json(&stored)?])?;
    }

    Ok(())
}

fn write<T: Serialize>(
    transaction: &Transaction<'_>,
    kind: &str,
    subject: &str,
    fact: Option<&T>,
) -> rusqlite::Result<()> {
    let Some(fact) = fact else {
        return transaction
            .prepare_cached("DELETE FROM fact WHERE kind = ?1 AND subject = ?2")?
            .execute(params![kind, subject])
            .map(|_| ());
    };
    let fact = json(fact)?;
    transaction
        .prepare_cached("INSERT OR REPLACE INTO fact (kind, subject, fact, checksum) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![kind, subject, fact, checksum(kind, subject, &fact)])?;

    Ok(())
}

fn json<T: Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// FNV-1a (64 bits): finds the flipped bit that SQLite's own check cannot see, as it is inside a value.
fn checksum(kind: &str, subject: &str, fact: &str) -> i64 {
    let bytes = kind.bytes().chain([0]).chain(subject.bytes()).chain([0]).chain(fact.bytes());
    let sum = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));

    sum.cast_signed()
}
