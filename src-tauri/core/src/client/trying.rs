//! What the user's own try of a hostname does.

use std::time::Duration;

use crate::address::Family;
use crate::hostname::Hostname;
use crate::ledger::{LedgerChange, NotBefore, Subject};
use crate::reply::Means;
use crate::time::{MINUTE, Now};
use crate::verification::Proof;

use super::Client;

/// What the user asks for is sent no closer to the request before it: a provider bears no more.
const REPEAT_SPACING: Duration = MINUTE.saturating_mul(10);

impl Client {
    /// The user acted on a hostname's problem.
    pub(super) fn try_again(&mut self, name: &Hostname, now: Now) {
        let Some(unit) = self.units.get(name) else { return };
        for subject in Self::subjects(unit) {
            if self.ledger.halted.contains_key(&subject) {
                self.remember(LedgerChange::Halted(subject, None));
            }
        }
        let Some(unit) = self.units.get_mut(name) else { return };
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
        for (name, unit) in &mut self.units {
            if unit.repeat_at.is_none_or(|at| at > now.mono) {
                continue;
            }
            let allowed = unit.last_sent.map(|sent| sent + REPEAT_SPACING).filter(|allowed| *allowed > now.mono);
            unit.repeat_at = allowed;
            if allowed.is_none() {
                due.push(name.clone());
            }
        }
        for name in due {
            self.forget_what_is_different(&name);
            self.end_own_wait(&name, now);
        }
    }

    fn forget_what_is_different(&mut self, name: &Hostname) {
        for family in Family::BOTH {
            let Some(unit) = self.units.get_mut(name) else { return };
            let record = unit.records.get_mut(family);
            if std::mem::take(&mut record.repeat) && record.is_different() {
                self.remember(LedgerChange::Published(name.clone(), family, None));
            }
        }
    }

    /// The wait after an answer that is not understood is this client's own caution, and grows to a day: who has found
    /// out what was wrong need not sit it out. What the provider asked for stays.
    fn end_own_wait(&mut self, name: &Hostname, now: Now) {
        let subject = Subject::Hostname(name.clone());
        let Some(fact) = self.ledger.not_before.get(&subject) else { return };
        if fact.means != Some(Means::Unknown) || fact.asked || !self.waits.contains_key(&subject) {
            return;
        }
        // The fact stays, so that the name goes alone until its next good answer.
        let over = NotBefore { until: now.wall, since: now.wall, failures: 0, ..fact.clone() };
        self.waits.remove(&subject);
        self.remember(LedgerChange::NotBefore(subject, Some(over)));
    }
}

impl super::unit::Record {
    fn is_different(&self) -> bool {
        self.proving.as_ref().is_some_and(|proving| matches!(proving.last, Some(Proof::Different(_))))
    }
}
