//! What is due, and when something is due next.
//!
//! After most events everything is looked at. With a thousand hostnames that takes longer than all else, so an answer of
//! a provider, which can set free only what belongs to its account, has only that account's units looked at, and only the
//! names that were answered are asked about in DNS.

use crate::hostname::Hostname;
use crate::settings::AccountId;
use crate::time::{Mono, Now};

use super::Client;
use super::unit::{Place, Unit};

/// Whose units may have become due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Look {
    /// Everybody's.
    All,
    /// Those of one account, of which these have changed.
    Account(AccountId, Vec<Place>),
}

impl Look {
    pub(super) fn covers(&self, account: &AccountId) -> bool {
        match self {
            Self::All => true,
            Self::Account(only, _) => only == account,
        }
    }
}

impl Client {
    pub(super) fn dispatch(&mut self, look: Look, now: Now) {
        // What time made due may belong to anybody, and a standby hangs on another account's fate.
        let due = self.timeout_besides_router().is_some_and(|at| at <= now.mono);
        let look = if due || !self.standbys.is_empty() { Look::All } else { look };
        self.poll_lookout(now);
        self.poll_rounds(now);
        self.poll_lookout(now);
        // The stored fact stays until the next answer: it counts the failures in a row.
        self.waits.retain(|_, end| *end > now.mono);
        // For one account alone is looked only while no moment has come: then nobody's wait is over.
        if look == Look::All {
            self.every_unit_mut().for_each(|unit| unit.end_waits(now.mono));
            self.repeat_due(now);
            self.look_at_standbys(now);
        }
        self.send_due(&look, now);
        self.ask_due(&look, now);
        self.set_timeout(&look);
    }

    /// When something besides the router's next question is due by itself: then, or later.
    pub(super) fn timeout_besides_router(&self) -> Option<Mono> {
        let plans = self.plans.values().map(|in_flight| in_flight.limit).min();
        let waits = self.waits.values().copied().min();
        let pause = self.pause.as_ref().and_then(|pause| pause.until).map(|(end, _)| end);
        let times = [self.rounds.poll_timeout(), self.units_rest_until, plans, waits, pause, self.paced_until];

        times.into_iter().chain([self.standby_timeout()]).flatten().min()
    }

    /// A unit that was not looked at has a time of its own again.
    pub(super) fn note_timeout(&mut self, name: &Hostname) {
        let units = [self.units.get(name), self.standbys.get(name)];
        let timeout = units.into_iter().flatten().filter_map(Unit::timeout).min();
        self.units_rest_until = earlier(self.units_rest_until, timeout);
    }

    fn set_timeout(&mut self, look: &Look) {
        let (others, timeout) = match look {
            Look::All => (None, self.every_unit().filter_map(Unit::timeout).min()),
            Look::Account(_, changed) => {
                let changed = changed.iter().filter_map(|place| self.unit(place));

                (self.units_rest_until, changed.filter_map(Unit::timeout).min())
            }
        };
        self.units_rest_until = earlier(others, timeout);
    }
}

/// The earlier one of two moments of which each may be missing.
pub(super) fn earlier(one: Option<Mono>, other: Option<Mono>) -> Option<Mono> {
    [one, other].into_iter().flatten().min()
}
