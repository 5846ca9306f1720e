//! The service for a machine without a desktop, started by systemd.

use super::{Entry, Start};

/// The unit as packages install it.
const PACKAGED: &str = include_str!("../../../../installers/linux/system/homeport.service");
const PROGRAM: &str = "/usr/bin/homeport";

/// The unit that starts the program at this place.
#[must_use]
pub fn system_unit(program: &str) -> String {
    // A `%` is a specifier, and spaces end a word.
    let quoted = format!("\"{}\"", program.replace('\\', "\\\\").replace('"', "\\\"").replace('%', "%%"));
    let plain = program.chars().all(|character| character.is_ascii_alphanumeric() || "/._-+".contains(character));

    PACKAGED.replace(
        &format!("ExecStart={PROGRAM} "),
        &format!("ExecStart={} ", if plain { program } else { quoted.as_str() }),
    )
}

/// What a unit says.
#[must_use]
pub fn read_unit(text: &str, enabled: bool) -> Entry {
    let command = text.lines().find_map(|line| line.trim().strip_prefix("ExecStart=")).unwrap_or_default();
    let mut entry = super::read_run_value(&command.replace("%%", "%"), !enabled);
    if let Some(program) = entry.words.first_mut() {
        // A prefix says how it is started, not what.
        *program = program.trim_start_matches(['-', '@', ':', '+', '!']).to_owned();
    }

    entry
}

/// Whether the unit, which sees no home folders and has a temporary folder of its own, cannot start this program.
#[must_use]
pub fn is_out_of_reach(program: &str) -> bool {
    let top = program.split('/').nth(1).unwrap_or_default();

    matches!(top, "home" | "root" | "tmp" | "run") || program.starts_with("/var/tmp/")
}

/// The service's own settings are below this folder, so it is the same Homeport whoever asks.
impl Start {
    /// What the unit starts.
    #[must_use]
    pub fn of_service(program: &str) -> Self {
        Self { program: program.to_owned(), config: Some("/var/lib/homeport".to_owned()), window: false }
    }
}
