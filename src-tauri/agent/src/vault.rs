//! Secrets: systemd's credentials folder, the keychain of the system, or, where a person wants that, memory. Never a file
//! of our own. Only here and in a running conversation does a secret exist.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use homeport_core::event::SecretState;
use homeport_core::request::{Refusal, Secret};
use homeport_core::settings::AccountId;
use homeport_core::text::Texts;
use tokio::sync::Mutex;

mod credentials;
mod memory;
mod system;
#[cfg(test)]
mod tests;
mod worker;

use credentials::Credentials;
use memory::Memory;
use worker::Worker;

/// The service that every entry of ours carries in the keychain; its account is `ACCOUNT.FIELD`.
pub const SERVICE: &str = "homeport";

/// How long one call to the keychain may take.
const CALL: Duration = Duration::from_secs(10);

/// Why a secret could not be stored or deleted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The keychain cannot be used now.
    #[error("the keychain cannot be used: {0:?}")]
    State(SecretState),
    /// The secret is longer than the keychain of this system takes, in bytes of UTF-8.
    #[error("the secret {key} is longer than {limit} characters")]
    TooLong {
        /// The field.
        key: String,
        /// The longest possible.
        limit: usize,
    },
    /// The account's secrets come from the credentials folder, which only the service manager writes.
    #[error("the secrets of {0} come from the credentials folder")]
    ReadOnly(AccountId),
    /// It was stored, and something else came back.
    #[error("the keychain did not keep the secret {0}")]
    NotKept(String),
}

impl VaultError {
    /// What happened, what it means, what to do.
    #[must_use]
    pub fn refusal(&self, texts: &Texts) -> Refusal {
        let (id, field, limit) = match self {
            Self::State(SecretState::Denied) => ("denied", None, 0),
            Self::State(SecretState::Absent) => ("absent", None, 0),
            Self::State(_) => ("locked", None, 0),
            Self::TooLong { key, limit } => ("too-long", Some(key.clone()), *limit),
            Self::ReadOnly(_) => ("read-only", None, 0),
            Self::NotKept(key) => ("not-kept", Some(key.clone()), 0),
        };
        let limit = limit.to_string();
        let part = |part: &str| texts.say(&format!("vault-{id}-{part}"), &[("limit", limit.as_str().into())]);

        Refusal { happened: part("happened"), means: part("means"), cure: part("do"), field }
    }
}

/// The secrets of all accounts. Clones reach the same keychain; its calls are carried out one after the other.
#[derive(Debug, Clone)]
pub struct Vault {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    credentials: Option<Credentials>,
    keychain: Keychain,
    /// What a person gave for this run alone, as there is no keychain.
    until_quit: Memory,
    turn: Mutex<()>,
}

#[derive(Debug)]
enum Keychain {
    System(Worker),
    #[cfg(any(test, feature = "memory-vault"))]
    Memory(Memory),
}

impl Vault {
    /// Opens the credentials folder, if there is one, before the keychain of the system. The keychain is not touched
    /// until something is asked of it.
    #[must_use]
    pub fn open(credentials: Option<PathBuf>) -> Self {
        Self::with(credentials, Keychain::System(Worker::default()))
    }

    /// Opens what the environment names: `$CREDENTIALS_DIRECTORY` of systemd, and the keychain.
    #[must_use]
    pub fn from_environment() -> Self {
        Self::open(std::env::var_os("CREDENTIALS_DIRECTORY").filter(|folder| !folder.is_empty()).map(PathBuf::from))
    }

    /// A vault that forgets everything at its end. Only for tests: the product is built without it.
    #[cfg(any(test, feature = "memory-vault"))]
    #[must_use]
    pub fn in_memory() -> Self {
        Self::with(None, Keychain::Memory(Memory::default()))
    }

    fn with(credentials: Option<PathBuf>, keychain: Keychain) -> Self {
        let credentials = credentials.map(Credentials::new);

        Self { inner: Arc::new(Inner { credentials, keychain, until_quit: Memory::default(), turn: Mutex::new(()) }) }
    }

    /// Reads the secrets of an account; all of them have to be there. Never asks the user anything.
    ///
    /// # Errors
    ///
    /// Why they cannot be read.
    pub async fn read(&self, account: &AccountId, keys: &[String]) -> Result<BTreeMap<String, Secret>, SecretState> {
        self.read_with_optional(account, keys, &[]).await
    }

    /// Reads the secrets of an account; those that are `optional` may be missing. Never asks the user anything.
    ///
    /// # Errors
    ///
    /// Why they cannot be read.
    pub async fn read_with_optional(
        &self,
        account: &AccountId,
        needed: &[String],
        optional: &[String],
    ) -> Result<BTreeMap<String, Secret>, SecretState> {
        let mut secrets = BTreeMap::new();
        let _turn = self.inner.turn.lock().await;
        for key in needed.iter().chain(optional) {
            match self.read_one(account, key).await {
                Ok(secret) => {
                    secrets.insert(key.clone(), secret);
                }
                Err(SecretState::Missing) if optional.contains(key) => {}
                Err(state) => return Err(state),
            }
        }

        Ok(secrets)
    }

    /// Stores secrets of an account and reads each back. This is for a moment when the user is there: a locked keychain
    /// asks once for its password, and waits for up to a minute.
    ///
    /// # Errors
    ///
    /// What was refused. Secrets before the one that was refused are stored.
    pub async fn store(&self, account: &AccountId, secrets: &BTreeMap<String, Secret>) -> Result<(), VaultError> {
        if self.inner.credentials.as_ref().is_some_and(|folder| folder.has(account)) {
            return Err(VaultError::ReadOnly(account.clone()));
        }
        for (key, secret) in secrets {
            let limit = system::LONGEST;
            if secret.reveal().len() > limit {
                return Err(VaultError::TooLong { key: key.clone(), limit });
            }
        }
        let _turn = self.inner.turn.lock().await;
        for (key, secret) in secrets {
            let entry = entry_name(account, key);
            let kept = match &self.inner.keychain {
                Keychain::System(worker) => {
                    system::make_writable(&entry).await.map_err(VaultError::State)?;
                    worker.write(entry, secret.clone()).await.map_err(VaultError::State)?
                }
                #[cfg(any(test, feature = "memory-vault"))]
                Keychain::Memory(memory) => {
                    memory.write(&entry, secret);
                    true
                }
            };
            if !kept {
                return Err(VaultError::NotKept(key.clone()));
            }
            self.inner.until_quit.delete(&entry_name(account, key));
        }

        Ok(())
    }

    /// Keeps secrets in memory alone: they are gone when this program ends.
    pub fn keep_until_quit(&self, account: &AccountId, secrets: &BTreeMap<String, Secret>) {
        for (key, secret) in secrets {
            self.inner.until_quit.write(&entry_name(account, key), secret);
        }
    }

    /// Unlocks what holds an account's secrets, with at most one dialogue, and waits for up to a minute. This is for a
    /// moment when the user is there.
    ///
    /// # Errors
    ///
    /// It is locked still, or not there.
    pub async fn unlock(&self, account: &AccountId, keys: &[String]) -> Result<(), VaultError> {
        let _turn = self.inner.turn.lock().await;
        for key in keys {
            match &self.inner.keychain {
                Keychain::System(_) => {
                    system::make_writable(&entry_name(account, key)).await.map_err(VaultError::State)?;
                }
                #[cfg(any(test, feature = "memory-vault"))]
                Keychain::Memory(_) => {}
            }
        }

        Ok(())
    }

    /// Deletes secrets of an account. What is not there counts as deleted. Never asks the user anything.
    ///
    /// # Errors
    ///
    /// The keychain cannot be used; the secrets stay in it.
    pub async fn delete(&self, account: &AccountId, keys: &[String]) -> Result<(), VaultError> {
        if self.inner.credentials.as_ref().is_some_and(|folder| folder.has(account)) {
            return Err(VaultError::ReadOnly(account.clone()));
        }
        let _turn = self.inner.turn.lock().await;
        for key in keys {
            let entry = entry_name(account, key);
            self.inner.until_quit.delete(&entry);
            match &self.inner.keychain {
                Keychain::System(worker) => match system::look(Some(&entry)).await {
                    SecretState::Missing => {}
                    SecretState::Ready => worker.delete(entry).await.map_err(VaultError::State)?,
                    state => return Err(VaultError::State(state)),
                },
                #[cfg(any(test, feature = "memory-vault"))]
                Keychain::Memory(memory) => memory.delete(&entry),
            }
        }

        Ok(())
    }

    /// Whether the keychain can be used. Never asks the user anything.
    pub async fn state(&self) -> SecretState {
        match &self.inner.keychain {
            Keychain::System(_) => system::look(None).await,
            #[cfg(any(test, feature = "memory-vault"))]
            Keychain::Memory(_) => SecretState::Ready,
        }
    }

    /// Returns when the keychain may have come, been unlocked or been changed, where the system tells that; after a
    /// minute in any case. Await it only while secrets cannot be read.
    pub async fn changed(&self) {
        // Trouble with the signals only means that the minute passes.
        let _ = tokio::time::timeout(Duration::from_secs(60), system::changed()).await;
    }

    /// The credentials folder, if there is one.
    #[must_use]
    pub fn credentials_folder(&self) -> Option<&std::path::Path> {
        self.inner.credentials.as_ref().map(Credentials::path)
    }

    async fn read_one(&self, account: &AccountId, key: &str) -> Result<Secret, SecretState> {
        if let Some(folder) = &self.inner.credentials
            && let Some(found) = folder.read(account, key)
        {
            return found;
        }
        let entry = entry_name(account, key);
        if let Ok(secret) = self.inner.until_quit.read(&entry) {
            return Ok(secret);
        }
        let found = match &self.inner.keychain {
            Keychain::System(worker) => match system::look(Some(&entry)).await {
                SecretState::Ready => worker.read(entry).await,
                state => Err(state),
            },
            #[cfg(any(test, feature = "memory-vault"))]
            Keychain::Memory(memory) => memory.read(&entry),
        };
        match (found, &self.inner.credentials) {
            // A server with a credentials folder has no keychain: what lacks is the file.
            (Err(SecretState::Absent), Some(_)) => Err(SecretState::Missing),
            (found, _) => found,
        }
    }
}

fn entry_name(account: &AccountId, key: &str) -> String {
    format!("{account}.{key}")
}
