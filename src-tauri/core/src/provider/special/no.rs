//! Why a conversation with a signed API ends early.

use std::net::IpAddr;

use crate::provider::words::{Hidden, not_understood};
use crate::provider::{HttpResponse, wait};
use crate::reply::{Exchange, Means, Reply};

/// Why the way ends early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct No {
    means: Means,
    /// `None`: what came is not understood.
    words: Option<String>,
    /// The address that the provider stored instead of the one that was sent.
    stored: Option<IpAddr>,
}

impl No {
    pub(super) fn new(means: Means, words: impl Into<String>) -> Self {
        Self { means, words: Some(words.into()), stored: None }
    }

    /// An answer that says neither yes nor no; the status may still tell.
    pub(super) fn odd(status: u16) -> Self {
        Self { means: by_status(status), words: None, stored: None }
    }

    /// Another address is stored than the one that was sent.
    pub(super) fn stored(address: IpAddr, words: String) -> Self {
        Self { stored: Some(address), ..Self::new(Means::Unknown, words) }
    }

    pub(super) fn means(&self) -> Means {
        self.means
    }

    /// Why, for an end that no answer led to.
    pub(super) fn words(&self) -> &str {
        self.words.as_deref().unwrap_or_default()
    }

    /// The reply to the answer that led here.
    pub(super) fn reply(&self, response: &HttpResponse, hidden: &Hidden, unix_time: u64) -> Reply {
        let message = match &self.words {
            Some(words) => hidden.clean(words),
            None => not_understood(response.status, &response.body, hidden),
        };
        let retry_after = response
            .retry_after
            .as_deref()
            .filter(|_| matches!(self.means, Means::RateLimited | Means::ServerTrouble | Means::Unknown))
            .and_then(|value| wait::retry_after(value, response.date.as_deref(), unix_time));

        // An answer that is no error may hold a token that was just made; then there are words of our own.
        let is_seen = self.words.is_none() || response.status >= 400;
        let answer = if is_seen { format!("HTTP {} {}", response.status, response.body) } else { String::new() };
        let exchange = Exchange { request: String::new(), answer: hidden.excerpt(&answer) };

        Reply { retry_after, exchange, address: self.stored, ..Reply::with_message(self.means, message) }
    }

    /// The clocks differ; nothing is wrong with the key.
    pub(super) fn clock(words: &str) -> Self {
        Self::new(Means::ServerTrouble, format!("the clock of this computer is wrong: {words}"))
    }
}

/// What a status alone says. Never a success.
pub(super) fn by_status(status: u16) -> Means {
    match status {
        401 => Means::BadAuth,
        403 => Means::NotEntitled,
        429 => Means::RateLimited,
        500..=599 => Means::ServerTrouble,
        _ => Means::Unknown,
    }
}
