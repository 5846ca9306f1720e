//! Huawei Cloud DNS (API version 2.1), signed with SDK-HMAC-SHA256 ("API Request Signing Guide").
//!
//! A record set is changed by its id. Its TTL is sent again; description, weight and line stay when they are left out.

use std::net::IpAddr;

use serde_json::{Value, json};

use super::no::{self, No};
use super::sign::{self, Canonical, Key, Utc};
use super::walk::{Api, Change, Found, Record, Several, Subject, Zone};
use crate::address::Family;
use crate::catalogue::BeginError;
use crate::hostname::Hostname;
use crate::provider::{HttpRequest, HttpResponse, Task};
use crate::reply::Means;

/// The one server that requests go to; public zones belong to no region.
pub(super) const HOST: &str = "dns.myhuaweicloud.com";
const JSON: &str = "application/json";
/// What the API takes when nothing is said, in seconds.
const TTL: u64 = 300;

pub(super) struct Huawei {
    subject: Subject,
    key: Key,
}

impl Huawei {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        Ok(Self { subject: Subject::new(task, TTL)?, key: Key::new(task, "access_key_id", "secret_access_key")? })
    }

    fn request(
        &self,
        method: &'static str,
        path: &str,
        pairs: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Option<HttpRequest> {
        let query = sign::query(pairs);
        let url = sign::address(HOST, path, &query)?;
        let body = body.map(Value::to_string);
        let date = Utc::new(self.subject.unix_time).instant("", "");
        let payload = sign::sha256(body.as_deref().unwrap_or_default().as_bytes());
        // The path is signed with a slash at its end.
        let signed_path = format!("{path}/");
        let canonical = Canonical {
            method,
            path: &signed_path,
            query: &query,
            headers: &[("content-type", JSON), ("host", HOST), ("x-sdk-date", &date)],
            payload: &payload,
        };
        let authorization = authorization(&canonical, &date, &self.key.id, self.key.secret.reveal());
        let headers = vec![
            sign::open("content-type", JSON),
            sign::open("x-sdk-date", date),
            sign::hidden("authorization", authorization),
        ];

        Some(HttpRequest { method, url, headers, reads_only: body.is_none(), body: body.map(String::into_bytes) })
    }
}

/// The value of the Authorization header.
fn authorization(canonical: &Canonical<'_>, date: &str, key_id: &str, key: &str) -> String {
    let text = format!("SDK-HMAC-SHA256\n{date}\n{}", canonical.hash());
    let (names, signature) = (canonical.names(), sign::hmac_hex(key.as_bytes(), &text));

    format!("SDK-HMAC-SHA256 Access={key_id}, SignedHeaders={names}, Signature={signature}")
}

impl Api for Huawei {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The zone's id is needed even when its name was typed.
    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest> {
        let name = format!("{candidate}.");

        self.request("GET", "/v2/zones", &[("name", &name), ("search_mode", "equal"), ("type", "public")], None)
    }

    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let answer = answer(response)?;
        let zones = answer.get("zones").and_then(Value::as_array).ok_or_else(|| No::odd(response.status))?;
        let Some(zone) = zones.iter().find(|zone| same_name(zone, candidate)) else {
            return Ok(None);
        };
        let id = id(zone).ok_or_else(|| No::odd(response.status))?;

        Ok(Some(Zone { name: candidate.clone(), id }))
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        let name = format!("{}.", self.subject.hostname);
        let pairs = [("name", name.as_str()), ("search_mode", "equal"), ("type", family.record_type())];

        self.request("GET", &format!("/v2.1/zones/{}/recordsets", zone.id), &pairs, None)
    }

    fn take_records(&self, _zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let odd = || No::odd(response.status);
        let answer = answer(response)?;
        let sets = answer.get("recordsets").and_then(Value::as_array).ok_or_else(odd)?;
        let mut records = Vec::new();
        for set in sets {
            if !same_name(set, &self.subject.hostname) || set.get("type") != Some(&json!(family.record_type())) {
                continue;
            }
            let id = id(set).ok_or_else(odd)?;
            let ttl = set.get("ttl").filter(|ttl| ttl.is_u64()).ok_or_else(odd)?;
            for content in set.get("records").and_then(Value::as_array).ok_or_else(odd)? {
                let content = content.as_str().and_then(|content| content.parse().ok());
                records.push(Record { id: id.clone(), content, kept: json!({ "ttl": ttl }) });
            }
        }

        Ok(Found::Records(records))
    }

    fn several(&self) -> Several {
        Several::AsSet
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let ttl =
            change.record.as_ref().and_then(|record| record.kept.get("ttl")?.as_u64()).unwrap_or(self.subject.ttl);
        let body = json!({
            "name": format!("{}.", self.subject.hostname),
            "type": change.address.family().record_type(),
            "ttl": ttl,
            "records": change.addresses(),
        });
        let sets = format!("/v2.1/zones/{}/recordsets", zone.id);
        match &change.record {
            Some(record) => self.request("PUT", &format!("{sets}/{}", record.id), &[], Some(&body)),
            None => self.request("POST", &sets, &[], Some(&body)),
        }
    }

    fn take_written(&self, changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let answer = answer(response)?;
        let odd = || No::odd(response.status);
        id(&answer).ok_or_else(odd)?;
        let found: Vec<Option<IpAddr>> = answer
            .get("records")
            .and_then(Value::as_array)
            .ok_or_else(odd)?
            .iter()
            .map(|record| record.as_str().and_then(|record| record.parse().ok()))
            .collect();

        changes.first().and_then(|change| change.stored(&found)).map(Some).ok_or_else(odd)
    }
}

/// The answer, or why not. The gateway in front of the API names its errors in other members.
fn answer(response: &HttpResponse) -> Result<Value, No> {
    let answer: Value = serde_json::from_str(&response.body).map_err(|_| No::odd(response.status))?;
    let text = |key: &str| answer.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    let (code, message) = (text("error_code").or(text("code")), text("error_msg").or(text("message")));
    let Some(code) = code else {
        return if (200..300).contains(&response.status) { Ok(answer) } else { Err(No::odd(response.status)) };
    };
    let message = message.unwrap_or_default();
    if message.contains("signature expired") {
        return Err(No::clock(message));
    }
    let means = match (code, response.status) {
        ("APIGW.0301" | "APIGW.0303", _) => Means::BadAuth,
        ("APIGW.0302" | "APIGW.0305", _) => Means::NotEntitled,
        ("APIGW.0308", _) => Means::RateLimited,
        (_, 400 | 409) => Means::BadRequest,
        (_, 404) => Means::NoSuchHost,
        (_, status) => no::by_status(status),
    };

    Err(No::new(means, format!("{code}: {message}")))
}

/// Names come with a final dot.
fn same_name(thing: &Value, hostname: &Hostname) -> bool {
    let name = thing.get("name").and_then(Value::as_str).unwrap_or_default();

    name.trim_end_matches('.').eq_ignore_ascii_case(hostname.as_str())
}

/// An id becomes part of an address, so it may hold nothing else.
fn id(thing: &Value) -> Option<String> {
    let id = thing.get("id")?.as_str()?;
    let is_plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');

    ((1..=64).contains(&id.len()) && is_plain).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the signing guide; its key stands in full in the tests of Huawei's own SDK.
    #[test]
    fn the_signature_is_that_of_the_guide() {
        let empty = sign::sha256(b"");
        let query = sign::query(&[("limit", "2"), ("marker", "13551d6b-755d-4757-b956-536f674975c0")]);
        let canonical = Canonical {
            method: "GET",
            path: "/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs/",
            query: &query,
            headers: &[
                ("content-type", JSON),
                ("host", "service.region.example.com"),
                ("x-sdk-date", "20191115T033655Z"),
            ],
            payload: &empty,
        };
        let key = "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc";

        assert_eq!(
            authorization(&canonical, "20191115T033655Z", "QTWAOYTTINDUT2QVKYUC", key),
            "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, \
             Signature=7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe"
        );
    }
}
