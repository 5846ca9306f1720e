//! What an authoritative answer proves, and when to ask again. Waits of verification live here and nowhere else.

use std::net::{IpAddr, SocketAddr};

use serde::{Deserialize, Serialize};

use crate::address::Publishable;
use crate::hostname::Hostname;

/// A question to the zone's own name servers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The name.
    pub hostname: Hostname,
    /// The address that is to be there; its family says which record type to ask for.
    pub expected: Publishable,
    /// Servers to ask instead of the zone's own: the settings', or the practice server.
    pub nameservers: Vec<SocketAddr>,
}

/// What one authoritative server said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerAnswer {
    /// The server's name or address.
    pub server: String,
    /// The addresses of the record, empty when there is none; or why it could not be asked.
    pub addresses: Result<Vec<IpAddr>, String>,
    /// The record's time to live in seconds, if there is one.
    pub ttl: Option<u32>,
}

/// What the answers prove.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// Every server that answered names the expected address and no other.
    Confirmed {
        /// The record's time to live in seconds.
        ttl: Option<u32>,
    },
    /// Some servers do, some still have the old value or none.
    NotYet,
    /// All servers name another address.
    Different(Vec<IpAddr>),
    /// No server could be asked.
    CannotTell(String),
}
