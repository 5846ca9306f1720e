//! What the page may ask of the window. Each command is allowed by name in capabilities/main.json.

use homeport_core::journal::Entry;
use homeport_core::report::SupportReport;
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::Snapshot;
use serde::Deserialize;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

use crate::choose::{self, Chosen};
use crate::resident::{Link, Places, Resident};

/// Passes a question to the running Homeport.
#[tauri::command]
pub(crate) async fn ask(resident: State<'_, Resident>, request: Request) -> Result<Response, String> {
    if request.names_a_file() {
        return Err("where a file goes is chosen in the dialog".to_owned());
    }

    resident.ask(request).await.map_err(|error| error.to_string())
}

/// What may be saved where a person chooses.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what", content = "of")]
pub(crate) enum Saving {
    /// A report, as it was seen.
    Report(SupportReport),
    /// A copy of the settings.
    Backup,
}

impl Saving {
    fn name(&self) -> &'static str {
        match self {
            Self::Report(_) => "homeport-report.zip",
            Self::Backup => "homeport-settings.toml",
        }
    }

    fn request(self, to: Option<String>) -> Request {
        match self {
            Self::Report(report) => Request::SaveReport { report, to },
            Self::Backup => Request::SaveBackup { to },
        }
    }
}

/// Asks where a file is to be saved, and has the running Homeport write it there; `None` when nobody chose a place.
#[tauri::command]
pub(crate) async fn save(
    window: WebviewWindow,
    resident: State<'_, Resident>,
    saving: Saving,
    title: String,
) -> Result<Option<Response>, String> {
    let chosen = choose::place_for(window, title, saving.name()).await.map_err(|error| error.to_string())?;
    let Some(chosen) = chosen else { return Ok(None) };
    let to = chosen.to_str().ok_or("the path is not Unicode")?.to_owned();

    resident.ask(saving.request(Some(to))).await.map(Some).map_err(|error| error.to_string())
}

/// Asks for a file with a key, and gives its text; `None` when nobody chose one.
#[tauri::command]
pub(crate) async fn choose(window: WebviewWindow, title: String) -> Result<Option<Chosen>, String> {
    choose::text_of(window, title).await.map_err(|error| error.to_string())
}

/// Tells news until the window ends, over channels rather than events: they keep their order, reach this page only,
/// and need no permission to listen to anything else.
#[tauri::command]
pub(crate) async fn watch(
    resident: State<'_, Resident>,
    snapshot: Channel<Snapshot>,
    journal: Channel<Entry>,
    link: Channel<Link>,
) -> Result<(), String> {
    resident.watch(snapshot, journal, link);

    Ok(())
}

#[allow(clippy::needless_pass_by_value, reason = "Tauri hands the state over by value")]
/// Opens a page in the user's browser, if the running Homeport named it.
#[tauri::command]
pub(crate) fn open_link(resident: State<'_, Resident>, url: &str) -> Result<(), String> {
    if !resident.permits(url) {
        return Err("no provider and no problem named this page".to_owned());
    }

    open::that_detached(url).map_err(|error| error.to_string())
}

#[allow(clippy::needless_pass_by_value, reason = "Tauri hands the state over by value")]
/// Where settings and state are.
#[tauri::command]
pub(crate) fn places(resident: State<'_, Resident>) -> Places {
    resident.places()
}
