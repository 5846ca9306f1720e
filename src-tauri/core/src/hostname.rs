//! A fully qualified hostname, parsed once at the edge.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A fully qualified hostname in lower-case ASCII without the final dot (RFC 1035, 2.3.1; RFC 5890 for international
/// names). `*` may stand for the whole first label, and `_` may stand in a label.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(try_from = "String", into = "String")]
pub struct Hostname(String);

impl Hostname {
    /// The name in ASCII, without the final dot.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name as people write it, with international letters.
    #[must_use]
    pub fn to_unicode(&self) -> String {
        idna::domain_to_unicode(&self.0).0
    }

    /// Whether this name is `zone` or lies below it.
    #[must_use]
    pub fn is_within(&self, zone: &Self) -> bool {
        self.0 == zone.0 || self.0.strip_suffix(zone.0.as_str()).is_some_and(|rest| rest.ends_with('.'))
    }

    /// This name relative to `zone`: `home` for `home.example.org` in `example.org`, empty for the zone itself, `None`
    /// when the name is not within the zone.
    #[must_use]
    pub fn relative_to(&self, zone: &Self) -> Option<&str> {
        if self.0 == zone.0 {
            return Some("");
        }

        self.0.strip_suffix(zone.0.as_str())?.strip_suffix('.')
    }

    /// The name without its first label; `None` when two labels are left.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (_, rest) = self.0.split_once('.')?;

        rest.contains('.').then(|| Self(rest.to_owned()))
    }
}

impl FromStr for Hostname {
    type Err = HostnameError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let text = text.strip_suffix('.').unwrap_or(text);
        if text.is_empty() {
            return Err(HostnameError::Empty);
        }
        if let Some(found) = text.chars().find(|c| matches!(c, '/' | ':' | '@' | ' ')) {
            return Err(HostnameError::NotAName(found));
        }
        let (wildcard, rest) = match text.strip_prefix("*.") {
            Some(rest) => ("*.", rest),
            None => ("", text),
        };
        let ascii = idna::domain_to_ascii(rest).map_err(|_| HostnameError::International)?;
        let name = format!("{wildcard}{ascii}");
        if name.len() > 253 {
            return Err(HostnameError::TooLong(name.len()));
        }
        if !ascii.contains('.') {
            return Err(HostnameError::OneLabel(ascii));
        }
        for label in ascii.split('.') {
            check_label(label)?;
        }
        if ascii.rsplit('.').next().is_some_and(|top| top.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(HostnameError::Address);
        }

        Ok(Self(name))
    }
}

fn check_label(label: &str) -> Result<(), HostnameError> {
    if label.is_empty() {
        return Err(HostnameError::EmptyLabel);
    }
    if label.len() > 63 {
        return Err(HostnameError::LongLabel(label.to_owned()));
    }
    if label.starts_with('-') || label.ends_with('-') {
        return Err(HostnameError::Hyphen(label.to_owned()));
    }
    match label.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))) {
        Some(found) => Err(HostnameError::Character { label: label.to_owned(), found }),
        None => Ok(()),
    }
}

impl TryFrom<String> for Hostname {
    type Error = HostnameError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Hostname> for String {
    fn from(name: Hostname) -> Self {
        name.0
    }
}

impl fmt::Display for Hostname {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Why a text is not a fully qualified hostname.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "each message says it")]
pub enum HostnameError {
    #[error("a hostname is missing")]
    Empty,
    #[error("\"{0}\" cannot stand in a hostname; leave out http://, ports and paths")]
    NotAName(char),
    #[error("the name has letters that no hostname may have")]
    International,
    #[error("the name has {0} characters; a hostname has at most 253")]
    TooLong(usize),
    #[error("\"{0}\" is only one label; write the whole name, such as home.example.org")]
    OneLabel(String),
    #[error("two dots stand side by side, or the name starts with a dot")]
    EmptyLabel,
    #[error("the part \"{0}\" is longer than 63 characters")]
    LongLabel(String),
    #[error("the part \"{0}\" starts or ends with a hyphen")]
    Hyphen(String),
    #[error("\"{found}\" in \"{label}\" cannot stand in a hostname")]
    Character { label: String, found: char },
    #[error("this is an address; write the hostname that is to point to it")]
    Address,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_normalised() {
        assert_eq!("Home.Example.ORG.".parse::<Hostname>().unwrap().as_str(), "home.example.org");
        assert_eq!(
            "kamera-straße.example.org".parse::<Hostname>().unwrap().as_str(),
            "xn--kamera-strae-v9a.example.org"
        );
        assert_eq!("*.home.example.org".parse::<Hostname>().unwrap().as_str(), "*.home.example.org");
    }

    #[test]
    fn a_bad_name_says_what_is_wrong() {
        for text in
            ["", "home", "http://home.example.org", "a..b.org", "-a.example.org", "192.0.2.1", "a b.org", "ex!.org"]
        {
            assert!(text.parse::<Hostname>().is_err(), "{text}");
        }
        let long = format!("{}.example.org", "a".repeat(64));
        assert!(matches!(long.parse::<Hostname>(), Err(HostnameError::LongLabel(_) | HostnameError::International)));
    }

    #[test]
    fn a_name_knows_its_place_in_a_zone() {
        let zone: Hostname = "example.org".parse().unwrap();
        let name: Hostname = "a.home.example.org".parse().unwrap();
        let other: Hostname = "badexample.org".parse().unwrap();

        assert_eq!(name.relative_to(&zone), Some("a.home"));
        assert_eq!(zone.relative_to(&zone), Some(""));
        assert!(!other.is_within(&zone));
        assert_eq!(other.relative_to(&zone), None);
    }
}
