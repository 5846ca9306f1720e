//! What the user chose. The file `settings.toml` is read into these types and edited without losing its comments.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use url::Url;

use crate::address::PerFamily;
use crate::hostname::Hostname;
use crate::interface_id::InterfaceId;

mod app_table;
pub mod backup;
pub mod edit;
pub mod edit_webhook;
pub mod file;
mod preferences;
mod reader;
#[cfg(test)]
mod tests;
mod version_1;

pub use app_table::webhook_url;
pub use preferences::{AppSettings, IconStyle, LogLevel, Notifications, Preferences, Theme};

/// The provider and account id of the practice server inside the resident.
pub const PRACTICE: &str = "practice";
/// The hostname that "Try it without an account" adds (RFC 6761, 6.2: `test` is never in the public DNS).
pub const PRACTICE_HOSTNAME: &str = "home.practice.test";

/// The key of an account in the settings and in the vault: letters, digits, `-` and `_`, 1 to 64 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct AccountId(pub String);

impl AccountId {
    /// Whether a text may be an account's id. It names files of systemd credentials too, hence the narrow choice.
    #[must_use]
    pub fn is_valid(text: &str) -> bool {
        (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The id of a provider: the name of its file in `providers/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct ProviderId(pub String);

impl fmt::Display for ProviderId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// One account at one provider, without its secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its key in the vault.
    pub id: AccountId,
    /// Where it is.
    pub provider: ProviderId,
    /// The provider's fields that are not secret, by key.
    pub fields: BTreeMap<String, String>,
}

/// One hostname that is kept up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostnameSettings {
    /// The name.
    pub name: Hostname,
    /// The account that may change it.
    pub account: AccountId,
    /// Which records are kept.
    pub enabled: PerFamily<bool>,
    /// The AAAA record is for another machine in this LAN: an interface id or a MAC address, as typed.
    pub device: Option<String>,
    /// Whether a missing record may be created; the user agreed when the hostname was added.
    pub create: bool,
    /// The user stopped this hostname.
    pub paused: bool,
    /// Who keeps it while this account cannot.
    pub standby: Option<Standby>,
    /// The record's TTL is lowered to the provider's minimum with the next change.
    pub lower_ttl: bool,
}

/// A first account is out for this long before its standby serves, unless the file says otherwise.
pub const STANDBY_AFTER: Duration = crate::time::HOUR;

/// Who keeps a hostname while its first account cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standby {
    /// Another account.
    pub account: AccountId,
    /// The name that it keeps: the same one, or one of its own.
    pub name: Hostname,
    /// How long the first account has to be out.
    pub after: Duration,
}

/// A kind of built-in source that `addresses.sources` can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum SourceKind {
    Router,
    Stun,
    Http,
    Dns,
    Interface,
    Command,
    Fixed,
}

/// How addresses are found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AddressSettings {
    /// The kinds of sources in use; empty means all.
    pub sources: Vec<SourceKind>,
    /// A fixed address instead of detection.
    pub fixed: PerFamily<Option<IpAddr>>,
    /// A program that prints the addresses, one in a line: the path and its arguments.
    pub command: Vec<String>,
    /// Of several lasting IPv6 addresses of this machine, the one with this host's half and no other.
    pub interface_id: Option<InterfaceId>,
    /// STUN servers are asked on a metered way out, too.
    pub stun_on_metered: bool,
}

/// The kind of an own source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "the names say it")]
pub enum OwnSourceKind {
    Http,
    Stun,
    Dns,
}

/// An echo service, STUN server or DNS source of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSource {
    /// What it speaks.
    pub kind: OwnSourceKind,
    /// Where it is: `https://…` for http (plain `http://` only for loopback and private addresses), `host:port` for
    /// STUN, `NAME@SERVER:PORT` for DNS.
    pub url: String,
    /// Whether the built-in sources of this kind are left out: "used instead".
    pub instead: bool,
}

/// What to do while a tunnel is the way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum VpnRule {
    /// Publish nothing.
    #[default]
    Hold,
    /// Publish the tunnel's address.
    Through,
    /// Measure through the physical interface.
    Physical,
}

/// Where updates may happen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NetworkSettings {
    /// `MAC/subnet` of each home network; empty means everywhere.
    pub home: Vec<String>,
    /// What to do while a tunnel is the way out.
    pub vpn: VpnRule,
}

/// How a published address is proved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VerifySettings {
    /// Asked instead of the zone's own name servers; empty means the zone's own.
    pub nameservers: Vec<SocketAddr>,
}

/// How a webhook is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs, reason = "the names say it")]
pub enum WebhookMethod {
    #[default]
    Post,
    Put,
    Get,
}

impl WebhookMethod {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Post, Self::Put, Self::Get];

    /// The word in the file and in the request.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Get => "GET",
        }
    }
}

/// A message to a server of the user's own for each proved change.
#[derive(Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Where it goes. It may be the secret itself.
    pub url: Url,
    /// How.
    pub method: WebhookMethod,
    /// What it says, with placeholders; empty: all four of them as JSON.
    pub body: String,
}

impl fmt::Debug for Webhook {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Webhook({} {})", self.method.word(), crate::webhook::masked(&self.url))
    }
}

/// Everything the user chose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The accounts, in the file's order.
    pub accounts: Vec<Account>,
    /// The hostnames, in the file's order; no name twice.
    pub hostnames: Vec<HostnameSettings>,
    /// How addresses are found.
    pub addresses: AddressSettings,
    /// Own sources.
    pub sources: Vec<OwnSource>,
    /// Where updates may happen.
    pub network: NetworkSettings,
    /// How a published address is proved.
    pub verify: VerifySettings,
    /// How Homeport looks and what it tells.
    pub app: AppSettings,
    /// Whom to tell of changes.
    pub webhook: Option<Webhook>,
}

impl Settings {
    /// The account with this id.
    #[must_use]
    pub fn account(&self, id: &AccountId) -> Option<&Account> {
        self.accounts.iter().find(|account| account.id == *id)
    }

    /// The settings of one hostname.
    #[must_use]
    pub fn hostname(&self, name: &Hostname) -> Option<&HostnameSettings> {
        self.hostnames.iter().find(|hostname| hostname.name == *name)
    }
}
