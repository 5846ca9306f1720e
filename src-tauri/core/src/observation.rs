//! Combines what several sources said into one answer per family. Unknown is never absent.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::address::{Family, PublicAddress, Scope};
use crate::settings::SourceKind;
use crate::time::Wall;

/// One source of the public address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceId {
    /// What it speaks.
    pub kind: SourceKind,
    /// Who runs it. Two sources of one operator are one witness.
    pub operator: String,
}

/// Why a source gave no usable address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum SourceFault {
    /// No connection in time, or none at all.
    #[error("did not answer")]
    NoAnswer,
    /// The name of the source has no address: the resolver is dead or refuses.
    #[error("its name could not be resolved")]
    NoDns,
    /// The certificate was refused: a captive portal, a filter, or a wrong clock.
    #[error("its certificate was refused: {0}")]
    Tls(String),
    /// Something that is not an address: a captive portal's page, most often.
    #[error("answered with something that is not an address")]
    NotAnAddress,
    /// An address that the world cannot route to.
    #[error("named {0}, which is not a public address")]
    NotPublic(IpAddr, Scope),
    /// An address of the other family.
    #[error("answered with the other address family")]
    OtherFamily,
    /// The service answered with an error status.
    #[error("answered with status {0}")]
    Status(u16),
    /// There is no address of this family, and the source knows that for sure.
    #[error("has no address of this family")]
    None,
}

/// What one source said of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Who said it.
    pub source: SourceId,
    /// Of which family.
    pub family: Family,
    /// What it said. The address may still be any address; only [`crate::client::Client`] judges it.
    pub said: Result<IpAddr, SourceFault>,
}

/// Why the address of a family is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Nothing was asked yet.
    NotYetAsked,
    /// There is no route of this family.
    NoRoute,
    /// No source answered.
    NoAnswer,
    /// Only one source answered, and a change needs two.
    OneWitness(IpAddr),
    /// Sources name different addresses.
    Disagree(Vec<IpAddr>),
    /// The echo services answer with a web page.
    CaptivePortal,
    /// Only addresses that are not public were named.
    NotPublic(IpAddr, Scope),
    /// IPv6: there are only temporary, deprecated or local addresses.
    NoLastingAddress,
}

/// What is known of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Observation {
    /// Independent sources agree.
    Known {
        /// The address.
        address: PublicAddressText,
        /// Who said so.
        witnesses: Vec<SourceId>,
        /// When.
        at: Wall,
    },
    /// This machine certainly has no address of this family.
    Absent,
    /// The address is not known; the records stay as they are.
    Unknown(Why),
}

/// A public address as it stands in stored or shown values.
pub type PublicAddressText = IpAddr;

/// A confirmed address with its proof, inside the core.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// The address.
    pub address: PublicAddress,
    /// Who said so.
    pub witnesses: Vec<SourceId>,
}
