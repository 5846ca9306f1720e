//! The practice server, changed and asked as a real name server is.
#![allow(clippy::unwrap_used, reason = "what a test cannot prepare fails it")]

use std::net::{IpAddr, Ipv4Addr};
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hickory_proto::op::{Message, MessageType, OpCode, Query, ResponseCode};
use hickory_proto::rr::rdata::tsig::{TsigAlgorithm, TsigError};
use hickory_proto::rr::rdata::{A, TXT};
use hickory_proto::rr::{DNSClass, Name, RData, Record, RecordType, TSigner};
use homeport_agent::practice::Practice;
use homeport_agent::resolver::Resolver;
use homeport_core::address::Publishable;
use homeport_core::settings::PRACTICE_HOSTNAME;
use homeport_core::verification::{Question, ServerAnswer};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::timeout;

fn name(text: &str) -> Name {
    Name::from_str(text).unwrap()
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs()
}

fn signer(practice: &Practice) -> TSigner {
    let key = STANDARD.decode(practice.secrets()["key"].reveal()).unwrap();

    TSigner::new(key, TsigAlgorithm::HmacSha256, name(&practice.fields()["key_name"]), 300).unwrap()
}

fn update(zone: &str, records: Vec<Record>) -> Message {
    let mut message = Message::new(0x1234, MessageType::Query, OpCode::Update);
    let mut query = Query::query(name(zone), RecordType::SOA);
    query.set_query_class(DNSClass::IN);
    message.add_query(query);
    message.add_authorities(records);
    message
}

/// "Delete the set, add this address", as the conversation of RFC 2136 sends it.
fn replace(hostname: &str, address: [u8; 4]) -> Vec<Record> {
    let mut delete = Record::update0(name(hostname), 0, RecordType::A).into_record_of_rdata();
    delete.dns_class = DNSClass::ANY;
    let add = Record::from_rdata(name(hostname), 60, RData::A(A(address.into())));

    vec![delete, add]
}

async fn send(practice: &Practice, mut message: Message, signing: Option<(&TSigner, u64)>) -> Message {
    let mut verifier = None;
    if let Some((signer, at)) = signing {
        verifier = message.finalize(signer, at).unwrap();
    }
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    socket.send_to(&message.to_vec().unwrap(), practice.address()).await.unwrap();
    let mut buffer = [0; 2_048];
    let (length, _) = socket.recv_from(&mut buffer).await.unwrap();
    let answer = Message::from_vec(&buffer[..length]).unwrap();
    if answer.response_code == ResponseCode::NoError {
        verifier.unwrap().verify(&buffer[..length]).unwrap();
    }
    answer
}

async fn addresses(practice: &Practice, hostname: &str) -> Vec<IpAddr> {
    let question = Question {
        hostname: hostname.parse().unwrap(),
        expected: Publishable::practice("192.0.2.1".parse().unwrap()),
        nameservers: vec![practice.address()],
    };
    let [ServerAnswer { addresses, .. }] = Resolver::default().verify_one(question).await.try_into().unwrap();
    addresses.unwrap()
}

#[tokio::test]
async fn a_signed_update_is_what_the_server_says_from_then_on() {
    let practice = Practice::start().await.unwrap();
    let signer = signer(&practice);
    assert_eq!(addresses(&practice, PRACTICE_HOSTNAME).await, Vec::<IpAddr>::new());

    for address in [[192, 0, 2, 1], [192, 0, 2, 2]] {
        let message = update("practice.test.", replace("home.practice.test.", address));
        let answer = send(&practice, message, Some((&signer, now()))).await;

        assert_eq!(answer.response_code, ResponseCode::NoError);
        assert_eq!(addresses(&practice, PRACTICE_HOSTNAME).await, [IpAddr::from(address)]);
    }
    assert_eq!(addresses(&practice, "other.practice.test").await, Vec::<IpAddr>::new());
}

#[tokio::test]
async fn one_record_of_a_set_can_be_deleted() {
    let practice = Practice::start().await.unwrap();
    let signer = signer(&practice);
    let mut two = replace("home.practice.test.", [192, 0, 2, 1]);
    two.extend(replace("home.practice.test.", [192, 0, 2, 2]).pop());
    let mut gone = replace("home.practice.test.", [192, 0, 2, 1]).pop().unwrap();
    gone.dns_class = DNSClass::NONE;
    gone.ttl = 0;

    send(&practice, update("practice.test.", two), Some((&signer, now()))).await;
    send(&practice, update("practice.test.", vec![gone]), Some((&signer, now()))).await;

    assert_eq!(addresses(&practice, PRACTICE_HOSTNAME).await, [IpAddr::from([192, 0, 2, 2])]);
}

#[tokio::test]
async fn an_update_whose_condition_does_not_hold_changes_nothing() {
    let practice = Practice::start().await.unwrap();
    let signer = signer(&practice);
    let is = |last: u8| Record::from_rdata(name("home.practice.test."), 0, RData::A(A([192, 0, 2, last].into())));
    let absent = || {
        let mut absent = Record::update0(name("home.practice.test."), 0, RecordType::A).into_record_of_rdata();
        absent.dns_class = DNSClass::NONE;
        absent
    };
    let cases = [
        (vec![is(9)], 1, ResponseCode::NXRRSet),
        (vec![absent()], 1, ResponseCode::NoError),
        (vec![absent()], 2, ResponseCode::YXRRSet),
        (vec![is(1), is(9)], 2, ResponseCode::NXRRSet),
        (vec![is(1)], 2, ResponseCode::NoError),
    ];
    for (conditions, last, code) in cases {
        let mut message = update("practice.test.", replace("home.practice.test.", [192, 0, 2, last]));
        message.add_answers(conditions);
        assert_eq!(send(&practice, message, Some((&signer, now()))).await.response_code, code);
    }

    assert_eq!(addresses(&practice, PRACTICE_HOSTNAME).await, [IpAddr::from([192, 0, 2, 2])]);
}

#[tokio::test]
async fn an_update_without_the_right_signature_changes_nothing() {
    let practice = Practice::start().await.unwrap();
    let right = signer(&practice);
    let key_name = right.signer_name().clone();
    let other_secret = TSigner::new(vec![7; 32], TsigAlgorithm::HmacSha256, key_name, 300).unwrap();
    let other_name = TSigner::new(vec![7; 32], TsigAlgorithm::HmacSha256, name("stranger."), 300).unwrap();
    let an_hour_ago = now() - 3_600;
    let cases = [
        (None, ResponseCode::Refused, None),
        (Some((&other_secret, now())), ResponseCode::NotAuth, Some(TsigError::BadSig)),
        (Some((&other_name, now())), ResponseCode::NotAuth, Some(TsigError::BadKey)),
        (Some((&right, an_hour_ago)), ResponseCode::NotAuth, Some(TsigError::BadTime)),
    ];
    for (signing, code, error) in cases {
        let message = update("practice.test.", replace("home.practice.test.", [192, 0, 2, 1]));

        let answer = send(&practice, message, signing).await;

        assert_eq!(answer.response_code, code);
        assert_eq!(answer.signature().and_then(|tsig| tsig.data.error), error);
    }

    assert_eq!(addresses(&practice, PRACTICE_HOSTNAME).await, Vec::<IpAddr>::new());
}

#[tokio::test]
async fn an_update_of_anything_but_an_address_in_the_zone_changes_nothing() {
    let practice = Practice::start().await.unwrap();
    let signer = signer(&practice);
    let text = Record::from_rdata(name("home.practice.test."), 60, RData::TXT(TXT::new(vec!["x".to_owned()])));
    let good = || replace("home.practice.test.", [192, 0, 2, 1]);
    let cases = [
        (update("practice.test.", replace("home.example.org.", [192, 0, 2, 1])), ResponseCode::NotZone),
        (update("home.practice.test.", good()), ResponseCode::NotAuth),
        (update("practice.test.", [good(), vec![text]].concat()), ResponseCode::Refused),
    ];
    for (message, code) in cases {
        assert_eq!(send(&practice, message, Some((&signer, now()))).await.response_code, code);
    }

    assert_eq!(addresses(&practice, PRACTICE_HOSTNAME).await, Vec::<IpAddr>::new());
}

#[tokio::test]
async fn the_server_and_its_key_end_with_it() {
    let first = Practice::start().await.unwrap();
    let address = first.address();
    let key = first.secrets();
    assert!(!format!("{first:?}").contains(key["key"].reveal()));

    drop(first);
    let second = Practice::start().await.unwrap();

    let ends = async { while TcpStream::connect(address).await.is_ok() && second.address() != address {} };
    timeout(Duration::from_secs(5), ends).await.unwrap();
    assert_ne!(second.secrets(), key);
}
