//! The resolver against a made-up DNS on loopback: one resolver of the system, and name servers of a zone.
#![cfg(not(target_os = "macos"))] // 127.0.0.2 and above are no addresses there until somebody adds them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot prepare fails it")]

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use hickory_proto::op::{Message, ResponseCode};
use hickory_proto::rr::rdata::{A, CNAME, NS, SOA};
use hickory_proto::rr::{Name, RData, Record, RecordType};
use homeport_agent::resolver::Resolver;
use homeport_core::address::{Family, Publishable};
use homeport_core::event::Event;
use homeport_core::verification::{Question, ServerAnswer};
use tokio::net::UdpSocket;
use tokio::sync::mpsc;

fn name(text: &str) -> Name {
    Name::from_str(text).unwrap()
}

fn question(hostname: &str, nameservers: Vec<SocketAddr>) -> Question {
    let expected = Publishable::typed("20.1.0.1".parse().unwrap());

    Question { hostname: hostname.parse().unwrap(), expected, nameservers }
}

/// What is told of each question, by hostname.
async fn verify_all(resolver: &Resolver, questions: Vec<Question>) -> BTreeMap<String, Vec<ServerAnswer>> {
    let (events, mut told) = mpsc::channel(questions.len());
    resolver.verify(questions, events).await;
    let mut answers = BTreeMap::new();
    while let Some(event) = told.recv().await {
        let Event::Verified { hostname, family: Family::Ipv4, answers: said } = event else { panic!("{event:?}") };
        assert!(answers.insert(hostname.to_string(), said).is_none(), "{hostname} is told twice");
    }

    answers
}

/// Answers every question on this address as `fill` fills the answer.
async fn serve(address: SocketAddr, fill: impl Fn(&Name, RecordType, &mut Message) + Send + 'static) -> SocketAddr {
    let socket = UdpSocket::bind(address).await.unwrap();
    let address = socket.local_addr().unwrap();
    tokio::spawn(async move {
        let mut buffer = [0; 2_048];
        loop {
            let (length, from) = socket.recv_from(&mut buffer).await.unwrap();
            let asked = Message::from_vec(&buffer[..length]).unwrap();
            let mut answer = Message::response(asked.id, asked.op_code);
            answer.add_queries(asked.queries.iter().cloned());
            fill(asked.queries[0].name(), asked.queries[0].query_type(), &mut answer);
            socket.send_to(&answer.to_vec().unwrap(), from).await.unwrap();
        }
    });

    address
}

fn any_port(last: u8) -> SocketAddr {
    (Ipv4Addr::new(127, 0, 0, last), 0).into()
}

/// The system's resolver: it knows the zone `example.org` and the addresses of its servers `nsN` (127.0.0.N), has stale
/// news of the record itself, and knows no other zone.
async fn system(servers: &'static [u8]) -> SocketAddr {
    counting_system(servers, Arc::default()).await
}

/// The same, and counts what it is asked.
async fn counting_system(servers: &'static [u8], count: Arc<AtomicUsize>) -> SocketAddr {
    serve(any_port(1), move |asked, record, answer| {
        count.fetch_add(1, Ordering::Relaxed);
        let zone = name("example.org.");
        let text = asked.to_ascii();
        match record {
            RecordType::NS if *asked == zone => {
                for server in servers {
                    let server = name(&format!("NS{server}.example.org."));
                    answer.add_answer(Record::from_rdata(zone.clone(), 60, RData::NS(NS(server))));
                }
            }
            RecordType::NS if zone.zone_of(asked) => {
                let soa = SOA::new(name("ns2.example.org."), name("mail.example.org."), 1, 60, 60, 60, 60);
                answer.add_authority(Record::from_rdata(zone, 60, RData::SOA(soa)));
            }
            RecordType::A if text.starts_with("ns") => {
                let last = text[2..].split('.').next().unwrap().parse().unwrap();
                let address = A(Ipv4Addr::new(127, 0, 0, last));
                answer.add_answer(Record::from_rdata(asked.clone(), 60, RData::A(address)));
            }
            RecordType::A => {
                let stale = A(Ipv4Addr::new(20, 1, 0, 99));
                answer.add_answer(Record::from_rdata(asked.clone(), 60, RData::A(stale)));
            }
            _ => answer.metadata.response_code = ResponseCode::NXDomain,
        }
    })
    .await
}

/// One of the zone's servers, with this address for `home.example.org` and nothing else.
fn knows(home: [u8; 4]) -> impl Fn(&Name, RecordType, &mut Message) + Send + 'static {
    move |asked, record, answer| {
        answer.metadata.authoritative = true;
        if *asked == name("home.example.org.") && record == RecordType::A {
            answer.add_answer(Record::from_rdata(asked.clone(), 120, RData::A(A(home.into()))));
        }
    }
}

fn said(server: &str, addresses: &[&str], ttl: Option<u32>) -> ServerAnswer {
    let addresses: Vec<IpAddr> = addresses.iter().map(|text| text.parse().unwrap()).collect();

    ServerAnswer { server: server.to_owned(), addresses: Ok(addresses), ttl }
}

fn refused(server: &str, reason: &str) -> ServerAnswer {
    ServerAnswer { server: server.to_owned(), addresses: Err(reason.to_owned()), ttl: None }
}

#[tokio::test]
async fn each_of_the_zones_own_servers_is_asked_and_no_cache() {
    let first = serve(any_port(2), knows([20, 1, 0, 1])).await;
    let port = first.port();
    serve(SocketAddr::new([127, 0, 0, 3].into(), port), knows([20, 1, 0, 2])).await;
    let resolver = Resolver::with(vec![system(&[2, 3]).await], port);

    let answers = resolver.verify_one(question("home.example.org", vec![])).await;
    let absent = resolver.verify_one(question("away.example.org", vec![])).await;

    let both = [said("ns2.example.org", &["20.1.0.1"], Some(120)), said("ns3.example.org", &["20.1.0.2"], Some(120))];
    assert_eq!(answers, both);
    assert_eq!(absent, [said("ns2.example.org", &[], None), said("ns3.example.org", &[], None)]);
}

#[tokio::test]
async fn a_server_that_cannot_tell_says_why_and_hides_no_other() {
    let good = serve(any_port(4), knows([20, 1, 0, 1])).await;
    let port = good.port();
    let at = |last: u8| SocketAddr::new([127, 0, 0, last].into(), port);
    serve(at(5), |_, _, answer| answer.metadata.response_code = ResponseCode::Refused).await;
    serve(at(6), |_, _, _| {}).await;
    serve(at(7), |asked, _, answer| {
        answer.metadata.authoritative = true;
        let alias = RData::CNAME(CNAME(name("elsewhere.example.net.")));
        answer.add_answer(Record::from_rdata(asked.clone(), 60, alias));
    })
    .await;
    let resolver = Resolver::with(vec![system(&[4, 5, 6, 7]).await], port);

    let answers = resolver.verify_one(question("home.example.org", vec![])).await;

    let expected = [
        said("ns4.example.org", &["20.1.0.1"], Some(120)),
        refused("ns5.example.org", "answered: Query Refused"),
        refused("ns6.example.org", "does not know the zone"),
        refused("ns7.example.org", "says that the name is an alias of elsewhere.example.net"),
    ];
    assert_eq!(answers, expected);
}

#[tokio::test]
async fn at_most_four_servers_are_asked() {
    let closed = any_port(8);
    let resolver = Resolver::with(vec![system(&[21, 22, 23, 24, 25, 26]).await], closed.port());

    assert_eq!(resolver.verify_one(question("home.example.org", vec![])).await.len(), 4);
}

#[tokio::test]
async fn many_names_of_a_zone_are_told_one_by_one_and_its_servers_are_looked_for_once() {
    const NAMES: usize = 200;
    let port = serve(any_port(1), knows([20, 1, 0, 1])).await.port();
    let count = Arc::new(AtomicUsize::new(0));
    let resolver = Resolver::with(vec![counting_system(&[1], Arc::clone(&count)).await], port);
    let names = (1..NAMES).map(|number| format!("host{number}.example.org")).chain(["home.example.org".to_owned()]);
    let questions = names.map(|name| question(&name, vec![])).collect();

    let answers = verify_all(&resolver, questions).await;

    assert_eq!(answers.len(), NAMES);
    assert_eq!(answers["home.example.org"], [said("ns1.example.org", &["20.1.0.1"], Some(120))]);
    assert_eq!(answers["host7.example.org"], [said("ns1.example.org", &[], None)]);
    // For each name whether it is a zone of its own; the zone's servers, and two addresses of the one, once.
    assert_eq!(count.load(Ordering::Relaxed), NAMES + 1 + 2);
}

#[tokio::test]
async fn servers_of_the_settings_are_asked_instead() {
    let own = serve(any_port(1), knows([20, 1, 0, 1])).await;
    let nobody = Resolver::with(vec![], 53);

    let answers = nobody.verify_one(question("home.example.org", vec![own])).await;

    assert_eq!(answers, [said(&own.to_string(), &["20.1.0.1"], Some(120))]);
}

#[tokio::test]
async fn a_server_that_is_not_there_hides_no_other() {
    let own = serve(any_port(9), knows([20, 1, 0, 1])).await;
    let closed = UdpSocket::bind(any_port(9)).await.unwrap().local_addr().unwrap();
    let nobody = Resolver::with(vec![], 53);

    let answers = nobody.verify_one(question("home.example.org", vec![own, closed])).await;

    let mut expected =
        [said(&own.to_string(), &["20.1.0.1"], Some(120)), refused(&closed.to_string(), "cannot be reached")];
    expected.sort_by(|a, b| a.server.cmp(&b.server));
    assert_eq!(answers, expected);
}

#[tokio::test]
async fn a_zone_that_cannot_be_found_gives_no_answer() {
    let resolver = Resolver::with(vec![system(&[2]).await], 53);

    assert_eq!(resolver.verify_one(question("home.example.net", vec![])).await, []);
    assert_eq!(Resolver::with(vec![], 53).verify_one(question("home.example.org", vec![])).await, []);
}

#[tokio::test]
async fn the_names_of_a_hostnames_servers_are_found() {
    let refuses = serve(any_port(1), |_, _, answer| answer.metadata.response_code = ResponseCode::ServFail).await;
    let resolver = Resolver::with(vec![refuses, system(&[3, 2]).await], 53);

    let names = resolver.nameservers_of(&"a.home.example.org".parse().unwrap()).await;

    assert_eq!(names, ["ns2.example.org", "ns3.example.org"]);
}
