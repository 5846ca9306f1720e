//! Cloudflare's API, version 4 (developers.cloudflare.com/api): a token in a header, and an envelope around each answer.
//!
//! The record is patched in place, so that its proxy setting, TTL, comment and tags stay. Several names of a zone are read as
//! one list and go into one batch, which is carried out as a whole or not at all ("Batch record changes").

use std::net::IpAddr;

use serde_json::{Value, json};

use super::no::{self, No};
use super::sign;
use super::sweep::{Bulk, Listed};
use super::walk::{Api, Change, Found, Record, Several, Subject, Zone};
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
/// What "automatic" is, in seconds.
const AUTOMATIC_TTL: u64 = 300;
/// How many entries a page of a list has: more would not fit into the longest answer that is read.
const PAGE: u64 = 100;
/// The most changes of one batch, on every plan.
const MOST_CHANGES: usize = 200;

pub(super) struct Cloudflare {
    subject: Subject,
    token: Secret,
    /// With an address the token is the old key of the whole account.
    email: Option<String>,
    lowers_ttl: bool,
}

impl Cloudflare {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        let token = sign::secret(task, "token")?;
        if !token.reveal().bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(BeginError::Request("the token has a letter in it that no token has".to_owned()));
        }

        Ok(Self {
            subject: Subject::new(task, TTL)?,
            token,
            email: sign::field(task, "email").map(str::to_owned),
            lowers_ttl: task.keeping.lower_ttl,
        })
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

    fn record(&self, record: &Value) -> Option<Record> {
        let text = |key: &str| record.get(key).and_then(Value::as_str);
        let proxied = record.get("proxied") == Some(&Value::Bool(true));
        // 1 is "automatic", which is 300 s for a name that is not proxied, and the only value for one that is.
        let ttl = record.get("ttl").and_then(Value::as_u64).filter(|_| self.lowers_ttl && !proxied);
        let ttl = ttl.map(|ttl| if ttl == 1 { AUTOMATIC_TTL } else { ttl });

        Some(Record {
            id: id(record)?,
            content: text("content").and_then(|content| content.parse().ok()),
            kept: json!({ "proxied": proxied, "comment": text("comment"), "ttl": ttl }),
        })
    }

    fn post(&self, name: &Hostname, change: &Change) -> Value {
        let mut body = json!({
            "type": change.address.family().record_type(),
            "name": name.as_str(),
            "content": change.address.get(),
            "ttl": self.subject.ttl,
            "proxied": false,
        });
        if let Some(comment) = &change.comment {
            body["comment"] = json!(comment);
        }

        body
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

        own.map(|record| self.record(record).ok_or_else(|| No::odd(response.status)))
            .collect::<Result<Vec<_>, No>>()
            .map(Found::Records)
    }

    fn is_proxied(&self, record: &Record) -> bool {
        record.kept.get("proxied") == Some(&Value::Bool(true))
    }

    fn comment<'a>(&self, record: &'a Record) -> Option<&'a str> {
        record.kept.get("comment").and_then(Value::as_str)
    }

    fn ttl_key(&self) -> Option<&'static str> {
        Some("ttl")
    }

    fn several(&self) -> Several {
        Several::ById
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest> {
        let change = changes.first()?;
        let records = format!("zones/{}/dns_records", zone.id);
        if let Some(record) = &change.record {
            let body = patch(change, record);

            return self.request("PATCH", &format!("{records}/{}", record.id), &[], Some(&body));
        }
        let body = self.post(&self.subject.hostname, change);

        self.request("POST", &records, &[], Some(&body))
    }

    fn take_written(&self, _changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No> {
        let result = result(response, Asked::Records)?;

        Ok(result.get("content").and_then(Value::as_str).and_then(|content| content.parse().ok()))
    }
}

impl Bulk for Cloudflare {
    fn list_zones(&mut self, page: Option<&str>) -> Option<HttpRequest> {
        self.request("GET", "zones", &[("per_page", "50"), ("page", page.unwrap_or("1"))], None)
    }

    fn take_zones(&self, response: &HttpResponse) -> Result<(Vec<Zone>, Option<String>), No> {
        let odd = || No::odd(response.status);
        let answer = envelope(response, Asked::Zone)?;
        let zones = list(&answer).ok_or_else(odd)?.iter().map(|zone| {
            let name = zone.get("name").and_then(Value::as_str)?.parse().ok()?;

            Some(Zone { name, id: id(zone)? })
        });

        Ok((zones.collect::<Option<_>>().ok_or_else(odd)?, next_page(&answer)))
    }

    fn list_records(&mut self, zone: &Zone, family: Option<Family>, page: Option<&str>) -> Option<HttpRequest> {
        let count = PAGE.to_string();
        let mut pairs = vec![("per_page", count.as_str()), ("page", page.unwrap_or("1"))];
        pairs.extend(family.map(|family| ("type", family.record_type())));

        self.request("GET", &format!("zones/{}/dns_records", zone.id), &pairs, None)
    }

    fn take_list(&self, response: &HttpResponse) -> Result<(Vec<Listed>, Option<String>), No> {
        let odd = || No::odd(response.status);
        let answer = envelope(response, Asked::Records)?;
        let mut listed = Vec::new();
        for record in list(&answer).ok_or_else(odd)? {
            let text = |key: &str| record.get(key).and_then(Value::as_str).ok_or_else(odd);
            let family = Family::BOTH.into_iter().find(|family| Ok(family.record_type()) == text("type"));
            // A name with letters that no hostname has is nobody's here.
            if let (Some(family), Ok(name)) = (family, text("name")?.parse()) {
                listed.push(Listed { name, family, record: Ok(self.record(record).ok_or_else(odd)?) });
            }
        }

        Ok((listed, next_page(&answer)))
    }

    fn most_changes(&self) -> usize {
        MOST_CHANGES
    }

    fn write_all(&mut self, zone: &Zone, changes: &[(Hostname, Change)]) -> Option<HttpRequest> {
        let (mut patches, mut posts) = (Vec::new(), Vec::new());
        for (name, change) in changes {
            match &change.record {
                Some(record) => {
                    let mut body = patch(change, record);
                    body["id"] = json!(record.id);
                    patches.push(body);
                }
                None => posts.push(self.post(name, change)),
            }
        }
        let mut body = json!({});
        for (key, list) in [("patches", patches), ("posts", posts)] {
            if !list.is_empty() {
                body[key] = json!(list);
            }
        }

        self.request("POST", &format!("zones/{}/dns_records/batch", zone.id), &[], Some(&body))
    }

    /// The answer lists every record as it is now, by what was done with it.
    fn take_all(&self, changes: &[(Hostname, Change)], response: &HttpResponse) -> Result<(), No> {
        let result = result(response, Asked::Records)?;
        let stored = |key: &str| result.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let proves = |(name, change): &(Hostname, Change)| {
            let list = stored(if change.record.is_some() { "patches" } else { "posts" });

            list.iter().any(|record| {
                let text = |key: &str| record.get(key).and_then(Value::as_str);

                text("name").is_some_and(|found| found.eq_ignore_ascii_case(name.as_str()))
                    && text("content").and_then(|content| content.parse().ok()) == Some(change.address.get())
            })
        };

        if changes.iter().all(proves) { Ok(()) } else { Err(No::odd(response.status)) }
    }
}

/// What is changed of a record; all else stays.
fn patch(change: &Change, record: &Record) -> Value {
    let mut body = json!({ "content": change.address.get() });
    if let Some(ttl) = record.kept.get("ttl").filter(|ttl| ttl.is_u64()) {
        body["ttl"] = ttl.clone();
    }
    if let Some(comment) = &change.comment {
        body["comment"] = json!(comment);
    }

    body
}

/// The number of the page that follows; `None` after the last one.
fn next_page(answer: &Value) -> Option<String> {
    let number = |key: &str| answer.pointer(&format!("/result_info/{key}")).and_then(Value::as_u64);
    let (page, last) = (number("page")?, number("total_pages")?);

    (page < last).then(|| (page + 1).to_string())
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
    Ok(envelope(response, asked)?.get_mut("result").map(Value::take).unwrap_or_default())
}

fn list(answer: &Value) -> Option<&Vec<Value>> {
    answer.get("result")?.as_array()
}

/// The whole answer, if it says that all went well, or why not.
fn envelope(response: &HttpResponse, asked: Asked) -> Result<Value, No> {
    let answer: Value = serde_json::from_str(&response.body).unwrap_or(Value::Null);
    if answer.get("success") == Some(&Value::Bool(true)) {
        return Ok(answer);
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
    let means = by_code.unwrap_or(no::by_status(response.status));
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
