//! One conversation with a provider, with nothing stored: `homeport try` and the wizard's live test.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use homeport_core::address::{Family, PerFamily, Publishable};
use homeport_core::hostname::Hostname;
use homeport_core::provider::{Keeping, Task};
use homeport_core::request::{NewHostname, OutcomeReport, Refusal, Response, Secret};
use homeport_core::settings::{AccountId, PRACTICE, ProviderId};
use tokio::sync::oneshot;

use super::actions::{Conversing, task};
use super::{Driver, Then, Waiting};
use crate::clock;

/// The addresses of a program that just started are known by then, or will not be.
const LOOK_LIMIT: Duration = Duration::from_secs(25);

/// A conversation to hold once the addresses are known.
pub(super) struct Trial {
    name: Hostname,
    provider: ProviderId,
    account: Option<AccountId>,
    what: NewHostname,
    /// A record that is made by the way names this installation.
    keeping: Keeping,
    addresses: PerFamily<Option<IpAddr>>,
    answer: oneshot::Sender<Response>,
}

impl Driver {
    pub(super) fn begin_trial(
        &mut self,
        what: NewHostname,
        addresses: PerFamily<Option<IpAddr>>,
        answer: oneshot::Sender<Response>,
    ) {
        let keeping = Keeping { installation: self.client.installation().cloned(), ..Keeping::default() };
        let trial = match self.check_trial(&what) {
            Ok((name, provider, account)) => Trial { name, provider, account, what, keeping, addresses, answer },
            Err(refusal) => {
                let _ = answer.send(Response::Refused(refusal));
                return;
            }
        };
        let typed = addresses.ipv4.is_some() || addresses.ipv6.is_some();
        if typed || self.client.has_looked() {
            self.hold_trial(trial);
            return;
        }
        let now = clock::now();
        let then = Then::Try(Box::new(trial));
        self.waiting.push(Waiting { since: now.wall, limit: now.mono + LOOK_LIMIT, then });
    }

    fn check_trial(&self, what: &NewHostname) -> Result<(Hostname, ProviderId, Option<AccountId>), Refusal> {
        let (name, provider) = self.check_new(what)?;
        let account = match &what.account {
            Some(typed) if what.secrets.is_empty() => self.account_id(typed),
            _ => None,
        };
        if account.is_none() {
            self.catalogue.check_fields(&self.texts, &provider, &what.fields, Some(&what.secrets))?;
        }

        Ok((name, provider, account))
    }

    pub(super) fn hold_trial(&self, trial: Trial) {
        let addresses = self.trial_addresses(&trial);
        if addresses.ipv4.is_none() && addresses.ipv6.is_none() {
            let refusal = self.refusal("no-address", &[("host", trial.name.to_unicode())], None);
            let _ = trial.answer.send(Response::Refused(refusal));
            return;
        }
        let mut fields = trial.what.fields.clone();
        if let Some(account) = trial.account.as_ref().and_then(|id| self.settings.account(id)) {
            fields = account.fields.clone();
        }
        let given = self.practice_access(&trial.provider, &mut fields);
        let (vault, keys) = (self.vault.clone(), self.catalogue.secret_keys(&trial.provider));
        let conversing = Conversing {
            catalogue: Arc::clone(&self.catalogue),
            transport: Arc::clone(&self.transport),
            provider: trial.provider.clone(),
        };
        let refused = self.refusal("no-secret", &[("host", trial.name.to_unicode())], None);
        tokio::spawn(async move {
            let secrets: BTreeMap<String, Secret> = match (given, &trial.account) {
                (Some(secrets), _) => secrets,
                (None, Some(account)) => {
                    let Ok(secrets) = vault.read(account, &keys).await else {
                        let _ = trial.answer.send(Response::Refused(refused));
                        return;
                    };
                    secrets
                }
                (None, None) => trial.what.secrets.clone(),
            };
            let report = converse_each_family(&conversing, &trial, addresses, &fields, &secrets).await;
            let _ = trial.answer.send(Response::Outcomes(vec![report]));
        });
    }

    fn trial_addresses(&self, trial: &Trial) -> PerFamily<Option<Publishable>> {
        let possible = self.catalogue.rules(&trial.provider).map(|rules| rules.families).unwrap_or_default();
        let typed = trial.addresses.ipv4.is_some() || trial.addresses.ipv6.is_some();
        let address = |family: Family, wanted: bool| {
            if !*possible.get(family) {
                return None;
            }
            match trial.addresses.get(family) {
                Some(address) => Some(Publishable::typed(*address)),
                None if typed || !wanted => None,
                None => self.client.known(family).or_else(|| {
                    (trial.provider.0 == PRACTICE).then(|| self.facts.own(family).map(Publishable::practice))?
                }),
            }
        };

        PerFamily { ipv4: address(Family::Ipv4, trial.what.ipv4), ipv6: address(Family::Ipv6, trial.what.ipv6) }
    }
}

/// A provider that takes one family at a time is asked twice; the worse answer is the answer.
async fn converse_each_family(
    conversing: &Conversing,
    trial: &Trial,
    addresses: PerFamily<Option<Publishable>>,
    fields: &super::Fields,
    secrets: &BTreeMap<String, Secret>,
) -> OutcomeReport {
    let joint = conversing.catalogue.rules(&trial.provider).is_some_and(|rules| rules.joint);
    let requests = if joint {
        vec![addresses]
    } else {
        vec![PerFamily { ipv6: None, ..addresses }, PerFamily { ipv4: None, ..addresses }]
    };
    let mut worst: Option<OutcomeReport> = None;
    for addresses in requests.into_iter().filter(|addresses| addresses.ipv4.is_some() || addresses.ipv6.is_some()) {
        let task = task(vec![trial.name.clone()], addresses, fields.clone(), secrets.clone(), trial.what.create);
        let task = Task { keeping: trial.keeping.clone(), ..task };
        let answer = conversing.hold(task).await.remove(&trial.name);
        let texts = homeport_core::text::Texts::current();
        let report = OutcomeReport::of_try(&trial.name, &trial.provider, addresses, answer.as_ref(), &texts);
        let stop = !report.outcome.is_success();
        worst = Some(match worst {
            Some(before) if !stop => before.joined(report),
            _ => report,
        });
        if stop {
            break;
        }
    }

    worst.unwrap_or_else(|| {
        let texts = homeport_core::text::Texts::current();
        OutcomeReport::of_try(&trial.name, &trial.provider, PerFamily::default(), None, &texts)
    })
}
