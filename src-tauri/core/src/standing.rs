//! What is remembered of each source: what it said last, whether it was believed and why, and how often it was right.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::address::{Family, PublicAddress, prefix_64};
use crate::observation::{Observation, Report, SourceFault, SourceId, Why};
use crate::text::Texts;
use crate::time::{HOUR, Wall};

/// The health of a source that was always right.
const BEST: u8 = 100;
/// What one right word gives back.
const STEP_UP: u8 = 10;
/// Below this a source is left out of the usual checks for [`REST`].
pub const UNWELL: u8 = 50;
/// How long an unwell source is left alone, counted from its last word.
const REST: Duration = HOUR;

/// What was made of a source's last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Belief {
    /// The agreed address is the one that it named.
    Believed,
    /// Others agreed on another address.
    Outvoted,
    /// Sources named different addresses, and none won.
    Disputed,
    /// It alone named an address.
    Alone,
    /// What it named is not a public address.
    NotPublic,
    /// A sign to look, and no witness: it was not asked in a check.
    Sign,
    /// It gave no usable answer.
    Silent,
}

/// What is remembered of one source for one family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What it said last.
    pub said: Result<IpAddr, SourceFault>,
    /// What was made of it.
    pub belief: Belief,
    /// When that was.
    pub at: Wall,
    /// How often it was right lately, from 0 to 100.
    pub health: u8,
}

/// All sources that were heard since the settings changed.
#[derive(Debug, Clone, Default)]
pub struct Standings(BTreeMap<(Family, SourceId), Standing>);

impl Standings {
    /// Takes what was said in a round about one family, and what was made of it.
    pub fn handle_round(&mut self, family: Family, reports: &[Report], observation: &Observation, now: Wall) {
        for report in reports.iter().filter(|report| report.family == family) {
            let belief = believed(&report.said, observation);
            self.take(report, belief, matches!(observation, Observation::Known(_)), now);
        }
    }

    /// Takes what a STUN server said outside of a round.
    pub fn handle_pulse(&mut self, report: &Report, now: Wall) {
        let belief = if report.said.is_ok() { Belief::Sign } else { Belief::Silent };
        self.take(report, belief, false, now);
    }

    fn take(&mut self, report: &Report, belief: Belief, judged: bool, now: Wall) {
        let key = (report.family, report.source.clone());
        let before = self.0.get(&key).map_or(BEST, |standing| standing.health);
        let health = match belief {
            Belief::Believed => before.saturating_add(STEP_UP).min(BEST),
            // Where nobody is believed, the network may be the reason.
            Belief::Outvoted if judged => before / 2,
            Belief::NotPublic | Belief::Silent if judged => before - before / 4,
            _ => before,
        };
        self.0.insert(key, Standing { said: report.said.clone(), belief, at: now, health });
    }

    /// The sources that are better left out of a usual check, as they were wrong or silent again and again.
    #[must_use]
    pub fn unwell(&self, now: Wall) -> Vec<SourceId> {
        let unwell = |standing: &Standing| standing.health < UNWELL && now.since(standing.at) < REST;
        let mut found: Vec<SourceId> =
            self.0.iter().filter(|(_, standing)| unwell(standing)).map(|((_, source), _)| source.clone()).collect();
        found.sort_unstable();
        found.dedup();

        found
    }

    /// What is remembered of each source.
    pub fn iter(&self) -> impl Iterator<Item = (Family, &SourceId, &Standing)> {
        self.0.iter().map(|((family, source), standing)| (*family, source, standing))
    }
}

impl Standing {
    /// All this in words.
    #[must_use]
    pub fn words(&self, texts: &Texts) -> String {
        let address = self.said.as_ref().map(ToString::to_string).unwrap_or_default();
        let fault = match &self.said {
            Ok(_) => String::new(),
            Err(fault) => {
                let values = [("reason", reason(fault).into()), ("address", reason(fault).into())];
                texts.say(id_of_fault(fault), &values)
            }
        };
        let id = match self.belief {
            Belief::Believed => "source-believed",
            Belief::Outvoted => "source-outvoted",
            Belief::Disputed => "source-disputed",
            Belief::Alone => "source-alone",
            Belief::NotPublic => "source-not-public",
            Belief::Sign => "source-sign",
            Belief::Silent => return fault,
        };

        texts.say(id, &[("address", address.into())])
    }
}

fn believed(said: &Result<IpAddr, SourceFault>, observation: &Observation) -> Belief {
    let Ok(address) = said else { return Belief::Silent };
    match observation {
        Observation::Known(agreed) if names(*address, agreed.address.get()) => Belief::Believed,
        _ if PublicAddress::new(*address).is_err() => Belief::NotPublic,
        Observation::Known(_) => Belief::Outvoted,
        Observation::Unknown(Why::OneWitness(_)) => Belief::Alone,
        Observation::Absent | Observation::Unknown(_) => Belief::Disputed,
    }
}

/// A source of IPv6 sees the temporary address that a connection leaves by: it is right when the network's half is.
fn names(said: IpAddr, agreed: IpAddr) -> bool {
    match (said, agreed) {
        (IpAddr::V6(said), IpAddr::V6(agreed)) => prefix_64(said) == prefix_64(agreed),
        (said, agreed) => said == agreed,
    }
}

fn id_of_fault(fault: &SourceFault) -> &'static str {
    match fault {
        SourceFault::NoAnswer => "source-no-answer",
        SourceFault::NoDns => "source-no-dns",
        SourceFault::Tls(_) => "source-tls",
        SourceFault::NotAnAddress => "source-not-an-address",
        SourceFault::NotPublic(..) => "source-not-public",
        SourceFault::OtherFamily => "source-other-family",
        SourceFault::Status(_) => "source-status",
        SourceFault::None => "source-none",
    }
}

fn reason(fault: &SourceFault) -> String {
    match fault {
        SourceFault::Tls(reason) => reason.clone(),
        SourceFault::Status(status) => status.to_string(),
        SourceFault::NotPublic(address, _) => address.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Publishable;
    use crate::observation::Agreed;
    use crate::settings::SourceKind;

    fn report(operator: &str, said: Result<&str, SourceFault>) -> Report {
        let said = said.map(|text| text.parse::<IpAddr>().unwrap());
        let family = said.as_ref().map_or(Family::Ipv4, |address| Family::of(*address));
        Report { source: SourceId { kind: SourceKind::Http, operator: operator.to_owned() }, family, said }
    }

    fn known(address: &str) -> Observation {
        Observation::Known(Agreed { address: Publishable::typed(address.parse().unwrap()), witnesses: Vec::new() })
    }

    fn belief(standings: &Standings, operator: &str) -> (Belief, u8) {
        let (_, _, standing) = standings.iter().find(|(_, source, _)| source.operator == operator).unwrap();
        let words = standing.words(&Texts::english());
        assert!(!words.is_empty() && !words.starts_with("source-"), "{words}");

        (standing.belief, standing.health)
    }

    #[test]
    fn each_source_keeps_what_it_said_and_why_it_was_believed_or_not() {
        let mut standings = Standings::default();
        let reports = [
            report("right", Ok("20.1.0.7")),
            report("liar", Ok("20.1.0.8")),
            report("private", Ok("192.168.1.1")),
            report("silent", Err(SourceFault::NoAnswer)),
        ];
        standings.handle_round(Family::Ipv4, &reports, &known("20.1.0.7"), Wall(1));

        assert_eq!(belief(&standings, "right"), (Belief::Believed, 100));
        assert_eq!(belief(&standings, "liar"), (Belief::Outvoted, 50));
        assert_eq!(belief(&standings, "private"), (Belief::NotPublic, 75));
        assert_eq!(belief(&standings, "silent"), (Belief::Silent, 75));
    }

    #[test]
    fn nobody_loses_health_where_nobody_is_believed() {
        let mut standings = Standings::default();
        let reports = [report("one", Ok("20.1.0.7")), report("other", Err(SourceFault::NoAnswer))];
        standings.handle_round(Family::Ipv4, &reports, &Observation::Unknown(Why::NoAnswer), Wall(1));

        assert_eq!(belief(&standings, "one"), (Belief::Disputed, 100));
        assert_eq!(belief(&standings, "other"), (Belief::Silent, 100));
        let alone = Observation::Unknown(Why::OneWitness("20.1.0.7".parse().unwrap()));
        standings.handle_round(Family::Ipv4, &reports, &alone, Wall(2));
        assert_eq!(belief(&standings, "one"), (Belief::Alone, 100));
    }

    #[test]
    fn a_source_of_ipv6_is_right_when_the_networks_half_is() {
        let mut standings = Standings::default();
        let reports = [report("one", Ok("2a00:1::1234")), report("other", Ok("2a00:2::1"))];
        standings.handle_round(Family::Ipv6, &reports, &known("2a00:1::7"), Wall(1));

        assert_eq!(belief(&standings, "one").0, Belief::Believed);
        assert_eq!(belief(&standings, "other").0, Belief::Outvoted);
    }

    #[test]
    fn a_liar_rests_for_an_hour_and_then_gets_another_chance() {
        let mut standings = Standings::default();
        for at in 1..=2 {
            let reports = [report("liar", Ok("20.1.0.8"))];
            standings.handle_round(Family::Ipv4, &reports, &known("20.1.0.7"), Wall(at));
        }
        let names = |now: Wall| standings.unwell(now).into_iter().map(|source| source.operator).collect::<Vec<_>>();

        assert_eq!(names(Wall(3)), ["liar"]);
        assert_eq!(names(Wall(2) + REST), [""; 0]);
    }

    #[test]
    fn a_pulse_is_a_sign_and_no_witness() {
        let mut standings = Standings::default();
        standings.handle_pulse(&report("stun", Ok("20.1.0.8")), Wall(1));

        assert_eq!(belief(&standings, "stun"), (Belief::Sign, 100));
    }
}
