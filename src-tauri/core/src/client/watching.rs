//! The router and the STUN servers: what they say is a sign to look, and a witness when it was asked for.

use std::net::{IpAddr, Ipv4Addr};

use crate::address::Family;
use crate::event::Action;
use crate::gateway::{Power, Protocol, Said};
use crate::lookout::{Task, Wanted};
use crate::observation::{Report, SourceId};
use crate::settings::{Settings, SourceKind};
use crate::snapshot::{self, RouterWay, Verdict};
use crate::text::Texts;
use crate::time::Now;

use super::Client;

/// The router's name as a witness.
const ROUTER: &str = "router";

impl Client {
    /// What the settings want of the router and the STUN servers.
    pub(super) fn look_at_wanted(&mut self, now: Now) {
        let needed = self.units.values().any(|unit| unit.wants(Family::Ipv4) && !unit.is_practice());
        let wanted = self.settings.as_ref().filter(|_| needed).map(wanted).unwrap_or_default();
        self.lookout.handle_wanted(wanted, self.facts.as_ref(), now.mono);
    }

    pub(super) fn handle_router(&mut self, from: Ipv4Addr, protocol: Protocol, said: Said, now: Now) {
        let face = self.lookout.face();
        self.lookout.handle_said(from, protocol, said, self.seen_v4(), now.mono);
        self.revision += u64::from(self.lookout.face() != face);
        if let Said::Answered { address: Some(address), .. } = said
            && protocol != Protocol::Pcp
            && self.rounds.is_busy()
            && self.lookout.witness(now.mono) == Some(address)
        {
            self.report_router(address, now);
        }
    }

    /// A round begins: the router is one of the witnesses.
    pub(super) fn ask_router(&mut self, now: Now) {
        if let Some(address) = self.lookout.witness(now.mono) {
            self.report_router(address, now);
            return;
        }
        let protocols = self.lookout.askable();
        if !protocols.is_empty() {
            self.actions.push_back(Action::AskRouter(protocols));
        }
    }

    fn report_router(&mut self, address: Ipv4Addr, now: Now) {
        let source = SourceId { kind: SourceKind::Router, operator: ROUTER.to_owned() };
        let Some(round) = self.rounds.running() else { return };
        // Behind another translation the router's address is not the one that the world sees.
        if self.lookout.other_address().is_some() {
            return;
        }
        if self.reports.iter().any(|report| report.source == source) {
            return;
        }
        self.handle_report(round, Report { source, family: Family::Ipv4, said: Ok(address.into()) }, now);
    }

    pub(super) fn handle_pulse(&mut self, report: &Report, now: Now) {
        self.standings.handle_pulse(report, now.wall);
        let said = report.said.as_ref().ok().copied();
        self.lookout.handle_pulse(said, self.seen_v4(), now.mono);
    }

    pub(super) fn handle_power(&mut self, power: Power, now: Now) {
        self.lookout.handle_power(power, now.mono);
    }

    /// How the world reaches an agreed address.
    pub(super) fn verdict(&self, family: Family, here: bool) -> Verdict {
        match self.behind().filter(|_| family == Family::Ipv4) {
            _ if here => Verdict::Direct,
            Some(_) => Verdict::Cgnat,
            None => Verdict::BehindNat,
        }
    }

    pub(super) fn lookout_card(&self, texts: &Texts) -> snapshot::Lookout {
        let lookout = &self.lookout;
        let voices = lookout.voices().filter(|(_, voice)| voice.tells || voice.announcements > 0);
        let ways: Vec<RouterWay> = voices
            .map(|(protocol, voice)| RouterWay {
                protocol,
                tells: voice.tells,
                announces: voice.promised || voice.announcements > 0,
            })
            .collect();
        let router = lookout.gateway().map(|gateway| gateway.address);
        let external = lookout.address();
        let behind_another = lookout.other_address().is_some() || self.behind().is_some();
        let names: Vec<&str> = ways.iter().filter(|way| way.tells).map(|way| way.protocol.name()).collect();
        let id = match (router, external) {
            (_, Some(_)) if behind_another => "lookout-behind",
            (Some(_), None) if behind_another => "lookout-nameless",
            (_, Some(_)) => "lookout-tells",
            (Some(_), None) if lookout.pulses() => "lookout-pulses",
            (Some(_), None) => "lookout-silent",
            (None, _) if lookout.pulses() => "lookout-pulses",
            (None, _) => "lookout-direct",
        };
        let words = |address: Option<Ipv4Addr>| address.map(|address| address.to_string()).unwrap_or_default();
        let values = [
            ("router", words(router).into()),
            ("external", words(external).into()),
            ("names", names.join(", ").into()),
        ];

        snapshot::Lookout {
            router: router.map(IpAddr::from),
            external: external.map(IpAddr::from),
            behind_another,
            ways,
            pulses: lookout.pulses(),
            power: lookout.power(),
            words: texts.say(id, &values),
        }
    }

    fn seen_v4(&self) -> Option<IpAddr> {
        self.sightings.ipv4.last.as_ref().map(|(agreed, _)| agreed.address.get())
    }

    pub(super) fn poll_lookout(&mut self, now: Now) {
        while let Some(task) = self.lookout.poll(now.mono) {
            match task {
                Task::Watch(gateway) => self.actions.push_back(Action::WatchRouter(gateway)),
                Task::Ask(protocols) => self.actions.push_back(Action::AskRouter(protocols)),
                Task::Pulse => {
                    let through = self.bound(Family::Ipv4);
                    self.actions.push_back(Action::Pulse { through });
                }
                Task::Check => self.rounds.handle_sign(now.mono),
            }
        }
    }
}

fn wanted(settings: &Settings) -> Wanted {
    let addresses = &settings.addresses;
    // An address that the user wrote, or a program of the user's own, is asked alone.
    let alone = addresses.fixed.ipv4.is_some() || !addresses.command.is_empty();
    let is = |kind| !alone && (addresses.sources.is_empty() || addresses.sources.contains(&kind));

    Wanted { router: is(SourceKind::Router), stun: is(SourceKind::Stun), stun_on_metered: addresses.stun_on_metered }
}
