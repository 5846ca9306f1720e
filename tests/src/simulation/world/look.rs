//! What the phases of a life ask of the world.

use std::net::IpAddr;

use homeport_core::address::Family;
use homeport_core::event::SecretState;
use homeport_core::fault::Code;
use homeport_core::hostname::Hostname;
use homeport_core::settings::{AccountId, Settings};

use crate::simulation::options::{Kind, kind_of};

use super::{Counts, DAY, Judge, Snapshot, Violation, World};

impl World<'_> {
    /// True time.
    pub(in crate::simulation) fn time(&self) -> u64 {
        self.clock.real
    }

    pub(in crate::simulation) fn is_up(&self) -> bool {
        self.is_awake()
    }

    pub(in crate::simulation) fn end_everything(&mut self) -> Result<(), Violation> {
        self.end_all()
    }

    pub(in crate::simulation) fn remedy(&mut self) -> Result<(), Violation> {
        self.remedy_all()
    }

    pub(in crate::simulation) fn names(&self) -> Vec<Hostname> {
        self.settings.hostnames.iter().map(|hostname| hostname.name.clone()).collect()
    }

    pub(in crate::simulation) fn in_force(&self) -> &Settings {
        &self.settings
    }

    pub(in crate::simulation) fn stored(&self, hostname: &Hostname, family: Family) -> Option<IpAddr> {
        self.providers.stored(hostname, family)
    }

    /// The address that belongs into a record now, if the user wants this record to be kept.
    pub(in crate::simulation) fn wanted(&self, hostname: &Hostname, family: Family) -> Option<IpAddr> {
        let settings = self.settings.hostname(hostname)?;
        if settings.paused || !*settings.enabled.get(family) {
            return None;
        }

        self.home.right(family, self.active)
    }

    pub(in crate::simulation) fn settled_before(&self, family: Family, moment: u64) -> bool {
        self.home.right_since(family).is_some_and(|since| since <= moment)
    }

    pub(in crate::simulation) fn secret_state(&self, account: &AccountId) -> SecretState {
        self.providers.secret(account, self.active)
    }

    pub(in crate::simulation) fn is_suspended(&self, hostname: &Hostname) -> bool {
        self.judges.suspended(hostname, self.clock.real).is_some()
    }

    pub(in crate::simulation) fn is_unanswered(&self, hostname: &Hostname) -> bool {
        self.judges.is_unanswered(hostname)
    }

    pub(in crate::simulation) fn is_troubled(&self, hostname: &Hostname) -> bool {
        self.judges.is_account_troubled(hostname) || self.judges.is_not_understood(hostname)
    }

    pub(in crate::simulation) fn is_account_troubled(&self, hostname: &Hostname) -> bool {
        self.judges.is_account_troubled(hostname)
    }

    pub(in crate::simulation) fn is_not_understood(&self, hostname: &Hostname) -> bool {
        self.judges.is_not_understood(hostname)
    }

    /// The client shows that a provider refused this name or its account, and that the user has to act.
    pub(in crate::simulation) fn is_refused(&self, hostname: &Hostname) -> bool {
        let snapshot = self.look();
        let row = snapshot.hostnames.iter().find(|row| row.name == *hostname);

        row.and_then(|row| row.fault).is_some_and(|code| {
            matches!(
                code,
                Code::AuthRejected
                    | Code::AuthScope
                    | Code::HostNotFound
                    | Code::NotYours
                    | Code::Blocked
                    | Code::BadRequest
                    | Code::ClientRefused
            )
        })
    }

    /// Its provider drops names that are not refreshed in 30 days, and this one was not.
    pub(in crate::simulation) fn is_idle(&self, hostname: &Hostname) -> bool {
        let account = self.settings.hostname(hostname).and_then(|settings| self.settings.account(&settings.account));
        let drops = account.is_some_and(|account| kind_of(&account.provider) == Some(Kind::KeepAlive));
        let accepted = self.judges.accepted_at(hostname);

        drops && accepted.is_some_and(|at| at + 30 * DAY < self.clock.real)
    }

    pub(in crate::simulation) fn waits_or_paused(&self) -> bool {
        self.judges.is_paused(self.clock.real)
    }

    /// Someone else wrote this record: the user has to say who is right.
    pub(in crate::simulation) fn needs_the_user(&self, hostname: &Hostname, family: Family) -> bool {
        self.providers.is_foreign(hostname, family)
    }

    pub(in crate::simulation) fn reset_counts(&mut self) {
        self.counts = Counts::default();
    }

    pub(in crate::simulation) fn counts(&self) -> Counts {
        self.counts
    }

    pub(in crate::simulation) fn look(&self) -> Snapshot {
        self.subject.snapshot(self.clock.now(), &self.texts)
    }

    pub(in crate::simulation) fn violated(&mut self, judge: Judge, words: String) -> Result<(), Violation> {
        self.check(Err(Violation { judge, words }))
    }
}
