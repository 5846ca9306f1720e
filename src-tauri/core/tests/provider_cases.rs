//! What other clients send and what providers answer, replayed against the catalogue. The cases were collected from the
//! sources and tests of other clients and from the providers' documentation; each names its own source.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test ends where what it needs is missing")]

mod cases;

use std::collections::BTreeMap;

use cases::{long, response, sent};
use hickory_proto::op::Message;
use homeport_core::address::{PerFamily, Publishable};
use homeport_core::catalogue::Catalogue;
use homeport_core::event::Answer;
use homeport_core::hostname::Hostname;
use homeport_core::provider::{Conversation, HttpRequest, HttpResponse, Incoming, Outgoing, Step, Task};
use homeport_core::reply::{Means, Reply};
use homeport_core::request::Secret;
use homeport_core::settings::ProviderId;
use serde_json::Value;
use url::Url;

const CASES: &str = include_str!("data/provider-cases.json");

struct Case {
    json: Value,
}

impl Case {
    fn all(ids: &[&str]) -> Vec<Self> {
        let cases: Value = serde_json::from_str(CASES).unwrap();
        let cases = cases["cases"].as_array().unwrap().iter().map(|json| Self { json: json.clone() });

        cases.filter(|case| ids.contains(&case.text("/id"))).collect()
    }

    fn one(id: &str) -> Self {
        Self::all(&[id]).remove(0)
    }

    fn text(&self, pointer: &str) -> &str {
        self.json.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// The provider of the catalogue that stands for the case, with its fields and secrets.
    fn begin(&self) -> Result<Box<dyn Conversation>, String> {
        let credential = |key: &str| self.text(&format!("/inputs/credentials/{key}")).to_owned();
        let zone = || ("zone", self.text("/inputs/zone").to_owned());
        let ttl = || ("ttl", self.json.pointer("/inputs/ttl").map(ToString::to_string).unwrap_or_default());
        let same = |keys: &[&'static str]| keys.iter().map(|key| (*key, long(&credential(key)))).collect::<Vec<_>>();
        let (provider, fields, secrets) = match self.text("/family") {
            "json-post" => ("dnsexit", vec![zone(), ttl()], vec![("apikey", credential("apikey"))]),
            "rest-bearer" if self.is("hostinger") => ("hostinger", vec![zone(), ttl()], same(&["token"])),
            "rest-bearer" if self.is("linode") => ("linode", vec![zone(), ttl()], same(&["token"])),
            "rest-header" if self.is("spaceship") => {
                ("spaceship", vec![zone(), ttl()], same(&["api_key", "api_secret"]))
            }
            "rest-header" => (
                "servercow",
                vec![zone(), ttl(), ("username", credential("username"))],
                vec![("password", credential("password"))],
            ),
            "rest-api-key" => ("ionos", vec![], same(&["api_key"])),
            "get-api-key" => ("namesilo", vec![zone(), ttl()], vec![("key", credential("key"))]),
            "dyndns2" => {
                let server = self.text("/expect_request/url").split('?').next().unwrap().to_owned();
                (
                    "dyndns2",
                    vec![("server", server), ("user", credential("username"))],
                    vec![("password", credential("password"))],
                )
            }
            "get-token" => ("duckdns", vec![], vec![("token", credential("token"))]),
            "rest-bearer" => {
                let ttl = self.json.pointer("/inputs/ttl").map(ToString::to_string).unwrap_or_default();
                let zone = self.text("/inputs/zone").to_owned();
                // The fixture's tokens are shorter than any real one.
                ("cloudflare", vec![("zone", zone), ("ttl", ttl)], vec![("token", long(&credential("api_token")))])
            }
            "rest-email-key" => {
                let fields = vec![("zone", self.text("/inputs/zone").to_owned()), ("email", credential("email"))];
                ("cloudflare", fields, vec![("token", credential("global_key"))])
            }
            "rfc2136" | "client-side" => {
                let fields = vec![
                    ("server", "ns1.example.com:53".to_owned()),
                    ("zone", self.text("/inputs/zone").to_owned()),
                    ("key_name", "ddns-key".to_owned()),
                    ("ttl", "600".to_owned()),
                ];
                ("rfc2136", fields, vec![("key", "c2VjcmV0".to_owned())])
            }
            other => panic!("{other}"),
        };
        let address = |key: &str| self.text(&format!("/inputs/{key}")).parse().ok().map(Publishable::typed);
        let hostname: Hostname = self.text("/inputs/hostname").parse().unwrap();
        // What was published last needs no question at one's own name server.
        let before = PerFamily { ipv4: "192.0.2.250".parse().ok(), ipv6: "2001:db8::250".parse().ok() };
        let task = Task {
            hostnames: vec![hostname.clone()],
            addresses: PerFamily { ipv4: address("ipv4"), ipv6: address("ipv6") },
            fields: owned(fields).filter(|(_, value)| !value.is_empty()).collect(),
            secrets: owned(secrets).map(|(key, value)| (key, Secret::new(&value))).collect(),
            create: self.json.pointer("/inputs/create_if_missing") == Some(&Value::Bool(true)),
            keeping: homeport_core::provider::Keeping {
                published: BTreeMap::from([(hostname, before)]),
                ..homeport_core::provider::Keeping::default()
            },
            message_id: 1,
            unix_time: 1_795_000_000,
        };

        Catalogue::built_in().begin(&ProviderId(provider.to_owned()), task).map_err(|error| error.to_string())
    }

    /// The write request, after the reads before it.
    fn write(&self) -> (Box<dyn Conversation>, Step) {
        let mut conversation = self.begin().unwrap();
        let mut step = conversation.step(None);
        // The case of the old key names no reads of its own; they are those of the first case with other headers.
        for body in self.unread() {
            assert!(sent(step).reads_only);
            let body = (*body).to_owned();
            step = conversation.step(Some(Incoming::Http(HttpResponse {
                status: 200,
                retry_after: None,
                date: None,
                body,
            })));
        }
        let reads_of = if self.text("/family") == "rest-email-key" { "cloudflare-1" } else { self.text("/id") };
        let cases: Value = serde_json::from_str(CASES).unwrap();
        let other = cases["cases"].as_array().unwrap().iter().find(|case| case["id"] == reads_of).unwrap();
        for exchange in other.get("preceding").and_then(Value::as_array).into_iter().flatten() {
            // The other client removes the address before it adds the new one; nothing is removed here before that.
            if exchange["request"]["method"] == "DELETE" {
                continue;
            }
            let request = sent(step);
            assert!(request.reads_only);
            if reads_of == self.text("/id") {
                compare(&request, &exchange["request"], self.text("/id"));
            }
            step = conversation.step(Some(response(&exchange["reply"])));
        }

        (conversation, step)
    }

    fn is(&self, provider: &str) -> bool {
        self.text("/id").starts_with(provider)
    }

    /// What the reads are answered where the case names none.
    fn unread(&self) -> &'static [&'static str] {
        match self.text("/id") {
            "hostinger-1" => {
                &[r#"[{"name":"www","type":"A","ttl":600,"records":[{"content":"203.0.113.9","is_disabled":false}]}]"#]
            }
            "servercow-1" => &[r#"[{"name":"home","type":"A","content":"203.0.113.9","ttl":120}]"#],
            "ionos-2" => &[r#"[{"id":"zone-1","name":"example.com"}]"#, r#"{"id":"zone-1","records":[]}"#],
            _ => &[],
        }
    }

    fn responses(&self) -> impl Iterator<Item = &Value> {
        self.json["responses"].as_array().unwrap().iter()
    }
}

fn owned(pairs: Vec<(&str, String)>) -> impl Iterator<Item = (String, String)> {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value))
}

fn one(step: Step) -> Reply {
    match step {
        Step::Done(answers) => match answers.into_values().next().unwrap() {
            Answer::Replied(reply) => reply,
            other => panic!("{other:?}"),
        },
        Step::Send(_) => panic!("one request too many"),
    }
}

fn compare(request: &HttpRequest, expected: &Value, id: &str) {
    let url = Url::parse(expected["url"].as_str().unwrap()).unwrap();
    let pairs = |url: &Url| {
        let mut pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        pairs.sort();
        pairs
    };
    assert_eq!(request.method, expected["method"].as_str().unwrap(), "{id}");
    assert_eq!((request.url.host_str(), request.url.path()), (url.host_str(), url.path()), "{id}");
    assert_eq!(pairs(&request.url), pairs(&url), "{id}");
    for (name, value) in expected["headers"].as_object().unwrap() {
        let found = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        let found = found.unwrap_or_else(|| panic!("{id}: {name} is missing"));
        assert_eq!(found.value.replace("-long-enough", ""), value.as_str().unwrap(), "{id}: {name}");
    }
    if let Some(members) = expected["body"].as_object() {
        let body: BTreeMap<String, Value> = serde_json::from_slice(request.body.as_deref().unwrap()).unwrap();
        for (key, value) in members {
            assert_eq!(body.get(key), Some(value), "{id}: {key}");
        }
    }
}

/// The collection's words in the words of the catalogue. `None`: anything but a success.
fn means(meaning: &str) -> &'static [Means] {
    match meaning {
        "updated" => &[Means::Good],
        // One line for each family, or one answer that says only that some of the changes were not made.
        "mixed" => &[Means::Good, Means::Unknown],
        "unchanged" => &[Means::Unchanged],
        // A token that is good and may not do this fails in the same words.
        "auth_failed" => &[Means::BadAuth, Means::NotEntitled],
        "host_not_found" => &[Means::NoSuchHost],
        "hostname_invalid" | "config_error" => &[Means::BadRequest],
        "abuse_blocked" => &[Means::Blocked],
        "client_blocked" => &[Means::ClientRefused],
        "provider_error" => &[Means::ServerTrouble],
        "rate_limited" => &[Means::RateLimited],
        "unexpected" => &[Means::Unknown],
        other => panic!("{other}"),
    }
}

/// The cases whose provider is in the catalogue; for those of plain dyndns2 servers the provider for any such server.
const REPLAYED: [&str; 22] = [
    "websupport-1",
    "strato-1",
    "nowdns-1",
    "nsupdateinfo-1",
    "dyfi-1",
    "3322-1",
    "oray-1",
    "dode-1",
    "duckdns-1",
    "duckdns-2",
    "cloudflare-1",
    "cloudflare-2",
    "cloudflare-3",
    "cloudflare-4",
    "dnsexit-1",
    "hostinger-1",
    "servercow-1",
    "ionos-1",
    "ionos-2",
    "spaceship-1",
    "linode-1",
    "namesilo-1",
];

#[test]
fn each_case_sends_what_was_seen_and_understands_every_answer() {
    let mut answers = 0;
    for case in Case::all(&REPLAYED) {
        if case.text("/expect_request/method") == "NONE" {
            continue;
        }
        for scripted in case.responses().filter(|scripted| scripted["verified"] != Value::Bool(false)) {
            let (mut conversation, step) = case.write();
            compare(&sent(step), &case.json["expect_request"], case.text("/id"));
            let mut step = conversation.step(Some(response(scripted)));
            // What removes the old address comes after the new one.
            if matches!(step, Step::Send(_)) {
                assert_eq!(sent(step).method, "DELETE", "{}", case.text("/id"));
                step = conversation.step(Some(response(scripted)));
            }
            let reply = one(step);
            let expected = means(scripted["meaning"].as_str().unwrap());
            assert!(expected.contains(&reply.means), "{} {scripted}: {reply:?}", case.text("/id"));
            answers += 1;
        }
    }
    assert!(answers > 60, "{answers}");
}

/// The cases of providers whose file is one request, and the file that stands for each.
const DECLARED: [(&str, &str); 28] = [
    ("tunnelbroker-1", "he-tunnelbroker"),
    ("websupport-1", "websupport"),
    ("opendns-1", "opendns"),
    ("strato-1", "strato"),
    ("nowdns-1", "now-dns"),
    ("nsupdateinfo-1", "nsupdate-info"),
    ("3322-1", "pubyun"),
    ("oray-1", "oray"),
    ("dode-1", "do-de"),
    ("twodns-1", "twodns"),
    ("loopia-1", "loopia"),
    ("corenetworks-1", "core-networks"),
    ("infomaniak-1", "infomaniak"),
    ("ovh-1", "ovh"),
    ("domeneshop-1", "domeneshop"),
    ("easydns-1", "easydns"),
    ("zoneedit-1", "zoneedit"),
    ("namecheap-1", "namecheap"),
    ("freemyip-1", "freemyip"),
    ("ddnss-1", "ddnss"),
    ("ddnss-2", "ddnss"),
    ("freedns-1", "afraid"),
    ("regfish-1", "regfish"),
    ("dynadot-1", "dynadot"),
    ("directnic-1", "directnic"),
    ("1984-1", "1984"),
    ("cloudns-1", "cloudns-dynamic"),
    ("dinahosting-1", "dinahosting"),
];

impl Case {
    /// What the case has for a field of the provider's form.
    fn entered(&self, key: &str) -> String {
        let credential = |key: &str| self.text(&format!("/inputs/credentials/{key}")).to_owned();
        match key {
            "user" => credential("username"),
            "zone" if self.text("/inputs/zone").is_empty() => "example.com".to_owned(),
            "zone" => self.text("/inputs/zone").to_owned(),
            "tunnel" | "network" => self.text("/inputs/hostname").to_owned(),
            "ttl" => self.json.pointer("/inputs/ttl").map(ToString::to_string).unwrap_or_default(),
            // Two clients have the whole address in their configuration.
            "token" if self.is("directnic") => "abc".to_owned(),
            "key" if self.is("cloudns") => "ABC".to_owned(),
            "password" if credential("password").is_empty() => credential("key"),
            other => credential(other),
        }
    }

    fn begin_as(&self, provider: &str) -> Box<dyn Conversation> {
        let catalogue = Catalogue::built_in();
        let id = ProviderId(provider.to_owned());
        let form = catalogue.provider(&id).unwrap().card().fields;
        let filled = |secret: bool| {
            let asked = form.iter().filter(move |field| field.secret == secret);
            asked.map(|field| (field.key.clone(), self.entered(&field.key))).filter(|(_, value)| !value.is_empty())
        };
        let address = |key: &str| self.text(&format!("/inputs/{key}")).parse().ok().map(Publishable::typed);
        let name = self.text("/inputs/hostname");
        let task = Task {
            hostnames: vec![if name.contains('.') { name } else { "home.example.com" }.parse().unwrap()],
            addresses: PerFamily { ipv4: address("ipv4"), ipv6: address("ipv6") },
            fields: filled(false).collect(),
            secrets: filled(true).map(|(key, value)| (key, Secret::new(&value))).collect(),
            create: false,
            keeping: homeport_core::provider::Keeping::default(),
            message_id: 1,
            unix_time: 1_795_000_000,
        };

        catalogue.begin(&id, task).unwrap_or_else(|error| panic!("{}: {error}", self.text("/id")))
    }
}

#[test]
fn each_file_with_one_request_sends_what_other_clients_send_and_understands_every_answer() {
    let mut answers = 0;
    for (id, provider) in DECLARED {
        let case = Case::one(id);
        for scripted in case.responses().filter(|scripted| scripted["verified"] != Value::Bool(false)) {
            let mut conversation = case.begin_as(provider);
            compare(&sent(conversation.step(None)), &case.json["expect_request"], id);
            let reply = one(conversation.step(Some(response(scripted))));
            let expected = match (id, scripted["body"].as_str().unwrap()) {
                // A status alone proves nothing; that client takes any 200 for a success.
                ("twodns-1", "") if scripted["status"] == 200 => &[Means::Unknown],
                // The service is not switched on for this domain.
                ("easydns-1", "NOSERVICE") => &[Means::NotEntitled],
                _ => means(scripted["meaning"].as_str().unwrap()),
            };
            assert!(expected.contains(&reply.means), "{id} {scripted}: {reply:?}");
            answers += 1;
        }
    }
    assert!(answers > 100, "{answers}");
}

#[test]
fn a_record_that_has_the_address_is_read_and_not_written() {
    let case = Case::one("cloudflare-4");
    let mut conversation = case.begin().unwrap();
    let answer =
        |body: &str| Incoming::Http(HttpResponse { status: 200, retry_after: None, date: None, body: body.to_owned() });

    assert!(sent(conversation.step(None)).reads_only);
    assert!(sent(conversation.step(Some(answer(r#"{"success":true,"result":[{"id":"Z1"}]}"#)))).reads_only);
    let record = r#"{"success":true,"result":[{"id":"R1","content":"192.0.2.1","proxied":true}]}"#;
    let reply = one(conversation.step(Some(answer(record))));

    assert_eq!(reply.means, Means::Unchanged);
    assert!(reply.proxied, "DNS cannot prove an address behind a proxy, and the client has to know");
}

#[test]
fn the_dns_update_has_the_lines_that_nsupdate_would_send() {
    let case = Case::one("rfc2136-1");
    let Step::Send(Outgoing::Dns(request)) = case.begin().unwrap().step(None) else {
        panic!("nothing is sent");
    };
    let message = Message::from_vec(&request.message).unwrap();
    let mut lines = vec![format!("zone {}", message.queries[0].name())];
    for record in &message.authorities {
        let (name, kind) = (&record.name, record.record_type());
        lines.push(match record.dns_class {
            hickory_proto::rr::DNSClass::ANY => format!("update delete {name} {kind}"),
            _ => format!("update add {name} {} {kind} {}", record.ttl, record.data),
        });
    }
    lines.push("send".to_owned());

    assert_eq!(format!("dns+tcp://{}", request.server), case.text("/expect_request/url"));
    assert_eq!(lines.join("\n"), case.text("/expect_request/body"));
    let key = message.signature().unwrap();
    assert_eq!(format!("{} {}", key.name, key.data.algorithm), "ddns-key. hmac-sha256");
}

#[test]
fn a_name_outside_of_the_zone_sends_nothing() {
    let case = Case::one("behave-1");

    assert!(case.begin().err().unwrap().contains("is not in the zone"));
}
