//! Everything that a seed decides before the simulation begins. A failing seed prints it.

use std::collections::BTreeMap;
use std::time::Duration;

use homeport_core::address::PerFamily;
use homeport_core::hostname::Hostname;
use homeport_core::plan::ProviderRules;
use homeport_core::settings::{
    Account, AccountId, AddressSettings, HostnameSettings, NetworkSettings, ProviderId, Settings, VpnRule,
};

use super::clock::{DAY, HOUR, MINUTE, SECOND};
use super::fault::{Fault, FaultSet};
use super::home;
use super::random::Random;

/// The kinds of providers in the made-up world.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// dyndns2: up to 20 names in a request, `nochg`, `911`, and no patience.
    Dyndns,
    /// A REST API: one name in a request, both families apart, rate limits.
    Rest,
    /// One request with both families, where a family that is left out would be changed.
    Joint,
    /// dyndns2 at a provider that drops names that were idle for 30 days.
    KeepAlive,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Dyndns, Self::Rest, Self::Joint, Self::KeepAlive];

    /// The provider's id.
    #[must_use]
    pub fn provider(self) -> ProviderId {
        ProviderId(
            match self {
                Self::Dyndns => "made-up-dyndns",
                Self::Rest => "made-up-rest",
                Self::Joint => "made-up-joint",
                Self::KeepAlive => "made-up-keep-alive",
            }
            .to_owned(),
        )
    }

    /// The rules that the client is told.
    #[must_use]
    pub fn rules(self) -> ProviderRules {
        let (batch, pace, parallel) = match self {
            Self::Dyndns | Self::KeepAlive => (20, 0, 1),
            Self::Rest => (1, 0, 4),
            Self::Joint => (5, 10, 1),
        };

        ProviderRules {
            name: format!("{self:?}"),
            site: "https://provider.example/".to_owned(),
            access_url: "https://provider.example/tokens".to_owned(),
            batch,
            pace: Duration::from_secs(pace),
            parallel,
            families: PerFamily { ipv4: true, ipv6: true },
            joint: self != Self::Rest,
            resend_both: self == Self::Joint,
            owned: false,
            names_zones: false,
            minimum_ttl: None,
            keep_alive: (self == Self::KeepAlive).then_some(Duration::from_secs(28 * 86_400)),
        }
    }
}

/// How the machine is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// It is always on.
    AlwaysOn,
    /// It is on for a while, then asleep for a while. Both in milliseconds, on average.
    Laptop {
        /// Awake.
        awake: u64,
        /// Asleep.
        asleep: u64,
    },
}

/// What the home's router tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaks {
    /// Nothing.
    Nothing,
    /// It answers NAT-PMP.
    NatPmp,
    /// It answers NAT-PMP, and announces changes.
    Announces,
    /// It answers `UPnP`, and tells changes as it has promised.
    Upnp,
}

/// Everything that a seed decides.
#[derive(Debug, Clone)]
pub struct Options {
    /// The seed.
    pub seed: u64,
    /// The faults that can happen.
    pub faults: FaultSet,
    /// The families that the home has.
    pub has: PerFamily<bool>,
    /// The machine itself has the public IPv4 address.
    pub direct: bool,
    /// The machine has temporary IPv6 addresses and prefers them.
    pub privacy: bool,
    /// How many echo operators answer for each family, and how many more can be asked.
    pub operators: (usize, usize),
    /// How the machine is used.
    pub habit: Habit,
    /// How often a flapping link goes down or comes up.
    pub flaps: u32,
    /// How long the phase with faults lasts, in milliseconds.
    pub span: u64,
    /// The mean time between two faults while awake, in milliseconds.
    pub fault_gap: u64,
    /// The mean time between two changes of the home's address while awake, in milliseconds.
    pub change_gap: u64,
    /// The mean time between two things that the user does, in milliseconds.
    pub user_gap: u64,
    /// How long the name servers take to follow, in milliseconds.
    pub propagation: u64,
    /// The providers of the accounts.
    pub accounts: Vec<Kind>,
    /// How many hostnames there are.
    pub hostnames: usize,
    /// What to do while a tunnel is the way out.
    pub vpn: VpnRule,
    /// What the home's router tells.
    pub router: Speaks,
    /// Updates happen at home only.
    pub home_only: bool,
}

impl Options {
    /// Derives everything from a seed. `scale` shortens or lengthens the life in hundredths.
    #[must_use]
    pub fn from_seed(seed: u64, scale: u64) -> Self {
        let mut random = Random::new(seed ^ 0x0486_0de9_0271);
        let mut faults = FaultSet::default();
        let density = random.between(10, 80);
        for fault in Fault::ALL {
            if random.chance(density) {
                faults.insert(*fault);
            }
        }
        let habit = if random.chance(15) {
            Habit::AlwaysOn
        } else {
            Habit::Laptop { awake: random.between(10, 60) * MINUTE, asleep: random.between(20, 200) * HOUR }
        };
        let span = match habit {
            Habit::AlwaysOn => random.between(3 * DAY, 10 * DAY),
            Habit::Laptop { awake, asleep } => (awake + asleep) * random.between(60, 200),
        };
        let has = match random.below(4) {
            0 | 1 => PerFamily { ipv4: true, ipv6: true },
            2 => PerFamily { ipv4: true, ipv6: false },
            _ => PerFamily { ipv4: false, ipv6: true },
        };
        let accounts = (0..random.between(1, 4)).map(|_| Kind::ALL[random.index(4)]).collect();
        let hostnames = match random.below(10) {
            0 => random.between(21, 45),
            1..=3 => random.between(4, 12),
            _ => random.between(1, 3),
        };

        Self {
            seed,
            faults,
            has,
            direct: random.chance(25),
            privacy: random.chance(60),
            operators: (usize::try_from(random.between(2, 3)).unwrap_or(2), 3),
            habit,
            flaps: u32::try_from(random.between(10, 1_500)).unwrap_or(10),
            span: span * scale / 100,
            fault_gap: random.between(20, 240) * MINUTE,
            change_gap: random.between(30, 600) * MINUTE,
            user_gap: random.between(30, 600) * MINUTE,
            propagation: random.between(0, 20) * SECOND,
            accounts,
            hostnames: usize::try_from(hostnames).unwrap_or(1),
            vpn: [VpnRule::Hold, VpnRule::Hold, VpnRule::Through, VpnRule::Physical][random.index(4)],
            router: [Speaks::Nothing, Speaks::NatPmp, Speaks::Announces, Speaks::Upnp][random.index(4)],
            home_only: random.chance(25),
        }
    }

    /// The settings at the beginning.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings {
            accounts: self
                .accounts
                .iter()
                .enumerate()
                .map(|(number, kind)| Account {
                    id: account_id(number),
                    provider: kind.provider(),
                    fields: BTreeMap::new(),
                })
                .collect(),
            hostnames: (0..self.hostnames)
                .filter_map(|number| {
                    Some(HostnameSettings {
                        name: hostname(number)?,
                        account: account_id(number % self.accounts.len().max(1)),
                        enabled: PerFamily { ipv4: true, ipv6: self.has.ipv6 || number % 2 == 0 },
                        device: None,
                        create: true,
                        paused: false,
                        standby: None,
                        lower_ttl: false,
                    })
                })
                .collect(),
            addresses: AddressSettings::default(),
            sources: Vec::new(),
            network: NetworkSettings { home: if self.home_only { home::ids() } else { Vec::new() }, vpn: self.vpn },
            ..Settings::default()
        }
    }

    /// The rules of all providers.
    #[must_use]
    pub fn rules() -> BTreeMap<ProviderId, ProviderRules> {
        Kind::ALL.iter().map(|kind| (kind.provider(), kind.rules())).collect()
    }
}

/// The id of the account with this number.
#[must_use]
pub fn account_id(number: usize) -> AccountId {
    AccountId(format!("account-{number}"))
}

/// The hostname with this number.
#[must_use]
pub fn hostname(number: usize) -> Option<Hostname> {
    format!("home-{number}.example.org").parse().ok()
}

/// The kind of the provider with this id.
#[must_use]
pub fn kind_of(provider: &ProviderId) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind.provider() == *provider)
}
