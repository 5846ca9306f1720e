//! Carries out what the client asks for.

use std::collections::BTreeMap;
use std::sync::Arc;

use homeport_core::event::{Action, Answer, Event, SecretState, Trouble};
use homeport_core::hostname::Hostname;
use homeport_core::journal::{Entry, Happening};
use homeport_core::ledger::LedgerChange;
use homeport_core::plan::Plan;
use homeport_core::provider::{Keeping, Task};
use homeport_core::request::Secret;
use homeport_core::settings::{PRACTICE, ProviderId};
use homeport_handle::News;

use super::{Driver, Fields, Scope};
use crate::converse::converse;
use crate::probe::RouterWatch;
use crate::{clock, netwatch};

impl Driver {
    pub(super) async fn carry_out(&mut self) {
        let mut changes = Vec::new();
        let mut entries = Vec::new();
        let mut questions = Vec::new();
        // Some actions are answered at once, which may ask for more.
        while let Some(action) = self.client.poll_action() {
            if !matches!(action, Action::Remember(_) | Action::Record(_)) && !changes.is_empty() {
                // A durable fact is on the disk before anything is done that builds on it.
                self.store.apply(std::mem::take(&mut changes)).await;
            }
            match action {
                Action::Remember(change) => changes.push(change),
                // What is not sent is not history either.
                Action::Record(Entry { happening: Happening::Sent { .. } | Happening::Started { .. }, .. })
                | Action::Send(_)
                | Action::Notify(_)
                    if self.scope < Scope::Update => {}
                Action::ReadNetwork { .. }
                | Action::Probe { .. }
                | Action::Verify(_)
                | Action::WatchRouter(_)
                | Action::AskRouter(_)
                | Action::Pulse { .. }
                    if self.scope < Scope::Look => {}
                Action::Record(entry) => entries.push(entry),
                Action::ReadNetwork { read } => self.read_network(read),
                Action::LetGo => self.transport.let_go(),
                Action::Probe { round, probing } => {
                    let (prober, events) = (Arc::clone(&self.prober), self.events.clone());
                    tokio::spawn(async move { prober.probe(round, &probing, &events).await });
                }
                Action::WatchRouter(gateway) => {
                    self.router = gateway
                        .map(|gateway| RouterWatch::start(gateway, self.events.clone(), Arc::clone(&self.dropped)));
                }
                Action::AskRouter(protocols) => {
                    if let Some(router) = &self.router {
                        router.ask(&protocols);
                    }
                }
                Action::Pulse { through } => {
                    let (prober, events) = (Arc::clone(&self.prober), self.events.clone());
                    tokio::spawn(async move { prober.pulse(through.as_deref(), &events).await });
                }
                Action::Notify(change) => self.notify(&change),
                Action::Send(plan) => self.send(plan),
                Action::Verify(question) => questions.push(question),
            }
        }
        if !questions.is_empty() {
            let (resolver, events) = (Arc::clone(&self.resolver), self.events.clone());
            tokio::spawn(async move { resolver.verify(questions, events).await });
        }
        self.write(changes, entries).await;
    }

    fn read_network(&mut self, read: u64) {
        match netwatch::read_network() {
            Ok(facts) => {
                self.facts = facts.clone();
                self.client.handle(Event::Network { read, facts }, clock::now());
            }
            Err(error) => {
                tracing::warn!(%error, "the network could not be read");
                self.client.handle(Event::Unread, clock::now());
            }
        }
    }

    async fn write(&self, changes: Vec<LedgerChange>, mut entries: Vec<Entry>) {
        if changes.is_empty() && entries.is_empty() {
            return;
        }
        for entry in &mut entries {
            entry.line = self.line(entry);
            tracing::info!(target: "homeport", "{}", entry.line);
        }
        let told = self.entries.clone();
        let tell = move |entries: Vec<Entry>| {
            for entry in entries {
                // Nobody may be watching.
                let _ = told.send(News::Entry(Box::new(entry)));
            }
        };
        if changes.iter().all(LedgerChange::is_found_again) {
            // Queued now, in order; nothing builds on these, and nobody waits for them.
            let noting = self.store.note(changes, entries);
            tokio::spawn(async move { tell(noting.await) });
        } else {
            tell(self.store.keep(changes, entries).await);
        }
    }

    fn send(&self, plan: Plan) {
        let Some(account) = self.settings.account(&plan.account) else { return };
        let mut fields = account.fields.clone();
        let conversation = Conversing {
            catalogue: Arc::clone(&self.catalogue),
            transport: Arc::clone(&self.transport),
            provider: plan.provider.clone(),
        };
        let given = self.practice_access(&plan.provider, &mut fields);
        let (vault, events) = (self.vault.clone(), self.events.clone());
        let keys = self.catalogue.secret_keys(&plan.provider);
        let keeping = Keeping {
            installation: self.client.installation().cloned(),
            take_over: plan.take_over,
            lower_ttl: plan.lower_ttl,
            published: plan.published,
        };
        tokio::spawn(async move {
            let secrets = match given {
                Some(secrets) => Ok(secrets),
                None => vault.read(&plan.account, &keys).await,
            };
            let state = secrets.as_ref().err().copied().unwrap_or(SecretState::Ready);
            let told = events.send(Event::Secret(plan.account.clone(), state)).await;
            let answers = match secrets {
                Ok(secrets) => {
                    let task = task(plan.hostnames, plan.addresses, fields, secrets, plan.create);
                    let task = Task { keeping, ..task };
                    conversation.hold(task).await
                }
                Err(_) => plan.hostnames.into_iter().map(|name| (name, Answer::NoSecret)).collect(),
            };
            if told.is_ok() {
                let _ = events.send(Event::Answered { plan: plan.id, answers }).await;
            }
        });
    }

    /// The practice server's own fields and key; `None` for every real provider.
    pub(super) fn practice_access(
        &self,
        provider: &ProviderId,
        fields: &mut Fields,
    ) -> Option<BTreeMap<String, Secret>> {
        if provider.0 != PRACTICE {
            return None;
        }
        let practice = self.practice.as_ref()?;
        fields.extend(practice.fields());

        Some(practice.secrets())
    }

    pub(super) fn read_secrets_again(&self) {
        for account in self.unreadable.iter().filter_map(|id| self.settings.account(id)) {
            let keys = self.catalogue.secret_keys(&account.provider);
            let (vault, events, id) = (self.vault.clone(), self.events.clone(), account.id.clone());
            tokio::spawn(async move {
                let state = vault.read(&id, &keys).await.err().unwrap_or(SecretState::Ready);
                let _ = events.send(Event::Secret(id, state)).await;
            });
        }
    }
}

/// Everything a conversation needs besides its task.
pub(super) struct Conversing {
    pub(super) catalogue: Arc<homeport_core::catalogue::Catalogue>,
    pub(super) transport: Arc<crate::transport::Transport>,
    pub(super) provider: ProviderId,
}

impl Conversing {
    pub(super) async fn hold(&self, task: Task) -> BTreeMap<Hostname, Answer> {
        let hostnames = task.hostnames.clone();
        match self.catalogue.begin(&self.provider, task) {
            Ok(conversation) => converse(conversation, &self.transport).await,
            Err(error) => {
                let trouble = Trouble::Settings(error.to_string());
                hostnames.into_iter().map(|name| (name, Answer::NotSent(trouble.clone()))).collect()
            }
        }
    }
}

pub(super) fn task(
    hostnames: Vec<Hostname>,
    addresses: homeport_core::address::PerFamily<Option<homeport_core::address::Publishable>>,
    fields: Fields,
    secrets: BTreeMap<String, Secret>,
    create: bool,
) -> Task {
    let mut bits = [0; 2];
    // Without randomness the id is zero, and the TSIG signature still keeps forged answers out.
    let _ = getrandom::fill(&mut bits);
    let unix_time = u64::try_from(clock::wall().0 / 1_000).unwrap_or(0);

    let keeping = Keeping::default();

    Task { hostnames, addresses, fields, secrets, create, keeping, message_id: u16::from_be_bytes(bits), unix_time }
}
