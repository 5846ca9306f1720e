//! What is written in the place of what was found: the same for one name and for many.
//!
//! An address that is there is not written. Of several addresses the one that was published is replaced. A missing record
//! is made only where the user agreed, and one that another installation keeps is left alone.

use std::net::IpAddr;

use serde_json::Value;

use super::no::No;
use super::walk::{Api, Change, Record, Several};
use crate::address::Publishable;
use crate::hostname::Hostname;
use crate::installation::Installation;
use crate::provider::beside::{Home, home_of};
use crate::provider::{Keeping, Task};
use crate::reply::Means;

/// What may be written, for every name of a task.
pub(super) struct Terms {
    create: bool,
    keeping: Keeping,
    /// The provider's shortest time to live, in seconds, where the user wants it.
    lower_to: Option<u32>,
}

/// What follows for one name and family.
pub(super) struct Decided {
    /// `None`: the address is there already.
    pub(super) change: Option<Change>,
    pub(super) proxied: bool,
    /// Other addresses of the name, which stay.
    pub(super) beside: Vec<IpAddr>,
}

impl Terms {
    pub(super) fn new(task: &Task, minimum_ttl: Option<u32>) -> Self {
        let lower_to = minimum_ttl.filter(|_| task.keeping.lower_ttl);

        Self { create: task.create, keeping: task.keeping.clone(), lower_to }
    }

    pub(super) fn decide(
        &self,
        api: &impl Api,
        name: &Hostname,
        address: Publishable,
        records: &[Record],
    ) -> Result<Decided, No> {
        let kind = address.family().record_type();
        let own_comment = || self.keeping.installation.as_ref().map(Installation::comment);
        let (record, is_there, others) = match records {
            [] if self.create => {
                let change = Change { address, record: None, beside: Vec::new(), comment: own_comment() };
                return Ok(Decided { change: Some(change), proxied: false, beside: Vec::new() });
            }
            [] => {
                let words = format!("{name} has no {kind} record, and it was not agreed that one is created");
                return Err(No::new(Means::NoSuchHost, words));
            }
            [record] => (record, record.content == Some(address.get()), Vec::new()),
            several => self.of_several(api.several(), name, address, several).ok_or_else(|| {
                let count = several.len();
                let words = format!("{name} has {count} {kind} records; it is not clear which one is the home's");

                No::new(Means::BadRequest, words)
            })?,
        };
        let other = api.comment(record).and_then(|comment| self.keeping.other(comment));
        if let Some(other) = other.as_ref().filter(|_| !self.keeping.take_over) {
            let words = format!("another Homeport ({other}) keeps the {kind} record of {name}");
            return Err(No::new(Means::NotYours, words));
        }
        // What is taken over is written, so that its comment says so.
        let change = (!is_there || other.is_some()).then(|| Change {
            address,
            record: Some(self.lowered(api, record)),
            beside: if api.several() == Several::AsSet { others.clone() } else { Vec::new() },
            comment: other.and_then(|_| own_comment()),
        });

        Ok(Decided { change, proxied: api.is_proxied(record), beside: others })
    }

    /// The record that is the home's, whether it has the address already, and the others' addresses.
    fn of_several<'a>(
        &self,
        several: Several,
        name: &Hostname,
        address: Publishable,
        records: &'a [Record],
    ) -> Option<(&'a Record, bool, Vec<IpAddr>)> {
        let wanted = address.get();
        let found: Vec<Option<IpAddr>> = records.iter().map(|record| record.content).collect();
        let home = home_of(&found, self.keeping.published(name, address.family()), wanted)?;
        let place = match home {
            Home::There => found.iter().position(|found| *found == Some(wanted))?,
            Home::At(place) => place,
        };
        let is_one_set = records.iter().all(|record| Some(&record.id) == records.first().map(|first| &first.id));
        let possible = match (home, several) {
            (Home::There, _) => true,
            (Home::At(_), Several::Refused) => false,
            // A second record with the same address is refused by some, and stays behind at others.
            (Home::At(_), Several::ById) => !found.contains(&Some(wanted)),
            (Home::At(_), Several::AsSet) => is_one_set,
        };
        // An address that cannot be read cannot be written back.
        let others: Vec<IpAddr> = found
            .iter()
            .enumerate()
            .filter(|(index, found)| *index != place && **found != Some(wanted))
            .map(|(_, found)| *found)
            .collect::<Option<_>>()?;

        possible.then_some((records.get(place)?, home == Home::There, others))
    }

    /// The record as it was read, with its time to live lowered where the user wants that.
    fn lowered(&self, api: &impl Api, record: &Record) -> Record {
        let mut record = record.clone();
        let Some((minimum, key)) = self.lower_to.zip(api.ttl_key()) else { return record };
        if let Some(ttl) = record.kept.get_mut(key)
            && ttl.as_u64().or_else(|| ttl.as_str()?.parse().ok()).is_some_and(|found| found > u64::from(minimum))
        {
            // In the form in which the provider writes it.
            *ttl = if ttl.is_string() { Value::from(minimum.to_string()) } else { Value::from(minimum) };
        }

        record
    }
}
