//! Secrets in memory: for one run, and as a keychain for tests.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use homeport_core::event::SecretState;
use homeport_core::request::Secret;

#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<BTreeMap<String, Secret>>);

impl Memory {
    fn entries(&self) -> MutexGuard<'_, BTreeMap<String, Secret>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn read(&self, entry: &str) -> Result<Secret, SecretState> {
        self.entries().get(entry).cloned().ok_or(SecretState::Missing)
    }

    pub(super) fn write(&self, entry: &str, secret: &Secret) {
        self.entries().insert(entry.to_owned(), secret.clone());
    }

    pub(super) fn delete(&self, entry: &str) {
        self.entries().remove(entry);
    }
}
