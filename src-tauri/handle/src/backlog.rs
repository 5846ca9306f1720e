//! News for someone who is slow.

use std::collections::VecDeque;

use homeport_core::journal::Entry;
use homeport_core::snapshot::Snapshot;

use crate::News;

/// The most journal entries that wait. Older ones are dropped; the journal still has them.
const MOST_ENTRIES: usize = 1_000;

/// What a watcher has not taken yet: of the snapshots only the newest, of the journal each entry.
#[derive(Debug, Default)]
pub struct Backlog {
    snapshot: Option<Box<Snapshot>>,
    entries: VecDeque<Box<Entry>>,
}

impl Backlog {
    /// Adds news. A snapshot replaces the one that waits.
    pub fn add(&mut self, news: News) {
        match news {
            News::Snapshot(snapshot) => self.snapshot = Some(snapshot),
            News::Entry(entry) => {
                if self.entries.len() == MOST_ENTRIES {
                    self.entries.pop_front();
                }
                self.entries.push_back(entry);
            }
        }
    }

    /// The next to hand over: the entries in their order, then the snapshot that they led to.
    pub fn take(&mut self) -> Option<News> {
        let entry = self.entries.pop_front().map(News::Entry);

        entry.or_else(|| self.snapshot.take().map(News::Snapshot))
    }

    /// Nothing waits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.snapshot.is_none() && self.entries.is_empty()
    }
}
