//! The folders `autostart` of the desktop, one for the user and some for all users; and the links of systemd's user units.

use std::fs;
use std::path::{Path, PathBuf};

use directories::BaseDirs;
use homeport_core::autostart::{self, Autostart, AutostartState, ENTRY, Entry, Removal, Start};

use super::{AutostartTrouble, delete, found, write};

/// The name of the user unit that packages install.
const UNIT: &str = "homeport.service";

/// Where the lists are.
#[derive(Debug, Clone)]
struct Places {
    own: PathBuf,
    for_all: Vec<PathBuf>,
    units: Vec<PathBuf>,
}

impl Places {
    fn from_environment() -> Option<Self> {
        let config = BaseDirs::new()?.config_dir().to_owned();
        let name = format!("{ENTRY}.desktop");
        let folders = std::env::var_os("XDG_CONFIG_DIRS").filter(|folders| !folders.is_empty());
        let folders = folders.unwrap_or_else(|| "/etc/xdg".into());

        Some(Self {
            own: config.join("autostart").join(&name),
            for_all: std::env::split_paths(&folders).map(|folder| folder.join("autostart").join(&name)).collect(),
            units: vec![config.join("systemd/user"), PathBuf::from("/etc/systemd/user")],
        })
    }

    /// The entry that counts, and its file: the user's own outweighs those for all.
    fn entry(&self) -> (Option<Entry>, &Path) {
        for path in std::iter::once(&self.own).chain(&self.for_all) {
            if let Ok(text) = fs::read_to_string(path) {
                return (Some(autostart::read_desktop_entry(&text)), path);
            }
        }

        (None, &self.own)
    }

    /// The link by which systemd starts the user unit.
    fn link(&self) -> Option<PathBuf> {
        let folders = self.units.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();

        folders
            .map(|folder| folder.path())
            .filter(|folder| folder.extension().is_some_and(|kind| kind == "wants"))
            .map(|folder| folder.join(UNIT))
            .find(|link| fs::symlink_metadata(link).is_ok())
    }

    fn standing(&self, start: &Start) -> Autostart {
        if let Some(link) = self.link() {
            let unit = fs::read_to_string(&link).unwrap_or_default();
            let program = autostart::read_unit(&unit, true).words.into_iter().next().unwrap_or_default();
            let place = link.display().to_string();
            return Autostart { state: AutostartState::Managed, hidden: true, place, program };
        }
        let (entry, place) = self.entry();
        let program = entry.as_ref().and_then(|entry| found(entry.words.first()?));

        autostart::judge(entry.as_ref(), program.as_deref(), start, &place.display().to_string())
    }

    fn unmanaged(&self) -> Result<(), AutostartTrouble> {
        self.link().map_or(Ok(()), |link| Err(AutostartTrouble::Managed(link.display().to_string())))
    }

    fn install(&self, start: &Start) -> Result<(), AutostartTrouble> {
        // A second start would show the window at each login.
        self.unmanaged()?;

        Ok(write(&self.own, &autostart::desktop_entry(start))?)
    }

    fn remove(&self) -> Result<(), AutostartTrouble> {
        self.unmanaged()?;
        match autostart::removal(self.for_all.iter().any(|path| path.is_file())) {
            Removal::Delete => Ok(delete(&self.own)?),
            Removal::Hide => Ok(write(&self.own, &autostart::hiding_entry())?),
        }
    }
}

pub(super) fn standing(start: &Start) -> Autostart {
    match Places::from_environment() {
        Some(places) => places.standing(start),
        None => autostart::judge(None, None, start, ""),
    }
}

pub(super) fn install(start: &Start) -> Result<(), AutostartTrouble> {
    Places::from_environment().ok_or(AutostartTrouble::NoList)?.install(start)
}

pub(super) fn remove(_start: &Start) -> Result<(), AutostartTrouble> {
    Places::from_environment().ok_or(AutostartTrouble::NoList)?.remove()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(folder: &Path) -> Places {
        Places {
            own: folder.join("own/autostart/homeport.desktop"),
            for_all: vec![folder.join("all/homeport.desktop")],
            units: vec![folder.join("units")],
        }
    }

    /// A program that is really there.
    fn program(folder: &Path) -> Start {
        let program = folder.join("homeport");
        fs::write(&program, "").unwrap();
        let program = program.canonicalize().unwrap();

        Start { program: program.display().to_string(), config: None, window: false }
    }

    #[test]
    fn an_entry_is_written_seen_and_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let (places, start) = (places(folder.path()), program(folder.path()));
        assert_eq!(places.standing(&start).state, AutostartState::Off);

        places.install(&Start { window: true, ..start.clone() }).unwrap();
        let shown = places.standing(&start);
        assert_eq!((shown.state, shown.hidden), (AutostartState::On, false));

        fs::remove_file(&start.program).unwrap();
        assert_eq!(places.standing(&start).state, AutostartState::Stale);
        places.remove().unwrap();
        assert_eq!(places.standing(&start).state, AutostartState::Off);
        assert!(!places.own.exists());
    }

    #[test]
    fn an_entry_of_the_package_is_hidden_and_not_deleted() {
        let folder = tempfile::tempdir().unwrap();
        let (places, start) = (places(folder.path()), program(folder.path()));
        write(&places.for_all[0], &autostart::desktop_entry(&start)).unwrap();
        assert_eq!(places.standing(&start).state, AutostartState::On);

        places.remove().unwrap();

        assert_eq!(places.standing(&start).state, AutostartState::Off);
        assert!(places.for_all[0].exists());
        places.install(&start).unwrap();
        assert_eq!(places.standing(&start).state, AutostartState::On);
    }

    #[test]
    fn a_unit_of_systemd_is_told_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (places, start) = (places(folder.path()), program(folder.path()));
        let wants = folder.path().join("units/graphical-session.target.wants");
        fs::create_dir_all(&wants).unwrap();
        fs::write(wants.join(UNIT), "[Service]\nExecStart=/usr/bin/homeport run\n").unwrap();

        let shown = places.standing(&start);

        assert_eq!((shown.state, shown.program.as_str()), (AutostartState::Managed, "/usr/bin/homeport"));
        assert!(matches!(places.install(&start), Err(AutostartTrouble::Managed(_))));
        assert!(!places.own.exists());
    }
}
