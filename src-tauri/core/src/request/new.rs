//! A hostname that is not kept yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Secret;

/// A hostname as the wizard or `homeport add` describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewHostname {
    /// As typed.
    pub hostname: String,
    /// The provider's id.
    pub provider: String,
    /// An existing or new account's id; `None`: the provider's only account, or a new one named after the provider.
    pub account: Option<String>,
    /// The provider's fields that are not secret, by key.
    pub fields: BTreeMap<String, String>,
    /// The secret fields, by key. Empty for an account whose secrets are stored.
    pub secrets: BTreeMap<String, Secret>,
    /// Keep the A record.
    pub ipv4: bool,
    /// Keep the AAAA record.
    pub ipv6: bool,
    /// The user agreed that a missing record is created.
    pub create: bool,
    /// The AAAA record is for another machine in this network: the host's half of its address, or its MAC address.
    #[serde(default)]
    pub device: Option<String>,
    /// Update only in this network from now on; `None`: on a machine with a battery that has no hostname yet.
    #[serde(default)]
    pub only_here: Option<bool>,
    /// Who keeps it while its account cannot.
    #[serde(default)]
    pub standby: Option<NewStandby>,
}

/// The standby of a new hostname.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewStandby {
    /// Another account that is stored.
    pub account: String,
    /// The name that it keeps, as typed; `None`: the same one.
    pub name: Option<String>,
}
