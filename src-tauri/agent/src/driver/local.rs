//! The handle inside the resident's process.

use std::sync::Arc;

use homeport_core::event::Event;
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::Snapshot;
use homeport_handle::{Handle, HandleError, News};
use tokio::sync::{Notify, broadcast, mpsc, oneshot, watch};

use super::Asked;

/// What tray, notifications and the local socket hold of the agent in their own process.
#[derive(Debug, Clone)]
pub struct LocalHandle {
    pub(super) requests: mpsc::Sender<Asked>,
    pub(super) events: mpsc::Sender<Event>,
    pub(super) snapshots: watch::Sender<Option<Arc<Snapshot>>>,
    pub(super) watched: Arc<Notify>,
    pub(super) entries: broadcast::Sender<News>,
    pub(super) window: broadcast::Sender<()>,
}

impl LocalHandle {
    /// Tells the agent something that only the process around it knows, such as that the tray appeared.
    pub async fn report(&self, event: Event) {
        // The agent has ended; nobody needs the news any more.
        let _ = self.events.send(event).await;
    }

    /// The snapshot now and its changes, without a copy for each reader.
    #[must_use]
    pub fn snapshots(&self) -> watch::Receiver<Option<Arc<Snapshot>>> {
        let snapshots = self.snapshots.subscribe();
        self.watched.notify_one();

        snapshots
    }

    /// Each time somebody asks to see the window.
    #[must_use]
    pub fn window_requests(&self) -> broadcast::Receiver<()> {
        self.window.subscribe()
    }
}

impl Handle for LocalHandle {
    async fn ask(&self, request: Request) -> Result<Response, HandleError> {
        let (answer, answered) = oneshot::channel();
        self.requests.send(Asked { request, answer }).await.map_err(|_| HandleError::Ended)?;

        answered.await.map_err(|_| HandleError::Ended)
    }

    async fn watch(&self) -> Result<mpsc::Receiver<News>, HandleError> {
        let (sender, receiver) = mpsc::channel(64);
        let mut snapshots = self.snapshots();
        let mut entries = self.entries.subscribe();
        snapshots.mark_changed();
        tokio::spawn(async move {
            loop {
                let news = tokio::select! {
                    () = sender.closed() => return,
                    changed = snapshots.changed() => {
                        if changed.is_err() {
                            return;
                        }
                        let shown = snapshots.borrow_and_update().clone();
                        match shown {
                            Some(snapshot) => News::Snapshot(Box::new((*snapshot).clone())),
                            None => continue,
                        }
                    }
                    entry = entries.recv() => match entry {
                        Ok(news) => news,
                        Err(broadcast::error::RecvError::Lagged(_)) => continue,
                        Err(broadcast::error::RecvError::Closed) => return,
                    },
                };
                if sender.send(news).await.is_err() {
                    return;
                }
            }
        });

        Ok(receiver)
    }
}
