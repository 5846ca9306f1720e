//! Volcengine DNS, once `TrafficRoute` (API version 2018-08-01), signed with HMAC-SHA256 (volcengine.com/docs/6369/67269).
//!
//! A record is changed by its id. What is left out of the change stays: its TTL, weight and remark.

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

/// The one server that requests go to.
pub(super) const HOST: &str = "dns.volcengineapi.com";
const VERSION: &str = "2018-08-01";
const JSON: &str = "application/json";
const REGION: &str = "cn-north-1";
const SERVICE: &str = "DNS";
/// The line for everybody.
const EVERYBODY: &str = "default";
/// The least time to live of the free edition, in seconds.
const TTL: u64 = 600;

pub(super) struct Volcengine {
    subject: Subject,
    key: Key,
}

impl Volcengine {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        Ok(Self { subject: Subject::new(task, TTL)?, key: Key::new(task, "access_key_id", "secret_access_key")? })
    }

    /// A read has its parameters in the query, a write in the body.
    fn request(&self, action: &str, pairs: &[(&str, &str)], body: Option<&Value>) -> Option<HttpRequest> {
        let query = sign::query(&[&[("Action", action), ("Version", VERSION)], pairs].concat());
        let url = sign::address(HOST, "/", &query)?;
        let utc = Utc::new(self.subject.unix_time);
        let instant = utc.instant("", "");
        let body = body.map(Value::to_string);
        let payload = sign::sha256(body.as_deref().unwrap_or_default().as_bytes());
        let method = if body.is_some() { "POST" } else { "GET" };
        let signed =
            [("content-type", JSON), ("host", HOST), ("x-content-sha256", &payload), ("x-date", instant.as_str())];
        let canonical = Canonical { method, path: "/", query: &query, headers: &signed, payload: &payload };
        let authorization = authorization(&canonical, &utc, &self.key.id, self.key.secret.reveal(), REGION, SERVICE);
        let mut headers: Vec<_> =
            signed.iter().filter(|(name, _)| *name != "host").map(|(name, value)| sign::open(name, *value)).collect();
        headers.push(sign::hidden("authorization", authorization));

        Some(HttpRequest { method, url, headers, reads_only: body.is_none(), body: body.map(String::into_bytes) })
    }
}

/// The value of the Authorization header.
fn authorization(canonical: &Canonical<'_>, utc: &Utc, key_id: &str, key: &str, region: &str, service: &str) -> String {
    let (date, instant) = (utc.date(""), utc.instant("", ""));
    let scope = format!("{date}/{region}/{service}/request");
    let text = format!("HMAC-SHA256\n{instant}\n{scope}\n{}", canonical.hash());
    let key = sign::narrowed(key, &[&date, region, service, "request"]);
    let (names, signature) = (canonical.names(), sign::hmac_hex(&key, &text));

    format!("HMAC-SHA256 Credential={key_id}/{scope}, SignedHeaders={names}, Signature={signature}")
}

impl Api for Volcengine {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    /// The zone's id is needed even when its name was typed.
    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest> {
        self.request("ListZones", &[("Key", candidate.as_str()), ("SearchMode", "exact")], None)
    }

    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let result = result(response)?;
        let zones = list(&result, "Zones").ok_or_else(|| No::odd(response.status))?;
        let is_own = |zone: &&Value| {
            let name = zone.get("ZoneName").and_then(Value::as_str).unwrap_or_default();
            name.trim_end_matches('.').eq_ignore_ascii_case(candidate.as_str())
        };
        let Some(zone) = zones.iter().find(is_own) else {
            return Ok(None);
        };
        let id = zone.get("ZID").and_then(Value::as_u64).ok_or_else(|| No::odd(response.status))?;

        Ok(Some(Zone { name: candidate.clone(), id: id.to_string() }))
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        let pairs = [
            ("ZID", zone.id.as_str()),
            ("Host", self.subject.label(zone)),
            ("Type", family.record_type()),
            ("SearchMode", "exact"),
            ("PageSize", "100"),
        ];

        self.request("ListRecords", &pairs, None)
    }

    fn take_records(&self, zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let odd = || No::odd(response.status);
        let result = result(response)?;
        let text = |record: &Value, key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let label = self.subject.label(zone);
        let own = list(&result, "Records")
            .ok_or_else(odd)?
            .iter()
            .filter(|record| text(record, "Type") == family.record_type())
            .filter(|record| text(record, "Host").eq_ignore_ascii_case(label));

        own.map(|record| {
            let id = Some(text(record, "RecordID")).filter(|id| !id.is_empty()).ok_or_else(odd)?;
            let content = text(record, "Value").parse().ok();

            Ok(Record { id, content, kept: json!({ "Host": record.get("Host"), "Line": record.get("Line") }) })
        })
        .collect::<Result<Vec<_>, No>>()
        .map(Found::Records)
    }

    fn several(&self) -> Several {
        Several::ById
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let (kind, address) = (change.address.family().record_type(), change.address.to_string());
        if let Some(record) = &change.record {
            let line = record.kept.get("Line").filter(|line| line.is_string()).cloned();
            let body = json!({
                "RecordID": record.id,
                "Host": record.kept.get("Host")?,
                "Line": line.unwrap_or_else(|| json!(EVERYBODY)),
                "Type": kind,
                "Value": address,
            });

            return self.request("UpdateRecord", &[], Some(&body));
        }
        let body = json!({
            "ZID": zone.id.parse::<u64>().ok()?,
            "Host": self.subject.label(zone),
            "Line": EVERYBODY,
            "Type": kind,
            "Value": address,
            "TTL": self.subject.ttl,
        });

        self.request("CreateRecord", &[], Some(&body))
    }

    fn take_written(&self, _changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let result = result(response)?;
        match result.get("RecordID").and_then(Value::as_str) {
            Some(id) if !id.is_empty() => {
                Ok(result.get("Value").and_then(Value::as_str).and_then(|value| value.parse().ok()))
            }
            _ => Err(No::odd(response.status)),
        }
    }
}

/// A list; `null` is an empty one.
fn list<'a>(result: &'a Value, key: &str) -> Option<&'a [Value]> {
    match result.get(key)? {
        Value::Null => Some(&[]),
        list => list.as_array().map(Vec::as_slice),
    }
}

/// What stands in the answer, or why not.
fn result(response: &HttpResponse) -> Result<Value, No> {
    let mut answer: Value = serde_json::from_str(&response.body).map_err(|_| No::odd(response.status))?;
    let text = |pointer: &str| answer.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (code, message) = (text("/ResponseMetadata/Error/Code"), text("/ResponseMetadata/Error/Message"));
    if code == "InvalidTimestamp" {
        return Err(No::clock(&message));
    }
    if !code.is_empty() {
        return Err(No::new(by_code(&code, response.status), format!("{code}: {message}")));
    }
    let is_whole = answer.get("ResponseMetadata").is_some_and(Value::is_object);
    match answer.get_mut("Result").map(Value::take).filter(Value::is_object) {
        Some(result) if is_whole && (200..300).contains(&response.status) => Ok(result),
        _ => Err(No::odd(response.status)),
    }
}

/// The codes that all APIs of Volcengine share (volcengine.com/docs/6369/68677), and those of this one.
fn by_code(code: &str, status: u16) -> Means {
    match code {
        "InvalidAccessKey"
        | "SignatureDoesNotMatch"
        | "InvalidAuthorization"
        | "InvalidCredential"
        | "InvalidSecretToken"
        | "MissingAuthenticationToken"
        | "MissingSignature" => Means::BadAuth,
        "AccessDenied" | "LackProjectPolicy" => Means::NotEntitled,
        "ErrZoneNotFound" => Means::NoSuchHost,
        "FlowLimitExceeded" => Means::RateLimited,
        "InternalError" | "InternalServiceTimeout" | "InternalServiceError" => Means::ServerTrouble,
        "MissingParameter" | "ErrHostCanNotBeEmpty" | "ErrSpecNotValid" => Means::BadRequest,
        _ if code.starts_with("ErrParam") => Means::BadRequest,
        _ => no::by_status(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY_ID: &str = "AKLTYWViMTVmZGYzM2E0NDI5Mzk2MDZjNjFmMjc2MjRjMzg";
    const KEY: &str = "WkRZeE1EQmxPVGhsWWpWak5HVmtNbUUxTXpZeU9UVXlOMlE1TmpZeVlqTQ==";

    /// Both examples of the document: `QueryBalanceAcct` and `ListBill` of the service billing.
    #[test]
    fn the_signatures_are_those_of_the_document() {
        let utc = Utc::new(1_743_271_777);
        let headers = [("host", "billing.volcengineapi.com"), ("x-date", "20250329T180937Z")];
        let signature = |method: &str, action: &str, body: &str| {
            let query = sign::query(&[("Version", "2022-01-01"), ("Action", action)]);
            let payload = sign::sha256(body.as_bytes());
            let canonical = Canonical { method, path: "/", query: &query, headers: &headers, payload: &payload };
            authorization(&canonical, &utc, KEY_ID, KEY, "cn-beijing", "billing")
        };

        assert_eq!(
            signature("GET", "QueryBalanceAcct", ""),
            "HMAC-SHA256 Credential=AKLTYWViMTVmZGYzM2E0NDI5Mzk2MDZjNjFmMjc2MjRjMzg/20250329/cn-beijing/billing/request, \
             SignedHeaders=host;x-date, Signature=1eda9e7e6b1728151a8e8791fdaf67cfbd28bd5c80d0fce2eb208746cf483105"
        );
        assert!(
            signature("POST", "ListBill", r#"{"Limit":10,"BillPeriod":"2023-08"}"#)
                .ends_with("Signature=5e8480ceea12d0000a23c054151c50dd02c1a7dec835004057d19f13d53a7658")
        );
    }
}
