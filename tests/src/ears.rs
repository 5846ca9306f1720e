//! The watcher of the network, listened to by a test.

use std::io::Write;
use std::net::IpAddr;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use homeport_agent::netwatch::{read_network, watch};
use homeport_core::event::{Event, Hint};
use homeport_core::network::{InterfaceAddress, NetworkFacts};
use tokio::sync::mpsc;
use tokio::time::timeout;

/// How long a hint may take. The kernel tells at once; this is for a busy machine.
pub const SOON: Duration = Duration::from_secs(5);
/// No hint for this long is the end of a burst.
const QUIET: Duration = Duration::from_millis(400);

/// Hears what the watcher tells.
#[derive(Debug)]
pub struct Ears(mpsc::Receiver<Event>);

impl Ears {
    /// Runs the watcher, and returns when it listens and all is quiet: interfaces that were just made still settle.
    ///
    /// # Panics
    ///
    /// When the watcher tells of anything but hints, as each of these functions does.
    pub async fn open() -> Self {
        let (sender, receiver) = mpsc::channel(64);
        tokio::spawn(watch(sender));
        let mut ears = Self(receiver);
        ears.hints().await;

        ears
    }

    /// Hears what somebody else sends.
    #[must_use]
    pub fn of(receiver: mpsc::Receiver<Event>) -> Self {
        Self(receiver)
    }

    /// The next event, if one comes; `None` when nobody sends any more.
    pub async fn recv(&mut self) -> Option<Event> {
        self.0.recv().await
    }

    /// The next event.
    ///
    /// # Panics
    ///
    /// When none comes soon.
    pub async fn next(&mut self) -> Event {
        timeout(SOON, self.0.recv()).await.expect("an event comes soon").expect("the watcher runs")
    }

    /// Waits for a hint.
    ///
    /// # Panics
    ///
    /// When none comes soon, or something else does.
    pub async fn hint(&mut self) {
        assert_eq!(self.next().await, Event::Hint(Hint::Network));
    }

    /// Counts hints until none comes any more.
    ///
    /// # Panics
    ///
    /// When something else comes.
    pub async fn hints(&mut self) -> usize {
        let mut count = 0;
        while let Ok(event) = timeout(QUIET, self.0.recv()).await {
            assert_eq!(event, Some(Event::Hint(Hint::Network)));
            count += 1;
        }

        count
    }

    /// Waits for hints until the network looks right.
    ///
    /// # Panics
    ///
    /// When it never does.
    pub async fn until(&mut self, right: impl Fn(&NetworkFacts) -> bool) -> NetworkFacts {
        let start = Instant::now();
        loop {
            self.hint().await;
            let facts = facts();
            if right(&facts) {
                return facts;
            }
            assert!(start.elapsed() < 2 * SOON, "never right: {facts:?}");
        }
    }
}

/// Runs a test on one thread.
///
/// # Panics
///
/// When the system gives no runtime.
pub fn on_tokio(body: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(body);
}

/// The network as it is now.
///
/// # Panics
///
/// When it cannot be read.
#[must_use]
pub fn facts() -> NetworkFacts {
    read_network().unwrap()
}

/// An address of a test.
///
/// # Panics
///
/// When it is none.
#[must_use]
pub fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

/// What the system says of one address.
///
/// # Panics
///
/// When `wanted` is no address.
#[must_use]
pub fn find(facts: &NetworkFacts, wanted: &str) -> Option<InterfaceAddress> {
    facts.addresses.iter().find(|found| found.address == address(wanted)).cloned()
}

/// Runs lines of `ip` in one process.
///
/// # Panics
///
/// When `ip` is missing or refuses.
pub fn batch(lines: &str) {
    let mut child = Command::new("ip").args(["-batch", "-"]).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
}
