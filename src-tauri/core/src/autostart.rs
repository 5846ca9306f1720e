//! Starting at login: what stands in the system's own list, and whether an entry that is there starts this program.
//!
//! The entry is the only truth. Nothing about it is kept in the settings, which could say something else.

mod desktop_entry;
mod launch_agent;
mod run_key;
mod unit;

use serde::{Deserialize, Serialize};

pub use desktop_entry::{desktop_entry, hiding_entry, read_desktop_entry};
pub use launch_agent::{launch_agent, read_launch_agent};
pub use run_key::{is_switched_off, read_run_value, run_value};
pub use unit::{is_out_of_reach, read_unit, system_unit};

/// The name of the entry in every list: of the file, without its ending.
pub const ENTRY: &str = "org.homeport.Homeport";

/// What is started: a program and the folder of `--config`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The whole path of the program.
    pub program: String,
    /// The folder that was named instead of the usual places.
    pub config: Option<String>,
    /// Open the window as well.
    pub window: bool,
}

impl Start {
    /// The program and its arguments.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let mut words = vec![self.program.clone()];
        if let Some(config) = &self.config {
            words.extend(["--config".to_owned(), config.clone()]);
        }
        words.push("run".to_owned());
        if self.window {
            words.push("--window".to_owned());
        }

        words
    }
}

/// What an entry of the list says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The program and its arguments; empty when they cannot be read.
    pub words: Vec<String>,
    /// It is there and switched off.
    pub off: bool,
}

/// Whether Homeport starts at login.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum AutostartState {
    /// The entry is there and starts this program.
    On,
    /// There is no entry, or it is switched off.
    Off,
    /// The entry starts another program, or one that is gone.
    Stale,
    /// The service manager starts it, and is asked to start it no more with its own command.
    Managed,
}

/// Whether Homeport starts at login, and where that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Autostart {
    /// Whether it does.
    pub state: AutostartState,
    /// Without its window.
    pub hidden: bool,
    /// The file or the key of the entry.
    pub place: String,
    /// The program that is started; empty without an entry.
    pub program: String,
}

/// What is made of an entry. `found` is the path that its program is found at; `None` when there is no such program.
#[must_use]
pub fn judge(entry: Option<&Entry>, found: Option<&str>, this: &Start, place: &str) -> Autostart {
    let program = entry.and_then(|entry| entry.words.first()).cloned().unwrap_or_default();
    let state = match entry {
        None | Some(Entry { off: true, .. }) => AutostartState::Off,
        Some(entry) if found == Some(this.program.as_str()) && starts_the_same(&entry.words, this) => {
            AutostartState::On
        }
        Some(_) => AutostartState::Stale,
    };
    let opens = entry.is_some_and(|entry| entry.words.iter().any(|word| word == "--window"));

    Autostart { state, hidden: !opens, place: place.to_owned(), program }
}

/// Whether these words start a resident with the same settings.
fn starts_the_same(words: &[String], this: &Start) -> bool {
    let rest = words.get(1..).unwrap_or_default();
    let config = rest.iter().position(|word| word == "--config").and_then(|at| rest.get(at + 1));

    rest.iter().any(|word| word == "run") && config == this.config.as_ref()
}

/// What taking the entry away takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// The user's own entry goes.
    Delete,
    /// An entry for all users would count again, so the user's own stays and says no.
    Hide,
}

/// How the entry of one user is taken away.
#[must_use]
pub fn removal(there_is_one_for_all: bool) -> Removal {
    if there_is_one_for_all { Removal::Hide } else { Removal::Delete }
}

#[cfg(test)]
mod tests;
