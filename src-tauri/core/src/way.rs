//! The way of an address, from this computer to the world's caches: six stations, and where the way is broken.
//!
//! The first three are the same for all hostnames and stand with each address card; the others are those of one record.
//! Only the first break is marked: beyond it the old value stands, and a second mark would say nothing more.

use serde::{Deserialize, Serialize};

use crate::address::{Family, PerFamily};
use crate::fault::Code;
use crate::hostname::Hostname;
use crate::snapshot::{AddressCard, Chip, ChipState, HostnameRow, Snapshot, State, Verdict};

/// A station of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Station {
    /// This computer.
    Computer,
    /// The router, or the other end of a tunnel.
    Router,
    /// What the world sees.
    Internet,
    /// The provider's record.
    Provider,
    /// The zone's own name servers.
    Dns,
    /// The caches of everybody else.
    World,
}

/// How a station stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StopState {
    /// In order.
    Ok,
    /// Under way.
    Waiting,
    /// It has the old value, or none.
    Old,
    /// A person should look.
    Unsure,
    /// Not in use.
    None,
}

/// Why the link that leads to a station ends before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Cut {
    /// It is broken.
    Broken,
    /// Updates are on hold.
    Held,
}

/// What is to be said of a station; most of it stands elsewhere in the snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Said {
    /// Nothing.
    Nothing,
    /// The name of the interface.
    Interface,
    /// There is no way out.
    NoRoute,
    /// The card's verdict.
    Verdict,
    /// Why the address is not known.
    Why,
    /// When the provider accepted it.
    Accepted,
    /// The record's state as a word.
    Record,
    /// The hostname's state in a few words.
    Row,
    /// How many name servers have it.
    Servers,
    /// It comes soon.
    Soon,
    /// It is the old address.
    Old,
    /// It sees the address, too.
    Seen,
}

/// One station and its state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Stop {
    /// Which one.
    pub station: Station,
    /// How it stands.
    pub state: StopState,
    /// The link to it ends before it.
    pub cut: Option<Cut>,
    /// The address there; empty: none.
    pub value: String,
    /// What is to be said of it.
    pub said: Said,
}

/// Draws the ways of all records, and chooses what tells most.
pub(crate) fn draw(snapshot: &mut Snapshot) {
    for card in [&mut snapshot.addresses.ipv4, &mut snapshot.addresses.ipv6] {
        card.stops = near(card);
    }
    let addresses = &snapshot.addresses;
    for row in &mut snapshot.hostnames {
        row.telling = telling_family(&row.records);
        let far = |family: Family| far(addresses.get(family), row, row.records.get(family));
        row.stops = PerFamily { ipv4: far(Family::Ipv4), ipv6: far(Family::Ipv6) };
    }
    snapshot.telling = telling_hostname(&snapshot.hostnames);
}

/// The hostname that is worth showing: the worst one, or else the first.
fn telling_hostname(rows: &[HostnameRow]) -> Option<Hostname> {
    // Offline, everything waits alike, and an error says more.
    const WORST: [State; 6] =
        [State::Error, State::Offline, State::Attention, State::Working, State::Holding, State::Ok];

    WORST.iter().find_map(|state| rows.iter().find(|row| row.state == *state)).map(|row| row.name.clone())
}

/// The family whose record tells more of a hostname.
fn telling_family(records: &PerFamily<Chip>) -> Family {
    let quiet = |chip: &Chip| matches!(chip.state, ChipState::Off | ChipState::NotHere);
    let PerFamily { ipv4, ipv6 } = records;
    let only_ipv6 = quiet(ipv4) && !quiet(ipv6);
    let ipv6_is_behind = ipv4.state == ChipState::Verified && !quiet(ipv6) && ipv6.state != ChipState::Verified;

    if only_ipv6 || ipv6_is_behind { Family::Ipv6 } else { Family::Ipv4 }
}

/// From this computer to the internet.
fn near(card: &AddressCard) -> Vec<Stop> {
    let out = card.way.as_ref();
    let gone = card.verdict == Verdict::NotHere;
    let known = card.address.is_some() && (card.seen.is_some() || card.own_only);
    let text = |address: Option<std::net::IpAddr>| address.map(|address| address.to_string()).unwrap_or_default();
    let computer = Stop {
        station: Station::Computer,
        state: StopState::Ok,
        cut: None,
        value: text(out.and_then(|out| out.own)),
        said: if out.is_some() { Said::Interface } else { Said::Nothing },
    };
    let router = Stop {
        station: Station::Router,
        state: match out {
            Some(_) => StopState::Ok,
            None if gone => StopState::None,
            None => StopState::Old,
        },
        cut: (out.is_none() && !gone && !card.own_only).then_some(Cut::Broken),
        value: text(out.and_then(|out| out.gateway)),
        said: if out.is_some() { Said::Nothing } else { Said::NoRoute },
    };
    let doubtful = card.verdict == Verdict::Cgnat || (known && card.verdict == Verdict::Unknown && !card.own_only);
    let internet = Stop {
        station: Station::Internet,
        state: match (gone, doubtful, known) {
            (true, ..) => StopState::None,
            (false, true, _) => StopState::Unsure,
            (false, false, true) => StopState::Ok,
            (false, false, false) => StopState::Old,
        },
        cut: (out.is_some() && !known && !gone && card.verdict != Verdict::Cgnat).then_some(Cut::Broken),
        value: text(card.address),
        said: if known || card.address.is_none() { Said::Verdict } else { Said::Why },
    };
    let mut stops = vec![computer, router, internet];
    end_at_the_first_cut(&mut stops);

    stops
}

/// From the provider to the world.
fn far(card: &AddressCard, row: &HostnameRow, chip: &Chip) -> Vec<Stop> {
    let none = matches!(chip.state, ChipState::Off | ChipState::NotHere);
    let proved = chip.state == ChipState::Verified;
    let only_dns_lacks_it =
        chip.state == ChipState::Wrong && matches!(row.fault, Some(Code::NotInDns | Code::ForeignChange));
    let taken = proved || chip.state == ChipState::Accepted || only_dns_lacks_it;
    let state = match chip.state {
        _ if none => StopState::None,
        _ if taken => StopState::Ok,
        ChipState::Sending => StopState::Waiting,
        ChipState::Unsure => StopState::Unsure,
        _ => StopState::Old,
    };
    let later = match chip.state {
        _ if none => StopState::None,
        _ if proved => StopState::Ok,
        ChipState::Accepted | ChipState::Sending => StopState::Waiting,
        _ => StopState::Old,
    };
    let value = chip.address.map(|address| address.to_string()).unwrap_or_default();
    let answer = common_answer(chip).unwrap_or_else(|| value.clone());
    let held = chip.state == ChipState::Holding || row.state == State::Holding;
    let provider = Stop {
        station: Station::Provider,
        state,
        cut: match state {
            _ if held => Some(Cut::Held),
            StopState::Old => Some(Cut::Broken),
            _ => None,
        },
        value: value.clone(),
        said: match chip.accepted {
            Some(_) if taken => Said::Accepted,
            _ if none => Said::Record,
            _ => Said::Row,
        },
    };
    let dns = Stop {
        station: Station::Dns,
        state: later,
        cut: (taken && later == StopState::Old).then_some(Cut::Broken),
        value: answer.clone(),
        said: match later {
            StopState::Ok if chip.servers.is_empty() => Said::Record,
            StopState::Ok => Said::Servers,
            StopState::None => Said::Nothing,
            StopState::Waiting => Said::Soon,
            StopState::Old | StopState::Unsure => Said::Old,
        },
    };
    let world = Stop {
        station: Station::World,
        state: later,
        cut: None,
        value: match later {
            StopState::Waiting => String::new(),
            StopState::Ok => value,
            _ => answer,
        },
        said: match later {
            StopState::Ok => Said::Seen,
            StopState::None => Said::Nothing,
            StopState::Waiting => Said::Soon,
            StopState::Old | StopState::Unsure => Said::Old,
        },
    };
    let mut stops = vec![provider, dns, world];
    if card.stops.iter().any(|stop| stop.cut.is_some()) {
        fade(&mut stops);
    } else {
        end_at_the_first_cut(&mut stops);
    }

    stops
}

fn end_at_the_first_cut(stops: &mut [Stop]) {
    let Some(at) = stops.iter().position(|stop| stop.cut.is_some()) else { return };
    // While updates only wait, what is published may still be right.
    let waits = stops.get(at).is_some_and(|stop| stop.cut == Some(Cut::Held) && stop.state == StopState::Ok);
    let beyond = stops.get_mut(at + 1..).unwrap_or_default();
    if !waits {
        return fade(beyond);
    }
    for stop in beyond {
        stop.cut = None;
    }
}

/// What lies beyond a break.
fn fade(stops: &mut [Stop]) {
    for stop in stops {
        stop.cut = None;
        if stop.state != StopState::None {
            stop.state = StopState::Old;
        }
    }
}

/// What most name servers say, of those that said something.
fn common_answer(chip: &Chip) -> Option<String> {
    let heard = chip.servers.iter().filter(|server| server.trouble.is_empty());
    let answers: Vec<String> =
        heard.map(|server| server.addresses.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")).collect();
    let count = |wanted: &String| answers.iter().filter(|answer| *answer == wanted).count();
    // Of two that are as common, the first.
    let most = answers.iter().rev().max_by_key(|answer| count(answer))?;

    Some(most.clone()).filter(|answer| !answer.is_empty())
}

#[cfg(test)]
mod tests;
