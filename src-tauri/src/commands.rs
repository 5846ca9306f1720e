//! What the page may ask of the window. Each command is allowed by name in capabilities/main.json.

use homeport_core::journal::Entry;
use homeport_core::request::{Request, Response};
use homeport_core::snapshot::Snapshot;
use tauri::State;
use tauri::ipc::Channel;

use crate::resident::{Link, Places, Resident};

/// Passes a question to the running Homeport.
#[tauri::command]
pub(crate) async fn ask(resident: State<'_, Resident>, request: Request) -> Result<Response, String> {
    resident.ask(request).await.map_err(|error| error.to_string())
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
