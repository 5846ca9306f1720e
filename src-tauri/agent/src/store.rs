//! Settings, ledger and journal on disk, on a thread of their own. The thread sleeps until it is asked.

use std::future::Future;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use homeport_core::event::StoreState;
use homeport_core::journal::Entry;
use homeport_core::ledger::{Ledger, LedgerChange};
use homeport_core::settings::Settings;
use homeport_core::settings::edit::EditError;
use homeport_core::settings::file::Providers;
use homeport_handle::paths::Paths;
use tokio::sync::{mpsc as tokio_mpsc, oneshot};

mod copy;
mod database;
mod facts;
mod guard;
mod settings_file;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use guard::replace;
pub use settings_file::SettingsTrouble;

use facts::Facts;
use settings_file::SettingsFile;

/// What may be lost waits this long for company: a transaction costs more than what it carries.
const COMPANY: Duration = Duration::from_millis(50);

/// What the store knew when it was opened.
#[derive(Debug)]
pub struct Opened {
    /// The settings in force: the file's, or the last good ones when the file is wrong.
    pub settings: Settings,
    /// The durable facts.
    pub ledger: Ledger,
    /// What to tell the core, in order: what was recovered, whether it can be written, whether the settings are wrong.
    pub states: Vec<StoreState>,
}

/// Why the disk refused something, in plain words.
#[must_use]
pub fn reason(error: &std::io::Error) -> String {
    words::of_io(error)
}

/// News of the store after it was opened.
#[derive(Debug, Clone, PartialEq)]
pub enum StoreNews {
    /// The state changed, or something was put aside.
    State(StoreState),
    /// The disk could not be read at the start and now can: all durable facts.
    Ledger(Ledger),
}

/// The store itself: blocking calls. [`StoreHandle`] is the same for async callers.
pub struct Store {
    settings: SettingsFile,
    facts: Facts,
    providers: Arc<dyn Providers + Send + Sync>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Store({:?})", self.settings)
    }
}

impl Store {
    /// Opens everything. It always opens: what cannot be read or written is told in [`Opened::states`], and memory
    /// takes its place.
    pub fn open(paths: &Paths, providers: Arc<dyn Providers + Send + Sync>) -> (Self, Opened) {
        let mut facts = Facts::open(&paths.state);
        if paths.settings.is_dir()
            && let Err(error) = guard::folder(&paths.settings, false)
        {
            tracing::warn!(%error, "others may write to the folder of the settings");
        }
        let (settings, outcome) = SettingsFile::open(paths.settings_file(), &paths.state, &*providers);
        let mut states = facts.news();
        states.extend(outcome.err().map(|trouble| trouble.state()));
        let opened = Opened { settings: settings.in_force().clone(), ledger: facts.ledger().clone(), states };

        (Self { settings, facts, providers }, opened)
    }

    /// Remembers facts, in one step. They are on the disk when this returns [`StoreState::Fine`].
    pub fn apply(&mut self, changes: &[LedgerChange]) -> StoreState {
        self.facts.apply(changes);
        self.facts.state()
    }

    /// Writes lines of history and returns them with their numbers.
    pub fn append(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        let entries = self.note(&[], entries);
        self.facts.write(false);
        entries
    }

    /// Remembers facts and the lines of history that tell of them, in one step, and returns the lines with their numbers.
    fn keep(&mut self, changes: &[LedgerChange], mut entries: Vec<Entry>) -> Vec<Entry> {
        self.facts.append(&mut entries);
        self.facts.apply(changes);
        entries
    }

    /// Remembers facts and lines of history, which are written with what comes next or by [`Self::write`].
    fn note(&mut self, changes: &[LedgerChange], mut entries: Vec<Entry>) -> Vec<Entry> {
        self.facts.note(changes);
        self.facts.append(&mut entries);
        entries
    }

    /// The newest entries before `before`, oldest first.
    pub fn history(&self, limit: u32, before: Option<i64>) -> Vec<Entry> {
        self.facts.history(limit, before)
    }

    /// What the timeline is drawn from, oldest first.
    pub fn timeline(&self) -> Vec<Entry> {
        self.facts.timeline()
    }

    /// All durable facts.
    pub fn ledger(&self) -> &Ledger {
        self.facts.ledger()
    }

    /// Tries again to write what only memory knows.
    pub fn retry(&mut self) -> StoreState {
        self.facts.retry();
        self.facts.state()
    }

    /// Whether the settings file was changed by someone else.
    pub fn changed(&self) -> bool {
        self.settings.changed()
    }

    /// Reads the settings file if someone else changed it; `None` when not.
    pub fn reread(&mut self) -> Option<Result<Settings, SettingsTrouble>> {
        self.settings.reread(&*self.providers)
    }

    /// Changes the settings file with a function of [`homeport_core::settings::edit`].
    ///
    /// # Errors
    ///
    /// Nothing was written then.
    pub fn edit(
        &mut self,
        change: impl FnOnce(&str) -> Result<String, EditError>,
    ) -> Result<Settings, SettingsTrouble> {
        self.settings.edit(change, &*self.providers)
    }

    /// Replaces the settings file, even one with a mistake.
    ///
    /// # Errors
    ///
    /// Nothing was written then.
    pub fn replace(
        &mut self,
        change: impl FnOnce(&str) -> Result<String, EditError>,
    ) -> Result<Settings, SettingsTrouble> {
        self.settings.replace(change, &*self.providers)
    }

    /// Writes everything and closes the files.
    pub fn close(&mut self) {
        self.facts.close();
    }
}

type Job = Box<dyn FnOnce(&mut Store) + Send>;

/// The store on its thread. Clones reach the same store; it closes when the last is dropped.
#[derive(Debug, Clone)]
pub struct StoreHandle {
    jobs: mpsc::Sender<Job>,
}

impl StoreHandle {
    /// Starts the thread, opens the store there, and returns what it knew. The receiver gets the news from
    /// then on.
    ///
    /// # Errors
    ///
    /// The system refuses a thread.
    pub async fn start(
        paths: Paths,
        providers: Arc<dyn Providers + Send + Sync>,
    ) -> std::io::Result<(Self, Opened, tokio_mpsc::UnboundedReceiver<StoreNews>)> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let (tell, news) = tokio_mpsc::unbounded_channel();
        let (ready, opened) = oneshot::channel();
        thread::Builder::new().name("store".to_owned()).spawn(move || {
            let (mut store, opened) = Store::open(&paths, providers);
            let mut told = store.facts.state();
            if ready.send(opened).is_err() {
                return;
            }
            let mut noted: Option<Instant> = None;
            loop {
                let until = noted.map(|noted| (noted + COMPANY).saturating_duration_since(Instant::now()));
                match until
                    .map_or_else(|| queue.recv().map_err(RecvTimeoutError::from), |left| queue.recv_timeout(left))
                {
                    Ok(job) => job(&mut store),
                    Err(RecvTimeoutError::Timeout) => store.facts.write(false),
                    Err(RecvTimeoutError::Disconnected) => break,
                }
                noted = store.facts.is_unwritten().then(|| noted.unwrap_or_else(Instant::now));
                // Nobody listens any more while the program ends, hence the sends that may fail.
                if let Some(ledger) = store.facts.late_ledger() {
                    let _ = tell.send(StoreNews::Ledger(ledger));
                }
                for state in store.facts.news() {
                    if state != told || matches!(state, StoreState::Recovered(_) | StoreState::Newer(_)) {
                        told = state.clone();
                        let _ = tell.send(StoreNews::State(state));
                    }
                }
            }
            store.close();
        })?;
        let opened = opened.await.map_err(std::io::Error::other)?;

        Ok((Self { jobs }, opened, news))
    }

    fn ask<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Store) -> T + Send + 'static,
    ) -> impl Future<Output = Option<T>> + Send + 'static {
        let (answer, answered) = oneshot::channel();
        // The job is queued now, in the order of the calls, not when the future is first polled.
        let sent = self.jobs.send(Box::new(move |store| {
            // Whoever asked may have gone; the job is done all the same.
            let _ = answer.send(job(store));
        }));

        async move {
            sent.ok()?;
            answered.await.ok()
        }
    }

    /// Remembers facts, in one transaction. When this returns, they are on the disk, unless the state says otherwise.
    pub async fn apply(&self, changes: Vec<LedgerChange>) {
        self.ask(move |store| store.apply(&changes)).await;
    }

    /// Remembers facts and the lines of history that tell of them, in one transaction, and returns the lines with their
    /// numbers. When this returns, all is on the disk, unless the state says otherwise.
    pub async fn keep(&self, changes: Vec<LedgerChange>, entries: Vec<Entry>) -> Vec<Entry> {
        self.ask(move |store| store.keep(&changes, entries)).await.unwrap_or_default()
    }

    /// Remembers facts that may be lost, and lines of history, and returns the lines with their numbers. They are
    /// written with what comes next, or 50 ms later: a crash of the program may take away the last ones. They are queued
    /// when this returns, whenever the lines are waited for.
    pub fn note(
        &self,
        changes: Vec<LedgerChange>,
        entries: Vec<Entry>,
    ) -> impl Future<Output = Vec<Entry>> + Send + 'static {
        let noted = self.ask(move |store| store.note(&changes, entries));

        async { noted.await.unwrap_or_default() }
    }

    /// The newest entries before `before`, oldest first.
    pub async fn history(&self, limit: u32, before: Option<i64>) -> Vec<Entry> {
        self.ask(move |store| store.history(limit, before)).await.unwrap_or_default()
    }

    /// What the timeline is drawn from, oldest first.
    pub async fn timeline(&self) -> Vec<Entry> {
        self.ask(|store| store.timeline()).await.unwrap_or_default()
    }

    /// Tries again to write what only memory knows. Call it once a minute; it costs nothing when all is written.
    pub async fn retry(&self) {
        self.ask(Store::retry).await;
    }

    /// Whether the settings file was changed by someone else. Only looks at its date and size.
    pub async fn changed(&self) -> bool {
        self.ask(|store| store.changed()).await.unwrap_or(false)
    }

    /// Reads the settings file if someone else changed it; `None` when not.
    pub async fn reread(&self) -> Option<Result<Settings, SettingsTrouble>> {
        self.ask(Store::reread).await.flatten()
    }

    /// Changes the settings file with a function of [`homeport_core::settings::edit`], and returns the new settings.
    ///
    /// # Errors
    ///
    /// Nothing was written then.
    pub async fn edit(
        &self,
        change: impl FnOnce(&str) -> Result<String, EditError> + Send + 'static,
    ) -> Result<Settings, SettingsTrouble> {
        self.ask(|store| store.edit(change)).await.unwrap_or(Err(SettingsTrouble::Ended))
    }

    /// Replaces the settings file, even one with a mistake, and returns the new settings.
    ///
    /// # Errors
    ///
    /// Nothing was written then.
    pub async fn replace(
        &self,
        change: impl FnOnce(&str) -> Result<String, EditError> + Send + 'static,
    ) -> Result<Settings, SettingsTrouble> {
        self.ask(|store| store.replace(change)).await.unwrap_or(Err(SettingsTrouble::Ended))
    }

    /// Writes everything and closes the files; call it before the program ends.
    pub async fn close(&self) {
        self.ask(Store::close).await;
    }
}
