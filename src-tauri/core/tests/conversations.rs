//! Whatever a provider answers: a conversation ends, says something about each hostname, stays with its own server, and
//! shows no secret. The answers are put together from fragments by a generator with a fixed seed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where what it needs is missing")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use homeport_core::address::{PerFamily, Publishable};
use homeport_core::catalogue::Catalogue;
use homeport_core::event::{Answer, Trouble};
use homeport_core::provider::{HttpResponse, Incoming, Outgoing, Step, Task};
use homeport_core::request::Secret;
use homeport_core::settings::ProviderId;

/// Made-up secrets in the forms that providers give them out.
const SECRETS: [&str; 3] = ["Q2Fub-canary-4711", "Q2Fub.canary-4711", "Q2FubCanary4711Q2Fub"];
const KEY: &str = "Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5Q2FuYXJ5";
/// The key of RFC 7515, A.2.
const RSA: &str = include_str!("../src/catalogue/example_key.pem");

/// A linear congruential generator (Knuth, MMIX): enough to mix fragments, and the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);

        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let at = self.below(from.len());

        &from[at]
    }
}

const FRAGMENTS: &[&str] = &[
    "good",
    "nochg",
    " 192.0.2.1",
    " 127.0.0.1",
    ",2001:db8::1",
    "\n",
    "\r\n",
    "badauth",
    "abuse",
    "911",
    "numhost",
    "w5m",
    "nohost",
    "OK",
    "KO",
    "\nUPDATED",
    "\nNOCHANGE",
    "<html>",
    "</html>",
    "\u{fffd}",
    "\0",
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "{\"success\":true,\"result\":[]}",
    "{\"success\":true,\"result\":[{\"id\":\"z1\"}]}",
    "{\"success\":true,\"result\":[{\"id\":\"r1\",\"content\":\"192.0.2.9\"}]}",
    "{\"success\":true,\"result\":{}}",
    "{\"success\":true,\"result\":[{\"id\":\"../../x?y=\",\"content\":\"192.0.2.9\"}]}",
    "{\"success\":true,\"result\":[{\"id\":\"a\"},{\"id\":\"b\"}]}",
    "{\"success\":false,\"errors\":[{\"code\":10000}]}",
    "{\"success\":false,\"errors\":[{\"code\":9109,\"message\":\"Q2Fub-canary-4711\"}]}",
    "{\"message\":\"Q2Fub-canary-4711\"}",
    "[{\"id\":7,\"name\":\"example.org\",\"domain\":\"example.org\"}]",
    "{\"data\":[{\"id\":\"../..\",\"name\":\"h0\",\"type\":\"A\",\"content\":\"192.0.2.9\"}]}",
    "{\"status\":\"success\",\"responsedata\":{\"apisessionid\":\"s1\"}}",
    "{\"records\":[{\"id\":\"7/8\",\"name\":\"h0\",\"type\":\"A\",\"data\":\"192.0.2.9\"}]}",
    "[{\"data\":\"192.0.2.9\",\"name\":\"h0\",\"ttl\":600,\"type\":\"A\"}]",
    "{\"rrset_values\":[\"192.0.2.9\"],\"rrset_ttl\":600,\"fqdn\":\"example.org\"}",
    "{\"domain\":{\"name\":\"example.org\"},\"zone\":{\"name\":\"example.org\"},\"name\":\"example.org\"}",
    "{\"access_token\":\"ya29.Q2Fub-token\",\"token\":\"ya29.Q2Fub-token\"}",
    "{\"kind\":\"dns#managedZonesListResponse\",\"managedZones\":[{\"name\":\"../..\",\"dnsName\":\"example.org.\"}]}",
    "{\"value\":[{\"name\":\"example.org\"}],\"etag\":\"a\\r\\nb\",\"properties\":{\"TTL\":1,\"ARecords\":[{}]}}",
    SECRETS[0],
    KEY,
    "\u{202e}",
    " ",
];

/// Puts an answer together; the secret in it is the one that was sent.
fn body(random: &mut Random, secret: &str) -> String {
    let whole = random.below(3) == 0;
    let parts = if whole { 1 } else { random.below(8) };
    let body: String = (0..parts).map(|_| *random.pick(FRAGMENTS)).collect();

    body.replace(SECRETS[0], secret)
}

fn incoming(random: &mut Random, secret: &str) -> Incoming {
    match random.below(12) {
        0 => Incoming::Failed { trouble: Trouble::Timeout("x".to_owned()), sent: random.below(2) == 0 },
        1 => Incoming::Dns((0..random.below(60)).map(|_| u8::try_from(random.below(256)).unwrap()).collect()),
        _ => Incoming::Http(HttpResponse {
            status: *random.pick(&[200, 200, 200, 204, 301, 400, 401, 403, 404, 429, 500, 503]),
            retry_after: random.pick(&[None, Some("5"), Some("soon"), Some("99999999999999999999")]).map(str::to_owned),
            date: None,
            body: body(random, secret),
        }),
    }
}

fn task(catalogue: &Catalogue, provider: &ProviderId, hostnames: usize) -> Task {
    let known = catalogue.provider(provider).unwrap();
    let card = known.card();
    let zone = card.fields.iter().find(|field| field.key == "zone" && !field.optional).map(|field| &field.example);
    let suffix = match (provider.0.as_str(), zone, card.suffixes.first()) {
        ("practice", _, _) => "practice.test".to_owned(),
        (_, Some(zone), _) if !zone.is_empty() => zone.clone(),
        (_, _, Some(suffix)) => suffix.clone(),
        _ => "example.org".to_owned(),
    };
    let mut fields = BTreeMap::new();
    for field in card.fields.into_iter().filter(|field| !field.secret) {
        let value = if field.key == "zone" { suffix.clone() } else { field.example };
        // Without its zone Cloudflare's is looked for, and with an e-mail address its old key is used.
        if !value.is_empty() && !field.optional {
            fields.insert(field.key, value);
        }
    }
    let is_dns = matches!(provider.0.as_str(), "rfc2136" | "practice");
    let secrets = catalogue.secret_keys(provider).into_iter();

    Task {
        hostnames: (0..hostnames).map(|index| format!("h{index}.{suffix}").parse().unwrap()).collect(),
        addresses: PerFamily {
            ipv4: Some(Publishable::typed("192.0.2.1".parse().unwrap())),
            ipv6: Some(Publishable::typed("2001:db8::1".parse().unwrap())),
        },
        fields,
        secrets: secrets
            .map(|key| {
                let value = if is_dns { KEY } else { secret(catalogue, provider, &key) };
                (key, Secret::new(value))
            })
            .collect(),
        create: hostnames.is_multiple_of(2),
        keeping: homeport_core::provider::Keeping::default(),
        message_id: 1,
        unix_time: 1_795_000_000,
    }
}

/// The file of a service account.
fn account() -> &'static str {
    static TEXT: LazyLock<String> = LazyLock::new(|| {
        let key = RSA.trim().replace('\n', "\\n");
        format!(
            r#"{{"type":"service_account","project_id":"p-1","client_email":"a@example.org","private_key":"{key}"}}"#
        )
    });

    &TEXT
}

/// A secret of the form that the field asks for.
fn secret(catalogue: &Catalogue, provider: &ProviderId, key: &str) -> &'static str {
    let fields = catalogue.provider(provider).unwrap().card().fields;
    let pattern = fields.into_iter().find(|field| field.key == key).unwrap().pattern;
    let pattern = regex_lite::Regex::new(&format!("^(?:{pattern})$")).unwrap();
    let fits = |value: &&str| pattern.as_str() == "^(?:)$" || pattern.is_match(value);

    SECRETS
        .into_iter()
        .chain([RSA.trim(), account()])
        .find(fits)
        .unwrap_or_else(|| panic!("no secret for {provider} {key}"))
}

#[test]
fn every_conversation_ends_well_whatever_comes() {
    let catalogue = Catalogue::built_in();
    let mut random = Random(20_261_122);
    let tokens = ["google-cloud-dns", "azure-dns", "transip"];
    for provider in catalogue.ids() {
        let own = catalogue.provider(provider).unwrap().own_hosts();
        let most = catalogue.rules(provider).unwrap().batch.min(3);
        for run in 0..150 {
            let task = task(&catalogue, provider, 1 + run % most);
            let names: BTreeSet<_> = task.hostnames.iter().cloned().collect();
            let secret = task.secrets.values().next().unwrap().reveal().to_owned();
            let mut conversation = catalogue.begin(provider, task).unwrap();
            let mut step = conversation.step(None);
            let mut requests = 0;
            let answers = loop {
                assert!(!format!("{step:?}").contains(&secret), "{provider}: {step:?}");
                match step {
                    Step::Send(Outgoing::Http(request)) => {
                        let host = request.url.host_str().unwrap().to_owned();
                        assert!(own.contains(&host.as_str()) || (own.is_empty() && host == "dyn.example.org"));
                        assert!(request.url.scheme() == "https" && !request.url.path().contains(".."));
                    }
                    Step::Send(Outgoing::Dns(request)) => assert!(!request.server.is_empty()),
                    Step::Done(answers) => break answers,
                }
                requests += 1;
                assert!(requests <= 20, "{provider} does not end");
                step = conversation.step(Some(incoming(&mut random, &secret)));
            };

            assert_eq!(answers.keys().cloned().collect::<BTreeSet<_>>(), names, "{provider}");
            for answer in answers.values() {
                if let Answer::Replied(reply) = answer {
                    // The token of one conversation is a secret too.
                    let hidden = !reply.message.contains(&secret) && !reply.message.contains("ya29.Q2Fub-token");
                    assert!(hidden || !tokens.contains(&provider.0.as_str()), "{reply:?}");
                    assert!(!reply.message.contains(&secret), "{reply:?}");
                    assert!(reply.message.chars().count() <= 200 && !reply.message.chars().any(char::is_control));
                    assert!(!(reply.alone && names.len() == 1), "{provider}: {reply:?}");
                }
            }
            let again = conversation.step(Some(incoming(&mut random, &secret)));
            assert_eq!(again, Step::Done(answers), "{provider} begins again after its end");
        }
    }
}

#[test]
fn a_declared_provider_gets_one_request_and_none_after_a_refusal() {
    let catalogue = Catalogue::built_in();
    for provider in ["no-ip", "dynu", "desec", "dyn", "dyndns2", "duckdns"] {
        let provider = ProviderId(provider.to_owned());
        for body in ["badauth", "abuse", "nohost", "badagent", "KO", "good 192.0.2.1", ""] {
            let mut conversation = catalogue.begin(&provider, task(&catalogue, &provider, 1)).unwrap();
            assert!(matches!(conversation.step(None), Step::Send(_)));
            let answer = HttpResponse { status: 200, retry_after: None, date: None, body: body.to_owned() };
            let step = conversation.step(Some(Incoming::Http(answer)));
            assert!(matches!(step, Step::Done(_)), "{provider} {body}: {step:?}");
        }
    }
}
