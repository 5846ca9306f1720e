//! The words of a provider file, as they are written in TOML. What they mean is decided in [`super::provider`].
//!
//! A new provider is one new file in `core/providers/`, or in the folder `providers` beside the user's settings. Its name
//! is the provider's id. What it does not say it takes from its `protocol`, and what that does not say from
//! `protocols/http.toml`; its own `[[reply]]` rules come first.
//!
//! - `name`, `site`, `cost`, `note`, `[access]`, `[[field]]`: what the wizard shows. A secret field goes to the
//!   vault only.
//! - `docs`: `url`, and what proves the file: `read`, the day on which the provider's own document was read, or `from`, at
//!   least two independent clients that send the request like this.
//! - `aliases`: the names that other clients know it by, for imports; no two providers share one.
//! - `suffixes`, `nameservers`: how a hostname is recognised; with `only_suffixes` no other name is taken.
//! - `in_dns = false`: what is updated is no record of this hostname (a tunnel, a filter), so DNS cannot prove it.
//! - `addresses`, `families`, `missing_family`, `batch`, `parallel`, `pace`, `keep_alive`: how updates are planned.
//! - `minimum_ttl`: how many seconds a TTL has to be at least, as the provider's document names it, where the steps send
//!   the record's own TTL back: for users who want it lowered.
//! - `[request]`: `method`, `url`, `query`, `headers`, `basic`, `form`, `json`. A slot is `{key}` of a field, or one of
//!   [`super::provider::SLOTS`]; `{key|default}` stands in for a missing value, and a parameter whose value is missing is
//!   left out. `{label}` is the part of the hostname in front of the field `zone`, and `apex` what stands there for the
//!   zone itself. `url_ipv6` is another address for a request with an IPv6 address only. The server is written out, or is
//!   a field of kind `web-server`; it never comes from an answer.
//! - `[[step]]`: instead of one request, reads that find the zone and the record, and the writes; see [`super::step_file`].
//! - `[[reply]]`: `status`, `body` (a regular expression for the whole line or answer, with the groups `address`, `wait`
//!   and `unit`), `json` (JSON pointers), `matches` (JSON pointers and a regular expression for the whole text there),
//!   `has` (JSON pointers that lead to something), `stored` (a JSON pointer to the address that the provider stored), and
//!   what it `means`. `once`: given once for a list of hostnames; `alone`: each hostname of the list is tried once more by
//!   itself; `reach`: how far a halt goes; `wait`: the least pause. `words`, for all rules: where in a JSON answer the
//!   provider's own words stand.
//! - `[check]`: a GET that shows whether the token works: `url` at the server of the updates, `query`, `headers`, rules of
//!   its own in `[[check.reply]]` (of the others only the refusals hold), and `[[check.example]]`. `zones`: where a success
//!   names the zones that the token sees, a JSON pointer with `*` for each element of one list. `unless`: a field that
//!   makes the check impossible when it is filled in.
//! - `[[example]]`: fields and addresses, the exact requests, and what each answer means. Tests carry them out.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use super::step_file::StepFile;
use crate::address::Family;
use crate::reply::{Means, Reach};

/// Why a provider file cannot be used: where, what, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}, {field}: {problem}; {cure}")]
pub struct FileError {
    /// The file's name.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The key, as a path with dots.
    pub field: String,
    /// What is wrong.
    pub problem: String,
    /// What to write instead.
    pub cure: String,
}

/// A file's name and text, to say where in it something is wrong.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) name: &'a str,
    pub(super) text: &'a str,
}

impl Source<'_> {
    pub(super) fn error(
        self,
        span: &Range<usize>,
        field: &str,
        problem: impl Into<String>,
        cure: impl Into<String>,
    ) -> FileError {
        FileError {
            file: self.name.to_owned(),
            line: self.text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1,
            field: field.to_owned(),
            problem: problem.into(),
            cure: cure.into(),
        }
    }

    /// Where a slot stands, from a place in the file on; the place itself where it is not written like this.
    pub(super) fn slot(self, key: &str, from: &Range<usize>) -> Range<usize> {
        let found = self.text.get(from.start..).and_then(|rest| rest.find(&format!("{{{key}")));

        found.map_or(from.clone(), |at| from.start + at..from.end)
    }

    pub(super) fn parse(self) -> Result<ProviderFile, FileError> {
        toml::from_str(self.text).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            let problem = error.message().lines().next().unwrap_or_default().to_owned();

            self.error(
                &span,
                &key_at(self.text, span.start),
                problem,
                "see the other provider files for what can stand here",
            )
        })
    }
}

/// The key of the line at this place, for a message about a line that could not be read.
fn key_at(text: &str, place: usize) -> String {
    let before = text.get(..place).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim();

    line.split(['=', ' ']).next().unwrap_or_default().trim_matches(['[', ']']).to_owned()
}

/// What the file was written after.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Docs {
    /// The provider's own page, or a client's source where there is none.
    pub(super) url: String,
    /// The day on which the provider's own document was read.
    pub(super) read: Option<String>,
    /// The independent clients that send the request like this.
    #[serde(default)]
    pub(super) from: Vec<String>,
}

impl Docs {
    /// Whether it names a document that was read, or two clients that agree.
    pub(super) fn is_proof(&self) -> bool {
        let is_day = |text: &str| text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
        let clients: BTreeSet<String> = self.from.iter().map(|client| client.trim().to_lowercase()).collect();

        match &self.read {
            Some(read) => is_day(read),
            None => clients.iter().filter(|client| !client.is_empty()).count() > 1,
        }
    }
}

/// How one update names its addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Addresses {
    /// One request for both families.
    Joint,
    /// One request for each family.
    Each,
}

/// What the provider does with a family that the request does not name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum MissingFamily {
    /// It stays.
    Keep,
    /// It is deleted.
    Clear,
    /// It is taken from the connection.
    Guess,
}

/// How the body is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Answers {
    /// One line for each hostname, in their order.
    Lines,
    /// One answer for the whole request.
    Whole,
}

/// What a field's value has to look like, beyond its pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum FieldKind {
    #[default]
    Text,
    /// An https address of a server; http only on this machine or in the private network.
    WebServer,
    /// `host` or `host:port` of a DNS server.
    DnsServer,
    /// A zone or another name in DNS.
    Name,
    /// Base64.
    Base64,
    /// A whole number.
    Number,
    /// A text that may have several lines, such as a key in PEM.
    Lines,
}

/// One field of the form.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FieldFile {
    pub(super) key: Spanned<String>,
    pub(super) label: String,
    pub(super) help: String,
    #[serde(default)]
    pub(super) secret: bool,
    #[serde(default)]
    pub(super) optional: bool,
    #[serde(default)]
    pub(super) kind: FieldKind,
    pub(super) pattern: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) example: String,
    #[serde(default)]
    pub(super) options: Vec<String>,
    #[serde(default)]
    pub(super) default: String,
}

/// Where a token is made.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AccessFile {
    pub(super) url: String,
    #[serde(default)]
    pub(super) steps: Vec<String>,
    #[serde(default)]
    pub(super) rights: Vec<String>,
}

/// HTTP Basic credentials (RFC 7617).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BasicFile {
    pub(super) user: Spanned<String>,
    pub(super) password: Spanned<String>,
}

/// The request's template.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RequestFile {
    pub(super) method: Option<Spanned<String>>,
    pub(super) url: Option<Spanned<String>>,
    /// For a request that carries an IPv6 address and no IPv4 address.
    pub(super) url_ipv6: Option<Spanned<String>>,
    pub(super) query: Option<BTreeMap<String, Spanned<String>>>,
    pub(super) headers: Option<BTreeMap<String, Spanned<String>>>,
    pub(super) basic: Option<BasicFile>,
    pub(super) form: Option<BTreeMap<String, Spanned<String>>>,
    pub(super) json: Option<Spanned<toml::Value>>,
    /// The provider takes the secret nowhere else than in the address, and the file says so.
    pub(super) secret_in_query: Option<bool>,
}

/// The meaning of an answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReplyFile {
    pub(super) status: Option<Spanned<toml::Value>>,
    pub(super) body: Option<Spanned<String>>,
    pub(super) json: Option<BTreeMap<String, toml::Value>>,
    #[serde(default)]
    pub(super) matches: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    pub(super) has: Vec<Spanned<String>>,
    pub(super) stored: Option<Spanned<String>>,
    pub(super) means: Spanned<Means>,
    pub(super) wait: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) once: bool,
    #[serde(default)]
    pub(super) alone: bool,
    pub(super) reach: Option<Reach>,
    pub(super) message: Option<String>,
}

/// A request that comes before the last one, with its answer.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExchangeFile {
    pub(super) request: String,
    pub(super) request_body: Option<String>,
    /// The request changes something; without it, it only reads.
    #[serde(default)]
    pub(super) writes: bool,
    #[serde(default = "ok")]
    pub(super) status: u16,
    #[serde(default)]
    pub(super) body: String,
}

/// One answer and what it means.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnswerFile {
    #[serde(default = "ok")]
    pub(super) status: u16,
    #[serde(default)]
    pub(super) body: String,
    pub(super) retry_after: Option<String>,
    /// For all hostnames.
    pub(super) means: Option<Means>,
    /// For each hostname, in their order.
    pub(super) each: Option<Vec<Means>>,
    /// The wait that is asked for, in seconds.
    pub(super) wait: Option<u64>,
    /// In the answer to a check: the zones that it names.
    #[serde(default)]
    pub(super) zones: Vec<String>,
}

fn ok() -> u16 {
    200
}

/// A request that only reads and shows whether a token works.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckFile {
    pub(super) url: Spanned<String>,
    #[serde(default)]
    pub(super) query: BTreeMap<String, Spanned<String>>,
    #[serde(default)]
    pub(super) headers: BTreeMap<String, Spanned<String>>,
    pub(super) zones: Option<Spanned<String>>,
    pub(super) unless: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) reply: Vec<ReplyFile>,
    #[serde(default)]
    pub(super) example: Vec<CheckExampleFile>,
}

/// What is sent to check a token, and what the answers mean.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckExampleFile {
    #[serde(default)]
    pub(super) fields: BTreeMap<String, String>,
    pub(super) request: Spanned<String>,
    #[serde(default)]
    pub(super) headers: BTreeMap<String, String>,
    pub(super) answers: Vec<AnswerFile>,
}

/// What is sent for given fields, and what the answers mean.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleFile {
    pub(super) hostnames: Vec<String>,
    pub(super) ipv4: Option<Ipv4Addr>,
    pub(super) ipv6: Option<Ipv6Addr>,
    #[serde(default)]
    pub(super) fields: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) create: bool,
    #[serde(default)]
    pub(super) lower_ttl: bool,
    /// What was published for the hostnames before.
    #[serde(default)]
    pub(super) published: Vec<IpAddr>,
    #[serde(default)]
    pub(super) before: Vec<ExchangeFile>,
    /// The method and the address of the last request; `none` when the conversation ends before it.
    pub(super) request: Spanned<String>,
    #[serde(default)]
    pub(super) headers: BTreeMap<String, String>,
    #[serde(default)]
    pub(super) request_body: String,
    pub(super) answers: Vec<AnswerFile>,
}

/// A provider or protocol file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ProviderFile {
    pub(super) name: Option<String>,
    pub(super) site: Option<String>,
    pub(super) docs: Option<Spanned<Docs>>,
    pub(super) aliases: Vec<String>,
    pub(super) suffixes: Vec<Spanned<String>>,
    pub(super) nameservers: Vec<String>,
    pub(super) cost: String,
    pub(super) note: String,
    pub(super) listed: Option<bool>,
    pub(super) only_suffixes: bool,
    pub(super) in_dns: Option<bool>,
    pub(super) protocol: Option<Spanned<String>>,
    pub(super) special: Option<Spanned<String>>,
    pub(super) can_create: bool,
    pub(super) addresses: Option<Addresses>,
    pub(super) missing_family: Option<MissingFamily>,
    pub(super) families: Option<Vec<Family>>,
    pub(super) answers: Option<Answers>,
    pub(super) pace: Option<Spanned<String>>,
    pub(super) batch: Option<Spanned<usize>>,
    pub(super) parallel: Option<Spanned<usize>>,
    pub(super) keep_alive: Option<Spanned<String>>,
    /// In seconds.
    pub(super) minimum_ttl: Option<Spanned<u32>>,
    pub(super) field: Vec<FieldFile>,
    pub(super) access: Option<AccessFile>,
    pub(super) request: Option<RequestFile>,
    pub(super) step: Vec<StepFile>,
    /// What the zone's own name is called where only the part in front of the zone is written.
    pub(super) apex: Option<String>,
    /// What the API calls A and AAAA, where it has its own words.
    pub(super) record_types: BTreeMap<String, String>,
    pub(super) words: Vec<String>,
    pub(super) reply: Vec<ReplyFile>,
    pub(super) check: Option<CheckFile>,
    pub(super) example: Vec<ExampleFile>,
}
