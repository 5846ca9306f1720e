//! `homeport try` for each provider, from the command line to what its server reads: through an intercepting proxy that
//! speaks for the providers' hosts, and against BIND.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use homeport_tests::bind::{Bind, Zone, dig, secret};
use homeport_tests::household::inside;
use homeport_tests::mock_proxy::MockProxy;
use homeport_tests::trial::{Trial, assert_told};
use serde_json::Value;

const HOSTS: &[&str] = &[
    "dynupdate.no-ip.com",
    "api.dynu.com",
    "update.dedyn.io",
    "members.dyndns.org",
    "www.duckdns.org",
    "api.cloudflare.com",
];
const TOKEN: &str = "only-for-this-test";

struct Case {
    provider: &'static str,
    hostname: &'static str,
    /// Its fields that are no secret.
    fields: &'static [&'static str],
    secret: &'static str,
    /// The one request that writes.
    request: &'static str,
    authorization: String,
    body: &'static str,
}

fn basic(user: &str) -> String {
    use base64::Engine as _;

    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(format!("{user}:{TOKEN}")))
}

fn cases() -> Vec<Case> {
    let dyndns2 = |provider, hostname, request| Case {
        provider,
        hostname,
        fields: &["user=jane"],
        secret: "password",
        request,
        authorization: basic("jane"),
        body: "",
    };
    vec![
        dyndns2(
            "no-ip",
            "home.ddns.net",
            "GET https://dynupdate.no-ip.com/nic/update?hostname=home.ddns.net&myip=192.0.2.1",
        ),
        dyndns2(
            "dynu",
            "home.mywire.org",
            "GET https://api.dynu.com/nic/update?hostname=home.mywire.org&myip=192.0.2.1&myipv6=no",
        ),
        dyndns2(
            "dyn",
            "home.dyndns.org",
            "GET https://members.dyndns.org/v3/update?hostname=home.dyndns.org&myip=192.0.2.1",
        ),
        Case {
            provider: "desec",
            hostname: "home.dedyn.io",
            fields: &["zone=home.dedyn.io"],
            secret: "token",
            request: "GET https://update.dedyn.io/?hostname=home.dedyn.io&myipv4=192.0.2.1&myipv6=preserve",
            authorization: basic("home.dedyn.io"),
            body: "",
        },
        Case {
            provider: "duckdns",
            hostname: "home.duckdns.org",
            fields: &[],
            secret: "token",
            request: "GET https://www.duckdns.org/update?domains=home&ip=192.0.2.1&token=only-for-this-test",
            authorization: String::new(),
            body: "",
        },
        Case {
            provider: "cloudflare",
            hostname: "home.example.org",
            fields: &["zone=example.org"],
            secret: "token",
            request: "PATCH https://api.cloudflare.com/client/v4/zones/zone111/dns_records/rec222",
            authorization: format!("Bearer {TOKEN}"),
            body: r#"{"content":"192.0.2.1"}"#,
        },
    ]
}

/// What the providers say: to the first half of the script all is well, the second refuses the credentials.
fn proxy(well: bool) -> MockProxy {
    let script = if well {
        vec![
            ("GET https://www.duckdns.org/update", "200 OK", "OK"),
            (
                "GET https://api.cloudflare.com/client/v4/zones?",
                "200 OK",
                r#"{"success":true,"result":[{"id":"zone111","name":"example.org"}]}"#,
            ),
            (
                "GET https://api.cloudflare.com/client/v4/zones/zone111/dns_records?",
                "200 OK",
                r#"{"success":true,"result":[{"id":"rec222","type":"A","name":"home.example.org","content":"203.0.113.9","proxied":false,"ttl":1}]}"#,
            ),
            (
                "PATCH https://api.cloudflare.com/",
                "200 OK",
                r#"{"success":true,"result":{"id":"rec222","content":"192.0.2.1"}}"#,
            ),
            ("GET https://", "200 OK", "good 192.0.2.1"),
        ]
    } else {
        vec![
            ("GET https://www.duckdns.org/update", "200 OK", "KO"),
            (
                "GET https://api.cloudflare.com/",
                "403 Forbidden",
                r#"{"success":false,"errors":[{"code":9109,"message":"Invalid access token"}]}"#,
            ),
            ("GET https://", "401 Unauthorized", "badauth"),
        ]
    };

    MockProxy::start(HOSTS, script)
}

/// Tries one update and gives what the command printed.
fn tried(proxy: &MockProxy, case: &Case) -> Value {
    let trial = Trial::new(case.provider, case.hostname).secret(case.secret, TOKEN).through(proxy);
    let fields = case.fields.iter().map(|field| field.split_once('=').unwrap());

    fields.fold(trial, |trial, (key, value)| trial.field(key, value)).send(&["192.0.2.1"])
}

#[test]
fn each_provider_gets_its_own_request_through_the_proxy_and_its_answer_is_understood() {
    inside(|| {
        for case in cases() {
            let proxy = proxy(true);
            let told = tried(&proxy, &case);

            let provider = case.provider;
            assert_eq!(told["outcome"], "updated", "{provider}: {told}");
            assert_eq!(told["means"], "good", "{provider}: {told}");
            let seen = proxy.seen();
            let last = seen.last().unwrap();
            assert_eq!(last.request, case.request, "{provider}");
            assert_eq!(last.body, case.body, "{provider}");
            assert!(seen.iter().all(|seen| seen.authorization == case.authorization), "{provider}: {seen:?}");
        }
    });
}

#[test]
fn each_provider_that_refuses_the_credentials_is_asked_once() {
    inside(|| {
        for case in cases() {
            let proxy = proxy(false);
            let told = tried(&proxy, &case);

            let provider = case.provider;
            assert_eq!(told["outcome"], "refused", "{provider}: {told}");
            assert_eq!(told["means"], "bad-auth", "{provider}: {told}");
            assert_eq!(proxy.seen().len(), 1, "{provider}");
        }
    });
}

#[test]
fn a_name_server_of_ones_own_is_tried_by_dns_update() {
    const HOME: Zone<'_> = Zone { name: "home.test", records: "", key_name: "home-key" };

    inside(|| {
        let bind = Bind::start(&[HOME]);
        let try_with = |key: &str| {
            let trial = Trial::new("rfc2136", "nas.home.test").secret("key", key);

            trial
                .field("server", bind.address)
                .field("zone", HOME.name)
                .field("key_name", HOME.key_name)
                .send(&["20.1.0.1"])
        };

        assert_told(&try_with(&secret("another-key")), "refused", "bad-auth");
        assert!(dig(bind.address, &["nas.home.test", "A"]).is_empty());

        assert_told(&try_with(&secret("home-key")), "updated", "good");
        assert_eq!(dig(bind.address, &["nas.home.test", "A"]), ["20.1.0.1"]);
    });
}
