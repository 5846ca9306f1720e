//! The home's router and the STUN servers: what they announce and answer, truthfully or not.

use std::net::{IpAddr, Ipv4Addr};

use homeport_core::address::Family;
use homeport_core::event::{Event, Hint};
use homeport_core::gateway::{Gateway, Power, Protocol, Said};
use homeport_core::observation::{Report, SourceFault, SourceId};
use homeport_core::settings::SourceKind;

use super::{Fault, Happens, SECOND, Violation, World};
use crate::simulation::options::Speaks;
use crate::simulation::provider::Way;

/// A question without an answer is given up after this (RFC 6886, 3.1).
const SILENCE: u64 = 1_750;
/// The address that a lying router and lying STUN servers name.
const LIE: Ipv4Addr = Ipv4Addr::new(20, 66, 0, 6);

impl World<'_> {
    /// The client listens to another router, or to none.
    pub(super) fn watch_router(&mut self, gateway: Option<Gateway>) {
        self.gateway = gateway.map(|gateway| gateway.address);
        if let (Some(from), Speaks::Upnp) = (self.gateway, self.options.router) {
            self.tell_after(30, Event::Router { from, protocol: Protocol::Upnp, said: Said::Promised(true) });
        }
    }

    pub(super) fn ask_router(&mut self, protocols: &[Protocol]) {
        let Some(from) = self.gateway else { return };
        for protocol in protocols {
            let said = self.answer_of_router(*protocol);
            let took = if said == Said::Silent { SILENCE } else { self.random.between(1, 40) };
            self.tell_after(took, Event::Router { from, protocol: *protocol, said });
        }
    }

    fn answer_of_router(&self, protocol: Protocol) -> Said {
        let speaks = match (self.options.router, protocol) {
            (Speaks::Nothing, _) => false,
            (Speaks::Upnp, protocol) => protocol == Protocol::Upnp,
            (Speaks::NatPmp | Speaks::Announces, protocol) => protocol != Protocol::Upnp,
        };
        let reached = self.home.has(Family::Ipv4, self.active) && !self.home.is_away(self.active);
        if !speaks || !reached || self.active.has_any(&[Fault::RouterMute, Fault::RouterReboots]) {
            return Said::Silent;
        }
        match protocol {
            Protocol::Pcp => Said::Answered { address: None, epoch: Some(self.epoch()) },
            Protocol::NatPmp => Said::Answered { address: Some(self.router_address()), epoch: Some(self.epoch()) },
            Protocol::Upnp => Said::Answered { address: Some(self.router_address()), epoch: None },
        }
    }

    fn router_address(&self) -> Ipv4Addr {
        if self.active.has(Fault::RouterLies) {
            return LIE;
        }

        self.home.wan_of_router(self.active)
    }

    fn epoch(&self) -> u32 {
        u32::try_from(self.clock.real.saturating_sub(self.router_started) / SECOND).unwrap_or(u32::MAX)
    }

    /// The router announces its address to everybody, if it is one that does.
    pub(super) fn announce(&mut self) {
        let Some(from) = self.gateway.filter(|_| !self.home.is_away(self.active)) else { return };
        let said = |epoch| Said::Announced { address: Some(self.router_address()), epoch };
        let event = match self.options.router {
            Speaks::Announces => Event::Router { from, protocol: Protocol::NatPmp, said: said(Some(self.epoch())) },
            Speaks::Upnp => Event::Router { from, protocol: Protocol::Upnp, said: said(None) },
            Speaks::Nothing | Speaks::NatPmp => return,
        };
        self.tell_after(5, event);
    }

    /// The lease changed behind the router: it may say so by itself, and no event of this machine does.
    pub(super) fn lease_changed(&mut self, told: bool) -> Result<(), Violation> {
        self.announce();
        let tells = matches!(self.options.router, Speaks::Announces | Speaks::Upnp) && self.gateway.is_some();

        if told && !tells { self.hint(Hint::Network) } else { Ok(()) }
    }

    /// Packets that anybody in the network can send in the router's name.
    pub(super) fn forge(&mut self, number: u8) -> Result<(), Violation> {
        let Some(from) = self.gateway else { return self.hint(Hint::Network) };
        let address = Some(Ipv4Addr::new(20, 67, 0, number));
        let protocol = if number.is_multiple_of(2) { Protocol::NatPmp } else { Protocol::Upnp };

        self.tell(Event::Router { from, protocol, said: Said::Announced { address, epoch: Some(u32::from(number)) } })
    }

    pub(super) fn pulse(&mut self, through: Option<&String>) {
        let lies = self.active.has(Fault::StunLies).then_some(IpAddr::V4(LIE));
        let seen = self.home.seen(Family::Ipv4, self.active, through.is_some());
        let open = matches!(self.way(), Way::Open);
        let said = lies.or(seen).filter(|_| open).ok_or(SourceFault::NoAnswer);
        let took = if said.is_ok() { 30 } else { 2 * SECOND };
        let source = SourceId { kind: SourceKind::Stun, operator: "stun".to_owned() };
        self.tell_after(took, Event::Pulsed(Report { source, family: Family::Ipv4, said }));
    }

    /// A laptop is unplugged and takes a way out that is paid by its amount, or is plugged in again.
    pub(super) fn power_changed(&mut self, on_battery: bool) {
        let power = Power { has_battery: true, on_battery, metered: Some(on_battery) };
        self.plan(self.clock.real + 1, Happens::Tell(self.process, Event::Power(power)));
    }
}
