//! ddclient.conf of the versions 3.8 to 4.0 (`ddclient.in`, "Configuration line format"): lines of `option=value` with a
//! comma between them, and after them the hosts that they are for; without hosts they are for all lines that follow.

use std::collections::BTreeMap;

use zeroize::Zeroizing;

use super::found::{Entry, Found, Why};
use super::lines;
use crate::address::PerFamily;

/// What an update goes to when neither a protocol nor a server is named.
const DEFAULT_PROTOCOL: &str = "dyndns2";
const DEFAULT_SERVER: &str = "members.dyndns.org";

type Options = BTreeMap<String, Zeroizing<String>>;

pub(super) fn read(text: &str) -> Found {
    let mut found = Found::default();
    let mut globals = Options::new();
    let (mut pending, mut password, mut first) = (Zeroizing::new(String::new()), None, 1);
    let count = text.lines().count();
    for (number, line) in text.lines().enumerate() {
        if pending.is_empty() {
            first = number + 1;
        }
        let (rest, found_password) = without_password(line);
        password = found_password.or(password);
        let rest = rest.split('#').next().unwrap_or_default().trim_end();
        match rest.strip_suffix('\\') {
            Some(part) if number + 1 < count => {
                pending.push_str(part);
                pending.push(' ');
                continue;
            }
            part => pending.push_str(part.unwrap_or(rest)),
        }
        statement(&mut found, &mut globals, first, &std::mem::take(&mut pending), password.take());
    }

    found
}

/// A password ends at a space, not at a comma, and a `#` in it is no comment; so it is taken out of its line first.
fn without_password(line: &str) -> (Zeroizing<String>, Option<Zeroizing<String>>) {
    const WORD: &str = "password";
    let visible = line.split('#').next().unwrap_or_default();
    let Some((at, value)) = visible.rmatch_indices(WORD).find_map(|(at, word)| {
        let value = line[at + word.len()..].trim_start().strip_prefix('=')?.trim_start();
        let first = visible[..at].chars().next_back();

        (!value.is_empty() && first.is_none_or(|before| before.is_whitespace() || before == ',')).then_some((at, value))
    }) else {
        return (Zeroizing::new(line.to_owned()), None);
    };
    let (password, tail) = match value.strip_prefix('\'').and_then(|quoted| quoted.rsplit_once('\'')) {
        Some(parts) => parts,
        None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
    };

    (Zeroizing::new(format!("{} {tail}", &line[..at])), Some(Zeroizing::new(password.to_owned())))
}

fn statement(found: &mut Found, globals: &mut Options, line: usize, text: &str, password: Option<Zeroizing<String>>) {
    let (mut locals, rest) = assignments(found, line, text.trim());
    if let Some(password) = password {
        locals.insert("password".to_owned(), password);
    }
    let arguments: Vec<&str> = rest.split_whitespace().collect();
    if rest.contains('=') {
        // `password = x` would make a hostname of the password.
        found.remark(line, "=", Why::SPACES);
        return;
    }
    // A comma may have spaces around it, and still the hosts are one argument.
    let mut hosts: Vec<String> = Vec::new();
    let mut more = arguments.iter().peekable();
    while let Some(argument) = more.next() {
        hosts.extend(argument.split(',').filter(|host| !host.is_empty()).map(ToOwned::to_owned));
        let goes_on = argument.ends_with(',') || more.peek().is_some_and(|next| next.starts_with(','));
        if !goes_on {
            break;
        }
    }
    let named = ["login", "password"];
    for (key, value) in named.into_iter().zip(more) {
        locals.insert(key.to_owned(), Zeroizing::new((*value).to_owned()));
    }
    if let Some(host) = locals.remove("host") {
        hosts.extend(host.split(',').map(|host| host.trim().to_owned()).filter(|host| !host.is_empty()));
    }
    detection(found, line, &locals);
    if hosts.is_empty() {
        globals.append(&mut locals);
        return;
    }
    let mut options = globals.clone();
    options.append(&mut locals);
    found.entry(entry(names_key_file(&options), line, hosts, &options));
}

/// `nsupdate` has the path of a key's file where the others have the password.
fn names_key_file(options: &Options) -> bool {
    options.get("protocol").is_some_and(|protocol| protocol.as_str() == "nsupdate")
}

fn entry(path: bool, line: usize, hosts: Vec<String>, options: &Options) -> Entry {
    let get = |key: &str| options.get(key).map(|value| value.as_str()).filter(|value| !value.is_empty());
    let protocol = get("protocol").unwrap_or(DEFAULT_PROTOCOL);
    let mut entry = Entry::new(line, protocol);
    entry.names = hosts;
    entry.stray = true;
    entry.server = get("server")
        .map(ToOwned::to_owned)
        .or_else(|| matches!(protocol, "dyndns1" | "dyndns2").then(|| DEFAULT_SERVER.to_owned()));
    // The path of the request, where it is not the usual one.
    if let Some(script) = get("script").filter(|script| *script != "/nic/update") {
        entry.server = entry.server.map(|server| format!("{server}{script}"));
    }
    for (key, value) in options {
        if !(path && matches!(key.as_str(), "login" | "password")) {
            entry.word(key, value);
        }
    }
    let on = |way: &str| !matches!(way, "no" | "disabled");
    let ipv6 = get("usev6").is_some_and(on);
    // Without a word for IPv4 it is kept, unless only IPv6 is spoken of.
    entry.enabled = PerFamily { ipv4: get("usev4").or_else(|| get("use")).map_or(!ipv6, on), ipv6 };

    entry
}

/// How the addresses are found, and what else is not about a provider.
fn detection(found: &mut Found, line: usize, options: &Options) {
    let get = |key: &str| options.get(key).map(|value| value.as_str()).filter(|value| !value.is_empty());
    for (key, value) in options {
        let plain = key.replace('-', "_");
        if lines::common(found, line, key, value) {
            continue;
        }
        match plain.as_str() {
            "cmd" | "cmdv4" | "cmdv6" => found.command(line, key, value, Why::COMMAND),
            "ip" | "ipv4" | "ipv6" => found.remark(line, key, Why::FIXED),
            "if" | "ifv4" | "ifv6" | "fw" | "fwv4" | "fwv6" | "fw_login" | "fw_password" | "fw_skip" => {
                found.remark(line, key, Why::DETECTION);
            }
            "web" | "webv4" | "webv6" if value.contains('.') => {
                let page = get(&format!("{key}-skip")).is_some() || get("web-skip").is_some();
                let scheme = if get("ssl") == Some("no") { "http" } else { "https" };
                let url =
                    if value.contains("://") { value.to_string() } else { format!("{scheme}://{}", value.as_str()) };
                found.echo(line, &url, page);
            }
            "wildcard" | "mx" | "backupmx" | "static" | "custom" | "tcp" if !matches!(value.as_str(), "no" | "0") => {
                found.remark(line, key, Why::OPTION);
            }
            _ => {}
        }
    }
}

/// `a=b, c='d e'` at the beginning of a line, and what comes after it.
fn assignments(found: &mut Found, line: usize, text: &str) -> (Options, Zeroizing<String>) {
    let mut options = Options::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == ',');
        let Some((name, after)) = rest.split_once('=').filter(|(name, _)| is_name(name)) else {
            return (options, Zeroizing::new(rest.to_owned()));
        };
        let (value, after) = value(after);
        rest = after;
        match name.strip_suffix("_env") {
            Some(name) => {
                found.remark(line, name, Why::ENVIRONMENT);
                // An older value must not stand in for it.
                options.insert(name.to_ascii_lowercase(), Zeroizing::default());
            }
            None => {
                options.insert(name.to_ascii_lowercase(), value);
            }
        }
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}

fn value(text: &str) -> (Zeroizing<String>, &str) {
    let (mut value, mut escaped, mut quote) = (Zeroizing::new(String::new()), false, None);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if escaped => {
                value.push(letter);
                escaped = false;
            }
            '\\' => escaped = true,
            _ if quote == Some(letter) => quote = None,
            '\'' | '"' if quote.is_none() => quote = Some(letter),
            _ if quote.is_none() && (letter.is_whitespace() || letter == ',') => return (value, &text[at..]),
            _ => value.push(letter),
        }
    }

    (value, "")
}
