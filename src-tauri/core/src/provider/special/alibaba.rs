//! Alibaba Cloud DNS (API version 2015-01-09), signed with ACS3-HMAC-SHA256 ("Request syntax and signature method V3").
//!
//! A record is changed by its id; its line and its TTL are sent again, because they would be set back otherwise.

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
pub(super) const HOST: &str = "alidns.aliyuncs.com";
const VERSION: &str = "2015-01-09";
const FORM: &str = "application/x-www-form-urlencoded";
/// The least time to live of the free edition, in seconds.
const TTL: u64 = 600;

pub(super) struct Alibaba {
    subject: Subject,
    key: Key,
    /// What makes the nonces of this conversation differ from those of all others.
    seed: u16,
    sent: u32,
}

impl Alibaba {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        Ok(Self {
            subject: Subject::new(task, TTL)?,
            key: Key::new(task, "access_key_id", "access_key_secret")?,
            seed: task.message_id,
            sent: 0,
        })
    }

    fn request(&mut self, action: &str, pairs: &[(&str, &str)], reads_only: bool) -> Option<HttpRequest> {
        self.sent += 1;
        let body = sign::query(pairs);
        let url = sign::address(HOST, "/", "")?;
        let date = Utc::new(self.subject.unix_time).instant("-", ":");
        // No nonce may come twice within a quarter of an hour.
        let nonce = sign::sha256(
            format!("{} {} {} {} {body}", self.subject.hostname, self.seed, self.sent, self.subject.unix_time)
                .as_bytes(),
        );
        let nonce: String = nonce.chars().take(32).collect();
        let payload = sign::sha256(body.as_bytes());
        let signed = [
            ("content-type", FORM),
            ("host", HOST),
            ("x-acs-action", action),
            ("x-acs-content-sha256", &payload),
            ("x-acs-date", &date),
            ("x-acs-signature-nonce", &nonce),
            ("x-acs-version", VERSION),
        ];
        let canonical = Canonical { method: "POST", path: "/", query: "", headers: &signed, payload: &payload };
        let authorization = authorization(&canonical, &self.key.id, self.key.secret.reveal());
        let mut headers: Vec<_> =
            signed.iter().filter(|(name, _)| *name != "host").map(|(name, value)| sign::open(name, *value)).collect();
        headers.push(sign::open("accept", "application/json"));
        headers.push(sign::hidden("authorization", authorization));

        Some(HttpRequest { method: "POST", url, headers, reads_only, body: Some(body.into_bytes()) })
    }
}

/// The value of the Authorization header.
fn authorization(canonical: &Canonical<'_>, key_id: &str, key: &str) -> String {
    let text = format!("ACS3-HMAC-SHA256\n{}", canonical.hash());
    let (names, signature) = (canonical.names(), sign::hmac_hex(key.as_bytes(), &text));

    format!("ACS3-HMAC-SHA256 Credential={key_id},SignedHeaders={names},Signature={signature}")
}

impl Api for Alibaba {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    fn known_zone(&self) -> Option<Zone> {
        self.subject.named_zone()
    }

    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest> {
        self.request("GetMainDomainName", &[("InputString", candidate.as_str())], true)
    }

    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let answer = answer(response)?;
        let name = answer.get("DomainName").and_then(Value::as_str).and_then(|name| name.parse::<Hostname>().ok());
        match name.filter(|name| candidate.is_within(name)) {
            Some(name) => Ok(Some(Zone { name, id: String::new() })),
            None => Err(No::odd(response.status)),
        }
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        let full = match self.subject.label(zone) {
            "@" => format!("@.{}", zone.name),
            label => format!("{label}.{}", zone.name),
        };
        let pairs = [
            ("DomainName", zone.name.as_str()),
            ("PageSize", "500"),
            ("SubDomain", &full),
            ("Type", family.record_type()),
        ];

        self.request("DescribeSubDomainRecords", &pairs, true)
    }

    fn take_records(&self, zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let answer = answer(response)?;
        let records = answer.pointer("/DomainRecords/Record").and_then(Value::as_array);
        let records = records.ok_or_else(|| No::odd(response.status))?;
        let text = |record: &Value, key: &str| record.get(key).and_then(Value::as_str).map(str::to_owned);
        let label = self.subject.label(zone);
        let own = records
            .iter()
            .filter(|record| text(record, "Type").is_none_or(|kind| kind == family.record_type()))
            .filter(|record| text(record, "RR").is_none_or(|found| found.eq_ignore_ascii_case(label)));

        own.map(|record| {
            let id = text(record, "RecordId").filter(|id| !id.is_empty()).ok_or_else(|| No::odd(response.status))?;
            let content = text(record, "Value").and_then(|value| value.parse().ok());

            Ok(Record { id, content, kept: json!({ "Line": record.get("Line"), "TTL": record.get("TTL") }) })
        })
        .collect::<Result<Vec<_>, No>>()
        .map(Found::Records)
    }

    fn several(&self) -> Several {
        Several::ById
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let label = self.subject.label(zone).to_owned();
        let (kind, address) = (change.address.family().record_type(), change.address.to_string());
        let Some(record) = &change.record else {
            let ttl = self.subject.ttl.to_string();
            let pairs = [
                ("DomainName", zone.name.as_str()),
                ("RR", &label),
                ("TTL", &ttl),
                ("Type", kind),
                ("Value", &address),
            ];
            return self.request("AddDomainRecord", &pairs, false);
        };
        let ttl = record.kept.get("TTL").and_then(Value::as_u64).map(|ttl| ttl.to_string());
        let line = record.kept.get("Line").and_then(Value::as_str);
        let mut pairs = vec![("RR", label.as_str()), ("RecordId", &record.id), ("Type", kind), ("Value", &address)];
        pairs.extend(line.map(|line| ("Line", line)));
        pairs.extend(ttl.as_deref().map(|ttl| ("TTL", ttl)));

        self.request("UpdateDomainRecord", &pairs, false)
    }

    fn take_written(&self, _changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let answer = answer(response)?;
        match answer.get("RecordId").and_then(Value::as_str) {
            Some(id) if !id.is_empty() => Ok(None),
            _ => Err(No::odd(response.status)),
        }
    }
}

/// The answer, or why not. An error has a code, whatever the status is.
fn answer(response: &HttpResponse) -> Result<Value, No> {
    let answer: Value = serde_json::from_str(&response.body).map_err(|_| No::odd(response.status))?;
    let text = |key: &str| answer.get(key).and_then(Value::as_str).unwrap_or_default();
    match text("Code") {
        "" if response.status == 200 => Ok(answer),
        "" => Err(No::odd(response.status)),
        code if code.starts_with("InvalidTimeStamp") || code.starts_with("IllegalTimestamp") => {
            Err(No::clock(text("Message")))
        }
        code => Err(No::new(by_code(code, response.status), format!("{code}: {}", text("Message")))),
    }
}

/// The codes of the API, and those that all APIs of Alibaba Cloud share.
fn by_code(code: &str, status: u16) -> Means {
    match code {
        "SignatureDoesNotMatch" | "IncompleteSignature" | "MissingAccessKeyId" | "InvalidAccessKeySecret" => {
            Means::BadAuth
        }
        _ if code.starts_with("InvalidAccessKeyId") => Means::BadAuth,
        _ if code == "NoPermission" || code.starts_with("Forbidden") => Means::NotEntitled,
        _ if code.starts_with("InvalidDomainName.NoExist") => Means::NoSuchHost,
        "IncorrectDomainUser" | "DomainRecordNotBelongToUser" => Means::NotYours,
        "DomainForbidden" | "RecordForbidden.BlackHole" => Means::Blocked,
        "DomainRecordDuplicate" | "DomainRecordConflict" | "DomainRecordLocked" => Means::BadRequest,
        _ if code.starts_with("QuotaExceeded") || code.starts_with("Invalid") => Means::BadRequest,
        _ if code.starts_with("Throttling") => Means::RateLimited,
        "ServiceUnavailable" | "InternalError" => Means::ServerTrouble,
        _ => no::by_status(status),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the document: `RunInstances` with its parameters in the query.
    #[test]
    fn the_signature_is_that_of_the_document() {
        let empty = sign::sha256(b"");
        let headers = [
            ("host", "ecs.cn-shanghai.aliyuncs.com"),
            ("x-acs-action", "RunInstances"),
            ("x-acs-content-sha256", empty.as_str()),
            ("x-acs-date", "2023-10-26T10:22:32Z"),
            ("x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d"),
            ("x-acs-version", "2014-05-26"),
        ];
        let query = sign::query(&[
            ("RegionId", "cn-shanghai"),
            ("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd"),
        ]);
        let canonical = Canonical { method: "POST", path: "/", query: &query, headers: &headers, payload: &empty };

        assert_eq!(
            authorization(&canonical, "YourAccessKeyId", "YourAccessKeySecret"),
            "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;\
             x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0"
        );
    }

    /// The requests that another client sent with a fixed clock and nonce (case alidns-1).
    #[test]
    fn the_signatures_are_those_that_another_client_sends() {
        let cases = [
            (
                "AddDomainRecord",
                "DomainName=example.com&RR=home&TTL=600&Type=A&Value=192.0.2.1",
                "efefd315ca68edda1f5c9378b0c512b9d515b38855982d6f3cdc7db0bdd0b3d4",
            ),
            (
                "GetMainDomainName",
                "InputString=home.example.com",
                "56ea709acca3acbcaaafafaf41884f179590e077418f42e962fdcdd3b840e67a",
            ),
            (
                "DescribeSubDomainRecords",
                "DomainName=example.com&PageSize=500&SubDomain=home.example.com&Type=A",
                "c3ca20bfd1da3ffc5f738bdea0132f5075f0c97e38abcb34a250f96b8ec14436",
            ),
        ];
        let date = Utc::new(1_704_164_645).instant("-", ":");
        for (action, body, signature) in cases {
            let payload = sign::sha256(body.as_bytes());
            let headers = [
                ("content-type", FORM),
                ("host", HOST),
                ("x-acs-action", action),
                ("x-acs-content-sha256", &payload),
                ("x-acs-date", &date),
                ("x-acs-signature-nonce", "04164645"),
                ("x-acs-version", VERSION),
            ];
            let canonical = Canonical { method: "POST", path: "/", query: "", headers: &headers, payload: &payload };
            assert!(authorization(&canonical, "AKEXAMPLE", "SKEXAMPLE").ends_with(signature), "{action}");
        }
    }
}
