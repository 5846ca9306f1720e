//! What the client is told at its start and after an edit: the settings and the durable facts.

use std::collections::BTreeMap;

use crate::address::Family;
use crate::event::StoreState;
use crate::installation::Installation;
use crate::journal::{Happening, Weight};
use crate::ledger::{Ledger, LedgerChange, Subject};
use crate::reply;
use crate::settings::Settings;
use crate::standing::Standings;
use crate::time::Now;

use super::Client;
use super::unit::{Place, Seat, Unit};

impl Client {
    pub(super) fn handle_settings(&mut self, settings: Settings, now: Now) {
        self.settings_broken = None;
        let old = self.settings.take();
        for account in old.iter().flat_map(|old| &old.accounts) {
            let new = settings.account(&account.id);
            if new != Some(account) {
                self.lift(&Subject::Account(account.id.clone()));
                self.trusted.remove(&account.id);
            }
            if new.is_none() {
                self.secrets.remove(&account.id);
            }
        }
        let mut units = BTreeMap::new();
        let mut standbys = BTreeMap::new();
        for (number, hostname) in settings.hostnames.iter().enumerate() {
            let Some(account) = settings.account(&hostname.account) else { continue };
            let mut unit = match self.units.remove(&hostname.name) {
                Some(mut unit) if unit.settings.account == hostname.account && unit.provider == account.provider => {
                    unit.settings = hostname.clone();
                    unit
                }
                _ => Unit::new(hostname.clone(), account.provider.clone()),
            };
            unit.number = number;
            if let Some(standby) = self.standby_unit(hostname, &settings) {
                let standby = Unit { number, ..standby };
                standbys.insert(standby.settings.name.clone(), standby);
            }
            units.insert(hostname.name.clone(), unit);
        }
        // What is left was removed by the user, or moved to another account: what is remembered of it is about the past.
        let gone: Vec<Place> = std::mem::replace(&mut self.units, units).into_keys().map(Place::first).collect();
        for place in gone {
            self.forget(&place);
        }
        let gone = std::mem::replace(&mut self.standbys, standbys);
        for place in gone.into_keys().map(Place::standby) {
            self.forget(&place);
        }
        self.sightings.ipv4.age();
        self.sightings.ipv6.age();
        if old.is_some() && old.as_ref() != Some(&settings) {
            self.standings = Standings::default();
            self.rounds.handle_changed_network(now.mono);
        }
        let asks_others = old.is_some_and(|old| old.verify != settings.verify);
        self.settings = Some(settings);
        self.remember_out(now);
        self.choose_way(now);
        self.look_at_wanted(now);
        self.look_at_hold(now);
        if asks_others {
            self.prove_all_again(now);
        } else {
            self.prove_all_in_time(now);
        }
    }

    fn forget(&mut self, place: &Place) {
        let facts = match place.seat {
            Seat::First => &self.ledger.published,
            Seat::Standby => &self.ledger.standby,
        };
        if facts.contains_key(&place.name) {
            for family in Family::BOTH {
                self.remember(place.publishes(family, None));
            }
        }
        if place.seat == Seat::First {
            self.ledger.published.remove(&place.name);
        }
        self.lift(&place.subject());
    }

    pub(super) fn handle_store(&mut self, state: StoreState, now: Now) {
        let (code, message) = match &state {
            StoreState::Fine => {
                self.unwritten = None;
                return;
            }
            StoreState::SettingsBroken(message) => {
                let since = self.settings_broken.as_ref().filter(|(old, _)| old == message).map(|(_, since)| *since);
                self.settings_broken = Some((message.clone(), since.unwrap_or(now.wall)));
                if since.is_some() {
                    return;
                }
                ("settings-broken", message)
            }
            StoreState::CannotWrite(message) => {
                if let Some((old, _)) = &mut self.unwritten {
                    old.clone_from(message);
                    return;
                }
                self.unwritten = Some((message.clone(), now.wall));
                ("disk-full", message)
            }
            StoreState::Recovered(file) => ("store-broken", file),
            StoreState::Newer(file) => ("store-newer", file),
        };
        let trouble = Happening::Trouble { code: code.to_owned(), message: message.clone() };
        if matches!(state, StoreState::Recovered(_) | StoreState::Newer(_)) {
            self.replaced = Some((state, now.wall));
        }
        self.record(Weight::Warning, trouble, now);
    }

    /// The practice server keeps nothing: each time it starts, its names are published anew.
    pub(super) fn forget_practice(&mut self) {
        let mut gone = Vec::new();
        for unit in self.every_unit().filter(|unit| unit.is_practice()) {
            let published = |family| unit.published(&self.ledger, family).is_some();
            gone.extend(
                Family::BOTH
                    .into_iter()
                    .filter(|family| published(*family))
                    .map(|family| unit.place().publishes(family, None)),
            );
        }
        for change in gone {
            self.remember(change);
        }
    }

    pub(super) fn lift(&mut self, subject: &Subject) {
        if self.ledger.halted.contains_key(subject) {
            self.remember(LedgerChange::Halted(subject.clone(), None));
        }
        if self.ledger.not_before.contains_key(subject) {
            self.waits.remove(subject);
            self.remember(LedgerChange::NotBefore(subject.clone(), None));
        }
    }

    pub(super) fn handle_remembered(&mut self, ledger: Ledger, now: Now) {
        self.ledger = ledger;
        if self.ledger.installation.is_none() {
            // Of other bits than the jitter, which is to be the same with and without.
            let name = Installation::from_bits(super::mixed(!self.options.seed));
            self.remember(LedgerChange::Installation(name));
        }
        self.remember_pause(now);
        self.waits.clear();
        for (subject, fact) in &self.ledger.not_before {
            // A clock that went back must not make a wait longer than it was, nor longer than any wait may be.
            let span = fact.until.since(fact.since).min(reply::LONGEST_WAIT);
            let left = fact.until.since(now.wall).min(span);
            if !left.is_zero() {
                self.waits.insert(subject.clone(), now.mono + left);
            }
        }
        let outdated: Vec<Subject> = self
            .ledger
            .halted
            .iter()
            .filter(|(subject, halt)| matches!(subject, Subject::Provider(_)) && halt.version != self.options.version)
            .map(|(subject, _)| subject.clone())
            .collect();
        for subject in outdated {
            self.lift(&subject);
        }
        self.forget_practice();
        self.remember_out(now);
        self.prove_all_in_time(now);
        let version = self.options.version.clone();
        self.record(Weight::Routine, Happening::Started { version }, now);
    }
}
