//! Asks the sources of the public address, all at once, and tells what each says as it comes. Which of them to ask, and
//! what their answers mean, is decided in the core. Addresses of this machine's own interfaces come with the network's
//! facts and need no question.

mod command;
mod dns_echo;
mod dropped;
mod http_echo;
mod router;
mod stun;

use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use homeport_core::address::Family;
use homeport_core::event::{Event, Probing};
use homeport_core::observation::{Report, SourceFault, SourceId};
use homeport_core::settings::{Settings, SourceKind};
use homeport_core::sources::{How, sources, stun_servers};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

use crate::transport::Transport;

pub use dropped::Dropped;
pub(crate) use dropped::Kind;
pub use router::RouterWatch;

/// The longest time for one question to all sources. Each source has a shorter limit of its own.
const LIMIT: Duration = Duration::from_secs(6);

/// Whether a question can leave by a chosen interface although a tunnel is the way out. On Windows the HTTP client cannot
/// choose one.
pub(crate) const BINDS: bool = cfg!(any(target_os = "linux", target_os = "macos"));

/// Asks the sources that the settings name. Made anew when the settings change.
#[derive(Debug)]
pub struct Prober {
    settings: Settings,
    transport: Arc<Transport>,
    dropped: Arc<Dropped>,
    /// Counts the usual checks, so that the operators take turns.
    turn: AtomicUsize,
    /// Counts the pulses.
    pulse: AtomicUsize,
}

/// The most STUN servers that are asked in one pulse: the next one, when one does not answer.
const MOST_IN_A_PULSE: usize = 3;

impl Prober {
    /// A prober for these settings. It asks nothing yet.
    #[must_use]
    pub fn new(settings: &Settings, transport: Arc<Transport>, dropped: Arc<Dropped>) -> Self {
        Self { settings: settings.clone(), transport, dropped, turn: AtomicUsize::new(0), pulse: AtomicUsize::new(0) }
    }

    /// Asks the usual sources of each family, or with `more` those that were left out before, and sends
    /// [`Event::Reported`] for each answer as it comes and [`Event::RoundEnded`] after the last one, at most 6 s later.
    /// A source that has not answered by then has no report.
    ///
    /// Where `through` names an interface, the questions of that family leave by it or not at all. Only the names of the
    /// services are still looked up by the system in its own way.
    pub async fn probe(&self, round: u64, probing: &Probing, events: &mpsc::Sender<Event>) {
        let Probing { families, more, through, avoid } = probing;
        let deadline = Instant::now() + LIMIT;
        let turn = if *more {
            self.turn.load(Ordering::Relaxed).saturating_sub(1)
        } else {
            self.turn.fetch_add(1, Ordering::Relaxed)
        };
        let mut asking = JoinSet::new();
        for family in families {
            for source in sources(&self.settings, *family, turn, *more, avoid) {
                let way = Way { family: *family, through: through.get(*family).clone() };
                asking.spawn(ask(source.id, source.how, way, self.means()));
            }
        }
        while let Ok(Some(answer)) = timeout_at(deadline, asking.join_next()).await {
            let Ok(report) = answer else {
                continue;
            };
            self.count(&report);
            // When nobody listens any more, the resident is ending.
            if events.send(Event::Reported { round, report }).await.is_err() {
                return;
            }
        }
        let _ = events.send(Event::RoundEnded { round }).await;
    }

    /// Asks one STUN server for the IPv4 address, another one each time, and sends [`Event::Pulsed`] with the answer. The
    /// question leaves by the interface that `through` names.
    pub async fn pulse(&self, through: Option<&str>, events: &mpsc::Sender<Event>) {
        let way = Way { family: Family::Ipv4, through: through.map(str::to_owned) };
        let turn = self.pulse.fetch_add(1, Ordering::Relaxed);
        for source in stun_servers(&self.settings, turn).into_iter().take(MOST_IN_A_PULSE) {
            let report = ask(source.id, source.how, way.clone(), self.means()).await;
            self.count(&report);
            let answered = report.said.is_ok();
            if events.send(Event::Pulsed(report)).await.is_err() || answered {
                return;
            }
        }
    }

    fn count(&self, report: &Report) {
        let kind = match report.source.kind {
            SourceKind::Dns => Kind::Dns,
            SourceKind::Http => Kind::Http,
            SourceKind::Router | SourceKind::Stun | SourceKind::Interface | SourceKind::Command | SourceKind::Fixed => {
                return;
            }
        };
        if report.said == Err(SourceFault::NotAnAddress) {
            self.dropped.count(kind);
        }
    }

    fn means(&self) -> Means {
        Means {
            transport: Arc::clone(&self.transport),
            dropped: Arc::clone(&self.dropped),
            program: self.settings.addresses.command.clone(),
        }
    }
}

/// What the questions are asked with.
struct Means {
    transport: Arc<Transport>,
    dropped: Arc<Dropped>,
    /// The user's own program and its arguments.
    program: Vec<String>,
}

/// How a question leaves.
#[derive(Debug, Clone)]
struct Way {
    family: Family,
    /// The interface, where it is not the system's choice.
    through: Option<String>,
}

async fn ask(source: SourceId, how: How, way: Way, means: Means) -> Report {
    let Means { transport, dropped, program } = means;
    let (family, through) = (way.family, way.through.as_deref());
    let said: Result<IpAddr, SourceFault> = match how {
        How::Http(url) => http_echo::ask(&transport, &url, family, through).await,
        How::Dns(echo) => dns_echo::ask(&echo, family, through).await,
        How::Stun(server) => stun::ask(&server, family, through, &dropped).await,
        // Nobody can tell a program which way to ask: what it says may be the tunnel's address.
        How::Command if through.is_some() => Err(SourceFault::NoAnswer),
        How::Command => command::ask(&program, family).await,
        How::Fixed(address) => Ok(address),
    };
    // The address is what the user may want to know; who said it helps to find a liar.
    tracing::debug!(operator = source.operator, %family, ?said, "a source answered");

    Report { source, family, said }
}
