//! Problems people can do something about: code, severity, what each hides, and its cure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::address::Family;

/// The stable code of a problem. Texts are found by it: `fault-CODE-happened`, `-means`, `-do`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
#[allow(missing_docs, reason = "the texts of each code say it")]
pub enum Code {
    Offline,
    NoDns,
    Captive,
    TlsTrust,
    VpnActive,
    NotHome,
    IpDisagree,
    OneWitness,
    Cgnat,
    Ipv6None,
    KeychainLocked,
    KeychainAbsent,
    KeychainDenied,
    SecretMissing,
    AuthRejected,
    AuthScope,
    HostNotFound,
    NotYours,
    Blocked,
    ClientRefused,
    BadRequest,
    RateLimited,
    ProviderDown,
    ProviderUnknown,
    Uncertain,
    NotInDns,
    ForeignChange,
    SettingsBroken,
    StoreBroken,
    DiskFull,
    WatcherDown,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Said in the row of the hostname only.
    Note,
    /// Updates are on hold for a reason.
    Holding,
    /// Works, but look at it.
    Attention,
    /// A name is or will be wrong.
    Error,
    /// Nothing can be known: hides everything else.
    Offline,
}

impl Code {
    /// How bad it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Offline => Severity::Offline,
            Self::VpnActive | Self::NotHome => Severity::Holding,
            Self::NoDns
            | Self::Captive
            | Self::TlsTrust
            | Self::IpDisagree
            | Self::Cgnat
            | Self::Ipv6None
            | Self::RateLimited
            | Self::ProviderDown
            | Self::ProviderUnknown
            | Self::Uncertain
            | Self::DiskFull
            | Self::StoreBroken
            | Self::WatcherDown => Severity::Attention,
            Self::OneWitness => Severity::Note,
            Self::KeychainLocked
            | Self::KeychainAbsent
            | Self::KeychainDenied
            | Self::SecretMissing
            | Self::AuthRejected
            | Self::AuthScope
            | Self::HostNotFound
            | Self::NotYours
            | Self::Blocked
            | Self::ClientRefused
            | Self::BadRequest
            | Self::NotInDns
            | Self::ForeignChange
            | Self::SettingsBroken => Severity::Error,
        }
    }

    /// The root causes that hide this problem while they last.
    #[must_use]
    pub fn depends_on(self) -> &'static [Self] {
        match self {
            Self::Offline
            | Self::SettingsBroken
            | Self::StoreBroken
            | Self::DiskFull
            | Self::KeychainLocked
            | Self::KeychainAbsent
            | Self::KeychainDenied
            | Self::SecretMissing
            | Self::WatcherDown => &[],
            Self::NoDns | Self::Captive | Self::VpnActive | Self::NotHome => &[Self::Offline],
            Self::TlsTrust => &[Self::Offline, Self::Captive],
            Self::IpDisagree | Self::OneWitness | Self::Cgnat | Self::Ipv6None => {
                &[Self::Offline, Self::Captive, Self::NoDns, Self::VpnActive, Self::NotHome]
            }
            Self::AuthRejected
            | Self::AuthScope
            | Self::HostNotFound
            | Self::NotYours
            | Self::Blocked
            | Self::ClientRefused
            | Self::BadRequest
            | Self::RateLimited
            | Self::ForeignChange => &[Self::Offline],
            Self::ProviderDown | Self::ProviderUnknown | Self::Uncertain | Self::NotInDns => {
                &[Self::Offline, Self::Captive, Self::NoDns]
            }
        }
    }
}

/// What a button of a problem does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "do")]
#[allow(missing_docs, reason = "the names say it")]
pub enum Remedy {
    CheckNow,
    TryAgain { hostname: String },
    ReplaceSecret { account: String },
    OpenProvider { url: String },
    EditHostname { hostname: String },
    RunDiagnostics,
    Resume,
    ThisIsHome,
    UpdateHere,
    SignIn { url: String },
    UseVpn,
    ChooseSources,
    UnlockKeychain { account: String },
    KeepInMemory { account: String },
    TurnOff { family: Family },
    PauseHostname { hostname: String },
    ShowActivity { hostname: String },
    ShowZones { hostname: String, account: String },
}

/// A button: what it says and what it does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Button {
    /// What it says.
    pub label: String,
    /// What it does.
    pub remedy: Remedy,
}

/// One problem as people see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Problem {
    /// Its stable code.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What happened.
    pub happened: String,
    /// What it means.
    pub means: String,
    /// What to do.
    pub cure: String,
    /// The buttons; the first is the primary one.
    pub buttons: Vec<Button>,
    /// The hostnames it is about; empty when it is about the machine.
    pub hostnames: Vec<String>,
    /// Since when.
    pub since: crate::time::Wall,
    /// When it is tried again by itself.
    pub next_try: Option<crate::time::Wall>,
    /// When it was first told in this network, if it belongs to the network: it is not told again there.
    #[serde(default)]
    pub told: Option<crate::time::Wall>,
}

/// A problem before it is put into words: its code, whom it is about, and the values its text needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Its code.
    pub code: Code,
    /// The hostnames it is about.
    pub hostnames: Vec<crate::hostname::Hostname>,
    /// The values for the placeholders of its texts.
    pub values: BTreeMap<&'static str, String>,
    /// The buttons.
    pub remedies: Vec<Remedy>,
    /// Since when.
    pub since: crate::time::Wall,
    /// When it is tried again by itself.
    pub next_try: Option<crate::time::Wall>,
    /// When it was first told in this network, if it belongs to the network.
    pub told: Option<crate::time::Wall>,
}
