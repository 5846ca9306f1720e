//! `DNSPod` of Tencent Cloud (API version 2021-03-23), signed with TC3-HMAC-SHA256 ("Signature v3").
//!
//! A record is changed by its id; its line, TTL, weight, state and remark are sent again, so that they stay.

use std::net::IpAddr;

use serde_json::{Map, Value, json};

use super::no::No;
use super::sign::{self, Canonical, Key, Utc};
use super::walk::{Api, Change, Found, Record, Several, Subject, Zone};
use crate::address::Family;
use crate::catalogue::BeginError;
use crate::hostname::Hostname;
use crate::provider::{HttpRequest, HttpResponse, Task};
use crate::reply::Means;

/// The one server that requests go to.
pub(super) const HOST: &str = "dnspod.tencentcloudapi.com";
const SERVICE: &str = "dnspod";
const VERSION: &str = "2021-03-23";
const JSON: &str = "application/json";
/// The line for everybody, as the API names it.
const EVERYBODY: &str = "\u{9ed8}\u{8ba4}";
/// The least time to live of the free plan, in seconds.
const TTL: u64 = 600;

pub(super) struct Tencent {
    subject: Subject,
    key: Key,
}

impl Tencent {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        Ok(Self { subject: Subject::new(task, TTL)?, key: Key::new(task, "secret_id", "secret_key")? })
    }

    fn request(&self, action: &str, body: &Value, reads_only: bool) -> Option<HttpRequest> {
        request(HOST, SERVICE, (action, VERSION), body, &self.subject, &self.key, reads_only)
    }
}

/// A signed request to one of Tencent Cloud's services.
pub(super) fn request(
    host: &str,
    service: &str,
    (action, version): (&str, &str),
    body: &Value,
    subject: &Subject,
    key: &Key,
    reads_only: bool,
) -> Option<HttpRequest> {
    let body = body.to_string();
    let authorization = authorization(host, service, &body, subject.unix_time, &key.id, key.secret.reveal());
    let headers = vec![
        sign::open("content-type", JSON),
        sign::open("x-tc-action", action),
        sign::open("x-tc-version", version),
        sign::open("x-tc-timestamp", subject.unix_time.to_string()),
        sign::hidden("authorization", authorization),
    ];
    let url = sign::address(host, "/", "")?;

    Some(HttpRequest { method: "POST", url, headers, reads_only, body: Some(body.into_bytes()) })
}

/// The value of the Authorization header. Only the type of the content and the host are signed besides the body.
fn authorization(host: &str, service: &str, body: &str, unix_time: u64, key_id: &str, key: &str) -> String {
    signed(JSON, host, service, body, unix_time, key_id, key)
}

fn signed(kind: &str, host: &str, service: &str, body: &str, unix_time: u64, key_id: &str, key: &str) -> String {
    let payload = sign::sha256(body.as_bytes());
    let headers = [("content-type", kind), ("host", host)];
    let canonical = Canonical { method: "POST", path: "/", query: "", headers: &headers, payload: &payload };
    let date = Utc::new(unix_time).date("-");
    let scope = format!("{date}/{service}/tc3_request");
    let text = format!("TC3-HMAC-SHA256\n{unix_time}\n{scope}\n{}", canonical.hash());
    let key = sign::narrowed(&format!("TC3{key}"), &[&date, service, "tc3_request"]);
    let (names, signature) = (canonical.names(), sign::hmac_hex(&key, &text));

    format!("TC3-HMAC-SHA256 Credential={key_id}/{scope}, SignedHeaders={names}, Signature={signature}")
}

impl Api for Tencent {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    fn known_zone(&self) -> Option<Zone> {
        self.subject.named_zone()
    }

    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest> {
        self.request("DescribeDomain", &json!({ "Domain": candidate.as_str() }), true)
    }

    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        match answer(response)? {
            Ok(answer) if answer.pointer("/DomainInfo/DomainId").is_some_and(Value::is_u64) => {
                Ok(Some(Zone { name: candidate.clone(), id: String::new() }))
            }
            Ok(_) => Err(No::odd(response.status)),
            // No domain of this account, or no domain at all, such as a name below one.
            Err((code, _)) if is_absent(&code) => Ok(None),
            Err((code, message)) => Err(refusal(&code, &message)),
        }
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        let body = json!({
            "Domain": zone.name.as_str(),
            "Subdomain": self.subject.label(zone),
            "RecordType": family.record_type(),
        });

        self.request("DescribeRecordList", &body, true)
    }

    fn take_records(&self, zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let answer = match answer(response)? {
            Ok(answer) => answer,
            Err((code, _)) if code == "ResourceNotFound.NoDataOfRecord" => return Ok(Found::Records(Vec::new())),
            Err((code, message)) => return Err(refusal(&code, &message)),
        };
        let records = answer.get("RecordList").and_then(Value::as_array).ok_or_else(|| No::odd(response.status))?;
        let text = |record: &Value, key: &str| record.get(key).and_then(Value::as_str).map(str::to_owned);
        let label = self.subject.label(zone);
        let own = records
            .iter()
            .filter(|record| text(record, "Type").is_none_or(|kind| kind == family.record_type()))
            .filter(|record| text(record, "Name").is_none_or(|name| name.eq_ignore_ascii_case(label)));

        own.map(|record| {
            let id = record.get("RecordId").and_then(Value::as_u64).ok_or_else(|| No::odd(response.status))?;
            let content = text(record, "Value").and_then(|value| value.parse().ok());

            Ok(Record { id: id.to_string(), content, kept: record.clone() })
        })
        .collect::<Result<Vec<_>, No>>()
        .map(Found::Records)
    }

    fn several(&self) -> Several {
        Several::ById
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let mut body = Map::from_iter([
            ("Domain".to_owned(), json!(zone.name.as_str())),
            ("SubDomain".to_owned(), json!(self.subject.label(zone))),
            ("RecordType".to_owned(), json!(change.address.family().record_type())),
            ("Value".to_owned(), json!(change.address.to_string())),
        ]);
        let Some(record) = &change.record else {
            body.insert("RecordLine".to_owned(), json!(EVERYBODY));
            body.insert("TTL".to_owned(), json!(self.subject.ttl));
            return self.request("CreateRecord", &Value::Object(body), false);
        };
        body.insert("RecordId".to_owned(), json!(record.id.parse::<u64>().ok()?));
        let mut keep = |from: &str, to: &str| {
            let value = record.kept.get(from).filter(|value| !value.is_null() && **value != json!(""));
            body.extend(value.map(|value| (to.to_owned(), value.clone())));
        };
        keep("Line", "RecordLine");
        keep("LineId", "RecordLineId");
        for key in ["TTL", "Weight", "Status", "Remark"] {
            keep(key, key);
        }
        body.entry("RecordLine").or_insert_with(|| json!(EVERYBODY));

        self.request("ModifyRecord", &Value::Object(body), false)
    }

    fn take_written(&self, _changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        match answer(response)? {
            Ok(answer) if answer.get("RecordId").is_some_and(Value::is_u64) => Ok(None),
            Ok(_) => Err(No::odd(response.status)),
            Err((code, message)) => Err(refusal(&code, &message)),
        }
    }
}

/// What stands in the answer, or the code and the message of an error. Errors come with status 200.
pub(super) fn answer(response: &HttpResponse) -> Result<Result<Value, (String, String)>, No> {
    let odd = || No::odd(response.status);
    let mut answer: Value = serde_json::from_str(&response.body).map_err(|_| odd())?;
    let inner = answer.get_mut("Response").map(Value::take).filter(Value::is_object).ok_or_else(odd)?;
    let text = |pointer: &str| inner.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    match text("/Error/Code") {
        Some(code) => Ok(Err((code, text("/Error/Message").unwrap_or_default()))),
        None if response.status == 200 && inner.get("Error").is_none() => Ok(Ok(inner)),
        None => Err(odd()),
    }
}

fn is_absent(code: &str) -> bool {
    matches!(
        code,
        "InvalidParameterValue.DomainNotExists" | "InvalidParameter.DomainInvalid" | "FailedOperation.NotDomainOwner"
    )
}

pub(super) fn refusal(code: &str, message: &str) -> No {
    if matches!(code, "AuthFailure.SignatureExpire" | "AuthFailure.InvalidTimestamp") {
        return No::clock(message);
    }

    No::new(by_code(code), format!("{code}: {message}"))
}

/// The codes that all APIs of Tencent Cloud share, and those of this one.
fn by_code(code: &str) -> Means {
    match code.split('.').next().unwrap_or_default() {
        "UnauthorizedOperation" | "OperationDenied" => Means::NotEntitled,
        _ if code == "AuthFailure.UnauthorizedOperation" => Means::NotEntitled,
        "AuthFailure" => Means::BadAuth,
        "RequestLimitExceeded" => Means::RateLimited,
        _ if code.ends_with("FrequencyLimit") => Means::RateLimited,
        "InternalError" | "ServiceUnavailable" => Means::ServerTrouble,
        _ if code == "FailedOperation.NotDomainOwner" => Means::NotYours,
        _ if code == "InvalidParameterValue.DomainNotExists" => Means::NoSuchHost,
        _ if code.contains("DomainIsLocked") || code.contains("DomainIsSpam") => Means::Blocked,
        "InvalidParameter" | "InvalidParameterValue" | "MissingParameter" | "UnknownParameter" | "LimitExceeded" => {
            Means::BadRequest
        }
        _ => Means::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the document "Signature v3": `DescribeInstances` of the service cvm.
    #[test]
    fn the_signature_is_that_of_the_document() {
        let body = r#"{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}"#;
        let (id, key) = ("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");
        let kind = "application/json; charset=utf-8";
        let found = signed(kind, "cvm.tencentcloudapi.com", "cvm", body, 1_551_113_065, id, key);

        assert_eq!(
            found,
            "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, \
             SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168"
        );
    }

    /// The requests that another client sent with a fixed clock (cases tencent-1 and edgeone-1).
    #[test]
    fn the_signatures_are_those_that_another_client_sends() {
        let cases = [
            (
                r#"{"Domain": "example.com", "DomainId": 11, "SubDomain": "home", "RecordType": "A", "Value": "192.0.2.1", "RecordLine": "\u9ed8\u8ba4", "TTL": 600, "Remark": "Managed by [DDNS](https://ddns.newfuture.cc)"}"#,
                "f96176caa528bfd940413b6325651098d946a9c11712761a21c04da7976d4203",
            ),
            (r#"{"Domain": "example.com"}"#, "5f1c21c84e48b4e64d3c4a883c9f781bf9139c67ecb687f5f2d23370a122b297"),
            (
                r#"{"DomainId": 11, "Subdomain": "home", "Domain": "example.com", "RecordType": "A"}"#,
                "5d4ec828ab877d2a69a7cf324861d307ebcc4d1b532af495084a69fd04c2ec50",
            ),
        ];
        for (body, signature) in cases {
            let found = authorization(HOST, SERVICE, body, 1_704_164_645, "AKIDEXAMPLE", "SECRETEXAMPLE");
            assert!(found.ends_with(signature), "{body}: {found}");
        }
        let body = r#"{"ZoneId": "zone-1", "Name": "home.example.com", "Type": "A", "Content": "192.0.2.1"}"#;
        let found = authorization("teo.tencentcloudapi.com", "teo", body, 1_704_164_645, "AKID", "SK");
        assert!(found.ends_with("6d511b0a2c5b96a5bb2fddfb6c4826dd6f3f49f555f9498794b3114123a1511a"), "{found}");
    }
}
