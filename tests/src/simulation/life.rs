//! One life of a made-up home: a time of faults, then calm, then a user who does what is asked, then idleness.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use homeport_core::address::Family;
use homeport_core::event::SecretState;
use homeport_core::hostname::Hostname;
use homeport_core::snapshot::ChipState;

use super::clock::{DAY, HOUR, MINUTE, SECOND, YEAR};
use super::coverage::Coverage;
use super::judge::{Judge, Violation};
use super::options::Options;
use super::subject::Start;
use super::world::{Figures, World};

/// The variable that repeats one seed.
pub const SEED: &str = "HOMEPORT_SEED";

/// The longest wait is a day, made up to a tenth longer by its jitter, so that not all clients ask in the same second.
const LONGEST_WAIT: u64 = DAY + DAY / 10 + HOUR / 2;

/// A life in which something did not hold.
#[derive(Debug)]
pub struct Failure {
    /// What did not hold.
    pub violation: Violation,
    /// Everything that the seed decided.
    pub options: Options,
    /// The last events and actions.
    pub trace: Vec<String>,
}

impl Failure {
    /// Everything that is needed to repeat it.
    #[must_use]
    pub fn report(&self) -> String {
        let seed = self.options.seed;
        let commit = option_env!("HOMEPORT_COMMIT").unwrap_or("the one that is checked out");
        let mut text = String::new();
        for line in &self.trace {
            let _ = writeln!(text, "{line}");
        }
        let _ = writeln!(text, "violated: {}", self.violation);
        let _ = writeln!(text, "seed: {seed}\ncommit: {commit}\noptions: {:?}", self.options);
        let _ = writeln!(text, "repeat: {SEED}={seed} cargo test -p homeport-tests --test simulation");

        text
    }
}

/// Lives through one seed.
///
/// # Errors
///
/// The first violation, with the events that led to it. Only violations of `watch` count, if it is given.
pub fn live(
    seed: u64,
    scale: u64,
    start: &Start<'_>,
    watch: Option<Judge>,
) -> Result<(Figures, Coverage), Box<Failure>> {
    let options = Options::from_seed(seed, scale);
    let mut world = World::new(options.clone(), start, watch, false);
    if phases(&mut world, &options).is_ok() {
        return Ok((world.figures.clone(), world.coverage.clone()));
    }
    // The same again, this time taking notes.
    let mut world = World::new(options.clone(), start, watch, true);
    match phases(&mut world, &options) {
        Ok(()) => Ok((world.figures.clone(), world.coverage.clone())),
        Err(violation) => Err(Box::new(Failure { violation, options, trace: world.trace() })),
    }
}

fn phases(world: &mut World<'_>, options: &Options) -> Result<(), Violation> {
    world.run_until(options.span)?;
    world.make_calm()?;
    let calm = world.time();
    world.run_until(calm + MINUTE + world.grace())?;
    world.healthy_are_right(calm)?;
    world.run_until(calm + 10 * MINUTE + world.grace())?;
    world.healthy_are_right(0)?;
    world.remedy()?;
    world.run_until(world.time() + 2 * MINUTE + world.grace())?;
    world.tried_again_are_right()?;
    let limit = world.time() + LONGEST_WAIT;
    let mut pressed = BTreeSet::new();
    while !world.all_right() {
        if world.time() > limit {
            return world.not_healed();
        }
        world.press(&mut pressed)?;
        world.run_until(world.time() + 2 * MINUTE)?;
    }
    world.run_until(world.time() + 20 * MINUTE)?;

    world.idle(30 * MINUTE)?;

    world.idle_names_are_refreshed()
}

impl World<'_> {
    fn make_calm(&mut self) -> Result<(), Violation> {
        self.end_everything()?;
        // A process that is down at this moment is started first.
        while !self.is_up() {
            self.run_until(self.time() + 5 * SECOND)?;
        }

        Ok(())
    }

    /// How much longer than a minute it may take: several requests at the provider's pace, one after the other.
    fn grace(&self) -> u64 {
        let names = u64::try_from(self.names().len()).unwrap_or(0);

        names * 11 * SECOND
    }

    /// L1: every name that neither waits by rule nor needs the user is right.
    fn healthy_are_right(&mut self, since: u64) -> Result<(), Violation> {
        for hostname in self.names() {
            for family in Family::BOTH {
                let Some(right) = self.is_healthy(&hostname, family, since) else { continue };
                let stored = self.stored(&hostname, family);
                if stored != Some(right) && !self.is_refused(&hostname) {
                    let snapshot = self.look();
                    let row = snapshot.hostnames.iter().find(|row| row.name == hostname);
                    let words = row.map(|row| format!("{:?}: {}, next try {:?}", row.state, row.words, row.next_try));
                    let words =
                        format!("{hostname} should be {right} and is {stored:?} ({words:?}, {})", snapshot.headline);
                    return self.violated(Judge::L1, words);
                }
            }
        }

        Ok(())
    }

    /// L1: no provider has a reason to drop a name because it was idle.
    fn idle_names_are_refreshed(&mut self) -> Result<(), Violation> {
        for hostname in self.names() {
            for family in Family::BOTH {
                let idle = self.is_healthy(&hostname, family, 0).is_some() && self.is_idle(&hostname);
                if idle {
                    let words = format!("{hostname} was not refreshed, and its provider drops idle names");
                    return self.violated(Judge::L1, words);
                }
            }
        }

        Ok(())
    }

    /// L2: what nobody but the client itself has put off is done when the user asks for it.
    fn tried_again_are_right(&mut self) -> Result<(), Violation> {
        for hostname in self.names() {
            let Some(settings) = self.in_force().hostname(&hostname) else { continue };
            let ready = self.secret_state(&settings.account) == SecretState::Ready;
            let own_caution = self.is_not_understood(&hostname)
                && !self.is_suspended(&hostname)
                && !self.is_account_troubled(&hostname)
                && !self.waits_or_paused();
            for family in Family::BOTH.into_iter().filter(|_| ready && own_caution) {
                let (wanted, stored) = (self.wanted(&hostname, family), self.stored(&hostname, family));
                if wanted.is_some() && stored != wanted {
                    let words = format!("{hostname} should be {wanted:?} and stays {stored:?} after the user's try");
                    return self.violated(Judge::L2, words);
                }
            }
        }

        Ok(())
    }

    fn all_right(&self) -> bool {
        self.names().into_iter().all(|hostname| {
            Family::BOTH.into_iter().all(|family| match self.wanted(&hostname, family) {
                Some(right) => self.stored(&hostname, family) == Some(right),
                None => true,
            })
        })
    }

    fn not_healed(&mut self) -> Result<(), Violation> {
        for hostname in self.names() {
            for family in Family::BOTH {
                let (wanted, stored) = (self.wanted(&hostname, family), self.stored(&hostname, family));
                if wanted.is_some() && stored != wanted {
                    let words = format!("{hostname} should be {wanted:?} and stays {stored:?}, whatever the user does");
                    return self.violated(Judge::L2, words);
                }
            }
        }

        Ok(())
    }

    /// L3, and that what is right is shown as proved.
    fn idle(&mut self, span: u64) -> Result<(), Violation> {
        self.reset_counts();
        let before = self.time();
        self.run_until(before + span)?;
        let counts = self.counts();
        let minutes = u32::try_from(span / MINUTE).unwrap_or(0);
        let names = u32::try_from(self.names().len()).unwrap_or(0);
        if counts.requests > 0 {
            return self.violated(Judge::L3, format!("{} requests while idle", counts.requests));
        }
        if counts.rounds > minutes / 4 + 1 {
            return self.violated(Judge::L3, format!("{} rounds in {minutes} idle minutes", counts.rounds));
        }
        if counts.reads > minutes + 2 {
            return self
                .violated(Judge::L3, format!("{} reads of the network in {minutes} idle minutes", counts.reads));
        }
        if counts.questions > names * 2 * (minutes / 5 + 1) {
            return self.violated(Judge::L3, format!("{} questions in {minutes} idle minutes", counts.questions));
        }
        let snapshot = self.look();
        for row in &snapshot.hostnames {
            for family in Family::BOTH {
                let state = row.records.get(family).state;
                if self.wanted(&row.name, family).is_some() && state != ChipState::Verified {
                    let words =
                        format!("{} is right and proved, and its {family} record is shown as {state:?}", row.name);
                    return self.violated(Judge::L2, words);
                }
            }
        }

        Ok(())
    }

    fn is_healthy(&self, hostname: &Hostname, family: Family, since: u64) -> Option<std::net::IpAddr> {
        let wanted = self.wanted(hostname, family)?;
        let settings = self.in_force().hostname(hostname)?;
        // A lease that changed without any sign is found by the next check, five minutes later at the most.
        let settled = since == 0 || self.settled_before(family, since.saturating_sub(6 * MINUTE));
        let ready = self.secret_state(&settings.account) == SecretState::Ready;
        let answered = (since == 0 || !self.is_unanswered(hostname)) && !self.is_troubled(hostname);
        let free = answered
            && !self.is_suspended(hostname)
            && !self.needs_the_user(hostname, family)
            && !self.waits_or_paused();

        (settled && ready && free).then_some(wanted)
    }
}

/// Simulated years of so many milliseconds, with one decimal place.
#[must_use]
pub fn years(milliseconds: u64) -> String {
    let tenths = milliseconds * 10 / YEAR;

    format!("{}.{}", tenths / 10, tenths % 10)
}
