//! The only place that reads the clocks.

use std::sync::LazyLock;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

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
