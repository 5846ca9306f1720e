//! Many names of one account in the fewest requests: the zones as one list, the records of each zone as one list, and
//! everything that differs in one write.
//!
//! What is to be written is decided for each name by itself, so a name that is refused stays out of the write. A write that
//! is refused as a whole says nothing of each of its names: they are sent alone, once.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;

use crate::address::{Family, PerFamily, Publishable};
use crate::event::{Answer, Trouble};
use crate::hostname::Hostname;
use crate::provider::special::decide::Terms;
use crate::provider::special::no::No;
use crate::provider::special::walk::{Api, Change, Record, Zone};
use crate::provider::words::Hidden;
use crate::provider::{Conversation, HttpRequest, HttpResponse, Incoming, Outgoing, Step, Task, failed};
use crate::reply::{Means, Reply};

/// The most requests of one conversation; the shell ends it after 20.
const MOST_REQUESTS: usize = 19;

/// One address of a list, or why it is not this client's to change.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Listed {
    pub(super) name: Hostname,
    pub(super) family: Family,
    pub(super) record: Result<Record, No>,
}

/// An API that can list a zone and write many records at once, and needs no request before the first or after the last. A
/// page is `None` at first, and then what the answer before named.
pub(super) trait Bulk: Api {
    fn list_zones(&mut self, page: Option<&str>) -> Option<HttpRequest>;

    fn take_zones(&self, response: &HttpResponse) -> Result<(Vec<Zone>, Option<String>), No>;

    /// `family`: only records of this one are needed.
    fn list_records(&mut self, zone: &Zone, family: Option<Family>, page: Option<&str>) -> Option<HttpRequest>;

    fn take_list(&self, response: &HttpResponse) -> Result<(Vec<Listed>, Option<String>), No>;

    /// The most changes of one write.
    fn most_changes(&self) -> usize;

    fn write_all(&mut self, zone: &Zone, changes: &[(Hostname, Change)]) -> Option<HttpRequest>;

    /// Proves that each change was carried out.
    fn take_all(&self, changes: &[(Hostname, Change)], response: &HttpResponse) -> Result<(), No>;
}

/// The names that lie in one zone, and what is known of its records.
struct Group {
    zone: Zone,
    names: Vec<Hostname>,
    listed: Vec<Listed>,
}

struct Write {
    zone: Zone,
    changes: Vec<(Hostname, Change)>,
}

enum UnderWay {
    Nothing,
    Zones(Vec<Zone>),
    List(Group),
    Write(Write),
}

/// The update of several hostnames.
pub(super) struct Sweep<A> {
    api: A,
    terms: Terms,
    hidden: Hidden,
    names: Vec<Hostname>,
    addresses: PerFamily<Option<Publishable>>,
    /// The zones were found.
    grouped: bool,
    groups: VecDeque<Group>,
    writes: VecDeque<Write>,
    under_way: UnderWay,
    requests: usize,
    /// What became of the names that are through.
    done: BTreeMap<Hostname, Means>,
    proxied: Vec<Hostname>,
    beside: BTreeMap<Hostname, Vec<IpAddr>>,
    refused: BTreeMap<Hostname, Reply>,
    ended: Option<BTreeMap<Hostname, Answer>>,
}

impl<A: Bulk> Sweep<A> {
    pub(super) fn new(task: &Task, api: A, minimum_ttl: Option<u32>) -> Self {
        let names = task.hostnames.clone();
        let known = api.known_zone();
        let grouped = known.is_some();
        let groups = known.map(|zone| Group { zone, names: names.clone(), listed: Vec::new() });

        Self {
            api,
            terms: Terms::new(task, minimum_ttl),
            hidden: Hidden::new(&task.secrets, &task.fields),
            names,
            addresses: task.addresses,
            grouped,
            groups: groups.into_iter().collect(),
            writes: VecDeque::new(),
            under_way: UnderWay::Nothing,
            requests: 0,
            done: BTreeMap::new(),
            proxied: Vec::new(),
            beside: BTreeMap::new(),
            refused: BTreeMap::new(),
            ended: None,
        }
    }

    fn go_on(&mut self) -> Step {
        if !self.grouped {
            return self.list_zones(Vec::new(), None);
        }
        if let Some(group) = self.groups.pop_front() {
            return self.list_records(group, None);
        }
        if let Some(write) = self.writes.pop_front() {
            let request = self.api.write_all(&write.zone, &write.changes);
            return self.send(UnderWay::Write(write), request);
        }

        self.finish()
    }

    fn list_zones(&mut self, zones: Vec<Zone>, page: Option<&str>) -> Step {
        let request = self.api.list_zones(page);

        self.send(UnderWay::Zones(zones), request)
    }

    fn list_records(&mut self, group: Group, page: Option<&str>) -> Step {
        let family = match (self.addresses.ipv4, self.addresses.ipv6) {
            (Some(_), None) => Some(Family::Ipv4),
            (None, Some(_)) => Some(Family::Ipv6),
            _ => None,
        };
        let request = self.api.list_records(&group.zone, family, page);

        self.send(UnderWay::List(group), request)
    }

    fn send(&mut self, under_way: UnderWay, request: Option<HttpRequest>) -> Step {
        self.requests += 1;
        let Some(request) = request else {
            return self.stop(&No::new(Means::Unknown, "the provider's answer led to no valid address"));
        };
        if self.requests > MOST_REQUESTS {
            return self.stop(&No::new(Means::Unknown, "the lists are too long to be read to their end"));
        }
        self.under_way = under_way;

        Step::Send(Outgoing::Http(request))
    }

    fn take(&mut self, response: &HttpResponse) -> Step {
        match std::mem::replace(&mut self.under_way, UnderWay::Nothing) {
            UnderWay::Nothing => self.stop(&No::new(Means::Unknown, "an answer came to no request")),
            UnderWay::Zones(mut zones) => match self.api.take_zones(response) {
                Ok((more, page)) => {
                    zones.extend(more);
                    if page.is_some() {
                        return self.list_zones(zones, page.as_deref());
                    }
                    self.group(&zones);
                    self.go_on()
                }
                Err(no) => self.refuse_rest(response, &no),
            },
            UnderWay::List(mut group) => match self.api.take_list(response) {
                Ok((more, page)) => {
                    group.listed.extend(more.into_iter().filter(|listed| group.names.contains(&listed.name)));
                    if page.is_some() {
                        return self.list_records(group, page.as_deref());
                    }
                    self.plan(&group);
                    self.go_on()
                }
                Err(no) => self.refuse_rest(response, &no),
            },
            UnderWay::Write(write) => match self.api.take_all(&write.changes, response) {
                Ok(()) => {
                    self.done.extend(write.changes.into_iter().map(|(name, _)| (name, Means::Good)));
                    self.go_on()
                }
                Err(no) if no.means().is_of_one() => {
                    let reply = Reply { alone: true, ..self.reply(response, &no) };
                    for (name, _) in write.changes {
                        self.refused.entry(name).or_insert_with(|| reply.clone());
                    }
                    self.go_on()
                }
                Err(no) => self.refuse_rest(response, &no),
            },
        }
    }

    /// Puts every name to its zone: the longest that it lies in, or the one that the user typed.
    fn group(&mut self, zones: &[Zone]) {
        self.grouped = true;
        let typed = self.api.subject().zone.clone();
        for name in self.names.clone() {
            let fits =
                |zone: &&Zone| name.is_within(&zone.name) && typed.as_ref().is_none_or(|typed| *typed == zone.name);
            let Some(zone) = zones.iter().filter(fits).max_by_key(|zone| zone.name.as_str().len()) else {
                let words = format!("the account has no zone for {name}, or the key may not see it");
                self.refuse(&name, &No::new(Means::NoSuchHost, words));
                continue;
            };
            if zones.iter().filter(|other| other.name == zone.name).count() > 1 {
                let words =
                    format!("the account has several zones called {}; enter the id of the right one", zone.name);
                self.refuse(&name, &No::new(Means::BadRequest, words));
                continue;
            }
            if let Some(group) = self.groups.iter_mut().find(|group| group.zone == *zone) {
                group.names.push(name);
            } else {
                self.groups.push_back(Group { zone: zone.clone(), names: vec![name], listed: Vec::new() });
            }
        }
    }

    fn plan(&mut self, group: &Group) {
        let mut writes: Vec<Vec<(Hostname, Change)>> = vec![Vec::new()];
        for name in &group.names {
            let mut changes = Vec::new();
            for address in [self.addresses.ipv4, self.addresses.ipv6].into_iter().flatten() {
                let own =
                    group.listed.iter().filter(|listed| listed.name == *name && listed.family == address.family());
                let records: Result<Vec<Record>, No> = own.map(|listed| listed.record.clone()).collect();
                match records.and_then(|records| self.terms.decide(&self.api, name, address, &records)) {
                    Ok(decided) => {
                        if decided.proxied {
                            self.proxied.push(name.clone());
                        }
                        self.beside.entry(name.clone()).or_default().extend(decided.beside);
                        changes.extend(decided.change.map(|change| (name.clone(), change)));
                    }
                    Err(no) => self.refuse(name, &no),
                }
            }
            // A name of which one family is refused is left as it is.
            if self.refused.contains_key(name) {
                continue;
            }
            if changes.is_empty() {
                self.done.insert(name.clone(), Means::Unchanged);
            }
            // Both families of a name go into the same write, so that a name is through or not.
            match writes.last_mut() {
                Some(write) if write.len() + changes.len() <= self.api.most_changes() => write.extend(changes),
                _ => writes.push(changes),
            }
        }
        let writes = writes.into_iter().filter(|changes| !changes.is_empty());
        self.writes.extend(writes.map(|changes| Write { zone: group.zone.clone(), changes }));
    }

    fn refuse(&mut self, name: &Hostname, no: &No) {
        let reply = Reply::with_message(no.means(), self.hidden.clean(no.words()));
        self.refused.entry(name.clone()).or_insert(reply);
    }

    /// Nothing further can be read or written. A name by itself may still go, where it was the list that failed.
    fn refuse_rest(&mut self, response: &HttpResponse, no: &No) -> Step {
        let reply = Reply { alone: no.means().is_of_one(), ..self.reply(response, no) };

        self.end_rest(&reply)
    }

    fn stop(&mut self, no: &No) -> Step {
        let reply = Reply { alone: true, ..Reply::with_message(no.means(), self.hidden.clean(no.words())) };

        self.end_rest(&reply)
    }

    fn end_rest(&mut self, reply: &Reply) -> Step {
        for name in self.names.iter().filter(|name| !self.done.contains_key(name)) {
            self.refused.entry(name.clone()).or_insert_with(|| reply.clone());
        }

        self.finish()
    }

    fn reply(&self, response: &HttpResponse, no: &No) -> Reply {
        no.reply(response, &self.hidden, self.api.subject().unix_time)
    }

    fn finish(&mut self) -> Step {
        let answers = self.names.iter().map(|name| (name.clone(), self.answer(name))).collect();

        self.end(answers)
    }

    fn answer(&self, name: &Hostname) -> Answer {
        Answer::Replied(self.refused.get(name).cloned().unwrap_or_else(|| {
            let means = self.done.get(name).copied().unwrap_or(Means::Unknown);
            let beside = self.beside.get(name).cloned().unwrap_or_default();

            Reply { proxied: self.proxied.contains(name), beside, ..Reply::plain(means) }
        }))
    }

    fn end(&mut self, answers: BTreeMap<Hostname, Answer>) -> Step {
        self.ended = Some(answers.clone());

        Step::Done(answers)
    }

    /// No answer came. What was written before stays written, and what was refused before stays refused.
    fn fail(&mut self, trouble: &Trouble, sent: bool) -> Step {
        let under_way = std::mem::replace(&mut self.under_way, UnderWay::Nothing);
        // A list that is too long is no trouble of the line.
        if matches!(trouble, Trouble::TooLong(_)) && !matches!(under_way, UnderWay::Write(_)) {
            return self.stop(&No::new(Means::Unknown, "the provider's list is too long to be read"));
        }
        let mut answers = failed(&self.names, trouble, false);
        if let UnderWay::Write(write) = under_way {
            let written: Vec<Hostname> = write.changes.into_iter().map(|(name, _)| name).collect();
            answers.extend(failed(&written, trouble, sent));
        }
        let through = self.names.iter().filter(|name| self.done.contains_key(name) || self.refused.contains_key(name));
        answers.extend(through.map(|name| (name.clone(), self.answer(name))));

        self.end(answers)
    }
}

impl<A: Bulk> Conversation for Sweep<A> {
    fn step(&mut self, incoming: Option<Incoming>) -> Step {
        if let Some(answers) = &self.ended {
            return Step::Done(answers.clone());
        }
        match incoming {
            None => self.go_on(),
            Some(Incoming::Http(response)) => self.take(&response),
            Some(Incoming::Failed { trouble, sent }) => self.fail(&trouble, sent),
            Some(Incoming::Dns(_)) => {
                self.stop(&No::new(Means::Unknown, "a DNS message came instead of an HTTP answer"))
            }
        }
    }
}
