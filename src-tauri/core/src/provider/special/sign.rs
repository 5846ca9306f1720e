//! What signed APIs have in common: the canonical request, hashes in hexadecimal digits, and dates.
//!
//! AWS, Alibaba Cloud, Tencent Cloud and Huawei Cloud write a request down in the same lines and hash them; they differ in
//! the headers, in the key and in what stands in front of the hash.

use std::fmt::Write as _;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use ring::{digest, hmac};
use url::Url;

use crate::catalogue::BeginError;
use crate::provider::{Header, Task};
use crate::request::Secret;

/// All but the unreserved characters of RFC 3986, 2.3.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A request as it is signed. The headers are in lower case and in the order of their names.
pub(super) struct Canonical<'a> {
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) query: &'a str,
    pub(super) headers: &'a [(&'a str, &'a str)],
    /// The SHA-256 of the body in hexadecimal digits.
    pub(super) payload: &'a str,
}

impl Canonical<'_> {
    /// The names of the signed headers.
    pub(super) fn names(&self) -> String {
        self.headers.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(";")
    }

    /// The SHA-256 of the canonical request in hexadecimal digits.
    pub(super) fn hash(&self) -> String {
        let Self { method, path, query, payload, .. } = self;
        let mut headers = String::new();
        for (name, value) in self.headers {
            let _ = writeln!(headers, "{name}:{}", value.trim());
        }

        sha256(format!("{method}\n{path}\n{query}\n{headers}\n{}\n{payload}", self.names()).as_bytes())
    }
}

/// SHA-256 in hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

/// SHA-1 in hexadecimal digits, for an API that asks for it.
pub(super) fn sha1(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA1_FOR_LEGACY_USE_ONLY, bytes).as_ref())
}

/// HMAC-SHA256 in hexadecimal digits.
pub(super) fn hmac_hex(key: &[u8], text: &str) -> String {
    hex(hmac(key, text).as_ref())
}

/// A key that each part narrows: the HMAC of the part with the key before it.
pub(super) fn narrowed(first: &str, parts: &[&str]) -> Vec<u8> {
    parts.iter().fold(first.as_bytes().to_vec(), |key, part| hmac(&key, part).as_ref().to_vec())
}

fn hmac(key: &[u8], text: &str) -> hmac::Tag {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Pairs in the order of their names, escaped so that no two servers read them differently.
pub(super) fn query(pairs: &[(&str, &str)]) -> String {
    let escape = |text: &str| utf8_percent_encode(text, ESCAPED).to_string();
    let mut pairs: Vec<(String, String)> = pairs.iter().map(|(key, value)| (escape(key), escape(value))).collect();
    pairs.sort();

    pairs.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("&")
}

/// The address of a request; `query` is already escaped.
pub(super) fn address(host: &str, path: &str, query: &str) -> Option<Url> {
    let mut url = Url::parse(&format!("https://{host}{path}")).ok()?;
    url.set_query((!query.is_empty()).then_some(query));

    (url.path() == path).then_some(url)
}

/// A header that anybody may see.
pub(super) fn open(name: &str, value: impl Into<String>) -> Header {
    Header { name: name.to_owned(), value: value.into(), sensitive: false }
}

/// A header that proves who asks.
pub(super) fn hidden(name: &str, value: impl Into<String>) -> Header {
    Header { name: name.to_owned(), value: value.into(), sensitive: true }
}

/// A date in the Gregorian calendar, and the time of day.
pub(super) struct Utc {
    date: (u64, u64, u64),
    time: (u64, u64, u64),
}

impl Utc {
    /// The days are counted from the first of March of the year 0, so that the leap day is the last of a year.
    pub(super) fn new(unix_time: u64) -> Self {
        let days = unix_time / 86_400 + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year + u64::from(month <= 2);
        let seconds = unix_time % 86_400;

        Self { date: (year, month, day), time: (seconds / 3_600, seconds / 60 % 60, seconds % 60) }
    }

    /// `20150830`, or with a mark `2015-08-30`.
    pub(super) fn date(&self, mark: &str) -> String {
        let (year, month, day) = self.date;

        format!("{year:04}{mark}{month:02}{mark}{day:02}")
    }

    /// `20150830T123600Z`, or with marks `2015-08-30T12:36:00Z`.
    pub(super) fn instant(&self, mark: &str, colon: &str) -> String {
        let (hour, minute, second) = self.time;

        format!("{}T{hour:02}{colon}{minute:02}{colon}{second:02}Z", self.date(mark))
    }
}

/// A field of the form, without the spaces around it; `None` when nothing was entered.
pub(super) fn field<'a>(task: &'a Task, key: &str) -> Option<&'a str> {
    task.fields.get(key).map(|value| value.trim()).filter(|value| !value.is_empty())
}

/// The two halves of a key that signs.
pub(super) struct Key {
    pub(super) id: String,
    pub(super) secret: Secret,
}

impl Key {
    /// Takes them from the fields of the form that hold them.
    pub(super) fn new(task: &Task, id: &str, secret: &str) -> Result<Self, BeginError> {
        Ok(Self { id: key_id(task, id)?, secret: self::secret(task, secret)? })
    }
}

/// A field that stands in a header.
pub(super) fn key_id(task: &Task, key: &str) -> Result<String, BeginError> {
    let value = field(task, key).filter(|value| value.bytes().all(|byte| byte.is_ascii_graphic()));

    value.map(str::to_owned).ok_or_else(|| wrong(key))
}

/// A secret that signs.
pub(super) fn secret(task: &Task, key: &str) -> Result<Secret, BeginError> {
    task.secrets.get(key).filter(|secret| !secret.reveal().is_empty()).cloned().ok_or_else(|| wrong(key))
}

/// The TTL of a record that is created.
pub(super) fn ttl(task: &Task, otherwise: u64) -> Result<u64, BeginError> {
    field(task, "ttl").map_or(Ok(otherwise), |ttl| ttl.parse().map_err(|_| wrong("ttl")))
}

fn wrong(key: &str) -> BeginError {
    BeginError::Request(format!("the field {key} is missing or wrong"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        let instant = |unix_time| Utc::new(unix_time).instant("-", ":");

        assert_eq!(instant(0), "1970-01-01T00:00:00Z");
        assert_eq!(instant(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(instant(1_704_164_645), "2024-01-02T03:04:05Z");
        assert_eq!(instant(4_107_542_399), "2100-02-28T23:59:59Z");
        assert_eq!(instant(4_107_542_400), "2100-03-01T00:00:00Z");
        assert_eq!(Utc::new(1_440_938_160).instant("", ""), "20150830T123600Z");
    }

    #[test]
    fn a_query_has_one_form() {
        assert_eq!(query(&[("b", "a b*"), ("a", "ü~/+"), ("A", "")]), "A=&a=%C3%BC~%2F%2B&b=a%20b%2A");
    }

    /// RFC 4231, 4.3, and FIPS 180-4.
    #[test]
    fn hashes_are_those_of_their_standards() {
        assert_eq!(
            hmac_hex(b"Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    #[test]
    fn an_id_with_marks_leads_to_no_other_address() {
        assert!(address("api.example.org", "/zones/../users", "").is_none());
        assert!(address("api.example.org", "/zones/a?b", "").is_none());
        assert!(address("api.example.org", "/zones/Z1", "a=b").is_some());
    }
}
