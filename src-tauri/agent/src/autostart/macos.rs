//! The folder `LaunchAgents` of the user. launchd reads it at the next login; the resident that runs is left alone.

use std::path::PathBuf;

use directories::BaseDirs;
use homeport_core::autostart::{self, Autostart, ENTRY, Start};

use super::{AutostartTrouble, delete, found, write};

fn place() -> Option<PathBuf> {
    Some(BaseDirs::new()?.home_dir().join("Library/LaunchAgents").join(format!("{ENTRY}.plist")))
}

pub(super) fn standing(start: &Start) -> Autostart {
    let place = place().unwrap_or_default();
    let entry = std::fs::read_to_string(&place).ok().map(|text| autostart::read_launch_agent(&text));
    let program = entry.as_ref().and_then(|entry| found(entry.words.first()?));

    autostart::judge(entry.as_ref(), program.as_deref(), start, &place.display().to_string())
}

pub(super) fn install(start: &Start) -> Result<(), AutostartTrouble> {
    Ok(write(&place().ok_or(AutostartTrouble::NoList)?, &autostart::launch_agent(start))?)
}

pub(super) fn remove(_start: &Start) -> Result<(), AutostartTrouble> {
    Ok(delete(&place().ok_or(AutostartTrouble::NoList)?)?)
}
