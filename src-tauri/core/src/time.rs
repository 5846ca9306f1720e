//! Instants and spans that a test can make up. Monotonic and wall time are different types, so that a clock that jumps
//! can never move a timer.

use std::ops::Add;
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// One second.
pub const SECOND: Duration = Duration::from_secs(1);
/// One minute.
pub const MINUTE: Duration = Duration::from_secs(60);
/// One hour.
pub const HOUR: Duration = Duration::from_secs(3_600);
/// One day of 24 hours.
pub const DAY: Duration = Duration::from_secs(86_400);

/// A moment on the monotonic clock, as the time since the process's own zero. Never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Mono(pub Duration);

impl Mono {
    /// The time that passed since `earlier`; zero if `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

impl Add<Duration> for Mono {
    type Output = Self;

    fn add(self, span: Duration) -> Self {
        Self(self.0.saturating_add(span))
    }
}

/// A moment on the wall clock, in milliseconds since 1970-01-01T00:00:00Z. It may jump either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Wall(#[cfg_attr(feature = "typescript", ts(type = "number"))] pub i64);

impl Wall {
    /// The time that passed since `earlier`; zero if `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        let milliseconds = self.0.saturating_sub(earlier.0);

        Duration::from_millis(u64::try_from(milliseconds).unwrap_or(0))
    }
}

impl Add<Duration> for Wall {
    type Output = Self;

    fn add(self, span: Duration) -> Self {
        let milliseconds = i64::try_from(span.as_millis()).unwrap_or(i64::MAX);

        Self(self.0.saturating_add(milliseconds))
    }
}

/// Both clocks, read together by the shell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Now {
    /// Timers run on this one.
    pub mono: Mono,
    /// People and stored facts use this one.
    pub wall: Wall,
}
