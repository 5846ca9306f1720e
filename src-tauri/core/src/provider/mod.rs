//! Conversations with providers, without I/O: the shell sends what a step asks for and hands back what came.
//! This is the only place besides the vault where a secret exists.

pub(crate) mod beside;
pub(crate) mod noted;
pub(crate) mod special;
pub(crate) mod wait;
pub(crate) mod words;

use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;

use url::Url;

use crate::address::{Family, PerFamily, Publishable};
use crate::event::{Answer, Trouble};
use crate::hostname::Hostname;
use crate::installation::Installation;
use crate::request::Secret;

/// One conversation to hold, with everything it needs.
#[derive(Debug, Clone)]
pub struct Task {
    /// The hostnames, at most as many as the provider takes.
    pub hostnames: Vec<Hostname>,
    /// The addresses to publish. A family that is `None` is not touched.
    pub addresses: PerFamily<Option<Publishable>>,
    /// The account's fields that are not secret, by key.
    pub fields: BTreeMap<String, String>,
    /// The account's secrets, by key.
    pub secrets: BTreeMap<String, Secret>,
    /// A missing record may be created.
    pub create: bool,
    /// How records are kept beside others.
    pub keeping: Keeping,
    /// Sixteen random bits for the id of a DNS message (RFC 5452, 4.3).
    pub message_id: u16,
    /// The wall clock in seconds since 1970, for signatures.
    pub unix_time: u64,
}

/// How records are kept beside others who may keep them.
#[derive(Debug, Clone, Default)]
pub struct Keeping {
    /// This installation: its comment goes into a record that is created, and a record whose comment names another one is
    /// not written. `None`: no comment is written or heeded.
    pub installation: Option<Installation>,
    /// A record that another installation keeps is taken over: the user wants it.
    pub take_over: bool,
    /// A TTL above the provider's minimum is lowered to it when the address is written.
    pub lower_ttl: bool,
    /// What was last published for each name. Where a name has several addresses, this one is the home's, and the others
    /// stay as they are.
    pub published: BTreeMap<Hostname, PerFamily<Option<IpAddr>>>,
}

impl Keeping {
    /// The other installation that a record's comment names.
    #[must_use]
    pub fn other(&self, comment: &str) -> Option<Installation> {
        let own = self.installation.as_ref()?;

        Installation::named_in(comment).filter(|named| named != own)
    }

    /// What was last published for a name.
    #[must_use]
    pub fn published(&self, hostname: &Hostname, family: Family) -> Option<IpAddr> {
        *self.published.get(hostname)?.get(family)
    }
}

/// A value of a request that may hold a secret. It does not show itself.
#[derive(Clone, PartialEq, Eq)]
pub struct Header {
    /// Its name in lower case.
    pub name: String,
    /// Its value.
    pub value: String,
    /// It holds a secret.
    pub sensitive: bool,
}

impl fmt::Debug for Header {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.name, if self.sensitive { "(hidden)" } else { &self.value })
    }
}

/// One HTTPS request.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// GET, POST, PUT, PATCH.
    pub method: &'static str,
    /// Where to; its query may hold a secret.
    pub url: Url,
    /// Headers besides Host, User-Agent and Content-Length.
    pub headers: Vec<Header>,
    /// The body.
    pub body: Option<Vec<u8>>,
    /// The request only reads: failing it changed nothing at the provider.
    pub reads_only: bool,
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.method, self.url.host_str().unwrap_or_default())
    }
}

/// One HTTP answer, within the limits of the transport.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpResponse {
    /// The status.
    pub status: u16,
    /// The value of Retry-After, as it came.
    pub retry_after: Option<String>,
    /// The value of Date, as it came: Retry-After may be a date.
    pub date: Option<String>,
    /// The body after decompression, at most 64 KiB, or 512 KiB where it was read for a list; bytes that are not UTF-8 are replaced.
    pub body: String,
}

/// One DNS message to a server, over UDP first and over TCP when it is long or the answer is cut (RFC 2136, 6.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsRequest {
    /// `host:port` or `address:port`.
    pub server: String,
    /// The message in wire format, signed.
    pub message: Vec<u8>,
}

/// What to send next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outgoing {
    /// Over HTTPS.
    Http(HttpRequest),
    /// Over DNS.
    Dns(DnsRequest),
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// An HTTP answer.
    Http(HttpResponse),
    /// A DNS answer in wire format.
    Dns(Vec<u8>),
    /// Nothing: the trouble, and whether the request may have reached the server.
    Failed {
        /// What went wrong.
        trouble: Trouble,
        /// The request may have been carried out.
        sent: bool,
    },
}

/// The next step of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Send this, and hand back what came.
    Send(Outgoing),
    /// It ended. Every hostname of the task has an entry.
    Done(BTreeMap<Hostname, Answer>),
}

/// A conversation with a provider. It ends after at most 20 requests over HTTP, or two DNS messages for each record and two
/// more.
pub trait Conversation: Send {
    /// Begins with `None`; then takes what came in answer to the step before.
    fn step(&mut self, incoming: Option<Incoming>) -> Step;
}

/// The end of a conversation whose request got no answer: the same for each hostname.
pub(crate) fn failed(hostnames: &[Hostname], trouble: &Trouble, sent: bool) -> BTreeMap<Hostname, Answer> {
    let answer = if sent { Answer::Uncertain(trouble.clone()) } else { Answer::NotSent(trouble.clone()) };

    hostnames.iter().map(|name| (name.clone(), answer.clone())).collect()
}
