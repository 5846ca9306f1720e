//! What the tray, the window and the command line hold of a running Homeport. The same trait serves inside the
//! resident's process and over its local socket, so that every one of them can do the same things.

use std::future::Future;

use homeport_core::journal::Entry;
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::Snapshot;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

pub mod backlog;
mod frame;
pub mod instance;
pub mod local;
pub mod locale;
pub mod paths;
pub mod server;
pub mod socket;

/// News of a running Homeport.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "news", content = "of")]
pub enum News {
    /// The snapshot changed.
    Snapshot(Box<Snapshot>),
    /// A line of history was written.
    Entry(Box<Entry>),
}

/// A running Homeport.
pub trait Handle: Send + Sync {
    /// Asks, and waits for the response.
    fn ask(&self, request: Request) -> impl Future<Output = Result<Response, HandleError>> + Send;

    /// The snapshot at once and after each change, and each new journal entry. The stream ends with the resident. A
    /// receiver that is slow misses snapshots in between, never the newest one.
    fn watch(&self) -> impl Future<Output = Result<mpsc::Receiver<News>, HandleError>> + Send;
}

/// Why a running Homeport could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum HandleError {
    /// No resident is running.
    #[error("Homeport is not running")]
    NotRunning,
    /// The resident ended, or the connection broke.
    #[error("Homeport ended while it was asked")]
    Ended,
    /// The resident speaks another version of the protocol.
    #[error("the running Homeport is version {0}; restart it")]
    OtherVersion(String),
    /// It took the question and said nothing in time.
    #[error("Homeport is running and does not answer")]
    Silent,
    /// The other side is another user.
    #[error("the socket belongs to another user")]
    OtherUser,
    /// The frame is not one of ours.
    #[error("the answer could not be read: {0}")]
    Garbled(String),
    /// The system refused.
    #[error("the local socket could not be used")]
    Io(#[from] std::io::Error),
}
