//! What a recipe concludes from a whole read, and what it writes then.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use serde_json::Value;

use super::super::pick;
use super::super::steps::ReadStep;
use super::super::template::Values;
use super::ending::odd;
use super::{Listing, Read, Recipe, State, Write, several};
use crate::hostname::Hostname;
use crate::installation::Installation;
use crate::provider::Step;
use crate::reply::{Means, Reply};

impl Recipe {
    pub(super) fn set_zone(&mut self, hostname: &Hostname, zone: &Hostname) {
        let label = hostname.relative_to(zone).unwrap_or_default();
        let prefix = label.to_owned();
        let label = if label.is_empty() { self.steps.apex.clone() } else { prefix.clone() };
        for target in self.targets.iter_mut().filter(|target| target.hostname == *hostname) {
            target.values.texts.insert("zone".to_owned(), zone.to_string());
            for (key, text) in [("label", &label), ("prefix", &prefix)] {
                if !text.is_empty() {
                    target.values.texts.insert(key.to_owned(), text.clone());
                }
            }
        }
    }

    /// Draws the conclusions from a whole read. `None`: the conversation goes on.
    pub(super) fn settle(&mut self, listing: Listing, entries: &[&Value]) -> Option<Step> {
        let steps = Arc::clone(&self.steps);
        match listing.read {
            Read::Session => {
                let step = steps.session.as_ref()?;
                let Some(entry) = entries.iter().find(|entry| pick::fits(step, entry, &listing.values)) else {
                    return Some(self.end_all(&odd("the answer has nothing to go on with")));
                };
                let typed = self.shared.texts.clone();
                pick::capture(step, entry, &mut self.shared);
                for (key, _) in &step.capture {
                    if let Some(text) = typed.get(key) {
                        self.shared.texts.insert(key.clone(), text.clone());
                        self.shared.json.remove(key);
                    } else if let Some(text) = self.shared.texts.get(key) {
                        self.hidden.add(text);
                        self.shared.secrets.insert(key.clone());
                    }
                }
            }
            Read::Zone(hostname, candidates) => {
                let step = steps.zone_step(self.is_many())?;
                self.settle_zone(step, &hostname, candidates, entries, &listing.values);
            }
            Read::Record(index, number) => {
                let step = steps.record_steps(self.is_many()).get(number)?;
                self.settle_record(step, index, entries, &listing.values);
            }
        }

        None
    }

    fn settle_zone(
        &mut self,
        step: &ReadStep,
        hostname: &Hostname,
        candidates: VecDeque<Hostname>,
        entries: &[&Value],
        values: &Values,
    ) {
        let asked: Option<Hostname> = values.texts.get("candidate").and_then(|candidate| candidate.parse().ok());
        let wanted = self.typed_zone.as_ref().or(asked.as_ref());
        let fits = |name: &Hostname| wanted.map_or_else(|| hostname.is_within(name), |zone| zone == name);
        let found = match (&step.name, asked.clone()) {
            // The answer to a question for one name is about that name.
            (None, Some(asked)) => entries.first().map(|entry| (asked, *entry)),
            _ => pick::zone(step, entries, values, fits),
        };
        match found {
            Some((zone, entry)) => {
                let mut values = Values::default();
                pick::capture(step, entry, &mut values);
                for target in self.targets.iter_mut().filter(|target| target.hostname == *hostname) {
                    target.values.merge(&values);
                }
                self.set_zone(hostname, &zone);
            }
            None if asked.is_some() => self.reads.push_front(Read::Zone(hostname.clone(), candidates)),
            None => self.no_zone(hostname),
        }
    }

    pub(super) fn no_zone(&mut self, hostname: &Hostname) {
        let message =
            format!("the account has no zone for {hostname}, or its key may not read and edit that zone's DNS");
        self.refuse(hostname, Reply::with_message(Means::NoSuchHost, message));
    }

    fn settle_record(&mut self, step: &ReadStep, index: usize, entries: &[&Value], values: &Values) {
        let steps = Arc::clone(&self.steps);
        let minimum_ttl = self.provider.minimum_ttl.filter(|_| self.keeping.lower_ttl);
        let Some(target) = self.targets.get_mut(index) else {
            return;
        };
        let own_comment = self.keeping.installation.as_ref().map(Installation::comment);
        let kind = target.address.family().record_type();
        let mut own: Vec<&Value> = entries.iter().copied().filter(|entry| pick::fits(step, entry, values)).collect();
        let mut contents: Vec<String> = own.iter().flat_map(|entry| pick::contents(step, entry)).collect();
        let mut count = if step.content.is_some() { contents.len() } else { own.len() };
        let chosen;
        if count > 1 {
            let published = self.keeping.published(&target.hostname, target.address.family());
            let Some(found) = several::choose(step, &steps.writes, &own, published, target) else {
                let hostname = target.hostname.clone();
                let message = format!("{hostname} has {count} {kind} records; it is not clear which one is the home's");
                self.refuse(&hostname, Reply::with_message(Means::BadRequest, message));
                return;
            };
            chosen = found.entry;
            (own, contents, count) = (vec![&chosen], vec![found.old], 1);
        }
        if count == 0 && !self.create {
            let hostname = target.hostname.clone();
            let message = format!("{hostname} has no {kind} record, and it was not agreed that one is created");
            self.refuse(&hostname, Reply::with_message(Means::NoSuchHost, message));
        } else if let Some(entry) = own.first().filter(|_| count == 1) {
            target.exists = true;
            pick::capture(step, entry, &mut target.values);
            if let Some(minimum) = minimum_ttl {
                lower_ttl(&mut target.values, minimum);
            }
            let comment = step.owner.as_ref().and_then(|key| target.values.texts.get(key));
            let other = comment.and_then(|comment| self.keeping.other(comment));
            if let Some(other) = other.as_ref().filter(|_| !self.keeping.take_over) {
                let hostname = target.hostname.clone();
                let message = format!("another Homeport ({other}) keeps the {kind} record of {hostname}");
                self.refuse(&hostname, Reply::with_message(Means::NotYours, message));
                return;
            }
            if let (Some(_), Some(key), Some(comment)) = (&other, &step.owner, own_comment) {
                target.values.capture(key, &Value::String(comment));
            }
            if let Some(old) = contents.first() {
                target.values.capture("old", &Value::String(old.clone()));
                // What is taken over is written, so that its comment says so.
                if other.is_none() && pick::is_address(old, target.address.get()) {
                    target.state = State::Same;
                }
            }
        } else if let (Some(key), Some(comment)) = (&step.owner, own_comment) {
            target.values.capture(key, &Value::String(comment));
        }
    }

    /// The writes, in the order of the steps: one for each target, or one for all where the step takes items.
    pub(super) fn plan_writes(&self) -> VecDeque<Write> {
        let open = |index: &usize| {
            self.targets
                .get(*index)
                .is_some_and(|target| target.state == State::Open && !self.replies.contains_key(&target.hostname))
        };
        let open: Vec<usize> = (0..self.targets.len()).filter(open).collect();
        let mut writes = VecDeque::new();
        let mut alone: Vec<Write> = Vec::new();
        for (step, write) in self.steps.writes.iter().enumerate() {
            let fits = |index: &&usize| self.targets.get(**index).is_some_and(|target| write.is_for(target.exists));
            let targets: Vec<usize> = open.iter().filter(fits).copied().collect();
            if targets.is_empty() {
                continue;
            }
            if write.item.is_some() {
                // One write is about one zone.
                let mut zones: BTreeMap<Option<&String>, Vec<usize>> = BTreeMap::new();
                for index in targets {
                    let zone = self.targets.get(index).and_then(|target| target.values.texts.get("zone"));
                    zones.entry(zone).or_default().push(index);
                }
                writes.extend(zones.into_values().map(|targets| Write { step, targets }));
            } else {
                alone.extend(targets.into_iter().map(|target| Write { step, targets: vec![target] }));
            }
        }
        // All that concerns one target follows each other: what removes its old address comes right after the new one.
        alone.sort_by_key(|write| write.targets.first().copied());
        writes.extend(alone);

        writes
    }
}

/// Lowers the TTL that was read, as the user wants it. One that is not above the minimum stays.
fn lower_ttl(values: &mut Values, minimum: u32) {
    let found = values.texts.get("ttl").and_then(|ttl| ttl.trim().parse::<u32>().ok());
    if found.is_some_and(|found| found > minimum) {
        values.capture("ttl", &Value::from(minimum));
    }
}
