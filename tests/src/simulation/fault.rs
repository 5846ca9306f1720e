//! The faults that a made-up home can suffer. The numbers are those of the list of fault cases that the project was
//! built against; each seed switches a random subset on.

use std::fmt;

macro_rules! faults {
    ($($name:ident = $number:literal, $meaning:literal;)*) => {
        /// One fault of the made-up home.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Fault {
            $(#[doc = $meaning] $name = $number,)*
        }

        impl Fault {
            /// All of them, by number.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What happens while it is active.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$name => $meaning,)*
                }
            }
        }
    };
}

faults! {
    PortalPage = 1, "a portal answers the echo services with its page";
    PortalTls = 2, "a portal breaks TLS of echo services and providers";
    PortalGood = 3, "a portal answers the update with a page that says good";
    PortalSmall = 4, "a portal lets the first small requests pass, then blocks";
    EchoDisagree = 5, "one echo service names another address for some minutes";
    EchoLies = 6, "one echo service lies for hours";
    EchoSpecial = 7, "an echo service names private, shared, unspecified, mapped or example addresses";
    EchoOtherFamily = 8, "an echo service answers with the other family";
    LinkFlaps = 9, "the link flaps five times a second";
    EventStorm = 10, "a thousand network events in a second";
    WatcherDies = 11, "the watcher of network changes is dead";
    PrivateAddress = 12, "an interface gets another private address, the public one stays";
    TemporaryRotates = 13, "the temporary IPv6 address rotates";
    PrefixChange = 14, "the IPv6 prefix changes and the old addresses stay, deprecated";
    Ipv6Vanishes = 15, "IPv6 vanishes";
    Ipv6Blackhole = 16, "IPv6 is there and leads nowhere";
    LongSleep = 17, "hours of sleep, and no DNS in the first seconds after";
    ShortSleeps = 18, "many sleeps of 55 seconds";
    ResumeElsewhere = 19, "sleep at home, wake in a cafe";
    ClockAhead = 20, "the wall clock is ten years ahead at start, and is corrected later";
    ClockAt1970 = 21, "the wall clock falls back to 1970";
    ClockSteps = 22, "the wall clock steps by an hour";
    RefreshWhileAsleep = 23, "the machine is off for more than a month";
    RestartInWait = 24, "the program restarts while a provider asked it to wait";
    Stopped = 25, "the process stands still for a minute between reading and writing";
    ResolverDead = 26, "no name can be resolved";
    SplitDns = 27, "the name servers seem to name a private address";
    ServerErrors = 28, "the provider answers 500, 502, 503, with and without Retry-After";
    RateLimited = 29, "the provider answers 429, with and without Retry-After";
    BadAuth = 30, "the provider refuses the credentials";
    Refused = 31, "the provider answers abuse, badagent, nohost, notfqdn or !yours";
    ForeignWrite = 32, "someone else changes the record";
    Fight = 33, "another client writes its address again and again";
    Nochg = 34, "the provider answers nochg to each change";
    PartialAnswer = 35, "of a batch some names fail, and some are missing in the answer";
    OtherAddress = 36, "the provider stores and names another address";
    LateSuccess = 37, "the provider applies the change, its answer comes too late";
    TlsTrouble = 38, "the provider's certificate is wrong";
    Hang = 39, "connections hang after they were accepted";
    Broken = 40, "answers are cut off and connections reset";
    Redirect = 41, "the provider redirects to another host";
    Vpn = 42, "a VPN takes the default route";
    SplitTunnel = 43, "a tunnel is up beside the default route";
    Cgnat = 44, "the carrier shares the address among customers";
    DoubleNat = 45, "the router itself is behind another one";
    Cafe = 46, "the machine is in a cafe";
    RouterReboots = 47, "the router restarts: link up, no internet, then a new address";
    KeychainLocked = 48, "the keychain is locked";
    SecretDeleted = 49, "the keychain's item is deleted";
    DiskFull = 50, "the disk is full";
    StateDamaged = 51, "the state is damaged and an older copy is loaded at the next start";
    PowerCut = 52, "power is cut between two actions";
    CrashAfterSuccess = 53, "the program dies between the provider's success and its own note of it";
    AllAccountsFail = 55, "each account is in another state of failure";
    SettingsEdited = 56, "the settings are edited while a round runs";
    HundredClicks = 57, "the user clicks 'check now' a hundred times";
    QuitInRequest = 58, "the program is ended in the middle of a request";
    ForgedPackets = 59, "forged packets hint at changes for minutes";
    EndpointGone = 60, "the provider's endpoint is gone for a week";
    AnswersLost = 61, "the shell loses answers";
    AnswersLate = 62, "answers of the shell come minutes late";
    SlowZone = 63, "the name servers take minutes to follow";
    RouterLies = 64, "the router names a false address, by itself and when it is asked";
    StunLies = 65, "the STUN servers name a false address";
    RouterMute = 66, "the router answers no question";
    NextHopUnknown = 67, "the router's hardware address cannot be found out";
    PowerChanges = 68, "the machine runs on battery, over a way out that is paid by its amount";
}

impl Fault {
    /// Its number.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "F{}", self.number())
    }
}

/// Some of the faults.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct FaultSet(u128);

impl FaultSet {
    /// Adds one.
    pub fn insert(&mut self, fault: Fault) {
        self.0 |= 1 << fault.number();
    }

    /// Takes one out.
    pub fn remove(&mut self, fault: Fault) {
        self.0 &= !(1 << fault.number());
    }

    /// Whether it is in.
    #[must_use]
    pub fn has(self, fault: Fault) -> bool {
        self.0 & (1 << fault.number()) != 0
    }

    /// Whether one of them is in.
    #[must_use]
    pub fn has_any(self, faults: &[Fault]) -> bool {
        faults.iter().any(|fault| self.has(*fault))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those that are in, by number.
    pub fn iter(self) -> impl Iterator<Item = Fault> {
        Fault::ALL.iter().copied().filter(move |fault| self.has(*fault))
    }

    /// The numbers of those that are in, by the bits of one word.
    #[must_use]
    pub fn bits(self) -> u128 {
        self.0
    }
}

impl fmt::Debug for FaultSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter().map(Fault::number)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let mut set = FaultSet::default();
        set.insert(Fault::SlowZone);
        set.insert(Fault::PortalPage);
        set.insert(Fault::Vpn);
        set.remove(Fault::Vpn);

        assert_eq!(set.iter().collect::<Vec<_>>(), [Fault::PortalPage, Fault::SlowZone]);
        assert_eq!(format!("{set:?}"), "[1, 63]");
    }
}
