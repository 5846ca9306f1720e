//! The fewest requests for what is due, and what an answer changes.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use crate::address::{Family, PerFamily, Publishable};
use crate::event::{Action, Answer, Trouble};
use crate::hostname::Hostname;
use crate::journal::{Happening, Weight};
use crate::ledger::{Halted, LedgerChange, NotBefore, Published, Subject};
use crate::plan::{Plan, PlanId};
use crate::reply::{self, Means, Next, Reach, Reply};
use crate::settings::AccountId;
use crate::time::{MINUTE, Now};

use super::agenda::{Look, earlier};
use super::due::Group;
use super::pausing::spread;
use super::unit::{Place, Proving, Unit, Unsure};
use super::{Client, InFlight};

/// A conversation has ended by then, one way or the other: 20 steps of at most 10 s, and some air.
const PLAN_LIMIT: Duration = Duration::from_secs(240);
/// After a write whose answer never came, nothing is sent again for this long: DNS may prove it.
const UNSURE_WAIT: Duration = MINUTE;

/// A read of the network whose answer did not come by then is asked for again.
pub(super) const READ_LIMIT: Duration = Duration::from_secs(5);

/// An update goes out only over a network that was read within this time.
const JUST_READ: Duration = Duration::from_secs(1);

impl Client {
    /// The plans that are due now, without carrying them out: what `homeport once --dry-run` shows.
    #[must_use]
    pub fn would_send(&self, now: Now) -> Vec<Plan> {
        self.due(&Look::All, now)
            .0
            .into_iter()
            .flat_map(|(group, units)| {
                let batch = self.rules(group.provider).map_or(1, |rules| rules.batch.max(1));
                units.chunks(batch).map(|units| self.plan(group, units)).collect::<Vec<_>>()
            })
            .collect()
    }

    pub(super) fn send_due(&mut self, look: &Look, now: Now) {
        let (groups, paced_until) = self.due(look, now);
        let needed = Needed::of(groups.keys());
        let plans = self.allowed(&groups);
        let others = if *look == Look::All { None } else { self.paced_until };
        self.paced_until = earlier(others, paced_until);
        if needed.is_nothing() || self.needs_a_fresh_look(&needed, now) {
            return;
        }
        for (plan, places) in plans {
            self.send(plan, places, now);
        }
    }

    /// The requests that may be under way beside those that are.
    fn allowed(&self, groups: &BTreeMap<Group<'_>, Vec<&Unit>>) -> Vec<(Plan, Vec<Place>)> {
        let mut running: BTreeMap<&AccountId, usize> = BTreeMap::new();
        for in_flight in self.plans.values() {
            *running.entry(&in_flight.plan.account).or_default() += 1;
        }
        let mut plans = Vec::new();
        for (group, units) in groups {
            let Some(rules) = self.rules(group.provider) else { continue };
            let (batch, parallel) = (rules.batch.max(1), rules.parallel.max(1));
            // An account that was never accepted is tried with one request: many refusals at once look like an attack.
            let parallel = if self.trusted.contains_key(group.account) { parallel } else { 1 };
            let running = running.entry(group.account).or_default();
            for chunk in units.chunks(batch).take(parallel.saturating_sub(*running)) {
                *running += 1;
                plans.push((self.plan(*group, chunk), chunk.iter().map(|unit| unit.place()).collect()));
            }
        }

        plans
    }

    /// An address is sent only while its agreement is fresh: a suspended process or a long wait may lie between.
    fn needs_a_fresh_look(&mut self, needed: &Needed, now: Now) -> bool {
        if needed.practice_only {
            return false;
        }
        // A read that did not come back is asked for again: the hint before it may be the VPN that just came up.
        if self.reading_since.is_some_and(|since| now.mono.since(since) >= READ_LIMIT) {
            self.reading_since = None;
            self.rounds.handle_unread(now.mono);
        }
        if self.reading_since.is_some() || self.rounds.is_read_pending() {
            return true;
        }
        // No hint is no proof either: a watcher that died tells of no VPN.
        if self.facts_at.is_none_or(|at| now.mono.since(at) > JUST_READ) {
            self.read_network(now);
            return true;
        }
        let stale = Family::BOTH
            .into_iter()
            .any(|family| *needed.families.get(family) && !self.sightings.get(family).is_fresh(now.mono));
        if stale {
            self.rounds.handle_stale(now.mono);
            self.poll_rounds(now);
        }

        stale
    }

    /// A new address is agreed and goes out as soon as the network was read.
    pub(super) fn waits_for_a_read(&self, now: Now) -> bool {
        (self.reading_since.is_some() || self.rounds.is_read_pending()) && !self.due(&Look::All, now).0.is_empty()
    }

    fn send(&mut self, plan: Plan, places: Vec<Place>, now: Now) {
        let id = PlanId(self.next_plan);
        self.next_plan += 1;
        let plan = Plan { id, ..plan };
        for place in &places {
            let Some(unit) = self.unit_mut(place) else { continue };
            unit.in_flight = Some(id);
            unit.last_sent = Some(now.mono);
            unit.retry_at = None;
            for family in Family::BOTH {
                if let Some(address) = plan.addresses.get(family) {
                    let record = unit.records.get_mut(family);
                    record.sending = Some(*address);
                    record.unsure = None;
                    record.proving = None;
                    record.repeat = false;
                }
            }
        }
        let sent = Happening::Sent {
            hostnames: plan.hostnames.clone(),
            provider: plan.provider.clone(),
            addresses: Family::BOTH
                .into_iter()
                .filter_map(|family| plan.addresses.get(family).map(Publishable::get))
                .collect(),
        };
        self.record(Weight::Routine, sent, now);
        self.plans.insert(id, InFlight { plan: plan.clone(), places, limit: now.mono + PLAN_LIMIT });
        self.actions.push_back(Action::Send(plan));
    }

    /// A plan without a number yet.
    fn plan(&self, group: Group<'_>, units: &[&Unit]) -> Plan {
        let published = |unit: &&Unit| {
            let of = |family| unit.published(&self.ledger, family).map(|fact| fact.address);

            (unit.settings.name.clone(), PerFamily { ipv4: of(Family::Ipv4), ipv6: of(Family::Ipv6) })
        };

        Plan {
            id: PlanId(0),
            account: group.account.clone(),
            provider: group.provider.clone(),
            hostnames: units.iter().map(|unit| unit.settings.name.clone()).collect(),
            addresses: group.addresses,
            create: group.create,
            take_over: group.take_over,
            lower_ttl: group.lower_ttl,
            published: units.iter().map(published).collect(),
        }
    }

    pub(super) fn expire_plans(&mut self, now: Now) {
        let expired: Vec<PlanId> =
            self.plans.iter().filter(|(_, running)| running.limit <= now.mono).map(|(id, _)| *id).collect();
        for id in expired {
            let Some(hostnames) = self.plans.get(&id).map(|running| running.plan.hostnames.clone()) else { continue };
            let answers = hostnames
                .into_iter()
                .map(|name| (name, Answer::Uncertain(Trouble::Timeout("the provider".to_owned()))))
                .collect();
            self.handle_answers(id, answers, now);
        }
    }

    pub(super) fn handle_answers(&mut self, id: PlanId, mut answers: BTreeMap<Hostname, Answer>, now: Now) {
        // An answer to a plan that was given up says nothing that DNS will not say.
        let Some(InFlight { plan, places, .. }) = self.plans.remove(&id) else { return };
        // What failed together is tried again together, in one request.
        let share = self.jitter_share();
        let failures = places.iter().filter_map(|place| self.unit(place)).map(|unit| unit.failures).max();
        let wait = spread(reply::next_without_answer(failures.unwrap_or(0)), share);
        for place in &places {
            let answer = answers.remove(&place.name).unwrap_or(Answer::Replied(Reply::plain(Means::Unknown)));
            // A hostname that was removed, or moved to another account, while its request was under way.
            let Some(unit) = self.unit_mut(place).filter(|unit| unit.in_flight == Some(id)) else { continue };
            unit.in_flight = None;
            for family in Family::BOTH {
                unit.records.get_mut(family).sending = None;
            }
            match answer {
                Answer::Replied(reply) => self.handle_reply(&plan, place, &reply, now),
                Answer::NotSent(trouble) => self.handle_trouble(&plan, place, trouble, false, wait, now),
                Answer::Uncertain(trouble) => self.handle_trouble(&plan, place, trouble, true, wait, now),
                Answer::NoSecret => {
                    if let Some(unit) = self.unit_mut(place) {
                        unit.retry_at = Some(now.mono + MINUTE);
                    }
                }
            }
        }
    }

    fn handle_reply(&mut self, plan: &Plan, place: &Place, reply: &Reply, now: Now) {
        let (name, subject) = (&place.name, place.subject());
        let failures = [subject.clone(), Subject::Account(plan.account.clone())]
            .iter()
            .filter_map(|subject| self.ledger.not_before.get(subject))
            .map(|fact| fact.failures)
            .max()
            .unwrap_or(0);
        let next = reply::next(reply, failures);
        let weight = match next {
            Next::Verify if reply.means == Means::Good => Weight::Change,
            Next::Verify => Weight::Routine,
            Next::RetryAfter(..) | Next::SendAlone(_) => Weight::Warning,
            Next::Halt(_) => Weight::Failure,
        };
        let answered = Happening::Answered {
            hostname: name.clone(),
            provider: plan.provider.clone(),
            means: reply.means,
            message: reply.message.clone(),
            exchange: reply.exchange.clone(),
        };
        self.record(weight, answered, now);
        if let Some(unit) = self.unit_mut(place) {
            unit.failures = 0;
            unit.trouble = None;
        }
        match next {
            Next::Verify => self.accept(plan, place, reply, now),
            // A hostname with a wait of its own goes alone.
            Next::SendAlone(wait) => self.wait(subject, reply, wait, failures, now),
            Next::RetryAfter(wait, reach) => {
                self.wait(subject_of(reach, plan, place), reply, wait, failures, now);
            }
            Next::Halt(reach) => {
                let subject = subject_of(reach, plan, place);
                if self.ledger.halted.contains_key(&subject) {
                    return;
                }
                let fact = Halted {
                    means: reply.means,
                    message: reply.message.clone(),
                    since: now.wall,
                    version: self.options.version.clone(),
                };
                self.remember(LedgerChange::Halted(subject, Some(fact)));
                let hostname = (reach == Reach::Hostname).then(|| name.clone());
                let halted = Happening::Halted { hostname, provider: plan.provider.clone(), means: reply.means };
                self.record(Weight::Failure, halted, now);
            }
        }
    }

    fn wait(&mut self, subject: Subject, reply: &Reply, wait: Duration, failures: u32, now: Now) {
        // Each hostname of a batch has an answer, and requests run side by side; the account has one wait, the longest.
        if self.waits.get(&subject).is_some_and(|end| *end >= now.mono + wait) {
            return;
        }
        let wait = spread(wait, self.jitter_share());
        self.waits.insert(subject.clone(), now.mono + wait);
        let fact = NotBefore {
            until: now.wall + wait,
            since: now.wall,
            means: Some(reply.means),
            failures: failures + 1,
            asked: reply.retry_after.is_some(),
        };
        self.remember(LedgerChange::NotBefore(subject, Some(fact)));
    }

    /// The provider says that the record has the address. Whether the world sees it, DNS says.
    fn accept(&mut self, plan: &Plan, place: &Place, reply: &Reply, now: Now) {
        self.trusted.insert(plan.account.clone(), true);
        if let Some(unit) = self.unit_mut(place) {
            unit.takes_over = false;
        }
        for subject in [place.subject(), Subject::Account(plan.account.clone())] {
            if self.ledger.not_before.contains_key(&subject) && !self.waits.contains_key(&subject) {
                self.remember(LedgerChange::NotBefore(subject, None));
            }
        }
        for family in Family::BOTH {
            if let Some(address) = plan.addresses.get(family) {
                self.publish(place, family, *address, reply, now);
            }
        }
    }

    fn publish(&mut self, place: &Place, family: Family, address: Publishable, reply: &Reply, now: Now) {
        let news = self.news(place, family, address);
        let proxied = reply.proxied;
        let beside: Vec<IpAddr> = reply.beside.iter().copied().filter(|beside| Family::of(*beside) == family).collect();
        let fact =
            Published { address: address.get(), accepted: now.wall, proved: None, proxied, beside: beside.clone() };
        self.remember(place.publishes(family, Some(fact)));
        if let Some(unit) = self.unit_mut(place) {
            let record = unit.records.get_mut(family);
            record.unsure = None;
            // Behind a proxy DNS shows other addresses on purpose.
            record.proving = (!proxied).then(|| Proving { beside, news, ..Proving::new(address, now.mono, now.mono) });
        }
    }

    fn handle_trouble(
        &mut self,
        plan: &Plan,
        place: &Place,
        trouble: Trouble,
        uncertain: bool,
        wait: Duration,
        now: Now,
    ) {
        // The first failures of a laptop that just woke up are no news.
        let weight = if self.rounds.in_grace(now.mono) { Weight::Routine } else { Weight::Warning };
        let no_answer = Happening::NoAnswer {
            hostname: place.name.clone(),
            provider: plan.provider.clone(),
            uncertain,
            message: trouble.to_string(),
        };
        self.record(weight, no_answer, now);
        let news =
            |family| plan.addresses.get(family).map(|address| self.news(place, family, address)).unwrap_or_default();
        let news = PerFamily { ipv4: news(Family::Ipv4), ipv6: news(Family::Ipv6) };
        let beside = |family| {
            let fact = self.unit(place).and_then(|unit| unit.published(&self.ledger, family));

            fact.map(|fact| fact.beside.clone()).unwrap_or_default()
        };
        let mut beside = PerFamily { ipv4: beside(Family::Ipv4), ipv6: beside(Family::Ipv6) };
        let Some(unit) = self.unit_mut(place) else { return };
        unit.failures += 1;
        let since = unit.trouble.as_ref().map_or(now.wall, |(_, since)| *since);
        unit.trouble = Some((trouble, since));
        unit.retry_at = Some(now.mono + wait);
        if !uncertain {
            return;
        }
        for family in Family::BOTH {
            if let Some(address) = plan.addresses.get(family) {
                let record = unit.records.get_mut(family);
                record.unsure = Some(Unsure { address: *address, resend_at: now.mono + UNSURE_WAIT });
                let proving = Proving::new(*address, now.mono, now.mono + Duration::from_secs(2));
                let beside = std::mem::take(beside.get_mut(family));
                record.proving = Some(Proving { beside, news: *news.get(family), ..proving });
            }
        }
    }
}

/// What has to be fresh for what is due.
struct Needed {
    families: PerFamily<bool>,
    practice_only: bool,
}

impl Needed {
    fn of<'a>(groups: impl Iterator<Item = &'a Group<'a>>) -> Self {
        let mut needed = Self { families: PerFamily::default(), practice_only: true };
        for group in groups {
            needed.practice_only &= group.provider.0 == crate::settings::PRACTICE;
            for family in Family::BOTH {
                *needed.families.get_mut(family) |= group.addresses.get(family).is_some();
            }
        }

        needed
    }

    fn is_nothing(&self) -> bool {
        self.families == PerFamily::default()
    }
}

fn subject_of(reach: Reach, plan: &Plan, place: &Place) -> Subject {
    match reach {
        Reach::Hostname => place.subject(),
        Reach::Account => Subject::Account(plan.account.clone()),
        Reach::Provider => Subject::Provider(plan.provider.clone()),
    }
}
