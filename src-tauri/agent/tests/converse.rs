//! Conversations carried out against servers on loopback.
#![allow(clippy::unwrap_used, reason = "what a test cannot prepare fails it")]

mod support;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use homeport_agent::converse::{MOST_MESSAGES, converse};
use homeport_core::event::{Answer, Trouble};
use homeport_core::hostname::Hostname;
use homeport_core::provider::{Conversation, DnsRequest, HttpRequest, Incoming, Outgoing, Step};
use homeport_core::reply::{Means, Reply};
use support::{Authority, Behaviour, Server, answer, transport};
use tokio::net::UdpSocket;

type Seen = Arc<Mutex<Vec<Incoming>>>;

/// Sends what it was given, one after the other, notes what comes back, and ends.
struct Scripted {
    outgoing: Vec<Outgoing>,
    seen: Seen,
    ends: bool,
}

impl Conversation for Scripted {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        self.seen.lock().unwrap().extend(incoming);
        match self.outgoing.pop() {
            Some(outgoing) => Step::Send(outgoing),
            None if self.ends => Step::Done(good()),
            None => Step::Send(dns_to("no port")),
        }
    }
}

fn good() -> BTreeMap<Hostname, Answer> {
    BTreeMap::from([("home.example.org".parse().unwrap(), Answer::Replied(Reply::plain(Means::Good)))])
}

fn script(mut outgoing: Vec<Outgoing>) -> (Box<dyn Conversation>, Seen) {
    outgoing.reverse();
    let seen = Seen::default();

    (Box::new(Scripted { outgoing, seen: Arc::clone(&seen), ends: true }), seen)
}

/// An empty message with the id 0x1234 and the operation UPDATE (RFC 2136, 2.2).
const UPDATE: [u8; 12] = [0x12, 0x34, 0x28, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/// The answer to it: no error.
const UPDATED: [u8; 12] = [0x12, 0x34, 0xa8, 0, 0, 0, 0, 0, 0, 0, 0, 0];

fn dns_to(server: &str) -> Outgoing {
    Outgoing::Dns(DnsRequest { server: server.to_owned(), message: UPDATE.to_vec() })
}

#[tokio::test]
async fn each_step_gets_the_answer_to_what_it_sent() {
    let authority = Authority::new();
    let web = Server::start(authority.tls(&["127.0.0.1"]), Behaviour::Answer(answer("200 OK", "", "good"))).await;
    let name_server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let address = name_server.local_addr().unwrap();
    tokio::spawn(async move {
        let mut buffer = [0; 64];
        let (length, from) = name_server.recv_from(&mut buffer).await.unwrap();
        assert_eq!(&buffer[..length], &UPDATE);
        name_server.send_to(&UPDATED, from).await.unwrap();
    });
    let get = HttpRequest { method: "GET", url: web.url("/"), headers: vec![], body: None, reads_only: true };
    let (conversation, seen) = script(vec![Outgoing::Http(get), dns_to(&format!("localhost:{}", address.port()))]);

    let answers = converse(conversation, &transport(&authority)).await;

    assert_eq!(answers, good());
    let seen = seen.lock().unwrap();
    assert!(
        matches!(&seen[0], Incoming::Http(response) if response.status == 200 && response.body == "good"),
        "{seen:?}"
    );
    assert_eq!(seen[1], Incoming::Dns(UPDATED.to_vec()));
    assert_eq!(seen.len(), 2);
}

#[tokio::test]
async fn a_name_server_that_is_not_there_is_told_as_not_sent() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (conversation, seen) = script(vec![dns_to(&closed.to_string()), dns_to("no port")]);

    converse(conversation, &transport(&Authority::new())).await;

    let not_sent = |trouble| Incoming::Failed { trouble, sent: false };
    assert_eq!(
        *seen.lock().unwrap(),
        [not_sent(Trouble::NoConnection("127.0.0.1".to_owned())), not_sent(Trouble::NoDns("no port".to_owned())),]
    );
}

#[tokio::test]
async fn a_conversation_without_end_is_ended() {
    let seen = Seen::default();
    let endless = Scripted { outgoing: vec![], seen: Arc::clone(&seen), ends: false };

    let answers = converse(Box::new(endless), &transport(&Authority::new())).await;

    assert_eq!(answers, BTreeMap::new());
    let seen = seen.lock().unwrap();
    assert_eq!(seen.len(), MOST_MESSAGES);
    assert_eq!(
        seen.last(),
        Some(&Incoming::Failed { trouble: Trouble::Broken("the provider".to_owned()), sent: true })
    );
}
