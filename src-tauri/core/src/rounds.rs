//! When to look: hints start a check at once, storms are thinned, failures are retried soon, and a slow pulse heals what
//! no event told.

use std::time::Duration;

use crate::time::{MINUTE, Mono, SECOND};

/// The shortest time between two reads of the network that hints ask for. A read takes a millisecond, and a new lease is
/// two events: the old address goes, the new one comes.
pub const READ_SPACING: Duration = Duration::from_millis(100);
/// However often the network changes, the sources are asked once in this time.
pub const CHECK_SPACING: Duration = Duration::from_secs(2);
/// So many times they may be asked without any spacing, and each spacing without a check gives one of them back: a change
/// often comes in halves, and its first try may fail.
const CHECK_CREDIT: u32 = 3;
/// The network is read again after this time without any hint: event watchers lie.
pub const READ_EVERY: Duration = MINUTE;
/// The sources are asked again after this time when all is well.
pub const CHECK_EVERY: Duration = Duration::from_secs(5 * 60);
/// The shortest time between two checks that a person asks for.
pub const BUTTON_SPACING: Duration = Duration::from_secs(10);
/// A round whose end was not told by then has ended.
pub const ROUND_LIMIT: Duration = Duration::from_secs(15);
/// After start and wake nothing counts as a failure for this long.
pub const GRACE: Duration = Duration::from_secs(20);

/// The waits after start, wake or a change of network, while nothing is known.
const QUICK: [Duration; 4] = [Duration::from_millis(500), SECOND, Duration::from_secs(2), Duration::from_secs(5)];
/// The wait behind a portal: nothing reaches the services there.
const PORTAL_EVERY: Duration = Duration::from_secs(4);
/// So often it is that short, which is ten minutes.
const PORTAL_TRIES: usize = 150;
/// The waits after those.
const SLOW: [Duration; 3] = [Duration::from_secs(10), Duration::from_secs(20), Duration::from_secs(30)];

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// Read the interfaces and routes.
    Read,
    /// Ask the sources, in the round with this number.
    Round(u64),
}

/// How a round ended, as far as the timing cares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Everything that is wanted is known.
    Known,
    /// Something is known, something is not.
    Partly,
    /// Nothing is known.
    Nothing,
    /// A portal answers for everybody: it ends when the user signs in, which no event tells.
    Portal,
}

/// The timing of reads and rounds.
#[derive(Debug, Default)]
pub struct Rounds {
    last_read: Option<Mono>,
    /// The read that a hint asked for and that has to wait.
    read_at: Option<Mono>,
    /// The read that comes without any hint.
    pulse_at: Option<Mono>,
    round_at: Option<Mono>,
    running: Option<Running>,
    number: u64,
    /// Reads in a row that failed.
    unread: u32,
    /// When all the credit for checks is there again.
    credit_at: Mono,
    retries: usize,
    grace_until: Mono,
    last_button: Option<Mono>,
}

#[derive(Debug)]
struct Running {
    number: u64,
    limit: Mono,
}

impl Rounds {
    /// Begins: everything is due at once.
    #[must_use]
    pub fn new(now: Mono) -> Self {
        Self { read_at: Some(now), round_at: None, grace_until: now + GRACE, ..Self::default() }
    }

    /// Something may have changed.
    pub fn handle_hint(&mut self, now: Mono) {
        let earliest = self.last_read.map_or(now, |last| last + READ_SPACING);
        // A hint inside the spacing is never lost and never pushes the read further away.
        self.read_at.get_or_insert(earliest.max(now));
    }

    /// The network was read.
    pub fn handle_read(&mut self) {
        self.unread = 0;
    }

    /// The network could not be read: what asked for it is not lost, and not asked again and again either.
    pub fn handle_unread(&mut self, now: Mono) {
        let wait = (READ_SPACING * 2_u32.saturating_pow(self.unread.min(16))).min(READ_EVERY);
        self.unread += 1;
        let again = now + wait;
        self.read_at = Some(self.read_at.map_or(again, |at| at.min(again)));
    }

    /// The sources are asked now.
    pub fn handle_asking(&mut self, now: Mono) {
        self.credit_at = self.credit_at.max(now) + CHECK_SPACING;
    }

    /// When the sources may be asked again, if not at once.
    fn earliest_check(&self, now: Mono) -> Mono {
        let credit = CHECK_SPACING * (CHECK_CREDIT - 1);

        now + self.credit_at.since(now).saturating_sub(credit)
    }

    /// The machine woke up: look now, and soon again.
    pub fn handle_wake(&mut self, now: Mono) {
        self.handle_hint(now);
        self.begin_afresh(now);
    }

    /// The network is another one than before: whatever was under way is about the old one.
    pub fn handle_changed_network(&mut self, now: Mono) {
        self.begin_afresh(now);
    }

    /// A sign that the address changed behind the router: whatever was asked before it was asked too early.
    pub fn handle_sign(&mut self, now: Mono) {
        self.running = None;
        self.retries = 0;
        self.round_at = Some(now);
    }

    /// What is known is too old to act on: look again, without forgetting how often that failed.
    pub fn handle_stale(&mut self, now: Mono) {
        if self.running.is_none() {
            self.round_at = Some(self.earliest_check(now));
        }
    }

    /// A person asks for a check. Returns whether it is done.
    pub fn handle_button(&mut self, now: Mono) -> bool {
        if self.button_allowed(now) > now {
            return false;
        }
        self.last_button = Some(now);
        self.read_at = Some(now);
        self.running = None;
        self.round_at = Some(now);

        true
    }

    /// From when on a person may ask for a check.
    #[must_use]
    pub fn button_allowed(&self, now: Mono) -> Mono {
        self.last_button.map_or(now, |last| last + BUTTON_SPACING)
    }

    fn begin_afresh(&mut self, now: Mono) {
        self.running = None;
        self.round_at = Some(self.earliest_check(now));
        self.retries = 0;
        self.grace_until = now + GRACE;
    }

    /// The round ended. Reports that come later are about nothing.
    pub fn handle_ended(&mut self, number: u64, ending: Ending, now: Mono) {
        if !self.is_running(number) {
            return;
        }
        self.running = None;
        let wait = match ending {
            Ending::Known => {
                self.retries = 0;
                CHECK_EVERY
            }
            Ending::Nothing => {
                self.retries += 1;
                retry_wait(self.retries)
            }
            Ending::Portal => {
                self.retries += 1;
                if self.retries <= PORTAL_TRIES { PORTAL_EVERY } else { SLOW[2] }
            }
            Ending::Partly => {
                self.retries += 1;
                retry_wait(self.retries)
                    .max(Duration::from_secs(30) * u32::try_from(self.retries.min(10)).unwrap_or(10))
            }
        };
        self.round_at = Some(self.earliest_check(now).max(now + wait));
        if ending == Ending::Nothing {
            // The sources are not asked where there is no way out, and an event that tells of a new one can be missed.
            self.pulse_at = self.pulse_at.map(|at| at.min(now + wait));
        }
    }

    /// The round with this number is the one that is under way.
    #[must_use]
    pub fn is_running(&self, number: u64) -> bool {
        self.running.as_ref().is_some_and(|running| running.number == number)
    }

    /// The number of the round that is under way.
    #[must_use]
    pub fn running(&self) -> Option<u64> {
        self.running.as_ref().map(|running| running.number)
    }

    /// Any round is under way.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.running.is_some()
    }

    /// A hint is waiting for its read of the network.
    #[must_use]
    pub fn is_read_pending(&self) -> bool {
        self.read_at.is_some()
    }

    /// Nothing counts as a failure yet.
    #[must_use]
    pub fn in_grace(&self, now: Mono) -> bool {
        now < self.grace_until
    }

    /// When the next round begins.
    #[must_use]
    pub fn next_round(&self) -> Option<Mono> {
        self.round_at
    }

    /// The round that has outlived its limit, once.
    #[must_use]
    pub fn overdue(&self, now: Mono) -> Option<u64> {
        self.running.as_ref().filter(|running| running.limit <= now).map(|running| running.number)
    }

    /// Returns what is due now, once. Call until it returns `None`.
    #[must_use]
    pub fn poll(&mut self, now: Mono) -> Option<Due> {
        let due = |at: Option<Mono>| at.is_some_and(|at| at <= now);
        if due(self.read_at) || due(self.pulse_at) {
            // The pulse does not count: the first hint after it is still followed at once.
            if self.read_at.take().is_some() {
                self.last_read = Some(now);
            }
            self.pulse_at = Some(now + READ_EVERY);
            return Some(Due::Read);
        }
        // The sources are asked after the network was read: its facts are a witness.
        if due(self.round_at) {
            self.round_at = None;
            self.number += 1;
            self.running = Some(Running { number: self.number, limit: now + ROUND_LIMIT });
            return Some(Due::Round(self.number));
        }

        None
    }

    /// When [`Self::poll`] or [`Self::overdue`] has something again.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Mono> {
        let limit = self.running.as_ref().map(|running| running.limit);

        [self.read_at, self.pulse_at, self.round_at, limit].into_iter().flatten().min()
    }
}

fn retry_wait(retries: usize) -> Duration {
    let index = retries.saturating_sub(1);

    QUICK.iter().chain(&SLOW).nth(index).copied().unwrap_or(SLOW[2])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: u64) -> Mono {
        Mono(Duration::from_millis(milliseconds))
    }

    fn reads(rounds: &mut Rounds, now: Mono) -> usize {
        std::iter::from_fn(|| rounds.poll(now)).filter(|due| *due == Due::Read).count()
    }

    #[test]
    fn a_storm_of_hints_is_read_at_once_then_at_most_ten_times_a_second_and_once_after_quiet() {
        let mut rounds = Rounds::new(at(0));
        assert_eq!(reads(&mut rounds, at(0)), 1);

        let mut count = 0;
        for millisecond in 10_000..10_250 {
            rounds.handle_hint(at(millisecond));
            count += reads(&mut rounds, at(millisecond));
        }
        assert_eq!(count, 3, "at 10.0, 10.1 and 10.2 s");
        assert_eq!(rounds.poll_timeout(), Some(at(10_300)), "the last hint is always followed by a read");
        assert_eq!(reads(&mut rounds, at(10_300)), 1);
    }

    #[test]
    fn a_flapping_link_is_checked_three_times_at_once_then_every_two_seconds_and_always_after_quiet() {
        let mut rounds = Rounds::new(at(0));
        let mut asked = Vec::new();
        let mut ask = |rounds: &mut Rounds, now: u64, ending: Ending| {
            while let Some(due) = rounds.poll(at(now)) {
                if let Due::Round(number) = due {
                    rounds.handle_asking(at(now));
                    rounds.handle_ended(number, ending, at(now));
                    asked.push(now);
                }
            }
        };
        for millisecond in 60_000..70_000 {
            if millisecond % 200 == 0 {
                rounds.handle_changed_network(at(millisecond));
            }
            ask(&mut rounds, millisecond, Ending::Nothing);
        }
        rounds.handle_changed_network(at(70_000));
        for millisecond in 70_000..80_000 {
            ask(&mut rounds, millisecond, Ending::Known);
        }

        assert_eq!(asked, [60_000, 60_200, 60_400, 62_000, 64_000, 66_000, 68_000, 70_000]);
    }

    #[test]
    fn tries_that_fail_use_the_same_credit_as_changes() {
        let mut rounds = Rounds::new(at(0));
        for now in [0, 500, 1_000] {
            rounds.handle_changed_network(at(now));
            rounds.handle_asking(at(now));
        }
        rounds.handle_changed_network(at(1_100));

        assert_eq!(rounds.next_round(), Some(at(2_000)));
    }

    #[test]
    fn a_read_that_failed_is_tried_again_soon_and_then_ever_less_often() {
        let mut rounds = Rounds::new(at(0));
        assert_eq!(reads(&mut rounds, at(0)), 1);
        rounds.handle_unread(at(0));
        assert_eq!(rounds.poll_timeout(), Some(at(100)));
        for _ in 0..40 {
            rounds.handle_unread(at(0));
        }
        assert_eq!(reads(&mut rounds, at(100)), 1);
        rounds.handle_unread(at(100));
        assert_eq!(rounds.poll_timeout(), Some(at(60_100)));

        rounds.handle_read();
        rounds.handle_unread(at(200));
        assert_eq!(rounds.poll_timeout(), Some(at(300)));
    }

    #[test]
    fn the_network_is_read_every_minute_without_any_hint() {
        let mut rounds = Rounds::new(at(0));
        assert_eq!(reads(&mut rounds, at(0)), 1);

        assert_eq!(reads(&mut rounds, at(59_999)), 0);
        assert_eq!(reads(&mut rounds, at(60_000)), 1);
    }

    #[test]
    fn a_change_ends_the_round_that_is_under_way() {
        let mut rounds = Rounds::new(at(0));
        rounds.handle_changed_network(at(0));
        let first = std::iter::from_fn(|| rounds.poll(at(0))).last();
        rounds.handle_changed_network(at(100));
        let second = std::iter::from_fn(|| rounds.poll(at(100))).last();

        assert_eq!((first, second), (Some(Due::Round(1)), Some(Due::Round(2))));
        assert!(!rounds.is_running(1));
    }

    #[test]
    fn after_wake_the_first_retries_come_quickly_and_never_more_than_half_a_minute_apart() {
        let mut rounds = Rounds::new(at(0));
        rounds.handle_wake(at(0));
        let mut now = at(0);
        let mut waits = Vec::new();
        for _ in 0..9 {
            assert_eq!(rounds.poll(now), Some(Due::Read), "the network is read before each try");
            let round = rounds.poll(now);
            let Some(Due::Round(number)) = round else { panic!("{round:?}") };
            rounds.handle_ended(number, Ending::Nothing, now);
            let next = rounds.next_round().unwrap();
            waits.push(next.since(now).as_millis());
            now = next;
        }

        assert_eq!(waits, [500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 30_000, 30_000]);
    }

    #[test]
    fn the_end_of_a_portal_is_looked_for_every_few_seconds_and_after_ten_minutes_less_often() {
        let mut rounds = Rounds::new(at(0));
        rounds.handle_changed_network(at(0));
        let mut now = at(0);
        let mut waits = Vec::new();
        for _ in 0..152 {
            let number = std::iter::from_fn(|| rounds.poll(now)).find_map(|due| match due {
                Due::Round(number) => Some(number),
                Due::Read => None,
            });
            rounds.handle_ended(number.unwrap(), Ending::Portal, now);
            let next = rounds.next_round().unwrap();
            waits.push(next.since(now).as_secs());
            now = next;
        }

        assert_eq!((waits[0], waits[149], waits[151]), (4, 4, 30));
    }

    #[test]
    fn a_hundred_clicks_are_one_check() {
        let mut rounds = Rounds::new(at(0));

        assert_eq!((0..100).filter(|click| rounds.handle_button(at(click * 10))).count(), 1);
        assert!(rounds.handle_button(at(10_000)));
    }
}
