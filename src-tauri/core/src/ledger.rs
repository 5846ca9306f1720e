//! Durable facts. They survive restarts and crashes, so that a provider's rules hold across them.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::address::{Family, PerFamily};
use crate::fault::Code;
use crate::hostname::Hostname;
use crate::installation::Installation;
use crate::reply::Means;
use crate::settings::{AccountId, ProviderId};
use crate::time::Wall;

/// What was last published for one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The address.
    pub address: IpAddr,
    /// When the provider accepted it.
    pub accepted: Wall,
    /// When it was last proved in DNS.
    pub proved: Option<Wall>,
    /// The provider answers DNS questions with the addresses of its own proxy: there is nothing to prove.
    #[serde(default)]
    pub proxied: bool,
    /// Other addresses of the record, which are not the home's and stay.
    #[serde(default)]
    pub beside: Vec<IpAddr>,
}

/// No request before this time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotBefore {
    /// The end of the wait. One that is further away than [`crate::reply::LONGEST_WAIT`] is capped when it is read.
    pub until: Wall,
    /// When the wait began.
    pub since: Wall,
    /// Which answer asked for it; `None` when no answer came.
    pub means: Option<Means>,
    /// Failed tries in a row.
    pub failures: u32,
    /// The provider itself asked for this wait: nobody may end it sooner.
    #[serde(default)]
    pub asked: bool,
}

/// No request until the user acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Halted {
    /// The answer that caused it.
    pub means: Means,
    /// The provider's own words.
    pub message: String,
    /// Since when.
    pub since: Wall,
    /// The version of this program, for a halt that a newer version may end.
    pub version: String,
}

/// The user wants no update to be sent. A restart changes nothing about that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paused {
    /// The end of the pause; `None` until the user resumes. One that is further away than it was at its beginning is
    /// capped when it is read.
    pub until: Option<Wall>,
    /// When it began.
    pub since: Wall,
}

/// What belongs to a network, and was told there: it is not news again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ToldHere {
    /// The problem.
    pub code: Code,
    /// The network, as [`crate::network::NetworkId`] writes it, or the name of a tunnel.
    pub network: String,
}

/// The most networks that are remembered for what was told there; the one that was told first is forgotten first.
pub const TOLD_NETWORKS: usize = 64;

/// Whom a fact is about. The order is the order of precedence when it is shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// Every account of a provider.
    Provider(ProviderId),
    /// Every hostname of an account.
    Account(AccountId),
    /// One hostname.
    Hostname(Hostname),
    /// One hostname at its standby.
    Standby(Hostname),
}

/// All durable facts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ledger {
    /// What was last published, by hostname.
    pub published: BTreeMap<Hostname, PerFamily<Option<Published>>>,
    /// Waits, by subject.
    pub not_before: BTreeMap<Subject, NotBefore>,
    /// Halts, by subject.
    pub halted: BTreeMap<Subject, Halted>,
    /// The pause of everything.
    #[serde(default)]
    pub paused: Option<Paused>,
    /// What was told in which network, and when first.
    #[serde(default)]
    pub told: BTreeMap<ToldHere, Wall>,
    /// What was last published by a standby, by the name that it keeps. Who is here has stood in, and is kept right.
    #[serde(default)]
    pub standby: BTreeMap<Hostname, PerFamily<Option<Published>>>,
    /// Since when a hostname's first account has been out while a new address waits; only of hostnames with a standby.
    #[serde(default)]
    pub out: BTreeMap<Hostname, Wall>,
    /// The name that this installation gave itself.
    #[serde(default)]
    pub installation: Option<Installation>,
}

/// One change to the durable facts. The store writes each in a transaction of its own before the next action is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LedgerChange {
    /// What is published for one record now; `None` forgets it, which touches no record anywhere.
    Published(Hostname, Family, Option<Published>),
    /// A wait begins, or is lifted.
    NotBefore(Subject, Option<NotBefore>),
    /// A halt begins, or is lifted by the user.
    Halted(Subject, Option<Halted>),
    /// Everything is paused, or resumed.
    Paused(Option<Paused>),
    /// Something was told in a network for the first time, or is forgotten.
    Told(ToldHere, Option<Wall>),
    /// What a standby has published for one record now.
    Standby(Hostname, Family, Option<Published>),
    /// A hostname's first account is out while a new address waits, or serves again.
    Out(Hostname, Option<Wall>),
    /// This installation gave itself a name. One that has a name keeps it.
    Installation(Installation),
}

impl LedgerChange {
    /// Whether nothing is done wrong when a crash takes this change away: a proof is found again by asking DNS.
    #[must_use]
    pub fn is_found_again(&self) -> bool {
        let (Self::Published(_, _, fact) | Self::Standby(_, _, fact)) = self else { return false };

        fact.as_ref().is_some_and(|fact| fact.proved.is_some())
    }

    /// Whether the later one of two changes leaves nothing of the earlier one.
    #[must_use]
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Published(name, family, _), Self::Published(other, other_family, _))
            | (Self::Standby(name, family, _), Self::Standby(other, other_family, _)) => {
                name == other && family == other_family
            }
            (Self::Out(name, _), Self::Out(other, _)) => name == other,
            // The first one stays.
            (Self::Installation(_), Self::Installation(_)) => false,
            (Self::NotBefore(subject, _), Self::NotBefore(other, _))
            | (Self::Halted(subject, _), Self::Halted(other, _)) => subject == other,
            (Self::Paused(_), Self::Paused(_)) => true,
            (Self::Told(told, _), Self::Told(other, _)) => told == other,
            _ => false,
        }
    }
}

impl Ledger {
    /// Applies one change, as the store does.
    pub fn apply(&mut self, change: LedgerChange) {
        match change {
            LedgerChange::Published(hostname, family, fact) => {
                *self.published.entry(hostname).or_default().get_mut(family) = fact;
            }
            LedgerChange::NotBefore(subject, Some(fact)) => {
                self.not_before.insert(subject, fact);
            }
            LedgerChange::NotBefore(subject, None) => {
                self.not_before.remove(&subject);
            }
            LedgerChange::Halted(subject, Some(fact)) => {
                self.halted.insert(subject, fact);
            }
            LedgerChange::Halted(subject, None) => {
                self.halted.remove(&subject);
            }
            LedgerChange::Paused(fact) => self.paused = fact,
            LedgerChange::Told(told, Some(at)) => {
                self.told.insert(told, at);
            }
            LedgerChange::Told(told, None) => {
                self.told.remove(&told);
            }
            LedgerChange::Standby(hostname, family, fact) => {
                let facts = self.standby.entry(hostname.clone()).or_default();
                *facts.get_mut(family) = fact;
                if facts.ipv4.is_none() && facts.ipv6.is_none() {
                    self.standby.remove(&hostname);
                }
            }
            LedgerChange::Out(hostname, Some(since)) => {
                self.out.insert(hostname, since);
            }
            LedgerChange::Installation(name) => {
                // A disk that could be read late knows better than the start that had none.
                self.installation.get_or_insert(name);
            }
            LedgerChange::Out(hostname, None) => {
                self.out.remove(&hostname);
            }
        }
    }
}
