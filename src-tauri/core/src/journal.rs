//! The history that people read. Typed entries, never a secret.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::address::Family;
use crate::fault::Code;
use crate::hostname::Hostname;
use crate::reply::{Exchange, Means};
use crate::settings::ProviderId;
use crate::text::Texts;
use crate::time::Wall;

/// How much an entry weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Weight {
    /// Routine, folded away.
    Routine,
    /// Something changed.
    Change,
    /// Look at it.
    Warning,
    /// It went wrong.
    Failure,
}

/// One event of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
#[allow(missing_docs, reason = "the names of the fields say it")]
pub enum Happening {
    /// The program started.
    Started { version: String },
    /// An agreed address is new.
    AddressChanged { family: Family, old: Option<IpAddr>, new: IpAddr, witnesses: Vec<String> },
    /// An address is no longer known: the id of the text that says why, and the addresses that were named.
    AddressUnknown { family: Family, why: String, addresses: Vec<IpAddr> },
    /// A request went out.
    Sent { hostnames: Vec<Hostname>, provider: ProviderId, addresses: Vec<IpAddr> },
    /// The provider answered.
    Answered {
        hostname: Hostname,
        provider: ProviderId,
        means: Means,
        message: String,
        #[serde(default)]
        exchange: Exchange,
    },
    /// No answer came: not sent at all, or not known whether it was applied.
    NoAnswer { hostname: Hostname, provider: ProviderId, uncertain: bool, message: String },
    /// The zone's own name servers have it.
    Proved { hostname: Hostname, address: IpAddr, seconds: u32 },
    /// The zone's own name servers have something else for too long.
    NotProved { hostname: Hostname, expected: IpAddr, found: Vec<IpAddr>, message: String },
    /// Updates stopped until the user acts.
    Halted { hostname: Option<Hostname>, provider: ProviderId, means: Means },
    /// The first account has been out for too long: the standby at this provider serves.
    StandbyServes { hostname: Hostname, provider: ProviderId },
    /// The first account, at this provider, serves again.
    FirstServes { hostname: Hostname, provider: ProviderId },
    /// Updates are on hold, and why; or go on.
    Held { code: Option<Code>, name: String },
    /// The user paused or resumed.
    Paused { hostname: Option<Hostname>, until: Option<Wall> },
    /// The user resumed.
    Resumed { hostname: Option<Hostname> },
    /// The settings changed.
    SettingsChanged { what: String },
    /// A check that a person asked for has ended.
    Checked,
    /// The user's own server was told of a change, or of a try; the message is empty when it took it.
    Notified { hostname: Option<Hostname>, server: String, message: String },
    /// A problem of this machine's disk: which one, and the reason or the file.
    Trouble { code: String, message: String },
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Entry {
    /// Its number in the journal, growing; zero until it is stored.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub id: i64,
    /// When it happened.
    pub at: Wall,
    /// How much it weighs.
    pub weight: Weight,
    /// What happened.
    pub happening: Happening,
    /// One line in plain words, in the user's language at the time it is shown.
    #[serde(default)]
    pub line: String,
}

/// How many days entries are kept.
pub const RETENTION_DAYS: i64 = 90;
/// How many entries are kept; about 10 MB.
pub const RETENTION_ENTRIES: i64 = 40_000;
/// How many days the entries are kept that the timeline is drawn from.
pub const TIMELINE_DAYS: i64 = 366;
/// At most so many of them are drawn.
pub const TIMELINE_ENTRIES: u32 = 4_000;
/// The kinds of happenings that the timeline is drawn from: which address was held, and what stood in its way.
pub const DRAWN: [&str; 7] =
    ["address-changed", "address-unknown", "no-answer", "proved", "not-proved", "halted", "held"];

/// One line in plain words. `provider_name` gives a provider's name for people.
#[must_use]
pub fn line(happening: &Happening, provider_name: &dyn Fn(&ProviderId) -> String, texts: &Texts) -> String {
    let host = |hostname: &Hostname| hostname.to_unicode();
    match happening {
        Happening::Started { version } => texts.say("journal-started", &[("version", version.as_str().into())]),
        Happening::AddressChanged { family, old, new, witnesses } => {
            let id = if old.is_some() { "journal-address-changed" } else { "journal-address-found" };
            let old = old.map(|old| old.to_string()).unwrap_or_default();
            let values = [
                ("family", family.to_string().into()),
                ("old", old.into()),
                ("new", new.to_string().into()),
                ("names", witnesses.join(", ").into()),
            ];
            texts.say(id, &values)
        }
        Happening::AddressUnknown { family, why, addresses } => {
            let named = words(addresses);
            let why = texts.say(why, &[("address", named.clone().into()), ("addresses", named.into())]);
            texts.say("journal-address-unknown", &[("family", family.to_string().into()), ("why", why.into())])
        }
        Happening::Sent { hostnames, provider, addresses } => {
            let values = [
                ("count", hostnames.len().into()),
                ("host", hostnames.first().map(host).unwrap_or_default().into()),
                ("provider", provider_name(provider).into()),
                ("addresses", words(addresses).into()),
            ];
            texts.say("journal-sent", &values)
        }
        Happening::Answered { hostname, provider, means, message, .. } => {
            let values = [
                ("host", host(hostname).into()),
                ("provider", provider_name(provider).into()),
                ("message", message.as_str().into()),
                ("quoted", if message.is_empty() { "no" } else { "yes" }.into()),
            ];
            texts.say(answered_id(*means), &values)
        }
        Happening::NoAnswer { hostname, provider, uncertain, message } => {
            let id = if *uncertain { "journal-uncertain" } else { "journal-not-sent" };
            let values = [
                ("host", host(hostname).into()),
                ("provider", provider_name(provider).into()),
                ("message", message.as_str().into()),
            ];
            texts.say(id, &values)
        }
        Happening::Proved { hostname, address, seconds } => {
            let values = [
                ("host", host(hostname).into()),
                ("address", address.to_string().into()),
                ("seconds", (*seconds).into()),
            ];
            texts.say("journal-proved", &values)
        }
        Happening::NotProved { hostname, expected, found, .. } => {
            let values = [
                ("host", host(hostname).into()),
                ("expected", expected.to_string().into()),
                ("found", words(found).into()),
                ("count", found.len().into()),
            ];
            texts.say("journal-not-proved", &values)
        }
        Happening::Halted { hostname, provider, .. } => {
            let provider = provider_name(provider);
            match hostname {
                Some(name) => {
                    texts.say("journal-halted-hostname", &[("host", host(name).into()), ("provider", provider.into())])
                }
                None => texts.say("journal-halted", &[("provider", provider.into())]),
            }
        }
        Happening::StandbyServes { hostname, provider } | Happening::FirstServes { hostname, provider } => {
            let begins = matches!(happening, Happening::StandbyServes { .. });
            let id = if begins { "journal-standby-serves" } else { "journal-first-serves" };
            texts.say(id, &[("host", host(hostname).into()), ("provider", provider_name(provider).into())])
        }
        Happening::Held { code: Some(code), name } => {
            let id = if *code == Code::VpnActive { "journal-held-vpn" } else { "journal-held-away" };
            texts.say(id, &[("name", name.as_str().into())])
        }
        Happening::Held { code: None, .. } => texts.say("journal-released", &[]),
        Happening::Paused { hostname: Some(name), .. } => {
            texts.say("journal-paused-hostname", &[("host", host(name).into())])
        }
        Happening::Paused { hostname: None, .. } => texts.say("journal-paused", &[]),
        Happening::Resumed { hostname: Some(name) } => {
            texts.say("journal-resumed-hostname", &[("host", host(name).into())])
        }
        Happening::Resumed { hostname: None } => texts.say("journal-resumed", &[]),
        Happening::SettingsChanged { what } => texts.say("journal-settings", &[("what", what.as_str().into())]),
        Happening::Notified { hostname, server, message } => notified(hostname.as_ref(), server, message, texts),
        Happening::Checked => texts.say("journal-checked", &[]),
        Happening::Trouble { code, message } => {
            texts.say("journal-trouble", &[("code", code.as_str().into()), ("message", message.as_str().into())])
        }
    }
}

fn notified(hostname: Option<&Hostname>, server: &str, message: &str, texts: &Texts) -> String {
    let id = if message.is_empty() { "journal-notified" } else { "journal-not-notified" };
    let values = [
        ("host", hostname.map(Hostname::to_unicode).unwrap_or_default().into()),
        ("try", if hostname.is_none() { "yes" } else { "no" }.into()),
        ("server", server.into()),
        ("message", message.into()),
    ];

    texts.say(id, &values)
}

fn words(addresses: &[IpAddr]) -> String {
    let words: Vec<String> = addresses.iter().map(ToString::to_string).collect();

    words.join(", ")
}

fn answered_id(means: Means) -> &'static str {
    match means {
        Means::Good => "journal-answered-good",
        Means::Unchanged => "journal-answered-unchanged",
        Means::BadAuth => "journal-answered-bad-auth",
        Means::NoSuchHost | Means::NotYours => "journal-answered-no-such-host",
        Means::NotEntitled => "journal-answered-not-entitled",
        Means::Blocked => "journal-answered-blocked",
        Means::BadRequest => "journal-answered-bad-request",
        Means::ClientRefused => "journal-answered-client-refused",
        Means::RateLimited => "journal-answered-rate-limited",
        Means::ServerTrouble => "journal-answered-server-trouble",
        Means::Unknown => "journal-answered-unknown",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_meaning_has_a_line_that_names_hostname_and_provider() {
        let texts = Texts::english();
        for means in [
            Means::Good,
            Means::Unchanged,
            Means::BadAuth,
            Means::NoSuchHost,
            Means::NotEntitled,
            Means::Blocked,
            Means::BadRequest,
            Means::ClientRefused,
            Means::RateLimited,
            Means::ServerTrouble,
            Means::Unknown,
        ] {
            let happening = Happening::Answered {
                hostname: "home.example.org".parse().unwrap(),
                provider: ProviderId("desec".to_owned()),
                means,
                message: "words of its own".to_owned(),
                exchange: Exchange::default(),
            };
            let said = line(&happening, &|_| "deSEC".to_owned(), &texts);
            assert!(said.contains("home.example.org") && said.contains("deSEC"), "{said}");
        }
    }

    #[test]
    fn the_timeline_names_kinds_as_they_are_written() {
        let kinds = [
            Happening::AddressUnknown { family: Family::Ipv4, why: String::new(), addresses: Vec::new() },
            Happening::Held { code: None, name: String::new() },
            Happening::Proved {
                hostname: "home.example.org".parse().unwrap(),
                address: "192.0.2.1".parse().unwrap(),
                seconds: 0,
            },
        ];
        for happening in kinds {
            let written = serde_json::to_string(&happening).unwrap();
            assert!(DRAWN.iter().any(|kind| written.starts_with(&format!("{{\"kind\":\"{kind}\""))), "{written}");
        }
    }

    #[test]
    fn a_new_address_names_the_old_one_and_who_said_so() {
        let happening = Happening::AddressChanged {
            family: Family::Ipv4,
            old: Some("192.0.2.1".parse().unwrap()),
            new: "192.0.2.2".parse().unwrap(),
            witnesses: vec!["one".to_owned(), "two".to_owned()],
        };

        assert_eq!(
            line(&happening, &|_| String::new(), &Texts::english()),
            "New IPv4 address 192.0.2.2, before 192.0.2.1. Seen by one, two."
        );
    }
}
