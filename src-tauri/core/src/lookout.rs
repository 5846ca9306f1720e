//! When the public address may have changed although nothing changed on this machine: whom to ask, how often, and which
//! answer is a sign to look. A sign never publishes; it starts a check in which independent sources have to agree.

mod voice;

use std::collections::{BTreeMap, VecDeque};
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use crate::address::{PublicAddress, Scope, scope};
use crate::gateway::{Gateway, Power, Protocol, Said, gateway_of, is_hidden, is_public, is_restart};
use crate::network::NetworkFacts;
use crate::time::{MINUTE, Mono, SECOND};

use voice::Before;
pub use voice::{Face, Voice};

/// How often a router is asked that tells its address.
pub const ROUTER_EVERY: Duration = Duration::from_secs(15);
/// The same on battery, and for a router that has promised to tell of changes by itself.
pub const ROUTER_SELDOM: Duration = MINUTE;
/// How often a STUN server is asked where the router tells nothing.
pub const PULSE_EVERY: Duration = Duration::from_secs(30);
/// The same on battery.
pub const PULSE_SELDOM: Duration = Duration::from_secs(120);
/// The shortest time between two checks that signs start.
pub const SIGN_SPACING: Duration = Duration::from_secs(2);
/// The most checks in a minute that signs start: whoever forges packets gets no more.
pub const MOST_SIGNS: usize = 10;

/// A router that tells nothing is looked for again after these times, and then again and again after the last one.
const DISCOVER: [Duration; 3] = [MINUTE, Duration::from_secs(5 * 60), Duration::from_secs(15 * 60)];
/// A router that gave no answer is asked again after this.
const AGAIN: Duration = SECOND;
/// After so many questions without an answer, a router tells nothing any more.
const SILENT: u32 = 3;
/// After so many answers without an address it is not in the middle of a change: some routers name none that is private or
/// shared.
const NAMELESS: u32 = 30;
/// While the router names another address than the world sees, the world is asked again after these times.
const RECHECK: [Duration; 4] = [Duration::from_millis(500), SECOND, Duration::from_secs(2), Duration::from_secs(5)];
/// An answer as old as this is no witness in a round.
const WITNESS: Duration = SECOND;

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Task {
    /// Listen to this router, or to none.
    Watch(Option<Gateway>),
    /// Ask it in these ways.
    Ask(Vec<Protocol>),
    /// Ask a STUN server for the IPv4 address.
    Pulse,
    /// Something may have changed: look at once.
    Check,
}

/// What is wanted of all this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Wanted {
    /// The router may be asked.
    pub router: bool,
    /// STUN servers may be asked.
    pub stun: bool,
    /// They may be asked on a metered way out, too.
    pub stun_on_metered: bool,
}

/// The signs that the address may have changed behind the router.
#[derive(Debug, Default)]
pub struct Lookout {
    wanted: Wanted,
    power: Power,
    gateway: Option<Gateway>,
    /// There is an IPv4 way out whose changes this machine does not see by itself.
    hidden: bool,
    watch_due: bool,
    voices: BTreeMap<Protocol, Voice>,
    ask_at: Option<Mono>,
    ask_now: Vec<Protocol>,
    discover_at: Option<Mono>,
    discovered: usize,
    pulse_at: Option<Mono>,
    signs: VecDeque<Mono>,
    sign_at: Option<Mono>,
    rechecks: usize,
    /// Answers in a row without an address.
    nameless: u32,
    /// The router's address and the seen one, when they stay different.
    differs: Option<(Ipv4Addr, IpAddr)>,
}

impl Lookout {
    /// The user's choice.
    pub fn handle_wanted(&mut self, wanted: Wanted, facts: Option<&NetworkFacts>, now: Mono) {
        if std::mem::replace(&mut self.wanted, wanted) != wanted
            && let Some(facts) = facts
        {
            self.handle_network(facts, now);
        }
    }

    /// The machine is plugged in, or not; its way out is metered, or not.
    pub fn handle_power(&mut self, power: Power, now: Mono) {
        if std::mem::replace(&mut self.power, power) == power {
            return;
        }
        self.ask_at = self.ask_at.map(|at| at.min(now + self.router_pace()));
        self.pulse_at = None;
        self.plan_pulse(now);
    }

    /// The network as it is now.
    pub fn handle_network(&mut self, facts: &NetworkFacts, now: Mono) {
        let gateway = if self.wanted.router { gateway_of(facts) } else { None };
        self.hidden = is_hidden(facts);
        if gateway != self.gateway {
            self.gateway = gateway;
            self.begin_afresh(now);
        }
        self.plan_pulse(now);
    }

    /// The machine woke up: whatever the router promised may be over.
    pub fn handle_wake(&mut self, now: Mono) {
        if self.gateway.is_some() {
            self.begin_afresh(now);
        }
        self.pulse_at = None;
        self.plan_pulse(now);
    }

    fn begin_afresh(&mut self, now: Mono) {
        self.voices.clear();
        self.differs = None;
        (self.rechecks, self.discovered, self.nameless) = (0, 0, 0);
        (self.ask_at, self.sign_at) = (None, None);
        self.ask_now.clear();
        self.watch_due = true;
        self.discover_at = self.gateway.is_some().then_some(now);
    }

    /// The router said something. `known` is the address that is in force.
    pub fn handle_said(&mut self, from: Ipv4Addr, protocol: Protocol, said: Said, known: Option<IpAddr>, now: Mono) {
        if self.gateway.as_ref().is_none_or(|gateway| gateway.address != from) {
            return; // Of a network that was left.
        }
        match said {
            Said::Answered { address, epoch } => {
                let before = self.voices.get(&protocol).and_then(|voice| voice.answered);
                let before = before.map_or(Before::Nothing, |(before, _)| Before::of(before, address));
                let voice = self.heard(protocol, address, epoch, before, known, now);
                voice.answered = Some((address, now));
                voice.tells = true;
                voice.silent = 0;
                if protocol != Protocol::Pcp {
                    self.nameless = if address.is_some() { 0 } else { self.nameless.saturating_add(1) };
                }
                self.discover_at = self.discover_at.filter(|_| !self.tells_address());
                self.plan_ask(now);
                if address.is_none() && self.tells_address() && protocol != Protocol::Pcp {
                    self.ask_soon(now + AGAIN); // In the middle of a change.
                }
            }
            Said::Announced { address, epoch } => {
                let before = self.voices.get(&protocol);
                let before = before.map_or(Before::Nothing, |voice| Before::of(voice.address, address));
                let changed = before != Before::Same;
                let voice = self.heard(protocol, address, epoch, before, known, now);
                voice.announcements = voice.announcements.saturating_add(1);
                if changed && !self.ask_now.contains(&protocol) {
                    // What was announced is asked for: only an answer is a witness.
                    let ask = if protocol == Protocol::Pcp { Protocol::NatPmp } else { protocol };
                    if self.voices.get(&ask).is_some_and(|voice| voice.tells) && self.sign_allowed(now) <= now {
                        self.ask_now.push(ask);
                    }
                }
            }
            Said::Promised(promised) => {
                self.voice(protocol).promised = promised;
                self.plan_ask(now);
            }
            Said::Silent => self.handle_silence(protocol, now),
        }
        self.plan_pulse(now);
    }

    /// Takes what was said, and decides whether it is a sign.
    fn heard(
        &mut self,
        protocol: Protocol,
        address: Option<Ipv4Addr>,
        epoch: Option<u32>,
        before: Before,
        known: Option<IpAddr>,
        now: Mono,
    ) -> &mut Voice {
        let explained = self.differs.is_some_and(|(router, seen)| Some(router) == address && Some(seen) == known);
        let agrees = explained || address.map(IpAddr::from) == known;
        let voice = self.voice(protocol);
        let restarted = epoch.is_some_and(|epoch| voice.epoch.is_some_and(|before| is_restart(before, epoch, now)));
        if let Some(epoch) = epoch {
            voice.epoch = Some((epoch, now));
        }
        voice.address = address;
        let named = address.filter(|_| protocol != Protocol::Pcp);
        let moved = named.is_some() && before == Before::Another;
        // The first word of a router behind another translation says nothing of the address that the world sees.
        let first = named.is_some_and(is_public) && before == Before::Nothing;
        if restarted {
            // Its promises are gone with its memory.
            self.watch_due = true;
            self.ask_now = Protocol::ALL.to_vec();
        }
        if restarted || (!agrees && (moved || first)) {
            self.rechecks = 0;
            self.sign(now);
        } else if moved && self.all_say(known) {
            self.sign_at = None;
        }

        self.voice(protocol)
    }

    fn voice(&mut self, protocol: Protocol) -> &mut Voice {
        self.voices.entry(protocol).or_insert(Voice {
            address: None,
            tells: false,
            promised: false,
            announcements: 0,
            answered: None,
            epoch: None,
            silent: 0,
        })
    }

    fn handle_silence(&mut self, protocol: Protocol, now: Mono) {
        let Some(voice) = self.voices.get_mut(&protocol) else { return };
        if !voice.tells {
            return;
        }
        voice.silent += 1;
        if voice.silent < SILENT {
            self.ask_soon(now + AGAIN);
            return;
        }
        voice.tells = false;
        voice.promised = false;
        if !self.tells_address() {
            self.discovered = 0;
            self.discover_at.get_or_insert(now + DISCOVER[0]);
        }
        self.plan_ask(now);
    }

    /// A STUN server said where a question came from.
    pub fn handle_pulse(&mut self, said: Option<IpAddr>, known: Option<IpAddr>, now: Mono) {
        let public = said.filter(|address| PublicAddress::new(*address).is_ok());
        if public.is_some() && public != known {
            self.sign(now);
        }
    }

    /// A round ended with this IPv4 address.
    pub fn handle_round(&mut self, seen: Option<IpAddr>, now: Mono) {
        let (Some(router), Some(seen)) = (self.address(), seen) else { return };
        if IpAddr::from(router) == seen {
            (self.differs, self.rechecks) = (None, 0);
            if self.all_say(Some(seen)) {
                self.sign_at = None;
            }
            return;
        }
        let new = self.differs != Some((router, seen));
        if new
            && is_public(router)
            && let Some(wait) = RECHECK.get(self.rechecks)
        {
            self.rechecks += 1;
            self.sign_at = Some((now + *wait).max(self.sign_allowed(now)));
            return;
        }
        self.differs = Some((router, seen));
    }

    /// One change is told in several ways. What all of them say and the world sees is found out; another look would only
    /// use up the few that forged signs are kept to.
    fn all_say(&self, known: Option<IpAddr>) -> bool {
        self.voices.values().filter_map(|voice| voice.address).all(|address| Some(IpAddr::from(address)) == known)
    }

    fn sign(&mut self, now: Mono) {
        let allowed = self.sign_allowed(now);
        // A sign that has to wait is never lost, and never pushed further away.
        self.sign_at = Some(self.sign_at.map_or(allowed, |at| at.min(allowed)));
    }

    fn sign_allowed(&self, now: Mono) -> Mono {
        let spaced = self.signs.back().map_or(now, |last| *last + SIGN_SPACING);
        let full = self.signs.len() >= MOST_SIGNS;
        let counted = self.signs.front().filter(|_| full).map_or(now, |first| *first + MINUTE);

        spaced.max(counted).max(now)
    }

    fn ask_soon(&mut self, at: Mono) {
        self.ask_at = Some(self.ask_at.map_or(at, |planned| planned.min(at)));
    }

    /// The ways to ask in each turn: one that names the address is enough.
    fn turn(&self) -> Vec<Protocol> {
        let tells = |protocol: &Protocol| self.voices.get(protocol).is_some_and(|voice| voice.tells);
        let address = [Protocol::NatPmp, Protocol::Upnp].into_iter().find(tells);
        let restarts = Some(Protocol::Pcp).filter(tells).filter(|_| address != Some(Protocol::NatPmp));

        address.into_iter().chain(restarts).collect()
    }

    fn router_pace(&self) -> Duration {
        let promised = self.turn().iter().all(|protocol| {
            *protocol == Protocol::Upnp && self.voices.get(protocol).is_some_and(|voice| voice.promised)
        });

        if self.power.on_battery || promised { ROUTER_SELDOM } else { ROUTER_EVERY }
    }

    fn plan_ask(&mut self, now: Mono) {
        self.ask_at = (!self.turn().is_empty()).then(|| now + self.router_pace());
    }

    fn plan_pulse(&mut self, now: Mono) {
        let metered = self.power.metered == Some(true) && !self.wanted.stun_on_metered;
        if !self.wanted.stun || !self.hidden || metered || self.tells_address() {
            self.pulse_at = None;
            return;
        }
        let pace = if self.power.on_battery { PULSE_SELDOM } else { PULSE_EVERY };
        self.pulse_at.get_or_insert(now + pace);
    }

    /// Returns what is due now, once. Call until it returns `None`.
    #[must_use]
    pub fn poll(&mut self, now: Mono) -> Option<Task> {
        let due = |at: Option<Mono>| at.is_some_and(|at| at <= now);
        if std::mem::take(&mut self.watch_due) {
            return Some(Task::Watch(self.gateway.clone()));
        }
        if due(self.discover_at) {
            self.discover_at = Some(now + *DISCOVER.get(self.discovered).unwrap_or(&DISCOVER[2]));
            self.discovered += 1;
            self.ask_now.clear();
            return Some(Task::Ask(Protocol::ALL.to_vec()));
        }
        if !self.ask_now.is_empty() {
            return Some(Task::Ask(std::mem::take(&mut self.ask_now)));
        }
        if due(self.ask_at) {
            self.plan_ask(now);
            return Some(Task::Ask(self.turn()));
        }
        if due(self.pulse_at) {
            self.pulse_at = None;
            self.plan_pulse(now);
            return Some(Task::Pulse);
        }
        if due(self.sign_at) {
            self.sign_at = None;
            if self.signs.len() >= MOST_SIGNS {
                self.signs.pop_front();
            }
            self.signs.push_back(now);
            return Some(Task::Check);
        }

        None
    }

    /// When [`Self::poll`] has something again.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Mono> {
        if self.watch_due || !self.ask_now.is_empty() {
            return Some(Mono::default());
        }

        [self.discover_at, self.ask_at, self.pulse_at, self.sign_at].into_iter().flatten().min()
    }

    /// The router is asked, and tells its address, or is about to.
    #[must_use]
    pub fn tells_address(&self) -> bool {
        let tells = self.voices.iter().any(|(protocol, voice)| *protocol != Protocol::Pcp && voice.tells);

        tells && self.nameless < NAMELESS
    }

    /// The router answers, and names no address: some name none that is private or shared.
    #[must_use]
    pub fn names_nothing(&self) -> bool {
        self.nameless >= NAMELESS
    }

    /// The address that the router named last when it was asked.
    #[must_use]
    pub fn address(&self) -> Option<Ipv4Addr> {
        self.answers().max_by_key(|(_, at)| *at).map(|(address, _)| address)
    }

    /// The address that it named just now: a witness in a round.
    #[must_use]
    pub fn witness(&self, now: Mono) -> Option<Ipv4Addr> {
        self.answers().filter(|(_, at)| now.since(*at) <= WITNESS).max_by_key(|(_, at)| *at).map(|(address, _)| address)
    }

    fn answers(&self) -> impl Iterator<Item = (Ipv4Addr, Mono)> {
        let told = self.voices.values().filter(|voice| voice.tells).filter_map(|voice| voice.answered);

        told.filter_map(|(address, at)| Some((address?, at)))
    }

    /// The ways in which the router can be asked for its address in a round.
    #[must_use]
    pub fn askable(&self) -> Vec<Protocol> {
        self.turn().into_iter().filter(|protocol| *protocol != Protocol::Pcp).collect()
    }

    /// The router's own address, when the world sees another one: another translation lies between.
    #[must_use]
    pub fn other_address(&self) -> Option<(Ipv4Addr, Scope)> {
        let router = self.address()?;
        let scope = scope(router.into());

        (scope != Scope::Public || self.differs.is_some_and(|(named, _)| named == router)).then_some((router, scope))
    }

    /// All of it that can be seen from outside.
    #[must_use]
    pub fn face(&self) -> Face {
        let announces = |voice: &Voice| voice.promised || voice.announcements > 0;
        let voices = self.voices.iter().map(|(protocol, voice)| (*protocol, voice.tells, announces(voice)));

        Face { address: self.address(), other: self.other_address(), voices: voices.collect(), pulses: self.pulses() }
    }

    /// What is known of each way of asking.
    pub fn voices(&self) -> impl Iterator<Item = (Protocol, Voice)> {
        self.voices.iter().map(|(protocol, voice)| (*protocol, *voice))
    }

    /// The router that is watched.
    #[must_use]
    pub fn gateway(&self) -> Option<&Gateway> {
        self.gateway.as_ref()
    }

    /// STUN servers are asked now and then.
    #[must_use]
    pub fn pulses(&self) -> bool {
        self.pulse_at.is_some()
    }

    /// What the machine runs on.
    #[must_use]
    pub fn power(&self) -> Power {
        self.power
    }
}

#[cfg(test)]
mod tests;
