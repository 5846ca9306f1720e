//! The whole DDNS client as one value. Facts go in by [`Client::handle`], actions come out by [`Client::poll_action`],
//! and [`Client::poll_timeout`] says when to call [`Client::handle_timeout`]. Only this value decides.

mod agenda;
mod blocked;
mod due;
mod faults;
mod outcome;
mod pausing;
mod proving;
mod remedies;
mod remembering;
mod secrets;
mod sending;
mod show;
mod sighting;
mod standby;
mod told;
mod trying;
mod unit;
mod watching;
mod way;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use crate::address::{Family, PerFamily};
use crate::event::{Action, Command, Event, Hint, SecretState, StoreState};
use crate::hostname::Hostname;
use crate::installation::Installation;
use crate::journal::{Entry, Happening, Weight};
use crate::ledger::{Ledger, LedgerChange, Subject};
use crate::lookout::Lookout;
use crate::network::{NetworkFacts, NetworkId};
use crate::plan::{Plan, PlanId, ProviderRules};
use crate::rounds::{Due, Rounds};
use crate::settings::{AccountId, ProviderId, Settings};
use crate::snapshot::Tray;
use crate::standing::Standings;
use crate::time::{Mono, Now, Wall};

use agenda::Look;
use sending::READ_LIMIT;
use sighting::Sighting;
use unit::{Place, Unit};

/// A command that waits for the end of a round waits this long for the first answers from DNS.
const PROOF_AWAITED: Duration = Duration::from_secs(10);

/// What a client is made with.
#[derive(Debug, Clone)]
pub struct ClientOptions {
    /// This program's version.
    pub version: String,
    /// The rules of the providers that are known already, from the catalogue.
    pub rules: BTreeMap<ProviderId, ProviderRules>,
    /// Randomness for the jitter of waits.
    pub seed: u64,
    /// The system lets a question leave by a chosen interface, although a tunnel is the way out.
    pub binds: bool,
}

/// The whole DDNS client.
#[derive(Debug)]
pub struct Client {
    options: ClientOptions,
    settings: Option<Settings>,
    ledger: Ledger,
    /// The network as it is used: beside the tunnel, where the user wants that.
    facts: Option<NetworkFacts>,
    /// The network as the system tells it.
    read: Option<NetworkFacts>,
    facts_at: Option<Mono>,
    offline_since: Option<Mono>,
    /// The network is being read: what is known of it may be over.
    reading_since: Option<Mono>,
    /// The number of the last read that was asked for, and of the newest one that was answered.
    reads: u64,
    read_taken: u64,
    rounds: Rounds,
    lookout: Lookout,
    sightings: PerFamily<Sighting>,
    standings: Standings,
    /// The reports of the round under way, and whether more sources were asked already.
    reports: Vec<crate::observation::Report>,
    more_asked: bool,
    round_began: Mono,
    /// A person waits for the end of a round.
    asked: bool,
    units: BTreeMap<Hostname, Unit>,
    /// The standbys, by the name that they keep.
    standbys: BTreeMap<Hostname, Unit>,
    /// No unit has anything due by itself before this moment.
    units_rest_until: Option<Mono>,
    plans: BTreeMap<PlanId, InFlight>,
    next_plan: u64,
    /// The ends of the stored waits, on the clock that does not jump.
    waits: BTreeMap<Subject, Mono>,
    /// Accounts that a provider accepted in this run: only those get several requests at once.
    trusted: BTreeMap<AccountId, bool>,
    secrets: BTreeMap<AccountId, (SecretState, Wall)>,
    paced_until: Option<Mono>,
    pause: Option<Pausing>,
    hold: Option<Hold>,
    /// This is not known to be a network where updates may happen.
    elsewhere: bool,
    /// The network that is no home, and in which the user wants updates until the machine leaves it.
    wanted_here: Option<NetworkId>,
    /// Why the disk cannot be written, and since when.
    unwritten: Option<(String, Wall)>,
    /// What was put aside or left alone on the disk, and when.
    replaced: Option<(StoreState, Wall)>,
    settings_broken: Option<(String, Wall)>,
    watcher: Option<(String, Wall)>,
    /// What the system calls the network.
    network_name: Option<String>,
    practice: Option<u16>,
    tray: Tray,
    last_check: Option<Wall>,
    jitter: u64,
    revision: u64,
    actions: VecDeque<Action>,
}

#[derive(Debug)]
struct InFlight {
    plan: Plan,
    /// The units of its hostnames, in their order.
    places: Vec<Place>,
    /// An answer that did not come by then will not come.
    limit: Mono,
}

#[derive(Debug, Clone)]
struct Pausing {
    until: Option<(Mono, Wall)>,
}

/// Why nothing may be published for now, although an address is known.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hold {
    code: crate::fault::Code,
    /// The tunnel, or the network.
    name: String,
    /// The word by which the texts choose.
    why: &'static str,
    since: Wall,
}

impl Client {
    /// A client that knows nothing yet. Feed it the settings and the ledger first.
    #[must_use]
    pub fn new(options: ClientOptions, now: Now) -> Self {
        let jitter = options.seed;
        Self {
            options,
            settings: None,
            ledger: Ledger::default(),
            facts: None,
            read: None,
            facts_at: None,
            offline_since: None,
            reading_since: None,
            reads: 0,
            read_taken: 0,
            rounds: Rounds::new(now.mono),
            lookout: Lookout::default(),
            sightings: PerFamily::default(),
            standings: Standings::default(),
            reports: Vec::new(),
            more_asked: false,
            round_began: now.mono,
            asked: false,
            units: BTreeMap::new(),
            standbys: BTreeMap::new(),
            units_rest_until: None,
            plans: BTreeMap::new(),
            next_plan: 1,
            waits: BTreeMap::new(),
            trusted: BTreeMap::new(),
            secrets: BTreeMap::new(),
            paced_until: None,
            pause: None,
            hold: None,
            elsewhere: false,
            wanted_here: None,
            unwritten: None,
            replaced: None,
            settings_broken: None,
            watcher: None,
            network_name: None,
            practice: None,
            tray: Tray::None,
            last_check: None,
            jitter,
            revision: 0,
            actions: VecDeque::new(),
        }
    }

    /// Takes one event. Actions may be due afterwards.
    pub fn handle(&mut self, event: Event, now: Now) {
        // A router says the same again and again.
        if !matches!(event, Event::Router { .. }) {
            self.revision += 1;
        }
        let mut look = Look::All;
        match event {
            Event::Settings(settings) => self.handle_settings(settings, now),
            Event::Remembered(ledger) => self.handle_remembered(ledger, now),
            Event::Hint(Hint::Woke) => self.handle_wake(now),
            Event::Hint(Hint::Network | Hint::Retry) => self.rounds.handle_hint(now.mono),
            Event::Network { read, facts } => self.handle_network(read, facts, now),
            Event::Unread => self.rounds.handle_unread(now.mono),
            Event::Reported { round, report } => self.handle_report(round, report, now),
            Event::RoundEnded { round } => self.handle_round_ended(round, now),
            Event::Router { from, protocol, said } => self.handle_router(from, protocol, said, now),
            Event::Pulsed(report) => self.handle_pulse(&report, now),
            Event::Power(power) => self.handle_power(power, now),
            Event::Named(name) => self.network_name = name,
            Event::Answered { plan, answers } => {
                look = self
                    .plans
                    .get(&plan)
                    .map_or(Look::All, |running| Look::Account(running.plan.account.clone(), running.places.clone()));
                self.handle_answers(plan, answers, now);
            }
            Event::Verified { hostname, family, answers } => {
                if !self.handle_verified(&hostname, family, &answers, now) {
                    self.note_timeout(&hostname);
                    return;
                }
            }
            Event::Secret(account, state) => {
                look = Look::Account(account.clone(), Vec::new());
                if !self.handle_secret(account, state, now) {
                    return;
                }
            }
            Event::Command(command) => self.handle_command(command, now),
            Event::Store(state) => self.handle_store(state, now),
            Event::Watcher(trouble) => self.watcher = trouble.map(|words| (words, now.wall)),
            Event::Practice(port) => {
                self.practice = port;
                self.forget_practice();
            }
            Event::Notified { hostname, server, trouble } => self.tell_notified(hostname, server, trouble, now),
            Event::Tray(tray) => self.tray = tray,
        }
        self.dispatch(look, now);
    }

    /// Does what time made due.
    pub fn handle_timeout(&mut self, now: Now) {
        // That the router is asked again shows nothing new.
        if self.timeout_besides_router().is_some_and(|at| at <= now.mono) {
            self.revision += 1;
        }
        if self.pause.as_ref().is_some_and(|pause| pause.until.is_some_and(|(end, _)| end <= now.mono)) {
            self.resume(now);
        }
        self.expire_plans(now);
        if let Some(round) = self.rounds.overdue(now.mono) {
            self.handle_round_ended(round, now);
            // Nobody will answer a second question of a round that nobody answered.
            if let Some(round) = self.rounds.overdue(now.mono) {
                self.finish_round(round, now);
            }
        }
        self.dispatch(Look::All, now);
    }

    /// Returns the next thing to do, once.
    #[must_use]
    pub fn poll_action(&mut self) -> Option<Action> {
        self.actions.pop_front()
    }

    /// When to call [`Self::handle_timeout`] at the latest.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Mono> {
        [self.timeout_besides_router(), self.lookout.poll_timeout()].into_iter().flatten().min()
    }

    /// Grows with everything that may show.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether a round or a conversation is under way, or a new address waits for its first answers from DNS.
    #[must_use]
    pub fn is_settled(&self, now: Now) -> bool {
        self.settings.is_some()
            && self.last_check.is_some()
            && !self.rounds.is_busy()
            && self.rounds.next_round().is_some_and(|next| next > now.mono)
            && self.plans.is_empty()
            && self.actions.is_empty()
            && !self.waits_for_a_read(now)
            && !self.every_unit().any(|unit| {
                Family::BOTH.into_iter().any(|family| {
                    let proving = unit.records.get(family).proving.as_ref();
                    proving.is_some_and(|proving| {
                        let soon = proving.ask_at.is_none_or(|at| at.since(now.mono) < PROOF_AWAITED);
                        soon && !proving.is_confirmed() && now.mono.since(proving.since) < PROOF_AWAITED
                    })
                })
            })
    }

    /// Whether a round has ended and none is under way.
    #[must_use]
    pub fn has_looked(&self) -> bool {
        self.last_check.is_some() && !self.rounds.is_busy()
    }

    /// The address that is agreed now.
    #[must_use]
    pub fn known(&self, family: Family) -> Option<crate::address::Publishable> {
        self.sightings.get(family).known()
    }

    /// A client of its own that knows the same lasting facts: to see what a round would do.
    #[must_use]
    pub fn rehearsal(&self, now: Now) -> Self {
        let mut client = Self::new(self.options.clone(), now);
        if let Some(settings) = &self.settings {
            client.handle(Event::Settings(settings.clone()), now);
        }
        client.handle(Event::Remembered(self.ledger.clone()), now);
        // The practice server is the same one, with what was published there.
        client.ledger = self.ledger.clone();
        client.practice = self.practice;

        client
    }

    fn handle_wake(&mut self, now: Now) {
        self.wake_from_pause(now);
        self.rounds.handle_wake(now.mono);
        self.lookout.handle_wake(now.mono);
        self.sightings.ipv4.age();
        self.sightings.ipv6.age();
        self.prove_all_again(now);
        for unit in self.every_unit_mut() {
            unit.retry_at = None;
        }
    }

    fn handle_network(&mut self, read: u64, facts: NetworkFacts, now: Now) {
        // An answer that was late may be from before the VPN that came up since.
        if read <= self.read_taken {
            return;
        }
        self.read_taken = read;
        if read == self.reads {
            self.reading_since = None;
        }
        self.rounds.handle_read();
        self.facts_at = Some(now.mono);
        let changed = !self.read.as_ref().is_some_and(|before| before.is_still(&facts));
        self.offline_since = match (facts.is_offline(), self.offline_since) {
            (true, None) => Some(now.mono),
            (true, since) => since,
            (false, _) => None,
        };
        self.read = Some(facts);
        self.choose_way(now);
        self.look_at_hold(now);
        if changed {
            self.actions.push_back(Action::LetGo);
            self.rounds.handle_changed_network(now.mono);
            // What was agreed, was agreed about the network before.
            self.sightings.ipv4.age();
            self.sightings.ipv6.age();
            // Trouble on the way to a provider may have ended with the old network.
            for unit in self.every_unit_mut() {
                unit.retry_at = None;
            }
        }
    }

    fn handle_command(&mut self, command: Command, now: Now) {
        match command {
            Command::CheckNow => {
                if self.rounds.handle_button(now.mono) {
                    self.asked = true;
                    for unit in self.every_unit_mut() {
                        unit.retry_at = None;
                    }
                    self.end_server_waits(now);
                    self.prove_all_again(now);
                }
            }
            Command::Pause(span) => {
                self.begin_pause(span, now);
            }
            Command::Resume => self.resume(now),
            Command::TryAgain(hostname) => self.try_again(&hostname, now),
            Command::UpdateHere => self.update_here(now),
            Command::SecretReplaced(account) => {
                // A wait that the provider asked for goes on: new secrets do not outrun it.
                let subject = Subject::Account(account.clone());
                if self.ledger.halted.contains_key(&subject) {
                    self.remember(LedgerChange::Halted(subject, None));
                }
                self.trusted.remove(&account);
                self.retry_at_once(&account);
                self.secrets.insert(account, (SecretState::Ready, now.wall));
                self.rounds.handle_button(now.mono);
            }
        }
    }

    fn poll_rounds(&mut self, now: Now) {
        while let Some(due) = self.rounds.poll(now.mono) {
            self.revision += 1;
            match due {
                Due::Read => self.read_network(now),
                Due::Round(round) => self.begin_round(round, now),
            }
        }
    }

    fn read_network(&mut self, now: Now) {
        let pending = self.reading_since.filter(|since| now.mono.since(*since) < READ_LIMIT);
        self.reading_since = Some(pending.unwrap_or(now.mono));
        self.reads += 1;
        self.actions.push_back(Action::ReadNetwork { read: self.reads });
    }

    fn remember(&mut self, change: LedgerChange) {
        self.ledger.apply(change.clone());
        self.actions.push_back(Action::Remember(change));
    }

    fn record(&mut self, weight: Weight, happening: Happening, now: Now) {
        let entry = Entry { id: 0, at: now.wall, weight, happening, line: String::new() };
        self.actions.push_back(Action::Record(entry));
    }

    /// The next random share, in ten thousandths of the span that it spreads: up to a tenth, so that many clients do not
    /// ask in the same second.
    fn jitter_share(&mut self) -> u32 {
        // SplitMix64 (Steele, Lea, Flood 2014): enough to spread waits, and equal for equal seeds.
        self.jitter = self.jitter.wrapping_add(0x9e37_79b9_7f4a_7c15);
        u32::try_from(mixed(self.jitter) % 1_000).unwrap_or(0)
    }

    /// Tells the rules of a provider. To be called before the settings that name it are handed in; a provider without rules
    /// is sent nothing.
    pub fn learn(&mut self, provider: ProviderId, rules: ProviderRules) {
        self.options.rules.insert(provider, rules);
    }

    /// The name that this installation gave itself.
    #[must_use]
    pub fn installation(&self) -> Option<&Installation> {
        self.ledger.installation.as_ref()
    }

    fn rules(&self, provider: &ProviderId) -> Option<&ProviderRules> {
        self.options.rules.get(provider)
    }
}

/// The last half of `SplitMix64`: each bit of the result depends on each bit that goes in.
fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);

    bits ^ (bits >> 31)
}
