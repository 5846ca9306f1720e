//! The snapshot: everything that people see, made from what the client knows.

use crate::address::{Family, PerFamily, Scope};
use crate::fault::{Code, Fault, Severity};
use crate::network::NetworkFacts;
use crate::observation::{Observation, SourceId, THIS_MACHINE, Why};
use crate::settings::{PRACTICE_HOSTNAME, Preferences};
use crate::snapshot::{
    AddressCard, Chip, ChipState, HostnameRow, Pause, Practice, ShownWebhook, Snapshot, SourceRow, State, Tray,
    Verdict, WayOut,
};
use crate::standing::Standing;
use crate::text::Texts;
use crate::time::Now;
use crate::verification::{PATIENCE, Proof};
use crate::{way, webhook};

use super::Client;
use super::blocked::Blocked;
use super::faults::{root_causes, wall_after};
use super::sighting::why_words;
use super::unit::{Proving, Unit};

impl Client {
    /// All that can be shown now.
    #[must_use]
    pub fn snapshot(&self, now: Now, texts: &Texts) -> Snapshot {
        let mut faults = self.machine_faults(now);
        let mut hostnames = Vec::with_capacity(self.units.len());
        for unit in self.in_order() {
            let (row, fault) = self.row(unit, now, texts);
            hostnames.push(row);
            faults.extend(fault);
            let standby = self.standby_of(unit);
            faults.extend(standby.and_then(|unit| self.unit_fault(unit, self.blocked(unit, now).as_ref(), now)));
        }
        let faults = root_causes(faults);
        let state = self.state(&faults, &hostnames);
        let (headline, detail) = self.headline(state, &faults, &hostnames, texts);
        let allowed = self.rounds.button_allowed(now.mono);

        let mut snapshot = Snapshot {
            revision: self.revision,
            version: self.options.version.clone(),
            at: now.wall,
            state,
            headline,
            detail,
            addresses: PerFamily { ipv4: self.card(Family::Ipv4, texts), ipv6: self.card(Family::Ipv6, texts) },
            lookout: self.lookout_card(texts),
            sources: self
                .standings
                .iter()
                .map(|(family, source, standing)| source_row(family, source, standing, texts))
                .collect(),
            network: self.network_card(),
            hostnames,
            telling: None,
            problems: faults.iter().map(|fault| fault.to_problem(texts)).collect(),
            pause: self.pause.as_ref().map(|pause| Pause { until: pause.until.map(|(_, wall)| wall) }),
            busy: self.rounds.is_busy() || !self.plans.is_empty(),
            last_check: self.last_check,
            next_check: self.rounds.next_round().map(|at| wall_after(at, now)),
            check_allowed: (allowed > now.mono).then(|| wall_after(allowed, now)),
            practice: self
                .practice
                .map(|port| Practice { port, command: format!("dig @127.0.0.1 -p {port} {PRACTICE_HOSTNAME}") }),
            tray: self.tray,
            language: texts.language(),
            webhook: self.settings.as_ref().and_then(|settings| settings.webhook.as_ref()).map(|webhook| {
                ShownWebhook {
                    server: webhook::masked(&webhook.url),
                    method: webhook.method,
                    body: webhook.body.clone(),
                }
            }),
            preferences: self.settings.as_ref().map(Preferences::of).unwrap_or_default(),
        };
        way::draw(&mut snapshot);

        snapshot
    }

    /// The tray as the client was told.
    #[must_use]
    pub fn tray(&self) -> Tray {
        self.tray
    }

    fn state(&self, faults: &[Fault], rows: &[HostnameRow]) -> State {
        let worst = faults.first().map_or(Severity::Note, |fault| fault.code.severity());
        match worst {
            Severity::Offline => return State::Offline,
            Severity::Error => return State::Error,
            Severity::Attention => return State::Attention,
            Severity::Holding | Severity::Note => {}
        }
        let starting = self.settings.is_none() || (self.last_check.is_none() && !self.practice_only());
        if self.pause.is_none() && (starting || rows.iter().any(|row| row.state == State::Working)) {
            return State::Working;
        }
        let all_paused = !rows.is_empty() && rows.iter().all(|row| row.paused);
        if self.pause.is_some() || all_paused || worst == Severity::Holding {
            return State::Holding;
        }

        State::Ok
    }

    fn headline(&self, state: State, faults: &[Fault], rows: &[HostnameRow], texts: &Texts) -> (String, String) {
        let count = rows.len();
        let about = |row: Option<&HostnameRow>| row.map(|row| row.shown.clone()).unwrap_or_default();
        let first = faults.first().filter(|fault| fault.code.severity() > Severity::Note);
        match (state, first) {
            (State::Offline, _) => (texts.say("headline-offline", &[]), texts.say("headline-offline-detail", &[])),
            (State::Error | State::Attention | State::Holding, Some(fault)) if self.pause.is_none() => {
                let problem = fault.to_problem(texts);
                (problem.happened, problem.means)
            }
            (State::Holding, _) => {
                let until = self.pause.as_ref().is_some_and(|pause| pause.until.is_some());
                let detail = if until { "headline-paused-until-detail" } else { "headline-paused-detail" };
                (texts.say("headline-paused", &[]), texts.say(detail, &[]))
            }
            (State::Working, _) => {
                let moving = rows.iter().find(|row| row.state == State::Working);
                let headline = match moving {
                    Some(row) => texts.say("headline-updating", &[("host", row.shown.as_str().into())]),
                    None => texts.say("headline-looking", &[]),
                };
                (headline, texts.say("headline-working-detail", &[]))
            }
            _ if count == 0 => (texts.say("headline-empty", &[]), texts.say("headline-empty-detail", &[])),
            _ => {
                let values = [("count", count.into()), ("host", about(rows.first()).into())];
                let detail = if self.practice_only() { "headline-practice-detail" } else { "headline-ok-detail" };
                (texts.say("headline-ok", &values), texts.say(detail, &values))
            }
        }
    }

    fn card(&self, family: Family, texts: &Texts) -> AddressCard {
        let sighting = self.sightings.get(family);
        let own = self.facts.as_ref().and_then(|facts| facts.own(family));
        let (verdict, why) = match &sighting.observation {
            Observation::Known(agreed) => {
                let here = self
                    .facts
                    .as_ref()
                    .is_some_and(|facts| facts.addresses.iter().any(|own| own.address == agreed.address.get()));
                let names: Vec<&str> = agreed
                    .witnesses
                    .iter()
                    .map(|witness| witness.operator.as_str())
                    .filter(|operator| *operator != THIS_MACHINE)
                    .collect();
                let values = [
                    ("count", names.len().into()),
                    ("names", names.join(", ").into()),
                    ("here", if here { "yes" } else { "no" }.into()),
                ];
                (self.verdict(family, here), texts.say("address-agreed", &values))
            }
            Observation::Absent => (Verdict::NotHere, texts.say("address-absent", &[])),
            Observation::Unknown(why) => (verdict_of(why), say_why(why, texts)),
        };
        let own_only = self.practice_only() && sighting.known().is_none() && own.is_some();
        let last = sighting.last.as_ref();
        let (address, verdict, why) = if own_only {
            (own, Verdict::Unknown, texts.say("address-own-only", &[]))
        } else {
            (last.map(|(agreed, _)| agreed.address.get()), verdict, why)
        };
        let word = match verdict {
            Verdict::Direct => "verdict-direct",
            Verdict::BehindNat => "verdict-behind-nat",
            Verdict::Cgnat => "verdict-cgnat",
            Verdict::NotHere => "verdict-not-here",
            Verdict::Unknown if own_only => "verdict-own-only",
            Verdict::Unknown => "verdict-unknown",
        };

        AddressCard {
            family,
            address,
            verdict,
            verdict_word: texts.say(word, &[]),
            why,
            seen: last.map(|(_, at)| *at),
            own_only,
            way: self.facts.as_ref().and_then(|facts| way_out(facts, family)),
            stops: Vec::new(),
        }
    }

    /// One hostname's row, and its problem if it has one.
    pub(super) fn row(&self, unit: &Unit, now: Now, texts: &Texts) -> (HostnameRow, Option<Fault>) {
        let blocked = self.blocked(unit, now);
        let fault = self.unit_fault(unit, blocked.as_ref(), now);
        let records = PerFamily {
            ipv4: self.chip(unit, Family::Ipv4, fault.as_ref(), blocked.as_ref(), now, texts),
            ipv6: self.chip(unit, Family::Ipv6, fault.as_ref(), blocked.as_ref(), now, texts),
        };
        let (mut state, mut words) = self.row_state(unit, &records, fault.as_ref(), blocked.as_ref());
        let standby = self.standby_row(unit, now, texts);
        if standby.as_ref().is_some_and(|standby| standby.serves && standby.state == State::Ok) {
            // The home is found, and a person should look all the same.
            (state, words) = (State::Attention, "row-standby");
        }
        let name = &unit.settings.name;
        let since = Family::BOTH
            .into_iter()
            .filter_map(|family| unit.published(&self.ledger, family))
            .map(|fact| fact.accepted)
            .max();
        let next_try = match blocked {
            Some(Blocked::Waiting(_, at) | Blocked::Retry(at) | Blocked::Pace(at)) => Some(wall_after(at, now)),
            _ => None,
        };

        let row = HostnameRow {
            name: name.clone(),
            shown: name.to_unicode(),
            provider: unit.provider.clone(),
            provider_name: self.provider_name(unit),
            account: unit.settings.account.clone(),
            state,
            words: texts.say(words, &[]),
            fault: fault.as_ref().map(|fault| fault.code),
            paused: unit.settings.paused,
            records,
            since,
            next_try,
            standby,
            minimum_ttl: self.rules(&unit.provider).and_then(|rules| rules.minimum_ttl),
            lower_ttl: unit.settings.lower_ttl,
            telling: Family::Ipv4,
            stops: PerFamily::default(),
        };

        (row, fault)
    }

    pub(super) fn row_state(
        &self,
        unit: &Unit,
        records: &PerFamily<Chip>,
        fault: Option<&Fault>,
        blocked: Option<&Blocked>,
    ) -> (State, &'static str) {
        if unit.settings.paused || self.pause.is_some() {
            return (State::Holding, "row-paused");
        }
        if let Some(fault) = fault {
            let state = match fault.code.severity() {
                Severity::Error => State::Error,
                Severity::Offline => State::Offline,
                Severity::Holding => State::Holding,
                Severity::Attention | Severity::Note => State::Attention,
            };
            return (state, words_of(fault.code));
        }
        let has = |wanted: ChipState| records.ipv4.state == wanted || records.ipv6.state == wanted;
        if blocked == Some(&Blocked::Held) {
            return (State::Holding, "row-held");
        }
        if has(ChipState::Sending) {
            return (State::Working, "row-sending");
        }
        if has(ChipState::Accepted) {
            return (State::Working, "row-accepted");
        }
        if has(ChipState::Wrong) || has(ChipState::Unsure) {
            return (State::Attention, "row-unsure");
        }
        if has(ChipState::Verified) {
            return (State::Ok, "row-ok");
        }
        if has(ChipState::Offline) {
            return (State::Offline, "row-offline");
        }
        if has(ChipState::Holding) {
            return (State::Holding, "row-waiting");
        }

        (State::Ok, "row-nothing")
    }

    pub(super) fn chip(
        &self,
        unit: &Unit,
        family: Family,
        fault: Option<&Fault>,
        blocked: Option<&Blocked>,
        now: Now,
        texts: &Texts,
    ) -> Chip {
        let fact = unit.published(&self.ledger, family);
        let state = self.chip_state(unit, family, fault, blocked, now);
        let word = match state {
            ChipState::Verified if fact.is_some_and(|fact| fact.proxied) => "chip-proxied",
            ChipState::Verified => "chip-verified",
            ChipState::Accepted => "chip-accepted",
            ChipState::Sending => "chip-sending",
            ChipState::Holding => "chip-holding",
            ChipState::Unsure => "chip-unsure",
            ChipState::Wrong => "chip-wrong",
            ChipState::Offline => "chip-offline",
            ChipState::Off => "chip-off",
            ChipState::NotHere => "chip-not-here",
        };

        Chip {
            family,
            state,
            word: texts.say(word, &[]),
            address: fact.map(|fact| fact.address),
            accepted: fact.map(|fact| fact.accepted),
            proved: fact.and_then(|fact| fact.proved),
            ..proof_of(unit, family, now)
        }
    }

    fn chip_state(
        &self,
        unit: &Unit,
        family: Family,
        fault: Option<&Fault>,
        blocked: Option<&Blocked>,
        now: Now,
    ) -> ChipState {
        let possible = self.rules(&unit.provider).is_none_or(|rules| *rules.families.get(family));
        if !unit.wants(family) || !possible {
            return ChipState::Off;
        }
        let record = unit.records.get(family);
        if record.sending.is_some() {
            return ChipState::Sending;
        }
        if record.unsure.is_some() {
            return ChipState::Unsure;
        }
        let fact = unit.published(&self.ledger, family);
        let Some(desired) = self.desired(unit, family) else {
            let observation = &self.sightings.get(family).observation;
            let offline = self.facts.as_ref().is_some_and(NetworkFacts::is_offline);
            return match observation {
                Observation::Absent => ChipState::NotHere,
                Observation::Unknown(Why::NoLastingAddress | Why::NotPinned) => ChipState::NotHere,
                _ if offline && !unit.is_practice() => ChipState::Offline,
                _ if unit.is_practice() => ChipState::NotHere,
                _ => ChipState::Holding,
            };
        };
        let Some(fact) = fact.filter(|fact| fact.address == desired.get()) else {
            return match (blocked, fault) {
                (Some(Blocked::Paused | Blocked::Held | Blocked::Rests), _) => ChipState::Holding,
                (_, Some(_)) => ChipState::Wrong,
                (Some(Blocked::Waiting(..) | Blocked::Retry(_)), None) => ChipState::Holding,
                _ => ChipState::Sending,
            };
        };
        let Some(proving) = &record.proving else { return ChipState::Verified };
        match &proving.last {
            Some(Proof::Confirmed { .. }) => ChipState::Verified,
            Some(Proof::Different(_) | Proof::NotYet) if now.mono.since(proving.since) > PATIENCE => ChipState::Wrong,
            // What was proved before stays proved until an answer says otherwise.
            None | Some(Proof::CannotTell(_)) if fact.proved.is_some() => ChipState::Verified,
            _ => ChipState::Accepted,
        }
    }
}

/// What the name servers said of a record, in a chip without anything else.
fn proof_of(unit: &Unit, family: Family, now: Now) -> Chip {
    let proving = unit.records.get(family).proving.as_ref();
    let seen = proving.and_then(|proving| proving.seen.as_ref());
    let servers = seen.map_or(&[][..], |seen| &seen.answers);
    let expected = proving.map(Proving::expected);

    Chip {
        family,
        state: ChipState::Off,
        word: String::new(),
        address: None,
        accepted: None,
        proved: None,
        servers: servers.iter().map(|answer| answer.to_shown(expected.as_ref())).collect(),
        asked: seen.map(|seen| seen.at),
        ttl: servers.iter().find_map(|answer| answer.ttl),
        cached_until: proving.and_then(|proving| proving.cached_until).filter(|until| *until > now.wall),
    }
}

fn source_row(family: Family, source: &SourceId, standing: &Standing, texts: &Texts) -> SourceRow {
    SourceRow {
        family,
        kind: source.kind,
        operator: source.operator.clone(),
        said: standing.said.as_ref().ok().copied(),
        belief: standing.belief,
        words: standing.words(texts),
        at: standing.at,
        health: standing.health,
    }
}

fn way_out(facts: &NetworkFacts, family: Family) -> Option<WayOut> {
    let route = facts.route(family)?;

    Some(WayOut {
        own: facts.own(family),
        interface: route.interface.clone(),
        gateway: route.gateway,
        tunnel: route.tunnel,
    })
}

fn verdict_of(why: &Why) -> Verdict {
    match why {
        Why::NotPublic(_, Scope::Shared) => Verdict::Cgnat,
        _ => Verdict::Unknown,
    }
}

fn words_of(code: Code) -> &'static str {
    match code {
        Code::AuthRejected => "row-auth-rejected",
        Code::AuthScope => "row-auth-scope",
        Code::HostNotFound => "row-host-not-found",
        Code::NotYours => "row-not-yours",
        Code::Blocked => "row-blocked",
        Code::ClientRefused => "row-client-refused",
        Code::BadRequest => "row-bad-request",
        Code::RateLimited => "row-rate-limited",
        Code::ProviderDown => "row-provider-down",
        Code::ProviderUnknown => "row-provider-unknown",
        Code::Uncertain => "row-unsure",
        Code::NotInDns => "row-not-in-dns",
        Code::ForeignChange => "row-foreign-change",
        Code::KeychainLocked => "row-keychain-locked",
        Code::KeychainAbsent => "row-keychain-absent",
        Code::KeychainDenied => "row-keychain-denied",
        Code::SecretMissing => "row-secret-missing",
        Code::TlsTrust => "row-tls-trust",
        Code::NoDns => "row-no-dns",
        _ => "row-attention",
    }
}

/// The reason in words.
fn say_why(why: &Why, texts: &Texts) -> String {
    let (id, addresses) = why_words(why);
    let words: Vec<String> = addresses.iter().map(ToString::to_string).collect();
    let named = words.join(", ");

    texts.say(id, &[("address", named.clone().into()), ("addresses", named.into())])
}
