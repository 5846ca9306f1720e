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

impl Means {
    /// The provider has the address now.
    #[must_use]
    pub fn is_success(self) -> bool {
        matches!(self, Self::Good | Self::Unchanged)
    }

    /// A refusal of a whole list may be about one of its names: the others are tried alone. All other refusals are about the
    /// account or the provider.
    #[must_use]
    pub fn is_of_one(self) -> bool {
        matches!(self, Self::Unknown | Self::BadRequest | Self::NoSuchHost | Self::NotYours)
    }
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
    /// It was refused, or not named, in a request for several hostnames; alone it may be accepted. Never set for a
    /// request with one hostname, so that each is sent alone at most once.
    #[serde(default)]
    pub alone: bool,
    /// How far a halt reaches, where the provider's file knows it better than the table.
    #[serde(default)]
    pub reach: Option<Reach>,
    /// The provider answers DNS questions with the addresses of its own proxy, so DNS cannot prove this address.
    #[serde(default)]
    pub proxied: bool,
    /// Other addresses of the name, which are not the home's and stay.
    #[serde(default)]
    pub beside: Vec<IpAddr>,
    /// What was said, for whoever looks for the cause; empty for a success.
    #[serde(default)]
    pub exchange: Exchange,
}

/// A request and its answer, as far as they may be seen: without secrets, each on one line of at most 512 characters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Exchange {
    /// The method and the address, without its query.
    pub request: String,
    /// The status and the beginning of what came back; empty where it may hold a secret.
    pub answer: String,
}

impl Reply {
    /// A reply with nothing but its meaning.
    #[must_use]
    pub fn plain(means: Means) -> Self {
        Self {
            means,
            message: String::new(),
            address: None,
            retry_after: None,
            alone: false,
            reach: None,
            proxied: false,
            beside: Vec::new(),
            exchange: Exchange::default(),
        }
    }

    /// A reply with a message that is already free of secrets and at most 200 characters long.
    #[must_use]
    pub fn with_message(means: Means, message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::plain(means) }
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
    /// Send this hostname once more in a request of its own, not before this span: too many names, or a list in which
    /// another name was wrong.
    SendAlone(Duration),
    /// No further request until the user acts.
    Halt(Reach),
}

/// The longest wait that a provider can ask for.
pub const LONGEST_WAIT: Duration = DAY;
/// The shortest wait after 429, with or without a Retry-After.
pub const SHORTEST_RATE_LIMIT: Duration = MINUTE;
/// The pause after `911`: No-IP asks for 30 minutes (noip.com/integrate/response). It stands in the provider files.
pub const SERVER_TROUBLE_WAIT: Duration = Duration::from_secs(30 * 60);
/// The pause before a hostname is sent alone.
pub const ALONE_WAIT: Duration = MINUTE;

/// The one table. `failures` counts the failed tries in a row before this one. The client adds its jitter on top.
#[must_use]
pub fn next(reply: &Reply, failures: u32) -> Next {
    let asked = reply.retry_after.unwrap_or_default().min(LONGEST_WAIT);
    if reply.alone && !reply.means.is_success() {
        return Next::SendAlone(asked.max(ALONE_WAIT));
    }
    let halt = |reach| Next::Halt(reply.reach.unwrap_or(reach));
    match reply.means {
        Means::Good | Means::Unchanged => Next::Verify,
        Means::BadAuth | Means::NotEntitled => halt(Reach::Account),
        Means::NoSuchHost | Means::NotYours | Means::Blocked | Means::BadRequest => halt(Reach::Hostname),
        Means::ClientRefused => halt(Reach::Provider),
        Means::RateLimited => {
            let own =
                if reply.retry_after.is_some() { SHORTEST_RATE_LIMIT } else { backoff(5 * MINUTE, failures, DAY) };

            Next::RetryAfter(asked.max(own), Reach::Account)
        }
        Means::ServerTrouble => Next::RetryAfter(asked.max(backoff(MINUTE, failures, HOUR)), Reach::Account),
        Means::Unknown => Next::RetryAfter(asked.max(backoff(10 * MINUTE, failures, DAY)), Reach::Hostname),
    }
}

/// The wait after a request that never reached the provider, or whose answer never came: 10 s, 20 s, 40 s, then each
/// minute. No provider was bothered by these, and a name is to be right within a minute after the trouble ends.
#[must_use]
pub fn next_without_answer(failures: u32) -> Duration {
    backoff(Duration::from_secs(10), failures, MINUTE)
}

fn backoff(first: Duration, failures: u32, longest: Duration) -> Duration {
    first.saturating_mul(2_u32.saturating_pow(failures.min(16))).min(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_has_its_next_step() {
        let table = [
            (Means::Good, Next::Verify),
            (Means::Unchanged, Next::Verify),
            (Means::BadAuth, Next::Halt(Reach::Account)),
            (Means::NotEntitled, Next::Halt(Reach::Account)),
            (Means::NoSuchHost, Next::Halt(Reach::Hostname)),
            (Means::NotYours, Next::Halt(Reach::Hostname)),
            (Means::Blocked, Next::Halt(Reach::Hostname)),
            (Means::BadRequest, Next::Halt(Reach::Hostname)),
            (Means::ClientRefused, Next::Halt(Reach::Provider)),
            (Means::RateLimited, Next::RetryAfter(5 * MINUTE, Reach::Account)),
            (Means::ServerTrouble, Next::RetryAfter(MINUTE, Reach::Account)),
            (Means::Unknown, Next::RetryAfter(10 * MINUTE, Reach::Hostname)),
        ];
        for (means, expected) in table {
            assert_eq!(next(&Reply::plain(means), 0), expected, "{means:?}");
        }
    }

    #[test]
    fn a_wait_that_the_provider_asks_for_is_kept_and_capped_at_a_day() {
        let asked = |means, seconds| Reply { retry_after: Some(Duration::from_secs(seconds)), ..Reply::plain(means) };

        assert_eq!(next(&asked(Means::RateLimited, 1), 0), Next::RetryAfter(MINUTE, Reach::Account));
        assert_eq!(next(&asked(Means::RateLimited, 600), 9), Next::RetryAfter(10 * MINUTE, Reach::Account));
        assert_eq!(next(&asked(Means::ServerTrouble, 1_800), 0), Next::RetryAfter(30 * MINUTE, Reach::Account));
        assert_eq!(next(&asked(Means::ServerTrouble, 999_999_999), 0), Next::RetryAfter(DAY, Reach::Account));
    }

    #[test]
    fn waits_grow_and_stay_below_their_limit() {
        let trouble = Reply::plain(Means::ServerTrouble);

        assert_eq!(next(&trouble, 3), Next::RetryAfter(8 * MINUTE, Reach::Account));
        assert_eq!(next(&trouble, u32::MAX), Next::RetryAfter(HOUR, Reach::Account));
        assert_eq!(next(&Reply::plain(Means::Unknown), u32::MAX), Next::RetryAfter(DAY, Reach::Hostname));
        assert_eq!(next_without_answer(0), Duration::from_secs(10));
        assert_eq!(next_without_answer(u32::MAX), MINUTE);
    }

    #[test]
    fn a_name_refused_in_a_list_is_sent_alone_and_one_refused_alone_is_not_sent_again() {
        let in_a_list = Reply { alone: true, ..Reply::plain(Means::BadRequest) };

        assert_eq!(next(&in_a_list, 0), Next::SendAlone(ALONE_WAIT));
        assert_eq!(next(&Reply { alone: false, ..in_a_list }, 1), Next::Halt(Reach::Hostname));
    }

    #[test]
    fn a_provider_file_can_narrow_or_widen_a_halt() {
        let narrow = Reply { reach: Some(Reach::Hostname), ..Reply::plain(Means::BadAuth) };

        assert_eq!(next(&narrow, 0), Next::Halt(Reach::Hostname));
    }
}
