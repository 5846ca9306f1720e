//! The service for a machine without a desktop: a unit of systemd, for all users.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use homeport_core::autostart::{self, Autostart, Start};

use super::{AutostartTrouble, delete, found, write};

/// The unit's file.
const UNIT: &str = "homeport.service";

/// Where systemd has its units, and the program that speaks to it.
#[derive(Debug, Clone)]
pub struct Systemd {
    /// What the administrator put there.
    pub own: PathBuf,
    /// What packages put there.
    pub packaged: PathBuf,
    /// `systemctl`.
    pub control: PathBuf,
}

impl Default for Systemd {
    fn default() -> Self {
        Self {
            own: PathBuf::from("/etc/systemd/system"),
            packaged: PathBuf::from("/usr/lib/systemd/system"),
            control: PathBuf::from("systemctl"),
        }
    }
}

impl Systemd {
    /// Whether the service starts this program with the machine.
    #[must_use]
    pub fn standing(&self, program: &str) -> Autostart {
        let enabled = fs::symlink_metadata(self.own.join("multi-user.target.wants").join(UNIT)).is_ok();
        let files = [self.own.join(UNIT), self.packaged.join(UNIT)];
        let read = |path: &PathBuf| Some((fs::read_to_string(path).ok()?, path.clone()));
        let unit = files.iter().find_map(read);
        let place = unit.as_ref().map_or(&files[0], |(_, path)| path).display().to_string();
        let entry = unit.map(|(text, _)| autostart::read_unit(&text, enabled));
        let there = entry.as_ref().and_then(|entry| found(entry.words.first()?));

        autostart::judge(entry.as_ref(), there.as_deref(), &Start::of_service(program), &place)
    }

    /// Has systemd start this program with the machine, and now.
    ///
    /// # Errors
    ///
    /// [`AutostartTrouble::OutOfReach`] for a program that the service could not see; else what the system says.
    pub fn install(&self, program: &str) -> Result<Autostart, AutostartTrouble> {
        if autostart::is_out_of_reach(program) {
            return Err(AutostartTrouble::OutOfReach(program.to_owned()));
        }
        let unit = autostart::system_unit(program);
        // The package's own unit is updated with the package; a copy of it would not be.
        if fs::read_to_string(self.packaged.join(UNIT)).is_ok_and(|packaged| packaged == unit) {
            delete(&self.own.join(UNIT))?;
        } else {
            write(&self.own.join(UNIT), &unit)?;
        }
        self.tell(&["daemon-reload"])?;
        self.tell(&["enable", "--now", UNIT])?;

        Ok(self.standing(program))
    }

    /// Has systemd start it no more, and end it now.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn remove(&self, program: &str) -> Result<Autostart, AutostartTrouble> {
        let is_there = |folder: &Path| folder.join(UNIT).exists();
        if is_there(&self.own) || is_there(&self.packaged) {
            self.tell(&["disable", "--now", UNIT])?;
            delete(&self.own.join(UNIT))?;
            self.tell(&["daemon-reload"])?;
        }

        Ok(self.standing(program))
    }

    fn tell(&self, words: &[&str]) -> io::Result<()> {
        let output = Command::new(&self.control).args(words).output()?;
        if output.status.success() {
            return Ok(());
        }
        let said = String::from_utf8_lossy(&output.stderr);

        Err(io::Error::other(said.lines().next().unwrap_or("systemctl failed").to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use homeport_core::autostart::AutostartState;

    use super::*;

    /// A systemd that only notes what it was told, and links as it does.
    fn systemd(folder: &Path) -> Systemd {
        let own = folder.join("own");
        let control = folder.join("systemctl");
        let wants = own.join("multi-user.target.wants");
        fs::create_dir_all(&wants).unwrap();
        let link = wants.join(UNIT).display().to_string();
        let script = format!(
            "#!/bin/sh\necho \"$@\" >> {}/told\ncase $1 in enable) ln -sf x {link};; disable) rm -f {link};; esac\n",
            folder.display()
        );
        fs::write(&control, script).unwrap();
        fs::set_permissions(&control, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();

        Systemd { own, packaged: folder.join("packaged"), control }
    }

    #[test]
    fn the_service_is_written_switched_on_and_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let systemd = systemd(folder.path());
        let program = Path::new("/bin/true").canonicalize().unwrap().display().to_string();

        assert_eq!(systemd.install(&program).unwrap().state, AutostartState::On);
        assert!(fs::read_to_string(systemd.own.join(UNIT)).unwrap().contains("WatchdogSec="));
        assert_eq!(systemd.remove(&program).unwrap().state, AutostartState::Off);

        let told = fs::read_to_string(folder.path().join("told")).unwrap();
        let expected = "daemon-reload\nenable --now homeport.service\ndisable --now homeport.service\ndaemon-reload\n";
        assert_eq!(told, expected);
    }

    #[test]
    fn a_program_that_the_service_cannot_see_is_refused_before_anything_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let systemd = systemd(folder.path());

        let refused = systemd.install(&["", "home", "me", "homeport"].join("/"));

        assert!(matches!(refused, Err(AutostartTrouble::OutOfReach(_))));
        assert!(!systemd.own.join(UNIT).exists() && !folder.path().join("told").exists());
    }
}
