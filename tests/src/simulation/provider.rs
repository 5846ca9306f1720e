//! The made-up providers, with their name servers: what they store, what they answer, and when DNS shows it.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use homeport_core::address::Family;
use homeport_core::event::{Answer, SecretState, Trouble};
use homeport_core::hostname::Hostname;
use homeport_core::plan::Plan;
use homeport_core::reply::{Means, Reply};
use homeport_core::settings::AccountId;
use homeport_core::verification::ServerAnswer;

use super::clock::{MINUTE, SECOND};
use super::fault::{Fault, FaultSet};
use super::options::account_id;
use super::random::Random;

/// How many earlier values of a record its slowest name server can still show.
const REMEMBERED: usize = 6;

/// A value that was stored in a record, and when.
#[derive(Debug, Clone, Copy)]
struct Stored {
    at: u64,
    address: Option<IpAddr>,
    /// It is not from this client.
    foreign: bool,
}

/// How one conversation went.
#[derive(Debug, Clone)]
pub struct Talk {
    /// How long it took, in milliseconds.
    pub took: u64,
    /// How each hostname ended.
    pub answers: BTreeMap<Hostname, Answer>,
    /// What was learnt of the account's secrets.
    pub secret: Option<SecretState>,
}

/// All providers and their zones.
#[derive(Debug, Clone, Default)]
pub struct Providers {
    records: BTreeMap<(Hostname, Family), Vec<Stored>>,
    /// The number of the account that each fault of a provider hits.
    victims: BTreeMap<Fault, usize>,
    /// The accounts whose secret was deleted.
    pub deleted: Vec<AccountId>,
}

impl Providers {
    /// Chooses whom a fault hits.
    pub fn aim(&mut self, fault: Fault, accounts: usize, random: &mut Random) {
        let victim = random.index(accounts);
        self.victims.insert(fault, victim);
        if fault == Fault::SecretDeleted {
            self.deleted.push(account_id(victim));
        }
    }

    fn hits(&self, fault: Fault, faults: FaultSet, account: &AccountId) -> bool {
        faults.has(fault) && self.victims.get(&fault).is_some_and(|victim| account_id(*victim) == *account)
    }

    /// The address that the provider has stored.
    #[must_use]
    pub fn stored(&self, hostname: &Hostname, family: Family) -> Option<IpAddr> {
        self.records.get(&(hostname.clone(), family))?.last()?.address
    }

    /// Whether the stored address was written by someone else.
    #[must_use]
    pub fn is_foreign(&self, hostname: &Hostname, family: Family) -> bool {
        let record = self.records.get(&(hostname.clone(), family));

        record.and_then(|record| record.last()).is_some_and(|stored| stored.foreign)
    }

    fn store(&mut self, hostname: &Hostname, family: Family, address: IpAddr, at: u64, foreign: bool) {
        let record = self.records.entry((hostname.clone(), family)).or_default();
        record.push(Stored { at, address: Some(address), foreign });
        if record.len() > REMEMBERED {
            record.remove(0);
        }
    }

    /// Someone else writes an address of their own.
    pub fn write_foreign(&mut self, hostname: &Hostname, at: u64) {
        self.store(hostname, Family::Ipv4, Ipv4Addr::new(20, 8, 0, 8).into(), at, true);
    }

    /// The state of an account's secrets.
    #[must_use]
    pub fn secret(&self, account: &AccountId, faults: FaultSet) -> SecretState {
        if faults.has(Fault::KeychainLocked) {
            SecretState::Locked
        } else if self.deleted.contains(account) {
            SecretState::Missing
        } else {
            SecretState::Ready
        }
    }

    /// Holds a conversation as the shell does.
    pub fn converse(&mut self, plan: &Plan, way: Way, faults: FaultSet, random: &mut Random, real: u64) -> Talk {
        let quick = random.between(40, 600);
        if let Some((took, trouble)) = way.trouble(&plan.provider.0, quick) {
            return all(plan, took, &Answer::NotSent(trouble));
        }
        match self.secret(&plan.account, faults) {
            SecretState::Ready => {}
            state => return Talk { secret: Some(state), ..all(plan, 5, &Answer::NoSecret) },
        }
        if let Some((took, answer)) = self.trouble(plan, faults, random, real) {
            return all(plan, took.max(quick), &answer);
        }

        self.answer(plan, faults, random, quick, real)
    }

    /// What goes wrong for the whole request, if something does.
    fn trouble(&mut self, plan: &Plan, faults: FaultSet, random: &mut Random, real: u64) -> Option<(u64, Answer)> {
        let server = || "provider.example".to_owned();
        let hit = |fault| self.hits(fault, faults, &plan.account);
        // 911 asks for 30 minutes by the provider's file.
        let asked = [None, Some(30), Some(1_800), Some(7_200), Some(400_000)][random.index(5)].map(Duration::from_secs);
        let refusal = |means| Answer::Replied(Reply { message: "refused".to_owned(), ..Reply::plain(means) });
        let waiting = |means| Answer::Replied(Reply { retry_after: asked, ..Reply::plain(means) });

        if hit(Fault::TlsTrouble) {
            let reason = "certificate expired".to_owned();
            return Some((0, Answer::NotSent(Trouble::Tls { server: server(), reason })));
        }
        if hit(Fault::Redirect) {
            let to = "elsewhere.example".to_owned();
            return Some((0, Answer::NotSent(Trouble::Redirect { from: server(), to })));
        }
        if faults.has(Fault::PortalGood) {
            return Some((0, refusal(Means::Unknown)));
        }
        if hit(Fault::BadAuth) {
            let means = if random.chance(70) { Means::BadAuth } else { Means::NotEntitled };
            return Some((0, refusal(means)));
        }
        if hit(Fault::ServerErrors) || hit(Fault::RestartInWait) {
            return Some((0, waiting(Means::ServerTrouble)));
        }
        if hit(Fault::RateLimited) {
            return Some((0, waiting(Means::RateLimited)));
        }
        if hit(Fault::EndpointGone) {
            return Some((0, refusal(Means::Unknown)));
        }
        if hit(Fault::Hang) {
            return Some((10 * SECOND, Answer::Uncertain(Trouble::Timeout(server()))));
        }
        if hit(Fault::Broken) {
            let answer = match random.below(3) {
                0 => Answer::NotSent(Trouble::NoConnection(server())),
                1 => Answer::Uncertain(Trouble::Broken(server())),
                _ => Answer::Uncertain(Trouble::TooLong(server())),
            };
            return Some((0, answer));
        }
        if hit(Fault::LateSuccess) {
            self.apply(plan, real);
            return Some((10 * SECOND, Answer::Uncertain(Trouble::Timeout(server()))));
        }
        if faults.has(Fault::AllAccountsFail) {
            let number = plan.account.0.bytes().last().unwrap_or(b'0');
            let means = [
                Means::BadAuth,
                Means::ServerTrouble,
                Means::NoSuchHost,
                Means::RateLimited,
                Means::NotEntitled,
                Means::Blocked,
                Means::ClientRefused,
            ];
            let means = means[usize::from(number) % means.len()];
            return Some((0, if waits(means) { waiting(means) } else { refusal(means) }));
        }

        None
    }

    fn answer(&mut self, plan: &Plan, faults: FaultSet, random: &mut Random, took: u64, real: u64) -> Talk {
        let mut answers = BTreeMap::new();
        let (refused, partial, other) = (
            self.hits(Fault::Refused, faults, &plan.account),
            self.hits(Fault::PartialAnswer, faults, &plan.account),
            self.hits(Fault::OtherAddress, faults, &plan.account),
        );
        for hostname in &plan.hostnames {
            let reply = if refused && random.chance(50) {
                let means =
                    [Means::Blocked, Means::ClientRefused, Means::NoSuchHost, Means::NotYours, Means::BadRequest];
                Reply::plain(means[random.index(means.len())])
            } else if partial && random.chance(40) {
                Reply::plain(if random.chance(50) { Means::Unknown } else { Means::NoSuchHost })
            } else if other {
                Reply { address: self.apply_another(plan, hostname, real), ..Reply::plain(Means::Good) }
            } else {
                let changed = self.apply_one(plan, hostname, real);
                let good = changed && !self.hits(Fault::Nochg, faults, &plan.account);
                Reply::plain(if good { Means::Good } else { Means::Unchanged })
            };
            answers.insert(hostname.clone(), Answer::Replied(reply));
        }

        Talk { took, answers, secret: None }
    }

    fn apply(&mut self, plan: &Plan, real: u64) {
        for hostname in &plan.hostnames {
            self.apply_one(plan, hostname, real);
        }
    }

    fn apply_one(&mut self, plan: &Plan, hostname: &Hostname, real: u64) -> bool {
        let mut changed = false;
        for family in Family::BOTH {
            let Some(address) = plan.addresses.get(family) else { continue };
            if self.stored(hostname, family) != Some(address.get()) || self.is_foreign(hostname, family) {
                self.store(hostname, family, address.get(), real, false);
                changed = true;
            }
        }

        changed
    }

    /// Stores another address in each record that was to be changed, and returns one of them.
    fn apply_another(&mut self, plan: &Plan, hostname: &Hostname, real: u64) -> Option<IpAddr> {
        let mut named = None;
        for family in Family::BOTH.into_iter().filter(|family| plan.addresses.get(*family).is_some()) {
            let wrong: IpAddr = match family {
                Family::Ipv4 => Ipv4Addr::new(20, 7, 0, 7).into(),
                Family::Ipv6 => Ipv6Addr::new(0x2a0e, 7, 0, 0, 0, 0, 0, 7).into(),
            };
            self.store(hostname, family, wrong, real, true);
            named = named.or(Some(wrong));
        }

        named
    }

    /// What the zone's two name servers say.
    #[must_use]
    pub fn served(
        &self,
        hostname: &Hostname,
        family: Family,
        faults: FaultSet,
        propagation: u64,
        real: u64,
    ) -> Vec<ServerAnswer> {
        let delay = if faults.has(Fault::SlowZone) { propagation + 4 * MINUTE } else { propagation };
        (1..=2)
            .map(|server| {
                let visible = real.saturating_sub(delay * server);
                let record = self.records.get(&(hostname.clone(), family));
                let stored = record.and_then(|record| record.iter().rev().find(|stored| stored.at <= visible));
                let mut addresses: Vec<IpAddr> = stored.and_then(|stored| stored.address).into_iter().collect();
                if faults.has(Fault::SplitDns) {
                    addresses = vec![match family {
                        Family::Ipv4 => Ipv4Addr::new(192, 168, 1, 50).into(),
                        Family::Ipv6 => Ipv6Addr::new(0xfd00, 1, 2, 3, 0, 0, 0, 50).into(),
                    }];
                }

                ServerAnswer { server: format!("ns{server}.example.org"), addresses: Ok(addresses), ttl: Some(60) }
            })
            .collect()
    }
}

fn waits(means: Means) -> bool {
    matches!(means, Means::ServerTrouble | Means::RateLimited)
}

fn all(plan: &Plan, took: u64, answer: &Answer) -> Talk {
    Talk {
        took,
        answers: plan.hostnames.iter().map(|hostname| (hostname.clone(), answer.clone())).collect(),
        secret: None,
    }
}

/// The way from the machine into the internet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Open.
    Open,
    /// There is none.
    None,
    /// No name can be resolved.
    NoDns,
    /// A portal answers with certificates of its own.
    Portal,
    /// Long answers never come through.
    Blocked,
}

impl Way {
    fn trouble(self, server: &str, quick: u64) -> Option<(u64, Trouble)> {
        let server = format!("{server}.example");
        match self {
            Self::Open => None,
            Self::None => Some((5 * SECOND, Trouble::NoConnection(server))),
            Self::NoDns => Some((quick, Trouble::NoDns(server))),
            Self::Portal => Some((quick, Trouble::Tls { server, reason: "unknown issuer".to_owned() })),
            Self::Blocked => Some((10 * SECOND, Trouble::Timeout(server))),
        }
    }
}
