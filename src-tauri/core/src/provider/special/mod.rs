//! Providers that need code: signatures, DNS messages, reading before writing. One file each, without I/O.

mod alibaba;
mod azure;
mod cloudflare;
mod decide;
mod edgeone;
mod google;
mod huawei;
mod no;
mod ovh;
mod rfc2136;
mod route53;
mod rsa;
mod sign;
mod sweep;
mod tencent;
mod token;
mod transip;
mod volcengine;
mod walk;
mod xml;

use self::sweep::{Bulk, Sweep};
use self::walk::Walk;
use crate::catalogue::BeginError;
use crate::provider::{Conversation, Task};

/// The code that a provider file names in `special`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Special {
    /// DNS UPDATE with TSIG.
    Rfc2136,
    /// Cloudflare's API, version 4.
    Cloudflare,
    /// Amazon Route 53.
    Route53,
    /// Alibaba Cloud DNS.
    Alibaba,
    /// `DNSPod` of Tencent Cloud.
    Tencent,
    /// The API of OVH.
    Ovh,
    /// Huawei Cloud DNS.
    Huawei,
    /// Google Cloud DNS.
    Google,
    /// Azure DNS.
    Azure,
    /// `TransIP`'s REST API.
    TransIp,
    /// Tencent Cloud `EdgeOne`.
    EdgeOne,
    /// Volcengine DNS.
    Volcengine,
}

impl Special {
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "rfc2136" => Some(Self::Rfc2136),
            "cloudflare" => Some(Self::Cloudflare),
            "route53" => Some(Self::Route53),
            "alibaba" => Some(Self::Alibaba),
            "tencent" => Some(Self::Tencent),
            "ovh" => Some(Self::Ovh),
            "huawei" => Some(Self::Huawei),
            "google" => Some(Self::Google),
            "azure" => Some(Self::Azure),
            "transip" => Some(Self::TransIp),
            "edgeone" => Some(Self::EdgeOne),
            "volcengine" => Some(Self::Volcengine),
            _ => None,
        }
    }

    /// A record's comment says who keeps it.
    pub(crate) fn has_owner(self) -> bool {
        self == Self::Cloudflare
    }

    /// The servers that it speaks with for accounts of other regions, and those that give out tokens.
    pub(crate) fn further_hosts(self) -> &'static [&'static str] {
        match self {
            Self::Ovh => &ovh::FURTHER_HOSTS,
            Self::Google => &google::FURTHER_HOSTS,
            Self::Azure => &azure::FURTHER_HOSTS,
            Self::EdgeOne => &edgeone::FURTHER_HOSTS,
            Self::Rfc2136
            | Self::Cloudflare
            | Self::Route53
            | Self::Alibaba
            | Self::Tencent
            | Self::Huawei
            | Self::TransIp
            | Self::Volcengine => &[],
        }
    }

    /// The one server that it speaks with; `None` where the user types it.
    pub(crate) fn own_host(self) -> Option<&'static str> {
        match self {
            Self::Rfc2136 => None,
            Self::Cloudflare => Some(cloudflare::HOST),
            Self::Route53 => Some(route53::HOST),
            Self::Alibaba => Some(alibaba::HOST),
            Self::Tencent => Some(tencent::HOST),
            Self::Ovh => Some(ovh::HOST),
            Self::Huawei => Some(huawei::HOST),
            Self::Google => Some(google::HOST),
            Self::Azure => Some(azure::HOST),
            Self::TransIp => Some(transip::HOST),
            Self::EdgeOne => Some(edgeone::HOST),
            Self::Volcengine => Some(volcengine::HOST),
        }
    }

    /// `minimum_ttl`: the provider's shortest time to live, in seconds.
    pub(crate) fn begin(self, task: Task, minimum_ttl: Option<u32>) -> Result<Box<dyn Conversation>, BeginError> {
        Ok(match self {
            Self::Rfc2136 => Box::new(rfc2136::Update::new(task)?),
            Self::Cloudflare => one_or_many(&task, cloudflare::Cloudflare::new(&task)?, minimum_ttl),
            Self::Route53 => one_or_many(&task, route53::Route53::new(&task)?, minimum_ttl),
            Self::Alibaba => Box::new(Walk::new(&task, alibaba::Alibaba::new(&task)?, minimum_ttl)),
            Self::Tencent => Box::new(Walk::new(&task, tencent::Tencent::new(&task)?, minimum_ttl)),
            Self::Ovh => Box::new(Walk::new(&task, ovh::Ovh::new(&task)?, minimum_ttl)),
            Self::Huawei => Box::new(Walk::new(&task, huawei::Huawei::new(&task)?, minimum_ttl)),
            Self::Google => Box::new(Walk::new(&task, google::Google::new(&task)?, minimum_ttl)),
            Self::Azure => Box::new(Walk::new(&task, azure::Azure::new(&task)?, minimum_ttl)),
            Self::TransIp => Box::new(Walk::new(&task, transip::TransIp::new(&task)?, minimum_ttl)),
            Self::EdgeOne => Box::new(Walk::new(&task, edgeone::EdgeOne::new(&task)?, minimum_ttl)),
            Self::Volcengine => Box::new(Walk::new(&task, volcengine::Volcengine::new(&task)?, minimum_ttl)),
        })
    }
}

/// One name is read by itself; of several, the zone's list is read.
fn one_or_many<A: Bulk + 'static>(task: &Task, api: A, minimum_ttl: Option<u32>) -> Box<dyn Conversation> {
    if task.hostnames.len() > 1 {
        Box::new(Sweep::new(task, api, minimum_ttl))
    } else {
        Box::new(Walk::new(task, api, minimum_ttl))
    }
}
