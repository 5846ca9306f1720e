//! The running Homeport: asks it, hears its news, and starts it if none runs.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use homeport_core::journal::Entry;
use homeport_core::link::Links;
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::Snapshot;
use homeport_handle::paths::Paths;
use homeport_handle::socket::SocketHandle;
use homeport_handle::{Handle, HandleError, News};
use serde::Serialize;
use tauri::async_runtime::JoinHandle;
use tauri::ipc::Channel;
use tokio::sync::mpsc;

use crate::first;

/// Between two tries to reach it.
const PAUSE: Duration = Duration::from_millis(50);
/// A resident that was started answers within this time.
const PATIENCE: Duration = Duration::from_secs(20);
/// One that ended may be on its way back, after an update for example.
const RETURN: Duration = Duration::from_secs(5);

/// Whether a running Homeport answers; `ui/src/lib/contract.ts` has the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "state")]
pub(crate) enum Link {
    /// It is on its way.
    Starting,
    /// It answers.
    Ready,
    /// It ran and ended. Nobody but the user starts it again: it may be the user who ended it.
    Stopped,
    /// It cannot be reached, and why.
    Failed {
        /// In plain words.
        why: String,
    },
    /// Something was clicked while the window was open.
    Show {
        /// What to show.
        start: Begin,
    },
}

/// Where things are on this computer.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Places {
    settings_file: PathBuf,
    state_folder: PathBuf,
    system: &'static str,
    /// The version of what draws the pages; empty when it does not say.
    webview: String,
    start: Begin,
}

/// The channels of one page.
struct Page {
    snapshot: Channel<Snapshot>,
    journal: Channel<Entry>,
    link: Channel<Link>,
}

/// The page to begin with: what was clicked in the tray or on a notification.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Begin {
    pub(crate) page: Option<String>,
    pub(crate) hostname: Option<String>,
    pub(crate) add: bool,
}

/// The running Homeport as the window knows it.
#[derive(Clone)]
pub(crate) struct Resident {
    paths: Paths,
    config: Option<PathBuf>,
    begin: Begin,
    links: Arc<Mutex<Links>>,
    watching: Arc<Mutex<Option<JoinHandle<()>>>>,
    page: Arc<Mutex<Option<Channel<Link>>>>,
}

impl Begin {
    /// What a second start asks the first one for.
    pub(crate) fn request(&self) -> Request {
        if self.page.is_none() && self.hostname.is_none() && !self.add {
            return Request::ShowWindow;
        }

        Request::ShowPage { page: self.page.clone(), hostname: self.hostname.clone(), add: self.add }
    }
}

impl Resident {
    pub(crate) fn new(paths: Paths, config: Option<PathBuf>, begin: Begin) -> Self {
        Self { paths, config, begin, links: Arc::default(), watching: Arc::default(), page: Arc::default() }
    }

    pub(crate) fn window_paths(&self) -> Paths {
        first::paths(&self.paths)
    }

    pub(crate) fn places(&self) -> Places {
        Places {
            settings_file: self.paths.settings_file(),
            state_folder: self.paths.state.clone(),
            system: std::env::consts::OS,
            webview: tauri::webview_version().unwrap_or_default(),
            start: self.begin.clone(),
        }
    }

    pub(crate) fn permits(&self, url: &str) -> bool {
        self.links.lock().unwrap_or_else(PoisonError::into_inner).permits(url)
    }

    pub(crate) async fn ask(&self, request: Request) -> Result<Response, HandleError> {
        let response = SocketHandle::connect(&self.paths).await?.ask(request).await?;
        self.links.lock().unwrap_or_else(PoisonError::into_inner).handle_response(&response);

        Ok(response)
    }

    /// Shows something in the page that is open.
    pub(crate) fn show(&self, begin: Begin) {
        if let Some(page) = &*self.page.lock().unwrap_or_else(PoisonError::into_inner) {
            let _ = page.send(Link::Show { start: begin });
        }
    }

    /// Tells a page the news from now on. A page that asks again takes the place of the one before.
    pub(crate) fn watch(&self, snapshot: Channel<Snapshot>, journal: Channel<Entry>, link: Channel<Link>) {
        *self.page.lock().unwrap_or_else(PoisonError::into_inner) = Some(link.clone());
        let this = self.clone();
        let page = Page { snapshot, journal, link };
        let task = tauri::async_runtime::spawn(async move {
            let end = this.tell(&page).await;
            let _ = page.link.send(end);
        });
        let before = self.watching.lock().unwrap_or_else(PoisonError::into_inner).replace(task);
        if let Some(before) = before {
            before.abort();
        }
    }

    /// Tells news until the resident is gone, and then how that is to be said.
    async fn tell(&self, page: &Page) -> Link {
        let mut news = match self.begin().await {
            Ok(news) => news,
            Err(why) => return Link::Failed { why },
        };
        loop {
            let _ = page.link.send(Link::Ready);
            while let Some(item) = news.recv().await {
                self.pass_on(item, page);
            }
            let _ = page.link.send(Link::Starting);
            match self.reach(Instant::now() + RETURN, None).await {
                Ok(again) => news = again,
                Err(_) => return Link::Stopped,
            }
        }
    }

    fn pass_on(&self, item: News, page: &Page) {
        match item {
            News::Snapshot(snapshot) => {
                self.links.lock().unwrap_or_else(PoisonError::into_inner).handle_snapshot(&snapshot);
                let _ = page.snapshot.send(*snapshot);
            }
            News::Entry(entry) => {
                let _ = page.journal.send(*entry);
            }
        }
    }

    /// Reaches the resident that runs, or starts one.
    async fn begin(&self) -> Result<mpsc::Receiver<News>, String> {
        match self.listen().await {
            Err(HandleError::NotRunning | HandleError::Ended) => {}
            reached => return reached.map_err(|error| error.to_string()),
        }
        let child = self.start()?;

        self.reach(Instant::now() + PATIENCE, Some(child)).await
    }

    async fn listen(&self) -> Result<mpsc::Receiver<News>, HandleError> {
        SocketHandle::connect(&self.paths).await?.watch().await
    }

    async fn reach(&self, until: Instant, mut child: Option<Child>) -> Result<mpsc::Receiver<News>, String> {
        loop {
            match self.listen().await {
                Ok(news) => {
                    // Waited for on a thread of its own, so that no dead process stays when it ends.
                    std::thread::spawn(move || child.map(|mut child| child.wait()));
                    return Ok(news);
                }
                Err(HandleError::NotRunning | HandleError::Ended) if Instant::now() < until => {}
                Err(error) => return Err(error.to_string()),
            }
            if let Some(status) = child.as_mut().and_then(|child| child.try_wait().ok().flatten())
                && !status.success()
            {
                return Err(format!("homeport run ended at once ({status})"));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Starts `homeport run`: the program beside this one, else the one in the search path. It outlives the window.
    fn start(&self) -> Result<Child, String> {
        let name = format!("homeport{}", std::env::consts::EXE_SUFFIX);
        let beside = std::env::current_exe().ok().map(|program| program.with_file_name(&name));
        let program = beside.filter(|path| path.exists()).unwrap_or_else(|| PathBuf::from(name));
        let mut command = Command::new(&program);
        command.arg("run").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        if let Some(folder) = &self.config {
            command.arg("--config").arg(folder);
        }
        detach(&mut command);

        command.spawn().map_err(|error| format!("{} could not be started: {error}", program.display()))
    }
}

#[cfg(unix)]
fn detach(command: &mut Command) {
    use std::os::unix::process::CommandExt;

    // A group of its own: Ctrl+C in the terminal of the window is not meant for it.
    command.process_group(0);
}

#[cfg(windows)]
fn detach(command: &mut Command) {
    use std::os::windows::process::CommandExt;

    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
    command.creation_flags(CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP);
}
