//! The half of a tray that icons register with (org.kde.StatusNotifierWatcher). It only notes when.

#![allow(clippy::unused_self, clippy::used_underscore_binding, reason = "the shape of the bus's interface")]

use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use zbus::Connection;
use zbus::connection::Builder;

const NAME: &str = "org.kde.StatusNotifierWatcher";
const PATH: &str = "/StatusNotifierWatcher";

/// A tray that shows nothing. It ends with this value.
pub(crate) struct Watcher {
    items: Receiver<Instant>,
    _connection: Connection,
    _runtime: tokio::runtime::Runtime,
}

impl Watcher {
    pub(crate) fn start(bus: &str) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime starts");
        let (sender, items) = mpsc::channel();
        let connection = runtime
            .block_on(async { Builder::address(bus)?.name(NAME)?.serve_at(PATH, Interface { sender })?.build().await })
            .expect("the bus answers");

        Self { items, _connection: connection, _runtime: runtime }
    }

    /// When an icon registered; `None` when none did in time.
    pub(crate) fn wait_for_item(&self, limit: Duration) -> Option<Instant> {
        self.items.recv_timeout(limit).ok()
    }
}

struct Interface {
    sender: Sender<Instant>,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Interface {
    fn register_status_notifier_item(&self, _service: &str) {
        let _ = self.sender.send(Instant::now());
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        Vec::new()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}
