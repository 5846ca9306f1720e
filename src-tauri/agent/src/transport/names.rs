//! Resolves the names of servers through the operating system, and keeps only the addresses that a request may use.

use std::fmt;
use std::net::SocketAddr;
use std::time::Duration;

use homeport_core::address::Family;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::is_local;

/// Why `http` was refused.
pub(super) const NOT_LOCAL: &str = "http is for devices in this network only; write https";

/// What the addresses of a name have to be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Names {
    /// Of this family, if one is named.
    pub(super) family: Option<Family>,
    /// In this machine or its own network.
    pub(super) local: bool,
    /// How long the system's resolver may take. Shorter than the limit for a connection, or a resolver that hangs would
    /// look like a server that does.
    pub(super) limit: Duration,
}

impl Resolve for Names {
    fn resolve(&self, name: Name) -> Resolving {
        let rules = *self;
        Box::pin(async move {
            // RFC 6761, 6.4: these names never exist, and no resolver needs to hear of them.
            if name.as_str().ends_with(".invalid") {
                return Err(NameFault::NotFound.into());
            }
            let found = tokio::time::timeout(rules.limit, tokio::net::lookup_host((name.as_str(), 0))).await;
            let found: Vec<SocketAddr> =
                found.map_err(|_| NameFault::NotFound)?.map_err(|_| NameFault::NotFound)?.collect();

            Ok(rules.choose(found).map(|usable| -> Addrs { Box::new(usable.into_iter()) })?)
        })
    }
}

impl Names {
    fn choose(self, found: Vec<SocketAddr>) -> Result<Vec<SocketAddr>, NameFault> {
        if found.is_empty() {
            return Err(NameFault::NotFound);
        }
        let mut usable = found;
        if let Some(family) = self.family {
            usable.retain(|address| Family::of(address.ip()) == family);
            if usable.is_empty() {
                return Err(NameFault::OtherFamily);
            }
        }
        if self.local && !usable.iter().all(|address| is_local(address.ip())) {
            return Err(NameFault::NotLocal);
        }

        Ok(usable)
    }
}

/// Why a name gave no usable address. Found again in the chain of causes by its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameFault {
    NotFound,
    OtherFamily,
    NotLocal,
}

impl fmt::Display for NameFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotFound => "the name has no address",
            Self::OtherFamily => "the name has no address of this family",
            Self::NotLocal => NOT_LOCAL,
        })
    }
}

impl std::error::Error for NameFault {}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_secs(1);

    fn addresses(list: &[&str]) -> Vec<SocketAddr> {
        list.iter().map(|text| SocketAddr::new(text.parse().unwrap(), 0)).collect()
    }

    #[test]
    fn only_addresses_of_the_family_are_used() {
        let both = addresses(&["20.1.0.1", "2a0e:1::1"]);
        let names = Names { family: Some(Family::Ipv6), local: false, limit: LIMIT };

        assert_eq!(names.choose(both), Ok(addresses(&["2a0e:1::1"])));
        assert_eq!(names.choose(addresses(&["20.1.0.1"])), Err(NameFault::OtherFamily));
    }

    #[test]
    fn a_name_with_a_public_address_is_not_spoken_to_over_plain_http() {
        let names = Names { family: None, local: true, limit: LIMIT };

        assert_eq!(names.choose(addresses(&["192.168.1.1", "20.1.0.1"])), Err(NameFault::NotLocal));
        assert_eq!(names.choose(addresses(&["192.168.1.1"])), Ok(addresses(&["192.168.1.1"])));
    }
}
