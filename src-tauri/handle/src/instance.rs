//! One resident for each user and each `--config` folder.

use std::fs::{File, TryLockError};
use std::path::PathBuf;
use std::time::Duration;

use homeport_core::request::{Request, Response};

use crate::paths::Paths;
use crate::socket::SocketHandle;
use crate::{Handle, HandleError};

/// A resident that has just taken the lock opens its socket within this time.
const PATIENCE: Duration = Duration::from_secs(3);

/// The right to be the resident, until it is dropped. It is a lock of the system on a file, so it ends with the process
/// however that ends; the file itself stays and means nothing.
#[derive(Debug)]
pub struct Instance {
    _lock: File,
}

/// Why this process may not be the resident.
#[derive(Debug, thiserror::Error)]
pub enum Held {
    /// Another one runs.
    #[error("Homeport is already running")]
    Running,
    /// The folder is another user's.
    #[error("{0} belongs to another user")]
    OtherUser(PathBuf),
    /// The folder cannot be written, or its file system has no locks.
    #[error("{path} could not be locked: {error}")]
    CannotLock {
        /// The lock's file.
        path: PathBuf,
        /// The system's word.
        error: std::io::Error,
    },
}

impl Instance {
    /// Takes the lock in the state folder, which is made if it is missing, for this user only.
    pub fn acquire(paths: &Paths) -> Result<Self, Held> {
        let path = paths.state.join("lock");
        let cannot = |error| Held::CannotLock { path: path.clone(), error };
        make_folder(paths)?;
        // Not truncated: the file has no content, and a copy of it must not be harmed either.
        let file = File::options().create(true).truncate(false).write(true).open(&path).map_err(cannot)?;

        match file.try_lock() {
            Ok(()) => Ok(Self { _lock: file }),
            Err(TryLockError::WouldBlock) => Err(Held::Running),
            Err(TryLockError::Error(error)) => Err(cannot(error)),
        }
    }
}

#[cfg(unix)]
fn make_folder(paths: &Paths) -> Result<(), Held> {
    use crate::local::{BindError, make_private};

    make_private(&paths.state).map_err(|error| match error {
        BindError::Io(error) => Held::CannotLock { path: paths.state.clone(), error },
        _ => Held::OtherUser(paths.state.clone()),
    })
}

#[cfg(windows)]
fn make_folder(paths: &Paths) -> Result<(), Held> {
    // The user's profile is closed to others already.
    std::fs::create_dir_all(&paths.state).map_err(|error| Held::CannotLock { path: paths.state.clone(), error })
}

/// Asks the resident that runs to show its window. For a start that was [`Held`]; waits for a resident that is about to
/// open its socket.
///
/// # Errors
///
/// [`HandleError`] when it does not answer.
pub async fn show_the_first(paths: &Paths) -> Result<Response, HandleError> {
    ask_the_first(paths, Request::ShowWindow).await
}

/// Asks the one that runs to show something. As [`show_the_first`].
///
/// # Errors
///
/// [`HandleError`] when it does not answer.
pub async fn ask_the_first(paths: &Paths, request: Request) -> Result<Response, HandleError> {
    let until = tokio::time::Instant::now() + PATIENCE;
    loop {
        let answer = match SocketHandle::connect(paths).await {
            Ok(handle) => handle.ask(request.clone()).await,
            Err(error) => Err(error),
        };
        match answer {
            Err(HandleError::NotRunning) if tokio::time::Instant::now() < until => {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            answer => return answer,
        }
    }
}
