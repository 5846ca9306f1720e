//! The made-up home: where the machine is, which addresses it has there, and what the world sees of it.

use std::collections::VecDeque;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use homeport_core::address::{Family, PerFamily};
use homeport_core::network::{DefaultRoute, InterfaceAddress, Mac, NetworkFacts};
use homeport_core::settings::VpnRule;

use super::fault::{Fault, FaultSet};
use super::options::Options;

/// How many earlier addresses the judges can look up.
const REMEMBERED: usize = 64;

/// The hardware addresses of the routers at home and in the cafe.
const HOME: Mac = Mac([2, 0, 0, 0, 0, 1]);
const CAFE: Mac = Mac([2, 0, 0, 0, 0, 9]);

/// The home as the list of home networks names it: with IPv4, on a machine that has the public address itself, and
/// with IPv6 alone.
pub(super) fn ids() -> Vec<String> {
    ["192.168.1.0/24", "0.0.0.0/0", "fe80::/64"].map(|subnet| format!("{HOME}/{subnet}")).to_vec()
}

/// An address and the time in which it was the right one to publish.
#[derive(Debug, Clone, Copy)]
struct Span {
    address: IpAddr,
    from: u64,
    until: Option<u64>,
}

/// The machine's network.
#[derive(Debug, Clone)]
pub struct Home {
    has: PerFamily<bool>,
    direct: bool,
    privacy: bool,
    vpn: VpnRule,
    only_here: bool,
    /// Counts the public IPv4 addresses that the home had.
    lease: u16,
    /// Counts the IPv6 prefixes that the home had.
    prefix: u16,
    /// The prefix before, while its addresses are still there.
    old_prefix: Option<u16>,
    /// Counts the temporary addresses.
    temporary: u16,
    /// Counts the private addresses.
    private: u8,
    /// The cable or the radio is connected.
    pub link: bool,
    history: VecDeque<Span>,
}

impl Home {
    /// A home as the options describe it.
    #[must_use]
    pub fn new(options: &Options) -> Self {
        let mut home = Self {
            has: options.has,
            direct: options.direct,
            privacy: options.privacy,
            vpn: options.vpn,
            only_here: options.home_only,
            lease: 1,
            prefix: 1,
            old_prefix: None,
            temporary: 1,
            private: 10,
            link: true,
            history: VecDeque::new(),
        };
        home.note(FaultSet::default(), 0);

        home
    }

    /// The provider of internet access gives another IPv4 address.
    pub fn new_lease(&mut self) {
        self.lease = self.lease.wrapping_add(1).max(1);
    }

    /// It gives another IPv6 prefix; the old addresses may stay for a while.
    pub fn new_prefix(&mut self, old_stays: bool) {
        self.old_prefix = old_stays.then_some(self.prefix);
        self.prefix = self.prefix.wrapping_add(1).max(1);
    }

    /// The old prefix is gone.
    pub fn drop_old_prefix(&mut self) {
        self.old_prefix = None;
    }

    /// The temporary address is replaced.
    pub fn rotate_temporary(&mut self) {
        self.temporary = self.temporary.wrapping_add(1);
    }

    /// The router gives this machine another private address.
    pub fn new_private(&mut self) {
        self.private = self.private.wrapping_add(1).clamp(2, 250);
    }

    fn wan_v4(&self, faults: FaultSet) -> IpAddr {
        let [high, low] = self.lease.to_be_bytes();
        if faults.has(Fault::Cgnat) {
            return Ipv4Addr::new(20, 2, 0, low % 4 + 1).into();
        }

        Ipv4Addr::new(20, 1, high, low).into()
    }

    fn v6(&self, prefix: u16, interface: u16) -> Ipv6Addr {
        Ipv6Addr::new(0x2a0e, 1, prefix, 0, 0x0200, 0x5eff, 0xfe00, interface)
    }

    fn away(faults: FaultSet) -> bool {
        faults.has_any(&[Fault::Cafe, Fault::ResumeElsewhere])
    }

    /// The machine is in a cafe.
    #[must_use]
    pub fn is_away(&self, faults: FaultSet) -> bool {
        Self::away(faults)
    }

    /// The address that the router has, which is not what the world sees where there is another translation.
    #[must_use]
    pub fn wan_of_router(&self, faults: FaultSet) -> Ipv4Addr {
        let [high, low] = self.lease.to_be_bytes();
        if faults.has(Fault::Cgnat) {
            return Ipv4Addr::new(100, 64, high, low);
        }
        if faults.has(Fault::DoubleNat) {
            return Ipv4Addr::new(192, 168, 0, 2);
        }

        Ipv4Addr::new(20, 1, high, low)
    }

    /// Whether this machine has the family at all where it is now.
    #[must_use]
    pub fn has(&self, family: Family, faults: FaultSet) -> bool {
        if !self.link {
            return false;
        }
        match family {
            Family::Ipv4 => Self::away(faults) || self.has.ipv4,
            Family::Ipv6 => !Self::away(faults) && self.has.ipv6 && !faults.has(Fault::Ipv6Vanishes),
        }
    }

    /// What an echo service sees of this machine, if the packets reach it. `beside`: they leave beside the tunnel.
    #[must_use]
    pub fn seen(&self, family: Family, faults: FaultSet, beside: bool) -> Option<IpAddr> {
        if !self.has(family, faults) {
            return None;
        }
        if faults.has(Fault::Vpn) && !beside {
            return Some(match family {
                Family::Ipv4 => Ipv4Addr::new(20, 4, 0, 1).into(),
                Family::Ipv6 => Ipv6Addr::new(0x2a0e, 4, 0, 0, 0, 0, 0, 1).into(),
            });
        }
        if Self::away(faults) {
            return Some(Ipv4Addr::new(20, 3, 0, 1).into());
        }
        Some(match family {
            Family::Ipv4 => self.wan_v4(faults),
            Family::Ipv6 if self.privacy => self.v6(self.prefix, 0x8000 + self.temporary % 0x1000).into(),
            Family::Ipv6 => self.v6(self.prefix, 1).into(),
        })
    }

    /// The address that belongs into the record now, if one does.
    #[must_use]
    pub fn right(&self, family: Family, faults: FaultSet) -> Option<IpAddr> {
        if faults.has(Fault::Vpn) && self.vpn == VpnRule::Hold {
            return None;
        }
        if self.only_here && Self::away(faults) {
            return None;
        }
        let seen = self.seen(family, faults, self.vpn == VpnRule::Physical)?;
        if family == Family::Ipv6 && !(faults.has(Fault::Vpn) && self.vpn == VpnRule::Through) {
            return Some(self.v6(self.prefix, 1).into());
        }

        Some(seen)
    }

    /// Keeps the history of right addresses. To be called after each change.
    pub fn note(&mut self, faults: FaultSet, real: u64) {
        for family in Family::BOTH {
            let right = self.right(family, faults);
            let open = self.history.iter().position(|span| span.until.is_none() && Family::of(span.address) == family);
            let known = open.and_then(|index| self.history.get(index)).map(|span| span.address);
            if known == right {
                continue;
            }
            if let Some(span) = open.and_then(|index| self.history.get_mut(index)) {
                span.until = Some(real);
            }
            if let Some(address) = right {
                self.history.push_back(Span { address, from: real, until: None });
            }
        }
        while self.history.len() > REMEMBERED {
            self.history.pop_front();
        }
    }

    /// Whether `address` was the right one at some moment since `since`.
    #[must_use]
    pub fn was_right_since(&self, address: IpAddr, since: u64) -> bool {
        self.history.iter().any(|span| span.address == address && span.until.is_none_or(|until| until >= since))
    }

    /// The time for which the right address of a family has been what it is.
    #[must_use]
    pub fn right_since(&self, family: Family) -> Option<u64> {
        let span = self.history.iter().find(|span| span.until.is_none() && Family::of(span.address) == family)?;

        Some(span.from)
    }

    /// What the system says of the network.
    #[must_use]
    pub fn facts(&self, faults: FaultSet) -> NetworkFacts {
        let mut facts = NetworkFacts::default();
        if !self.link {
            return facts;
        }
        let away = Self::away(faults);
        let gateway: IpAddr = if away { [172, 20, 0, 1].into() } else { [192, 168, 1, 1].into() };
        let mac = if away { CAFE } else { HOME };
        let gateway_mac = (!faults.has(Fault::NextHopUnknown)).then_some(mac);
        if self.has(Family::Ipv4, faults) {
            let own = match (away, self.direct) {
                (true, _) => [172, 20, 0, 77].into(),
                (false, true) => self.wan_v4(FaultSet::default()),
                (false, false) => [192, 168, 1, self.private].into(),
            };
            facts.addresses.push(plain("eth0", own, 24));
            facts.route_v4 =
                Some(DefaultRoute { interface: "eth0".to_owned(), gateway: Some(gateway), tunnel: false, gateway_mac });
        }
        if self.has(Family::Ipv6, faults) {
            self.add_v6(&mut facts, gateway_mac);
        }
        if faults.has_any(&[Fault::Vpn, Fault::SplitTunnel]) {
            facts.addresses.push(plain("wg0", [10, 77, 0, 2].into(), 32));
        }
        if faults.has(Fault::Vpn) {
            let route =
                DefaultRoute { interface: "wg0".to_owned(), gateway: None, tunnel: true, ..DefaultRoute::default() };
            (facts.physical_v4, facts.physical_v6) = (facts.route_v4.clone(), facts.route_v6.clone());
            facts.route_v6 = facts.route_v6.is_some().then(|| route.clone());
            facts.route_v4 = facts.route_v4.is_some().then_some(route);
        }
        facts.addresses.sort();

        facts
    }

    fn add_v6(&self, facts: &mut NetworkFacts, gateway_mac: Option<Mac>) {
        facts.addresses.push(plain("eth0", Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 1).into(), 64));
        facts.addresses.push(plain("eth0", Ipv6Addr::new(0xfd00, 1, 2, 3, 0, 0, 0, 1).into(), 64));
        facts.addresses.push(plain("eth0", self.v6(self.prefix, 1).into(), 64));
        if self.privacy {
            let mut temporary = plain("eth0", self.v6(self.prefix, 0x8000 + self.temporary % 0x1000).into(), 64);
            temporary.temporary = true;
            facts.addresses.push(temporary);
        }
        if let Some(old) = self.old_prefix {
            let mut deprecated = plain("eth0", self.v6(old, 1).into(), 64);
            deprecated.deprecated = true;
            facts.addresses.push(deprecated);
        }
        let gateway = Ipv6Addr::new(0xfe80, 0, 0, 0, 0, 0, 0, 0xff);
        facts.route_v6 = Some(DefaultRoute {
            interface: "eth0".to_owned(),
            gateway: Some(gateway.into()),
            tunnel: false,
            gateway_mac,
        });
    }
}

fn plain(interface: &str, address: IpAddr, prefix_length: u8) -> InterfaceAddress {
    InterfaceAddress {
        interface: interface.to_owned(),
        address,
        prefix_length,
        temporary: false,
        deprecated: false,
        tentative: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(fault: Fault) -> FaultSet {
        let mut faults = FaultSet::default();
        faults.insert(fault);

        faults
    }

    #[test]
    fn an_earlier_address_was_right_only_until_it_changed() {
        let mut options = Options::from_seed(1, 100);
        options.has = PerFamily { ipv4: true, ipv6: false };
        let mut home = Home::new(&options);
        let first = home.right(Family::Ipv4, FaultSet::default()).unwrap();
        home.new_lease();
        home.note(FaultSet::default(), 5_000);

        assert!(home.was_right_since(first, 4_999));
        assert!(!home.was_right_since(first, 5_001));
        assert_eq!(home.right_since(Family::Ipv4), Some(5_000));
    }

    #[test]
    fn a_held_vpn_makes_no_address_right() {
        let mut options = Options::from_seed(1, 100);
        options.has = PerFamily { ipv4: true, ipv6: true };
        options.vpn = VpnRule::Hold;
        let home = Home::new(&options);

        assert_eq!(home.right(Family::Ipv4, with(Fault::Vpn)), None);
        assert_eq!(home.seen(Family::Ipv4, with(Fault::Vpn), false), Some([20, 4, 0, 1].into()));
        assert!(home.facts(with(Fault::Vpn)).route_v4.is_some_and(|route| route.tunnel));
    }
}
