//! Ledger and journal, whatever happens to the disk: memory is always right, and the disk follows as soon as it can.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use homeport_core::event::StoreState;
use homeport_core::journal::{Entry, TIMELINE_ENTRIES};
use homeport_core::ledger::{Ledger, LedgerChange};
use homeport_core::time::{DAY, Wall};
use rusqlite::ErrorCode;

use super::copy::Copy;
use super::database::{Database, SCHEMA, Unusable, is_damage};
use super::guard::{self, Unfit};
use super::words;

/// Lines of history that wait in memory while the disk cannot be written.
const WAITING_ENTRIES: usize = 1_000;
/// After so many lines of history those that are too many go.
const SURPLUS_EVERY: u32 = 2_000;
/// What SQLite keeps beside its file.
const COMPANIONS: [&str; 2] = ["-wal", "-shm"];

/// The durable facts.
pub(super) struct Facts {
    folder: PathBuf,
    /// The file in use.
    file: PathBuf,
    database: Option<Database>,
    ledger: Ledger,
    /// What the disk knew has been read; until then nothing there is overwritten.
    loaded: bool,
    /// What memory learned before that.
    learned: Vec<LedgerChange>,
    /// The disk was read although it cannot be written.
    glimpsed: bool,
    /// What was read is news to whoever asked before.
    late: bool,
    /// Memory is ahead of the disk.
    behind: bool,
    /// Lines of history that are not written yet.
    waiting: VecDeque<Entry>,
    /// Changes that memory has and the disk not yet.
    unwritten: Vec<LedgerChange>,
    next_id: i64,
    appended: u32,
    /// The moment of the newest line since the start, and what it was when the old ones were last looked for.
    newest_at: Option<Wall>,
    aged_at: Option<Wall>,
    trouble: Option<String>,
    /// Things to tell once.
    notices: Vec<StoreState>,
}

impl Facts {
    /// Opens what is there. Trouble is told by [`Self::news`], never by an error.
    pub(super) fn open(folder: &Path) -> Self {
        let mut facts = Self {
            folder: folder.to_owned(),
            file: folder.join("homeport.db"),
            database: None,
            ledger: Ledger::default(),
            loaded: false,
            learned: Vec::new(),
            glimpsed: false,
            late: false,
            behind: false,
            waiting: VecDeque::new(),
            unwritten: Vec::new(),
            next_id: 1,
            appended: 0,
            newest_at: None,
            aged_at: None,
            trouble: None,
            notices: Vec::new(),
        };
        let outcome = facts.connect();
        facts.settle(outcome);
        facts.late = false;

        facts
    }

    /// What is known.
    pub(super) fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The ledger, when it could only be read after the start.
    pub(super) fn late_ledger(&mut self) -> Option<Ledger> {
        std::mem::take(&mut self.late).then(|| self.ledger.clone())
    }

    /// The state, after the things that are to be told once.
    pub(super) fn news(&mut self) -> Vec<StoreState> {
        let mut news = std::mem::take(&mut self.notices);
        news.push(self.state());

        news
    }

    pub(super) fn state(&self) -> StoreState {
        match &self.trouble {
            None => StoreState::Fine,
            Some(words) => StoreState::CannotWrite(words.clone()),
        }
    }

    /// Remembers facts. They are on the disk when this returns, unless [`Self::state`] says otherwise.
    pub(super) fn apply(&mut self, changes: &[LedgerChange]) {
        // Without its name an installation would take its own records for somebody else's.
        let kept_twice = |change: &LedgerChange| {
            matches!(change, LedgerChange::Halted(..) | LedgerChange::Paused(_) | LedgerChange::Installation(_))
        };
        let wishes = changes.iter().any(kept_twice);
        self.note(changes);
        self.write(true);
        if wishes {
            self.copy();
        }
    }

    /// Remembers facts, and writes them with whatever comes next, or with [`Self::write`].
    pub(super) fn note(&mut self, changes: &[LedgerChange]) {
        for change in changes {
            self.ledger.apply(change.clone());
            if !self.loaded {
                self.learned.retain(|earlier| !change.is_about_the_same(earlier));
                self.learned.push(change.clone());
            }
        }
        self.unwritten.extend_from_slice(changes);
    }

    /// Whether something waits to be written.
    pub(super) fn is_unwritten(&self) -> bool {
        self.trouble.is_none() && !(self.unwritten.is_empty() && self.waiting.is_empty())
    }

    /// Writes what waits, in one transaction, which is on the disk when this returns if it is to be `durable`.
    pub(super) fn write(&mut self, durable: bool) {
        let outcome = match &mut self.database {
            Some(database) if !self.behind => database
                .write(&self.unwritten, &self.ledger, &self.waiting, durable)
                .map(|()| self.waiting.clear())
                .map_err(Trouble::from),
            _ => {
                self.behind |= !self.unwritten.is_empty();
                self.catch_up()
            }
        };
        // What could not be written now is written with the whole ledger later.
        self.behind |= outcome.is_err();
        self.unwritten.clear();
        self.settle(outcome);
        self.prune();
    }

    /// Gives lines of history their numbers, and writes them as [`Self::note`] does.
    pub(super) fn append(&mut self, entries: &mut [Entry]) {
        if self.waiting.len() + entries.len() > WAITING_ENTRIES && self.trouble.is_none() {
            self.write(false);
        }
        for entry in &mut *entries {
            entry.id = self.next_id;
            self.next_id += 1;
            self.waiting.push_back(entry.clone());
        }
        while self.waiting.len() > WAITING_ENTRIES.max(entries.len()) {
            self.waiting.pop_front();
        }
        self.appended += u32::try_from(entries.len()).unwrap_or(SURPLUS_EVERY);
        self.newest_at = entries.last().map(|entry| entry.at).or(self.newest_at);
    }

    /// The newest entries before an entry, oldest first.
    pub(super) fn history(&self, limit: u32, before: Option<i64>) -> Vec<Entry> {
        let before = before.unwrap_or(i64::MAX);
        let stored = match &self.database {
            Some(database) => database.history(limit, before).unwrap_or_else(|error| {
                tracing::warn!(%error, "the history cannot be read");
                Vec::new()
            }),
            None => Vec::new(),
        };
        let mut entries = stored;
        entries.extend(self.waiting.iter().filter(|entry| entry.id < before).cloned());
        let surplus = entries.len().saturating_sub(usize::try_from(limit).unwrap_or(usize::MAX));

        entries.split_off(surplus)
    }

    /// What the timeline is drawn from, oldest first.
    pub(super) fn timeline(&self) -> Vec<Entry> {
        let stored = self.database.as_ref().map(|database| database.timeline(TIMELINE_ENTRIES));
        let mut entries = stored.and_then(Result::ok).unwrap_or_default();
        entries.extend(self.waiting.iter().cloned());

        entries
    }

    /// Tries again to write what only memory knows.
    pub(super) fn retry(&mut self) {
        if self.behind || self.trouble.is_some() || self.database.is_none() || self.is_unwritten() {
            self.write(true);
        }
    }

    /// Writes everything and closes the file, so that one file holds it all.
    pub(super) fn close(&mut self) {
        self.retry();
        self.copy();
        self.database = None;
    }

    /// Those that are too old are looked for once a day, as that reads the whole history. The clock may go back as well.
    fn prune(&mut self) {
        let (Some(database), Some(newest)) = (&mut self.database, self.newest_at) else { return };
        let is_new_day = self.aged_at.is_none_or(|at| newest.since(at).max(at.since(newest)) >= DAY);
        if !is_new_day && self.appended < SURPLUS_EVERY {
            return;
        }
        self.appended = 0;
        let mut outcome = database.forget_surplus();
        if is_new_day {
            self.aged_at = Some(newest);
            outcome = outcome.and_then(|()| database.forget_old());
        }
        if let Err(error) = outcome {
            tracing::warn!(%error, "old lines of history stay");
        }
    }

    fn catch_up(&mut self) -> Result<(), Trouble> {
        if self.database.is_none() {
            self.connect()?;
        }
        let Some(database) = &mut self.database else {
            return Ok(());
        };
        if self.behind {
            database.save(&self.ledger)?;
            self.behind = false;
        }
        if !self.waiting.is_empty() {
            database.write([], &self.ledger, &self.waiting, false)?;
            self.waiting.clear();
        }

        Ok(())
    }

    /// Notes how a write ended. A damaged file is replaced at once by a whole one from memory.
    fn settle(&mut self, outcome: Result<(), Trouble>) {
        let outcome = match outcome {
            Err(Trouble::Damaged) => {
                self.behind = true;
                self.database = None;
                let file = self.file.clone();
                self.put_aside(&file).and_then(|()| self.catch_up())
            }
            other => other,
        };
        match outcome {
            Ok(()) => self.trouble = None,
            Err(trouble) => {
                self.behind = true;
                let words = trouble.words();
                tracing::warn!(reason = %words, "the state cannot be written; going on from memory");
                self.trouble = Some(words);
            }
        }
    }

    fn copy_file(&self) -> PathBuf {
        self.folder.join("ledger.previous.json")
    }

    /// Opens the database. The first time its facts are taken over; later memory knows better.
    fn connect(&mut self) -> Result<(), Trouble> {
        let connected = self.connect_for_writing();
        if connected.is_err() && !self.loaded && !self.glimpsed {
            self.glimpse();
        }

        connected
    }

    /// A disk that cannot be written can still tell what was refused before: that holds all the same.
    fn glimpse(&mut self) {
        let (database, copy) = (Database::glimpse(&self.file), self.read_copy());
        self.glimpsed = database.is_some() || copy.is_some();
        let mut ledger = database.unwrap_or_default();
        if let Some(copy) = copy {
            // Written with each halt, so that it is never the older one.
            (ledger.halted, ledger.paused) = (copy.halted, copy.paused);
            ledger.installation = ledger.installation.or(copy.installation);
        }
        for change in &self.learned {
            ledger.apply(change.clone());
        }
        self.ledger = ledger;
    }

    fn connect_for_writing(&mut self) -> Result<(), Trouble> {
        guard::folder(&self.folder, true)?;
        guard::writable(&self.folder)?;
        guard::sweep(&self.copy_file());
        let path = self.folder.join("homeport.db");
        self.file.clone_from(&path);
        match self.open_file(&path) {
            Ok((database, ledger)) => self.take_over(database, ledger)?,
            Err(Refused::Newer) => {
                // The newer program will want its file again: it stays, and this one keeps its own beside it.
                self.notices.push(StoreState::Newer("homeport.db".to_owned()));
                let beside = self.folder.join(format!("homeport-{SCHEMA}.db"));
                self.file.clone_from(&beside);
                if let Ok((database, ledger)) = self.open_file(&beside) {
                    self.take_over(database, ledger)?;
                } else {
                    self.put_aside(&beside)?;
                    self.start_afresh(&beside, Ledger::default())?;
                }
            }
            Err(Refused::Damaged(salvaged)) => {
                self.put_aside(&path)?;
                self.start_afresh(&path, *salvaged)?;
            }
            Err(Refused::Cannot(trouble)) => return Err(trouble),
        }

        Ok(())
    }

    fn open_file(&self, path: &Path) -> Result<(Database, Ledger), Refused> {
        match guard::inspect(path) {
            Ok(true) => {
                // Nothing of ours is ever empty; a copy tells that there was something.
                let is_empty = path.metadata().is_ok_and(|facts| facts.len() == 0);
                if is_empty && self.read_copy().is_some() {
                    return Err(Refused::Damaged(Box::default()));
                }
            }
            Ok(false) => guard::create(path).map_err(|error| Refused::Cannot(error.into()))?,
            Err(Unfit::Io(error)) => return Err(Refused::Cannot(error.into())),
            Err(unfit) => {
                tracing::warn!(%unfit, file = %path.display(), "the file is not used");
                return Err(Refused::Damaged(Box::default()));
            }
        }

        Database::open(path).map_err(|unusable| match unusable {
            Unusable::Newer => Refused::Newer,
            Unusable::Damaged(ledger) => Refused::Damaged(ledger),
            Unusable::Cannot(error) => Refused::Cannot(error.into()),
        })
    }

    fn take_over(&mut self, database: Database, ledger: Ledger) -> Result<(), Trouble> {
        let newest = database.newest_entry()?;
        self.database = Some(database);
        self.load(ledger, newest);

        Ok(())
    }

    /// Takes over what the disk knew, once. What memory learned while the disk could not be read is newer.
    fn load(&mut self, ledger: Ledger, newest_entry: i64) {
        if self.loaded {
            self.behind = true;
            return;
        }
        self.ledger = ledger;
        for change in std::mem::take(&mut self.learned) {
            self.behind = true;
            self.ledger.apply(change);
        }
        for entry in &mut self.waiting {
            entry.id += newest_entry;
        }
        self.next_id += newest_entry;
        self.loaded = true;
        self.late = true;
        self.copy();
    }

    /// A new file, filled with what the damaged one still told and, where that is silent, with the last copy.
    fn start_afresh(&mut self, path: &Path, salvaged: Ledger) -> Result<(), Trouble> {
        let mut ledger = self.read_copy().unwrap_or_default();
        overlay(&mut ledger, salvaged);
        guard::create(path)?;
        let (database, _) = Database::open(path).map_err(|unusable| match unusable {
            Unusable::Cannot(error) => Trouble::from(error),
            Unusable::Newer | Unusable::Damaged(_) => Trouble::Damaged,
        })?;
        self.database = Some(database);
        self.load(ledger, 0);
        self.behind = true;

        self.catch_up()
    }

    fn put_aside(&mut self, path: &Path) -> Result<(), Trouble> {
        let name = guard::put_aside(path, &COMPANIONS)?;
        tracing::warn!(file = %name, "a damaged file was put aside");
        self.notices.push(StoreState::Recovered(name));

        Ok(())
    }

    /// The ledger as it was when a halt or a pause last changed, for the day when the database is damaged.
    fn copy(&self) {
        let written = serde_json::to_vec(&Copy::of(&self.ledger))
            .map_err(std::io::Error::from)
            .and_then(|bytes| guard::replace(&self.copy_file(), &bytes));
        if let Err(error) = written {
            tracing::debug!(%error, "the copy of the ledger was not written");
        }
    }

    fn read_copy(&self) -> Option<Ledger> {
        let bytes = guard::read(&self.copy_file()).ok()??;
        let ledger = serde_json::from_slice::<Copy>(&bytes).ok()?.into_ledger();

        (ledger != Ledger::default()).then_some(ledger)
    }
}

fn overlay(ledger: &mut Ledger, newer: Ledger) {
    ledger.published.extend(newer.published);
    ledger.not_before.extend(newer.not_before);
    ledger.halted.extend(newer.halted);
    ledger.paused = newer.paused.or(ledger.paused);
    ledger.told.extend(newer.told);
    ledger.standby.extend(newer.standby);
    ledger.out.extend(newer.out);
    ledger.installation = newer.installation.or(ledger.installation.take());
}

enum Refused {
    Newer,
    Damaged(Box<Ledger>),
    Cannot(Trouble),
}

/// Why something could not be written.
enum Trouble {
    Damaged,
    Database(rusqlite::Error),
    Io(std::io::Error),
}

impl Trouble {
    fn words(&self) -> String {
        match self {
            Self::Damaged => words::say("store-damaged", ""),
            Self::Io(error) => words::of_io(error),
            Self::Database(error) => match error.sqlite_error_code() {
                Some(ErrorCode::DiskFull) => words::say("store-full", ""),
                Some(ErrorCode::ReadOnly) => words::say("store-read-only", ""),
                Some(ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => words::say("store-denied", ""),
                Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => words::say("store-busy", ""),
                _ => words::say("store-refused", &error.to_string()),
            },
        }
    }
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        if is_damage(&error) { Self::Damaged } else { Self::Database(error) }
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}
