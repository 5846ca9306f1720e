//! What is known of one family's address, and the rounds that find it out.

use std::net::IpAddr;
use std::time::Duration;

use crate::address::{Family, PerFamily, PublicAddress, Publishable, Scope};
use crate::event::{Action, Probing};
use crate::journal::{Happening, Weight};
use crate::observation::{Agreed, Before, Observation, Report, SourceId, Why, combine};
use crate::rounds::Ending;
use crate::time::{Mono, Now, Wall};

use super::Client;

/// An address that was agreed longer ago than this is agreed again before it is sent.
pub(super) const FRESH: Duration = Duration::from_secs(30);

/// What is known of one family.
#[derive(Debug)]
pub(super) struct Sighting {
    pub(super) observation: Observation,
    /// When the observation was made.
    pub(super) at: Option<(Mono, Wall)>,
    /// When it turned into what it is.
    pub(super) since: Wall,
    /// The last agreed address: shown, and never sent, while a new one is not sure.
    pub(super) last: Option<(Agreed, Wall)>,
    /// The addresses that this machine had when that was agreed, if it was not among them.
    outvoted: Vec<PublicAddress>,
    /// This round has settled this family already.
    pub(super) settled: bool,
    /// What was agreed has to be agreed again before it is sent.
    aged: bool,
}

impl Default for Sighting {
    fn default() -> Self {
        Self {
            observation: Observation::Unknown(Why::NotYetAsked),
            at: None,
            since: Wall::default(),
            last: None,
            outvoted: Vec::new(),
            settled: false,
            aged: false,
        }
    }
}

impl Sighting {
    /// The agreed address, if there is one now.
    pub(super) fn known(&self) -> Option<Publishable> {
        match &self.observation {
            Observation::Known(agreed) => Some(agreed.address),
            Observation::Absent | Observation::Unknown(_) => None,
        }
    }

    pub(super) fn is_fresh(&self, now: Mono) -> bool {
        !self.aged && self.at.is_some_and(|(at, _)| now.since(at) <= FRESH)
    }

    /// The settings changed: what was agreed before has to be agreed again before it is sent.
    pub(super) fn age(&mut self) {
        self.aged = true;
    }
}

impl Client {
    pub(super) fn begin_round(&mut self, round: u64, now: Now) {
        self.reports.clear();
        self.more_asked = false;
        self.round_began = now.mono;
        for family in Family::BOTH {
            self.sightings.get_mut(family).settled = false;
        }
        if self.settings.is_none() || self.facts.is_none() {
            self.rounds.handle_ended(round, Ending::Nothing, now.mono);
            return;
        }
        let fixed = self
            .settings
            .as_ref()
            .is_some_and(|settings| settings.addresses.fixed.ipv4.is_some() || settings.addresses.fixed.ipv6.is_some());
        if self.facts.as_ref().is_some_and(crate::network::NetworkFacts::is_offline) && !fixed {
            self.finish_round(round, now);
            return;
        }
        self.rounds.handle_asking(now.mono);
        self.probe(round, self.askable(), false, now);
        self.ask_router(now);
    }

    /// Without a way out of a family its sources cannot be reached; a program of the user's own may know all the same.
    fn askable(&self) -> Vec<Family> {
        let own_means = self.settings.as_ref().is_some_and(|settings| {
            let fixed = settings.addresses.fixed;
            !settings.addresses.command.is_empty() || fixed.ipv4.is_some() || fixed.ipv6.is_some()
        });
        let has_way = |family| self.facts.as_ref().is_some_and(|facts| facts.route(family).is_some());

        Family::BOTH.into_iter().filter(|family| own_means || has_way(*family)).collect()
    }

    fn probe(&mut self, round: u64, families: Vec<Family>, more: bool, now: Now) {
        let through = PerFamily { ipv4: self.bound(Family::Ipv4), ipv6: self.bound(Family::Ipv6) };
        let probing = Probing { families, more, through, avoid: self.standings.unwell(now.wall) };
        self.actions.push_back(Action::Probe { round, probing });
    }

    pub(super) fn handle_report(&mut self, round: u64, report: Report, now: Now) {
        if !self.rounds.is_running(round) {
            return;
        }
        let family = report.family;
        self.reports.push(report);
        if !self.sightings.get(family).settled
            && let Some(observation @ Observation::Known(_)) = self.combined(family, false)
        {
            self.settle(family, observation, now);
        }
    }

    fn combined(&self, family: Family, ended: bool) -> Option<Observation> {
        let sighting = self.sightings.get(family);
        let current = sighting.last.as_ref().map(|(agreed, _)| agreed.address.get());
        let pinned = self.settings.as_ref().and_then(|settings| settings.addresses.interface_id);
        let before = Before { current, outvoted: &sighting.outvoted, pinned };

        combine(family, &self.reports, self.facts.as_ref()?, before, ended)
    }

    pub(super) fn handle_round_ended(&mut self, round: u64, now: Now) {
        if !self.rounds.is_running(round) {
            return;
        }
        let unsure: Vec<Family> = Family::BOTH
            .into_iter()
            .filter(|family| !self.sightings.get(*family).settled)
            .filter(|family| {
                matches!(
                    self.combined(*family, true),
                    Some(Observation::Unknown(Why::Disagree(_) | Why::OneWitness(_)))
                )
            })
            .collect();
        if !unsure.is_empty() && !self.more_asked {
            self.more_asked = true;
            self.probe(round, unsure, true, now);
            return;
        }
        self.finish_round(round, now);
    }

    /// The round is over: whatever is not settled is judged by what was said until now.
    pub(super) fn finish_round(&mut self, round: u64, now: Now) {
        for family in Family::BOTH {
            if !self.sightings.get(family).settled
                && let Some(observation) = self.combined(family, true)
            {
                self.settle(family, observation, now);
            }
        }
        for family in Family::BOTH {
            let observation = &self.sightings.get(family).observation;
            self.standings.handle_round(family, &self.reports, observation, now.wall);
        }
        self.last_check = Some(now.wall);
        if std::mem::take(&mut self.asked) {
            self.record(Weight::Routine, Happening::Checked, now);
        }
        self.cap_acceptances(now);
        let ending = self.ending();
        self.rounds.handle_ended(round, ending, now.mono);
        let seen = self.sightings.ipv4.known().map(Publishable::get);
        self.lookout.handle_round(seen, now.mono);
        self.look_for_router(now);
        self.reports.clear();
    }

    fn ending(&self) -> Ending {
        let wanted = |family| self.units.is_empty() || self.units.values().any(|unit| unit.wants(family));
        let wanted_any =
            |is: &dyn Fn(Family) -> bool| Family::BOTH.into_iter().any(|family| wanted(family) && is(family));
        let (mut known, mut unknown) = (0, 0);
        for family in Family::BOTH.into_iter().filter(|family| wanted(*family)) {
            match self.sightings.get(family).observation {
                Observation::Known(_) => known += 1,
                Observation::Absent => {}
                Observation::Unknown(_) => unknown += 1,
            }
        }
        let portal = Observation::Unknown(Why::CaptivePortal);
        if known == 0 && wanted_any(&|family| self.sightings.get(family).observation == portal) {
            return Ending::Portal;
        }
        match (known, unknown) {
            (_, 0) => Ending::Known,
            (0, _) => Ending::Nothing,
            _ => Ending::Partly,
        }
    }

    fn settle(&mut self, family: Family, observation: Observation, now: Now) {
        let known = matches!(observation, Observation::Known(_));
        let began = self.round_began;
        let own = self.facts.as_ref().map(|facts| facts.lasting(family)).unwrap_or_default();
        let sighting = self.sightings.get_mut(family);
        sighting.settled = known;
        sighting.aged = false;
        // What was said is as old as the question: the process may have stood still since.
        sighting.at = Some((began, now.wall));
        let before = std::mem::replace(&mut sighting.observation, observation.clone());
        if std::mem::discriminant(&before) != std::mem::discriminant(&observation) {
            sighting.since = now.wall;
        }
        match observation {
            Observation::Known(agreed) => {
                let is_own = own.iter().any(|own| own.get() == agreed.address.get());
                sighting.outvoted = if is_own { Vec::new() } else { own };
                let old = sighting.last.replace((agreed.clone(), now.wall)).map(|(old, _)| old.address.get());
                if old != Some(agreed.address.get()) {
                    self.tell_new_address(family, old, &agreed, now);
                }
            }
            Observation::Unknown(why) if matches!(before, Observation::Known(_)) => {
                let (id, addresses) = why_words(&why);
                let why = id.to_owned();
                self.record(Weight::Warning, Happening::AddressUnknown { family, why, addresses }, now);
            }
            Observation::Absent if matches!(before, Observation::Known(_)) => {
                let (why, addresses) = ("address-absent".to_owned(), Vec::new());
                self.record(Weight::Warning, Happening::AddressUnknown { family, why, addresses }, now);
            }
            Observation::Absent | Observation::Unknown(_) => {}
        }
    }

    fn tell_new_address(&mut self, family: Family, old: Option<IpAddr>, agreed: &Agreed, now: Now) {
        let witnesses = agreed.witnesses.iter().map(|SourceId { operator, .. }| operator.clone()).collect();
        let new = agreed.address.get();
        self.record(Weight::Change, Happening::AddressChanged { family, old, new, witnesses }, now);
    }
}

/// The id of the text that says why an address is not known, and the addresses that belong into it.
pub(super) fn why_words(why: &Why) -> (&'static str, Vec<IpAddr>) {
    match why {
        Why::NotYetAsked => ("why-not-yet-asked", Vec::new()),
        Why::NoRoute => ("why-no-route", Vec::new()),
        Why::NoAnswer => ("why-no-answer", Vec::new()),
        Why::NoDns => ("why-no-dns", Vec::new()),
        Why::OneWitness(address) => ("why-one-witness", vec![*address]),
        Why::Disagree(addresses) => ("why-disagree", addresses.clone()),
        Why::CaptivePortal => ("why-captive-portal", Vec::new()),
        Why::NotPublic(address, Scope::Shared) => ("why-shared", vec![*address]),
        Why::NotPublic(address, _) => ("why-not-public", vec![*address]),
        Why::NoLastingAddress => ("why-no-lasting-address", Vec::new()),
        Why::NotPinned => ("why-not-pinned", Vec::new()),
    }
}
