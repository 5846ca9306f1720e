//! Cloudflare's API, version 4 (developers.cloudflare.com/api): find the zone, read the record, change only its content.
//!
//! The record is patched in place, so that its proxy setting, TTL, comment and tags stay. An address that is already there
//! is not written. A missing record is created only where the user agreed.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;

use serde_json::{Value, json};
use url::Url;

use crate::address::{Family, Publishable};
use crate::catalogue::BeginError;
use crate::event::Answer;
use crate::hostname::Hostname;
use crate::provider::words::{Hidden, not_understood};
use crate::provider::{Conversation, Header, HttpRequest, HttpResponse, Incoming, Outgoing, Step, Task, failed, wait};
use crate::reply::{Means, Reply};

/// The one server that the token goes to.
pub(super) const HOST: &str = "api.cloudflare.com";
/// The time to live of a record that is created, in seconds; the least that every plan allows.
const TTL: u32 = 60;

/// The update of one hostname.
pub(super) struct Cloudflare {
    hostname: Hostname,
    credentials: Vec<Header>,
    create: bool,
    ttl: u32,
    unix_time: u64,
    hidden: Hidden,
    /// Zones to ask for, the longest name first.
    candidates: VecDeque<Hostname>,
    zone: String,
    to_read: VecDeque<Publishable>,
    to_write: VecDeque<(Publishable, Write)>,
    under_way: UnderWay,
    changed: bool,
    proxied: bool,
    ended: Option<BTreeMap<Hostname, Answer>>,
}

/// What the next answer is about.
#[derive(Debug, Clone, PartialEq, Eq)]
enum UnderWay {
    Nothing,
    Zone,
    Read(Publishable),
    Write(Publishable),
}

/// How the record gets its address.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Write {
    /// This record's content is changed.
    Patch(String),
    /// The record is made.
    Create,
}

impl Cloudflare {
    pub(super) fn new(task: &Task) -> Result<Self, BeginError> {
        let wrong = |what: &str| BeginError::Request(format!("the {what} is missing or wrong"));
        let hostname = task.hostnames.first().cloned().ok_or_else(|| wrong("hostname"))?;
        let field = |key: &str| task.fields.get(key).map(|value| value.trim()).filter(|value| !value.is_empty());
        let token = task.secrets.get("token").ok_or_else(|| wrong("token"))?.reveal();
        if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(wrong("token"));
        }
        let header = |name: &str, value: String| Header { name: name.to_owned(), value, sensitive: true };
        let credentials = match field("email") {
            Some(email) => vec![header("x-auth-email", email.to_owned()), header("x-auth-key", token.to_owned())],
            None => vec![header("authorization", format!("Bearer {token}"))],
        };
        let ttl = match field("ttl") {
            None => TTL,
            Some(ttl) => ttl.parse().map_err(|_| wrong("TTL"))?,
        };
        let candidates = match field("zone") {
            Some(zone) => VecDeque::from([zone.parse().map_err(|_| wrong("zone"))?]),
            None => above(&hostname),
        };

        Ok(Self {
            credentials,
            create: task.create,
            ttl,
            unix_time: task.unix_time,
            hidden: Hidden::new(&task.secrets, &task.fields),
            candidates,
            zone: String::new(),
            to_read: Family::BOTH.into_iter().filter_map(|family| *task.addresses.get(family)).collect(),
            to_write: VecDeque::new(),
            under_way: UnderWay::Nothing,
            changed: false,
            proxied: false,
            ended: None,
            hostname,
        })
    }

    /// The next request: a zone, then all reads, then the writes.
    fn go_on(&mut self) -> Step {
        if self.zone.is_empty() {
            let Some(zone) = self.candidates.pop_front() else {
                let message = format!(
                    "the token sees no zone for {}; it needs the right to read and edit that zone's DNS",
                    self.hostname
                );
                return self.end(Reply::with_message(Means::NoSuchHost, message));
            };
            self.under_way = UnderWay::Zone;

            return self.send("GET", "zones", &[("name", zone.as_str())], None);
        }
        let records = format!("zones/{}/dns_records", self.zone);
        if let Some(address) = self.to_read.pop_front() {
            self.under_way = UnderWay::Read(address);
            let name = self.hostname.to_string();
            let query = [("type", address.family().record_type()), ("name", name.as_str())];

            return self.send("GET", &records, &query, None);
        }
        let Some((address, write)) = self.to_write.pop_front() else {
            let means = if self.changed { Means::Good } else { Means::Unchanged };
            return self.end(Reply { proxied: self.proxied, ..Reply::plain(means) });
        };
        self.under_way = UnderWay::Write(address);
        match write {
            Write::Patch(id) => {
                let body = json!({ "content": address.to_string() });

                self.send("PATCH", &format!("{records}/{id}"), &[], Some(&body))
            }
            Write::Create => {
                let body = json!({
                    "type": address.family().record_type(),
                    "name": self.hostname.as_str(),
                    "content": address.to_string(),
                    "ttl": self.ttl,
                    "proxied": false,
                });

                self.send("POST", &records, &[], Some(&body))
            }
        }
    }

    fn send(&mut self, method: &'static str, path: &str, query: &[(&str, &str)], body: Option<&Value>) -> Step {
        let Ok(mut url) = Url::parse(&format!("https://{HOST}/client/v4/{path}")) else {
            return self.end(Reply::with_message(Means::Unknown, "the provider's answer led to no valid address"));
        };
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        let mut headers = self.credentials.clone();
        headers.push(Header { name: "accept".to_owned(), value: "application/json".to_owned(), sensitive: false });
        if body.is_some() {
            headers.push(Header {
                name: "content-type".to_owned(),
                value: "application/json".to_owned(),
                sensitive: false,
            });
        }
        let body = body.map(|body| body.to_string().into_bytes());

        Step::Send(Outgoing::Http(HttpRequest { method, url, headers, reads_only: body.is_none(), body }))
    }

    fn take(&mut self, response: &HttpResponse) -> Step {
        let answer: Value = serde_json::from_str(&response.body).unwrap_or(Value::Null);
        if answer.get("success") != Some(&Value::Bool(true)) {
            let reply = self.refused(response, &answer);
            return self.end(reply);
        }
        let result = answer.get("result").unwrap_or(&Value::Null);
        let refusal = match self.under_way.clone() {
            UnderWay::Zone => self.take_zone(result),
            UnderWay::Read(address) => self.take_records(address, result),
            UnderWay::Write(address) => self.take_written(address, result),
            UnderWay::Nothing => Some(Reply::with_message(Means::Unknown, "an answer came to no request")),
        };
        match refusal {
            Some(reply) => self.end(reply),
            None => self.go_on(),
        }
    }

    fn take_zone(&mut self, result: &Value) -> Option<Reply> {
        let Some(zones) = result.as_array() else {
            return Some(odd("the list of zones is missing"));
        };
        if let Some(zone) = zones.first() {
            match id(zone) {
                Some(id) => id.clone_into(&mut self.zone),
                None => return Some(odd("the zone has no usable id")),
            }
        }

        None
    }

    fn take_records(&mut self, address: Publishable, result: &Value) -> Option<Reply> {
        let kind = address.family().record_type();
        let Some(records) = result.as_array() else {
            return Some(odd("the list of records is missing"));
        };
        let text = |record: &Value, key: &str| record.get(key).and_then(Value::as_str).map(str::to_owned);
        let own: Vec<&Value> = records
            .iter()
            .filter(|record| text(record, "type").is_none_or(|found| found == kind))
            .filter(|record| {
                text(record, "name").is_none_or(|found| found.eq_ignore_ascii_case(self.hostname.as_str()))
            })
            .collect();
        match own.as_slice() {
            [] if self.create => self.to_write.push_back((address, Write::Create)),
            [] => {
                let message =
                    format!("{} has no {kind} record, and it was not agreed that one is created", self.hostname);
                return Some(Reply::with_message(Means::NoSuchHost, message));
            }
            [record] => {
                self.proxied |= record.get("proxied") == Some(&Value::Bool(true));
                let content = text(record, "content").and_then(|content| content.parse::<IpAddr>().ok());
                match id(record) {
                    _ if content == Some(address.get()) => {}
                    Some(id) => self.to_write.push_back((address, Write::Patch(id.to_owned()))),
                    None => return Some(odd("the record has no usable id")),
                }
            }
            several => {
                let message = format!(
                    "{} has {} {kind} records; it is not clear which one is the home's",
                    self.hostname,
                    several.len()
                );
                return Some(Reply::with_message(Means::BadRequest, message));
            }
        }

        None
    }

    fn take_written(&mut self, address: Publishable, result: &Value) -> Option<Reply> {
        let stored = result.get("content").and_then(Value::as_str).and_then(|content| content.parse::<IpAddr>().ok());
        if let Some(stored) = stored
            && stored != address.get()
        {
            let message = format!("the provider says that it stored {stored}; {address} was sent");
            return Some(Reply { address: Some(stored), ..Reply::with_message(Means::Unknown, message) });
        }
        self.changed = true;

        None
    }

    fn refused(&self, response: &HttpResponse, answer: &Value) -> Reply {
        let errors = answer.get("errors").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let code = |error: &Value| error.get("code").and_then(Value::as_u64).unwrap_or_default();
        let said = |error: &Value| error.get("message").and_then(Value::as_str).unwrap_or_default().to_owned();
        let means = errors
            .iter()
            .find_map(|error| by_code(code(error), &said(error)))
            .filter(|_| response.status != 429)
            .unwrap_or(by_status(response.status));
        let message = if errors.is_empty() {
            not_understood(response.status, &response.body, &self.hidden)
        } else {
            let all: Vec<String> = errors.iter().map(|error| format!("{} ({})", said(error), code(error))).collect();
            self.hidden.clean(&all.join("; "))
        };
        let retry_after = response
            .retry_after
            .as_deref()
            .filter(|_| matches!(means, Means::RateLimited | Means::ServerTrouble | Means::Unknown))
            .and_then(|value| wait::retry_after(value, response.date.as_deref(), self.unix_time));

        Reply { retry_after, ..Reply::with_message(means, message) }
    }

    fn end(&mut self, reply: Reply) -> Step {
        self.end_with(BTreeMap::from([(self.hostname.clone(), Answer::Replied(reply))]))
    }

    fn end_with(&mut self, answers: BTreeMap<Hostname, Answer>) -> Step {
        self.ended = Some(answers.clone());

        Step::Done(answers)
    }
}

impl Conversation for Cloudflare {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        if let Some(answers) = &self.ended {
            return Step::Done(answers.clone());
        }
        match incoming {
            None => self.go_on(),
            Some(Incoming::Http(response)) => self.take(&response),
            Some(Incoming::Failed { trouble, sent }) => {
                let writing = matches!(self.under_way, UnderWay::Write(_));
                let answers = failed(std::slice::from_ref(&self.hostname), &trouble, self.changed || (sent && writing));

                self.end_with(answers)
            }
            Some(Incoming::Dns(_)) => self.end(odd("a DNS message came instead of an HTTP answer")),
        }
    }
}

/// The names that can be the hostname's zone: itself and all above it.
fn above(hostname: &Hostname) -> VecDeque<Hostname> {
    let plain = hostname.as_str().strip_prefix("*.").and_then(|rest| rest.parse().ok());

    std::iter::successors(Some(plain.unwrap_or_else(|| hostname.clone())), Hostname::parent).take(8).collect()
}

/// An id from an answer may become part of an address only if it can change nothing else there.
fn id(thing: &Value) -> Option<&str> {
    let id = thing.get("id").and_then(Value::as_str)?;

    (!id.is_empty() && id.len() <= 64 && id.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(id)
}

fn odd(message: &str) -> Reply {
    Reply::with_message(Means::Unknown, message)
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

fn by_status(status: u16) -> Means {
    match status {
        401 => Means::BadAuth,
        403 => Means::NotEntitled,
        429 => Means::RateLimited,
        500..=599 => Means::ServerTrouble,
        _ => Means::Unknown,
    }
}
