//! DNS UPDATE (RFC 2136) signed with TSIG (RFC 8945), for the user's own name server and for the practice server.
//!
//! One message replaces the home's address of each hostname and family, on the condition that the name has what it is known
//! to have (2.4). That is what was published last; where it is not known, or does not hold, the server is asked first. So an
//! address that somebody put beside it is never deleted. A server carries out the whole message or nothing of it (3.7).

mod message;
mod refusal;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hickory_proto::op::{Message, MessageType, ResponseCode};
use hickory_proto::rr::rdata::tsig::TsigAlgorithm;
use hickory_proto::rr::{Name, TSigVerifier, TSigner};

use self::message::Replacement;
use crate::address::{Family, Publishable};
use crate::catalogue::{BeginError, server};
use crate::event::Answer;
use crate::hostname::Hostname;
use crate::provider::beside::{Home, home_of};
use crate::provider::{Conversation, DnsRequest, Incoming, Keeping, Outgoing, Step, Task, failed};
use crate::reply::{Means, Reply};

/// How far the clocks may differ, in seconds: the value that RFC 8945, 10 recommends.
const FUDGE: u16 = 300;
/// The usual time to live of a home's record, in seconds.
const TTL: u32 = 60;

/// One update of some hostnames of one zone.
pub(super) struct Update {
    server: String,
    key_name: String,
    zone: String,
    zone_name: Name,
    ttl: u32,
    signer: TSigner,
    hostnames: Vec<Hostname>,
    keeping: Keeping,
    targets: Vec<Target>,
    /// The number of the next message.
    id: u16,
    unix_time: u64,
    /// Every name was asked about: what does not hold now was changed in this moment.
    all_read: bool,
    /// The targets of which the server does not tell what they have.
    unread: Vec<usize>,
    under_way: UnderWay,
    refused: BTreeMap<Hostname, Reply>,
    ended: Option<BTreeMap<Hostname, Answer>>,
}

/// One hostname and family.
struct Target {
    hostname: Hostname,
    owner: Name,
    address: Publishable,
    /// What the name has now; `None`: the server is to be asked.
    found: Option<Vec<IpAddr>>,
}

enum UnderWay {
    Nothing,
    Question(usize),
    Update(Box<TSigVerifier>),
}

/// What is done with one target.
enum Decided {
    /// The address is there.
    Right(Vec<IpAddr>),
    /// It takes the place of the whole set, or of one address of several.
    Write(Option<IpAddr>, Vec<IpAddr>),
    Unclear(usize),
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
        let mut targets = Vec::new();
        for hostname in &task.hostnames {
            let owner = name(hostname.as_str()).ok_or_else(|| wrong("hostname"))?;
            for address in Family::BOTH.into_iter().filter_map(|family| *task.addresses.get(family)) {
                let published = task.keeping.published(hostname, address.family());
                // The same once more is sent because something is wrong with it: what is there has to be seen.
                let found = published.filter(|published| *published != address.get()).map(|published| vec![published]);
                targets.push(Target { hostname: hostname.clone(), owner: owner.clone(), address, found });
            }
        }

        Ok(Self {
            server,
            key_name: key_name.to_owned(),
            zone: zone.to_owned(),
            zone_name,
            ttl,
            signer,
            all_read: targets.iter().all(|target| target.found.is_none()),
            targets,
            id: task.message_id,
            unix_time: task.unix_time,
            unread: Vec::new(),
            under_way: UnderWay::Nothing,
            refused: BTreeMap::new(),
            ended: None,
            hostnames: task.hostnames,
            keeping: task.keeping,
        })
    }

    fn go_on(&mut self) -> Result<Step, BeginError> {
        if let Some((index, target)) = self.targets.iter().enumerate().find(|(_, target)| target.found.is_none()) {
            let family = target.address.family();
            let message = message::question(self.id, &target.owner, family, &self.signer, self.unix_time)?;
            self.under_way = UnderWay::Question(index);
            return Ok(self.send(message));
        }
        let mut replacements = Vec::new();
        for target in &self.targets {
            let found = target.found.as_deref().unwrap_or_default();
            match self.decide(target, found) {
                Decided::Right(_) => {}
                Decided::Write(old, _) => {
                    replacements.push(Replacement { owner: &target.owner, address: target.address, found, old });
                }
                Decided::Unclear(count) => {
                    let (name, kind) = (&target.hostname, target.address.family().record_type());
                    let words = format!("{name} has {count} {kind} records; it is not clear which one is the home's");
                    self.refused.insert(name.clone(), Reply::with_message(Means::BadRequest, words));
                }
            }
        }
        // A name of which one family is not clear is left as it is.
        let refused = |owner: &Name| {
            self.targets.iter().any(|target| target.owner == *owner && self.refused.contains_key(&target.hostname))
        };
        replacements.retain(|replacement| !refused(replacement.owner));
        if replacements.is_empty() {
            return Ok(self.finish(&Reply::plain(Means::Unchanged)));
        }
        let (message, verifier) =
            message::update(self.id, &self.zone_name, self.ttl, &replacements, &self.signer, self.unix_time)?;
        self.under_way = UnderWay::Update(Box::new(verifier));

        Ok(self.send(message))
    }

    fn decide(&self, target: &Target, found: &[IpAddr]) -> Decided {
        let wanted = target.address.get();
        match found {
            [] => Decided::Write(None, Vec::new()),
            [one] if *one == wanted => Decided::Right(Vec::new()),
            [_] => Decided::Write(None, Vec::new()),
            several => {
                let all: Vec<Option<IpAddr>> = several.iter().copied().map(Some).collect();
                let others = |old: IpAddr| {
                    several.iter().copied().filter(|address| *address != old && *address != wanted).collect()
                };
                match home_of(&all, self.keeping.published(&target.hostname, target.address.family()), wanted) {
                    None => Decided::Unclear(several.len()),
                    Some(Home::There) => Decided::Right(others(wanted)),
                    Some(Home::At(place)) => {
                        let old = several.get(place).copied().unwrap_or(wanted);
                        Decided::Write(Some(old), others(old))
                    }
                }
            }
        }
    }

    fn send(&mut self, message: Vec<u8>) -> Step {
        self.id = self.id.wrapping_add(1);

        Step::Send(Outgoing::Dns(DnsRequest { server: self.server.clone(), message }))
    }

    /// Goes on, or ends because no message can be made.
    fn next(&mut self) -> Step {
        match self.go_on() {
            Ok(step) => step,
            Err(error) => self.finish(&Reply::with_message(Means::BadRequest, error.to_string())),
        }
    }

    fn take(&mut self, bytes: &[u8]) -> Step {
        let under_way = std::mem::replace(&mut self.under_way, UnderWay::Nothing);
        let odd = |message: &str| Reply::with_message(Means::Unknown, message);
        let Ok(answer) = Message::from_vec(bytes) else {
            return self.finish(&odd("the answer is not a DNS message"));
        };
        if answer.metadata.id != self.id.wrapping_sub(1) || answer.metadata.message_type != MessageType::Response {
            return self.finish(&odd("the answer does not belong to the request"));
        }
        let tsig = answer.signature().map(|record| &record.data);
        if let Some(error) = tsig.and_then(|tsig| tsig.error) {
            let reply = self.signature_refused(error, tsig.map(|tsig| tsig.other.as_slice()).unwrap_or_default());
            return self.finish(&reply);
        }
        match under_way {
            UnderWay::Nothing => self.finish(&odd("an answer came to no request")),
            UnderWay::Question(index) => self.take_found(index, &answer),
            UnderWay::Update(verifier) => self.take_updated(*verifier, &answer, bytes),
        }
    }

    /// What the name has. It need not be signed: it becomes a condition of the update, and what is not true there changes
    /// nothing.
    fn take_found(&mut self, index: usize, answer: &Message) -> Step {
        let code = answer.metadata.response_code;
        let Some(target) = self.targets.get_mut(index) else {
            return self.finish(&Reply::with_message(Means::Unknown, "an answer came to no request"));
        };
        let kind = message::record_type(target.address.family());
        let own = answer.answers.iter().filter(|record| record.record_type() == kind && record.name == target.owner);
        target.found = Some(own.filter_map(|record| record.data.ip_addr()).collect());
        // Whoever may not ask may still make a name that is not there; the answer to that says what is wrong.
        if !matches!(code, ResponseCode::NoError | ResponseCode::NXDomain) {
            self.unread.push(index);
        }

        self.next()
    }

    fn take_updated(&mut self, mut verifier: TSigVerifier, answer: &Message, bytes: &[u8]) -> Step {
        let unknown = |message: &str| Reply::with_message(Means::Unknown, message);
        let code = answer.metadata.response_code;
        // What was published last is no longer what is there.
        if matches!(code, ResponseCode::NXRRSet | ResponseCode::YXRRSet) && !self.all_read {
            self.all_read = true;
            for target in &mut self.targets {
                target.found = None;
            }
            return self.next();
        }
        let reply = if code != ResponseCode::NoError {
            self.refused(code, answer.signature().is_some())
        } else if answer.signature().is_none() {
            unknown("the answer says success but is not signed, so it proves nothing")
        } else if verifier.verify(bytes).is_err() {
            unknown("the answer says success but its signature is wrong, so it proves nothing")
        } else {
            Reply::with_message(Means::Good, "NOERROR")
        };

        self.finish(&reply)
    }

    /// Ends with this reply for every hostname that was not refused by itself.
    fn finish(&mut self, reply: &Reply) -> Step {
        let answer = |hostname: &Hostname| {
            let own = self.targets.iter().filter(|target| target.hostname == *hostname);
            let beside =
                own.flat_map(|target| match self.decide(target, target.found.as_deref().unwrap_or_default()) {
                    Decided::Right(beside) | Decided::Write(_, beside) => beside,
                    Decided::Unclear(_) => Vec::new(),
                });
            let reply = Reply { beside: beside.collect(), ..reply.clone() };

            Answer::Replied(self.refused.get(hostname).cloned().unwrap_or(reply))
        };
        let answers = self.hostnames.iter().map(|hostname| (hostname.clone(), answer(hostname))).collect();

        self.end_with(answers)
    }

    fn end_with(&mut self, answers: BTreeMap<Hostname, Answer>) -> Step {
        self.ended = Some(answers.clone());

        Step::Done(answers)
    }
}

impl Conversation for Update {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        if let Some(answers) = &self.ended {
            return Step::Done(answers.clone());
        }
        match incoming {
            None => self.next(),
            Some(Incoming::Dns(bytes)) => self.take(&bytes),
            Some(Incoming::Failed { trouble, sent }) => {
                let writing = matches!(self.under_way, UnderWay::Update(_));
                let answers = failed(&self.hostnames, &trouble, sent && writing);

                self.end_with(answers)
            }
            Some(Incoming::Http(_)) => {
                self.finish(&Reply::with_message(Means::Unknown, "an HTTP answer came instead of a DNS message"))
            }
        }
    }
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
