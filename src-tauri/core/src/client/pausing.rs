//! Pauses, and the spreading of waits.

use std::time::Duration;

use crate::journal::{Happening, Weight};
use crate::ledger::{LedgerChange, Paused};
use crate::time::Now;

use super::{Client, Pausing};

impl Client {
    pub(super) fn begin_pause(&mut self, span: Option<Duration>, now: Now) {
        let until = span.map(|span| (now.mono + span, now.wall + span));
        self.pause = Some(Pausing { until });
        let until = until.map(|(_, wall)| wall);
        self.remember(LedgerChange::Paused(Some(Paused { until, since: now.wall })));
        self.record(Weight::Change, Happening::Paused { hostname: None, until }, now);
    }

    /// A pause goes on after a restart, and one that ended meanwhile is over.
    pub(super) fn remember_pause(&mut self, now: Now) {
        let Some(Paused { until, since }) = self.ledger.paused else {
            self.pause = None;
            return;
        };
        let until = until.map(|until| {
            // A clock that went back must not make it longer than it was.
            let left = until.since(now.wall).min(until.since(since));
            (now.mono + left, now.wall + left)
        });
        self.pause = Some(Pausing { until });
        if until.is_some_and(|(end, _)| end <= now.mono) {
            self.resume(now);
        }
    }

    /// A pause of an hour is over an hour later for its user, also when the machine slept meanwhile.
    pub(super) fn wake_from_pause(&mut self, now: Now) {
        let Some((end, wall_end)) = self.pause.as_mut().and_then(|pause| pause.until.as_mut()) else { return };
        *end = (*end).min(now.mono + wall_end.since(now.wall));
        if *end <= now.mono {
            self.resume(now);
        }
    }

    pub(super) fn resume(&mut self, now: Now) {
        if self.pause.take().is_some() {
            self.remember(LedgerChange::Paused(None));
            self.record(Weight::Change, Happening::Resumed { hostname: None }, now);
            self.rounds.handle_changed_network(now.mono);
        }
    }
}

/// A span made longer by a share in ten thousandths.
pub(super) fn spread(span: Duration, share: u32) -> Duration {
    span + span * share / 10_000
}
