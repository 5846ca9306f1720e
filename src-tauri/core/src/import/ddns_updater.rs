//! config.json of ddns-updater: under `settings` one object for each name, or for several with a comma between them.

use serde_json::{Map, Value};

use super::ImportError;
use super::found::{Entry, Found, Why};
use super::newfuture::{lines_of, parse, plain};
use crate::address::PerFamily;

pub(super) fn read(text: &str) -> Result<Found, ImportError> {
    let root = parse(text)?;
    let mut found = Found::default();
    let empty = Vec::new();
    let entries = root.get("settings").and_then(Value::as_array).unwrap_or(&empty);
    let mut lines = lines_of(text);
    for value in entries {
        if found.is_full() {
            break;
        }
        if let Some(object) = value.as_object() {
            entry(&mut found, object, &mut lines);
        }
    }

    Ok(found)
}

fn entry(found: &mut Found, object: &Map<String, Value>, line_of: &mut impl FnMut(&str) -> usize) {
    let get = |key: &str| object.get(key).and_then(plain).unwrap_or_default();
    let domain = get("domain");
    let line = line_of(&domain);
    let mut entry = Entry::new(line, get("provider").trim());
    let owner = Some(get("owner")).filter(|owner| !owner.is_empty()).unwrap_or_else(|| get("host"));
    if owner.is_empty() {
        domain.split(',').for_each(|name| entry.name(name));
    } else {
        // Before version 2.6 the name was in two parts.
        entry.word("zone", &domain);
        for owner in owner.split(',').map(str::trim) {
            entry.name(&if owner == "@" { domain.clone() } else { format!("{owner}.{domain}") });
        }
    }
    let version = get("ip_version");
    entry.enabled = PerFamily {
        ipv4: version.is_empty() || version.contains('4'),
        ipv6: version.is_empty() || version.contains('6'),
    };
    for (key, value) in object {
        let Some(text) = plain(value) else { continue };
        match key.as_str() {
            "provider" | "domain" | "host" | "owner" | "ip_version" => {}
            "ipv6_suffix" if text.is_empty() || text == "::/128" => {}
            "ipv6_suffix" => found.remark(line, key, Why::OPTION),
            "proxied" | "wildcard" if text == "true" => found.remark(line, key, Why::OPTION),
            "proxied" | "wildcard" | "provider_ip" => {}
            "url" => {
                let rest = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
                entry.server = Some(rest.split(['/', '?']).next().unwrap_or_default().to_owned());
            }
            _ => entry.word(key, &text),
        }
    }
    found.entry(entry);
}
