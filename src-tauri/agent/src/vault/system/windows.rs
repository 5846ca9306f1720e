//! The Credential Manager: always there and never locked while its user is logged in.
//!
//! It has room for 2,560 bytes. Texts are usually kept in UTF-16 there, which halves that, and the key files of some
//! providers are longer; so a secret is kept in UTF-8.

use homeport_core::event::SecretState;
use keyring::{Entry, Error};
use zeroize::Zeroizing;

use crate::vault::SERVICE;

/// `CRED_MAX_CREDENTIAL_BLOB_SIZE`, in bytes.
pub(in crate::vault) const LONGEST: usize = 2_560;
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

/// The secret of an entry. What somebody typed into the system's own window is UTF-16, in which each letter of a secret has
/// a zero.
pub(in crate::vault) fn get(entry: &keyring_core::Entry) -> keyring::Result<String> {
    let bytes = Zeroizing::new(entry.get_secret()?);
    if bytes.contains(&0) && bytes.len().is_multiple_of(2) {
        let letters: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        let letters = Zeroizing::new(letters);
        return String::from_utf16(&letters).map_err(|_| Error::BadEncoding(Vec::new()));
    }

    // The error would hold the secret.
    std::str::from_utf8(&bytes).map(str::to_owned).map_err(|_| Error::BadEncoding(Vec::new()))
}

/// Puts a secret into an entry.
pub(in crate::vault) fn set(entry: &keyring_core::Entry, secret: &str) -> keyring::Result<()> {
    entry.set_secret(secret.as_bytes())
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
