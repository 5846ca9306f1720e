//! The prober against echo services and a name server on loopback.
#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot prepare or did not expect fails it")]

mod support;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use hickory_proto::op::Message;
use hickory_proto::rr::rdata::A;
use hickory_proto::rr::{RData, Record};
use homeport_agent::probe::Prober;
use homeport_core::address::Family;
use homeport_core::event::{Event, Probing};
use homeport_core::observation::SourceFault;
use homeport_core::settings::{OwnSource, OwnSourceKind, Settings, SourceKind};
use support::{Authority, Behaviour, Server, answer, transport};
use tokio::net::UdpSocket;
use tokio::sync::mpsc;

type Said = Vec<(SourceKind, String, Family, Result<IpAddr, SourceFault>)>;

/// What the sources say in one check, in order of their names, after it was proved that its end comes last.
async fn probe(settings: &Settings, authority: &Authority, families: &[Family], more: bool) -> Said {
    let prober = Prober::new(settings, Arc::new(transport(authority)), Arc::default());
    let (sender, mut receiver) = mpsc::channel(32);
    let probing = Probing { families: families.to_vec(), more, ..Probing::default() };
    prober.probe(7, &probing, &sender).await;
    drop(sender);
    let mut said = Said::new();
    while let Some(event) = receiver.recv().await {
        match event {
            Event::Reported { round: 7, report } => {
                said.push((report.source.kind, report.source.operator, report.family, report.said));
            }
            Event::RoundEnded { round: 7 } => assert!(receiver.recv().await.is_none()),
            other => panic!("{other:?}"),
        }
    }
    said.sort_by(|a, b| (a.0, &a.1, a.2).cmp(&(b.0, &b.1, b.2)));
    said
}

fn own(kind: OwnSourceKind, url: &str) -> OwnSource {
    OwnSource { kind, url: url.to_owned(), instead: true }
}

/// Only own sources: nothing leaves this machine.
fn settings(sources: Vec<OwnSource>) -> Settings {
    let mut settings = Settings { sources, ..Settings::default() };
    settings.addresses.sources = settings
        .sources
        .iter()
        .map(|source| if source.kind == OwnSourceKind::Http { SourceKind::Http } else { SourceKind::Dns })
        .collect();
    settings
}

async fn name_server(address: [u8; 4]) -> SocketAddr {
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let at = socket.local_addr().unwrap();
    tokio::spawn(async move {
        let mut buffer = [0; 1_024];
        loop {
            let (length, from) = socket.recv_from(&mut buffer).await.unwrap();
            let asked = Message::from_vec(&buffer[..length]).unwrap();
            let mut answer = Message::response(asked.id, asked.op_code);
            answer.add_queries(asked.queries.iter().cloned());
            let name = asked.queries[0].name().clone();
            answer.add_answer(Record::from_rdata(name, 0, RData::A(A(address.into()))));
            socket.send_to(&answer.to_vec().unwrap(), from).await.unwrap();
        }
    });
    at
}

#[tokio::test]
async fn every_source_is_heard_and_then_the_check_ends() {
    let authority = Authority::new();
    let tls = || authority.tls(&["127.0.0.1"]);
    let good = Server::start(tls(), Behaviour::Answer(answer("200 OK", "", "20.1.0.1\n"))).await;
    let portal = Server::start(tls(), Behaviour::Answer(answer("200 OK", "", "<html>Sign in</html>"))).await;
    let silent = Server::start(tls(), Behaviour::Hang).await;
    let dns = name_server([20, 1, 0, 1]).await;
    let http = |server: &Server| own(OwnSourceKind::Http, server.url("/").as_str());
    let settings = settings(vec![
        http(&good),
        http(&portal),
        http(&silent),
        own(OwnSourceKind::Dns, &format!("me.example.org@{dns}")),
    ]);

    let said = probe(&settings, &authority, &[Family::Ipv4], false).await;

    let expect = |server: &Server, said| (SourceKind::Http, server.address.to_string(), Family::Ipv4, said);
    let found: IpAddr = "20.1.0.1".parse().unwrap();
    let mut expected = vec![
        expect(&good, Ok(found)),
        expect(&portal, Err(SourceFault::NotAnAddress)),
        expect(&silent, Err(SourceFault::NoAnswer)),
        (SourceKind::Dns, dns.to_string(), Family::Ipv4, Ok(found)),
    ];
    expected.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    assert_eq!(said, expected);
    assert_eq!(probe(&settings, &authority, &[Family::Ipv4], true).await, [], "there are no others");
    assert_eq!(probe(&settings, &authority, &[Family::Ipv6], false).await, [], "they have no IPv6 address");
}

#[tokio::test]
async fn a_fixed_address_is_told_without_asking_anyone() {
    let mut settings = Settings::default();
    settings.addresses.fixed.ipv4 = Some("192.0.2.7".parse().unwrap());
    settings.addresses.fixed.ipv6 = Some("2001:db8::7".parse().unwrap());

    let said = probe(&settings, &Authority::new(), &Family::BOTH, false).await;

    let fixed =
        |family, address: &str| (SourceKind::Fixed, "settings".to_owned(), family, Ok(address.parse().unwrap()));
    assert_eq!(said, [fixed(Family::Ipv4, "192.0.2.7"), fixed(Family::Ipv6, "2001:db8::7")]);
}

#[cfg(unix)]
#[tokio::test]
async fn the_users_own_program_is_run_without_a_shell() {
    let authority = Authority::new();
    let run = async |command: &[&str]| {
        let mut settings = Settings::default();
        settings.addresses.command = command.iter().map(|part| (*part).to_owned()).collect();
        let mut all = probe(&settings, &authority, &[Family::Ipv4], false).await;
        let (kind, _, _, said) = all.pop().unwrap();
        assert!(all.is_empty() && kind == SourceKind::Command, "another source was asked");
        said
    };

    assert_eq!(run(&["/bin/echo", "20.1.0.1"]).await, Ok("20.1.0.1".parse().unwrap()));
    assert_eq!(run(&["/bin/echo", "$(id); 20.1.0.1"]).await, Err(SourceFault::NotAnAddress));
    assert_eq!(run(&["/bin/echo", "2a0e:1::1"]).await, Err(SourceFault::OtherFamily));
    assert_eq!(run(&["/bin/sh", "-c", "echo 20.1.0.1; exit 1"]).await, Err(SourceFault::NoAnswer));
    assert_eq!(run(&["/bin/sh", "-c", "while :; do echo 20.1.0.1; done"]).await, Err(SourceFault::NotAnAddress));
    assert_eq!(run(&["/nowhere/my-address"]).await, Err(SourceFault::NoAnswer));
}
