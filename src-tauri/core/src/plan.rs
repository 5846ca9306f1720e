//! Due hostnames, grouped into the fewest requests.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use serde::Serialize;

use crate::address::{PerFamily, Publishable};
use crate::hostname::Hostname;
use crate::settings::{AccountId, ProviderId};

/// What the client has to know of a provider to plan by its rules. Comes from the provider's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderRules {
    /// Its name, for people.
    pub name: String,
    /// Its home page, for people.
    pub site: String,
    /// Where a token is made; may be empty.
    pub access_url: String,
    /// How many hostnames one request may name; at least 1.
    pub batch: usize,
    /// The shortest time between two requests that name the same hostname.
    pub pace: Duration,
    /// How many conversations of one account may run side by side; at least 1.
    pub parallel: usize,
    /// Which records it can keep.
    pub families: PerFamily<bool>,
    /// One request carries both families.
    pub joint: bool,
    /// What the provider does with a family that is not named would change a record that was not asked for: both known
    /// families are always sent together.
    pub resend_both: bool,
    /// Forced refresh, only where the provider drops idle names.
    pub keep_alive: Option<Duration>,
    /// A record's comment says which installation keeps it.
    pub owned: bool,
    /// The answer to a check of the token names the zones that it sees.
    pub names_zones: bool,
    /// How low the TTL of a record may be, in seconds; only where it can be lowered with the address.
    pub minimum_ttl: Option<u32>,
}

/// The number of a plan; never used twice in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct PlanId(pub u64);

/// One provider conversation to hold. It names no secret: the shell adds those from the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// Its number.
    pub id: PlanId,
    /// The account whose secrets are used.
    pub account: AccountId,
    /// The provider that is spoken to.
    pub provider: ProviderId,
    /// The hostnames, at most as many as the provider takes in one request.
    pub hostnames: Vec<Hostname>,
    /// The addresses to publish. A family that is `None` is not touched.
    pub addresses: PerFamily<Option<Publishable>>,
    /// A missing record may be created.
    pub create: bool,
    /// The user wants it, although another installation keeps the record.
    pub take_over: bool,
    /// The record's TTL is lowered to the provider's minimum.
    pub lower_ttl: bool,
    /// What was last published for each hostname; it tells the home's address from others beside it.
    pub published: BTreeMap<Hostname, PerFamily<Option<IpAddr>>>,
}
