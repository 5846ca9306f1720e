//! Carrying out what the client wants, as the shell does.

use std::collections::VecDeque;

use homeport_core::event::{Action, Event, Probing, SecretState};
use homeport_core::plan::Plan;
use homeport_core::verification::Question;

use super::{Activity, Doom, SECOND, Violation, World};
use crate::simulation::clock::MINUTE;
use crate::simulation::echo;
use crate::simulation::judge::check_snapshot;
use crate::simulation::options::{Kind, kind_of};
use crate::simulation::provider::Way;

/// A round ends at the latest after this time.
const ROUND: u64 = 10 * SECOND;

impl World<'_> {
    /// Takes all actions and carries them out.
    pub(super) fn drain(&mut self) -> Result<(), Violation> {
        let mut count = 0;
        let mut writes = false;
        while let Some(action) = self.subject.poll_action() {
            count += 1;
            let hostnames = self.settings.hostnames.len();
            let bounded = self.bounds.action(&action, hostnames, self.clock.real);
            self.check(bounded)?;
            let bounded = self.bounds.drained(count, hostnames);
            self.check(bounded)?;
            self.note_action(&action);
            writes |= matches!(action, Action::Remember(_));
            self.carry_out(action)?;
            if let Some(Doom::Actions(left)) = self.doom {
                self.doom = (left > 0).then(|| Doom::Actions(left - 1));
                if left == 0 {
                    return self.die();
                }
            }
        }
        self.coverage.step(self.active, self.activity());
        if self.look {
            self.look = false;
            if !self.store.full {
                let committed = match self.store.load() {
                    Ok(ledger) => self.judges.commit(&ledger),
                    Err(words) => Err(Violation { judge: super::Judge::S5, words }),
                };
                self.check(committed)?;
            }
            self.check_shown()?;
        } else if writes && !self.store.full {
            self.look = false;
        }

        Ok(())
    }

    pub(super) fn check_shown(&mut self) -> Result<(), Violation> {
        let snapshot = self.subject.snapshot(self.clock.now(), &self.texts);
        let shown = check_snapshot(&self.judges, &snapshot, self.clock.real);

        self.check(shown)
    }

    pub(super) fn activity(&self) -> Activity {
        let (halted, waiting) = self.judges.has_suspensions(self.clock.real);
        if self.judges.is_paused(self.clock.real) {
            Activity::Paused
        } else if self.judges.is_sending() {
            Activity::Request
        } else if self.probing > 0 {
            Activity::Round
        } else if self.judges.is_unsure() {
            Activity::Unsure
        } else if waiting {
            Activity::Waiting
        } else if halted {
            Activity::Halted
        } else {
            Activity::Idle
        }
    }

    fn carry_out(&mut self, action: Action) -> Result<(), Violation> {
        match action {
            Action::ReadNetwork { read } => {
                self.counts.reads += 1;
                let facts = self.home.facts(self.active);
                self.tell_after(2, Event::Network { read, facts });
            }
            Action::Probe { round, probing } => self.probe(round, &probing),
            Action::LetGo => {}
            Action::WatchRouter(gateway) => self.watch_router(gateway),
            Action::AskRouter(protocols) => self.ask_router(&protocols),
            Action::Pulse { through } => self.pulse(through.as_ref()),
            Action::Send(plan) => self.send(plan)?,
            Action::Verify(question) => self.verify(question),
            Action::Remember(change) => {
                let written = self.store.write(&change);
                self.check(written.map_err(|words| Violation { judge: super::Judge::S5, words }))?;
            }
            Action::Record(_) | Action::Notify(_) => {}
        }

        Ok(())
    }

    fn probe(&mut self, round: u64, probing: &Probing) {
        let Probing { families, more, through, .. } = probing;
        let more = *more;
        self.figures.rounds += 1;
        self.counts.rounds += 1;
        self.probing += 1;
        if !more {
            self.judges.note_round(families, self.clock.real);
        }
        let (way, faults) = (self.way(), self.active);
        let (usual, further) = std::mem::take(&mut self.sources);
        let mut reports = VecDeque::new();
        for family in families {
            let question = echo::Question {
                family: *family,
                seen: self.home.seen(*family, faults, through.get(*family).is_some()),
                before: *self.before.get(*family),
                way: if way == Way::None && self.home.has(*family, faults) { Way::None } else { way },
                faults,
                operators: if more { &further } else { &usual },
                first: if more { usual.len() } else { 0 },
                liar: self.liar,
            };
            reports.extend(echo::answers(&question, &mut self.random));
        }
        self.sources = (usual, further);
        let mut last = 1;
        for (took, report) in reports {
            let took = took.min(ROUND);
            last = last.max(took);
            self.tell_after(took, Event::Reported { round, report });
        }
        self.tell_after(last, Event::RoundEnded { round });
    }

    fn send(&mut self, plan: Plan) -> Result<(), Violation> {
        self.figures.requests += 1;
        // A refresh that keeps a name from being dropped is a scheduled one.
        if kind_of(&plan.provider) != Some(Kind::KeepAlive) {
            self.counts.requests += 1;
        }
        let clock_is_right = self.clock.wall_is_right();
        for judged in self.judges.request(&plan, &self.home, self.clock.real, clock_is_right) {
            self.check(judged)?;
        }
        let way = self.way();
        let talk = self.providers.converse(&plan, way, self.active, &mut self.random, self.clock.real);
        if let Some(state) = talk.secret {
            self.tell_after(talk.took, Event::Secret(plan.account.clone(), state));
        } else if self.judges.secret(&plan.account).is_some_and(|state| state != SecretState::Ready) {
            self.tell_after(1, Event::Secret(plan.account.clone(), SecretState::Ready));
        }
        self.tell_after(talk.took, Event::Answered { plan: plan.id, answers: talk.answers });
        if self.doom == Some(Doom::Request) {
            self.doom = Some(Doom::Actions(0));
        }

        Ok(())
    }

    fn verify(&mut self, question: Question) {
        self.counts.questions += 1;
        let family = question.expected.family();
        let (took, answers) = match self.way() {
            Way::Open => {
                let (propagation, real) = (self.options.propagation, self.clock.real);
                let served = self.providers.served(&question.hostname, family, self.active, propagation, real);
                (self.random.between(10, 300), served)
            }
            Way::NoDns | Way::Portal => (50, Vec::new()),
            Way::None | Way::Blocked => (5 * SECOND, Vec::new()),
        };
        self.tell_after(took, Event::Verified { hostname: question.hostname, family, answers });
    }

    /// How long a fault of the network lasts.
    pub(super) fn short(&mut self) -> u64 {
        self.random.between(30 * SECOND, 30 * MINUTE)
    }
}
