//! What is simulated: the real client, or anything that behaves like one.

use homeport_core::client::{Client, ClientOptions};
use homeport_core::event::{Action, Event};
use homeport_core::snapshot::Snapshot;
use homeport_core::text::Texts;
use homeport_core::time::{Mono, Now};

use super::options::Options;

/// A client, real or broken. The methods are those of [`Client`].
pub trait Subject {
    /// Takes one event.
    fn handle(&mut self, event: Event, now: Now);
    /// Does what time made due.
    fn handle_timeout(&mut self, now: Now);
    /// Returns the next thing to do, once.
    fn poll_action(&mut self) -> Option<Action>;
    /// When to call [`Subject::handle_timeout`] at the latest.
    fn poll_timeout(&self) -> Option<Mono>;
    /// All that can be shown.
    fn snapshot(&self, now: Now, texts: &Texts) -> Snapshot;
}

impl Subject for Client {
    fn handle(&mut self, event: Event, now: Now) {
        self.handle(event, now);
    }

    fn handle_timeout(&mut self, now: Now) {
        self.handle_timeout(now);
    }

    fn poll_action(&mut self) -> Option<Action> {
        self.poll_action()
    }

    fn poll_timeout(&self) -> Option<Mono> {
        self.poll_timeout()
    }

    fn snapshot(&self, now: Now, texts: &Texts) -> Snapshot {
        self.snapshot(now, texts)
    }
}

/// Starts the process: the real client, as the shell makes it. `seed` differs from start to start.
#[must_use]
pub fn real_client(seed: u64, now: Now) -> Box<dyn Subject> {
    let options = ClientOptions { version: "1.0.0".to_owned(), rules: Options::rules(), seed, binds: true };

    Box::new(Client::new(options, now))
}

/// How a process is started.
pub type Start<'a> = dyn Fn(u64, Now) -> Box<dyn Subject> + Sync + 'a;
