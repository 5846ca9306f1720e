//! The judges: what must hold whatever happens. They know the world and believe nothing that the client says of itself.

mod bounds;
mod requests;
mod shown;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::net::IpAddr;

use homeport_core::address::Family;
use homeport_core::event::{Answer, Command, Event, Hint, SecretState};
use homeport_core::hostname::Hostname;
use homeport_core::ledger::{Ledger, Subject};
use homeport_core::plan::{Plan, PlanId};
use homeport_core::reply::Means;
use homeport_core::settings::{AccountId, ProviderId, Settings};

use super::clock::{DAY, HOUR, MINUTE, SECOND};

pub use bounds::Bounds;
pub use shown::check_snapshot;

/// What must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judge {
    /// Never write an address that the world did not have during the round.
    S1,
    /// No rule of a provider is broken.
    S2,
    /// A secret goes only where it belongs.
    S3,
    /// At most one request for a provider's batch and a confirmed change.
    S4,
    /// The durable state always loads, and says what was accepted.
    S5,
    /// Memory, queues and journal are bounded.
    S6,
    /// Every suspension is shown, with its cause and what to do.
    S7,
    /// Once the faults end, all healthy names are right within a minute.
    L1,
    /// Nothing is left that only a restart heals.
    L2,
    /// An idle system sends nothing but its scheduled checks.
    L3,
}

/// Something that must hold did not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Who says so.
    pub judge: Judge,
    /// What happened, in words.
    pub words: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:?}: {}", self.judge, self.words)
    }
}

/// No request for an account or a name before this time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wait {
    /// The true time of its end.
    pub(super) until: u64,
    /// The answer that asked for it.
    pub(super) means: Means,
    /// The wall clock was wrong then: what is stored of the wait is off by as much.
    pub(super) clock_was_wrong: bool,
}

/// What a client knows that behaves well.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    pub(super) halts: BTreeMap<Subject, Means>,
    pub(super) waits: BTreeMap<Subject, Wait>,
    pub(super) accepted: BTreeMap<(Hostname, Family), Accepted>,
    /// Names that may be sent although nothing changed, until it is accepted: the user asked for it. A process that dies
    /// before it has noted the acceptance may do it once more.
    pub(super) allowed: BTreeSet<(Hostname, Family)>,
    /// Names and accounts whose last answer was no success and no refusal: the client waits by its own table.
    troubled: BTreeSet<Subject>,
}

/// An address that the provider accepted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Accepted {
    pub(super) address: IpAddr,
    pub(super) at: u64,
    /// The wall clock was wrong then.
    pub(super) clock_was_wrong: bool,
}

/// An answer that left it open whether the record has this address now.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    pub(super) address: IpAddr,
    pub(super) at: u64,
}

/// A request, and when it left.
#[derive(Debug, Clone)]
pub(super) struct Wave {
    pub(super) at: u64,
    pub(super) plan: Plan,
}

/// What all judges of requests have to remember.
#[derive(Debug, Default)]
pub struct Judges {
    pub(super) settings: Settings,
    pub(super) known: Known,
    durable: Known,
    pub(super) in_flight: BTreeMap<PlanId, Wave>,
    /// When the name could last have been sent again, and not earlier.
    free_since: BTreeMap<Hostname, u64>,
    all_free_since: u64,
    /// Names with an answer that left it open whether the change was applied.
    pub(super) unsure: BTreeMap<(Hostname, Family), Open>,
    /// Names whose last request got no answer: the client waits for up to ten minutes before the next.
    unanswered: BTreeSet<Hostname>,
    /// Names that once got an answer that was not understood: they go alone until the next good one.
    pub(super) alone: BTreeSet<Hostname>,
    /// A provider keeps its own pace, and knows nothing of another one.
    last_request: BTreeMap<(ProviderId, Hostname), u64>,
    /// Until when the provider's pace keeps the name back, by a clock that stands still in sleep, as the client's does.
    paced_until: BTreeMap<Hostname, u64>,
    waves: BTreeMap<AccountId, Wave>,
    clock_is_wrong: bool,
    pub(super) paused_until: Option<u64>,
    pub(super) secrets: BTreeMap<AccountId, SecretState>,
    /// When the rounds began that ask for each family, newest last.
    rounds: [Vec<u64>; 2],
}

impl Judges {
    /// Takes note of an event that reaches the client.
    pub fn before(&mut self, event: &Event, real: u64, clock_is_wrong: bool) {
        self.clock_is_wrong = clock_is_wrong;
        match event {
            Event::Settings(settings) => {
                self.note_settings(settings);
                self.all_free_since = real;
            }
            // A pause may end when the wall clock says so, and sleep and a clock that is set look alike.
            Event::Hint(Hint::Woke) if self.paused_until != Some(u64::MAX) => self.paused_until = None,
            Event::Answered { plan, answers } => self.note_answers(*plan, answers, real),
            Event::Secret(account, state) => {
                self.secrets.insert(account.clone(), *state);
                self.all_free_since = real;
            }
            Event::Command(command) => {
                self.note_command(command, real);
                self.all_free_since = real;
            }
            _ => {}
        }
    }

    /// A round begins that asks for these families.
    pub fn note_round(&mut self, families: &[Family], real: u64) {
        for family in families {
            let rounds = &mut self.rounds[usize::from(*family == Family::Ipv6)];
            rounds.push(real);
            if rounds.len() > 3 {
                rounds.remove(0);
            }
        }
    }

    fn note_settings(&mut self, settings: &Settings) {
        for hostname in &settings.hostnames {
            if self.settings.hostname(&hostname.name) != Some(hostname) {
                // The user touched it: its halts may be lifted, and what is remembered of it may be forgotten.
                self.lift(&Subject::Hostname(hostname.name.clone()));
                self.durable.waits.remove(&Subject::Hostname(hostname.name.clone()));
                self.known.waits.remove(&Subject::Hostname(hostname.name.clone()));
                self.allow(&hostname.name);
            }
        }
        self.settings = settings.clone();
    }

    fn allow(&mut self, hostname: &Hostname) {
        for family in Family::BOTH {
            self.known.allowed.insert((hostname.clone(), family));
            self.durable.allowed.insert((hostname.clone(), family));
        }
    }

    /// The user acted: the halt is lifted, and if the note of that is lost in a crash, nothing is worse than before.
    fn lift(&mut self, subject: &Subject) {
        self.known.halts.remove(subject);
        self.durable.halts.remove(subject);
    }

    fn note_command(&mut self, command: &Command, real: u64) {
        match command {
            Command::Pause(span) => {
                let span = span.map_or(u64::MAX, |span| u64::try_from(span.as_millis()).unwrap_or(u64::MAX));
                self.paused_until = Some(real.saturating_add(span));
            }
            Command::Resume => self.paused_until = None,
            Command::TryAgain(hostname) => {
                self.allow(hostname);
                self.lift(&Subject::Hostname(hostname.clone()));
                let account = self.settings.hostname(hostname).map(|settings| settings.account.clone());
                if let Some(account) = account {
                    let provider = self.settings.account(&account).map(|account| account.provider.clone());
                    self.lift(&Subject::Account(account));
                    if let Some(provider) = provider {
                        self.lift(&Subject::Provider(provider));
                    }
                }
            }
            Command::SecretReplaced(account) => {
                self.lift(&Subject::Account(account.clone()));
                self.secrets.insert(account.clone(), SecretState::Ready);
            }
            // Homes that are carried away have a test of their own.
            Command::CheckNow | Command::UpdateHere => {}
        }
    }

    fn note_answers(&mut self, id: PlanId, answers: &BTreeMap<Hostname, Answer>, real: u64) {
        let Some(Wave { plan, .. }) = self.in_flight.remove(&id) else { return };
        for (hostname, answer) in answers {
            self.free_since.insert(hostname.clone(), real);
            // The user moved it to another account meanwhile: what the old one answers is about the past.
            if self.settings.hostname(hostname).is_some_and(|settings| settings.account != plan.account) {
                continue;
            }
            match answer {
                Answer::Replied(reply) => self.note_reply(&plan, hostname, reply, real),
                Answer::NoSecret => {}
                Answer::NotSent(_) => {
                    self.unanswered.insert(hostname.clone());
                }
                Answer::Uncertain(_) => {
                    self.unanswered.insert(hostname.clone());
                    note_unsure(&mut self.unsure, &Plan { hostnames: vec![hostname.clone()], ..plan.clone() }, real);
                }
            }
        }
    }

    fn note_reply(&mut self, plan: &Plan, hostname: &Hostname, reply: &homeport_core::reply::Reply, real: u64) {
        self.unanswered.remove(hostname);
        match reply.means {
            Means::RateLimited | Means::ServerTrouble => {
                self.known.troubled.insert(Subject::Account(plan.account.clone()));
            }
            Means::Unknown => {
                self.known.troubled.insert(Subject::Hostname(hostname.clone()));
                self.alone.insert(hostname.clone());
            }
            Means::Good | Means::Unchanged => {
                self.known.troubled.remove(&Subject::Account(plan.account.clone()));
                self.known.troubled.remove(&Subject::Hostname(hostname.clone()));
            }
            _ => {}
        }
        let account = || Subject::Account(plan.account.clone());
        let name = || Subject::Hostname(hostname.clone());
        match reply.means {
            Means::Good | Means::Unchanged => {
                let clock_was_wrong = self.clock_is_wrong;
                self.known.waits.remove(&account());
                self.known.waits.remove(&name());
                for family in Family::BOTH {
                    let Some(address) = plan.addresses.get(family) else { continue };
                    let key = (hostname.clone(), family);
                    self.unsure.remove(&key);
                    if reply.address.is_some_and(|said| said != address.get()) {
                        self.known.accepted.remove(&key);
                    } else {
                        self.known.allowed.remove(&key);
                        self.known.accepted.insert(key, Accepted { address: address.get(), at: real, clock_was_wrong });
                    }
                }
            }
            Means::BadAuth | Means::NotEntitled => {
                self.known.halts.insert(account(), reply.means);
            }
            Means::NoSuchHost | Means::NotYours | Means::Blocked | Means::BadRequest => {
                self.known.halts.insert(name(), reply.means);
            }
            Means::ClientRefused => {
                self.known.halts.insert(Subject::Provider(plan.provider.clone()), reply.means);
            }
            Means::RateLimited | Means::ServerTrouble => {
                let asked = reply.retry_after.map(|span| u64::try_from(span.as_millis()).unwrap_or(u64::MAX));
                let span = asked.unwrap_or(MINUTE).clamp(MINUTE, DAY);
                self.known.waits.insert(
                    account(),
                    Wait { until: real + span, means: reply.means, clock_was_wrong: self.clock_is_wrong },
                );
            }
            Means::Unknown => {}
        }
    }

    /// The process started: it knows only what was durable. A wall clock that was moved in between excuses the waits.
    pub fn restart(&mut self, ledger: &Ledger, real: u64, wall_moved: bool) {
        self.known = self.durable.clone();
        if wall_moved {
            self.known.waits.clear();
            self.durable.waits.clear();
        }
        self.known.waits.retain(|_, wait| !wait.clock_was_wrong);
        self.durable.waits.retain(|_, wait| !wait.clock_was_wrong);
        // What was under way when the process died, or whose answer was open, may have been applied, and the new process
        // cannot know. It may ask at once: providers bear one `nochg` at a start.
        self.unsure.values_mut().for_each(|open| open.at = 0);
        for sent in std::mem::take(&mut self.in_flight).into_values() {
            note_unsure(&mut self.unsure, &sent.plan, 0);
        }
        self.unanswered.clear();
        // A pause goes on if it was written down; when it ends, a wall clock that was moved decides, if it ends by itself.
        let goes_on = |until: &u64| ledger.paused.is_some() && (!wall_moved || *until == u64::MAX);
        self.paused_until = self.paused_until.filter(goes_on);
        self.last_request.clear();
        self.paced_until.clear();
        self.waves.clear();
        self.secrets.clear();
        self.all_free_since = real;
        self.rounds = [Vec::new(), Vec::new()];
    }

    /// What is stored is an older state: nobody can know what came after it.
    pub fn fall_back(&mut self) {
        let troubled = self.known.troubled.union(&self.durable.troubled).cloned().collect();
        self.durable = Known { troubled, ..Known::default() };
        self.unsure.clear();
    }

    /// Every action of an event was carried out while the disk took writes: what is known is durable now.
    ///
    /// # Errors
    ///
    /// S5, when the ledger does not say what was accepted, refused or asked.
    pub fn commit(&mut self, ledger: &Ledger) -> Result<(), Violation> {
        let violated = |words: String| Err(Violation { judge: Judge::S5, words });
        for ((hostname, family), accepted) in &self.known.accepted {
            if self.settings.hostname(hostname).is_none() {
                continue;
            }
            let fact = ledger.published.get(hostname).and_then(|facts| facts.get(*family).as_ref());
            let newest = self.durable.accepted.get(&(hostname.clone(), *family));
            if newest.is_none_or(|old| old.at != accepted.at)
                && fact.is_none_or(|fact| fact.address != accepted.address)
            {
                return violated(format!("{} was accepted for {hostname} and is not in the ledger", accepted.address));
            }
        }
        for (subject, means) in &self.known.halts {
            if !self.durable.halts.contains_key(subject) && !ledger.halted.contains_key(subject) {
                return violated(format!("{subject:?} was halted by {means:?} and that is not in the ledger"));
            }
        }
        for (subject, wait) in &self.known.waits {
            if !self.durable.waits.contains_key(subject) && !ledger.not_before.contains_key(subject) {
                return violated(format!("{subject:?} has to wait by {:?} and that is not in the ledger", wait.means));
            }
        }
        self.durable.clone_from(&self.known);

        Ok(())
    }

    /// The halt or the wait that keeps a name from being sent, if one does.
    #[must_use]
    pub fn suspended(&self, hostname: &Hostname, real: u64) -> Option<Means> {
        let account = &self.settings.hostname(hostname)?.account;
        let provider = &self.settings.account(account)?.provider;
        [Subject::Provider(provider.clone()), Subject::Account(account.clone()), Subject::Hostname(hostname.clone())]
            .iter()
            .find_map(|subject| {
                let halt = self.known.halts.get(subject).copied();
                let wait = self.known.waits.get(subject).filter(|wait| wait.until > real).map(|wait| wait.means);
                halt.or(wait)
            })
    }

    /// Whether a request is under way.
    #[must_use]
    pub fn is_sending(&self) -> bool {
        !self.in_flight.is_empty()
    }

    /// Whether a request for this name is under way.
    #[must_use]
    pub fn is_sending_of(&self, hostname: &Hostname) -> bool {
        self.in_flight.values().any(|sent| sent.plan.hostnames.contains(hostname))
    }

    /// Whether the last request for this name got no answer, or has not got it yet.
    #[must_use]
    pub fn is_unanswered(&self, hostname: &Hostname) -> bool {
        self.unanswered.contains(hostname) || self.is_sending_of(hostname)
    }

    /// Whether the client waits by its own table because of the last answer to this name's account.
    #[must_use]
    pub fn is_account_troubled(&self, hostname: &Hostname) -> bool {
        let account = self.settings.hostname(hostname).map(|settings| Subject::Account(settings.account.clone()));

        account.is_some_and(|account| self.known.troubled.contains(&account))
    }

    /// Whether the client waits by its own table because the last answer to this name was not understood.
    #[must_use]
    pub fn is_not_understood(&self, hostname: &Hostname) -> bool {
        self.known.troubled.contains(&Subject::Hostname(hostname.clone()))
    }

    /// A request whose answer did not come within four minutes has been given up by the client.
    pub fn give_up(&mut self, real: u64) {
        let lost: Vec<PlanId> =
            self.in_flight.iter().filter(|(_, sent)| sent.at + LOST <= real).map(|(id, _)| *id).collect();
        for id in lost {
            let Some(sent) = self.in_flight.remove(&id) else { continue };
            note_unsure(&mut self.unsure, &sent.plan, 0);
            for hostname in sent.plan.hostnames {
                self.free_since.insert(hostname.clone(), real);
                self.unanswered.insert(hostname);
            }
        }
    }

    /// When a name was last accepted, as far as the client can know. What a wrong clock dated counts from when the clock
    /// was right again, and how long the machine slept between is lost.
    #[must_use]
    pub fn accepted_at(&self, hostname: &Hostname) -> Option<u64> {
        let accepted = Family::BOTH.map(|family| self.known.accepted.get(&(hostname.clone(), family)));
        if accepted.iter().flatten().any(|accepted| accepted.clock_was_wrong) {
            return None;
        }

        accepted.iter().flatten().map(|accepted| accepted.at).max()
    }

    /// Whether an answer is open.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        !self.unsure.is_empty()
    }

    /// What the client was told last of an account's secrets.
    #[must_use]
    pub fn secret(&self, account: &AccountId) -> Option<SecretState> {
        self.secrets.get(account).copied()
    }

    /// Whether everything is paused.
    #[must_use]
    pub fn is_paused(&self, real: u64) -> bool {
        self.paused_until.is_some_and(|until| until > real)
    }

    /// Whether a refusal or a wait is in force anywhere.
    #[must_use]
    pub fn has_suspensions(&self, real: u64) -> (bool, bool) {
        (!self.known.halts.is_empty(), self.known.waits.values().any(|wait| wait.until > real))
    }
}

/// It is open whether these records were changed.
fn note_unsure(unsure: &mut BTreeMap<(Hostname, Family), Open>, plan: &Plan, at: u64) {
    for hostname in &plan.hostnames {
        for family in Family::BOTH {
            let Some(address) = plan.addresses.get(family) else { continue };
            unsure.insert((hostname.clone(), family), Open { address: address.get(), at });
        }
    }
}

/// The longest time for which an observation may be old when it is published: the check interval, its jitter, a round,
/// and a process that stood still for a minute.
pub(super) const FRESH: u64 = 8 * MINUTE;
/// How close two requests may be that could have been one.
pub(super) const TOGETHER: u64 = 30 * SECOND;
/// When the client gives up waiting for an answer: a moment before it can do so.
const LOST: u64 = 239 * SECOND;
/// How long after an open answer the same address is not to be sent again.
pub(super) const OPEN: u64 = MINUTE;
/// How long before a name is dropped by its provider it may be refreshed.
pub(super) const REFRESH: u64 = 28 * DAY - HOUR;
