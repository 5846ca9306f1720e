//! A desktop session without a screen: a display, a session bus and a home folder of their own.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use tempfile::TempDir;

use crate::session_bus::{Display, SessionBus};

/// An empty display has one colour and an empty window two; letters and icons have many shades.
const PAINTED: usize = 40;

/// Ends with its value.
#[derive(Debug)]
pub struct Desktop {
    display: Display,
    bus: SessionBus,
    home: TempDir,
}

impl Desktop {
    /// Starts `Xvfb` and `dbus-daemon`.
    ///
    /// # Errors
    ///
    /// One of them is not installed or does not get ready.
    pub fn start() -> std::io::Result<Self> {
        let home = tempfile::Builder::new().prefix("homeport-desktop-").tempdir()?;

        Ok(Self { display: Display::start("1280x800x24")?, bus: SessionBus::start()?, home })
    }

    /// The home folder, which is the folder for `--config` too.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The message bus of its session.
    #[must_use]
    pub fn bus(&self) -> &SessionBus {
        &self.bus
    }

    /// A program of this desktop.
    #[must_use]
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command
            .env("DISPLAY", self.display.name())
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus.address())
            .env("NO_AT_BRIDGE", "1")
            .env("HOME", self.home());
        for folder in ["config", "data", "cache", "state"] {
            command.env(format!("XDG_{}_HOME", folder.to_uppercase()), self.home().join(folder));
        }

        command
    }

    /// Waits until no window is left. Returns whether that is so within the limit.
    ///
    /// # Errors
    ///
    /// The display cannot be read.
    pub fn wait_until_empty(&self, limit: Duration) -> std::io::Result<bool> {
        self.wait_for(|colours| colours == 1, limit)
    }

    /// Waits until the window shows its page. Returns whether it does within the limit.
    ///
    /// # Errors
    ///
    /// The display cannot be read.
    pub fn wait_until_painted(&self, limit: Duration) -> std::io::Result<bool> {
        self.wait_for(|colours| colours >= PAINTED, limit)
    }

    fn wait_for(&self, right: impl Fn(usize) -> bool, limit: Duration) -> std::io::Result<bool> {
        let started = std::time::Instant::now();
        while !right(self.display.colours()?) {
            if started.elapsed() > limit {
                return Ok(false);
            }
            std::thread::sleep(Duration::from_millis(20));
        }

        Ok(true)
    }
}
