//! The hand-moved clocks: true time, and the two clocks that a program sees.

use std::time::Duration;

use homeport_core::time::{Mono, Now, Wall};

/// One second in the simulation's milliseconds.
pub const SECOND: u64 = 1_000;
/// One minute.
pub const MINUTE: u64 = 60 * SECOND;
/// One hour.
pub const HOUR: u64 = 60 * MINUTE;
/// One day.
pub const DAY: u64 = 24 * HOUR;
/// One year of 365.25 days.
pub const YEAR: u64 = 365 * DAY + 6 * HOUR;

/// The wall clock at the beginning of each simulation: 2026-01-01T00:00:00Z.
const BEGINNING: i64 = 1_767_225_600_000;

/// True time in milliseconds since the simulation began, and what the program's clocks make of it.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    /// True time. It never stands still and never jumps.
    pub real: u64,
    /// The true time at which the monotonic clock would have been zero.
    mono_zero: u64,
    /// How far the wall clock is off, in milliseconds.
    wall_error: i64,
}

impl Clock {
    /// Both clocks as the program reads them.
    #[must_use]
    pub fn now(&self) -> Now {
        let mono = Mono(Duration::from_millis(self.real.saturating_sub(self.mono_zero)));

        Now { mono, wall: Wall(BEGINNING + signed(self.real) + self.wall_error) }
    }

    /// The true time of a moment on the monotonic clock, if the machine does not sleep until then.
    #[must_use]
    pub fn real_of(&self, moment: Mono) -> u64 {
        let milliseconds = moment.0.as_nanos().div_ceil(1_000_000);

        self.mono_zero.saturating_add(u64::try_from(milliseconds).unwrap_or(u64::MAX))
    }

    /// The process started anew: its monotonic clock begins at zero.
    pub fn restart(&mut self) {
        self.mono_zero = self.real;
    }

    /// The monotonic clock stood still for this long.
    pub fn stand_still(&mut self, span: u64) {
        self.mono_zero += span;
    }

    /// Sets the wall clock this far off true time.
    pub fn set_wall_error(&mut self, milliseconds: i64) {
        self.wall_error = milliseconds;
    }

    /// Sets the wall clock to this moment.
    pub fn set_wall(&mut self, wall: Wall) {
        self.wall_error = wall.0 - BEGINNING - signed(self.real);
    }

    /// Whether the wall clock is right.
    #[must_use]
    pub fn wall_is_right(&self) -> bool {
        self.wall_error == 0
    }
}

fn signed(milliseconds: u64) -> i64 {
    i64::try_from(milliseconds).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sleep_moves_the_wall_clock_and_not_the_monotonic_one() {
        let mut clock = Clock { real: 5 * HOUR, ..Clock::default() };
        clock.restart();
        clock.real += HOUR;
        let before = clock.now();

        clock.real += 8 * HOUR;
        clock.stand_still(8 * HOUR);

        let after = clock.now();
        assert_eq!(after.mono, before.mono);
        assert_eq!(after.wall.since(before.wall), Duration::from_secs(8 * 3_600));
        assert_eq!(clock.real_of(after.mono + Duration::from_secs(1)), 14 * HOUR + SECOND);
    }
}
