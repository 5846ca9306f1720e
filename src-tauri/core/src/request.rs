//! What tray, window and command line may ask of a running Homeport, and what they get. The local socket carries
//! exactly these.

mod files;
mod new;
mod outcome;
mod token;

use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

use crate::address::{Family, PerFamily};
use crate::autostart::Autostart;
use crate::fault::Problem;
use crate::import::{ImportFile, ImportPreview};
use crate::journal::Entry;
use crate::report::SupportReport;
use crate::settings::Preferences;
use crate::snapshot::Snapshot;
use crate::time::Wall;

pub use new::{NewHostname, NewStandby, NewWebhook};
pub use outcome::{Outcome, OutcomeReport};
pub use token::TokenReport;

/// A secret on its way to the vault. It is never shown, printed or sent back.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize)]
#[zeroize(drop)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret. Spaces and line ends around it are cut: they come from copying.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// The secret itself: only for the vault and for a conversation that is under way.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(hidden)")
    }
}

/// The way of pausing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PauseFor {
    /// One hour.
    Hour,
    /// Until the next local midnight.
    UntilTomorrow,
    /// Until the user resumes.
    UntilResumed,
}

/// What only a window, or the person in front of it, can tell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Witness {
    /// The version of what draws the window's pages; empty when it does not say.
    pub webview: String,
    /// Whether the test notification appeared; `None` while nobody tried.
    pub notified: Option<bool>,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "request", content = "of")]
pub enum Request {
    /// The snapshot, once.
    Status,
    /// The snapshot now and after each change, and each new journal entry, until the connection ends.
    Watch,
    /// The newest entries before an entry, oldest first.
    History {
        /// At most this many; 1 to 1,000.
        limit: u32,
        /// Only entries with a smaller number; `None`: the newest.
        #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
        before: Option<i64>,
    },
    /// What the timeline is drawn from: a year of addresses and of what stood in their way, oldest first.
    Timeline,
    /// Check and update now.
    CheckNow,
    /// One whole round, answered when it ended.
    Once {
        /// Send nothing, and say what would be sent.
        dry_run: bool,
    },
    /// Pause everything.
    Pause(PauseFor),
    /// Resume everything.
    Resume,
    /// Stop one hostname, or let it go on.
    PauseHostname {
        /// Its name.
        hostname: String,
        /// Stopped or not.
        paused: bool,
    },
    /// The user acted on this hostname's problem.
    TryAgain {
        /// Its name.
        hostname: String,
    },
    /// Keep this hostname up to date from now on.
    Add(NewHostname),
    /// Add the practice hostname.
    AddPractice,
    /// Stop keeping this hostname; its DNS record stays as it is.
    Remove {
        /// Its name.
        hostname: String,
    },
    /// Which records of a hostname are kept.
    SetRecords {
        /// Its name.
        hostname: String,
        /// The A and the AAAA record.
        records: PerFamily<bool>,
    },
    /// What the settings page shows, as a whole.
    SetPreferences(Preferences),
    /// Whether Homeport starts at login.
    Autostart,
    /// Start at login from now on, or no more.
    SetAutostart {
        /// Start.
        on: bool,
        /// Without the window.
        hidden: bool,
    },
    /// The network that this machine is in is a home network from now on.
    ThisIsHome,
    /// Updates happen in this network although it is no home network, until the machine leaves it.
    UpdateHere,
    /// New secrets for an account.
    ReplaceSecrets {
        /// The account's id.
        account: String,
        /// The secret fields, by key.
        secrets: BTreeMap<String, Secret>,
        /// Not in the keychain, but in memory, until Homeport quits.
        #[serde(default)]
        until_quit: bool,
    },
    /// Keep the records of this family no more where the others are kept; what stands in DNS stays.
    TurnOff(Family),
    /// Have the user unlock the keychain, in the system's own dialogue, and go on with this account's secrets.
    Unlock(String),
    /// One conversation with a provider; nothing is stored.
    Try {
        /// What to try with.
        what: NewHostname,
        /// Addresses that the user typed; a family that is `None` is detected, if its switch is on.
        addresses: PerFamily<Option<IpAddr>>,
    },
    /// Wait until a zone's own name servers have what a try has just sent.
    Prove {
        /// Its name.
        hostname: String,
        /// What was sent.
        addresses: PerFamily<Option<IpAddr>>,
    },
    /// Whether a provider accepts a token: one request that only reads, and nothing is stored.
    CheckToken {
        /// The provider's id.
        provider: String,
        /// An existing account, whose stored secrets are checked when no others are given.
        account: Option<String>,
        /// The provider's fields that are not secret, by key; those that the check does not need may be missing.
        fields: BTreeMap<String, String>,
        /// The secret fields, by key.
        secrets: BTreeMap<String, Secret>,
    },
    /// What another client keeps up to date: a preview, or the whole of it added to the settings.
    Import {
        /// The file.
        file: ImportFile,
        /// Add it; without, only the preview is made.
        commit: bool,
    },
    /// The accounts and hostnames in the settings.
    List,
    /// The catalogue.
    Providers,
    /// The provider of a hostname, found by its suffix or its name servers.
    Recognise {
        /// As typed.
        hostname: String,
    },
    /// The checks; with what a window can tell, if one asks.
    Doctor(Option<Witness>),
    /// Show a notification, so that a person can tell whether it appeared.
    TestNotification,
    /// Tell this server of changes from now on; `None`: no server.
    SetWebhook(Option<NewWebhook>),
    /// The webhook is as it was before the last change of it.
    UndoWebhook,
    /// Send a made-up change to the webhook.
    TestWebhook,
    /// A report for somebody who helps, as it would be written.
    Report {
        /// Names and addresses are replaced by numbers.
        hide: bool,
    },
    /// Write a report.
    SaveReport {
        /// As it was seen.
        report: SupportReport,
        /// The file that the user chose, which may be there; `None`: a new one in the folder for downloads.
        to: Option<String>,
    },
    /// A copy of the settings, without secrets.
    Backup,
    /// Write such a copy.
    SaveBackup {
        /// As for a report.
        to: Option<String>,
    },
    /// These settings, and no others, from now on.
    Restore {
        /// What [`Request::Backup`] gave.
        text: String,
    },
    /// A second start: show the window.
    ShowWindow,
    /// A second start of the window: show this page in the first one.
    ShowPage {
        /// One of the rail's pages; `None`: as it is.
        page: Option<String>,
        /// A hostname in ASCII.
        hostname: Option<String>,
        /// The setup of a new hostname.
        add: bool,
    },
    /// End the resident.
    Quit,
}

/// One hostname and account as `homeport list` shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Listed {
    /// The name in ASCII.
    pub hostname: String,
    /// The provider's id.
    pub provider: String,
    /// The account's id.
    pub account: String,
    /// The A record is kept.
    pub ipv4: bool,
    /// The AAAA record is kept.
    pub ipv6: bool,
    /// The user stopped it.
    pub paused: bool,
}

/// One field of a provider's form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CardField {
    /// Its key in the settings or the vault.
    pub key: String,
    /// The provider's own word for it.
    pub label: String,
    /// Where it is found.
    pub help: String,
    /// It goes to the vault only.
    pub secret: bool,
    /// It may be left empty.
    pub optional: bool,
    /// What it looks like.
    pub example: String,
    /// A regular expression that the whole value matches; empty: anything.
    pub pattern: String,
    /// The values to choose from; empty: free text.
    pub options: Vec<String>,
    /// The value that is used when nothing is entered.
    pub default: String,
    /// It has several lines, such as a key in PEM.
    #[serde(default)]
    pub lines: bool,
    /// The check of a token sends it, and cannot be made without it.
    #[serde(default)]
    pub checked: bool,
}

/// One provider as the wizard shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ProviderCard {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its home page.
    pub site: String,
    /// Free, paid, must confirm monthly, and the like.
    pub cost: String,
    /// What to know before.
    pub note: String,
    /// Where a token is made.
    pub access_url: String,
    /// How, step by step.
    pub access_steps: Vec<String>,
    /// Which rights it needs.
    pub access_rights: Vec<String>,
    /// The fields of its form, in order.
    pub fields: Vec<CardField>,
    /// Hostnames below these belong to it.
    pub suffixes: Vec<String>,
    /// It can keep the A record.
    pub ipv4: bool,
    /// It can keep the AAAA record.
    pub ipv6: bool,
    /// It can create a missing record, if the user agrees.
    pub can_create: bool,
    /// A token can be checked without an update.
    #[serde(default)]
    pub checks: bool,
    /// The user's own file, not one that came with the program.
    pub unverified: bool,
    /// The hosts that its secrets are sent to; empty where the user types the server.
    pub hosts: Vec<String>,
}

/// The result of one check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CheckResult {
    /// It is right.
    Pass,
    /// Look at it.
    Warn,
    /// It is wrong.
    Fail,
    /// It could not be checked, and `found` says why.
    Skipped,
}

/// One check of `homeport doctor`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Check {
    /// Its stable code.
    pub code: String,
    /// What was checked.
    pub title: String,
    /// How it ended.
    pub result: CheckResult,
    /// What was found.
    pub found: String,
    /// What to do, unless it passed.
    pub cure: String,
}

/// A provider that fits a hostname.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Recognised {
    /// The provider's id.
    pub provider: String,
    /// Why it was found, in words.
    pub because: String,
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "response", content = "of")]
pub enum Response {
    /// It was done.
    Done,
    /// The snapshot.
    Snapshot(Box<Snapshot>),
    /// Journal entries, oldest first.
    Journal(Vec<Entry>),
    /// How a round or a try ended, one for each hostname.
    Outcomes(Vec<OutcomeReport>),
    /// Whether the name servers have it by now.
    Proof {
        /// All that answered do.
        seen: bool,
    },
    /// How the check of a token ended.
    Token(TokenReport),
    /// What an import would add, or has added.
    Import(Box<ImportPreview>),
    /// What is in the settings.
    Listed(Vec<Listed>),
    /// The catalogue.
    Providers(Vec<ProviderCard>),
    /// The providers that fit, the best first.
    Recognised(Vec<Recognised>),
    /// Whether Homeport starts at login.
    Autostart(Autostart),
    /// A report.
    Report(SupportReport),
    /// A copy of the settings.
    Backup(String),
    /// The settings are restored.
    Restored {
        /// The accounts whose secrets are not on this machine.
        lacking: Vec<String>,
    },
    /// A file was written.
    Saved {
        /// Its path.
        path: String,
    },
    /// The checks.
    Checks(Vec<Check>),
    /// It was refused: what happened, what it means, what to do.
    Refused(Refusal),
}

/// Why something was refused, in three parts, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Refusal {
    /// What happened.
    pub happened: String,
    /// What it means.
    pub means: String,
    /// What to do.
    pub cure: String,
    /// The field of the request or the form that is wrong, if one is.
    pub field: Option<String>,
}

impl Refusal {
    /// The three parts of a problem.
    #[must_use]
    pub fn from_problem(problem: &Problem) -> Self {
        Self {
            happened: problem.happened.clone(),
            means: problem.means.clone(),
            cure: problem.cure.clone(),
            field: None,
        }
    }
}

/// A moment for people: when it was and how long ago.
#[must_use]
pub fn seconds_until(at: Wall, now: Wall) -> u32 {
    u32::try_from(at.since(now).as_millis().div_ceil(1_000)).unwrap_or(u32::MAX)
}
