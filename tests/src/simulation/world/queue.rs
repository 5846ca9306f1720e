//! What will happen, and what was counted.

use homeport_core::event::Event;

use super::Fault;

/// Something that will happen.
#[derive(Debug)]
pub(super) enum Happens {
    /// The client is told something, if its process still is the one with this number.
    Tell(u32, Event),
    /// The next fault begins.
    NextFault,
    /// A fault ends.
    Ends(Fault),
    /// The home's address changes.
    NextChange,
    /// The user does something.
    NextUser,
    /// The user goes on after a pause.
    Resume,
    /// The machine falls asleep by habit.
    Sleep,
    /// The process starts.
    Start,
    /// The link goes down or comes up, this many times more.
    Flap(u32),
    /// The old IPv6 prefix is gone.
    OldPrefixGone,
    /// The wall clock is corrected.
    ClockCorrected,
}

pub(super) struct Entry {
    pub(super) at: u64,
    pub(super) order: u64,
    pub(super) happens: Happens,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.order) == (other.at, other.order)
    }
}

impl Eq for Entry {}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.at, self.order).cmp(&(other.at, other.order))
    }
}

/// When the process dies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doom {
    /// After this many further actions.
    Actions(u32),
    /// As soon as a provider's success reaches it, before anything is written.
    Success,
    /// While its next request is under way.
    Request,
    /// After it was asked to wait, with everything written.
    Wait,
}

/// What a finished life tells.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// Simulated milliseconds.
    pub simulated: u64,
    /// Simulated milliseconds in which the machine was awake and the program ran.
    pub awake: u64,
    /// Events handed to the client.
    pub events: u64,
    /// Rounds that it began.
    pub rounds: u64,
    /// Requests that it sent to providers.
    pub requests: u64,
    /// Faults that began.
    pub faults: u64,
    /// Times that the process was started.
    pub starts: u64,
}

impl Figures {
    /// Adds another life's.
    pub fn add(&mut self, other: &Self) {
        self.simulated += other.simulated;
        self.awake += other.awake;
        self.events += other.events;
        self.rounds += other.rounds;
        self.requests += other.requests;
        self.faults += other.faults;
        self.starts += other.starts;
    }
}
