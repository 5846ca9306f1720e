//! Cloudflare's API, version 4 (developers.cloudflare.com/api): a token in a header, and an envelope around each answer.
//!
//! The record is patched in place, so that its proxy setting, TTL, comment and tags stay.

use std::net::IpAddr;

use serde_json::{Value, json};

use super::sign;
use super::walk::{self, Api, Change, Found, No, Record, Subject, Zone};
use crate::address::Family;
use crate::catalogue::BeginError;
use crate::hostname::Hostname;
use crate::provider::{HttpRequest, HttpResponse, Task};
use crate::reply::Means;
use crate::request::Secret;

/// The one server that the token goes to.
pub(super) const HOST: &str = "api.cloudflare.com";
const JSON: &str = "application/json";
/// The time to live of a record that is created, in seconds; the least that every plan allows.
const TTL: u64 = 60;

pub(super) struct Cloudflare {
    subject: Subject,
    token: Secret,
    /// With an address the token is the old key of the whole account.
    email: Option<String>,
}

impl Cloudflare {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        let token = sign::secret(task, "token")?;
        if !token.reveal().bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(BeginError::Request("the token has a letter in it that no token has".to_owned()));
        }

        Ok(Self { subject: Subject::new(task, TTL)?, token, email: sign::field(task, "email").map(str::to_owned) })
    }

    fn request(
        &self,
        method: &'static str,
        path: &str,
        pairs: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Option<HttpRequest> {
        let url = sign::address(HOST, &format!("/client/v4/{path}"), &sign::query(pairs))?;
        let token = self.token.reveal();
        let mut headers = match &self.email {
            Some(email) => vec![sign::hidden("x-auth-email", email.as_str()), sign::hidden("x-auth-key", token)],
            None => vec![sign::hidden("authorization", format!("Bearer {token}"))],
        };
        headers.push(sign::open("accept", JSON));
        if body.is_some() {
            headers.push(sign::open("content-type", JSON));
        }
        let body = body.map(|body| body.to_string().into_bytes());

        Some(HttpRequest { method, url, headers, reads_only: body.is_none(), body })
    }
}

impl Api for Cloudflare {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The zone's id is needed even when its name was typed.
    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest> {
        self.request("GET", "zones", &[("name", candidate.as_str())], None)
    }

    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let result = result(response, Asked::Zone)?;
        let zones = result.as_array().ok_or_else(|| No::odd(response.status))?;
        let Some(zone) = zones.first() else {
            return Ok(None);
        };
        let id = id(zone).ok_or_else(|| No::odd(response.status))?;

        Ok(Some(Zone { name: candidate.clone(), id }))
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        let pairs = [("type", family.record_type()), ("name", self.subject.hostname.as_str())];

        self.request("GET", &format!("zones/{}/dns_records", zone.id), &pairs, None)
    }

    fn take_records(&self, _zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let result = result(response, Asked::Records)?;
        let records = result.as_array().ok_or_else(|| No::odd(response.status))?;
        let text = |record: &Value, key: &str| record.get(key).and_then(Value::as_str).map(str::to_owned);
        let name = self.subject.hostname.as_str();
        let own = records
            .iter()
            .filter(|record| text(record, "type").is_none_or(|kind| kind == family.record_type()))
            .filter(|record| text(record, "name").is_none_or(|found| found.eq_ignore_ascii_case(name)));

        own.map(|record| {
            let id = id(record).ok_or_else(|| No::odd(response.status))?;
            let content = text(record, "content").and_then(|content| content.parse().ok());

            Ok(Record { id, content, kept: json!({ "proxied": record.get("proxied") }) })
        })
        .collect::<Result<Vec<_>, No>>()
        .map(Found::Records)
    }

    fn is_proxied(&self, record: &Record) -> bool {
        record.kept.get("proxied") == Some(&Value::Bool(true))
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let records = format!("zones/{}/dns_records", zone.id);
        if let Some(record) = &change.record {
            let body = json!({ "content": change.address.to_string() });

            return self.request("PATCH", &format!("{records}/{}", record.id), &[], Some(&body));
        }
        let body = json!({
            "type": change.address.family().record_type(),
            "name": self.subject.hostname.as_str(),
            "content": change.address.to_string(),
            "ttl": self.subject.ttl,
            "proxied": false,
        });

        self.request("POST", &records, &[], Some(&body))
    }

    fn take_written(&self, _changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let result = result(response, Asked::Records)?;

        Ok(result.get("content").and_then(Value::as_str).and_then(|content| content.parse().ok()))
    }
}

/// What a request was about.
#[derive(Clone, Copy)]
enum Asked {
    Zone,
    /// The zone was found with the same token before.
    Records,
}

/// What stands in the envelope, or why not.
fn result(response: &HttpResponse, asked: Asked) -> Result<Value, No> {
    let mut answer: Value = serde_json::from_str(&response.body).unwrap_or(Value::Null);
    if answer.get("success") == Some(&Value::Bool(true)) {
        return Ok(answer.get_mut("result").map(Value::take).unwrap_or_default());
    }
    let errors = answer.get("errors").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    if errors.is_empty() {
        return Err(No::odd(response.status));
    }
    let code = |error: &Value| error.get("code").and_then(Value::as_u64).unwrap_or_default();
    let said = |error: &Value| error.get("message").and_then(Value::as_str).unwrap_or_default().to_owned();
    // Too many requests come with the codes of other errors.
    let by_code = errors.iter().filter(|_| response.status != 429).find_map(|error| match (code(error), asked) {
        // "Authentication error", also of a token that is good and may do less.
        (10_000, Asked::Records) => Some(Means::NotEntitled),
        (code, _) => by_code(code, &said(error)),
    });
    let means = by_code.unwrap_or(walk::by_status(response.status));
    let words: Vec<String> = errors.iter().map(|error| format!("{} ({})", said(error), code(error))).collect();
    let words = words.join("; ");
    if means != Means::NotEntitled {
        return Err(No::new(means, words));
    }
    let right = match asked {
        Asked::Zone => "Zone / Zone / Read",
        Asked::Records => "Zone / DNS / Edit",
    };

    Err(No::new(means, format!("the token may lack the right \"{right}\": {words}")))
}

/// An id from an answer may become part of an address only if it can change nothing else there.
fn id(thing: &Value) -> Option<String> {
    let id = thing.get("id").and_then(Value::as_str)?;

    ((1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric())).then(|| id.to_owned())
}

/// Cloudflare's error codes (developers.cloudflare.com/fundamentals/api/troubleshooting, and those of its DNS API).
fn by_code(code: u64, message: &str) -> Option<Means> {
    Some(match code {
        // 6003 and 6111: the Authorization header has a wrong form; 910x: a wrong or missing key; 10000: not accepted.
        1000 | 6003 | 6111 | 9103 | 9106 | 9107 | 10_000 | 10_001 => Means::BadAuth,
        // One code for "this is no token" and "this token may not do that".
        9109 if message.contains("Invalid access token") => Means::BadAuth,
        9109 | 10_023 => Means::NotEntitled,
        // Too many requests, as the edge says it and as the API says it.
        971 | 1015 | 10_013 | 10_100 => Means::RateLimited,
        // The record or zone went away between reading and writing: the next try reads again.
        81_044 => Means::Unknown,
        1001..=1099 | 7000..=7003 | 9000..=9099 | 81_000..=81_999 => Means::BadRequest,
        _ => return None,
    })
}
