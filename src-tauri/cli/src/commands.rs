//! The commands that ask a running Homeport, or one that exists only for this command.

use homeport_agent::clock;
use homeport_core::address::{Family, PerFamily};
use homeport_core::fault::{Code, Problem};
use homeport_core::hostname::Hostname;
use homeport_core::request::{
    Check, CheckResult, NewHostname, NewStandby, Outcome, OutcomeReport, PauseFor, ProviderCard, Refusal, Request,
    Response,
};
use homeport_core::settings::{PRACTICE, PRACTICE_HOSTNAME};
use homeport_core::snapshot::{Snapshot, State};
use homeport_core::text::Texts;
use homeport_handle::{Handle, HandleError, News};

use crate::arguments::{Command, Fields, OwnProvider, Span, Switch};
use crate::failure::{Failure, code};
use crate::fields::{self, Terminal};
use crate::output::Output;

/// One command with what it needs.
pub(crate) struct Asking<'a, H> {
    /// The running Homeport.
    pub(crate) handle: &'a H,
    /// Where the result goes.
    pub(crate) output: &'a Output<'a>,
    /// The texts.
    pub(crate) texts: &'a Texts,
    /// No resident runs: the Homeport that answers ends with this command.
    pub(crate) alone: bool,
}

/// Which machine a new hostname is for, in which networks it is updated, and who else keeps it.
struct Place {
    device: Option<String>,
    only_here: Option<bool>,
    standby: Option<NewStandby>,
}

impl<H: Handle> Asking<'_, H> {
    /// Carries a command out and gives its exit code.
    pub(crate) async fn carry_out(&self, command: Command) -> Result<u8, Failure> {
        match command {
            Command::Once { dry_run, .. } => self.once(dry_run).await,
            Command::Status { watch, .. } => self.status(watch).await,
            Command::History { limit, .. } => self.history(limit).await,
            Command::Try { provider, hostname, ipv4, ipv6, fields, .. } => {
                let addresses = PerFamily { ipv4: ipv4.map(Into::into), ipv6: ipv6.map(Into::into) };
                // An address that was typed says which record is meant; without one both are.
                let none = ipv4.is_none() && ipv6.is_none();
                let on = PerFamily { ipv4: none || ipv4.is_some(), ipv6: none || ipv6.is_some() };
                let what = self.new_hostname(hostname, provider, None, &fields, on, true).await?;
                self.try_out(Request::Try { what, addresses }).await
            }
            Command::Add {
                hostname,
                provider,
                account,
                fields,
                ipv4,
                ipv6,
                device,
                only_here,
                standby,
                standby_name,
                ..
            } => {
                let on = PerFamily { ipv4: ipv4 == Switch::On, ipv6: ipv6 == Switch::On };
                let standby = standby.map(|account| NewStandby { account, name: standby_name });
                let place = Place { device, only_here: only_here.map(|switch| switch == Switch::On), standby };
                self.add(hostname, provider, account, &fields, on, place).await
            }
            Command::Providers { own: Some(OwnProvider::CheckToken { id, account, field, .. }), .. } => {
                self.check_token(id, account, &field).await
            }
            Command::Remove { hostname, .. } => {
                let hostname = self.hostname(&hostname)?;
                self.done(Request::Remove { hostname: hostname.clone() }, "done-removed", &hostname).await
            }
            Command::Pause { hostname, span, .. } => self.pause(hostname, span).await,
            Command::Resume { hostname, .. } => self.resume(hostname).await,
            Command::List { .. } => {
                let Response::Listed(listed) = self.ask(Request::List).await? else { return self.unexpected() };
                self.with_right_settings(listed.is_empty(), |output| output.list(&listed), code::FINE).await
            }
            Command::Import { file, from, yes, .. } => self.import(&file, from, yes).await,
            Command::Providers { id, .. } => self.providers(id).await,
            Command::Doctor { .. } => {
                let Response::Checks(checks) = self.ask(Request::Doctor(None)).await? else { return self.unexpected() };
                self.written(self.output.checks(&checks), of_checks(&checks))
            }
            Command::Report { file, names, .. } => self.report(&file, names).await,
            Command::Backup { file, .. } => self.backup(&file).await,
            Command::Restore { file, .. } => self.restore(&file).await,
            Command::Run { .. } | Command::Service(_) | Command::Completions { .. } | Command::Man => self.unexpected(),
        }
    }

    async fn once(&self, dry_run: bool) -> Result<u8, Failure> {
        let Response::Outcomes(outcomes) = self.ask(Request::Once { dry_run }).await? else {
            return self.unexpected();
        };

        let show = |output: &Output<'_>| output.round(&outcomes, dry_run);
        self.with_right_settings(outcomes.is_empty(), show, of_outcomes(&outcomes)).await
    }

    /// Shows a result that depends on the settings. With a mistake in their file the last good ones are in force, which
    /// has to be said; nothing is shown where they name nothing.
    async fn with_right_settings(
        &self,
        is_empty: bool,
        show: impl FnOnce(&Output<'_>) -> std::io::Result<()>,
        code: u8,
    ) -> Result<u8, Failure> {
        let Response::Snapshot(snapshot) = self.ask(Request::Status).await? else { return self.unexpected() };
        let mistake = snapshot.problems.into_iter().find(|problem| problem.code == Code::SettingsBroken);
        let mistake = mistake.map(|Problem { happened, means, cure, .. }| {
            Failure::refused(Refusal { happened, means, cure, field: None })
        });
        match mistake {
            None => self.written(show(self.output), code),
            Some(mistake) if is_empty => Err(mistake),
            Some(mistake) => {
                self.written(show(self.output), code)?;
                self.written(Output::warn(&mistake), mistake.code)
            }
        }
    }

    async fn status(&self, watch: bool) -> Result<u8, Failure> {
        if watch {
            return self.watch().await;
        }
        let Response::Snapshot(snapshot) = self.ask(Request::Status).await? else { return self.unexpected() };
        self.note_alone();

        self.written(self.output.status(&snapshot, clock::wall()), of_snapshot(&snapshot))
    }

    async fn watch(&self) -> Result<u8, Failure> {
        let mut news = self.handle.watch().await.map_err(|error| Failure::unasked(self.texts, &error))?;
        let mut last = code::FINE;
        loop {
            tokio::select! {
                news = news.recv() => match news {
                    Some(News::Snapshot(snapshot)) => {
                        last = of_snapshot(&snapshot);
                        self.written(self.output.status(&snapshot, clock::wall()), last)?;
                    }
                    Some(News::Entry(_)) => {}
                    None => return Err(Failure::unasked(self.texts, &HandleError::Ended)),
                },
                _ = tokio::signal::ctrl_c() => return Ok(last),
            }
        }
    }

    async fn history(&self, limit: u32) -> Result<u8, Failure> {
        let request = Request::History { limit, before: None };
        let Response::Journal(entries) = self.ask(request).await? else { return self.unexpected() };

        self.written(self.output.history(&entries), code::FINE)
    }

    async fn check_token(&self, id: String, account: Option<String>, typed: &[String]) -> Result<u8, Failure> {
        let cards = self.cards().await?;
        let card = self.card(&cards, &id)?;
        let entered = match &account {
            Some(_) if typed.is_empty() => fields::Entered::default(),
            _ => fields::read(typed, card, true, &mut Terminal, self.texts)?,
        };
        let request = Request::CheckToken { provider: id, account, fields: entered.fields, secrets: entered.secrets };
        let Response::Token(report) = self.ask(request).await? else { return self.unexpected() };
        let code = match report.outcome {
            Outcome::Updated | Outcome::Unchanged => code::FINE,
            Outcome::Refused | Outcome::Held => code::NEEDS_YOU,
            Outcome::Retry | Outcome::Unknown => code::TEMPORARY,
        };

        self.written(self.output.token(&report), code)
    }

    async fn try_out(&self, request: Request) -> Result<u8, Failure> {
        let Response::Outcomes(outcomes) = self.ask(request).await? else { return self.unexpected() };
        let [outcome] = outcomes.as_slice() else { return self.unexpected() };

        self.written(self.output.tried(outcome), of_outcomes(&outcomes))
    }

    async fn add(
        &self,
        hostname: String,
        provider: String,
        account: Option<String>,
        fields: &Fields,
        on: PerFamily<bool>,
        place: Place,
    ) -> Result<u8, Failure> {
        if provider == PRACTICE {
            // Its one name and its fields are Homeport's own.
            let code = self.done(Request::AddPractice, "done-added", PRACTICE_HOSTNAME).await?;
            self.note_alone();
            return Ok(code);
        }
        // An account that is stored has its secrets; only a new one is asked for them.
        let Response::Listed(listed) = self.ask(Request::List).await? else { return self.unexpected() };
        let known = listed.iter().any(|row| match &account {
            Some(account) => row.account == *account,
            None => row.provider == provider,
        });
        let name = self.hostname(&hostname)?;
        let new = self.new_hostname(hostname, provider, account, fields, on, !known).await?;
        let Place { device, only_here, standby } = place;
        let new = NewHostname { device, only_here, standby, ..new };

        let code = self.done(Request::Add(new), "done-added", &name).await?;
        self.note_alone();

        Ok(code)
    }

    /// Nothing is kept up to date by a command that ends.
    pub(crate) fn note_alone(&self) {
        if self.alone {
            self.output.note(&self.texts.say("terminal-alone", &[]));
        }
    }

    async fn pause(&self, hostname: Option<String>, span: Span) -> Result<u8, Failure> {
        if let Some(hostname) = hostname {
            let hostname = self.hostname(&hostname)?;
            let request = Request::PauseHostname { hostname: hostname.clone(), paused: true };
            return self.done(request, "done-paused-one", &hostname).await;
        }
        let (span, id) = match span {
            Span::Hour => (PauseFor::Hour, "done-paused-hour"),
            Span::Tomorrow => (PauseFor::UntilTomorrow, "done-paused-tomorrow"),
            Span::Resumed => (PauseFor::UntilResumed, "done-paused"),
        };

        self.done(Request::Pause(span), id, "").await
    }

    async fn resume(&self, hostname: Option<String>) -> Result<u8, Failure> {
        let Some(hostname) = hostname else {
            return self.done(Request::Resume, "done-resumed", "").await;
        };
        let hostname = self.hostname(&hostname)?;
        let request = Request::PauseHostname { hostname: hostname.clone(), paused: false };

        self.done(request, "done-resumed-one", &hostname).await
    }

    async fn providers(&self, id: Option<String>) -> Result<u8, Failure> {
        let cards = self.cards().await?;
        let Some(id) = id else {
            return self.written(self.output.providers(&cards), code::FINE);
        };
        let card = self.card(&cards, &id)?;

        self.written(self.output.provider(card), code::FINE)
    }

    async fn new_hostname(
        &self,
        hostname: String,
        provider: String,
        account: Option<String>,
        fields: &Fields,
        on: PerFamily<bool>,
        ask_missing: bool,
    ) -> Result<NewHostname, Failure> {
        self.hostname(&hostname)?;
        let cards = self.cards().await?;
        let card = self.card(&cards, &provider)?;
        if card.unverified {
            // Before a secret is asked for: it goes where the file says.
            let hosts = if card.hosts.is_empty() { "-".to_owned() } else { card.hosts.join(", ") };
            self.output.note(&self.texts.say("terminal-unverified-hosts", &[("hosts", hosts.into())]));
        }
        let entered = fields::read(&fields.field, card, ask_missing, &mut Terminal, self.texts)?;

        Ok(NewHostname {
            hostname,
            provider,
            account,
            fields: entered.fields,
            secrets: entered.secrets,
            ipv4: *on.get(Family::Ipv4),
            ipv6: *on.get(Family::Ipv6),
            create: fields.create,
            device: None,
            only_here: None,
            standby: None,
        })
    }

    async fn cards(&self) -> Result<Vec<ProviderCard>, Failure> {
        match self.ask(Request::Providers).await? {
            Response::Providers(cards) => Ok(cards),
            _ => Err(Failure::unexpected(self.texts)),
        }
    }

    fn card<'c>(&self, cards: &'c [ProviderCard], id: &str) -> Result<&'c ProviderCard, Failure> {
        let found = cards.iter().find(|card| card.id == id);

        found.ok_or_else(|| {
            Failure::said(self.texts, "command-provider", &[("provider", id)], code::USAGE).about("provider")
        })
    }

    /// The name in ASCII, as the settings have it.
    fn hostname(&self, typed: &str) -> Result<String, Failure> {
        let parsed = typed.parse::<Hostname>();

        parsed.map(|name| name.as_str().to_owned()).map_err(|error| {
            let values = [("hostname", typed), ("reason", &error.to_string())];
            Failure::said(self.texts, "command-hostname", &values, code::USAGE).about("hostname")
        })
    }

    async fn done(&self, request: Request, id: &str, hostname: &str) -> Result<u8, Failure> {
        let Response::Done = self.ask(request).await? else { return self.unexpected() };
        let sentence = self.texts.say(id, &[("hostname", hostname.into())]);

        self.written(self.output.done(&sentence), code::FINE)
    }

    pub(crate) async fn ask(&self, request: Request) -> Result<Response, Failure> {
        match self.handle.ask(request).await {
            Ok(Response::Refused(refusal)) => Err(Failure::refused(refusal)),
            Ok(response) => Ok(response),
            Err(error) => Err(Failure::unasked(self.texts, &error)),
        }
    }

    pub(crate) fn unexpected(&self) -> Result<u8, Failure> {
        Err(Failure::unexpected(self.texts))
    }

    pub(crate) fn written(&self, written: std::io::Result<()>, code: u8) -> Result<u8, Failure> {
        written.map(|()| code).map_err(|error| {
            Failure::said(self.texts, "command-unwritten", &[("reason", &error.to_string())], code::TEMPORARY)
        })
    }
}

/// The worst of the outcomes: what needs a person before what heals by itself.
fn of_outcomes(outcomes: &[OutcomeReport]) -> u8 {
    let is = |wanted: &[Outcome]| outcomes.iter().any(|report| wanted.contains(&report.outcome));
    if is(&[Outcome::Refused, Outcome::Held]) {
        return code::NEEDS_YOU;
    }
    if is(&[Outcome::Retry, Outcome::Unknown]) {
        return code::TEMPORARY;
    }

    code::FINE
}

fn of_snapshot(snapshot: &Snapshot) -> u8 {
    let temporary = |code: Code| {
        matches!(
            code,
            Code::Offline
                | Code::NoDns
                | Code::Captive
                | Code::TlsTrust
                | Code::IpDisagree
                | Code::RateLimited
                | Code::ProviderDown
                | Code::ProviderUnknown
                | Code::Uncertain
                | Code::NotInDns
        )
    };
    if snapshot.problems.iter().any(|problem| problem.code == Code::SettingsBroken) {
        return code::USAGE;
    }
    let only_temporary = snapshot.problems.iter().all(|problem| temporary(problem.code));
    match snapshot.state {
        State::Ok | State::Working => code::FINE,
        State::Holding => code::NEEDS_YOU,
        State::Offline => code::TEMPORARY,
        State::Error if only_temporary && !snapshot.problems.is_empty() => code::TEMPORARY,
        State::Error => code::NEEDS_YOU,
        State::Attention if snapshot.problems.iter().any(|problem| temporary(problem.code)) => code::TEMPORARY,
        State::Attention => code::FINE,
    }
}

fn of_checks(checks: &[Check]) -> u8 {
    if checks.iter().any(|check| check.result == CheckResult::Fail) { code::NEEDS_YOU } else { code::FINE }
}
