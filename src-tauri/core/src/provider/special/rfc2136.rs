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
            return self.refused(code, tsig.is_some());
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
                format!("the server accepts no key named \"{key}\" with this algorithm for this change (BADKEY)"),
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
            bytes if bytes.len() == 6 => {
                let server = bytes.iter().fold(0, |time, byte| (time << 8) | u64::from(*byte));
                let difference = server.abs_diff(self.unix_time);
                let which = if server > self.unix_time { "behind" } else { "ahead of" };

                format!("this machine's clock is {difference} s {which} the server's; at most {limit} s are allowed")
            }
            _ => format!("the clocks of this machine and of the server differ by more than {limit} s"),
        }
    }

    /// A server that accepted the key signs whatever it answers (RFC 8945, 5.3).
    fn refused(&self, code: ResponseCode, signed: bool) -> Reply {
        let (key, zone, server) = (&self.key_name, &self.zone, &self.server);
        let reply = match code {
            ResponseCode::NotAuth => Reply::with_message(
                Means::NoSuchHost,
                format!("{server} is not the primary server of the zone {zone} (NOTAUTH)"),
            ),
            // PowerDNS says so of a key that it does not know, and of a wrong secret.
            ResponseCode::Refused if !signed => Reply::with_message(
                Means::BadAuth,
                format!("the server takes no update with the key \"{key}\" and this secret (REFUSED, not signed)"),
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
        let by_name = (signed && code == ResponseCode::Refused) || code == ResponseCode::NotZone;

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

#[cfg(test)]
mod tests {
    use hickory_proto::op::MessageType;
    use hickory_proto::rr::{RData, TSigResponseContext};

    use super::*;
    use crate::address::PerFamily;
    use crate::event::Trouble;
    use crate::request::Secret;

    const NOW: u64 = 1_795_000_000;
    const KEY: &str = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0";

    fn task(names: &[&str], algorithm: &str) -> Task {
        let fields = [
            ("server", "192.0.2.53:5353"),
            ("zone", "example.org"),
            ("key_name", "homeport"),
            ("algorithm", algorithm),
            ("ttl", "120"),
        ];
        Task {
            hostnames: names.iter().map(|name| name.parse().unwrap()).collect(),
            addresses: PerFamily {
                ipv4: Some(Publishable::typed("192.0.2.1".parse().unwrap())),
                ipv6: Some(Publishable::typed("2001:db8::1".parse().unwrap())),
            },
            fields: fields.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect(),
            secrets: BTreeMap::from([("key".to_owned(), Secret::new(KEY))]),
            create: false,
            keeping: crate::provider::Keeping::default(),
            message_id: 4_711,
            unix_time: NOW,
        }
    }

    fn signer(secret: &str) -> TSigner {
        let name = name("homeport").unwrap();

        TSigner::new(STANDARD.decode(secret).unwrap(), TsigAlgorithm::HmacSha256, name, FUDGE).unwrap()
    }

    fn begun(names: &[&str]) -> (Update, Message, Vec<u8>) {
        let mut update = Update::new(task(names, "hmac-sha256")).unwrap();
        let Step::Send(Outgoing::Dns(request)) = update.step(None) else {
            panic!("nothing is sent");
        };
        assert_eq!(request.server, "192.0.2.53:5353");
        let message = Message::from_vec(&request.message).unwrap();

        (update, message, request.message)
    }

    /// What a server answers, signed with this key; with a TSIG error of its own if there is one.
    fn answer(request: &Message, code: ResponseCode, secret: &str, time: u64, error: Option<TsigError>) -> Vec<u8> {
        let mut answer = Message::new(request.metadata.id, MessageType::Response, OpCode::Update);
        answer.metadata.response_code = code;
        let unsigned = answer.to_vec().unwrap();
        let mac = request.signature().unwrap().data.mac.clone();
        let context = match error {
            Some(TsigError::BadKey) => {
                TSigResponseContext::unknown_key(answer.metadata.id, time, name("homeport").unwrap())
            }
            Some(TsigError::BadSig) => TSigResponseContext::bad_signature(answer.metadata.id, time, signer(secret)),
            other => TSigResponseContext::new(answer.metadata.id, time, signer(secret), mac, other),
        };
        answer.set_signature(context.sign(&unsigned).unwrap());

        answer.to_vec().unwrap()
    }

    fn reply(update: &mut Update, bytes: Vec<u8>) -> Reply {
        let Step::Done(answers) = update.step(Some(Incoming::Dns(bytes))) else {
            panic!("the conversation goes on");
        };
        assert_eq!(answers.len(), update.hostnames.len());
        match answers.into_values().next().unwrap() {
            Answer::Replied(reply) => reply,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn one_signed_message_replaces_exactly_the_named_record_sets() {
        let (_, message, bytes) = begun(&["home.example.org", "www.example.org"]);

        assert_eq!(message.metadata.op_code, OpCode::Update);
        assert_eq!(message.metadata.id, 4_711);
        assert_eq!(message.queries[0].name().to_ascii(), "example.org.");
        assert_eq!(message.queries[0].query_type(), RecordType::SOA);
        assert!(message.answers.is_empty(), "there is no prerequisite");
        let updates: Vec<(String, DNSClass, RecordType, u32)> = message
            .authorities
            .iter()
            .map(|record| (record.name.to_ascii(), record.dns_class, record.record_type(), record.ttl))
            .collect();
        let expected = |name: &str| {
            [RecordType::A, RecordType::AAAA]
                .map(|kind| [(name.to_owned(), DNSClass::ANY, kind, 0), (name.to_owned(), DNSClass::IN, kind, 120)])
        };
        assert_eq!(updates, [expected("home.example.org."), expected("www.example.org.")].concat().concat());
        assert!(matches!(message.authorities[0].data, RData::Update0(RecordType::A)));
        let (_, time, range) = signer(KEY).verify_message_byte(&bytes, None, true).unwrap();
        assert_eq!((time, range.end - range.start), (NOW, 600));
    }

    #[test]
    fn only_a_success_with_the_right_signature_counts() {
        let cases = [
            (KEY, NOW, Means::Good),
            (KEY, NOW + 200, Means::Good),
            ("b3RoZXJvdGhlcm90aGVyb3RoZXI=", NOW, Means::Unknown),
            (KEY, NOW + 4_000, Means::Unknown),
        ];
        for (secret, time, expected) in cases {
            let (mut update, request, _) = begun(&["home.example.org"]);
            let bytes = answer(&request, ResponseCode::NoError, secret, time, None);
            assert_eq!(reply(&mut update, bytes).means, expected, "{secret} {time}");
        }

        let (mut update, request, _) = begun(&["home.example.org"]);
        let unsigned = Message::response(request.metadata.id, OpCode::Update).to_vec().unwrap();
        let refused = reply(&mut update, unsigned);
        assert_eq!(refused.means, Means::Unknown);
        assert!(refused.message.contains("not signed"));
    }

    #[test]
    fn an_answer_to_another_request_or_garbage_is_no_answer() {
        let (mut update, request, sent) = begun(&["home.example.org"]);
        let mut other = request.clone();
        other.metadata.id = 1;
        assert_eq!(reply(&mut update, answer(&other, ResponseCode::NoError, KEY, NOW, None)).means, Means::Unknown);
        for bytes in [vec![], vec![0; 11], b"HTTP/1.1 400 Bad Request".to_vec(), sent] {
            let (mut update, ..) = begun(&["home.example.org"]);
            assert_eq!(reply(&mut update, bytes).means, Means::Unknown);
        }
    }

    #[test]
    fn every_refusal_has_its_own_meaning_and_its_own_words() {
        let cases = [
            (ResponseCode::NotAuth, Some(TsigError::BadKey), Means::BadAuth, "BADKEY"),
            (ResponseCode::NotAuth, Some(TsigError::BadSig), Means::BadAuth, "BADSIG"),
            (ResponseCode::NotAuth, Some(TsigError::BadTime), Means::ServerTrouble, "BADTIME"),
            (ResponseCode::NotAuth, None, Means::NoSuchHost, "NOTAUTH"),
            (ResponseCode::Refused, None, Means::NotEntitled, "REFUSED"),
            (ResponseCode::NotZone, None, Means::BadRequest, "NOTZONE"),
            (ResponseCode::FormErr, None, Means::BadRequest, "FORMERR"),
            (ResponseCode::NotImp, None, Means::BadRequest, "NOTIMP"),
            (ResponseCode::ServFail, None, Means::ServerTrouble, "SERVFAIL"),
            (ResponseCode::YXRRSet, None, Means::Unknown, "the server answered"),
        ];
        for (code, error, means, word) in cases {
            let (mut update, request, _) = begun(&["home.example.org"]);
            let found = reply(&mut update, answer(&request, code, KEY, NOW, error));
            assert_eq!(found.means, means, "{code:?} {error:?}");
            assert!(found.message.contains(word) && found.message.len() <= 200, "{}", found.message);
            assert!(!found.message.contains(KEY) && !found.alone);
        }
        let (mut update, request, _) = begun(&["home.example.org", "www.example.org"]);
        assert!(reply(&mut update, answer(&request, ResponseCode::Refused, KEY, NOW, None)).alone);
    }

    /// It is about the key, so no name is tried alone.
    #[test]
    fn a_refusal_that_is_not_signed_is_a_wrong_key() {
        let (mut update, request, _) = begun(&["home.example.org", "www.example.org"]);
        let mut unsigned = Message::response(request.metadata.id, OpCode::Update);
        unsigned.metadata.response_code = ResponseCode::Refused;

        let found = reply(&mut update, unsigned.to_vec().unwrap());

        assert_eq!((found.means, found.alone, found.reach), (Means::BadAuth, false, None), "{}", found.message);
    }

    #[test]
    fn a_clock_that_is_wrong_is_told_with_its_difference() {
        let (mut update, request, _) = begun(&["home.example.org"]);
        let mut late = Message::response(request.metadata.id, OpCode::Update);
        late.metadata.response_code = ResponseCode::NotAuth;
        let mut tsig = (*request.signature().unwrap()).clone();
        tsig.data.error = Some(TsigError::BadTime);
        tsig.data.other = (NOW + 7_200).to_be_bytes()[2..].to_vec();
        late.set_signature(Box::new(tsig));

        let found = reply(&mut update, late.to_vec().unwrap());

        assert_eq!(
            found.message,
            "this machine's clock is 7200 s behind the server's; at most 300 s are allowed (BADTIME)"
        );
    }

    #[test]
    fn the_weak_algorithms_are_not_offered_and_the_strong_ones_work() {
        for algorithm in ["hmac-sha256", "hmac-sha384", "hmac-sha512"] {
            assert!(Update::new(task(&["home.example.org"], algorithm)).is_ok(), "{algorithm}");
        }
        for algorithm in ["hmac-sha1", "hmac-md5", "HMAC-MD5.SIG-ALG.REG.INT", ""] {
            let result = Update::new(task(&["home.example.org"], algorithm));
            assert_eq!(result.is_ok(), algorithm.is_empty(), "{algorithm}");
        }
    }

    #[test]
    fn a_message_without_an_answer_may_have_been_carried_out() {
        let (mut update, ..) = begun(&["home.example.org"]);
        let trouble = Trouble::Timeout("192.0.2.53".to_owned());

        let step = update.step(Some(Incoming::Failed { trouble: trouble.clone(), sent: true }));

        assert_eq!(
            step,
            Step::Done(BTreeMap::from([("home.example.org".parse().unwrap(), Answer::Uncertain(trouble))]))
        );
    }
}
