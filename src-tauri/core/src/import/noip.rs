//! The environment file of No-IP's Dynamic Update Client 3 (`/etc/default/noip-duc`): `NOIP_USERNAME=…` and so on.

use super::found::{Entry, Found, Why};
use super::lines;

/// Stands for all names of a DDNS key.
const WHOLE_KEY: &str = "all.ddnskey.com";

pub(super) fn read(text: &str) -> Found {
    let mut found = Found::default();
    let mut entry = Entry::new(0, "no-ip");
    for (number, line) in text.lines().enumerate() {
        let number = number + 1;
        let line = line.trim();
        if line.is_empty() || line.starts_with(['#', ';']) {
            continue;
        }
        let line = line.strip_prefix("export ").unwrap_or(line).trim_start();
        let Some((key, value)) = line.split_once('=') else {
            found.remark(number, "", Why::SYNTAX);
            continue;
        };
        let key = key.trim();
        let value = unquoted(value);
        if value.contains("${") || value.starts_with('$') {
            found.remark(number, key, Why::ENVIRONMENT);
            continue;
        }
        match key.strip_prefix("NOIP_").unwrap_or_default() {
            "USERNAME" => entry.word("username", value),
            "PASSWORD" => entry.word("password", value),
            "HOSTNAMES" | "HOSTNAME" => {
                entry.line = number;
                for name in value.split([',', ' ']).map(str::trim).filter(|name| !name.is_empty()) {
                    if name == WHOLE_KEY || !name.contains('.') {
                        found.remark(number, name, Why::WHOLE_ACCOUNT);
                    } else {
                        entry.name(name);
                    }
                }
            }
            "IP_METHOD" => method(&mut found, number, key, value),
            "" => found.remark(number, key, Why::OPTION),
            "DAEMONIZE" | "DAEMON_PID_FILE" | "ONCE" => {}
            _ if lines::common(&mut found, number, key, value) => {}
            _ => found.remark(number, key, Why::OPTION),
        }
    }
    if !entry.names.is_empty() || found.remarks.iter().all(|remark| remark.why != Why::WHOLE_ACCOUNT) {
        found.entry(entry);
    }

    found
}

fn method(found: &mut Found, line: usize, key: &str, value: &str) {
    for method in value.split(',').map(str::trim) {
        if method.starts_with("http") && method.contains("://") {
            found.echo(line, method, false);
        } else if method.starts_with("static") {
            found.remark(line, key, Why::FIXED);
        } else {
            found.remark(line, key, Why::DETECTION);
        }
    }
}

/// The value as a shell or systemd reads it.
fn unquoted(value: &str) -> &str {
    let value = value.trim();
    for quote in ['\'', '"'] {
        if let Some((inner, _)) = value.strip_prefix(quote).and_then(|rest| rest.split_once(quote)) {
            return inner;
        }
    }

    value.split(" #").next().unwrap_or_default().trim_end()
}
