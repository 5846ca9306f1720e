//! The REST API of `TransIP`, version 6 (api.transip.nl/rest/docs.html). The private key of the account signs the request
//! for a token (RSA with SHA-512 over the body), and the token opens the others.
//!
//! An entry has no id: it is changed by its name, its expire and its type, and only its content is replaced.

use std::net::IpAddr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::signature::RSA_PKCS1_SHA512;
use serde_json::{Value, json};

use super::no::{self, No};
use super::rsa::PrivateKey;
use super::walk::{Api, Change, Found, Record, Subject, Zone};
use super::{sign, token};
use crate::address::Family;
use crate::catalogue::BeginError;
use crate::hostname::Hostname;
use crate::provider::{HttpRequest, HttpResponse, Task};
use crate::reply::Means;
use crate::request::Secret;

/// The one server that requests go to.
pub(super) const HOST: &str = "api.transip.nl";
const JSON: &str = "application/json";
const TTL: u64 = 300;

pub(super) struct TransIp {
    subject: Subject,
    login: String,
    key: PrivateKey,
    /// Random bits of this conversation.
    seed: u16,
    token: Option<Secret>,
}

impl TransIp {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        let key = sign::secret(task, "private_key")?;
        let wrong = || BeginError::Request("the private key is not a whole one in PEM".to_owned());

        Ok(Self {
            subject: Subject::new(task, TTL)?,
            login: sign::key_id(task, "login")?,
            key: PrivateKey::read(key.reveal()).ok_or_else(wrong)?,
            seed: task.message_id,
            token: None,
        })
    }

    fn request(&self, method: &'static str, path: &str, body: Option<&Value>) -> Option<HttpRequest> {
        let url = sign::address(HOST, &format!("/v6/domains{path}"), "")?;
        let mut headers = vec![token::header(self.token.as_ref()?), sign::open("accept", JSON)];
        if body.is_some() {
            headers.push(sign::open("content-type", JSON));
        }
        let body = body.map(|body| body.to_string().into_bytes());

        Some(HttpRequest { method, url, headers, reads_only: body.is_none(), body })
    }
}

impl Api for TransIp {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The token is good for any address: an address that changes cannot stand in a list of those that are allowed.
    fn opening(&self) -> Option<HttpRequest> {
        let Subject { hostname, unix_time, .. } = &self.subject;
        // No nonce may come twice.
        let nonce = sign::sha256(format!("{hostname} {} {unix_time}", self.seed).as_bytes());
        let body = json!({
            "login": self.login,
            "nonce": nonce.get(..32)?,
            "read_only": false,
            "expiration_time": "5 minutes",
            "global_key": true,
        });
        let body = body.to_string();
        let signature = STANDARD.encode(self.key.sign(&RSA_PKCS1_SHA512, &body)?);
        let headers =
            vec![sign::open("content-type", JSON), sign::open("accept", JSON), sign::hidden("signature", signature)];
        let url = sign::address(HOST, "/v6/auth", "")?;

        Some(HttpRequest { method: "POST", url, headers, reads_only: true, body: Some(body.into_bytes()) })
    }

    fn take_opening(&mut self, response: &HttpResponse) -> Result<Option<Secret>, No> {
        let parsed: Value = serde_json::from_str(&response.body).unwrap_or_default();
        if let Some(error) = parsed.get("error").and_then(Value::as_str) {
            let means = match response.status {
                400 | 401 | 403 => Means::BadAuth,
                status => no::by_status(status),
            };
            return Err(No::new(means, error));
        }
        self.token = Some(token::take(response, "token")?);

        Ok(self.token.clone())
    }

    fn known_zone(&self) -> Option<Zone> {
        self.subject.named_zone()
    }

    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest> {
        self.request("GET", &format!("/{candidate}"), None)
    }

    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let parsed: Value = serde_json::from_str(&response.body).unwrap_or_default();
        // No domain of this account, or a name that is no domain at all.
        if matches!(response.status, 404 | 406) && parsed.get("error").is_some_and(Value::is_string) {
            return Ok(None);
        }
        match answer(response)?.pointer("/domain/name").and_then(Value::as_str) {
            Some(name) if name.eq_ignore_ascii_case(candidate.as_str()) => {
                Ok(Some(Zone { name: candidate.clone(), id: String::new() }))
            }
            _ => Err(No::odd(response.status)),
        }
    }

    fn read(&mut self, zone: &Zone, _family: Family) -> Option<HttpRequest> {
        self.request("GET", &format!("/{}/dns", zone.name), None)
    }

    fn take_records(&self, zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let odd = || No::odd(response.status);
        let answer = answer(response)?;
        let entries = answer.get("dnsEntries").and_then(Value::as_array).ok_or_else(odd)?;
        let text = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let label = self.subject.label(zone);
        let own = entries
            .iter()
            .filter(|entry| text(entry, "type") == family.record_type())
            .filter(|entry| text(entry, "name").eq_ignore_ascii_case(label));

        own.map(|entry| {
            let expire = entry.get("expire").filter(|expire| expire.is_u64()).ok_or_else(odd)?;
            let kept = json!({ "name": entry.get("name"), "expire": expire });

            Ok(Record { id: String::new(), content: text(entry, "content").parse().ok(), kept })
        })
        .collect::<Result<Vec<_>, No>>()
        .map(Found::Records)
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let (name, expire) = match &change.record {
            Some(record) => (record.kept.get("name")?.clone(), record.kept.get("expire")?.clone()),
            None => (json!(self.subject.label(zone)), json!(self.subject.ttl)),
        };
        let body = json!({ "dnsEntry": {
            "name": name,
            "expire": expire,
            "type": change.address.family().record_type(),
            "content": change.address.to_string(),
        } });
        let method = if change.record.is_some() { "PATCH" } else { "POST" };

        self.request(method, &format!("/{}/dns", zone.name), Some(&body))
    }

    /// A success has no body: 204 for a change, 201 for a new entry.
    fn take_written(&self, changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let expected = if changes.iter().all(|change| change.record.is_some()) { 204 } else { 201 };
        if response.status == expected && matches!(response.body.trim(), "" | "[]" | "{}") {
            return Ok(None);
        }

        answer(response).and_then(|_| Err(No::odd(response.status)))
    }
}

/// The answer, or why not.
fn answer(response: &HttpResponse) -> Result<Value, No> {
    let odd = || No::odd(response.status);
    let answer: Value = serde_json::from_str(&response.body).map_err(|_| odd())?;
    let Some(error) = answer.get("error") else {
        return if (200..300).contains(&response.status) { Ok(answer) } else { Err(odd()) };
    };
    let error = error.as_str().ok_or_else(odd)?;
    let means = match response.status {
        // Said of a token that was given out a moment before.
        401 if error.contains("not authorized") => Means::NotEntitled,
        400 | 406 => Means::BadRequest,
        404 => Means::NoSuchHost,
        status => no::by_status(status),
    };

    Err(No::new(means, error))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use ring::signature::RSA_PKCS1_2048_8192_SHA512;

    use super::super::rsa::tests::is_signed;
    use super::*;
    use crate::address::PerFamily;
    use crate::catalogue::EXAMPLE_KEY;

    fn task(message_id: u16) -> Task {
        Task {
            keeping: crate::provider::Keeping::default(),
            hostnames: vec!["home.example.org".parse().unwrap()],
            addresses: PerFamily::default(),
            fields: BTreeMap::from([("login".to_owned(), "jane".to_owned())]),
            secrets: BTreeMap::from([("private_key".to_owned(), Secret::new(EXAMPLE_KEY))]),
            create: false,
            message_id,
            unix_time: 1_795_000_000,
        }
    }

    #[test]
    fn the_body_that_is_sent_is_the_one_that_is_signed() {
        let request = TransIp::new(&task(1)).unwrap().opening().unwrap();
        let body = String::from_utf8(request.body.unwrap()).unwrap();
        let signature = request.headers.iter().find(|header| header.name == "signature").unwrap();

        assert!(signature.sensitive && request.url.query().is_none());
        assert!(is_signed(&RSA_PKCS1_2048_8192_SHA512, &body, &STANDARD.decode(&signature.value).unwrap()));
    }

    #[test]
    fn no_two_conversations_have_the_same_nonce() {
        let nonce = |seed| {
            let body = TransIp::new(&task(seed)).unwrap().opening().unwrap().body.unwrap();
            serde_json::from_slice::<Value>(&body).unwrap()["nonce"].as_str().unwrap().to_owned()
        };

        assert_ne!(nonce(1), nonce(2));
        assert_eq!(nonce(1).len(), 32);
    }

    /// Another implementation signed this text with the same key.
    #[test]
    fn the_signature_is_that_of_another_implementation() {
        let found = PrivateKey::read(EXAMPLE_KEY).unwrap().sign(&RSA_PKCS1_SHA512, r#"{"login":"jane"}"#).unwrap();

        assert_eq!(
            STANDARD.encode(found),
            "A+HZN1uyPObJpypIskpz76JyLihS1FJOHy98bKY1Yic2tuzqiaSqCHqK16AvkTl4cGq4ejmsuBfTpjz3oJTYkRdufD5IF6synfNx5LR6a66sm\
             a/vCEe3oiNIE+Femg4kyMthggC3Pm/qF9QPu0dFuWDha5r17aPzalTbl2CvDe3EZGReFX/oulC1RWbxt+EAXA3fZGr5adaMBmXLH4Q7kyZElOa\
             FWNIKGSEayFltWZaLK+nfKEtcXAmiflXkU2tTZlhApHFSNtcV6IaNKr1oSES1BjPM6F6epqkP/V671/YBlX5M2ySc/lYQTQ1PwtAGu9Fx3nLGe\
             2+ydI+qPvPHag=="
        );
    }
}
