//! What the system calls the network: it keeps a list of all networks that it was in, by their router's hardware address.

use homeport_core::network::Mac;
use windows_registry::{Key, LOCAL_MACHINE};

use crate::netwatch::read_network;

const LIST: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList";
/// Networks of homes, and those of a company's domain.
const KINDS: [&str; 2] = ["Unmanaged", "Managed"];

/// `None` when the router is not known, or the network is not in the list.
pub(super) fn of_network() -> Option<String> {
    let facts = read_network().ok()?.beside_tunnels();
    let router = [facts.route_v4, facts.route_v6].into_iter().flatten().find_map(|route| route.gateway_mac)?;
    let list = LOCAL_MACHINE.open(LIST).ok()?;

    // A network that got a new profile is there twice: the one that was used last is in use.
    KINDS.iter().flat_map(|kind| profiles(&list, kind, router)).max().map(|(_, name)| name)
}

/// The profiles of one router's networks: when each was last connected, and its name.
fn profiles(list: &Key, kind: &str, router: Mac) -> Vec<(Vec<u16>, String)> {
    let Ok(signatures) = list.open(format!(r"Signatures\{kind}")) else {
        return Vec::new();
    };
    let Ok(keys) = signatures.keys() else {
        return Vec::new();
    };

    keys.filter_map(|key| {
        let signature = signatures.open(key).ok()?;
        if signature.get_value("DefaultGatewayMac").ok()?[..] != router.0 {
            return None;
        }
        let identity = signature.get_string("ProfileGuid").ok()?;
        let profile = list.open(format!(r"Profiles\{identity}")).ok()?;
        let name = profile.get_string("ProfileName").ok().filter(|name| !name.is_empty())?;

        Some((last_connected(&profile), name))
    })
    .collect()
}

/// `SYSTEMTIME`, from the year to the milliseconds without the day of the week; empty when it is not told.
fn last_connected(profile: &Key) -> Vec<u16> {
    let time = profile.get_value("DateLastConnected").ok();
    let mut numbers: Vec<u16> =
        time.iter().flat_map(|time| time.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]))).collect();
    if numbers.len() > 2 {
        numbers.remove(2);
    }

    numbers
}
