//! The judges of requests: S1 to S4.

use homeport_core::address::Family;
use homeport_core::hostname::Hostname;
use homeport_core::ledger::Subject;
use homeport_core::plan::Plan;

use super::super::home::Home;
use super::super::options::{Kind, kind_of};
use super::{FRESH, Judge, Judges, OPEN, Open, REFRESH, TOGETHER, Violation, Wave};

impl Judges {
    /// Judges a request that is about to leave. One result for each judge: whoever listens to one only still gets it.
    pub fn request(&mut self, plan: &Plan, home: &Home, real: u64, clock_is_right: bool) -> [Result<(), Violation>; 5] {
        self.give_up(real);
        let results = [
            self.belongs(plan),
            self.is_true(plan, home, real),
            self.keeps_the_rules(plan, real),
            self.is_needed(plan, real, clock_is_right),
            self.is_one(plan, real),
        ];
        let pace = kind_of(&plan.provider).map_or(0, |kind| kind.rules().pace.as_millis());
        for hostname in &plan.hostnames {
            self.last_request.insert((plan.provider.clone(), hostname.clone()), real);
            self.paced_until.insert(hostname.clone(), real.saturating_add(u64::try_from(pace).unwrap_or(0)));
        }
        self.in_flight.insert(plan.id, Wave { at: real, plan: plan.clone() });

        results
    }

    /// The machine is about to sleep for this long.
    pub fn note_sleep(&mut self, span: u64, real: u64) {
        for until in self.paced_until.values_mut().filter(|until| **until > real) {
            *until = until.saturating_add(span);
        }
    }

    /// S3: account, provider and names belong together.
    fn belongs(&self, plan: &Plan) -> Result<(), Violation> {
        let violated = |words: String| Err(Violation { judge: Judge::S3, words });
        let Some(account) = self.settings.account(&plan.account) else {
            return violated(format!("a request for {}, which is no account", plan.account));
        };
        if account.provider != plan.provider {
            return violated(format!("the secret of {} would go to {}", plan.account, plan.provider));
        }
        for hostname in &plan.hostnames {
            let Some(settings) = self.settings.hostname(hostname) else {
                return violated(format!("a request for {hostname}, which is not in the settings"));
            };
            if settings.account != plan.account {
                return violated(format!("{hostname} would be sent with the secret of {}", plan.account));
            }
            for family in Family::BOTH {
                if plan.addresses.get(family).is_some() && !*settings.enabled.get(family) {
                    return violated(format!("{hostname} would be sent with {family}, which is switched off"));
                }
            }
        }

        Ok(())
    }

    /// S1: the addresses were the right ones at some moment since the round began.
    fn is_true(&self, plan: &Plan, home: &Home, real: u64) -> Result<(), Violation> {
        for family in Family::BOTH {
            let Some(address) = plan.addresses.get(family) else { continue };
            let rounds = &self.rounds[usize::from(family == Family::Ipv6)];
            // The newest round may still be under way, so that the one before it counts.
            let since = rounds.iter().rev().nth(1).or(rounds.first()).copied().unwrap_or(0);
            let since = since.max(real.saturating_sub(FRESH));
            if !home.was_right_since(address.get(), since) {
                let words = format!("{address} would be written, which is not an address of this home since {since}");
                return Err(Violation { judge: Judge::S1, words });
            }
        }

        Ok(())
    }

    /// S2: halts, waits, pace, batch and pause.
    fn keeps_the_rules(&self, plan: &Plan, real: u64) -> Result<(), Violation> {
        let violated = |words: String| Err(Violation { judge: Judge::S2, words });
        let mut subjects = vec![Subject::Provider(plan.provider.clone()), Subject::Account(plan.account.clone())];
        subjects.extend(plan.hostnames.iter().cloned().map(Subject::Hostname));
        for subject in &subjects {
            if let Some(means) = self.known.halts.get(subject) {
                return violated(format!("{subject:?} is halted by {means:?}, and a request leaves"));
            }
            if let Some(wait) = self.known.waits.get(subject).filter(|wait| wait.until > real) {
                return violated(format!("{subject:?} has to wait until {} by {:?}", wait.until, wait.means));
            }
        }
        if self.is_paused(real) {
            return violated("everything is paused, and a request leaves".to_owned());
        }
        let Some(kind) = kind_of(&plan.provider) else {
            return violated(format!("{} is no provider", plan.provider));
        };
        let rules = kind.rules();
        if plan.hostnames.is_empty() || plan.hostnames.len() > rules.batch {
            return violated(format!("a request with {} names", plan.hostnames.len()));
        }
        if plan.addresses.ipv4.is_none() && plan.addresses.ipv6.is_none() {
            return violated("a request without an address".to_owned());
        }
        let pace = u64::try_from(rules.pace.as_millis()).unwrap_or(0);
        for hostname in &plan.hostnames {
            let last = self.last_request.get(&(plan.provider.clone(), hostname.clone()));
            if last.is_some_and(|last| last + pace > real) {
                return violated(format!("two requests for {hostname} within {pace} ms"));
            }
        }
        let parallel = self.in_flight.values().filter(|other| other.plan.account == plan.account).count();
        if parallel >= rules.parallel {
            return violated(format!("{} requests for {} side by side", parallel + 1, plan.account));
        }

        Ok(())
    }

    /// S2: nothing that the provider has accepted already is sent again.
    fn is_needed(&self, plan: &Plan, real: u64, clock_is_right: bool) -> Result<(), Violation> {
        for hostname in &plan.hostnames {
            let mut families =
                Family::BOTH.into_iter().filter_map(|family| Some((family, plan.addresses.get(family).as_ref()?)));
            let same = families.all(|(family, address)| {
                let key = (hostname.clone(), family);
                let accepted = self.known.accepted.get(&key);
                let accepted =
                    accepted.filter(|_| !self.known.allowed.contains(&key) && !self.unsure.contains_key(&key));
                accepted.is_some_and(|accepted| {
                    // With a wall clock that is years off nobody can tell whether a month has passed.
                    let refresh = kind_of(&plan.provider) == Some(Kind::KeepAlive)
                        && (accepted.at + REFRESH <= real || !clock_is_right || accepted.clock_was_wrong);
                    accepted.address == address.get() && !refresh
                })
            });
            if same {
                let words = format!("{hostname} is sent again with what its provider has accepted already");
                return Err(Violation { judge: Judge::S2, words });
            }
        }

        Ok(())
    }

    /// S4: no two requests where one would do.
    fn is_one(&mut self, plan: &Plan, real: u64) -> Result<(), Violation> {
        let violated = |words: String| Err(Violation { judge: Judge::S4, words });
        for hostname in &plan.hostnames {
            // A name that the user moves to another account meanwhile is that account's matter.
            let twice = self.in_flight.values().any(|other| {
                other.plan.account == plan.account
                    && other.plan.hostnames.contains(hostname)
                    && Family::BOTH.into_iter().any(|family| {
                        plan.addresses.get(family).is_some() && other.plan.addresses.get(family).is_some()
                    })
            });
            if twice {
                return violated(format!("{hostname} is sent while a request for it is under way"));
            }
            let mut families = Family::BOTH.into_iter().filter(|family| plan.addresses.get(*family).is_some());
            let same = families.all(|family| {
                let key = (hostname.clone(), family);
                let sent = plan.addresses.get(family).map(homeport_core::address::Publishable::get);
                let is_open = |open: &Open| open.at + OPEN > real && Some(open.address) == sent;

                self.unsure.get(&key).is_some_and(is_open) && !self.known.allowed.contains(&key)
            });
            if same {
                return violated(format!("{hostname} is sent again within a minute of an open answer"));
            }
        }
        let rules = kind_of(&plan.provider).map(Kind::rules);
        let batch = rules.map_or(1, |rules| rules.batch);
        if let Some(wave) = self.waves.get(&plan.account) {
            let could_have_been_in = wave.at + TOGETHER > real
                && wave.plan.addresses == plan.addresses
                && wave.plan.create == plan.create
                && self.all_free_since <= wave.at
                && !self.was_tried(plan)
                && !self.was_tried(&wave.plan)
                && self.keep_the_same_records(plan, wave)
                && !self.alone.iter().any(|name| wave.plan.hostnames.contains(name) || plan.hostnames.contains(name))
                && plan.hostnames.iter().all(|hostname| {
                    !wave.plan.hostnames.contains(hostname)
                        && self.free_since.get(hostname).is_none_or(|free| *free <= wave.at)
                        // The provider's pace kept it out: it had been sent a moment before.
                        && self.paced_until.get(hostname).is_none_or(|until| *until <= wave.at)
                        && !self.in_flight_elsewhere(hostname, wave)
                });
            if could_have_been_in {
                return violated(format!("{} could have been in the request before", plan.hostnames[0]));
            }
        }
        if plan.hostnames.len() < batch {
            self.waves.insert(plan.account.clone(), Wave { at: real, plan: plan.clone() });
        }

        Ok(())
    }

    /// A name whose last request got no answer has its own time for the next, and so has a record whose state is open.
    fn was_tried(&self, plan: &Plan) -> bool {
        let mut families = Family::BOTH.into_iter().filter(|family| plan.addresses.get(*family).is_some());
        let is_open = |family| plan.hostnames.iter().any(|name| self.unsure.contains_key(&(name.clone(), family)));

        plan.hostnames.iter().any(|hostname| self.unanswered.contains(hostname)) || families.any(is_open)
    }

    /// Where both families have to go together, a name with one of them only need not wait for the other.
    fn keep_the_same_records(&self, plan: &Plan, wave: &Wave) -> bool {
        if kind_of(&plan.provider) != Some(Kind::Joint) {
            return true;
        }
        let mut kept = plan
            .hostnames
            .iter()
            .chain(&wave.plan.hostnames)
            .map(|hostname| self.settings.hostname(hostname).map(|settings| settings.enabled));
        let first = kept.next();

        kept.all(|other| Some(other) == first)
    }

    fn in_flight_elsewhere(&self, hostname: &Hostname, wave: &Wave) -> bool {
        self.in_flight.values().any(|other| other.plan.id != wave.plan.id && other.plan.hostnames.contains(hostname))
    }
}
