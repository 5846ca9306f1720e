//! The transport against servers on loopback that do what hostile networks and broken providers do.
#![allow(clippy::unwrap_used, clippy::panic, reason = "what a test cannot prepare or did not expect fails it")]

mod support;

use std::io::Write;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::process::Command;
use std::time::{Duration, Instant};

#[cfg(not(windows))]
use homeport_agent::transport::Trust;
use homeport_agent::transport::{CONTACT, Transport};
use homeport_core::address::Family;
use homeport_core::event::Trouble;
use homeport_core::observation::SourceFault;
use homeport_core::provider::{Header, HttpRequest, HttpResponse, Incoming};
use support::{Authority, Behaviour, Greeting, Server, answer, answer_of_bytes, transport};
use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;
use url::Url;

const TOKEN: &str = "made-up-token";

fn request(url: Url) -> HttpRequest {
    let token = Header { name: "authorization".to_owned(), value: format!("Bearer {TOKEN}"), sensitive: true };

    HttpRequest {
        method: "PUT",
        url,
        headers: vec![token],
        body: Some(b"address=20.1.0.1".to_vec()),
        reads_only: false,
    }
}

fn answered(incoming: Incoming) -> HttpResponse {
    match incoming {
        Incoming::Http(response) => response,
        other => panic!("{other:?}"),
    }
}

fn failed(incoming: Incoming) -> (Trouble, bool) {
    match incoming {
        Incoming::Failed { trouble, sent } => (trouble, sent),
        other => panic!("{other:?}"),
    }
}

/// Sends a request with a secret in its header and its query to a server of this behaviour.
async fn failure_of(behaviour: Behaviour) -> (Trouble, bool) {
    let authority = Authority::new();
    let server = Server::start(authority.tls(&["127.0.0.1"]), behaviour).await;
    let url = server.url(&format!("/update?token={TOKEN}"));

    let incoming = transport(&authority).send(&request(url)).await;

    assert!(!format!("{incoming:?}").contains(TOKEN), "{incoming:?}");
    assert_eq!(server.requests().len(), 1);
    failed(incoming)
}

fn zipped(length: usize) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(&vec![b'x'; length]).unwrap();
    encoder.finish().unwrap()
}

#[tokio::test]
async fn a_request_arrives_whole_and_its_answer_comes_back() {
    let authority = Authority::new();
    let headers = "Retry-After: 120\r\nDate: Sun, 22 Nov 2026 17:00:00 GMT\r\n";
    let server =
        Server::start(authority.tls(&["127.0.0.1"]), Behaviour::Answer(answer("429 Slow", headers, "later"))).await;

    let response = answered(transport(&authority).send(&request(server.url("/update?host=home"))).await);

    assert_eq!(response.status, 429);
    assert_eq!(response.body, "later");
    assert_eq!(response.retry_after.as_deref(), Some("120"));
    assert_eq!(response.date.as_deref(), Some("Sun, 22 Nov 2026 17:00:00 GMT"));
    let [seen] = server.requests().try_into().unwrap();
    assert!(seen.starts_with("PUT /update?host=home HTTP/1.1\r\n"), "{seen}");
    assert!(seen.contains(&format!("authorization: Bearer {TOKEN}\r\n")), "{seen}");
    assert!(seen.contains("user-agent: Homeport homeport/") && seen.contains(CONTACT), "{seen}");
    assert!(!seen.to_ascii_lowercase().contains("referer"), "{seen}");
    assert!(seen.ends_with("\r\n\r\naddress=20.1.0.1"), "{seen}");
}

#[tokio::test]
async fn a_compressed_answer_is_unpacked() {
    let authority = Authority::new();
    let body = answer_of_bytes("200 OK", "Content-Encoding: gzip\r\n", &zipped(1_000));
    let server = Server::start(authority.tls(&["127.0.0.1"]), Behaviour::Answer(body)).await;

    let response = answered(transport(&authority).send(&request(server.url("/"))).await);

    assert_eq!(response.body, "x".repeat(1_000));
}

#[tokio::test]
async fn a_compressed_bomb_ends_at_the_limit() {
    let bomb = answer_of_bytes("200 OK", "Content-Encoding: gzip\r\n", &zipped(64 * 1024 * 1024));

    assert_eq!(failure_of(Behaviour::Answer(bomb)).await, (Trouble::TooLong("127.0.0.1".to_owned()), true));
}

#[tokio::test]
async fn an_endless_answer_ends_at_the_limit() {
    assert_eq!(failure_of(Behaviour::Endless).await, (Trouble::TooLong("127.0.0.1".to_owned()), true));
}

#[tokio::test]
async fn a_silent_or_dripping_server_ends_at_the_deadline() {
    for behaviour in [Behaviour::Hang, Behaviour::Drip] {
        let start = Instant::now();

        assert_eq!(failure_of(behaviour).await, (Trouble::Timeout("127.0.0.1".to_owned()), true));

        assert!(start.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn a_request_that_only_reads_is_never_told_as_sent() {
    let authority = Authority::new();
    let server = Server::start(authority.tls(&["127.0.0.1"]), Behaviour::Reset).await;
    let reading = HttpRequest { reads_only: true, ..request(server.url("/")) };

    let (trouble, sent) = failed(transport(&authority).send(&reading).await);

    assert_eq!((trouble, sent), (Trouble::Broken("127.0.0.1".to_owned()), false));
}

#[tokio::test]
async fn an_answer_that_is_cut_or_garbled_fails_that_request_only() {
    let cut = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\ngood".to_vec();
    let garbage = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\ngood\r\n".to_vec();
    let not_zipped = answer("200 OK", "Content-Encoding: gzip\r\n", "good");
    let no_http = b"good 20.1.0.1\r\n\r\n".to_vec();
    for bytes in [cut, garbage, not_zipped, no_http] {
        assert_eq!(failure_of(Behaviour::Answer(bytes)).await, (Trouble::Broken("127.0.0.1".to_owned()), true));
    }

    assert_eq!(failure_of(Behaviour::Reset).await, (Trouble::Broken("127.0.0.1".to_owned()), true));
}

#[tokio::test]
async fn a_redirect_is_never_followed_with_a_secret() {
    let authority = Authority::new();
    let other = Server::start(authority.tls(&["localhost"]), Behaviour::Echo).await;
    let elsewhere = format!("https://localhost:{}/?token=1", other.address.port());
    for (status, sent) in [("301", false), ("302", true), ("303", true), ("307", false), ("308", false)] {
        let behaviour = answer(&format!("{status} Moved"), &format!("Location: {elsewhere}\r\n"), "");

        let failure = failure_of(Behaviour::Answer(behaviour)).await;

        let trouble = Trouble::Redirect { from: "127.0.0.1".to_owned(), to: "localhost".to_owned() };
        assert_eq!(failure, (trouble, sent), "{status}");
    }
    let (trouble, _) = failure_of(Behaviour::Answer(answer("302 Found", "Location: /login\r\n", ""))).await;
    assert_eq!(trouble, Trouble::Redirect { from: "127.0.0.1".to_owned(), to: "127.0.0.1".to_owned() });
    let (trouble, _) = failure_of(Behaviour::Answer(answer("302 Found", "Location: http://127.0.0.1/\r\n", ""))).await;
    assert_eq!(trouble, Trouble::Redirect { from: "127.0.0.1".to_owned(), to: "http://127.0.0.1".to_owned() });

    assert_eq!(other.requests(), Vec::<String>::new());
}

#[tokio::test]
async fn a_certificate_that_cannot_be_verified_gets_no_request() {
    let authority = Authority::new();
    let stranger = Authority::new();
    let year = |parameters: &mut rcgen::CertificateParams, from: i32, until: i32| {
        parameters.not_before = rcgen::date_time_ymd(from, 1, 1);
        parameters.not_after = rcgen::date_time_ymd(until, 1, 1);
    };
    let cases = [
        (authority.tls(&["example.org"]), "the certificate is for another name"),
        (stranger.tls(&["127.0.0.1"]), "the certificate's issuer is not trusted"),
        (
            authority.tls_with(&["127.0.0.1"], |parameters| year(parameters, 2001, 2002)),
            "the certificate has expired, or this computer's clock is wrong",
        ),
        (
            authority.tls_with(&["127.0.0.1"], |parameters| year(parameters, 2901, 2902)),
            "the certificate is not valid yet, or this computer's clock is wrong",
        ),
        (Greeting::Plain, "the server does not speak TLS"),
    ];
    for (greeting, reason) in cases {
        let server = Server::start(greeting, Behaviour::Echo).await;

        let failure = failed(transport(&authority).send(&request(server.url("/"))).await);
        let fault = transport(&authority).echo(&server.url("/"), Family::Ipv4, None).await;

        assert_eq!(failure, (Trouble::Tls { server: "127.0.0.1".to_owned(), reason: reason.to_owned() }, false));
        assert_eq!(fault, Err(SourceFault::Tls(reason.to_owned())));
        assert_eq!(server.requests(), Vec::<String>::new(), "{reason}");
    }
}

#[tokio::test]
async fn a_server_that_cannot_be_reached_is_told_as_not_sent() {
    let authority = Authority::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let closed: Url = format!("https://{}/", listener.local_addr().unwrap()).parse().unwrap();
    drop(listener);
    let breaks_off = Server::start(Greeting::Reset, Behaviour::Echo).await;
    let unknown: Url = "https://provider.invalid/".parse().unwrap();
    // Windows asks a closed port for two seconds before it gives up.
    let transport = Transport::new(authority.trust());

    for url in [closed, breaks_off.url("/")] {
        let failure = failed(transport.send(&request(url)).await);
        assert_eq!(failure, (Trouble::NoConnection("127.0.0.1".to_owned()), false));
    }
    let failure = failed(transport.send(&request(unknown.clone())).await);
    assert_eq!(failure, (Trouble::NoDns("provider.invalid".to_owned()), false));
    assert_eq!(transport.echo(&unknown, Family::Ipv4, None).await, Err(SourceFault::NoDns));
}

// Wine, on which the tests for Windows are run, refuses every certificate that does not come from its own store.
#[cfg(not(windows))]
#[tokio::test]
async fn a_certificate_file_adds_to_what_the_system_trusts() {
    let authority = Authority::new();
    let server = Server::start(authority.tls(&["127.0.0.1"]), Behaviour::Echo).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("authority.pem");
    std::fs::write(&file, authority.pem()).unwrap();

    let with = Transport::new(Trust::System { besides: Some(file) });
    let without = Transport::new(Trust::System { besides: None });

    assert_eq!(with.echo(&server.url("/"), Family::Ipv4, None).await, Ok("127.0.0.1\n".to_owned()));
    assert!(matches!(without.echo(&server.url("/"), Family::Ipv4, None).await, Err(SourceFault::Tls(_))));
}

#[tokio::test]
async fn an_echo_service_is_asked_over_the_family_that_is_wanted() {
    let authority = Authority::new();
    let greeting = authority.tls(&["127.0.0.1", "::1", "localhost"]);
    let transport = transport(&authority);
    let v4 = Server::start_at(Ipv4Addr::LOCALHOST.into(), greeting.clone(), vec![Behaviour::Echo]).await;
    let v6 = Server::start_at(Ipv6Addr::LOCALHOST.into(), greeting, vec![Behaviour::Echo]).await;
    let by_name: Url = format!("https://localhost:{}/", v4.address.port()).parse().unwrap();

    assert_eq!(transport.echo(&by_name, Family::Ipv4, None).await, Ok("127.0.0.1\n".to_owned()));
    assert_eq!(transport.echo(&v4.url("/"), Family::Ipv4, None).await, Ok("127.0.0.1\n".to_owned()));
    assert_eq!(transport.echo(&v6.url("/"), Family::Ipv6, None).await, Ok("::1\n".to_owned()));
    assert_eq!(transport.echo(&by_name, Family::Ipv6, None).await, Err(SourceFault::NoAnswer));
    assert_eq!(transport.echo(&v4.url("/"), Family::Ipv6, None).await, Err(SourceFault::NoAnswer));
    assert_eq!(transport.echo(&v6.url("/"), Family::Ipv4, None).await, Err(SourceFault::NoAnswer));
}

#[tokio::test]
async fn an_echo_request_carries_nothing_but_who_asks() {
    let authority = Authority::new();
    let server = Server::start(authority.tls(&["127.0.0.1"]), Behaviour::Echo).await;

    transport(&authority).echo(&server.url("/ip"), Family::Ipv4, None).await.unwrap();

    let [seen] = server.requests().try_into().unwrap();
    let mut names: Vec<&str> =
        seen.lines().skip(1).filter_map(|line| line.split_once(": ")).map(|(name, _)| name).collect();
    names.sort_unstable();
    assert_eq!(names, ["accept", "host", "user-agent"], "{seen}");
}

#[tokio::test]
async fn an_echo_service_that_misbehaves_gives_no_address() {
    let authority = Authority::new();
    let transport = transport(&authority);
    let cases = [
        (Behaviour::Endless, SourceFault::NotAnAddress),
        (Behaviour::Hang, SourceFault::NoAnswer),
        (Behaviour::Drip, SourceFault::NoAnswer),
        (Behaviour::Reset, SourceFault::NoAnswer),
        (Behaviour::Answer(answer("503 Busy", "", "20.1.0.1")), SourceFault::Status(503)),
        (
            Behaviour::Answer(answer_of_bytes("200 OK", "Content-Encoding: gzip\r\n", &zipped(50))),
            SourceFault::NotAnAddress,
        ),
    ];
    for (behaviour, fault) in cases {
        let server = Server::start(authority.tls(&["127.0.0.1"]), behaviour).await;

        assert_eq!(transport.echo(&server.url("/"), Family::Ipv4, None).await, Err(fault));
    }
}

#[tokio::test]
async fn an_echo_service_may_redirect_once_on_its_own_host() {
    let authority = Authority::new();
    let other = Server::start(authority.tls(&["localhost"]), Behaviour::Echo).await;
    let elsewhere = format!("Location: https://localhost:{}/\r\n", other.address.port());
    let moved = |headers: &str| Behaviour::Answer(answer("302 Found", headers, ""));
    let here = || moved("Location: /ip\r\n");
    let cases = [
        (vec![here(), Behaviour::Echo], Ok("127.0.0.1\n".to_owned())),
        (vec![here(), here(), Behaviour::Echo], Err(SourceFault::Status(302))),
        (vec![moved(&elsewhere)], Err(SourceFault::Status(302))),
        (vec![moved("Location: http://127.0.0.1/\r\n")], Err(SourceFault::Status(302))),
    ];
    for (behaviours, expected) in cases {
        let greeting = authority.tls(&["127.0.0.1"]);
        let server = Server::start_at(Ipv4Addr::LOCALHOST.into(), greeting, behaviours).await;

        assert_eq!(transport(&authority).echo(&server.url("/"), Family::Ipv4, None).await, expected);
    }

    assert_eq!(other.requests(), Vec::<String>::new());
}

#[tokio::test]
async fn a_proxy_of_the_environment_is_for_providers_only() {
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", proxy.local_addr().unwrap());
    let run = |test: &'static str, address: String| {
        tokio::task::spawn_blocking(move || {
            let program = std::env::current_exe().unwrap();
            let mut command = Command::new(program);
            command.args(["--exact", test]).env("HTTPS_PROXY", address).env_remove("NO_PROXY").env_remove("no_proxy");
            command.output().unwrap().status.success()
        })
    };

    let echo = run("an_echo_request_carries_nothing_but_who_asks", address.clone()).await.unwrap();
    assert!(echo, "the echo service was not asked directly");

    let provider = run("a_compressed_answer_is_unpacked", address);
    let (mut stream, _) = proxy.accept().await.unwrap();
    let mut head = [0; 18];
    stream.read_exact(&mut head).await.unwrap();
    drop((stream, proxy));

    assert_eq!(&head, b"CONNECT 127.0.0.1:");
    assert!(!provider.await.unwrap(), "the request went past the proxy");
}

/// A proxy that refuses everything, and the first line of what it was asked.
async fn proxy() -> (String, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut bytes = vec![0; 1_024];
        let read = stream.read(&mut bytes).await.unwrap();
        tokio::io::AsyncWriteExt::write_all(&mut stream, b"HTTP/1.1 502 No\r\ncontent-length: 0\r\n\r\n")
            .await
            .unwrap();
        String::from_utf8_lossy(&bytes[..read]).lines().next().unwrap_or_default().to_owned()
    });

    (address, asked)
}

#[tokio::test]
async fn a_proxy_of_the_settings_is_for_providers_and_for_echo_services_only_if_chosen() {
    let authority = Authority::new();
    let url: Url = "https://provider.example.org/update".parse().unwrap();
    let transport = transport(&authority);

    let (address, asked) = proxy().await;
    transport.use_proxy(Some(address), false);
    let (_, sent) = failed(transport.send(&request(url.clone())).await);
    assert!(!sent, "nothing went through");
    assert_eq!(asked.await.unwrap(), "CONNECT provider.example.org:443 HTTP/1.1");

    let (address, asked) = proxy().await;
    transport.use_proxy(Some(address), true);
    transport.echo(&url, Family::Ipv4, None).await.unwrap_err();
    assert_eq!(asked.await.unwrap(), "CONNECT provider.example.org:443 HTTP/1.1");

    let (address, asked) = proxy().await;
    transport.use_proxy(Some(address), false);
    let nowhere: Url = "https://echo.invalid/".parse().unwrap();
    transport.echo(&nowhere, Family::Ipv4, None).await.unwrap_err();
    assert!(!asked.is_finished(), "an echo service was asked through the proxy");
}
