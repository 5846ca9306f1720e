//! Answers what tray, window and command line ask. What takes long is answered by a task of its own.

use std::sync::Arc;
use std::time::Duration;

use homeport_core::event::{Command, Event};
use homeport_core::hostname::Hostname;
use homeport_core::request::{Listed, Outcome, OutcomeReport, PauseFor, Refusal, Request, Response, Witness};
use homeport_core::settings::AccountId;
use tokio::sync::oneshot;

use super::{Asked, Driver, Then, Waiting, rehearsal};
use crate::autostart::{self, AutostartTrouble};
use crate::{clock, doctor};

/// A round with its proofs takes at most this long; what is not settled then is told as it stands.
const ROUND_LIMIT: Duration = Duration::from_secs(60);
/// At most this many entries of history at once.
const HISTORY_LIMIT: u32 = 1_000;

impl Driver {
    /// Answers one request. Returns whether the loop is to end.
    pub(super) async fn answer(&mut self, asked: Asked) -> bool {
        let Asked { request, answer } = asked;
        let response = match request {
            Request::Status | Request::Watch => {
                Response::Snapshot(Box::new(self.client.snapshot(clock::now(), &self.texts)))
            }
            Request::History { limit, before } => {
                self.tell_history(Some((limit, before)), answer);
                return false;
            }
            Request::Timeline => {
                self.tell_history(None, answer);
                return false;
            }
            Request::CheckNow => self.command(Command::CheckNow).await,
            Request::Once { dry_run: true } => {
                self.rehearse(answer);
                return false;
            }
            Request::Once { dry_run: false } => {
                self.once(answer).await;
                return false;
            }
            Request::Pause(span) => self.command(Command::Pause(span_of(span))).await,
            Request::Resume => self.command(Command::Resume).await,
            Request::PauseHostname { hostname, paused } => self.pause_hostname(&hostname, paused).await,
            Request::TryAgain { hostname } => match self.configured(&hostname) {
                Ok(name) => {
                    // Who tries again may just have unlocked the keychain, or started it.
                    self.secret_retry_at = Some(clock::now().mono);
                    self.command(Command::TryAgain(name)).await
                }
                Err(refusal) => Response::Refused(refusal),
            },
            Request::TurnOff(family) => self.turn_off(family).await,
            Request::Unlock(account) => {
                self.unlock(&account, answer);
                return false;
            }
            Request::Add(new) => self.add(new).await,
            Request::Import { file, commit } => self.import(file, commit).await,
            Request::AddPractice => self.add_practice().await,
            Request::Remove { hostname } => self.remove(&hostname).await,
            Request::SetRecords { hostname, records } => self.set_records(&hostname, records).await,
            Request::SetPreferences(chosen) => self.set_preferences(chosen).await,
            Request::Autostart => self.autostart(None),
            Request::SetAutostart { on, hidden } => self.autostart(Some((on, hidden))),
            Request::ThisIsHome => self.this_is_home().await,
            Request::UpdateHere => self.command(Command::UpdateHere).await,
            Request::ReplaceSecrets { account, secrets, until_quit } => {
                self.replace_secrets(&account, secrets, until_quit).await
            }
            Request::Try { what, addresses } => {
                self.begin_trial(what, addresses, answer);
                return false;
            }
            Request::Prove { hostname, addresses } => {
                self.wait_to_see(&hostname, addresses, answer);
                return false;
            }
            Request::CheckToken { provider, account, fields, secrets } => {
                self.check_token(provider, account, fields, secrets, answer);
                return false;
            }
            Request::List => Response::Listed(self.list()),
            Request::Providers => Response::Providers(self.catalogue.cards()),
            Request::Recognise { hostname } => {
                self.recognise(&hostname, answer);
                return false;
            }
            Request::Doctor(witness) => {
                self.examine(witness, answer);
                return false;
            }
            // Without a desktop there is nobody to see it.
            Request::TestNotification => Response::Refused(self.refusal("no-desktop", &[], None)),
            Request::Report { hide } => {
                self.report(hide, answer);
                return false;
            }
            Request::SaveReport { report, to } => self.save_report(&report, to.as_deref()),
            Request::SetWebhook(new) => self.set_webhook(new).await,
            Request::UndoWebhook => self.undo_webhook().await,
            Request::TestWebhook => {
                self.test_webhook(answer);
                return false;
            }
            Request::Backup => self.backup(),
            Request::SaveBackup { to } => self.save_backup(to.as_deref()),
            Request::Restore { text } => self.restore(text).await,
            Request::ShowWindow | Request::ShowPage { .. } => {
                // Without a listener there is no desktop, and nothing to show.
                let _ = self.window.send(());
                Response::Done
            }
            Request::Quit => {
                let _ = answer.send(Response::Done);
                return true;
            }
        };
        // Whoever asked may have gone.
        let _ = answer.send(response);

        false
    }

    async fn command(&mut self, command: Command) -> Response {
        self.handle(Event::Command(command)).await;

        Response::Done
    }

    /// Tells the newest entries before one, or all that the timeline is drawn from.
    fn tell_history(&self, page: Option<(u32, Option<i64>)>, answer: oneshot::Sender<Response>) {
        let store = self.store.clone();
        let names: Arc<homeport_core::catalogue::Catalogue> = Arc::clone(&self.catalogue);
        tokio::spawn(async move {
            let texts = homeport_core::text::Texts::current();
            let name = |id: &homeport_core::settings::ProviderId| {
                names.provider(id).map_or_else(|| id.to_string(), |provider| provider.name().to_owned())
            };
            let mut entries = match page {
                Some((limit, before)) => store.history(limit.clamp(1, HISTORY_LIMIT), before).await,
                None => store.timeline().await,
            };
            for entry in &mut entries {
                entry.line = homeport_core::journal::line(&entry.happening, &name, &texts);
            }
            let _ = answer.send(Response::Journal(entries));
        });
    }

    fn rehearse(&self, answer: oneshot::Sender<Response>) {
        let client = self.client.rehearsal(clock::now());
        let prober = Arc::clone(&self.prober);
        tokio::spawn(async move {
            let began = clock::now();
            let (client, plans) = rehearsal::rehearse(client, prober).await;
            let texts = homeport_core::text::Texts::current();
            let mut reports = client.outcomes(began.wall, clock::now(), &texts);
            for report in &mut reports {
                let plan = plans.iter().find(|plan| plan.hostnames.iter().any(|name| name.as_str() == report.hostname));
                rehearsed(report, plan.is_some(), &texts);
            }
            let _ = answer.send(Response::Outcomes(reports));
        });
    }

    async fn once(&mut self, answer: oneshot::Sender<Response>) {
        let began = clock::now();
        // The first round of a program that just started is this round.
        if self.client.has_looked() {
            self.handle(Event::Command(Command::CheckNow)).await;
        }
        let limit = began.mono + ROUND_LIMIT;
        self.waiting.push(Waiting { since: began.wall, limit, then: Then::Outcomes(answer) });
    }

    /// Answers those who wait for the end of a round.
    pub(super) fn serve_waiting(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        let now = clock::now();
        let (settled, looked) = (self.client.is_settled(now), self.client.has_looked());
        for waiting in std::mem::take(&mut self.waiting) {
            let over = waiting.limit <= now.mono;
            match waiting.then {
                Then::Outcomes(answer) if settled || over => {
                    let reports = self.client.outcomes(waiting.since, now, &self.texts);
                    let _ = answer.send(Response::Outcomes(reports));
                }
                Then::Try(trial) if looked || over => self.hold_trial(*trial),
                then => self.waiting.push(Waiting { then, ..waiting }),
            }
        }
    }

    fn list(&self) -> Vec<Listed> {
        self.settings
            .hostnames
            .iter()
            .map(|hostname| Listed {
                hostname: hostname.name.to_string(),
                provider: self
                    .settings
                    .account(&hostname.account)
                    .map(|account| account.provider.to_string())
                    .unwrap_or_default(),
                account: hostname.account.to_string(),
                ipv4: hostname.enabled.ipv4,
                ipv6: hostname.enabled.ipv6,
                paused: hostname.paused,
            })
            .collect()
    }

    fn recognise(&self, hostname: &str, answer: oneshot::Sender<Response>) {
        let name = match hostname.parse::<Hostname>() {
            Ok(name) => name,
            Err(error) => {
                let _ = answer.send(Response::Refused(self.bad_hostname(hostname, &error)));
                return;
            }
        };
        let (catalogue, resolver) = (Arc::clone(&self.catalogue), Arc::clone(&self.resolver));
        tokio::spawn(async move {
            let texts = homeport_core::text::Texts::current();
            let mut found = catalogue.recognise(&texts, &name, &[]);
            if found.is_empty() {
                let nameservers = resolver.nameservers_of(&name).await;
                found = catalogue.recognise(&texts, &name, &nameservers);
            }
            let _ = answer.send(Response::Recognised(found));
        });
    }

    pub(super) fn examination(&self) -> doctor::Examination {
        doctor::Examination {
            snapshot: self.client.snapshot(clock::now(), &self.texts),
            settings: self.settings.clone(),
            facts: self.facts.clone(),
            paths: self.paths.clone(),
            catalogue: Arc::clone(&self.catalogue),
            vault: self.vault.clone(),
            dropped: Arc::clone(&self.dropped),
            transport: Arc::clone(&self.transport),
            witness: None,
        }
    }

    fn examine(&self, witness: Option<Witness>, answer: oneshot::Sender<Response>) {
        let examination = doctor::Examination { witness, ..self.examination() };
        tokio::spawn(async move {
            let _ = answer.send(Response::Checks(doctor::run(examination).await));
        });
    }

    /// Whether this program starts at login; before that, it is seen to that it does, or does not.
    fn autostart(&self, change: Option<(bool, bool)>) -> Response {
        let (on, hidden) = change.unwrap_or((true, true));
        let Some(start) = autostart::this(&self.paths, on && !hidden) else {
            let values = [("reason", AutostartTrouble::NoList.to_string())];
            return Response::Refused(self.refusal("autostart-not-written", &values, None));
        };
        let now = match change {
            None => Ok(autostart::standing(&start)),
            Some((on, _)) => autostart::set(&start, on),
        };
        match now {
            Ok(now) => Response::Autostart(now),
            Err(trouble) => {
                let (id, reason) = trouble.refusal();
                Response::Refused(self.refusal(id, &[("reason", reason)], None))
            }
        }
    }

    /// The name of a hostname that is in the settings.
    pub(super) fn configured(&self, hostname: &str) -> Result<Hostname, Refusal> {
        let name: Hostname = hostname.parse().map_err(|error| self.bad_hostname(hostname, &error))?;
        if self.settings.hostname(&name).is_some() {
            return Ok(name);
        }

        Err(self.refusal("unknown-hostname", &[("host", name.to_unicode())], Some("hostname")))
    }

    pub(super) fn bad_hostname(&self, typed: &str, error: &homeport_core::hostname::HostnameError) -> Refusal {
        let values = [("host", typed.to_owned()), ("error", error.to_string())];

        self.refusal("bad-hostname", &values, Some("hostname"))
    }

    /// A refusal from the texts `refused-ID-happened`, `-means` and `-do`.
    pub(super) fn refusal(&self, id: &str, values: &[(&str, String)], field: Option<&str>) -> Refusal {
        let values: Vec<_> = values.iter().map(|(key, value)| (*key, value.as_str().into())).collect();
        let say = |part: &str| self.texts.say(&format!("refused-{id}-{part}"), &values);

        Refusal { happened: say("happened"), means: say("means"), cure: say("do"), field: field.map(ToOwned::to_owned) }
    }

    /// The account's id as typed, if the settings have it.
    pub(super) fn account_id(&self, typed: &str) -> Option<AccountId> {
        let id = AccountId(typed.to_owned());

        self.settings.account(&id).map(|account| account.id.clone())
    }
}

fn span_of(pause: PauseFor) -> Option<Duration> {
    match pause {
        PauseFor::Hour => Some(homeport_core::time::HOUR),
        PauseFor::UntilTomorrow => Some(clock::until_tomorrow()),
        PauseFor::UntilResumed => None,
    }
}

fn rehearsed(report: &mut OutcomeReport, would_send: bool, texts: &homeport_core::text::Texts) {
    if would_send {
        report.outcome = Outcome::Updated;
        report.means = None;
        report.message = texts.say("once-would-send", &[]);
    } else if matches!(report.outcome, Outcome::Updated | Outcome::Unchanged) {
        report.outcome = Outcome::Unchanged;
        report.means = None;
        report.message = texts.say("once-would-not-send", &[]);
    }
}
