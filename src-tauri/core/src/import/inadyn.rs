//! inadyn.conf: the sections of version 2 (`provider x { … }`, `custom x { … }`, in the syntax of libconfuse), and the
//! options of version 1, one in a line, with or without `--`.

use zeroize::Zeroizing;

use super::found::{Entry, Found, Why};
use super::lines;
use crate::address::PerFamily;

pub(super) fn read(text: &str) -> Found {
    let is_old = |line: &str| {
        let line = line.trim().trim_start_matches("--");
        ["dyndns_system", "system ", "update_period_sec", "alias ", "username ", "ip_server_name"]
            .iter()
            .any(|word| line.starts_with(word) && !line[word.len()..].trim_start().starts_with('='))
    };
    if !text.contains('{') && text.lines().any(is_old) {
        return version_1(text);
    }

    version_2(text)
}

#[derive(Debug, PartialEq)]
enum Token {
    Word(Zeroizing<String>),
    Open,
    Close,
    Equals,
    Comma,
}

/// The tokens with their lines.
fn tokens(text: &str) -> Vec<(usize, Token)> {
    let mut tokens = Vec::new();
    let (mut letters, mut line) = (text.chars().peekable(), 1);
    while let Some(letter) = letters.next() {
        match letter {
            '\n' => line += 1,
            '#' => while letters.next_if(|next| *next != '\n').is_some() {},
            '/' if letters.peek() == Some(&'/') => while letters.next_if(|next| *next != '\n').is_some() {},
            '/' if letters.peek() == Some(&'*') => {
                let mut last = ' ';
                for next in letters.by_ref() {
                    line += usize::from(next == '\n');
                    if last == '*' && next == '/' {
                        break;
                    }
                    last = next;
                }
            }
            '{' => tokens.push((line, Token::Open)),
            '}' => tokens.push((line, Token::Close)),
            '=' => tokens.push((line, Token::Equals)),
            // `+=` adds to a list, which is what happens here with every list.
            '+' if letters.peek() == Some(&'=') => {}
            ',' | '(' | ')' => tokens.push((line, Token::Comma)),
            '"' | '\'' => {
                let (mut word, begin) = (Zeroizing::new(String::new()), line);
                while let Some(next) = letters.next() {
                    line += usize::from(next == '\n');
                    match next {
                        '\\' if letter == '"' => word.extend(letters.next()),
                        _ if next == letter => break,
                        _ => word.push(next),
                    }
                }
                tokens.push((begin, Token::Word(word)));
            }
            _ if letter.is_whitespace() => {}
            _ => {
                let mut word = Zeroizing::new(String::from(letter));
                while let Some(next) = letters.next_if(|next| {
                    !next.is_whitespace() && !matches!(next, '{' | '}' | '=' | ',' | '(' | ')' | '#' | '"')
                }) {
                    word.push(next);
                }
                tokens.push((line, Token::Word(word)));
            }
        }
    }

    tokens
}

fn version_2(text: &str) -> Found {
    let mut found = Found::default();
    let (mut section, mut both): (Option<Entry>, bool) = (None, false);
    let mut finished: Vec<Entry> = Vec::new();
    let mut tokens = tokens(text).into_iter().peekable();
    while let Some((line, token)) = tokens.next() {
        let Token::Word(word) = token else {
            if token == Token::Close
                && let Some(entry) = section.take()
            {
                finished.push(entry);
            }
            continue;
        };
        if word.as_str() == "include" {
            let mut file = Zeroizing::new(String::new());
            while let Some((_, next)) = tokens.next_if(|(_, next)| matches!(next, Token::Word(_) | Token::Comma)) {
                if let Token::Word(next) = next
                    && file.is_empty()
                {
                    file = next;
                    break;
                }
            }
            found.command(line, "include", &file, Why::INCLUDE);
            continue;
        }
        match tokens.peek().map(|(_, next)| next) {
            Some(Token::Equals) => {
                tokens.next();
                let values = values(&mut tokens);
                option(&mut found, &mut section, &mut both, line, &word, &values);
            }
            // `provider name {`: the title is the next word.
            Some(Token::Word(_)) if matches!(word.as_str(), "provider" | "custom") => {
                let Some((_, Token::Word(title))) = tokens.next() else { continue };
                finished.extend(section.take());
                let provider =
                    if word.as_str() == "custom" { format!("custom {}", title.as_str()) } else { title.to_string() };
                section = Some(Entry::new(line, &provider));
            }
            _ => {}
        }
    }
    finished.extend(section);
    for mut entry in finished {
        checkip(&mut found, &mut entry);
        let ipv6 = entry.provider.starts_with("ipv6@");
        entry.enabled = PerFamily { ipv4: !ipv6, ipv6: ipv6 || both };
        let title = without_number(entry.provider.trim_start_matches("custom ")).to_owned();
        entry.provider = title;
        found.entry(entry);
    }

    found
}

/// The echo service of a section: its server and its path are two options.
fn checkip(found: &mut Found, entry: &mut Entry) {
    let mut take = |key: &str| entry.words.remove(key).map(|value| value.reveal().to_owned());
    let (server, path, ssl) = (take("checkip_server"), take("checkip_path"), take("checkip_ssl"));
    let Some(server) = server.filter(|server| server != "default") else { return };
    let scheme = if ssl.as_deref() == Some("false") { "http" } else { "https" };
    let path = path.unwrap_or_default();
    found.echo(entry.line, &format!("{scheme}://{server}/{}", path.trim_start_matches('/')), false);
}

/// Several sections of one provider are told apart by a number: `no-ip.com:2`.
fn without_number(title: &str) -> &str {
    match title.rsplit_once(':') {
        Some((name, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => title,
    }
}

fn values(tokens: &mut std::iter::Peekable<std::vec::IntoIter<(usize, Token)>>) -> Vec<Zeroizing<String>> {
    let mut values = Vec::new();
    let is_list = tokens.next_if(|(_, next)| *next == Token::Open).is_some();
    while let Some((_, next)) = tokens.next_if(|(_, next)| matches!(next, Token::Word(_) | Token::Comma)) {
        if let Token::Word(word) = next {
            values.push(word);
        }
        if !is_list {
            return values;
        }
    }
    if is_list {
        tokens.next_if(|(_, next)| *next == Token::Close);
    }

    values
}

fn option(
    found: &mut Found,
    section: &mut Option<Entry>,
    both: &mut bool,
    line: usize,
    key: &str,
    values: &[Zeroizing<String>],
) {
    let plain = key.to_ascii_lowercase().replace('-', "_");
    let first = values.first().map(|value| value.as_str()).unwrap_or_default();
    if lines::common(found, line, key, first) {
        return;
    }
    if first.contains("${") {
        found.remark(line, key, Why::ENVIRONMENT);
        return;
    }
    let is_on = matches!(first, "true" | "yes" | "on" | "1");
    match (plain.as_str(), section) {
        ("allow_ipv6", _) => *both |= is_on,
        ("iface", _) => found.remark(line, key, Why::DETECTION),
        ("checkip_command", _) => found.command(line, key, first, Why::COMMAND),
        ("hostname" | "alias", Some(entry)) => values.iter().for_each(|name| entry.name(name)),
        ("ddns_server", Some(entry)) => {
            let path = entry.server.take().unwrap_or_default();
            entry.server = Some(format!("{first}{path}"));
        }
        ("ddns_path", Some(entry)) => {
            let path = first.split('?').next().unwrap_or_default();
            entry.server = Some(format!("{}{path}", entry.server.take().unwrap_or_default()));
        }
        ("wildcard" | "proxied", Some(_)) if is_on => found.remark(line, key, Why::OPTION),
        (_, Some(entry)) => entry.word(&plain, first),
        (_, None) => found.remark(line, key, Why::OPTION),
    }
}

fn version_1(text: &str) -> Found {
    let mut found = Found::default();
    let mut entry = Entry::new(0, "");
    for (number, line) in text.lines().enumerate() {
        let number = number + 1;
        let line = line.split('#').next().unwrap_or_default().trim().trim_start_matches("--");
        let (key, value) = line.split_once(|next: char| next.is_whitespace() || next == '=').unwrap_or((line, ""));
        let value = value.trim().trim_start_matches('=').trim().trim_matches(['"', '\'']);
        if key.is_empty() || key.starts_with('[') || lines::common(&mut found, number, key, value) {
            continue;
        }
        match key {
            "dyndns_system" | "system" => {
                if !entry.provider.is_empty() {
                    let finished = std::mem::replace(&mut entry, Entry::new(0, ""));
                    found.entry(finished);
                }
                value.clone_into(&mut entry.provider);
            }
            // After a comma comes the hash that some providers want.
            "alias" | "a" => entry.name(value.split([',', ' ']).next().unwrap_or_default()),
            "username" | "u" => entry.word("username", value),
            "password" | "p" => entry.word("password", value),
            "dyndns_server_name" | "server_name" => {
                entry.server = Some(value.split_whitespace().collect::<Vec<_>>().concat());
            }
            "dyndns_server_url" | "server_url" => {
                let path = value.split('?').next().unwrap_or_default();
                entry.server = entry.server.take().map(|server| format!("{server}{path}"));
            }
            "ip_server_name" | "checkip_url" => {
                let url: String = value.split_whitespace().collect();
                found.echo(number, &format!("https://{url}"), true);
            }
            "wildcard" => found.remark(number, key, Why::OPTION),
            "bind_interface" | "iface" => found.remark(number, key, Why::DETECTION),
            "input_file" => found.command(number, key, value, Why::INCLUDE),
            _ => found.remark(number, key, Why::OPTION),
        }
        if entry.line == 0 {
            entry.line = number;
        }
    }
    found.entry(entry);

    found
}
