//! config.json of `NewFuture/DDNS`: one account (versions 2.8 to 4.0), or several under `providers` (4.1).

use serde_json::{Map, Value};

use super::ImportError;
use super::found::{Entry, Found, Why};
use super::lines;
use crate::address::Family;

/// JSON, with comments to the end of the line outside of texts.
pub(super) fn parse(text: &str) -> Result<Map<String, Value>, ImportError> {
    let clean = zeroize::Zeroizing::new(without_comments(text));
    // Deeper than 128 levels is refused by the parser.
    match serde_json::from_str::<Value>(&clean) {
        Ok(Value::Object(root)) => Ok(root),
        Ok(_) => Err(ImportError::Syntax { line: 1, problem: "it is not an object" }),
        Err(error) => Err(ImportError::Syntax { line: error.line(), problem: "it is not JSON" }),
    }
}

fn without_comments(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let (mut quoted, mut escaped) = (false, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let comment = letter == '#' || (letter == '/' && letters.peek() == Some(&'/'));
        if comment && !quoted {
            while letters.next_if(|next| *next != '\n').is_some() {}
            continue;
        }
        quoted ^= letter == '"' && !escaped;
        escaped = quoted && letter == '\\' && !escaped;
        clean.push(letter);
    }

    clean
}

/// A text, number or switch as text.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(switch) => Some(switch.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Finds the lines of names: JSON's parser does not tell them. They are asked for in their order, mostly.
pub(super) fn lines_of(text: &str) -> impl FnMut(&str) -> usize {
    let (mut from, mut line) = (0, 1);

    move |name| {
        let wanted = format!("\"{name}\"");
        // At most one way through the file for all names together: what stands further up stays without a line.
        let Some(at) = text.get(from..).and_then(|rest| rest.find(&wanted)) else { return 0 };
        line += text[from..from + at].bytes().filter(|byte| *byte == b'\n').count();
        from += at;

        line
    }
}

pub(super) fn read(text: &str) -> Result<Found, ImportError> {
    let root = parse(text)?;
    let mut found = Found::default();
    let mut lines = lines_of(text);
    match root.get("providers").and_then(Value::as_array) {
        Some(providers) => {
            for provider in providers.iter().filter_map(Value::as_object) {
                if found.is_full() {
                    break;
                }
                // What an entry does not say, the top says.
                account(&mut found, &|key| provider.get(key).or_else(|| root.get(key)), &mut lines);
                options(&mut found, provider);
            }
        }
        None => account(&mut found, &|key| root.get(key), &mut lines),
    }
    options(&mut found, &root);

    Ok(found)
}

fn account<'a>(found: &mut Found, get: &dyn Fn(&str) -> Option<&'a Value>, line_of: &mut impl FnMut(&str) -> usize) {
    let text = |key: &str| get(key).and_then(plain).unwrap_or_default();
    let provider = Some(text("provider")).filter(|name| !name.is_empty()).unwrap_or_else(|| text("dns"));
    for family in Family::BOTH {
        let (names, index) = match family {
            Family::Ipv4 => ("ipv4", "index4"),
            Family::Ipv6 => ("ipv6", "index6"),
        };
        let names = texts(get(names));
        if names.is_empty() || get(index) == Some(&Value::Bool(false)) {
            continue;
        }
        detection(found, index, get(index));
        for name in names {
            if found.is_full() {
                return;
            }
            let mut entry = Entry::new(line_of(&name), provider.trim());
            // `www~example.org` says where the zone begins.
            match name.split_once(['~', '+']) {
                Some((label, zone)) => {
                    entry.word("zone", zone);
                    entry.name(&if matches!(label, "" | "@") { zone.to_owned() } else { format!("{label}.{zone}") });
                }
                None => entry.name(name.strip_prefix("@.").unwrap_or(&name)),
            }
            for key in ["id", "token", "ttl", "email", "secret"] {
                entry.word(key, &text(key));
            }
            entry.server = callback(&provider, &text("id"));
            entry.enabled.ipv4 = family == Family::Ipv4;
            entry.enabled.ipv6 = family == Family::Ipv6;
            found.entry(entry);
        }
    }
}

/// The host of an address of the user's own, which stands where others have an id.
pub(super) fn callback(provider: &str, id: &str) -> Option<String> {
    if !matches!(provider, "callback" | "webhook" | "http") {
        return None;
    }

    url::Url::parse(id).ok()?.host_str().map(ToOwned::to_owned)
}

fn options(found: &mut Found, object: &Map<String, Value>) {
    for (key, value) in object {
        match (key.as_str(), value) {
            ("endpoint" | "line" | "extra", Value::String(text)) if !text.is_empty() => {
                found.remark(0, key, Why::OPTION);
            }
            ("proxy", Value::Array(_)) => found.remark(0, key, Why::PROXY),
            (key, value) => {
                lines::common(found, 0, key, &plain(value).unwrap_or_default());
            }
        }
    }
}

fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => {
            text.split([',', ';', ' ']).map(str::trim).filter(|name| !name.is_empty()).map(ToOwned::to_owned).collect()
        }
        Some(Value::Array(values)) => values.iter().filter_map(plain).collect(),
        _ => Vec::new(),
    }
}

fn detection(found: &mut Found, key: &str, index: Option<&Value>) {
    let ways = match index {
        Some(Value::Array(ways)) => ways.iter().filter_map(plain).collect(),
        Some(way) => plain(way).into_iter().collect(),
        None => Vec::new(),
    };
    for way in ways {
        match way.split_once(':') {
            Some(("url", url)) => found.echo(0, url, false),
            Some(("cmd" | "shell", command)) => found.command(0, key, command, Why::COMMAND),
            _ if matches!(way.as_str(), "default" | "public") => {}
            _ => found.remark(0, key, Why::DETECTION),
        }
    }
}
