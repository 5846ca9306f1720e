//! Counts which fault was active while the client was in which state, so that a fault that never bites is seen.

use std::fmt::Write as _;

use super::fault::{Fault, FaultSet};

/// What the client does, as the world sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Activity {
    /// Nothing is under way.
    Idle = 0,
    /// A round is under way.
    Round = 1,
    /// A request is under way.
    Request = 2,
    /// An answer is open.
    Unsure = 3,
    /// A provider asked to wait.
    Waiting = 4,
    /// A refusal waits for the user.
    Halted = 5,
    /// The user paused everything.
    Paused = 6,
}

/// How many activities there are.
const ACTIVITIES: usize = 7;
/// Fault numbers end below this.
const NUMBERS: usize = 69;

/// How often each fault began, and how many steps it lasted in each activity.
#[derive(Debug, Clone)]
pub struct Coverage {
    began: [u64; NUMBERS],
    steps: Vec<[u64; ACTIVITIES]>,
}

impl Default for Coverage {
    fn default() -> Self {
        Self { began: [0; NUMBERS], steps: vec![[0; ACTIVITIES]; NUMBERS] }
    }
}

impl Coverage {
    /// A fault begins.
    pub fn begin(&mut self, fault: Fault, during: Activity) {
        self.began[usize::from(fault.number())] += 1;
        self.steps[usize::from(fault.number())][during as usize] += 1;
    }

    /// One step with these faults.
    pub fn step(&mut self, active: FaultSet, during: Activity) {
        let mut bits = active.bits();
        while bits != 0 {
            let number = bits.trailing_zeros() as usize;
            self.steps[number][during as usize] += 1;
            bits &= bits - 1;
        }
    }

    /// Adds what another life counted.
    pub fn add(&mut self, other: &Self) {
        for (sum, count) in self.began.iter_mut().zip(other.began) {
            *sum += count;
        }
        for (sums, counts) in self.steps.iter_mut().zip(&other.steps) {
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }

    /// The faults that never began.
    #[must_use]
    pub fn missing(&self) -> Vec<Fault> {
        Fault::ALL.iter().copied().filter(|fault| self.began[usize::from(fault.number())] == 0).collect()
    }

    /// The table for people.
    #[must_use]
    pub fn table(&self) -> String {
        let mut table = format!(
            "{:<4} {:>8} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}  while the client was in this state\n",
            "F", "began", "idle", "round", "request", "unsure", "waiting", "halted", "paused"
        );
        for fault in Fault::ALL {
            let number = usize::from(fault.number());
            let _ = write!(table, "{:<4} {:>8}", fault.to_string(), self.began[number]);
            for count in self.steps[number] {
                let _ = write!(table, " {count:>9}");
            }
            let _ = writeln!(table, "  {}", fault.meaning());
        }

        table
    }
}
