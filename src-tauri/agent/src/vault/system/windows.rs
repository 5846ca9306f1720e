//! The Credential Manager: always there and never locked while its user is logged in.

use homeport_core::event::SecretState;
use keyring::{Entry, Error};

use crate::vault::SERVICE;

/// 2,560 bytes (`CRED_MAX_CREDENTIAL_BLOB_SIZE`), in UTF-16.
pub(in crate::vault) const LONGEST: usize = 1_280;
/// There is nothing to keep.
pub(in crate::vault) const KEPT: bool = false;
/// What a call that hangs means.
pub(in crate::vault) const STUCK: SecretState = SecretState::Absent;

/// The Credential Manager has no connection.
pub(in crate::vault) struct Store;

impl Store {
    #[allow(clippy::unnecessary_wraps, reason = "it is the same function on every system")]
    pub(in crate::vault) fn new() -> keyring::Result<Self> {
        Ok(Self)
    }

    #[allow(clippy::unused_self, reason = "it is the same function on every system")]
    pub(in crate::vault) fn entry(&self, name: &str) -> keyring::Result<keyring_core::Entry> {
        Entry::new(SERVICE, name).map(|entry| entry.inner)
    }
}

pub(in crate::vault) fn state_of(error: &Error) -> SecretState {
    match error {
        Error::NoEntry | Error::BadEncoding(_) | Error::BadDataFormat(..) => SecretState::Missing,
        // There is no logon session that a credential could belong to: a service without a user.
        Error::NoStorageAccess(_) => SecretState::Absent,
        _ => SecretState::Denied,
    }
}

/// Nothing is asked before: a read never prompts here.
#[allow(clippy::unused_async, reason = "it is the same function on every system")]
pub(in crate::vault) async fn look(_entry: Option<&str>) -> SecretState {
    SecretState::Ready
}

#[allow(clippy::unused_async, reason = "it is the same function on every system")]
pub(in crate::vault) async fn make_writable(_entry: &str) -> Result<(), SecretState> {
    Ok(())
}

pub(in crate::vault) async fn changed() {
    std::future::pending::<()>().await;
}
