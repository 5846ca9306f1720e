//! Google Cloud DNS, version 1 (docs.cloud.google.com/dns/docs/reference/rest/v1). The key of a service account signs an
//! assertion (RFC 7523), which is exchanged for a token that may do nothing but read and write DNS.
//!
//! A record set is changed by `rrsets.patch`, which replaces the addresses of a set that is there in one step. The API's
//! other way, `changes`, takes the old set as a deletion and the new one as an addition; it is not used, so that no
//! request of this client ever asks for a deletion.

use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::RSA_PKCS1_SHA256;
use serde_json::{Value, json};

use super::no::{self, No};
use super::rsa::PrivateKey;
use super::walk::{Api, Change, Found, Record, Several, Subject, Zone};
use super::{sign, token};
use crate::address::Family;
use crate::catalogue::BeginError;
use crate::hostname::Hostname;
use crate::provider::{HttpRequest, HttpResponse, Task};
use crate::reply::Means;
use crate::request::Secret;

pub(super) const HOST: &str = "dns.googleapis.com";
/// The server that gives out tokens. The address in the key's file is not followed: it would lead the proof anywhere.
pub(super) const FURTHER_HOSTS: [&str; 1] = ["oauth2.googleapis.com"];
const SCOPE: &str = "https://www.googleapis.com/auth/ndev.clouddns.readwrite";
const GRANT: &str = "urn:ietf:params:oauth:grant-type:jwt-bearer";
/// The longest life of an assertion, in seconds.
const HOUR: u64 = 3_600;
const TTL: u64 = 300;

pub(super) struct Google {
    subject: Subject,
    email: String,
    key: PrivateKey,
    project: String,
    zone: Option<Zone>,
    token: Option<Secret>,
}

impl Google {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        let wrong = |what: &str| BeginError::Request(format!("the service account key {what}"));
        let file = sign::secret(task, "credentials")?;
        let file: Value = serde_json::from_str(file.reveal()).map_err(|_| wrong("is not a whole JSON file"))?;
        let text = |key: &str| file.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        if text("type") != Some("service_account") {
            return Err(wrong("is one of another kind"));
        }
        let key = text("private_key").and_then(PrivateKey::read).ok_or_else(|| wrong("has no usable private key"))?;
        let project = sign::field(task, "project").or(text("project_id")).filter(|project| is_plain(project));
        let subject = Subject::new(task, TTL)?;
        let zone = sign::field(task, "managed_zone").filter(|zone| is_plain(zone));

        Ok(Self {
            email: text("client_email").ok_or_else(|| wrong("names no account"))?.to_owned(),
            key,
            project: project.ok_or_else(|| wrong("names no project"))?.to_owned(),
            zone: zone.map(|zone| Zone { name: subject.hostname.clone(), id: zone.to_owned() }),
            token: None,
            subject,
        })
    }

    /// Who asks, for what, and for how long; signed with RS256 (RFC 7518, 3.3).
    fn assertion(&self) -> Option<String> {
        let part = |json: &Value| URL_SAFE_NO_PAD.encode(json.to_string());
        let time = self.subject.unix_time;
        let claims = json!({
            "iss": self.email,
            "scope": SCOPE,
            "aud": format!("https://{}/token", FURTHER_HOSTS[0]),
            "iat": time,
            "exp": time + HOUR,
        });
        let text = format!("{}.{}", part(&json!({ "alg": "RS256", "typ": "JWT" })), part(&claims));
        let signature = URL_SAFE_NO_PAD.encode(self.key.sign(&RSA_PKCS1_SHA256, &text)?);

        Some(format!("{text}.{signature}"))
    }

    fn request(
        &self,
        method: &'static str,
        path: &str,
        pairs: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Option<HttpRequest> {
        let path = format!("/dns/v1/projects/{}/managedZones{path}", self.project);
        let url = sign::address(HOST, &path, &sign::query(pairs))?;
        let mut headers = vec![token::header(self.token.as_ref()?), sign::open("accept", "application/json")];
        if body.is_some() {
            headers.push(sign::open("content-type", "application/json"));
        }
        let body = body.map(|body| body.to_string().into_bytes());

        Some(HttpRequest { method, url, headers, reads_only: body.is_none(), body })
    }
}

impl Api for Google {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    fn opening(&self) -> Option<HttpRequest> {
        let assertion = self.assertion()?;

        token::request(FURTHER_HOSTS[0], "/token", &[("grant_type", GRANT), ("assertion", &assertion)])
    }

    fn take_opening(&mut self, response: &HttpResponse) -> Result<Option<Secret>, No> {
        self.token = Some(token::take(response, "access_token")?);

        Ok(self.token.clone())
    }

    fn known_zone(&self) -> Option<Zone> {
        self.zone.clone()
    }

    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest> {
        self.request("GET", "", &[("dnsName", &format!("{candidate}."))], None)
    }

    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let odd = || No::odd(response.status);
        let answer = answer(response, "dns#managedZonesListResponse")?;
        let zones = list(&answer, "managedZones").ok_or_else(odd)?;
        let text = |zone: &Value, key: &str| zone.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let public: Vec<&Value> = zones
            .iter()
            .filter(|zone| text(zone, "dnsName").trim_end_matches('.').eq_ignore_ascii_case(candidate.as_str()))
            .filter(|zone| text(zone, "visibility") != "private")
            .collect();
        match public.as_slice() {
            [] => Ok(None),
            [zone] => {
                let id = Some(text(zone, "name")).filter(|name| is_plain(name)).ok_or_else(odd)?;

                Ok(Some(Zone { name: candidate.clone(), id }))
            }
            several => {
                let words = format!("{candidate} has {} public zones; enter the name of the right one", several.len());

                Err(No::new(Means::BadRequest, words))
            }
        }
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        let name = format!("{}.", self.subject.hostname);
        let pairs = [("name", name.as_str()), ("type", family.record_type())];

        self.request("GET", &format!("/{}/rrsets", zone.id), &pairs, None)
    }

    fn take_records(&self, _zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let odd = || No::odd(response.status);
        let answer = answer(response, "dns#resourceRecordSetsListResponse")?;
        let mut records = Vec::new();
        for set in list(&answer, "rrsets").ok_or_else(odd)? {
            if !is_own(set, &self.subject.hostname, family) {
                continue;
            }
            if set.get("routingPolicy").is_some_and(|policy| !policy.is_null()) {
                let words =
                    format!("{} belongs to a routing policy, which this client does not change", self.subject.hostname);
                return Err(No::new(Means::BadRequest, words));
            }
            let ttl = set.get("ttl").filter(|ttl| ttl.is_u64()).ok_or_else(odd)?;
            records.extend(list(set, "rrdatas").ok_or_else(odd)?.iter().map(|content| Record {
                id: String::new(),
                content: content.as_str().and_then(|content| content.parse().ok()),
                kept: json!({ "ttl": ttl }),
            }));
        }

        Ok(Found::Records(records))
    }

    fn several(&self) -> Several {
        Several::AsSet
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let (name, kind) = (format!("{}.", self.subject.hostname), change.address.family().record_type());
        let ttl = change.record.as_ref().and_then(|record| record.kept.get("ttl")?.as_u64());
        let body = json!({
            "name": name,
            "type": kind,
            "ttl": ttl.unwrap_or(self.subject.ttl),
            "rrdatas": change.addresses(),
        });
        let sets = format!("/{}/rrsets", zone.id);
        match change.record {
            Some(_) => self.request("PATCH", &format!("{sets}/{name}/{kind}"), &[], Some(&body)),
            None => self.request("POST", &sets, &[], Some(&body)),
        }
    }

    fn take_written(&self, changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let odd = || No::odd(response.status);
        let answer = answer(response, "dns#resourceRecordSet")?;
        let change = changes.first().ok_or_else(odd)?;
        if !is_own(&answer, &self.subject.hostname, change.address.family()) {
            return Err(odd());
        }
        let found: Vec<Option<IpAddr>> = list(&answer, "rrdatas")
            .ok_or_else(odd)?
            .iter()
            .map(|content| content.as_str().and_then(|content| content.parse().ok()))
            .collect();

        change.stored(&found).map(Some).ok_or_else(odd)
    }
}

/// The answer of the kind that was asked for, or why not.
fn answer(response: &HttpResponse, kind: &str) -> Result<Value, No> {
    let odd = || No::odd(response.status);
    let answer: Value = serde_json::from_str(&response.body).map_err(|_| odd())?;
    if (200..300).contains(&response.status) && answer.get("kind") == Some(&json!(kind)) {
        return Ok(answer);
    }
    let text = |pointer: &str| answer.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty());
    let message = text("/error/message").ok_or_else(odd)?;
    let reason = text("/error/errors/0/reason").or(text("/error/status")).unwrap_or_default();
    let means = match reason {
        "rateLimitExceeded" | "userRateLimitExceeded" | "quotaExceeded" | "RESOURCE_EXHAUSTED" => Means::RateLimited,
        "backendError" | "internalError" => Means::ServerTrouble,
        _ => match response.status {
            400 | 409 => Means::BadRequest,
            404 => Means::NoSuchHost,
            status => no::by_status(status),
        },
    };

    Err(No::new(means, format!("{reason}: {message}")))
}

/// A list; an empty one may be left out.
fn list<'a>(thing: &'a Value, key: &str) -> Option<&'a [Value]> {
    thing.get(key).map_or(Some(&[]), |list| list.as_array().map(Vec::as_slice))
}

/// Names come with a final dot.
fn is_own(set: &Value, hostname: &Hostname, family: Family) -> bool {
    let text = |key: &str| set.get(key).and_then(Value::as_str).unwrap_or_default();

    text("name").trim_end_matches('.').eq_ignore_ascii_case(hostname.as_str()) && text("type") == family.record_type()
}

/// The name of a project or of a zone, which becomes a part of addresses. Old projects have `example.org:name`.
fn is_plain(name: &str) -> bool {
    (1..=100).contains(&name.len())
        && name.starts_with(|letter: char| letter.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.:".contains(&byte))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use ring::signature::RSA_PKCS1_2048_8192_SHA256;

    use super::super::rsa::tests::is_signed;
    use super::*;
    use crate::address::{PerFamily, Publishable};
    use crate::catalogue::EXAMPLE_KEY;
    use crate::event::Answer;
    use crate::provider::special::Special;
    use crate::provider::{Incoming, Outgoing, Step};

    fn task() -> Task {
        let file = json!({
            "type": "service_account",
            "project_id": "example-project",
            "private_key": EXAMPLE_KEY,
            "client_email": "homeport@example-project.iam.gserviceaccount.com",
            "token_uri": "https://example.net/token",
        });
        Task {
            keeping: crate::provider::Keeping::default(),
            hostnames: vec!["home.example.org".parse().unwrap()],
            addresses: PerFamily { ipv4: Some(Publishable::typed("192.0.2.1".parse().unwrap())), ipv6: None },
            fields: BTreeMap::new(),
            secrets: BTreeMap::from([("credentials".to_owned(), Secret::new(&file.to_string()))]),
            create: true,
            message_id: 1,
            unix_time: 1_795_000_000,
        }
    }

    #[test]
    fn the_assertion_says_who_asks_and_for_what_and_is_signed() {
        let assertion = Google::new(&task()).unwrap().assertion().unwrap();
        let (text, signature) = assertion.rsplit_once('.').unwrap();
        let (_, claims) = text.split_once('.').unwrap();
        let claims: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).unwrap()).unwrap();

        assert!(is_signed(&RSA_PKCS1_2048_8192_SHA256, text, &URL_SAFE_NO_PAD.decode(signature).unwrap()));
        assert_eq!(
            claims,
            json!({
                "iss": "homeport@example-project.iam.gserviceaccount.com",
                "scope": "https://www.googleapis.com/auth/ndev.clouddns.readwrite",
                "aud": "https://oauth2.googleapis.com/token",
                "iat": 1_795_000_000,
                "exp": 1_795_003_600,
            })
        );
    }

    #[test]
    fn the_token_of_the_conversation_shows_nowhere() {
        let answer = |body: &str| {
            let body = body.to_owned();
            Some(Incoming::Http(HttpResponse { status: 200, retry_after: None, date: None, body }))
        };
        for (first, second) in [
            (r#"{"access_token":"ya29.made-up-token"}"#, "what is ya29.made-up-token"),
            (r#"{"token":"ya29.made-up-token"}"#, ""),
            ("ya29.made-up-token", ""),
        ] {
            let mut conversation = Special::Google.begin(task(), None).unwrap();
            let Step::Send(Outgoing::Http(request)) = conversation.step(None) else { panic!("nothing is sent") };
            assert_eq!(request.url.as_str(), "https://oauth2.googleapis.com/token");
            let mut step = conversation.step(answer(first));
            if matches!(step, Step::Send(_)) {
                assert!(!format!("{step:?}").contains("made-up-token"));
                step = conversation.step(answer(second));
            }
            let Step::Done(answers) = step else { panic!("it goes on") };
            let Some(Answer::Replied(reply)) = answers.into_values().next() else { panic!("no reply") };
            assert!(!reply.message.is_empty() && !reply.message.contains("made-up-token"), "{}", reply.message);
        }
    }
}
