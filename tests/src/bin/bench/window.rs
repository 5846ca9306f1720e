//! From the command that opens the window to its painted page, with a resident that runs already.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use homeport_tests::session_bus::{Display, Program, SessionBus};
use tempfile::TempDir;

use crate::table::{Table, milliseconds, quantile};

const STARTS: u32 = 5;
const LONGEST: Duration = Duration::from_secs(20);
/// An empty display has one colour and an empty window two; letters and icons have many shades.
const PAINTED: u32 = 40;

pub(crate) fn measure(homeport: &Path, table: &mut Table) {
    let program = homeport.with_file_name("homeport-desktop");
    if !program.is_file() {
        println!("\nThe window was not built beside homeport, so it is not measured.");
        return;
    }
    println!("\n{STARTS} starts of the window in a new home, each with one more in the same:");
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        let desktop = Desktop::start();
        let mut resident = desktop.command(homeport);
        let _resident = Program::start(resident.args(["run", "--no-tray"]).args(desktop.config())).expect("it starts");
        desktop.wait_for_resident(homeport);
        first.push(milliseconds(desktop.time_until_painted(&program)));
        again.push(milliseconds(desktop.time_until_painted(&program)));
    }

    table.add("window command -> painted page, new home, p50", "ms", "<= 1000", "homeport", quantile(&first, 0.5));
    table.add("window command -> painted page, new home, max", "ms", "", "homeport", quantile(&first, 1.0));
    table.add("window command -> painted page, p50", "ms", "<= 1000", "homeport", quantile(&again, 0.5));
}

struct Desktop {
    display: Display,
    bus: SessionBus,
    home: TempDir,
}

impl Desktop {
    fn start() -> Self {
        Self {
            display: Display::start("1280x800x24").expect("Xvfb is installed"),
            bus: SessionBus::start().expect("dbus-daemon is installed"),
            home: tempfile::tempdir().expect("a folder is made"),
        }
    }

    fn config(&self) -> [&std::ffi::OsStr; 2] {
        ["--config".as_ref(), self.home.path().as_os_str()]
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", self.display.name())
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus.address())
            .env("NO_AT_BRIDGE", "1")
            .env("GDK_BACKEND", "x11")
            .env("HOME", self.home.path())
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        for (name, folder) in [("CONFIG", "config"), ("DATA", "data"), ("CACHE", "cache"), ("STATE", "state")] {
            command.env(format!("XDG_{name}_HOME"), self.home.path().join(folder));
        }

        command
    }

    fn wait_for_resident(&self, homeport: &Path) {
        let started = Instant::now();
        let answers = || {
            let mut status = self.command(homeport);
            let output = status.args(["status", "--json"]).args(self.config()).stdout(Stdio::piped()).output();
            output.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("\"last_check\":1"))
        };
        while !answers() {
            assert!(started.elapsed() < LONGEST, "the resident does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The time of the picture that shows the page is in it: it is an upper bound.
    fn time_until_painted(&self, program: &Path) -> Duration {
        let started = Instant::now();
        let mut window = self.command(program);
        let _window = Program::start(window.args(self.config())).expect("the window starts");
        while started.elapsed() < LONGEST {
            let mut picture = Command::new("import");
            picture.args(["-window", "root", "-format", "%k", "info:"]).env("DISPLAY", self.display.name());
            let colours = picture.output().expect("ImageMagick is installed").stdout;
            if String::from_utf8_lossy(&colours).trim().parse().is_ok_and(|colours: u32| colours >= PAINTED) {
                return started.elapsed();
            }
        }

        LONGEST
    }
}
