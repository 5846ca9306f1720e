//! Which records are due, and what may go into one request together.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::time::Duration;

use crate::address::{Family, PerFamily, PublicAddress, Publishable, prefix_64};
use crate::hostname::Hostname;
use crate::interface_id::InterfaceId;
use crate::ledger::Published;
use crate::plan::ProviderRules;
use crate::settings::{AccountId, ProviderId};
use crate::time::{MINUTE, Mono, Now};

use super::Client;
use super::agenda::Look;
use super::blocked::Blocked;
use super::unit::Unit;

/// Names of one account are refreshed together when their times are so close.
const REFRESHED_TOGETHER: Duration = crate::time::HOUR;

/// What goes into one request together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Group<'a> {
    pub(super) account: &'a AccountId,
    pub(super) provider: &'a ProviderId,
    pub(super) addresses: PerFamily<Option<Publishable>>,
    pub(super) create: bool,
    pub(super) take_over: bool,
    pub(super) lower_ttl: bool,
    /// Hostnames that were refused together are tried alone.
    pub(super) alone: Option<&'a Hostname>,
}

impl Client {
    /// The hostnames that are due, and when the pace of its provider lets the next one go.
    pub(super) fn due(&self, look: &Look, now: Now) -> (BTreeMap<Group<'_>, Vec<&Unit>>, Option<Mono>) {
        let mut groups: BTreeMap<Group<'_>, Vec<&Unit>> = BTreeMap::new();
        let mut paced_until: Option<Mono> = None;
        let refreshed = self.refreshed_accounts(look, now);
        let firsts = self.units.values().filter(|unit| look.covers(&unit.settings.account));
        for unit in firsts.flat_map(|first| std::iter::once(first).chain(self.standby_of(first))) {
            if unit.in_flight.is_some() {
                continue;
            }
            let Some(rules) = self.rules(&unit.provider) else { continue };
            let early = if refreshed.contains(&unit.settings.account) { REFRESHED_TOGETHER } else { Duration::ZERO };
            let due = self.due_families(unit, rules, early, now);
            if due.ipv4.is_none() && due.ipv6.is_none() {
                continue;
            }
            match self.blocked(unit, now) {
                None => {}
                Some(Blocked::Pace(at)) => {
                    paced_until = Some(paced_until.map_or(at, |other| other.min(at)));
                    continue;
                }
                Some(_) => continue,
            }
            // What means nothing to the provider does not split a request.
            for addresses in self.requests_for(unit, rules, due) {
                let group = Group {
                    account: &unit.settings.account,
                    provider: &unit.provider,
                    addresses,
                    create: unit.settings.create,
                    take_over: rules.owned && unit.takes_over,
                    lower_ttl: rules.minimum_ttl.is_some() && unit.settings.lower_ttl,
                    alone: self.was_refused(unit).then_some(&unit.settings.name),
                };
                groups.entry(group).or_default().push(unit);
            }
        }
        // They go in the order of the settings file.
        for units in groups.values_mut() {
            units.sort_by_key(|unit| unit.number);
        }

        (groups, paced_until)
    }

    /// A hostname whose last answer was no clear one goes alone, so that it cannot drag others along.
    fn was_refused(&self, unit: &Unit) -> bool {
        // Asked of each hostname again and again, and nearly always in vain.
        !self.ledger.not_before.is_empty() && self.ledger.not_before.contains_key(&unit.subject())
    }

    fn requests_for(
        &self,
        unit: &Unit,
        rules: &ProviderRules,
        due: PerFamily<Option<Publishable>>,
    ) -> Vec<PerFamily<Option<Publishable>>> {
        if rules.joint {
            let mut addresses = due;
            if rules.resend_both {
                for family in
                    Family::BOTH.into_iter().filter(|family| unit.wants(*family) && *rules.families.get(*family))
                {
                    // The other family's address may be on its way: without it the provider would touch its record.
                    let has_way = self.facts.as_ref().is_some_and(|facts| facts.route(family).is_some());
                    if has_way && self.rounds.is_busy() && !self.sightings.get(family).settled {
                        return Vec::new();
                    }
                    if addresses.get(family).is_none() {
                        *addresses.get_mut(family) = self.desired_by(rules, unit, family);
                    }
                }
            }
            return vec![addresses];
        }
        let alone = match (due.ipv4, due.ipv6) {
            (Some(ipv4), _) => PerFamily { ipv4: Some(ipv4), ipv6: None },
            (None, ipv6) => PerFamily { ipv4: None, ipv6 },
        };

        vec![alone]
    }

    /// The address that a record should have, if one is known and wanted.
    pub(super) fn desired(&self, unit: &Unit, family: Family) -> Option<Publishable> {
        self.desired_by(self.rules(&unit.provider)?, unit, family)
    }

    fn desired_by(&self, rules: &ProviderRules, unit: &Unit, family: Family) -> Option<Publishable> {
        if !unit.wants(family) || !*rules.families.get(family) {
            return None;
        }
        let known = self.sightings.get(family).known();
        if let (Family::Ipv6, Some(device)) = (family, &unit.settings.device) {
            return self.of_device(device, known?);
        }
        if unit.is_practice() {
            let own = || self.facts.as_ref()?.own(family).map(Publishable::practice);
            return known.or_else(own);
        }

        known
    }

    /// The address of another machine in this network: the network's half is this machine's own.
    fn of_device(&self, device: &str, own: Publishable) -> Option<Publishable> {
        let IpAddr::V6(own) = own.get() else { return None };
        let facts = self.facts.as_ref()?;
        // Behind an address translation the world's prefix is not this network's.
        let is_here = facts.addresses.iter().any(|here| here.address == IpAddr::V6(own));
        let device: InterfaceId = device.parse().ok().filter(|_| is_here)?;

        PublicAddress::new(device.in_network(prefix_64(own)).into()).ok().map(Publishable::from)
    }

    /// The accounts of which a name is to be refreshed now, so that it is not dropped as idle: the others whose time comes
    /// soon go with it, in one request.
    fn refreshed_accounts(&self, look: &Look, now: Now) -> BTreeSet<&AccountId> {
        if self.options.rules.values().all(|rules| rules.keep_alive.is_none()) {
            return BTreeSet::new();
        }
        let is_due = |unit: &Unit| {
            let Some(rules) = self.rules(&unit.provider).filter(|rules| rules.keep_alive.is_some()) else {
                return false;
            };
            let due = self.due_families(unit, rules, Duration::ZERO, now);
            due.ipv4.is_some() || due.ipv6.is_some()
        };

        let covered = self.units.values().filter(|unit| look.covers(&unit.settings.account));

        covered.filter(|unit| is_due(unit)).map(|unit| &unit.settings.account).collect()
    }

    fn due_families(
        &self,
        unit: &Unit,
        rules: &ProviderRules,
        early: Duration,
        now: Now,
    ) -> PerFamily<Option<Publishable>> {
        let mut due = PerFamily::default();
        for family in Family::BOTH {
            let Some(address) = self.desired_by(rules, unit, family) else { continue };
            let record = unit.records.get(family);
            let unsure =
                record.unsure.as_ref().is_some_and(|unsure| unsure.address == address && unsure.resend_at > now.mono);
            let published = || unit.published(&self.ledger, family).filter(|fact| fact.address == address.get());
            let is_due = || published().is_none_or(|fact| refresh_is_due(unit, rules, fact, early, now));
            if record.sending.is_none() && !unsure && is_due() {
                *due.get_mut(family) = Some(address);
            }
        }

        due
    }
}

/// Whether the provider would soon drop what it has, as idle. `early`: this much before its time counts as well.
fn refresh_is_due(unit: &Unit, rules: &ProviderRules, fact: &Published, early: Duration, now: Now) -> bool {
    // A wall clock that jumps about must not refresh again and again. The monotonic one stands still in sleep.
    let recently = unit.last_sent.is_some_and(|sent| now.mono.since(sent) < 10 * MINUTE);

    rules.keep_alive.is_some_and(|span| !recently && now.wall.since(fact.accepted) + early >= span)
}
