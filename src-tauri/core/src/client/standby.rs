//! A standby keeps a hostname at another account while the first one cannot.
//!
//! It serves once the first account has been out for as long as the settings say while a new address waits, and its
//! requests follow every rule of any other. When the first account works again, that one goes first again. Who has
//! served once is kept right from then on: a standby that names an old address would be worse than none.

use std::time::Duration;

use crate::address::Family;
use crate::journal::{Happening, Weight};
use crate::ledger::LedgerChange;
use crate::settings::{HostnameSettings, Settings};
use crate::snapshot::{StandbyRow, State};
use crate::text::Texts;
use crate::time::{Mono, Now, Wall};

use super::Client;
use super::blocked::Blocked;
use super::faults::wall_after;
use super::unit::{Out, Place, Seat, Unit};

impl Client {
    pub(super) fn unit(&self, place: &Place) -> Option<&Unit> {
        match place.seat {
            Seat::First => self.units.get(&place.name),
            Seat::Standby => self.standbys.get(&place.name),
        }
    }

    pub(super) fn unit_mut(&mut self, place: &Place) -> Option<&mut Unit> {
        match place.seat {
            Seat::First => self.units.get_mut(&place.name),
            Seat::Standby => self.standbys.get_mut(&place.name),
        }
    }

    /// The first accounts' units, then the standbys.
    pub(super) fn every_unit(&self) -> impl Iterator<Item = &Unit> {
        self.units.values().chain(self.standbys.values())
    }

    /// The first accounts' units, in the order of the settings file.
    pub(super) fn in_order(&self) -> Vec<&Unit> {
        let mut units: Vec<&Unit> = self.units.values().collect();
        units.sort_unstable_by_key(|unit| unit.number);

        units
    }

    pub(super) fn every_unit_mut(&mut self) -> impl Iterator<Item = &mut Unit> {
        self.units.values_mut().chain(self.standbys.values_mut())
    }

    pub(super) fn standby_of(&self, first: &Unit) -> Option<&Unit> {
        self.standbys.get(&first.settings.standby.as_ref()?.name)
    }

    /// The unit of a hostname's standby: the one that there is already, unless it is another one now.
    pub(super) fn standby_unit(&mut self, hostname: &HostnameSettings, settings: &Settings) -> Option<Unit> {
        let standby = hostname.standby.as_ref()?;
        let provider = &settings.account(&standby.account)?.provider;
        let own = HostnameSettings { name: standby.name.clone(), account: standby.account.clone(), ..hostname.clone() };
        let same = |unit: &Unit| {
            unit.row == hostname.name && unit.settings.account == standby.account && unit.provider == *provider
        };
        let unit = if self.standbys.get(&standby.name).is_some_and(same) {
            self.standbys.remove(&standby.name).map(|unit| Unit { settings: own.clone(), ..unit })
        } else {
            None
        };

        Some(unit.unwrap_or_else(|| {
            let unit = Unit::new(own, provider.clone());
            Unit { seat: Seat::Standby, row: hostname.name.clone(), ..unit }
        }))
    }

    /// Whether this is a standby that has nothing to do now.
    pub(super) fn rests(&self, unit: &Unit) -> bool {
        if unit.seat == Seat::First {
            return false;
        }
        let Some(first) = self.units.get(&unit.row) else { return true };
        match first.out {
            Some(Out { serves_at: None }) => false,
            // It is kept right: at once while the first account is out, and otherwise right after that.
            Some(Out { serves_at: Some(_) }) => !self.has_served(unit),
            None => !self.has_served(unit) || self.lacks(first),
        }
    }

    fn has_served(&self, standby: &Unit) -> bool {
        self.ledger.standby.contains_key(&standby.settings.name)
    }

    /// A new address waits to be published.
    fn lacks(&self, unit: &Unit) -> bool {
        Family::BOTH.into_iter().any(|family| {
            let published = unit.published(&self.ledger, family).map(|fact| fact.address);
            self.desired(unit, family).is_some_and(|desired| published != Some(desired.get()))
        })
    }

    fn is_out(&self, first: &Unit) -> bool {
        let refused =
            matches!(self.suspended(first), Some(Blocked::Halted(_) | Blocked::Waiting(..) | Blocked::Secret(_)));

        refused || (first.failures > 0 && first.trouble.is_some())
    }

    /// Nothing is sent by anyone now, so that nobody is late.
    fn nobody_serves(&self) -> bool {
        self.pause.is_some() || self.hold.is_some() || self.elsewhere
    }

    /// When the next standby begins to serve.
    pub(super) fn standby_timeout(&self) -> Option<Mono> {
        if self.standbys.is_empty() || self.nobody_serves() {
            return None;
        }
        let firsts = self.standbys.values().filter_map(|standby| self.units.get(&standby.row));

        firsts.filter(|first| !first.settings.paused).filter_map(|first| first.out?.serves_at).min()
    }

    /// Notices who is out, whose standby begins to serve, and who works again.
    pub(super) fn look_at_standbys(&mut self, now: Now) {
        if self.standbys.is_empty() || self.nobody_serves() {
            return;
        }
        let mut ends = Vec::new();
        let mut begins = Vec::new();
        let mut serves = Vec::new();
        for standby in self.standbys.values() {
            let Some(first) = self.units.get(&standby.row).filter(|first| !first.settings.paused) else { continue };
            let wants_one = Family::BOTH.into_iter().any(|family| self.desired(first, family).is_some());
            let lacks = self.lacks(first);
            match first.out {
                Some(out) if wants_one && !lacks => {
                    let serving = out.serves_at.is_none();
                    ends.push((standby.row.clone(), serving.then(|| first.provider.clone())));
                }
                Some(Out { serves_at: Some(at) }) if at <= now.mono => {
                    serves.push((standby.row.clone(), standby.provider.clone()));
                }
                None if lacks && self.is_out(first) => begins.push((standby.row.clone(), after(first))),
                Some(_) | None => {}
            }
        }
        for (name, after) in begins {
            if let Some(first) = self.units.get_mut(&name) {
                first.out = Some(Out { serves_at: Some(now.mono + after) });
            }
            self.remember(LedgerChange::Out(name, Some(now.wall)));
        }
        for (name, provider) in serves {
            if let Some(first) = self.units.get_mut(&name) {
                first.out = Some(Out { serves_at: None });
            }
            self.record(Weight::Warning, Happening::StandbyServes { hostname: name, provider }, now);
        }
        for (name, worked_again) in ends {
            if let Some(first) = self.units.get_mut(&name) {
                first.out = None;
            }
            self.remember(LedgerChange::Out(name.clone(), None));
            if let Some(provider) = worked_again {
                self.record(Weight::Change, Happening::FirstServes { hostname: name, provider }, now);
            }
        }
    }

    /// Who was out before a restart or an edit still is, and as long as that.
    pub(super) fn remember_out(&mut self, now: Now) {
        let mut gone = Vec::new();
        for (name, since) in &self.ledger.out {
            match self.units.get_mut(name) {
                Some(first) if first.settings.standby.is_some() => {
                    // A clock that jumped ahead makes it sooner at most, one that went back no later than from now on.
                    let left = after(first).saturating_sub(now.wall.since(*since));
                    first.out = Some(Out { serves_at: (!left.is_zero()).then(|| now.mono + left) });
                }
                // Without settings nothing is known of it yet.
                _ if self.settings.is_some() => gone.push(name.clone()),
                _ => {}
            }
        }
        for name in gone {
            if let Some(first) = self.units.get_mut(&name) {
                first.out = None;
            }
            self.remember(LedgerChange::Out(name, None));
        }
    }

    pub(super) fn standby_row(&self, first: &Unit, now: Now, texts: &Texts) -> Option<StandbyRow> {
        let unit = self.standby_of(first)?;
        let blocked = self.blocked(unit, now);
        let fault = self.unit_fault(unit, blocked.as_ref(), now);
        let chip = |family| self.chip(unit, family, fault.as_ref(), blocked.as_ref(), now, texts);
        let records = crate::address::PerFamily { ipv4: chip(Family::Ipv4), ipv6: chip(Family::Ipv6) };
        let idle = blocked == Some(Blocked::Rests) && !self.has_served(unit);
        let (state, words) = if idle {
            (State::Holding, "standby-ready")
        } else {
            self.row_state(unit, &records, fault.as_ref(), blocked.as_ref())
        };
        let name = &unit.settings.name;

        Some(StandbyRow {
            name: name.clone(),
            shown: name.to_unicode(),
            provider: unit.provider.clone(),
            provider_name: self.provider_name(unit),
            account: unit.settings.account.clone(),
            serves: matches!(first.out, Some(Out { serves_at: None })),
            serves_since: self.served_since(first, now),
            serves_at: first.out.and_then(|out| out.serves_at).map(|at| wall_after(at, now)),
            state,
            words: texts.say(words, &[]),
            fault: fault.map(|fault| fault.code),
            records,
        })
    }

    /// Since when a hostname's standby serves: the first account was out for long enough then.
    fn served_since(&self, first: &Unit, now: Now) -> Option<Wall> {
        let serves = matches!(first.out, Some(Out { serves_at: None }));
        let since = self.ledger.out.get(&first.settings.name).filter(|_| serves)?;

        Some((*since + after(first)).min(now.wall))
    }
}

fn after(first: &Unit) -> Duration {
    first.settings.standby.as_ref().map_or(Duration::ZERO, |standby| standby.after)
}
