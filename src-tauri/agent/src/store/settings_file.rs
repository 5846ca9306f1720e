//! `settings.toml` on the disk: read, watched for changes by hand, and replaced whole.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use homeport_core::event::StoreState;
use homeport_core::settings::Settings;
use homeport_core::settings::edit::{self, EditError};
use homeport_core::settings::file::{self, Providers, SettingsError};
use homeport_core::text::Texts;

use super::guard::{self, Unfit};
use super::words;

/// Why the settings could not be read or changed. The settings in force stay as they are.
#[derive(Debug, thiserror::Error)]
pub enum SettingsTrouble {
    /// The file is wrong: the place and the cure.
    #[error(transparent)]
    Wrong(#[from] SettingsError),
    /// The file cannot be used at all, in words.
    #[error("{0}")]
    Unusable(String),
    /// The change itself is not possible.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// The disk refuses, in words.
    #[error("{0}")]
    CannotWrite(String),
    /// The store has ended.
    #[error("Homeport is ending")]
    Ended,
}

impl SettingsTrouble {
    /// The state to tell the core.
    #[must_use]
    pub fn state(&self) -> StoreState {
        match self {
            Self::CannotWrite(words) => StoreState::CannotWrite(words.clone()),
            other => StoreState::SettingsBroken(other.to_string()),
        }
    }
}

/// What tells one content of the file from the next without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    changed: Option<SystemTime>,
    length: u64,
    number: u64,
}

/// The file and the settings in force.
pub(super) struct SettingsFile {
    path: PathBuf,
    in_force_copy: PathBuf,
    seen: Option<Stamp>,
    in_force: Settings,
}

impl fmt::Debug for SettingsFile {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "SettingsFile({})", self.path.display())
    }
}

impl SettingsFile {
    /// Reads the file. When it is wrong, the settings that were in force when the program last ran stay in force.
    pub(super) fn open(path: PathBuf, state: &Path, providers: &dyn Providers) -> (Self, Result<(), SettingsTrouble>) {
        let in_force_copy = state.join("settings.in-force.toml");
        guard::sweep(&path);
        guard::sweep(&previous(&path));
        guard::sweep(&in_force_copy);
        let mut file = Self { path, in_force_copy, seen: None, in_force: Settings::default() };
        file.seen = file.stamp();
        let outcome = match guard::read(&file.path) {
            Ok(None) => Ok(()),
            Ok(Some(bytes)) => file.accept(&bytes, providers).map(|_| ()),
            Err(unfit) => Err(unfit_trouble(&unfit)),
        };
        if outcome.is_err()
            && let Ok(Some(bytes)) = guard::read(&file.in_force_copy)
            && let Ok(settings) = parse(&bytes, providers)
        {
            file.in_force = settings;
        }

        (file, outcome)
    }

    pub(super) fn in_force(&self) -> &Settings {
        &self.in_force
    }

    /// Whether the file is another one than the one that was last read or written.
    pub(super) fn changed(&self) -> bool {
        self.stamp() != self.seen
    }

    /// Reads the file if it changed; `None` when it did not.
    pub(super) fn reread(&mut self, providers: &dyn Providers) -> Option<Result<Settings, SettingsTrouble>> {
        let stamp = self.stamp();
        if stamp == self.seen {
            return None;
        }
        self.seen = stamp;

        Some(match guard::read(&self.path) {
            Ok(Some(bytes)) => self.accept(&bytes, providers),
            Ok(None) => Err(SettingsTrouble::Unusable(words::say("store-settings-gone", ""))),
            Err(unfit) => Err(unfit_trouble(&unfit)),
        })
    }

    /// Changes the text. The result has to be right, or nothing is written.
    pub(super) fn edit(
        &mut self,
        change: impl FnOnce(&str) -> Result<String, EditError>,
        providers: &dyn Providers,
    ) -> Result<Settings, SettingsTrouble> {
        // A wrong file is not edited: its mistake has to be seen first, not buried.
        if let Some(bytes) = guard::read(&self.path).map_err(|unfit| unfit_trouble(&unfit))? {
            parse(&bytes, providers)?;
        }

        self.replace(change, providers)
    }

    /// Replaces the text, even that of a file with a mistake. The result has to be right, or nothing is written.
    pub(super) fn replace(
        &mut self,
        change: impl FnOnce(&str) -> Result<String, EditError>,
        providers: &dyn Providers,
    ) -> Result<Settings, SettingsTrouble> {
        let old = guard::read(&self.path).map_err(|unfit| unfit_trouble(&unfit))?;
        let text = old.as_ref().map_or_else(edit::new_file, |bytes| String::from_utf8_lossy(bytes).into_owned());
        let new = change(&text)?;
        let settings = parse(new.as_bytes(), providers)?;
        let write = || {
            if let Some(parent) = self.path.parent() {
                guard::folder(parent, false)?;
            }
            if let Some(old) = &old {
                guard::replace(&previous(&self.path), old)?;
            }
            guard::replace(&self.path, new.as_bytes())
        };
        write().map_err(|error| SettingsTrouble::CannotWrite(words::of_io(&error)))?;
        self.seen = self.stamp();
        self.keep(new.as_bytes());
        self.in_force = settings.clone();

        Ok(settings)
    }

    fn accept(&mut self, bytes: &[u8], providers: &dyn Providers) -> Result<Settings, SettingsTrouble> {
        let settings = parse(bytes, providers)?;
        self.keep(bytes);
        self.in_force = settings.clone();

        Ok(settings)
    }

    /// Keeps a copy of what is in force, for the day when the file is wrong at the start.
    fn keep(&self, bytes: &[u8]) {
        if matches!(guard::read(&self.in_force_copy), Ok(Some(kept)) if kept == bytes) {
            return;
        }
        if let Err(error) = guard::replace(&self.in_force_copy, bytes) {
            tracing::debug!(%error, "the copy of the settings was not written");
        }
    }

    fn stamp(&self) -> Option<Stamp> {
        let facts = fs::symlink_metadata(&self.path).ok()?;
        #[cfg(unix)]
        let number = std::os::unix::fs::MetadataExt::ino(&facts);
        #[cfg(not(unix))]
        let number = 0;

        Some(Stamp { changed: facts.modified().ok(), length: facts.len(), number })
    }
}

fn previous(path: &Path) -> PathBuf {
    path.with_file_name("settings.toml.previous")
}

fn parse(bytes: &[u8], providers: &dyn Providers) -> Result<Settings, SettingsError> {
    file::parse_bytes(bytes, providers, &Texts::current())
}

fn unfit_trouble(unfit: &Unfit) -> SettingsTrouble {
    SettingsTrouble::Unusable(match unfit {
        Unfit::Folder => words::say("store-settings-folder", ""),
        Unfit::Link => words::say("store-settings-link", ""),
        Unfit::Owner => words::say("store-settings-owner", ""),
        Unfit::Special | Unfit::TooLong => words::say("store-settings-special", ""),
        Unfit::Io(error) => words::say("store-settings-unreadable", &words::of_io(error)),
    })
}
