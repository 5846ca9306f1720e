//! Why a hostname is not sent now.

use std::time::Duration;

use crate::event::SecretState;
use crate::ledger::Subject;
use crate::time::{Mono, Now};

use super::Client;
use super::unit::Unit;

/// Why a hostname is not sent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Blocked {
    Paused,
    Held,
    /// A standby that is not needed, or whose first account goes first.
    Rests,
    Halted(Subject),
    Waiting(Subject, Mono),
    Secret(SecretState),
    Retry(Mono),
    Pace(Mono),
    InFlight,
}

impl Client {
    pub(super) fn subjects(unit: &Unit) -> [Subject; 3] {
        [Subject::Provider(unit.provider.clone()), Subject::Account(unit.settings.account.clone()), unit.subject()]
    }

    /// Why this hostname is not sent now, the strongest reason first.
    pub(super) fn blocked(&self, unit: &Unit, now: Now) -> Option<Blocked> {
        if self.pause.is_some() || unit.settings.paused {
            return Some(Blocked::Paused);
        }
        if unit.in_flight.is_some() {
            return Some(Blocked::InFlight);
        }
        if (self.hold.is_some() || self.elsewhere) && !unit.is_practice() {
            return Some(Blocked::Held);
        }
        if self.rests(unit) {
            return Some(Blocked::Rests);
        }
        if let Some(suspended) = self.suspended(unit) {
            return Some(suspended);
        }
        if let Some(retry_at) = unit.retry_at.filter(|at| *at > now.mono) {
            return Some(Blocked::Retry(retry_at));
        }
        let pace = self.rules(&unit.provider).map_or(Duration::ZERO, |rules| rules.pace);
        let next = unit.last_sent.map(|sent| sent + pace).filter(|next| *next > now.mono);

        next.map(Blocked::Pace)
    }

    /// What would keep this hostname from being sent even if nothing were paused or on hold: a refusal, a secret that is
    /// not to be had, a wait that its provider asked for. What needs the user comes first.
    pub(super) fn suspended(&self, unit: &Unit) -> Option<Blocked> {
        let secret = self
            .secrets
            .get(&unit.settings.account)
            .map(|(state, _)| *state)
            .filter(|state| *state != SecretState::Ready);
        // Asked of each hostname again and again, and nearly always in vain.
        if secret.is_none() && self.ledger.halted.is_empty() && self.waits.is_empty() {
            return None;
        }
        let subjects = Self::subjects(unit);
        if let Some(subject) = subjects.iter().find(|subject| self.ledger.halted.contains_key(subject)) {
            return Some(Blocked::Halted(subject.clone()));
        }
        if let Some(state) = secret {
            return Some(Blocked::Secret(state));
        }
        let (subject, end) = subjects.iter().find_map(|subject| Some((subject.clone(), *self.waits.get(subject)?)))?;

        Some(Blocked::Waiting(subject, end))
    }
}
