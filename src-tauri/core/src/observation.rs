//! Combines what several sources said into one answer per family. Unknown is never absent.

use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::address::{Family, PublicAddress, Publishable, Scope, prefix_64};
use crate::interface_id::InterfaceId;
use crate::network::NetworkFacts;
use crate::settings::SourceKind;

/// One source of the public address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceId {
    /// What it speaks.
    pub kind: SourceKind,
    /// Who runs it. Two sources of one operator are one witness.
    pub operator: String,
}

/// Why a source gave no usable address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum SourceFault {
    /// No connection in time, or none at all.
    #[error("did not answer")]
    NoAnswer,
    /// The name of the source has no address: the resolver is dead or refuses.
    #[error("its name could not be resolved")]
    NoDns,
    /// The certificate was refused: a captive portal, a filter, or a wrong clock.
    #[error("its certificate was refused: {0}")]
    Tls(String),
    /// Something that is not an address: a captive portal's page, most often.
    #[error("answered with something that is not an address")]
    NotAnAddress,
    /// An address that the world cannot route to.
    #[error("named {0}, which is not a public address")]
    NotPublic(IpAddr, Scope),
    /// An address of the other family.
    #[error("answered with the other address family")]
    OtherFamily,
    /// The service answered with an error status.
    #[error("answered with status {0}")]
    Status(u16),
    /// There is no address of this family, and the source knows that for sure.
    #[error("has no address of this family")]
    None,
}

/// What one source said of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Who said it.
    pub source: SourceId,
    /// Of which family.
    pub family: Family,
    /// What it said. The address may still be any address; only [`crate::client::Client`] judges it.
    pub said: Result<IpAddr, SourceFault>,
}

/// Why the address of a family is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Nothing was asked yet.
    NotYetAsked,
    /// There is no route of this family.
    NoRoute,
    /// No source answered.
    NoAnswer,
    /// No source's name could be resolved.
    NoDns,
    /// Only one source answered, and a change needs two.
    OneWitness(IpAddr),
    /// Sources name different addresses.
    Disagree(Vec<IpAddr>),
    /// The echo services answer with a web page.
    CaptivePortal,
    /// Only addresses that are not public were named.
    NotPublic(IpAddr, Scope),
    /// IPv6: there are only temporary, deprecated or local addresses.
    NoLastingAddress,
    /// IPv6: no lasting address has the host's half that the user wants.
    NotPinned,
}

/// What is known of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Observation {
    /// Independent sources agree, or the user named the source.
    Known(Agreed),
    /// This machine certainly has no address of this family.
    Absent,
    /// The address is not known; the records stay as they are.
    Unknown(Why),
}

/// An address that may be published, and who said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The address.
    pub address: Publishable,
    /// Who said so.
    pub witnesses: Vec<SourceId>,
}

/// The name of this machine's own interfaces as a witness.
pub const THIS_MACHINE: &str = "this-machine";

/// What was agreed before, as far as it matters now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Before<'a> {
    /// The address that is in force: one witness is enough to keep it, and it is kept among several lasting addresses.
    pub current: Option<IpAddr>,
    /// Addresses that this machine had when the world agreed on another one: it sits behind an address translation, and
    /// its own word is no second witness for them.
    pub outvoted: &'a [PublicAddress],
    /// The user wants the lasting IPv6 address with this host's half, and no other.
    pub pinned: Option<InterfaceId>,
}

/// Combines what the sources said of one family.
///
/// `ended` says that no further report will come; before that, only an undisputed agreement counts.
#[must_use]
pub fn combine(
    family: Family,
    reports: &[Report],
    facts: &NetworkFacts,
    before: Before<'_>,
    ended: bool,
) -> Option<Observation> {
    if let Some(chosen) = chosen_by_the_user(family, reports) {
        return Some(chosen);
    }
    let votes = Votes::count(family, reports, facts);
    if let Some(agreed) = votes.agreed(facts, before, ended) {
        return Some(Observation::Known(agreed));
    }

    ended.then(|| votes.unresolved(family, reports, facts, before))
}

/// A fixed address or the user's own program needs no second witness; a program's answer still has to be public.
fn chosen_by_the_user(family: Family, reports: &[Report]) -> Option<Observation> {
    reports.iter().filter(|report| report.family == family).find_map(|report| {
        let said = *report.said.as_ref().ok()?;
        let address = match report.source.kind {
            SourceKind::Fixed => Publishable::typed(said),
            SourceKind::Command => match PublicAddress::new(said) {
                Ok(address) => address.into(),
                Err(scope) => return Some(Observation::Unknown(Why::NotPublic(said, scope))),
            },
            SourceKind::Router | SourceKind::Stun | SourceKind::Http | SourceKind::Dns | SourceKind::Interface => {
                return None;
            }
        };

        Some(Observation::Known(Agreed { address, witnesses: vec![report.source.clone()] }))
    })
}

/// Addresses with the operators that named them. Two sources of one operator are one witness.
struct Votes {
    family: Family,
    by_address: BTreeMap<PublicAddress, BTreeMap<String, SourceId>>,
    own: Vec<PublicAddress>,
}

impl Votes {
    fn count(family: Family, reports: &[Report], facts: &NetworkFacts) -> Self {
        let mut by_address: BTreeMap<PublicAddress, BTreeMap<String, SourceId>> = BTreeMap::new();
        for report in reports.iter().filter(|report| report.family == family) {
            let Ok(said) = report.said else { continue };
            let Ok(address) = PublicAddress::new(said) else { continue };
            if Family::of(address.get()) == family {
                let operators = by_address.entry(address).or_default();
                operators.insert(report.source.operator.clone(), report.source.clone());
            }
        }

        Self { family, by_address, own: facts.lasting(family) }
    }

    fn agreed(&self, facts: &NetworkFacts, before: Before<'_>, ended: bool) -> Option<Agreed> {
        match self.family {
            Family::Ipv4 => self.agreed_v4(before, ended),
            Family::Ipv6 => self.agreed_v6(facts, before, ended),
        }
    }

    fn agreed_v4(&self, before: Before<'_>, ended: bool) -> Option<Agreed> {
        let mut ranked: Vec<(usize, PublicAddress, Vec<SourceId>)> = self
            .by_address
            .iter()
            .map(|(address, operators)| {
                let mut witnesses: Vec<SourceId> = operators.values().cloned().collect();
                if self.own.contains(address) && !before.outvoted.contains(address) {
                    witnesses.push(this_machine());
                }
                (witnesses.len(), *address, witnesses)
            })
            .collect();
        ranked.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        let second = ranked.get(1).map_or(0, |entry| entry.0);
        let (count, address, witnesses) = ranked.into_iter().next()?;
        let undisputed = second == 0;
        // What neither TLS nor this machine vouches for is one witness, however many say it.
        let vouched = witnesses.iter().any(is_vouched);
        let enough = vouched && count >= 2 && (undisputed || (ended && count > second));
        // One witness keeps what is in force: nothing is published by that.
        let keeps = vouched && undisputed && ended && before.current == Some(address.get());

        (enough || keeps).then(|| Agreed { address: address.into(), witnesses })
    }

    /// A lasting address of this machine, confirmed by an operator that sees the same /64. An operator mostly sees the
    /// temporary address (RFC 8981) that a connection leaves by, so the host's half need not be equal.
    fn agreed_v6(&self, facts: &NetworkFacts, before: Before<'_>, ended: bool) -> Option<Agreed> {
        let mut by_prefix: BTreeMap<u64, BTreeMap<String, SourceId>> = BTreeMap::new();
        for (address, operators) in &self.by_address {
            if let IpAddr::V6(address) = address.get() {
                by_prefix.entry(prefix_64(address)).or_default().extend(operators.clone());
            }
        }
        let mut ranked: Vec<_> = by_prefix.into_iter().collect();
        ranked.sort_by(|one, other| other.1.len().cmp(&one.1.len()).then(one.0.cmp(&other.0)));
        let second = ranked.get(1).map_or(0, |(_, operators)| operators.len());
        let (prefix, operators) = ranked.into_iter().next()?;
        if second > 0 && !(ended && operators.len() > second) {
            return None;
        }
        let mut witnesses: Vec<SourceId> = operators.into_values().collect();
        let pinned = |own: &PublicAddress| before.pinned.is_none_or(|pinned| has_interface_id(own.get(), pinned));
        let mut mine = self.own.iter().copied().filter(|own| is_in_prefix(own.get(), prefix)).filter(pinned).peekable();
        if mine.peek().is_some() {
            let kept = mine.clone().find(|own| before.current == Some(own.get()));
            let address = kept.or_else(|| mine.next())?;
            witnesses.push(this_machine());
            return Some(Agreed { address: address.into(), witnesses });
        }
        // Without a way out of its own, the facts are older than what the operators saw.
        if facts.has_public(Family::Ipv6) || facts.route(Family::Ipv6).is_none() || witnesses.len() < 2 {
            return None;
        }
        // Address translation for IPv6: only the operators can tell, and they have to name the very same address.
        let mut same = self.by_address.iter().filter(|(_, operators)| operators.len() >= 2);
        let (address, operators) = same.next()?;

        same.next()
            .is_none()
            .then(|| Agreed { address: (*address).into(), witnesses: operators.values().cloned().collect() })
    }

    fn unresolved(&self, family: Family, reports: &[Report], facts: &NetworkFacts, before: Before<'_>) -> Observation {
        let has_pinned = |pinned| self.own.iter().any(|own| has_interface_id(own.get(), pinned));
        if family == Family::Ipv6 && !self.own.is_empty() && before.pinned.is_some_and(|pinned| !has_pinned(pinned)) {
            return Observation::Unknown(Why::NotPinned);
        }
        let reports: Vec<&Report> = reports.iter().filter(|report| report.family == family).collect();
        if facts.route(family).is_none() && self.by_address.is_empty() {
            return if facts.is_offline() { Observation::Unknown(Why::NoRoute) } else { Observation::Absent };
        }
        let vouched = |operators: &&BTreeMap<String, SourceId>| operators.values().any(is_vouched);
        let mut named = self.by_address.iter().filter(|(_, operators)| vouched(operators)).map(|(address, _)| address);
        match (named.next(), named.next()) {
            (Some(_), _) if family == Family::Ipv6 && self.own.is_empty() && facts.has_public(family) => {
                Observation::Unknown(Why::NoLastingAddress)
            }
            (Some(_), Some(_)) => {
                Observation::Unknown(Why::Disagree(self.by_address.keys().map(|address| address.get()).collect()))
            }
            (Some(only), None) => Observation::Unknown(Why::OneWitness(only.get())),
            (None, _) => unresolved_without_address(family, &reports, facts),
        }
    }
}

/// A router or a STUN server: whoever is on the way can answer for it.
fn is_vouched(witness: &SourceId) -> bool {
    !matches!(witness.kind, SourceKind::Router | SourceKind::Stun)
}

fn unresolved_without_address(family: Family, reports: &[&Report], facts: &NetworkFacts) -> Observation {
    let count = |wanted: fn(&SourceFault) -> bool| {
        reports.iter().filter(|report| report.said.as_ref().is_err_and(wanted)).count()
    };
    if family == Family::Ipv6 && !facts.has_public(family) {
        return Observation::Absent;
    }
    let pages = count(|fault| matches!(fault, SourceFault::NotAnAddress | SourceFault::Tls(_)));
    if pages >= 2 {
        return Observation::Unknown(Why::CaptivePortal);
    }
    let not_public = reports.iter().find_map(|report| {
        let said = *report.said.as_ref().ok()?;
        PublicAddress::new(said).err().map(|scope| (said, scope))
    });
    if let Some((address, scope)) = not_public {
        return Observation::Unknown(Why::NotPublic(address, scope));
    }
    if count(|fault| matches!(fault, SourceFault::NoDns)) > 0
        && count(|fault| !matches!(fault, SourceFault::NoDns)) == 0
    {
        return Observation::Unknown(Why::NoDns);
    }

    Observation::Unknown(Why::NoAnswer)
}

fn is_in_prefix(address: IpAddr, prefix: u64) -> bool {
    matches!(address, IpAddr::V6(address) if prefix_64(address) == prefix)
}

fn has_interface_id(address: IpAddr, id: InterfaceId) -> bool {
    matches!(address, IpAddr::V6(address) if InterfaceId::of(address) == id)
}

fn this_machine() -> SourceId {
    SourceId { kind: SourceKind::Interface, operator: THIS_MACHINE.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{DefaultRoute, InterfaceAddress};

    const HOME: &str = "20.1.0.7";
    const ELSEWHERE: &str = "20.1.0.8";

    fn report(operator: &str, said: &str) -> Report {
        let said: IpAddr = said.parse().unwrap();
        Report {
            source: SourceId { kind: SourceKind::Http, operator: operator.to_owned() },
            family: Family::of(said),
            said: Ok(said),
        }
    }

    fn fault(operator: &str, fault: SourceFault) -> Report {
        Report {
            source: SourceId { kind: SourceKind::Http, operator: operator.to_owned() },
            family: Family::Ipv4,
            said: Err(fault),
        }
    }

    fn facts(addresses: &[(&str, bool)]) -> NetworkFacts {
        let route = || Some(DefaultRoute { interface: "eth0".to_owned(), ..DefaultRoute::default() });
        NetworkFacts {
            addresses: addresses
                .iter()
                .map(|(address, temporary)| InterfaceAddress {
                    interface: "eth0".to_owned(),
                    address: address.parse().unwrap(),
                    prefix_length: 64,
                    temporary: *temporary,
                    deprecated: false,
                    tentative: false,
                })
                .collect(),
            route_v4: route(),
            route_v6: route(),
            ..NetworkFacts::default()
        }
    }

    fn v4(reports: &[Report], ended: bool) -> Option<Observation> {
        combine(Family::Ipv4, reports, &facts(&[]), Before::default(), ended)
    }

    fn address(observation: Option<Observation>) -> Option<String> {
        match observation {
            Some(Observation::Known(agreed)) => Some(agreed.address.to_string()),
            _ => None,
        }
    }

    #[test]
    fn one_source_is_never_enough_for_a_new_address() {
        assert_eq!(v4(&[report("a", HOME)], false), None);
        assert_eq!(
            v4(&[report("a", HOME), report("a", HOME)], true),
            Some(Observation::Unknown(Why::OneWitness(HOME.parse().unwrap())))
        );
    }

    #[test]
    fn two_operators_that_agree_are_enough_at_once() {
        assert_eq!(address(v4(&[report("a", HOME), report("b", HOME)], false)).as_deref(), Some(HOME));
    }

    #[test]
    fn a_liar_is_outvoted_at_the_end_and_not_before() {
        let reports = [report("a", HOME), report("liar", ELSEWHERE), report("b", HOME)];

        assert_eq!(v4(&reports, false), None);
        assert_eq!(address(v4(&reports, true)).as_deref(), Some(HOME));
    }

    #[test]
    fn a_tie_is_a_disagreement() {
        let observation = v4(&[report("a", HOME), report("b", ELSEWHERE)], true);

        assert!(matches!(observation, Some(Observation::Unknown(Why::Disagree(both))) if both.len() == 2));
    }

    #[test]
    fn private_and_shared_addresses_are_refused_with_the_reason() {
        for text in ["10.1.1.1", "100.64.0.9", "203.0.113.7", "0.0.0.0"] {
            let observation = v4(&[report("a", text), report("b", text)], true);
            assert!(matches!(observation, Some(Observation::Unknown(Why::NotPublic(..)))), "{text}");
        }
    }

    #[test]
    fn web_pages_from_two_operators_are_a_captive_portal() {
        let reports = [fault("a", SourceFault::NotAnAddress), fault("b", SourceFault::Tls("name".to_owned()))];

        assert_eq!(v4(&reports, true), Some(Observation::Unknown(Why::CaptivePortal)));
    }

    #[test]
    fn failed_sources_are_unknown_and_not_absent() {
        let reports = [fault("a", SourceFault::NoAnswer), fault("b", SourceFault::NoDns)];

        assert_eq!(v4(&reports, true), Some(Observation::Unknown(Why::NoAnswer)));
    }

    #[test]
    fn one_witness_keeps_what_is_in_force() {
        let current = Some(HOME.parse().unwrap());
        let observation =
            combine(Family::Ipv4, &[report("a", HOME)], &facts(&[]), Before { current, ..Before::default() }, true);

        assert_eq!(address(observation).as_deref(), Some(HOME));
    }

    #[test]
    fn an_own_address_that_the_world_does_not_see_is_no_witness_for_a_liar() {
        let facts = facts(&[(ELSEWHERE, false)]);
        let outvoted = [PublicAddress::new(ELSEWHERE.parse().unwrap()).unwrap()];
        let before = Before { current: Some(HOME.parse().unwrap()), outvoted: &outvoted, pinned: None };
        let liar = [report("a", ELSEWHERE)];

        assert!(combine(Family::Ipv4, &liar, &facts, before, false).is_none());
        let disputed = [report("a", ELSEWHERE), report("b", HOME)];
        let observation = combine(Family::Ipv4, &disputed, &facts, before, true);
        assert!(matches!(observation, Some(Observation::Unknown(Why::Disagree(_)))), "{observation:?}");
        assert!(combine(Family::Ipv4, &liar, &facts, Before::default(), false).is_some(), "it is one otherwise");
    }

    #[test]
    fn the_lasting_ipv6_is_published_although_the_world_sees_the_temporary_one() {
        let facts = facts(&[("2a0e:1:2:3::dead", true), ("2a0e:1:2:3::10", false), ("fd00::10", false)]);
        let observation = combine(Family::Ipv6, &[report("a", "2a0e:1:2:3::dead")], &facts, Before::default(), false);

        assert_eq!(address(observation).as_deref(), Some("2a0e:1:2:3::10"));
    }

    #[test]
    fn only_temporary_addresses_are_not_published() {
        let facts = facts(&[("2a0e:1:2:3::dead", true)]);
        let reports = [report("a", "2a0e:1:2:3::dead"), report("b", "2a0e:1:2:3::dead")];

        assert_eq!(
            combine(Family::Ipv6, &reports, &facts, Before::default(), true),
            Some(Observation::Unknown(Why::NoLastingAddress))
        );
    }

    #[test]
    fn what_operators_see_over_a_way_out_that_is_not_known_here_is_not_published() {
        let mut facts = facts(&[]);
        facts.route_v6 = None;
        let reports = [report("a", "2a0e:1:2:3::dead"), report("b", "2a0e:1:2:3::dead")];

        assert!(address(combine(Family::Ipv6, &reports, &facts, Before::default(), true)).is_none());
    }

    #[test]
    fn a_fixed_address_needs_no_witness_and_a_program_has_to_name_a_public_one() {
        let mut fixed = report("settings", "192.168.1.5");
        fixed.source.kind = SourceKind::Fixed;
        assert_eq!(address(v4(&[fixed.clone()], false)).as_deref(), Some("192.168.1.5"));

        fixed.source.kind = SourceKind::Command;
        assert!(matches!(v4(&[fixed], false), Some(Observation::Unknown(Why::NotPublic(..)))));
    }
}
