//! Clients that are broken on purpose. Each wraps the real one and spoils one thing, and one judge has to notice.

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use homeport_core::address::Family;
use homeport_core::client::{Client, ClientOptions};
use homeport_core::event::{Action, Answer, Command, Event, Probing, Trouble};
use homeport_core::journal::{Entry, Happening, Weight};
use homeport_core::ledger::{Ledger, LedgerChange};
use homeport_core::observation::Report;
use homeport_core::plan::{Plan, PlanId};
use homeport_core::reply::Means;
use homeport_core::settings::AccountId;
use homeport_core::snapshot::{Snapshot, State};
use homeport_core::text::Texts;
use homeport_core::time::{Mono, Now};

use super::judge::Judge;
use super::options::Options;
use super::subject::Subject;

/// Numbers of plans and rounds that the real client never reaches.
const OWN_NUMBERS: u64 = 1 << 60;

/// What is spoilt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breakage {
    /// Believes the first echo service alone.
    BelievesTheFirstEcho,
    /// Sends twenty minutes late what was right then.
    SendsLate,
    /// Sends the last address again after each round.
    ResendsUnchanged,
    /// Takes a refusal for a broken connection and tries again.
    RetriesAfterRefusal,
    /// Takes `911` and `429` for a broken connection and tries again.
    IgnoresWaits,
    /// Begins each run without its ledger.
    ForgetsAtRestart,
    /// Sends with another account's secret.
    UsesAnotherAccount,
    /// Sends each name in a request of its own.
    SendsOneByOne,
    /// Sends each request twice.
    SendsTwice,
    /// Does not write down what a provider accepted.
    WritesNothingDown,
    /// Writes a thousand lines of history at each round.
    FloodsTheHistory,
    /// Shows no problem at all.
    HidesProblems,
    /// Hears nothing any more after a while.
    FallsAsleep,
    /// Does not listen to what the user does against a halt.
    IgnoresTheUser,
    /// Asks the sources every twenty seconds.
    AsksTooOften,
}

impl Breakage {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::BelievesTheFirstEcho,
        Self::SendsLate,
        Self::ResendsUnchanged,
        Self::RetriesAfterRefusal,
        Self::IgnoresWaits,
        Self::ForgetsAtRestart,
        Self::UsesAnotherAccount,
        Self::SendsOneByOne,
        Self::SendsTwice,
        Self::WritesNothingDown,
        Self::FloodsTheHistory,
        Self::HidesProblems,
        Self::FallsAsleep,
        Self::IgnoresTheUser,
        Self::AsksTooOften,
    ];

    /// The judge that has to notice.
    #[must_use]
    pub fn judge(self) -> Judge {
        match self {
            Self::BelievesTheFirstEcho | Self::SendsLate => Judge::S1,
            Self::ResendsUnchanged | Self::RetriesAfterRefusal | Self::IgnoresWaits | Self::ForgetsAtRestart => {
                Judge::S2
            }
            Self::UsesAnotherAccount => Judge::S3,
            Self::SendsOneByOne | Self::SendsTwice => Judge::S4,
            Self::WritesNothingDown => Judge::S5,
            Self::FloodsTheHistory => Judge::S6,
            Self::HidesProblems => Judge::S7,
            Self::FallsAsleep => Judge::L1,
            Self::IgnoresTheUser => Judge::L2,
            Self::AsksTooOften => Judge::L3,
        }
    }

    /// Starts a client with this breakage.
    #[must_use]
    pub fn start(self, seed: u64, now: Now) -> Box<dyn Subject> {
        let options = ClientOptions { version: "1.0.0".to_owned(), rules: Options::rules(), seed, binds: true };

        Box::new(Broken {
            breakage: self,
            inner: Client::new(options, now),
            own: VecDeque::new(),
            late: VecDeque::new(),
            last: None,
            accounts: Vec::new(),
            number: OWN_NUMBERS,
            rounds: 0,
            ask_at: None,
        })
    }
}

struct Broken {
    breakage: Breakage,
    inner: Client,
    own: VecDeque<Action>,
    late: VecDeque<(Mono, Plan)>,
    last: Option<Plan>,
    accounts: Vec<AccountId>,
    number: u64,
    rounds: u32,
    ask_at: Option<Mono>,
}

impl Broken {
    fn own_number(&mut self) -> u64 {
        self.number += 1;

        self.number
    }

    fn spoil_event(&mut self, event: Event, now: Now) -> Option<Event> {
        match (self.breakage, event) {
            (Breakage::BelievesTheFirstEcho, Event::Reported { round, report }) => {
                let mut echo = report.clone();
                echo.source.operator.push_str("-again");
                self.inner.handle(Event::Reported { round, report: echo }, now);
                Some(Event::Reported { round, report })
            }
            (Breakage::ResendsUnchanged, event @ Event::RoundEnded { .. }) => {
                if let Some(mut plan) = self.last.clone() {
                    plan.id = PlanId(self.own_number());
                    self.own.push_back(Action::Send(plan));
                }
                Some(event)
            }
            (Breakage::RetriesAfterRefusal, Event::Answered { plan, answers }) => {
                let refused = [Means::BadAuth, Means::NotEntitled, Means::Blocked, Means::NoSuchHost];
                Some(Event::Answered { plan, answers: disguise(answers, &refused) })
            }
            (Breakage::IgnoresWaits, Event::Answered { plan, answers }) => {
                let waits = [Means::RateLimited, Means::ServerTrouble];
                Some(Event::Answered { plan, answers: disguise(answers, &waits) })
            }
            (Breakage::ForgetsAtRestart, Event::Remembered(_)) => Some(Event::Remembered(Ledger::default())),
            (Breakage::FloodsTheHistory, event @ Event::RoundEnded { .. }) => {
                for _ in 0..1_000 {
                    let happening = Happening::Checked;
                    let entry = Entry { id: 0, at: now.wall, weight: Weight::Routine, happening, line: String::new() };
                    self.own.push_back(Action::Record(entry));
                }
                Some(event)
            }
            (Breakage::IgnoresTheUser, Event::Command(Command::TryAgain(_) | Command::SecretReplaced(_))) => None,
            (_, event) => {
                if let Event::Settings(settings) = &event {
                    self.accounts = settings.accounts.iter().map(|account| account.id.clone()).collect();
                }
                Some(event)
            }
        }
    }

    fn spoil_plan(&mut self, mut plan: Plan, now: Mono) -> Option<Action> {
        match self.breakage {
            Breakage::SendsLate => {
                self.late.push_back((now + Duration::from_secs(20 * 60), plan));
                return None;
            }
            Breakage::UsesAnotherAccount => {
                if let Some(other) = self.accounts.iter().find(|account| **account != plan.account) {
                    plan.account = other.clone();
                }
            }
            Breakage::SendsOneByOne => {
                for hostname in plan.hostnames.split_off(1) {
                    let id = PlanId(self.own_number());
                    self.own.push_back(Action::Send(Plan { id, hostnames: vec![hostname], ..plan.clone() }));
                }
            }
            Breakage::SendsTwice => {
                let id = PlanId(self.own_number());
                self.own.push_back(Action::Send(Plan { id, ..plan.clone() }));
            }
            _ => {}
        }
        self.last = Some(plan.clone());

        Some(Action::Send(plan))
    }

    fn is_asleep(&self) -> bool {
        self.breakage == Breakage::FallsAsleep && self.rounds > 60
    }
}

/// Refusals of these kinds look like a connection that broke.
fn disguise(
    answers: BTreeMap<homeport_core::hostname::Hostname, Answer>,
    means: &[Means],
) -> BTreeMap<homeport_core::hostname::Hostname, Answer> {
    answers
        .into_iter()
        .map(|(hostname, answer)| match answer {
            Answer::Replied(reply) if means.contains(&reply.means) => {
                (hostname, Answer::NotSent(Trouble::NoConnection("provider.example".to_owned())))
            }
            answer => (hostname, answer),
        })
        .collect()
}

impl Subject for Broken {
    fn handle(&mut self, event: Event, now: Now) {
        if self.is_asleep() {
            return;
        }
        if let Event::Reported { report: Report { said: Ok(_), .. }, .. } = &event {
            self.rounds += 1;
        }
        if let Some(event) = self.spoil_event(event, now) {
            self.inner.handle(event, now);
        }
        self.release(now);
    }

    fn handle_timeout(&mut self, now: Now) {
        if self.breakage == Breakage::AsksTooOften && self.ask_at.is_none_or(|at| at <= now.mono) {
            self.ask_at = Some(now.mono + Duration::from_secs(20));
            let round = self.own_number();
            let families = Family::BOTH.to_vec();
            self.own.push_back(Action::Probe { round, probing: Probing { families, ..Probing::default() } });
        }
        self.inner.handle_timeout(now);
        self.release(now);
    }

    fn poll_action(&mut self) -> Option<Action> {
        loop {
            if let Some(action) = self.own.pop_front() {
                return Some(action);
            }
            match self.inner.poll_action()? {
                Action::Send(plan) => {
                    let at = self.ask_at.unwrap_or_default();
                    if let Some(action) = self.spoil_plan(plan, at) {
                        return Some(action);
                    }
                }
                Action::Remember(LedgerChange::Published(..)) if self.breakage == Breakage::WritesNothingDown => {}
                action => return Some(action),
            }
        }
    }

    fn poll_timeout(&self) -> Option<Mono> {
        if self.is_asleep() {
            return None;
        }
        let late = self.late.front().map(|(at, _)| *at);
        let ask = self.ask_at.filter(|_| self.breakage == Breakage::AsksTooOften);

        [self.inner.poll_timeout(), late, ask].into_iter().flatten().min()
    }

    fn snapshot(&self, now: Now, texts: &Texts) -> Snapshot {
        let mut snapshot = self.inner.snapshot(now, texts);
        if self.breakage == Breakage::HidesProblems {
            snapshot.problems.clear();
            snapshot.state = State::Ok;
        }

        snapshot
    }
}

impl Broken {
    /// Notes the time for plans that come late, and sends those whose time has come.
    fn release(&mut self, now: Now) {
        if self.breakage == Breakage::SendsLate {
            self.ask_at = Some(now.mono);
        }
        while self.late.front().is_some_and(|(at, _)| *at <= now.mono) {
            if let Some((_, plan)) = self.late.pop_front() {
                self.own.push_back(Action::Send(plan));
            }
        }
    }
}
