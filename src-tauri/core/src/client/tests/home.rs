//! A made-up home around the real client.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::time::Duration;

use crate::address::{Family, PerFamily};
use crate::client::{Client, ClientOptions};
use crate::event::{Action, Answer, Event, Hint};
use crate::hostname::Hostname;
use crate::journal::Happening;
use crate::ledger::Ledger;
use crate::network::{DefaultRoute, NetworkFacts};
use crate::observation::{Report, SourceFault, SourceId};
use crate::plan::{Plan, ProviderRules};
use crate::reply::{Means, Reply};
use crate::settings::{Account, AccountId, HostnameSettings, ProviderId, Settings, SourceKind};
use crate::text::Texts;
use crate::time::{HOUR, MINUTE, Mono, Now, Wall};
use crate::verification::ServerAnswer;

pub(super) const HOME: &str = "20.1.0.7";
pub(super) const ELSEWHERE: &str = "20.1.0.8";

/// A made-up home around the real client: answers its actions, and collects what it sent.
pub(super) struct Home {
    pub(super) client: Client,
    pub(super) now: Now,
    /// What the echo services say.
    pub(super) echo: Vec<Result<IpAddr, SourceFault>>,
    /// What the provider answers.
    pub(super) reply: Answer,
    /// What one provider answers instead.
    pub(super) replies: BTreeMap<ProviderId, Answer>,
    /// What went into the history.
    pub(super) happened: Vec<Happening>,
    /// What DNS shows beside it, for every name.
    pub(super) beside: Vec<IpAddr>,
    /// What the name servers say; `None`: nothing.
    pub(super) dns: Option<BTreeMap<Hostname, IpAddr>>,
    pub(super) facts: NetworkFacts,
    /// Reading the network never ends.
    pub(super) mute: bool,
    pub(super) sent: Vec<Plan>,
    /// How many questions the name servers got.
    pub(super) asked: usize,
    pub(super) ledger: Ledger,
    /// What a crash leaves of it at the least.
    pub(super) lasting: Ledger,
    /// What the user's own server was told.
    pub(super) told: Vec<crate::webhook::Change>,
    pub(super) answers: bool,
    /// The interfaces that the last questions had to leave by.
    pub(super) through: PerFamily<Option<String>>,
}

pub(super) fn name(text: &str) -> Hostname {
    text.parse().unwrap()
}

pub(super) fn settings(hostnames: usize) -> Settings {
    Settings {
        accounts: vec![Account {
            id: AccountId("desec".to_owned()),
            provider: ProviderId("desec".to_owned()),
            fields: BTreeMap::new(),
        }],
        hostnames: (0..hostnames)
            .map(|index| HostnameSettings {
                name: name(&format!("h{index:04}.example.org")),
                account: AccountId("desec".to_owned()),
                enabled: PerFamily { ipv4: true, ipv6: false },
                device: None,
                create: false,
                paused: false,
                standby: None,
                lower_ttl: false,
            })
            .collect(),
        ..Settings::default()
    }
}

pub(super) fn options() -> ClientOptions {
    let rules = ProviderRules {
        name: "deSEC".to_owned(),
        site: "https://desec.example".to_owned(),
        access_url: String::new(),
        batch: 20,
        pace: MINUTE,
        parallel: 4,
        families: PerFamily { ipv4: true, ipv6: true },
        joint: true,
        resend_both: false,
        keep_alive: None,
        owned: true,
        names_zones: true,
        minimum_ttl: None,
    };

    ClientOptions {
        version: "1.0.0".to_owned(),
        rules: BTreeMap::from([
            (ProviderId("cloudy".to_owned()), ProviderRules { name: "Cloudy".to_owned(), ..rules.clone() }),
            (ProviderId("desec".to_owned()), rules),
        ]),
        seed: 7,
        binds: true,
    }
}

pub(super) fn agreeing(text: &str) -> Vec<Result<IpAddr, SourceFault>> {
    vec![Ok(text.parse().unwrap()), Ok(text.parse().unwrap())]
}

impl Home {
    pub(super) fn new(settings: Settings, ledger: Ledger) -> Self {
        let now = Now { mono: Mono(HOUR), wall: Wall(1_800_000_000_000) };
        let mut home = Self {
            client: Client::new(options(), now),
            now,
            echo: agreeing(HOME),
            reply: Answer::Replied(Reply::plain(Means::Good)),
            replies: BTreeMap::new(),
            happened: Vec::new(),
            dns: Some(BTreeMap::new()),
            beside: Vec::new(),
            facts: NetworkFacts {
                route_v4: Some(DefaultRoute { interface: "eth0".to_owned(), ..DefaultRoute::default() }),
                ..NetworkFacts::default()
            },
            sent: Vec::new(),
            asked: 0,
            lasting: ledger.clone(),
            ledger: ledger.clone(),
            told: Vec::new(),
            mute: false,
            answers: true,
            through: PerFamily::default(),
        };
        home.client.handle(Event::Settings(settings), now);
        home.client.handle(Event::Remembered(ledger), now);
        home.settle();
        home
    }

    pub(super) fn one() -> Self {
        Self::new(settings(1), Ledger::default())
    }

    /// Carries out every action that is due now.
    pub(super) fn settle(&mut self) {
        while let Some(action) = self.client.poll_action() {
            match action {
                Action::ReadNetwork { .. } if self.mute => {}
                Action::ReadNetwork { read } => {
                    self.client.handle(Event::Network { read, facts: self.facts.clone() }, self.now);
                }
                Action::Probe { round, probing } => {
                    self.through = probing.through;
                    self.probe(round, &probing.families);
                }
                Action::Send(plan) => {
                    self.sent.push(plan.clone());
                    if self.answers {
                        self.answer(&plan);
                    }
                }
                Action::Verify(question) => {
                    self.asked += 1;
                    let Some(records) = &self.dns else { continue };
                    let found = records.get(&question.hostname).copied().unwrap_or(question.expected.get());
                    let addresses = std::iter::once(found).chain(self.beside.iter().copied()).collect();
                    let answers =
                        vec![ServerAnswer { server: "ns".to_owned(), addresses: Ok(addresses), ttl: Some(60) }];
                    let family = question.expected.family();
                    let hostname = question.hostname;
                    self.client.handle(Event::Verified { hostname, family, answers }, self.now);
                }
                Action::Remember(change) => {
                    if !change.is_found_again() {
                        self.lasting.apply(change.clone());
                    }
                    self.ledger.apply(change);
                }
                Action::Notify(change) => self.told.push(change),
                Action::Record(entry) => self.happened.push(entry.happening),
                Action::LetGo | Action::WatchRouter(_) | Action::AskRouter(_) | Action::Pulse { .. } => {}
            }
        }
    }

    pub(super) fn answer(&mut self, plan: &Plan) {
        let reply = self.replies.get(&plan.provider).unwrap_or(&self.reply);
        let answers = plan.hostnames.iter().map(|name| (name.clone(), reply.clone())).collect();
        self.client.handle(Event::Answered { plan: plan.id, answers }, self.now);
    }

    pub(super) fn probe(&mut self, round: u64, families: &[Family]) {
        for (index, said) in self.echo.clone().into_iter().enumerate() {
            let source = SourceId { kind: SourceKind::Http, operator: format!("operator-{index}") };
            for family in families.iter().filter(|family| match &said {
                Ok(address) => Family::of(*address) == **family,
                Err(_) => true,
            }) {
                let report = Report { source: source.clone(), family: *family, said: said.clone() };
                self.client.handle(Event::Reported { round, report }, self.now);
            }
        }
        self.client.handle(Event::RoundEnded { round }, self.now);
    }

    /// Lets time pass, timer by timer.
    pub(super) fn pass(&mut self, span: Duration) {
        let end = self.now.mono + span;
        loop {
            let due = self.client.poll_timeout().unwrap_or(end);
            let next = due.max(self.now.mono).min(end);
            let step = next.since(self.now.mono);
            self.now = Now { mono: next, wall: self.now.wall + step };
            self.client.handle_timeout(self.now);
            self.settle();
            if next >= end {
                return;
            }
            assert!(self.client.poll_timeout().is_none_or(|due| due > self.now.mono), "a timer that never ends");
        }
    }

    pub(super) fn moves_to(&mut self, address: &str) {
        self.echo = agreeing(address);
        self.facts.addresses.clear();
        // The router's new lease shows as another route.
        let gateway = self.facts.route_v4.as_ref().and_then(|route| route.gateway);
        let other: IpAddr = "192.0.2.1".parse().unwrap();
        if let Some(route) = &mut self.facts.route_v4 {
            route.gateway = if gateway.is_none() { Some(other) } else { None };
        }
        self.tells(Event::Hint(Hint::Network));
    }

    pub(super) fn tells(&mut self, event: Event) {
        self.client.handle(event, self.now);
        self.settle();
    }

    pub(super) fn snapshot(&self) -> crate::snapshot::Snapshot {
        self.client.snapshot(self.now, &Texts::english())
    }

    pub(super) fn restarted(self, version: &str) -> Self {
        self.restarted_with(version, settings(1))
    }

    pub(super) fn restarted_with(self, version: &str, settings: Settings) -> Self {
        let mut options = options();
        options.version = version.to_owned();
        let mut home = Self { client: Client::new(options, self.now), ..self };
        home.client.handle(Event::Settings(settings), home.now);
        home.client.handle(Event::Remembered(home.ledger.clone()), home.now);
        home.settle();
        home
    }
}
