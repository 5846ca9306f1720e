//! The check of a token through the socket: a real resident asks the provider's server once, by a request that only reads.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use homeport_core::reply::Means;
use homeport_core::request::{Outcome, Request, Response, Secret, TokenReport};
use homeport_handle::Handle as _;
use homeport_handle::paths::Paths;
use homeport_handle::socket::SocketHandle;
use homeport_tests::binaries::homeport;
use homeport_tests::household::inside;
use homeport_tests::installation::Installation;
use homeport_tests::mock_proxy::MockProxy;
use homeport_tests::session_bus::Program;

const TOKEN: &str = "only-for-this-test";
const LIMIT: Duration = Duration::from_secs(30);

/// Asks a resident whose way to the provider leads through this proxy.
fn checked(proxy: &MockProxy, environment: &[(&str, &str)]) -> TokenReport {
    let installation = Installation::new("version = 1\n", proxy.authority());
    let mut command = installation.homeport(Command::new(homeport()), &["run", "--no-tray"]);
    command.envs(environment.iter().copied()).stdout(Stdio::null()).stderr(Stdio::null());
    let _resident = Program::start(&mut command).unwrap();
    let paths = Paths::new(Some(&installation.path("config"))).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();

    runtime.block_on(async {
        let began = Instant::now();
        let handle = loop {
            match SocketHandle::connect(&paths).await {
                Ok(handle) => break handle,
                Err(error) => assert!(began.elapsed() < LIMIT, "{error}"),
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        };
        let request = Request::CheckToken {
            provider: "hetzner".to_owned(),
            account: None,
            fields: BTreeMap::new(),
            secrets: BTreeMap::from([("token".to_owned(), Secret::new(TOKEN))]),
        };
        match handle.ask(request).await.unwrap() {
            Response::Token(report) => report,
            other => panic!("{other:?}"),
        }
    })
}

fn proxy(status: &'static str, body: &'static str) -> MockProxy {
    MockProxy::start(&["api.hetzner.cloud"], vec![("GET https://api.hetzner.cloud/", status, body)])
}

#[test]
fn a_token_that_works_is_read_once_and_its_zones_come_back() {
    inside(|| {
        let zones = r#"{"zones":[{"id":1,"name":"xn--bcher-kva.example"},{"id":2,"name":"example.org"},{"id":3,"name":"not a name"}]}"#;
        let proxy = proxy("200 OK", zones);

        let report = checked(&proxy, &[("HTTPS_PROXY", &proxy.address())]);

        assert_eq!((report.outcome, report.means), (Outcome::Unchanged, Some(Means::Good)), "{report:?}");
        assert_eq!(report.zones, ["example.org", "bücher.example"]);
        assert_eq!(report.message, "Token works for: example.org, bücher.example.");
        let seen = proxy.seen();
        assert_eq!(seen.len(), 1, "{seen:?}");
        assert_eq!(seen[0].request, "GET https://api.hetzner.cloud/v1/zones?per_page=25");
        assert_eq!(seen[0].authorization, format!("Bearer {TOKEN}"));
    });
}

#[test]
fn a_right_that_is_missing_is_named_and_the_token_is_not_quoted() {
    inside(|| {
        let proxy = proxy("403 Forbidden", r#"{"error":{"code":"forbidden","message":"only-for-this-test may not"}}"#);

        let report = checked(&proxy, &[("HTTPS_PROXY", &proxy.address())]);

        assert_eq!((report.outcome, report.means), (Outcome::Refused, Some(Means::NotEntitled)), "{report:?}");
        assert!(!report.rights.is_empty() && report.zones.is_empty(), "{report:?}");
        assert!(!report.message.contains(TOKEN), "{report:?}");
    });
}

#[test]
fn without_internet_the_check_says_so_and_refuses_nothing() {
    inside(|| {
        let proxy = proxy("200 OK", "{}");

        let report = checked(&proxy, &[]);

        assert_eq!((report.outcome, report.means), (Outcome::Retry, None), "{report:?}");
        assert!(proxy.seen().is_empty());
    });
}
