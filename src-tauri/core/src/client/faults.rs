//! Which problems there are now, and their words.

use std::collections::BTreeMap;
use std::time::Duration;

use fluent_bundle::FluentValue;

use crate::address::Family;
use crate::event::{SecretState, StoreState, Trouble};
use crate::fault::{Button, Code, Fault, Problem, Remedy};
use crate::hostname::Hostname;
use crate::ledger::Subject;
use crate::observation::{Observation, Why};
use crate::reply::Means;
use crate::text::Texts;
use crate::time::{Mono, Now, Wall};
use crate::verification::{PATIENCE, Proof};

use super::Client;
use super::blocked::Blocked;
use super::remedies::label_of;
use super::unit::Unit;

/// No route for this long is "no internet": a roaming laptop changes its network faster.
const OFFLINE_AFTER: Duration = Duration::from_secs(5);
/// Sources that disagree for longer than this are told.
const DISAGREE_AFTER: Duration = Duration::from_secs(600);
/// That stored data was replaced is shown for this long; afterwards the history has it.
const TOLD_FOR: Duration = crate::time::DAY;
/// Requests in a row that got no answer before it is told.
const FAILURES_TOLD: u32 = 3;

impl Client {
    /// Only the practice hostname: it works without internet.
    pub(super) fn practice_only(&self) -> bool {
        !self.units.is_empty() && self.units.values().all(Unit::is_practice)
    }

    /// The problems that are not one hostname's.
    pub(super) fn machine_faults(&self, now: Now) -> Vec<Fault> {
        let mut faults = Vec::new();
        if let Some((message, since)) = &self.settings_broken {
            faults.push(fault(Code::SettingsBroken, *since).with("message", message.clone()));
        }
        if let Some((message, since)) = &self.unwritten {
            faults.push(fault(Code::DiskFull, *since).with("message", message.clone()));
        }
        if let Some((state @ (StoreState::Recovered(file) | StoreState::Newer(file)), since)) = &self.replaced
            && now.wall.since(*since) < TOLD_FOR
        {
            let newer = if matches!(state, StoreState::Newer(_)) { "yes" } else { "no" };
            faults.push(fault(Code::StoreBroken, *since).with("file", file.clone()).with("newer", newer.to_owned()));
        }
        if let Some((message, since)) = &self.watcher {
            faults.push(fault(Code::WatcherDown, *since).with("message", message.clone()));
        }
        if let Some(hold) = &self.hold {
            let found = fault(hold.code, hold.since).with("name", hold.name.clone()).with("why", hold.why.to_owned());
            faults.push(self.with_ways_on(found).told(self.told_here(hold.code)));
        }
        if !self.practice_only() && !self.units.is_empty() {
            faults.extend(self.way_out_fault(now));
            for family in Family::BOTH {
                faults.extend(self.family_fault(family, now));
            }
        }

        faults
    }

    fn way_out_fault(&self, now: Now) -> Option<Fault> {
        let offline = self.offline_since.is_some_and(|since| now.mono.since(since) >= OFFLINE_AFTER);
        let since = self.sightings.ipv4.since;
        if offline {
            let since = self.offline_since.map_or(now.wall, |since| wall_of(since, now));
            return Some(fault(Code::Offline, since).doing(Remedy::RunDiagnostics));
        }
        let both = [&self.sightings.ipv4.observation, &self.sightings.ipv6.observation];
        let any = |wanted: &dyn Fn(&Observation) -> bool| both.iter().any(|observation| wanted(observation));
        if any(&|observation| matches!(observation, Observation::Known(_))) {
            return None;
        }
        let is = |why: &Why| any(&|observation| matches!(observation, Observation::Unknown(found) if found == why));
        // A page is no silence: it says what it is even in the first moments of a network.
        if is(&Why::CaptivePortal) {
            return Some(fault(Code::Captive, since).doing_maybe(self.sign_in()).doing(Remedy::CheckNow));
        }
        if self.rounds.in_grace(now.mono) {
            return None;
        }
        if is(&Why::NoDns) {
            return Some(fault(Code::NoDns, since).doing(Remedy::CheckNow));
        }

        is(&Why::NoAnswer).then(|| fault(Code::Offline, since).doing(Remedy::RunDiagnostics))
    }

    fn family_fault(&self, family: Family, now: Now) -> Option<Fault> {
        if !self.units.values().any(|unit| unit.wants(family) && !unit.is_practice()) {
            return None;
        }
        let sighting = self.sightings.get(family);
        let long = now.wall.since(sighting.since) >= DISAGREE_AFTER;
        match &sighting.observation {
            Observation::Unknown(Why::Disagree(addresses)) if long => {
                let words: Vec<String> = addresses.iter().map(ToString::to_string).collect();
                let found = fault(Code::IpDisagree, sighting.since);
                Some(found.with("addresses", words.join(", ")).doing(Remedy::CheckNow).doing(Remedy::ChooseSources))
            }
            Observation::Unknown(Why::OneWitness(address)) if long => {
                Some(fault(Code::OneWitness, sighting.since).with("address", address.to_string()))
            }
            _ if family == Family::Ipv4 && self.behind().is_some() => self.behind_fault(now),
            Observation::Unknown(Why::NoLastingAddress | Why::NotPinned) if family == Family::Ipv6 => {
                Some(self.without_ipv6(fault(Code::Ipv6None, sighting.since)))
            }
            Observation::Absent if family == Family::Ipv6 && sighting.last.is_some() => {
                Some(self.without_ipv6(fault(Code::Ipv6None, sighting.since)))
            }
            _ => None,
        }
    }

    /// The record can be kept up, and still nobody reaches this home over IPv4.
    fn behind_fault(&self, now: Now) -> Option<Fault> {
        let behind = self.behind()?;
        let told = self.told_here(Code::Cgnat);
        if behind.seen.is_some() && !self.is_still_shown(Code::Cgnat, now) {
            return None;
        }
        let why = if behind.carrier { "carrier" } else { "double" };
        let known = match (behind.router, behind.seen) {
            (_, None) => "router",
            (None, Some(_)) => "world",
            (Some(_), Some(_)) => "both",
        };
        let words = |address: Option<std::net::IpAddr>| address.map(|address| address.to_string()).unwrap_or_default();
        let found = fault(Code::Cgnat, told.unwrap_or(now.wall)).with("address", words(behind.router));
        let found = found.with("why", why.to_owned()).with("known", known.to_owned()).with("seen", words(behind.seen));

        Some(self.with_ipv6_only(found.doing(Remedy::RunDiagnostics)).told(told))
    }

    /// The one problem of a hostname that explains the others.
    pub(super) fn unit_fault(&self, unit: &Unit, blocked: Option<&Blocked>, now: Now) -> Option<Fault> {
        let name = &unit.settings.name;
        let about = |code: Code, since: Wall| {
            fault(code, since).about(name).with("host", name.to_unicode()).with("provider", self.provider_name(unit))
        };
        let idle = matches!(blocked, Some(Blocked::Paused | Blocked::Held));
        match self.suspended(unit) {
            _ if unit.settings.paused || self.rests(unit) => return None,
            Some(Blocked::Halted(subject)) => {
                let halt = self.ledger.halted.get(&subject)?;
                let found = about(code_of(halt.means), halt.since).with("message", halt.message.clone());
                return Some(self.with_remedies(found, unit));
            }
            Some(Blocked::Secret(state)) => {
                let since = self.secrets.get(&unit.settings.account).map_or(now.wall, |(_, since)| *since);
                let found = about(code_of_secret(state)?, since);
                return Some(self.with_remedies(found, unit));
            }
            // On hold nothing would be sent anyway; what needs the user is shown all the same.
            _ if idle => return None,
            Some(Blocked::Waiting(subject, end)) => {
                let wait = self.ledger.not_before.get(&subject)?;
                let code = match wait.means {
                    Some(Means::RateLimited) => Code::RateLimited,
                    Some(Means::ServerTrouble) | None => Code::ProviderDown,
                    Some(_) => Code::ProviderUnknown,
                };
                let found = about(code, wait.since).trying(wall_after(end, now));
                return Some(self.with_remedies(found, unit));
            }
            _ => {}
        }
        if let Some((trouble, since)) = &unit.trouble
            && unit.failures >= FAILURES_TOLD
        {
            let code = match trouble {
                Trouble::NoDns(_) => Code::NoDns,
                Trouble::Tls { .. } => Code::TlsTrust,
                Trouble::Settings(_) => Code::BadRequest,
                _ => Code::ProviderDown,
            };
            let next = unit.retry_at.map(|at| wall_after(at, now));
            let mut found = about(code, *since).with("message", trouble.to_string());
            found.next_try = next;
            return Some(self.with_remedies(found, unit));
        }

        self.record_fault(unit, &about, now)
    }

    fn record_fault(&self, unit: &Unit, about: &dyn Fn(Code, Wall) -> Fault, now: Now) -> Option<Fault> {
        for family in Family::BOTH {
            let record = unit.records.get(family);
            if record.unsure.is_some() {
                return Some(about(Code::Uncertain, now.wall));
            }
            let Some(proving) = &record.proving else { continue };
            let late = now.mono.since(proving.since) > PATIENCE;
            if !late || !unit.wants(family) {
                continue;
            }
            let since = wall_of(proving.since, now);
            match &proving.last {
                Some(Proof::Different(found)) => {
                    let code = if proving.was_proved { Code::ForeignChange } else { Code::NotInDns };
                    let words: Vec<String> = found.iter().map(ToString::to_string).collect();
                    let expected = proving.address.to_string();
                    let mut problem = about(code, since).with("found", words.join(", ")).with("expected", expected);
                    problem.next_try = unit.repeat_at.filter(|_| record.repeat).map(|at| wall_after(at, now));
                    return Some(self.with_remedies(problem, unit));
                }
                Some(Proof::NotYet) => {
                    let expected = proving.address.to_string();
                    let problem = about(Code::NotInDns, since).with("found", "–".to_owned()).with("expected", expected);
                    return Some(self.with_remedies(problem, unit));
                }
                Some(Proof::CannotTell(_) | Proof::Confirmed { .. }) | None => {}
            }
        }

        None
    }

    pub(super) fn provider_name(&self, unit: &Unit) -> String {
        self.rules(&unit.provider).map_or_else(|| unit.provider.to_string(), |rules| rules.name.clone())
    }

    /// What the last clear answer about this hostname meant.
    pub(super) fn last_means(&self, unit: &Unit) -> Option<Means> {
        let subjects =
            [Subject::Provider(unit.provider.clone()), Subject::Account(unit.settings.account.clone()), unit.subject()];

        subjects
            .iter()
            .find_map(|subject| self.ledger.halted.get(subject).map(|halt| halt.means))
            .or_else(|| subjects.iter().find_map(|subject| self.ledger.not_before.get(subject)?.means))
    }
}

fn code_of(means: Means) -> Code {
    match means {
        Means::BadAuth => Code::AuthRejected,
        Means::NotEntitled => Code::AuthScope,
        Means::NoSuchHost => Code::HostNotFound,
        Means::NotYours => Code::NotYours,
        Means::Blocked => Code::Blocked,
        Means::ClientRefused => Code::ClientRefused,
        Means::BadRequest => Code::BadRequest,
        Means::RateLimited => Code::RateLimited,
        Means::ServerTrouble => Code::ProviderDown,
        Means::Good | Means::Unchanged | Means::Unknown => Code::ProviderUnknown,
    }
}

fn code_of_secret(state: SecretState) -> Option<Code> {
    match state {
        SecretState::Ready => None,
        SecretState::Locked => Some(Code::KeychainLocked),
        SecretState::Absent => Some(Code::KeychainAbsent),
        SecretState::Denied => Some(Code::KeychainDenied),
        SecretState::Missing => Some(Code::SecretMissing),
    }
}

fn fault(code: Code, since: Wall) -> Fault {
    Fault {
        code,
        hostnames: Vec::new(),
        values: BTreeMap::new(),
        remedies: Vec::new(),
        since,
        next_try: None,
        told: None,
    }
}

impl Fault {
    fn with(mut self, key: &'static str, value: String) -> Self {
        self.values.insert(key, value);
        self
    }

    fn about(mut self, name: &Hostname) -> Self {
        self.hostnames.push(name.clone());
        self
    }

    pub(super) fn doing(mut self, remedy: Remedy) -> Self {
        self.remedies.push(remedy);
        self
    }

    pub(super) fn doing_maybe(mut self, remedy: Option<Remedy>) -> Self {
        self.remedies.extend(remedy);
        self
    }

    fn trying(mut self, at: Wall) -> Self {
        self.next_try = Some(at);
        self
    }

    /// Puts the problem into words.
    #[must_use]
    pub fn to_problem(&self, texts: &Texts) -> Problem {
        let id = serde_json::to_value(self.code).ok().and_then(|value| value.as_str().map(str::to_lowercase));
        let id = id.unwrap_or_default();
        let count = self.hostnames.len();
        let mut values: Vec<(&str, FluentValue<'_>)> =
            self.values.iter().map(|(key, value)| (*key, FluentValue::from(value.as_str()))).collect();
        values.push(("count", FluentValue::from(count)));
        let say = |part: &str| texts.say(&format!("fault-{id}-{part}"), &values);
        let buttons = self
            .remedies
            .iter()
            .map(|remedy| Button { label: texts.say(label_of(self.code, remedy), &values), remedy: remedy.clone() })
            .collect();

        Problem {
            code: self.code,
            severity: self.code.severity(),
            happened: say("happened"),
            means: say("means"),
            cure: say("do"),
            buttons,
            hostnames: self.hostnames.iter().map(ToString::to_string).collect(),
            since: self.since,
            next_try: self.next_try,
            told: self.told,
        }
    }
}

/// The problems worst first, without those that a root cause hides.
pub(super) fn root_causes(faults: Vec<Fault>) -> Vec<Fault> {
    let mut faults = joined(faults);
    let codes: Vec<Code> = faults.iter().map(|fault| fault.code).collect();
    faults.retain(|fault| !fault.code.depends_on().iter().any(|root| codes.contains(root)));
    faults.sort_by_key(|fault| (std::cmp::Reverse(fault.code.severity()), fault.since));

    faults
}

/// Problems with one cause are one problem about several hostnames.
fn joined(faults: Vec<Fault>) -> Vec<Fault> {
    let mut joined: Vec<Fault> = Vec::new();
    for fault in faults {
        let shares_cause = |other: &&mut Fault| {
            other.code == fault.code
                && !other.hostnames.is_empty()
                && other.values.get("provider") == fault.values.get("provider")
                && other.values.get("message") == fault.values.get("message")
                && matches!(
                    fault.code,
                    Code::AuthRejected
                        | Code::AuthScope
                        | Code::KeychainLocked
                        | Code::KeychainAbsent
                        | Code::KeychainDenied
                        | Code::SecretMissing
                        | Code::ProviderDown
                        | Code::RateLimited
                        | Code::ClientRefused
                        | Code::TlsTrust
                        | Code::NoDns
                )
        };
        if let Some(other) = joined.iter_mut().find(shares_cause) {
            other.hostnames.extend(fault.hostnames);
            other.since = other.since.min(fault.since);
        } else {
            joined.push(fault);
        }
    }

    joined
}

/// The wall time of a moment in the past.
fn wall_of(moment: Mono, now: Now) -> Wall {
    let ago = i64::try_from(now.mono.since(moment).as_millis()).unwrap_or(i64::MAX);

    Wall(now.wall.0.saturating_sub(ago))
}

/// The wall time of a moment in the future.
pub(super) fn wall_after(moment: Mono, now: Now) -> Wall {
    now.wall + moment.since(now.mono)
}
