//! The conversation of a recipe: find the zone, read the record, change only what differs.
//!
//! All reads come before the first write. Each hostname and family is read by itself; where two reads are the same
//! request, it is sent once. A record that has the address already is not written. A missing record is created only where
//! the user agreed, and of several addresses of one name only the one that was published is changed. A request that is
//! refused ends the conversation.

mod ending;
mod settle;
mod several;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;
use std::sync::Arc;

use serde_json::Value;

use self::ending::odd;
use super::declared;
use super::pick::{self, Found, List};
use super::provider::Provider;
use super::rules::{Asked, judge};
use super::steps::{ReadStep, Steps};
use super::template::Values;
use crate::address::{Family, PerFamily, Publishable};
use crate::event::{Answer, Trouble};
use crate::hostname::Hostname;
use crate::provider::words::Hidden;
use crate::provider::{Conversation, HttpRequest, HttpResponse, Incoming, Keeping, Outgoing, Step, Task, failed};
use crate::reply::{Means, Reply};

/// The most requests of one conversation; the shell ends it after 20.
const MOST_REQUESTS: usize = 19;
/// The most pages of one list.
const MOST_PAGES: u32 = 5;

/// The update of one or several hostnames.
pub(super) struct Recipe {
    provider: Arc<Provider>,
    steps: Arc<Steps>,
    hostnames: Vec<Hostname>,
    create: bool,
    keeping: Keeping,
    unix_time: u64,
    hidden: Hidden,
    targets: Vec<Target>,
    /// What the session and the user gave, for every request.
    shared: Values,
    typed_zone: Option<Hostname>,
    reads: VecDeque<Read>,
    writes: Option<VecDeque<Write>>,
    under_way: UnderWay,
    /// Every list that was read: where two reads ask for the same, it is fetched once.
    lists: Vec<(HttpRequest, List)>,
    requests: usize,
    replies: BTreeMap<Hostname, Reply>,
    ended: Option<BTreeMap<Hostname, Answer>>,
}

/// One hostname and family.
struct Target {
    hostname: Hostname,
    address: Publishable,
    values: Values,
    exists: bool,
    state: State,
    /// Other addresses of the record, which stay.
    beside: Vec<IpAddr>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It is to be read, and written if it differs.
    Open,
    /// The address is there already.
    Same,
    /// The address was written.
    Changed,
}

/// A read that is still to be sent.
#[derive(Debug, Clone)]
enum Read {
    Session,
    /// The zone of a hostname, by these names.
    Zone(Hostname, VecDeque<Hostname>),
    /// The records of a target, by this step.
    Record(usize, usize),
}

/// A write that is still to be sent: the step, and the targets that it carries.
#[derive(Debug, Clone)]
struct Write {
    step: usize,
    targets: Vec<usize>,
}

enum UnderWay {
    Nothing,
    Read(Box<Listing>),
    Write(Write),
}

/// A read whose pages are being fetched.
struct Listing {
    read: Read,
    values: Values,
    first: HttpRequest,
    page: u32,
    mark: Option<String>,
    entries: Vec<Value>,
}

impl Recipe {
    pub(super) fn new(provider: Arc<Provider>, task: &Task, steps: &Arc<Steps>) -> Self {
        let shared = declared::values(&provider, task, PerFamily::default());
        let zone = task.fields.get("zone").filter(|zone| !zone.trim().is_empty());
        let typed_zone: Option<Hostname> = zone.and_then(|zone| zone.parse().ok());
        let mut targets = Vec::new();
        // What is of each hostname is not copied for each of them.
        let bare = Task { hostnames: Vec::new(), keeping: Keeping::default(), ..task.clone() };
        for hostname in &task.hostnames {
            for family in Family::BOTH.into_iter().filter(|family| *provider.families.get(*family)) {
                let Some(address) = *task.addresses.get(family) else {
                    continue;
                };
                let one = Task { hostnames: vec![hostname.clone()], ..bare.clone() };
                let sent = match family {
                    Family::Ipv4 => PerFamily { ipv4: Some(address), ipv6: None },
                    Family::Ipv6 => PerFamily { ipv4: None, ipv6: Some(address) },
                };
                let mut values = declared::values(&provider, &one, sent);
                if let Some(code) = steps.record_types.get(family.record_type()) {
                    values.texts.insert("record_code".to_owned(), code.clone());
                }
                // A write that cannot be read changes only what is there.
                let exists = steps.records.is_empty();
                targets.push(Target {
                    hostname: hostname.clone(),
                    address,
                    values,
                    exists,
                    state: State::Open,
                    beside: Vec::new(),
                });
            }
        }
        let mut recipe = Self {
            steps: Arc::clone(steps),
            hostnames: task.hostnames.clone(),
            create: task.create,
            keeping: task.keeping.clone(),
            unix_time: task.unix_time,
            hidden: Hidden::new(&task.secrets, &task.fields),
            targets,
            shared,
            typed_zone,
            reads: VecDeque::new(),
            writes: None,
            under_way: UnderWay::Nothing,
            lists: Vec::new(),
            requests: 0,
            replies: BTreeMap::new(),
            ended: None,
            provider,
        };
        recipe.plan_reads();

        recipe
    }

    fn plan_reads(&mut self) {
        let typed = |step: &ReadStep| step.capture.iter().all(|(key, _)| self.shared.texts.contains_key(key));
        if self.steps.session.as_ref().is_some_and(|step| !typed(step)) {
            self.reads.push_back(Read::Session);
        }
        let steps = Arc::clone(&self.steps);
        for hostname in self.hostnames.clone() {
            let of_zone = steps.zone_step(self.is_many());
            match (self.typed_zone.clone(), of_zone) {
                // Who knows the zone's name knows all that the step would tell.
                (Some(zone), None) => self.set_zone(&hostname, &zone),
                (Some(zone), Some(step)) if step.capture.is_empty() => self.set_zone(&hostname, &zone),
                (Some(zone), Some(_)) => self.reads.push_back(Read::Zone(hostname.clone(), VecDeque::from([zone]))),
                (None, None) => {} // The API has no zones.
                (None, Some(_)) => self.reads.push_back(Read::Zone(hostname.clone(), above(&hostname))),
            }
            for (index, _) in self.targets.iter().enumerate().filter(|(_, target)| target.hostname == hostname) {
                let count = steps.record_steps(self.is_many()).len();
                self.reads.extend((0..count).map(|step| Read::Record(index, step)));
            }
        }
    }

    /// The next request, or the end.
    fn go_on(&mut self) -> Step {
        while let Some(read) = self.reads.pop_front() {
            if let Some(step) = self.begin_read(read) {
                return step;
            }
        }
        if self.writes.is_none() {
            self.writes = Some(self.plan_writes());
        }
        while let Some(write) = self.writes.as_mut().and_then(VecDeque::pop_front) {
            if let Some(step) = self.begin_write(write) {
                return step;
            }
        }

        self.finish()
    }

    fn begin_read(&mut self, read: Read) -> Option<Step> {
        let steps = Arc::clone(&self.steps);
        let (step, mut values) = match &read {
            Read::Session => (steps.session.as_ref()?, self.shared.clone()),
            Read::Zone(..) => (steps.zone_step(self.is_many())?, self.shared.clone()),
            Read::Record(target, step) => {
                let target = self.targets.get(*target).filter(|target| target.state == State::Open)?;

                (steps.record_steps(self.is_many()).get(*step)?, self.with_shared(&target.values))
            }
        };
        let mut read = read;
        if let Read::Zone(hostname, candidates) = &mut read {
            if self.replies.contains_key(hostname) {
                return None;
            }
            if step.asks_by_name() {
                let Some(candidate) = candidates.pop_front() else {
                    let hostname = hostname.clone();
                    self.no_zone(&hostname);
                    return None;
                };
                values.texts.insert("candidate".to_owned(), candidate.to_string());
            }
        }
        let mut request = match step.request.fill(&values) {
            Ok(request) => request,
            Err(error) => return Some(self.stop(&error)),
        };
        request.reads_only = true;
        if let Some(page) = &step.page
            && let Some(first) = page.first
        {
            request = with_page(&request, &page.parameter, &first.to_string());
        }
        let listing = Listing { read, values, first: request.clone(), page: 0, mark: None, entries: Vec::new() };
        if let Some((_, list)) = self.lists.iter_mut().find(|(known, _)| *known == request) {
            let (entries, likely) = list.likely(step, &listing.values);
            return self.settle(listing, &found(&entries, &likely));
        }
        self.under_way = UnderWay::Read(Box::new(listing));

        Some(self.send(request))
    }

    /// Takes one page of a read; asks for the next, or settles it.
    fn take_read(&mut self, mut listing: Listing, response: &HttpResponse) -> Step {
        let steps = Arc::clone(&self.steps);
        let step = match listing.read {
            Read::Session => steps.session.as_ref(),
            Read::Zone(..) => steps.zone_step(self.is_many()),
            Read::Record(_, step) => steps.record_steps(self.is_many()).get(step),
        };
        let Some(step) = step else {
            return self.end_all(&odd("an answer came to no request"));
        };
        let (entries, likely) = match pick::read(step, response) {
            Found::Other => {
                let reply = self.refused(response);
                return self.end_reads(reply);
            }
            Found::Absent => Default::default(),
            Found::Entries(entries) => {
                let count = entries.len();
                listing.entries.extend(entries);
                if let Some(page) = &step.page {
                    listing.page += 1;
                    listing.mark = page.next.as_ref().and_then(|next| pick::next_mark(next, response));
                    let more =
                        listing.mark.is_some() || page.next.is_none() && page.size.is_some_and(|size| count >= size);
                    if more && listing.page >= MOST_PAGES {
                        return self.end_reads(odd("the list is too long to be read to its end"));
                    }
                    if more {
                        let number = if page.offset {
                            u64::try_from(listing.entries.len()).unwrap_or_default()
                                + u64::from(page.first.unwrap_or(0))
                        } else {
                            u64::from(page.first.unwrap_or(1)) + u64::from(listing.page)
                        };
                        let mark = listing.mark.clone().unwrap_or_else(|| number.to_string());
                        let request = with_page(&listing.first, &page.parameter, &mark);
                        self.under_way = UnderWay::Read(Box::new(listing));
                        return self.send(request);
                    }
                }
                let mut list = List::new(std::mem::take(&mut listing.entries));
                let likely = list.likely(step, &listing.values);
                self.lists.push((listing.first.clone(), list));
                likely
            }
        };

        self.settle(listing, &found(&entries, &likely)).unwrap_or_else(|| self.go_on())
    }

    fn begin_write(&mut self, write: Write) -> Option<Step> {
        let steps = Arc::clone(&self.steps);
        let step = steps.writes.get(write.step)?;
        let open: Vec<&Target> = write.targets.iter().filter_map(|index| self.targets.get(*index)).collect();
        if open.is_empty() || open.iter().all(|target| self.replies.contains_key(&target.hostname)) {
            return None;
        }
        let mut values = self.with_shared(&open.first()?.values);
        if let Some(item) = &step.item {
            let items = open.iter().filter_map(|target| item.fill(&self.with_shared(&target.values))).collect();
            values.json.insert("items".to_owned(), Value::Array(items));
        }
        match step.request.fill(&values) {
            Ok(request) => {
                self.under_way = UnderWay::Write(write);

                Some(self.send(request))
            }
            Err(error) => Some(self.stop(&error)),
        }
    }

    fn take_written(&mut self, write: &Write, response: &HttpResponse) -> Step {
        let mut sent = PerFamily::default();
        let mut beside = Vec::new();
        let mut hostnames: Vec<Hostname> = Vec::new();
        for target in write.targets.iter().filter_map(|index| self.targets.get(*index)) {
            *sent.get_mut(target.address.family()) = Some(target.address);
            beside.extend_from_slice(&target.beside);
            if !hostnames.contains(&target.hostname) {
                hostnames.push(target.hostname.clone());
            }
        }
        let asked =
            Asked { hostnames: &hostnames, sent, beside: &beside, hidden: &self.hidden, unix_time: self.unix_time };
        for (name, mut reply) in judge(&self.provider, response, &asked) {
            reply.alone |= hostnames.len() > 1 && reply.means.is_of_one();
            if reply.means.is_success() {
                let state = if reply.means == Means::Good { State::Changed } else { State::Same };
                for (index, target) in self.targets.iter_mut().enumerate() {
                    // Once changed is changed, whatever a following step says.
                    if write.targets.contains(&index) && target.hostname == name && target.state != State::Changed {
                        target.state = state;
                    }
                }
            } else {
                self.refuse(&name, reply);
            }
        }

        self.go_on()
    }

    /// What the reply rules say of an answer that is not what was read for. A success is none here.
    fn refused(&self, response: &HttpResponse) -> Reply {
        let one = self.hostnames.get(..1).unwrap_or_default();
        let sent = PerFamily::default();
        let asked = Asked { hostnames: one, sent, beside: &[], hidden: &self.hidden, unix_time: self.unix_time };
        let reply = judge(&self.provider, response, &asked).into_values().next();

        match reply {
            Some(reply) if reply.means.is_success() => odd("the answer does not hold what was asked for"),
            Some(reply) => reply,
            None => odd("the answer does not hold what was asked for"),
        }
    }

    /// The values of a target, with what the session gave.
    fn with_shared(&self, values: &Values) -> Values {
        let mut all = self.shared.clone();
        all.merge(values);

        all
    }

    fn send(&mut self, request: HttpRequest) -> Step {
        self.requests += 1;
        if self.requests > MOST_REQUESTS {
            return self.end_all(&odd("the update takes more requests than one conversation may have"));
        }

        Step::Send(Outgoing::Http(request))
    }

    fn is_many(&self) -> bool {
        self.hostnames.len() > 1
    }
}

impl Conversation for Recipe {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        if let Some(answers) = &self.ended {
            return Step::Done(answers.clone());
        }
        match (std::mem::replace(&mut self.under_way, UnderWay::Nothing), incoming) {
            (_, None) => self.go_on(),
            (UnderWay::Read(listing), Some(Incoming::Http(response))) => self.take_read(*listing, &response),
            (UnderWay::Write(write), Some(Incoming::Http(response))) => self.take_written(&write, &response),
            (under_way, Some(Incoming::Failed { trouble, sent })) => {
                let writing = matches!(under_way, UnderWay::Write(_));
                // A list that is too long is no trouble of the line.
                if matches!(trouble, Trouble::TooLong(_)) && !writing && self.is_many() {
                    return self.end_reads(odd("the provider's list is too long to be read"));
                }
                let changed = self.targets.iter().any(|target| target.state == State::Changed);
                let mut answers = failed(&self.hostnames, &trouble, changed || (sent && writing));
                answers.extend(self.replies.iter().map(|(name, reply)| (name.clone(), Answer::Replied(reply.clone()))));

                self.end(answers)
            }
            (_, Some(Incoming::Http(_))) => self.end_all(&odd("an answer came to no request")),
            (_, Some(Incoming::Dns(_))) => self.end_all(&odd("a DNS message came instead of an HTTP answer")),
        }
    }
}

/// The names that can be the hostname's zone: itself and all above it.
fn above(hostname: &Hostname) -> VecDeque<Hostname> {
    let plain = hostname.as_str().strip_prefix("*.").and_then(|rest| rest.parse().ok());

    std::iter::successors(Some(plain.unwrap_or_else(|| hostname.clone())), Hostname::parent).take(8).collect()
}

fn with_page(request: &HttpRequest, parameter: &str, value: &str) -> HttpRequest {
    let mut request = request.clone();
    let others: Vec<(String, String)> =
        request.url.query_pairs().into_owned().filter(|(key, _)| key != parameter).collect();
    request.url.query_pairs_mut().clear().extend_pairs(others).append_pair(parameter, value);

    request
}

fn found<'a>(entries: &'a [Value], places: &[usize]) -> Vec<&'a Value> {
    places.iter().filter_map(|place| entries.get(*place)).collect()
}
