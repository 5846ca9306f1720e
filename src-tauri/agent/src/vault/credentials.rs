//! systemd's credentials (`LoadCredential=`): one file for each secret, `ACCOUNT.FIELD`, written by the service manager.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use homeport_core::event::SecretState;
use homeport_core::request::Secret;
use homeport_core::settings::AccountId;
use zeroize::Zeroizing;

/// systemd's own limit is 1 MiB for all credentials together.
const LONGEST: u64 = 64 * 1024;

/// The folder.
#[derive(Debug)]
pub(super) struct Credentials {
    folder: PathBuf,
}

impl Credentials {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(super) fn path(&self) -> &Path {
        &self.folder
    }

    /// Whether any secret of this account comes from here.
    pub(super) fn has(&self, account: &AccountId) -> bool {
        let start = format!("{account}.");
        fs::read_dir(&self.folder)
            .into_iter()
            .flatten()
            .flatten()
            .any(|file| file.file_name().to_string_lossy().starts_with(&start))
    }

    /// The secret; `None` when there is no such file.
    pub(super) fn read(&self, account: &AccountId, key: &str) -> Option<Result<Secret, SecretState>> {
        // Both are checked where they are made; a path must not come out of a settings file all the same.
        let is_plain = |part: &str| !part.is_empty() && !part.contains(['/', '\\', '\0']) && !part.contains("..");
        if !is_plain(&account.0) || !is_plain(key) {
            return None;
        }
        let file = match fs::File::open(self.folder.join(format!("{account}.{key}"))) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return None,
            Err(_) => return Some(Err(SecretState::Denied)),
        };
        let mut text = Zeroizing::new(String::new());
        Some(match file.take(LONGEST).read_to_string(&mut text) {
            Ok(0) => Err(SecretState::Missing),
            Ok(_) => Ok(Secret::new(&text)),
            Err(_) => Err(SecretState::Denied),
        })
    }
}
