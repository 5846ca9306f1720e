//! The two programs with a face, started under Wine on a display that nobody sees: the window's program up to the moment
//! at which it would open the window, for which Wine has no web view, and the resident with its icon in the tray.

use std::fs;
use std::io::{BufRead, BufReader, Result};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::wine::{WINE, Wine};
use crate::tally::{Count, Tally};
use crate::{processes, program, say};

/// Each start takes a few seconds; without its display a program waits for ever.
const LIMIT: Duration = Duration::from_secs(120);
/// Nobody outside this machine is asked.
const SETTINGS: &str = "version = 1\n\n[addresses]\nsources = [\"interface\"]\n";

pub(crate) fn prove(tally: &mut Tally, wine: &Wine, programs: &Path, cache: &Path) {
    // A server that was started without a display gives none to its programs.
    wine.stop();
    match Desktop::start(wine, programs, cache) {
        Ok(desktop) => {
            step(tally, "Windows: the window's program starts (Wine)", || window_starts(&desktop));
            step(tally, "Windows: the resident's icon is in the tray (Wine)", || icon_is_shown(&desktop));
            // Before their display goes.
            wine.stop();
        }
        Err(error) => {
            say::line(&format!("There is no display: {error}."));
            tally.add("Windows: the programs on a desktop (Wine)", Count::one(false), Duration::ZERO);
        }
    }
}

fn step(tally: &mut Tally, name: &str, proof: impl FnOnce() -> bool) {
    say::step(name);
    let started = Instant::now();
    let proved = proof();
    tally.add(name, Count::one(proved), started.elapsed());
}

fn window_starts(desktop: &Desktop<'_>) -> bool {
    program::run(desktop.program("homeport-desktop.exe", &["--probe"]), LIMIT).well()
}

fn icon_is_shown(desktop: &Desktop<'_>) -> bool {
    let mut resident = desktop.program("homeport.exe", &["run"]);
    let Ok(mut resident) = resident.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn() else {
        return false;
    };
    let started = Instant::now();
    let mut shown = false;
    while !shown && started.elapsed() < LIMIT {
        let status = desktop.program("homeport.exe", &["status", "--json"]);
        program::run_reading(status, LIMIT, &mut |line| {
            shown |= line.contains("\"tray\":\"shown\"");
            false
        });
    }
    processes::end_tree(&mut resident);

    shown
}

/// A display, and a folder for the settings of what runs on it.
struct Desktop<'wine> {
    wine: &'wine Wine,
    programs: PathBuf,
    folder: PathBuf,
    name: String,
    server: Child,
}

impl<'wine> Desktop<'wine> {
    fn start(wine: &'wine Wine, programs: &Path, cache: &Path) -> Result<Self> {
        let folder = cache.join("desktop");
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("settings.toml"), SETTINGS)?;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten", "tcp"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut number = String::new();
        if let Some(output) = server.stdout.take() {
            BufReader::new(output).read_line(&mut number)?;
        }
        let name = format!(":{}", number.trim());

        Ok(Self { wine, programs: programs.to_owned(), folder, name, server })
    }

    fn program(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(WINE);
        command.arg(self.programs.join(name)).arg("--config").arg(&self.folder).args(arguments);
        self.wine.lend(&mut command);
        command.env("DISPLAY", &self.name);

        command
    }
}

impl Drop for Desktop<'_> {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
