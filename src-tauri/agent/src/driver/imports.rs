//! What another client keeps up to date, taken over at one time: all secrets into the vault, then one change of the
//! settings file. Whatever fails, nothing of it stays.

use std::sync::Arc;

use homeport_core::event::{Event, SecretState};
use homeport_core::import::{self, Import, ImportError, ImportFile, ImportPreview, NewAccount};
use homeport_core::request::{Refusal, Response};
use homeport_core::settings::AccountId;
use homeport_core::settings::edit::{self, EditError};

use super::Driver;
use crate::vault::VaultError;

impl Driver {
    pub(super) async fn import(&mut self, file: ImportFile, commit: bool) -> Response {
        let import = match self.read_import(file).await {
            Ok(import) => import,
            Err(error) => return Response::Refused(error.refusal(&self.texts)),
        };
        if !commit || import.hostnames.is_empty() {
            return Response::Import(Box::new(import.preview));
        }
        match self.take_over(import).await {
            Ok(preview) => Response::Import(Box::new(preview)),
            Err(refusal) => Response::Refused(refusal),
        }
    }

    /// On a thread of its own: a large file takes a while, and the network does not wait.
    async fn read_import(&self, file: ImportFile) -> Result<Import, ImportError> {
        let (catalogue, settings, texts) = (Arc::clone(&self.catalogue), self.settings.clone(), self.texts.clone());
        let reading = tokio::task::spawn_blocking(move || {
            let bytes = file.bytes().ok_or(ImportError::Binary)?;
            import::read(&bytes, &file.name, file.from, &catalogue, &settings, &texts)
        });

        // It does not panic; if it did, the file would be the reason.
        reading.await.unwrap_or(Err(ImportError::Unrecognised))
    }

    async fn take_over(&mut self, import: Import) -> Result<ImportPreview, Refusal> {
        let Import { accounts, hostnames, sources, preview } = import;
        let stored = self.keep_all(&accounts).await?;
        let new: Vec<_> = accounts.iter().map(|made| made.account.clone()).collect();
        let added = self.edit(move |text| {
            let mut text = text.to_owned();
            for account in &new {
                text = edit::add_account(&text, account)?;
            }
            for hostname in &hostnames {
                text = edit::add_hostname(&text, hostname)?;
            }
            for source in &sources {
                text = edit::add_source(&text, source)?;
            }
            Ok::<_, EditError>(text)
        });
        if let Err(refusal) = added.await {
            self.forget(&stored).await;
            return Err(refusal);
        }
        for (id, _) in stored {
            self.handle(Event::Secret(id, SecretState::Ready)).await;
        }

        Ok(ImportPreview { added: true, ..preview })
    }

    /// Stores the secrets of all accounts, or of none.
    async fn keep_all(&self, accounts: &[NewAccount]) -> Result<Vec<(AccountId, Vec<String>)>, Refusal> {
        let mut stored: Vec<(AccountId, Vec<String>)> = Vec::new();
        for NewAccount { account, secrets } in accounts.iter().filter(|made| !made.secrets.is_empty()) {
            match self.vault.store(&account.id, secrets).await {
                Ok(()) => {}
                // Whoever runs the service has put them there already.
                Err(VaultError::ReadOnly(_)) => continue,
                Err(error) => {
                    // Some of this account's may be stored as well.
                    stored.push((account.id.clone(), secrets.keys().cloned().collect()));
                    self.forget(&stored).await;
                    return Err(error.refusal(&self.texts));
                }
            }
            stored.push((account.id.clone(), secrets.keys().cloned().collect()));
        }

        Ok(stored)
    }

    /// Nothing refers to them: they would lie in the keychain for ever.
    async fn forget(&self, stored: &[(AccountId, Vec<String>)]) {
        for (id, keys) in stored {
            if let Err(error) = self.vault.delete(id, keys).await {
                tracing::warn!(%error, "the secrets of an account that was not added remain in the keychain");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use homeport_core::request::Request;
    use homeport_handle::Handle as _;
    use homeport_handle::paths::Paths;

    use super::*;
    use crate::driver::{Agent, AgentOptions, Scope};
    use crate::vault::Vault;

    const FILE: &str = "protocol=duckdns, password=SECRET-duck home,nas\n\
                        protocol=dyndns2, server=dyn.example.com, login=jane, password=SECRET-jane box.example.com\n\
                        protocol=googledomains, login=jane, password=SECRET-gone old.example.com\n";

    async fn agent(folder: &std::path::Path, vault: Vault) -> Agent {
        let paths = Paths::new(Some(folder)).unwrap();

        Agent::start(AgentOptions { paths, vault, version: "0.1.0".to_owned() }, Scope::Files).await.unwrap()
    }

    async fn import(agent: &Agent, commit: bool) -> Response {
        let file = ImportFile::new("ddclient.conf", FILE.as_bytes(), None);

        agent.handle().ask(Request::Import { file, commit }).await.unwrap()
    }

    async fn preview(agent: &Agent, commit: bool) -> ImportPreview {
        match import(agent, commit).await {
            Response::Import(preview) => *preview,
            other => panic!("{other:?}"),
        }
    }

    async fn listed(agent: &Agent) -> Vec<String> {
        match agent.handle().ask(Request::List).await.unwrap() {
            Response::Listed(rows) => rows.into_iter().map(|row| format!("{} {}", row.hostname, row.account)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[tokio::test]
    async fn a_preview_changes_nothing_and_a_commit_adds_all_with_the_secrets_in_the_vault() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::in_memory();
        let agent = agent(folder.path(), vault.clone()).await;

        let before = preview(&agent, false).await;
        assert!(!before.added && listed(&agent).await.is_empty());
        let after = preview(&agent, true).await;

        assert_eq!(ImportPreview { added: false, ..after.clone() }, before);
        assert!(after.added);
        let expected = ["home.duckdns.org duckdns", "nas.duckdns.org duckdns", "box.example.com dyndns2"];
        assert_eq!(listed(&agent).await, expected);
        let settings = std::fs::read_to_string(folder.path().join("settings.toml")).unwrap();
        assert!(settings.contains("https://dyn.example.com") && !settings.contains("SECRET"), "{settings}");
        for (account, key, secret) in [("duckdns", "token", "SECRET-duck"), ("dyndns2", "password", "SECRET-jane")] {
            let read = vault.read(&AccountId(account.to_owned()), &[key.to_owned()]).await.unwrap();
            assert_eq!(read[key].reveal(), secret);
        }

        let again = preview(&agent, true).await;
        assert!(!again.added && again.hostnames.is_empty());
        assert_eq!(again.remarks.iter().filter(|remark| remark.why.contains("already")).count(), 3, "{again:?}");
        agent.shutdown().await;
    }

    #[tokio::test]
    async fn when_the_settings_cannot_be_changed_no_secret_stays_in_the_vault() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::in_memory();
        let agent = agent(folder.path(), vault.clone()).await;
        std::fs::write(folder.path().join("settings.toml"), "version = 1\nmistake = true\n").unwrap();

        let refused = import(&agent, true).await;

        assert!(matches!(&refused, Response::Refused(refusal) if refusal.happened.contains("settings")), "{refused:?}");
        for (account, key) in [("duckdns", "token"), ("dyndns2", "password")] {
            assert!(vault.read(&AccountId(account.to_owned()), &[key.to_owned()]).await.is_err(), "{account}");
        }
        agent.shutdown().await;
    }

    #[tokio::test]
    async fn what_is_no_configuration_is_refused_with_its_three_parts() {
        let folder = tempfile::tempdir().unwrap();
        let agent = agent(folder.path(), Vault::in_memory()).await;
        let file = ImportFile::new("x", b"hello", None);

        let refused = agent.handle().ask(Request::Import { file, commit: true }).await.unwrap();

        let Response::Refused(refusal) = refused else { panic!("{refused:?}") };
        assert!(refusal.cure.contains("--from: ddclient, inadyn"), "{refusal:?}");
        agent.shutdown().await;
    }
}
