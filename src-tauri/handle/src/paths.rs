//! Where Homeport's files are.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folders and files of one Homeport.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// `settings.toml` and the user's own providers.
    pub settings: PathBuf,
    /// Ledger, journal and lock.
    pub state: PathBuf,
    /// The local socket's name: a path on Unix, a pipe's name on Windows.
    pub socket: PathBuf,
}

impl Paths {
    /// The places for this user; with `config`, everything lies below that folder (`--config DIR`).
    ///
    /// `None` when the system names no home folder.
    #[must_use]
    pub fn new(config: Option<&Path>) -> Option<Self> {
        if let Some(folder) = config {
            // A relative folder would be another one after a change of the working folder.
            let folder = std::path::absolute(folder).ok()?;
            let state = folder.join("state");
            let socket = socket_below(&state);
            return Some(Self { settings: folder, state, socket });
        }
        let project = ProjectDirs::from("org", "Homeport", "homeport")?;
        let state = project.state_dir().unwrap_or_else(|| project.data_local_dir()).to_owned();
        let socket = match project.runtime_dir() {
            Some(folder) => folder.join("homeport.sock"),
            None => socket_below(&state),
        };

        Some(Self { settings: project.config_dir().to_owned(), state, socket })
    }

    /// The folder of `--config`; `None` in the usual places, where settings and state never lie in one.
    #[must_use]
    pub fn chosen_folder(&self) -> Option<&Path> {
        (self.state == self.settings.join("state")).then_some(self.settings.as_path())
    }

    /// The settings file.
    #[must_use]
    pub fn settings_file(&self) -> PathBuf {
        self.settings.join("settings.toml")
    }
}

#[cfg(unix)]
fn socket_below(folder: &Path) -> PathBuf {
    folder.join("homeport.sock")
}

#[cfg(windows)]
fn socket_below(folder: &Path) -> PathBuf {
    use std::hash::{DefaultHasher, Hash, Hasher};

    // Pipes have one flat name space: the folder's path, hashed, keeps two Homeports apart. The system's paths mean the
    // same in either case.
    let mut hasher = DefaultHasher::new();
    folder.to_string_lossy().to_lowercase().hash(&mut hasher);

    PathBuf::from(format!(r"\\.\pipe\homeport-{:016x}", hasher.finish()))
}
