//! Pauses, and the spreading of waits.

use std::time::Duration;

use crate::journal::{Happening, Weight};
use crate::time::Now;

use super::Client;

impl Client {
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
            self.record(Weight::Change, Happening::Resumed { hostname: None }, now);
            self.rounds.handle_changed_network(now.mono);
        }
    }
}

/// A span made longer by a share in ten thousandths.
pub(super) fn spread(span: Duration, share: u32) -> Duration {
    span + span * share / 10_000
}
