//! The history that people read. Typed entries, never a secret.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::address::Family;
use crate::hostname::Hostname;
use crate::reply::Means;
use crate::settings::ProviderId;
use crate::time::Wall;

/// How much an entry weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Routine, folded away.
    Routine,
    /// Something changed.
    Change,
    /// Look at it.
    Warning,
    /// It went wrong.
    Failure,
}

/// One event of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
#[allow(missing_docs, reason = "the names of the fields say it")]
pub enum Happening {
    /// The program started.
    Started { version: String },
    /// An agreed address is new.
    AddressChanged { family: Family, old: Option<IpAddr>, new: IpAddr, witnesses: Vec<String> },
    /// An address is no longer known, and why, in words.
    AddressUnknown { family: Family, why: String },
    /// A request went out.
    Sent { hostnames: Vec<Hostname>, provider: ProviderId, addresses: Vec<IpAddr> },
    /// The provider answered.
    Answered { hostname: Hostname, provider: ProviderId, means: Means, message: String },
    /// No answer came: not sent at all, or not known whether it was applied.
    NoAnswer { hostname: Hostname, provider: ProviderId, uncertain: bool, message: String },
    /// The zone's own name servers have it.
    Proved { hostname: Hostname, address: IpAddr, seconds: u32 },
    /// The zone's own name servers have something else for too long.
    NotProved { hostname: Hostname, expected: IpAddr, found: Vec<IpAddr>, message: String },
    /// Updates stopped until the user acts.
    Halted { hostname: Option<Hostname>, provider: ProviderId, means: Means },
    /// Updates are on hold, and why, in words; or go on.
    Held { why: Option<String> },
    /// The user paused or resumed.
    Paused { hostname: Option<Hostname>, until: Option<Wall> },
    /// The user resumed.
    Resumed { hostname: Option<Hostname> },
    /// The settings changed.
    SettingsChanged { what: String },
    /// A check found nothing new. Repeats are folded by whoever shows them.
    Checked { why: String },
    /// A problem of this machine: store, keychain, watcher.
    Trouble { code: String, message: String },
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Entry {
    /// Its number in the journal, growing; zero until it is stored.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub id: i64,
    /// When it happened.
    pub at: Wall,
    /// How much it weighs.
    pub weight: Weight,
    /// What happened.
    pub happening: Happening,
    /// One line in plain words, in the user's language at the time it is shown.
    #[serde(default)]
    pub line: String,
}

/// How many days entries are kept.
pub const RETENTION_DAYS: i64 = 90;
/// How many entries are kept; about 10 MB.
pub const RETENTION_ENTRIES: i64 = 40_000;
