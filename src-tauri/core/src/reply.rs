//! The closed vocabulary of provider answers, and the one table from an answer to the next step.
//! Retry policy lives here and nowhere else.

use std::net::IpAddr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::time::{DAY, HOUR, MINUTE};

/// What a provider's answer means. Every provider file maps its answers onto these words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// The record was changed.
    Good,
    /// The record already had this address. A success, and never to be provoked on purpose.
    Unchanged,
    /// User, password, key or token was refused.
    BadAuth,
    /// The account has no such hostname or zone.
    NoSuchHost,
    /// The hostname exists, but belongs to someone else.
    NotYours,
    /// The account may not use this feature, or the token lacks a right.
    NotEntitled,
    /// The hostname or account was blocked for abuse.
    Blocked,
    /// The request itself is wrong: a malformed name, too many names.
    BadRequest,
    /// This client was refused by its User-Agent.
    ClientRefused,
    /// Too many requests for now.
    RateLimited,
    /// The provider has trouble of its own.
    ServerTrouble,
    /// No rule matched. Never a success.
    Unknown,
}

/// One provider's answer about one hostname, without any secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// What it means.
    pub means: Means,
    /// The provider's own words, redacted, at most 200 characters.
    pub message: String,
    /// The address that the provider says it has stored, if it says so.
    pub address: Option<IpAddr>,
    /// How long the provider asks to wait.
    pub retry_after: Option<Duration>,
}

impl Reply {
    /// A reply with nothing but its meaning.
    #[must_use]
    pub fn plain(means: Means) -> Self {
        Self { means, message: String::new(), address: None, retry_after: None }
    }
}

/// How far a halt reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// Only this hostname.
    Hostname,
    /// Every hostname of this account.
    Account,
    /// Every hostname of this provider, until this program is updated.
    Provider,
}

/// The next step after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// The provider accepted it: ask the zone's name servers.
    Verify,
    /// Try again, not before this span.
    RetryAfter(Duration, Reach),
    /// No further request until the user acts.
    Halt(Reach),
}

/// The longest wait that a provider can ask for.
pub const LONGEST_WAIT: Duration = DAY;
/// The shortest wait after 429, with or without a Retry-After.
pub const SHORTEST_RATE_LIMIT: Duration = MINUTE;
/// The pause after `911`: No-IP asks for 30 minutes (noip.com/integrate/response).
pub const SERVER_TROUBLE_WAIT: Duration = Duration::from_secs(30 * 60);

/// The one table. `failures` counts the failed tries in a row before this one.
#[must_use]
pub fn next(reply: &Reply, failures: u32) -> Next {
    let asked = reply.retry_after.map(|wait| wait.min(LONGEST_WAIT));
    match reply.means {
        Means::Good | Means::Unchanged => Next::Verify,
        Means::BadAuth | Means::NotEntitled => Next::Halt(Reach::Account),
        Means::NoSuchHost | Means::NotYours | Means::Blocked | Means::BadRequest => Next::Halt(Reach::Hostname),
        Means::ClientRefused => Next::Halt(Reach::Provider),
        Means::RateLimited => {
            Next::RetryAfter(asked.unwrap_or(backoff(5 * MINUTE, failures)).max(SHORTEST_RATE_LIMIT), Reach::Account)
        }
        Means::ServerTrouble => {
            Next::RetryAfter(asked.unwrap_or(backoff(SERVER_TROUBLE_WAIT, failures)).max(MINUTE), Reach::Account)
        }
        Means::Unknown => Next::RetryAfter(backoff(10 * MINUTE, failures), Reach::Hostname),
    }
}

/// The wait after a request that never reached the provider, or whose answer never came: 10 s, 20 s, 40 s … 10 min.
#[must_use]
pub fn next_without_answer(failures: u32) -> Duration {
    (Duration::from_secs(10) * 2_u32.saturating_pow(failures.min(16))).min(10 * MINUTE)
}

fn backoff(first: Duration, failures: u32) -> Duration {
    first.saturating_mul(2_u32.saturating_pow(failures.min(16))).min(6 * HOUR)
}
