//! DNS UPDATE against BIND and against the practice server, by the conversation and the shell that the resident uses.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot prepare or did not expect fails it")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::net::{IpAddr, SocketAddr};
use std::time::{SystemTime, UNIX_EPOCH};

use homeport_agent::converse::converse;
use homeport_agent::practice::Practice;
use homeport_agent::resolver::Resolver;
use homeport_agent::transport::{Transport, Trust};
use homeport_core::address::{PerFamily, Publishable};
use homeport_core::catalogue::Catalogue;
use homeport_core::event::{Answer, Trouble};
use homeport_core::hostname::Hostname;
use homeport_core::provider::Task;
use homeport_core::reply::{Means, Reply};
use homeport_core::request::Secret;
use homeport_core::settings::{PRACTICE, PRACTICE_HOSTNAME, ProviderId};
use homeport_core::verification::{Question, ServerAnswer};
use homeport_tests::bind::{Bind, Zone, dig, secret};

const HOME: Zone<'_> = Zone { name: "home.test", records: "note TXT \"stays\"\n", key_name: "home-key" };
const OTHER: Zone<'_> = Zone { name: "other.test", records: "", key_name: "other-key" };

/// A task with the fields of a server of one's own.
fn task(server: SocketAddr, zone: &str, key_name: &str, hostnames: &[&str]) -> Task {
    let fields = [("server", server.to_string()), ("zone", zone.to_owned()), ("key_name", key_name.to_owned())];

    Task {
        hostnames: hostnames.iter().map(|name| name.parse().unwrap()).collect(),
        addresses: PerFamily { ipv4: Some(typed("20.1.0.1")), ipv6: None },
        fields: fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect(),
        secrets: BTreeMap::from([("key".to_owned(), Secret::new(&secret(key_name)))]),
        create: true,
        keeping: homeport_core::provider::Keeping::default(),
        message_id: 0x4242,
        unix_time: SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs(),
    }
}

fn typed(address: &str) -> Publishable {
    Publishable::typed(address.parse().unwrap())
}

async fn update(provider: &str, task: Task) -> BTreeMap<Hostname, Answer> {
    let conversation = Catalogue::built_in().begin(&ProviderId(provider.to_owned()), task).unwrap();

    converse(conversation, &Transport::new(Trust::System { besides: None })).await
}

/// The only answer, which has to be the provider's.
async fn reply(task: Task) -> Reply {
    match update("rfc2136", task).await.into_values().next().unwrap() {
        Answer::Replied(reply) => reply,
        other => panic!("{other:?}"),
    }
}

async fn verify(hostname: &str, expected: Publishable, resolver: &Resolver, at: &[SocketAddr]) -> ServerAnswer {
    let question = Question { hostname: hostname.parse().unwrap(), expected, nameservers: at.to_vec() };
    let [answer] = resolver.verify_one(question).await.try_into().unwrap();

    answer
}

#[tokio::test]
async fn the_right_key_replaces_the_record_and_touches_no_other() {
    let bind = Bind::start(&[HOME]);
    let mut task = task(bind.address, "home.test", "home-key", &["nas.home.test"]);
    task.addresses.ipv6 = Some(typed("2a0e:1::1"));
    assert_eq!(reply(task.clone()).await.means, Means::Good);
    assert_eq!(dig(bind.address, &["nas.home.test", "A"]), ["20.1.0.1"]);

    task.addresses = PerFamily { ipv4: Some(typed("20.1.0.2")), ipv6: None };
    assert_eq!(reply(task).await.means, Means::Good);

    assert_eq!(dig(bind.address, &["nas.home.test", "A"]), ["20.1.0.2"]);
    assert_eq!(dig(bind.address, &["nas.home.test", "AAAA"]), ["2a0e:1::1"]);
    assert_eq!(dig(bind.address, &["note.home.test", "TXT"]), ["\"stays\""]);
}

#[tokio::test]
async fn another_address_of_the_name_stays_and_what_somebody_else_put_there_is_never_lost() {
    const SEVERAL: Zone<'_> = Zone { records: "nas A 20.1.0.8\nnas A 20.1.0.9\n", ..HOME };
    let bind = Bind::start(&[SEVERAL]);
    let first = task(bind.address, "home.test", "home-key", &["nas.home.test"]);
    assert_eq!(reply(first.clone()).await.means, Means::BadRequest, "nothing tells which one is the home's");

    let mut known = first.clone();
    let published = PerFamily { ipv4: Some("20.1.0.9".parse().unwrap()), ipv6: None };
    known.keeping.published = BTreeMap::from([("nas.home.test".parse().unwrap(), published)]);
    let answer = reply(known.clone()).await;
    assert_eq!((answer.means, answer.beside), (Means::Good, vec!["20.1.0.8".parse().unwrap()]));
    assert_eq!(dig(bind.address, &["nas.home.test", "A"]), ["20.1.0.1", "20.1.0.8"]);

    // What was published before is no longer there.
    known.addresses.ipv4 = Some(typed("20.1.0.2"));
    assert_eq!(reply(known).await.means, Means::BadRequest);
    assert_eq!(dig(bind.address, &["nas.home.test", "A"]), ["20.1.0.1", "20.1.0.8"]);
}

#[tokio::test]
async fn the_zones_own_server_proves_the_update() {
    let bind = Bind::start(&[HOME]);
    update("rfc2136", task(bind.address, "home.test", "home-key", &["nas.home.test"])).await;
    // The zone's name server is `ns.home.test` at 127.0.0.1, and BIND itself tells so.
    let resolver = Resolver::with(vec![bind.address], bind.address.port());

    let proof = verify("nas.home.test", typed("20.1.0.1"), &resolver, &[]).await;
    let absent = verify("away.home.test", typed("20.1.0.1"), &resolver, &[]).await;

    let addresses = Ok(vec!["20.1.0.1".parse().unwrap()]);
    assert_eq!(proof, ServerAnswer { server: "ns.home.test".to_owned(), addresses, ttl: Some(60) });
    assert_eq!(absent.addresses, Ok(vec![]));
    let servers = resolver.nameservers_of(&"nas.home.test".parse().unwrap()).await;
    assert_eq!(servers, ["ns.home.test"]);
}

#[tokio::test]
async fn each_refusal_is_told_apart_and_changes_nothing() {
    let bind = Bind::start(&[HOME, OTHER]);
    let right = || task(bind.address, "home.test", "home-key", &["nas.home.test"]);
    let mut wrong_secret = right();
    wrong_secret.secrets = BTreeMap::from([("key".to_owned(), Secret::new(&secret("another")))]);
    let unknown_key = task(bind.address, "home.test", "unknown-key", &["nas.home.test"]);
    let other_key = task(bind.address, "home.test", "other-key", &["nas.home.test"]);
    let other_zone = task(bind.address, "example.test", "home-key", &["nas.example.test"]);
    let mut late = right();
    late.unix_time -= 3_600;
    let cases = [
        (wrong_secret, Means::BadAuth, "BADSIG"),
        (unknown_key, Means::BadAuth, "BADKEY"),
        (other_key, Means::NotEntitled, "REFUSED"),
        (other_zone, Means::NoSuchHost, "NOTAUTH"),
        (late, Means::ServerTrouble, "BADTIME"),
    ];
    for (task, means, code) in cases {
        let reply = reply(task).await;

        assert_eq!(reply.means, means, "{code}: {}", reply.message);
        assert!(reply.message.contains(code), "{}", reply.message);
    }

    assert_eq!(dig(bind.address, &["nas.home.test", "A"]), Vec::<String>::new());
}

#[tokio::test]
async fn a_long_update_and_a_long_answer_go_over_tcp() {
    // BIND takes at most 100 records in a set, and these are longer than a datagram may be.
    let mut many = String::new();
    for last in 1..=90 {
        writeln!(many, "many A 20.1.0.{last}").unwrap();
    }
    let bind = Bind::start(&[Zone { records: &many, ..HOME }]);
    let names: Vec<String> = (0..100).map(|number| format!("device-with-a-long-name-{number}.home.test")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();

    let answers = update("rfc2136", task(bind.address, "home.test", "home-key", &names)).await;
    let found = verify("many.home.test", typed("20.1.0.1"), &Resolver::default(), &[bind.address]).await;

    assert_eq!(answers.len(), 100);
    for answer in answers.values() {
        assert!(matches!(answer, Answer::Replied(reply) if reply.means == Means::Good), "{answer:?}");
    }
    assert_eq!(dig(bind.address, &[names[99], "A"]), ["20.1.0.1"]);
    assert_eq!(found.addresses.unwrap().len(), 90);
}

#[tokio::test]
async fn a_server_that_is_gone_got_nothing() {
    let bind = Bind::start(&[HOME]);
    let task = task(bind.address, "home.test", "home-key", &["nas.home.test"]);
    drop(bind);

    let answers = update("rfc2136", task).await;

    let trouble = Trouble::NoConnection("127.0.0.1".to_owned());
    assert_eq!(answers.into_values().collect::<Vec<_>>(), [Answer::NotSent(trouble)]);
}

#[tokio::test]
async fn the_practice_server_is_updated_like_a_real_one_and_asked_with_dig() {
    let practice = Practice::start().await.unwrap();
    let task = |address: &str| Task {
        addresses: PerFamily { ipv4: Some(Publishable::practice(address.parse().unwrap())), ipv6: None },
        fields: practice.fields(),
        secrets: practice.secrets(),
        ..task(practice.address(), "practice.test", "unused", &[PRACTICE_HOSTNAME])
    };
    let at = practice.address();
    let ask = async |transport: &'static str| {
        let asking = move || dig(at, &[PRACTICE_HOSTNAME, "A", transport]);
        tokio::task::spawn_blocking(asking).await.unwrap()
    };
    for address in ["192.168.1.5", "192.168.1.6"] {
        let answers = update(PRACTICE, task(address)).await;

        let [answer] = answers.into_values().collect::<Vec<_>>().try_into().unwrap();
        assert!(matches!(&answer, Answer::Replied(reply) if reply.means == Means::Good), "{answer:?}");
        assert_eq!(ask("+notcp").await, [address]);
        assert_eq!(ask("+tcp").await, [address]);
        let expected: IpAddr = address.parse().unwrap();
        let proof = verify(PRACTICE_HOSTNAME, Publishable::practice(expected), &Resolver::default(), &[at]).await;
        assert_eq!(proof.addresses, Ok(vec![expected]));
    }
}
