//! DNS UPDATE (RFC 2136) signed with TSIG (RFC 8945), for the user's own name server and for the practice server.
//!
//! One message replaces exactly the named record sets: for each hostname and family one "delete the set" (2.5.2) and one
//! "add the record" (2.5.1). A server carries out the whole message or nothing of it (3.7).

use std::collections::BTreeMap;
use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hickory_proto::op::{Message, MessageType, OpCode, Query, ResponseCode};
use hickory_proto::rr::rdata::tsig::{TsigAlgorithm, TsigError};
use hickory_proto::rr::{DNSClass, Name, RData, Record, RecordType, TSigVerifier, TSigner};

use crate::address::{Family, Publishable};
use crate::catalogue::{BeginError, server};
use crate::event::Answer;
use crate::hostname::Hostname;
use crate::provider::{Conversation, DnsRequest, Incoming, Outgoing, Step, Task, failed};
use crate::reply::{Means, Reach, Reply};
use crate::time::MINUTE;

/// How far the clocks may differ, in seconds: the value that RFC 8945, 10 recommends.
const FUDGE: u16 = 300;
/// The usual time to live of a home's record, in seconds.
const TTL: u32 = 60;

/// One update of some hostnames of one zone.
pub(super) struct Update {
    server: String,
    key_name: String,
    zone: String,
    hostnames: Vec<Hostname>,
    id: u16,
    unix_time: u64,
    message: Vec<u8>,
    verifier: TSigVerifier,
    ended: Option<BTreeMap<Hostname, Answer>>,
}

impl Update {
    pub(super) fn new(task: Task) -> Result<Self, BeginError> {
        let field = |key: &str| task.fields.get(key).map(|value| value.trim()).filter(|value| !value.is_empty());
        let wrong = |what: &str| BeginError::Request(format!("the {what} is missing or wrong"));
        let zone = field("zone").ok_or_else(|| wrong("zone"))?;
        let key_name = field("key_name").ok_or_else(|| wrong("key's name"))?;
        let server = field("server").and_then(|typed| server::dns_server(typed).ok()).ok_or_else(|| wrong("server"))?;
        let ttl = match field("ttl") {
            None => TTL,
            Some(ttl) => ttl.parse().map_err(|_| wrong("TTL"))?,
        };
        let secret =
            task.secrets.get("key").and_then(|key| STANDARD.decode(key.reveal()).ok()).ok_or_else(|| wrong("key"))?;
        let algorithm = algorithm(field("algorithm").unwrap_or("hmac-sha256")).ok_or_else(|| wrong("algorithm"))?;
        let zone_name = name(zone).ok_or_else(|| wrong("zone"))?;
        let signer = TSigner::new(secret, algorithm, name(key_name).ok_or_else(|| wrong("key's name"))?, FUDGE)
            .map_err(|_| wrong("key"))?;

        let mut message = Message::new(task.message_id, MessageType::Query, OpCode::Update);
        message.metadata.recursion_desired = false;
        let mut of_zone = Query::new();
        of_zone.set_name(zone_name).set_query_class(DNSClass::IN).set_query_type(RecordType::SOA);
        message.add_query(of_zone);
        for hostname in &task.hostnames {
            let owner = name(hostname.as_str()).ok_or_else(|| wrong("hostname"))?;
            for family in Family::BOTH {
                if let Some(address) = task.addresses.get(family) {
                    message.add_authorities(replacement(&owner, *address, ttl));
                }
            }
        }
        let verifier = message
            .finalize(&signer, task.unix_time)
            .ok()
            .flatten()
            .ok_or_else(|| BeginError::Request("the message could not be signed".to_owned()))?;

        Ok(Self {
            server,
            key_name: key_name.to_owned(),
            zone: zone.to_owned(),
            hostnames: task.hostnames,
            id: task.message_id,
            unix_time: task.unix_time,
            message: message.to_vec().map_err(|_| BeginError::Request("the message is too long".to_owned()))?,
            verifier,
            ended: None,
        })
    }

    fn end(&mut self, reply: &Reply) -> Step {
        let answers = self.hostnames.iter().map(|name| (name.clone(), Answer::Replied(reply.clone()))).collect();

        self.end_with(answers)
    }

    fn end_with(&mut self, answers: BTreeMap<Hostname, Answer>) -> Step {
        self.ended = Some(answers.clone());

        Step::Done(answers)
    }

    fn judge(&mut self, bytes: &[u8]) -> Reply {
        let unknown = |message: &str| Reply::with_message(Means::Unknown, message);
        let Ok(answer) = Message::from_vec(bytes) else {
            return unknown("the answer is not a DNS message");
        };
        if answer.metadata.id != self.id || answer.metadata.message_type != MessageType::Response {
            return unknown("the answer does not belong to the request");
        }
        let code = answer.metadata.response_code;
        let tsig = answer.signature().map(|record| &record.data);
        if let Some(error) = tsig.and_then(|tsig| tsig.error) {
            return self.signature_refused(error, tsig.map(|tsig| tsig.other.as_slice()).unwrap_or_default());
        }
        if code != ResponseCode::NoError {
            return self.refused(code);
        }
        if tsig.is_none() {
            return unknown("the answer says success but is not signed, so it proves nothing");
        }
        match self.verifier.verify(bytes) {
            Ok(_) => Reply::with_message(Means::Good, "NOERROR"),
            Err(_) => unknown("the answer says success but its signature is wrong, so it proves nothing"),
        }
    }

    /// The server names what is wrong with the signature (RFC 8945, 5.2). Such an answer cannot be signed itself.
    fn signature_refused(&self, error: TsigError, other: &[u8]) -> Reply {
        let key = &self.key_name;
        match error {
            TsigError::BadKey => Reply::with_message(
                Means::BadAuth,
                format!("the server knows no key named \"{key}\" for this algorithm (BADKEY)"),
            ),
            TsigError::BadSig | TsigError::BadTrunc => Reply::with_message(
                Means::BadAuth,
                format!("the server has another secret for the key \"{key}\" (BADSIG)"),
            ),
            TsigError::BadTime => {
                Reply::with_message(Means::ServerTrouble, format!("{} (BADTIME)", self.clock_difference(other)))
            }
            TsigError::Unknown(code) => {
                Reply::with_message(Means::Unknown, format!("the server refused the signature (TSIG error {code})"))
            }
        }
    }

    /// The server's clock stands in the 48 bits of "other data".
    fn clock_difference(&self, other: &[u8]) -> String {
        let limit = u64::from(FUDGE);
        match other {
            [a, b, c, d, e, f] => {
                let server = u64::from_be_bytes([0, 0, *a, *b, *c, *d, *e, *f]);
                let difference = server.abs_diff(self.unix_time);
                let which = if server > self.unix_time { "behind" } else { "ahead of" };

                format!("this machine's clock is {difference} s {which} the server's; at most {limit} s are allowed")
            }
            _ => format!("the clocks of this machine and of the server differ by more than {limit} s"),
        }
    }

    fn refused(&self, code: ResponseCode) -> Reply {
        let (key, zone, server) = (&self.key_name, &self.zone, &self.server);
        let reply = match code {
            ResponseCode::NotAuth => Reply::with_message(
                Means::NoSuchHost,
                format!("{server} is not the primary server of the zone {zone} (NOTAUTH)"),
            ),
            ResponseCode::Refused => Reply::with_message(
                Means::NotEntitled,
                format!("the server does not let the key \"{key}\" change this name (REFUSED)"),
            ),
            ResponseCode::NotZone => {
                Reply::with_message(Means::BadRequest, format!("the name does not lie in the zone {zone} (NOTZONE)"))
            }
            ResponseCode::FormErr => {
                Reply::with_message(Means::BadRequest, "the server could not read the update (FORMERR)")
            }
            ResponseCode::NotImp => {
                Reply::with_message(Means::BadRequest, "the server does not take dynamic updates (NOTIMP)")
            }
            ResponseCode::ServFail => Reply {
                retry_after: Some(MINUTE),
                ..Reply::with_message(Means::ServerTrouble, "the server could not carry out the update (SERVFAIL)")
            },
            other => Reply::with_message(Means::Unknown, format!("the server answered {other}")),
        };
        // A refused name takes the whole message down with it.
        let many = self.hostnames.len() > 1;
        let by_name = matches!(code, ResponseCode::Refused | ResponseCode::NotZone);

        Reply { alone: many && by_name, reach: by_name.then_some(Reach::Hostname), ..reply }
    }
}

impl Conversation for Update {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        if let Some(answers) = &self.ended {
            return Step::Done(answers.clone());
        }
        match incoming {
            None => {
                Step::Send(Outgoing::Dns(DnsRequest { server: self.server.clone(), message: self.message.clone() }))
            }
            Some(Incoming::Dns(bytes)) => {
                let reply = self.judge(&bytes);

                self.end(&reply)
            }
            Some(Incoming::Failed { trouble, sent }) => {
                let answers = failed(&self.hostnames, &trouble, sent);

                self.end_with(answers)
            }
            Some(Incoming::Http(_)) => {
                self.end(&Reply::with_message(Means::Unknown, "an HTTP answer came instead of a DNS message"))
            }
        }
    }
}

/// "Delete the record set" and "add this record".
fn replacement(owner: &Name, address: Publishable, ttl: u32) -> [Record; 2] {
    let (kind, data) = match address.get() {
        IpAddr::V4(address) => (RecordType::A, RData::A(address.into())),
        IpAddr::V6(address) => (RecordType::AAAA, RData::AAAA(address.into())),
    };
    let mut delete = Record::update0(owner.clone(), 0, kind);
    delete.dns_class = DNSClass::ANY;

    [delete, Record::from_rdata(owner.clone(), ttl, data)]
}

/// The algorithms that are safe today; SHA-1 and MD5 are not offered (RFC 8945, 6).
fn algorithm(name: &str) -> Option<TsigAlgorithm> {
    match name {
        "hmac-sha256" => Some(TsigAlgorithm::HmacSha256),
        "hmac-sha384" => Some(TsigAlgorithm::HmacSha384),
        "hmac-sha512" => Some(TsigAlgorithm::HmacSha512),
        _ => None,
    }
}

fn name(text: &str) -> Option<Name> {
    let mut name = Name::from_ascii(text.trim()).ok()?;
    name.set_fqdn(true);

    Some(name)
}
