//! The proof through the zone's own name servers, after each change and from time to time.

use std::net::SocketAddr;
use std::time::Duration;

use crate::address::{Family, Publishable};
use crate::event::Action;
use crate::hostname::Hostname;
use crate::journal::{Happening, Weight};
use crate::ledger::Published;
use crate::time::{DAY, Mono, Now, Wall};
use crate::verification::{self, PATIENCE, PROVE_AGAIN, Proof, Question, ServerAnswer};
use crate::webhook::Change;

use super::Client;
use super::agenda::Look;
use super::unit::{ANSWER_LIMIT, News, Place, Proving, Seat, Seen, Unit};

/// 2026-01-01: a wall clock that shows less than that is not set yet.
const FIRST_RELEASE: Wall = Wall(1_767_225_600_000);

impl Client {
    /// Every published record is proved again: after wake, and a person's click.
    pub(super) fn prove_all_again(&mut self, now: Now) {
        self.prove_all(now, |_| now.mono);
    }

    /// Every published record is proved again when its proof has become old: after start, and new settings.
    pub(super) fn prove_all_in_time(&mut self, now: Now) {
        self.prove_all(now, |fact| {
            // A proof in the future was written while a clock was wrong.
            let age = fact.proved.filter(|proved| *proved <= now.wall).map(|proved| now.wall.since(proved));

            now.mono + age.map_or(Duration::ZERO, |age| PROVE_AGAIN.saturating_sub(age))
        });
    }

    fn prove_all(&mut self, now: Now, when: impl Fn(&Published) -> Mono) {
        for unit in self.units.values_mut().chain(self.standbys.values_mut()) {
            for family in Family::BOTH {
                let fact = unit.published(&self.ledger, family);
                let record = unit.records.get_mut(family);
                if record.sending.is_some() {
                    continue; // What is being replaced needs no proof.
                }
                match (&mut record.proving, fact) {
                    (Some(proving), fact) => {
                        let at = fact.map_or(now.mono, &when);
                        proving.ask_at = proving.ask_at.map(|planned| planned.min(at));
                    }
                    (None, Some(fact)) if *unit.settings.enabled.get(family) && !fact.proxied => {
                        // It was accepted with exactly this address, so it may be asked for.
                        let mut proving = Proving::new(Publishable::typed(fact.address), now.mono, when(fact));
                        proving.beside.clone_from(&fact.beside);
                        proving.was_proved = fact.proved.is_some();
                        // What was accepted before the restart and never proved is still news.
                        proving.news = if proving.was_proved { News::Told } else { News::New };
                        record.proving = Some(proving);
                    }
                    (None, _) => {}
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
        let firsts = self.ledger.published.iter().map(|(name, facts)| (Place::first(name.clone()), facts));
        let standbys = self.ledger.standby.iter().map(|(name, facts)| (Place::standby(name.clone()), facts));
        for (place, facts) in firsts.chain(standbys) {
            for family in Family::BOTH {
                if let Some(fact) = facts.get(family)
                    && fact.accepted.since(now.wall) > DAY
                {
                    let fact = Published { accepted: now.wall, ..fact.clone() };
                    capped.push(place.publishes(family, Some(fact)));
                }
            }
        }
        for change in capped {
            self.remember(change);
        }
    }

    pub(super) fn ask_due(&mut self, look: &Look, now: Now) {
        let asking = Asking {
            chosen: self.settings.as_ref().map_or(&[], |settings| &settings.verify.nameservers),
            practice: self.practice,
            nobody_to_ask: self.facts.as_ref().is_none_or(crate::network::NetworkFacts::is_offline),
        };
        let mut questions = Vec::new();
        match look {
            Look::All => {
                let units = self.units.values_mut().chain(self.standbys.values_mut());
                units.for_each(|unit| asking.ask(unit, &mut questions, now));
            }
            Look::Account(_, changed) => {
                for place in changed {
                    if let Some(unit) = self.units.get_mut(&place.name) {
                        asking.ask(unit, &mut questions, now);
                    }
                }
            }
        }
        self.actions.extend(questions.into_iter().map(Action::Verify));
    }

    /// Returns whether something may be due now.
    pub(super) fn handle_verified(
        &mut self,
        name: &Hostname,
        family: Family,
        answers: &[ServerAnswer],
        now: Now,
    ) -> bool {
        // What the servers say of a name is true for whoever keeps it.
        let first = self.handle_verified_at(&Place::first(name.clone()), family, answers, now);
        let standby = self.standbys.contains_key(name)
            && self.handle_verified_at(&Place::standby(name.clone()), family, answers, now);

        first || standby
    }

    fn handle_verified_at(&mut self, place: &Place, family: Family, answers: &[ServerAnswer], now: Now) -> bool {
        let name = &place.name;
        let Some(unit) = self.unit_mut(place) else { return false };
        let shares_the_zone = unit.seat == Seat::Standby && unit.row == *name;
        let record = unit.records.get_mut(family);
        let Some(proving) = &mut record.proving else { return false };
        if proving.answer_by.take().is_none() {
            return false; // The answer to a question about an older address.
        }
        let expected = proving.expected();
        let proof = verification::judge(&expected, answers);
        let proof = if shares_the_zone { verification::among_others(proof, &expected, answers) } else { proof };
        proving.seen = Some(Seen { at: now.wall, answers: answers.to_vec() });
        if let (Proof::Confirmed { ttl: Some(ttl) }, false) = (&proof, proving.is_confirmed() || proving.was_proved) {
            // The servers have it for the first time: who asked a moment before keeps the old value this long.
            proving.cached_until = Some(now.wall + Duration::from_secs((*ttl).into()));
        }
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
        let decided = confirmed && unsure;
        if decided {
            // DNS has decided: the write whose answer was lost was carried out.
            record.unsure = None;
            unit.failures = 0;
            unit.retry_at = None;
            unit.trouble = None;
        }
        if confirmed && !was_confirmed {
            self.tell_proved(place, family, address, age, now);
        } else if late {
            let found = if let Proof::Different(found) = &proof { found.clone() } else { Vec::new() };
            let message = if let Proof::CannotTell(message) = &proof { message.clone() } else { String::new() };
            let happening = Happening::NotProved { hostname: name.clone(), expected: address.get(), found, message };
            self.record(Weight::Warning, happening, now);
        }

        decided
    }

    fn tell_proved(&mut self, place: &Place, family: Family, address: Publishable, age: std::time::Duration, now: Now) {
        let published = self.unit(place).and_then(|unit| unit.published(&self.ledger, family));
        let before = published.filter(|fact| fact.address == address.get());
        let first = before.is_none_or(|fact| fact.proved.is_none());
        let accepted = before.map_or(now.wall, |fact| fact.accepted);
        // What was looked for: after a write whose answer was lost, no fact tells of it.
        let proving = self.unit(place).and_then(|unit| unit.records.get(family).proving.as_ref());
        let beside = proving.map(|proving| proving.beside.clone()).unwrap_or_default();
        let fact = Published { address: address.get(), accepted, proved: None, proxied: false, beside };
        if before.is_none() {
            // That it is published is news, and must not get lost as a proof may.
            self.remember(place.publishes(family, Some(fact.clone())));
        }
        self.remember(place.publishes(family, Some(Published { proved: Some(now.wall), ..fact })));
        let weight = if first { Weight::Change } else { Weight::Routine };
        let seconds = u32::try_from(age.as_secs()).unwrap_or(u32::MAX);
        self.record(weight, Happening::Proved { hostname: place.name.clone(), address: address.get(), seconds }, now);
        self.notify(place, family, address);
    }

    /// Whether a record with this address would be news, and what stood there before.
    pub(super) fn news(&self, place: &Place, family: Family, address: Publishable) -> News {
        let Some(unit) = self.unit(place) else { return News::Told };
        let proving = || unit.records.get(family).proving.as_ref();
        match unit.published(&self.ledger, family) {
            None => News::New,
            Some(fact) if fact.address != address.get() => News::After(fact.address),
            Some(fact) if fact.proved.is_some() => News::Told,
            // Sent once more before it was proved.
            Some(_) => proving().map_or(News::Told, |proving| proving.news),
        }
    }

    /// A message that did not arrive is a line of the history, and no problem: the name is right.
    pub(super) fn tell_notified(
        &mut self,
        hostname: Option<Hostname>,
        server: String,
        trouble: Option<String>,
        now: Now,
    ) {
        let weight = if trouble.is_some() { Weight::Warning } else { Weight::Routine };
        let message = trouble.unwrap_or_default();
        self.record(weight, Happening::Notified { hostname, server, message }, now);
    }

    /// Tells the user's own server, once for each change.
    fn notify(&mut self, place: &Place, family: Family, address: Publishable) {
        let Some(unit) = self.unit_mut(place) else { return };
        let is_practice = unit.is_practice();
        let proving = unit.records.get_mut(family).proving.as_mut();
        let old = match proving.map(|proving| std::mem::take(&mut proving.news)) {
            Some(News::New) => None,
            Some(News::After(old)) => Some(old),
            Some(News::Told) | None => return,
        };
        let wanted = self.settings.as_ref().is_some_and(|settings| settings.webhook.is_some());
        if wanted && !is_practice {
            let change = Change { hostname: place.name.clone(), family, address: address.get(), old };
            self.actions.push_back(Action::Notify(change));
        }
    }
}

/// Whom the questions go to.
struct Asking<'a> {
    /// The servers that the user chose.
    chosen: &'a [SocketAddr],
    /// The port of the practice server.
    practice: Option<u16>,
    /// There is no network.
    nobody_to_ask: bool,
}

impl Asking<'_> {
    /// Asks what is due of one unit.
    fn ask(&self, unit: &mut Unit, questions: &mut Vec<Question>, now: Now) {
        let practice = unit.is_practice();
        let nobody_to_ask = if practice { self.practice.is_none() } else { self.nobody_to_ask };
        if nobody_to_ask {
            unit.ask_later(now.mono);
            return;
        }
        for family in Family::BOTH {
            let Some(proving) = &mut unit.records.get_mut(family).proving else { continue };
            let lost = proving.answer_by.is_some_and(|limit| limit <= now.mono);
            if lost || proving.ask_at.is_some_and(|at| at <= now.mono) {
                proving.ask_at = None;
                proving.answer_by = Some(now.mono + ANSWER_LIMIT);
                let nameservers = match self.practice {
                    Some(port) if practice => vec![SocketAddr::from(([127, 0, 0, 1], port))],
                    _ => self.chosen.to_vec(),
                };
                let hostname = unit.settings.name.clone();
                questions.push(Question { hostname, expected: proving.address, nameservers });
            }
        }
    }
}
