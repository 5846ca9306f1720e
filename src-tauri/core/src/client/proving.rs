//! The proof through the zone's own name servers, after each change and from time to time.

use std::net::SocketAddr;

use crate::address::{Family, Publishable};
use crate::event::Action;
use crate::hostname::Hostname;
use crate::journal::{Happening, Weight};
use crate::ledger::{LedgerChange, Published};
use crate::time::{DAY, Now, Wall};
use crate::verification::{self, PATIENCE, Proof, Question, ServerAnswer};

use super::Client;
use super::unit::{ANSWER_LIMIT, Proving};

/// 2026-01-01: a wall clock that shows less than that is not set yet.
const FIRST_RELEASE: Wall = Wall(1_767_225_600_000);

impl Client {
    /// Every published record is proved again: after start, wake, and a person's click.
    pub(super) fn prove_all_again(&mut self, now: Now) {
        for (name, unit) in &mut self.units {
            for family in Family::BOTH {
                let record = unit.records.get_mut(family);
                if record.sending.is_some() {
                    continue; // What is being replaced needs no proof.
                }
                match &mut record.proving {
                    Some(proving) if proving.ask_at.is_some() => proving.ask_at = Some(now.mono),
                    Some(_) => {}
                    None => {
                        let fact = self.ledger.published.get(name).and_then(|facts| facts.get(family).as_ref());
                        let provable = fact.filter(|fact| *unit.settings.enabled.get(family) && !fact.proxied);
                        let Some(fact) = provable else { continue };
                        // It was accepted with exactly this address, so it may be asked for.
                        let mut proving = Proving::new(Publishable::typed(fact.address), now.mono, now.mono);
                        proving.was_proved = fact.proved.is_some();
                        record.proving = Some(proving);
                    }
                }
            }
        }
    }

    /// An acceptance in the future was written while the wall clock was wrong. It counts from now, or a name that has to
    /// be refreshed each month would wait for years.
    pub(super) fn cap_acceptances(&mut self, now: Now) {
        if now.wall < FIRST_RELEASE {
            return; // It is this clock that is wrong.
        }
        let mut capped = Vec::new();
        for (name, facts) in &self.ledger.published {
            for family in Family::BOTH {
                if let Some(fact) = facts.get(family)
                    && fact.accepted.since(now.wall) > DAY
                {
                    let fact = Published { accepted: now.wall, ..fact.clone() };
                    capped.push(LedgerChange::Published(name.clone(), family, Some(fact)));
                }
            }
        }
        for change in capped {
            self.remember(change);
        }
    }

    pub(super) fn ask_due(&mut self, now: Now) {
        let nobody_to_ask = self.facts.as_ref().is_none_or(crate::network::NetworkFacts::is_offline);
        let mut questions = Vec::new();
        for (name, unit) in &mut self.units {
            let practice = unit.is_practice();
            if if practice { self.practice.is_none() } else { nobody_to_ask } {
                unit.ask_later(now.mono);
                continue;
            }
            let nameservers: Vec<SocketAddr> = match self.practice {
                Some(port) if practice => vec![SocketAddr::from(([127, 0, 0, 1], port))],
                _ => self.settings.as_ref().map(|settings| settings.verify.nameservers.clone()).unwrap_or_default(),
            };
            for family in Family::BOTH {
                let Some(proving) = &mut unit.records.get_mut(family).proving else { continue };
                let lost = proving.answer_by.is_some_and(|limit| limit <= now.mono);
                if lost || proving.ask_at.is_some_and(|at| at <= now.mono) {
                    proving.ask_at = None;
                    proving.answer_by = Some(now.mono + ANSWER_LIMIT);
                    questions.push(Question {
                        hostname: name.clone(),
                        expected: proving.address,
                        nameservers: nameservers.clone(),
                    });
                }
            }
        }
        self.actions.extend(questions.into_iter().map(Action::Verify));
    }

    pub(super) fn handle_verified(&mut self, name: &Hostname, family: Family, answers: &[ServerAnswer], now: Now) {
        let Some(unit) = self.units.get_mut(name) else { return };
        let record = unit.records.get_mut(family);
        let Some(proving) = &mut record.proving else { return };
        if proving.answer_by.take().is_none() {
            return; // The answer to a question about an older address.
        }
        let proof = verification::judge(proving.address.get(), answers);
        proving.attempts += 1;
        let age = now.mono.since(proving.since);
        let wait = verification::next_wait(&proof, proving.attempts, age);
        proving.ask_at = Some(now.mono + wait);
        let confirmed = matches!(proof, Proof::Confirmed { .. });
        let late = !confirmed && age > PATIENCE && !proving.told;
        proving.told |= late;
        let (address, was_confirmed) = (proving.address, proving.is_confirmed());
        // Servers that cannot be asked, as in the first second after wake, do not undo what was found before.
        if !matches!((&proof, &proving.last), (Proof::CannotTell(_), Some(Proof::Different(_) | Proof::NotYet))) {
            proving.last = Some(proof.clone());
        }
        if confirmed {
            // The next doubt gets the whole patience again.
            proving.since = now.mono;
            proving.attempts = 0;
            proving.told = false;
            proving.was_proved = true;
        }
        let unsure = record.unsure.as_ref().is_some_and(|unsure| unsure.address == address);
        if confirmed && unsure {
            // DNS has decided: the write whose answer was lost was carried out.
            record.unsure = None;
            unit.failures = 0;
            unit.retry_at = None;
            unit.trouble = None;
        }
        if confirmed && !was_confirmed {
            self.tell_proved(name, family, address, age, now);
        } else if late {
            let found = if let Proof::Different(found) = &proof { found.clone() } else { Vec::new() };
            let message = if let Proof::CannotTell(message) = &proof { message.clone() } else { String::new() };
            let happening = Happening::NotProved { hostname: name.clone(), expected: address.get(), found, message };
            self.record(Weight::Warning, happening, now);
        }
    }

    fn tell_proved(
        &mut self,
        name: &Hostname,
        family: Family,
        address: Publishable,
        age: std::time::Duration,
        now: Now,
    ) {
        let before = self.published(name, family).filter(|fact| fact.address == address.get());
        let first = before.is_none_or(|fact| fact.proved.is_none());
        let accepted = before.map_or(now.wall, |fact| fact.accepted);
        let fact = Published { address: address.get(), accepted, proved: Some(now.wall), proxied: false };
        self.remember(LedgerChange::Published(name.clone(), family, Some(fact)));
        let weight = if first { Weight::Change } else { Weight::Routine };
        let seconds = u32::try_from(age.as_secs()).unwrap_or(u32::MAX);
        self.record(weight, Happening::Proved { hostname: name.clone(), address: address.get(), seconds }, now);
    }
}
