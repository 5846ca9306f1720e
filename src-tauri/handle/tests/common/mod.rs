//! A made-up resident, and a folder for its socket.

#![allow(dead_code, reason = "each test binary uses a part of it")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::sync::{Arc, Mutex};

use homeport_core::address::{Family, PerFamily};
use homeport_core::journal::{Entry, Happening, Weight};
use homeport_core::language::Language;
use homeport_core::request::{Request, Response};
use homeport_core::settings::Preferences;
use homeport_core::snapshot::{AddressCard, Snapshot, State, Tray, Verdict};
use homeport_core::time::Wall;
use homeport_handle::instance::Instance;
use homeport_handle::local::Listener;
use homeport_handle::paths::Paths;
use homeport_handle::server::serve;
use homeport_handle::{Handle, HandleError, News};
use tempfile::TempDir;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

pub(crate) fn snapshot(revision: u64) -> Box<Snapshot> {
    let card = |family| AddressCard {
        family,
        address: None,
        verdict: Verdict::Unknown,
        verdict_word: String::new(),
        why: String::new(),
        seen: None,
        own_only: false,
        way: None,
        stops: Vec::new(),
    };

    Box::new(Snapshot {
        sources: Vec::new(),
        network: homeport_core::snapshot::Network::default(),
        lookout: homeport_core::snapshot::Lookout::default(),
        revision,
        version: "0.0.0".to_owned(),
        at: Wall(0),
        state: State::Ok,
        headline: "x".repeat(2_000),
        detail: String::new(),
        addresses: PerFamily { ipv4: card(Family::Ipv4), ipv6: card(Family::Ipv6) },
        hostnames: Vec::new(),
        telling: None,
        problems: Vec::new(),
        pause: None,
        busy: false,
        last_check: None,
        next_check: None,
        check_allowed: None,
        practice: None,
        tray: Tray::None,
        language: Language::English,
        preferences: Preferences::default(),
        webhook: None,
    })
}

pub(crate) fn entry(id: i64) -> Box<Entry> {
    let happening = Happening::Checked;

    Box::new(Entry { id, at: Wall(0), weight: Weight::Routine, happening, line: String::new() })
}

/// Answers `Status` with a snapshot, `Quit` by ending, everything else with "done". Its news comes from the test.
#[derive(Default)]
pub(crate) struct Resident {
    pub asked: Mutex<Vec<Request>>,
    pub watchers: Mutex<Vec<mpsc::Sender<News>>>,
}

impl Resident {
    /// The watcher that connected last, when there is one.
    pub(crate) async fn watcher(&self) -> mpsc::Sender<News> {
        loop {
            if let Some(watcher) = self.watchers.lock().unwrap().last() {
                return watcher.clone();
            }
            tokio::task::yield_now().await;
        }
    }
}

impl Handle for Resident {
    async fn ask(&self, request: Request) -> Result<Response, HandleError> {
        self.asked.lock().unwrap().push(request.clone());

        match request {
            Request::Status => Ok(Response::Snapshot(snapshot(7))),
            Request::Quit => Err(HandleError::Ended),
            _ => Ok(Response::Done),
        }
    }

    async fn watch(&self) -> Result<mpsc::Receiver<News>, HandleError> {
        let (sender, receiver) = mpsc::channel(1);
        sender.try_send(News::Snapshot(snapshot(0))).unwrap();
        self.watchers.lock().unwrap().push(sender);

        Ok(receiver)
    }
}

/// A folder with a resident in it. On Windows the pipe's name is made from the folder's.
pub(crate) struct Home {
    pub paths: Paths,
    pub resident: Arc<Resident>,
    pub server: JoinHandle<()>,
    _lock: Instance,
    _folder: TempDir,
}

pub(crate) fn folder() -> (TempDir, Paths) {
    let folder = tempfile::tempdir().unwrap();
    let paths = Paths::new(Some(folder.path())).unwrap();

    (folder, paths)
}

impl Home {
    pub(crate) fn start() -> Self {
        let (folder, paths) = folder();
        let lock = Instance::acquire(&paths).unwrap();
        let listener = Listener::bind(&paths, &lock).unwrap();
        let resident = Arc::new(Resident::default());
        let server = tokio::spawn(serve(listener, Arc::clone(&resident)));

        Self { paths, resident, server, _lock: lock, _folder: folder }
    }
}
