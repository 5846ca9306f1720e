//! From bytes to text, and from text to the client that wrote it.

use zeroize::Zeroizing;

use super::{ImportError, LONGEST, OtherClient};

/// The text of a file: UTF-8 with or without its mark, UTF-16 with its mark (editors of Windows), or else one letter for
/// each byte. Line ends of all systems become `\n`, so that lines are counted as editors count them.
pub(super) fn text(bytes: &[u8], name: &str, from: Option<OtherClient>) -> Result<Zeroizing<String>, ImportError> {
    if bytes.len() > LONGEST {
        return Err(ImportError::TooLong);
    }
    let decoded = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => letters(rest),
        _ => letters(bytes),
    };
    if decoded.contains('\0') {
        let name = name.to_ascii_lowercase();
        let noip2 = from == Some(OtherClient::NoipDuc) || name.contains("no-ip2") || name.contains("noip2");
        return Err(if noip2 { ImportError::Noip2 } else { ImportError::Binary });
    }
    let text = Zeroizing::new(decoded.replace("\r\n", "\n").replace('\r', "\n"));
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }

    Ok(text)
}

fn letters(bytes: &[u8]) -> Zeroizing<String> {
    Zeroizing::new(match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // ISO 8859-1: old files, in which only a comment has such letters.
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    })
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Zeroizing<String> {
    let units = bytes.as_chunks::<2>().0.iter().copied().map(unit);

    Zeroizing::new(char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{FFFD}')).collect())
}

/// The client whose format this is.
pub(super) fn client(text: &str) -> Option<OtherClient> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['#', ';']));
    let first = lines().find(|line| !line.starts_with("//"))?;
    if first.starts_with(['{', '[']) {
        let has = |key: &str| text.contains(&format!("\"{key}\""));
        return if has("settings") {
            Some(OtherClient::DdnsUpdater)
        } else if has("dns") || has("providers") || has("ipv4") || has("ipv6") || has("token") {
            Some(OtherClient::Newfuture)
        } else {
            None
        };
    }
    let begins = |words: &[&str]| lines().any(|line| words.iter().any(|word| begins_with_word(line, word)));
    if begins(&["dnsconf", "notallowwanaccess"]) || (begins(&["dns:"]) && begins(&["ipv4:"])) {
        return Some(OtherClient::DdnsGo);
    }
    if begins(&["config service", "config ddns"]) {
        return Some(OtherClient::Openwrt);
    }
    if lines().any(|line| line.trim_start_matches("export ").starts_with("NOIP_")) {
        return Some(OtherClient::NoipDuc);
    }
    let inadyn_2 = |line: &str| {
        ["provider ", "custom "].iter().any(|word| line.starts_with(word))
            && (line.contains('{') || !line.contains('='))
    };
    if lines().any(inadyn_2) || begins(&["dyndns_system", "--dyndns_system", "update_period_sec", "system"]) {
        return Some(OtherClient::Inadyn);
    }
    let ddclient = [
        "protocol=",
        "use=",
        "usev4=",
        "usev6=",
        "login=",
        "password=",
        "server=",
        "daemon=",
        "ssl=",
        "web=",
        "webv4=",
        "zone=",
        "syslog=",
        "pid=",
    ];
    lines().any(|line| ddclient.iter().any(|word| line.contains(word))).then_some(OtherClient::Ddclient)
}

fn begins_with_word(line: &str, word: &str) -> bool {
    line.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_'))
}
