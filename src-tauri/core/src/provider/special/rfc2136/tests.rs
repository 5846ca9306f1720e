use hickory_proto::op::OpCode;
use hickory_proto::rr::rdata::tsig::TsigError;
use hickory_proto::rr::{DNSClass, RData, Record, RecordType, TSigResponseContext};

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
    // What is known to be there needs no question.
    let known = PerFamily { ipv4: address("192.0.2.9"), ipv6: address("2001:db8::9") };
    let published = names.iter().map(|name| (name.parse().unwrap(), known)).collect();

    Task {
        hostnames: names.iter().map(|name| name.parse().unwrap()).collect(),
        addresses: PerFamily {
            ipv4: Some(Publishable::typed("192.0.2.1".parse().unwrap())),
            ipv6: Some(Publishable::typed("2001:db8::1".parse().unwrap())),
        },
        fields: fields.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect(),
        secrets: BTreeMap::from([("key".to_owned(), Secret::new(KEY))]),
        create: false,
        keeping: Keeping { published, ..Keeping::default() },
        message_id: 4_711,
        unix_time: NOW,
    }
}

fn address(text: &str) -> Option<IpAddr> {
    text.parse().ok()
}

fn signer(secret: &str) -> TSigner {
    let name = name("homeport").unwrap();

    TSigner::new(STANDARD.decode(secret).unwrap(), TsigAlgorithm::HmacSha256, name, FUDGE).unwrap()
}

fn begun(names: &[&str]) -> (Update, Message, Vec<u8>) {
    let mut update = Update::new(task(names, "hmac-sha256")).unwrap();
    let (message, bytes) = sent(update.step(None));

    (update, message, bytes)
}

fn sent(step: Step) -> (Message, Vec<u8>) {
    let Step::Send(Outgoing::Dns(request)) = step else {
        panic!("nothing is sent");
    };
    assert_eq!(request.server, "192.0.2.53:5353");

    (Message::from_vec(&request.message).unwrap(), request.message)
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
fn one_signed_message_replaces_exactly_what_was_published() {
    let (_, message, bytes) = begun(&["home.example.org", "www.example.org"]);

    assert_eq!(message.metadata.op_code, OpCode::Update);
    assert_eq!(message.metadata.id, 4_711);
    assert_eq!(message.queries[0].name().to_ascii(), "example.org.");
    assert_eq!(message.queries[0].query_type(), RecordType::SOA);
    let conditions: Vec<(String, DNSClass, Option<IpAddr>, u32)> = message
        .answers
        .iter()
        .map(|record| (record.name.to_ascii(), record.dns_class, record.data.ip_addr(), record.ttl))
        .collect();
    let has = |name: &str| ["192.0.2.9", "2001:db8::9"].map(|text| (name.to_owned(), DNSClass::IN, address(text), 0));
    assert_eq!(conditions, [has("home.example.org."), has("www.example.org.")].concat());
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
        (ResponseCode::YXDomain, None, Means::Unknown, "the server answered"),
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

    assert_eq!(step, Step::Done(BTreeMap::from([("home.example.org".parse().unwrap(), Answer::Uncertain(trouble))])));
}

/// The name's addresses, as its server tells them; without a signature, as a server that does not sign.
fn told(question: &Message, addresses: &[&str]) -> Vec<u8> {
    let mut answer = Message::response(question.metadata.id, OpCode::Query);
    let owner = question.queries[0].name().clone();
    for text in addresses {
        let data = match text.parse().unwrap() {
            IpAddr::V4(address) => RData::A(address.into()),
            IpAddr::V6(address) => RData::AAAA(address.into()),
        };
        answer.add_answer(Record::from_rdata(owner.clone(), 300, data));
    }

    answer.to_vec().unwrap()
}

/// One name and family, of which this was published and this is found.
fn asked(published: Option<&str>, found: &[&str]) -> (Update, Step) {
    let mut task = task(&["home.example.org"], "hmac-sha256");
    task.addresses.ipv6 = None;
    let known = PerFamily { ipv4: published.and_then(address), ipv6: None };
    task.keeping.published = BTreeMap::from([("home.example.org".parse().unwrap(), known)]);
    let mut update = Update::new(task).unwrap();
    let mut step = update.step(None);
    if published.is_some_and(|published| published != "192.0.2.1") {
        let (request, _) = sent(step);
        step = update.step(Some(Incoming::Dns(answer(&request, ResponseCode::NXRRSet, KEY, NOW, None))));
    }
    let (question, _) = sent(step);
    assert_eq!((question.metadata.op_code, question.queries[0].query_type()), (OpCode::Query, RecordType::A));
    let step = update.step(Some(Incoming::Dns(told(&question, found))));

    (update, step)
}

fn ended(step: Step) -> Reply {
    match step {
        Step::Done(answers) => match answers.into_values().next().unwrap() {
            Answer::Replied(reply) => reply,
            other => panic!("{other:?}"),
        },
        Step::Send(_) => panic!("the conversation goes on"),
    }
}

#[test]
fn what_is_not_known_is_asked_for_and_becomes_the_condition() {
    let (_, step) = asked(None, &[]);
    let (message, _) = sent(step);
    assert_eq!((message.answers[0].dns_class, message.answers[0].record_type()), (DNSClass::NONE, RecordType::A));

    let (_, step) = asked(None, &["192.0.2.7"]);
    let (message, _) = sent(step);
    assert_eq!((message.answers.len(), message.answers[0].data.ip_addr()), (1, address("192.0.2.7")));

    let (_, step) = asked(None, &["192.0.2.1"]);
    assert_eq!(ended(step).means, Means::Unchanged);
    // The user tries again, because DNS does not show what was published.
    let (_, step) = asked(Some("192.0.2.1"), &["192.0.2.7"]);
    assert_eq!(sent(step).0.answers.len(), 1);
}

#[test]
fn of_several_addresses_only_the_one_that_was_published_is_replaced() {
    let (mut update, step) = asked(Some("192.0.2.9"), &["192.0.2.8", "192.0.2.9"]);
    let (message, _) = sent(step);
    assert_eq!(message.answers.len(), 2, "the condition names the whole set");
    let changes: Vec<_> = message.authorities.iter().map(|record| (record.dns_class, record.data.ip_addr())).collect();
    assert_eq!(changes, [(DNSClass::NONE, address("192.0.2.9")), (DNSClass::IN, address("192.0.2.1"))]);

    let end = ended(update.step(Some(Incoming::Dns(answer(&message, ResponseCode::NoError, KEY, NOW, None)))));
    assert_eq!((end.means, end.beside), (Means::Good, vec![address("192.0.2.8").unwrap()]));

    for published in [None, Some("192.0.2.5")] {
        let (_, step) = asked(published, &["192.0.2.8", "192.0.2.9"]);
        assert_eq!(ended(step).means, Means::BadRequest, "nothing tells which one is the home's");
    }
}

#[test]
fn a_name_that_is_changed_at_this_moment_is_tried_later_and_one_that_is_not_told_is_not_replaced() {
    let (mut update, step) = asked(None, &["192.0.2.7"]);
    let (message, _) = sent(step);
    let end = ended(update.step(Some(Incoming::Dns(answer(&message, ResponseCode::NXRRSet, KEY, NOW, None)))));
    assert_eq!(end.means, Means::ServerTrouble);

    let mut task = task(&["home.example.org"], "hmac-sha256");
    (task.addresses.ipv6, task.keeping) = (None, Keeping::default());
    let mut update = Update::new(task).unwrap();
    let (question, _) = sent(update.step(None));
    let mut refused = Message::response(question.metadata.id, OpCode::Query);
    refused.metadata.response_code = ResponseCode::Refused;
    let (message, _) = sent(update.step(Some(Incoming::Dns(refused.to_vec().unwrap()))));
    assert_eq!(message.answers[0].dns_class, DNSClass::NONE, "it may be made, and not replaced");
    let end = ended(update.step(Some(Incoming::Dns(answer(&message, ResponseCode::YXRRSet, KEY, NOW, None)))));
    assert_eq!(end.means, Means::NotEntitled);
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
