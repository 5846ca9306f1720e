//! Which notifications appear, and when. Few, and each worth reading: a change that is proved, something that needs a
//! person, trouble that lasts, and its end. Never for a start, a retry, or a check that found nothing.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::net::IpAddr;
use std::time::Duration;

use crate::address::Family;
use crate::fault::{Code, Problem, Remedy};
use crate::hostname::Hostname;
use crate::settings::Notifications;
use crate::snapshot::{Chip, ChipState, Snapshot, State};
use crate::text::Texts;
use crate::time::{DAY, HOUR, Mono, Now, Wall};
use crate::tray::{Click, Page};

/// At most this many in any [`HOUR`]; the rest becomes one summary.
pub const NOTICES_PER_HOUR: usize = 3;
/// What may heal by itself is left alone this long.
pub const PATIENCE: Duration = Duration::from_secs(15 * 60);
/// An unsolved problem that needs a person is named again after this long.
pub const REMINDER: Duration = DAY;

/// A button on a notification: what it says and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeButton {
    /// What it says.
    pub label: String,
    /// What it does.
    pub click: Click,
}

/// One notification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub title: String,
    /// What it means or what to do.
    pub body: String,
    /// It needs a person: systems let it stay until it is read.
    pub urgent: bool,
    /// The page that a click on it opens.
    pub page: Page,
    /// Its buttons, at most two.
    pub buttons: Vec<NoticeButton>,
}

/// How a problem reaches a person who does not look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// At once, and every day until it is solved.
    NeedsYou,
    /// After [`PATIENCE`], and once more when it is over.
    MayHeal,
    /// At once, and not again that day: it belongs to the network that this machine is in.
    OncePerNetwork,
    /// The tray and the window say it.
    Silent,
}

fn manner(code: Code) -> Manner {
    match code {
        Code::KeychainLocked
        | Code::KeychainAbsent
        | Code::KeychainDenied
        | Code::SecretMissing
        | Code::AuthRejected
        | Code::AuthScope
        | Code::HostNotFound
        | Code::NotYours
        | Code::Blocked
        | Code::ClientRefused
        | Code::BadRequest
        | Code::ForeignChange
        | Code::SettingsBroken
        | Code::StoreBroken
        | Code::DiskFull => Manner::NeedsYou,
        Code::NoDns
        | Code::Captive
        | Code::TlsTrust
        | Code::IpDisagree
        | Code::RateLimited
        | Code::ProviderDown
        | Code::ProviderUnknown
        | Code::Uncertain
        | Code::NotInDns => Manner::MayHeal,
        Code::Cgnat | Code::VpnActive | Code::NotHome => Manner::OncePerNetwork,
        Code::Offline | Code::OneWitness | Code::Ipv6None | Code::WatcherDown => Manner::Silent,
    }
}

/// One cause: a problem of one hostname, or of the machine.
type Cause = (Code, Option<String>);

/// What is remembered of a cause.
#[derive(Debug, Clone, Copy)]
struct Memory {
    first_seen: Mono,
    since: Wall,
    told: Option<Mono>,
}

/// What one hostname's record was proved to be.
type Record = (Hostname, Family);

/// Decides about notifications. Performs no I/O; after each `handle_snapshot` ask [`Notices::poll_timeout`], and hand
/// the newest snapshot in again when it comes.
#[derive(Debug)]
pub struct Notices {
    started: Now,
    causes: BTreeMap<Cause, Memory>,
    quiet_until: BTreeMap<Code, Mono>,
    proved: BTreeMap<Record, IpAddr>,
    changed: BTreeMap<Record, IpAddr>,
    shown: VecDeque<Mono>,
    withheld: usize,
    withheld_changes: usize,
    next: Option<Mono>,
}

impl Notices {
    /// Begins without any memory; what is older than `started` counts as told before.
    #[must_use]
    pub fn new(started: Now) -> Self {
        Self {
            started,
            causes: BTreeMap::new(),
            quiet_until: BTreeMap::new(),
            proved: BTreeMap::new(),
            changed: BTreeMap::new(),
            shown: VecDeque::new(),
            withheld: 0,
            withheld_changes: 0,
            next: None,
        }
    }

    /// Takes the newest snapshot and gives the notifications to show now.
    #[must_use]
    pub fn handle_snapshot(&mut self, snapshot: &Snapshot, texts: &Texts, now: Now) -> Vec<Notice> {
        self.next = None;
        let mut notices: Vec<_> = self.changes(snapshot, texts).into_iter().collect();
        let changes = notices.len();
        notices.extend(self.recoveries(snapshot, texts, now));
        for problem in &snapshot.problems {
            notices.extend(self.problem(problem, texts, now));
        }
        let (notices, changes) = match snapshot.preferences.notifications {
            Notifications::All => (notices, changes),
            Notifications::NeedsMe => (notices.into_iter().filter(|notice| notice.urgent).collect(), 0),
            Notifications::None => (Vec::new(), 0),
        };
        let notices = self.within_the_hour(notices, changes, now.mono);
        let summary = self.summary(snapshot, texts, now.mono);

        notices.into_iter().chain(summary).collect()
    }

    /// When the newest snapshot is to be handed in again although nothing changed.
    #[must_use]
    pub fn poll_timeout(&self) -> Option<Mono> {
        self.next
    }

    /// A change is told when every record that is on its way has arrived, so that three names are one notification.
    fn changes(&mut self, snapshot: &Snapshot, texts: &Texts) -> Option<Notice> {
        let mut underway = false;
        let mut present = BTreeSet::new();
        for row in &snapshot.hostnames {
            for family in Family::BOTH {
                let chip = row.records.get(family);
                let record = (row.name.clone(), family);
                underway |= matches!(chip.state, ChipState::Sending | ChipState::Accepted);
                self.record(&record, chip);
                present.insert(record);
            }
        }
        self.proved.retain(|record, _| present.contains(record));
        self.changed.retain(|record, _| present.contains(record));
        if underway || self.changed.is_empty() {
            return None;
        }
        let changed = std::mem::take(&mut self.changed);
        let hostnames: BTreeSet<_> = changed.keys().map(|(hostname, _)| hostname).collect();
        let addresses: BTreeSet<_> = changed.values().map(ToString::to_string).collect();
        let list = addresses.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
        let name = hostnames.first().map(|name| name.to_unicode()).unwrap_or_default();
        let values =
            [("address", list.into()), ("addresses", addresses.len().into()), ("count", hostnames.len().into())];
        let body = match hostnames.len() {
            1 => texts.say("notice-changed-one", &[("hostname", name.into())]),
            count => texts.say("notice-changed-many", &[("count", count.into())]),
        };
        let page = match hostnames.first() {
            Some(name) if hostnames.len() == 1 => Page::Hostname(name.as_str().to_owned()),
            _ => Page::Status,
        };

        Some(Notice { title: texts.say("notice-changed", &values), body, urgent: false, page, buttons: Vec::new() })
    }

    /// The first address that is seen for a record is where it stands; only another one is a change.
    fn record(&mut self, record: &Record, chip: &Chip) {
        let Some(address) = chip.address else { return };
        let Some(before) = self.proved.get(record) else {
            self.proved.insert(record.clone(), address);
            return;
        };
        if chip.state != ChipState::Verified || *before == address {
            return;
        }
        self.proved.insert(record.clone(), address);
        self.changed.insert(record.clone(), address);
    }

    /// A problem that is hidden by a greater one is not over.
    fn recoveries(&mut self, snapshot: &Snapshot, texts: &Texts, now: Now) -> Option<Notice> {
        let present: BTreeSet<Cause> = snapshot.problems.iter().flat_map(causes).collect();
        let gone: Vec<(Cause, Memory)> = self
            .causes
            .iter()
            .filter(|(cause, _)| !present.contains(*cause) && is_over(cause, snapshot))
            .map(|(cause, memory)| (cause.clone(), *memory))
            .collect();
        let mut longest = None;
        let mut hostnames = BTreeSet::new();
        for ((code, hostname), memory) in gone {
            let well = is_well(hostname.as_deref(), snapshot);
            if memory.told.is_some() && manner(code) == Manner::MayHeal && well {
                longest = longest.max(Some(now.mono.since(memory.first_seen)));
                hostnames.extend(hostname.clone());
            }
            self.causes.remove(&(code, hostname));
        }
        let minutes = longest?.as_secs().div_ceil(60);
        let shown = |name: &String| {
            let row = snapshot.hostnames.iter().find(|row| row.name.as_str() == name);
            row.map_or_else(|| name.clone(), |row| row.shown.clone())
        };
        let body = match hostnames.first() {
            Some(name) if hostnames.len() == 1 => {
                texts.say("notice-recovered-one", &[("hostname", shown(name).into())])
            }
            _ => snapshot.headline.clone(),
        };
        let span = match minutes {
            0..=119 => texts.say("notice-minutes", &[("count", minutes.into())]),
            _ => texts.say("notice-hours", &[("count", minutes.div_ceil(60).into())]),
        };
        let title = texts.say("notice-recovered", &[("span", span.into())]);

        Some(Notice { title, body, urgent: false, page: Page::Status, buttons: Vec::new() })
    }

    fn problem(&mut self, problem: &Problem, texts: &Texts, now: Now) -> Option<Notice> {
        let manner = manner(problem.code);
        if manner == Manner::Silent {
            return None;
        }
        let mut due = false;
        for cause in causes(problem) {
            let fresh = Memory { first_seen: now.mono, since: problem.since, told: None };
            let memory = *self.causes.entry(cause.clone()).or_insert(fresh);
            let at = match manner {
                Manner::NeedsYou => Some(self.needs_you_at(memory)),
                Manner::MayHeal => memory.told.is_none().then(|| memory.first_seen + PATIENCE),
                // It belongs to the network, where it was told before this start.
                Manner::OncePerNetwork if problem.told.is_some_and(|told| told < self.started.wall) => None,
                Manner::OncePerNetwork => memory.told.is_none().then(|| {
                    let quiet = self.quiet_until.get(&problem.code);
                    quiet.copied().unwrap_or_default().max(memory.first_seen)
                }),
                Manner::Silent => None,
            };
            match at {
                Some(at) if at <= now.mono => {
                    due = true;
                    self.causes.insert(cause, Memory { told: Some(now.mono), ..memory });
                    if manner == Manner::NeedsYou {
                        self.wake_at(now.mono + REMINDER);
                    }
                }
                Some(at) => self.wake_at(at),
                None => {}
            }
        }
        if !due {
            return None;
        }
        if manner == Manner::OncePerNetwork {
            self.quiet_until.insert(problem.code, now.mono + DAY);
        }

        Some(of_problem(problem, manner == Manner::NeedsYou, texts))
    }

    /// A problem from before this start was told then: it is due a day after it began, and not in the first minutes, so
    /// that a program that is started ten times a day does not tell it ten times.
    fn needs_you_at(&self, memory: Memory) -> Mono {
        if let Some(told) = memory.told {
            return told + REMINDER;
        }
        if memory.since >= self.started.wall {
            return memory.first_seen;
        }
        let age = self.started.wall.since(memory.since);

        (self.started.mono + REMINDER.saturating_sub(age)).max(self.started.mono + PATIENCE)
    }

    fn within_the_hour(&mut self, notices: Vec<Notice>, changes: usize, now: Mono) -> Vec<Notice> {
        while self.shown.front().is_some_and(|at| now.since(*at) >= HOUR) {
            self.shown.pop_front();
        }
        let mut allowed = Vec::new();
        for (number, notice) in notices.into_iter().enumerate() {
            if self.withheld == 0 && self.shown.len() < NOTICES_PER_HOUR {
                self.shown.push_back(now);
                allowed.push(notice);
            } else {
                self.withheld += 1;
                self.withheld_changes += usize::from(number < changes);
            }
        }

        allowed
    }

    /// What was withheld is one line as soon as the hour has room again.
    fn summary(&mut self, snapshot: &Snapshot, texts: &Texts, now: Mono) -> Option<Notice> {
        if self.withheld == 0 {
            return None;
        }
        if self.shown.len() >= NOTICES_PER_HOUR {
            let room = self.shown.front().map(|first| *first + HOUR)?;
            self.wake_at(room);
            return None;
        }
        let withheld = std::mem::take(&mut self.withheld);
        let changes = std::mem::take(&mut self.withheld_changes);
        self.shown.push_back(now);
        let title = match changes {
            0 => texts.say("notice-summary", &[("count", withheld.into())]),
            _ => texts.say("notice-summary-changes", &[("count", changes.into())]),
        };

        Some(Notice {
            title,
            body: snapshot.headline.clone(),
            urgent: snapshot.state == State::Error,
            page: Page::Status,
            buttons: Vec::new(),
        })
    }

    fn wake_at(&mut self, at: Mono) {
        self.next = Some(self.next.map_or(at, |next| next.min(at)));
    }
}

fn causes(problem: &Problem) -> Vec<Cause> {
    if problem.hostnames.is_empty() {
        return vec![(problem.code, None)];
    }

    problem.hostnames.iter().map(|hostname| (problem.code, Some(hostname.clone()))).collect()
}

/// Whether a cause that is not in the list is really over: no greater problem hides it, and no try is under way.
fn is_over((code, hostname): &Cause, snapshot: &Snapshot) -> bool {
    let hidden = snapshot.problems.iter().any(|problem| code.depends_on().contains(&problem.code));
    if hidden || (snapshot.state == State::Offline && *code != Code::Offline) {
        return false;
    }
    let row = hostname.as_ref().and_then(|name| snapshot.hostnames.iter().find(|row| row.name.as_str() == name));

    row.is_none_or(|row| row.state != State::Working)
}

/// Whether the end of a cause is good news: a name that was removed or paused is not.
fn is_well(hostname: Option<&str>, snapshot: &Snapshot) -> bool {
    match hostname {
        Some(name) => snapshot.hostnames.iter().any(|row| row.name.as_str() == name && row.state == State::Ok),
        None => matches!(snapshot.state, State::Ok | State::Working | State::Attention),
    }
}

fn of_problem(problem: &Problem, urgent: bool, texts: &Texts) -> Notice {
    let page = match problem.hostnames.as_slice() {
        [name] => Page::Hostname(name.clone()),
        _ => Page::Status,
    };
    let buttons = problem.buttons.iter().filter_map(|button| {
        let click = match &button.remedy {
            Remedy::CheckNow => Click::CheckNow,
            Remedy::TryAgain { hostname } => Click::TryAgain(hostname.clone()),
            Remedy::ReplaceSecret { .. } => Click::Open(page.clone()),
            Remedy::EditHostname { hostname } => Click::Open(Page::Hostname(hostname.clone())),
            Remedy::Resume => Click::Resume,
            Remedy::RunDiagnostics => Click::Open(Page::Network),
            // The window's business.
            Remedy::OpenProvider { .. }
            | Remedy::SignIn { .. }
            | Remedy::UseVpn
            | Remedy::ChooseSources
            | Remedy::UnlockKeychain { .. }
            | Remedy::KeepInMemory { .. }
            | Remedy::TurnOff { .. }
            | Remedy::PauseHostname { .. }
            | Remedy::ShowActivity { .. }
            | Remedy::ShowZones { .. }
            | Remedy::UpdateHere => return None,
            Remedy::ThisIsHome => Click::ThisIsHome,
        };

        Some(NoticeButton { label: button.label.clone(), click })
    });
    let body = match (problem.means.is_empty(), problem.cure.is_empty()) {
        (false, false) => {
            let values = [("means", problem.means.as_str().into()), ("cure", problem.cure.as_str().into())];
            texts.say("notice-problem", &values)
        }
        (true, _) => problem.cure.clone(),
        (_, true) => problem.means.clone(),
    };

    Notice { title: problem.happened.clone(), body, urgent, buttons: buttons.take(2).collect(), page }
}

/// What is told once, when the window is closed for the first time: people who do not know trays would think that
/// Homeport has ended.
#[must_use]
pub fn first_close(texts: &Texts) -> Notice {
    Notice {
        title: texts.say("notice-first-close", &[]),
        body: texts.say("notice-first-close-body", &[("system", std::env::consts::OS.into())]),
        urgent: false,
        page: Page::Status,
        buttons: Vec::new(),
    }
}

/// What is shown when a person asks for a notification, to see whether one appears.
#[must_use]
pub fn trial(texts: &Texts) -> Notice {
    Notice {
        title: texts.say("notice-trial", &[]),
        body: texts.say("notice-trial-body", &[]),
        urgent: false,
        page: Page::Network,
        buttons: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
