//! `homeport run`: the agent, the local socket, the tray and the notifications, until it is told to end.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use homeport_agent::driver::{Agent, Scope};
use homeport_core::event::Event;
use homeport_core::notice::trial;
use homeport_core::request::{Refusal, Request, Response};
use homeport_core::snapshot::Snapshot;
use homeport_core::text::Texts;
use homeport_core::tray::{Click, Page};
use homeport_handle::instance::{Held, Instance, show_the_first};
use homeport_handle::local::Listener;
use homeport_handle::paths::Paths;
use homeport_handle::server::serve;
use homeport_handle::socket::SocketHandle;
use homeport_handle::{Handle, HandleError, News};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::sync::watch;
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, timeout};
use tracing::{info, warn};

use crate::failure::{Failure, code};
use crate::output::Output;
use crate::presenter::Presenter;
use crate::session::NoDesktop;
use crate::signals::{Life, Signals, sign_of_life, tell};
use crate::tray::{Desk, FromTray};
use crate::window::{self, Window};
use crate::{BETWEEN_TRIES, LONGEST_START, logging, notify, options};

/// The agent has this long to write what it knows; the whole end takes at most two seconds.
const LONGEST_END: Duration = Duration::from_millis(1_200);
/// The panel has this long to take the icon away.
const LONGEST_STOP: Duration = Duration::from_millis(300);

/// What the resident is started with.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    /// Its files.
    pub(crate) paths: Paths,
    /// The folder of `--config`.
    pub(crate) config: Option<PathBuf>,
    /// Open the window, too.
    pub(crate) window: bool,
}

/// Runs until a signal, the end of the session, or "Quit".
pub(crate) async fn run(start: Start, desk: Result<Desk, NoDesktop>, output: &Output<'_>) -> Result<u8, Failure> {
    let texts = Texts::current();
    let mut signals = Signals::new().map_err(|error| cannot_start(&texts, &error.to_string()))?;
    let Some(instance) = place(&start.paths, &texts).await? else {
        return second_start(&start.paths, &texts, output).await;
    };
    let listener = Listener::bind(&start.paths, &instance).map_err(|error| cannot_start(&texts, &error.to_string()))?;
    let agent = Agent::start(options(start.paths.clone()), Scope::Update).await.map_err(Failure::refused)?;
    let (sender, receiver) = mpsc::unbounded_channel();
    let door = Arc::new(Door { handle: agent.handle(), sender: sender.clone(), desktop: desk.is_ok() });
    let server = tokio::spawn(serve(listener, Arc::clone(&door)));
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    tokio::spawn(crate::memory::give_back());
    tell(Life::Ready);
    info!(version = env!("CARGO_PKG_VERSION"), "Homeport runs");
    let desk = match desk {
        Ok(desk) => Some(desk),
        Err(reason) => {
            info!(%reason, "no tray and no notifications: Homeport runs headless");
            None
        }
    };
    let window = Window { config: start.config, state: start.paths.state.clone() };
    if start.window && door.has_window() {
        // The receiver is read below.
        let _ = sender.send(FromTray::Click(Click::Open(Page::Status), None));
    }
    let presenter = Presenter::new(door, texts, window, desk, sender);
    present(&agent, presenter, receiver, &mut signals).await;
    tell(Life::Stopping);
    server.abort();
    if timeout(LONGEST_END, agent.shutdown()).await.is_err() {
        warn!("something was still under way; it is made up for at the next start");
    }
    info!("Homeport has ended");

    Ok(code::FINE)
}

/// The right to be the resident; `None` when another one is. A command without a resident holds the place for a
/// moment, and is waited for.
async fn place(paths: &Paths, texts: &Texts) -> Result<Option<Instance>, Failure> {
    let until = Instant::now() + LONGEST_START;
    loop {
        match Instance::acquire(paths) {
            Ok(instance) => return Ok(Some(instance)),
            Err(Held::Running) => {}
            Err(held @ Held::OtherUser(_)) => {
                return Err(Failure::said(texts, "command-second", &[("reason", &held.to_string())], code::REFUSED));
            }
            Err(held @ Held::CannotLock { .. }) => return Err(cannot_start(texts, &held.to_string())),
        }
        match SocketHandle::connect(paths).await {
            Err(HandleError::NotRunning) if Instant::now() < until => sleep(BETWEEN_TRIES).await,
            _ => return Ok(None),
        }
    }
}

/// Until something ends it.
async fn present<H: Handle + 'static>(
    agent: &Agent,
    mut presenter: Presenter<H>,
    mut clicks: UnboundedReceiver<FromTray>,
    signals: &mut Signals,
) {
    let handle = agent.handle();
    let mut snapshots = presenter.is_seen().then(|| handle.snapshots());
    if let Some(snapshots) = &mut snapshots {
        snapshots.mark_changed();
    }
    let mut level = agent.log_level();
    let mut alive = sign_of_life().map(interval);
    if let Some(alive) = &mut alive {
        alive.set_missed_tick_behavior(MissedTickBehavior::Skip);
    }
    loop {
        let rest = presenter.rest();
        tokio::select! {
            signal = signals.wait() => {
                info!(signal, "told to end");
                break;
            }
            changed = level.changed() => {
                if changed.is_err() {
                    warn!("the agent has ended");
                    break;
                }
                logging::change(*level.borrow_and_update());
            }
            snapshot = newest(&mut snapshots) => presenter.show(snapshot).await,
            click = clicks.recv() => match click {
                Some(FromTray::Click(click, token)) => {
                    if !presenter.click(click, token) {
                        info!("asked to quit");
                        break;
                    }
                }
                Some(FromTray::WindowClosed) => presenter.window_closed(),
                Some(FromTray::Looks(look)) => presenter.look(look).await,
                Some(FromTray::Seen(seen)) => handle.report(Event::Tray(seen)).await,
                None => break,
            },
            () = after(rest) => presenter.refresh().await,
            () = tick(&mut alive) => tell(Life::Alive),
        }
    }
    if timeout(LONGEST_STOP, presenter.stop()).await.is_err() {
        warn!("the tray did not take the icon away");
    }
}

/// The newest snapshot, once there is a new one. For ever where nobody watches.
async fn newest(snapshots: &mut Option<watch::Receiver<Option<Arc<Snapshot>>>>) -> Arc<Snapshot> {
    if let Some(snapshots) = snapshots {
        while snapshots.changed().await.is_ok() {
            let snapshot = snapshots.borrow_and_update().clone();
            if let Some(snapshot) = snapshot {
                return snapshot;
            }
        }
    }

    // That the agent has ended is heard elsewhere.
    std::future::pending().await
}

/// For ever without a span.
async fn after(span: Option<Duration>) {
    match span {
        Some(span) => sleep(span).await,
        None => std::future::pending().await,
    }
}

async fn tick(alive: &mut Option<tokio::time::Interval>) {
    match alive {
        Some(alive) => {
            alive.tick().await;
        }
        None => std::future::pending().await,
    }
}

/// A second start is a person who looks for the program: the first one shows its window.
async fn second_start(paths: &Paths, texts: &Texts, output: &Output<'_>) -> Result<u8, Failure> {
    let id = match show_the_first(paths).await {
        Ok(Response::Done) => "second-start",
        Ok(_) => "second-start-headless",
        Err(error) => {
            let values = [("reason", error.to_string())];
            let values = values.each_ref().map(|(key, value)| (*key, value.as_str()));
            return Err(Failure::said(texts, "command-second", &values, code::REFUSED));
        }
    };
    output.done(&texts.say(id, &[])).map_err(|error| cannot_start(texts, &error.to_string()))?;

    Ok(code::FINE)
}

fn cannot_start(texts: &Texts, reason: &str) -> Failure {
    Failure::said(texts, "command-start", &[("reason", reason)], code::TEMPORARY)
}

/// The agent's handle, with the requests that are for the whole resident taken out.
struct Door<H> {
    handle: H,
    sender: UnboundedSender<FromTray>,
    desktop: bool,
}

impl<H> Door<H> {
    /// Whether a window can be shown at all.
    fn has_window(&self) -> bool {
        self.desktop && window::program().is_some()
    }
}

/// What a second start hears of a resident that has no window.
fn no_window() -> Response {
    let happened = Texts::current().say("second-start-headless", &[]);

    Response::Refused(Refusal { happened, means: String::new(), cure: String::new(), field: None })
}

impl<H: Handle> Handle for Door<H> {
    async fn ask(&self, request: Request) -> Result<Response, HandleError> {
        let click = match request {
            Request::ShowWindow if self.has_window() => Click::Open(Page::Status),
            Request::ShowWindow => return Ok(no_window()),
            Request::Quit => Click::Quit,
            Request::TestNotification if self.desktop => {
                notify::show(trial(&Texts::current()), self.sender.clone());
                return Ok(Response::Done);
            }
            other => return self.handle.ask(other).await,
        };
        let sent = self.sender.send(FromTray::Click(click, None));

        sent.map(|()| Response::Done).map_err(|_| HandleError::Ended)
    }

    async fn watch(&self) -> Result<mpsc::Receiver<News>, HandleError> {
        self.handle.watch().await
    }
}
