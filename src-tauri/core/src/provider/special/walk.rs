//! The way that signed APIs share: find the zone, read the record of each family, then write what differs.
//!
//! An [`Api`] says how each request looks and what its answer says. The order, and what may be written, is decided here: all
//! reads come before the first write, an address that is there is not written, one record of several is not guessed, and a
//! missing one is created only where the user agreed.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;

use serde_json::Value;

use crate::address::{Family, Publishable};
use crate::catalogue::BeginError;
use crate::event::Answer;
use crate::hostname::Hostname;
use crate::provider::special::sign;
use crate::provider::words::{Hidden, not_understood};
use crate::provider::{Conversation, HttpRequest, HttpResponse, Incoming, Outgoing, Step, Task, failed, wait};
use crate::reply::{Exchange, Means, Reply};
use crate::request::Secret;

/// What an update is about, for every API alike.
pub(super) struct Subject {
    pub(super) hostname: Hostname,
    /// The zone that the user typed.
    pub(super) zone: Option<Hostname>,
    /// The time to live of a record that is created, in seconds.
    pub(super) ttl: u64,
    /// The wall clock in seconds since 1970.
    pub(super) unix_time: u64,
}

impl Subject {
    /// `ttl` is taken where the form names none.
    pub(super) fn new(task: &Task, ttl: u64) -> Result<Self, BeginError> {
        let wrong = |what: &str| BeginError::Request(format!("the {what} is missing or wrong"));

        Ok(Self {
            hostname: task.hostnames.first().cloned().ok_or_else(|| wrong("hostname"))?,
            zone: sign::field(task, "zone").map(str::parse).transpose().map_err(|_| wrong("zone"))?,
            ttl: sign::ttl(task, ttl)?,
            unix_time: task.unix_time,
        })
    }

    /// The typed zone, for an API that needs no more than its name.
    pub(super) fn named_zone(&self) -> Option<Zone> {
        self.zone.clone().map(|name| Zone { name, id: String::new() })
    }

    /// The name in front of the zone; `@` for the zone itself.
    pub(super) fn label(&self, zone: &Zone) -> &str {
        match self.hostname.relative_to(&zone.name) {
            None | Some("") => "@",
            Some(label) => label,
        }
    }
}

/// A zone as the provider knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Zone {
    pub(super) name: Hostname,
    /// A part of later addresses or bodies; may be empty where the name is enough.
    pub(super) id: String,
}

/// One address of the name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    pub(super) id: String,
    /// `None` where it is no address.
    pub(super) content: Option<IpAddr>,
    /// What has to be sent again, so that it stays.
    pub(super) kept: Value,
}

/// What an answer to a read says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    /// The addresses of the name.
    Records(Vec<Record>),
    /// One more read is needed.
    Further(String),
}

/// One address to write.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub(super) address: Publishable,
    /// What it takes the place of; `None` when the record is made.
    pub(super) record: Option<Record>,
}

/// Why the way ends early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct No {
    means: Means,
    /// `None`: what came is not understood.
    words: Option<String>,
    /// The address that the provider stored instead of the one that was sent.
    stored: Option<IpAddr>,
}

impl No {
    pub(super) fn new(means: Means, words: impl Into<String>) -> Self {
        Self { means, words: Some(words.into()), stored: None }
    }

    /// An answer that says neither yes nor no; the status may still tell.
    pub(super) fn odd(status: u16) -> Self {
        Self { means: by_status(status), words: None, stored: None }
    }

    /// The clocks differ; nothing is wrong with the key.
    pub(super) fn clock(words: &str) -> Self {
        Self::new(Means::ServerTrouble, format!("the clock of this computer is wrong: {words}"))
    }
}

/// What a status alone says. Never a success.
pub(super) fn by_status(status: u16) -> Means {
    match status {
        401 => Means::BadAuth,
        403 => Means::NotEntitled,
        429 => Means::RateLimited,
        500..=599 => Means::ServerTrouble,
        _ => Means::Unknown,
    }
}

/// How one provider's requests look. A request that is `None` cannot be made from what came.
pub(super) trait Api: Send {
    fn subject(&self) -> &Subject;

    /// A request before all others.
    fn opening(&self) -> Option<HttpRequest> {
        None
    }

    /// Returns what it gave out for this conversation alone, so that no message shows it.
    fn take_opening(&mut self, response: &HttpResponse) -> Result<Option<Secret>, No> {
        Err(No::odd(response.status))
    }

    /// The zone, where it does not have to be asked for.
    fn known_zone(&self) -> Option<Zone> {
        None
    }

    /// Asks for the zone of this name.
    fn find_zone(&mut self, candidate: &Hostname) -> Option<HttpRequest>;

    /// `None` leads to the next candidate.
    fn take_zone(&self, candidate: &Hostname, response: &HttpResponse) -> Result<Option<Zone>, No>;

    fn read(&mut self, zone: &Zone, family: Family) -> Option<HttpRequest>;

    /// Reads what [`Found::Further`] names.
    fn read_further(&mut self, _zone: &Zone, _what: &str) -> Option<HttpRequest> {
        None
    }

    fn take_records(&self, zone: &Zone, family: Family, response: &HttpResponse) -> Result<Found, No>;

    fn take_further(&self, _family: Family, response: &HttpResponse) -> Result<Found, No> {
        Err(No::odd(response.status))
    }

    /// Whether DNS shows the provider's own proxy in the place of this address.
    fn is_proxied(&self, _record: &Record) -> bool {
        false
    }

    /// How many addresses one write carries.
    fn at_once(&self) -> usize {
        1
    }

    fn write(&mut self, zone: &Zone, changes: &[Change]) -> Option<HttpRequest>;

    /// Proves a success, and tells the stored address where the answer names it.
    fn take_written(&self, changes: &[Change], response: &HttpResponse) -> Result<Option<IpAddr>, No>;

    /// A request after the last write; it is made even when nothing had to be written.
    fn closing(&mut self, _zone: &Zone) -> Option<HttpRequest> {
        None
    }

    fn take_closing(&self, response: &HttpResponse) -> Result<(), No> {
        Err(No::odd(response.status))
    }
}

/// What the next answer is about.
#[derive(Debug, Clone, PartialEq)]
enum UnderWay {
    Nothing,
    Opening,
    Zone(Hostname),
    Read(Publishable),
    Further(Publishable),
    Write(Vec<Change>),
    Closing,
}

/// The update of one hostname.
pub(super) struct Walk<A> {
    api: A,
    create: bool,
    hidden: Hidden,
    opened: bool,
    candidates: VecDeque<Hostname>,
    zone: Option<Zone>,
    to_read: VecDeque<Publishable>,
    further: Option<(Publishable, String)>,
    to_write: VecDeque<Change>,
    under_way: UnderWay,
    changed: bool,
    proxied: bool,
    closed: bool,
    ended: Option<BTreeMap<Hostname, Answer>>,
}

impl<A: Api> Walk<A> {
    pub(super) fn new(task: &Task, api: A) -> Self {
        let Subject { hostname, zone, .. } = api.subject();
        let candidates = zone.clone().map_or_else(|| above(hostname), |zone| VecDeque::from([zone]));

        Self {
            create: task.create,
            hidden: Hidden::new(&task.secrets, &task.fields),
            opened: false,
            candidates,
            zone: api.known_zone(),
            to_read: Family::BOTH.into_iter().filter_map(|family| *task.addresses.get(family)).collect(),
            further: None,
            to_write: VecDeque::new(),
            under_way: UnderWay::Nothing,
            changed: false,
            proxied: false,
            closed: false,
            ended: None,
            api,
        }
    }

    fn hostname(&self) -> &Hostname {
        &self.api.subject().hostname
    }

    fn go_on(&mut self) -> Step {
        if !self.opened {
            self.opened = true;
            if let Some(request) = self.api.opening() {
                self.under_way = UnderWay::Opening;
                return Step::Send(Outgoing::Http(request));
            }
        }
        let Some(zone) = self.zone.clone() else {
            let Some(candidate) = self.candidates.pop_front() else {
                let words = format!("the account has no zone for {}, or the key may not see it", self.hostname());
                return self.refuse(No::new(Means::NoSuchHost, words));
            };
            let request = self.api.find_zone(&candidate);
            return self.send(UnderWay::Zone(candidate), request);
        };
        // A name that is cut off at a foreign zone would be that zone's own.
        if !self.hostname().is_within(&zone.name) {
            let words = format!("{} is not within {}", self.hostname(), zone.name);
            return self.refuse(No::new(Means::BadRequest, words));
        }
        if let Some((address, what)) = self.further.take() {
            let request = self.api.read_further(&zone, &what);
            return self.send(UnderWay::Further(address), request);
        }
        if let Some(address) = self.to_read.pop_front() {
            let request = self.api.read(&zone, address.family());
            return self.send(UnderWay::Read(address), request);
        }
        let count = self.api.at_once().min(self.to_write.len());
        let changes: Vec<Change> = self.to_write.drain(..count).collect();
        if !changes.is_empty() {
            let request = self.api.write(&zone, &changes);
            return self.send(UnderWay::Write(changes), request);
        }
        if !self.closed {
            self.closed = true;
            if let Some(request) = self.api.closing(&zone) {
                return self.send(UnderWay::Closing, Some(request));
            }
        }

        let means = if self.changed { Means::Good } else { Means::Unchanged };

        self.end(Reply { proxied: self.proxied, ..Reply::plain(means) })
    }

    fn send(&mut self, under_way: UnderWay, request: Option<HttpRequest>) -> Step {
        self.under_way = under_way;
        match request {
            Some(request) => Step::Send(Outgoing::Http(request)),
            None => self.refuse(No::new(Means::Unknown, "the provider's answer led to no valid address")),
        }
    }

    fn take(&mut self, response: &HttpResponse) -> Step {
        let taken = match std::mem::replace(&mut self.under_way, UnderWay::Nothing) {
            UnderWay::Nothing => Err(No::new(Means::Unknown, "an answer came to no request")),
            UnderWay::Opening => self.api.take_opening(response).map(|given| self.hide(given)),
            UnderWay::Zone(candidate) => self.api.take_zone(&candidate, response).map(|zone| self.zone = zone),
            UnderWay::Read(address) => match &self.zone {
                Some(zone) => self.api.take_records(zone, address.family(), response),
                None => Err(No::odd(response.status)),
            }
            .and_then(|found| self.plan(address, found)),
            UnderWay::Further(address) => {
                self.api.take_further(address.family(), response).and_then(|found| self.plan(address, found))
            }
            UnderWay::Write(changes) => {
                let stored = self.api.take_written(&changes, response);
                stored.and_then(|stored| self.written(&changes, stored))
            }
            UnderWay::Closing => self.api.take_closing(response),
        };
        match taken {
            Ok(()) => self.go_on(),
            Err(no) => {
                let reply = self.reply(response, no);
                self.end(reply)
            }
        }
    }

    fn hide(&mut self, given: Option<Secret>) {
        if let Some(secret) = given {
            self.hidden.add(secret.reveal());
        }
    }

    /// Decides what is written in the place of what was found.
    fn plan(&mut self, address: Publishable, found: Found) -> Result<(), No> {
        let (name, kind) = (self.hostname().clone(), address.family().record_type());
        let records = match found {
            Found::Further(what) => {
                self.further = Some((address, what));
                return Ok(());
            }
            Found::Records(records) => records,
        };
        match records.as_slice() {
            [] if self.create => self.to_write.push_back(Change { address, record: None }),
            [] => {
                let words = format!("{name} has no {kind} record, and it was not agreed that one is created");
                return Err(No::new(Means::NoSuchHost, words));
            }
            [record] => {
                self.proxied |= self.api.is_proxied(record);
                if record.content != Some(address.get()) {
                    self.to_write.push_back(Change { address, record: Some(record.clone()) });
                }
            }
            several => {
                let count = several.len();
                let words = format!("{name} has {count} {kind} records; it is not clear which one is the home's");
                return Err(No::new(Means::BadRequest, words));
            }
        }

        Ok(())
    }

    fn written(&mut self, changes: &[Change], stored: Option<IpAddr>) -> Result<(), No> {
        if let (Some(stored), [change]) = (stored, changes)
            && stored != change.address.get()
        {
            let words = format!("the provider says that it stored {stored}; {} was sent", change.address);
            return Err(No { stored: Some(stored), ..No::new(Means::Unknown, words) });
        }
        self.changed = true;

        Ok(())
    }

    fn reply(&self, response: &HttpResponse, no: No) -> Reply {
        // An answer that is no error may hold a token that was just made; then there are words of our own.
        let is_seen = no.words.is_none() || response.status >= 400;
        let answer = if is_seen { format!("HTTP {} {}", response.status, response.body) } else { String::new() };
        let exchange = Exchange { request: String::new(), answer: self.hidden.excerpt(&answer) };
        let message = match no.words {
            Some(words) => self.hidden.clean(&words),
            None => not_understood(response.status, &response.body, &self.hidden),
        };
        let retry_after = response
            .retry_after
            .as_deref()
            .filter(|_| matches!(no.means, Means::RateLimited | Means::ServerTrouble | Means::Unknown))
            .and_then(|value| wait::retry_after(value, response.date.as_deref(), self.api.subject().unix_time));

        Reply { retry_after, exchange, address: no.stored, ..Reply::with_message(no.means, message) }
    }

    fn refuse(&mut self, no: No) -> Step {
        let message = no.words.map(|words| self.hidden.clean(&words)).unwrap_or_default();

        self.end(Reply::with_message(no.means, message))
    }

    fn end(&mut self, reply: Reply) -> Step {
        self.end_with(BTreeMap::from([(self.hostname().clone(), Answer::Replied(reply))]))
    }

    fn end_with(&mut self, answers: BTreeMap<Hostname, Answer>) -> Step {
        self.ended = Some(answers.clone());

        Step::Done(answers)
    }
}

impl<A: Api> Conversation for Walk<A> {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        if let Some(answers) = &self.ended {
            return Step::Done(answers.clone());
        }
        match incoming {
            None => self.go_on(),
            Some(Incoming::Http(response)) => self.take(&response),
            Some(Incoming::Failed { trouble, sent }) => {
                let writing = matches!(self.under_way, UnderWay::Write(_));
                let answers =
                    failed(std::slice::from_ref(self.hostname()), &trouble, self.changed || (sent && writing));

                self.end_with(answers)
            }
            Some(Incoming::Dns(_)) => {
                self.refuse(No::new(Means::Unknown, "a DNS message came instead of an HTTP answer"))
            }
        }
    }
}

/// The names that can be the hostname's zone: itself and all above it, the longest first.
fn above(hostname: &Hostname) -> VecDeque<Hostname> {
    let plain = hostname.as_str().strip_prefix("*.").and_then(|rest| rest.parse().ok());

    std::iter::successors(Some(plain.unwrap_or_else(|| hostname.clone())), Hostname::parent).take(8).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::provider::special::Special;
    use crate::request::Secret;

    /// The catalogue refuses such a form before; here is the last place that can.
    #[test]
    fn a_name_outside_the_zone_is_never_sent_as_the_zone_itself() {
        let fields = [("access_key_id", "made-up-key-id"), ("zone", "example.com")];
        let secret = ("access_key_secret".to_owned(), Secret::new("made-up-secret"));
        let address: IpAddr = "192.0.2.1".parse().unwrap();
        let task = Task {
            hostnames: vec!["home.example.org".parse().unwrap()],
            addresses: crate::address::PerFamily { ipv4: Some(Publishable::typed(address)), ipv6: None },
            fields: fields.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect(),
            secrets: BTreeMap::from([secret]),
            create: true,
            keeping: crate::provider::Keeping::default(),
            message_id: 1,
            unix_time: 1_795_000_000,
        };

        let Step::Done(answers) = Special::Alibaba.begin(task).unwrap().step(None) else { panic!("a request is made") };
        let Some(Answer::Replied(reply)) = answers.into_values().next() else { panic!("no reply") };
        assert_eq!(reply.means, Means::BadRequest);
    }
}
