//! How a hostname's round or try ended, as the command line promises it.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::address::{PerFamily, Publishable};
use crate::event::{Answer, Trouble};
use crate::hostname::Hostname;
use crate::reply::{self, Means, Next};
use crate::settings::ProviderId;
use crate::text::Texts;

/// How one hostname's round or try ended; the command line's contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The provider changed the record.
    Updated,
    /// Nothing had to be changed.
    Unchanged,
    /// The user has to act.
    Refused,
    /// Temporary trouble; it is tried again.
    Retry,
    /// Could not confirm.
    Unknown,
    /// On hold.
    Held,
}

/// How one hostname's round or try ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OutcomeReport {
    /// The name in ASCII.
    pub hostname: String,
    /// The provider's id.
    pub provider: String,
    /// How it ended.
    pub outcome: Outcome,
    /// What the provider's answer means; `None` when there was none.
    pub means: Option<Means>,
    /// In plain words.
    pub message: String,
    /// The addresses that were or would be sent.
    pub address: PerFamily<Option<IpAddr>>,
    /// When it may be tried again, in seconds.
    pub retry_after_s: Option<u32>,
    /// Proved at the zone's own name servers.
    pub proved: bool,
    /// The provider's proxy stands before it: DNS shows the proxy's addresses on purpose, and proves nothing.
    #[serde(default)]
    pub proxied: bool,
}

impl Outcome {
    /// The record is as it should be.
    #[must_use]
    pub fn is_success(self) -> bool {
        matches!(self, Self::Updated | Self::Unchanged)
    }
}

impl OutcomeReport {
    /// How one conversation ended that `homeport try` or the wizard asked for.
    #[must_use]
    pub fn of_try(
        hostname: &Hostname,
        provider: &ProviderId,
        addresses: PerFamily<Option<Publishable>>,
        answer: Option<&Answer>,
        texts: &Texts,
    ) -> Self {
        let (outcome, means, said, wait) = match answer {
            Some(Answer::Replied(reply)) => {
                let (outcome, wait) = match reply::next(reply, 0) {
                    Next::Verify if reply.means == Means::Good => (Outcome::Updated, None),
                    Next::Verify => (Outcome::Unchanged, None),
                    Next::RetryAfter(wait, _) if reply.means == Means::Unknown => (Outcome::Unknown, Some(wait)),
                    Next::RetryAfter(wait, _) | Next::SendAlone(wait) => (Outcome::Retry, Some(wait)),
                    Next::Halt(_) => (Outcome::Refused, None),
                };
                (outcome, Some(reply.means), reply.message.clone(), wait)
            }
            Some(Answer::NotSent(trouble @ Trouble::Settings(_))) => {
                (Outcome::Refused, None, trouble.to_string(), None)
            }
            Some(Answer::NotSent(trouble)) => {
                (Outcome::Retry, None, trouble.to_string(), Some(reply::next_without_answer(0)))
            }
            Some(Answer::Uncertain(trouble)) => (Outcome::Unknown, None, trouble.to_string(), None),
            Some(Answer::NoSecret) | None => (Outcome::Refused, None, String::new(), None),
        };
        let id = match (means, outcome) {
            (Some(Means::Good), _) => "try-good",
            (Some(Means::Unchanged), _) => "try-unchanged",
            (Some(Means::BadAuth), _) => "try-bad-auth",
            (Some(Means::NoSuchHost), _) => "try-no-such-host",
            (Some(Means::NotYours), _) => "try-not-yours",
            (Some(Means::NotEntitled), _) => "try-not-entitled",
            (Some(Means::Blocked), _) => "try-blocked",
            (Some(Means::BadRequest), _) => "try-bad-request",
            (Some(Means::ClientRefused), _) => "try-client-refused",
            (Some(Means::RateLimited), _) => "try-rate-limited",
            (Some(Means::ServerTrouble), _) => "try-server-trouble",
            (Some(Means::Unknown), _) => "try-unknown",
            (None, Outcome::Unknown) => "try-uncertain",
            (None, _) => "try-not-sent",
        };
        let values = [
            ("host", hostname.to_unicode().into()),
            ("quoted", if said.is_empty() { "no" } else { "yes" }.into()),
            ("message", sentence(&said).into()),
        ];

        Self {
            hostname: hostname.to_string(),
            provider: provider.to_string(),
            outcome,
            means,
            message: texts.say(id, &values),
            address: PerFamily {
                ipv4: addresses.ipv4.map(Publishable::get),
                ipv6: addresses.ipv6.map(Publishable::get),
            },
            retry_after_s: wait.map(|wait| u32::try_from(wait.as_secs()).unwrap_or(u32::MAX)),
            proved: false,
            proxied: matches!(answer, Some(Answer::Replied(reply)) if reply.proxied),
        }
    }

    /// Two successes, one for each family, as one.
    #[must_use]
    pub fn joined(self, other: Self) -> Self {
        let address = PerFamily {
            ipv4: self.address.ipv4.or(other.address.ipv4),
            ipv6: self.address.ipv6.or(other.address.ipv6),
        };
        let proxied = self.proxied || other.proxied;
        let base = if self.outcome == Outcome::Updated { self } else { other };

        Self { address, proxied, ..base }
    }
}

/// A sentence of ours follows the provider's words, and few of them end with a stop.
fn sentence(said: &str) -> String {
    let stop = if said.is_empty() || said.ends_with(['.', '!', '?', '…', '。']) { "" } else { "." };

    format!("{said}{stop}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::Reply;

    #[test]
    fn the_providers_words_end_before_ours_begin() {
        let (hostname, provider) = ("home.example.org".parse().unwrap(), ProviderId("one".to_owned()));
        let told = |words: &str| {
            let answer = Answer::Replied(Reply::with_message(Means::BadAuth, words));
            let none = PerFamily { ipv4: None, ipv6: None };

            OutcomeReport::of_try(&hostname, &provider, none, Some(&answer), &Texts::english()).message
        };

        assert!(
            told("a wrong key (BADSIG)").contains("a wrong key (BADSIG). Make"),
            "{}",
            told("a wrong key (BADSIG)")
        );
        assert!(told("Invalid token.").contains("Invalid token. Make"), "{}", told("Invalid token."));
        assert!(told("").contains("the token. Make"), "{}", told(""));
    }
}
