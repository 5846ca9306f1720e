//! Reads and writes the system's own list of what starts at login. What an entry says and whether it is right is decided
//! by `homeport_core::autostart`.

use std::io;
#[cfg(unix)]
use std::path::Path;

use homeport_core::autostart::{Autostart, Start};
use homeport_handle::paths::Paths;

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(target_os = "linux")]
pub mod service;
#[cfg(windows)]
mod windows;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(target_os = "macos")]
use macos as system;
#[cfg(windows)]
use windows as system;

/// Why the list could not be changed.
#[derive(Debug, thiserror::Error)]
pub enum AutostartTrouble {
    /// The service manager starts Homeport already; its link is named.
    #[error("{0}")]
    Managed(String),
    /// The service could not start a program in this place.
    #[error("{0}")]
    OutOfReach(String),
    /// There is no such list here.
    #[error("this system has no list of what starts at login")]
    NoList,
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
}

impl AutostartTrouble {
    /// The id of its refusal, and what is named in it.
    #[must_use]
    pub fn refusal(&self) -> (&'static str, String) {
        match self {
            Self::Managed(_) => ("autostart-managed", self.to_string()),
            Self::OutOfReach(_) => ("autostart-out-of-reach", self.to_string()),
            Self::NoList => ("autostart-not-written", self.to_string()),
            Self::Io(error) => ("autostart-not-written", crate::store::reason(error)),
        }
    }
}

/// This program as an entry would start it; `None` when the system does not tell where it is.
#[must_use]
pub fn this(paths: &Paths, window: bool) -> Option<Start> {
    let program = std::env::current_exe().ok()?;
    let config = paths.chosen_folder().map(|folder| folder.display().to_string());

    Some(Start { program: without_mark(&program.display().to_string()), config, window })
}

/// Whether this program starts at login.
#[must_use]
pub fn standing(start: &Start) -> Autostart {
    system::standing(start)
}

/// Has this program started at login from now on, or no more.
///
/// # Errors
///
/// [`AutostartTrouble::Managed`] when systemd starts it already; else what the system says.
pub fn set(start: &Start, on: bool) -> Result<Autostart, AutostartTrouble> {
    if on {
        system::install(start)?;
    } else {
        system::remove(start)?;
    }

    Ok(standing(start))
}

/// Linux marks a running program whose file was replaced, as an update does.
fn without_mark(program: &str) -> String {
    program.strip_suffix(" (deleted)").unwrap_or(program).to_owned()
}

/// The path at which a program is found, with links followed; `None` when there is none.
#[cfg(unix)]
fn found(program: &str) -> Option<String> {
    let real = |path: &Path| path.is_file().then(|| path.canonicalize().ok()).flatten();
    let path = if program.contains('/') {
        real(Path::new(program))?
    } else {
        std::env::split_paths(&std::env::var_os("PATH")?).find_map(|folder| real(&folder.join(program)))?
    };

    Some(path.display().to_string())
}

/// Writes a file whole, or leaves the one before it.
#[cfg(unix)]
fn write(path: &Path, text: &str) -> io::Result<()> {
    use std::io::Write as _;

    let folder = path.parent().unwrap_or(Path::new("/"));
    std::fs::create_dir_all(folder)?;
    let mut file = tempfile::Builder::new().prefix(".homeport.").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    // Others may read what starts, as with every file of this kind.
    std::fs::set_permissions(file.path(), std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    file.persist(path)?;

    Ok(())
}

/// Deletes a file, if there is one.
#[cfg(unix)]
fn delete(path: &Path) -> io::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
