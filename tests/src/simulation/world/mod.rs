//! The world: it moves the clock from one thing that happens to the next, hands facts to the client, and carries its
//! actions out.

mod actions;
mod look;
mod notes;
mod queue;
mod router;
mod trouble;
mod user;

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::net::{IpAddr, Ipv4Addr};

use homeport_core::address::{Family, PerFamily};
use homeport_core::event::{Event, Hint};
use homeport_core::network::NetworkFacts;
use homeport_core::settings::Settings;
use homeport_core::snapshot::Snapshot;
use homeport_core::text::Texts;

pub use queue::Figures;
use queue::{Doom, Entry, Happens};

use super::clock::{Clock, DAY, HOUR, MINUTE, SECOND};
use super::coverage::{Activity, Coverage};
use super::fault::{Fault, FaultSet};
use super::home::Home;
use super::judge::{Bounds, Judge, Judges, Violation};
use super::options::{Habit, Options};
use super::provider::{Providers, Way};
use super::random::Random;
use super::store::Store;
use super::subject::{Start, Subject};

/// The world around one client.
pub struct World<'a> {
    options: Options,
    start: &'a Start<'a>,
    subject: Box<dyn Subject>,
    running: bool,
    process: u32,
    clock: Clock,
    random: Random,
    queue: BinaryHeap<Reverse<Entry>>,
    order: u64,
    home: Home,
    before: PerFamily<Option<IpAddr>>,
    providers: Providers,
    store: Store,
    settings: Settings,
    active: FaultSet,
    calm: bool,
    asleep_until: Option<u64>,
    dns_back_at: u64,
    liar: usize,
    doom: Option<Doom>,
    sources: (Vec<homeport_core::observation::SourceId>, Vec<homeport_core::observation::SourceId>),
    judges: Judges,
    bounds: Bounds,
    watch: Option<Judge>,
    texts: Texts,
    /// Something changed that the snapshot has to show.
    look: bool,
    probing: u32,
    /// What was counted.
    pub coverage: Coverage,
    /// What was reached.
    pub figures: Figures,
    trace: Option<VecDeque<String>>,
    /// What was noted last of the network.
    facts_told: Option<NetworkFacts>,
    counts: Counts,
    /// The router that the client listens to.
    gateway: Option<Ipv4Addr>,
    router_started: u64,
}

/// Actions since the last reset, for L3.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::simulation) struct Counts {
    pub(in crate::simulation) reads: u32,
    pub(in crate::simulation) rounds: u32,
    pub(in crate::simulation) requests: u32,
    pub(in crate::simulation) questions: u32,
}

impl<'a> World<'a> {
    /// A world as the options describe it. Only violations of `watch` count, if it is given; `trace` keeps the last
    /// events and actions for a report.
    #[must_use]
    pub fn new(options: Options, start: &'a Start<'a>, watch: Option<Judge>, trace: bool) -> Self {
        let clock = Clock::default();
        let home = Home::new(&options);
        let settings = options.settings();
        let subject = start(options.seed, clock.now());
        let (usual, more) = options.operators;
        let mut world = Self {
            random: Random::new(options.seed),
            start,
            subject,
            running: false,
            process: 0,
            clock,
            queue: BinaryHeap::new(),
            order: 0,
            home,
            before: PerFamily::default(),
            providers: Providers::default(),
            store: Store::default(),
            settings,
            active: FaultSet::default(),
            calm: false,
            asleep_until: None,
            dns_back_at: 0,
            liar: 0,
            doom: None,
            sources: (super::echo::operators(0, usual), super::echo::operators(usual, more)),
            judges: Judges::default(),
            bounds: Bounds::default(),
            watch,
            texts: Texts::english(),
            look: false,
            probing: 0,
            coverage: Coverage::default(),
            figures: Figures::default(),
            trace: trace.then(VecDeque::new),
            facts_told: None,
            counts: Counts::default(),
            gateway: None,
            router_started: 0,
            options,
        };
        world.plan(0, Happens::Start);
        let (fault, change, user) = (world.options.fault_gap, world.options.change_gap, world.options.user_gap);
        for (gap, happens) in [(fault, Happens::NextFault), (change, Happens::NextChange), (user, Happens::NextUser)] {
            let at = world.random.between(1, 2 * gap);
            world.plan(at, happens);
        }
        if let Habit::Laptop { awake, .. } = world.options.habit {
            let at = world.random.between(1, 2 * awake);
            world.plan(at, Happens::Sleep);
        }

        world
    }

    /// Lets the world go on until this true time.
    ///
    /// # Errors
    ///
    /// The first violation.
    pub fn run_until(&mut self, end: u64) -> Result<(), Violation> {
        loop {
            let next = self.queue.peek().map_or(u64::MAX, |Reverse(entry)| entry.at);
            let timer = match self.subject.poll_timeout() {
                Some(moment) if self.is_awake() => self.clock.real_of(moment).max(self.clock.real),
                _ => u64::MAX,
            };
            let at = next.min(timer);
            if at > end {
                self.move_to(end);
                return Ok(());
            }
            self.move_to(at);
            let bounded = self.bounds.step(self.clock.real);
            self.check(bounded)?;
            if timer < next {
                self.subject.handle_timeout(self.clock.now());
                self.drain()?;
            } else if let Some(Reverse(entry)) = self.queue.pop() {
                self.happen(entry.happens)?;
            }
        }
    }

    fn move_to(&mut self, at: u64) {
        // Something that took longer than it was given has moved the clock already.
        let at = at.max(self.clock.real);
        let span = at - self.clock.real;
        self.figures.simulated += span;
        if self.is_awake() {
            self.figures.awake += span;
        }
        self.clock.real = at;
    }

    fn is_awake(&self) -> bool {
        self.running && self.asleep_until.is_none()
    }

    fn happen(&mut self, happens: Happens) -> Result<(), Violation> {
        match happens {
            Happens::Tell(process, event) => {
                if process != self.process || !self.running {
                    return Ok(());
                }
                if let Some(wake) = self.asleep_until {
                    self.plan(wake + 5, Happens::Tell(process, event));
                    return Ok(());
                }
                self.tell(event)
            }
            Happens::Start => self.start_process(),
            Happens::NextFault => {
                if !self.calm {
                    self.plan_mean(self.options.fault_gap, Happens::NextFault);
                    self.next_fault()?;
                }
                Ok(())
            }
            Happens::Ends(fault) => self.end_fault(fault),
            Happens::NextChange => {
                if !self.calm {
                    self.plan_mean(self.options.change_gap, Happens::NextChange);
                    self.change_address(true)?;
                }
                Ok(())
            }
            Happens::NextUser => {
                if !self.calm {
                    self.plan_mean(self.options.user_gap, Happens::NextUser);
                    self.user_acts()?;
                }
                Ok(())
            }
            Happens::Resume => self.command(homeport_core::event::Command::Resume),
            Happens::Sleep => {
                if let (Habit::Laptop { awake, asleep }, false) = (self.options.habit, self.calm) {
                    let span = self.random.between(asleep / 10, 2 * asleep);
                    self.sleep(span)?;
                    let at = self.clock.real + self.random.between(MINUTE, 2 * awake);
                    self.plan(at, Happens::Sleep);
                }
                Ok(())
            }
            Happens::Flap(left) => self.flap(left),
            Happens::OldPrefixGone => {
                self.home.drop_old_prefix();
                self.network_changed()
            }
            Happens::ClockCorrected => {
                self.clock.set_wall_error(0);
                self.hint(Hint::Woke)
            }
        }
    }

    fn plan(&mut self, at: u64, happens: Happens) {
        self.order += 1;
        self.queue.push(Reverse(Entry { at, order: self.order, happens }));
    }

    /// Plans something after a random span of this mean.
    fn plan_mean(&mut self, mean: u64, happens: Happens) {
        let at = self.clock.real + self.random.between(1, 2 * mean);
        self.plan(at, happens);
    }

    fn tell_after(&mut self, span: u64, event: Event) {
        let late = if self.active.has(Fault::AnswersLate) && self.random.chance(20) {
            self.random.between(MINUTE, 5 * MINUTE)
        } else {
            0
        };
        if self.active.has(Fault::AnswersLost) && self.random.chance(20) {
            return;
        }
        self.plan(self.clock.real + span + late, Happens::Tell(self.process, event));
    }

    /// Hands an event to the client and carries out what it wants.
    fn tell(&mut self, event: Event) -> Result<(), Violation> {
        if !self.is_awake() {
            return Ok(());
        }
        self.judges.give_up(self.clock.real);
        self.judges.before(&event, self.clock.real, !self.clock.wall_is_right());
        match &event {
            Event::Answered { .. } | Event::Secret(..) | Event::Settings(_) => self.look = true,
            Event::RoundEnded { .. } => self.probing = self.probing.saturating_sub(1),
            _ => {}
        }
        let doomed = self.doomed_by(&event);
        self.note_event(&event);
        self.figures.events += 1;
        self.subject.handle(event, self.clock.now());
        match doomed {
            Some(Doom::Success) => self.die(),
            Some(_) => {
                self.drain()?;
                self.die()
            }
            None => self.drain(),
        }
    }

    fn doomed_by(&mut self, event: &Event) -> Option<Doom> {
        let Event::Answered { answers, .. } = event else { return None };
        let (mut success, mut wait) = (false, false);
        for answer in answers.values() {
            if let homeport_core::event::Answer::Replied(reply) = answer {
                use homeport_core::reply::Means;
                success |= matches!(reply.means, Means::Good);
                wait |= matches!(reply.means, Means::ServerTrouble | Means::RateLimited | Means::BadAuth);
            }
        }
        let doomed = match self.doom {
            Some(Doom::Success) => success,
            Some(Doom::Wait) => wait,
            _ => false,
        };

        if doomed { self.doom.take() } else { None }
    }

    fn hint(&mut self, hint: Hint) -> Result<(), Violation> {
        if self.active.has(Fault::WatcherDies) && hint != Hint::Woke {
            return Ok(());
        }
        self.tell(Event::Hint(hint))
    }

    /// The addresses or routes are others than before.
    fn network_changed(&mut self) -> Result<(), Violation> {
        self.home.note(self.active, self.clock.real);
        self.hint(Hint::Network)
    }

    fn change_address(&mut self, told: bool) -> Result<(), Violation> {
        self.remember_seen();
        if self.random.chance(70) {
            self.home.new_lease();
            self.home.note(self.active, self.clock.real);
            return self.lease_changed(told);
        }
        self.home.new_prefix(false);
        self.home.note(self.active, self.clock.real);
        if told { self.hint(Hint::Network) } else { Ok(()) }
    }

    /// The way into the internet, as it is now.
    fn way(&self) -> Way {
        let online =
            Family::BOTH.into_iter().any(|family| self.home.has(family, self.active)) && !self.blackhole_only();
        if !online || self.active.has(Fault::RouterReboots) {
            return Way::None;
        }
        if self.active.has(Fault::ResolverDead) || self.clock.real < self.dns_back_at {
            return Way::NoDns;
        }
        if self.active.has_any(&[Fault::PortalPage, Fault::PortalTls]) {
            return Way::Portal;
        }
        if self.active.has(Fault::PortalSmall) {
            return Way::Blocked;
        }

        Way::Open
    }

    fn blackhole_only(&self) -> bool {
        self.active.has(Fault::Ipv6Blackhole) && !self.home.has(Family::Ipv4, self.active)
    }

    fn start_process(&mut self) -> Result<(), Violation> {
        self.clock.restart();
        self.process += 1;
        self.figures.starts += 1;
        self.probing = 0;
        self.running = true;
        self.subject = (self.start)(self.random.bits(), self.clock.now());
        let ledger = self.store.load();
        let ledger = match ledger {
            Ok(ledger) => ledger,
            Err(words) => {
                self.check(Err(Violation { judge: Judge::S5, words }))?;
                homeport_core::ledger::Ledger::default()
            }
        };
        self.gateway = None;
        self.judges.restart(&ledger, self.clock.real, !self.clock.wall_is_right());
        let process = self.process;
        self.note(|| format!("== process {process} starts with {ledger:?}"));
        // Nobody sees anything before the shell has told both, whatever happened while the program was down.
        self.look = false;
        self.tell(Event::Remembered(ledger))?;
        self.tell(Event::Settings(self.settings.clone()))
    }

    /// The process dies, and is started again after a while.
    fn die(&mut self) -> Result<(), Violation> {
        self.note(|| "== process dies".to_owned());
        self.running = false;
        self.look = false;
        self.store.forget_pending();
        if self.random.chance(20) && self.active.has(Fault::StateDamaged) {
            self.store.fall_back();
            self.judges.fall_back();
        }
        let at = self.clock.real + self.random.between(SECOND, 2 * MINUTE);
        self.plan(at, Happens::Start);

        Ok(())
    }

    fn sleep(&mut self, span: u64) -> Result<(), Violation> {
        if !self.is_awake() {
            return Ok(());
        }
        let wake = self.clock.real + span;
        self.note(|| format!("== asleep for {} min", span / MINUTE));
        self.asleep_until = Some(wake);
        self.judges.note_sleep(span, self.clock.real);
        self.run_asleep_until(wake)?;
        self.asleep_until = None;
        self.clock.stand_still(span);
        // The lease may be another one after a while.
        if span > HOUR && self.random.chance(50) {
            self.change_address(false)?;
        }
        self.home.note(self.active, self.clock.real);
        self.dns_back_at = self.clock.real + self.random.below(8) * SECOND;
        self.tell(Event::Hint(Hint::Woke))
    }

    /// What happens in the world while the machine sleeps.
    fn run_asleep_until(&mut self, wake: u64) -> Result<(), Violation> {
        while self.queue.peek().is_some_and(|Reverse(entry)| entry.at <= wake) {
            let Some(Reverse(entry)) = self.queue.pop() else { break };
            self.move_to(entry.at.max(self.clock.real));
            match entry.happens {
                // Nobody does anything at a sleeping machine, and none of its programs runs.
                Happens::Tell(..) | Happens::Sleep | Happens::Start | Happens::Flap(_) | Happens::Resume => {
                    self.plan(wake + 3, entry.happens);
                }
                Happens::NextFault | Happens::NextUser | Happens::NextChange => {
                    let at = wake + self.random.between(1, self.options.fault_gap);
                    self.plan(at, entry.happens);
                }
                other => self.happen(other)?,
            }
        }
        self.move_to(wake);

        Ok(())
    }

    /// A violation counts if its judge is watched.
    fn check(&mut self, result: Result<(), Violation>) -> Result<(), Violation> {
        match result {
            Err(violation) if self.watch.is_none_or(|judge| judge == violation.judge) => Err(violation),
            _ => Ok(()),
        }
    }
}
