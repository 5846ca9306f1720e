//! A named pipe that only this user may open. A client looks whose process is on the other side before it speaks, because
//! any user may make a pipe of any name.

use std::io::{self, ErrorKind};
use std::mem;
use std::os::windows::io::AsRawHandle;
use std::path::Path;
use std::time::Duration;

use tokio::net::windows::named_pipe::{ClientOptions, NamedPipeClient, NamedPipeServer};

use super::BindError;
use crate::HandleError;
use crate::instance::Instance;
use crate::paths::Paths;
use security::{Descriptor, own_user, user_of_server};

#[path = "windows/security.rs"]
mod security;

/// Every instance of the pipe has a client for the moment.
const ERROR_PIPE_BUSY: i32 = 231;
/// The client of this instance has gone already.
const ERROR_NO_DATA: i32 = 232;

/// A connection to this user's resident.
pub(crate) type Connection = NamedPipeClient;

/// The end that the resident listens at.
#[derive(Debug)]
pub struct Listener {
    next: NamedPipeServer,
    paths: Paths,
    descriptor: Descriptor,
}

impl Listener {
    /// Opens the pipe. Must be called within a tokio runtime.
    ///
    /// # Errors
    ///
    /// [`BindError::Taken`] when a pipe of that name is there already, whoever made it.
    pub fn bind(paths: &Paths, _lock: &Instance) -> Result<Self, BindError> {
        let descriptor = Descriptor::only_for(&own_user()?)?;
        let next = descriptor.create_pipe(&paths.socket, true).map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied => BindError::Taken(paths.socket.clone()),
            _ => BindError::Io(error),
        })?;

        Ok(Self { next, paths: paths.clone(), descriptor })
    }

    /// Waits for the next connection. The system lets nobody else in.
    pub(crate) async fn accept(&mut self) -> io::Result<NamedPipeServer> {
        while let Err(error) = self.next.connect().await {
            if error.raw_os_error() != Some(ERROR_NO_DATA) {
                return Err(error);
            }
            // It came and went before it was let in. Until then nobody else can use this instance.
            self.next.disconnect()?;
        }
        // When this fails, the connected one stays, and the next call hands it over.
        let next = self.descriptor.create_pipe(&self.paths.socket, false)?;

        Ok(mem::replace(&mut self.next, next))
    }
}

/// Connects to this user's resident.
pub(crate) async fn connect(paths: &Paths) -> Result<Connection, HandleError> {
    let mut attempts = 0;
    loop {
        match open(&paths.socket) {
            Err(HandleError::Io(error)) if error.raw_os_error() == Some(ERROR_PIPE_BUSY) && attempts < 40 => {
                attempts += 1;
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
            opened => return opened,
        }
    }
}

fn open(pipe: &Path) -> Result<Connection, HandleError> {
    let connection = ClientOptions::new().open(pipe).map_err(|error| match error.kind() {
        ErrorKind::NotFound => HandleError::NotRunning,
        ErrorKind::PermissionDenied => HandleError::OtherUser,
        _ => HandleError::Io(error),
    })?;
    // A process that may not even be looked at is another user's.
    if user_of_server(connection.as_raw_handle()).ok() != Some(own_user()?) {
        return Err(HandleError::OtherUser);
    }

    Ok(connection)
}
