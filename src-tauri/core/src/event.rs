//! Everything that happens, and everything the core can ask for. Two closed lists: there is no other way in or out.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::address::{Family, PerFamily};
use crate::gateway::{Gateway, Power, Protocol, Said};
use crate::hostname::Hostname;
use crate::journal::Entry;
use crate::ledger::{Ledger, LedgerChange};
use crate::network::NetworkFacts;
use crate::observation::{Report, SourceId};
use crate::plan::{Plan, PlanId};
use crate::reply::Reply;
use crate::settings::{AccountId, Settings};
use crate::snapshot::Tray;
use crate::verification::{Question, ServerAnswer};
use crate::webhook::Change;

/// A sign that the address may have changed. It never publishes; it starts a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hint {
    /// An interface's address, link or route changed.
    Network,
    /// The machine woke up, or its process was suspended.
    Woke,
    /// The resolver, a link or a router said that the internet may be back.
    Retry,
}

/// Trouble on the way to or from a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// The provider's name could not be resolved: no DNS.
    #[error("the name {0} could not be resolved")]
    NoDns(String),
    /// No connection.
    #[error("{0} could not be reached")]
    NoConnection(String),
    /// The certificate or the handshake was refused. No secret was sent.
    #[error("the secure connection to {server} could not be verified: {reason}")]
    Tls {
        /// The server's name.
        server: String,
        /// Why, in the library's words.
        reason: String,
    },
    /// No answer in time.
    #[error("{0} did not answer in time")]
    Timeout(String),
    /// The connection broke, or the answer was cut or garbled.
    #[error("the answer of {0} was cut off or garbled")]
    Broken(String),
    /// The answer is longer than the limit.
    #[error("the answer of {0} is too long")]
    TooLong(String),
    /// The server wants to send the request, with its secret, elsewhere.
    #[error("{from} redirects to {to}; Homeport does not follow with a token")]
    Redirect {
        /// The server's name.
        from: String,
        /// The other server's name, without path or query.
        to: String,
    },
    /// The settings lack what the provider needs.
    #[error("{0}")]
    Settings(String),
}

/// How one hostname of a plan ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The provider answered.
    Replied(Reply),
    /// Nothing was sent, or certainly nothing was applied.
    NotSent(Trouble),
    /// It may have been applied: "could not confirm", and DNS decides.
    Uncertain(Trouble),
    /// The secret was not to be had. The secret's state came as an event of its own.
    NoSecret,
}

/// Whether an account's secrets can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SecretState {
    /// They can.
    Ready,
    /// The keychain is locked.
    Locked,
    /// There is no keychain (yet).
    Absent,
    /// The user or the system refused access.
    Denied,
    /// The keychain is there and has no such item: it was deleted.
    Missing,
}

/// What the user asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Command {
    /// Check and update now. Never outruns a provider's pace.
    CheckNow,
    /// Pause everything, for a time or until resumed.
    Pause(Option<Duration>),
    /// Resume everything.
    Resume,
    /// The user acted on this hostname's problem: lift its halts and try again.
    TryAgain(Hostname),
    /// Updates are wanted in this network although it is no home, until the machine leaves it.
    UpdateHere,
    /// The user gave new secrets for this account: lift its halts and try again.
    SecretReplaced(AccountId),
}

/// The state of the store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StoreState {
    /// Everything is written.
    Fine,
    /// The disk is full or read-only; the program goes on from memory.
    CannotWrite(String),
    /// A damaged file was put aside under this name, and a copy or a fresh one is in use.
    Recovered(String),
    /// A newer program wrote this file: it is left alone, and a fresh one is in use beside it.
    Newer(String),
    /// The settings file is wrong; the last good settings stay in force. The message names file, line, field and cure.
    SettingsBroken(String),
}

/// Everything that happens.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// These settings are in force from now on.
    Settings(Settings),
    /// The durable facts, read at start.
    Remembered(Ledger),
    /// Something may have changed.
    Hint(Hint),
    /// The network as it is now, in answer to [`Action::ReadNetwork`].
    Network {
        /// The number of the read. What an earlier one found is no news after a later one.
        read: u64,
        /// What the system says.
        facts: NetworkFacts,
    },
    /// The network could not be read. Nothing is known by that.
    Unread,
    /// One source said something, in answer to the probe of this round.
    Reported {
        /// The round.
        round: u64,
        /// What it said.
        report: Report,
    },
    /// Every source of the round has answered or run out of time.
    RoundEnded {
        /// The round.
        round: u64,
    },
    /// The router at this address said something, or did not answer.
    Router {
        /// Its address, and thereby its network.
        from: Ipv4Addr,
        /// In which way.
        protocol: Protocol,
        /// What it said.
        said: Said,
    },
    /// A STUN server said where a question came from, in answer to [`Action::Pulse`].
    Pulsed(Report),
    /// What the machine runs on, and whether its way out is metered.
    Power(Power),
    /// What the system calls the network, if it says.
    Named(Option<String>),
    /// A conversation ended. Every hostname of the plan has an entry.
    Answered {
        /// The plan.
        plan: PlanId,
        /// How it ended.
        answers: BTreeMap<Hostname, Answer>,
    },
    /// Name servers answered.
    Verified {
        /// The name.
        hostname: Hostname,
        /// The record.
        family: Family,
        /// What each said; empty when none could be found.
        answers: Vec<ServerAnswer>,
    },
    /// Whether an account's secrets can be read.
    Secret(AccountId, SecretState),
    /// The user asked for something.
    Command(Command),
    /// The store's state changed.
    Store(StoreState),
    /// The watcher of network changes stopped, in words, or works again.
    Watcher(Option<String>),
    /// The practice server listens on this port, or stopped.
    Practice(Option<u16>),
    /// A message about a change was sent, in answer to [`Action::Notify`], or as a try.
    Notified {
        /// Whose change it was; `None` for a try.
        hostname: Option<Hostname>,
        /// Where it went, without what may be secret.
        server: String,
        /// Why it did not arrive.
        trouble: Option<String>,
    },
    /// The tray appeared or went.
    Tray(Tray),
}

/// Whom to ask in a round, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Probing {
    /// The families to ask for.
    pub families: Vec<Family>,
    /// Ask further operators than the usual ones: the usual ones disagree.
    pub more: bool,
    /// Leave by this interface and no other, although a tunnel is the way out.
    pub through: PerFamily<Option<String>>,
    /// Leave these out of the usual ones, as far as enough others are left: they were wrong or silent lately.
    pub avoid: Vec<SourceId>,
}

/// Everything the core can ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Read the interfaces and routes, and answer with [`Event::Network`] or [`Event::Unread`].
    ReadNetwork {
        /// The number that the answer carries.
        read: u64,
    },
    /// Use no connection again that was made over the network before.
    LetGo,
    /// Ask the sources of these families, and answer with [`Event::Reported`] and [`Event::RoundEnded`].
    Probe {
        /// The number that the answers carry.
        round: u64,
        /// Whom to ask, and how.
        probing: Probing,
    },
    /// Listen to this router, and to no other; `None`: to none. Asked for again when its promises are over. Answered with
    /// [`Event::Router`] as often as it says something.
    WatchRouter(Option<Gateway>),
    /// Ask the watched router in these ways, and answer with [`Event::Router`] for each.
    AskRouter(Vec<Protocol>),
    /// Ask a STUN server, another one each time, and answer with [`Event::Pulsed`].
    Pulse {
        /// Leave by this interface and no other, although a tunnel is the way out.
        through: Option<String>,
    },
    /// Hold a provider conversation, and answer with [`Event::Answered`].
    Send(Plan),
    /// Ask the zone's name servers, and answer with [`Event::Verified`].
    Verify(Question),
    /// Tell the user's own server of a proved change, and answer with [`Event::Notified`].
    Notify(Change),
    /// Write a durable fact. It is written before any later action is carried out.
    Remember(LedgerChange),
    /// Write a line of history.
    Record(Entry),
}
