//! The DNS of Tencent Cloud `EdgeOne` (API version 2022-09-01), signed like that of [`super::tencent`].
//!
//! A record is changed by its id; its location, TTL and weight are sent again, so that they stay. Only sites whose name
//! servers are `EdgeOne`'s have records.

use std::net::IpAddr;

use serde_json::{Value, json};

use super::no::No;
use super::sign::{self, Key};
use super::tencent;
use super::walk::{Api, Change, Found, Record, Several, Subject, Zone};
use crate::address::Family;
use crate::catalogue::BeginError;
use crate::hostname::Hostname;
use crate::provider::{HttpRequest, HttpResponse, Task};
use crate::reply::Means;

/// The server for accounts of China, which clients use most.
pub(super) const HOST: &str = "teo.tencentcloudapi.com";
/// The server for accounts of the international site.
pub(super) const FURTHER_HOSTS: [&str; 1] = ["teo.intl.tencentcloudapi.com"];
const SERVICE: &str = "teo";
const VERSION: &str = "2022-09-01";
/// What the API takes when nothing is said, in seconds.
const TTL: u64 = 300;

pub(super) struct EdgeOne {
    host: &'static str,
    subject: Subject,
    key: Key,
}

impl EdgeOne {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        let host = match sign::field(task, "site") {
            None | Some("china") => HOST,
            Some("international") => FURTHER_HOSTS[0],
            Some(_) => return Err(BeginError::Request("the site is not known".to_owned())),
        };

        Ok(Self { host, subject: Subject::new(task, TTL)?, key: Key::new(task, "secret_id", "secret_key")? })
    }

    fn request(&self, action: &str, body: &Value, reads_only: bool) -> Option<HttpRequest> {
        tencent::request(self.host, SERVICE, (action, VERSION), body, &self.subject, &self.key, reads_only)
    }
}

impl Api for EdgeOne {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest> {
        let filter = json!({ "Name": "zone-name", "Values": [candidate.as_str()], "Fuzzy": false });

        self.request("DescribeZones", &json!({ "Filters": [filter] }), true)
    }

    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let odd = || No::odd(response.status);
        let answer = tencent::answer(response)?.map_err(|(code, message)| tencent::refusal(&code, &message))?;
        let zones = answer.get("Zones").and_then(Value::as_array).ok_or_else(odd)?;
        let text = |zone: &Value, key: &str| zone.get(key).and_then(Value::as_str).map(str::to_owned);
        let is_own =
            |zone: &&Value| text(zone, "ZoneName").is_some_and(|name| name.eq_ignore_ascii_case(candidate.as_str()));
        let Some(zone) = zones.iter().find(is_own) else {
            return Ok(None);
        };
        if text(zone, "Type").is_some_and(|kind| kind != "full") {
            let words = format!("the name servers of {candidate} are not EdgeOne's, so its records are elsewhere");
            return Err(No::new(Means::BadRequest, words));
        }
        let id = text(zone, "ZoneId").filter(|id| !id.is_empty()).ok_or_else(odd)?;

        Ok(Some(Zone { name: candidate.clone(), id }))
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        let filters = json!([
            { "Name": "name", "Values": [self.subject.hostname.as_str()], "Fuzzy": false },
            { "Name": "type", "Values": [family.record_type()], "Fuzzy": false },
        ]);

        self.request("DescribeDnsRecords", &json!({ "ZoneId": zone.id, "Filters": filters }), true)
    }

    fn take_records(&self, _zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let odd = || No::odd(response.status);
        let answer = tencent::answer(response)?.map_err(|(code, message)| tencent::refusal(&code, &message))?;
        let records = answer.get("DnsRecords").and_then(Value::as_array).ok_or_else(odd)?;
        let text = |record: &Value, key: &str| record.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let own = records
            .iter()
            .filter(|record| text(record, "Type") == family.record_type())
            .filter(|record| text(record, "Name").eq_ignore_ascii_case(self.subject.hostname.as_str()));

        own.map(|record| {
            let id = Some(text(record, "RecordId")).filter(|id| !id.is_empty()).ok_or_else(odd)?;

            Ok(Record { id, content: text(record, "Content").parse().ok(), kept: record.clone() })
        })
        .collect::<Result<Vec<_>, No>>()
        .map(Found::Records)
    }

    fn several(&self) -> Several {
        Several::ById
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let mut record = json!({
            "Name": self.subject.hostname.as_str(),
            "Type": change.address.family().record_type(),
            "Content": change.address.to_string(),
        });
        let members = record.as_object_mut()?;
        let Some(old) = &change.record else {
            members.insert("ZoneId".to_owned(), json!(zone.id));
            members.insert("TTL".to_owned(), json!(self.subject.ttl));

            return self.request("CreateDnsRecord", &record, false);
        };
        members.insert("RecordId".to_owned(), json!(old.id));
        for key in ["Location", "TTL", "Weight"] {
            let value = old.kept.get(key).filter(|value| !value.is_null());
            members.extend(value.map(|value| (key.to_owned(), value.clone())));
        }

        self.request("ModifyDnsRecords", &json!({ "ZoneId": zone.id, "DnsRecords": [record] }), false)
    }

    /// A change is answered with the id of the request alone, a new record with its own id too.
    fn take_written(&self, changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let answer = tencent::answer(response)?.map_err(|(code, message)| tencent::refusal(&code, &message))?;
        let is_change = changes.iter().all(|change| change.record.is_some());
        let proof = if is_change { "RequestId" } else { "RecordId" };
        match answer.get(proof).and_then(Value::as_str) {
            Some(id) if !id.is_empty() => Ok(None),
            _ => Err(No::odd(response.status)),
        }
    }
}
