//! Replaces what names a person, a home or a machine by numbers: the same by the same, so that a helper can still follow.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::{ReportFacts, ReportPiece};
use crate::settings::Settings;

/// Values this short are words of everyday, and tell nothing.
const SHORTEST: usize = 3;

/// What something stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Host,
    Address,
    Account,
    Hardware,
    Network,
    Folder,
    Value,
}

impl Kind {
    fn word(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Address => "address",
            Self::Account => "account",
            Self::Hardware => "mac",
            Self::Network => "network",
            Self::Folder => "folder",
            Self::Value => "value",
        }
    }
}

/// What is hidden, and the numbers that were given.
#[derive(Debug, Default)]
pub struct Mask {
    /// Whole words, in small letters.
    words: BTreeMap<String, Kind>,
    /// Names with spaces and other marks in them, the longest first.
    phrases: Vec<(String, Kind)>,
    given: BTreeMap<(Kind, String), usize>,
    counts: BTreeMap<Kind, usize>,
}

impl Mask {
    /// Knows everything by its name that the report could name.
    #[must_use]
    pub fn of(facts: &ReportFacts<'_>) -> Self {
        let mut mask = Self::default();
        for row in &facts.snapshot.hostnames {
            mask.host(row.name.as_str());
            mask.host(&row.shown);
        }
        for network in [&facts.snapshot.network.name, &facts.snapshot.network.tunnel].into_iter().flatten() {
            mask.hide(network, Kind::Network);
        }
        if let Some(folder) = facts.home_folder.filter(|folder| folder.len() > SHORTEST) {
            mask.hide(folder, Kind::Folder);
        }
        mask.settings(facts.settings);
        for entry in facts.entries {
            match &entry.happening {
                crate::journal::Happening::Held { name, .. } => mask.hide(name, Kind::Network),
                // A hostname that was removed since.
                other => hostnames(other).for_each(|name| mask.host(name)),
            }
        }
        mask.phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        mask.phrases.dedup();

        mask
    }

    fn settings(&mut self, settings: &Settings) {
        for hostname in &settings.hostnames {
            self.host(hostname.name.as_str());
            if let Some(device) = &hostname.device {
                self.hide(device, Kind::Hardware);
            }
        }
        for account in &settings.accounts {
            // An account that Homeport named after its provider names nobody.
            if !account.id.0.starts_with(&account.provider.0) {
                self.hide(&account.id.0, Kind::Account);
            }
            for value in account.fields.values() {
                self.hide(value, Kind::Account);
                // Messages name the server without the rest of its address.
                let url = url::Url::parse(value).ok();
                self.hide(url.as_ref().and_then(url::Url::host_str).unwrap_or_default(), Kind::Host);
            }
        }
        for source in &settings.sources {
            self.hide(&source.url, Kind::Value);
        }
        if let Some(webhook) = &settings.webhook {
            self.hide(webhook.url.as_str(), Kind::Value);
            self.hide(&webhook.body, Kind::Value);
            self.hide(webhook.url.host_str().unwrap_or_default(), Kind::Host);
        }
        if let Some(proxy) = &settings.app.proxy {
            self.hide(proxy, Kind::Value);
        }
        for part in &settings.addresses.command {
            self.hide(part, Kind::Value);
        }
    }

    /// A hostname and the zones above it, but no top level.
    fn host(&mut self, name: &str) {
        let mut rest = name;
        while rest.contains('.') {
            self.words.entry(rest.to_lowercase()).or_insert(Kind::Host);
            rest = rest.split_once('.').map_or("", |(_, parent)| parent);
        }
    }

    fn hide(&mut self, text: &str, kind: Kind) {
        let text = text.trim();
        if text.chars().count() < SHORTEST {
            return;
        }
        if text.chars().all(is_of_a_word) {
            self.words.entry(text.to_lowercase()).or_insert(kind);
        } else {
            self.phrases.push((text.to_owned(), kind));
            // A text of JSON or TOML writes some marks in another way.
            let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
            if escaped != text {
                self.phrases.push((escaped, kind));
            }
        }
    }

    /// The text in pieces, with everything hidden that is known or looks like an address.
    pub fn pieces(&mut self, text: &str) -> Vec<ReportPiece> {
        let mut pieces = Pieces::default();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            if let Some((phrase, kind)) = self.phrases.iter().find(|(phrase, _)| rest.starts_with(phrase.as_str())) {
                let (length, key, kind) = (phrase.len(), phrase.clone(), *kind);
                pieces.hidden(self.number(kind, key));
                rest = &rest[length..];
                continue;
            }
            if !is_of_a_word(first) {
                pieces.shown(&rest[..first.len_utf8()]);
                rest = &rest[first.len_utf8()..];
                continue;
            }
            let end = rest.find(|character| !is_of_a_word(character)).unwrap_or(rest.len());
            self.word(&rest[..end], &mut pieces);
            rest = &rest[end..];
        }

        pieces.0
    }

    fn word(&mut self, whole: &str, pieces: &mut Pieces) {
        // A mark at the end is the sentence's; "::" is an address's.
        let word = whole.trim_end_matches(['.', '-', '_']);
        let word = if word.ends_with("::") { word } else { word.trim_end_matches(':') };
        let (hidden, length) = match self.find(word) {
            Some((kind, key)) => (Some(self.number(kind, key)), word.len()),
            // A port behind it is no part of it.
            None => match word.rsplit_once(':').map(|(host, _)| host) {
                Some(host) => (self.find(host).map(|(kind, key)| self.number(kind, key)), host.len()),
                None => (None, 0),
            },
        };
        match hidden {
            Some(number) => {
                pieces.hidden(number);
                pieces.shown(&whole[length..]);
            }
            None => pieces.shown(whole),
        }
    }

    /// What a word stands for, and by what its number is found again.
    fn find(&self, word: &str) -> Option<(Kind, String)> {
        let small = word.to_lowercase();
        if let Some(kind) = self.words.get(&small) {
            return Some((*kind, small));
        }
        if let Ok(address) = word.parse::<IpAddr>() {
            // These are the same in every home.
            let tells = !address.is_loopback() && !address.is_unspecified();
            return tells.then(|| (Kind::Address, address.to_string()));
        }
        if is_hardware(word) {
            return Some((Kind::Hardware, small.replace('-', ":")));
        }
        let below = small.match_indices('.').any(|(at, _)| self.words.get(&small[at + 1..]) == Some(&Kind::Host));

        below.then_some((Kind::Host, small))
    }

    fn number(&mut self, kind: Kind, key: String) -> String {
        let next = self.counts.get(&kind).copied().unwrap_or_default() + 1;
        let number = *self.given.entry((kind, key)).or_insert(next);
        if number == next {
            self.counts.insert(kind, next);
        }

        format!("{}-{number}", kind.word())
    }
}

/// Pieces one after the other; what is shown is joined.
#[derive(Default)]
struct Pieces(Vec<ReportPiece>);

impl Pieces {
    fn shown(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(last) if !last.hidden => last.text.push_str(text),
            _ if text.is_empty() => {}
            _ => self.0.push(ReportPiece { text: text.to_owned(), hidden: false }),
        }
    }

    fn hidden(&mut self, text: String) {
        self.0.push(ReportPiece { text, hidden: true });
    }
}

fn is_of_a_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '.' | '-' | '_' | ':')
}

/// Six pairs of digits: a MAC address.
fn is_hardware(word: &str) -> bool {
    let pairs: Vec<&str> = word.split([':', '-']).collect();

    pairs.len() == 6 && pairs.iter().all(|pair| pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

fn hostnames(happening: &crate::journal::Happening) -> impl Iterator<Item = &str> {
    use crate::journal::Happening as H;

    let (many, one) = match happening {
        H::Sent { hostnames, .. } => (hostnames.as_slice(), None),
        H::Answered { hostname, .. }
        | H::NoAnswer { hostname, .. }
        | H::Proved { hostname, .. }
        | H::NotProved { hostname, .. }
        | H::StandbyServes { hostname, .. }
        | H::FirstServes { hostname, .. } => (&[][..], Some(hostname)),
        H::Halted { hostname, .. }
        | H::Notified { hostname, .. }
        | H::Paused { hostname, .. }
        | H::Resumed { hostname } => (&[][..], hostname.as_ref()),
        H::Started { .. }
        | H::AddressChanged { .. }
        | H::AddressUnknown { .. }
        | H::Held { .. }
        | H::SettingsChanged { .. }
        | H::Checked
        | H::Trouble { .. } => (&[][..], None),
    };

    many.iter().chain(one).map(crate::hostname::Hostname::as_str)
}
