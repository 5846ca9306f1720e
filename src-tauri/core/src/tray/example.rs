//! A home for tests.

use crate::address::{Family, PerFamily};
use crate::hostname::Hostname;
use crate::language::Language;
use crate::settings::{AccountId, Preferences, ProviderId};
use crate::snapshot::{AddressCard, Chip, ChipState, HostnameRow, Network, Snapshot, State, Tray, Verdict};
use crate::time::Wall;

pub(crate) const NOW: Wall = Wall(1_790_000_000_000);

pub(crate) fn home(state: State, headline: &str, hostnames: &[(&str, State, &str)]) -> Snapshot {
    let card = |family, address: Option<&str>| AddressCard {
        family,
        address: address.map(|address| address.parse().unwrap()),
        verdict: Verdict::Unknown,
        verdict_word: String::new(),
        why: String::new(),
        seen: None,
        own_only: false,
        way: None,
        stops: Vec::new(),
    };
    let row = |(name, state, words): &(&str, State, &str)| {
        let records =
            PerFamily { ipv4: chip(Family::Ipv4, ChipState::Verified), ipv6: chip(Family::Ipv6, ChipState::Verified) };

        HostnameRow { state: *state, words: (*words).to_owned(), ..row(name, records) }
    };

    Snapshot {
        sources: Vec::new(),
        network: Network::default(),
        lookout: crate::snapshot::Lookout::default(),
        revision: 1,
        version: "0.1.0".to_owned(),
        at: NOW,
        state,
        headline: headline.to_owned(),
        detail: String::new(),
        addresses: PerFamily {
            ipv4: card(Family::Ipv4, Some("203.0.113.7")),
            ipv6: card(Family::Ipv6, Some("2001:db8:4a3f:10:8d3c:77ff:fe12:9a01")),
        },
        hostnames: hostnames.iter().map(row).collect(),
        telling: None,
        problems: Vec::new(),
        pause: None,
        busy: false,
        last_check: None,
        next_check: None,
        check_allowed: None,
        practice: None,
        tray: Tray::Shown,
        language: Language::English,
        preferences: Preferences::default(),
        webhook: None,
    }
}

/// A record of which no more is known.
pub(crate) fn chip(family: Family, state: ChipState) -> Chip {
    Chip {
        family,
        state,
        word: String::new(),
        address: None,
        accepted: None,
        proved: None,
        servers: Vec::new(),
        asked: None,
        ttl: None,
        cached_until: None,
    }
}

/// A hostname at deSEC that is up to date.
pub(crate) fn row(name: &str, records: PerFamily<Chip>) -> HostnameRow {
    let name: Hostname = name.parse().unwrap();

    HostnameRow {
        shown: name.to_unicode(),
        name,
        provider: ProviderId("desec".to_owned()),
        provider_name: "deSEC".to_owned(),
        account: AccountId("desec".to_owned()),
        state: State::Ok,
        words: String::new(),
        fault: None,
        paused: false,
        records,
        since: None,
        next_try: None,
        standby: None,
        minimum_ttl: None,
        lower_ttl: false,
        telling: Family::Ipv4,
        stops: PerFamily::default(),
    }
}
