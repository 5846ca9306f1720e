//! Picks out of a JSON answer what a reading step looks for.

use std::net::IpAddr;

use serde_json::Value;

use super::rules::text_at;
use super::steps::ReadStep;
use super::template::Values;
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
            Some(Value::Array(entries)) => Found::Entries(entries.clone()),
            Some(Value::Null) => Found::Entries(Vec::new()),
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
        let found = text_at(Some(entry), pointer).filter(|text| text != "null").unwrap_or_default();
        texts.iter().any(|text| {
            let wanted = text.fill_plain(values).unwrap_or_default();
            plain(&found).eq_ignore_ascii_case(plain(&wanted))
        })
    })
}

/// Names in DNS are the same with and without their final dot.
fn plain(name: &str) -> &str {
    name.strip_suffix('.').unwrap_or(name)
}

/// The longest zone of the list that the hostname lies in.
pub(super) fn zone<'a>(
    step: &ReadStep,
    entries: &'a [Value],
    values: &Values,
    fits_name: impl Fn(&Hostname) -> bool,
) -> Option<(Hostname, &'a Value)> {
    let pointer = step.name.as_deref()?;
    let zones = entries.iter().filter(|entry| fits(step, entry, values)).filter_map(|entry| {
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
