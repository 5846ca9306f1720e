//! The API of OVH, version 1 (docs.ovh.com, "First steps with the API"): an application key, its secret and a consumer key;
//! each request is signed with SHA-1 over the server's own time, so that a wrong clock here does not matter.
//!
//! What is written becomes visible with the refresh of the zone. It is asked for even when the address was already there:
//! an earlier update may have ended between the two.

use std::net::IpAddr;

use serde_json::{Value, json};

use super::no::{self, No};
use super::sign;
use super::walk::{Api, Change, Found, Record, Several, Subject, Zone};
use crate::address::Family;
use crate::catalogue::BeginError;
use crate::hostname::Hostname;
use crate::provider::{HttpRequest, HttpResponse, Task};
use crate::reply::Means;
use crate::request::Secret;

/// The server of Europe. Accounts of the other regions have their own.
pub(super) const HOST: &str = "eu.api.ovh.com";
const HOST_OF_CANADA: &str = "ca.api.ovh.com";
const HOST_OF_THE_US: &str = "api.us.ovhcloud.com";
/// The servers of those.
pub(super) const FURTHER_HOSTS: [&str; 2] = [HOST_OF_CANADA, HOST_OF_THE_US];

pub(super) struct Ovh {
    host: &'static str,
    /// A time to live of 0: the zone's own holds.
    subject: Subject,
    application: String,
    application_secret: Secret,
    consumer: Secret,
    /// The server's time, in seconds since 1970.
    time: u64,
}

impl Ovh {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        let host = match sign::field(task, "region") {
            None | Some("eu") => HOST,
            Some("ca") => HOST_OF_CANADA,
            Some("us") => HOST_OF_THE_US,
            Some(_) => return Err(BeginError::Request("the region is not known".to_owned())),
        };

        Ok(Self {
            host,
            subject: Subject::new(task, 0)?,
            application: sign::key_id(task, "application_key")?,
            application_secret: sign::secret(task, "application_secret")?,
            consumer: sign::secret(task, "consumer_key")?,
            time: task.unix_time,
        })
    }

    fn request(
        &self,
        method: &'static str,
        path: &str,
        pairs: &[(&str, &str)],
        body: Option<&Value>,
    ) -> Option<HttpRequest> {
        let url = sign::address(self.host, &format!("/1.0/{path}"), &sign::query(pairs))?;
        let body = body.map(Value::to_string);
        let (secret, consumer) = (self.application_secret.reveal(), self.consumer.reveal());
        let signature =
            signature(secret, consumer, method, url.as_str(), body.as_deref().unwrap_or_default(), self.time);
        let mut headers = vec![
            sign::open("x-ovh-application", self.application.as_str()),
            sign::hidden("x-ovh-consumer", consumer),
            sign::open("x-ovh-timestamp", self.time.to_string()),
            sign::hidden("x-ovh-signature", signature),
            sign::open("accept", "application/json"),
        ];
        if body.is_some() {
            headers.push(sign::open("content-type", "application/json"));
        }

        Some(HttpRequest { method, url, headers, reads_only: method == "GET", body: body.map(String::into_bytes) })
    }

    fn label(&self, zone: &Zone) -> &str {
        self.subject.hostname.relative_to(&zone.name).unwrap_or_default()
    }
}

fn signature(secret: &str, consumer: &str, method: &str, url: &str, body: &str, time: u64) -> String {
    format!("$1${}", sign::sha1(format!("{secret}+{consumer}+{method}+{url}+{body}+{time}").as_bytes()))
}

impl Api for Ovh {
    fn subject(&self) -> &Subject {
        &self.subject
    }

    fn opening(&self) -> Option<HttpRequest> {
        let url = sign::address(self.host, "/1.0/auth/time", "")?;
        let headers = vec![sign::open("accept", "application/json")];

        Some(HttpRequest { method: "GET", url, headers, reads_only: true, body: None })
    }

    fn take_opening(&mut self, response: &HttpResponse) -> Result<Option<Secret>, No> {
        self.time = answer(response)?.as_u64().ok_or_else(|| No::odd(response.status))?;

        Ok(None)
    }

    fn known_zone(&self) -> Option<Zone> {
        self.subject.named_zone()
    }

    fn find_zone(&mut self, _candidate: &Hostname) -> Option<HttpRequest> {
        self.request("GET", "domain/zone", &[], None)
    }

    /// The list has all zones, so the one with the longest name is found at once.
    fn take_zone(&self, _candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No> {
        let answer = answer(response)?;
        let zones = answer.as_array().ok_or_else(|| No::odd(response.status))?;
        let zones = zones.iter().filter_map(|zone| zone.as_str()?.parse::<Hostname>().ok());
        let longest = zones.filter(|zone| self.subject.hostname.is_within(zone)).max_by_key(|zone| zone.as_str().len());
        let words = format!("the account has no DNS zone for {}", self.subject.hostname);

        match longest {
            Some(name) => Ok(Some(Zone { name, id: String::new() })),
            None => Err(No::new(Means::NoSuchHost, words)),
        }
    }

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest> {
        let pairs = [("fieldType", family.record_type()), ("subDomain", self.label(zone))];

        self.request("GET", &format!("domain/zone/{}/record", zone.name), &pairs, None)
    }

    fn take_records(&self, _zone: &Zone, _family: Family, response: &HttpResponse) -> Result<Found, No> {
        let answer = answer(response)?;
        let ids: Option<Vec<u64>> = answer.as_array().and_then(|ids| ids.iter().map(Value::as_u64).collect());
        match ids.ok_or_else(|| No::odd(response.status))?.as_slice() {
            [id] => Ok(Found::Further(id.to_string())),
            ids => {
                let unread = ids.iter().map(|id| Record { id: id.to_string(), content: None, kept: Value::Null });

                Ok(Found::Records(unread.collect()))
            }
        }
    }

    fn read_further(&mut self, zone: &Zone, what: &str) -> Option<HttpRequest> {
        self.request("GET", &format!("domain/zone/{}/record/{what}", zone.name), &[], None)
    }

    fn take_further(&self, family: Family, response: &HttpResponse) -> Result<Found, No> {
        let answer = answer(response)?;
        let text = |key: &str| answer.get(key).and_then(Value::as_str);
        let id = answer.get("id").and_then(Value::as_u64).ok_or_else(|| No::odd(response.status))?;
        let content = text("target").ok_or_else(|| No::odd(response.status))?.parse().ok();
        if text("fieldType") != Some(family.record_type()) {
            return Err(No::odd(response.status));
        }

        Ok(Found::Records(vec![Record { id: id.to_string(), content, kept: json!({ "ttl": answer.get("ttl") }) }]))
    }

    fn several(&self) -> Several {
        Several::ById
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let mut body = json!({ "subDomain": self.label(zone), "target": change.address.to_string() });
        let records = format!("domain/zone/{}/record", zone.name);
        let members = body.as_object_mut()?;
        if let Some(record) = &change.record {
            let ttl = record.kept.get("ttl").filter(|ttl| ttl.is_u64()).cloned();
            members.extend(ttl.map(|ttl| ("ttl".to_owned(), ttl)));

            return self.request("PUT", &format!("{records}/{}", record.id), &[], Some(&body));
        }
        members.insert("fieldType".to_owned(), json!(change.address.family().record_type()));
        let ttl = Some(self.subject.ttl).filter(|ttl| *ttl > 0);
        members.extend(ttl.map(|ttl| ("ttl".to_owned(), json!(ttl))));

        self.request("POST", &records, &[], Some(&body))
    }

    /// A change is answered with `null`, and a new record with the record.
    fn take_written(&self, changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let answer = answer(response)?;
        if changes.iter().all(|change| change.record.is_some()) {
            return if answer.is_null() { Ok(None) } else { Err(No::odd(response.status)) };
        }
        match answer.get("target").and_then(Value::as_str) {
            Some(target) if answer.get("id").is_some_and(Value::is_u64) => Ok(target.parse().ok()),
            _ => Err(No::odd(response.status)),
        }
    }

    fn closing(&mut self, zone: &Zone) -> Option<HttpRequest> {
        self.request("POST", &format!("domain/zone/{}/refresh", zone.name), &[], None)
    }

    fn take_closing(&self, response: &HttpResponse) -> Result<(), No> {
        if answer(response)?.is_null() { Ok(()) } else { Err(No::odd(response.status)) }
    }
}

/// The answer, or why not.
fn answer(response: &HttpResponse) -> Result<Value, No> {
    let answer: Value = serde_json::from_str(&response.body).map_err(|_| No::odd(response.status))?;
    let text = |key: &str| answer.get(key).and_then(Value::as_str).unwrap_or_default();
    let (code, class, message) = (text("errorCode"), text("class"), text("message"));
    if (200..300).contains(&response.status) && code.is_empty() && class.is_empty() {
        return Ok(answer);
    }
    let means = match code {
        "INVALID_KEY" | "INVALID_CREDENTIAL" | "INVALID_SIGNATURE" | "NOT_CREDENTIAL" => Means::BadAuth,
        "NOT_GRANTED_CALL" => Means::NotEntitled,
        // The signature carries the server's own time; the answer took too long to arrive.
        "QUERY_TIME_OUT" => Means::ServerTrouble,
        _ => match response.status {
            400 | 409 => Means::BadRequest,
            404 => Means::NoSuchHost,
            status => no::by_status(status),
        },
    };
    if message.is_empty() {
        return Err(No::odd(response.status));
    }
    let name = if code.is_empty() { class } else { code };

    Err(No::new(means, if name.is_empty() { message.to_owned() } else { format!("{name}: {message}") }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of "First steps with the API".
    #[test]
    fn the_signature_is_that_of_the_document() {
        let found = signature(
            "EXEgWIz07P0HYwtQDs7cNIqCiQaWSuHF",
            "MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1",
            "GET",
            "https://eu.api.ovh.com/1.0/domains/",
            "",
            1_366_560_945,
        );

        assert_eq!(found, "$1$d3705e8afb27a0d2970a322b96550abfc67bb798");
    }
}
