//! S6: no queue grows, no loop spins, no history floods.

use homeport_core::event::Action;

use super::super::clock::{DAY, MINUTE};
use super::{Judge, Violation};

/// The most actions that one event may cause, besides those for each hostname.
const ACTIONS: usize = 24;
/// The most actions that one event may cause for each hostname: two records, each with a fact, a line and a question,
/// and a halt, a wait and a line for the name itself.
const ACTIONS_EACH: usize = 12;
/// The most rounds in a minute: three checks at once, then one in two seconds, and each with one further question.
const ROUNDS: u32 = 66;
/// The most lines of history in a day, besides those for each hostname: one for each check.
const LINES: u32 = 4_000;
/// The most steps without time passing.
const SPINS: u32 = 2_000;

/// Counts what must stay bounded.
#[derive(Debug, Default)]
pub struct Bounds {
    minute: u64,
    rounds: u32,
    day: u64,
    lines: u32,
    spins: u32,
    last_step: u64,
}

impl Bounds {
    /// One event caused this many actions, for this many hostnames.
    ///
    /// # Errors
    ///
    /// S6, when they are too many.
    pub fn drained(&self, actions: usize, hostnames: usize) -> Result<(), Violation> {
        let most = ACTIONS + ACTIONS_EACH * hostnames;

        check(actions <= most, || format!("{actions} actions for one event"))
    }

    /// One action is carried out.
    ///
    /// # Errors
    ///
    /// S6, when there were too many of its kind.
    pub fn action(&mut self, action: &Action, hostnames: usize, real: u64) -> Result<(), Violation> {
        match action {
            Action::Probe { .. } => {
                if self.minute != real / MINUTE {
                    (self.minute, self.rounds) = (real / MINUTE, 0);
                }
                self.rounds += 1;
                check(self.rounds <= ROUNDS, || format!("{} rounds in a minute", self.rounds))
            }
            Action::Record(_) => {
                if self.day != real / DAY {
                    (self.day, self.lines) = (real / DAY, 0);
                }
                self.lines += 1;
                let most = LINES * (1 + u32::try_from(hostnames).unwrap_or(u32::MAX));
                check(self.lines <= most, || format!("{} lines of history in a day", self.lines))
            }
            _ => Ok(()),
        }
    }

    /// One step of the simulation at this time.
    ///
    /// # Errors
    ///
    /// S6, when time stands still.
    pub fn step(&mut self, real: u64) -> Result<(), Violation> {
        if self.last_step == real {
            self.spins += 1;
        } else {
            (self.last_step, self.spins) = (real, 0);
        }

        check(self.spins <= SPINS, || format!("{} steps without time passing", self.spins))
    }
}

fn check(holds: bool, words: impl FnOnce() -> String) -> Result<(), Violation> {
    if holds { Ok(()) } else { Err(Violation { judge: Judge::S6, words: words() }) }
}
