//! Picks out of a JSON answer what a reading step looks for.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::sync::Arc;

use serde_json::Value;

use super::rules::text_at;
use super::steps::ReadStep;
use super::template::{Template, Values};
use crate::hostname::Hostname;
use crate::provider::HttpResponse;

/// The longest value that is captured, in bytes as JSON.
const LONGEST: usize = 16 * 1024;

/// What an answer to a read is.
#[derive(Debug)]
pub(super) enum Found {
    /// The list's entries; the answer itself where there is no list.
    Entries(Vec<Value>),
    /// There is none, as the provider says it.
    Absent,
    /// Not what was asked for: the reply rules say what it means.
    Other,
}

/// Reads an answer.
pub(super) fn read(step: &ReadStep, response: &HttpResponse) -> Found {
    let json: Option<Value> = serde_json::from_str(&response.body).ok();
    let holds = |pairs: &[(String, String)]| {
        pairs.iter().all(|(pointer, text)| text_at(json.as_ref(), pointer).as_ref() == Some(text))
    };
    // A web page with the right status is no word of the API.
    let readable = json.is_some() || response.body.trim().is_empty();
    let absent = step.absent.iter().any(|absent| {
        absent.status.is_none_or(|status| status == response.status)
            && (readable || !absent.json.is_empty())
            && holds(&absent.json)
    });
    if absent {
        return Found::Absent;
    }
    if !(200..300).contains(&response.status) || !holds(&step.ok) {
        return Found::Other;
    }
    match (&step.list, json) {
        (_, None) => Found::Other,
        (None, Some(answer @ Value::Object(_))) => Found::Entries(vec![answer]),
        (None, Some(_)) => Found::Other,
        (Some(list), Some(answer)) => match answer.pointer(list) {
            Some(Value::Object(members)) if step.map => {
                // An error is an object too, and its members are texts.
                let whole = members.values().all(Value::is_object);
                if whole { Found::Entries(members.values().cloned().collect()) } else { Found::Other }
            }
            Some(Value::Array(entries)) => Found::Entries(entries.clone()),
            Some(Value::Null) => Found::Entries(Vec::new()),
            // The answer is proved by `ok`; an empty list is left out.
            None if !step.ok.is_empty() => Found::Entries(Vec::new()),
            // Some APIs write a list of one as the one alone.
            Some(entry @ Value::Object(_)) if !list.is_empty() => Found::Entries(vec![entry.clone()]),
            _ => Found::Other,
        },
    }
}

/// The mark of the next page, where the answer has one.
pub(super) fn next_mark(pointer: &str, response: &HttpResponse) -> Option<String> {
    let json: Value = serde_json::from_str(&response.body).ok()?;

    text_at(Some(&json), pointer).filter(|mark| !matches!(mark.as_str(), "" | "null" | "0" | "false"))
}

/// Whether an entry is one of those that the step looks for.
pub(super) fn fits(step: &ReadStep, entry: &Value, values: &Values) -> bool {
    step.filter.iter().all(|(pointer, texts)| {
        let found = found_at(entry, pointer);

        texts.iter().any(|text| found == wanted_by(text, values))
    })
}

fn found_at(entry: &Value, pointer: &str) -> String {
    plain(&text_at(Some(entry), pointer).filter(|text| text != "null").unwrap_or_default())
}

fn wanted_by(text: &Template, values: &Values) -> String {
    plain(&text.fill_plain(values).unwrap_or_default())
}

/// Names in DNS are the same with and without their final dot, and in small letters.
fn plain(name: &str) -> String {
    name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase()
}

/// A list that was read, in which a step finds what it looks for without going through all of it: a list of a zone's
/// records is long, and each of the zone's hostnames looks for its own.
#[derive(Debug)]
pub(super) struct List {
    entries: Arc<[Value]>,
    /// Where a text stands, by the pointer at which it was looked for.
    places: BTreeMap<String, BTreeMap<String, Vec<usize>>>,
}

impl List {
    pub(super) fn new(entries: Vec<Value>) -> Self {
        Self { entries: entries.into(), places: BTreeMap::new() }
    }

    /// The list, and the places of all that the step may be looking for: [`fits`] says of each whether it is.
    pub(super) fn likely(&mut self, step: &ReadStep, values: &Values) -> (Arc<[Value]>, Vec<usize>) {
        let entries = Arc::clone(&self.entries);
        let Some((pointer, texts)) = step.filter.first() else {
            let all = (0..entries.len()).collect();
            return (entries, all);
        };
        let places = self.places.entry(pointer.clone()).or_insert_with(|| {
            let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (place, entry) in entries.iter().enumerate() {
                places.entry(found_at(entry, pointer)).or_default().push(place);
            }
            places
        });
        let wanted: BTreeSet<String> = texts.iter().map(|text| wanted_by(text, values)).collect();
        let mut likely: Vec<usize> = wanted.iter().filter_map(|text| places.get(text)).flatten().copied().collect();
        likely.sort_unstable();

        (entries, likely)
    }
}

/// The longest zone of the list that the hostname lies in.
pub(super) fn zone<'a>(
    step: &ReadStep,
    entries: &[&'a Value],
    values: &Values,
    fits_name: impl Fn(&Hostname) -> bool,
) -> Option<(Hostname, &'a Value)> {
    let pointer = step.name.as_deref()?;
    let zones = entries.iter().copied().filter(|entry| fits(step, entry, values)).filter_map(|entry| {
        let name: Hostname = text_at(Some(entry), pointer)?.parse().ok()?;

        fits_name(&name).then_some((name, entry))
    });

    zones.max_by_key(|(name, _)| name.as_str().len())
}

/// What the records of a name hold: the text of each address.
pub(super) fn contents(step: &ReadStep, entry: &Value) -> Vec<String> {
    let Some(content) = step.content.as_deref().and_then(|pointer| entry.pointer(pointer)) else {
        return Vec::new();
    };
    let one = |value: &Value| text_at(Some(value), &step.value).unwrap_or_default();
    match content {
        Value::Array(values) => values.iter().map(one).collect(),
        Value::Null => Vec::new(),
        value => vec![one(value)],
    }
}

/// Whether a text is this address, in whatever way it is written.
pub(super) fn is_address(text: &str, address: IpAddr) -> bool {
    text.trim().parse::<IpAddr>().is_ok_and(|found| found == address)
}

/// Captures the values of an entry. A value that is missing stays missing: its slot is left out.
pub(super) fn capture(step: &ReadStep, entry: &Value, values: &mut Values) {
    for (key, pointer) in &step.capture {
        if let Some(value) =
            entry.pointer(pointer).filter(|value| !value.is_null() && value.to_string().len() <= LONGEST)
        {
            values.capture(key, value);
        }
    }
}
