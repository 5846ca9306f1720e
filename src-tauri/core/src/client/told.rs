//! What belongs to a network is told once there: a café that was visited before, a VPN, a carrier that shares addresses.

use std::net::IpAddr;

use crate::address::{Family, Scope};
use crate::fault::{Code, Fault};
use crate::ledger::{LedgerChange, TOLD_NETWORKS, ToldHere};
use crate::observation::{Observation, Why};
use crate::time::{Now, Wall};

use super::Client;

/// How long a network's peculiarity is shown among the problems. Afterwards the address card has it.
const SHOWN_FOR: std::time::Duration = crate::time::DAY;

/// Another translation on the way of the IPv4 address.
pub(super) struct Behind {
    /// The router's own address; some routers name none that is not public.
    pub(super) router: Option<IpAddr>,
    /// The address that the world sees, if that is agreed.
    pub(super) seen: Option<IpAddr>,
    /// It is the carrier's: an address that carriers share among customers (RFC 6598).
    pub(super) carrier: bool,
}

impl Client {
    /// Whether the router's address is another one than the world sees.
    pub(super) fn behind(&self) -> Option<Behind> {
        let seen = self.sightings.ipv4.known().map(crate::address::Publishable::get);
        if let Observation::Unknown(Why::NotPublic(router, Scope::Shared)) = self.sightings.ipv4.observation {
            return Some(Behind { router: Some(router), seen: None, carrier: true });
        }
        if seen.is_some() && self.lookout.names_nothing() {
            return Some(Behind { router: None, seen, carrier: true });
        }
        let (router, scope) = self.lookout.other_address()?;

        Some(Behind { router: Some(router.into()), seen, carrier: scope == Scope::Shared })
    }

    fn here(&self, code: Code) -> Option<ToldHere> {
        let network = match code {
            Code::VpnActive => self.hold.as_ref()?.name.clone(),
            // A network whose router cannot be told apart is at least one with a next hop of this address.
            _ => match self.network_id() {
                Some(id) => id.to_string(),
                None => self.facts.as_ref()?.route(Family::Ipv4)?.gateway?.to_string(),
            },
        };

        Some(ToldHere { code, network })
    }

    /// When this was told in this network first.
    pub(super) fn told_here(&self, code: Code) -> Option<Wall> {
        self.ledger.told.get(&self.here(code)?).copied()
    }

    /// A peculiarity of the network that the records are kept up with all the same is shown for a day.
    pub(super) fn is_still_shown(&self, code: Code, now: Now) -> bool {
        self.told_here(code).is_none_or(|told| now.wall.since(told) < SHOWN_FOR)
    }

    /// Remembers what is told now, so that a restart or the next visit does not tell it again.
    pub(super) fn remember_told(&mut self, now: Now) {
        let wanted = self.units.values().any(|unit| unit.wants(Family::Ipv4) && !unit.is_practice());
        let behind = (wanted && self.behind().is_some()).then_some(Code::Cgnat);
        let hold = self.hold.as_ref().map(|hold| hold.code);
        for code in [behind, hold].into_iter().flatten() {
            let Some(here) = self.here(code).filter(|here| !self.ledger.told.contains_key(here)) else { continue };
            if self.ledger.told.len() >= TOLD_NETWORKS
                && let Some(first) = self.ledger.told.iter().min_by_key(|(_, at)| **at).map(|(told, _)| told.clone())
            {
                self.remember(LedgerChange::Told(first, None));
            }
            self.remember(LedgerChange::Told(here, Some(now.wall)));
        }
    }
}

impl Fault {
    /// It was told in this network at this time already.
    pub(super) fn told(mut self, at: Option<Wall>) -> Self {
        self.told = at;
        self
    }
}
