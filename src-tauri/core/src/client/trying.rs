//! What the user's own try of a hostname does.

use std::time::Duration;

use crate::address::Family;
use crate::hostname::Hostname;
use crate::ledger::{LedgerChange, NotBefore, Subject};
use crate::reply::Means;
use crate::time::{MINUTE, Now};
use crate::verification::Proof;

use super::Client;
use super::unit::Place;

/// What the user asks for is sent no closer to the request before it: a provider bears no more.
const REPEAT_SPACING: Duration = MINUTE.saturating_mul(10);

impl Client {
    /// The user acted on a hostname's problem.
    pub(super) fn try_again(&mut self, name: &Hostname, now: Now) {
        let standby = self.units.get(name).and_then(|unit| unit.settings.standby.as_ref());
        let standby = standby.map_or_else(|| name.clone(), |standby| standby.name.clone());
        self.try_place_again(&Place::first(name.clone()), now);
        self.try_place_again(&Place::standby(standby), now);
    }

    fn try_place_again(&mut self, place: &Place, now: Now) {
        let Some(unit) = self.unit(place) else { return };
        let mut takes_over = unit.takes_over;
        for subject in Self::subjects(unit) {
            if let Some(halt) = self.ledger.halted.get(&subject) {
                // Who tries again after these words says that it is theirs.
                takes_over |= halt.means == Means::NotYours;
                self.remember(LedgerChange::Halted(subject, None));
            }
        }
        let Some(unit) = self.unit_mut(place) else { return };
        unit.takes_over = takes_over;
        unit.retry_at = None;
        unit.failures = 0;
        unit.repeat_at = Some(now.mono);
        for family in Family::BOTH {
            // DNS names something else although the provider accepted it.
            let record = unit.records.get_mut(family);
            record.repeat = record.is_different();
        }
        self.rounds.handle_button(now.mono);
    }

    /// Does what the user's tries asked for. One that comes too early is not lost: it is carried out when it may be.
    pub(super) fn repeat_due(&mut self, now: Now) {
        let mut due = Vec::new();
        for unit in self.every_unit_mut() {
            if unit.repeat_at.is_none_or(|at| at > now.mono) {
                continue;
            }
            let allowed = unit.last_sent.map(|sent| sent + REPEAT_SPACING).filter(|allowed| *allowed > now.mono);
            unit.repeat_at = allowed;
            if allowed.is_none() {
                due.push(unit.place());
            }
        }
        for place in due {
            self.forget_what_is_different(&place);
            self.end_own_wait(&place, now);
        }
    }

    fn forget_what_is_different(&mut self, place: &Place) {
        for family in Family::BOTH {
            let Some(unit) = self.unit_mut(place) else { return };
            let record = unit.records.get_mut(family);
            if std::mem::take(&mut record.repeat) && record.is_different() {
                self.remember(place.publishes(family, None));
            }
        }
    }

    /// The wait after an answer that is not understood is this client's own caution, and grows to a day: who has found
    /// out what was wrong need not sit it out. What the provider asked for stays.
    fn end_own_wait(&mut self, place: &Place, now: Now) {
        let subject = place.subject();
        let Some(fact) = self.ledger.not_before.get(&subject) else { return };
        if fact.means != Some(Means::Unknown) || fact.asked || !self.waits.contains_key(&subject) {
            return;
        }
        // The fact stays, so that the name goes alone until its next good answer.
        let over = NotBefore { until: now.wall, since: now.wall, failures: 0, ..fact.clone() };
        self.waits.remove(&subject);
        self.remember(LedgerChange::NotBefore(subject, Some(over)));
    }

    /// A server in trouble asked for nothing: its waits are this client's own, and a person who asks for a check need
    /// not sit them out. The facts stay, so that the next wait is longer.
    pub(super) fn end_server_waits(&mut self, now: Now) {
        let over: Vec<Subject> =
            self.waits.keys().filter(|subject| self.is_own_server_wait(subject)).cloned().collect();
        for subject in over {
            self.waits.remove(&subject);
            if let Some(fact) = self.ledger.not_before.get(&subject) {
                let over = NotBefore { until: now.wall, ..fact.clone() };
                self.remember(LedgerChange::NotBefore(subject, Some(over)));
            }
        }
    }

    fn is_own_server_wait(&self, subject: &Subject) -> bool {
        let fact = self.ledger.not_before.get(subject);

        fact.is_some_and(|fact| fact.means == Some(Means::ServerTrouble) && !fact.asked)
    }
}

impl super::unit::Record {
    fn is_different(&self) -> bool {
        self.proving.as_ref().is_some_and(|proving| matches!(proving.last, Some(Proof::Different(_))))
    }
}
