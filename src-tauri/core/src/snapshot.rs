//! One plain value that holds all that tray, window, notifications and command line may show.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::address::{Family, PerFamily};
use crate::fault::{Code, Problem};
use crate::gateway::{Power, Protocol};
use crate::hostname::Hostname;
use crate::language::Language;
use crate::settings::{AccountId, Preferences, ProviderId, SourceKind, WebhookMethod};
use crate::standing::Belief;
use crate::time::Wall;
use crate::way::Stop;

/// The six states, in their order of precedence: the worst is last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// All enabled hostnames are verified.
    #[default]
    Ok,
    /// Paused, away, or a VPN is on.
    Holding,
    /// A check or an update runs, or the program just started.
    Working,
    /// It works, but a person should look.
    Attention,
    /// A name is wrong, or will be.
    Error,
    /// There is no internet.
    Offline,
}

/// How the world reaches an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The address is on this machine.
    Direct,
    /// A router translates; a port has to be forwarded there.
    BehindNat,
    /// The carrier shares the address among customers.
    Cgnat,
    /// There is no such address here.
    NotHere,
    /// Not known (yet).
    Unknown,
}

/// One address card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AddressCard {
    /// The family.
    pub family: Family,
    /// The agreed address; the last one while a new one is not sure.
    pub address: Option<IpAddr>,
    /// How the world reaches it.
    pub verdict: Verdict,
    /// The verdict as a word.
    pub verdict_word: String,
    /// Who said so, or why it is not known, in words.
    pub why: String,
    /// When it was last confirmed.
    pub seen: Option<Wall>,
    /// It is this machine's own address and the world may not reach it: practice, offline.
    pub own_only: bool,
    /// The way out of this machine; `None` when there is none.
    #[serde(default)]
    pub way: Option<WayOut>,
    /// The stations from this computer to the internet.
    #[serde(default)]
    pub stops: Vec<Stop>,
}

/// The first two stations of the way of an address: this computer and its router.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WayOut {
    /// This computer's address in its network.
    pub own: Option<IpAddr>,
    /// The interface's name, as the system shows it.
    pub interface: String,
    /// The next hop; `None` on a point-to-point link.
    pub gateway: Option<IpAddr>,
    /// The interface is a tunnel (a VPN).
    pub tunnel: bool,
}

/// The state of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ChipState {
    /// Proved in DNS.
    Verified,
    /// Accepted by the provider, not yet proved in DNS.
    Accepted,
    /// Being sent.
    Sending,
    /// On hold.
    Holding,
    /// Could not confirm.
    Unsure,
    /// Wrong, or refused.
    Wrong,
    /// No internet.
    Offline,
    /// Switched off for this hostname.
    Off,
    /// There is no such address here; the record stays as it is.
    NotHere,
}

/// One record of a hostname.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Chip {
    /// A or AAAA.
    pub family: Family,
    /// Its state.
    pub state: ChipState,
    /// The state as a word.
    pub word: String,
    /// The address that the provider last accepted.
    pub address: Option<IpAddr>,
    /// When the provider accepted it.
    pub accepted: Option<Wall>,
    /// When it was last proved in DNS.
    pub proved: Option<Wall>,
    /// What each of the zone's own name servers said last.
    #[serde(default)]
    pub servers: Vec<NameServer>,
    /// When they were asked.
    #[serde(default)]
    pub asked: Option<Wall>,
    /// The record's time to live in seconds.
    #[serde(default)]
    pub ttl: Option<u32>,
    /// Until then, caches in the world may still hold the value before this one.
    #[serde(default)]
    pub cached_until: Option<Wall>,
}

/// One of a zone's own name servers, and what it said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NameServer {
    /// Its name or address.
    pub name: String,
    /// The addresses it has for the record; empty when it has none.
    pub addresses: Vec<IpAddr>,
    /// Why it could not be asked; empty when it answered.
    pub trouble: String,
    /// It has the address that is to be there, and no other.
    pub right: bool,
}

/// One hostname.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HostnameRow {
    /// The name in ASCII.
    pub name: Hostname,
    /// The name as people write it.
    pub shown: String,
    /// Its provider.
    pub provider: ProviderId,
    /// Its provider's name.
    pub provider_name: String,
    /// Its account.
    pub account: AccountId,
    /// Its state.
    pub state: State,
    /// The state in a few words: "Up to date", "Token rejected".
    pub words: String,
    /// A problem of its own, if any.
    pub fault: Option<Code>,
    /// The user paused it.
    pub paused: bool,
    /// Its records.
    pub records: PerFamily<Chip>,
    /// When its address last changed at the provider.
    pub since: Option<Wall>,
    /// When it is tried next.
    pub next_try: Option<Wall>,
    /// Who keeps it while its account cannot, if somebody does.
    #[serde(default)]
    pub standby: Option<StandbyRow>,
    /// How low Homeport can set the record's TTL, in seconds; `None`: it cannot.
    #[serde(default)]
    pub minimum_ttl: Option<u32>,
    /// The user wants it lowered.
    #[serde(default)]
    pub lower_ttl: bool,
    /// The family whose record tells more of it.
    #[serde(default = "ipv4")]
    pub telling: Family,
    /// For each record, the stations from the provider to the world.
    #[serde(default)]
    pub stops: PerFamily<Vec<Stop>>,
}

fn ipv4() -> Family {
    Family::Ipv4
}

/// The standby of a hostname.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StandbyRow {
    /// The name that it keeps, in ASCII: the hostname's own, or another one.
    pub name: Hostname,
    /// The same as people write it.
    pub shown: String,
    /// Its provider.
    pub provider: ProviderId,
    /// Its provider's name.
    pub provider_name: String,
    /// Its account.
    pub account: AccountId,
    /// It serves now: the first account is out.
    pub serves: bool,
    /// Since when it does.
    #[serde(default)]
    pub serves_since: Option<Wall>,
    /// When it will serve, while the first account is out and it does not yet.
    pub serves_at: Option<Wall>,
    /// Its state.
    pub state: State,
    /// The state in a few words.
    pub words: String,
    /// A problem of its own, if any.
    #[serde(default)]
    pub fault: Option<Code>,
    /// Its records.
    pub records: PerFamily<Chip>,
}

/// The practice server while it runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Practice {
    /// Its UDP and TCP port on 127.0.0.1.
    pub port: u16,
    /// The command that asks it.
    pub command: String,
}

/// One way in which the router is spoken to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RouterWay {
    /// The protocol.
    pub protocol: Protocol,
    /// The router answers.
    pub tells: bool,
    /// It has promised to tell of changes, or has told of something by itself.
    pub announces: bool,
}

/// How a change of the address behind the router is noticed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Lookout {
    /// The router that is listened to; `None` where no change is hidden, or none is to be asked.
    pub router: Option<IpAddr>,
    /// The router's own address in the internet.
    pub external: Option<IpAddr>,
    /// The world sees another address than the router's: another translation lies between.
    pub behind_another: bool,
    /// The ways that were heard from.
    pub ways: Vec<RouterWay>,
    /// STUN servers are asked now and then, as the router tells nothing.
    pub pulses: bool,
    /// What the machine runs on.
    pub power: Power,
    /// All this in words.
    pub words: String,
}

/// One source of the public address, and what was made of its last word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SourceRow {
    /// The family that it was asked for.
    pub family: Family,
    /// What it speaks.
    pub kind: SourceKind,
    /// Who runs it.
    pub operator: String,
    /// The address that it named.
    pub said: Option<IpAddr>,
    /// What was made of that.
    pub belief: Belief,
    /// The same in words.
    pub words: String,
    /// When that was.
    pub at: Wall,
    /// How often it was right lately, from 0 to 100.
    pub health: u8,
}

/// The network that this machine is in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Network {
    /// The router's hardware address and the subnet, as the list of home networks names it; `None` while unknown.
    pub id: Option<String>,
    /// What the system calls it, if it says.
    pub name: Option<String>,
    /// Updates may happen here; `None` while that cannot be told.
    pub home: Option<bool>,
    /// A new hostname is updated only here, unless the user wants it otherwise.
    pub proposed: bool,
    /// The tunnel that is the way out, if one is.
    pub tunnel: Option<String>,
    /// The address is looked for beside the tunnel.
    pub beside_tunnel: bool,
}

/// A pause of all updates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Pause {
    /// Its end; `None`: until the user resumes.
    pub until: Option<Wall>,
}

/// Whether there is a tray to be seen in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Tray {
    /// Shown.
    Shown,
    /// There is a desktop, but nothing in it shows tray icons.
    NoHost,
    /// There is no desktop, or no tray was asked for.
    #[default]
    None,
}

/// A webhook without what may be secret of its address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ShownWebhook {
    /// Its server.
    pub server: String,
    /// How it is asked.
    pub method: WebhookMethod,
    /// What it says; empty: all that there is.
    pub body: String,
}

/// All that can be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Snapshot {
    /// Grows with every change.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub revision: u64,
    /// This program's version.
    pub version: String,
    /// When it was made.
    pub at: Wall,
    /// The one state.
    pub state: State,
    /// The one sentence.
    pub headline: String,
    /// The sentence below it.
    pub detail: String,
    /// The address cards.
    pub addresses: PerFamily<AddressCard>,
    /// How a change behind the router is noticed.
    pub lookout: Lookout,
    /// What each source said last, and why it was believed or not.
    #[serde(default)]
    pub sources: Vec<SourceRow>,
    /// The network that this machine is in.
    #[serde(default)]
    pub network: Network,
    /// The hostnames, in the settings' order.
    pub hostnames: Vec<HostnameRow>,
    /// The one that is worth showing when there is room for one: the worst.
    #[serde(default)]
    pub telling: Option<Hostname>,
    /// The problems, worst first, without those that a root cause hides.
    pub problems: Vec<Problem>,
    /// All updates are paused.
    pub pause: Option<Pause>,
    /// A check or an update is running.
    pub busy: bool,
    /// When the last whole check ended.
    pub last_check: Option<Wall>,
    /// When the next one begins.
    pub next_check: Option<Wall>,
    /// "Check now" is possible from then on; `None`: at once.
    pub check_allowed: Option<Wall>,
    /// The practice server while it runs.
    pub practice: Option<Practice>,
    /// The tray.
    pub tray: Tray,
    /// The language of all its texts.
    #[serde(default)]
    pub language: Language,
    /// What the user chose of how Homeport looks and behaves.
    #[serde(default)]
    pub preferences: Preferences,
    /// The user's own server that is told of changes.
    #[serde(default)]
    pub webhook: Option<ShownWebhook>,
}

impl Snapshot {
    /// Whether two snapshots differ in nothing but their number and time.
    #[must_use]
    pub fn shows_the_same(&self, other: &Self) -> bool {
        let Self {
            revision: _,
            at: _,
            version,
            state,
            headline,
            detail,
            addresses,
            lookout,
            sources,
            network,
            hostnames,
            telling,
            problems,
            pause,
            busy,
            last_check,
            next_check,
            check_allowed,
            practice,
            tray,
            language,
            preferences,
            webhook,
        } = self;

        *version == other.version
            && *state == other.state
            && *headline == other.headline
            && *detail == other.detail
            && *addresses == other.addresses
            && *lookout == other.lookout
            && *sources == other.sources
            && *network == other.network
            && *hostnames == other.hostnames
            && *telling == other.telling
            && *problems == other.problems
            && *pause == other.pause
            && *busy == other.busy
            && *last_check == other.last_check
            && *next_check == other.next_check
            && *check_allowed == other.check_allowed
            && *practice == other.practice
            && *tray == other.tray
            && *language == other.language
            && *preferences == other.preferences
            && *webhook == other.webhook
    }
}
