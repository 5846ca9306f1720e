//! `/etc/config/ddns` of `OpenWrt` (ddns-scripts), in the syntax of UCI: `config service 'name'` and below it
//! `option key 'value'`. A name with both records has two sections.

use zeroize::Zeroizing;

use super::found::{Entry, Found, Why};
use super::lines;

struct Section {
    line: usize,
    options: Vec<(usize, String, Zeroizing<String>)>,
}

pub(super) fn read(text: &str) -> Found {
    let mut found = Found::default();
    let mut service: Option<Section> = None;
    for (number, line) in text.lines().enumerate() {
        let number = number + 1;
        let mut words = words(line).into_iter();
        match words.next().as_ref().map(|word| word.as_str()) {
            None => {}
            Some("config") => {
                finish(&mut found, service.take());
                let kind = words.next();
                if kind.is_some_and(|kind| kind.as_str() == "service") {
                    service = Some(Section { line: number, options: Vec::new() });
                }
            }
            Some("option" | "list") => {
                if let (Some(service), Some(key), Some(value)) = (&mut service, words.next(), words.next()) {
                    service.options.push((number, key.to_string(), value));
                }
            }
            Some("package") => {}
            Some(_) => found.remark(number, "", Why::SYNTAX),
        }
    }
    finish(&mut found, service);

    found
}

/// The words of a line; `'` and `"` hold spaces together, and `#` begins a comment.
fn words(line: &str) -> Vec<Zeroizing<String>> {
    let mut words = Vec::new();
    let mut word: Option<Zeroizing<String>> = None;
    let mut quote = None;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        match letter {
            _ if quote == Some(letter) => quote = None,
            '\\' if quote != Some('\'') => word.get_or_insert_default().extend(letters.next()),
            '\'' | '"' if quote.is_none() => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            '#' if quote.is_none() && word.is_none() => break,
            _ if quote.is_none() && letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);

    words
}

fn finish(found: &mut Found, section: Option<Section>) {
    let Some(section) = section else { return };
    let get = |wanted: &str| {
        let value = section.options.iter().rev().find(|(_, key, _)| key == wanted).map(|(_, _, value)| value.as_str());
        value.filter(|value| !value.trim().is_empty())
    };
    let on = |key: &str| matches!(get(key), Some("1" | "on" | "true" | "yes" | "enabled"));
    let name = get("lookup_host").or_else(|| get("domain")).unwrap_or_default().to_owned();
    if !on("enabled") {
        found.remark(section.line, &name, Why::DISABLED);
        return;
    }
    let service = get("service_name").filter(|name| !matches!(*name, "-" | "custom")).unwrap_or_default();
    let mut entry = Entry::new(section.line, service);
    // `host@zone` names the zone where the provider wants it.
    let domain = get("domain").unwrap_or_default();
    if let Some((_, zone)) = domain.split_once('@') {
        entry.word("zone", zone);
    }
    entry.name(&name.replacen('@', ".", 1));
    entry.enabled.ipv6 = on("use_ipv6");
    entry.enabled.ipv4 = !entry.enabled.ipv6;
    if let Some(url) = get("update_url") {
        entry.server = Some(server(url));
    }
    if let Some(script) = get("update_script").filter(|_| service.is_empty()) {
        found.command(section.line, "update_script", script, Why::SCRIPT);
        return;
    }
    match get("ip_source") {
        Some("web") => {
            if let Some(url) = get("ip_url") {
                found.echo(section.line, url, false);
            }
        }
        Some("script") => found.command(section.line, "ip_script", get("ip_script").unwrap_or_default(), Why::COMMAND),
        _ => found.remark(section.line, "ip_source", Why::DETECTION),
    }
    for (line, key, value) in &section.options {
        let is_credential = matches!(key.as_str(), "username" | "password" | "param_enc" | "param_opt");
        if is_credential {
            entry.word(key, value);
        } else {
            lines::common(found, *line, key, value);
        }
    }
    found.entry(entry);
}

/// Host and path of an address in which `[USERNAME]:[PASSWORD]@`, or a password itself, may stand.
fn server(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.split('?').next().unwrap_or_default();
    let (authority, path) = rest.split_once('/').map_or((rest, ""), |(authority, path)| (authority, path));
    let host = authority.rsplit('@').next().unwrap_or_default();
    // A path with more than the usual words may hold a token.
    let path = if path.starts_with("nic/update") { "/nic/update" } else { "" };

    format!("{host}{path}")
}
