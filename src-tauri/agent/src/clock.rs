//! The only place that reads the clocks.

use std::sync::LazyLock;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use homeport_core::time::{Mono, Now, Wall};

static ZERO: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Both clocks, read together.
#[must_use]
pub fn now() -> Now {
    Now { mono: Mono(ZERO.elapsed()), wall: wall() }
}

/// The wall clock. A clock before 1970 reads as 1970.
#[must_use]
pub fn wall() -> Wall {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();

    Wall(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// How long it is until the next local midnight; a day where the system names no time zone or no such moment.
#[must_use]
pub fn until_tomorrow() -> Duration {
    let now = jiff::Zoned::now();
    let midnight = now.tomorrow().and_then(|tomorrow| tomorrow.start_of_day());

    midnight
        .ok()
        .and_then(|midnight| Duration::try_from(now.duration_until(&midnight)).ok())
        .unwrap_or(homeport_core::time::DAY)
}
