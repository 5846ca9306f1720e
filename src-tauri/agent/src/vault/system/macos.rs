//! The login keychain. A read in the background must not open a dialogue: the system is told so for its time.

use homeport_core::event::SecretState;
use keyring::{Entry, Error};
use security_framework::os::macos::keychain::{KeychainUserInteractionLock, SecKeychain};

use crate::vault::SERVICE;

/// The keychain itself has no such limit; no provider's secret is longer.
pub(in crate::vault) const LONGEST: usize = 16 * 1_024;
/// Nothing is kept: while a store exists, no dialogue can be opened.
pub(in crate::vault) const KEPT: bool = false;
/// What a call that hangs means: a dialogue waits for the user.
pub(in crate::vault) const STUCK: SecretState = SecretState::Locked;

/// `errSecInteractionNotAllowed`: a dialogue would have been needed.
const INTERACTION_NOT_ALLOWED: i32 = -25_308;
/// `errSecNotAvailable` and `errSecNoSuchKeychain`.
const NO_KEYCHAIN: [i32; 2] = [-25_291, -25_294];

/// No dialogue is opened while this exists.
pub(in crate::vault) struct Store {
    _quiet: Option<KeychainUserInteractionLock>,
}

impl Store {
    #[allow(clippy::unnecessary_wraps, reason = "it is the same function on every system")]
    pub(in crate::vault) fn new() -> keyring::Result<Self> {
        Ok(Self { _quiet: SecKeychain::disable_user_interaction().ok() })
    }

    #[allow(clippy::unused_self, reason = "it is the same function on every system")]
    pub(in crate::vault) fn entry(&self, name: &str) -> keyring::Result<keyring_core::Entry> {
        Entry::new(SERVICE, name).map(|entry| entry.inner)
    }
}

/// The secret of an entry.
pub(in crate::vault) fn get(entry: &keyring_core::Entry) -> keyring::Result<String> {
    entry.get_password()
}

/// Puts a secret into an entry.
pub(in crate::vault) fn set(entry: &keyring_core::Entry, secret: &str) -> keyring::Result<()> {
    entry.set_password(secret)
}

pub(in crate::vault) fn state_of(error: &Error) -> SecretState {
    let (Error::PlatformFailure(cause) | Error::NoStorageAccess(cause)) = error else {
        return match error {
            Error::NoEntry | Error::BadEncoding(_) | Error::BadDataFormat(..) => SecretState::Missing,
            _ => SecretState::Denied,
        };
    };
    match cause.downcast_ref::<security_framework::base::Error>().map(|error| error.code()) {
        Some(INTERACTION_NOT_ALLOWED) => SecretState::Locked,
        Some(code) if NO_KEYCHAIN.contains(&code) => SecretState::Absent,
        _ => SecretState::Denied,
    }
}

/// Nothing is asked before: the call itself tells, without a dialogue.
#[allow(clippy::unused_async, reason = "it is the same function on every system")]
pub(in crate::vault) async fn look(_entry: Option<&str>) -> SecretState {
    SecretState::Ready
}

/// Unlocks the keychain with one dialogue, if it is locked.
pub(in crate::vault) async fn make_writable(_entry: &str) -> Result<(), SecretState> {
    let unlock = tokio::task::spawn_blocking(|| SecKeychain::default().and_then(|mut keychain| keychain.unlock(None)));
    match tokio::time::timeout(std::time::Duration::from_secs(60), unlock).await {
        Ok(Ok(Ok(()))) => Ok(()),
        _ => Err(SecretState::Locked),
    }
}

pub(in crate::vault) async fn changed() {
    std::future::pending::<()>().await;
}
