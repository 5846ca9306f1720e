//! Providers that need code: signatures, DNS messages, reading before writing. One file each, without I/O.

mod cloudflare;
mod rfc2136;

use crate::catalogue::BeginError;
use crate::provider::{Conversation, Task};

/// The code that a provider file names in `special`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Special {
    /// DNS UPDATE with TSIG.
    Rfc2136,
    /// Cloudflare's API, version 4.
    Cloudflare,
}

impl Special {
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "rfc2136" => Some(Self::Rfc2136),
            "cloudflare" => Some(Self::Cloudflare),
            _ => None,
        }
    }

    /// The one server that it speaks with; `None` where the user types it.
    pub(crate) fn own_host(self) -> Option<&'static str> {
        match self {
            Self::Rfc2136 => None,
            Self::Cloudflare => Some(cloudflare::HOST),
        }
    }

    pub(crate) fn begin(self, task: Task) -> Result<Box<dyn Conversation>, BeginError> {
        Ok(match self {
            Self::Rfc2136 => Box::new(rfc2136::Update::new(task)?),
            Self::Cloudflare => Box::new(cloudflare::Cloudflare::new(&task)?),
        })
    }
}
