//! The loop: owns the `Client`, feeds it events, carries out its actions, and answers requests. It decides nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use homeport_core::catalogue::Catalogue;
use homeport_core::client::{Client, ClientOptions};
use homeport_core::event::{Event, Hint, SecretState};
use homeport_core::journal;
use homeport_core::network::NetworkFacts;
use homeport_core::request::{Refusal, Request, Response};
use homeport_core::settings::{AccountId, LogLevel, PRACTICE, Settings, Webhook};
use homeport_core::snapshot::Snapshot;
use homeport_core::text::Texts;
use homeport_core::time::{Mono, Wall};
use homeport_core::wake::Wake;
use homeport_handle::News;
use homeport_handle::paths::Paths;
use tokio::sync::{Notify, broadcast, mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use crate::clock;
use crate::netwatch;
use crate::power;
use crate::practice::Practice;
use crate::probe::{Dropped, Prober, RouterWatch};
use crate::resolver::Resolver;
use crate::store::{Opened, StoreHandle, StoreNews};
use crate::transport::{Transport, Trust};
use crate::vault::Vault;

mod actions;
mod checking;
mod edits;
mod imports;
mod keeping;
mod local;
mod providers;
mod rehearsal;
mod requests;
mod seeing;
mod trying;
mod webhook;

pub use local::LocalHandle;
pub(crate) use providers::Known;

/// The longest sleep: clocks are compared and the settings file is looked at this often.
const TICK: Duration = Duration::from_secs(60);
/// The files are looked at no more often than this.
const FILES_EVERY: Duration = Duration::from_secs(30);
/// The snapshot is told at most this often while somebody looks, the first change at once.
const TELL_SPACING: Duration = Duration::from_millis(100);
/// The same while only the tray and the notifications watch: a snapshot of a thousand hostnames takes longer than the
/// update of many of them.
const TRAY_SPACING: Duration = Duration::from_millis(500);
/// An account whose secret could not be read is tried again after this.
const SECRET_RETRY: Duration = Duration::from_secs(60);

/// What an agent is started with.
#[derive(Debug)]
pub struct AgentOptions {
    /// Where the files are.
    pub paths: Paths,
    /// Where the secrets are.
    pub vault: Vault,
    /// This program's version.
    pub version: String,
}

/// How far an agent goes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// It reads and edits what is on this machine; no packet leaves.
    Files,
    /// It also looks at the network and for the addresses, and sends no update beside what is asked for.
    Look,
    /// It keeps the hostnames up to date.
    Update,
}

/// A running agent.
#[derive(Debug)]
pub struct Agent {
    handle: LocalHandle,
    log_level: watch::Receiver<LogLevel>,
    task: JoinHandle<()>,
    stop: Option<oneshot::Sender<()>>,
}

impl Agent {
    /// Opens the store and starts the loop and the watcher of the network. Must be called on a tokio runtime.
    ///
    /// # Errors
    ///
    /// The store's thread could not be started; everything else that goes wrong is shown in the snapshot.
    pub async fn start(options: AgentOptions, scope: Scope) -> Result<Self, Refusal> {
        let catalogue = Arc::new(providers::catalogue(&options.paths));
        let known = Arc::new(providers::Known(Arc::clone(&catalogue)));
        let (store, opened, store_news) =
            StoreHandle::start(options.paths.clone(), known).await.map_err(|error| providers::no_thread(&error))?;
        let (events, inbox) = mpsc::channel(1_024);
        let (requests, asked) = mpsc::channel(64);
        let snapshots = watch::Sender::new(None);
        let (log_level, wanted_level) = watch::channel(opened.settings.app.log);
        let watched = Arc::new(Notify::new());
        let (entries, _) = broadcast::channel(256);
        let (window, _) = broadcast::channel(8);
        let (stop, stopped) = oneshot::channel();
        let rules = BTreeMap::new();
        let seed = providers::random_seed();
        let client = Client::new(
            ClientOptions { version: options.version, rules, seed, binds: crate::probe::BINDS },
            clock::now(),
        );
        let transport = Arc::new(Transport::new(Trust::from_environment()));
        let dropped = Arc::new(Dropped::default());
        let driver = Driver {
            prober: Arc::new(Prober::new(&opened.settings, Arc::clone(&transport), Arc::clone(&dropped))),
            dropped,
            router: None,
            webhook_before: None,
            settings: opened.settings.clone(),
            client,
            texts: speak(&opened.settings),
            catalogue,
            transport,
            store,
            vault: options.vault,
            paths: options.paths,
            scope,
            events: events.clone(),
            snapshots: snapshots.clone(),
            log_level,
            watched: Arc::clone(&watched),
            entries: entries.clone(),
            window: window.clone(),
            practice: None,
            facts: NetworkFacts::default(),
            resolver: Arc::new(Resolver::default()),
            unreadable: BTreeSet::new(),
            secret_retry_at: None,
            keychain: Arc::default(),
            keychain_watched: false,
            last_told: None,
            looked_at: None,
            told: None,
            waiting: Vec::new(),
            wake: Wake::default(),
        };
        let task = tokio::spawn(driver.run(opened, inbox, asked, store_news, stopped));
        let handle = LocalHandle { requests, events, snapshots, watched, entries, window };

        Ok(Self { handle, log_level: wanted_level, task, stop: Some(stop) })
    }

    /// What tray, notifications and the local socket hold.
    #[must_use]
    pub fn handle(&self) -> LocalHandle {
        self.handle.clone()
    }

    /// How much the settings want to be logged; it ends with the agent.
    #[must_use]
    pub fn log_level(&self) -> watch::Receiver<LogLevel> {
        self.log_level.clone()
    }

    /// Ends the loop: what is under way is given up, what is known is written.
    pub async fn shutdown(mut self) {
        if let Some(stop) = self.stop.take() {
            // The loop may have ended already by a request.
            let _ = stop.send(());
        }
        let _ = self.task.await;
    }

    /// Waits until the loop ends by itself: somebody asked it to quit.
    pub async fn ended(&mut self) {
        let _ = (&mut self.task).await;
    }
}

/// A request with the way back.
#[derive(Debug)]
struct Asked {
    request: Request,
    answer: oneshot::Sender<Response>,
}

/// Somebody who waits for the end of a round.
struct Waiting {
    since: Wall,
    limit: Mono,
    then: Then,
}

enum Then {
    /// Tell how each hostname stands.
    Outcomes(oneshot::Sender<Response>),
    /// Hold a conversation, now that addresses are known.
    Try(Box<trying::Trial>),
}

/// The webhook as it was; there may have been none.
struct Before(Option<Webhook>);

struct Driver {
    client: Client,
    settings: Settings,
    texts: Texts,
    catalogue: Arc<Catalogue>,
    transport: Arc<Transport>,
    prober: Arc<Prober>,
    dropped: Arc<Dropped>,
    router: Option<RouterWatch>,
    /// What the last change of the webhook took away.
    webhook_before: Option<Before>,
    store: StoreHandle,
    vault: Vault,
    paths: Paths,
    scope: Scope,
    events: mpsc::Sender<Event>,
    /// Made only while somebody watches.
    snapshots: watch::Sender<Option<Arc<Snapshot>>>,
    log_level: watch::Sender<LogLevel>,
    /// Told when somebody begins to watch.
    watched: Arc<Notify>,
    entries: broadcast::Sender<News>,
    window: broadcast::Sender<()>,
    practice: Option<Practice>,
    facts: NetworkFacts,
    resolver: Arc<Resolver>,
    /// Accounts whose secrets could not be read, and why.
    unreadable: BTreeSet<AccountId>,
    secret_retry_at: Option<Mono>,
    /// Told when the keychain may have come or been unlocked.
    keychain: Arc<Notify>,
    keychain_watched: bool,
    last_told: Option<Mono>,
    /// When the files were looked at.
    looked_at: Option<Mono>,
    /// The revision that was told.
    told: Option<u64>,
    waiting: Vec<Waiting>,
    wake: Wake,
}

impl Driver {
    async fn run(
        mut self,
        opened: Opened,
        mut inbox: mpsc::Receiver<Event>,
        mut asked: mpsc::Receiver<Asked>,
        mut store_news: mpsc::UnboundedReceiver<StoreNews>,
        mut stopped: oneshot::Receiver<()>,
    ) {
        let listening = (self.scope > Scope::Files).then(|| {
            [tokio::spawn(netwatch::watch(self.events.clone())), tokio::spawn(power::watch(self.events.clone()))]
        });
        self.begin(opened).await;
        let (keychain, watched) = (Arc::clone(&self.keychain), Arc::clone(&self.watched));
        loop {
            let sleep = self.sleep();
            let quit = tokio::select! {
                biased;
                _ = &mut stopped => true,
                Some(event) = inbox.recv() => {
                    self.take(event);
                    // What comes at the same moment belongs to the same transaction and the same snapshot.
                    tokio::task::yield_now().await;
                    while let Ok(event) = inbox.try_recv() {
                        self.take(event);
                    }
                    self.carry_out().await;
                    false
                }
                Some(asked) = asked.recv() => self.answer(asked).await,
                Some(news) = store_news.recv() => {
                    match news {
                        StoreNews::State(state) => self.handle(Event::Store(state)).await,
                        StoreNews::Ledger(ledger) => self.handle(Event::Remembered(ledger)).await,
                    }
                    false
                }
                () = keychain.notified() => {
                    self.keychain_watched = false;
                    self.secret_retry_at = Some(clock::now().mono);
                    false
                }
                () = watched.notified() => false,
                () = tokio::time::sleep(sleep) => false,
            };
            if quit {
                break;
            }
            self.tick().await;
            self.tell();
            self.serve_waiting();
        }
        for task in listening.into_iter().flatten() {
            task.abort();
        }
        self.store.close().await;
    }

    /// Only the providers in use are read from their files: all of them together take eight megabytes.
    fn learn_providers(&mut self, settings: &Settings) {
        for provider in settings.accounts.iter().map(|account| &account.provider) {
            if let Some(rules) = self.catalogue.rules(provider) {
                self.client.learn(provider.clone(), rules);
            }
        }
    }

    async fn begin(&mut self, opened: Opened) {
        self.learn_providers(&opened.settings);
        self.use_proxy(&opened.settings);
        self.use_practice(&opened.settings).await;
        self.handle(Event::Settings(opened.settings)).await;
        self.handle(Event::Remembered(opened.ledger)).await;
        for state in opened.states {
            self.handle(Event::Store(state)).await;
        }
        self.tell();
    }

    async fn handle(&mut self, event: Event) {
        self.take(event);
        self.carry_out().await;
    }

    fn take(&mut self, event: Event) {
        if let Event::Secret(account, state) = &event {
            if *state == SecretState::Ready {
                self.unreadable.remove(account);
            } else {
                self.unreadable.insert(account.clone());
                self.secret_retry_at = Some(clock::now().mono + SECRET_RETRY);
                self.watch_keychain();
            }
        }
        let now = clock::now();
        // What was queued before a sleep is not handled before the sleep is.
        if self.wake.tick(now).is_some() {
            self.client.handle(Event::Hint(Hint::Woke), now);
        }
        self.client.handle(event, now);
    }

    /// Listens to the keychain while secrets cannot be read, so that an unlocked one is used at once.
    fn watch_keychain(&mut self) {
        if std::mem::replace(&mut self.keychain_watched, true) {
            return;
        }
        let (vault, keychain) = (self.vault.clone(), Arc::clone(&self.keychain));
        tokio::spawn(async move {
            vault.changed().await;
            keychain.notify_one();
        });
    }

    /// How long nothing is due.
    fn sleep(&self) -> Duration {
        let now = clock::now().mono;
        let tells = self.is_news() && self.snapshots.receiver_count() > 0;
        let told = if tells { self.last_told.map(|told| told + self.tell_spacing()) } else { None };
        let waiting = self.waiting.iter().map(|waiting| waiting.limit).min();
        let due = [self.client.poll_timeout(), told, waiting, self.secret_retry_at].into_iter().flatten().min();

        due.map_or(TICK, |due| due.since(now).min(TICK))
    }

    async fn tick(&mut self) {
        let now = clock::now();
        if self.wake.tick(now).is_some() {
            self.handle(Event::Hint(Hint::Woke)).await;
        }
        if self.client.poll_timeout().is_some_and(|due| due <= now.mono) {
            self.client.handle_timeout(now);
            self.carry_out().await;
            if self.looked_at.is_none_or(|at| now.mono.since(at) >= FILES_EVERY) {
                self.looked_at = Some(now.mono);
                self.look_at_files().await;
            }
        }
        if self.secret_retry_at.is_some_and(|at| at <= now.mono) {
            self.secret_retry_at = None;
            self.read_secrets_again();
        }
    }

    /// The settings file may have been edited by hand, and the disk may have room again.
    async fn look_at_files(&mut self) {
        self.store.retry().await;
        match self.store.reread().await {
            Some(Ok(settings)) => self.use_settings(settings).await,
            Some(Err(trouble)) => self.handle(Event::Store(trouble.state())).await,
            None => {}
        }
    }

    async fn use_settings(&mut self, settings: Settings) {
        self.texts = speak(&settings);
        self.log_level.send_replace(settings.app.log);
        self.use_proxy(&settings);
        self.prober = Arc::new(Prober::new(&settings, Arc::clone(&self.transport), Arc::clone(&self.dropped)));
        self.use_practice(&settings).await;
        self.settings = settings.clone();
        self.learn_providers(&settings);
        self.handle(Event::Settings(settings)).await;
    }

    fn use_proxy(&self, settings: &Settings) {
        self.transport.use_proxy(settings.app.proxy.clone(), settings.app.proxy_for_echo);
    }

    /// The practice server listens only while a hostname uses it.
    async fn use_practice(&mut self, settings: &Settings) {
        let wanted = settings.accounts.iter().any(|account| account.provider.0 == PRACTICE);
        if wanted == self.practice.is_some() {
            return;
        }
        self.practice = None;
        if wanted {
            match Practice::start().await {
                Ok(practice) => self.practice = Some(practice),
                Err(error) => tracing::error!(%error, "the practice server could not be started"),
            }
        }
        let port = self.practice.as_ref().map(Practice::port);
        self.handle(Event::Practice(port)).await;
    }

    fn is_news(&self) -> bool {
        self.told != Some(self.client.revision())
    }

    fn tell_spacing(&self) -> Duration {
        if self.snapshots.receiver_count() > 1 { TELL_SPACING } else { TRAY_SPACING }
    }

    /// Tells the snapshot if it changed: at once, and then at most ten times a second, or two if nobody looks.
    fn tell(&mut self) {
        let now = clock::now();
        if self.is_news() && self.snapshots.receiver_count() == 0 {
            // Whoever comes next is not to see what was true when the last one went.
            self.snapshots.send_replace(None);
            self.last_told = None;
            return;
        }
        let spaced = self.last_told.is_none_or(|told| now.mono.since(told) >= self.tell_spacing());
        if !self.is_news() || !spaced {
            return;
        }
        self.told = Some(self.client.revision());
        self.last_told = Some(now.mono);
        let new = self.client.snapshot(now, &self.texts);
        self.snapshots.send_if_modified(|shown| {
            let changed = shown.as_ref().is_none_or(|old| !old.shows_the_same(&new));
            if changed {
                *shown = Some(Arc::new(new));
            }
            changed
        });
    }

    fn provider_names(&self) -> impl Fn(&homeport_core::settings::ProviderId) -> String + '_ {
        |id| self.catalogue.provider(id).map_or_else(|| id.to_string(), |provider| provider.name().to_owned())
    }

    fn line(&self, entry: &journal::Entry) -> String {
        journal::line(&entry.happening, &self.provider_names(), &self.texts)
    }
}

/// Values by the key of a provider's field.
type Fields = BTreeMap<String, String>;

/// The language that the settings name, or else the system's.
fn speak(settings: &Settings) -> Texts {
    Texts::speak(settings.app.language.unwrap_or_else(homeport_handle::locale::language))
}
