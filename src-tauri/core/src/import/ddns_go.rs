//! The YAML file of ddns-go (`config.go`): under `dnsconf` one entry for each account, with the names for each family.
//! Versions before 5 have one entry, at the top.

use super::ImportError;
use super::found::{Entry, Found, Why};
use super::yaml::{self, Node};
use crate::address::Family;

pub(super) fn read(text: &str) -> Result<Found, ImportError> {
    let root = yaml::parse(text)?;
    let mut found = Found::default();
    match root.get("dnsconf") {
        Some((_, Node::List(entries))) => {
            for (line, node) in entries {
                account(&mut found, *line, node);
            }
        }
        _ => account(&mut found, 1, &root),
    }
    if let Some((line, webhook)) = root.get("webhook")
        && webhook.text("webhookurl").is_some_and(|(_, url)| !url.trim().is_empty())
    {
        found.remark(line, "webhook", Why::NOTIFICATION);
    }

    Ok(found)
}

fn account(found: &mut Found, line: usize, node: &Node) {
    let Some((_, dns)) = node.get("dns") else {
        found.remark(line, "dns", Why::NO_PROVIDER);
        return;
    };
    let provider = dns.text("name").map_or("", |(_, name)| name.trim());
    for family in Family::BOTH {
        let key = match family {
            Family::Ipv4 => "ipv4",
            Family::Ipv6 => "ipv6",
        };
        let Some((line, part)) = node.get(key) else { continue };
        if !part.is_on("enable") {
            continue;
        }
        detection(found, line, part);
        let names = match part.get("domains") {
            Some((_, Node::List(names))) => names.iter().collect(),
            _ => Vec::new(),
        };
        for (line, name) in names {
            let Node::Text(name) = name else { continue };
            // One entry in the window may hold several lines.
            for name in name.lines().map(str::trim).filter(|name| !name.is_empty()) {
                let mut entry = Entry::new(*line, provider);
                credentials(&mut entry, dns);
                entry.server = super::newfuture::callback(provider, dns.text("id").map_or("", |(_, id)| id));
                place(&mut entry, name);
                entry.enabled.ipv4 = family == Family::Ipv4;
                entry.enabled.ipv6 = family == Family::Ipv6;
                if let Some((_, ttl)) = node.text("ttl") {
                    entry.word("ttl", ttl);
                }
                if name.contains('?') {
                    found.remark(*line, "?", Why::OPTION);
                }
                found.entry(entry);
            }
        }
    }
}

fn credentials(entry: &mut Entry, dns: &Node) {
    for key in ["id", "secret", "extparam"] {
        if let Some((_, value)) = dns.text(key) {
            entry.word(key, value);
        }
    }
}

/// `www.example.org`, `www:example.org` (which says where the zone begins), `:example.org`, each with `?a=b` for the API.
fn place(entry: &mut Entry, name: &str) {
    let name = name.split('?').next().unwrap_or_default();
    match name.split_once(':') {
        Some((label, zone)) => {
            entry.word("zone", zone);
            entry.name(&match label.trim() {
                "" | "@" => zone.to_owned(),
                label => format!("{label}.{zone}"),
            });
        }
        None => entry.name(name.strip_prefix("@.").unwrap_or(name)),
    }
}

fn detection(found: &mut Found, line: usize, part: &Node) {
    match part.text("gettype").map(|(line, kind)| (line, kind.trim())) {
        Some((_, "url")) => {
            let urls = part.text("url").map(|(_, urls)| urls).unwrap_or_default();
            for url in urls.split(',') {
                found.echo(line, url, false);
            }
        }
        Some((line, "cmd")) => {
            let command = part.text("cmd").map(|(_, command)| command).unwrap_or_default();
            found.command(line, "cmd", command, Why::COMMAND);
        }
        Some((line, _)) => found.remark(line, "gettype", Why::DETECTION),
        None => {}
    }
}
