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
