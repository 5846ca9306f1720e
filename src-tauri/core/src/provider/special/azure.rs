//! Azure DNS (learn.microsoft.com/rest/api/dns, API version 2018-05-01), with the client credentials of an application
//! registered in Microsoft Entra (RFC 6749, 4.4).
//!
//! A record set is put back whole, with its TTL and its metadata, and only if it is still the one that was read: its etag
//! goes with it. A new one is put only where there is none.

use std::net::IpAddr;

use serde_json::{Value, json};

use super::no::{self, No};
use super::sign::{self, Key};
use super::token;
use super::walk::{Api, Change, Found, Record, Several, Subject, Zone};
use crate::address::Family;
use crate::catalogue::BeginError;
use crate::hostname::Hostname;
use crate::provider::{Header, HttpRequest, HttpResponse, Task};
use crate::reply::Means;
use crate::request::Secret;

pub(super) const HOST: &str = "management.azure.com";
/// The server that gives out tokens.
pub(super) const FURTHER_HOSTS: [&str; 1] = ["login.microsoftonline.com"];
const SCOPE: &str = "https://management.azure.com/.default";
const VERSION: &str = "2018-05-01";
/// What the portal offers, in seconds.
const TTL: u64 = 3_600;

pub(super) struct Azure {
    subject: Subject,
    tenant: String,
    key: Key,
    /// The address of all zones of the resource group.
    zones: String,
    token: Option<Secret>,
}

impl Azure {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        let part = |key: &str| {
            let value = sign::key_id(task, key)?;
            let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.()".contains(&byte);
            if value.starts_with('.') || !value.bytes().all(is_plain) {
                return Err(BeginError::Request(format!("the field {key} cannot be a part of an address")));
            }

            Ok(value)
        };
        let (subscription, group) = (part("subscription_id")?, part("resource_group")?);

        Ok(Self {
            subject: Subject::new(task, TTL)?,
            tenant: part("tenant_id")?,
            key: Key::new(task, "client_id", "client_secret")?,
            zones: format!("/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Network/dnsZones"),
            token: None,
        })
    }

    fn request(&self, method: &'static str, path: &str, body: Option<(&Value, Header)>) -> Option<HttpRequest> {
        let url = sign::address(HOST, &format!("{}{path}", self.zones), &sign::query(&[("api-version", VERSION)]))?;
        let mut headers = vec![token::header(self.token.as_ref()?), sign::open("accept", "application/json")];
        let mut bytes = None;
        if let Some((body, condition)) = body {
            headers.extend([sign::open("content-type", "application/json"), condition]);
            bytes = Some(body.to_string().into_bytes());
        }

        Some(HttpRequest { method, url, headers, reads_only: bytes.is_none(), body: bytes })
    }

    fn set(&self, zone: &Zone, family: Family) -> String {
        format!("/{}/{}/{}", zone.name, family.record_type(), self.subject.label(zone))
    }
}

impl Api for Azure {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    fn opening(&self) -> Option<HttpRequest> {
        let pairs = [
            ("grant_type", "client_credentials"),
            ("client_id", self.key.id.as_str()),
            ("client_secret", self.key.secret.reveal()),
            ("scope", SCOPE),
        ];

        token::request(FURTHER_HOSTS[0], &format!("/{}/oauth2/v2.0/token", self.tenant), &pairs)
    }

    fn take_opening(&mut self, response: &HttpResponse) -> Result<Option<Secret>, No> {
        self.token = Some(token::take(response, "access_token")?);

        Ok(self.token.clone())
    }

    fn known_zone(&self) -> Option<Zone> {
        self.subject.named_zone()
    }

    fn find_zone(&mut self, _candidate: &Hostname) -> Option<HttpRequest> {
        self.request("GET", "", None)
    }

    /// The list has all zones of the group, so the one with the longest name is found at once.
    fn take_zone(&self, _candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let answer = answer(response)?;
        let zones = answer.get("value").and_then(Value::as_array).ok_or_else(|| No::odd(response.status))?;
        let names = zones.iter().filter_map(|zone| zone.get("name")?.as_str()?.parse::<Hostname>().ok());
        let own = names.filter(|name| self.subject.hostname.is_within(name));
        let more = if answer.get("nextLink").is_some() { "the first zones of the group are not; " } else { "" };
        let words = format!("{more}the resource group has no DNS zone for {}", self.subject.hostname);

        match own.max_by_key(|name| name.as_str().len()) {
            Some(name) => Ok(Some(Zone { name, id: String::new() })),
            None => Err(No::new(Means::NoSuchHost, words)),
        }
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        self.request("GET", &self.set(zone, family), None)
    }

    fn take_records(&self, _zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let odd = || No::odd(response.status);
        // A set that is not there; a zone or a group that is not there has another code.
        if response.status == 404 && code(&parse(response)) == "NotFound" {
            return Ok(Found::Records(Vec::new()));
        }
        let set = answer(response)?;
        if set.pointer("/properties/targetResource/id").is_some_and(Value::is_string) {
            let words =
                format!("{} is an alias of a resource, which this client does not change", self.subject.hostname);
            return Err(No::new(Means::BadRequest, words));
        }
        let etag = set.get("etag").and_then(Value::as_str).filter(|etag| is_header(etag)).ok_or_else(odd)?;
        let ttl = set.pointer("/properties/TTL").filter(|ttl| ttl.is_u64()).ok_or_else(odd)?;
        let kept = json!({ "etag": etag, "ttl": ttl, "metadata": set.pointer("/properties/metadata") });
        let contents = contents(&set, family).ok_or_else(odd)?;
        let records = contents.into_iter().map(|content| Record { id: String::new(), content, kept: kept.clone() });

        Ok(Found::Records(records.collect()))
    }

    fn several(&self) -> Several {
        Several::AsSet
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let family = change.address.family();
        let (list, member) = names(family);
        let addresses: Vec<Value> = change.addresses().iter().map(|address| json!({ member: address })).collect();
        let mut properties = json!({ "TTL": self.subject.ttl, list: addresses });
        let condition = match &change.record {
            None => sign::open("if-none-match", "*"),
            Some(record) => {
                properties["TTL"] = record.kept.get("ttl")?.clone();
                if let Some(metadata) = record.kept.get("metadata").filter(|metadata| metadata.is_object()) {
                    properties["metadata"] = metadata.clone();
                }
                sign::open("if-match", record.kept.get("etag")?.as_str()?)
            }
        };
        let body = json!({ "properties": properties });

        self.request("PUT", &self.set(zone, family), Some((&body, condition)))
    }

    fn take_written(&self, changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let odd = || No::odd(response.status);
        let change = changes.first().ok_or_else(odd)?;
        let found = contents(&answer(response)?, change.address.family()).ok_or_else(odd)?;

        change.stored(&found).map(Some).ok_or_else(odd)
    }
}

/// What the API calls the list of addresses, and the address in it.
fn names(family: Family) -> (&'static str, &'static str) {
    match family {
        Family::Ipv4 => ("ARecords", "ipv4Address"),
        Family::Ipv6 => ("AAAARecords", "ipv6Address"),
    }
}

fn contents(set: &Value, family: Family) -> Option<Vec<Option<IpAddr>>> {
    let (list, member) = names(family);
    let records = set.pointer(&format!("/properties/{list}"))?.as_array()?;

    Some(records.iter().map(|record| record.get(member)?.as_str()?.parse().ok()).collect())
}

fn is_header(text: &str) -> bool {
    (1..=200).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn parse(response: &HttpResponse) -> Value {
    serde_json::from_str(&response.body).unwrap_or_default()
}

/// The code of an error; the service itself leaves out the envelope around it.
fn code(answer: &Value) -> &str {
    answer.pointer("/error/code").or(answer.get("code")).and_then(Value::as_str).unwrap_or_default()
}

/// The answer, or why not.
fn answer(response: &HttpResponse) -> Result<Value, No> {
    let answer = parse(response);
    let code = code(&answer);
    if (200..300).contains(&response.status) && answer.is_object() && code.is_empty() {
        return Ok(answer);
    }
    if code.is_empty() {
        return Err(No::odd(response.status));
    }
    let means = match (response.status, code) {
        (_, "ScopeLocked") | (400, _) => Means::BadRequest,
        (404, _) => Means::NoSuchHost,
        // Somebody else changed the set, or is just changing it: the next try reads again.
        (409 | 412, _) => Means::Unknown,
        (status, _) => no::by_status(status),
    };
    let message = answer.pointer("/error/message").or(answer.get("message")).and_then(Value::as_str);

    Err(No::new(means, format!("{code}: {}", message.unwrap_or_default())))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::address::PerFamily;

    /// A field that is typed becomes a part of an address, and may lead nowhere else.
    #[test]
    fn a_typed_part_leads_to_no_other_address() {
        let begin = |group: &str| {
            let fields = [
                ("tenant_id", "contoso.example"),
                ("client_id", "00000000-0000-0000-0000-000000000001"),
                ("subscription_id", "00000000-0000-0000-0000-000000000002"),
                ("resource_group", group),
            ];
            Azure::new(&Task {
                keeping: crate::provider::Keeping::default(),
                hostnames: vec!["home.example.org".parse().unwrap()],
                addresses: PerFamily::default(),
                fields: fields.map(|(key, value)| (key.to_owned(), value.to_owned())).into(),
                secrets: BTreeMap::from([("client_secret".to_owned(), Secret::new("made-up-secret"))]),
                create: false,
                message_id: 1,
                unix_time: 0,
            })
        };

        assert!(begin("dns_(home)").is_ok());
        for odd in ["a/../b", "..", "a?b", "a#b", "a%2fb", "a b"] {
            assert!(begin(odd).is_err(), "{odd}");
        }
    }
}
