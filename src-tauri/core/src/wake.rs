//! Sees from the clocks alone that the machine slept, or that this process stood still. The system's own word
//! (systemd-logind, Windows, macOS) comes earlier where there is one; this one needs nobody.

use std::time::Duration;

use crate::time::{MINUTE, Now, SECOND};

/// Gaps up to this are not sleep: a clock is set a little, a machine is busy.
const TOLERANCE: Duration = Duration::from_secs(5);
/// The driver calls at least this often while the machine is awake.
const LONGEST_TICK: Duration = MINUTE.saturating_add(SECOND.saturating_mul(5));

/// Compares the clocks at each tick of the driver.
#[derive(Debug, Default)]
pub struct Wake {
    last: Option<Now>,
}

impl Wake {
    /// Call at each wake-up of the driver, whatever its cause, and at least once a minute. Returns how long the machine
    /// slept or the process stood still since the last call, if it did for more than 5 s.
    ///
    /// Linux and macOS stop the monotonic clock in sleep, and the wall clock goes on: the difference is the sleep.
    /// Windows lets both go on, and so does every system for a process that is suspended: then the tick comes late. A
    /// wall clock that is set forward looks like sleep and costs one check; one that is set back is nothing.
    #[must_use]
    pub fn tick(&mut self, now: Now) -> Option<Duration> {
        let last = self.last.replace(now)?;
        let ran = now.mono.since(last.mono);
        let passed = now.wall.since(last.wall);
        let asleep = passed.saturating_sub(ran);
        let late = ran.saturating_sub(LONGEST_TICK);

        Some(asleep.saturating_add(late)).filter(|gap| *gap > TOLERANCE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{HOUR, Mono, Wall};

    fn at(mono: u64, wall: i64) -> Now {
        Now { mono: Mono(Duration::from_secs(mono)), wall: Wall(1_700_000_000_000 + wall * 1_000) }
    }

    fn awake() -> Wake {
        let mut wake = Wake::default();
        assert_eq!(wake.tick(at(100, 100)), None);

        wake
    }

    #[test]
    fn the_first_tick_and_ordinary_ticks_are_not_sleep() {
        let mut wake = awake();
        for minute in 1..100 {
            assert_eq!(wake.tick(at(100 + minute * 60, 100 + i64::try_from(minute).unwrap() * 60)), None);
        }
    }

    #[test]
    fn a_wall_clock_that_went_on_alone_is_sleep() {
        assert_eq!(awake().tick(at(130, 130 + 8 * 3_600)), Some(8 * HOUR));
    }

    #[test]
    fn a_tick_that_comes_far_too_late_is_sleep() {
        assert_eq!(awake().tick(at(100 + 665, 100 + 665)), Some(10 * MINUTE));
    }

    #[test]
    fn a_sleep_is_told_once() {
        let mut wake = awake();
        assert!(wake.tick(at(101, 1_000)).is_some());
        assert_eq!(wake.tick(at(102, 1_001)), None);
    }

    #[test]
    fn a_wall_clock_that_is_set_back_or_slewed_is_nothing() {
        let mut wake = awake();
        assert_eq!(wake.tick(at(101, -3_600)), None);
        assert_eq!(wake.tick(at(102, -3_595)), None);
        assert_eq!(wake.tick(at(103, -1_700_000_000)), None);
        assert_eq!(wake.tick(at(163, -1_700_000_000 + 60)), None);
    }
}
