//! Changes of the settings that a person asks for: first the secrets into the vault, then the file, then the client.

use std::collections::BTreeMap;
use std::sync::Arc;

use homeport_core::address::{Family, PerFamily};
use homeport_core::event::{Command, Event, SecretState};
use homeport_core::hostname::Hostname;
use homeport_core::interface_id::InterfaceId;
use homeport_core::request::{NewHostname, Refusal, Response, Secret};
use homeport_core::settings::edit::{self, EditError};
use homeport_core::settings::{
    Account, AccountId, HostnameSettings, PRACTICE, PRACTICE_HOSTNAME, Preferences, ProviderId, STANDBY_AFTER, Standby,
};

use tokio::sync::oneshot;

use super::Driver;
use crate::store::SettingsTrouble;

impl Driver {
    pub(super) async fn add(&mut self, new: NewHostname) -> Response {
        match self.try_add(new).await {
            Ok(()) => Response::Done,
            Err(refusal) => Response::Refused(refusal),
        }
    }

    async fn try_add(&mut self, new: NewHostname) -> Result<(), Refusal> {
        let (name, provider) = self.check_new(&new)?;
        if self.settings.hostname(&name).is_some() {
            return Err(self.refusal("hostname-twice", &[("host", name.to_unicode())], Some("hostname")));
        }
        if !new.ipv4 && !new.ipv6 {
            return Err(self.refusal("no-family", &[("host", name.to_unicode())], Some("ipv4")));
        }
        if let Some(device) = &new.device
            && device.parse::<InterfaceId>().is_err()
        {
            return Err(self.refusal("bad-device", &[("device", device.clone())], Some("device")));
        }
        let (account, is_new) = self.account_for(&new, &provider)?;
        let standby = self.standby_for(&new, &name, &account.id)?;
        if is_new || !new.secrets.is_empty() {
            self.catalogue.check_fields(&self.texts, &provider, &account.fields, Some(&new.secrets))?;
        }
        if !new.secrets.is_empty() {
            self.keep_secrets(&account.id, &new.secrets).await?;
        }
        let hostname = HostnameSettings {
            name,
            account: account.id.clone(),
            enabled: PerFamily { ipv4: new.ipv4, ipv6: new.ipv6 },
            device: new.device,
            create: new.create,
            paused: false,
            standby,
            lower_ttl: false,
        };
        let id = account.id.clone();
        let home = self.client.home_for_new(new.only_here);
        let added = self
            .edit(move |text| {
                let text = if is_new { edit::add_account(text, &account)? } else { text.to_owned() };
                let text = edit::add_hostname(&text, &hostname)?;
                home.map_or(Ok(text.clone()), |home| edit::add_home(&text, home))
            })
            .await;
        match added {
            Ok(()) if new.secrets.is_empty() => Ok(()),
            Ok(()) => {
                self.handle(Event::Secret(id, SecretState::Ready)).await;
                Ok(())
            }
            Err(refusal) => {
                if is_new {
                    // Nothing refers to them: they would lie in the keychain for ever.
                    let keys: Vec<String> = new.secrets.keys().cloned().collect();
                    if let Err(error) = self.vault.delete(&id, &keys).await {
                        tracing::warn!(%error, "the secrets of an account that was not added remain in the keychain");
                    }
                }
                Err(refusal)
            }
        }
    }

    pub(super) fn check_new(&self, new: &NewHostname) -> Result<(Hostname, ProviderId), Refusal> {
        let name: Hostname = new.hostname.parse().map_err(|error| self.bad_hostname(&new.hostname, &error))?;
        let provider = ProviderId(new.provider.clone());
        if self.catalogue.provider(&provider).is_none() {
            return Err(self.refusal("unknown-provider", &[("provider", new.provider.clone())], Some("provider")));
        }
        if provider.0 != PRACTICE {
            self.catalogue.check_hostname(&self.texts, &provider, &name, &new.fields)?;
        }

        Ok((name, provider))
    }

    /// The account that a new hostname goes to, and whether it has to be made.
    fn account_for(&self, new: &NewHostname, provider: &ProviderId) -> Result<(Account, bool), Refusal> {
        let made = |id: String| Account { id: AccountId(id), provider: provider.clone(), fields: new.fields.clone() };
        if let Some(typed) = &new.account {
            if !AccountId::is_valid(typed) {
                return Err(self.refusal("bad-account", &[("account", typed.clone())], Some("account")));
            }
            return match self.settings.account(&AccountId(typed.clone())) {
                Some(account) if account.provider == *provider => Ok((account.clone(), false)),
                Some(_) => Err(self.refusal("other-provider", &[("account", typed.clone())], Some("account"))),
                None => Ok((made(typed.clone()), true)),
            };
        }
        let mut same = self.settings.accounts.iter().filter(|account| account.provider == *provider);
        if let (Some(only), None) = (same.next(), same.next())
            && new.secrets.is_empty()
            && (new.fields.is_empty() || new.fields == only.fields)
        {
            return Ok((only.clone(), false));
        }
        // One more than there are accounts: at least one of these is free.
        let free = (1..=self.settings.accounts.len() + 1)
            .map(|number| if number == 1 { provider.0.clone() } else { format!("{provider}-{number}") })
            .find(|id| self.settings.account(&AccountId(id.clone())).is_none());

        Ok((made(free.unwrap_or_else(|| provider.0.clone())), true))
    }

    /// The standby that a new hostname is to have: another account, which can keep the name that it is to keep.
    fn standby_for(&self, new: &NewHostname, name: &Hostname, first: &AccountId) -> Result<Option<Standby>, Refusal> {
        let Some(wanted) = &new.standby else { return Ok(None) };
        let refused = |id: &str| self.refusal(id, &[("account", wanted.account.clone())], Some("standby"));
        let Some(other) = self.settings.account(&AccountId(wanted.account.clone())) else {
            return Err(refused("unknown-account"));
        };
        if other.id == *first {
            return Err(refused("same-account"));
        }
        let typed = wanted.name.as_ref().map(|typed| typed.parse().map_err(|error| self.bad_hostname(typed, &error)));
        let own = typed.transpose()?.unwrap_or_else(|| name.clone());
        self.catalogue.check_hostname(&self.texts, &other.provider, &own, &other.fields)?;

        Ok(Some(Standby { account: other.id.clone(), name: own, after: STANDBY_AFTER }))
    }

    pub(super) async fn add_practice(&mut self) -> Response {
        let (Ok(name), provider) = (PRACTICE_HOSTNAME.parse::<Hostname>(), ProviderId(PRACTICE.to_owned())) else {
            return Response::Refused(self.refusal("unknown-provider", &[("provider", PRACTICE.to_owned())], None));
        };
        if self.settings.hostname(&name).is_some() {
            return Response::Done;
        }
        let id = AccountId(PRACTICE.to_owned());
        let known = self.settings.account(&id).is_some();
        let account = Account { id: id.clone(), provider, fields: BTreeMap::new() };
        let hostname = HostnameSettings {
            name,
            account: id,
            enabled: PerFamily { ipv4: true, ipv6: true },
            device: None,
            create: true,
            paused: false,
            standby: None,
            lower_ttl: false,
        };
        let added = self.edit(move |text| {
            let text = if known { text.to_owned() } else { edit::add_account(text, &account)? };
            edit::add_hostname(&text, &hostname)
        });

        done(added.await)
    }

    pub(super) async fn remove(&mut self, hostname: &str) -> Response {
        let name = match self.configured(hostname) {
            Ok(name) => name,
            Err(refusal) => return Response::Refused(refusal),
        };
        let before = self.settings.accounts.clone();
        let removed = self.edit(move |text| edit::remove_hostname(text, &name).map(|(text, _)| text)).await;
        if let Err(refusal) = removed {
            return Response::Refused(refusal);
        }
        let gone = before.iter().filter(|account| self.settings.account(&account.id).is_none());
        for account in gone.filter(|account| account.provider.0 != PRACTICE) {
            let keys = self.catalogue.secret_keys(&account.provider);
            if let Err(error) = self.vault.delete(&account.id, &keys).await {
                tracing::warn!(%error, account = %account.id, "its secrets remain in the keychain");
            }
        }

        Response::Done
    }

    pub(super) async fn pause_hostname(&mut self, hostname: &str, paused: bool) -> Response {
        match self.configured(hostname) {
            Ok(name) => done(self.edit(move |text| edit::set_paused(text, &name, paused)).await),
            Err(refusal) => Response::Refused(refusal),
        }
    }

    pub(super) async fn set_records(&mut self, hostname: &str, records: PerFamily<bool>) -> Response {
        let name = match self.configured(hostname) {
            Ok(name) => name,
            Err(refusal) => return Response::Refused(refusal),
        };
        if !records.ipv4 && !records.ipv6 {
            let values = [("host", name.to_unicode())];
            return Response::Refused(self.refusal("no-family", &values, Some("ipv4")));
        }

        done(self.edit(move |text| edit::set_switches(text, &name, records)).await)
    }

    pub(super) async fn turn_off(&mut self, family: Family) -> Response {
        let names: Vec<_> = self.client.keeping_both().cloned().collect();
        let records = PerFamily { ipv4: family != Family::Ipv4, ipv6: family != Family::Ipv6 };
        let all = move |text: &str| {
            names.iter().try_fold(text.to_owned(), |text, name| edit::set_switches(&text, name, records))
        };

        done(self.edit(all).await)
    }

    pub(super) async fn set_preferences(&mut self, chosen: Preferences) -> Response {
        done(self.edit(move |text| edit::set_preferences(text, &chosen)).await)
    }

    pub(super) async fn this_is_home(&mut self) -> Response {
        match self.client.network() {
            Some(network) => done(self.edit(move |text| edit::add_home(text, network)).await),
            None => Response::Refused(self.refusal("no-network", &[], None)),
        }
    }

    pub(super) async fn replace_secrets(
        &mut self,
        account: &str,
        secrets: BTreeMap<String, Secret>,
        until_quit: bool,
    ) -> Response {
        let Some(id) = self.account_id(account) else {
            let values = [("account", account.to_owned())];
            return Response::Refused(self.refusal("unknown-account", &values, Some("account")));
        };
        let Some(known) = self.settings.account(&id) else { return Response::Done };
        if let Err(refusal) = self.catalogue.check_fields(&self.texts, &known.provider, &known.fields, Some(&secrets)) {
            return Response::Refused(refusal);
        }
        if until_quit {
            self.vault.keep_until_quit(&id, &secrets);
        } else if let Err(refusal) = self.keep_secrets(&id, &secrets).await {
            return Response::Refused(refusal);
        }
        self.unreadable.remove(&id);
        self.handle(Event::Command(Command::SecretReplaced(id))).await;

        Response::Done
    }

    /// Has the user unlock the keychain. What is in it is read again whatever the dialogue said: another program may have
    /// unlocked it meanwhile.
    pub(super) fn unlock(&mut self, account: &str, answer: oneshot::Sender<Response>) {
        let Some(known) = self.account_id(account).and_then(|id| self.settings.account(&id)) else {
            let values = [("account", account.to_owned())];
            let _ = answer.send(Response::Refused(self.refusal("unknown-account", &values, Some("account"))));
            return;
        };
        let keys = self.catalogue.secret_keys(&known.provider);
        let (vault, id, texts) = (self.vault.clone(), known.id.clone(), self.texts.clone());
        let (events, keychain) = (self.events.clone(), Arc::clone(&self.keychain));
        tokio::spawn(async move {
            let unlocked = vault.unlock(&id, &keys).await;
            let state = vault.read(&id, &keys).await.err().unwrap_or(SecretState::Ready);
            let _ = events.send(Event::Secret(id, state)).await;
            // Other accounts' secrets are in the same keychain.
            keychain.notify_one();
            // Whoever asked may have gone.
            let _ = answer.send(match unlocked {
                Err(error) if state != SecretState::Ready => Response::Refused(error.refusal(&texts)),
                _ => Response::Done,
            });
        });
    }

    async fn keep_secrets(&self, id: &AccountId, secrets: &BTreeMap<String, Secret>) -> Result<(), Refusal> {
        self.vault.store(id, secrets).await.map_err(|error| error.refusal(&self.texts))
    }

    pub(super) async fn edit(
        &mut self,
        change: impl FnOnce(&str) -> Result<String, EditError> + Send + 'static,
    ) -> Result<(), Refusal> {
        match self.store.edit(change).await {
            Ok(settings) => {
                self.use_settings(settings).await;
                Ok(())
            }
            Err(trouble) => Err(self.not_edited(&trouble)),
        }
    }

    fn not_edited(&self, trouble: &SettingsTrouble) -> Refusal {
        let id = match trouble {
            SettingsTrouble::Wrong(_) | SettingsTrouble::Edit(_) => "settings-wrong",
            SettingsTrouble::Unusable(_) | SettingsTrouble::CannotWrite(_) | SettingsTrouble::Ended => {
                "settings-not-written"
            }
        };

        self.refusal(id, &[("error", trouble.to_string())], None)
    }
}

fn done(result: Result<(), Refusal>) -> Response {
    match result {
        Ok(()) => Response::Done,
        Err(refusal) => Response::Refused(refusal),
    }
}
