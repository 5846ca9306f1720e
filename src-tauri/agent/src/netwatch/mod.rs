//! Tells that the network changed, and reads what it is now, on three systems.
//!
//! An event of the system is a hint, never a fact: whoever gets one reads the network again. A hint that is missed is
//! healed by the driver's own slow re-reading.

use std::time::Duration;

use homeport_core::event::{Event, Hint};
use homeport_core::network::NetworkFacts;
use tokio::sync::mpsc;
use tracing::{debug, warn};

// What only macOS says is read everywhere in the tests.
#[cfg(any(target_os = "macos", test))]
mod routing_messages;
#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod system;
#[cfg(target_os = "macos")]
#[path = "macos.rs"]
mod system;
#[cfg(windows)]
#[path = "windows.rs"]
mod system;

/// After a hint, the next one waits this long and stands for everything in between. One change of the system comes as
/// one to eleven messages within a few milliseconds.
const BURST: Duration = Duration::from_millis(50);
/// A broken watcher is opened again after this, and after twice as long each further time.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// The longest wait before a broken watcher is opened again.
const LONGEST_WAIT: Duration = Duration::from_mins(5);

/// Why the network could not be read or watched.
#[derive(Debug, thiserror::Error)]
pub enum NetworkError {
    /// The system refused.
    #[error("the system does not tell about its network: {0}")]
    System(#[from] std::io::Error),
    /// The system's answer does not have the documented form.
    #[error("the system's answer about its network cannot be read")]
    Garbled,
    /// The addresses or routes kept changing while they were read.
    #[error("the network changes faster than it can be read")]
    Restless,
    /// The thread or subscription that listens has ended.
    #[error("the system stopped telling about its network")]
    Ended,
}

/// Reads addresses and ways out. Takes about a millisecond and asks nobody but this machine's system.
///
/// # Errors
///
/// [`NetworkError`] when the system does not say it; nothing is known then, which is not the same as "no network".
pub fn read_network() -> Result<NetworkFacts, NetworkError> {
    let mut facts = system::read_network()?;
    facts.addresses.sort_unstable();
    facts.addresses.dedup();

    Ok(facts)
}

/// Sends [`Event::Hint`] when the network may have changed or the machine woke up, at once and then at most once per
/// 50 ms, with one more after the last change. A watcher that breaks says so with [`Event::Watcher`], and is opened
/// again. Ends when nobody receives the events any more.
pub async fn watch(events: mpsc::Sender<Event>) {
    let sleep = async {
        system::watch_sleep(&events).await;
        // The clocks still tell (`homeport_core::wake`).
        debug!("the system does not tell when the machine wakes up");
        std::future::pending::<()>().await;
    };
    tokio::select! {
        () = watch_network(&events) => {}
        () = sleep => {}
        () = events.closed() => {}
    }
}

async fn watch_network(events: &mpsc::Sender<Event>) {
    let mut wait = FIRST_WAIT;
    let mut broken = false;
    loop {
        let error = match system::Watcher::open() {
            Ok(mut watcher) => {
                if std::mem::take(&mut broken) {
                    // Whatever changed meanwhile was not seen.
                    if tell(events, Event::Watcher(None)).await.is_err() || hint(events).await.is_err() {
                        return;
                    }
                }
                let opened = tokio::time::Instant::now();
                let Some(error) = tell_changes(&mut watcher, events).await else {
                    return;
                };
                if opened.elapsed() > LONGEST_WAIT {
                    wait = FIRST_WAIT;
                }
                error
            }
            Err(error) => error,
        };
        warn!(%error, "the watcher of the network stopped");
        if !std::mem::replace(&mut broken, true) && tell(events, Event::Watcher(Some(error.to_string()))).await.is_err()
        {
            return;
        }
        tokio::time::sleep(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

/// Tells until the watcher breaks; `None` when nobody listens any more.
async fn tell_changes(watcher: &mut system::Watcher, events: &mpsc::Sender<Event>) -> Option<NetworkError> {
    loop {
        if let Err(error) = watcher.changed().await {
            return Some(error);
        }
        hint(events).await.ok()?;
        tokio::time::sleep(BURST).await;
    }
}

async fn hint(events: &mpsc::Sender<Event>) -> Result<(), mpsc::error::SendError<Event>> {
    tell(events, Event::Hint(Hint::Network)).await
}

async fn tell(events: &mpsc::Sender<Event>, event: Event) -> Result<(), mpsc::error::SendError<Event>> {
    events.send(event).await
}
