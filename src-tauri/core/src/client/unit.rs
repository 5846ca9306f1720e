//! One supervised unit per hostname: whatever fails in one, the others go on.

use std::net::IpAddr;
use std::time::Duration;

use crate::address::{Family, PerFamily, Publishable};
use crate::event::Trouble;
use crate::hostname::Hostname;
use crate::ledger::{Ledger, LedgerChange, Published, Subject};
use crate::plan::PlanId;
use crate::settings::{HostnameSettings, PRACTICE, ProviderId};
use crate::time::{Mono, Wall};
use crate::verification::{Expected, Proof, ServerAnswer};

/// Whether an account keeps a hostname, or keeps it while another one cannot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Seat {
    First,
    Standby,
}

/// One unit: no name has two first accounts or two standbys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// The name that it keeps.
    pub(super) name: Hostname,
    pub(super) seat: Seat,
}

/// The first account of a hostname with a standby cannot publish a new address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Out {
    /// When the standby will serve; `None` once it does.
    pub(super) serves_at: Option<Mono>,
}

/// What is under way for one hostname at one account. Nothing here has to survive a restart.
#[derive(Debug)]
pub(super) struct Unit {
    pub(super) seat: Seat,
    /// The hostname in the settings that it belongs to: its own name, except for a standby with another one.
    pub(super) row: Hostname,
    /// Of a first account with a standby.
    pub(super) out: Option<Out>,
    pub(super) settings: HostnameSettings,
    /// Its place in the settings file, counted from the first.
    pub(super) number: usize,
    pub(super) provider: ProviderId,
    pub(super) records: PerFamily<Record>,
    pub(super) in_flight: Option<PlanId>,
    pub(super) last_sent: Option<Mono>,
    /// Requests in a row that got no answer.
    pub(super) failures: u32,
    pub(super) retry_at: Option<Mono>,
    /// The user asked for another request, which may leave from this moment on.
    pub(super) repeat_at: Option<Mono>,
    pub(super) trouble: Option<(Trouble, Wall)>,
    /// The user wants the record, although it was refused as somebody else's.
    pub(super) takes_over: bool,
}

/// What is under way for one record.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub(super) sending: Option<Publishable>,
    /// A write whose answer never came. DNS decides; no second request before this moment.
    pub(super) unsure: Option<Unsure>,
    pub(super) proving: Option<Proving>,
    /// The user wants it sent once more: DNS names something else.
    pub(super) repeat: bool,
}

#[derive(Debug)]
pub(super) struct Unsure {
    pub(super) address: Publishable,
    pub(super) resend_at: Mono,
}

/// The proof of one published address.
#[derive(Debug)]
pub(super) struct Proving {
    pub(super) address: Publishable,
    /// Other addresses of the record, which stay.
    pub(super) beside: Vec<IpAddr>,
    /// Since when it is looked for: the acceptance, or the start of this program.
    pub(super) since: Mono,
    pub(super) attempts: u32,
    /// When to ask; `None` while a question is under way.
    pub(super) ask_at: Option<Mono>,
    /// When an answer has to be there, while a question is under way.
    pub(super) answer_by: Option<Mono>,
    pub(super) last: Option<Proof>,
    /// It was proved before: what is found now is someone else's change, or a name server's failure.
    pub(super) was_proved: bool,
    pub(super) told: bool,
    /// What each server said last.
    pub(super) seen: Option<Seen>,
    /// Caches may hold the value before this one until then.
    pub(super) cached_until: Option<Wall>,
    /// Whether the address is new in DNS, and nobody was told yet.
    pub(super) news: News,
}

/// Whether a record's address is news.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum News {
    /// It is none, or was told.
    #[default]
    Told,
    /// It is; what stood there before is not known.
    New,
    /// It is, after this address.
    After(IpAddr),
}

/// What the name servers said, and when.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) at: Wall,
    pub(super) answers: Vec<ServerAnswer>,
}

/// A question to the name servers that got no answer by then is asked again.
pub(super) const ANSWER_LIMIT: Duration = Duration::from_secs(30);

impl Proving {
    pub(super) fn new(address: Publishable, now: Mono, ask_at: Mono) -> Self {
        Self {
            address,
            beside: Vec::new(),
            since: now,
            attempts: 0,
            ask_at: Some(ask_at),
            answer_by: None,
            last: None,
            was_proved: false,
            told: false,
            seen: None,
            cached_until: None,
            news: News::Told,
        }
    }

    pub(super) fn expected(&self) -> Expected {
        Expected { address: self.address.get(), beside: self.beside.clone() }
    }

    pub(super) fn is_confirmed(&self) -> bool {
        matches!(self.last, Some(Proof::Confirmed { .. }))
    }
}

impl Place {
    pub(super) fn first(name: Hostname) -> Self {
        Self { name, seat: Seat::First }
    }

    pub(super) fn standby(name: Hostname) -> Self {
        Self { name, seat: Seat::Standby }
    }

    pub(super) fn subject(&self) -> Subject {
        match self.seat {
            Seat::First => Subject::Hostname(self.name.clone()),
            Seat::Standby => Subject::Standby(self.name.clone()),
        }
    }

    /// The change that says what is published for one record now.
    pub(super) fn publishes(&self, family: Family, fact: Option<Published>) -> LedgerChange {
        match self.seat {
            Seat::First => LedgerChange::Published(self.name.clone(), family, fact),
            Seat::Standby => LedgerChange::Standby(self.name.clone(), family, fact),
        }
    }
}

impl Unit {
    pub(super) fn new(settings: HostnameSettings, provider: ProviderId) -> Self {
        Self {
            seat: Seat::First,
            row: settings.name.clone(),
            out: None,
            settings,
            number: 0,
            provider,
            records: PerFamily::default(),
            in_flight: None,
            last_sent: None,
            failures: 0,
            retry_at: None,
            repeat_at: None,
            trouble: None,
            takes_over: false,
        }
    }

    pub(super) fn place(&self) -> Place {
        Place { name: self.settings.name.clone(), seat: self.seat }
    }

    /// Whom a fact about this name at this account is about.
    pub(super) fn subject(&self) -> Subject {
        self.place().subject()
    }

    /// What was last published for one record.
    pub(super) fn published<'a>(&self, ledger: &'a Ledger, family: Family) -> Option<&'a Published> {
        let facts = match self.seat {
            Seat::First => &ledger.published,
            Seat::Standby => &ledger.standby,
        };

        facts.get(&self.settings.name)?.get(family).as_ref()
    }

    pub(super) fn is_practice(&self) -> bool {
        self.provider.0 == PRACTICE
    }

    pub(super) fn wants(&self, family: Family) -> bool {
        *self.settings.enabled.get(family)
    }

    /// There is nobody to ask now.
    pub(super) fn ask_later(&mut self, now: Mono) {
        for family in Family::BOTH {
            if let Some(proving) = &mut self.records.get_mut(family).proving
                && proving.ask_at.is_none_or(|at| at <= now)
            {
                proving.answer_by = None;
                proving.ask_at = Some(now + ANSWER_LIMIT);
            }
        }
    }

    /// Forgets the waits that are over.
    pub(super) fn end_waits(&mut self, now: Mono) {
        self.retry_at = self.retry_at.filter(|at| *at > now);
        for family in Family::BOTH {
            let record = self.records.get_mut(family);
            if record.unsure.as_ref().is_some_and(|unsure| unsure.resend_at <= now) {
                record.unsure = None;
            }
        }
    }

    /// The next moment at which something is due by itself.
    pub(super) fn timeout(&self) -> Option<Mono> {
        let record = |family| {
            let record: &Record = self.records.get(family);
            let proving = record.proving.as_ref();
            [
                record.unsure.as_ref().map(|unsure| unsure.resend_at),
                proving.and_then(|proving| proving.ask_at),
                proving.and_then(|proving| proving.answer_by),
            ]
        };

        record(Family::Ipv4)
            .into_iter()
            .chain(record(Family::Ipv6))
            .chain([self.retry_at, self.repeat_at])
            .flatten()
            .min()
    }
}
