//! The files of one Homeport that a test made up: settings, secrets as systemd hands them over, and the certificate
//! authority of the test's servers.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// A folder with everything below it. It is removed with this value.
#[derive(Debug)]
pub struct Installation {
    folder: TempDir,
}

impl Installation {
    /// An installation with these settings that trusts this authority (PEM) beside the system's.
    ///
    /// # Panics
    ///
    /// When no files can be made.
    #[must_use]
    pub fn new(settings: &str, authority: &str) -> Self {
        let folder = tempfile::Builder::new().prefix("homeport-test-").tempdir().expect("a folder is made");
        let installation = Self { folder };
        for name in ["config", "credentials", "runtime"] {
            fs::create_dir(installation.path(name)).expect("the folder is ours");
            fs::set_permissions(installation.path(name), fs::Permissions::from_mode(0o700)).expect("it is ours");
        }
        installation.write("config/settings.toml", settings);
        installation.write("authority.pem", authority);

        installation
    }

    /// Where a file of it is.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file that only its owner may read.
    ///
    /// # Panics
    ///
    /// When it cannot be written.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::write(&path, text).expect("the folder is ours");
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("the file is ours");
    }

    /// Hands a secret over.
    pub fn secret(&self, account: &str, field: &str, secret: &str) {
        self.write(&format!("credentials/{account}.{field}"), secret);
    }

    /// `command` knows these files and this home, and nothing of the session that the test runs in.
    pub fn lend(&self, command: &mut Command) {
        command
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin")
            .env("HOME", self.folder.path())
            .env("XDG_RUNTIME_DIR", self.path("runtime"))
            .env("CREDENTIALS_DIRECTORY", self.path("credentials"))
            .env("SSL_CERT_FILE", self.path("authority.pem"));
    }

    /// A command of `homeport` with these files.
    #[must_use]
    pub fn homeport(&self, mut command: Command, arguments: &[&str]) -> Command {
        self.lend(&mut command);
        command.arg("--config").arg(self.path("config")).args(arguments);

        command
    }
}
