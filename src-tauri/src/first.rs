//! One window for each user and each `--config` folder: a second start brings the first to the front. It uses the same
//! lock and local socket as the resident does, with names of its own.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use homeport_core::request::{Request, Response};
use homeport_handle::instance::{Held, Instance, ask_the_first};
use homeport_handle::local::Listener;
use homeport_handle::paths::Paths;
use homeport_handle::server::serve;
use homeport_handle::{Handle, HandleError, News};
use tauri::{AppHandle, Manager};
use tokio::sync::mpsc;

use crate::resident::{Begin, Resident};
use crate::window;

/// Who this start is.
pub(crate) enum Claim {
    /// The first one, and this is its lock.
    First(Instance),
    /// A second one; the first is in front now.
    Shown,
    /// The lock cannot be used. A second window is better than none.
    Unguarded,
}

/// Where the window's own lock and socket are.
pub(crate) fn paths(resident: &Paths) -> Paths {
    let mut socket: OsString = resident.socket.clone().into();
    socket.push("-w");

    Paths { settings: resident.settings.clone(), state: resident.state.join("window"), socket: PathBuf::from(socket) }
}

/// Takes the lock, or asks the window that holds it to come to the front.
pub(crate) fn claim(resident: &Paths, begin: &Begin) -> Claim {
    let paths = paths(resident);
    match Instance::acquire(&paths) {
        Ok(instance) => Claim::First(instance),
        Err(Held::Running) => match tauri::async_runtime::block_on(ask_the_first(&paths, begin.request())) {
            Ok(_) => Claim::Shown,
            // It hangs, or it is ending.
            Err(_) => Claim::Unguarded,
        },
        Err(_) => Claim::Unguarded,
    }
}

/// Listens for later starts until the window ends.
pub(crate) fn attend(app: AppHandle, paths: Paths, claim: Claim) {
    let Claim::First(instance) = claim else {
        return;
    };
    tauri::async_runtime::spawn(async move {
        if let Ok(listener) = Listener::bind(&paths, &instance) {
            serve(listener, Arc::new(Front(app))).await;
        }
    });
}

/// The one thing that a window can be asked for by another start.
struct Front(AppHandle);

impl Handle for Front {
    async fn ask(&self, request: Request) -> Result<Response, HandleError> {
        let begin = match request {
            Request::ShowWindow => Begin::default(),
            Request::ShowPage { page, hostname, add } => Begin { page, hostname, add },
            _ => return Err(HandleError::NotRunning),
        };
        window::bring_to_front(&self.0);
        self.0.state::<Resident>().show(begin);

        Ok(Response::Done)
    }

    async fn watch(&self) -> Result<mpsc::Receiver<News>, HandleError> {
        Err(HandleError::NotRunning)
    }
}
