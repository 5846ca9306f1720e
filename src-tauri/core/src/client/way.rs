//! Which way out is used, which network this is, and whether anything may be published here.

use crate::address::Family;
use crate::fault::Code;
use crate::journal::{Happening, Weight};
use crate::network::{NetworkFacts, NetworkId};
use crate::settings::VpnRule;
use crate::snapshot;
use crate::time::Now;

use super::{Client, Hold};

/// Why updates are on hold because of a tunnel: the word that the texts choose by.
const TUNNEL_HELD: &str = "held";
/// The user wants the way beside the tunnel, and this system gives no way to ask there.
const CANNOT_BIND: &str = "cannot-bind";
/// The user wants the way beside the tunnel, and there is none.
const NO_WAY_BESIDE: &str = "no-way-beside";
/// This is none of the home networks.
const AWAY: &str = "away";
/// The router's hardware address cannot be found out, and with it not which network this is.
const NOT_TOLD: &str = "not-told";

impl Client {
    /// Takes the way out that the user wants: the tunnel's, or the one beside it.
    pub(super) fn choose_way(&mut self, now: Now) {
        let Some(read) = &self.read else { return };
        let facts = if self.goes_beside_tunnels() { read.beside_tunnels() } else { read.clone() };
        self.lookout.handle_network(&facts, now.mono);
        self.facts = Some(facts);
    }

    fn goes_beside_tunnels(&self) -> bool {
        let wanted = self.settings.as_ref().is_some_and(|settings| settings.network.vpn == VpnRule::Physical);

        wanted && self.options.binds
    }

    /// The interface that questions have to leave by, because the system would send them through a tunnel.
    pub(super) fn bound(&self, family: Family) -> Option<String> {
        let through_tunnel = self.read.as_ref()?.route(family)?.tunnel && self.goes_beside_tunnels();
        let beside = || self.facts.as_ref()?.route(family).map(|route| route.interface.clone());

        through_tunnel.then(beside).flatten()
    }

    /// The network that this machine is in, once its router is known: a tunnel leads through it.
    pub(super) fn network_id(&self) -> Option<NetworkId> {
        self.read.as_ref()?.beside_tunnels().id()
    }

    pub(super) fn network_card(&self) -> snapshot::Network {
        let tunnel = self.read.as_ref().and_then(NetworkFacts::tunnel);

        snapshot::Network {
            id: self.network_id().map(|id| id.to_string()),
            name: self.network_name.clone(),
            home: self.is_home(),
            proposed: self.home_for_new(None).is_some(),
            tunnel: tunnel.map(|route| route.interface.clone()),
            beside_tunnel: Family::BOTH.into_iter().any(|family| self.bound(family).is_some()),
        }
    }

    /// Whether this is a network where updates may happen; `None` while that cannot be told.
    pub(super) fn is_home(&self) -> Option<bool> {
        let homes = &self.settings.as_ref()?.network.home;
        if homes.is_empty() {
            return Some(true);
        }
        let here = self.network_id()?;

        Some(homes.iter().filter_map(|home| home.parse::<NetworkId>().ok()).any(|home| home == here))
    }

    /// Decides whether a known address may be published here at all.
    pub(super) fn look_at_hold(&mut self, now: Now) {
        let offline = self.facts.as_ref().is_none_or(NetworkFacts::is_offline);
        // Whoever comes back to a network is asked again.
        self.wanted_here =
            self.wanted_here.take().filter(|wanted| !offline && self.network_id().as_ref() == Some(wanted));
        self.elsewhere = !offline && self.wanted_here.is_none() && self.is_home() != Some(true);
        let hold = self.reason_to_hold(now);
        let before = self.hold.take();
        self.hold = hold.map(|(code, name, why)| {
            let since = before.as_ref().filter(|old| old.code == code).map_or(now.wall, |old| old.since);
            Hold { code, name, why, since }
        });
        if before.as_ref().map(|hold| hold.code) != self.hold.as_ref().map(|hold| hold.code) {
            let (code, name) = match &self.hold {
                Some(hold) => (Some(hold.code), hold.name.clone()),
                None => (None, String::new()),
            };
            self.record(Weight::Change, Happening::Held { code, name }, now);
        }
        self.remember_told(now);
    }

    /// Updates are wanted here, this once, although it is no home network.
    pub(super) fn update_here(&mut self, now: Now) {
        self.wanted_here = self.network_id().filter(|_| self.is_home() == Some(false));
        self.look_at_hold(now);
        self.rounds.handle_button(now.mono);
    }

    /// The network to add to the home networks with a new hostname: where this machine may be carried away, updates
    /// happen only at home unless the user wants it otherwise.
    #[must_use]
    pub fn home_for_new(&self, only_here: Option<bool>) -> Option<NetworkId> {
        let homes = &self.settings.as_ref()?.network.home;
        let wanted = only_here.unwrap_or(homes.is_empty() && self.units.is_empty() && self.lookout.power().has_battery);

        self.network_id().filter(|_| wanted && (homes.is_empty() || self.is_home() != Some(true)))
    }

    /// The network that this machine is in, to be added to the home networks.
    #[must_use]
    pub fn network(&self) -> Option<NetworkId> {
        self.network_id()
    }

    /// The router of the network became known, or did not within the time that a start takes.
    pub(super) fn look_for_router(&mut self, now: Now) {
        if self.is_home().is_none() {
            // Its hardware address is known to the system once something was sent to it.
            self.rounds.handle_hint(now.mono);
        }
        self.look_at_hold(now);
    }

    /// A network without a name is told by its addresses, and by its router where a home has the same ones.
    fn name_of(&self, id: &NetworkId) -> String {
        let homes = self.settings.iter().flat_map(|settings| &settings.network.home);
        let is_alike = homes.filter_map(|home| home.parse::<NetworkId>().ok()).any(|home| home.subnet == id.subnet);

        if is_alike { id.to_string() } else { id.subnet.to_string() }
    }

    fn reason_to_hold(&self, now: Now) -> Option<(Code, String, &'static str)> {
        let (settings, facts) = (self.settings.as_ref()?, self.facts.as_ref()?);
        if settings.network.vpn != VpnRule::Through
            && let Some(route) = self.read.as_ref().and_then(|read| read.tunnel())
            && (facts.tunnel().is_some() || facts.is_offline())
        {
            let why = match settings.network.vpn {
                VpnRule::Physical if !self.options.binds => CANNOT_BIND,
                VpnRule::Physical => NO_WAY_BESIDE,
                VpnRule::Hold | VpnRule::Through => TUNNEL_HELD,
            };
            return Some((Code::VpnActive, route.interface.clone(), why));
        }
        if facts.is_offline() {
            return None;
        }
        let here = || self.network_name.clone().or_else(|| self.network_id().map(|id| self.name_of(&id)));
        match self.is_home() {
            _ if self.wanted_here.is_some() => None,
            Some(true) => None,
            Some(false) => Some((Code::NotHome, here().unwrap_or_default(), AWAY)),
            // Nothing is sent meanwhile, and there is nothing to tell yet.
            None if self.rounds.in_grace(now.mono) => None,
            None => Some((Code::NotHome, here().unwrap_or_default(), NOT_TOLD)),
        }
    }
}
