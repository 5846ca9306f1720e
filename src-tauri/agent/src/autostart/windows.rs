//! The key `Run` of the user, and the list in which the Task Manager switches its values off.

use std::io;
use std::path::Path;

use homeport_core::autostart::{self, Autostart, Start};
use windows_registry::CURRENT_USER;

use super::AutostartTrouble;

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
const APPROVED: &str = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
const NAME: &str = "Homeport";

pub(super) fn standing(start: &Start) -> Autostart {
    let approved = CURRENT_USER.open(APPROVED).and_then(|key| key.get_value(NAME)).ok();
    let off = autostart::is_switched_off(approved.as_deref());
    let value = CURRENT_USER.open(RUN).and_then(|key| key.get_string(NAME)).ok();
    let entry = value.map(|value| autostart::read_run_value(&value, off));
    let program = entry.as_ref().and_then(|entry| entry.words.first()).filter(|program| Path::new(program).is_file());
    // Paths mean the same in either case here.
    let program =
        program.map(|program| if program.eq_ignore_ascii_case(&start.program) { &start.program } else { program });

    autostart::judge(entry.as_ref(), program.map(String::as_str), start, &format!(r"HKCU\{RUN}\{NAME}"))
}

pub(super) fn install(start: &Start) -> Result<(), AutostartTrouble> {
    let key = CURRENT_USER.create(RUN).map_err(refused)?;
    key.set_string(NAME, autostart::run_value(start)).map_err(refused)?;
    // Whoever switches it on here means it, whatever the Task Manager was told before.
    if let Ok(approved) = CURRENT_USER.options().read().write().open(APPROVED) {
        let _ = approved.remove_value(NAME);
    }

    Ok(())
}

pub(super) fn remove(_start: &Start) -> Result<(), AutostartTrouble> {
    let Ok(key) = CURRENT_USER.options().read().write().open(RUN) else { return Ok(()) };
    if key.get_type(NAME).is_err() {
        return Ok(());
    }

    Ok(key.remove_value(NAME).map_err(refused)?)
}

/// In the system's own words.
fn refused(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}
